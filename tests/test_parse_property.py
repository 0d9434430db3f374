"""Properties of the parser: it returns on anything, and what it returns can be looked up.

Each property is a function of a document and its resolutions; all are tried on texts glued together
from pieces of drafts and of what spoils them, and on the golden cases. That the properties are not
met by finding nothing is seen to by the drafts that are put together and must come back whole.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Struct

from counterdraft.errors import CounterdraftError
from counterdraft.model import Citation, Document, Paragraph, Resolution, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_html import from_html
from counterdraft.read.from_text import from_text
from counterdraft.read.read import read

CASES = sorted((Path(__file__).parent / "cases" / "parse").glob("*/input.*"))

Resolutions = tuple[Resolution, ...]
Property = Callable[[Document, Resolutions], None]

# What drafts are made of, and what they come with.
PIECES = (
    *("The General Assembly,", "The Security Council,", "The Human Rights Council,"),
    *("[DRAFT]", "[PP]", "[OP]", "Draft resolution", "A/C.3/81/L.23", "A/RES/79/181", "A", "B"),
    "France, Japan and Côte d’Ivoire: draft resolution",
    "Eighty-first session",
    "Agenda item 71 (c)",
    "Distr.: General 4 November 2026",
    "76/173. Situation of human rights",
    "Recalling its resolutions 60/251 of 15 March 2006, 75/253 A and B and 217 A (III),",
    "*Gravely concerned* at the report (A/HRC/25/63 and Corr.1, para. 3),",
    "PP3bis. Reaffirming the Convention on the Rights of the Child and the ICCPR,",
    "Acting under Chapter VII of the Charter of the United Nations,",
    "Decides to remain seized of the matter.",
    "1. Condemns the acts of 31 May 2014, from 3 to 5 June 2015 and in 2012-2014;",
    "2. Calls upon all States, in particular donors, to help;",
    "3. Requests the Secretary-General to report to it by 2030 and at its ninetieth session:",
    "OP4alt. [Invites UNICEF and civil society to continue to do so;]",
    "5. Requests:",
    *("(a) The Secretary-General to act;", "(i) To be done;", "(h) To see;", "b) and so on;"),
    *("- urges no one;", "• Urges States to act;", "* To wait;"),
    *("Annex", "Annex I", "Title of an annex", "I", "Section II", "Freedom of navigation"),
    *("__________", "1 See A/HRC/25/63.", "² Resolution 217 A (III).", "24-12345", "2/7", "..."),
    *("> ", ">> ", "# ", "**", "_", "`", "[", "]", "](x)", "(", ")", "“", "”", '"', "’", "'", "—"),
    *(
        "On Monday Ann wrote:",
        "Amendments to draft resolution A/C.3/81/L.23",
        "Replace paragraph 3",
    ),
)
SPOILERS = (
    *("\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x1c", "\x7f", "\x85", "\u00a0", "\u00ad", "\u061c"),
    *("\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\u202e", "\u2066", "\u3000", "\ufeff"),
    *("İ", "ß", "ﬁ", "①", "²", "٣", "𝟙", "é", "中", "א", "😀", "1/1", "99999", "-", "- \n", "\\"),
)
GAPS = ("\n\n", "\n\n", "\n", "\r\n", "", " ", "\t", "\n    ", "\n> ", "\n\n\n")
OPENINGS = ("", "The General Assembly,\n\nRecalling its decision,\n\n1. Decides so;\n\n")


@st.composite
def rubble(draw: st.DrawFn) -> str:
    """A text of pieces, spoilers and gaps; now and then one of them many times over."""
    pieces = st.one_of(*[st.sampled_from(PIECES)] * 4, st.sampled_from(SPOILERS), st.text())
    repeats = st.sampled_from([1, 1, 1, 1, 1, 1, 2, 7, 300])
    parts = draw(st.lists(st.tuples(pieces, repeats, st.sampled_from(GAPS)), max_size=25))
    opening = draw(st.sampled_from(OPENINGS))
    return opening + "".join((piece + gap) * times for piece, times, gap in parts)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of rubble, as text or as Markdown.

    The "x" before it and the byte-order mark are there because blanks and bytes that look like
    no text are refused.
    """
    return from_text(
        f"x\n\n{draw(rubble())}".encode("utf-8-sig"), "x", markdown=draw(st.booleans())
    )


# The properties


def spans(resolution: Resolution) -> Iterator[Span]:
    """Every span of a resolution, however deep."""
    todo: list[object] = [resolution]
    while todo:
        value = todo.pop()
        if isinstance(value, Span):
            yield value
        elif isinstance(value, Struct):
            todo += [getattr(value, name, UNSET) for name in value.__struct_fields__]
        elif isinstance(value, tuple):
            todo += value


def paragraphs(resolutions: Resolutions) -> Iterator[Paragraph]:
    for resolution in resolutions:
        yield from resolution.paragraphs


def citations(resolutions: Resolutions) -> Iterator[Citation]:
    for paragraph in paragraphs(resolutions):
        yield from (*paragraph.citations, *paragraph.note_citations)


def finds(paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    """The words and the place of whatever was found in a paragraph."""
    yield from ((each.text, each.span) for each in paragraph.verbs)
    yield from ((each.text, each.span) for each in paragraph.citations)
    yield from ((each.text, each.span) for each in paragraph.dates)
    yield from ((each.text, each.span) for each in paragraph.treaties)
    yield from ((each.text, each.span) for each in paragraph.addressees)


def every_span_lies_in_the_text(document: Document, resolutions: Resolutions) -> None:
    whole = Span(0, len(document.text))
    for resolution in resolutions:
        assert all(s.start <= s.end and whole.holds(s) for s in spans(resolution))


def a_paragraph_is_the_slice_at_its_span(document: Document, resolutions: Resolutions) -> None:
    assert all(each.text == each.span.of(document.text) for each in paragraphs(resolutions))


def whatever_was_found_is_the_slice_at_its_span(
    document: Document, resolutions: Resolutions
) -> None:
    for each in paragraphs(resolutions):
        assert all(words == span.of(document.text) for words, span in finds(each))
        assert all(one.verb == one.verb_span.of(document.text) for one in each.addressees)


def headings_are_slices(document: Document, resolutions: Resolutions) -> None:
    for resolution in resolutions:
        assert all(each.text == each.span.of(document.text) for each in resolution.headings)


def what_was_found_in_a_paragraph_lies_in_it(_: Document, resolutions: Resolutions) -> None:
    for each in paragraphs(resolutions):
        own = [span for words, span in finds(each) if words]
        assert all(each.span.holds(span) for span in own)


def paragraphs_ascend_without_overlap(_: Document, resolutions: Resolutions) -> None:
    for one, next_one in pairwise(paragraphs(resolutions)):
        assert one.span.end <= next_one.span.start


def resolutions_ascend_without_overlap(_: Document, resolutions: Resolutions) -> None:
    for one, next_one in pairwise(resolutions):
        assert one.span.end <= next_one.span.start


def a_resolution_holds_its_paragraphs(_: Document, resolutions: Resolutions) -> None:
    for resolution in resolutions:
        assert all(resolution.span.holds(each.span) for each in resolution.paragraphs)


def ids_are_unique(_: Document, resolutions: Resolutions) -> None:
    for resolution in resolutions:
        ids = [each.id for each in resolution.paragraphs]
        assert len(set(ids)) == len(ids)


def ids_have_their_form(_: Document, resolutions: Resolutions) -> None:
    for each in paragraphs(resolutions):
        start = "pp" if each.part == "preambular" else "op"
        assert re.fullmatch(rf"{start}\d+[a-z0-9]*(\.[A-Za-z0-9]+)*(-\d+)?", each.id, re.ASCII)


def no_paragraph_is_empty(_: Document, resolutions: Resolutions) -> None:
    assert all(each.text.strip() for each in paragraphs(resolutions))


def dates_are_days_months_or_years_of_the_calendar(_: Document, resolutions: Resolutions) -> None:
    said = [each.date for each in resolutions] + [each.date for each in citations(resolutions)]
    for each in paragraphs(resolutions):
        said += [day for mention in each.dates for day in (mention.start, mention.end)]
    for day in filter(None, said):
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", day, re.ASCII)
        date.fromisoformat(day + "-01-01"[len(day) - 4 :])


def a_citation_is_settled_or_open(_: Document, resolutions: Resolutions) -> None:
    assert all(not (each.symbol and each.candidates) for each in citations(resolutions))


PROPERTIES: tuple[Property, ...] = (
    every_span_lies_in_the_text,
    a_paragraph_is_the_slice_at_its_span,
    whatever_was_found_is_the_slice_at_its_span,
    headings_are_slices,
    what_was_found_in_a_paragraph_lies_in_it,
    paragraphs_ascend_without_overlap,
    resolutions_ascend_without_overlap,
    a_resolution_holds_its_paragraphs,
    ids_are_unique,
    ids_have_their_form,
    no_paragraph_is_empty,
    dates_are_days_months_or_years_of_the_calendar,
    a_citation_is_settled_or_open,
)


def hold(document: Document) -> None:
    """Try every property; the traceback names the one that is not met."""
    resolutions = parse(document)
    for each in PROPERTIES:
        each(document, resolutions)


@given(documents())
def test_the_properties_hold_for_rubble(document: Document) -> None:
    hold(document)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_the_properties_hold_for_a_case(case: Path) -> None:
    reader = from_html if case.suffix in {".html", ".mhtml"} else read
    hold(reader(case.read_bytes(), str(case)))


# Totality


@given(st.text(), st.booleans())
def test_parse_returns_on_any_text(text: str, markdown: bool) -> None:
    document = from_text(f"x{text}".encode("utf-8-sig"), "x", markdown=markdown)
    assert isinstance(parse(document), tuple)


@given(
    st.one_of(
        st.binary(), rubble().map(str.encode), rubble().map(lambda t: t.encode("cp1252", "ignore"))
    )
)
def test_any_bytes_are_parsed_or_refused_on_one_line(data: bytes) -> None:
    refusal = ""
    try:
        parse(read(data, "x"))
    except CounterdraftError as error:
        refusal = str(error)
    assert refusal[:1] in {"", "x"}
    assert len(refusal.splitlines()) <= 1


# Drafts put together come back


class Made(NamedTuple):
    """The clauses of a draft, without numbers."""

    preamble: list[str]
    operative: list[str]


SUBJECTS = (
    *("the situation of the fisheries", "its previous decisions on the matter", "all its work"),
    *("the duty of care", "the report of the Secretary-General", "the need for patience"),
)
TAILS = ("", " and the means to improve it", ", taking into account the views of Member States")
NOTING = ("Recalling", "Noting with appreciation", "Deeply concerned about", "Also reaffirming")
ACTING = ("Welcomes", "Strongly condemns", "Takes note of", "Expresses its deep concern about")


@st.composite
def drafts(draw: st.DrawFn) -> Made:
    def clauses(verbs: tuple[str, ...]) -> list[str]:
        parts = map(st.sampled_from, (verbs, SUBJECTS, TAILS))
        clause = st.tuples(*parts).map(lambda words: "{} {}{}".format(*words))
        return draw(st.lists(clause, min_size=1, max_size=5))

    return Made(clauses(NOTING), clauses(ACTING))


def written(made: Made, *, numbers: bool) -> list[str]:
    """The lines of a draft, one a paragraph."""
    ends = [";"] * (len(made.operative) - 1) + ["."]
    acts = [clause + end for clause, end in zip(made.operative, ends, strict=True)]
    if numbers:
        acts = [f"{n}. {act}" for n, act in enumerate(acts, 1)]
    return ["The General Assembly,", *(clause + "," for clause in made.preamble), *acts]


def found(text: str) -> list[str]:
    """The words of the only draft in a text, without the mark that each paragraph ends with."""
    (resolution,) = parse(from_text(text.encode(), "x"))
    return [each.text.rstrip(",;.") for each in resolution.paragraphs]


@given(drafts(), st.booleans(), st.sampled_from(["\n", "\n\n", "\r\n\r\n", "\n \n\n"]))
def test_a_draft_comes_back_however_its_paragraphs_are_set_apart(
    made: Made, numbers: bool, gap: str
) -> None:
    assert found(gap.join(written(made, numbers=numbers))) == [*made.preamble, *made.operative]


@given(drafts(), st.booleans(), st.integers(50, 100))
def test_a_draft_comes_back_from_wrapped_lines(made: Made, numbers: bool, width: int) -> None:
    lines = [textwrap.fill(line, width) for line in written(made, numbers=numbers)]
    assert found("\n\n".join(lines)) == [*made.preamble, *made.operative]


@given(drafts(), st.integers(1, 3), st.integers(60, 76))
def test_a_draft_comes_back_from_a_quoted_mail(made: Made, depth: int, width: int) -> None:
    lines = [textwrap.fill(line, width) for line in written(made, numbers=True)]
    quoted = textwrap.indent("\n\n".join(lines), "> " * depth, lambda _: True)
    text = f"On Monday, Ann wrote:\n\n{quoted}\n\nWhat do you make of this?\n"
    assert found(text) == [*made.preamble, *made.operative]


@given(drafts(), st.sampled_from(["“”", "\u2018\u2019", "''"]))
def test_typographic_quotes_change_nothing(made: Made, quotes: str) -> None:
    plain = [line.replace("the views", '"the views"') for line in written(made, numbers=True)]
    pair = iter(quotes * sum(line.count('"') for line in plain))
    curly = ["".join(next(pair) if c == '"' else c for c in line) for line in plain]
    assert len(found("\n\n".join(curly))) == len(found("\n\n".join(plain)))


@given(drafts())
def test_addressees_are_nobody_where_nobody_is_asked(made: Made) -> None:
    (resolution,) = parse(from_text("\n\n".join(written(made, numbers=True)).encode(), "x"))
    assert [each.addressees for each in resolution.paragraphs if each.addressees] == []
