"""The sections of a brief that tell what rules found."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from counterdraft.brief.case import make_case
from counterdraft.brief.flagged import tables
from counterdraft.jobs.against import Beside
from counterdraft.jobs.brief import make_brief
from counterdraft.model.finding import Finding, Quoted
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.wording.flagged import marked

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE, RIVAL, REVISED = (
    str(EXAMPLES / name) for name in ("article.txt", "rival.txt", "revised.txt")
)


@cache
def sections(name: str, against: str | None = None) -> dict[str, Any]:
    (chapter,) = json.loads(make_brief(name, "json", beside=Beside(against=against)))["chapters"]
    return {each["id"]: each for each in chapter["sections"]}


def groups(section: dict[str, Any]) -> list[dict[str, Any]]:
    tables = (part for part in section["parts"] if part["type"] == "table")
    return [group for table in tables for group in table["groups"]]


def test_effect_and_tensions_are_told_with_links_to_their_words() -> None:
    made = sections(ARTICLE, RIVAL)
    for name in ("effect", "tensions"):
        for finding in groups(made[name]):
            assert finding["title"].endswith(("(clear)", "(probable)", "(weak)"))
            ((words, reasons),) = (row["cells"] for row in finding["rows"])
            assert any(said.get("evidence") for said in words)
            assert any(said["text"].startswith("Against it: ") for said in reasons)
    assert made["effect"]["parts"][0]["statements"][0]["text"] == "Held against: A/C.3/81/L.23."


def test_without_a_rival_it_is_said_that_there_was_none() -> None:
    said = sections(ARTICLE)["effect"]["parts"][0]["statements"][0]["text"]
    assert said.startswith("No rival was given")


def test_a_version_of_the_same_draft_is_no_rival() -> None:
    assert "effect" not in sections(RIVAL, REVISED)


def test_sections_without_a_finding_are_left_out() -> None:
    assert not {"effect", "tensions"} & set(sections(RIVAL))


def test_each_rule_is_told_once_with_its_source_and_long_words_are_cut() -> None:
    effect = sections(ARTICLE, RIVAL)["effect"]
    rules = [each["text"].partition(":")[0] for each in effect["parts"][-1]["items"]]
    assert len(groups(effect)) >= len(rules) == len(set(rules)) > 1
    words = [said["text"] for group in groups(effect) for said in group["rows"][0]["cells"][0]]
    assert max(map(len, words)) <= 300
    assert not any("Rule " in said for said in words)


def test_a_quote_that_was_cut_is_marked_and_a_title_is_not() -> None:
    assert (
        marked(Quoted(paragraph="op1", quote="lamps are lit across")) == "… lamps are lit across …"
    )
    assert marked(Quoted(paragraph="op1", quote="Lights the lamps;")) == "Lights the lamps;"
    assert marked(Quoted(paragraph="", quote="Lamps and peace")) == "Lamps and peace"


def test_what_speaks_against_every_finding_of_a_table_is_told_once() -> None:
    def finding(number: int, *against: str) -> Finding:
        words = Quoted(text="other", paragraph=f"op{number}", quote="Lights the lamps;")
        return Finding(
            rule="budget.x", kind="budget", statement=f"OP{number} may cost.", why="Lamps.",
            evidence=(words,), confidence="low", source="A rule", against=against,
        )  # fmt: skip

    document = from_text(
        b"The General Assembly,\n\nRecalling it,\n\n1. Lights the lamps;\n", "x.txt"
    )
    case = make_case(document, parse(document)[0], "x")
    found = [finding(1, "Only one knows.", "They may be lit"), finding(2, "Only one knows.")]
    (table,) = tables(case, [("Budget", found)])
    assert table.note.endswith("Against each of them: Only one knows.")
    reasons = [[said.text for said in group.rows[0].cells[1]] for group in table.groups]
    assert reasons == [["Why: Lamps.", "Against it: They may be lit"], ["Why: Lamps."]]
    (alone,) = tables(case, [("Budget", found[:1])])
    assert "Against each" not in alone.note
