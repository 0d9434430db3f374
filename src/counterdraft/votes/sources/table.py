"""Bytes → a table: its columns, and its rows with the lines on which they begin.

Fields are apart by commas, semicolons or tabs, whichever the first line has most of. The text is
UTF-8, UTF-16 with its mark, or else the Windows code page that old exports are in. Bytes packed by
gzip are unpacked within a limit.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.errors import DamagedSource, EmptySource, SourceTooLarge
from counterdraft.lexicon.states import fold_name

MAX_BYTES = 2_000_000_000
"""The UN's export of all votes of the General Assembly has half a gigabyte."""
MAX_FIELD = 131_072
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 22
_RATIO = 300
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ("\t", ";", ",")
_PACKED = "it is packed, and cannot be unpacked: {}"


class Row(NamedTuple):
    """A row by the line on which it ends, and its fields by the place of their column."""

    line: int
    fields: list[str]


class Table(NamedTuple):
    """Columns by their folded names, in order, and the text that holds the rows."""

    source: str
    columns: tuple[str, ...]
    text: str
    delimiter: str

    def place(self, *names: str) -> int | None:
        """The place of the first of these columns that there is."""
        return next((self.columns.index(name) for name in names if name in self.columns), None)

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty; one with another number of fields than columns too.

        Raises DamagedSource where a field is longer than any honest one.
        """
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter)
        try:
            next(reader)
            for fields in reader:
                if fields and any(fields):
                    yield Row(reader.line_num, fields)
        except csv.Error as error:
            remedy = "Look for a quotation mark that is not closed"
            place = f"line {reader.line_num}"
            raise DamagedSource(
                f"it is no table: {error}", source=self.source, place=place, remedy=remedy
            ) from None


def table_of(data: bytes, source: str) -> Table:
    """The table in ``data``.

    Raises EmptySource, SourceTooLarge, and DamagedSource where it is none.
    """
    text = decoded(unpacked(data, source), source)
    if not text.strip():
        raise EmptySource("there is nothing in it", source=source, remedy="Fetch it again")
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    text = text.lstrip("\r\n")
    try:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        reason = f"the first line names no columns: {error}"
        remedy = "Look for a quotation mark that is not closed"
        raise DamagedSource(reason, source=source, place="line 1", remedy=remedy) from None
    return Table(source, tuple(map(column, header)), text, delimiter)


def column(name: str) -> str:
    """A column's name folded: lower case, "_" for blanks and hyphens."""
    return fold_name(name.strip().strip('"')).replace(" ", "_").replace("-", "_")


def unpacked(data: bytes, source: str) -> bytes:
    """``data``, unpacked where gzip packed it.

    Raises DamagedSource where it is cut short, SourceTooLarge where it is a bomb.
    """
    if not data.startswith(_GZIP):
        return data
    limit = min(MAX_BYTES, _RATIO * max(len(data), 10_000))
    found = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            while chunk := stream.read(_CHUNK):
                found += chunk
                if len(found) > limit:
                    remedy = "Unpack it by hand if you trust it"
                    raise SourceTooLarge(
                        f"it unpacks to more than {limit // 1_000_000} MB", source=source,
                        remedy=remedy,
                    )  # fmt: skip
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DamagedSource(_PACKED.format(error), source=source, remedy="Fetch it again") from None
    return bytes(found)


def decoded(data: bytes, source: str) -> str:
    """The text in ``data``. Raises DamagedSource where it is none."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DamagedSource(
            "it holds a character that no text has (NUL)", source=source, place=f"line {line}",
            remedy="Export it again as CSV",
        )  # fmt: skip
    return text
