"""The documents that a text in any language cites, as far as no word of it is needed.

In: straightened text, a stretch of it, the hyperlinks of its source. Out: ``Citation`` values: full
symbols as printed, numbers with the year that only the Security Council's have, and numbers
("77/226") whose link says whose they are and is borne out: by the number, and by the year beside it
where it could be another organ's. Another number is left open where it is linked, or in a footnote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from counterdraft.model import Citation, Link, Span
from counterdraft.parse.citations import council_at, documents_at
from counterdraft.parse.numbers import Number, find_numbers

# "https://undocs.org/fr/A/RES/77/226", "…/A/RES/217(III)", "…/A/HRC/DEC/1/102"
_TARGET = re.compile(
    r"/(?P<organ>(?:A|E|A/HRC|E/CN\.4))/(?P<act>RES|DEC)/(?P<n>[\w()/-]+)$",
    re.ASCII | re.IGNORECASE,
)
# "77/226 du 15 décembre 2022", "77/226 от 15 декабря 2022 года", "2022年12月15日第77/226号决议"
_YEAR_AFTER = re.compile(r"(?:(?!\d/)[^;(]){1,45}?(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)", re.ASCII)
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)\d\d)年\d{1,2}月\d{1,2}日第$")
_BEFORE = 16
# The General Assembly counted its first thirty sessions by roman numerals, and beyond a hundred
# resolutions after the first. The Human Rights Council has adopted some sixty a session at most,
# three sessions a year since 2006. Decisions of the Economic and Social Council count from 201.
_LAST_ROMAN, _LAST_COUNCIL = 30, 75
_MOST_A_SESSION, _FIRST_DECISION, _FIRST_ROMAN = 70, 200, 100
_PART = re.compile(r"(?<=\d) ?[A-Z](?:-[A-Z])?(?= ?\()| (?=\()")
_SLASHED = re.compile(r"(?P<first>\d+)/(?P<second>\d+)")


class _Linked(NamedTuple):
    """The document that a link leads to: "A/HRC", "RES", "52/28"."""

    organ: str
    act: str
    number: str

    @property
    def kind(self) -> Literal["resolution", "decision"]:
        """What it is."""
        return "decision" if self.act == "DEC" else "resolution"

    def symbol(self, organ: str) -> str:
        """The symbol that the number has as an organ's."""
        return f"{organ}/{self.act}/{self.number}"

    def possible(self, year: int | None = None) -> list[str]:
        """Whose the number can be, of the year beside it where there is one."""
        slashed = _SLASHED.fullmatch(self.number)
        if slashed is None:
            special = self.number.startswith(("S-", "ES-"))
            first = special or int(self.number.split("(")[0]) >= _FIRST_ROMAN
            return [self.organ] if first else []
        session, count = int(slashed["first"]), int(slashed["second"])
        if self.organ not in _SESSIONS:
            fits = self.act == "DEC" or count < _FIRST_DECISION
            return [self.organ] if fits else []
        known = (each for each in _SESSIONS if _may_be(each, session, count))
        return [each for each in known if year is None or year in _SESSIONS[each](session)]


def find_symbols(
    text: str, span: Span, links: Sequence[Link], *, footnote: bool = False
) -> tuple[Citation, ...]:
    """Every citation in ``span`` of the straightened ``text`` that needs no word to be known."""
    found: list[Citation] = []
    for number in find_numbers(text, span):
        if number.form == "document":
            found += documents_at(text, number, span)
        elif number.form == "council":
            found += council_at(number, None, None)
        else:
            found += _numbered(text, number, links, footnote=footnote)
    return tuple(found)


def _numbered(
    text: str, number: Number, links: Sequence[Link], *, footnote: bool
) -> list[Citation]:
    """A number as its link has it; open where that is not borne out, or there is none."""
    near = [each for each in links if each.span.meets(number.span)]
    linked = [found for each in near if (found := _linked(number, each.target))]
    year = _year_beside(text, number)
    for each in linked:
        if each.possible(year) == [each.organ]:
            return [Citation(each.symbol(each.organ), number.text, each.kind, number.span)]
    kinds = {each.kind for each in linked}
    candidates = dict.fromkeys(each.symbol(organ) for each in linked for organ in each.possible())
    kind = kinds.pop() if kinds else "other"
    loose = Citation(None, number.text, kind, number.span, None, tuple(candidates))
    return [loose] if near or footnote else []


def _year_beside(text: str, number: Number) -> int | None:
    """The year of the date that is printed with a number, after it or, in Chinese, before."""
    found = _YEAR_BEFORE.search(text[max(0, number.start - _BEFORE) : number.start])
    found = found or _YEAR_AFTER.match(text, number.end)
    return int(found["year"]) if found else None


def _linked(number: Number, target: str) -> _Linked | None:
    """What a link leads to, where that has the number which is printed."""
    found = _TARGET.search(target)
    if found is None or found["n"].upper() not in _forms(number):
        return None
    return _Linked(found["organ"].upper(), found["act"].upper(), found["n"].upper())


def _forms(number: Number) -> tuple[str, ...]:
    """A number as symbols have it; Arabic may print it the other way round."""
    plain = _PART.sub("", number.text)
    slashed = _SLASHED.fullmatch(plain)
    return (plain, f"{slashed['second']}/{slashed['first']}") if slashed else (plain,)


def _may_be(organ: str, session: int, count: int) -> bool:
    if organ == "A":
        return session > _LAST_ROMAN
    return session <= _LAST_COUNCIL and count < _MOST_A_SESSION


def _assembly_years(session: int) -> range:
    return range(1945 + session, 1947 + session)


def _council_years(session: int) -> range:
    """Three sessions a year since 2006, with a year on either side for what was put off."""
    return range(2005 + session // 3, 2008 + (session + 2) // 3)


_SESSIONS = {"A": _assembly_years, "A/HRC": _council_years}
