"""Citations: every form of symbol, present and old, in all the ways that texts name them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.model import Citation, Span
from counterdraft.parse.citations import _governing, find_citations
from counterdraft.parse.numbers import find_heads, find_numbers, head_of
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

GA, SC, HRC = "General Assembly", "Security Council", "Human Rights Council"
ECOSOC, CHR = "Economic and Social Council", "Commission on Human Rights"


def cited(words: str, organ: str = GA) -> tuple[Citation, ...]:
    """What the first paragraph of a draft of ``organ`` cites."""
    text = f"The {organ},\n\nRecalling {words},\n\n1. Decides so."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[0].citations


def symbols(words: str, organ: str = GA) -> list[str | None]:
    return [citation.symbol for citation in cited(words, organ)]


def dates(words: str, organ: str = GA) -> list[str | None]:
    return [citation.date for citation in cited(words, organ)]


# The General Assembly's


def test_a_day_with_its_year_once_more_is_no_resolution() -> None:
    assert symbols("the events of 12 September 2001 (2001) and resolution 1373 (2001)", SC) == [
        "S/RES/1373(2001)"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("its resolution 79/181 of 17 December 2024", ["A/RES/79/181"]),
        ("General Assembly resolution 60/251", ["A/RES/60/251"]),
        ("Assembly resolution 60/251", ["A/RES/60/251"]),
        ("resolution 60/251 of the General Assembly", ["A/RES/60/251"]),
        ("UN General Assembly Resolution 66/157", ["A/RES/66/157"]),
        ("the UNGA resolutions 66/157, 68/100 and others", ["A/RES/66/157", "A/RES/68/100"]),
        ("its resolutions 66/157 and 68/100", ["A/RES/66/157", "A/RES/68/100"]),
        ("its resolutions 66/157, as well as 68/100", ["A/RES/66/157", "A/RES/68/100"]),
        ("A/RES/79/181", ["A/RES/79/181"]),
        ("its resolution 31/16 A", ["A/RES/31/16 A"]),
        ("its resolutions 75/253 A and B", ["A/RES/75/253 A", "A/RES/75/253 B"]),
        ("its resolutions 75/253 A, B and C", [f"A/RES/75/253 {x}" for x in "ABC"]),
        ("its resolutions 75/253 A to C", [f"A/RES/75/253 {x}" for x in "ABC"]),
        ("its resolutions 75/253 A-C", [f"A/RES/75/253 {x}" for x in "ABC"]),
        ("its resolution 217 A (III)", ["A/RES/217(III)"]),
        ("its resolution 217 (III) A", ["A/RES/217(III)"]),
        ("its resolution 3363 (XXX)", ["A/RES/3363(XXX)"]),
        ("its resolution 3367 A (XXX)", ["A/RES/3367(XXX)"]),
        ("its resolution 1514 (XV)", ["A/RES/1514(XV)"]),
        ("its resolution 3362 (S-VII)", ["A/RES/3362(S-VII)"]),
        ("its resolution 377 A (V)", ["A/RES/377(V)"]),
        ("its resolution S-8/1", ["A/RES/S-8/1"]),
        ("its resolution S-32/1", ["A/RES/S-32/1"]),
        ("its resolution ES-11/2", ["A/RES/ES-11/2"]),
        ("its resolutions ES-11/1 and ES-11/2", ["A/RES/ES-11/1", "A/RES/ES-11/2"]),
        ("its decision 31/301", ["A/DEC/31/301"]),
        ("its decision 74/571 of 3 September 2020", ["A/DEC/74/571"]),
        ("its decisions 49/469 and 50/473", ["A/DEC/49/469", "A/DEC/50/473"]),
        (
            "its resolutions 70/1 and 70/2 and its decision 70/501",
            ["A/RES/70/1", "A/RES/70/2", "A/DEC/70/501"],
        ),
    ],
)
def test_the_general_assemblys(words: str, expected: list[str]) -> None:
    assert symbols(words) == expected


# Other organs'


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Security Council resolution 1718 (2006)", ["S/RES/1718(2006)"]),
        ("resolution 1718(2006)", ["S/RES/1718(2006)"]),
        ("S/RES/1718 (2006)", ["S/RES/1718(2006)"]),
        (
            "Council resolutions 1540 (2004) and 1887 (2009)",
            ["S/RES/1540(2004)", "S/RES/1887(2009)"],
        ),
        ("Security Council resolution 1540", ["S/RES/1540(2004)"]),
        (
            "UNSC Resolutions 1540, 1887 and 2325",
            ["S/RES/1540(2004)", "S/RES/1887(2009)", "S/RES/2325(2016)"],
        ),
        ("Security Council resolution 9999 (2061)", ["S/RES/9999(2061)"]),
        ("Human Rights Council resolution 22/13", ["A/HRC/RES/22/13"]),
        ("Council resolution 22/13", ["A/HRC/RES/22/13"]),
        ("resolution 22/13 of the Human Rights Council", ["A/HRC/RES/22/13"]),
        ("resolution 22/13, adopted by the Human Rights Council", ["A/HRC/RES/22/13"]),
        ("the decision of the Human Rights Council, in its resolution 22/13", ["A/HRC/RES/22/13"]),
        ("Human Rights Council resolutions 5/1 and 5/2", ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]),
        ("Human Rights Council resolution S-21/1", ["A/HRC/RES/S-21/1"]),
        ("Human Rights Council decision 17/118", ["A/HRC/DEC/17/118"]),
        ("Economic and Social Council resolution 2017/3", ["E/RES/2017/3"]),
        ("ECOSOC resolution 1996/31", ["E/RES/1996/31"]),
        ("Economic and Social Council resolution 1733 (LIV)", ["E/RES/1733(LIV)"]),
        ("Economic and Social Council resolution 1503 (XLVIII)", ["E/RES/1503(XLVIII)"]),
        ("Economic and Social Council decision 2005/217", ["E/DEC/2005/217"]),
        ("Commission on Human Rights resolution 2003/10", ["E/CN.4/RES/2003/10"]),
        ("resolution 2003/10 of the Commission on Human Rights", ["E/CN.4/RES/2003/10"]),
        (
            "General Assembly resolution 60/251 and Human Rights Council resolution 5/1",
            ["A/RES/60/251", "A/HRC/RES/5/1"],
        ),
        (
            "General Assembly and Security Council resolutions 70/262 and 2282 (2016)",
            ["A/RES/70/262", "S/RES/2282(2016)"],
        ),
    ],
)
def test_other_organs(words: str, expected: list[str]) -> None:
    assert symbols(words) == expected


@pytest.mark.parametrize(
    ("organ", "words", "expected"),
    [
        (SC, "its resolution 2231 (2015)", ["S/RES/2231(2015)"]),
        (SC, "its resolutions 1267 (1999), 1333 (2000)", ["S/RES/1267(1999)", "S/RES/1333(2000)"]),
        (SC, "its resolution 1540", ["S/RES/1540(2004)"]),
        (
            SC,
            "its resolutions 1320 of 15 September 2000, 1430 of 14 August 2002 and 1466",
            ["S/RES/1320(2000)", "S/RES/1430(2002)", "S/RES/1466(2003)"],
        ),
        (SC, "its resolution 1540 of 28 April 2004, 15 June having passed", ["S/RES/1540(2004)"]),
        (SC, "General Assembly resolution 70/262", ["A/RES/70/262"]),
        (SC, "paragraph 9 of resolution 1844 (2008)", ["S/RES/1844(2008)"]),
        (HRC, "its resolution 22/13", ["A/HRC/RES/22/13"]),
        (HRC, "its resolution S-21/1", ["A/HRC/RES/S-21/1"]),
        (HRC, "Council resolutions 5/1 and 5/2", ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]),
        (HRC, "General Assembly resolution 60/251", ["A/RES/60/251"]),
        (
            HRC,
            "Assembly resolution 60/251 and its resolution 5/1",
            ["A/RES/60/251", "A/HRC/RES/5/1"],
        ),
        (ECOSOC, "its resolution 2017/3", ["E/RES/2017/3"]),
        (ECOSOC, "its resolution 1733 (LIV)", ["E/RES/1733(LIV)"]),
        (ECOSOC, "General Assembly resolution 61/16", ["A/RES/61/16"]),
        (CHR, "its resolution 2002/17", ["E/CN.4/RES/2002/17"]),
        (CHR, "General Assembly resolution 56/152", ["A/RES/56/152"]),
    ],
)
def test_its_resolution_is_that_of_the_organ_that_speaks(
    organ: str, words: str, expected: list[str]
) -> None:
    assert symbols(words, organ) == expected


# Documents


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the report (A/HRC/25/63)", ["A/HRC/25/63"]),
        ("document A/80/149, annex", ["A/80/149"]),
        ("A/75/478/Add.3, para. 39", ["A/75/478/Add.3"]),
        ("A/C.3/80/L.1/Rev.1", ["A/C.3/80/L.1/Rev.1"]),
        ("A/79/PV.53", ["A/79/PV.53"]),
        ("S/2023/171", ["S/2023/171"]),
        ("S/PRST/2015/3", ["S/PRST/2015/3"]),
        ("E/CN.4/2004/38", ["E/CN.4/2004/38"]),
        ("ST/SGB/2017/2", ["ST/SGB/2017/2"]),
        ("CCPR/C/GC/34", ["CCPR/C/GC/34"]),
        ("the report (A/HRC/25/63 and Corr.1)", ["A/HRC/25/63", "A/HRC/25/63/Corr.1"]),
        ("A/75/1, Add.1 and Add.2", ["A/75/1", "A/75/1/Add.1", "A/75/1/Add.2"]),
        ("A/58/351 and Add.1 and 2", ["A/58/351", "A/58/351/Add.1", "A/58/351/Add.2"]),
        ("A/75/982-S/2021/612", ["A/75/982", "S/2021/612"]),
        ("A/75/982–S/2021/612", ["A/75/982", "S/2021/612"]),
        ("A/HRC/25/63 and A/80/149.", ["A/HRC/25/63", "A/80/149"]),
    ],
)
def test_documents(words: str, expected: list[str]) -> None:
    assert symbols(words) == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("its resolution 79/181", "resolution"),
        ("A/RES/79/181", "resolution"),
        ("its decision 31/301", "decision"),
        ("the report (A/HRC/25/63)", "document"),
        ("resolution 5/2 of the Conference of the Parties", "other"),
    ],
)
def test_kinds(words: str, kind: str) -> None:
    (citation,) = cited(words)
    assert citation.kind == kind


# Strangers and doubt


@pytest.mark.parametrize(
    "words",
    [
        "resolution 5/2 of the Conference of the Parties",
        "United Nations Environment Assembly resolution 5/14",
        "what the Environment Assembly did, in its resolution 2/17 of 27 May 2016",
        "UNEP Governing Council decision 25/5",
        "ESCAP resolution 70/1",
    ],
)
def test_a_stranger_has_no_symbol_of_ours(words: str) -> None:
    assert [(c.symbol, c.kind) for c in cited(words)] == [(None, "other")]


@pytest.mark.parametrize(
    ("words", "candidate"),
    [
        ("General Assembly resolution 5/1 of 18 June 2007", "A/HRC/RES/5/1"),
        ("resolution 22/13 of the General Assembly", "A/HRC/RES/22/13"),
        ("Economic and Social Council resolution 22/13 of 21 March 2013", "A/HRC/RES/22/13"),
        ("Security Council resolution 60/251 of 15 March 2006", "A/RES/60/251"),
        ("Human Rights Council resolution 60/251", "A/RES/60/251"),
    ],
)
def test_the_organ_that_is_named_is_not_overruled(words: str, candidate: str) -> None:
    (found,) = cited(words)
    assert (found.symbol, found.kind, found.candidates) == (None, "resolution", (candidate,))


def test_where_nothing_settles_whose_it_is_there_are_candidates() -> None:
    words = "Recalling resolution 22/13 on this,\nNoting it,\nNoting that,\nDecides so;"
    (resolution,) = parse(from_text(words.encode(), "x"))
    (citation,) = resolution.paragraphs[0].citations
    assert citation.symbol is None or citation.symbol == "A/HRC/RES/22/13"


def test_without_an_organ_a_number_of_two_organs_is_left_open() -> None:
    text = "resolution 40/12"
    (citation,) = find_citations(text, Span(0, len(text)), None)
    assert citation.symbol is None
    assert set(citation.candidates) == {"A/RES/40/12", "A/HRC/RES/40/12"}


def test_in_the_text_of_an_organ_that_no_table_knows_a_bare_number_may_be_its_own() -> None:
    text = "Recalling resolution 5/14 on lamps"
    (found,) = find_citations(text, Span(0, len(text)), None)
    assert found.symbol is None
    assert "A/HRC/RES/5/14" in found.candidates


def test_a_date_settles_it() -> None:
    text = "resolution 40/12 of 22 March 2019, resolution 40/14 of 29 November 1985"
    found = find_citations(text, Span(0, len(text)), None)
    assert [citation.symbol for citation in found] == ["A/HRC/RES/40/12", "A/RES/40/14"]


def test_a_number_too_low_for_the_organ_is_left_open() -> None:
    (citation,) = cited("resolution 22/13")
    assert citation.symbol is None
    assert "A/HRC/RES/22/13" in citation.candidates


@pytest.mark.parametrize(
    "words",
    [
        "that 24/7 services are needed",
        "that 1/3 of all States, and 2/3 of donors, agree",
        "the season of 2014/15",
        "its rules of procedure, rule 153",
        "articles 18 and 19 of the Covenant",
        "paragraphs 3 to 5 of its decision",
        "Regulation (EU) 2016/679",
        "general comment No. 34 (2011)",
        "the Sustainable Development Goals 5 and 10 (2030)",
        "ISO/IEC 27001 and TCP/IP",
        "the URL https://undocs.org/en/",
        "and/or 50/50",
        "his or her 60 (sixty) days",
    ],
)
def test_what_is_no_citation(words: str) -> None:
    assert symbols(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Noting the adoption, by the Commission on Lamps at its tenth session, of resolution 72/7 "
        "of 19 May 2016",
        "welcoming the adoption of resolution 72/7 of 20 May 2022, entitled “Lamps”, by the "
        "Commission at its tenth session",
        "the group established by the Commission for Lamps and Lights in its resolution 73/8",
    ],
)
def test_what_another_body_is_said_to_have_adopted_is_not_the_assemblys(words: str) -> None:
    assert [(c.symbol, c.kind, c.candidates) for c in cited(words)] == [(None, "other", ())]


def test_who_adopted_it_may_be_an_organ_of_the_united_nations() -> None:
    words = "Welcoming the adoption by the General Assembly of resolutions 57/28 and 57/155"
    assert [c.symbol for c in cited(words)] == ["A/RES/57/28", "A/RES/57/155"]


def test_a_statement_of_the_president_is_no_resolution() -> None:
    for words in ("resolution 2005 (2011) and Presidential Statement 11 (2012)",
                  "resolution 2005 (2011) and Presidential Statement 2015/25"):  # fmt: skip
        assert [c.symbol for c in cited(words)] == ["S/RES/2005(2011)"]


def test_a_council_resolution_of_another_year_is_not_made_up() -> None:
    assert symbols("Security Council resolution 1718 (1999)") in ([], [None])


# Dates


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("its resolution 60/251 of 15 March 2006", ["2006-03-15"]),
        ("its resolution 60/251, adopted on 15 March 2006", ["2006-03-15"]),
        ("its resolution 217 A (III) of 10 December 1948", ["1948-12-10"]),
        ("its resolution 60/251", [None]),
        ("its resolutions 66/157 of 19 December 2011 and 68/100", ["2011-12-19", None]),
        (
            "its resolutions 65/1 of 22 September 2010 and 66/2 of 19 September 2011",
            ["2010-09-22", "2011-09-19"],
        ),
        (
            "Human Rights Council resolutions 5/1 and 5/2 of 18 June 2007",
            ["2007-06-18", "2007-06-18"],
        ),
        ("its resolutions 75/253 A and B of 31 December 2020", ["2020-12-31", "2020-12-31"]),
        ("its resolutions 66/157 and 68/100 of 13 December 2013", [None, "2013-12-13"]),
        ("Security Council resolution 1718 (2006) of 14 October 2006", ["2006-10-14"]),
        ("its resolution 60/251 and the report of 3 May 2007", [None]),
    ],
)
def test_the_date_beside_a_number_is_its_own(words: str, expected: list[str | None]) -> None:
    assert dates(words) == expected


def test_a_letters_date_stands_before_its_symbol() -> None:
    words = "the letter dated 3 May 2021 from the Secretary-General (S/2021/612)"
    assert dates(words) == ["2021-05-03"]


# Notes


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("statements of 3 August 2011 (S/PRST/2011/16), 21 March 2012 (S/PRST/2012/6) and "
         "5 April 2012, (S/PRST/2012/10)", ["2011-08-03", "2012-03-21", "2012-04-05"]),
        ("reports of 31 January 2005 (S/2005/57 and Add.1), 3 December 2004 (S/2004/947)",
         ["2005-01-31", None, "2004-12-03"]),
        ("the statement by its President on 3 May 2001 (S/PRST/2001/3)", ["2001-05-03"]),
        ("the agreement signed in Salis on 7 July 1999 (S/1999/777), 8 July 1999 (S/1999/778)",
         [None, None]),
        ("the conference held on 4 and 5 December 1996 (S/1996/1012)", [None]),
    ],
)  # fmt: skip
def test_the_day_before_each_symbol_of_a_list_is_its_own(
    words: str, expected: list[str | None]
) -> None:
    assert dates(words, SC) == expected


@pytest.mark.parametrize("words", ["A/80/___", "A/80/L.__", "A/C.3/80/L.\u2026", "A/80/XX"])
def test_a_symbol_whose_number_is_still_to_come_is_no_document(words: str) -> None:
    assert cited(f"the report ({words}) of the Secretary-General") == ()


def test_notes_are_cited_by_the_paragraph_that_calls_them() -> None:
    text = (
        "The General Assembly,\n\nRecalling the Declaration,1\n\n1. Decides so.2\n\n________\n"
        "1 Resolution 217 A (III).\n2 See 60/251, and A/HRC/25/63, para. 3.\n"
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [[c.symbol for c in p.note_citations] for p in resolution.paragraphs] == [
        ["A/RES/217(III)"],
        ["A/RES/60/251", "A/HRC/25/63"],
    ]


# Against the obvious


@given(
    st.sampled_from(["resolution", "resolutions", "decision"]),
    st.lists(st.tuples(st.integers(46, 81), st.integers(1, 320)), min_size=1, max_size=5),
    st.sampled_from([", ", " and ", ", and "]),
)
def test_property_a_plain_list_is_read_as_a_plain_pattern_reads_it(
    noun: str, numbers: list[tuple[int, int]], joint: str
) -> None:
    listed = joint.join(f"{session}/{number}" for session, number in numbers)
    text = f"its {noun} {listed}"
    kind = "DEC" if noun == "decision" else "RES"
    obvious = [f"A/{kind}/{number}" for number in re.findall(r"\d+/\d+", text)]
    assert symbols(text) == obvious


def test_a_date_or_an_addendum_of_the_next_paragraph_is_not_a_documents() -> None:
    before, own, after = (
        "of 1 December 2025 the lamps:\n",
        "see A/80/77",
        "\nand Add.1 of 2 May 2026",
    )
    text = before + own + after
    (only,) = find_citations(text, Span(len(before), len(before + own)), None)
    assert (only.symbol, only.date) == ("A/80/77", None)


def test_the_number_of_a_resolution_cited_without_its_year_names_no_date() -> None:
    text = "The Security Council,\n\nRecalling resolution 2046, adopted in 2012,\n\n1. Decides so."
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [each.text for each in resolution.paragraphs[0].dates] == ["2012"]


def test_a_council_resolution_with_the_year_of_another_stays_open() -> None:
    text = "Recalling its resolutions 1325 (2001) and 1701 (2006),"
    document = from_text(f"The Security Council,\n\n{text}\n\n1. Decides.".encode(), "draft.txt")
    (resolution,) = parse(document)
    cited = [(each.symbol, each.candidates) for each in resolution.paragraphs[0].citations]
    assert cited == [(None, ("S/RES/1325(2000)",)), ("S/RES/1701(2006)", ())]


def test_a_number_and_a_year_that_are_no_resolution_are_none() -> None:
    document = from_text(
        b"The Security Council,\n\nNoting that 1325 (2001) persons came,\n\n1. Decides.",
        "draft.txt",
    )
    (resolution,) = parse(document)
    assert resolution.paragraphs[0].citations == ()


@given(
    st.lists(
        st.sampled_from(
            ["resolution", "its decision", "articles", "65/28", "2045 (2012)", "A/79/12",
             "217 A (III)", "S-10/2", "of the Council", ";", "and"]
        ),
        max_size=9,
    ).map(" ".join)
)  # fmt: skip
def test_property_no_noun_behind_the_last_number_would_govern_any(text: str) -> None:
    span = Span(0, len(text))
    numbers = find_numbers(text, span)
    some, every = (find_heads(text, at) for at in (_governing(numbers, span), span))
    for number in numbers:
        if number.form != "document":
            assert head_of(text, number, some, 0, None) == head_of(text, number, every, 0, None)
