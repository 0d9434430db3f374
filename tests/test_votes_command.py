"""The commands on votes: what they print, write and end with."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from typer.testing import CliRunner

from counterdraft.cli.app import app
from counterdraft.errors import BadQuery
from counterdraft.jobs.votes import ALL, Where, accounts_of, import_votes, votes_folder, votes_of
from counterdraft.jobs.where_votes import symbol_of, where_of
from counterdraft.lexicon.sessions import opened
from counterdraft.lexicon.vote_faults import known_faults
from counterdraft.lexicon.vote_sources import vote_source, vote_sources
from counterdraft.model.rollcall import Tally
from counterdraft.model.vote import Fault, Vote
from counterdraft.votes.check import check
from counterdraft.votes.frames import positions_frame, to_pandas, votes_frame
from counterdraft.votes.merge import merge
from counterdraft.votes.sources.tables import Tables
from counterdraft.votes.written import written
from tests.test_votes_store import account
from tests.vote_files import CODES, akn, packed, record, records, undl, unvotes, voeten

if TYPE_CHECKING:
    from typer.testing import Result

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
UNVOTES = SHARED / "votes" / "unvotes-1946-2019.zip"
METADATA = SHARED / "votes" / "ga-metadata-74-79.jsonl.gz"
SIDES = {
    **dict.fromkeys(CODES[:100], "Y"), **dict.fromkeys(CODES[100:120], "N"),
    **dict.fromkeys(CODES[120:180], "A"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_ships(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is imported is told apart from the facts that ship."""
    monkeypatch.setattr("counterdraft.jobs.votes.shipped_facts", lambda _=ALL: ())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.chdir(tmp_path)
    return votes_folder()


def run(*args: str, code: int = 0) -> Result:
    done: Result = CliRunner().invoke(app, ["votes", *args])
    assert done.exit_code == code, done.output
    return done


def imported(name: str, data: bytes, code: int = 0) -> Result:
    Path(name).write_bytes(data)
    return run("import", name, code=code)


# -- import, info


def test_import_says_what_came_and_the_same_again_changes_nothing(folder: Path) -> None:
    done = imported("ga.csv", undl(SIDES))
    assert "1 account new, 0 in a newer version, 0 there already" in done.stdout
    assert "undl: 1" in done.stdout
    assert folder.is_dir()
    assert "0 in a newer version, 1 there already" in run("import", "ga.csv").stdout
    changed = imported("ga.csv", undl({**SIDES, CODES[0]: "N"}))
    assert "superseded: undl:600001" in changed.stdout
    told = json.loads(run("import", "ga.csv", "--format", "json").stdout)
    assert (told["new"], told["unchanged"], told["problems"]) == (0, 1, [])


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(folder: Path) -> None:
    Path("none.csv").write_text("a,b\n1,2\n")
    Path("ga.csv").write_bytes(undl(SIDES))
    done = run("import", "none.csv", "gone.csv", "ga.csv", code=1)
    assert "none.csv: its columns are those of no source of votes" in done.stderr
    assert "gone.csv: the file cannot be read" in done.stderr
    assert len(votes_of(folder)) == 1


def test_an_archive_and_a_folder_of_several_sources(folder: Path) -> None:
    files: dict[str, str | bytes] = {
        "a/undl.csv": undl(SIDES), "b.jsonl.gz": records(record("A/RES/79/388")),
        "c.xml": akn("A/RES/79/388", {"inFavour": ["NORWAY", "TÜRKİYE"], "against": ["CUBA"]}),
    }  # fmt: skip
    Path("all.zip").write_bytes(packed(files))
    Path("in").mkdir()
    Path("in", "all.zip").write_bytes(packed(files))
    assert "3 accounts new" in run("import", "all.zip").stdout
    assert "3 there already" in run("import", "in").stdout
    (vote,) = votes_of(folder, Where(symbols=("A/RES/79/388",)))
    assert vote.sources == ("metadata", "akn")
    assert vote.disagreements == ()


def test_info_tells_bounds_and_terms() -> None:
    imported("ga.csv", undl(SIDES))
    done = run("info").stdout
    assert "1 vote, 2007-12-18 to 2007-12-18: 1 recorded, 1 with lists, by 1 account" in done
    assert "terms: non-commercial use" in done
    assert json.loads(run("info", "--format", "json").stdout)["sessions"] == {"62": 1}


def test_where_nothing_is_held() -> None:
    for command in (("info",), ("check",), ("show", "62/9"), ("export",)):
        assert "Bring some with: counterdraft votes import PATHS" in run(*command, code=1).stderr


# -- show, check


def test_show_tells_a_vote_whole() -> None:
    imported("ga.csv", undl(SIDES))
    done = run("show", "62/900").stdout
    assert "Recorded vote: 100-20-60 (0 not voting); adopted" in done
    assert "In favour (100): Afghanistan, Albania" in done
    assert "Not voting (12): " in done
    assert "by UN Digital Library, voting data [undl]: record 600001" in done
    told = json.loads(run("show", "62/900", "--format", "json").stdout)
    assert len(told[0]["vote"]["not_voting"]) == 12
    assert told[0]["accounts"][0]["id"] == "undl:600001"


def test_a_text_without_a_vote_that_is_held_has_others_near() -> None:
    imported("ga.csv", undl(SIDES))
    assert "Held are A/RES/62/900" in run("show", "62/901", code=1).stderr


def test_a_vote_on_a_part_is_found_by_the_whole() -> None:
    imported("ga.csv", undl(SIDES, resolution="A/RES/62/900[B]"))
    assert run("show", "62/900").stdout.startswith("A/RES/62/900 B\n")


def test_check_finds_what_is_wrong_and_ends_with_1() -> None:
    imported("ga.csv", undl(SIDES, (101, 20, 60, 11)))
    done = run("check", code=1).stdout
    assert "tally against list: it prints 101-20-60 and lists 100-20-60" in done
    assert done.endswith("1 unexplained\n")
    told = json.loads(run("check", "--format", "json", code=1).stdout)
    assert told["check"]["findings"][0]["known"] is None


def test_check_ends_with_0_where_all_is_well_or_known() -> None:
    imported("ga.csv", undl(SIDES, ("100", "20", "60", "12")))
    assert "nothing is unexplained" in run("check").stdout
    data = undl(SIDES, ("100", "20", "61", "12"), resolution="A/RES/77/293", date="2023-06-30")
    imported("known.csv", data.replace(b"600001", b"600002").replace(b",62,", b",77,"))
    done = run("check").stdout
    assert "59 abstentions are printed and 58 names are listed" in done


def test_check_finds_damage() -> None:
    imported("ga.csv", undl(SIDES))
    (part,) = (votes_folder() / "parts").iterdir()
    part.write_bytes(part.read_bytes()[:-1] + b"x")
    assert "it is not what was written" in run("check", code=1).stderr


def found(*rollcalls: object) -> set[str]:
    return {each.fault for each in check(merge(rollcalls)).findings}  # type: ignore[arg-type]


def test_every_kind_of_fault() -> None:
    base: dict[str, object] = {
        "tally": None, "yes": ("NOR",), "no": (), "session": "62", "date": "2007-12-18",
        "source": "csv:whole",
    }  # fmt: skip
    assert found(account(1, **base)) == set()
    assert found(account(1, **base | {"date": "2006-12-18"})) == {"impossible date"}
    assert found(account(1, **base | {"yes": ("SSD",)})) == {"not a Member"}
    assert found(account(1, **base | {"yes": ("NOR", "NOR")})) == {"listed twice"}
    assert found(account(1, **base | {"listed": False, "yes": (), "tally": Tally(1, 2, 3),
                                      "mode": "recorded vote"})) == {"no list"}  # fmt: skip
    council = base | {"body": "Security Council", "symbol": "S/RES/1(2007)", "yes": CODES[:16]}
    assert found(account(1, **council)) == {"more voters than members"}
    many = base | {"listed": False, "yes": (), "tally": Tally(190, 2, 3)}
    assert found(account(1, **many)) == {"more voters than Members"}


def test_a_wrong_count_of_those_not_voting_is_found() -> None:
    given = {"date": "2007-12-18", "tally": None, "session": "62", "source": "csv:whole"}
    (vote,) = merge([account(1, yes=("NOR",), no=(), **given)])
    wrong = msgspec.structs.replace(vote, not_voting=vote.not_voting[1:])
    assert [each.fault for each in check([wrong]).findings] == ["not voting"]
    assert check([vote]).proved == 1
    again = msgspec.structs.replace(vote, accounts=("undl:1", "undl:2", "akn:1"))
    assert [each.fault for each in check([again]).findings] == ["told twice"]
    printed = msgspec.structs.replace(vote, tally=Tally(1, 0, 0, 3))
    assert [each.said for each in check([printed]).findings] == [
        "3 are said not to vote, and Members less voters are 191"
    ]


def test_known_faults_are_of_kinds_that_there_are() -> None:
    kinds = {*Fault.__args__, "no list", "impossible date", "not voting",  # type: ignore[attr-defined]
             "more voters than members"}  # fmt: skip
    for each in known_faults().values():
        assert set(each.faults) <= kinds
        assert each.account in vote_sources()
        assert each.source
        assert each.said


def test_every_source_has_its_terms() -> None:
    assert all(each.terms for each in vote_sources().values())
    assert vote_source("csv:mine") == vote_sources()["csv"]
    assert vote_source("nothing") is None
    assert (opened("62"), opened("ES-10"), opened("x")) == ("2007-09-18", "1997-04-24", None)


# -- which votes


def test_what_a_person_says_of_the_votes_meant() -> None:
    assert where_of() == ALL
    assert where_of(body="ga", session="60-62,ES-11", issue="Human rights").sessions == (
        "60", "61", "62", "ES-11")  # fmt: skip
    assert where_of(symbols=("62/900b",)).symbols == ("A/RES/62/900 B",)
    assert symbol_of("1718 (2006)") == "S/RES/1718(2006)"
    assert symbol_of("A/C.3/62/L.37") == "A/C.3/62/L.37"
    assert symbol_of("A/\udcff") == "A/?"  # no UTF-8


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"body": "Senate"}, "no body is called 'Senate'"), ({"session": "x"}, "is no session"),
        ({"since": "12/2007"}, "is no date"), ({"until": "2019-13"}, "is no date"),
        ({"since": "2019-02-30"}, "is no date"), ({"issue": "salt"}, "hr .Human rights."),
        ({"matter": "salt"}, "text, paragraph"), ({"session": "62-60"}, "Write 60-62"),
    ],
)  # fmt: skip
def test_what_is_not_understood(given_: dict[str, str], words: str) -> None:
    with pytest.raises(BadQuery, match=words):
        where_of(**given_)


def test_a_question_that_is_not_understood_ends_with_2() -> None:
    imported("ga.csv", undl(SIDES))
    assert "no body is called 'Senate'" in run("check", "--body", "Senate", code=2).stderr
    assert "none of the votes held is so" in run("export", "--session", "3", code=1).stderr


def test_a_filter() -> None:
    vote = merge([account(4, subjects=("SALT WORKS",), issues=("hr",), matter="paragraph")])[0]
    yes = [
        Where(since="2004-12", until="2004"), Where(title="works SALT"), Where(subject="salt"),
        Where(issues=("hr", "co")), Where(matters=("paragraph",)), Where(symbols=("a/res/61/4",)),
    ]  # fmt: skip
    no = [
        Where(since="2005"), Where(until="2003-12-31"), Where(title="pepper"),
        Where(issues=("co",)), Where(bodies=("Third Committee",)), Where(sessions=("4",)),
        Where(modes=("secret ballot",)),
    ]  # fmt: skip
    assert [each.matches(vote) for each in (*yes, *no)] == [True] * len(yes) + [False] * len(no)
    monthly = msgspec.structs.replace(vote, date="2004-12")
    assert Where(since="2004-12-15", until="2004-12-20").matches(monthly)
    assert not Where(since="2005-01-01").matches(monthly)
    assert not Where(since="2004").matches(msgspec.structs.replace(vote, date=None))


# -- export, frames


def again(data: bytes) -> Vote:
    read = Tables().read(data, "export.csv")
    assert read.problems == ()
    (vote,) = merge(read.rollcalls)
    return vote


def test_an_export_can_be_imported_and_says_the_same(folder: Path) -> None:
    imported("ga.csv", undl(SIDES, ("100", "20", "60", "12")))
    (vote,) = votes_of(folder)
    back = again(run("export").stdout_bytes)
    same = ("body", "session", "date", "matter", "mode", "outcome", "symbol", "draft", "meeting",
            "title", "agenda_item", "subjects", "tally", "yes", "no", "abstain",
            "not_voting")  # fmt: skip
    assert [getattr(back, each) for each in same] == [getattr(vote, each) for each in same]


def test_a_field_that_a_spreadsheet_would_run_is_guarded_and_read_back() -> None:
    votes = merge([account(1, title="=HYPERLINK(1)", detail="@x", yes=("NOR",), no=(), tally=None)])
    data = written(votes, "csv")
    (row,) = csv.DictReader(io.StringIO(data.decode()))
    assert (row["title"], row["detail"]) == ("'=HYPERLINK(1)", "'@x")
    assert again(data).title == "=HYPERLINK(1)"


def test_the_forms_of_an_export() -> None:
    import polars as pl

    imported("ga.csv", undl(SIDES))
    run("export", "-o", "votes.parquet", "--rows", "positions")
    frame = pl.read_parquet("votes.parquet")
    assert frame.height == 192
    assert frame["position"].value_counts(sort=True).rows()[0] == ("yes", 100)
    run("export", "-o", "votes.json")
    told = json.loads(Path("votes.json").read_bytes())
    assert told[0]["symbol"] == "A/RES/62/900"
    assert ".parquet" in run("export", "-o", "votes.xyz", code=2).output


def test_an_export_deceives_by_no_ending_and_replaces_no_file_unasked() -> None:
    imported("ga.csv", undl(SIDES))
    said = run("export", "-o", "votes.csv", "--format", "json", code=2).output
    assert "ends as csv does, not json" in said
    Path("votes.csv").write_text("mine")
    assert "the file is there already" in run("export", "-o", "votes.csv", code=1).stderr
    assert Path("votes.csv").read_text() == "mine"
    run("export", "-o", "votes.csv", "--force")
    assert Path("votes.csv").read_text().startswith("id,")


def test_frames(folder: Path) -> None:
    imported("ga.csv", undl(SIDES, ("100", "20", "60", "12")))
    votes = votes_of(folder)
    frame = votes_frame(votes)
    assert frame.select("yes", "no", "abstain", "not_voting", "members").row(0) == (
        100, 20, 60, 12, 192)  # fmt: skip
    positions = positions_frame(votes)
    assert positions.columns == [
        "vote", "date", "session", "body", "symbol", "code", "position", "state"]  # fmt: skip
    assert votes_frame(()).height == positions_frame(()).height == 0


def test_frames_for_pandas(folder: Path) -> None:
    pytest.importorskip("pandas")
    imported("ga.csv", undl(SIDES))
    frame = to_pandas(votes_frame(votes_of(folder)))
    assert str(frame["yes"].dtype) == "Int32"
    assert frame["yes"].tolist() == [100]


def test_a_vote_on_no_text_is_one_in_voetens_data_and_in_unvotes(folder: Path) -> None:
    row = (3, 385, 1, 1, "1946-12-01", "R/1/66", 1, 0, "RULES", "TO ADOPT A RULE", *[0] * 6)
    imported("voeten.csv", voeten([row]))
    call = "3,1,0,1946-12-01,R/1/66,1,0,RULES,TO ADOPT A RULE"
    imported("unvotes.zip", unvotes([("3", "Norway", "NO", "yes")], [call]))
    (vote,) = votes_of(folder)
    assert (vote.id, vote.accounts) == ("rcid:3", ("voeten:3", "unvotes:3"))
    (same,) = votes_of(folder, Where(symbols=("rcid:3",)))
    assert same == vote
    imported("other.csv", voeten([row]).replace(b"rcid", b"resid"))
    assert len(votes_of(folder)) == 2


# -- real data


@pytest.mark.skipif(not UNVOTES.exists(), reason=f"there is no {UNVOTES}")
def test_every_roll_call_of_unvotes_is_read(folder: Path) -> None:
    report = import_votes([str(UNVOTES)], folder)
    assert report.problems == ()
    assert report.kept.new == 6203
    votes = votes_of(folder)
    accounts = accounts_of(folder)
    assert sum(len(x.yes) + len(x.no) + len(x.abstain) for x in accounts) == 870_109
    assert len(votes) == 6203 - 14  # that many stand in it twice
    checked = check(votes)
    assert checked.unexplained() == ()
    twice = {each.vote for each in checked.findings if "meeting record" in (each.known or "")}
    assert len(twice) == 14
    assert {each.vote for each in checked.findings} - twice == {
        "A/RES/2668(XXV) motion", "A/RES/2668(XXV) motion #2", "rcid:804", "rcid:961",
        "A/RES/56/139", "A/RES/66/33 paragraph"}  # fmt: skip  # of which two and four are listed
    later = (each for each in votes if int((each.session or "0").lstrip("ES-")) > 30)
    whole = [each.symbol for each in later if each.symbol and each.matter == "text"]
    assert len(whole) == len(set(whole))


@pytest.mark.skipif(not METADATA.exists(), reason=f"there is no {METADATA}")
def test_every_record_of_sessions_74_to_79_is_read(folder: Path) -> None:
    report = import_votes([str(METADATA)], folder)
    assert report.problems == ()
    votes = votes_of(folder)
    assert len(votes) == 1920
    assert check(votes).unexplained() == ()
    assert {each.vote for each in check(votes).findings} == {
        "A/RES/75/254 A-C", "A/RES/75/290 A", "A/RES/77/293"}  # fmt: skip
