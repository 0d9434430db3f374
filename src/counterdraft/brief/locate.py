"""Where a document says what its header is read to say.

In: a document and a resolution found in it. Out: for each field of the header, the words
that state it, nearest before the first paragraph; a field whose words are not found (it was
concluded from another, or stands in the file's own data) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterdraft.lexicon.dates import ordinal_words
from counterdraft.model import Document, Resolution, Span
from counterdraft.text.straight import straighten
from counterdraft.wording.english import MONTHS

REACH = 50_000  # how far before the first paragraph a header is looked for
CLOSING = 400  # how far after the last paragraph the date of adoption may stand


def locate(document: Document, resolution: Resolution) -> dict[str, Span]:
    """The words that state each field, by the field's name."""
    found: dict[str, Span] = {}
    first = resolution.paragraphs[0].span.start if resolution.paragraphs else resolution.span.end
    head = Span(max(0, first - REACH), first)
    for field, wordings in _wordings(resolution):
        span = _last(document.text, head, wordings)
        if span:
            found[field] = span
    if "date" not in found and resolution.date:
        span = _first(document.text, _tail(resolution), _dates(resolution.date))
        if span:
            found["date"] = span
    return found


def _tail(resolution: Resolution) -> Span:
    last = max((p.span.end for p in resolution.paragraphs), default=resolution.span.end)
    return Span(last, last + CLOSING)


def _wordings(resolution: Resolution) -> Iterator[tuple[str, list[str]]]:
    """Each field with the ways in which a text may say it."""
    plain = {
        "title": resolution.title,
        "formula": resolution.formula,
        "symbol": resolution.symbol,
        "committee": resolution.committee,
        "draft_symbol": resolution.draft_symbol,
    }
    yield from ((field, [value]) for field, value in plain.items() if value)
    if resolution.agenda_item:
        yield "agenda_item", [f"item {resolution.agenda_item}", f"items {resolution.agenda_item}"]
    if resolution.session:
        yield "session", _sessions(resolution.session)
    if resolution.date:
        yield "date", _dates(resolution.date)
    if resolution.sponsors:
        speakers = [each.state for each in resolution.speakers]
        yield "sponsors", [*resolution.sponsors, *speakers]


def _sessions(number: int) -> list[str]:
    return [f"{ordinal_word(number)} session", f"{ordinal_word(number)} special session"]


def ordinal_word(number: int) -> str:
    """ "eighty-first"; the number itself where the lexicon has no word for it."""
    return ordinal_words().get(number, str(number))


def _dates(iso: str) -> list[str]:
    year, *rest = iso.split("-")
    if len(rest) < 2:
        return [iso]
    month, day = MONTHS[int(rest[0]) - 1], int(rest[1])
    return [f"{day} {month} {year}", f"{month} {day}, {year}", iso]


def _pattern(wordings: list[str]) -> re.Pattern[str]:
    ways = "|".join(
        r"\s+".join(map(re.escape, straighten(way).split())) for way in wordings if way.strip()
    )
    return re.compile(rf"(?<![\w/])(?:{ways})(?![\w/])", re.IGNORECASE)


def _last(text: str, zone: Span, wordings: list[str]) -> Span | None:
    every = list(_pattern(wordings).finditer(straighten(zone.of(text))))
    return _shifted(every[-1], zone) if every else None


def _first(text: str, zone: Span, wordings: list[str]) -> Span | None:
    return _shifted(_pattern(wordings).search(straighten(zone.of(text))), zone)


def _shifted(found: re.Match[str] | None, zone: Span) -> Span | None:
    return Span(zone.start + found.start(), zone.start + found.end()) if found else None
