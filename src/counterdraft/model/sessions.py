"""Sessions as people write them → which are meant: "74", "74-79", "S-32", "78, 80, ES-11".

Every command and function that takes sessions asks here, so that all understand and refuse alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterdraft.errors import BadQuery
from counterdraft.model.given import several

PREFIXES = {"regular": "", "special": "S-", "emergency special": "ES-"}
"""What stands before the number of a session, by its kind."""

_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_WRITTEN = re.compile(
    r"(?P<prefix>ES-|S-|)(?P<first>\d{1,4})(?:[-\u2013](?P<last>\d{1,4}))?", re.ASCII
)
_NAMED = re.compile(r"(?P<prefix>ES-|S-|)(?P<number>\d+)", re.ASCII)
_SYMBOL = re.compile(r"A/RES/(\d+)/", re.ASCII)
_LONGEST = 3  # digits of a number; a year has one more


class Sessions(NamedTuple):
    """Sessions of one kind from a number to a number, both included."""

    kind: str
    first: int
    last: int

    def hold(self, session: str | None) -> bool:
        """Whether a session is one of them; one that was resumed ("ES-10 resumed") is the same."""
        found = _NAMED.match(session.upper()) if session else None
        return (
            found is not None
            and _KINDS[found["prefix"]] == self.kind
            and self.first <= int(found["number"]) <= self.last
        )

    def each(self) -> Iterator[str]:
        """Every one of them as it is called: "74", "ES-11"."""
        return (f"{PREFIXES[self.kind]}{number}" for number in range(self.first, self.last + 1))


def sessions_given(
    given: object, place: str = "--session", *, years: bool = False
) -> tuple[Sessions, ...]:
    """What numbers, ranges and lists of them mean, one or several; nothing for None.

    Where ``years`` count as sessions, their numbers may have four digits. ``place`` is what they
    were given for. Raises BadQuery for what names none.
    """
    return tuple(_meant(word, place, years=years) for word in _words(several(given)))


def _words(given: Iterable[object]) -> Iterator[str]:
    return (word for each in given for word in "".join(str(each).split()).split(","))


def _meant(word: str, place: str, *, years: bool) -> Sessions:
    found = _WRITTEN.fullmatch(word.upper())
    longest = max(len(found["first"]), len(found["last"] or "")) if found else 0
    if found is None or (longest > _LONGEST and not years):
        remedy = "Name them as 79, 74-79 or ES-11, with commas between"
        raise BadQuery(f"{word!r} is no session", place=place, remedy=remedy)
    prefix, first, last = found["prefix"], int(found["first"]), int(found["last"] or found["first"])
    if last < first:
        remedy = f"Write {prefix}{last}-{first}"
        raise BadQuery(f"{word!r} ends before it begins", place=place, remedy=remedy)
    return Sessions(_KINDS[prefix], first, last)


def session_in(symbol: str) -> int | None:
    """The regular session in a symbol of the General Assembly ("A/RES/74/40"); else None."""
    found = _SYMBOL.match(symbol)
    return int(found[1]) if found else None
