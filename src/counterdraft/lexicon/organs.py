"""The organs whose texts are cited and whose drafts are parsed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load

_DIGITS = re.compile(r"\d+")


class Organ(NamedTuple):
    """An organ: its name, how texts call it, and how its symbols are made."""

    id: str
    name: str
    names: tuple[str, ...]
    resolution: str
    decision: str | None
    forms: frozenset[str]


@cache
def organs(language: str = "en") -> tuple[Organ, ...]:
    """Every organ of the lexicon, in its order."""
    return tuple(
        Organ(
            entry["id"],
            entry["name"],
            tuple(entry["names"]),
            entry["resolution"],
            entry.get("decision"),
            frozenset(entry["forms"]),
        )
        for entry in load(f"{language}/symbols")["organ"]
    )


@cache
def organ_by_name(language: str = "en") -> dict[str, Organ]:
    """Every name of an organ in lower case, and "the …" of it."""
    return {name.lower(): organ for organ in organs(language) for name in organ.names}


@cache
def organ_names(language: str = "en") -> str:
    """A pattern of every organ's names, longest first, for use inside of others."""
    names = sorted((n for organ in organs(language) for n in organ.names), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)


@cache
def organ_of(name: str, language: str = "en") -> Organ | None:
    """The organ that ``name`` means, whatever its case."""
    return organ_by_name(language).get(" ".join(name.lower().split()).removeprefix("the "))


def may_number(organ: Organ, number: str) -> bool:
    """Whether a number with a slash can be ``organ``'s at all.

    The General Assembly counts so from its thirty-first session, the Human Rights Council
    from its first, in 2006, three a year.
    """
    if number.startswith("ES-"):
        return organ.id == "general_assembly"
    if number.startswith("S-"):
        return True
    session, count = map(int, _DIGITS.findall(number)[:2])
    if organ.id == "general_assembly":
        return session > 30 and count < 1000
    return session <= 75 and count < 200


@cache
def council_years() -> dict[int, range]:
    """For each year, the numbers of the Security Council's resolutions."""
    last = {int(year): number for year, number in load("security_council")["last"].items()}
    numbers: dict[int, range] = {}
    before = 0
    for year in sorted(last):
        numbers[year] = range(before + 1, last[year] + 1)
        before = last[year]
    return numbers


def council_year(number: int) -> int | None:
    """The year of a Security Council resolution; None beyond what the lexicon holds."""
    for year, numbers in council_years().items():
        if number in numbers:
            return year
    return None


@cache
def _special_sessions() -> dict[str, int]:
    data = load("ga_sessions")
    return {
        f"{prefix}-{str(entry['number']).rpartition('-')[2]}": entry["year_opened"]
        for prefix, kind in (("S", "special"), ("ES", "emergency"))
        for entry in data[kind]
        if "year_opened" in entry
    }


def special_session_year(session: str) -> int | None:
    """The year in which the General Assembly's special session "S-27" or "ES-10" opened."""
    return _special_sessions().get(session)
