"""Members of the United Nations: which there were on a day, and which one a name or code means.

In: the tables "members" and "states". Out: :class:`Member` values, and answers by date. Dates are
ISO 8601 and may be known only to the month or year ("1971-10"): then what holds on any day of it
counts as possible.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from msgspec import Struct, convert
from rapidfuzz import fuzz, process

from counterdraft.lexicon.load import load
from counterdraft.lexicon.states import fold_name, state_names, state_of
from counterdraft.model.dates import first_day, last_day

_ALWAYS = "9999-12-31"
# A name is near one that has as much of its letters in their order, or of its words. Below it
# stands what only looks so: of one that is in no list, such as a territory's, none is near.
_ALIKE, _OF_WORDS = 75, 90


class Period(NamedTuple):
    """Days from ``since`` to the one before ``until``, and why."""

    since: str
    until: str
    why: str


class Member(Struct, frozen=True, kw_only=True):
    """A Member of the United Nations, as one state with one vote.

    ``code`` is ISO 3166-1 alpha-3 where there is one. ``only`` are names, in lower case, that
    sources of votes have for it, and texts for something else. ``away`` are days on which it was
    no Member, ``silent`` those on which it was one and took no part. ``continues`` is the Member
    whose seat it took over, ``succeeds`` are those that were where it is now.
    """

    code: str
    name: str
    since: str
    until: str = _ALWAYS
    also: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    iso2: str | None = None
    iso3: str | None = None
    cow: int | None = None
    also_cow: tuple[int, ...] = ()
    away: tuple[Period, ...] = ()
    silent: tuple[Period, ...] = ()
    continues: str | None = None
    succeeds: tuple[str, ...] = ()
    note: str | None = None

    def on(self, date: str) -> bool:
        """Whether it was a Member on ``date``, or on some day of it where it is a month or year."""
        if not self.since <= last_day(date) or not first_day(date) < self.until:
            return False
        return not any(
            each.since <= first_day(date) and last_day(date) < each.until for each in self.away
        )

    def throughout(self, date: str) -> bool:
        """Whether it was a Member on every day of ``date``."""
        if not self.since <= first_day(date) or not last_day(date) < self.until:
            return False
        return not any(
            each.since <= last_day(date) and first_day(date) < each.until for each in self.away
        )

    def silence(self, date: str) -> str | None:
        """Why it took no part on ``date``, where that is known."""
        return next(
            (p.why for p in self.silent if p.since <= first_day(date) and last_day(date) < p.until),
            None,
        )


@cache
def members() -> dict[str, Member]:
    """Every Member there was, by its code, in the order of the table."""
    found = convert(load("members")["member"], tuple[Member, ...])
    return {each.code: each for each in found}


def members_on(date: str) -> tuple[Member, ...]:
    """The Members on a day; for a month or year those that were so on some day of it."""
    return tuple(each for each in members().values() if each.on(date))


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    """Codes by the name that "states" has, those that have it as their own first."""
    found: dict[str, list[str]] = {}
    for each in members().values():
        found.setdefault(each.name, []).insert(0, each.code)
    for each in members().values():
        for name in each.also:
            found.setdefault(name, []).append(each.code)
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _by_code() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for each in members().values():
        for code in dict.fromkeys((each.code, each.iso3 or each.code, each.iso2)):
            if code:
                found.setdefault(code, []).append(each.code)
    return {code: tuple(codes) for code, codes in found.items()}


@cache
def _by_cow() -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for each in members().values():
        for number in (each.cow, *each.also_cow):
            if number is not None:
                found.setdefault(number, []).append(each.code)
    return {number: tuple(codes) for number, codes in found.items()}


def candidates(name: str) -> tuple[str, ...]:
    """The codes of the Members that a name, an ISO code or a COW number may mean, by date.

    The one that has the name as its own comes first. Empty where nothing is known by it.
    """
    name = " ".join(name.split())
    if name.isdecimal():
        return _by_cow().get(int(name), ())
    if name in _by_code():
        return _with_line(_by_code()[name])
    only = next((each for each in members().values() if name.casefold() in each.only), None)
    if only is not None:
        return (only.code,)
    state = state_of(name)
    return () if state is None else _with_line(_by_name().get(state, ()))


def today_name(name: str) -> str:
    """The name that a Member has now, of one that it alone bore before: "Burma", "Swaziland"."""
    codes = _by_name().get(name, ())
    return members()[codes[0]].name if len(codes) == 1 else name


def continued_by(name: str) -> str | None:
    """The name of the Member that took over the seat of one so named: of the Soviet Union's."""
    codes = _by_name().get(name, ())
    heirs = [each.name for each in members().values() if each.continues in codes]
    return heirs[0] if len(heirs) == 1 and heirs[0] != name else None


def _with_line(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Codes, and those of Members that they continue or that share their name."""
    found = dict.fromkeys(codes)
    for code in codes:
        found.update(dict.fromkeys(_by_name().get(members()[code].name, ())))
    return tuple(found)


def member_of(name: str, date: str | None) -> Member | None:
    """The Member that ``name`` means on ``date``.

    Sources keep a name for a while after the Member has become another: where none of that name
    was a Member, the one Member that followed it is meant; else the first that it can mean, and
    it was none then. None where the name is not known.
    """
    found = [members()[code] for code in candidates(name)]
    if not found:
        return None
    if date is None:
        return found[0]
    named = next((each for each in found if each.on(date)), None)
    return named or _follower(found[0], date) or found[0]


def _follower(member: Member, date: str) -> Member | None:
    """The one Member on ``date`` that continued or succeeded one that was none any more."""
    if not member.until <= first_day(date):
        return None
    after = [each for each in members_on(date) if member.code in (each.continues, *each.succeeds)]
    return after[0] if len(after) == 1 else None


def line_of(code: str) -> tuple[str, ...]:
    """The Members that held one seat one after the other, the oldest first, with ``code``."""
    after = {each.continues: each.code for each in members().values() if each.continues}
    first = code
    while (before := members()[first].continues) is not None:
        first = before
    line = [first]
    while line[-1] in after:
        line.append(after[line[-1]])
    return tuple(line)


def nearest_names(name: str, count: int = 3) -> tuple[str, ...]:
    """The states whose names are nearest to one that is not known; none where none is near."""
    folded = fold_name(name)
    found = process.extract(folded, list(state_names()), scorer=fuzz.WRatio, limit=4 * count)
    names = (
        state_names()[each]
        for each, score, _ in found
        if score >= _OF_WORDS or fuzz.ratio(folded, each) >= _ALIKE
    )
    return tuple(dict.fromkeys(names))[:count]
