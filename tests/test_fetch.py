"""What is fetched from a server, and what is not: sizes, times, failures, manners."""

from __future__ import annotations

import gzip
import signal
import socket
import ssl
import subprocess
import sys
import time
import zlib
from email.utils import formatdate
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from counterdraft import __version__
from counterdraft.errors import (
    BadAddress,
    BadAnswer,
    CounterdraftError,
    FetchError,
    NoSuchDocument,
    RefusedRequest,
    ServerBusy,
    ServerFailed,
    SettingsError,
    SourceTooLarge,
    TimedOut,
    Unreachable,
    UnsafeRedirect,
    UntrustedServer,
)
from counterdraft.fetch import connect
from counterdraft.fetch.fetch import fetch
from counterdraft.fetch.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Request, Server

    Reply = Callable[..., bytes]
    Serve = Callable[..., Server]

TEXT = b"The General Assembly of Orlavia,\n"
PACKED = gzip.compress(TEXT, mtime=0)  # the same in every process that collects the tests


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings without a cache, which give up soon."""
    return quick(tmp_path, cache=False)


@pytest.fixture
def hasty(settings: Settings) -> Settings:
    """Settings without patience, for servers that would try it."""
    return msgspec.structs.replace(
        settings, connect_seconds=0.2, read_seconds=0.2, whole_seconds=0.5
    )


def quick(tmp_path: Path, **given: object) -> Settings:
    defaults = {
        "connect_seconds": 5.0,
        "read_seconds": 5.0,
        "whole_seconds": 10.0,
        "pause_seconds": 0.01,
        "longest_wait_seconds": 1.0,
        "largest_bytes": 100_000,
    }
    whole = load_settings({"HOME": str(tmp_path)})
    return msgspec.structs.replace(whole, **defaults | given)


def redirect(answer: Reply, location: str, status: int = 302) -> bytes:
    return answer(b"", {"Location": location}, status)


def line(error: pytest.ExceptionInfo[CounterdraftError]) -> str:
    """What a person reads of an error: one line that commands no terminal."""
    said = str(error.value)
    assert said.isprintable()
    return said


# What comes


def test_a_document_comes_with_what_the_server_says_of_it(
    server: Server, answer: Reply, settings: Settings
) -> None:
    when = "Tue, 03 Mar 2026 10:00:00 GMT"
    told = {"Content-Type": 'Text/HTML; Charset="UTF-8"', "Date": when}
    address = server.on("/a", answer(TEXT, told))
    fetched = fetch(f"{address}#part", settings)
    assert fetched.data == TEXT
    assert (fetched.media_type, fetched.charset) == ("text/html", "utf-8")
    assert (fetched.address, fetched.url) == (f"{address}#part", address)
    assert f"{fetched.date:%Y-%m-%d %H:%M %Z}" == "2026-03-03 10:00 UTC"
    assert (fetched.redirects, fetched.from_cache, fetched.note) == ((), False, None)


def test_a_server_is_told_the_name_of_the_project_and_no_more(
    server: Server, answer: Reply, settings: Settings
) -> None:
    fetch(server.on("/a", answer(TEXT)), settings)
    assert server.asked[0].headers == {
        "host": f"127.0.0.1:{server.port}",
        "user-agent": f"counterdraft/{__version__}",
        "accept": "*/*",
        "accept-encoding": "gzip",
    }


def test_no_cookie_is_kept(server: Server, answer: Reply, tmp_path: Path) -> None:
    cookie = {"Set-Cookie": "who=you", "ETag": '"1"'}
    server.on("/b", answer(TEXT, cookie), answer(b"", cookie, 304))
    address = server.on("/a", answer(b"", cookie | {"Location": "/b"}, 302))
    for _ in range(2):
        fetch(address, quick(tmp_path))
    assert len(server.asked) == 4
    assert not any("cookie" in request.headers for request in server.asked)
    kept = (tmp_path / ".cache" / "counterdraft" / "http" / "answers.sqlite").read_bytes()
    assert b"who=you" not in kept


def test_what_the_server_says_of_itself_commands_no_terminal(
    server: Server, answer: Reply, settings: Settings
) -> None:
    escape = "\x1b[2J\x07\x9b"
    told = {"Content-Type": f"text/{escape}; charset={escape}", "Content-Language": escape}
    fetched = fetch(server.on("/a", answer(TEXT, told)), settings)
    assert (fetched.media_type, fetched.charset) == ("application/octet-stream", None)
    for location in (f"/{escape}", f"http://{escape}/", "/\u009b31m"):
        server.on("/c", redirect(answer, location))
        with pytest.raises(FetchError) as error:
            fetch(server.url + "/c", settings)
        assert "\x1b" not in line(error)
    told = {"Content-Encoding": escape, "Retry-After": escape}
    with pytest.raises(BadAnswer) as error:
        fetch(server.on("/d", answer(TEXT, told)), settings)
    assert "\x1b" not in line(error)


def test_an_empty_document_is_no_failure(server: Server, answer: Reply, settings: Settings) -> None:
    assert fetch(server.on("/a", answer(b"")), settings).data == b""


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "", "nonsense"])
def test_a_wrong_media_type_changes_no_byte(
    server: Server, answer: Reply, settings: Settings, kind: str
) -> None:
    told = {"Content-Type": kind}
    assert fetch(server.on("/a", answer(TEXT, told)), settings).data == TEXT


def test_a_private_address_that_the_person_named_is_fetched(
    server: Server, answer: Reply, settings: Settings
) -> None:
    server.on("/a", answer(TEXT))
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"):
        assert fetch(f"http://{host}:{server.port}/a", settings).data == TEXT


def test_ipv6_is_spoken(serve: Serve, server: Server, answer: Reply, settings: Settings) -> None:
    if not socket.has_ipv6:
        pytest.skip("there is no IPv6")
    try:
        other = serve("::1")
    except OSError:
        pytest.skip("there is no IPv6 on loopback")
    assert fetch(other.on("/a", answer(TEXT)), settings).data == TEXT
    assert other.asked[0].headers["host"] == f"[::1]:{other.port}"
    server.on("/b", redirect(answer, other.url + "/a"))
    with pytest.raises(UnsafeRedirect, match="not a public server"):
        fetch(server.url + "/b", settings)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/a", "only http and https"),
        ("example.org", "no scheme"),
        ("http://", "no server"),
        ("http:///a", "no server"),
        ("http://ann:secret@127.0.0.1/", "name or password"),
        ("http://127.0.0.1:0/", "no such port"),
        ("http://127.0.0.1:99999/", "no such port"),
        ("http://127.0.0.1:x/", "malformed"),
        ("http://a%2eb/", "name is malformed"),
        ("http://ex ample/", "name is malformed"),
        ("http://a/\x1b[2J", "malformed"),
        ("http://0177.0.0.1/", "malformed"),
        ("http://a/\udcff", "malformed"),
        ("http://" + "a" * 300 + "/", "name is malformed"),
        ("http://127.0.0.1/" + "a" * 70_000, "malformed"),
    ],
)
def test_what_is_no_address_is_refused(settings: Settings, address: str, reason: str) -> None:
    with pytest.raises(BadAddress, match=reason) as error:
        fetch(address, settings)
    assert "https://" in line(error)


# Redirects


def test_redirects_are_followed_and_told(server: Server, answer: Reply, settings: Settings) -> None:
    server.on("/c/d", answer(TEXT))
    server.on("/c/b?x=1", redirect(answer, "d", 307))
    address = server.on("/a", redirect(answer, f"//127.0.0.1:{server.port}/c/b?x=1", 301))
    fetched = fetch(address, settings)
    assert fetched.data == TEXT
    assert fetched.redirects == (address, f"{server.url}/c/b?x=1")
    assert fetched.url == f"{server.url}/c/d"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_status_that_sends_on_is_followed(
    server: Server, answer: Reply, settings: Settings, status: int
) -> None:
    server.on("/b", answer(TEXT))
    assert fetch(server.on("/a", redirect(answer, "/b", status)), settings).data == TEXT


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://localhost:{port}/b", "not a public server"),
        ("http://127.0.0.2:{port}/b", "not a public server"),
        ("http://127.0.0.1:1/", "not a public server"),
        ("http://0.0.0.0:{port}/b", "not a public server"),
        ("http://2130706433:{port}/b", "not a public server"),
        ("http://0x7f000001:{port}/b", "not a public server"),
        ("http://127.1:{port}/b", "not a public server"),
        ("http://017700000001:{port}/b", "not a public server"),
        ("http://[::1]:{port}/b", "not a public server"),
        ("http://[::ffff:127.0.0.1]:{port}/b", "not a public server"),
        ("http://[::ffff:7f00:1]:{port}/b", "not a public server"),
        ("http://[64:ff9b::7f00:1]:{port}/b", "not a public server"),
        ("http://[2002:7f00:1::]:{port}/b", "not a public server"),
        ("http://[fe80::1]/b", "not a public server"),
        ("http://169.254.169.254/latest/meta-data/", "not a public server"),
        ("http://10.0.0.1/", "not a public server"),
        ("https://192.168.1.1/", "not a public server"),
        ("http://localhost./", "not a public server"),
        ("http://a.localhost/", "not a public server"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://127.0.0.1/", "only http and https"),
        ("data:text/plain,x", "only http and https"),
        ("http://ann:secret@127.0.0.1:{port}/b", "name or password"),
        ("/a", "in a circle"),
        ("?", "in a circle"),
        ("http://[::1", "malformed"),
    ],
)
def test_a_redirect_that_nobody_should_follow_is_refused(
    server: Server, answer: Reply, settings: Settings, location: str, reason: str
) -> None:
    server.on("/b", answer(TEXT))
    address = server.on("/a", redirect(answer, location.format(port=server.port)))
    with pytest.raises(UnsafeRedirect, match=reason) as error:
        fetch(address, settings)
    assert line(error).startswith(address)
    assert [request.path for request in server.asked] == ["/a"]


def test_a_chain_has_an_end(server: Server, answer: Reply, settings: Settings) -> None:
    for i in range(7):
        server.on(f"/{i}", redirect(answer, f"/{i + 1}"))
    server.on("/7", answer(TEXT))
    with pytest.raises(UnsafeRedirect, match="sends on more than 5 times"):
        fetch(f"{server.url}/0", settings)
    assert fetch(f"{server.url}/2", settings).data == TEXT


def test_a_ring_of_redirects_is_seen(server: Server, answer: Reply, settings: Settings) -> None:
    server.on("/b", redirect(answer, "/a"))
    with pytest.raises(UnsafeRedirect, match="in a circle"):
        fetch(server.on("/a", redirect(answer, "/b")), settings)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[tuple[str, ...]]]:
    """What names lead to, by turns; 127.0.0.2 and 127.0.0.3 are given out as public."""
    told: dict[str, list[tuple[str, ...]]] = {}

    def lookup(host: str, _port: int) -> tuple[str, ...]:
        if host not in told:
            return (host,)
        return told[host].pop(0) if len(told[host]) > 1 else told[host][0]

    monkeypatch.setattr(connect, "lookup", lookup)
    monkeypatch.setattr(connect, "is_public", lambda a: a in {"127.0.0.2", "127.0.0.3"})
    return told


def test_a_redirect_to_a_public_server_is_followed(
    serve: Serve, server: Server, answer: Reply, settings: Settings,
    names: dict[str, list[tuple[str, ...]]],
) -> None:  # fmt: skip
    public = serve("127.0.0.2")
    public.on("/b", answer(TEXT))
    names["papers.example"] = [("127.0.0.2",)]
    address = server.on("/a", redirect(answer, f"http://papers.example:{public.port}/b"))
    assert fetch(address, settings).data == TEXT
    assert public.asked[0].headers["host"] == f"papers.example:{public.port}"


def test_a_public_server_may_not_send_back_to_a_private_one(
    serve: Serve, server: Server, answer: Reply, settings: Settings,
    names: dict[str, list[tuple[str, ...]]],
) -> None:  # fmt: skip
    public = serve("127.0.0.2")
    names["papers.example"] = [("127.0.0.2",)]
    server.on("/c", answer(TEXT))
    public.on("/b", redirect(answer, f"{server.url}/c"))
    address = server.on("/a", redirect(answer, f"http://papers.example:{public.port}/b"))
    with pytest.raises(UnsafeRedirect, match="not a public server"):
        fetch(address, settings)
    assert [request.path for request in server.asked] == ["/a"]


def test_a_name_is_looked_up_once_and_cannot_be_turned_to_another_address(
    server: Server, answer: Reply, settings: Settings, names: dict[str, list[tuple[str, ...]]],
    serve: Serve,
) -> None:  # fmt: skip
    public = serve("127.0.0.2")
    names["turning.example"] = [("127.0.0.2",), ("127.0.0.1",)]
    public.on("/b", redirect(answer, "/c"))
    public.on("/c", answer(TEXT))
    address = server.on("/a", redirect(answer, f"http://turning.example:{public.port}/b"))
    assert fetch(address, settings).data == TEXT
    assert [request.path for request in public.asked] == ["/b", "/c"]
    with pytest.raises(UnsafeRedirect, match="not a public server"):
        fetch(address, settings)


def test_one_private_address_among_public_ones_is_one_too_many(
    server: Server, answer: Reply, settings: Settings, names: dict[str, list[tuple[str, ...]]]
) -> None:
    names["mixed.example"] = [("127.0.0.2", "127.0.0.1")]
    address = server.on("/a", redirect(answer, f"http://mixed.example:{server.port}/b"))
    with pytest.raises(UnsafeRedirect, match="not a public server"):
        fetch(address, settings)


def test_a_dead_address_leaves_time_for_the_next(
    serve: Serve, answer: Reply, settings: Settings, names: dict[str, list[tuple[str, ...]]]
) -> None:
    public = serve("127.0.0.2")
    public.on("/a", answer(TEXT))
    names["two.example"] = [("127.0.0.3", "127.0.0.2")]
    assert fetch(f"http://two.example:{public.port}/a", settings).data == TEXT


# Time


def slowly(pieces: list[bytes], pause: float) -> Callable[[socket.socket, Request], None]:
    def send(connection: socket.socket, _: Request) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)

    return send


def test_a_silent_server_is_left(server: Server, hasty: Settings) -> None:
    address = server.on("/a", slowly([b""], 1))
    began = time.monotonic()
    with pytest.raises(TimedOut, match=r"was silent for 0\.2 seconds"):
        fetch(address, hasty)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"])
def test_a_server_that_drips_is_left_at_the_deadline(
    server: Server, hasty: Settings, head: bytes
) -> None:
    """Each byte comes in time, in the headers or in the document; all of them do not."""
    drops = [head, *(bytes([each]) for each in b"HTTP/1.1 200 " + b"x" * 100)]
    began = time.monotonic()
    with pytest.raises(TimedOut, match=r"did not finish within 0\.5 seconds.*whole_seconds"):
        fetch(server.on("/a", slowly(drops, 0.1)), hasty)
    assert time.monotonic() - began < 1.2


def test_a_name_that_takes_too_long_to_look_up_is_left(
    hasty: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "lookup", lambda *_: time.sleep(1))
    began = time.monotonic()
    with pytest.raises(TimedOut, match=r"did not take the call within 0\.2 seconds"):
        fetch("http://slow.example/", hasty)
    assert time.monotonic() - began < 1


def test_an_interrupt_ends_it_at_once(server: Server, tmp_path: Path) -> None:
    address = server.on("/a", slowly([b""], 5))
    code = (
        "from counterdraft.fetch.fetch import fetch\n"
        "from counterdraft.fetch.settings import load_settings\n"
        f"fetch({address!r}, load_settings({{'HOME': {str(tmp_path)!r}}}))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)
    while not server.asked:
        time.sleep(0.01)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=3)
    assert time.monotonic() - began < 1
    assert b"KeyboardInterrupt" in said


# Size


def test_what_is_told_to_be_too_large_is_not_received(
    server: Server, answer: Reply, settings: Settings
) -> None:
    told = {"Content-Length": "100001"}
    with pytest.raises(SourceTooLarge, match=r"100,001 bytes, more than the 100,000") as error:
        fetch(server.on("/a", answer(b"x", told)), settings)
    assert "largest_bytes" in line(error)


def test_what_turns_out_too_large_is_received_no_further(
    server: Server, settings: Settings
) -> None:
    sent: list[int] = []

    def send(connection: socket.socket, _: Request) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _i in range(5000):
            sent.append(connection.send(b"x" * 10_000))

    with pytest.raises(SourceTooLarge, match="larger than the 100,000"):
        fetch(server.on("/a", send), settings)
    time.sleep(0.05)
    assert sum(sent) < 20_000_000


def test_a_document_of_the_largest_size_comes(
    server: Server, answer: Reply, settings: Settings
) -> None:
    assert len(fetch(server.on("/a", answer(b"x" * 100_000)), settings).data) == 100_000


@pytest.mark.parametrize("told", ["20", "99999"])
def test_what_is_shorter_than_told_is_not_taken(
    server: Server, answer: Reply, settings: Settings, told: str
) -> None:
    with pytest.raises(BadAnswer, match="broke off"):
        fetch(server.on("/a", answer(b"x" * 19, {"Content-Length": told})), settings)
    assert len(server.asked) == 1 + settings.retries


def test_what_is_longer_than_told_is_cut_there(
    server: Server, answer: Reply, settings: Settings
) -> None:
    assert (
        fetch(server.on("/a", answer(TEXT + b"more", {"Content-Length": "33"})), settings).data
        == TEXT
    )


@pytest.mark.parametrize("told", ["-5", "x", "5, 6"])
def test_a_length_that_is_none_is_refused(
    server: Server, answer: Reply, settings: Settings, told: str
) -> None:
    with pytest.raises(BadAnswer):
        fetch(server.on("/a", answer(TEXT, {"Content-Length": told})), settings)


def test_a_packed_document_is_unpacked(server: Server, answer: Reply, settings: Settings) -> None:
    packed = gzip.compress(TEXT * 100) + gzip.compress(TEXT)
    told = {"Content-Encoding": "gzip"}
    assert fetch(server.on("/a", answer(packed, told)), settings).data == TEXT * 101


def test_a_bomb_is_not_unpacked(server: Server, answer: Reply, settings: Settings) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(SourceTooLarge, match="larger than the 100,000"):
        fetch(server.on("/a", answer(bomb, {"Content-Encoding": "gzip"})), settings)


@pytest.mark.parametrize(
    ("body", "coding", "reason"),
    [
        (PACKED[:-4], "gzip", "cut short"),
        (TEXT, "gzip", "cannot be unpacked"),
        (PACKED + b"junk", "gzip", "cannot be unpacked"),
        (b"", "gzip", "cut short"),
        (PACKED, "gzip, gzip", "unasked"),
        (zlib.compress(TEXT), "deflate", "unasked"),
        (TEXT, "br", "unasked"),
    ],
)
def test_what_is_coded_wrongly_is_refused(
    server: Server, answer: Reply, settings: Settings, body: bytes, coding: str, reason: str
) -> None:
    with pytest.raises(BadAnswer, match=reason):
        fetch(server.on("/a", answer(body, {"Content-Encoding": coding})), settings)


# Failures


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (404, NoSuchDocument, r"no such document \(404\)"),
        (410, NoSuchDocument, r"no such document \(410\)"),
        (401, RefusedRequest, r"does not give it to us \(401\)"),
        (403, RefusedRequest, r"does not give it to us \(403\)"),
        (418, RefusedRequest, r"does not give it to us \(418\)"),
        (500, ServerFailed, r"could not answer \(500\)"),
        (502, ServerFailed, r"could not answer \(502\)"),
        (503, ServerBusy, r"too busy to answer \(503\)"),
        (429, ServerBusy, r"too busy to answer \(429\)"),
        (204, BadAnswer, r"answered with no document \(204\)"),
        (206, BadAnswer, r"answered with no document \(206\)"),
        (300, BadAnswer, r"answered with no document \(300\)"),
        (302, BadAnswer, r"answered with no document \(302\)"),
    ],
)
def test_each_status_is_one_clear_line(
    server: Server, answer: Reply, settings: Settings, status: int, kind: type[FetchError],
    reason: str,
) -> None:  # fmt: skip
    address = server.on("/a", answer(TEXT, {"Location": ""}, status))
    with pytest.raises(kind, match=reason) as error:
        fetch(address, settings)
    assert line(error).startswith(f"{address}: 127.0.0.1:{server.port} ")
    assert error.value.remedy


@pytest.mark.parametrize(
    "garbage", [b"", b"HTTP/1.1 200", b"SSH-2.0-OpenSSH\r\n", b"\xff\xfe\0" * 99]
)
def test_what_is_no_answer_is_said(server: Server, settings: Settings, garbage: bytes) -> None:
    with pytest.raises(BadAnswer, match="broke off"):
        fetch(server.on("/a", garbage), settings)


def test_a_server_that_is_busy_is_waited_for_and_asked_again(
    server: Server, answer: Reply, settings: Settings
) -> None:
    busy = answer(b"", {"Retry-After": "0"}, 429)
    address = server.on("/a", busy, answer(b"", {}, 503), answer(TEXT))
    said: list[str] = []
    assert fetch(address, settings, say=said.append).data == TEXT
    host = f"127.0.0.1:{server.port}"
    assert said == [
        f"{host} is busy (429): it is asked again in 0 seconds",
        f"{host} is busy (503): it is asked again in 0.02 seconds",
    ]


def test_the_time_that_is_waited_is_not_the_servers(
    server: Server, answer: Reply, hasty: Settings
) -> None:
    address = server.on("/a", answer(b"", {}, 503), answer(TEXT))
    slow = msgspec.structs.replace(hasty, pause_seconds=0.5)
    began = time.monotonic()
    assert fetch(address, slow).data == TEXT
    assert time.monotonic() - began >= slow.whole_seconds


def test_a_server_that_wants_a_long_rest_is_not_waited_for(
    server: Server, answer: Reply, settings: Settings
) -> None:
    tomorrow = formatdate(time.time() + 86_400, usegmt=True)
    for asked in ("3600", "9" * 400, tomorrow):
        address = server.on("/a", answer(b"", {"Retry-After": asked}, 503))
        with pytest.raises(ServerBusy, match=r"asks to be left alone for [0-9,]+ seconds"):
            fetch(address, settings)


def test_a_connection_that_broke_is_made_again(
    server: Server, answer: Reply, settings: Settings
) -> None:
    broken = answer(b"x", {"Content-Length": "33"})
    said: list[str] = []
    assert fetch(server.on("/a", broken, answer(TEXT)), settings, say=said.append).data == TEXT
    assert "did not answer as it should" in said[0]


def test_a_refused_connection_is_said(serve: Serve, server: Server, settings: Settings) -> None:
    closed = serve()
    closed.close()
    with pytest.raises(Unreachable, match=r"refused the connection.*its port"):
        fetch(f"{closed.url}/a", settings)
    assert server.asked == []


def test_a_name_that_is_not_found_is_said(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lookup(*_: object) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(connect, "lookup", lookup)
    with pytest.raises(Unreachable, match=r"the name nowhere\.example was not found"):
        fetch("http://nowhere.example/a", settings)


# TLS


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for papers.example that signs itself, with its key in the same file."""
    path = tmp_path_factory.mktemp("tls") / "papers.pem"
    command = [
        *("openssl", "req", "-x509", "-nodes", "-days", "2", "-newkey", "ec"),
        *("-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", "/CN=papers.example"),
        *("-addext", "subjectAltName=DNS:papers.example"),
    ]
    try:
        key = path.with_suffix(".key")
        subprocess.run([*command, "-keyout", key, "-out", path], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("there is no openssl to make a certificate with")
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


@pytest.fixture
def secure(serve: Serve, server: Server, certificate: Path) -> Server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    assert server.asked == []
    return serve("127.0.0.2", context)


def test_a_server_proves_itself_by_its_name_and_not_its_address(
    secure: Server, answer: Reply, settings: Settings, certificate: Path,
    names: dict[str, list[tuple[str, ...]]], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    names["papers.example"] = names["forged.example"] = [("127.0.0.2",)]
    secure.on("/a", answer(TEXT))
    assert fetch(f"https://papers.example:{secure.port}/a", settings).data == TEXT
    with pytest.raises(UntrustedServer, match=r"does not prove.*forged"):
        fetch(f"https://forged.example:{secure.port}/a", settings)


def test_a_certificate_that_nobody_vouches_for_is_refused(
    secure: Server, settings: Settings, names: dict[str, list[tuple[str, ...]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    names["papers.example"] = [("127.0.0.2",)]
    with pytest.raises(UntrustedServer, match="self-signed certificate"):
        fetch(f"https://papers.example:{secure.port}/a", settings)
    assert secure.asked == []


def test_certificates_that_are_not_there_are_a_setting_to_mend(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere.pem")
    with pytest.raises(SettingsError, match="SSL_CERT_FILE"):
        fetch(f"https://127.0.0.1:{server.port}/", settings)


def test_a_server_without_tls_is_no_server_of_https(server: Server, hasty: Settings) -> None:
    with pytest.raises((UntrustedServer, BadAnswer, Unreachable, TimedOut)) as error:
        fetch(f"https://127.0.0.1:{server.port}/", hasty)
    assert line(error)


def test_nobody_is_sent_down_from_https_to_http(
    secure: Server, server: Server, answer: Reply, settings: Settings, certificate: Path,
    names: dict[str, list[tuple[str, ...]]], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    names["papers.example"] = [("127.0.0.2",)]
    secure.on("/a", redirect(answer, f"http://papers.example:{secure.port}/b"))
    with pytest.raises(UnsafeRedirect, match="from https to http"):
        fetch(f"https://papers.example:{secure.port}/a", settings)
    up = server.on("/up", redirect(answer, f"https://papers.example:{secure.port}/c"))
    secure.on("/c", answer(TEXT))
    assert fetch(up, settings).data == TEXT


# Proxies


def test_a_proxy_of_the_environment_is_used(
    serve: Serve, server: Server, answer: Reply, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks names up, so what it is asked for is the address as it is written."""
    monkeypatch.setenv("HTTP_PROXY", server.url.replace("//", "//ann:secret@"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    direct = serve()
    server.on("http://papers.example/b", answer(TEXT))
    for path, location in (
        ("a", "http://papers.example/b"),
        ("c", "http://10.0.0.1/"),
        ("d", "http://LOCALHOST/"),
    ):
        server.on(f"http://first.example/{path}", redirect(answer, location))
    assert fetch("http://first.example/a", settings).data == TEXT
    assert server.asked[0].headers["proxy-authorization"].startswith("Basic ")
    assert fetch(direct.on("/e", answer(TEXT)), settings).data == TEXT
    for path in "cd":
        with pytest.raises(UnsafeRedirect, match="not a public server"):
            fetch(f"http://first.example/{path}", settings)


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:1", "ftp://127.0.0.1:1", "http://127.0.0.1:x"]
)
def test_a_proxy_that_cannot_be_used_is_a_setting_to_mend(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy)
    with pytest.raises(SettingsError, match="HTTP_PROXY"):
        fetch(f"{server.url}/a", settings)


def test_nothing_heavy_is_imported_before_something_is_fetched() -> None:
    code = (
        "import sys, counterdraft.fetch.fetch_symbol, counterdraft.fetch.download\n"
        "from counterdraft.fetch.settings import load_settings\n"
        "load_settings()\n"
        "print(*sorted({'httpx', 'httpcore', 'hishel', 'sqlite3', 'ssl'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
