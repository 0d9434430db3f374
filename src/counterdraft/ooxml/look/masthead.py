"""What stands at the head of a document of the UN's: from a resolution and its document.

Out: a :class:`Masthead`, each of its fields empty where neither says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.draft.submitted import submitted
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.lexicon.layout import layout
from counterdraft.model import Document, Resolution
from counterdraft.ooxml.look.lines import Style
from counterdraft.ooxml.number_formats import format_number
from counterdraft.wording.sponsors import told_sponsors

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_PRINCIPAL = {"A": "General Assembly", "S": "Security Council", "E": "Economic and Social Council"}
_NUMBER = re.compile(r"A/(?:HRC/)?RES/(?P<number>(?:E?S-)?\d+/\d+(?: [A-Z](?:-[A-Z])?)?)")
_COUNCIL = re.compile(r"S/RES/(?P<number>\d+) ?\((?P<year>\d{4})\)")
_ITEM = re.compile(r"(?:Agenda )?[Ii]tems? [\d(][\d (),a-z]*?(?P<rest> [A-Z].*)?")
_ORIGINAL = re.compile(r"(?:.*\s)?(?P<line>Original: [A-Z]\w+)")
_HEAD_LINES = 40
_SUBJECT_LENGTH = 420


class Masthead(NamedTuple):
    """``distribution`` are the lines under the symbol; ``lines`` those below, each in its style.

    ``number`` stands before the title ("79/181.").
    """

    organ: str = ""
    symbol: str = ""
    distribution: tuple[str, str, str] = ("", "", "")
    lines: tuple[tuple[Style, str], ...] = ()
    number: str = ""


def masthead(resolution: Resolution, document: Document) -> Masthead:
    """The masthead of a resolution; what of it is English words stands over no other language."""
    symbol, adopted = resolution.symbol or "", resolution.kind == "resolution"
    number = _NUMBER.fullmatch(symbol)
    before_title = f"{number['number']}." if number and adopted else ""
    if resolution.language != ENGLISH:
        return Masthead(symbol=symbol, number=before_title)
    organ = _PRINCIPAL.get(symbol.partition("/")[0], resolution.organ or "")
    head = [
        block.span.of(document.text)
        for block in document.blocks
        if block.span.end <= resolution.span.start
    ][-_HEAD_LINES:]
    original = next((m["line"] for line in head if (m := _ORIGINAL.fullmatch(line))), "")
    return Masthead(
        organ=organ,
        symbol=symbol,
        distribution=(
            ("Distr.: General" if adopted else "Distr.: Limited") if symbol else "",
            "" if adopted else _day(resolution.date),
            original,
        ),
        lines=tuple(
            (style, line) for style, line in _lines(resolution, document, head, organ) if line
        ),
        number=before_title,
    )


def _lines(
    resolution: Resolution, document: Document, head: list[str], organ: str
) -> Iterator[tuple[Style, str]]:
    yield "Session", _session(resolution)
    council = resolution.organ if resolution.organ != organ else ""
    committee = resolution.committee if resolution.kind != "resolution" else None
    yield "Committee", committee or council or ""
    if resolution.agenda_item:
        yield "AgendaItem", f"Agenda item {resolution.agenda_item}"
        yield "AgendaSubject", _subject(head, resolution)
    if resolution.kind == "resolution":
        yield from _adopted(resolution)
    elif resolution.kind == "draft":
        yield "Sponsors", submitted(resolution, document) or _sponsors(resolution)


def _session(resolution: Resolution) -> str:
    if resolution.session is None:
        return ""
    kind = resolution.session_kind or "regular"
    words = format_number(resolution.session, "ordinalText")
    if resolution.session > 99:
        words = format_number(resolution.session, "ordinal")
    return f"{words} session" if kind == "regular" else f"{words} {kind} session"


def _adopted(resolution: Resolution) -> Iterator[tuple[Style, str]]:
    """What an adopted text says of its adoption; who sponsored the draft it does not say."""
    council = _COUNCIL.fullmatch(resolution.symbol or "")
    day = _day(resolution.date)
    if council:
        yield "Adopted", f"Resolution {council['number']} ({council['year']})"
        yield "Session", f"Adopted by the Security Council on {day}" if day else ""
    elif resolution.organ:
        on = f" on {day}" if day else ""
        yield "Adopted", f"Resolution adopted by the {resolution.organ}{on}"
        if resolution.committee:
            yield "Session", f"[on the report of the {resolution.committee}]"


def _sponsors(resolution: Resolution) -> str:
    if not resolution.sponsors:
        return "Draft resolution" if resolution.symbol else ""
    return f"{_listed(told_sponsors(resolution))}: draft resolution"


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _subject(head: list[str], resolution: Resolution) -> str:
    """The title of the agenda item, as the document has it."""
    for line, following in zip(head, [*head[1:], ""], strict=False):
        found = _ITEM.fullmatch(line)
        if found is None:
            continue
        words = (found["rest"] or following).strip()
        strange = layout().masthead.match(words) or words.endswith((",", ":", ";"))
        if words == resolution.title or strange or ": draft" in words:
            return ""
        return words if len(words) < _SUBJECT_LENGTH else ""
    return ""


def _day(date: str | None) -> str:
    """ "29 October 2026" for 2026-10-29, "October 2026" for 2026-10."""
    parts = (date or "").split("-")
    if not parts[0] or not all(part.isdecimal() for part in parts):
        return ""
    month = _MONTHS[int(parts[1]) - 1] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else ""
    day = str(int(parts[2])) if len(parts) > 2 else ""
    return " ".join(part for part in (day, month, parts[0]) if part)
