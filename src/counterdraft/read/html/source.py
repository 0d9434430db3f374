"""The bytes of a saved or fetched page → the characters of each of its parts.

In: a page, or an MHTML archive of one. Out: ``Source`` values, the page itself first. A
byte-order mark decides on the encoding, then UTF-8 where the bytes are valid in it, then
what the server or the page itself says, then what the bytes look like.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from counterdraft.errors import DamagedSource, EmptySource, ReadError
from counterdraft.model import Problem
from counterdraft.read.decode import Decoded, decode

_HEAD = 4096
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_AGAIN = "Save the page again"
_MHTML = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/", re.I)
_META = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*(?P<name>[\w:.-]{2,40})"
    rb"|<\?xml\b[^>]{0,100}?encoding\s*=\s*[\"'](?P<xml>[\w:.-]{2,40})[\"']",
    re.IGNORECASE,
)
# What browsers read for a name, where it is not what the name says (WHATWG Encoding Standard).
_READ_AS = {
    "ascii": "windows-1252", "us-ascii": "windows-1252", "latin-1": "windows-1252",
    "latin1": "windows-1252", "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252",
    "x-sjis": "shift_jis", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949",
    "x-cp1251": "windows-1251", "x-cp1252": "windows-1252", "iso-8859-9": "windows-1254",
}  # fmt: skip


class Source(NamedTuple):
    """A page's characters, where it was saved from, and what was odd about its bytes."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()
    location: str = ""


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes are a page that was saved with its pictures in one file."""
    return bool(_MHTML.match(data[:_HEAD]))


def sources(data: bytes, source: str, charset: str | None) -> list[Source]:
    """The page, and after it the frames that are saved with it.

    Raises EmptySource, UnsupportedSource or DamagedSource.
    """
    if not is_mhtml(data):
        return [_source(data, source, charset, "")]
    try:
        parts = [part for part in _pages(data) if part[0].strip()]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise DamagedSource(
            f"the saved page cannot be taken apart: {error}", source=source, remedy=_AGAIN
        ) from None
    if not parts:
        raise EmptySource("the archive holds no web page", source=source, remedy=_AGAIN)
    first, *frames = parts
    found = [_source(first[0], source, *first[1:])]
    for frame in frames:
        with suppress(ReadError):
            found.append(_source(frame[0], source, *frame[1:]))
    return found


def _pages(data: bytes) -> Iterator[tuple[bytes, str | None, str]]:
    """The pages in an archive: the bytes, the encoding that is declared, the address."""
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.compat32)
    parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    parts.sort(key=lambda part: part.get("Content-ID") != start or start is None)
    for part in parts:
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            yield body, part.get_content_charset(), str(part.get("Content-Location") or "")


def _source(data: bytes, source: str, charset: str | None, location: str) -> Source:
    decoded = _decoded(data, source, charset)
    text, problems = decoded.text, decoded.problems
    if "\x00" in text:
        if not any(each.code == "nul-bytes" for each in problems):
            words = f"{text.count(chr(0))} NUL characters were left out"
            problems = (*problems, Problem("nul-bytes", words))
        text = text.replace("\x00", "")
    return Source(text, decoded.encoding, problems, location)


def _decoded(data: bytes, source: str, charset: str | None) -> Decoded:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, source)
    for name in (charset, _declared(data)):
        found = _as_declared(data, name) if name else None
        if found is not None:
            return found
    return decode(data, source)


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:_HEAD])
    return (found["name"] or found["xml"]).decode("ascii") if found else None


def _as_declared(data: bytes, name: str) -> Decoded | None:
    """The text in the encoding ``name``; None where that is UTF-8, unknown, or wrong."""
    encoding = _READ_AS.get(name.strip().lower(), name.strip().lower())
    try:
        if codecs.lookup(encoding).name.startswith("utf") or _is_utf_8(data):
            return None
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, ValueError):  # there is no such encoding, or it is not this one
        return None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
