"""A file ``dossier.toml`` → what is written in it, typed; what is wrong is told by line and key."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import msgspec
from msgspec import Struct

from counterdraft.disk.hand_written import hand_written
from counterdraft.errors import DossierError, ReadError, SourceNotFound
from counterdraft.text import toml_lines
from counterdraft.wording.english import listed


class EventEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the case, as written."""

    date: str
    what: str
    source: str = ""


class Written(Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written; every key of it."""

    drafts: tuple[str, ...] = ()
    title: str = ""
    part: int | None = None
    rival: str | None = None
    rival_part: int | None = None
    previous: str | None = None
    previous_part: int | None = None
    sponsors: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    corpus: str | None = None
    series: str | None = None
    notes: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    dates: dict[str, str] = {}
    events: tuple[EventEntry, ...] = ()


class Text(NamedTuple):
    """A dossier's file, as text."""

    path: Path
    words: str

    def fail(self, reason: str, path: toml_lines.Path, remedy: str) -> NoReturn:
        """Say what is wrong with a key. Raises DossierError."""
        raise self.fault(reason, path, remedy)

    def fault(self, reason: str, path: toml_lines.Path, remedy: str) -> DossierError:
        """What is wrong with a key, to be told."""
        place = toml_lines.place_of(self.words, path)
        return DossierError(reason, source=str(self.path), place=place, remedy=remedy)


def text_of(path: Path) -> Text:
    """Read it. Raises DossierError."""
    try:
        return Text(path, hand_written(path))
    except ReadError as error:
        absent = isinstance(error, SourceNotFound)
        remedy = "Name a dossier, or make one with counterdraft dossier init"
        raise DossierError(
            error.reason, source=str(path), remedy=remedy if absent else error.remedy
        ) from None


def written(text: Text) -> Written:
    """What is written in it. Raises DossierError, with the line and the key."""
    try:
        raw = tomllib.loads(text.words)
    except toml_lines.UNREADABLE as error:
        reason, place = toml_lines.syntax_fault(error, text.words)
        raise DossierError(
            reason, source=str(text.path), place=place,
            remedy="Quote words, and begin what is to be ignored with #",
        ) from None  # fmt: skip
    _check_keys(text, raw)
    try:
        return msgspec.convert(_days(text, _plain(raw)), Written)
    except msgspec.ValidationError as error:
        _mistyped(text, str(error))


def _check_keys(text: Text, raw: dict[str, Any]) -> None:
    known = list(Written.__struct_fields__)
    for key in raw:
        if key not in known:
            _unknown(text, (key,), known)
    events = raw.get("events", ())
    for number, entry in enumerate(events if isinstance(events, list) else ()):
        for key in entry if isinstance(entry, dict) else ():
            if key not in EventEntry.__struct_fields__:
                _unknown(text, ("events", number, key), list(EventEntry.__struct_fields__))


def _days(text: Text, raw: dict[str, Any]) -> dict[str, Any]:
    """The same, where every day is words or a date: of this table the types name no key."""
    dates = raw.get("dates", {})
    for key, value in dates.items() if isinstance(dates, dict) else ():
        if not isinstance(value, str):
            text.fail(
                "it is no day",
                ("dates", key),
                'Write it as 2026-10-16, or in quotes: "2026-10", "2026"',
            )
    return raw


def _unknown(text: Text, path: toml_lines.Path, known: Sequence[str]) -> NoReturn:
    near = get_close_matches(str(path[-1]), known, 1)
    remedy = f"Did you mean {near[0]}?" if near else f"Keys are {listed(known)}"
    text.fail("there is no such key", path, remedy)


def _mistyped(text: Text, message: str) -> NoReturn:
    """What msgspec says, as a dossier's reader would: which key, and what is wanted there."""
    reason, _, where = message.partition(" - at ")
    path = tuple(
        int(part) if part.isdigit() else part for part in re.findall(r"\w[\w-]*", where.strip("`$"))
    )
    if found := re.match(r"Object missing required field `(\w+)`", reason):
        text.fail(f"it has no {found[1]}", path, f"Say {found[1]} = …")
    wanted = toml_lines.wanted_said(reason) or "it should be something else"
    text.fail(wanted, path, "Write it so")


def _plain(value: Any) -> Any:
    """Dates of TOML as they are written, all else as it is."""
    match value:
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case _:
            return value
