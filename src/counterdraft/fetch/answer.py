"""The bytes of an answer as they come in → the document's, within a limit.

The limit holds for what is sent and for what it unpacks to, while it comes in: a small
answer that unpacks to a huge one is never held in memory.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from counterdraft.errors import BadAnswer, SourceTooLarge
from counterdraft.fetch.addresses import Hop

Say = Callable[[str], None]
"""Tells the person, on one line, what goes on."""

_GZIP = 16 + zlib.MAX_WBITS
_WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_MEDIA_TYPE = re.compile(rf"\s*({_WORD}/{_WORD})\s*(?:;|$)")
_CHARSET = re.compile(rf""";\s*charset\s*=\s*"?({_WORD})"?\s*(?:;|$)""", re.IGNORECASE)
_UNKNOWN = "application/octet-stream"


class Answer(NamedTuple):
    """What a server answered: the headers' names are in lower case, the data unpacked."""

    status: int
    headers: Mapping[str, str]
    data: bytes = b""


class Kept(NamedTuple):
    """An answer, whether it is a copy from the cache, and whether the server confirmed it."""

    answer: Answer
    from_cache: bool = False
    validated: bool = False


def whole_body(
    hop: Hop, headers: Mapping[str, str], chunks: Iterable[bytes], largest: int
) -> bytes:
    """The document in ``chunks``. Raises SourceTooLarge, and BadAnswer for what is not sound."""
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > largest:
        raise too_large(hop, largest, int(length))
    coding = headers.get("content-encoding", "identity").strip().lower()
    limited = _limited(hop, chunks, largest)
    if coding in {"gzip", "x-gzip"}:
        limited = _limited(hop, _unpacked(hop, limited), largest)
    elif coding not in {"", "identity"}:
        raise hop.error(BadAnswer, f"it is coded as {coding!r}, unasked", "Try again later")
    return b"".join(limited)


def too_large(
    hop: Hop, largest: int, size: int | None = None, setting: str = "largest_bytes"
) -> SourceTooLarge:
    """What is over the limit, and how to raise that."""
    told = f"it has {size:,} bytes, more than" if size else "it is larger than"
    return SourceTooLarge(
        f"{told} the {largest:,} that are fetched",
        source=hop.named,
        remedy=f"Raise {setting} in the settings if you trust it",
    )


def _limited(hop: Hop, chunks: Iterable[bytes], largest: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > largest:
            raise too_large(hop, largest)
        yield chunk


_PIECE = 1 << 16


def _unpacked(hop: Hop, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Gzip, one member or several, in pieces: none is unpacked before the last was counted."""
    member = zlib.decompressobj(_GZIP)
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if member.eof:
                    member = zlib.decompressobj(_GZIP)
                yield member.decompress(rest, _PIECE)
                rest = member.unconsumed_tail or member.unused_data
        yield member.flush()
    except zlib.error:
        raise hop.error(BadAnswer, "it cannot be unpacked", "Try again later") from None
    if not member.eof:
        raise hop.error(BadAnswer, "it is cut short", "Try again later")


# -- what the headers say, as far as it can be shown to a person


def media_type(headers: Mapping[str, str]) -> str:
    """The media type in lower case; "application/octet-stream" where none is told."""
    match = _MEDIA_TYPE.match(headers.get("content-type", ""))
    return match[1].lower() if match else _UNKNOWN


def charset(headers: Mapping[str, str]) -> str | None:
    """The character set, in lower case, if one is told."""
    match = _CHARSET.search(headers.get("content-type", ""))
    return match[1].lower() if match else None


def http_date(text: str | None) -> datetime | None:
    """A date of HTTP's, in UTC; None for what is none."""
    try:
        when = parsedate_to_datetime(text or "")
    except (ValueError, OverflowError):
        return None
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
