"""The commands that count across votes: what is asked for, its forms, and what is said else."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.jobs.votes import import_votes, votes_folder

STATES = ("USA", "GBR", "FRA", "CHN", "RUS", "CUB")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Twelve votes of plenary meetings and one on a paragraph, by a table of one's own."""
    folder = tmp_path_factory.mktemp("corpus")
    rows = [("symbol", "draft", "date", "session", "matter", "title", "state", "vote", "whole")]
    for number in range(12):
        said = ("yes", "yes", "yes", "no", "no", "abstain" if number % 3 else "no")
        rows += [
            (f"A/RES/70/{number + 1}", "", f"2015-12-{number + 1:02}", "70", "text",
             f"Matter {number}", state, vote, "yes")
            for state, vote in zip(STATES, said, strict=True)
        ]  # fmt: skip
    part = ("", "A/70/L.1", "2015-11-02", "70", "paragraph", "Matter of a part")
    rows += [(*part, state, "yes", "yes")
             for state in STATES]  # fmt: skip
    file = folder / "mine.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    import_votes([str(file)], votes_folder(folder))
    return str(folder)


def run(corpus: str, *words: str) -> Result:
    """A command, by default on our votes alone: the package brings some along."""
    ours = () if "--title" in words else ("--title", "matter")
    return CliRunner().invoke(app, ["votes", *words, *ours, "--corpus", corpus])


def test_compare(corpus: str) -> None:
    result = run(corpus, "compare", "USA", "France")
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    assert "took the same position in 100.0 per cent of the 12 votes" in said
    assert "Not voting is no position" in said


def test_every_form(corpus: str, tmp_path: Path) -> None:
    told = json.loads(run(corpus, "compare", "USA", "CUB", "--format", "json").stdout)
    assert told["schema"] == "counterdraft/votes-compare/1"
    assert told["pairs"][0]["all"]["votes"] == 12
    rows = list(csv.DictReader(io.StringIO(run(corpus, "blocs", "P5", "USA,CUB", "--format",
                                               "csv").stdout)))  # fmt: skip
    assert not rows  # there is no such group, which is said
    rows = list(csv.DictReader(io.StringIO(run(corpus, "blocs", "USA,CUB", "--format",
                                               "csv").stdout)))  # fmt: skip
    assert {row["group"] for row in rows} == {"USA,CUB"}
    assert run(corpus, "state", "Cuba", "--format", "md").stdout.startswith("# Cuba: its record")
    for name, start in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.md", b"# Cuba")):
        path = tmp_path / name
        assert run(corpus, "state", "Cuba", "--minimum", "5", "-o", str(path)).exit_code == 0
        assert path.read_bytes().startswith(start)
    again = run(corpus, "state", "Cuba", "-o", str(tmp_path / "a.md"))
    assert again.exit_code == 1
    assert run(corpus, "state", "Cuba", "-o", str(tmp_path / "a.md"), "--force").exit_code == 0


def test_departures_are_drawn_of_one_group(corpus: str, tmp_path: Path) -> None:
    path = tmp_path / "apart.svg"
    assert run(corpus, "blocs", "USA,GBR,FRA,CUB", "--departures", "-o", str(path)).exit_code == 0
    assert "who stood apart" in path.read_text(encoding="utf-8")
    refused = run(corpus, "blocs", "USA,GBR", "CHN,RUS", "--departures", "--format", "svg")
    assert refused.exit_code == 1
    assert "who stood apart is drawn of one group" in refused.stderr


def test_all_groups_are_told_where_none_is_named(corpus: str) -> None:
    told = json.loads(run(corpus, "blocs", "--format", "json").stdout)
    assert len(told["groups"]) == 15


def test_what_is_voted_on(corpus: str) -> None:
    def votes(*words: str) -> int:
        told = run(corpus, "compare", "USA", "CUB", "--format", "json", "--minimum", "1", *words)
        count: int = json.loads(told.stdout)["pairs"][0]["all"]["votes"]
        return count

    assert votes() == 12
    assert votes("--matter", "paragraph") == 1
    assert votes("--matter", "paragraph", "--matter", "text") == votes("--matter", "all") == 13
    assert votes("--since", "2015-12-10") == 3
    assert votes("--until", "2015-12-02", "--sessions", "70") == 2
    assert votes("--title", "matter 11") == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("compare", "USA", "Rusia"), 1, "Near it: Russian Federation"),
        (("compare", "USA", "CSK"), 1, "Czechoslovakia was no Member"),
        (("state", "Kenia"), 1, "Near it"),
        (("blocs", "Afrikan"), 1, "Near it: AFRICAN"),
        (("blocs", "nowhere.toml"), 1, "nowhere.toml: there is no such file"),
        (("compare", "USA", "CUB", "--body", "Xyz"), 2, "no body is called 'Xyz'"),
        (("compare", "USA", "CUB", "--issue", "food"), 1, "no vote is of the issue 'food'"),
        (("compare", "USA", "CUB", "--sessions", "x"), 2, "--session: 'x' is no session"),
        (("compare", "USA", "CUB", "--since", "2015-13"), 2, "is no date"),
        (("compare", "USA", "CUB", "--until", "2015-02-30"), 2, "is no date"),
        (("state", "State of Palestine"), 1, "has no vote"),
        (("compare", "USA", "CUB", "--format", "csv", "-o", "a.md"), 2, "ends as md does"),
        (("compare", "USA", "CUB", "-o", "a.xyz"), 2, "ends in none of"),
        (("compare", "USA"), 1, "two or more different"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    corpus: str, words: tuple[str, ...], code: int, said: str
) -> None:
    result = run(corpus, *words)
    assert result.exit_code == code, result.output
    assert said in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


def test_without_any_votes_it_says_so(corpus: str, tmp_path: Path) -> None:
    result = run(corpus, "compare", "USA", "CUB", "--sessions", "1-3")
    assert result.exit_code == 1
    assert "no vote with lists of who voted how is left" in result.stderr
    nowhere = run(str(tmp_path), "compare", "USA", "CUB")
    assert nowhere.exit_code == 1
    assert "there is no corpus in this folder, and no votes" in nowhere.stderr


def test_ideal_points_by_command(corpus: str, tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    result = run(corpus, "ideal", "--anchor", "Cuba", "--strip", "70", "-o", str(path))
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert {row["code"] for row in rows} == set(STATES)
    assert float(next(row["point"] for row in rows if row["code"] == "CUB")) > 0
    missing = run(corpus, "ideal", "--strip", "71")
    assert missing.exit_code == 1
    assert "there is no session 71" in missing.stderr
