"""A place → what it says of the resolutions that it cites: the day of each, and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import months
from counterdraft.model.resolution import Citation
from counterdraft.model.span import Span
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.mentions import NO_DAY, mentions_in, of_kind

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


def cited_around(place: Place) -> tuple[Cited, ...]:
    """Resolutions of the General Assembly that prose names: "GA resolution 66/157"."""
    found: list[Cited] = []
    for several in _named().finditer(place.text, place.span.start, place.span.end):
        for one in re.finditer(r"\d{1,3}/\d{1,3}", several["numbers"]):
            start = several.start("numbers") + one.start()
            found.append(Cited(f"A/RES/{one[0]}", Span(start, start + len(one[0]))))
    return tuple(found)


def cited_claims(place: Place, cited: Sequence[Cited]) -> Iterator[Claim]:
    """The days and titles that a place gives right behind the number of a resolution."""
    for each in cited:
        dated = _dated().match(place.text, each.span.end, place.span.end)
        at = each.span.end
        if dated is not None:
            at = dated.end()
            days = of_kind(mentions_in(place.text, dated.start("day"), at), "date")
            if days and (len(days[0].value) == len("2014-05-01") or days[0].value == NO_DAY):
                span = Span(each.span.start, at)
                yield Claim(place.id, span, "adoption", each.symbol, date=days[0].value)
        titled = _titled().match(place.text, at, place.span.end)
        if titled is not None:
            span = Span(each.span.start, titled.end())
            yield Claim(place.id, span, "title", each.symbol, value=titled["title"])


@cache
def _dated() -> re.Pattern[str]:
    month = alternatives(months())
    return re.compile(rf"(?:,?\s+(?:of|adopted on))\s+(?P<day>\d{{1,2}}\s+(?:{month})\s+\d{{4}})\b")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(r',?\s+(?:entitled|titled|on)\s+"(?P<title>[^"]{3,400})"')


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:General Assembly|UNGA|GA)\s+[Rr]esolutions?\s+"
        r"(?P<numbers>\d{1,3}/\d{1,3}(?:(?:\s+and\s+|,\s+(?:and\s+)?)\d{1,3}/\d{1,3})*)(?![\w/])"
    )
