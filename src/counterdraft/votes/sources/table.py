"""Bytes → a table: its columns, and its rows with the lines on which they begin.

Fields are apart by commas, semicolons or tabs, whichever the first line has most of. The text is
UTF-8, UTF-16 with its mark, or else the Windows code page that old exports are in. Bytes packed by
gzip are unpacked within a limit.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.disk.unpacked import unpacked
from counterdraft.errors import DamagedSource, EmptySource
from counterdraft.lexicon.states import fold_name

MAX_BYTES = 2_000_000_000
"""The UN's export of all votes of the General Assembly has half a gigabyte."""
_CHUNK = 1 << 22
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ("\t", ";", ",")


Row = tuple[int, list[str]]
"""The line on which a row ends, and its fields by the place of their column."""


class Table(NamedTuple):
    """Columns by their folded names, in order, and the bytes that hold the rows.

    They are decoded as they are read: a text of half a gigabyte is not held twice.
    """

    source: str
    columns: tuple[str, ...]
    data: bytes
    encoding: str
    delimiter: str

    def place(self, *names: str) -> int | None:
        """The place of the first of these columns that there is."""
        return next((self.columns.index(name) for name in names if name in self.columns), None)

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty; one with another number of fields than columns too.

        Raises DamagedSource where a field is longer than any honest one.
        """
        reader = csv.reader(_lines(self.data, self.encoding), delimiter=self.delimiter)
        try:
            next(reader)
            for fields in reader:
                if fields and (fields[0] or any(fields)):
                    yield reader.line_num, fields
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
    data, encoding = _plain(unpacked(data, source, MAX_BYTES), source)
    data = data.lstrip(b"\r\n ")
    if not data:
        raise EmptySource("there is nothing in it", source=source, remedy="Fetch it again")
    first = data.split(b"\n", 1)[0].decode(encoding, "replace")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        header = next(csv.reader(_lines(data, encoding), delimiter=delimiter))
    except csv.Error as error:
        reason = f"the first line names no columns: {error}"
        remedy = "Look for a quotation mark that is not closed"
        raise DamagedSource(reason, source=source, place="line 1", remedy=remedy) from None
    return Table(source, tuple(map(column, header)), data, encoding, delimiter)


def _lines(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")


def column(name: str) -> str:
    """A column's name folded: lower case, "_" for blanks and hyphens."""
    return fold_name(name.strip().strip('"')).replace(" ", "_").replace("-", "_")


def decoded(data: bytes, source: str) -> str:
    """The text in ``data``. Raises DamagedSource where it is none."""
    data, encoding = _plain(data, source)
    return data.decode(encoding, "replace")


def _plain(data: bytes, source: str) -> tuple[bytes, str]:
    """The bytes of a text without a mark, and their encoding: UTF-8 or the Windows code page.

    Raises DamagedSource where they hold a character that no text has.
    """
    mark, encoding = next(
        ((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    wide = encoding == "utf-16"
    data = data.decode(encoding, "replace").encode() if wide else data[len(mark) :]
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise DamagedSource(
            "it holds a character that no text has (NUL)", source=source, place=f"line {line}",
            remedy="Export it again as CSV",
        )  # fmt: skip
    return data, "utf-8" if _is_utf8(data) else "cp1252"


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(view[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
