"""A sync brings what changed and no more, whole or not at all, and goes on where it stopped."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import typer
from typer.testing import CliRunner

from counterdraft import __version__
from counterdraft.cli.sync import RepositoryName
from counterdraft.cli.sync import sync as command_function
from counterdraft.corpus.stored import Stored
from counterdraft.errors import (
    BadAddress,
    BadAnswer,
    BadQuery,
    OfflineError,
    ReadError,
    ServerBusy,
    SettingsError,
    SourceTooLarge,
    Unreachable,
    UnsafeSource,
    UnsupportedSource,
    WriteError,
)
from counterdraft.fetch.repositories import repositories
from counterdraft.jobs.mirror import LOCK, STATE, open_mirror
from counterdraft.jobs.sync import SyncChoices, Synced, mark_added, sync
from tests.adopted import akn
from tests.codehost import SC, CodeHost, entry, sha

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Request, Server

    Reply = Callable[..., bytes]

FIRST, SECOND, OTHER = (
    "79session/English/A_RES_79_1-1E.xml",
    "79session/English/A_RES_79_2 (Part A)-2E.xml",
    "78session/English/A_RES_78_1-3E.xml",
)
FRENCH, DATA = "79session/French/A_RES_79_1-1F.xml", "data_extract/79.json"
FILES = {
    FIRST: b"<akomaNtoso>salt of Orlavia</akomaNtoso>",
    SECOND: b"<akomaNtoso>bread of Orlavia</akomaNtoso>",
    OTHER: b"<akomaNtoso>water of Orlavia</akomaNtoso>",
    FRENCH: b"<akomaNtoso>sel d'Orlavie</akomaNtoso>",
    DATA: b'{"symbol": "A/RES/79/1"}\n',
    "README.md": b"# Terms\n",
}
ENGLISH = {path for path in FILES if path not in {FRENCH, "README.md"}}


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "BETWEEN_SECONDS": "0", "PAUSE_SECONDS": "0.01", "RETRIES": "1", "READ_SECONDS": "2",
        "LONGEST_WAIT_SECONDS": "1", "LARGEST_BYTES": "100000", "CACHE": "false",
    }  # fmt: skip
    for name, value in given.items():
        monkeypatch.setenv(f"COUNTERDRAFT_FETCH_{name}", value)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def host(server: Server) -> CodeHost:
    host = CodeHost(server)
    host.commit(FILES)
    return host


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ga"


def bring(host: CodeHost, folder: Path, **given: Any) -> Synced:
    return sync("un-ga", SyncChoices(folder, server=host.server.url, **given))


def here(folder: Path) -> dict[str, bytes]:
    """The files of the mirror, the state and the lock apart."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {STATE, LOCK}
    }


def only(*paths: str) -> dict[str, bytes]:
    return {path: FILES[path] for path in paths}


def names(synced: Synced) -> set[str]:
    return {blob.path for blob in synced.to_add}


# What is brought


def test_a_first_sync_brings_the_texts_of_the_language_and_what_is_said_of_them(
    host: CodeHost, folder: Path
) -> None:
    said: list[str] = []
    synced = bring(host, folder, say=said.append)
    assert here(folder) == only(*ENGLISH)
    assert (set(synced.new), synced.changed, synced.unchanged) == (ENGLISH, (), 0)
    assert (synced.failed, synced.left, synced.stopped, synced.is_whole) == ((), 0, None, True)
    assert synced.bytes == sum(len(FILES[path]) for path in ENGLISH)
    assert (synced.commit, synced.requests) == (host.head, 2 + len(ENGLISH))
    assert names(synced) == ENGLISH
    assert "must acknowledge the United Nations" in said[0]
    assert "without warranty" in synced.terms


def test_nothing_is_sent_but_who_asks_and_for_which_file(host: CodeHost, folder: Path) -> None:
    bring(host, folder)
    sent = [request.headers for request in host.server.asked]
    assert {frozenset(headers) for headers in sent} == {
        frozenset({"host", "user-agent", "accept", "accept-encoding"})
    }
    assert {headers["user-agent"] for headers in sent} == {f"counterdraft/{__version__}"}
    assert host.asked()[:2] == ["/commits/HEAD", f"/git/trees/{host.head}?recursive=1"]


def test_a_second_sync_asks_once_and_fetches_nothing(host: CodeHost, folder: Path) -> None:
    bring(host, folder)
    host.asked()
    synced = bring(host, folder)
    assert host.asked() == ["/commits/HEAD"]
    assert (synced.new, synced.changed, synced.unchanged) == ((), (), len(ENGLISH))
    assert synced.commit == host.head


def test_without_a_mark_of_the_server_the_list_of_a_known_commit_is_not_asked_for(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    host.server.on(f"{host.api}/commits/HEAD", answer(host.head.encode()))
    bring(host, folder)
    host.asked()
    bring(host, folder)
    assert "if-none-match" not in host.server.asked[0].headers
    assert host.asked() == ["/commits/HEAD"]


def test_a_changed_file_alone_is_fetched_again(host: CodeHost, folder: Path) -> None:
    mark_added(bring(host, folder))
    host.commit(FILES | {FIRST: b"<akomaNtoso>sugar</akomaNtoso>"})
    host.asked()
    synced = bring(host, folder)
    assert len(host.asked()) == 3
    assert (synced.new, synced.changed, names(synced)) == ((), (FIRST,), {FIRST})
    assert here(folder) == only(*ENGLISH) | {FIRST: b"<akomaNtoso>sugar</akomaNtoso>"}


def test_a_file_that_vanished_upstream_is_kept_and_told(host: CodeHost, folder: Path) -> None:
    bring(host, folder)
    host.commit({path: data for path, data in FILES.items() if path != FIRST})
    synced = bring(host, folder)
    assert (synced.vanished, synced.unchanged) == ((FIRST,), len(ENGLISH) - 1)
    assert here(folder) == only(*ENGLISH)
    (folder / FIRST).unlink()
    assert bring(host, folder).vanished == ()


def test_what_was_edited_or_deleted_here_is_brought_back(host: CodeHost, folder: Path) -> None:
    mark_added(bring(host, folder))
    (folder / FIRST).write_bytes(FILES[FIRST].replace(b"salt", b"SALT"))  # of the same size
    (folder / SECOND).unlink()
    synced = bring(host, folder)
    assert (synced.changed, synced.new, names(synced)) == ((FIRST,), (SECOND,), set())
    assert here(folder) == only(*ENGLISH)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"sessions": "79"}, {FIRST, SECOND, DATA}),
        ({"sessions": "74-78"}, {OTHER}),
        ({"sessions": "ES-11, 78"}, {OTHER}),
        ({"language": "fr"}, {FRENCH, DATA}),
        ({"language": "fr", "sessions": "78"}, set()),
    ],
)
def test_sessions_and_languages_are_chosen(
    host: CodeHost, folder: Path, given: dict[str, str], wanted: set[str]
) -> None:
    assert set(bring(host, folder, **given).new) == wanted
    assert here(folder) == only(*wanted)


def test_another_choice_adds_to_the_folder_and_asks_for_no_list(
    host: CodeHost, folder: Path
) -> None:
    bring(host, folder, sessions="78")
    host.asked()
    synced = bring(host, folder, language="fr", sessions="79")
    assert len(host.asked()) == 3
    assert (set(synced.new), synced.vanished) == ({FRENCH, DATA}, ())
    assert names(synced) == {FRENCH, DATA, OTHER}


def test_archives_come_along_and_what_names_neither_session_nor_language(
    server: Server, folder: Path
) -> None:
    archive = "74session/GA resolutions_74session_English.zip"
    stray = "2729 (2024)session/English/S_RES_2729-1E.xml"
    plain = "older/S_RES_1836_N1.xml"
    others = "74session/GA resolutions_74session_French.zip", "data_extract/GA_res_extract.xlsx"
    host = CodeHost(server)
    host.commit(dict.fromkeys((archive, stray, plain, *others), b"PK"))
    assert set(bring(host, folder, sessions="74").new) == {archive}
    assert set(bring(host, folder).new) == {stray, plain}


def test_every_repository_can_be_named_on_the_command_line() -> None:
    assert {str(name) for name in RepositoryName} == set(repositories())


def test_the_page_names_every_option_and_no_others() -> None:
    app = typer.Typer(add_completion=False)
    app.command()(command_function)
    options = {name for each in typer.main.get_command(app).params for name in each.opts}
    page = (Path(__file__).parent.parent / "docs" / "sync.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`(--[a-z][\w-]*)", page))
    assert told == {name for name in options if name.startswith("-")} | {"--help"}


def test_what_came_is_in_the_corpus_and_is_added_once(server: Server, tmp_path: Path) -> None:
    host = CodeHost(server)
    folder, corpus = tmp_path / "un-ga", tmp_path / "corpus"
    host.commit({
        "79session/English/A_RES_79_1_E.xml": akn("79/1"),
        "79session/English/A_RES_79_2_E.xml": b"<akomaNtoso",
    })  # fmt: skip
    given = ["un-ga", "--into", str(folder), "--corpus", str(corpus), "--from", server.url]
    app = typer.Typer()
    app.command()(command_function)
    first = CliRunner().invoke(app, given)
    assert first.exit_code == 1
    assert "A_RES_79_2_E.xml, line 1" in first.stderr
    assert "1 text added" in first.stderr
    assert [record.id for record in Stored(corpus).records] == ["A/RES/79/1"]
    again = CliRunner().invoke(app, given)
    assert again.exit_code == 0
    assert "added" not in again.stderr
    host.commit({"79session/English/A_RES_79_3_E.xml": akn("79/3")})
    assert CliRunner().invoke(app, [*given, "--no-add"]).exit_code == 0
    assert len(Stored(corpus).records) == 1
    assert CliRunner().invoke(app, given).exit_code == 0
    assert len(Stored(corpus).records) == 2


def test_the_security_councils_files_are_in_folders_by_year(server: Server, folder: Path) -> None:
    text = "2024/English/S_RES_2723-1E.xml"
    host = CodeHost(server, SC)
    host.commit({text: b"<x/>", "2023/English/S_RES_2680_E.xml": b"<y/>"})
    choices = SyncChoices(folder, sessions="2024-2026", server=server.url)
    assert sync("un-sc", choices).new == (text,)


def test_a_limit_leaves_the_rest_for_another_run(host: CodeHost, folder: Path) -> None:
    synced = bring(host, folder, limit=1)
    assert (len(synced.new), synced.left, synced.is_whole) == (1, len(ENGLISH) - 1, True)
    synced = bring(host, folder)
    assert (synced.unchanged, synced.left, names(synced)) == (1, 0, ENGLISH)


def test_a_dry_run_tells_and_writes_nothing(host: CodeHost, folder: Path) -> None:
    synced = bring(host, folder, dry_run=True)
    assert (set(synced.new), synced.requests, synced.dry_run) == (ENGLISH, 2, True)
    assert not folder.exists()
    bring(host, folder, sessions="78")
    before = (folder / STATE).read_bytes()
    host.commit(FILES | {OTHER: b"<other/>"})
    synced = bring(host, folder, dry_run=True)
    assert (synced.changed, set(synced.new)) == ((OTHER,), ENGLISH - {OTHER})
    assert (folder / STATE).read_bytes() == before


def test_what_no_corpus_took_is_named_again(host: CodeHost, folder: Path) -> None:
    first = bring(host, folder)
    assert names(bring(host, folder)) == ENGLISH
    host.commit(FILES | {FIRST: b"<later/>"})
    bring(host, folder)
    mark_added(first)  # of FIRST an earlier state
    assert names(bring(host, folder)) == {FIRST}


def test_what_is_not_here_or_not_as_upstream_is_not_for_a_corpus(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    bring(host, folder)
    (folder / OTHER).unlink()
    (folder / FIRST).write_bytes(b"mine")
    host.server.on(host.raw(FIRST), answer(status=404))
    assert names(bring(host, folder, sessions="79")) == {SECOND, DATA}


# What goes wrong at a file


@pytest.mark.parametrize(
    "body", [b"<other/>", FILES[FIRST].upper(), FILES[FIRST] + b" ", FILES[FIRST][:-3], b""]
)
def test_other_bytes_than_are_listed_are_an_error_that_names_the_file(
    host: CodeHost, folder: Path, answer: Reply, body: bytes
) -> None:
    bring(host, folder)
    old = FILES[FIRST]
    new = b"<akomaNtoso>sugar of Orlavia</akomaNtoso>"
    host.commit(FILES | {FIRST: new})
    host.server.on(host.raw(FIRST), answer(body))
    synced = bring(host, folder)
    assert [each.path for each in synced.failed] == [FIRST]
    assert f"and not the {len(new)} of {sha(new)} that are listed" in synced.failed[0].reason
    assert host.raw(FIRST) in synced.failed[0].reason
    assert (here(folder)[FIRST], synced.is_whole, synced.left) == (old, False, 0)
    host.server.on(host.raw(FIRST), answer(new))
    assert bring(host, folder).changed == (FIRST,)


def test_a_body_that_breaks_off_is_asked_for_again_and_never_kept(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    cut = answer(FILES[FIRST])[:-5]
    host.server.on(host.raw(FIRST), cut, answer(FILES[FIRST]))
    assert bring(host, folder, sessions="79").failed == ()
    host.server.on(host.raw(OTHER), cut)
    synced = bring(host, folder)
    assert [each.path for each in synced.failed] == [OTHER]
    assert "broke off" in synced.failed[0].reason
    assert here(folder) == only(*ENGLISH - {OTHER})


def test_a_file_that_is_not_there_does_not_stop_the_rest(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    host.server.on(host.raw(FIRST), answer(status=404))
    synced = bring(host, folder)
    assert [each.path for each in synced.failed] == [FIRST]
    assert here(folder) == only(*ENGLISH - {FIRST})


def test_a_file_too_large_is_not_asked_for(host: CodeHost, folder: Path) -> None:
    tree = [entry(FIRST, FILES[FIRST]), entry(SECOND, b"", size=100_001)]
    host.listed(host.head, tree)
    synced = bring(host, folder)
    assert [each.path for each in synced.failed] == [SECOND]
    assert "100,001 bytes, more than the 100,000" in synced.failed[0].reason
    assert len(host.asked()) == 3
    assert here(folder) == only(FIRST)


def test_a_file_that_is_larger_than_listed_is_read_no_further_than_the_limit(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    endless = answer(b"x" * 300_000, {"Content-Length": ""})
    host.server.on(host.raw(FIRST), endless)
    synced = bring(host, folder)
    assert "larger than the 100,000" in synced.failed[0].reason
    assert here(folder) == only(*ENGLISH - {FIRST})


def test_more_than_may_be_downloaded_at_all_is_refused_before(
    host: CodeHost, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTERDRAFT_FETCH_ARCHIVE_BYTES", "50")
    with pytest.raises(SourceTooLarge, match="raise archive_bytes"):
        bring(host, folder)
    assert here(folder) == {}
    assert bring(host, folder, limit=1).left == len(ENGLISH) - 1


# Servers that are busy, broken, or gone


def test_a_busy_server_is_asked_again_when_it_wants(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    busy = answer(b"", {"Retry-After": "0"}, 429)
    host.server.on(host.raw(FIRST), busy, answer(FILES[FIRST]))
    said: list[str] = []
    assert bring(host, folder, say=said.append).is_whole
    assert any("is busy (429): it is asked again in 0 seconds" in line for line in said)


def test_a_server_that_failed_once_is_asked_again(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    host.server.on(host.raw(FIRST), answer(status=503), answer(FILES[FIRST]))
    host.server.on(host.raw(OTHER), answer(status=502), answer(FILES[OTHER]))
    assert bring(host, folder).is_whole
    assert here(folder) == only(*ENGLISH)


def test_a_server_that_wants_to_be_left_alone_for_long_stops_it_and_the_next_run_goes_on(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    host.server.on(host.raw(FIRST), answer(b"", {"Retry-After": "1800"}, 429))
    synced = bring(host, folder)
    assert synced.stopped is not None
    assert "asks to be left alone for 1,800 seconds" in synced.stopped
    assert (synced.new, synced.left, synced.is_whole) == ((OTHER,), len(ENGLISH) - 1, False)
    host.asked()
    host.server.on(host.raw(FIRST), answer(FILES[FIRST]))
    synced = bring(host, folder)
    assert (set(synced.new), names(synced)) == (ENGLISH - {OTHER}, ENGLISH)
    assert len(host.asked()) == len(ENGLISH)  # the branch, and the files that were left


def test_an_api_that_was_asked_too_often_says_until_when(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    told = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + 900)}
    host.server.on(f"{host.api}/commits/HEAD", answer(b"{}", told, 403))
    with pytest.raises(ServerBusy, match=r"asks to be left alone for (900|89\d) seconds"):
        bring(host, folder)
    assert len(host.asked()) == 1


def test_a_refusal_for_asking_too_often_is_no_refusal_for_good(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    busy = answer(b"{}", {"Retry-After": "0"}, 403)
    host.server.on(host.raw(FIRST), busy, answer(FILES[FIRST]))
    assert bring(host, folder, sessions="79").is_whole
    host.server.on(host.raw(OTHER), busy)
    synced = bring(host, folder)
    assert synced.stopped is not None
    assert "is too busy to answer (403)" in synced.stopped


def test_failures_in_a_row_stop_it(server: Server, folder: Path, answer: Reply) -> None:
    host = CodeHost(server)
    files = {f"79session/English/{number}.xml": b"<x/>" for number in range(9)}
    host.commit(files)
    for path in files:
        server.on(host.raw(path), answer(status=500))
    synced = bring(host, folder)
    assert (len(synced.failed), synced.left) == (5, 4)
    assert synced.stopped is not None


def test_no_network_is_said_and_leaves_the_folder_as_it_was(host: CodeHost, folder: Path) -> None:
    bring(host, folder)
    host.server.close()
    with pytest.raises(Unreachable, match="refused the connection"):
        bring(host, folder)
    assert here(folder) == only(*ENGLISH)


def test_offline_nothing_is_asked_for(
    host: CodeHost, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTERDRAFT_FETCH_OFFLINE", "true")
    with pytest.raises(OfflineError):
        bring(host, folder)
    assert host.asked() == []


def test_a_repository_that_moved_is_followed_on_its_server(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    host.server.on("/repositories/7/head", answer(host.head.encode()))
    moved = answer(b"", {"Location": "/repositories/7/head"}, 301)
    host.server.on(f"{host.api}/commits/HEAD", moved)
    assert bring(host, folder).is_whole


def test_there_is_a_pause_between_requests_and_only_one_at_a_time(
    host: CodeHost, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setenv("COUNTERDRAFT_FETCH_BETWEEN_SECONDS", "0.25")
    monkeypatch.setattr("counterdraft.fetch.exchange.time.sleep", pauses.append)
    synced = bring(host, folder)
    assert pauses == [0.25] * (synced.requests - 1)


# Lists of files


def test_a_list_that_is_cut_short_is_asked_for_folder_by_folder(
    host: CodeHost, folder: Path
) -> None:
    def tree(path: str, name: str) -> dict[str, Any]:
        return {"path": path, "mode": "040000", "type": "tree", "sha": sha(name.encode())}

    host.listed(host.head, [entry(FIRST, FILES[FIRST])], whole=False)
    top = [tree("79session", "79"), tree("78session", "78"), entry("README.md", b"# Terms\n")]
    host.listed(host.head, top, deep=False)
    host.listed(sha(b"78"), [entry("English/A_RES_78_1-3E.xml", FILES[OTHER])])
    host.listed(sha(b"79"), [], whole=False)
    host.listed(sha(b"79"), [tree("English", "79E")], deep=False)
    host.listed(sha(b"79E"), [entry(Path(path).name, FILES[path]) for path in (FIRST, SECOND)])
    synced = bring(host, folder)
    assert (set(synced.new), synced.requests) == ({FIRST, SECOND, OTHER}, 7 + 3)
    assert here(folder) == only(FIRST, SECOND, OTHER)


@pytest.mark.parametrize(("name", "fault"), [("a", "has no end"), ("a" * 200, "is too long")])
def test_a_list_without_end_is_given_up(
    host: CodeHost, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: str
) -> None:
    monkeypatch.setattr("counterdraft.fetch.repository._MOST_FOLDERS", 20)
    loop = [{"path": name, "mode": "040000", "type": "tree", "sha": host.head}]
    host.listed(host.head, loop, whole=False)
    host.listed(host.head, loop, deep=False)
    with pytest.raises(ReadError, match=fault):
        bring(host, folder)


def test_a_single_folder_whose_list_is_cut_short_is_not_taken_for_whole(
    host: CodeHost, folder: Path
) -> None:
    host.listed(host.head, [], whole=False)
    host.listed(host.head, [], whole=False, deep=False)
    with pytest.raises(BadAnswer, match="the list of a single folder is cut short"):
        bring(host, folder)


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd", "79session/../../x.xml", "/etc/passwd.xml", "79session//x.xml",
        "79session/English/..", "C:/x.xml", "..\\x.xml", "a/\u0000.xml", "a/\u001b[2J.xml",
        ".git/x.xml", "a/.GIT/hooks/x.xml", "./x.xml", "x" * 300 + ".xml",
    ],
)  # fmt: skip
def test_a_list_with_a_path_that_leads_elsewhere_is_refused_whole(
    host: CodeHost, folder: Path, path: str
) -> None:
    host.listed(host.head, [entry(FIRST, FILES[FIRST]), entry(path, b"root")])
    with pytest.raises(UnsafeSource, match="its list of files is not safe") as error:
        bring(host, folder)
    assert str(error.value).isprintable()
    assert here(folder) == {}
    assert sorted(each.name for each in folder.parent.iterdir()) == ["ga"]


@pytest.mark.parametrize(
    ("first", "second"), [("a.xml", "a.xml"), ("a.xml", "a.xml/b.xml"), ("a.xml/b/c.xml", "a.xml")]
)
def test_a_list_in_which_two_files_have_one_place_is_refused(
    host: CodeHost, folder: Path, first: str, second: str
) -> None:
    host.listed(host.head, [entry(first, b"1"), entry(second, b"2")])
    with pytest.raises(UnsafeSource):
        bring(host, folder)


def bad(**given: object) -> bytes:
    return json.dumps({"tree": [entry(FIRST, b"") | given], "truncated": False}).encode()


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html>", b"[]", b"{}", b"null", b'{"tree": {}, "truncated": false}', b"\xff\xfe{}",
        b'{"tree": [], "truncated": "no"}', b'{"tree": [7], "truncated": false}',
        b'{"tree": [], "truncated": false, "x": ' + b"[" * 50_000, bad(size=-1), bad(size="9"),
        bad(size=1.5), bad(size=10**30), bad(size=None), bad(sha="0" * 39), bad(sha="../x"),
        bad(sha=7), bad(path=["a"]), bad(path=""), bad(path=None),
        bad(path="79session/" * 200 + "x.xml"), bad(type="link"),
        bad(path="x\\ud800.xml").replace(b"\\\\", b"\\"),
    ],
)  # fmt: skip
def test_what_is_no_sound_list_is_refused(
    host: CodeHost, folder: Path, answer: Reply, body: bytes
) -> None:
    host.server.on(host.tree(host.head), answer(body))
    with pytest.raises(BadAnswer, match="not a sound list of files") as error:
        bring(host, folder)
    assert str(error.value).isprintable()
    assert here(folder) == {}


@pytest.mark.parametrize("said", [b"", b"main", b"0" * 39, b"../../x", b'{"sha": 1}', b"\xff" * 40])
def test_what_names_no_commit_is_refused(
    host: CodeHost, folder: Path, answer: Reply, said: bytes
) -> None:
    host.server.on(f"{host.api}/commits/HEAD", answer(said))
    with pytest.raises(BadAnswer, match="does not name a commit"):
        bring(host, folder)


def test_a_list_larger_than_the_limit_is_refused(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    host.server.on(host.tree(host.head), answer(b" " * 100_001))
    with pytest.raises(SourceTooLarge):
        bring(host, folder)


def test_links_and_repositories_within_are_not_files(host: CodeHost, folder: Path) -> None:
    link = entry("79session/English/link.xml", b"/etc/passwd", mode="120000")
    within = entry("79session/English/within.xml", b"", type="commit", mode="160000")
    host.listed(host.head, [link, within, entry(FIRST, FILES[FIRST])])
    assert bring(host, folder).new == (FIRST,)


# Folders that cannot be written, states of other kinds, processes that end


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_asked_for(
    host: CodeHost, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    unwritable = [file, file / "below", Path("/proc/counterdraft")]
    if os.getuid():  # nothing is read-only for root
        closed = tmp_path / "closed"
        closed.mkdir(0o500)
        unwritable.append(closed)
    for folder in unwritable:
        with pytest.raises(WriteError):
            bring(host, folder)
    assert host.asked() == []


def test_a_full_disk_stops_it_and_leaves_whole_files(host: CodeHost, folder: Path) -> None:
    files = FILES | {SECOND: b"<x/>" * 20_000}
    host.commit(files)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        synced = bring(host, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert synced.stopped is not None
    assert "cannot be written" in synced.stopped
    assert here(folder) == only(OTHER, FIRST)
    assert bring(host, folder).is_whole
    assert here(folder)[SECOND] == files[SECOND]


def test_a_folder_of_another_repository_is_left_alone(host: CodeHost, folder: Path) -> None:
    bring(host, folder)
    with pytest.raises(WriteError, match="the folder holds un-ga, not un-sc"):
        sync("un-sc", SyncChoices(folder, server=host.server.url))


def test_two_syncs_of_one_folder_do_not_mix(host: CodeHost, folder: Path) -> None:
    with (
        open_mirror(folder, "un-ga", print),
        pytest.raises(WriteError, match="another process is at it"),
    ):
        bring(host, folder)
    assert bring(host, folder).is_whole


def test_a_state_of_a_newer_version_is_not_touched(host: CodeHost, folder: Path) -> None:
    folder.mkdir()
    (folder / STATE).write_text('{"version": 2, "what": []}')
    with pytest.raises(UnsupportedSource, match="a newer Counterdraft"):
        bring(host, folder)
    assert (folder / STATE).read_text() == '{"version": 2, "what": []}'


@pytest.mark.parametrize(
    "state",
    [
        b"", b"{", b"[]", b'{"version": "1"}', b'{"version": 1}',
        b'{"version": 1, "repository": "un-ga", "files": {"../x": ""}}',
        b'{"version": 1, "repository": "un-ga", "listing": [{"path": "../x.xml", "sha": "'
        + b"0" * 40 + b'", "size": 1}]}',
    ],
)  # fmt: skip
def test_a_damaged_state_is_made_anew_and_files_are_not_fetched_again(
    host: CodeHost, folder: Path, state: bytes
) -> None:
    bring(host, folder)
    (folder / STATE).write_bytes(state)
    said: list[str] = []
    synced = bring(host, folder, say=said.append)
    assert any("the state is damaged" in line for line in said)
    assert (synced.unchanged, synced.requests, names(synced)) == (len(ENGLISH), 2, ENGLISH)


def test_the_state_is_versioned_json(host: CodeHost, folder: Path) -> None:
    bring(host, folder, sessions="78")
    state = json.loads((folder / STATE).read_bytes())
    assert (state["version"], state["repository"], state["commit"]) == (1, "un-ga", host.head)
    assert state["files"] == {OTHER: ""}
    assert len(state["listing"]) == len(FILES)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_sync_that_was_ended_midway_goes_on_where_it_stopped(
    host: CodeHost, folder: Path, answer: Reply, how: signal.Signals
) -> None:
    def hang(connection: socket.socket, _: Request) -> None:
        connection.sendall(answer(FILES[SECOND])[:-9])
        time.sleep(3)

    host.server.on(host.raw(SECOND), hang)
    process = command(["un-ga", "--into", str(folder), "--from", host.server.url])
    until = time.monotonic() + 10
    while host.raw(SECOND) not in [request.path for request in host.server.asked]:
        assert time.monotonic() < until
        time.sleep(0.01)
    process.send_signal(how)
    _, said = process.communicate(timeout=5)
    if how is signal.SIGINT:
        assert process.returncode == 130
        assert said.rstrip().endswith("interrupted")
    assert here(folder) == only(OTHER, FIRST)
    host.asked()
    host.server.on(host.raw(SECOND), answer(FILES[SECOND]))
    synced = bring(host, folder)
    assert set(synced.new) == ENGLISH - {OTHER, FIRST}
    assert names(synced) == ENGLISH
    # After Ctrl-C the list is known; after a kill it is asked for again, the files never.
    assert len(host.asked()) == (3 if how is signal.SIGINT else 4) + len(ENGLISH) - 4


# The command

RUN = """
from counterdraft.cli.app import app
from counterdraft.cli.run import run
from counterdraft.cli.sync import sync
app.command("sync")(sync)
run()
"""


def command(arguments: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RUN, "sync", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def test_the_command_lists_files_on_one_stream_and_talks_on_the_other(
    host: CodeHost, folder: Path, answer: Reply
) -> None:
    host.server.on(host.raw(SECOND), answer(b"<other/>"))
    process = command(["un-ga", "--into", str(folder), "--from", host.server.url, "--no-add"])
    data, said = process.communicate(timeout=10)
    lines = [f"new\t{path}" for path in sorted(ENGLISH - {SECOND})]
    assert data.splitlines() == [*lines, f"failed\t{SECOND}"]
    assert "must acknowledge the United Nations as the source" in said
    assert "that are listed" in said
    assert said.splitlines()[-1].endswith("3 new and 0 changed fetched, 0 here already, 1 failed")
    assert process.returncode == 1


def test_the_command_writes_json(host: CodeHost, folder: Path) -> None:
    options = ["--sessions", "79", "--limit", "1", "--dry-run", "--language", "fr"]
    process = command(
        ["un-ga", "--into", str(folder), "--from", host.server.url, "--format", "json", *options]
    )
    data, _ = process.communicate(timeout=10)
    synced = msgspec.json.decode(data, type=Synced)
    assert (process.returncode, synced.new, synced.left) == (0, (FRENCH,), 1)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"sessions": "79-74"}, BadQuery),
        ({"sessions": "seventy"}, BadQuery),
        ({"sessions": ""}, BadQuery),
        ({"language": "de"}, SettingsError),
        ({"server": "ftp://example.org"}, BadAddress),
        ({"server": "http://127.0.0.1/?x="}, BadAddress),
    ],
)
def test_a_choice_that_cannot_be_is_said_before_anything_is_done(
    folder: Path, given: dict[str, str], kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        sync("un-ga", SyncChoices(folder, **given))  # type: ignore[arg-type]
    assert not folder.exists()


def test_a_choice_that_cannot_be_is_not_understood(folder: Path) -> None:
    process = command(["un-ga", "--into", str(folder), "--sessions", "x"])
    _, said = process.communicate(timeout=10)
    assert process.returncode == 2
    assert "--sessions: 'x' is no session. Name them as 79, 74-79 or ES-11" in said
