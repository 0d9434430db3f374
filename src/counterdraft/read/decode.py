"""Bytes of a text file → its characters, whatever their encoding.

A byte-order mark decides, then UTF-8, then what the bytes look like. A file in UTF-8
with stray bytes of another encoding is read as both and says so.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from counterdraft.errors import EmptySource, UnsupportedSource
from counterdraft.model import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff\xe0",
    b"\xff\xd8\xff\xe1",
    b"\x7fELF",
    b"\x1f\x8b\x08\x00",
)
# What plain English in Windows-1252 is easily taken for.
_LOOKALIKES = frozenset(
    {"ascii", "latin_1", "cp1250", "cp1252", "iso8859_15", "cp1254", "cp1257", "cp1258"}
)
_SAMPLE = 65_536
_WIDE_SAMPLE = 4000
# The share of NUL in a column of bytes that are letters, and in one that is empty.
_FULL, _VOID = 0.1, 0.6
# Controls that no text has: a share of them above this means the file is none.
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})
_MOST_CONTROLS = 0.01


class Decoded(NamedTuple):
    """The characters, the encoding they were in, and what was odd."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    """The text of a file.

    Raises EmptySource where there is none, UnsupportedSource where the bytes are no text.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise EmptySource("the file is empty", source=source, remedy="Choose a file with text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding, source)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(3, _MOST_CONTROLS * len(sample)) or data[:4] in _BINARY:
        raise UnsupportedSource(
            "the file is binary data, not text",
            source=source,
            place=f"byte {next((i for i, b in enumerate(sample) if b in _CONTROLS), 0)}",
            remedy="Save it as text (UTF-8)",
        )
    return _without_nul(_narrow(data))


def _by_mark(data: bytes, encoding: str, source: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if not text.strip():
        raise EmptySource("the file is empty", source=source, remedy="Choose a file with text")
    if "\ufffd" in text:
        return Decoded(
            text, encoding, (Problem("bad-bytes", f"bytes that are not {encoding} were replaced"),)
        )
    return Decoded(text, encoding)


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: every second or fourth byte of plain text is NUL."""
    sample = data[: _WIDE_SAMPLE - _WIDE_SAMPLE % 4]
    if len(sample) < 8:
        return None
    empty = [sample[place::4].count(0) / len(sample[place::4]) for place in range(4)]
    full = [share < _FULL for share in empty]
    void = [share > _VOID for share in empty]
    if void[2] and void[3] and full[0]:
        return "utf-32-le"
    if void[0] and void[1] and full[3]:
        return "utf-32-be"
    if void[1] and void[3] and full[0] and full[2]:
        return "utf-16-le"
    if void[0] and void[2] and full[1] and full[3]:
        return "utf-16-be"
    return None


def _narrow(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    mixed = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= c <= "\udcff" for c in mixed)
    proper = sum(c > "\x7f" for c in mixed) - stray
    if proper > stray:
        fixed = "".join(_from_1252(c) if "\udc80" <= c <= "\udcff" else c for c in mixed)
        reason = f"{stray} bytes are not UTF-8 and were read as Windows-1252"
        return Decoded(fixed, "utf-8 and windows-1252", (Problem("mixed-encoding", reason),))
    return _guess(data)


def _from_1252(escaped: str) -> str:
    return bytes([ord(escaped) - 0xDC00]).decode("windows-1252", "replace")


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    encoding = best.encoding if best else "windows-1252"
    if encoding in _LOOKALIKES and _western(data):
        encoding = "windows-1252"
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, (Problem("guessed-encoding", f"not UTF-8; read as {encoding}"),))


def _western(data: bytes) -> bool:
    """Whether nearly all is ASCII, with quotes and accents as Windows has them."""
    high = sum(b > 127 for b in data[:_SAMPLE])
    return high < 0.1 * min(len(data), _SAMPLE)


def _without_nul(decoded: Decoded) -> Decoded:
    if "\x00" not in decoded.text:
        return decoded
    problem = Problem("nul-bytes", f"{decoded.text.count(chr(0))} NUL characters were left out")
    return Decoded(decoded.text, decoded.encoding, (*decoded.problems, problem))
