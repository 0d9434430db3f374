"""What an amendment to the draft would do to it: each instruction beside the paragraph it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from counterdraft.brief.amends import amends, places, plain
from counterdraft.brief.case import Case, label
from counterdraft.brief.report import Group, Prose, Row, Section, Statement, Table
from counterdraft.model import Paragraph
from counterdraft.model.amendment import Amending, Instruction
from counterdraft.reuse.wording import normalised
from counterdraft.text.paragraph_label import paragraph_label
from counterdraft.text.wording import listed, shortened

TITLE = "An amendment to this text"
_QUOTED, _STANDS = 900, 160  # characters of words that come or go, and of a paragraph as it stands
_COLUMNS = ("The instruction", "The paragraph as it stands", "Would go", "Would come")
_NOTE = (
    "An amendment is no rival: nothing is counted that one text has and the other has not. All "
    "else in this brief is of the text as it stands, without the amendment."
)
_NUMBER = re.compile(r"^\(?\w{1,3}[.)]\s+")


def amendment(case: Case) -> Section | None:
    """The section; None where no amendment was given."""
    amending = case.known.amendment
    if amending is None:
        return None
    parts = [Prose(tuple(_said(case, amending)))]
    rows = tuple(_row(case, each, known=amends(case)) for each in amending.instructions)
    table = (Table("Instruction by instruction", _COLUMNS, (Group(None, rows),), _NOTE),)
    return Section("amendment", TITLE, (*parts, *(table if rows else ())))


def _said(case: Case, amending: Amending) -> Iterator[Statement]:
    by = f", brought by {listed(amending.sponsors)}," if amending.sponsors else ""
    named = amending.symbol or "The document"
    symbol = case.resolution.symbol
    yield Statement(f"{named}{by} amends {amending.target or 'a draft'}.")
    if not amends(case):
        yield Statement(
            f"This text is {symbol}: what it would do to this one is not known, and none of its "
            "paragraphs are put beside it."
        )
    elif symbol is None or amending.target is None:
        yield Statement(
            "Whether that is this text is not known; paragraphs are found by their numbers alone."
        )
    if not amending.instructions:
        yield Statement("None of its instructions was recognized.")


def _row(case: Case, each: Instruction, *, known: bool) -> Row:
    found = _named(case, each) if known else []
    return Row((
        (Statement(each.text, style="quote"),), tuple(_stands(case, each, found, known=known)),
        tuple(_goes(case, each, found)), tuple(_comes(case, each)),
    ))  # fmt: skip


def _named(case: Case, each: Instruction) -> list[Paragraph]:
    paragraphs = {p.id: p for p in case.resolution.paragraphs}
    return [paragraphs[name] for name in places(case, each) if name in paragraphs]


def _stands(
    case: Case, each: Instruction, found: list[Paragraph], *, known: bool
) -> Iterator[Statement]:
    """The paragraphs named, and which words that they are said to have they have not."""
    for paragraph in found:
        words = f"{label(paragraph)}: \u201c{shortened(paragraph.text, _STANDS)}\u201d"
        yield Statement(words, (case.at(paragraph),))
    if not known:
        return
    named = {p.id for p in found}
    if absent := [paragraph_label(n, _digits(n)) for n in each.paragraphs if n not in named]:
        yield Statement(f"{listed(absent)}: not found in this text", style="absent")
    if each.whole is None and len(found) == 1 and not each.title:
        for words in (*each.goes, *each.anchors):
            if plain(words) not in plain(found[0].text):
                yield _absent(case, each, found[0], words)


def _absent(case: Case, each: Instruction, paragraph: Paragraph, words: str) -> Statement:
    """Words that a paragraph has not, or only as an instruction before this one would leave it."""
    text = plain(paragraph.text)
    for n, before in enumerate(_before_it(case, each), 1):
        exchanged = before.whole is None and len(before.goes) == len(before.comes) == 1
        if exchanged and paragraph.id in places(case, before):
            text = text.replace(plain(before.goes[0]), plain(before.comes[0]))
            if plain(words) in text:
                return Statement(f"\u201c{words}\u201d: as instruction {n} would have it")
    return Statement(f"\u201c{words}\u201d: not found in that paragraph", style="absent")


def _before_it(case: Case, each: Instruction) -> Iterator[Instruction]:
    """The instructions of the document before one, by which words are exchanged."""
    amending = case.known.amendment
    given = amending.instructions if amending else ()
    return takewhile(lambda other: other is not each, given)


def _digits(name: str) -> str:
    return name.partition(".")[0][2:]


def _goes(case: Case, each: Instruction, found: list[Paragraph]) -> Iterator[Statement]:
    """Words, or whole paragraphs in the draft's own words."""
    if each.whole in {"goes", "replaced"}:
        for paragraph in found:
            yield Statement(shortened(paragraph.text, _QUOTED), (case.at(paragraph),), "quote")
    if each.whole is None or not found:
        yield from (_words(each, words) for words in each.goes)


def _comes(case: Case, each: Instruction) -> Iterator[Statement]:
    for words in each.comes:
        yield _words(each, words)
        before = _before(case, words) if each.whole else ""
        if before:
            yield Statement(f"The same words stand in {before}.")


def _words(each: Instruction, words: str) -> Statement:
    """A paragraph, or between quotation marks words within one."""
    told = shortened(words, _QUOTED)
    return Statement(told if each.whole else f"\u201c{told}\u201d", style="quote")


def _before(case: Case, words: str) -> str:
    """Where the text before this one in its series has a whole paragraph in the same words."""
    comparison = case.known.predecessor
    plain = normalised(_NUMBER.sub("", words))
    for unit in comparison.a.units if comparison else ():
        if comparison and normalised(unit.text) == plain:
            named = comparison.a.symbol or "the text before this one"
            return f"{named}, {paragraph_label(unit.head.key, unit.head.number)}"
    return ""
