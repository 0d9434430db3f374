"""What a brief says of a draft: the examples' own facts, and each rule on a made-up case."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec
import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.case import label
from counterdraft.brief.report import (
    Bullets,
    Cell,
    Chapter,
    Evidence,
    Facts,
    FullText,
    Part,
    Passage,
    Prose,
    Report,
    Table,
    evidence,
    passages,
    statements,
)
from counterdraft.brief.requests import requests
from counterdraft.brief.to_json import to_json
from counterdraft.errors import NoResolution
from counterdraft.model import (
    Document,
    Resolution,
    Span,
)
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "cases" / "parse").glob("*/input.*"))


@cache
def read(path: Path) -> tuple[Document, tuple[Resolution, ...]]:
    document = from_text(path.read_bytes(), str(path))
    return document, parse(document)


def report_of(name: str) -> Report:
    return brief(*read(ROOT / "examples" / name))


def part(report: Report, section: str, kind: type[Part], number: int = 0) -> Part:
    """The ``number``-th part of a kind in a section of the only chapter."""
    (chapter,) = report.chapters
    (found,) = (each for each in chapter.sections if each.id == section)
    return [each for each in found.parts if isinstance(each, kind)][number]


def words(cell: Cell) -> str:
    return " / ".join(said.text or ", ".join(each.label for each in said.evidence) for said in cell)


def rows(table: Part) -> list[tuple[str, ...]]:
    assert isinstance(table, Table)
    return [tuple(map(words, row.cells)) for group in table.groups for row in group.rows]


def facts(report: Report) -> dict[str, str]:
    found = part(report, "head", Facts)
    assert isinstance(found, Facts)
    return {fact.term: words(fact.values) for fact in found.facts}


# The examples


def test_the_article_says_what_was_not_found_in_it() -> None:
    stated = facts(report_of("article.txt"))
    assert stated["Organ"] == "General Assembly"
    assert stated["Title"].startswith("Dialogue, technical cooperation and mutual respect")
    assert {stated[term] for term in ("Symbol", "Session", "Agenda item", "Sponsors")} == {
        "none found"
    }


def test_the_rival_says_what_it_is_and_where_it_says_so() -> None:
    report = report_of("rival.txt")
    stated = facts(report)
    assert stated["Symbol"] == "A/C.3/81/L.23"
    assert stated["Session"] == "81st"
    assert stated["Agenda item"] == "71 (c)"
    assert stated["Date"] == "29 October 2026"
    assert stated["Sponsors"].endswith("Nepal, Trinidad and Tobago and Uruguay")
    document, _ = read(ROOT / "examples" / "rival.txt")
    (chapter,) = report.chapters
    (symbol,) = {e for e in evidence(chapter) if e.span.of(document.text) == "A/C.3/81/L.23"}
    assert (symbol.place, symbol.label) == ("around-1", "line 1")


def test_each_section_begins_with_what_was_found_in_short() -> None:
    report = report_of("article.txt")
    assert words(statements_of(report, "structure")) == (
        "10 preambular and 11 operative paragraphs, 5 subparagraphs."
    )
    asks = part(report, "asks", Bullets)
    assert isinstance(asks, Bullets)
    said = [item.text for item in asks.items]
    assert said[0].startswith("It makes 9 requests, of ")
    assert "“decides to discontinue, as from its eighty-second session" in " ".join(said)
    assert (
        facts(report)["Where it stands"]
        .split(" / ")[1]
        .startswith("It was found inside of a longer text: 339 words before it")
    )


def statements_of(report: Report, section: str) -> Cell:
    prose = part(report, section, Prose)
    assert isinstance(prose, Prose)
    return prose.statements


def test_requests_stand_by_addressee_with_verb_force_and_time_limit() -> None:
    table = part(report_of("rival.txt"), "asks", Table)
    assert isinstance(table, Table)
    groups = {
        group.title: [tuple(map(words, r.cells)) for r in group.rows] for group in table.groups
    }
    assert groups["The Secretariat and its offices"] == [
        (
            "the Office of the United Nations High Commissioner for Human Rights",
            "requests",
            "to explore with it, no later than 1 March 2027, "
            "whether a country office could be opened",
            "no later than 1 March 2027",
            "OP5",
        )
    ]
    (report_row,) = groups["The Secretary-General"]
    assert report_row[3] == "at its eighty-second session / Report or update"


def test_what_a_list_asks_is_gathered_under_its_request() -> None:
    _, (rival,) = read(ROOT / "examples" / "rival.txt")
    (urged,) = (one for one in requests(rival) if one.paragraph.id == "op3")
    places = [thing.paragraph.id for thing in urged.things]
    assert places == ["op3.a", "op3.b", "op3.c", "op3.c.i", "op3.c.ii"]


def test_acts_of_the_organ_and_positions_ask_nobody() -> None:
    table = part(report_of("article.txt"), "asks", Table, 1)
    assert isinstance(table, Table)
    found = {group.title: [words(row.cells[0]) for row in group.rows] for group in table.groups}
    assert found == {
        "Acts of the General Assembly itself": ["OP3", "OP11"],
        "Positions taken": ["OP1", "OP2"],
    }


def test_a_paragraph_whose_verb_is_not_known_is_no_position(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "The General Assembly,\n\nRecalling its rules,\n\n1. Lends three lamplighters;\n\n"
        "2. Welcomes light.\n"
    )
    table = part(brief(*read(draft)), "asks", Table)
    assert isinstance(table, Table)
    assert [((group.title or "").split(":")[0], len(group.rows)) for group in table.groups] == [
        ("Positions taken", 1), ("Opens with no verb that was recognized", 1),
    ]  # fmt: skip


def test_citations_stand_once_with_the_date_that_the_text_gives() -> None:
    table = rows(part(report_of("article.txt"), "citations", Table))
    assert ("A/RES/60/251", "60/251", "15 March 2006", "PP3") in table
    assert ("A/HRC/62/190", "A/HRC/62/190", "none", "PP10") in table


def test_citations_of_footnotes_name_the_note() -> None:
    table = rows(part(report_of("rival.txt"), "citations", Table))
    assert ("A/HRC/63/184", "A/HRC/63/184", "none", "PP4, note 3") in table


def test_claims_stand_with_their_dates_unchecked() -> None:
    table = part(report_of("article.txt"), "dates", Table)
    assert isinstance(table, Table)
    assert table.note.startswith("As the text has it; not checked.")
    both = [row for row in rows(table) if row[0] == "12 May 2026 / 3 September 2026"]
    assert [row[2] for row in both] == ["PP7"]
    assert not [row for row in rows(table) if "15 March 2006" in row[0]]


def test_the_outline_holds_every_paragraph_and_the_annex() -> None:
    report = report_of("rival.txt")
    _, (rival,) = read(ROOT / "examples" / "rival.txt")
    outline = rows(part(report, "structure", Table))
    assert [row[0] for row in outline] == [label(each) for each in rival.paragraphs]
    annexes = part(report, "structure", Bullets)
    assert isinstance(annexes, Bullets)
    assert annexes.items[0].text.startswith("Annex: Conditions for the return of displaced")


def test_the_method_names_the_tool_and_the_text() -> None:
    document, resolutions = read(ROOT / "examples" / "article.txt")
    report = brief(document, resolutions, version="7.8.9")
    assert report.generator == "Counterdraft 7.8.9"
    assert "7.8.9" in to_json(report)
    assert report.source == "article.txt"


# Whatever comes in


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_statement_leads_to_words_that_are_there(path: Path) -> None:
    document, resolutions = read(path)
    if not resolutions:
        return
    for chapter in brief(document, resolutions).chapters:
        sections = {section.id for section in chapter.sections}
        places = {passage.id: passage for passage in passages(chapter)}
        assert len(places) == len(list(passages(chapter)))
        for each in evidence(chapter):
            assert holds(places[each.place].span, each)
        for said in (
            s for section in chapter.sections for p in section.parts for s in statements(p)
        ):
            assert said.see == "" or said.see in sections
            assert said.text or said.evidence


def holds(passage: Span, each: Evidence) -> bool:
    """Whether the words are in their passage; annexes and footnotes are pointed at as a whole."""
    return passage.holds(each.span) or each.place.startswith(("annex-", "note-"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_passage_is_a_slice_of_the_document(path: Path) -> None:
    document, resolutions = read(path)
    if not resolutions:
        return
    for chapter in brief(document, resolutions).chapters:
        for each in passages_of_the_text(chapter):
            assert each.text == each.span.of(document.text)
            assert all(each.span.holds(mark.span) for mark in each.marks)


def passages_of_the_text(chapter: Chapter) -> list[Passage]:
    texts = [p for s in chapter.sections for p in s.parts if isinstance(p, FullText)]
    return [passage for text in texts for passage in text.passages]


def test_the_same_inputs_give_the_same_bytes() -> None:
    assert to_json(report_of("article.txt")) == to_json(report_of("article.txt"))


def test_the_json_is_the_report() -> None:
    report = report_of("rival.txt")
    assert msgspec.json.decode(to_json(report), type=Report) == report


def test_no_resolution_is_an_error() -> None:
    document, _ = read(ROOT / "examples" / "article.txt")
    with pytest.raises(NoResolution, match="holds no draft"):
        brief(document, ())


def test_a_brief_needs_no_templates_until_it_is_rendered_as_html() -> None:
    code = "import sys, counterdraft.brief.brief, counterdraft.brief.to_json;"
    code += "sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
