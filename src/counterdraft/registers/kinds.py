"""Files as they are → what each is, told by its columns or as JSON, and the entries it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterdraft.disk.unpacked import unpacked
from counterdraft.errors import ReadError, UnsupportedSource
from counterdraft.registers.own import own_entries
from counterdraft.registers.store import SCHEMA
from counterdraft.registers.table import Table, table_of
from counterdraft.registers.taken import Taken
from counterdraft.registers.thesaurus import is_json, of_thesaurus
from counterdraft.registers.treaty_tables import YEAR, by_day, by_year
from counterdraft.registers.upr_table import upr_entries

_UPR = frozenset({"to", "from", "response", "recommendation"})
_KEPT = SCHEMA.encode()
LARGEST = 200_000_000  # bytes that a packed file unpacks to


class Given(NamedTuple):
    """A file: what it is called, and its bytes."""

    name: str
    data: bytes


class Read(NamedTuple):
    """A file, or several that belong together: what was taken of it, and what is wrong with it.

    ``made_of`` is the file's name; empty where it is all files together.
    """

    made_of: str
    taken: Taken | None
    problems: tuple[ReadError, ...] = ()


def take(files: Iterable[Given], as_of: str | None = None) -> Iterator[Read]:
    """What each file holds; of recommendations all together, for they repeat each other.

    ``as_of`` is the day that the files were kept to.
    """
    reviews: list[Table] = []
    for file in files:
        try:
            file = Given(file.name, unpacked(file.data, file.name, LARGEST))
            if _KEPT in file.data[:100]:
                raise _is_kept(file.name)
            if is_json(file.data):
                taken = of_thesaurus(file.data, file.name, as_of)
                yield Read(file.name, taken, taken.problems)
                continue
            table = _table(file)
            if _is_upr(table):
                reviews.append(table)
                continue
            taken = _of_table(table, as_of)
            yield Read(file.name, taken, taken.problems)
        except ReadError as error:
            yield Read(file.name, None, (error,))
    if reviews:
        try:
            taken = upr_entries(reviews)
            yield Read("", taken, taken.problems)
        except ReadError as error:
            yield Read("", None, (error,))


def _is_upr(table: Table) -> bool:
    return len(_UPR & set(table.columns)) >= 2 and "act" not in table.columns


def _table(file: Given) -> Table:
    if file.data[:4] == b"PAR1":
        raise _no_kind(file.name)
    return table_of(file.data, file.name)


def _of_table(table: Table, as_of: str | None) -> Taken:
    columns = set(table.columns)
    if "act" in columns:
        return own_entries(table, _called(table.source), as_of)
    if "participant" in columns:
        return by_day(table, as_of)
    if YEAR in columns or {"state party", "signatory"} & columns:
        return by_year(table, as_of)
    raise _no_kind(table.source)


def _called(source: str) -> str:
    return source.replace("\\", "/").rpartition("/")[2]


def _is_kept(source: str) -> UnsupportedSource:
    remedy = "Name the folder that it is kept in"
    return UnsupportedSource("it is a register that is kept", source=source, remedy=remedy)


def _no_kind(source: str) -> UnsupportedSource:
    reason = "it is no register of dated facts that is known by its columns"
    remedy = "See docs/registers.md for the kinds that are read"
    return UnsupportedSource(reason, source=source, remedy=remedy)
