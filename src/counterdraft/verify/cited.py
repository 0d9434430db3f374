"""A place → what it says of the resolutions that it cites: the day of each, and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.adopted import adopted
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import months
from counterdraft.model.resolution import Citation
from counterdraft.model.span import Span
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.mentions import NO_DAY, mentions_in, of_kind

ANOTHER = "another organ"
"""The value of a claim on a number that none of the organ's is that is named with it."""

_REACH = 160  # characters before a number in which its day may be told
_OF_YEAR = re.compile(r"\d{1,4} ?\((?P<year>\d{4})\)")


class Cited(NamedTuple):
    """A resolution as a place cites it: its symbol, and where that stands."""

    symbol: str
    span: Span


def cited_in(citations: Sequence[Citation]) -> tuple[Cited, ...]:
    """The resolutions whose symbols are certain."""
    return tuple(
        Cited(each.symbol, each.span)
        for each in citations
        if each.symbol is not None and each.kind == "resolution"
    )


def years_in(place: Place, citations: Sequence[Citation]) -> Iterator[Claim]:
    """ "1325 (2001)": the year that a place gives to a resolution of the Security Council."""
    for each in citations:
        year = _OF_YEAR.fullmatch(each.text)
        if each.symbol is None and len(each.candidates) == 1 and year:
            meant = each.candidates[0]
            yield Claim(place.id, each.span, "adoption", meant, date=year["year"])


def of_another_organ(place: Place, citations: Sequence[Citation]) -> Iterator[Claim]:
    """ "General Assembly resolution 5/1": by its number it can but be another organ's."""
    for each in citations:
        slash = each.symbol is None and each.kind == "resolution" and "/" in each.text
        if slash and len(each.candidates) == 1:
            meant = each.candidates[0]
            yield Claim(place.id, each.span, "adoption", meant, date=each.date, value=ANOTHER)


def cited_around(place: Place) -> tuple[Cited, ...]:
    """Resolutions of the General Assembly that prose names: "GA resolution 66/157"."""
    found: list[Cited] = []
    for several in _named().finditer(place.text, place.span.start, place.span.end):
        for one in re.finditer(r"\d{1,3}/\d{1,3}", several["numbers"]):
            start = several.start("numbers") + one.start()
            found.append(Cited(f"A/RES/{one[0]}", Span(start, start + len(one[0]))))
    return tuple(found)


def cited_claims(place: Place, cited: Sequence[Cited]) -> Iterator[Claim]:
    """The days and titles that a place gives right behind the number of a resolution.

    One day behind several numbers ("5/1 and 5/2 of 18 June") is, of all but the last, ``shared``.
    """
    for number, each in enumerate(cited):
        dated = _dated().match(place.text, each.span.end, place.span.end)
        at = dated.end() if dated else each.span.end
        if dated is not None:
            several = (*_of_one_series(place, cited[: number + 1]), each)
            yield from _of_a_day(place, several, dated.start("day"), at)
        else:
            yield from _dated_before(place, each)
        titled = _titled().match(place.text, at, place.span.end)
        if titled is not None:
            span = Span(each.span.start, titled.end())
            yield Claim(place.id, span, "title", each.symbol, value=titled["title"])


def _dated_before(place: Place, each: Cited) -> Iterator[Claim]:
    """ "On 23 December 2021, the Assembly adopted its resolution 76/226", told as a fact."""
    begun = max(place.span.start, each.span.start - _REACH)
    lead = place.text[begun : each.span.start]
    found = _adopted_on().search(lead)
    if found is None or not fact_before(lead[: found.start()].lower()):
        return
    start = begun + found.start("day")
    days = of_kind(mentions_in(place.text, start, begun + found.end("day")), "date")
    if days and (len(days[0].value) == len("2014-05-01") or days[0].value == NO_DAY):
        span = Span(start, each.span.end)
        yield Claim(place.id, span, "adoption", each.symbol, date=days[0].value)


def _of_a_day(place: Place, several: Sequence[Cited], start: int, end: int) -> Iterator[Claim]:
    """That all of them are of the day that stands there."""
    days = of_kind(mentions_in(place.text, start, end), "date")
    if days and (len(days[0].value) == len("2014-05-01") or days[0].value == NO_DAY):
        for each in several:
            span, shared = Span(each.span.start, end), each is not several[-1]
            yield Claim(place.id, span, "adoption", each.symbol, date=days[0].value, shared=shared)


def joined(place: Place, cited: Sequence[Cited]) -> Sequence[Cited]:
    """Those that stand in one list before the last of ``cited``."""
    first = len(cited) - 1
    while first and _AND.fullmatch(place.text, cited[first - 1].span.end, cited[first].span.start):
        first -= 1
    return cited[first:-1]


def _of_one_series(place: Place, cited: Sequence[Cited]) -> Sequence[Cited]:
    """Those of the same session or year as the last of ``cited``, in one list with it.

    In "60/1 and 65/1 of 22 September 2010" the day is that of the last alone.
    """
    series = _series(cited[-1].symbol)
    return [each for each in joined(place, cited) if _series(each.symbol) == series]


def _series(symbol: str) -> str:
    """What a symbol has in common with others of its session or year: "A/RES/60/", "S (2013)"."""
    year = _OF_A_YEAR.fullmatch(symbol)
    return "".join(year.groups()) if year else symbol.rpartition("/")[0]


_OF_A_YEAR = re.compile(r"(\w+)/RES/\d+(\(\w+\)).*")
_AND = re.compile(r"(?:,|,?\s+and)\s+")


@cache
def _dated() -> re.Pattern[str]:
    month = alternatives(months())
    known = adopted()
    how = rf"(?:\s+(?:{known.unanimous}|{known.without}))?"
    at = r"(?:\s+at\s+(?:its|the)\s+[\w-]+\s+(?:plenary\s+)?meeting(?:,|\s+held)*)?"
    lead = rf"(?:{known.linked}\s+(?:{known.being}|{known.organs})\s+)?(?:{known.unanimous}\s+)?"
    then = rf"{lead}{known.adopted}(?:\s+by\s+{known.organs})?{how}{at}\s+on"
    return re.compile(rf",?\s+(?:of|{then})\s+(?P<day>\d{{1,2}}\s+(?:{month})\s+\d{{4}})\b")


@cache
def _adopted_on() -> re.Pattern[str]:
    month = alternatives(months())
    known = adopted()
    return re.compile(
        rf"\b[Oo]n\s+(?P<day>\d{{1,2}}\s+(?:{month})\s+\d{{4}}),?\s+{known.organs}\s+"
        rf"(?:{known.unanimous}\s+)?{known.adopted}\s+(?:{known.before}\s+)?"
        rf"{known.resolutions}\s+$"
    )


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf',?\s+{adopted().titled}\s+"(?P<title>[^"]{{3,400}})"')


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"{adopted().assembly}\s+(?i:{adopted().resolutions})\s+"
        r"(?P<numbers>\d{1,3}/\d{1,3}(?:(?:\s+and\s+|,\s+(?:and\s+)?)\d{1,3}/\d{1,3})*)(?![\w/])"
    )
