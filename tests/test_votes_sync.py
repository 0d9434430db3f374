"""A sync of votes brings the files that a place lists, each as it is listed, and takes them."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from counterdraft.cli.app import app
from counterdraft.errors import BadAddress, BadAnswer, Unreachable
from counterdraft.fetch.listing import git_sha
from counterdraft.fetch.published import vote_files
from counterdraft.jobs.sync_files import SyncFiles, sources, sync_votes
from tests.vote_files import record, records, undl, voeten

if TYPE_CHECKING:
    from tests.conftest import Server

OLD, NEW = "2025_7_23_ga_voting.csv", "2025_10_2_ga_voting.csv"
PAGE = f"""<a href="/record/4060887/files/{NEW}?ln=en">new</a>
<a href="/record/4060887/files/{OLD}">old</a> <a href="/record/4060887/files/notes.md">notes</a>"""


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "BETWEEN_SECONDS": "0", "PAUSE_SECONDS": "0.01", "RETRIES": "1", "READ_SECONDS": "2",
        "LONGEST_WAIT_SECONDS": "1", "CACHE": "false",
    }  # fmt: skip
    for name, value in given.items():
        monkeypatch.setenv(f"COUNTERDRAFT_FETCH_{name}", value)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    # What is brought is told apart from the facts that ship.
    monkeypatch.setattr("counterdraft.jobs.votes.shipped_facts", lambda *_: ())


def answer(data: bytes | str, kind: str = "text/html") -> bytes:
    body = data.encode() if isinstance(data, str) else data
    return (
        f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )


def library(server: Server, data: bytes) -> None:
    server.on("/record/4060887", answer(PAGE))
    server.on(f"/record/4060887/files/{NEW}", answer(data, "text/csv"))


def test_the_newest_of_the_librarys_files_is_brought(server: Server, tmp_path: Path) -> None:
    data = undl({"NOR": "Y"})
    library(server, data)
    choices = SyncFiles(tmp_path / "files", server.url)
    brought = sync_votes("undl", choices)
    assert [each.name for each in brought.new] == [NEW]
    assert brought.size == len(data)
    assert (tmp_path / "files" / NEW).read_bytes() == data
    assert "non-commercial" in brought.terms
    again = sync_votes("undl", choices)
    assert (again.new, [each.name for each in again.here]) == ((), [NEW])
    assert [each.path for each in server.asked].count(f"/record/4060887/files/{NEW}") == 1


def dataverse(server: Server, data: bytes, md5: str) -> None:
    listed = json.dumps(
        {"data": {"files": [
            {"dataFile": {"id": 7, "persistentId": "", "filename": "UNVotes.tab", "md5": md5}},
            {"dataFile": {"id": 8, "persistentId": "", "filename": "Codebook.pdf", "md5": md5}},
        ]}},
        separators=(",", ":"),
    )  # fmt: skip
    index = "/api/datasets/:persistentId/?persistentId=doi:10.7910/DVN/LEJUQZ"
    server.on(index, answer(listed, "application/json"))
    server.on("/api/access/datafile/7?format=original", answer(data, "text/csv"))


def test_a_file_of_another_digest_is_not_left_there(server: Server, tmp_path: Path) -> None:
    data = voeten([(1, 385, 62, 1, "2007-12-18", "R/62/9", 0, 0, "S", "S", *[0] * 6)])
    choices = SyncFiles(tmp_path / "files", server.url)
    dataverse(server, data, "0" * 32)
    brought = sync_votes("voeten", choices)
    assert "its MD5 is" in (brought.failed[0].failed or "")
    assert list((tmp_path / "files").iterdir()) == []
    dataverse(server, data, hashlib.md5(data).hexdigest())
    assert [each.name for each in sync_votes("voeten", choices).new] == ["UNVotes.tab"]
    (tmp_path / "files" / "UNVotes.tab").write_bytes(b"other")
    assert [each.name for each in sync_votes("voeten", choices).new] == ["UNVotes.tab"]


def test_records_from_a_repository(server: Server, tmp_path: Path) -> None:
    data = records(record("A/RES/79/388"), gz=False)
    listed = [{"name": "79.json", "path": "data_extract/79.json", "sha": git_sha(data)}]
    server.on(
        "/repos/UNxml/GAresolutions/contents/data_extract",
        answer(json.dumps(listed), "application/json"),
    )
    server.on("/UNxml/GAresolutions/HEAD/data_extract/79.json", answer(data))
    runner = CliRunner()
    args = ["votes", "sync", "unxml", "--from", server.url, "--into", str(tmp_path / "files")]
    done = runner.invoke(app, [*args, "--format", "json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["new"][0]["name"] == "79.json"
    assert "must acknowledge the United Nations" in done.stderr
    assert "1 account new" in done.stderr
    shown = runner.invoke(app, ["votes", "show", "79/388"])
    assert "Recorded vote: 2-1-0" in shown.stdout


def test_a_dry_run_writes_nothing(server: Server, tmp_path: Path) -> None:
    library(server, undl({"NOR": "Y"}))
    args = ["votes", "sync", "undl", "--from", server.url, "--dry-run"]
    done = CliRunner().invoke(app, args)
    assert (done.exit_code, done.stdout) == (0, f"new\t{NEW}\n")
    assert not (tmp_path / "corpus").exists()
    assert not (tmp_path / "votes-undl").exists()


def test_only_to_fetch(server: Server, tmp_path: Path) -> None:
    library(server, undl({"NOR": "Y"}))
    args = ["votes", "sync", "undl", "--from", server.url, "--no-add"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0
    assert (tmp_path / "votes-undl" / NEW).is_file()
    assert CliRunner().invoke(app, ["votes", "info"]).exit_code == 1


def test_a_place_that_lists_no_files(server: Server, tmp_path: Path) -> None:
    server.on("/record/4060887", answer("<p>moved</p>"))
    with pytest.raises(BadAnswer, match=r"links no files.*by hand"):
        sync_votes("undl", SyncFiles(tmp_path / "files", server.url))


def test_a_server_that_is_none_or_not_there(server: Server, tmp_path: Path) -> None:
    with pytest.raises(BadAddress):
        sync_votes("undl", SyncFiles(tmp_path, "ftp://example.org"))
    server.close()
    with pytest.raises(Unreachable):
        sync_votes("undl", SyncFiles(tmp_path, server.url))
    args = ["votes", "sync", "undl", "--from", "nothing"]
    assert CliRunner().invoke(app, args).exit_code == 2


def test_every_place_has_an_address_a_pattern_and_terms() -> None:
    assert sources() == ("undl", "undl-sc", "voeten", "unxml")
    for place in vote_files().values():
        assert place.index.startswith("{server}/")
        assert "name" in re.compile(place.link).groupindex
        assert place.terms
