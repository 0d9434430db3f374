"""What people call a document, its symbol, and where it is fetched from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.errors import (
    NoSuchDocument,
    ServerBusy,
    SettingsError,
    SourceTooLarge,
    UnclearSymbol,
    Unreachable,
)
from counterdraft.fetch.fetch_symbol import fetch_symbol
from counterdraft.fetch.settings import Settings, default_settings, load_settings
from counterdraft.fetch.symbols import as_symbol, is_symbol, symbol_addresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Server

    Reply = Callable[..., bytes]
    Serve = Callable[..., Server]

PDF = b"%PDF-1.7\nOrlavia"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("A/RES/79/181", "A/RES/79/181"),
        ("a/res/79/181", "A/RES/79/181"),
        (" A/RES/79/181 ", "A/RES/79/181"),
        ("A/C.3/80/L.1/Rev.1", "A/C.3/80/L.1/Rev.1"),
        ("a/c.3/80/l.1/rev.1", "A/C.3/80/L.1/Rev.1"),
        ("A/C.3/80/L.1/REV.1/ADD.2", "A/C.3/80/L.1/Rev.1/Add.2"),
        ("A/C.3/80/L.1*", "A/C.3/80/L.1"),
        ("S/RES/1718(2006)", "S/RES/1718(2006)"),
        ("S/RES/1718 (2006)", "S/RES/1718(2006)"),
        ("s/res/1718", "S/RES/1718(2006)"),
        ("A/HRC/RES/22/13", "A/HRC/RES/22/13"),
        ("A/RES/ES-11/6", "A/RES/ES-11/6"),
        ("a/res/es-11/6", "A/RES/ES-11/6"),
        ("A/RES/217 A (III)", "A/RES/217(III)"),
        ("A/RES/217(III)", "A/RES/217(III)"),
        ("A/79/PV.53", "A/79/PV.53"),
        ("A/C.3/62/SR.22-33", "A/C.3/62/SR.22-33"),
        ("E/2017/3", "E/2017/3"),
        ("E/CN.4/Sub.2/2003/L.10", "E/CN.4/Sub.2/2003/L.10"),
        ("e/cn.4/sub.2/2003/l.10", "E/CN.4/Sub.2/2003/L.10"),
        ("CEDAW/C/USA/CO/7", "CEDAW/C/USA/CO/7"),
        ("A/HRC/WG.6/33/PRK/1", "A/HRC/WG.6/33/PRK/1"),
        ("TD/B/C.I/12", "TD/B/C.I/12"),
        ("ICC-ASP/1/2", "ICC-ASP/1/2"),
        ("S/2024/93", "S/2024/93"),
        ("A/79/123-S/2024/456", "A/79/123"),
        ("GA resolution 79/181", "A/RES/79/181"),
        ("the General Assembly's resolution 79/181", "A/RES/79/181"),
        ("resolution 79/181", "A/RES/79/181"),
        ("resolution  79/181 of the General Assembly", "A/RES/79/181"),
        ("UNGA 79/181", "A/RES/79/181"),
        ("GA res. ES-11/6", "A/RES/ES-11/6"),
        ("UN General Assembly resolution 217 A (III)", "A/RES/217(III)"),
        ("ga decision 79/515", "A/DEC/79/515"),
        ("Security Council resolution 1718", "S/RES/1718(2006)"),
        ("security council resolution 1718 (2006)", "S/RES/1718(2006)"),
        ("resolution 1718 (2006)", "S/RES/1718(2006)"),
        ("UNSCR 1718", "S/RES/1718(2006)"),
        ("SC res no. 1718", "S/RES/1718(2006)"),
        ("HRC res 22/13", "A/HRC/RES/22/13"),
        ("resolution 22/13 of the Human Rights Council", "A/HRC/RES/22/13"),
        ("ECOSOC resolution 2017/3", "E/RES/2017/3"),
        ("Commission on Human Rights resolution 2003/10", "E/CN.4/RES/2003/10"),
    ],
)
def test_what_a_person_says_is_one_symbol(text: str, symbol: str) -> None:
    assert is_symbol(text)
    assert as_symbol(text) == symbol
    assert as_symbol(symbol) == symbol


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("resolution 55/1", "it may be A/RES/55/1 or A/HRC/RES/55/1. Name the organ"),
        ("res 2003/10", "E/RES/2003/10 or E/CN.4/RES/2003/10 or E/CN.4/Sub.2/RES/2003/10"),
        ("resolution 1718", r"it may be S/RES/1718\(2006\), or another organ's. Name the organ"),
        ("SC resolution 9999", "no resolution of the Security Council of such a number"),
        ("HRC resolution 79/1", "no resolution of the Human Rights Council of such a number"),
        ("Security Council decision 79/1", "no decision of the Security Council"),
        ("resolution 9999", "no resolution of an organ that we know"),
    ],
)
def test_what_may_be_several_is_asked_back(text: str, said: str) -> None:
    assert is_symbol(text)
    with pytest.raises(UnclearSymbol, match=said):
        as_symbol(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "A/", "A//1", "A", "GA", "draft.txt", "a/draft2.txt", "a/draft2", "a/v2"),
        *(
            "s/2024/report1.pdf",
            "e/2017/notes",
            "a/b/c",
            "A/B/C",
            "S/Report1",
            "A/Report/12",
            "a/draft/2",
            "../A/RES/79/1",
        ),
        *("/A/RES/79/181", "examples/draft.txt", "79/181", "2024/12", "1718", "1718 (2006)"),
        *("A/RES/79/181.pdf", "A/RES/79/181/", "A/RES/79/181?x=1", "A/RES/79/181#a", "Q/RES/79/1"),
        *("https://a.example/A/RES/79/181", "A/RES/79/181 and more", "res1", "annex 79/181"),
        *("A/RES/79\\181", "A/RES/\u0667\u0669/1", "A/RES/79/181\x00"),
    ],
)
def test_what_may_be_a_file_is_no_symbol(text: str) -> None:
    assert not is_symbol(text)
    with pytest.raises(UnclearSymbol, match="no document's symbol"):
        as_symbol(text)


@given(st.text() | st.text("ASERh/.()0127 -IV"))
def test_property_any_text_is_a_symbol_or_a_clear_error(text: str) -> None:
    symbol, said = "", ""
    try:
        symbol = as_symbol(text)
    except UnclearSymbol as error:
        said = str(error)
    assert said.isprintable()
    if symbol:
        assert is_symbol(text)
        assert as_symbol(symbol) == symbol
        assert symbol.isascii()


# Addresses


def test_the_addresses_of_a_symbol_are_the_uns_own() -> None:
    assert symbol_addresses("A/RES/79/181", default_settings()) == (
        "https://documents.un.org/api/symbol/access?s=A/RES/79/181&l=en&t=pdf",
        "https://docs.un.org/en/A/RES/79/181",
        "https://undocs.org/en/A/RES/79/181",
    )
    assert symbol_addresses("S/RES/1718(2006)", default_settings(), "fr")[1] == (
        "https://docs.un.org/fr/S/RES/1718(2006)"
    )
    assert symbol_addresses("A/RES/75/253 A", default_settings())[1].endswith("75/253%20A")


def test_a_language_must_be_one_of_those_set() -> None:
    with pytest.raises(SettingsError, match="Choose one of ar, en, es, fr, ru, zh"):
        symbol_addresses("A/RES/79/181", default_settings(), "de")


# Fetching


@pytest.fixture
def settings(tmp_path: Path, server: Server) -> Settings:
    """Two addresses for a symbol, both on the test's own server."""
    addresses = (server.url + "/first?s={symbol}&l={language}", server.url + "/{language}/{symbol}")
    whole = load_settings({"HOME": str(tmp_path)})
    return msgspec.structs.replace(
        whole, documents=addresses, retries=0, pause_seconds=0.01, largest_bytes=1000
    )


FIRST, SECOND = "/first?s=A/RES/79/181&l=en", "/en/A/RES/79/181"


def test_a_document_is_fetched_by_its_symbol(
    server: Server, answer: Reply, settings: Settings
) -> None:
    server.on("/file.pdf", answer(PDF, {"Content-Type": "application/pdf"}))
    server.on(FIRST, answer(b"", {"Location": "/file.pdf"}, 302))
    fetched = fetch_symbol("A/RES/79/181", settings)
    assert (fetched.data, fetched.url) == (PDF, server.url + "/file.pdf")
    assert [request.path for request in server.asked] == [FIRST, "/file.pdf"]


@pytest.mark.parametrize(
    "missing",
    [
        (404, b"", ""),
        (410, b"", ""),
        (200, b"", "application/pdf"),
        (200, b"<!DOCTYPE html><title>Not found", "text/html"),
        (200, b"\xef\xbb\xbf\n<!-- x --><HTML><body>Not found", "application/pdf"),
        (200, b"<?xml version='1.0'?><!DOCTYPE html><html>", "application/xhtml+xml"),
    ],
)
def test_the_next_address_is_tried_where_the_first_has_no_document(
    server: Server, answer: Reply, settings: Settings, missing: tuple[int, bytes, str]
) -> None:
    status, body, kind = missing
    server.on(FIRST, answer(body, {"Content-Type": kind}, status))
    server.on(SECOND, answer(PDF, {"Content-Type": "text/html"}))
    assert fetch_symbol("A/RES/79/181", settings).data == PDF


def test_a_symbol_that_does_not_exist_is_one_clear_line(
    server: Server, answer: Reply, settings: Settings
) -> None:
    server.on(FIRST, answer(b"<html><body>There is no document", {"Content-Type": "text/html"}))
    with pytest.raises(NoSuchDocument) as error:
        fetch_symbol("A/RES/79/181", settings)
    host = f"127.0.0.1:{server.port}"
    assert str(error.value) == (
        f"A/RES/79/181: there is no such document in 'en': {host} has a web page instead of it; "
        f"{host} has no such document (404). Check the symbol and the language"
    )


def test_how_each_address_failed_is_said(
    serve: Serve, server: Server, answer: Reply, settings: Settings
) -> None:
    server.on(FIRST, answer(b"", {}, 404))
    server.on(SECOND, answer(b"", {}, 503))
    with pytest.raises(ServerBusy, match=r"\(404\); .*\(503\). Try again later"):
        fetch_symbol("A/RES/79/181", settings)
    closed = serve()
    closed.close()
    gone = msgspec.structs.replace(settings, documents=(closed.url + "/{symbol}",))
    with pytest.raises(Unreachable, match=r"could not be fetched in 'en': .*refused"):
        fetch_symbol("A/RES/79/181", gone)


def test_a_document_over_the_limit_is_not_sought_elsewhere(
    server: Server, answer: Reply, settings: Settings
) -> None:
    server.on(FIRST, answer(PDF * 99))
    with pytest.raises(SourceTooLarge):
        fetch_symbol("A/RES/79/181", settings)
    assert len(server.asked) == 1


def test_what_is_waited_for_is_said(server: Server, answer: Reply, settings: Settings) -> None:
    server.on(FIRST, answer(b"", {}, 503), answer(PDF))
    said: list[str] = []
    patient = msgspec.structs.replace(settings, retries=1)
    assert fetch_symbol("A/RES/79/181", patient, say=said.append).data == PDF
    assert "is busy (503)" in said[0]
