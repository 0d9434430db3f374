"""Lines with a label above a draft of Model United Nations: told where they stand."""

from __future__ import annotations

from counterdraft.brief.brief import brief
from counterdraft.brief.report import Facts, Report, Table, passages
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

HEAD = """Committee: Lamps and Lanterns Committee
Topic: Street Lamps
Sponsors: Fiji, Malta
Signatories: Chad, Peru
"""
BODY = """
The General Assembly,

Recalling Security Council resolution 1540 (2004), and that resolution 1540 (2004) names no lamps,

1. Requests UNDP to count the lamps.
"""


def report(text: str) -> Report:
    document = from_text(text.encode(), "x.txt")
    return brief(document, parse(document))


def facts(text: str) -> dict[str, list[str]]:
    (chapter,) = report(text).chapters
    head = next(each for each in chapter.sections if each.id == "head")
    (found,) = (part for part in head.parts if isinstance(part, Facts))
    return {fact.term: [value.text for value in fact.values] for fact in found.facts}


def test_lines_with_a_label_are_told_but_the_topic_that_is_the_title() -> None:
    found = facts(HEAD + BODY)
    assert found["Title"] == ["Street Lamps"]
    assert found["At its head"] == [
        "Committee: Lamps and Lanterns Committee",
        "Sponsors: Fiji, Malta",
        "Signatories: Chad, Peru",
    ]
    assert "Committee" not in found
    (chapter,) = report(HEAD + BODY).chapters
    assert "Signatories: Chad, Peru" in [each.text for each in passages(chapter)]


def test_a_draft_with_no_such_lines_has_none_and_lacks_a_committee() -> None:
    found = facts(BODY)
    assert "At its head" not in found
    assert found["Committee"] == ["none found"]


def test_a_paragraph_that_cites_a_document_twice_stands_once() -> None:
    (chapter,) = report(BODY).chapters
    section = next(each for each in chapter.sections if each.id == "citations")
    (table,) = (part for part in section.parts if isinstance(part, Table))
    (row,) = table.groups[0].rows
    assert [each.label for each in row.cells[-1][0].evidence] == ["PP1"]
