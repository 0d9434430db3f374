"""Text as such: the straightened twin, markers of paragraphs, the clean text and its map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.model import OffsetMap, Span
from counterdraft.text.assemble import Assembler
from counterdraft.text.markers import match_marker
from counterdraft.text.straight import lowered, shaped, straighten

texts = st.text(
    alphabet=st.one_of(st.sampled_from("“”‘’„«»´`′–—−\u00a0\u202fab 1"), st.characters())
)


# The straightened twin


@given(texts)
def test_property_straightening_keeps_every_offset(text: str) -> None:
    assert len(straighten(text)) == len(text)


@given(texts)
def test_property_straightening_twice_is_straightening_once(text: str) -> None:
    assert straighten(straighten(text)) == straighten(text)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("“the Assembly’s „own‟ «text»”", '"the Assembly\'s "own" "text""'),
        ("2012–2014 — non‑paper −1", "2012-2014 - non-paper -1"),
        ("66/157\u00a0and\u202f68/100", "66/157 and 68/100"),
        ("`quoted´", "'quoted'"),
        ("Côte d’Ivoire", "Côte d'Ivoire"),
    ],
)
def test_quotes_dashes_and_blanks_become_plain(printed: str, plain: str) -> None:
    assert straighten(printed) == plain


# The twins in lower case and in shapes


@given(texts)
def test_property_twins_keep_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(shaped(text)) == len(text)


@given(texts)
def test_property_a_digit_has_the_shape_of_a_digit_and_nothing_else_has(text: str) -> None:
    assert [each == "0" for each in shaped(text)] == [each.isdecimal() for each in text]


def test_a_letter_that_is_two_in_lower_case_is_left() -> None:
    assert lowered("THE İZMİR ACCORD") == "the İzmİr accord"


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("A/RES/79/12 of 3 May", "A/AAA/00/00 aa 0 Aaa"),
        ("Côte d'Ivoire, 2024", "Aôaa a'Aaaaaa, 0000"),
        ("第77/226号", "?00/000?"),
    ],
)
def test_shapes_show_where_digits_and_capitals_stand(text: str, shapes: str) -> None:
    assert shaped(text) == shapes


# Markers


@pytest.mark.parametrize(
    ("text", "kind", "value", "words"),
    [
        ("1. Recalls", "number", "1", "Recalls"),
        ("12) Recalls", "number", "12", "Recalls"),
        ("(3) Recalls", "number", "3", "Recalls"),
        ("1.Recalls", "number", "1", "Recalls"),
        ("  4.\tRecalls", "number", "4", "Recalls"),
        ("5bis. Recalls", "number", "5bis", "Recalls"),
        ("5 ter. Recalls", "number", "5ter", "Recalls"),
        ("5alt. Recalls", "number", "5alt", "Recalls"),
        ("5alt2. Recalls", "number", "5alt2", "Recalls"),
        ("Article 7. Recalls", "number", "7", "Recalls"),
        ("[6. Recalls", "number", "6", "Recalls"),
        ("“7. Recalls".replace("“", '"'), "number", "7", "Recalls"),
        ("(a) To recall", "letter", "(a)", "To recall"),
        ("b) To recall", "letter", "(b)", "To recall"),
        ("c. To recall", "letter", "(c)", "To recall"),
        ("(aa) To recall", "letter", "(aa)", "To recall"),
        ("(iv) To recall", "letter", "(iv)", "To recall"),
        ("iv. To recall", "letter", "(iv)", "To recall"),
        ("• Recalls", "bullet", "•", "Recalls"),
        ("- Recalls", "bullet", "-", "Recalls"),
        ("– Recalls", "bullet", "–", "Recalls"),
        ("* Recalls", "bullet", "*", "Recalls"),
    ],
)
def test_a_marker_says_what_stands_before_the_words(
    text: str, kind: str, value: str, words: str
) -> None:
    marker = match_marker(text)
    assert marker is not None
    assert (marker.kind, marker.value, text[marker.end :]) == (kind, value, words)


@pytest.mark.parametrize(
    ("text", "part", "value", "sub"),
    [
        ("PP1 Recalling", "preambular", "1", None),
        ("PP1. Recalling", "preambular", "1", None),
        ("PP 1: Recalling", "preambular", "1", None),
        ("pp2bis) Recalling", "preambular", "2bis", None),
        ("OP3bis. Recalls", "operative", "3bis", None),
        ("OP5 alt Recalls", "operative", "5alt", None),
        ("OP5alt2. Recalls", "operative", "5alt2", None),
        ("[OP4] Recalls", "operative", "4", None),
        ("OP6 - Recalls", "operative", "6", None),
        ("OP2 (a) To recall", "operative", "2", "(a)"),
    ],
)
def test_a_label_names_its_part(text: str, part: str, value: str, sub: str | None) -> None:
    marker = match_marker(text)
    assert marker is not None
    assert (marker.kind, marker.part, marker.value, marker.sub) == ("label", part, value, sub)


@pytest.mark.parametrize(
    "text",
    [
        "Recalls its decision",
        "2014 was a year of",
        "1.5 million people",
        "60/251 of 15 March 2006",
        "1718 (2006)",
        "A/RES/79/181",
        "e.g. this",
        "-5 degrees",
        "–and so on",
        "operative paragraph 5",
        "a resolution",
        "I am here",
        "OPEC 5",
        "(emphasis added)",
        "",
        " ",
        "٣. Recalls",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    assert match_marker(text) is None


MARKS = ("1", "1.", "12bis.", "(a)", "iv.", "PP1", "OP2 (a)", "[3.", "•", "-", "Article 7.", "")


@given(st.sampled_from(MARKS), st.text(" \tA.-(", max_size=5), st.integers(0, 3))
def test_property_a_marker_stays_within_its_limit(mark: str, rest: str, more: int) -> None:
    limit = len(mark) + min(more, len(rest))
    marker = match_marker(mark + rest, 0, limit)
    assert marker is None or 0 < marker.end <= limit


# The clean text and its map


def test_white_space_becomes_one_blank_and_invisible_characters_go() -> None:
    out = Assembler()
    out.begin_block()
    out.add(" a\u200b\u00ad \t\n\x00 b\u202ec ", 0)
    assert out.text() == "a bc"


def test_blocks_stand_on_lines_of_their_own() -> None:
    out = Assembler()
    for word in ("a", "b"):
        out.begin_block()
        out.add(word, 0)
    assert out.text() == "a\nb"


@given(st.lists(st.text(alphabet="ab \u00ad\u200b\n", max_size=8), max_size=6))
def test_property_every_character_leads_back_to_itself(pieces: list[str]) -> None:
    out, raw = Assembler(), "".join(pieces)
    offset = 0
    for piece in pieces:
        out.begin_block()
        out.add(piece, offset)
        offset += len(piece)
    text, offsets = out.text(), out.offsets()
    assert [raw[offsets.to_raw(i)] for i, c in enumerate(text) if not c.isspace()] == [
        c for c in text if not c.isspace()
    ]


def test_a_span_leads_back_to_all_that_it_was_made_from() -> None:
    offsets = OffsetMap((0, 3), (10, 20))
    assert offsets.span_to_raw(Span(1, 5)) == Span(11, 22)


def test_an_empty_span_leads_back_to_an_empty_one() -> None:
    assert OffsetMap((0, 3), (10, 20)).span_to_raw(Span(3, 3)) == Span(20, 20)
