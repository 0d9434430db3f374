"""Names of states and the sides they took → lists of Members' codes, and of names not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from counterdraft.lexicon.members import member_of, nearest_names
from counterdraft.model.rollcall import Position, Unknown

Named = tuple[str, Position]
"""A name or code as a source has it, and the side it stands on."""


class Lists(NamedTuple):
    """The lists of an account, in the order of the source."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()


@lru_cache(maxsize=4096)
def _known(_: str | None) -> dict[tuple[str, ...], str | None]:
    """What names were found to mean on a date: a table has each of them in thousands of rows."""
    return {}


def code_of(names: tuple[str, ...], date: str | None) -> str | None:
    """The code of the Member that the first of ``names`` that is known means on ``date``."""
    found = (member_of(name, date) for name in names if name)
    return next((member.code for member in found if member is not None), None)


@lru_cache(maxsize=1024)
def _nearest(name: str) -> tuple[str, ...]:
    return nearest_names(name)


def lists_of(named: Iterable[tuple[tuple[str, ...], Position]], date: str | None) -> Lists:
    """The lists by all names that the source has for each state, the surest first."""
    sides: dict[Position, list[str]] = {"yes": [], "no": [], "abstain": [], "not voting": []}
    unknown: list[Unknown] = []
    known = _known(date)
    for names, side in named:
        if names not in known:
            known[names] = code_of(names, date)
        code = known[names]
        if code is None:
            told = next((name for name in names if name), "")
            unknown.append(Unknown(told, side, _nearest(told)))
        else:
            sides[side].append(code)
    yes, no, abstain, absent = (tuple(codes) for codes in sides.values())
    return Lists(yes, no, abstain, absent, tuple(unknown))


def sponsors_of(names: Iterable[str], date: str | None) -> tuple[str, ...]:
    """Who sponsors, each once: codes of Members, names of others as they are told."""
    found = (code_of((name,), date) or " ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(each for each in found if each))
