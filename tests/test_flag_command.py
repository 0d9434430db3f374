"""The command ``flag`` and its forms; precedents, and what is agreed language, out of a corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.corpus.add import add
from counterdraft.flag.to_markdown import to_markdown
from counterdraft.flag.to_text import to_text
from counterdraft.jobs.against import Beside
from counterdraft.jobs.flag import flag_file
from counterdraft.model.finding import Finding, Findings, NotRun, Quoted
from tests.adopted import akn, entry

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE, RIVAL = EXAMPLES / "article.txt", EXAMPLES / "rival.txt"
ENDS = "Decides to put an end to country-specific mandates on street lamps;"
HOSTILE = Findings(
    source="x",
    findings=(
        Finding(
            rule="effect.ends-scrutiny", kind="effect", statement="It `ends` \x1b[31m<b>all</b>.",
            why="w", against=("a",), evidence=(Quoted(paragraph="op2.a", quote="# | q\x07"),),
            confidence="low", source="s", question=True,
        ),
    ),
    ran=("effect.ends-scrutiny",),
    not_run=(NotRun("a.b", "rival"), NotRun("a.c", "rival"), NotRun("a.d", "sponsors")),
)  # fmt: skip


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["flag", *map(str, arguments)])


def as_json(*arguments: object) -> dict[str, Any]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_json_has_every_finding_with_its_evidence() -> None:
    made = as_json(ARTICLE, "--against", RIVAL, "--sponsor", "Orlavia")
    assert made["schema"] == "counterdraft/findings/1"
    assert made["sponsors"] == ["Orlavia"]
    assert made["rival"] == "A/C.3/81/L.23"
    found = {each["rule"] for each in made["findings"]}
    assert found >= {
        "effect.conditions-scrutiny", "effect.reopens-findings", "effect.bears-out-own-source",
        "tension.concern-and-silence", "tension.impartial-and-own-source",
        "self_reference.own-source",
    }  # fmt: skip
    assert all(each["evidence"] and each["against"] for each in made["findings"])


def test_both_sides_of_the_examples_are_read_by_the_same_rules() -> None:
    made = as_json(RIVAL, "--against", ARTICLE)
    assert [each["rule"] for each in made["findings"] if each["kind"] == "effect"] == [
        "effect.keeps-what-rival-ends"
    ]


def test_places_are_told_once_however_often_a_source_is_named_there() -> None:
    (found,) = (
        each
        for each in as_json(ARTICLE, "--sponsor", "Orlavia")["findings"]
        if each["rule"] == "self_reference.own-source"
    )
    assert found["statement"].startswith("PP9 and OP7 take as a basis")


def test_a_source_is_told_once_where_a_state_has_a_long_and_a_short_name() -> None:
    made = as_json(ARTICLE, "--against", RIVAL, "--sponsor", "Orlavia")
    ids = [each["rule"] for each in made["findings"]]
    assert ids.count("effect.bears-out-own-source") == 1


def test_a_citation_is_held_against_registers_that_are_named(tmp_path: Path) -> None:
    register = tmp_path / "titles.csv"
    register.write_text(
        "act,subject,value,source\ntitle,A/RES/70/991,Fog at sea,a list of titles\n"
        "title,A/RES/70/992,Lamps in streets,a list of titles\n", encoding="utf-8"
    )  # fmt: skip
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "The General Assembly,\n\n1. Requests the Secretary-General to count street lamps, in the "
        "spirit of its resolutions 70/991 and 70/992.\n", encoding="utf-8"
    )  # fmt: skip
    made = as_json(draft, "--registers", register)
    assert "citation.does-not-fit" in made["ran"]
    asked = [each for each in made["findings"] if each["rule"] == "citation.does-not-fit"]
    assert [each["statement"] for each in asked] == ["Is A/RES/70/991 meant here, “Fog at sea”?"]


def test_of_an_amendment_it_is_said_that_it_is_one(tmp_path: Path) -> None:
    paper = tmp_path / "amendment.txt"
    paper.write_text(
        "General Assembly\n\nOrlavia: amendment to draft resolution A/C.3/81/L.23\n\n"
        "In operative paragraph 4, replace “salt” with “sugar”.\n", encoding="utf-8"
    )  # fmt: skip
    for command in (["flag"], ["verify"], ["cover", "--mandate", "coi-dprk"]):
        result = CliRunner().invoke(app, [*command, str(paper)])
        assert "an amendment to A/C.3/81/L.23, not a draft" in result.stderr, command


def test_a_text_that_is_not_in_english_is_said_to_be_so(tmp_path: Path) -> None:
    paper = tmp_path / "fr.txt"
    paper.write_text(
        "L'Assemblée générale,\n\n" + "Rappelant la situation des lampes dans les rues,\n\n" * 12
        + "1. Prie le Secrétaire général de lui faire rapport;\n", encoding="utf-8"
    )  # fmt: skip
    result = run(paper)
    assert result.exit_code == 1
    assert "drafts are found in English" in result.stderr


def test_findings_are_a_table_too() -> None:
    made = flag_file(str(ARTICLE), Beside(sponsors=("Orlavia",))).findings
    frame = made.frame()
    assert frame.height == len(made.findings)
    assert "pp9, op7" in frame["paragraphs"].to_list()
    assert HOSTILE._repr_html_().count("<b>") == 0


@pytest.mark.parametrize("sponsor", ["", " "])
def test_a_sponsor_without_a_name_is_refused(sponsor: str) -> None:
    result = run(ARTICLE, "--sponsor", sponsor)
    assert result.exit_code == 1


def test_a_sponsor_nobody_knows_is_refused_in_one_line() -> None:
    result = run(ARTICLE, "--sponsor", "Ruritania")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "'Ruritania'" in result.stderr


@pytest.mark.parametrize("options", [("--part-b", "1"), ("--part-previous", "1")])
def test_a_part_of_what_is_not_there_is_a_mistake(options: tuple[str, str]) -> None:
    assert run(ARTICLE, *options).exit_code == 2


def test_a_predecessor_is_read_for_the_rules_that_need_one() -> None:
    made = flag_file(str(EXAMPLES / "revised.txt"), Beside(previous=str(RIVAL))).findings
    assert "predecessor" not in {each.needs for each in made.not_run}


@pytest.mark.parametrize("command", [["flag"], ["brief"], ["cover", "--mandate", "coi-dprk"]])
def test_what_is_dated_after_a_text_is_not_taken_for_the_one_before_it(
    tmp_path: Path, command: list[str]
) -> None:
    texts = [tmp_path / "last.xml", tmp_path / "this.xml"]
    for path, year in zip(texts, ("2035", "2036"), strict=True):
        path.write_bytes(akn(date=f"{year}-12-17"))
    last, this = map(str, texts)
    run = CliRunner()
    assert run.invoke(app, [*command, this, "--previous", last]).exit_code == 0
    refused = run.invoke(app, [*command, last, "--previous", this])
    assert refused.exit_code == 1
    assert "dated 17 December 2036, after its 17 December 2035" in refused.stderr
    assert refused.stdout == ""


def test_the_forms_are_written_by_the_ending(tmp_path: Path) -> None:
    target = tmp_path / "found.md"
    result = run(ARTICLE, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("# Findings: Dialogue")
    assert run(ARTICLE, "-o", target).exit_code == 1  # it is there already
    assert run(ARTICLE, "-o", target, "--force").exit_code == 0
    assert run(ARTICLE, "-o", tmp_path / "found.docx").exit_code == 2


def test_words_from_outside_are_shown_and_do_nothing() -> None:
    text, page = to_text(HOSTILE, width=60), to_markdown(HOSTILE)
    assert "\x1b" not in text
    assert "\x07" not in text + page
    assert "<b>" not in page
    assert "OP2 (a): " in text
    assert all(len(line) <= 60 for line in text.splitlines())


def test_what_was_not_run_is_told_by_what_it_needs() -> None:
    assert "Not run: a.b and a.c (needs a rival); a.d (needs a sponsor)." in to_text(HOSTILE)


def test_precedents_are_adopted_texts_that_ask_for_the_like(tmp_path: Path) -> None:
    like = "Calls upon all States to discontinue country-specific mandates;"
    spoken = "Recalls the debate on an end to country-specific mandates;"
    texts = (
        entry("78/5", "2023-12-01", body=[like, "Decides to meet."], votes=(90, 60, 1)),
        entry("79/5", "2024-12-01", body=[spoken, "Decides to meet."]),
    )
    add(tmp_path / "corpus", texts)
    draft = tmp_path / "draft.txt"
    draft.write_text(
        f"Lamps and States\n\nThe General Assembly,\n\n1. {ENDS}\n\n2. Decides to meet.\n"
    )
    made = flag_file(str(draft), Beside(corpus=tmp_path / "corpus")).findings
    (effect,) = (each for each in made.findings if each.kind == "effect")
    assert [(each.symbol, each.note) for each in effect.precedents] == [
        ("A/RES/78/5", "adopted by 90 to 60, with 1 abstention")
    ]


PANEL = "Decides to extend the mandate of the Panel of Experts on lamps;"


def test_a_precedent_does_the_same_to_the_same_kind_of_thing(tmp_path: Path) -> None:
    others = (
        "Decides to extend the mandate of the observer mission in Hesk;",
        "Urges regional groups to appoint experts to the Panel of Experts;",
        "Requests States to consider extending the mandate of the Panel of Experts on salt;",
    )
    like = "Decides to extend until 2027 the mandate of the Panel of Experts on salt;"
    texts = [
        entry(f"79/{number}", "2024-12-01", body=[words, "Decides to meet."])
        for number, words in enumerate((*others, like), 5)
    ]
    add(tmp_path / "corpus", texts)
    draft, rival = tmp_path / "draft.txt", tmp_path / "rival.txt"
    draft.write_text(f"Lamps and States\n\nThe General Assembly,\n\n1. {PANEL}\n")
    ended = PANEL.replace("to extend the mandate of", "to dissolve")
    rival.write_text(f"Salt and States\n\nThe General Assembly,\n\n1. {ended}\n")
    beside = Beside(against=str(rival), corpus=tmp_path / "corpus")
    (effect,) = (
        each for each in flag_file(str(draft), beside).findings.findings if each.kind == "effect"
    )
    assert (
        effect.statement == "OP1 would go on with a body (\u201cPanel of Experts on lamps\u201d)."
    )
    assert [each.symbol for each in effect.precedents] == ["A/RES/79/8"]


def test_agreed_language_is_no_effect(tmp_path: Path) -> None:
    add(tmp_path / "corpus", (entry("79/5", "2024-12-01", body=[ENDS, "Decides to meet."]),))
    draft = tmp_path / "draft.txt"
    draft.write_text(
        f"Lamps and States\n\nThe General Assembly,\n\n1. {ENDS}\n\n2. Decides to meet.\n"
    )
    without = flag_file(str(draft), Beside()).findings
    beside = flag_file(str(draft), Beside(corpus=tmp_path / "corpus")).findings
    assert [each.kind for each in without.findings] == ["effect"]
    assert not [each for each in beside.findings if each.kind == "effect"]
