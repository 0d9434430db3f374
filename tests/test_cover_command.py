"""The command ``cover``: forms, two texts, what is refused, and the section of the brief."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app

EXAMPLES = Path(__file__).parent.parent / "examples"
RIVAL, ARTICLE = str(EXAMPLES / "rival.txt"), str(EXAMPLES / "article.txt")
REVISED = str(EXAMPLES / "revised.txt")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["cover", *arguments])


def test_the_json_has_topics_with_their_evidence() -> None:
    result = run(RIVAL, "--mandate", "coi-dprk", "--format", "json")
    assert result.exit_code == 0
    topics = {each["id"]: each for each in json.loads(result.stdout)["topics"]}
    assert len(topics) == 14
    torture = topics["torture"]
    assert (torture["verdict"], torture["stance"]) == ("addressed", "raises")
    assert torture["evidence"][0].keys() >= {"paragraph", "degree", "span", "quote"}


def test_the_terminal_says_what_is_silent_and_explains_on_request() -> None:
    plain = run(RIVAL, "--mandate", "coi-dprk").stdout
    assert "Prison camps: silent" in plain
    explained = run(RIVAL, "--mandate", "coi-dprk", "--explain").stdout
    assert "named by" in explained
    assert "it is named in the head of a clause" in explained


def test_two_texts_are_shown_beside_each_other() -> None:
    result = run(RIVAL, "--mandate", "coi-dprk", "--against", ARTICLE)
    assert "Right to life: addressed here; left out in article.txt" in " ".join(
        result.stdout.split()
    )
    since = run(REVISED, "--mandate", "coi-dprk", "--previous", RIVAL, "--format", "json")
    assert json.loads(since.stdout)["relation"] == "predecessor"


def test_two_versions_of_one_symbol_are_called_by_their_files() -> None:
    result = run(str(EXAMPLES / "draft.docx"), "--mandate", "coi-dprk", "--against", RIVAL)
    assert "draft.docx and rival.txt" in result.stdout
    assert "Prison camps: in rival.txt, silent" in result.stdout


def test_pictures_say_in_words_what_they_show(tmp_path: Path) -> None:
    path = tmp_path / "topics.svg"
    assert run(RIVAL, "--mandate", "coi-dprk", "--against", ARTICLE, "-o", str(path)).exit_code == 0
    svg = path.read_text(encoding="utf-8")
    assert "Prison camps: silent" in svg
    assert "OP2 (c)" in svg


def test_a_document_is_covered_whole_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "pages.svg"
    pdf = str(EXAMPLES / "rival.pdf")
    assert run(pdf, "--mandate", "coi-dprk", "--whole", "-o", str(path)).exit_code == 0
    assert "p. 1" in path.read_text(encoding="utf-8")
    found = json.loads(run(pdf, "--mandate", "coi-dprk", "--whole", "--format", "json").stdout)
    places = [each for topic in found["topics"] for each in topic["evidence"]]
    assert {each["page"] for each in places} <= {1, 2, 3, 4}
    assert all(each["paragraph"].startswith("block") for each in places)


def test_markdown_escapes_what_a_text_says(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The General Assembly,\n\n1. Condemns torture [x](y) <b>;\n", encoding="utf-8")
    shown = run(str(draft), "--mandate", "coi-dprk", "--format", "markdown").stdout
    assert "torture \\[x\\](y) &lt;b&gt;" in shown


def test_mandates_are_listed_and_explained_without_a_text() -> None:
    assert "coi-dprk" in run("--list").stdout
    assert "named by" in run("--mandate", "coi-dprk", "--explain").stdout


def test_a_faulty_mandate_is_said_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('id = "a"\ncolour = 1\n', encoding="utf-8")
    result = run(RIVAL, "--mandate", str(path))
    assert result.exit_code == 1
    assert "line 2, colour: there is no key 'colour'" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (RIVAL,),
        ("--mandate", "coi-dprk"),
        (RIVAL, "--mandate", "coi-dprk", "--against", ARTICLE, "--previous", ARTICLE),
        (RIVAL, "--mandate", "coi-dprk", "--part-b", "1"),
        (RIVAL, "--mandate", "coi-dprk", "--whole", "--part", "1"),
        (RIVAL, "--mandate", "coi-dprk", "-o", "x.md", "--format", "json"),
    ],
)
def test_what_does_not_go_together_is_not_understood(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_unknown_mandate_and_an_unknown_file_are_said() -> None:
    assert "no mandate is called 'none'" in run(RIVAL, "--mandate", "none").stderr
    assert run("nowhere.txt", "--mandate", "coi-dprk").exit_code == 1


@pytest.mark.parametrize("form", ["md", "json", "html"])
def test_a_brief_with_a_mandate_has_the_section_on_silence(form: str) -> None:
    made = CliRunner().invoke(app, ["brief", RIVAL, "--mandate", "coi-dprk", "--format", form])
    assert made.exit_code == 0
    assert "what it is silent on" in made.stdout
    assert (
        "what it is silent on"
        not in CliRunner().invoke(app, ["brief", RIVAL, "--format", form]).stdout
    )


def test_the_mandate_that_ships_as_an_example_finds_what_the_examples_say() -> None:
    own = str(EXAMPLES / "salt.toml")
    assert "Access for the mission (must hold): met" in run(RIVAL, "--mandate", own).stdout
    assert "Access for the mission (must hold): not found" in run(ARTICLE, "--mandate", own).stdout


def test_a_second_mandate_is_not_told_in_the_place_of_the_first() -> None:
    result = run(RIVAL, "--mandate", "coi-dprk", "--mandate", "dialogue")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_whoever_names_no_mandate_is_told_where_they_are_listed() -> None:
    result = run(RIVAL)
    assert result.exit_code == 2
    assert "counterdraft cover --list" in result.stderr
