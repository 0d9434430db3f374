"""Documents that are named by an address or a symbol, from a server on loopback to the parser."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from counterdraft.errors import NoSuchDocument, TimedOut, UnclearSymbol
from counterdraft.jobs.brief import make_brief
from counterdraft.jobs.parse import Choices, Outcome, parse_sources

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parent.parent / "examples"
PDF = (EXAMPLES / "rival.pdf").read_bytes()
TEXT = (EXAMPLES / "article.txt").read_bytes()


@pytest.fixture(autouse=True)
def settings(server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Symbols are looked for on the server, copies kept in a folder of the test's."""
    monkeypatch.setenv("COUNTERDRAFT_CONFIG", str(tmp_path / "none.toml"))
    (tmp_path / "none.toml").write_text("")
    for name, value in {
        "DOCUMENTS": f"{server.url}/{{language}}?s={{symbol}}",
        "CACHE_FOLDER": str(tmp_path / "cache"),
        "READ_SECONDS": "0.5",
        "RETRIES": "1",
        "PAUSE_SECONDS": "0.05",
    }.items():
        monkeypatch.setenv(f"COUNTERDRAFT_FETCH_{name}", value)


def parsed(name: str, choices: Choices = Choices()) -> Outcome:  # noqa: B008
    (outcome,) = parse_sources([name], choices)
    return outcome


def test_a_symbol_is_fetched_and_parsed(server: Any, answer: Callable[..., bytes]) -> None:
    server.on("/en?s=A/C.3/81/L.23", answer(PDF, {"Content-Type": "application/pdf"}))
    said: list[str] = []
    outcome = parsed("a/c.3/81/l.23", Choices(say=said.append))
    assert outcome.name == "A/C.3/81/L.23"
    assert [r.symbol for r in outcome.resolutions] == ["A/C.3/81/L.23"]
    assert said == ["fetching A/C.3/81/L.23"]


def test_its_language_can_be_chosen(server: Any, answer: Callable[..., bytes]) -> None:
    server.on("/fr?s=A/C.3/81/L.23", answer(PDF))
    assert parsed("A/C.3/81/L.23", Choices(language="fr")).error is None


def test_an_address_is_fetched_after_its_redirects(
    server: Any, answer: Callable[..., bytes]
) -> None:
    server.on("/old", answer(b"", {"Location": "/new"}, 302))
    server.on("/new", answer(TEXT, {"Content-Type": "text/plain"}))
    assert len(parsed(f"{server.url}/old").resolutions) == 1


def test_what_the_server_says_of_the_encoding_holds(
    server: Any, answer: Callable[..., bytes]
) -> None:
    page = "<html><body><p>The General Assembly,</p><p>Recalling \u0141\u00f3d\u017a,</p>" \
           "<p>1. Urges all;</p><p>2. Thanks all.</p></body></html>"  # fmt: skip
    headers = {"Content-Type": "text/html; charset=iso-8859-2"}
    address = server.on("/", answer(page.encode("iso-8859-2"), headers))
    (resolution,) = parsed(address).resolutions
    assert resolution.paragraphs[0].text == "Recalling \u0141\u00f3d\u017a,"


def test_a_path_that_exists_goes_before_a_symbol(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("A/RES/79/181")
    path.parent.mkdir(parents=True)
    path.write_bytes(TEXT)
    assert parsed("A/RES/79/181").error is None
    assert server.asked == []


def test_a_symbol_that_does_not_exist_is_one_clear_line() -> None:
    error = parsed("A/RES/79/9999").error
    assert isinstance(error, NoSuchDocument)
    assert str(error).startswith("A/RES/79/9999: there is no such document in 'en'")


def test_what_may_be_several_documents_is_not_guessed_at() -> None:
    error = parsed("resolution 55/1").error
    assert isinstance(error, UnclearSymbol)
    assert "A/HRC/RES/55/1" in str(error)


def test_a_server_that_hangs_is_given_up(server: Any) -> None:
    server.on("/", lambda *_: time.sleep(3))
    assert isinstance(parsed(f"{server.url}/").error, TimedOut)


def test_a_busy_server_is_waited_for_and_that_is_said(
    server: Any, answer: Callable[..., bytes]
) -> None:
    busy = answer(b"", {"Retry-After": "0"}, 429)
    server.on("/", busy, answer(TEXT))
    said: list[str] = []
    assert parsed(f"{server.url}/", Choices(say=said.append)).error is None
    assert any("429" in line for line in said)


def test_a_copy_serves_where_the_network_does_not_and_that_is_said(
    server: Any, answer: Callable[..., bytes]
) -> None:
    address = server.on("/", answer(TEXT, {"ETag": '"1"'}))
    assert parsed(address).error is None
    said: list[str] = []
    outcome = parsed(address, Choices(offline=True, say=said.append))
    (resolution,) = outcome.resolutions
    assert [p.code for p in resolution.problems if p.code == "old-copy"] == ["old-copy"]
    assert any("this is the copy of" in line for line in said)
    assert len(server.asked) == 1


def test_with_several_processes_what_is_fetched_is_fetched_too(
    server: Any, answer: Callable[..., bytes]
) -> None:
    names = [server.on(f"/{n}", answer(TEXT)) for n in range(3)]
    outcomes = list(parse_sources([*names, str(EXAMPLES / "rival.txt")], processes=2))
    assert [len(each.resolutions) for each in outcomes] == [1, 1, 1, 1]


def test_a_brief_of_a_symbol_is_made(server: Any, answer: Callable[..., bytes]) -> None:
    server.on("/en?s=A/C.3/81/L.23", answer(PDF))
    assert b"Orlavia" in make_brief("A/C.3/81/L.23", "md")
