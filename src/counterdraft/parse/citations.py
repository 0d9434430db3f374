"""The documents that a text cites by number or symbol, each in the UN's full form.

In: straightened text, a stretch of it, the organ whose text it is. Out: ``Citation``
values. A number becomes a symbol only where the text settles whose it is: by the
organ named beside it, by the form of the number, by the date that goes with it; else
``symbol`` is None and the candidates are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec.structs import replace

from counterdraft.lexicon.organs import Organ, council_year, council_years
from counterdraft.model import Citation, Span
from counterdraft.parse.dates import day_pattern, iso, month_pattern
from counterdraft.parse.numbers import Head, Number, find_heads, find_numbers, head_of
from counterdraft.parse.owners import FOREIGN, Claim, owner_beside, settle, shape_of
from counterdraft.text.straight import shaped

_DIGITS = re.compile(r"\d+")
_SLASHED = re.compile(r"((?:E?S-)?\d+/\d+) ?")
_SERIES_SPLIT = re.compile(r"\s*,\s*|\s+and\s+|\s+to\s+|-")
_SERIES_RANGE = re.compile(r" to |[A-Z]-[A-Z]")
_DATE_GAP = r"(?:,? ?(?:of|on|dated|adopted on|adopted unanimously on|entitled [^;]{1,200} of))? ?"
_DATE_WITHIN = 240
_DATED_BEFORE = 220
_STATEMENT = "S/PRST/"
_LIST_GAP = re.compile(r",? (?:and )?|,|, as well as | and ")
_JOINED_SYMBOLS = re.compile(r"-(?=(?:A|S|E)/)")
# "and Add.1 and 2": the second number is another addendum's.
_MORE_NUMBERS = re.compile(r"(?:,| and|, and) (\d{1,2})(?![\w/(-]| \(| [A-Z][a-z]+ \d)")
_MORE = re.compile(r"(?:,| and|, and) ((?:Add|Corr|Rev)\.\d+(?:/(?:Add|Corr|Rev)\.\d+)*)")
_BLANK = re.compile(r" (?=\()")
_RESOLUTION = re.compile(r"(?:A|S|E|A/HRC|E/CN\.4)/RES/")
_DECISION = re.compile(r"(?:A|E|A/HRC)/DEC/")
# The letter of a part, before the session: "A/RES/217 A (III)".
_PART = re.compile(r"(?<=\d)(?: ?[A-Z])(?=\()")
_OTHER_NAME = "Human Rights Council"
_OTHER_WITHIN = 200
_JOINT = re.compile(r"(?:\b(?:and|or)|,)(?: the)? ?$")


def find_citations(
    text: str, span: Span, organ: Organ | None = None, *, footnote: bool = False
) -> tuple[Citation, ...]:
    """Every citation in ``span`` of the straightened ``text`` of ``organ``, in order.

    In a footnote a number needs no noun before it ("See 60/251").
    """
    if shaped(text).find("0", span.start, span.end) < 0:
        return ()
    numbers = find_numbers(text, span)
    bare = _may_be_bare(text, span, organ)
    if not numbers and not bare:
        return ()
    heads = find_heads(text, span if bare else _governing(numbers, span))
    default = Head(span.start, span.start, "resolution", None, False) if footnote else None
    found: list[Citation] = []
    before = span.start
    for number in numbers:
        head = head_of(text, number, heads, before, default)
        found += _cite(text, number, head, organ, span)
        before = number.end
    if bare:
        found += _bare(text, heads, organ, span)
    if not found:
        return ()
    found.sort(key=_place)
    return tuple(_dated_lists(text, _share_dates(text, _distinct(found))))


def _governing(numbers: list[Number], span: Span) -> Span:
    """Where nouns stand that govern any of the numbers: before the last that needs one.

    The first character of that number tells whether the noun before it ends there.
    """
    last = max((each.start for each in numbers if each.form != "document"), default=span.start - 1)
    return Span(span.start, last + 1)


def _place(citation: Citation) -> Span:
    return citation.span


def _cite(
    text: str, number: Number, head: Head | None, organ: Organ | None, span: Span
) -> list[Citation]:
    """What one number cites: nothing, one document, or the parts of a series."""
    if number.form == "document":
        return documents_at(text, number, span)
    date = _date_after(text, number.end, span.end)
    if number.form == "council":
        return council_at(number, date, head)
    if head is None or (head.stranger and head.kind == "other"):
        return []
    own = None if head.stranger else owner_beside(text, number, span, head)
    owner = None if head.stranger else own or head.owner
    if head.stranger or owner is FOREIGN:
        return [Citation(None, number.text, "other", number.span, date)]
    base, letters = _split_series(number)
    shape, doubtful = shape_of(base, number.form), _other_named(text, span, head)
    beside = own is not None or (number.start - head.end <= 1 and not _is_joint(text, span, head))
    return _numbered(
        number, head, letters, Claim(base, shape, owner, organ, date, doubtful, beside)
    )


def _is_joint(text: str, span: Span, head: Head) -> bool:
    """Whether another stands before the organ: "General Assembly and Security Council"."""
    return bool(_JOINT.search(text[max(span.start, head.start - len(" and the ")) : head.start]))


def _other_named(text: str, span: Span, head: Head) -> bool:
    """ "the Human Rights Council, pursuant to resolutions 34/24 and 40/20": may be either's."""
    reach = max(span.start, head.start - _OTHER_WITHIN)
    return text.find(_OTHER_NAME, reach, head.start) >= 0 and not text.endswith(
        "its ", 0, head.start
    )


# -- numbers


def council_at(number: Number, date: str | None, head: Head | None) -> list[Citation]:
    """ "1718 (2006)": a Security Council resolution where the number fits the year.

    Where it is called a resolution and does not fit, it stays open: the year, or the number, is
    another. The last year that is known may have more than is known.
    """
    n, year = map(int, _DIGITS.findall(number.text))
    known = council_years()
    if n not in known.get(year, ()):
        real, last = council_year(n), max(known)
        if head is None or head.kind != "resolution" or (real is None and year < last):
            return []
        if real is not None:
            meant = (f"S/RES/{n}({real})",)
            return [Citation(None, number.text, "resolution", number.span, date, meant)]
    return [Citation(f"S/RES/{n}({year})", number.text, "resolution", number.span, date)]


def _numbered(number: Number, head: Head, letters: list[str], claim: Claim) -> list[Citation]:
    kind: Literal["resolution", "decision"] = (
        "decision" if head.kind == "decision" else "resolution"
    )
    whose = settle(claim)
    if len(whose) != 1:
        candidates = tuple(s for each in whose for s in [_symbol(each, kind, claim.base)] if s)
        # What is named as one of the UN's organs' is still called so, whosever it is.
        foreign = FOREIGN in whose and not claim.contradicted
        unsettled = "other" if foreign else kind
        return [Citation(None, number.text, unsettled, number.span, claim.date, candidates)]
    bases = [f"{claim.base} {letter}" for letter in letters] or [claim.base]
    made = [_symbol(whose[0], kind, base) for base in bases]
    return [Citation(s, number.text, kind, number.span, claim.date) for s in made if s]


def _symbol(organ: Organ, kind: str, number: str) -> str | None:
    template = organ.decision if kind == "decision" else organ.resolution
    return template.format(n=number) if template else None


def _split_series(number: Number) -> tuple[str, list[str]]:
    """ "75/253 A and B" → ("75/253", ["A", "B"]); "217 A (III)" → ("217(III)", [])."""
    if number.form == "roman":
        return _DIGITS.findall(number.text)[0] + number.text[number.text.index("(") :], []
    _, base, series = _SLASHED.split(number.text, maxsplit=1)
    letters = [each for each in _SERIES_SPLIT.split(series) if each]
    if len(letters) == 2 and _SERIES_RANGE.search(series):
        letters = [chr(c) for c in range(ord(letters[0]), ord(letters[1]) + 1)]
    return base, letters


def _bare(text: str, heads: list[Head], organ: Organ | None, span: Span) -> list[Citation]:
    """ "resolution 1540": the Council's, whose one series of numbers gives the year."""
    found: list[Citation] = []
    for head in heads:
        council = head.owner or (None if head.stranger else organ)
        if head.kind == "resolution" and council is not None and council.id == "security_council":
            match = _bare_list().match(text, head.end, span.end)
            found += _in_bare_list(match) if match else ()
    return found


def _in_bare_list(match: re.Match[str]) -> Iterator[Citation]:
    for each in _bare_number().finditer(match[1]):
        number, year = each["number"], council_year(int(each["number"]))
        if year is not None:
            at = Span(match.start(1) + each.start(), match.start(1) + each.end("number"))
            date = iso(each["year"], each["month"], each["day"])
            yield Citation(f"S/RES/{number}({year})", number, "resolution", at, date)


@cache
def _bare_number() -> re.Pattern[str]:
    """A number, and the day that may go with it: "1320 of 15 September 2000"; no day's number."""
    return re.compile(
        rf"\b(?P<number>\d{{2,4}})\b(?! (?:{month_pattern()})\b)(?: of {day_pattern()})?"
    )


@cache
def _bare_list() -> re.Pattern[str]:
    """ "resolutions 1540 and 1810": not what goes on as another number, and no sum of money."""
    one = re.sub(r"\?P<\w+>", "?:", _bare_number().pattern)
    return re.compile(
        rf" ({one}(?:(?:, and |, | and ){one})*)"
        r"(?! ?\(|[\w/,.]\d|-\d| per| dollars| of the Committee)\b"
    )


def _may_be_bare(text: str, span: Span, organ: Organ | None) -> bool:
    """Whether a Council resolution may be cited without its year ("resolution 1540")."""
    if organ is not None and organ.id == "security_council":
        return text.find("esolution", span.start, span.end) >= 0
    council = text.find("Council ", span.start, span.end) >= 0
    return (council or text.find("UNSC", span.start, span.end) >= 0) and (
        text.find("esolution", span.start, span.end) >= 0
    )


# -- symbols


def documents_at(text: str, number: Number, span: Span) -> list[Citation]:
    """A symbol as printed, its parts where two are joined, and what "and Add.1" adds."""
    date = _date_around(text, number, span)
    found: list[Citation] = []
    at = number.start
    for part in _JOINED_SYMBOLS.split(number.text):
        symbol = part.rstrip(".")
        found.append(_document(symbol, Span(at, at + len(symbol)), date))
        at += len(part) + 1
    end = number.end
    kind = ""
    while match := _MORE.match(text, end, span.end) or (
        _MORE_NUMBERS.match(text, end, span.end) if kind else None
    ):
        place, printed = Span(*match.span(1)), match[1]
        suffix = printed if printed[0].isalpha() else kind + printed
        kind = suffix.rpartition(".")[0] + "."
        found.append(Citation(f"{found[0].symbol}/{suffix}", printed, "document", place))
        end = match.end()
    return found


def _document(symbol: str, span: Span, date: str | None) -> Citation:
    full = _BLANK.sub("", symbol)
    if _RESOLUTION.match(full):
        return Citation(_PART.sub("", full), symbol, "resolution", span, date)
    if _DECISION.match(full):
        return Citation(full, symbol, "decision", span, date)
    return Citation(full, symbol, "document", span, date)


# -- dates


def _date_after(text: str, at: int, end: int) -> str | None:
    """The date printed right after a number, or after the title that stands between."""
    match = _date_pattern().match(text, at, min(end, at + _DATE_WITHIN))
    return iso(match["year"], match["month"], match["day"]) if match else None


def _date_around(text: str, number: Number, span: Span) -> str | None:
    """The date before a symbol ("the letter dated 5 May 2024 … (S/2024/1)"), else after it."""
    reach = max(span.start, number.start - _DATED_BEFORE)
    before = _dated_before().search(text, reach, number.start)
    if before:
        return iso(before["year"], before["month"], before["day"])
    return _date_after(text, number.end, span.end)


@cache
def _date_pattern() -> re.Pattern[str]:
    return re.compile(_DATE_GAP + day_pattern())


@cache
def _dated_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:of|dated) {day_pattern()}(?: (?:addressed )?[^;()]{{0,160}})? ?\(?$")


@cache
def _listed_after() -> re.Pattern[str]:
    """ "), 21 March 2012 (": what stands between a symbol and the next of a list of dated ones."""
    joint = r"(?:[,;] ?|,? and |,? or |,? as well as )(?:(?:of|on|dated) )?"
    return re.compile(rf"\)?{joint}{day_pattern()},? ?\(?")


@cache
def _stated() -> re.Pattern[str]:
    """ "the statement by its President on 3 May 2001 (": issued as of the day it was made on."""
    return re.compile(rf"(?<![\d/]){day_pattern()},? ?\($")


def _dated_lists(text: str, found: list[Citation]) -> Iterator[Citation]:
    """ "statements of 3 August 2011 (S/PRST/2011/16), 21 March 2012 (S/PRST/2012/6)".

    The day before each symbol is that one's where the first of the list is dated so: else it may
    be that of a meeting or an agreement on which the document is.
    """
    before: Citation | None = None
    for each in found:
        if not each.date and each.kind == "document" and (day := _own_day(text, before, each)):
            each = replace(each, date=day)
        # "(S/2005/57 and Add.1)": the list goes on behind the addendum.
        if not (before and before.date and _adds_to(before, each)):
            before = each
        else:
            before = replace(before, span=each.span)
        yield each


def _adds_to(before: Citation, each: Citation) -> bool:
    return not each.date and (each.symbol or "").startswith(f"{before.symbol}/")


def _own_day(text: str, before: Citation | None, each: Citation) -> str | None:
    start, day = each.span.start, None
    if before is not None and before.date and before.kind == "document":
        day = _listed_after().fullmatch(text, before.span.end, start)
    if day is None and (each.symbol or "").startswith(_STATEMENT):
        day = _stated().search(text, max(0, start - _DATED_BEFORE), start)
    return iso(day["year"], day["month"], day["day"]) if day else None


# -- all together


def _distinct(found: list[Citation]) -> list[Citation]:
    """Without what lies inside of another citation."""
    kept: list[Citation] = []
    for citation in found:
        if kept and citation.span.start < kept[-1].span.end and citation.span != kept[-1].span:
            continue
        kept.append(citation)
    return kept


def _share_dates(text: str, found: list[Citation]) -> list[Citation]:
    """ "resolutions 5/1 and 5/2 of 18 June 2007": the date is both resolutions'."""
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        if other.date and not one.date and _listed(text, one, other):
            found[i] = Citation(one.symbol, one.text, one.kind, one.span, other.date)
    return found


def _listed(text: str, one: Citation, other: Citation) -> bool:
    """Whether two citations are of one kind and session, and one follows the other in a list."""
    if one.kind != other.kind or one.kind == "document" or not one.symbol or not other.symbol:
        return False
    if "(" in one.symbol or one.symbol.rpartition("/")[0] != other.symbol.rpartition("/")[0]:
        return False
    between = text[one.span.end : other.span.start]
    return one.span == other.span or bool(_LIST_GAP.fullmatch(between))
