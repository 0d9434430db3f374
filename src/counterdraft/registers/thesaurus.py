"""The UNBIS thesaurus as JSON → its concepts, each an entry.

``{"topics": [{"identifier": "1002866", "labels": {"en": "HUNGER", …}, "url": …}, …]}``: what else
stands there is passed over, and so are labels in other languages, in which no text is covered.
"""

from __future__ import annotations

import re

import msgspec
from msgspec import Struct

from counterdraft.errors import (
    DamagedSource,
    EmptySource,
    ReadError,
    SourceTooLarge,
    UnsupportedSource,
)
from counterdraft.model.register import Entry
from counterdraft.registers.taken import Taken
from counterdraft.wording.english import counted

KIND = "unbis"
NAME = "UNBIS thesaurus"
LARGEST = 30_000_000  # bytes; that of 2024 has 4 million
_LONGEST = 200  # characters of a term
_IDENTIFIER = re.compile(r"\w{1,40}")  # "1003004"; of late "c_492f508f"
_MARK = b"\xef\xbb\xbf"
_PATH = re.compile(r" - at `\$\.?(.*?)`$")


class _Topic(Struct):
    identifier: str
    labels: dict[str, str]
    url: str = ""


class _Thesaurus(Struct):
    topics: list[_Topic]


def is_json(data: bytes) -> bool:
    """Whether ``data`` begins as JSON does."""
    return data.removeprefix(_MARK).lstrip()[:1] in (b"{", b"[")


def of_thesaurus(data: bytes, source: str, as_of: str | None = None) -> Taken:
    """The concepts of a thesaurus; ``as_of`` is the day that the file was kept to.

    Raises SourceTooLarge, DamagedSource where it is no JSON, UnsupportedSource where it is of
    another shape, EmptySource where no term is in English.
    """
    if len(data) > LARGEST:
        reason = f"it is larger than the {LARGEST // 1_000_000} MB of JSON that are read"
        raise SourceTooLarge(reason, source=source, remedy="Name the thesaurus alone")
    try:
        topics = msgspec.json.decode(data.removeprefix(_MARK), type=_Thesaurus).topics
    except msgspec.ValidationError as error:
        raise _other(source, _place(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = f"it begins as JSON does, and is none: {_fault(error)}"
        raise DamagedSource(reason, source=source, remedy="Fetch it again") from None
    entries = tuple(_entry(each, as_of) for each in topics if _is_sound(each))
    if not entries:
        reason = "none of its topics has a term in English"
        raise EmptySource(reason, source=source, remedy="Fetch it again")
    return Taken(KIND, NAME, entries, _left_out(len(topics) - len(entries), source))


def _term(topic: _Topic) -> str:
    return " ".join(topic.labels.get("en", "").split()).upper()


def _is_sound(topic: _Topic) -> bool:
    term = _term(topic)
    return bool(_IDENTIFIER.fullmatch(topic.identifier) and term) and len(term) <= _LONGEST


def _entry(topic: _Topic, as_of: str | None) -> Entry:
    return Entry(
        register=NAME, act="concept", subject=_term(topic), value=topic.identifier,
        source=topic.url or NAME, as_of=as_of,
    )  # fmt: skip


def _left_out(number: int, source: str) -> tuple[ReadError, ...]:
    if not number:
        return ()
    reason = f"{counted(number, 'topic')} without a term in English or an identifier: left out"
    return (DamagedSource(reason, source=source, remedy="Fetch it again"),)


def _fault(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "what is in it stands too deep in each other"
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)


def _place(message: str) -> str:
    """Where it is of another shape, counted from 1: "topics.3.labels"; empty for the whole."""
    path = _PATH.search(message)
    lacking = re.search(r"required field `(\w+)`", message)
    parts = re.findall(r"\w+", path[1] if path else "") + ([lacking[1]] if lacking else [])
    return ".".join(str(int(part) + 1) if part.isdigit() else part for part in parts)


def _other(source: str, place: str) -> UnsupportedSource:
    remedy = "See docs/registers.md for the kinds that are read"
    reason = "it is JSON, and not as a thesaurus is written"
    if place == "topics":  # of another matter altogether
        reason, place = "it is JSON, and no thesaurus: it has no topics", ""
    return UnsupportedSource(reason, source=source, place=place, remedy=remedy)
