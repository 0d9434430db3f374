"""The section of a brief that compares the draft with another text: evidence in both, each form."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.known import Known
from counterdraft.brief.report import (
    Bullets,
    Chapter,
    FullText,
    Report,
    Section,
    Table,
    evidence,
    passages,
    statements,
)
from counterdraft.brief.to_docx import to_docx
from counterdraft.brief.to_html import to_html
from counterdraft.brief.to_markdown import to_markdown
from counterdraft.brief.to_pdf import to_pdf
from counterdraft.compare.compare import compare
from counterdraft.jobs.against import Beside
from counterdraft.jobs.brief import make_brief
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

EXAMPLES = Path(__file__).parent.parent / "examples"


@cache
def report(a: str, b: str, called: str = "") -> Report:
    names = ((a, a), (b, called or b))
    documents = [from_text((EXAMPLES / name).read_bytes(), source) for name, source in names]
    found = [parse(each) for each in documents]
    known = Known(against=compare(found[0][0], found[1][0]))
    return brief(documents[0], found[0], known=[known])


def section(made: Report) -> tuple[Chapter, Section]:
    (chapter,) = made.chapters
    (found,) = (each for each in chapter.sections if each.id == "against")
    return chapter, found


PAIRS = [("rival.txt", "revised.txt"), ("article.txt", "rival.txt")]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_evidence_is_on_the_page_and_says_whose_it_is(pair: tuple[str, str]) -> None:
    chapter, found = section(report(*pair))
    known = {each.id: each for each in passages(chapter)}
    said = [each for part in found.parts for one in statements(part) for each in one.evidence]
    assert {each.place[:2] for each in said} > {"b."}
    for each in said:
        assert known[each.place].span.holds(each.span)
        assert each.label.startswith("B ") == each.place.startswith("b.")


def test_the_words_quoted_are_those_of_either_text() -> None:
    chapter, found = section(report("rival.txt", "revised.txt"))
    known = {each.id: each for each in passages(chapter)}
    tables = [part for part in found.parts if isinstance(part, Table)]
    assert [each.title for each in tables] == ["What it shifts", "What was edited, word by word"]
    quoted = 0
    for row in (row for table in tables for group in table.groups for row in group.rows):
        for side, cell in zip("ab", row.cells[1:], strict=True):
            for said in cell:
                (place,) = said.evidence
                start = known[place.place].span.start
                words = known[place.place].text[place.span.start - start : place.span.end - start]
                assert words.startswith(said.text.removesuffix("…"))
                assert place.place.startswith("b.") == (side == "b")
                quoted += 1
    assert quoted > 20


def test_the_summary_is_that_of_the_comparison() -> None:
    _, found = section(report("rival.txt", "revised.txt"))
    (summary,) = (part for part in found.parts if isinstance(part, Bullets))
    weaker = "Weaker verbs (2): PP2: weakened from “regretting” to “noting”;"
    assert summary.items[1].text.startswith(weaker)
    assert [each.label for each in summary.items[1].evidence] == ["PP2", "OP3", "B PP2", "B OP3"]


def test_what_a_file_is_called_is_no_command_where_a_command_is_shown() -> None:
    _, found = section(report("rival.txt", "revised.txt", "b.txt; reboot"))
    (said,) = (each.text for part in found.parts for each in statements(part) if "-o" in each.text)
    assert said.endswith("counterdraft compare rival.txt 'b.txt; reboot' -o comparison.html")


def test_only_what_is_named_of_the_other_text_is_shown() -> None:
    _, found = section(report("rival.txt", "revised.txt"))
    (text,) = (part for part in found.parts if isinstance(part, FullText))
    assert [each.id for each in text.passages] == [
        "b.pp2", "b.op3", "b.op3.b", "b.op5", "b.op6", "b.op9", "b.op10", "b.op13", "b.op14",
    ]  # fmt: skip


def test_rivals_have_the_paragraphs_that_speak_of_one_thing() -> None:
    _, found = section(report("article.txt", "rival.txt"))
    titles = [part.title for part in found.parts if isinstance(part, Table)]
    assert titles == [
        "What either asks of whom", "What it shifts", "What differs, word by word",
        "Paragraphs that share rare words",
    ]  # fmt: skip


def test_of_rivals_it_is_told_what_either_asks_of_whom_with_the_words_of_both() -> None:
    _, found = section(report("article.txt", "rival.txt"))
    (asked,) = (
        part
        for part in found.parts
        if isinstance(part, Table) and part.title == "What either asks of whom"
    )
    both = next(group for group in asked.groups if group.title == "Asked by both")
    rows = {row.cells[0][0].text: row for row in both.rows}
    _, ours, theirs = rows["the Secretary-General"].cells
    assert ours[0].evidence[0].place.startswith("op")
    assert theirs[0].evidence[0].place.startswith("b.op")
    assert "Secretary-General" in ours[0].text
    assert "Secretary-General" in theirs[0].text


def test_a_brief_against_nothing_has_no_such_section() -> None:
    document = from_text((EXAMPLES / "rival.txt").read_bytes(), "rival.txt")
    (chapter,) = brief(document, parse(document)).chapters
    assert "against" not in [each.id for each in chapter.sections]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_form_shows_it(pair: tuple[str, str]) -> None:
    made = report(*pair)
    for text in (to_html(made), to_markdown(made)):
        assert "Against another text, B" in text
        assert f"counterdraft compare {pair[0]}" in text
    assert to_docx(made).startswith(b"PK")


def test_the_pdf_has_it_too() -> None:
    assert to_pdf(report(*PAIRS[0])).startswith(b"%PDF")


def test_a_rival_the_text_before_and_the_draft_before_stand_on_one_page() -> None:
    names = ("revised.txt", "article.txt", "rival.txt")
    documents = [from_text((EXAMPLES / name).read_bytes(), name) for name in names]
    ours, rival, before = (parse(each)[0] for each in documents)
    comparison = compare(before, ours)
    known = Known(against=compare(ours, rival), predecessor=comparison, revised=comparison)
    (chapter,) = brief(documents[0], [ours], known=[known]).chapters
    places = [passage.id for passage in passages(chapter)]
    assert len(places) == len(set(places))
    assert {each.place for each in evidence(chapter)} <= set(places)
    named = {each.id for each in chapter.sections}
    assert {"against", "previous", "revised"} <= named


def test_what_came_before_is_a_and_the_draft_is_b() -> None:
    documents = [
        from_text((EXAMPLES / name).read_bytes(), name) for name in ("revised.txt", "rival.txt")
    ]
    ours, before = (parse(each)[0] for each in documents)
    known = Known(predecessor=compare(before, ours))
    (chapter,) = brief(documents[0], [ours], known=[known]).chapters
    (found,) = (each for each in chapter.sections if each.id == "previous")
    (table,) = (part for part in found.parts if isinstance(part, Table) and "shifts" in part.title)
    rows = [row for group in table.groups for row in group.rows if len(row.cells[1]) == 1]
    sides = [[each.label for said in cell for each in said.evidence]
             for row in rows for cell in row.cells[1:]]  # fmt: skip
    assert all(label.startswith("A ") for cell in sides[::2] for label in cell)
    assert not any(label.startswith("A ") for cell in sides[1::2] for label in cell)


def test_topics_of_one_row_are_each_said_to_be_so_beside_the_other_text() -> None:
    beside = Beside(against=str(EXAMPLES / "rival.txt"), mandates=("coi-dprk",))
    told = make_brief(str(EXAMPLES / "article.txt"), "md", beside=beside).decode()
    rows = [line for line in told.splitlines() if "Beside" in line and line.startswith("| ")]
    names = [len(row.split(" | ")[0].split("<br>")) for row in rows]
    said = [f"Beside, of each of the {n}: " if n > 1 else "Beside: " for n in names]
    assert max(names) > 1
    assert [words in row for words, row in zip(said, rows, strict=True)] == [True] * len(rows)
