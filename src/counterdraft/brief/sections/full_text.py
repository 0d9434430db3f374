"""The text of the draft, word for word, with everything that was found marked in place."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.brief.annexes import annex_passages, blocks_in
from counterdraft.brief.case import Case, block_at, label
from counterdraft.brief.report import (
    FootnoteText,
    FullText,
    Mark,
    Part,
    Passage,
    PassageKind,
    Section,
)
from counterdraft.brief.sections.dates import as_read
from counterdraft.draft.body import body_of
from counterdraft.draft.brackets import opened_before
from counterdraft.lexicon.addressees import CLASSES
from counterdraft.lexicon.force import labels
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Addressee, Heading, Line, Paragraph, Span
from counterdraft.text.markers import match_marker

OUTSIDE = "What the document says of it outside of its text"


def full_text(case: Case) -> Section | None:
    """The section; None where there is no text to show."""
    parts: list[Part] = []
    passages = tuple(_passages(case)) or tuple(
        blocks_in(case.document, case.resolution.span, "text")
    )
    if passages:
        parts.append(FullText(None, passages, tuple(_footnotes(case))))
    if case.excerpts:
        parts.append(FullText(OUTSIDE, case.excerpts))
    return Section("text", "The text", tuple(parts)) if parts else None


def _passages(case: Case) -> Iterator[Passage]:
    """Title, formula, paragraphs with the headings and lines among them, annexes."""
    resolution, text = case.resolution, case.document.text
    if not resolution.paragraphs:
        return
    for kind in ("title", "formula"):
        if kind in case.stated:
            span = case.stated[kind].span
            page = case.document.page_of(span.start)
            yield Passage(id=kind, kind=kind, label="", text=span.of(text), span=span, page=page)
    before = 0
    for key, what in body_of(resolution):
        if isinstance(what, Paragraph):
            yield _paragraph(case, what, before)
            before = what.span.end
        else:
            yield _between(case, key, what)
    yield from annex_passages(case.document, resolution)


def _between(case: Case, key: str, what: Heading | Line) -> Passage:
    """A heading, or a line that is no paragraph."""
    kind: PassageKind = "heading" if isinstance(what, Heading) else "line"
    return Passage(
        id=f"{kind}-{key.removeprefix(kind)}",
        kind=kind,
        label="",
        text=what.text,
        span=what.span,
        page=case.document.page_of(what.span.start),
    )


def _paragraph(case: Case, paragraph: Paragraph, before: int) -> Passage:
    return Passage(
        id=paragraph.id,
        kind="paragraph",
        label=f"{_opened(case, paragraph.span.start, before)}{label(paragraph)}",
        text=paragraph.text,
        span=paragraph.span,
        level=paragraph.level,
        marks=tuple(sorted(set(_marks(paragraph)), key=_by_place)),
        number=_printed_number(case, paragraph.span.start, before),
        page=case.at(paragraph).page,
        italics=_italics(case, paragraph.span),
    )


def _opened(case: Case, start: int, before: int) -> str:
    """The brackets that open before a paragraph's number, and close in its words."""
    block = block_at(case.document, start)
    first = max(block.span.start, before) if block is not None else start
    return opened_before(case.document.text[first:start])


def _printed_number(case: Case, start: int, before: int) -> str:
    """What stands in the text between the paragraph before and this one, if it is a number.

    A list counts its paragraphs outside of their words; its number is the block's own.
    """
    block = block_at(case.document, start)
    if block is None:
        return ""
    gap = case.document.text[max(block.span.start, before) : start].strip(" \t\n[*_")
    if gap:
        marker = match_marker(f"{gap} X")
        return gap if marker and marker.end == len(gap) + 1 else ""
    if not block.number or block.span.start != start:
        return ""
    own = block.number[-1]
    return f"{own}." if block.role and own[:1].isdigit() else own  # a path is without its stops


def _italics(case: Case, span: Span) -> tuple[Span, ...]:
    """What the source prints in italics in a stretch that lies in one block of it."""
    block = block_at(case.document, span.start)
    return tuple(each for each in block.italics if span.holds(each)) if block else ()


def _by_place(mark: Mark) -> tuple[Span, str, str]:
    return mark.span, mark.kind, mark.label


def _marks(paragraph: Paragraph) -> Iterator[Mark]:
    """Everything found in a paragraph, as marks."""
    yield from _verbs(paragraph)
    for addressee in paragraph.addressees:
        if addressee.text:
            yield Mark("addressee", addressee.span, CLASSES[addressee.class_])
        yield from _deadline(paragraph, addressee)
    for citation in paragraph.citations:
        read = citation.symbol or f"one of: {', '.join(citation.candidates) or 'not settled'}"
        yield Mark("citation", citation.span, read)
    for treaty in paragraph.treaties:
        yield Mark("treaty", treaty.span, treaty_names().get(treaty.treaty, treaty.treaty))
    for date in paragraph.dates:
        yield Mark("date", date.span, as_read(date))


def _verbs(paragraph: Paragraph) -> Iterator[Mark]:
    """The initiating phrase, which a source may set apart otherwise than its verb, and the rest."""
    start = paragraph.span.start
    first = paragraph.phrase or ""
    at = paragraph.text.find(first) if first else -1
    opening = Span(start + at, start + at + len(first)) if at >= 0 else None
    forces = [verb.force for verb in paragraph.verbs]
    if opening:
        yield Mark("phrase", opening, _force(forces[0] if forces else None))
    for verb in paragraph.verbs:
        if opening is None or verb.span.start >= opening.end:
            yield Mark("verb", verb.span, _force(verb.force))


def _force(force: str | None) -> str:
    return f"force: {labels().get(force, force)}" if force else ""


def _deadline(paragraph: Paragraph, addressee: Addressee) -> Iterator[Mark]:
    """Its time limits, looked for in what is asked: the parser gives its words and no span."""
    start = paragraph.span.start
    begin = max(addressee.action.start - start, 0) if addressee.action else 0
    for words in addressee.deadlines:
        if (at := paragraph.text.find(words, begin)) >= 0:
            yield Mark("deadline", Span(start + at, start + at + len(words)))


def _footnotes(case: Case) -> Iterator[FootnoteText]:
    """The footnotes, with the citations found in them; their spans count from 0."""
    cited = {
        (c.span.start, c.text): c for p in case.resolution.paragraphs for c in p.note_citations
    }
    for number, note in enumerate(case.resolution.footnotes, 1):
        marks = [
            Mark("citation", Span(at, at + len(words)), each.symbol or "not settled")
            for (anchor, words), each in cited.items()
            if anchor == note.anchor and (at := note.text.find(words)) >= 0
        ]
        passage = Passage(
            id=f"note-{number}",
            kind="excerpt",
            label=note.marker,
            text=note.text,
            span=Span(0, len(note.text)),
            marks=tuple(sorted(marks, key=_by_place)),
        )
        yield FootnoteText(note.marker, note.paragraph, note.anchor, passage)
