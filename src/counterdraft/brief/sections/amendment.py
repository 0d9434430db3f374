"""What amendments to the draft would do to it: each instruction beside the paragraph it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterdraft.brief.amend_effects import Effect, effects
from counterdraft.brief.amends import standing
from counterdraft.brief.case import Case, label
from counterdraft.brief.report import Group, Part, Prose, Row, Section, Statement, Table
from counterdraft.model.amendment import Amending, Instruction
from counterdraft.reuse.wording import normalised
from counterdraft.wording.english import counted, listed, shortened
from counterdraft.wording.paragraph_label import paragraph_label

TITLE = "An amendment to this text"
_TITLES = "Amendments to this text"
_QUOTED, _STANDS = 900, 160  # characters of words that come or go, and of a paragraph as it stands
_COLUMNS = ("The instruction", "The paragraph as it stands", "Would go", "Would come")
_NOTE = (
    "An amendment is no rival: nothing is counted that one text has and the other has not. All "
    "else in this brief is of the text as it stands, without the amendment."
)
_UNREAD = "Not understood: what it would do is not told"
_NUMBER = re.compile(r"^\(?\w{1,3}[.)]\s+")


def amendment(case: Case) -> Section | None:
    """The section; None where no amendment was given."""
    amendings = case.known.amendments
    if not amendings:
        return None
    each_with = zip(amendings, effects(case), strict=True)
    parts = tuple(part for each, found in each_with for part in _parts(case, each, found))
    return Section("amendment", TITLE if len(amendings) == 1 else _TITLES, parts)


def _parts(case: Case, amending: Amending, found: Sequence[Effect]) -> Iterator[Part]:
    """What one amendment is, and its instructions, each a row."""
    yield Prose(tuple(_said(case, amending)))
    rows = tuple(_row(case, amending, each) for each in found)
    if rows:
        of = f"{amending.symbol or 'The document'}, instruction by instruction"
        title = "Instruction by instruction" if len(case.known.amendments) == 1 else of
        first = next(each for each in case.known.amendments if each.instructions)
        note = _NOTE if amending is first else ""
        yield Table(title, _COLUMNS, (Group(None, rows),), note)


def _said(case: Case, amending: Amending) -> Iterator[Statement]:
    by = f", brought by {listed(amending.sponsors)}," if amending.sponsors else ""
    named = amending.symbol or "The document"
    yield Statement(f"{named}{by} amends {amending.target or 'a draft'}.")
    yield from _whether(case, amending)
    count = len(amending.instructions)
    if not count:
        yield Statement("None of its instructions was recognized.")
    if unread := sum(1 for each in amending.instructions if each.does == "unread"):
        was = "was" if unread == 1 else "were"
        told = f"{unread} of {counted(count, 'instruction')} {was} not understood"
        yield Statement(f"{told}; what is not understood is quoted, and nothing is told of it.")


def _whether(case: Case, amending: Amending) -> Iterator[Statement]:
    """Whether it is this text that it amends, where that is not said by both symbols."""
    symbol, kind = case.resolution.symbol, standing(case, amending)
    if kind == "other":
        this = f"This text is {symbol}" if symbol and amending.target else _other_title(case)
        yield Statement(
            f"{this}: what it would do to this one is not known, and none of its "
            "paragraphs are put beside it."
        )
    elif kind == "version":
        yield Statement(
            f"This text is {symbol}, another version of that draft: whether the amendment holds "
            "for it is not known, and its numbers may have shifted. Paragraphs are found by their "
            "numbers alone."
        )
    elif symbol is None or amending.target is None:
        same = "; it has the title of this one" if kind == "this" else ""
        yield Statement(
            f"Whether that is this text is not said{same}; paragraphs are found by their numbers "
            "alone."
        )


def _other_title(case: Case) -> str:
    return f"Its title is another than that of this text, \u201c{case.resolution.title}\u201d"


def _row(case: Case, amending: Amending, effect: Effect) -> Row:
    each = effect.instruction
    known = standing(case, amending) != "other"
    return Row((
        (Statement(each.text, style="quote"),),
        tuple(_stands(case, effect)) if known else (),
        tuple(_goes(case, effect)), tuple(_comes(case, each)),
    ))  # fmt: skip


def _stands(case: Case, effect: Effect) -> Iterator[Statement]:
    """The paragraphs named, and what an instruction takes to stand there, and does not."""
    if effect.instruction.does == "unread":
        yield Statement(_UNREAD, style="absent")
        return
    for paragraph in effect.found:
        words = f"{label(paragraph)}: \u201c{shortened(paragraph.text, _STANDS)}\u201d"
        yield Statement(words, (case.at(paragraph),))
    if effect.instruction.title and case.resolution.title:
        yield Statement(f"Title: \u201c{shortened(case.resolution.title, _STANDS)}\u201d")
    if effect.absent:
        yield Statement(f"{listed(effect.absent)}: not found in this text", style="absent")
    yield from _words_there(effect)
    for said in effect.clashes:
        yield Statement(said[:1].upper() + said[1:], style="absent")


def _words_there(effect: Effect) -> Iterator[Statement]:
    """Which words are not at a place, and which are there more than once."""
    several = len(effect.found) + effect.instruction.title > 1
    for words, where, by in effect.lacking:
        if by:
            yield Statement(f"\u201c{words}\u201d: as {by} would have it")
        else:
            at = where if several or not effect.found else "that paragraph"
            yield Statement(f"\u201c{words}\u201d: not found in {at}", style="absent")
    for words, where, times in effect.repeated:
        told = f"\u201c{words}\u201d stands {times} times in {where}; which is meant is not said"
        yield Statement(told, style="absent")


def _goes(case: Case, effect: Effect) -> Iterator[Statement]:
    """Words, or whole paragraphs in the draft's own words."""
    each = effect.instruction
    if each.does in {"delete", "replace"}:
        for paragraph in effect.found:
            yield Statement(shortened(paragraph.text, _QUOTED), (case.at(paragraph),), "quote")
        if each.title and case.resolution.title:
            yield Statement(case.resolution.title, style="quote")
    if each.does == "words" or not effect.found:
        yield from (_words(each, words) for words in each.goes)


def _comes(case: Case, each: Instruction) -> Iterator[Statement]:
    for words in each.comes:
        yield _words(each, words)
        before = "" if each.does == "words" else _before(case, words)
        if before:
            yield Statement(f"The same words stand in {before}.")
    if each.does == "words" and each.comes and each.beside:
        anchors = listed([f"\u201c{shortened(words, _STANDS)}\u201d" for words in each.anchors])
        yield Statement(f"({each.beside}{' ' if anchors else ''}{anchors})")


def _words(each: Instruction, words: str) -> Statement:
    """A paragraph, or between quotation marks words within one."""
    told = shortened(words, _QUOTED)
    return Statement(f"\u201c{told}\u201d" if each.does == "words" else told, style="quote")


def _before(case: Case, words: str) -> str:
    """Where the text before this one in its series has a whole paragraph in the same words."""
    comparison = case.known.predecessor
    plain = normalised(_NUMBER.sub("", words))
    for unit in comparison.a.units if comparison else ():
        if comparison and normalised(unit.text) == plain:
            named = comparison.a.symbol or "the text before this one"
            return f"{named}, {paragraph_label(unit.head.key, unit.head.number)}"
    return ""
