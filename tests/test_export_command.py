"""The command ``export``: forms, files that are there already, parts, exit codes."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.errors import NoResolution, WriteError
from counterdraft.jobs.export import make_export
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.read_again import read_again
from counterdraft.jobs.write import write_whole
from counterdraft.model import Annex
from counterdraft.read.load import USUAL
from tests.test_other_languages import akn as other

DRAFT = "The General Assembly,\n\nRecalling its rules,\n\n1. Urges States to act;\n\n2. Ends so.\n"
STARTS = {
    "akn": b"<?xml version='1.0' encoding='UTF-8'?>\n<akomaNtoso",
    "md": b"The General Assembly,\n\n*Recalling*",
    "json": b'[\n  {\n    "schema"',
    "csv": b"resolution,symbol,title,id",
    "txt": b"The General Assembly,\n\nRecalling",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT)
    return file


@pytest.fixture
def two(tmp_path: Path) -> Path:
    file = tmp_path / "two.txt"
    file.write_text(f"{DRAFT}\n\n{DRAFT.replace('Ends', 'Stops')}")
    return file


@pytest.mark.parametrize("form", STARTS)
def test_without_a_target_it_goes_to_standard_output(draft: Path, form: str) -> None:
    result = run(draft, "--to", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.startswith(STARTS[form])


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.xml", "akn"), ("a.akn", "akn"), ("a.md", "md"), ("a.JSON", "json"), ("a.csv", "csv"),
     ("a.txt", "txt")],
)  # fmt: skip
def test_the_ending_says_the_form(draft: Path, name: str, form: str) -> None:
    target = draft.parent / name
    result = run(draft, "-o", target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"written: {target}\n")
    assert target.read_bytes().startswith(STARTS[form])


def test_what_is_there_is_not_written_over_unless_that_is_said(draft: Path) -> None:
    target = draft.parent / "a.md"
    target.write_text("old")
    result = run(draft, "-o", target)
    assert (result.exit_code, target.read_text()) == (1, "old")
    said = f"{target}: the file is there already. Say --force to write over it, or choose"
    assert result.stderr.startswith(said)
    assert run(draft, "-o", target, "--force").exit_code == 0
    assert target.read_bytes().startswith(STARTS["md"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say which of akn, docx, md, json, csv, txt, or -o with an ending"),
        (
            ["-o", "a.odt"],
            "ends in none of .xml, .docx, .md, .json, .csv, .txt; add one, or say --to",
        ),
        (["--to", "odt"], "odt"),
        (["--to", "md", "--profile", "unxml"], "it is of akn, not of md"),
        (["--to", "json", "--bom"], "it is of csv, not of json"),
        (["--to", "md", "--part", "0"], "--part"),
    ],
)
def test_what_is_not_understood_is_2(draft: Path, arguments: list[str], said: str) -> None:
    result = run(draft, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_the_profile_is_the_guidelines_unless_the_uns_is_asked_for(draft: Path) -> None:
    assert 'name="resolutionDraft"' in run(draft, "--to", "akn").stdout
    assert 'name="draftResolution"' in run(draft, "--to", "akn", "--profile", "unxml").stdout


def test_all_of_several_are_written_or_the_one_that_is_asked_for(two: Path) -> None:
    assert len(json.loads(run(two, "--to", "json").stdout)) == 2
    assert "<documentCollection" in run(two, "--to", "akn").stdout
    one = run(two, "--to", "akn", "--part", "2").stdout
    assert "<documentCollection" not in one
    assert "Stops" in one
    assert "Ends" not in run(two, "--to", "txt", "--part", "2").stdout


def test_a_part_that_is_not_there_is_an_error(draft: Path, two: Path) -> None:
    result = run(two, "--to", "md", "--part", "3")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "holds 2 resolutions, and no number 3. Say another --part" in result.stderr
    with pytest.raises(NoResolution, match="holds 1 resolution, and no number 2"):
        make_export(str(draft), "md", part=2)


def test_a_byte_order_mark_begins_a_csv(draft: Path) -> None:
    assert run(draft, "--to", "csv", "--bom").stdout_bytes.startswith(b"\xef\xbb\xbfresolution,")


def test_what_holds_no_draft_is_1_and_nothing_is_written(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("Nothing of the kind.")
    result = run(bad, "-o", tmp_path / "a.xml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no draft found" in result.stderr
    assert not (tmp_path / "a.xml").exists()


def test_a_file_that_appears_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    chmod = Path.chmod

    def meanwhile(path: Path, mode: int) -> None:
        file.write_text("theirs")
        chmod(path, mode)

    monkeypatch.setattr(Path, "chmod", meanwhile)
    with pytest.raises(WriteError, match="the file is there already"):
        write_whole(str(file), b"ours", force=False)
    assert (file.read_text(), list(tmp_path.iterdir())) == ("theirs", [file])


def test_where_there_are_no_links_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", none)
    file = tmp_path / "a.md"
    write_whole(str(file), b"ours", force=False)
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"ours", [file])


def test_a_word_file_holds_the_one_text_that_is_meant(two: Path, tmp_path: Path) -> None:
    result = run(two, "-o", tmp_path / "d.docx")
    assert (result.exit_code, list(tmp_path.glob("*.docx"))) == (1, [])
    assert "holds 2 resolutions" in result.stderr
    assert run(two, "-o", tmp_path / "d.docx", "--part", "2").exit_code == 0
    written, meant = parse_one(str(tmp_path / "d.docx")), parse_one(str(two))
    (resolution,) = written.resolutions
    assert [p.text for p in resolution.paragraphs] == [
        p.text for p in meant.resolutions[1].paragraphs
    ]


@pytest.mark.parametrize("form", ["csv", "docx"])
def test_what_an_amendment_document_has_not_is_not_written_as_nothing(
    tmp_path: Path, form: str
) -> None:
    source = Path(__file__).parent / "cases" / "parse" / "amendment_document" / "input.txt"
    result = run(source, "-o", tmp_path / f"a.{form}")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("Write it as JSON, Markdown or text\n")
    assert list(tmp_path.iterdir()) == []


def test_a_file_does_not_end_as_another_form_does(tmp_path: Path, draft: Path) -> None:
    result = run(draft, "-o", tmp_path / "a.docx", "--to", "md")
    assert result.exit_code == 2
    assert sorted(tmp_path.iterdir()) == [draft]


# What is not the same when it is read again


@pytest.mark.parametrize("form", ["akn", "docx", "md", "txt", "csv", "json"])
def test_what_is_read_again_the_same_needs_no_word(draft: Path, form: str) -> None:
    said = list[str]()
    make_export(str(draft), form, USUAL._replace(say=said.append))
    assert said == []


def test_what_is_not_the_same_when_read_again_is_said(draft: Path) -> None:
    (one,) = parse_one(str(draft)).resolutions
    data = make_export(str(draft), "txt")
    assert read_again(data, "txt", [one]) is None
    torn = data.replace(b"Urges States to act", b"Urges nobody")
    assert read_again(torn, "txt", [one]) == (
        "read again it has not the same: 1 of 3 paragraphs, OP1 the first"
    )
    assert read_again(data + b"\n3. Thanks all.\n", "txt", [one]) == (
        "read again it has not the same: 4 paragraphs in place of 3"
    )
    annexed = replace(one, title="Lamps", annexes=(Annex("Annex", None, "Oil lamps", one.span),))
    assert read_again(data, "txt", [annexed]) == (
        "read again it has not the same: the title and the annexes (1, then 0)"
    )
    assert read_again(data, "txt", [one, one]) == "read again it holds 1 text, and not 2"


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
def test_of_another_language_it_is_said_that_the_file_cannot_be_read_again(
    tmp_path: Path, form: str
) -> None:
    source, said = tmp_path / "a.xml", list[str]()
    source.write_bytes(other("fr"))
    make_export(str(source), form, USUAL._replace(say=said.append))
    assert said == [
        f"{source}: as {form}, it cannot be read again: outside of XML drafts are found in English "
        "alone"
    ]
