"""Groups of Members by date: who belonged to which group on a day.

In: the table "blocs", or a person's own lists in the same form. Out: :class:`Bloc` values. Dates
are ISO 8601 and may be known to the month or year only, as those of ``lexicon.members``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
from msgspec import Struct, convert
from rapidfuzz import fuzz, process

from counterdraft.errors import LexiconError, UnknownBloc, UnknownState
from counterdraft.lexicon.load import load
from counterdraft.lexicon.members import candidates, members, nearest_names
from counterdraft.lexicon.states import fold_name, state_of
from counterdraft.model.dates import last_day
from counterdraft.text.toml_lines import UNREADABLE, syntax_fault

_OWN = "own list"
_NEAR = 60
_CODE = 3  # letters of a code, which people write small too
_ALWAYS = "9999-12-31"


class Bloc(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of Members of the United Nations.

    ``admission`` are members from their own admission, or from ``since``; ``joined`` and ``left``
    have codes by the day. ``known_from`` is the day from which that is good; without it the list
    is that of ``as_of`` for any time. ``differs`` tells where another list has it otherwise.
    """

    code: str
    name: str
    also: tuple[str, ...] = ()
    since: str | None = None
    known_from: str | None = None
    as_of: str | None = None
    precision: str = "day"
    admission: tuple[str, ...] = ()
    joined: Mapping[str, tuple[str, ...]] = {}
    left: Mapping[str, tuple[str, ...]] = {}
    source: str = ""
    note: str | None = None
    differs: str | None = None

    def members_on(self, date: str) -> frozenset[str]:
        """The codes of those in it on a day that were Members of the United Nations then.

        For a month or year, of those that were so on some day of it.
        """
        known, last = members(), last_day(date)
        return frozenset(
            code
            for code, periods in self.periods().items()
            if known[code].on(date) and any(first <= last and date < end for first, end in periods)
        )

    def periods(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """For each code the days [from, to) of its membership, apart from the United Nations'."""
        found: dict[str, list[tuple[str, str]]] = {}
        for date, codes, comes in self._events():
            for code in codes:
                spans = found.setdefault(code, [])
                if comes:
                    spans.append((date, _ALWAYS))
                elif spans:
                    spans[-1] = (spans[-1][0], date)
        return {code: tuple(spans) for code, spans in found.items()}

    def _events(self) -> list[tuple[str, tuple[str, ...], bool]]:
        """What changed when, the oldest first; who leaves does so before others come."""
        events = [(self.since or "", self.admission, True)]
        events += [(date, codes, True) for date, codes in self.joined.items()]
        events += [(date, codes, False) for date, codes in self.left.items()]
        return sorted(events, key=lambda event: (event[0], event[2]))

    @property
    def listed_as_of(self) -> str | None:
        """The year of the list that does for every date, where it is not known by date."""
        return None if self.known_from is not None else self.as_of


@cache
def blocs() -> dict[str, Bloc]:
    """Every group of the table, by its code."""
    return {each.code: each for each in convert(load("blocs")["bloc"], tuple[Bloc, ...])}


@cache
def _names() -> dict[str, str]:
    """Folded names and codes of groups → codes."""
    return {
        fold_name(name): each.code
        for each in blocs().values()
        for name in (each.code, each.name, *each.also)
    }


def bloc_of(name: str) -> Bloc:
    """The group that a person means: by code or name, or an own list "CUB,IRN,Viet Nam".

    A list may name groups and take states away: "WEOG,-USA". Raises UnknownBloc and UnknownState.
    """
    folded = fold_name(name).removeprefix("the ")
    if folded in _names():
        return blocs()[_names()[folded]]
    if "," in name:
        return own_bloc(name)
    near = process.extract(folded, list(_names()), scorer=fuzz.WRatio, limit=3)
    told = dict.fromkeys(blocs()[_names()[key]].code for key, score, _ in near if score >= _NEAR)
    raise UnknownBloc(
        f"{name!r} is no group that is known",
        remedy=f"Near it: {', '.join(told)}" if told else f"Known are {', '.join(blocs())}",
    )


def own_bloc(listed: str) -> Bloc:
    """A group of a person's own out of names and codes with commas between."""
    base: Bloc | None = None
    more: list[str] = []
    taken: dict[str, set[str]] = {}
    for item in (part.strip() for part in listed.split(",")):
        if base is None and not more and fold_name(item) in _names() and not _is_code(item):
            base = blocs()[_names()[fold_name(item)]]
        elif fold_name(item) in _names() and not _is_code(item):
            raise UnknownBloc(
                f"a list has one group, at its head, and {item!r} is another", place=listed,
                remedy="Name its members, or write both into a file",
            )  # fmt: skip
        elif item.startswith("-"):
            taken[item[1:].strip()] = set(codes_of(item[1:].strip()))
        elif item:
            more += codes_of(item)
    fewer = {code for codes in taken.values() for code in codes}
    start = base or Bloc(code=_OWN, name=_OWN, source="as given")
    kept = {code: spans for code, spans in start.periods().items() if code not in fewer}
    _all_there(listed, taken, {*start.periods(), *more})
    joined, left = _as_dates(kept)
    return msgspec.structs.replace(
        start, code=listed, name=listed, also=(), joined=joined, left=left,
        admission=tuple(code for code in dict.fromkeys(more) if code not in fewer),
        since=start.since if not more else None,
    )  # fmt: skip


def _all_there(listed: str, taken: Mapping[str, set[str]], there: set[str]) -> None:
    """Raises UnknownBloc where a state is taken away that never was in the group."""
    strange = [item for item, codes in taken.items() if codes.isdisjoint(there)]
    if strange:
        raise UnknownBloc(
            f"{strange[0]!r} is taken away, and never was in the group", place=listed,
            remedy="Leave it out",
        )  # fmt: skip


def _is_code(name: str) -> bool:
    """Namibia's code is the movement's: at the head of a list the group is meant, if it has one."""
    return name in members() and name not in blocs()


def _as_dates(
    periods: Mapping[str, tuple[tuple[str, str], ...]],
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    joined: dict[str, tuple[str, ...]] = {}
    left: dict[str, tuple[str, ...]] = {}
    for code, spans in periods.items():
        for first, end in spans:
            joined[first] = (*joined.get(first, ()), code)
            if end != _ALWAYS:
                left[end] = (*left.get(end, ()), code)
    return joined, left


def codes_of(name: str) -> tuple[str, ...]:
    """The codes that a state's name or code may mean, by date, its own first.

    Raises UnknownState, whose remedy names what is near.
    """
    found = candidates(name) or (candidates(name.upper()) if len(name) <= _CODE else ())
    if found:
        return found
    if state_of(name):
        words = f"{name!r} is no Member of the United Nations, and has no vote"
        raise UnknownState(words, remedy="Name a Member")
    near = [each for each in nearest_names(name, 6) if candidates(each)][:3]
    raise UnknownState(
        f"{name!r} is no Member of the United Nations that is known",
        remedy=f"Near it: {'; '.join(near)}" if near else "Write its name as the UN does, or ISO",
    )


def blocs_in(text: str, source: str) -> tuple[Bloc, ...]:
    """The groups of a person's own file, in TOML, in the form of the table "blocs".

    Codes and names of states are taken. Raises LexiconError and UnknownState.
    """
    try:
        table = tomllib.loads(text)
        found = convert(table.get("bloc", []), tuple[Bloc, ...])
    except UNREADABLE as error:
        reason, place = syntax_fault(error, text)
        raise LexiconError(reason, source=source, place=place) from None
    except msgspec.ValidationError as error:
        raise LexiconError(str(error), source=source) from None
    if not found:
        raise LexiconError("it has no [[bloc]]", source=source)
    return tuple(map(_with_codes, found))


def _with_codes(bloc: Bloc) -> Bloc:
    return msgspec.structs.replace(
        bloc, admission=tuple(_each_code(bloc.admission)),
        joined={date: tuple(_each_code(names)) for date, names in bloc.joined.items()},
        left={date: tuple(_each_code(names)) for date, names in bloc.left.items()},
    )  # fmt: skip


def _each_code(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from codes_of(name)
