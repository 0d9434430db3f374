"""The facts that ship with Counterdraft: their tables → a register."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct, ValidationError, convert

from counterdraft.errors import LexiconError
from counterdraft.lexicon.load import load
from counterdraft.model.register import BETWEEN, NEVER, Act, Entry
from counterdraft.registers.held import Held

NAME = "shipped facts"
_PACKAGE = "counterdraft.registers.facts"
_ACTS: tuple[Act, ...] = ("signature", "ratification", "accession")
_GROUPS = {"EU": "European Union"}


class _Strict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a table, in which every key is known."""


class _Treaty(_Strict, frozen=True):
    id: str
    signature: str = ""
    ratification: str = ""
    accession: str = ""
    never: str = ""


class _Treaties(_Strict, frozen=True):
    source: str
    as_of: str
    source_never: str
    treaty: tuple[_Treaty, ...]


class _Review(_Strict, frozen=True):
    state: str
    cycles: tuple[str, ...]


class _Recommendations(_Strict, frozen=True):
    state: str
    cycle: int
    date: str
    value: str
    source: str


class _Reviews(_Strict, frozen=True):
    source: str
    review: tuple[_Review, ...]
    recommendations: tuple[_Recommendations, ...]


class _Text(_Strict, frozen=True):
    symbol: str
    date: str
    source: str
    title: str = ""


class _Texts(_Strict, frozen=True):
    text: tuple[_Text, ...]


class _Fact(_Strict, frozen=True):
    act: Act
    subject: str
    date: str
    source: str
    object: str = ""
    note: str = ""
    parties: tuple[str, ...] = ()


class _Facts(_Strict, frozen=True):
    fact: tuple[_Fact, ...]


@cache
def shipped() -> Held:
    """The register of all shipped facts. Raises LexiconError where a table is not valid."""
    entries = (
        *_of_treaties(_table("treaties", _Treaties)), *_of_reviews(_table("reviews", _Reviews)),
        *_of_texts(_table("titles", _Texts)), *_of_events(_table("events", _Facts)),
    )  # fmt: skip
    return Held(NAME, entries)


def _table(name: str, kind: type[Any]) -> Any:
    text = files(_PACKAGE).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    try:
        return convert(tomllib.loads(text), kind)
    except ValidationError as error:
        raise LexiconError(str(error), source=f"registers/facts/{name}.toml") from None


@cache
def _by_code() -> dict[str, str]:
    found = {each["iso3"]: each["name"] for each in load("states")["state"] if "iso3" in each}
    return found | _GROUPS


def _state(code: str) -> str:
    try:
        return _by_code()[code]
    except KeyError:
        raise LexiconError(f"{code!r} is no State’s code", source="registers/facts") from None


def _of_treaties(table: _Treaties) -> Iterator[Entry]:
    for each in table.treaty:
        for act in _ACTS:
            for done in filter(None, getattr(each, act).split(", ")):
                code, day = done.split(" ")
                yield Entry(
                    register=NAME, act=act, subject=_state(code), object=each.id,
                    date=day, source=table.source,
                )  # fmt: skip
        for code in filter(None, each.never.split(", ")):
            yield Entry(
                register=NAME, act="ratification", subject=_state(code), object=each.id,
                value=NEVER, source=table.source_never, as_of=table.as_of,
            )  # fmt: skip


def _of_reviews(table: _Reviews) -> Iterator[Entry]:
    for each in table.review:
        for cycle, done in enumerate(each.cycles, 1):
            day, report = done.split(" ")
            yield Entry(
                register=NAME, act="review", subject=_state(each.state), object=f"cycle {cycle}",
                date=day, source=f"{report}, {table.source}",
            )  # fmt: skip
    for said in table.recommendations:
        yield Entry(
            register=NAME, act="recommendations", subject=_state(said.state),
            object=f"cycle {said.cycle}", date=said.date, value=said.value, source=said.source,
        )  # fmt: skip


def _of_texts(table: _Texts) -> Iterator[Entry]:
    for each in table.text:
        yield Entry(
            register=NAME, act="adoption", subject=each.symbol, date=each.date, source=each.source
        )
        if each.title:
            yield Entry(
                register=NAME, act="title", subject=each.symbol, date=each.date, value=each.title,
                source=each.source,
            )  # fmt: skip


def _of_events(table: _Facts) -> Iterator[Entry]:
    for each in table.fact:
        named = BETWEEN.join((*map(_state, each.parties), each.subject))
        yield Entry(
            register=NAME, act=each.act, subject=named, object=each.object, date=each.date,
            source=each.source, note=each.note,
        )  # fmt: skip
