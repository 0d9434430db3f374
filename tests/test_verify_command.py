"""``verify`` and ``registers`` as commands: forms, exit codes, sync; and claims in a brief."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from counterdraft.cli.app import app
from counterdraft.errors import EmptySource
from counterdraft.fetch.listing import git_sha
from counterdraft.fetch.published import register_files
from counterdraft.jobs.against import Beside
from counterdraft.jobs.brief import make_brief
from counterdraft.jobs.registers import registers_at
from counterdraft.registers.shipped import shipped

if TYPE_CHECKING:
    from typer.testing import Result

    from tests.conftest import Server

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE, OWN = str(EXAMPLES / "article.txt"), str(EXAMPLES / "registers" / "orlavia.csv")
YEARS = "member,state party,year ratification or accession,signatory\n"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "BETWEEN_SECONDS": "0", "PAUSE_SECONDS": "0.01", "RETRIES": "1", "READ_SECONDS": "2",
        "LONGEST_WAIT_SECONDS": "1", "CACHE": "false",
    }  # fmt: skip
    for name, value in given.items():
        monkeypatch.setenv(f"COUNTERDRAFT_FETCH_{name}", value)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_verify_shows_what_does_not_hold_with_its_source_and_question() -> None:
    result = run("verify", ARTICLE, "--register", OWN)
    assert result.exit_code == 0
    assert "PP9  does not hold" in result.stdout
    assert "? The register has it on 14 March 2026. Is the date right?" in result.stdout


def test_verify_as_json_is_what_the_contract_says() -> None:
    result = run("verify", ARTICLE, "--register", OWN, "--format", "json", "--as-of", "2026-10-16")
    found = json.loads(result.stdout)
    assert (found["schema"], found["as_of"]) == ("counterdraft/verdicts/1", "2026-10-16")
    wrong = next(each for each in found["verdicts"] if each["verdict"] == "does not hold")
    assert (wrong["paragraph"], wrong["entries"][0]["source"]) == (
        "pp9",
        "written for this project",
    )


def test_verify_as_markdown_makes_no_markup_of_the_texts_words(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    words = "Recalling its resolution 70/1 of 25 September 2015, entitled “<b>*Our* world</b>”"
    draft.write_text(
        f"The General Assembly,\n\n{words},\n\n1. Decides to go on.\n", encoding="utf-8"
    )
    out = tmp_path / "out.md"
    result = run("verify", str(draft), "-o", str(out))
    assert (result.exit_code, result.stderr) == (0, f"written: {out}\n")
    page = out.read_text(encoding="utf-8")
    assert "## PP1: holds" in page
    assert "<b>" not in page
    assert run("verify", str(draft), "-o", str(out)).exit_code == 1
    assert run("verify", str(draft), "-o", str(out), "--force").exit_code == 0


def test_a_register_that_cannot_be_used_is_said_and_the_rest_is_asked(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("act,subject\nsignature,Fiji\n", encoding="utf-8")
    result = run("verify", ARTICLE, "--register", str(bad), "--register", OWN)
    assert result.exit_code == 1
    assert "no column 'source'" in result.stderr
    assert "PP9  does not hold" in result.stdout


@pytest.mark.parametrize("day", ["2014", "2014-02-30", "yesterday"])
def test_a_day_that_is_none_is_not_understood(day: str) -> None:
    assert run("verify", ARTICLE, "--as-of", day).exit_code == 2


def test_what_is_imported_is_asked_by_verify_and_told_by_info() -> None:
    first = run("registers", "import", OWN)
    assert first.exit_code == 0, first.output
    assert "1 kept, 0 as they were" in first.stdout
    assert "0 kept, 1 as they were" in run("registers", "import", OWN).stdout
    assert "PP9  does not hold" in run("verify", ARTICLE).stdout
    told = json.loads(run("registers", "info", "--format", "json").stdout)
    assert [each["name"] for each in told] == ["shipped facts", "orlavia.csv"]
    assert told[1]["acts"]["adoption"] == 2


def test_check_shows_registers_that_contradict_each_other(tmp_path: Path) -> None:
    assert run("registers", "check").exit_code == 0
    years = tmp_path / "crpd.csv"
    years.write_text(f"{YEARS}Japan,1,2011,0\n", encoding="utf-8")
    assert run("registers", "import", str(years), "--as-of", "2022-08").exit_code == 0
    result = run("registers", "check")
    assert result.exit_code == 1
    assert re.search(r"crpd by Japan: (2014-01-20|2011) .* or ", result.stdout)


def test_a_row_that_is_left_out_is_said_with_its_line(tmp_path: Path) -> None:
    years = tmp_path / "crpd.csv"
    years.write_text(f"{YEARS}Japon,1,2014,0\nFiji,1,2017,0\n", encoding="utf-8")
    result = run("registers", "import", str(years))
    assert result.exit_code == 1
    assert "line 2: no State is known as 'Japon'" in result.stderr
    assert "'Japan'" in result.stderr
    assert "1 kept" in result.stdout


def answer(data: bytes, kind: str) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


def hub(server: Server, data: bytes, sha: str | None = None) -> None:
    """The place of the treaties' files, with one file in it."""
    listed = [
        {"name": "README.md", "path": "README.md", "sha": "0" * 40},
        {"name": "x", "path": "hr_status_crpd.csv", "sha": sha or git_sha(data)},
    ]
    place = register_files()["treaties"]
    index = place.index.replace("{server}", "")
    server.on(index, answer(json.dumps(listed, indent=2).encode(), "application/json"))
    path = place.file.format(raw="", name="hr_status_crpd.csv", server="")
    server.on(path, answer(data, "text/csv"))


def test_a_sync_brings_registers_once_and_takes_them(server: Server, tmp_path: Path) -> None:
    data = f"{YEARS}Fiji,1,2017,0\n".encode()
    hub(server, data)
    into = tmp_path / "files"
    options = ("sync", "treaties", "--from", server.url, "--into", str(into), "--as-of", "2022-08")
    dry = run("registers", *options, "--dry-run")
    assert (dry.exit_code, into.exists()) == (0, False)
    first = run("registers", *options)
    assert first.exit_code == 0, first.output
    assert (into / "hr_status_crpd.csv").read_bytes() == data
    assert "new\thr_status_crpd.csv" in first.stdout
    assert "here\thr_status_crpd.csv" in run("registers", *options).stdout
    assert sum(each.path.endswith("hr_status_crpd.csv") for each in server.asked) == 1
    told = json.loads(run("registers", "info", "--format", "json").stdout)
    assert (told[1]["name"], told[1]["as_of"]) == ("treaty status by year", "2022-08")


def test_a_file_that_is_not_the_one_listed_is_not_taken(server: Server, tmp_path: Path) -> None:
    hub(server, f"{YEARS}Fiji,1,2017,0\n".encode(), sha="1" * 40)
    into = tmp_path / "files"
    result = run("registers", "sync", "treaties", "--from", server.url, "--into", str(into))
    assert result.exit_code == 1
    assert "its SHA-1 is" in result.stderr
    assert not (into / "hr_status_crpd.csv").exists()


def test_a_server_that_is_none_is_not_understood() -> None:
    assert run("registers", "sync", "upr", "--from", "nowhere").exit_code == 2


def test_the_brief_has_each_claim_with_its_verdict_and_evidence(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert run("registers", "import", OWN, "--registers", str(kept)).exit_code == 0
    report = json.loads(make_brief(ARTICLE, "json", beside=Beside(registers=(str(kept),))))
    (section,) = [s for s in report["chapters"][0]["sections"] if s["id"] == "claims"]
    group = section["parts"][1]["groups"][0]
    assert group["title"] == "Does not hold"
    (wrong,) = group["rows"]
    place, told = wrong["cells"][0][0], wrong["cells"][1]
    assert place["evidence"][0]["place"] == "pp9"
    assert any("Is the date right?" in each["text"] for each in told)


def test_a_brief_asks_no_register_but_those_that_ship_or_are_named() -> None:
    run("registers", "import", OWN)
    assert "14 March 2026" not in make_brief(ARTICLE, "md").decode()


def test_a_claim_around_the_draft_is_linked_to_an_excerpt(tmp_path: Path) -> None:
    source = tmp_path / "post.txt"
    source.write_text(
        "Japan signed the Convention on the Rights of Persons with Disabilities on 28 September "
        "2007.\n\n[DRAFT]\n\nRights of salters\n\nThe General Assembly,\n\nGuided by the Charter,"
        "\n\n1. Decides to remain seized of the matter.\n",
        encoding="utf-8",
    )
    report = json.loads(make_brief(str(source), "json"))
    (section,) = [s for s in report["chapters"][0]["sections"] if s["id"] == "claims"]
    (group,) = section["parts"][1]["groups"]
    assert group["title"] == "Holds"
    (row,) = group["rows"]
    assert row["cells"][0][0]["evidence"][0]["place"].startswith("around-")


def test_a_title_in_quotation_marks_is_quoted_with_both() -> None:
    found = json.loads(run("verify", ARTICLE, "--register", OWN, "--format", "json").stdout)
    (claim,) = (each["claim"] for each in found["verdicts"] if each["act"] == "report")
    assert claim.startswith("“Salt, Work and Dignity”, issued by")


def test_registers_that_contradict_each_other_leave_a_claim_contested(tmp_path: Path) -> None:
    register, draft = tmp_path / "two.csv", tmp_path / "draft.txt"
    register.write_text(
        "act,subject,object,date,source\nsignature,Fiji,crpd,2010-06-02,one list\n"
        "signature,Fiji,crpd,2011-06-02,another\n", encoding="utf-8"
    )  # fmt: skip
    draft.write_text(
        "The General Assembly,\n\n1. Welcomes the signature by Fiji of the Convention on the "
        "Rights of Persons with Disabilities on 2 June 2010.\n", encoding="utf-8"
    )  # fmt: skip
    shown = run("verify", str(draft), "--register", str(register)).stdout
    assert "OP1  contested" in shown
    assert "one list" in shown
    assert "another" in shown
    run("registers", "import", str(register))
    checked = run("registers", "check")
    assert checked.exit_code == 1
    assert "1 contradiction\n" in checked.stderr


@pytest.mark.parametrize("command", ["brief", "flag"])
def test_a_row_that_is_left_out_stops_neither_brief_nor_findings(
    command: str, tmp_path: Path
) -> None:
    table = tmp_path / "own.csv"
    rows = ["act,subject,object,date,source", "signature,Norway,crc,1990-01-26,written for a test",
            "signature,Orlandia,crc,1990-01-26,written for a test"]  # fmt: skip
    table.write_text("\n".join(rows), encoding="utf-8")
    made = run(command, str(EXAMPLES / "article.txt"), "--registers", str(table))
    assert made.exit_code == 1
    assert made.stdout
    assert "line 3" in made.stderr
    assert "the row is left out" in " ".join(made.stderr.split())


def test_a_folder_of_files_is_read_and_an_empty_one_is_named(tmp_path: Path) -> None:
    own = registers_at([str(EXAMPLES / "registers")])
    assert sum(len(each.all) for each in own) > len(shipped().all)
    with pytest.raises(EmptySource, match="holds no file to read"):
        registers_at([str(tmp_path)])


def test_registers_may_be_a_folder_of_files_and_are_asked() -> None:
    folder, file = (run("verify", str(ARTICLE), option, "examples/registers") for option in (
        "--registers", "--register"
    ))  # fmt: skip
    assert "orlavia.csv" in folder.stdout
    assert folder.stdout == file.stdout


def test_a_folder_without_any_register_is_not_taken_in_silence() -> None:
    result = run("verify", str(ARTICLE), "--registers", "examples/votes")
    assert result.exit_code == 1
    assert "examples/votes" in result.stderr
