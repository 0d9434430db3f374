"""The words of an entry → the inline elements of a profile.

In: an entry. Out: text, italics, links or references, and notes, in the element given.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from counterdraft.export.akn_xml import Names, add_words, make
from counterdraft.export.entries import Entry
from counterdraft.export.inline import (
    Called,
    Closes,
    Leads,
    Mark,
    Opens,
    Slanted,
    Token,
    calls_of,
    italics_of,
    links_of,
    tokens,
)
from counterdraft.export.iri import UNDOCS, Profile, address, cited_iri, known_dates, page_of
from counterdraft.model import Citation, Document, Note, Resolution, Span


class Inliner:
    """Writes words; counts the notes of a statement."""

    def __init__(self, resolution: Resolution, document: Document, profile: Profile) -> None:
        self._document, self._profile = document, profile
        self._dates = known_dates(resolution)
        # The UN's own files are left as they are: what they do not mark up stays plain.
        self._as_in_source = profile == "unxml" and bool(document.declared)
        self._notes = Names()
        self._written: dict[tuple[str, str], str] = {}

    def words(self, entry: Entry) -> str:
        """The words of ``entry``."""
        return entry.words(self._document)

    def fill(self, element: etree._Element, entry: Entry, span: Span | None = None) -> None:
        """The words of ``entry`` into ``element``; ``span``: those of its block that are wanted."""
        whole = entry._replace(span=span) if span is not None else entry
        moved = entry.span.start - whole.span.start
        italics = italics_of(entry, as_in_source=self._as_in_source)
        laid: list[Mark] = [*self._links(entry), *italics]
        marks = [_moved(mark, moved) for mark in laid]
        calls = [(offset + moved, note) for offset, note in calls_of(entry)]
        cited = entry.paragraph.note_citations if entry.paragraph else ()
        words = whole.words(self._document)
        if moved <= 0:  # else what is before the words is written with them
            add_words(element, entry.opening)
        self._write(element, tokens(words, marks, calls), cited)

    def _links(self, entry: Entry) -> list[Leads]:
        """The source's links, and the parser's citations, which the guidelines want first."""
        said = [
            link._replace(target=target)
            for link in links_of(entry)
            if (target := address(link.target)) is not None
        ]
        if entry.paragraph is None or self._as_in_source:
            return said
        start = entry.span.start
        cited = [
            Leads(each.span.moved(-start), target, cited=True)
            for each in entry.paragraph.citations
            if (target := self._target(each)) is not None
        ]
        first, second = (cited, said) if self._profile == "guidelines" else (said, cited)
        return [
            *first,
            *(each for each in second if not any(each.span.meets(other.span) for other in first)),
        ]

    def _target(self, citation: Citation) -> str | None:
        if self._profile == "guidelines":
            return cited_iri(citation, self._dates)
        return page_of(citation)

    def _write(
        self, element: etree._Element, pieces: Iterator[Token], cited: tuple[Citation, ...]
    ) -> None:
        at = [element]
        for token in pieces:
            match token:
                case Opens(mark):
                    at.append(self._opened(at[-1], mark))
                case Closes():
                    at.pop()
                case Called(note):
                    self._note(at[-1], note, cited)
                case words:
                    add_words(at[-1], words)

    def _opened(self, parent: etree._Element, mark: Mark) -> etree._Element:
        if isinstance(mark, Slanted):
            if self._profile == "guidelines":
                return make("i", parent)
            return make("span", parent, class_="italic")
        refers = mark.cited or mark.target.startswith(("/akn/", UNDOCS))
        tag = "ref" if refers and self._profile == "guidelines" else "a"
        return make(tag, parent, href=mark.target)

    def _note(self, parent: etree._Element, note: Note, cited: tuple[Citation, ...]) -> None:
        known = self._written.get((note.marker, note.text))
        if known is not None:
            self._again(parent, note, known)
            return
        name = self._notes.counted("authorialNote")
        self._written[note.marker, note.text] = name
        element = make("authorialNote", parent, marker=note.marker, placement="bottom", eId=name)
        marks: list[Mark] = [Slanted(span) for span in note.italics]
        marks += self._note_links(note, cited)
        self._write(make("p", element), tokens(note.text, marks), ())

    def _again(self, parent: etree._Element, note: Note, name: str) -> None:
        """A note that was called before is called once more."""
        if self._profile == "guidelines" or not note.marker.isdigit():
            make("noteRef", parent, href=f"#{name}", marker=note.marker)
        else:
            make("sup", parent, note.marker)

    def _note_links(self, note: Note, cited: tuple[Citation, ...]) -> list[Leads]:
        """What leads on from a note: its source's links, else what the parser found cited."""
        said = [
            Leads(link.span, target)
            for link in note.links
            if (target := address(link.target)) is not None
        ]
        if said or self._as_in_source:
            return said
        found: list[Leads] = []
        at = 0
        for each in cited:
            start = note.text.find(each.text, at) if each.span.start == note.anchor else -1
            target = self._target(each)
            if start >= 0 and target is not None:
                at = start + len(each.text)
                found.append(Leads(Span(start, at), target, cited=True))
        return found


def _moved(mark: Mark, by: int) -> Mark:
    return mark._replace(span=mark.span.moved(by))
