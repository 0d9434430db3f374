"""A stretch of text → the States, treaties and dates that it names, each with its place.

In: straightened text. Out: :class:`Mention` values in order; none lies in another. Dates are as
precise as they are printed; one without a year has "--05-01", as ISO 8601 wrote it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import months
from counterdraft.lexicon.register_acts import state_forms
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.treaties import treaties
from counterdraft.model.span import Span

NO_DAY = ""
"""The value of a day that there is not: "31 April 2014"."""
MentionKind = Literal["state", "treaty", "date"]
KINDS: tuple[MentionKind, ...] = ("state", "treaty", "date")


class Mention(NamedTuple):
    """What is named, from where to where in the text: a State's name, a treaty's id, a date."""

    kind: MentionKind
    value: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def mentions_in(
    text: str, start: int, end: int, known: Sequence[Mention] = ()
) -> tuple[Mention, ...]:
    """What ``text[start:end]`` names; ``known`` are mentions that are found already."""
    piece = text[start:end]
    found = [
        each._replace(end=_with_own_year(text, each.value, each.end))
        for each in known
        if start <= each.start and each.end <= end
    ]
    for each in (*_treaties(piece), *_dates(piece), *_states(piece), *_nobodys(piece)):
        moved = each._replace(start=each.start + start, end=each.end + start)
        if not any(moved.span.meets(other.span) for other in found):
            found.append(moved)
    return tuple(sorted(found, key=lambda each: each.start))


def _states(text: str) -> Iterator[Mention]:
    for each in find_states(text):
        yield Mention("state", each.name, each.start, each.end)


def _nobodys(text: str) -> Iterator[Mention]:
    """What is called as States are, and is none that is known; what is one was found before."""
    for found in _called_a_state().finditer(text):
        yield Mention("state", found["name"], *found.span())


@cache
def _called_a_state() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Tt]he )?(?P<name>(?:{state_forms()}) [A-Z]\w+)")


def _treaties(text: str) -> Iterator[Mention]:
    lower, table, reach = text.lower(), _by_first_word(), 0
    if len(lower) != len(text):
        return
    for word in _WORD.finditer(lower):
        at = word.start()
        if at < reach or word[0] not in table or lower[max(0, at - 1) : at] in ("-", "/"):
            continue
        name = next((each for each in table[word[0]] if _stands(lower, at, each)), None)
        if name is None or (_is_short(name) and not text[at : at + len(name)].isupper()):
            continue
        treaty = _treaty_ids()[name]
        reach = _with_own_year(text, treaty, at + len(name))
        yield Mention("treaty", treaty, at, reach)


def _stands(lower: str, at: int, name: str) -> bool:
    end = at + len(name)
    return lower.startswith(name, at) and not (lower[end : end + 1].isalnum())


def _is_short(name: str) -> bool:
    """Whether a name is an abbreviation, which counts in capitals alone."""
    return len(name) < _SHORT and " " not in name


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Names of treaties by their first word, the longest first."""
    table: dict[str, list[str]] = {}
    for name in _treaty_ids():
        word = _WORD.match(name)
        if word is not None:
            table.setdefault(word[0], []).append(name)
    return {word: tuple(sorted(some, key=len, reverse=True)) for word, some in table.items()}


def _with_own_year(text: str, treaty: str, end: int) -> int:
    """Where a treaty's name ends, with the year of its adoption that may belong to it."""
    year = _adopted().get(treaty, "")[:4]
    found = re.compile(rf",?\s+(?:of\s+)?\(?{year}\b\)?").match(text, end) if year else None
    return found.end() if found else end


@cache
def _adopted() -> dict[str, str]:
    return {each.id: each.adopted for each in treaties() if each.adopted}


_SHORT = 12
_WORD = re.compile(r"[^\W_]+")


@cache
def _treaty_ids() -> dict[str, str]:
    return {name.casefold(): each.id for each in treaties() for name in (each.name, *each.aliases)}


def _dates(text: str) -> Iterator[Mention]:
    for found in _date_pattern().finditer(text):
        yield Mention("date", _value(found) or NO_DAY, *found.span())


@cache
def _date_pattern() -> re.Pattern[str]:
    month, year = alternatives(months()), r"(?:1[89]|20)\d\d"
    return re.compile(
        rf"""(?<![\w/.,-])(?:
          (?P<d1>\d{{1,2}})(?:\ (?P<m1>{month}))?\ ?(?:to|-|and)\ ?
            (?P<d2>\d{{1,2}})\ (?P<m2>{month})(?:,?\ (?P<y2>{year}))
        | (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<m>{month})(?:,?\ (?P<y>{year}))?
        | (?P<um>{month})\ (?P<ud>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\ (?P<uy>{year}))?(?![\w/])
        | (?P<mm>{month})\ (?P<my>{year})
        | (?P<yy>{year})(?![\w/)-]|\.\d)
        )""",
        re.VERBOSE,
    )


def _value(found: re.Match[str]) -> str | None:
    if found["d2"]:
        last = _day(found["y2"], found["m2"], found["d2"])
        first = _day(found["y2"], found["m1"] or found["m2"], found["d1"])
        return f"{first}/{last}" if first and last and first <= last else None
    if found["mm"]:
        return f"{found['my']}-{months()[found['mm']]:02}"
    if found["yy"]:
        return found["yy"]
    return _day(found["y"] or found["uy"], found["m"] or found["um"], found["d"] or found["ud"])


def _day(year: str | None, month: str, day: str) -> str | None:
    """A day; None for one that there is not; with "-" for a year that is not told."""
    number = months()[month]
    last = monthrange(int(year) if year else 2000, number)[1]
    if not 1 <= int(day) <= last:
        return None
    return f"{year or '-'}-{number:02}-{int(day):02}"


def of_kind(mentions: Iterable[Mention], kind: MentionKind) -> tuple[Mention, ...]:
    """Those of one kind."""
    return tuple(each for each in mentions if each.kind == kind)
