"""The commands ``corpus …``: what goes in, what comes out in each form, exit codes."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.corpus.manifest import SEGMENTS
from tests.adopted import BODY, akn, collection, write

TABLES = [
    ("info",),
    ("search", "lamps"),
    ("show", "81/1"),
    ("cites", "81/1"),
    ("cited-by", "60/1"),
    ("novelty",),
]
TEXT = """Resolution adopted by the General Assembly on 3 December 2026

A/RES/81/7

The General Assembly,

Recalling its resolution 81/1 of 1 December 2026 on street lamps,

1. Urges Orlavia to dim no lamp.
"""
DRAFT = "The General Assembly,\n\nRecalling its rules,\n\n1. Urges States to dim;\n\n2. Ends so.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the corpus is, which the environment names."""
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path / "corpus"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["corpus", *map(str, arguments)])


def done(*arguments: str | Path) -> Any:
    """What a command says in JSON, having succeeded."""
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of two sessions' texts in files of every kind."""
    return write(
        tmp_path / "texts",
        {
            "80_1.xml": akn("80/1", "2025-12-01", votes=(90, 3, 40)),
            "81_1.xml": akn(),
            "81_2_A-B.xml": collection("81/2", BODY, ["Decides to light half of the lamps."]),
            "81_7.txt": TEXT.encode(),
        },
    )


@pytest.fixture
def filled(texts: Path) -> Path:
    done("add", texts, "-j", "1")
    return texts


def test_adding_says_what_came_of_it(texts: Path) -> None:
    result = run("add", texts, "-j", "1")
    assert result.exit_code == 0
    assert result.stdout == (
        "5 texts added, 0 in a newer version, 0 there already; the corpus holds 5 texts\n"
    )
    assert done("add", texts, "-j", "1")["unchanged"] == 5


@pytest.mark.usefixtures("filled")
def test_a_file_with_several_resolutions_gives_several_texts() -> None:
    shown = [done("show", f"81/2 {letter}")["clauses"][-1]["text"] for letter in "ab"]
    assert shown == [BODY[-1], "Decides to light half of the lamps."]
    result = run("show", "81/2")
    assert result.exit_code == 1
    assert "A/RES/81/2 A or A/RES/81/2 B" in result.stderr


def test_archives_and_processes_give_what_files_give(filled: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "texts.zip", "w") as archive:
        for path in filled.iterdir():
            archive.write(path, f"ga/{path.name}")
    assert done("add", tmp_path / "texts.zip", "-j", "2")["unchanged"] == 5
    other = tmp_path / "other"
    done("add", tmp_path / "texts.zip", "-j", "2", "--corpus", other)
    assert done("search", "lamps", "--corpus", other) == done("search", "lamps")


def test_a_malformed_file_among_many_is_named_and_the_rest_goes_on(texts: Path) -> None:
    (texts / "80_2.xml").write_bytes(akn("80/2")[:-40])
    (texts / "A.zip").write_bytes(b"PK\x03\x04")
    result = run("add", texts, "-j", "1")
    assert result.exit_code == 1
    assert "5 texts added" in result.stdout
    assert "80_2.xml, line 1" in result.stderr
    assert "A.zip" in result.stderr
    assert len(json.loads(run("add", texts, "-j", "1", "--format", "json").stdout)["errors"]) == 2


def test_what_has_no_paragraphs_is_told(tmp_path: Path) -> None:
    amendment = (
        "Amendments to draft resolution A/C.3/81/L.2\n\n"
        "1. In operative paragraph 3, replace “dim” with “light”.\n\n2. Delete paragraph 4.\n"
    )
    write(tmp_path / "some", {"amends.txt": amendment.encode(), "none.txt": b"No resolution."})
    result = run("add", tmp_path / "some", "-j", "1")
    assert result.exit_code == 1
    assert "amends.txt: the text has no paragraphs" in result.stderr
    assert "none.txt: no draft found" in result.stderr


@pytest.mark.usefixtures("filled")
def test_a_draft_is_held_and_told_apart(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    result = run("add", tmp_path / "draft.txt", "-j", "1")
    assert result.exit_code == 0
    assert "drafts among them, which are no agreed language: 1" in result.stdout
    bounds = done("info")["bounds"]
    assert (bounds["texts"], bounds["drafts"]) == (6, 1)
    (hit,) = done("search", '"Urges States"')["hits"]
    assert hit["clause"]["record"]["kind"] == "draft"
    assert hit["clause"]["record"]["id"].startswith("text-")
    assert [row["texts"] for row in done("novelty")["sessions"] if row["committee"] is None] == [
        1, 4,
    ]  # fmt: skip


@pytest.mark.usefixtures("filled")
def test_metadata_fill_what_texts_do_not_say(tmp_path: Path) -> None:
    lines = [
        json.dumps({"symbol": "A/RES/81/7", "committee": "#thirdCommittee", "adoption_date": "x",
                    "adoption_type": "By a recorded vote", "MS_in_favour_count": "9",
                    "MS_against_count": "N.A.", "MS_abstaining_count": "1",
                    "sponsors": ["TÜRKİYE", "SUBMITTED BY THE CHAIR"], "subjects": []}),
        "no record", "",
    ]  # fmt: skip
    path = tmp_path / "told.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    result = run("add", "--metadata", path)
    assert result.exit_code == 1
    assert "told.jsonl.gz, line 2: it is no record of a text" in result.stderr
    record = done("show", "81/7")["record"]
    assert record["committee"] == "Third Committee"
    assert record["sponsors"] == ["Türkiye"]
    assert record["adoption"] == {"mode": "recorded vote", "yes": 9, "no": 0, "abstain": 1}


@pytest.mark.parametrize("command", TABLES, ids=lambda each: each[0])
@pytest.mark.usefixtures("filled")
def test_every_answer_comes_as_text_json_and_csv(command: tuple[str, ...]) -> None:
    assert run(*command).stdout
    assert done(*command)
    rows = list(csv.reader(io.StringIO(run(*command, "--format", "csv").stdout)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.usefixtures("filled")
def test_a_search_says_how_many_and_where() -> None:
    result = run("search", "lamps", "--limit", "2")
    assert result.exit_code == 0
    assert result.stderr == "9 found, the best 2 shown; the corpus holds General Assembly 80–81\n"
    assert result.stdout.count("**lamps**") == 2


@pytest.mark.usefixtures("filled")
def test_a_search_takes_every_filter() -> None:
    found = done(
        "search", "lamps OR report", "--organ", "ga", "--session", "80-81", "--since", "2025",
        "--until", "2026-12", "--part", "operative", "--phrase", "requests",
        "--addressee", "secretary_general", "--symbol", "81/1", "--limit", "5",
    )  # fmt: skip
    assert [hit["clause"]["paragraph"] for hit in found["hits"]] == ["op2"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("follow-up",), "at character 7"),
        (("lamps", "--organ", "nobody"), "no organ is called 'nobody'"),
        (("lamps", "--session", "x"), "is no session"),
        (("lamps", "--since", "yesterday"), "is no date"),
        (("lamps", "--addressee", "king"), "is no class of addressees"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_search_that_is_not_understood_ends_with_2(arguments: tuple[str, ...], said: str) -> None:
    result = run("search", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "symbol", ["81/1", "A/RES/81/1", "a/res/81/1", "GA resolution 81/1", "resolution 81/1"]
)
@pytest.mark.usefixtures("filled")
def test_a_text_is_named_as_people_name_it(symbol: str) -> None:
    assert done("show", symbol)["record"]["id"] == "A/RES/81/1"


@pytest.mark.parametrize("command", ["show", "cites", "cited-by"])
@pytest.mark.usefixtures("filled")
def test_what_the_corpus_does_not_hold_is_a_line(command: str) -> None:
    result = run(command, "99/9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "the corpus holds no such text" in result.stderr


@pytest.mark.usefixtures("filled")
def test_who_cites_whom() -> None:
    links = done("cited-by", "81/1")["links"]
    assert [(x["citing"], x["held"]) for x in links] == [("A/RES/81/7", True)]
    assert [x["cited"] for x in done("cites", "81/1")["links"]] == ["A/RES/60/1"]
    assert len(done("cited-by", "A/RES/60/1")["links"]) == 4


def test_a_document_is_held_where_a_part_of_it_is(tmp_path: Path) -> None:
    citing = akn("81/9", preamble=["Recalling its resolutions 81/2 and 81/20,"])
    write(tmp_path / "some", {"2.xml": collection("81/2", BODY, BODY), "9.xml": citing})
    done("add", tmp_path / "some")
    links = done("cites", "81/9")["links"]
    assert [(x["cited"], x["held"]) for x in links] == [
        ("A/RES/81/2", True), ("A/RES/81/20", False),
    ]  # fmt: skip


@pytest.mark.usefixtures("filled")
def test_novelty_gives_no_figure_for_the_first_session() -> None:
    first, *rest = [x for x in done("novelty")["sessions"] if x["committee"] is None]
    assert (first["session"], first["verbatim"]) == ("80", None)
    (later,) = rest
    assert later["clauses"] == 10
    assert later["verbatim"] == 7
    assert later["verbatim"] + later["adapted"] + later["not_found"] == later["clauses"]
    assert "of the first session of an organ nothing can be said" in run("novelty").stderr


def test_a_cell_of_a_csv_is_no_formula(tmp_path: Path) -> None:
    write(tmp_path / "some", {"x.xml": akn(body=["=SUM(A1) decides nothing."])})
    done("add", tmp_path / "some")
    rows = list(csv.DictReader(io.StringIO(run("search", "sum", "--format", "csv").stdout)))
    assert rows[0]["text"] == "'=SUM(A1) decides nothing."


def test_what_a_text_says_does_not_command_the_terminal(tmp_path: Path) -> None:
    text = DRAFT.replace("dim", "dim \x1b[2J\x9b5m lamps")
    write(tmp_path / "some", {"x.txt": text.encode()})
    done("add", tmp_path / "some")
    (hit,) = done("search", "lamps")["hits"]
    for command in (("search", "lamps"), ("show", hit["clause"]["record"]["id"])):
        assert not set(run(*command).stdout) & {"\x1b", "\x9b", "\x02", "\x03"}


@pytest.mark.usefixtures("filled")
def test_a_damaged_segment_is_named_and_the_answer_ends_with_1(folder: Path, texts: Path) -> None:
    write(texts.parent / "more", {"80_3.xml": akn("80/3", "2025-12-03")})
    done("add", texts.parent / "more")
    (folder / SEGMENTS / "000001" / "clauses.parquet").write_bytes(b"")
    result = run("search", "lamps", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["total"] == 2
    assert "000001, clauses.parquet: it has 0 bytes" in result.stderr
    assert "left out: 1 of the corpus's segments" in result.stderr
    result = run("check")
    assert (result.exit_code, "1 fault" in result.stdout) == (1, True)
    assert "clauses.parquet" in result.stderr


@pytest.mark.usefixtures("filled")
def test_a_sound_corpus_checks_out() -> None:
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "every checksum holds, and the parts agree" in result.stdout
    assert done("check")["faults"] == []


@pytest.mark.parametrize("command", [*TABLES, ("check",)], ids=lambda each: each[0])
def test_without_a_corpus_each_says_how_to_make_one(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Make one with: counterdraft corpus add" in result.stderr


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    result = run("add", tmp_path / "missing.xml", "--corpus", tmp_path / "file" / "corpus")
    assert result.exit_code == 1
    assert "the corpus cannot be written" in result.stderr
    assert "missing.xml" not in result.stderr


def test_nothing_to_add_is_not_understood() -> None:
    assert run("add").exit_code == 2
