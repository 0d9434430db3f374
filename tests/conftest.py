"""What every test may ask for: the examples, and a page in a browser."""

from __future__ import annotations

import io
import os
import shutil
import socket
import sys
import sysconfig
import threading
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium")

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

# Properties are tested on the same cases every time; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_report_header() -> str:
    browser = CHROMIUM or "none, the tests in a browser are left out"
    return f"counterdraft: {sysconfig.get_path('purelib')}, browser: {browser}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="there is no Chromium"))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The present folder, with a copy of ``examples/`` in it and our command on the path."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    scripts = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{scripts}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window; ask for it in tests marked ``browser``."""
    from playwright.sync_api import sync_playwright  # imported where there is a browser only

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page that fails the test when it reaches for the network or logs an error."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.on("requestfailed", lambda request: faults.append(request.url))
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def typeset() -> Callable[[str], bytes]:
    """Sets a text in typst's markup, and gives the PDF."""
    import typst  # imported where a page is wanted

    def made(markup: str) -> bytes:
        pdf: bytes = typst.compile(markup.encode(), ignore_system_fonts=True)
        return pdf

    return made


class Request(NamedTuple):
    """What a server was asked for; the headers' names are in lower case."""

    path: str
    headers: dict[str, str]


class Server:
    """A server on loopback that answers each path with the bytes, or the function, it was told.

    Several answers to one path are given in turn, the last for ever after. One request is
    answered a connection.
    """

    def __init__(self, host: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, 0), family=family)
        self._context = context
        self._answers: dict[str, list[bytes | Callable[[socket.socket, Request], None]]] = {}
        self.port: int = self._socket.getsockname()[1]
        self.asked: list[Request] = []
        scheme, written = "https" if context else "http", f"[{host}]" if ":" in host else host
        self.url = f"{scheme}://{written}:{self.port}"
        threading.Thread(target=self._serve, daemon=True).start()

    def on(self, path: str, *answers: bytes | Callable[[socket.socket, Request], None]) -> str:
        """Answer ``path`` so; its address."""
        self._answers[path] = list(answers)
        return self.url + path

    def close(self) -> None:
        """Refuse all further connections."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            with suppress(OSError):
                if self._context is not None:
                    connection = self._context.wrap_socket(connection, server_side=True)
                self._respond(connection)
                # Closed at once with bytes unread, the answer might not arrive.
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(1)
                while connection.recv(4096):
                    pass
        finally:
            connection.close()

    def _respond(self, connection: socket.socket) -> None:
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(4096)
            if not more:
                return
            data += more
        line, *rest = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        headers = {
            name.lower(): value for name, _, value in (each.partition(": ") for each in rest)
        }
        request = Request(line.split(" ")[1], headers)
        self.asked.append(request)
        answers = self._answers.get(request.path, [reply(status=404)])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, bytes):
            connection.sendall(answer)
        else:
            answer(connection, request)


def reply(body: bytes = b"", headers: dict[str, str] | None = None, status: int = 200) -> bytes:
    """An answer as it goes over the wire."""
    told = {"Content-Length": str(len(body)), "Connection": "close"} | (headers or {})
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return f"HTTP/1.1 {status} Words\r\n{lines}\r\n".encode("latin-1") + body


@pytest.fixture
def answer() -> Callable[..., bytes]:
    """Makes an answer for a ``Server``: ``reply``."""
    return reply


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Starts a ``Server``, which is closed after the test."""
    servers: list[Server] = []

    def start(host: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> Server:
        servers.append(Server(host, context))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def server(serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch) -> Server:
    """A server on 127.0.0.1, and no proxy before it."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return serve()


class Door:
    """Counts who knocks at a port of this machine."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.asked = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.asked += 1
            connection.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def door() -> Iterator[Door]:
    """A port at which nobody is to knock."""
    found = Door()
    yield found
    found.close()


def relationships(*lines: tuple[str, str, str]) -> str:
    """A part of relationships, each an id, a kind and a target; one with "://" is external."""
    external = ' TargetMode="External"'
    found = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{external if '://' in target else ''}/>"
        for name, kind, target in lines
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{found}</Relationships>'


@pytest.fixture(scope="session")
def word() -> Callable[..., bytes]:
    """A Word file out of the XML of its body and of its other parts, each by its kind.

    ``related`` are further relationships of the document, ``members`` further members of the
    zip, which also take the place of ours.
    """

    def make(
        body: str,
        related: tuple[tuple[str, str, str], ...] = (),
        members: dict[str, str | bytes] | None = None,
        **parts: str,
    ) -> bytes:
        lines = [(f"own{kind}", kind, f"{kind}.xml") for kind in parts]
        files: dict[str, str | bytes] = {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" '
            f'ContentType="application/xml"/><Override PartName="/word/document.xml" '
            f'ContentType="{_WORD}"/></Types>',
            "_rels/.rels": relationships(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relationships(*lines, *related),
            **{
                f"word/{kind}.xml": f"<w:{kind} {_NAMESPACES}>{inner}</w:{kind}>"
                for kind, inner in parts.items()
            },
            **(members or {}),
        }
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return packed.getvalue()

    return make
