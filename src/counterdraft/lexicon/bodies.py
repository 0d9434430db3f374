"""Bodies whose votes are counted: which one a name or a symbol means, and how many have a vote."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from counterdraft.lexicon.load import load
from counterdraft.lexicon.states import fold_name
from counterdraft.model.dates import first_day, last_day


class Body(Struct, frozen=True, kw_only=True):
    """A body; ``sizes`` are members from a day on, where not ``all`` Members have a vote."""

    name: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    all: bool
    sizes: tuple[tuple[str, int], ...] = ()


@cache
def bodies() -> dict[str, Body]:
    """Every body by its name."""
    return {each.name: each for each in convert(load("bodies")["body"], tuple[Body, ...])}


@cache
def _by_name() -> dict[str, str]:
    found = {}
    for body in bodies().values():
        for name in (body.name, *body.names):
            found[fold_name(name)] = body.name
    return found


def body_of(name: str) -> str | None:
    """The body that ``name`` means; None where none is known by it."""
    return _by_name().get(fold_name(name).removeprefix("the "))


def all_vote(body: str) -> bool:
    """Whether every Member has a vote there."""
    found = bodies().get(body)
    return found is not None and found.all


@cache
def _by_symbol() -> tuple[tuple[str, str], ...]:
    pairs = [(start, each.name) for each in bodies().values() for start in each.symbols]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def body_of_symbol(symbol: str) -> str | None:
    """The body whose symbol it is, by how it begins."""
    return next((name for start, name in _by_symbol() if symbol.startswith(start)), None)


def size_of(body: str, date: str | None) -> int | None:
    """How many members a body had on ``date`` that has not all Members; None if not known.

    A month or year in which that changed is not known.
    """
    found = bodies().get(body)
    if found is None or date is None or not found.sizes:
        return None
    sizes = {_on(found, day) for day in (first_day(date), last_day(date))}
    return sizes.pop() if len(sizes) == 1 else None


def _on(body: Body, day: str) -> int | None:
    return next((size for since, size in reversed(body.sizes) if since <= day), None)
