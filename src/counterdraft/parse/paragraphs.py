"""What each paragraph holds: its verbs, citations, dates, treaties, addressees.

In: a reading (document, straightened text, organ) and the numbered items of a draft.
Out: ``Paragraph`` values, one an item, in order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.lexicon.organs import Organ
from counterdraft.model import Addressee, Citation, Document, Paragraph, Span, Verb
from counterdraft.parse.addressees import find_addressees
from counterdraft.parse.citations import find_citations
from counterdraft.parse.dates import find_dates
from counterdraft.parse.numbering import Numbered
from counterdraft.parse.treaties import find_treaties
from counterdraft.parse.verbs import Match, match_verb
from counterdraft.text.straight import straighten

# Where a further verb may begin: after a comma, a semicolon or a joining word.
_TURN = re.compile(r"(?:[,;] |\b(?:and|but|while|whilst) )(?:(?:and|but|while|whilst|as well as) )?")
_NOT_A_VERB_AFTER = frozenset({"of", "by", "from", "made", "contained", "and", "or", "is", "are", "was", "were"})


class Reading(NamedTuple):
    """What every paragraph of one draft is read against."""

    document: Document
    straight: str
    organ: Organ | None


def read_paragraphs(reading: Reading, numbered: list[Numbered]) -> tuple[Paragraph, ...]:
    """Each numbered item as a paragraph."""
    paragraphs: list[Paragraph] = []
    notes = _Notes(reading)
    open_verb: Match | None = None
    for placed in numbered:
        found = placed.item.found
        span = Span(found.start, found.end)
        initial = None
        if placed.level == 0 or placed.item.kind == "sub":
            initial = _initial(reading, placed, span)
        verbs = _further(reading.straight, span, initial, placed.part)
        if placed.level == 0:
            open_verb = None
        addressees = (
            find_addressees(reading.straight, span, verbs, reading.organ, open_verb)
            if placed.part == "operative"
            else []
        )
        if placed.level == 0 and verbs and verbs[-1].asks and reading.straight[span.end - 1] == ":":
            unaddressed = not any(a.verb_span.start == verbs[-1].start for a in addressees)
            open_verb = verbs[-1] if unaddressed else None
        paragraphs.append(_paragraph(reading, placed, span, initial, verbs, addressees, notes))
    return tuple(paragraphs)


def _initial(reading: Reading, placed: Numbered, span: Span) -> Match | None:
    """The verb that opens a paragraph, in the form that its part has."""
    organ = reading.organ.id if reading.organ else None
    at = span.start
    while at < span.end and reading.straight[at] in '["( ':
        at += 1
    bracketed = re.compile(r"[A-Z][\w &,-]{0,60}: ").match(reading.straight, at, span.end) if at > span.start else None
    if bracketed:
        at = bracketed.end()
    if at >= span.end or not reading.straight[at].isupper():
        return None
    found = match_verb(reading.straight, at, span.end, organ=organ)
    if found is None or placed.level and found.form != "present":
        return None
    return found


def _further(straight: str, span: Span, initial: Match | None, part: str) -> list[Match]:
    """The initial verb and every further one by which the organ acts, in order."""
    verbs = [initial, *initial.more] if initial else []
    at = initial.end if initial else span.start
    wanted = "participle" if part == "preambular" else "present"
    if initial is None:
        return verbs
    for turn in _TURN.finditer(straight, at, span.end):
        start = turn.end()
        if start < at or start >= span.end or not straight[start].islower():
            continue
        found = match_verb(straight, start, span.end)
        if found is None or found.weak or (found.form != wanted and part == "preambular"):
            continue
        if found.form == "participle" and (part == "operative" or not _coordinate(straight, turn, found)):
            continue
        if found.noun and _is_noun(straight, found, span.end):
            continue
        verbs += [found, *found.more]
        at = found.end
    return verbs


def _coordinate(straight: str, turn: re.Match[str], found: Match) -> bool:
    """Whether a participle is a verb of the organ's, and not of something in the sentence."""
    joined = straight[turn.start() : turn.end()].strip(" ,;")
    return bool(joined) or straight[turn.start()] in ",;"


def _is_noun(straight: str, found: Match, end: int) -> bool:
    """Whether "requests", "calls", "notes" stands for the thing and not the act."""
    following = re.compile(r" ([\w-]+)|([,;.])").match(straight, found.end, end)
    if following is None:
        return True
    if following[2]:
        return not straight.startswith(", in th", found.end)
    return following[1] in _NOT_A_VERB_AFTER or (following[1] == "for" and found.lemma != "call for")


def _paragraph(
    reading: Reading, placed: Numbered, span: Span, initial: Match | None, verbs: list[Match],
    addressees: list[Addressee], notes: _Notes,
) -> Paragraph:  # fmt: skip
    document, straight = reading.document, reading.straight
    phrase = _phrase(document, placed, span, initial)
    operative = placed.part == "operative"
    return Paragraph(
        id=placed.id,
        part=placed.part,
        number=placed.number,
        level=placed.level,
        phrase=phrase,
        text=document.text[span.start : span.end],
        span=span,
        verbs=tuple(_verb(document.text, each) for each in verbs),
        addressees=tuple(_printed(document.text, each) for each in addressees),
        deadline=next((a.deadline for a in addressees if a.deadline), None) if operative else None,
        reporting=any(a.reporting for a in addressees),
        citations=find_citations(straight, span, reading.organ),
        note_citations=notes.cited(span),
        dates=find_dates(straight, span),
        treaties=find_treaties(straight, span),
    )


def _printed(text: str, addressee: Addressee) -> Addressee:
    """The addressee in the text's own characters."""
    if text.isascii():
        return addressee
    return Addressee(
        class_=addressee.class_, text=addressee.span.of(text), verb=addressee.verb_span.of(text),
        span=addressee.span, verb_span=addressee.verb_span, action=addressee.action,
        force=addressee.force, deadline=addressee.deadline, reporting=addressee.reporting,
        name=addressee.name,
    )  # fmt: skip


def _phrase(
    document: Document, placed: Numbered, span: Span, initial: Match | None
) -> str | None:
    """The initiating phrase: what the source sets in italics at the start, else the verb."""
    for italic in placed.item.found.block.italics:
        words = italic.of(document.text)
        if italic.start == span.start and italic.end > italic.start:
            return words.rstrip(",;: ") or None
        if italic.start > span.start:
            break
    return document.text[initial.start : initial.end] if initial else None


def _verb(text: str, match: Match) -> Verb:
    return Verb(
        text[match.start : match.full_end],
        Span(match.start, match.full_end),
        match.lemma,
        match.adverbs,
        match.force,
    )


class _Notes:
    """The citations of a document's footnotes, by where each is called."""

    def __init__(self, reading: Reading) -> None:
        self.anchored = [
            (note.anchor, note.text) for note in sorted(reading.document.notes, key=lambda n: n.anchor)
        ]
        self.organ = reading.organ

    def cited(self, span: Span) -> tuple[Citation, ...]:
        """What the notes called inside of ``span`` cite; their spans are where they are called."""
        if not self.anchored:
            return ()
        found: list[Citation] = []
        for anchor, text in self.anchored:
            if span.start <= anchor <= span.end:
                straight = straighten(text)
                for each in find_citations(straight, Span(0, len(straight)), self.organ, footnote=True):
                    found.append(
                        Citation(each.symbol, each.text, each.kind, Span(anchor, anchor), each.date, each.candidates)
                    )
        return tuple(found)
