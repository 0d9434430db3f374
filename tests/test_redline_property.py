"""Redlines of texts that nobody wrote: to reject all gives A, to accept all gives B, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from counterdraft.model import Head, Unit
from counterdraft.ooxml.look.file import Heads, word_file
from counterdraft.ooxml.look.lines import Style
from counterdraft.ooxml.look.masthead import Masthead
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.redline.lines import lines
from counterdraft.ooxml.redline.onto import write_onto
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.steps import steps, unchanged
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.settle import accepted, rejected
from counterdraft.read.from_docx import from_docx
from tests.redlining import Text, edits, from_file, notes, seen, written
from tests.wordschema import faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from counterdraft.ooxml.redline.steps import Step

BARE = Heads(Masthead(), Masthead())
PEN = ("Ada Vell", "2026-11-01T09:00:00Z")
VERBS = ("Recalling", "Noting also", "Requests", "Decides")
FORMS: tuple[Callable[[int], str], ...] = (lambda n: chr(96 + n), lambda n: "i" * n)
Drawn = list[tuple[Head, str, tuple[str, ...]]]

_words = st.lists(st.sampled_from(["salt", "the lamp", "of Hesk", "2026/4", "and"]), max_size=9)
_notes = st.lists(st.sampled_from(["Resolution 1.", "See A/2."]), max_size=1)
# The depth of an operative paragraph, its verb and words; some are numbered out of order.
_operative = st.tuples(
    st.integers(0, 2), st.sampled_from(VERBS[2:]), _words, _notes, st.sampled_from(["", "", "bis"])
)
_preambular = st.tuples(st.sampled_from(VERBS[:2]), _words, _notes)


@st.composite
def texts(draw: st.DrawFn) -> Drawn:
    """A draft: a title, a formula, paragraphs with numbers that are right."""
    found: Drawn = [
        (Head("title", "title"), "Lamps", ()),
        (Head("formula", "formula"), "The General Assembly,", ()),
    ]
    for i, (verb, words, called) in enumerate(draw(st.lists(_preambular, max_size=4)), 1):
        head = Head(f"pp{i}", "preambular", str(i), 0, len(verb))
        found.append((head, " ".join([verb, *words]) + ",", tuple(called)))
    path: list[int] = []
    for depth, verb, words, called, more in draw(st.lists(_operative, max_size=7)):
        depth = min(depth, len(path))
        repeated = more and depth == 0 and path
        path = path[: depth + 1] if len(path) > depth else [*path, 0]
        path[depth] += not repeated
        number = _number(path) + ("bis" if repeated else "")
        head = Head(f"op{len(found)}", "operative", number, depth, len(verb))
        found.append((head, " ".join([verb, *words]) + ";", tuple(called)))
    return found


def _number(path: list[int]) -> str:
    printed = (str(path[0]), *(f"({form(n)})" for form, n in zip(FORMS, path[1:], strict=False)))
    return " ".join(printed)


def printed(data: bytes) -> list[tuple[str, list[str]]]:
    """The lines with their numbers, whether those are counted or typed."""
    return [(" ".join([*number, text]), italics) for number, text, italics in seen(data)]


def plain(text: Text) -> bytes:
    return file(unchanged(text.units), text, text)


def file(found: list[Step], a: Text, b: Text, heads: Heads = BARE) -> bytes:
    return word_file(heads, lines(found, Side(*a), Side(*b)), Pen(*PEN), "Lamps")


@given(texts(), texts())
@settings(deadline=None, max_examples=30)
def test_property_a_redline_is_a_and_b(one: Drawn, other: Drawn) -> None:
    a, b = written(one), written(other)
    data = file(steps(edits(a.units, b.units), a.units, b.units), a, b)
    before, after = plain(a), plain(b)
    assert seen(rejected(Package(data, ""))) == seen(data, "original") == seen(before)
    assert seen(accepted(Package(data, ""))) == seen(data) == seen(after)
    assert notes(data, "original") == notes(before)
    assert notes(data) == notes(after)
    assert faults(data) == []


@given(texts(), texts())
@settings(deadline=None, max_examples=30)
def test_property_a_redline_on_a_file_is_the_file_and_b(one: Drawn, other: Drawn) -> None:
    before, b = plain(written(one)), written(other)
    a = from_file(before, written(one).units)
    package = Package(before, "")
    rewriting = Rewriting(package)
    found = steps(edits(a.units, b.units), a.units, b.units)
    write_onto(package, rewriting, Side(*a), Side(*b), found, Pen(*PEN))
    data = rewriting.written()
    assert seen(rejected(Package(data, ""))) == seen(data, "original") == seen(before)
    assert notes(data, "original") == notes(before)
    assert from_docx(rejected(Package(data, "")), "").text == a.document.text
    assert printed(accepted(Package(data, ""))) == printed(data) == printed(plain(b))
    assert notes(data) == notes(plain(b))
    assert faults(data) == []


def test_a_text_against_itself_has_no_changes() -> None:
    text = written([(Head("pp1", "preambular", "1", 0, 9), "Recalling all,", ("A/2.",))])
    data = plain(text)
    assert from_docx(data, "").revisions == ()
    assert [unit.text for unit in text.units] == ["Recalling all,"]
    assert isinstance(text.units[0], Unit)


# -- the lines below the masthead, of which two may be of one style

STYLES: tuple[Style, ...] = ("Session", "Committee", "AgendaItem", "Adopted", "Sponsors")
_lines = st.lists(
    st.tuples(
        st.sampled_from(STYLES),
        st.sampled_from(["Eightieth session", "Fifth Committee", "Resolution of 3 May 2026"]),
    ),
    max_size=6,
).map(lambda drawn: Masthead(lines=tuple(drawn)))
BODY: Drawn = [(Head("pp1", "preambular", "1", 0, 9), "Recalling all,", ())]


def headed(a: Masthead, b: Masthead) -> bytes:
    text = written(BODY)
    return file(unchanged(text.units), text, text, Heads(a, b))


@given(_lines, _lines)
@settings(deadline=None, max_examples=40)
def test_property_the_head_of_a_redline_is_a_and_b_too(a: Masthead, b: Masthead) -> None:
    data = headed(a, b)
    assert seen(data, "original") == seen(rejected(Package(data, ""))) == seen(headed(a, a))
    assert seen(data) == seen(accepted(Package(data, ""))) == seen(headed(b, b))
    assert faults(data) == []


@given(_lines)
@settings(deadline=None, max_examples=20)
def test_property_a_head_that_stays_is_no_change(head: Masthead) -> None:
    assert from_docx(headed(head, head), "").revisions == ()
