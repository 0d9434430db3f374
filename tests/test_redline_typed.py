"""Redlines on Word files as people type them: no phrase has a run of its own, or each has one.

Words come, go and change at every place of a paragraph, whose number is typed or counted; to
accept all gives B, to reject all gives A, by our own settling and by LibreOffice's.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from counterdraft.jobs.compare import compare_files, redlined
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.redline.onto import write_onto
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.steps import steps
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.settle import accepted, rejected
from counterdraft.read.from_docx import from_docx
from tests.libreoffice import python_with_uno, settled_by_libreoffice
from tests.redlining import edits, from_file, written
from tests.test_redline_onto import LIST, listed, p, r
from tests.test_redline_property import PEN, Drawn, texts
from tests.wordschema import faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.libreoffice import Outcome

    Word = Callable[..., bytes]


class Manner(NamedTuple):
    """How somebody types: what has a run of its own, and whether Word counts the numbers."""

    counted: bool
    phrase_apart: bool
    italic: bool
    number_apart: bool


MANNERS = [Manner(*each) for each in product([False, True], repeat=4)]
CHANGES = ("inserted", "deleted", "replaced")
PLACES = ("start", "phrase", "middle", "end")
NEW = "in good time"


class Paragraph(NamedTuple):
    """A paragraph: its number, "" for none, its initiating phrase, and the words after it."""

    number: str
    phrase: str
    rest: str


def typed(manner: Manner, each: Paragraph) -> str:
    """A paragraph as Word has it."""
    runs = [each.phrase, each.rest] if manner.phrase_apart else [each.phrase + each.rest]
    number = each.number if not manner.counted else ""
    if number and not manner.number_apart:
        runs[0] = f"{number} {runs[0]}"
    made = [r(text, "<w:i/>" if manner.italic and not i else "") for i, text in enumerate(runs)]
    if number and manner.number_apart:
        made.insert(0, r(f"{number} "))
    return listed(*made) if each.number and manner.counted else p(*made)


def file(word: Word, manner: Manner, paragraphs: list[Paragraph]) -> bytes:
    return word("".join(typed(manner, each) for each in paragraphs), numbering=LIST)


# -- texts that nobody wrote


@st.composite
def changed(draw: st.DrawFn, text: Drawn) -> Drawn:
    """The text with words that come, go or change in some of its paragraphs."""
    found: Drawn = []
    for head, words, notes in text:
        place, change = draw(st.sampled_from(PLACES)), draw(st.sampled_from((*CHANGES, "")))
        if head.phrase and change:
            phrase, rest = edited(words[: head.phrase], words[head.phrase :], place, change)
            found.append((replace(head, phrase=len(phrase)), phrase + rest, notes))
        else:
            found.append((head, words, notes))
    return found


def edited(phrase: str, rest: str, place: str, change: str) -> tuple[str, str]:
    """A phrase and the words after it, changed at a place."""
    stop = rest[-1:]
    words = rest[:-1].split()
    at = {"phrase": 0, "middle": len(words) // 2, "end": len(words)}.get(place)
    if at is None:
        new = "Also" if change == "inserted" else "Welcomes"
        return (f"{new} {phrase}" if change == "inserted" else new), rest
    if change != "inserted":
        at = min(at, max(0, len(words) - 1))
        del words[at : at + 1]
    if change != "deleted":
        words.insert(at, NEW)
    return phrase, "".join(f" {each}" for each in words) + stop


def lines(data: bytes) -> list[str]:
    document = from_docx(data, "a.docx")
    found = [" ".join([*b.number, b.span.of(document.text)]) for b in document.blocks]
    return [each.replace("\t", " ") for each in found]


def flat(text: Drawn) -> Drawn:
    """The text without notes, its operative paragraphs numbered one after another."""
    found: Drawn = []
    count = 0
    for head, words, _ in text:
        counts = head.kind == "operative"
        count += counts
        number = str(count) if counts else head.number
        found.append((replace(head, number=number, level=0), words, ()))
    return found


def paragraphs(text: Drawn) -> list[Paragraph]:
    return [
        Paragraph(
            f"{head.number}." if head.kind == "operative" else "",
            words[: head.phrase],
            words[head.phrase :],
        )
        for head, words, _ in text
    ]


@given(st.data(), texts().map(flat), st.sampled_from(MANNERS))
@settings(deadline=None, max_examples=150)
def test_property_words_come_and_go_where_they_do_however_runs_are_cut(
    word: Word, data: st.DataObject, one: Drawn, manner: Manner
) -> None:
    other = data.draw(st.one_of(changed(one), texts().map(flat)))
    before, b = file(word, manner, paragraphs(one)), written(other)
    a = from_file(before, written(one).units)
    package = Package(before, "")
    rewriting = Rewriting(package)
    found = steps(edits(a.units, b.units), a.units, b.units)
    write_onto(package, rewriting, Side(*a), Side(*b), found, Pen(*PEN))
    redline = rewriting.written()
    assert lines(rejected(Package(redline, ""))) == lines(before)
    wanted = [
        " ".join([*filter(None, [each.number]), each.phrase + each.rest])
        for each in paragraphs(other)
    ]
    assert lines(accepted(Package(redline, ""))) == wanted
    assert faults(redline) == []


# -- a draft that is read, parsed and compared, with one change of each kind at each place

SUBJECTS = ("harvests", "ferries", "orchards", "lanterns", "beacons", "mooring posts", "granaries",
            "signal towers", "wells", "weather stations", "footbridges", "ledgers")  # fmt: skip
CASES = dict(zip(product(PLACES, CHANGES), SUBJECTS, strict=True))


STARTS = {
    "inserted": (("Recalling", "Also recalling"), ("Requests", "Also requests")),
    "deleted": (("Also recalling", "Recalling"), ("Also requests", "Requests")),
    "replaced": (("Recalling", "Welcoming"), ("Requests", "Welcomes")),
}


def draft(*, is_changed: bool) -> list[Paragraph]:
    """A draft with a paragraph in either part for every change at every place, before or after."""
    found = [Paragraph("", "", "Upkeep of the northern coast"),
             Paragraph("", "", "The General Assembly,")]  # fmt: skip
    for part, stop in enumerate((",", ";")):
        for nth, ((place, change), subject) in enumerate(CASES.items(), 1):
            phrase = STARTS["inserted"][part][0]
            rest = f" the survey of {subject} that was made for every district of the coast{stop}"
            if place == "start":
                phrase = STARTS[change][part][is_changed]
            elif is_changed:
                phrase, rest = edited(phrase, rest, place, change)
            found.append(Paragraph(f"{nth}." if part else "", phrase, rest))
    return found


def text_of(found: list[Paragraph]) -> list[str]:
    return [" ".join([*filter(None, [e.number]), e.phrase + e.rest]) for e in found]


@pytest.fixture(scope="module")
def redlines(word: Word, tmp_path_factory: pytest.TempPathFactory) -> dict[Manner, bytes]:
    """The redline of the draft in every manner, onto its own file."""
    folder = tmp_path_factory.mktemp("typed")
    b = folder / "b.txt"
    b.write_text("\n\n".join(text_of(draft(is_changed=True))))
    found = {}
    for nth, manner in enumerate(MANNERS):
        a = folder / f"{nth}.docx"
        a.write_bytes(file(word, manner, draft(is_changed=False)))
        found[manner] = redlined(compare_files(str(a), str(b)), author=PEN[0], date=PEN[1])
    return found


@pytest.mark.parametrize("manner", MANNERS)
def test_every_change_at_every_place_is_where_it_belongs(
    redlines: dict[Manner, bytes], manner: Manner
) -> None:
    package = Package(redlines[manner], "")
    assert lines(rejected(package)) == text_of(draft(is_changed=False))
    assert lines(accepted(Package(redlines[manner], ""))) == text_of(draft(is_changed=True))
    assert faults(redlines[manner]) == []


@pytest.mark.skipif(python_with_uno() is None, reason="no LibreOffice that takes orders")
def test_libreoffice_finds_every_change_where_it_belongs(redlines: dict[Manner, bytes]) -> None:
    outcomes: tuple[Outcome, ...] = ("original", "final")
    asked = [(manner, outcome) for manner in MANNERS for outcome in outcomes]
    made = settled_by_libreoffice([(redlines[manner], outcome) for manner, outcome in asked])
    for (manner, outcome), data in zip(asked, made, strict=True):
        assert lines(data) == text_of(draft(is_changed=outcome == "final")), (manner, outcome)
