"""Large files: what broke off goes on, what changed begins anew, what is wrong gets no name."""

from __future__ import annotations

import hashlib
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from counterdraft.errors import (
    BadAnswer,
    CounterdraftError,
    NoSuchDocument,
    OfflineError,
    ServerBusy,
    SourceTooLarge,
    TimedOut,
    UnsafeRedirect,
    WriteError,
)
from counterdraft.fetch.download import download
from counterdraft.fetch.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Request, Server

    Reply = Callable[..., bytes]

ARCHIVE = bytes(range(256)) * 400
DIGEST = hashlib.sha256(ARCHIVE).hexdigest()
CUT = 50_000


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    whole = load_settings({"HOME": str(tmp_path)})
    return msgspec.structs.replace(
        whole, read_seconds=5.0, archive_seconds=10.0, pause_seconds=0.01, retries=0
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "archives"
    folder.mkdir()
    return folder / "orlavia.zip"


def left_behind(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


class Shelf:
    """Answers as a file server does: ranges, if the file is still the one that is asked for.

    The connection breaks off after each of the sizes in ``cuts``, in turn.
    """

    def __init__(self, answer: Reply, data: bytes, tag: str = '"1"', cuts: tuple[int, ...] = ()):
        self.answer = answer
        self.data = data
        self.told = {"ETag": tag}
        self.cuts = list(cuts)

    def __call__(self, connection: socket.socket, request: Request) -> None:
        wanted = request.headers.get("range", "")
        data, told, status = self.data, dict(self.told), 200
        if wanted and request.headers.get("if-range") in self.told.values():
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(data):
                told["Content-Range"] = f"bytes */{len(data)}"
                connection.sendall(self.answer(b"", told, 416))
                return
            told["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
            data, status = data[start:], 206
        whole = self.answer(data, told, status)
        connection.sendall(whole[: self.cuts.pop(0) if self.cuts else None])


def test_a_file_is_downloaded(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    seen: list[tuple[int, int | None]] = []
    server.on("/b", Shelf(answer, ARCHIVE))
    address = server.on("/a", answer(b"", {"Location": "/b"}, 302))
    done = download(
        address, path, settings, sha256=DIGEST.upper(), progress=lambda *at: seen.append(at)
    )
    assert path.read_bytes() == ARCHIVE
    assert (done.size, done.sha256, done.path) == (len(ARCHIVE), DIGEST, str(path))
    assert (done.address, done.url, done.redirects) == (address, server.url + "/b", (address,))
    assert seen[-1] == (len(ARCHIVE), len(ARCHIVE))
    assert left_behind(path) == {"orlavia.zip"}
    assert server.asked[0].headers["accept-encoding"] == "identity"


def test_a_download_that_broke_off_goes_on_in_the_next_run(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    address = server.on("/a", Shelf(answer, ARCHIVE, cuts=(CUT,)))
    with pytest.raises(
        BadAnswer, match=r"Run it again to go on: .*\.part holds the [0-9,]+"
    ) as error:
        download(address, path, settings)
    assert str(error.value).isprintable()
    came = (path.parent / "orlavia.zip.part").stat().st_size
    assert 0 < came < CUT
    assert not path.exists()
    done = download(address, path, settings, sha256=DIGEST)
    assert server.asked[1].headers["range"] == f"bytes={came}-"
    assert server.asked[1].headers["if-range"] == '"1"'
    assert (done.size, path.read_bytes() == ARCHIVE) == (len(ARCHIVE), True)
    assert left_behind(path) == {"orlavia.zip"}


def test_a_download_goes_on_by_itself_as_often_as_is_set(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    said: list[str] = []
    address = server.on("/a", Shelf(answer, ARCHIVE, cuts=(CUT, 20_000, 10)))
    patient = msgspec.structs.replace(settings, retries=3)
    assert download(address, path, patient, say=said.append).sha256 == DIGEST
    assert len(said) == 3
    assert "did not send it all" in said[0]


def test_a_file_that_changed_meanwhile_is_downloaded_from_the_beginning(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    newer = ARCHIVE[::-1]
    first, second = Shelf(answer, ARCHIVE, cuts=(CUT,)), Shelf(answer, newer, '"2"')
    address = server.on("/a", first, second)
    with pytest.raises(BadAnswer):
        download(address, path, settings)
    said: list[str] = []
    download(address, path, settings, say=said.append)
    assert path.read_bytes() == newer
    assert "from the beginning" in said[0]


@pytest.mark.parametrize(
    "told", [{"ETag": 'W/"1"'}, {"ETag": ""}, {"ETag": "", "Last-Modified": "x"}]
)
def test_without_a_sure_mark_it_begins_anew(
    server: Server, answer: Reply, settings: Settings, path: Path, told: dict[str, str]
) -> None:
    cut = answer(ARCHIVE, told)[:CUT]
    address = server.on("/a", cut, answer(ARCHIVE, told))
    with pytest.raises(BadAnswer):
        download(address, path, settings)
    assert download(address, path, settings).sha256 == DIGEST
    assert "range" not in server.asked[1].headers


def test_a_time_of_change_of_long_ago_is_a_mark(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    told = {
        "Last-Modified": "Tue, 03 Mar 2020 10:00:00 GMT",
        "Date": "Tue, 03 Mar 2026 10:00:00 GMT",
    }
    address = server.on("/a", answer(ARCHIVE, told)[:CUT], answer(ARCHIVE, told))
    with pytest.raises(BadAnswer):
        download(address, path, settings)
    download(address, path, settings)
    assert server.asked[1].headers["if-range"] == told["Last-Modified"]


def test_a_part_of_another_address_is_not_gone_on_with(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    with pytest.raises(BadAnswer):
        download(server.on("/a", Shelf(answer, b"x" * 90_000, cuts=(CUT,))), path, settings)
    assert download(server.on("/b", Shelf(answer, ARCHIVE)), path, settings).sha256 == DIGEST
    assert "range" not in server.asked[1].headers


@pytest.mark.parametrize("mark", [b"", b"{}", b"nonsense", b"\xff"])
def test_a_mark_that_cannot_be_read_is_none(
    server: Server, answer: Reply, settings: Settings, path: Path, mark: bytes
) -> None:
    path.with_name("orlavia.zip.part").write_bytes(b"x" * 99)
    path.with_name("orlavia.zip.part.json").write_bytes(mark)
    assert download(server.on("/a", Shelf(answer, ARCHIVE)), path, settings).sha256 == DIGEST


def test_a_part_that_is_whole_already_is_only_given_its_name(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    address = server.on("/a", Shelf(answer, ARCHIVE))
    mark = {"address": address, "validator": '"1"'}
    path.with_name("orlavia.zip.part").write_bytes(ARCHIVE)
    path.with_name("orlavia.zip.part.json").write_bytes(msgspec.json.encode(mark))
    assert download(address, path, settings).sha256 == DIGEST
    assert left_behind(path) == {"orlavia.zip"}


@pytest.mark.parametrize("extent", ["bytes 7-99/100", "bytes x", "", "bytes */5"])
@pytest.mark.parametrize("status", [206, 416])
def test_another_piece_than_was_asked_for_is_not_put_in_its_place(
    server: Server, answer: Reply, settings: Settings, path: Path, extent: str, status: int
) -> None:
    wrong = answer(b"x" * 93, {"Content-Range": extent, "ETag": '"1"'}, status)
    address = server.on("/a", Shelf(answer, ARCHIVE, cuts=(CUT,)), wrong, Shelf(answer, ARCHIVE))
    with pytest.raises(BadAnswer):
        download(address, path, settings)
    with pytest.raises(BadAnswer, match="another piece"):
        download(address, path, settings)
    assert download(address, path, settings).sha256 == DIGEST


def test_a_server_that_is_busy_is_waited_for(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    said: list[str] = []
    busy = answer(b"", {"Retry-After": "0"}, 503)
    address = server.on("/a", busy, Shelf(answer, ARCHIVE), busy)
    once = msgspec.structs.replace(settings, retries=1)
    assert download(address, path, once, say=said.append).sha256 == DIGEST
    assert said == [f"127.0.0.1:{server.port} is busy: it is asked again in 0 seconds"]
    with pytest.raises(ServerBusy):
        download(address, path, settings)


def test_a_piece_of_another_file_is_not_put_in_its_place(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    def careless(connection: socket.socket, request: Request) -> None:
        """Sends the rest whatever it is the rest of."""
        start = int(request.headers["range"].removeprefix("bytes=").removesuffix("-"))
        extent = f"bytes {start}-{len(ARCHIVE) - 1}/{len(ARCHIVE)}"
        told = {"Content-Range": extent, "ETag": '"2"'}
        connection.sendall(answer(b"x" * (len(ARCHIVE) - start), told, 206))

    address = server.on("/a", Shelf(answer, ARCHIVE, cuts=(CUT,)), careless, Shelf(answer, ARCHIVE))
    with pytest.raises(BadAnswer):
        download(address, path, settings)
    with pytest.raises(BadAnswer, match="another piece"):
        download(address, path, settings)
    assert download(address, path, settings).sha256 == DIGEST


def test_a_file_of_another_digest_gets_no_name(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    path.write_bytes(b"before")
    with pytest.raises(BadAnswer, match=f"its SHA-256 is {DIGEST}, and not 00"):
        download(server.on("/a", Shelf(answer, ARCHIVE)), path, settings, sha256="00")
    assert path.read_bytes() == b"before"
    assert left_behind(path) == {"orlavia.zip"}


def test_a_coded_file_is_refused(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    with pytest.raises(BadAnswer, match="it is coded"):
        download(server.on("/a", answer(b"x", {"Content-Encoding": "gzip"})), path, settings)


@pytest.mark.parametrize("told", [str(len(ARCHIVE)), ""])
def test_a_file_over_the_limit_is_refused(
    server: Server, answer: Reply, settings: Settings, path: Path, told: str
) -> None:
    small = msgspec.structs.replace(settings, archive_bytes=1000)
    with pytest.raises(SourceTooLarge, match=r"the 1,000 that are fetched.*archive_bytes"):
        download(server.on("/a", answer(ARCHIVE, {"Content-Length": told})), path, small)


def test_a_file_that_is_not_there_leaves_nothing_behind(
    server: Server, settings: Settings, path: Path
) -> None:
    with pytest.raises(NoSuchDocument):
        download(f"{server.url}/none", path, settings)
    with pytest.raises(OfflineError):
        download(f"{server.url}/none", path, msgspec.structs.replace(settings, offline=True))
    assert left_behind(path) == set()


def test_a_redirect_is_checked_here_too(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    address = server.on("/a", answer(b"", {"Location": f"http://localhost:{server.port}/b"}, 302))
    with pytest.raises(UnsafeRedirect):
        download(address, path, settings)


def test_a_download_ends_at_its_deadline(server: Server, settings: Settings, path: Path) -> None:
    def drip(connection: socket.socket, _: Request) -> None:
        connection.sendall(b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: 999\r\n\r\n')
        for _i in range(100):
            connection.sendall(b"x")
            time.sleep(0.05)

    hasty = msgspec.structs.replace(settings, archive_seconds=0.4)
    with pytest.raises(TimedOut, match="did not finish"):
        download(server.on("/a", drip), path, hasty)
    assert left_behind(path) == {"orlavia.zip.part", "orlavia.zip.part.json"}


def test_one_process_at_a_time_downloads_a_file(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    inner: list[CounterdraftError] = []

    def at_once(*_: object) -> None:
        try:
            download(f"{server.url}/a", path, settings)
        except WriteError as error:
            inner.append(error)

    download(server.on("/a", Shelf(answer, ARCHIVE)), path, settings, progress=at_once)
    assert "another process is at it" in str(inner[0])
    assert path.read_bytes() == ARCHIVE


def test_a_folder_that_is_not_there_is_said(server: Server, settings: Settings, path: Path) -> None:
    with pytest.raises(WriteError, match="No such file or directory"):
        download(f"{server.url}/a", path.parent / "none" / "a", settings)
    path.mkdir()
    (path / "full").touch()
    server.on("/a", b"HTTP/1.1 200 OK\r\n\r\nx")
    with pytest.raises(WriteError, match="cannot be written"):
        download(f"{server.url}/a", path, settings)


def test_a_full_disk_is_said_and_what_came_is_kept(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    address = server.on("/a", Shelf(answer, ARCHIVE))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(WriteError, match="File too large"):
            download(address, path, settings)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert download(address, path, settings).sha256 == DIGEST
    assert server.asked[1].headers["range"] == "bytes=10000-"


def test_an_interrupted_download_goes_on(
    server: Server, answer: Reply, settings: Settings, path: Path
) -> None:
    def stuck(connection: socket.socket, _: Request) -> None:
        connection.sendall(answer(ARCHIVE, {"ETag": '"1"'})[:CUT])
        time.sleep(5)

    address = server.on("/a", stuck, Shelf(answer, ARCHIVE))
    code = (
        "from pathlib import Path\n"
        "from counterdraft.fetch.download import download\n"
        "from counterdraft.fetch.settings import load_settings\n"
        f"download({address!r}, Path({str(path)!r}), load_settings(),\n"
        "         progress=lambda *_: print('more', flush=True))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=3)
    assert download(address, path, settings, sha256=DIGEST).size == len(ARCHIVE)
    assert "range" in server.asked[1].headers
