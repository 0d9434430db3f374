"""What was fetched before: when it is used, when the server is asked, when it is all there is."""

from __future__ import annotations

import socket
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from counterdraft.errors import (
    BadAnswer,
    NoSuchDocument,
    OfflineError,
    ServerFailed,
    SourceTooLarge,
)
from counterdraft.fetch import connect
from counterdraft.fetch.fetch import fetch
from counterdraft.fetch.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Request, Server

    Reply = Callable[..., bytes]
    Serve = Callable[..., Server]

OLD, NEW = b"Orlavia recalls,\n", b"Orlavia also recalls,\n"
TAGGED = {"ETag": '"1"'}
DATED = {"Last-Modified": "Tue, 03 Mar 2020 10:00:00 GMT"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    whole = load_settings({"HOME": str(tmp_path)})
    return msgspec.structs.replace(
        whole, read_seconds=5.0, whole_seconds=10.0, pause_seconds=0.01, retries=1
    )


@pytest.fixture
def store(settings: Settings) -> Path:
    return Path(settings.cache_folder) / "http" / "answers.sqlite"


def offline(settings: Settings) -> Settings:
    return msgspec.structs.replace(settings, offline=True)


@pytest.mark.parametrize(
    ("told", "question"),
    [
        (TAGGED, {"if-none-match": '"1"'}),
        ({"ETag": 'W/"1"'}, {"if-none-match": 'W/"1"'}),
        (DATED, {"if-modified-since": DATED["Last-Modified"]}),
        (TAGGED | {"Cache-Control": "no-cache"}, {"if-none-match": '"1"'}),
        (TAGGED | {"Cache-Control": "max-age=0"}, {"if-none-match": '"1"'}),
    ],
)
def test_a_copy_is_used_when_the_server_says_that_nothing_changed(
    server: Server, answer: Reply, settings: Settings, told: dict[str, str],
    question: dict[str, str],
) -> None:  # fmt: skip
    """Also where it says nothing of how long, and the document is years old."""
    kind = {"Content-Type": "text/plain; charset=utf-8"}
    address = server.on("/a", answer(OLD, told | kind), answer(b"", told, 304))
    first, second, third = (fetch(address, settings) for _ in range(3))
    assert first.data == second.data == third.data == OLD
    assert [each.from_cache for each in (first, second, third)] == [False, True, True]
    assert [each.validated for each in (first, second, third)] == [False, True, True]
    assert (second.media_type, second.charset) == ("text/plain", "utf-8")
    for request in server.asked[1:]:
        assert question.items() <= request.headers.items()


def test_a_packed_document_is_unpacked_from_the_cache_too(
    server: Server, answer: Reply, settings: Settings
) -> None:
    import gzip

    told = TAGGED | {"Content-Encoding": "gzip"}
    address = server.on("/a", answer(gzip.compress(OLD), told), answer(b"", told, 304))
    assert [fetch(address, settings).data for _ in range(2)] == [OLD, OLD]


def test_a_document_that_changed_replaces_its_copy(
    server: Server, answer: Reply, settings: Settings
) -> None:
    newer = answer(NEW, {"ETag": '"2"'})
    address = server.on("/a", answer(OLD, TAGGED), newer, answer(b"", {"ETag": '"2"'}, 304))
    assert [fetch(address, settings).data for _ in range(3)] == [OLD, NEW, NEW]
    assert server.asked[2].headers["if-none-match"] == '"2"'
    assert fetch(address, offline(settings)).data == NEW


def test_a_copy_that_is_fresh_is_used_unasked(
    server: Server, answer: Reply, settings: Settings
) -> None:
    address = server.on("/a", answer(OLD, {"Cache-Control": "private, max-age=60"}), answer(NEW))
    fetch(address, settings)
    copy = fetch(address, settings)
    assert (copy.data, copy.from_cache, copy.validated, copy.note) == (OLD, True, False, None)
    assert len(server.asked) == 1


def test_a_copy_that_was_fresh_is_not_for_ever(
    server: Server, answer: Reply, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor one without a date, which is given that of its arrival."""
    now = time.time()
    past = {"Date": "Tue, 03 Mar 2020 10:00:00 GMT", "Cache-Control": "max-age=60"}
    address = server.on("/a", answer(OLD, past), answer(NEW))
    assert [fetch(address, settings).data for _ in range(2)] == [OLD, NEW]
    unknown = {"Date": "some day", "Cache-Control": "max-age=60"}
    address = server.on("/b", answer(OLD, unknown), answer(NEW))
    assert [fetch(address, settings).data for _ in range(2)] == [OLD, OLD]
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert fetch(address, settings).data == NEW


def test_what_must_not_be_kept_is_not(
    server: Server, answer: Reply, settings: Settings, store: Path
) -> None:
    """Not even what was kept of it before."""
    secret = answer(NEW, TAGGED | {"Cache-Control": "no-store"})
    address = server.on("/a", answer(OLD, TAGGED), secret)
    assert [fetch(address, settings).data for _ in range(2)] == [OLD, NEW]
    with pytest.raises(OfflineError):
        fetch(address, offline(settings))
    for file in store.parent.iterdir():
        assert NEW not in file.read_bytes()


def test_a_copy_for_one_agent_is_none_for_another(
    server: Server, answer: Reply, settings: Settings
) -> None:
    told = {"Cache-Control": "max-age=60", "Vary": "User-Agent"}
    address = server.on("/a", answer(OLD, told), answer(NEW, told))
    other = msgspec.structs.replace(settings, user_agent="other/1")
    assert fetch(address, settings).data == fetch(address, settings).data == OLD
    assert fetch(address, other).data == NEW


def test_what_varies_with_all_is_asked_for_each_time(
    server: Server, answer: Reply, settings: Settings
) -> None:
    told = {"Cache-Control": "max-age=60", "Vary": "*"}
    address = server.on("/a", answer(OLD, told), answer(NEW, told))
    assert [fetch(address, settings).data for _ in range(2)] == [OLD, NEW]


def test_a_server_that_says_unasked_that_nothing_changed_is_not_believed(
    server: Server, answer: Reply, settings: Settings
) -> None:
    for setting in (settings, msgspec.structs.replace(settings, cache=False)):
        with pytest.raises(BadAnswer, match=r"no document \(304\)"):
            fetch(server.on("/a", answer(b"", {}, 304)), setting)


def test_a_broken_document_leaves_no_copy(
    server: Server, answer: Reply, settings: Settings
) -> None:
    address = server.on("/a", answer(OLD, TAGGED | {"Content-Length": "99"}))
    for setting, kind in ((settings, BadAnswer), (offline(settings), OfflineError)):
        with pytest.raises(kind):
            fetch(address, setting)


# When the server cannot be asked


def test_without_a_network_the_last_copy_is_used_and_that_is_said(
    serve: Serve, server: Server, answer: Reply, settings: Settings
) -> None:
    other = serve()
    when = "Tue, 03 Mar 2026 10:00:00 GMT"
    forbidden = {"Cache-Control": "no-cache, must-revalidate", "Date": when}
    other.on("/b", answer(OLD, forbidden))
    address = other.on("/a", answer(b"", {"Location": "/b"}, 302))
    fetch(address, settings)
    other.close()
    copy = fetch(address, settings)
    assert (copy.data, copy.from_cache, copy.validated) == (OLD, True, False)
    assert copy.redirects == (address,)
    assert f"{copy.date:%Y-%m-%d}" == "2026-03-03"
    assert copy.note is not None
    assert "this is the copy of 2026-03-03 10:00 UTC" in copy.note
    assert "refused the connection" in copy.note
    assert server.asked == []


@pytest.mark.parametrize("trouble", ["silent", "failing", "broken"])
def test_a_server_in_trouble_does_not_take_the_copy_away(
    server: Server, answer: Reply, settings: Settings, trouble: str
) -> None:
    def silent(_: socket.socket, __: Request) -> None:
        time.sleep(0.4)

    troubles: dict[str, bytes | Callable[[socket.socket, Request], None]] = {
        "silent": silent,
        "failing": answer(b"", {"ETag": '"2"'}, 500),
        "broken": answer(b"x", {"Content-Length": "99"}),
    }
    address = server.on("/a", answer(OLD, TAGGED), answer(NEW, {"ETag": '"2"'}), troubles[trouble])
    for data in (OLD, NEW):
        assert fetch(address, settings).data == data
    hasty = msgspec.structs.replace(settings, read_seconds=0.2)
    for data in (NEW, NEW):
        copy = fetch(address, hasty)
        assert copy.data == data
    assert copy.note is not None


def test_without_a_copy_the_trouble_is_what_it_is(
    server: Server, answer: Reply, settings: Settings
) -> None:
    with pytest.raises(ServerFailed):
        fetch(server.on("/a", answer(b"", {}, 500)), settings)


def test_a_document_that_is_gone_is_not_fetched_from_the_cache(
    server: Server, answer: Reply, settings: Settings
) -> None:
    address = server.on("/a", answer(OLD, TAGGED), answer(b"", {}, 404))
    fetch(address, settings)
    with pytest.raises(NoSuchDocument):
        fetch(address, settings)


def test_offline_nothing_is_asked(
    server: Server, answer: Reply, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = server.on("/a", answer(OLD, TAGGED))
    fetch(address, settings)
    monkeypatch.setattr(connect, "lookup", lambda *_: pytest.fail("it looked a name up"))
    copy = fetch(address, offline(settings))
    assert (copy.data, len(server.asked)) == (OLD, 1)
    assert copy.note is not None
    assert copy.note.endswith("the network is not to be used")
    with pytest.raises(OfflineError, match="not to be used, and there is no copy"):
        fetch("http://papers.example/b", offline(settings))


def test_a_copy_of_what_was_named_is_none_for_a_redirect(
    serve: Serve, server: Server, answer: Reply, settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The person may read an intranet page; a stranger's server may not lead to its copy."""
    public = serve("127.0.0.2")
    fresh = {"Cache-Control": "max-age=60"}
    monkeypatch.setattr(connect, "lookup", lambda host, _: (
        {"inner.example": "127.0.0.1", "outer.example": "127.0.0.2"}[host],
    ))  # fmt: skip
    server.on("/secret", answer(OLD, fresh))
    inner = f"http://inner.example:{server.port}/secret"
    assert fetch(inner, settings).data == OLD
    public.on("/a", answer(b"", {"Location": inner}, 302))
    with pytest.raises(Exception, match="not a public server"):
        fetch(f"http://outer.example:{public.port}/a", settings)
    with pytest.raises(OfflineError):
        fetch(f"http://outer.example:{public.port}/a", offline(settings))


def test_a_limit_holds_for_copies_too(server: Server, answer: Reply, settings: Settings) -> None:
    address = server.on("/a", answer(OLD, {"Cache-Control": "max-age=60"}))
    fetch(address, settings)
    with pytest.raises(SourceTooLarge):
        fetch(address, msgspec.structs.replace(settings, largest_bytes=5))


# The folder


def test_nobody_else_may_read_what_was_fetched(
    server: Server, answer: Reply, settings: Settings, store: Path
) -> None:
    store.parent.mkdir(parents=True, mode=0o755)
    fetch(server.on("/a", answer(OLD, TAGGED)), settings)
    assert stat.S_IMODE(store.parent.stat().st_mode) == 0o700


def test_a_cache_that_is_full_forgets_nothing_it_needs_and_fails_nobody(
    server: Server, answer: Reply, settings: Settings
) -> None:
    small = msgspec.structs.replace(settings, cache_bytes=50_000)
    for i in range(5):
        address = server.on(f"/{i}", answer(bytes([i]) * 20_000, TAGGED))
        assert fetch(address, small).data == bytes([i]) * 20_000
    size = sum(file.stat().st_size for file in Path(small.cache_folder).rglob("*.sqlite"))
    assert size < 150_000


@pytest.mark.parametrize("content", [b"no database at all" * 100, None])
def test_a_cache_that_cannot_be_used_is_said_and_done_without(
    server: Server, answer: Reply, settings: Settings, store: Path, content: bytes | None
) -> None:
    store.parent.mkdir(parents=True)
    if content is None:
        store.mkdir()
    else:
        store.write_bytes(content)
    said: list[str] = []
    address = server.on("/a", answer(OLD, TAGGED))
    assert fetch(address, settings, say=said.append).data == OLD
    assert len(said) == 1
    assert said[0].startswith(f"no copy is kept: the cache {store.parent} cannot be used (")


def test_a_database_of_another_make_is_left_as_it_is(
    server: Server, answer: Reply, settings: Settings, store: Path
) -> None:
    store.parent.mkdir(parents=True)
    other = sqlite3.connect(store)
    other.execute("CREATE TABLE entries (mine TEXT)")
    other.close()
    said: list[str] = []
    fetch(server.on("/a", answer(OLD, TAGGED)), settings, say=said.append)
    assert "cannot be used" in said[0]


def test_several_processes_may_use_it_at_once(
    server: Server, answer: Reply, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def tagged(connection: socket.socket, request: Request) -> None:
        data = request.path.encode() * 20_000
        known = request.headers.get("if-none-match") == '"1"'
        connection.sendall(answer(b"" if known else data, TAGGED, 304 if known else 200))

    for i in range(4):
        server.on(f"/{i}", tagged)
    code = (
        "from counterdraft.fetch.fetch import fetch\n"
        "from counterdraft.fetch.settings import load_settings\n"
        f"settings = load_settings({{'HOME': {str(tmp_path)!r}}})\n"
        "for i in [0, 1, 2, 3] * 4:\n"
        f"    got = fetch({server.url!r} + f'/{{i}}', settings, say=print)\n"
        "    assert got.data == f'/{i}'.encode() * 20_000 and got.note is None\n"
    )
    workers = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [worker.wait(timeout=30) for worker in workers] == [0, 0, 0]
    assert capfd.readouterr() == ("", "")
    assert sum("if-none-match" in request.headers for request in server.asked) > 20
