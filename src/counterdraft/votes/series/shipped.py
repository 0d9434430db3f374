"""The series that ship with Counterdraft: their tables → roll-calls, as from any other source.

In: ``facts/*.toml``. Out: :class:`Shipped` values. The source of a roll-call is "facts:" and the
key of the table's source; :func:`said_of` tells what that is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct, ValidationError, convert

from counterdraft.errors import LexiconError
from counterdraft.model.rollcall import Matter, Mode, Outcome, Precision, RollCall, Tally

_PACKAGE = "counterdraft.votes.series.facts"
_PRECISION: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


class _Action(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    session: str
    date: str
    mode: Mode
    source: str
    body: str = "General Assembly"
    matter: Matter = "text"
    outcome: Outcome = "adopted"
    symbol: str | None = None
    draft: str | None = None
    meeting: str | None = None
    amends: str | None = None
    detail: str | None = None
    tally: tuple[int, ...] = ()
    inferred: str | None = None


class _Positions(Struct, frozen=True, forbid_unknown_fields=True):
    symbol: str
    source: str
    yes: str
    no: str
    abstain: str


class _Sponsors(Struct, frozen=True, forbid_unknown_fields=True):
    symbol: str
    source: str
    first: str
    joined: str


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    title: str
    body: str
    source: dict[str, str]
    aliases: tuple[str, ...] = ()
    action: tuple[_Action, ...] = ()
    positions: tuple[_Positions, ...] = ()
    sponsors: tuple[_Sponsors, ...] = ()


class Shipped(Struct, frozen=True):
    """A series by its key, and its votes by source; ``sources`` says what each is."""

    key: str
    title: str
    body: str
    aliases: tuple[str, ...]
    rollcalls: tuple[RollCall, ...]
    sources: dict[str, str]


@cache
def shipped() -> dict[str, Shipped]:
    """Every shipped series by its key. Raises LexiconError where a table is not valid."""
    found = [
        _series(each.name, tomllib.loads(each.read_text(encoding="utf-8")))
        for each in sorted(files(_PACKAGE).iterdir(), key=lambda each: each.name)
        if each.name.endswith(".toml")
    ]
    return {each.key: each for each in found}


def said_of(source: str) -> str | None:
    """What a source of shipped facts is; None for any other key."""
    return next(
        (each.sources[source] for each in shipped().values() if source in each.sources), None
    )


def _series(name: str, data: dict[str, Any]) -> Shipped:
    try:
        table = convert(data, _Table)
    except ValidationError as error:
        raise LexiconError(str(error), source=f"votes/series/facts/{name}") from None
    return Shipped(
        table.key, table.title, table.body, table.aliases, tuple(_rollcalls(table)),
        {_source(key): said for key, said in table.source.items()},
    )  # fmt: skip


def _source(key: str) -> str:
    return f"facts:{key}"


def _rollcalls(table: _Table) -> Iterator[RollCall]:
    for action in table.action:
        yield _acted(action, table.title)
    by_symbol = {a.symbol: a for a in table.action if a.symbol and a.body == table.body}
    for positions in table.positions:
        yield _voted(by_symbol[positions.symbol], positions)
    for sponsors in table.sponsors:
        yield _sponsored(by_symbol[sponsors.symbol], sponsors)


def _acted(action: _Action, title: str) -> RollCall:
    text = action.draft if action.body != "General Assembly" else action.symbol
    return RollCall(
        id=f"{_source(action.source)}:{text}",
        source=_source(action.source), place=text or "", body=action.body,
        session=action.session, date=action.date, precision=_PRECISION[len(action.date)],
        matter=action.matter, mode=action.mode, outcome=action.outcome, symbol=action.symbol,
        draft=action.draft, meeting=action.meeting, title=title, detail=_detail(action),
        tally=Tally(*action.tally) if action.tally else None, inferred=action.inferred,
    )  # fmt: skip


def _detail(action: _Action) -> str | None:
    to = f"to {action.amends}" if action.amends else None
    return ", ".join(part for part in (action.detail, to) if part) or None


def _voted(action: _Action, positions: _Positions) -> RollCall:
    return _beside(
        action, positions.source, "positions", mode="recorded vote", listed=True,
        yes=tuple(positions.yes.split()), no=tuple(positions.no.split()),
        abstain=tuple(positions.abstain.split()),
    )  # fmt: skip


def _sponsored(action: _Action, sponsors: _Sponsors) -> RollCall:
    return _beside(
        action, sponsors.source, "sponsors", mode=action.mode,
        sponsors=tuple(sponsors.first.split()), joined=tuple(sponsors.joined.split()),
    )  # fmt: skip


def _beside(action: _Action, source: str, what: str, **given: Any) -> RollCall:
    """Another source's account of the same vote."""
    return RollCall(
        id=f"{_source(source)}:{action.symbol} {what}", source=_source(source),
        place=action.symbol or "", body=action.body, session=action.session, date=action.date,
        precision=_PRECISION[len(action.date)], matter="text", outcome="adopted",
        symbol=action.symbol, **given,
    )  # fmt: skip
