"""A person's own entries: a table with a row for each, in the words of the model."""

from __future__ import annotations

from typing import get_args

from counterdraft.errors import DamagedSource, ReadError
from counterdraft.model.dates import is_date
from counterdraft.model.register import Act, Entry
from counterdraft.registers.own_rows import OF_STATES, TREATY_ACTS, lacking, treaty_of
from counterdraft.registers.table import Row, Table
from counterdraft.registers.taken import Taken, bad_date, missing, party_of, unknown_state
from counterdraft.wording.english import listed

KIND = "own"
# What is claimed by the text alone is in no register, and a concept in none of facts.
_OF_TEXT = frozenset({"citation", "statement", "name", "concept"})
_ACTS: dict[str, Act] = {each: each for each in get_args(Act) if each not in _OF_TEXT}
NEEDED = ("act", "subject", "source")


def own_entries(table: Table, name: str, as_of: str | None = None) -> Taken:
    """The entries of a table; raises DamagedSource where a column that is needed is missing.

    ``as_of`` is the day that the register was kept to, where a row does not say it.
    """
    absent = [each for each in NEEDED if each not in table.columns]
    if absent:
        raise missing(table.source, "a table of entries", absent)
    entries: list[Entry] = []
    problems: list[ReadError] = []
    for row in table.rows:
        found = _entry(row, name, table.source, as_of)
        if isinstance(found, Entry):
            entries.append(found)
        else:
            problems.append(found)
    return Taken(KIND, name, tuple(entries), tuple(problems))


def _entry(row: Row, name: str, source: str, as_of: str | None) -> Entry | ReadError:
    line, cells = row
    act = _ACTS.get(cells["act"].casefold())
    if act is None:
        remedy = f"There are: {listed(list(_ACTS))}"
        reason = f"{cells['act']!r} is no act; the row is left out"
        return DamagedSource(reason, source=source, place=f"line {line}", remedy=remedy)
    date, kept = cells.get("date", ""), cells.get("as of", "") or as_of
    for each in (date, kept or ""):
        if each and not is_dated(each):
            return bad_date(each, source, line)
    subject: str | None = cells["subject"]
    if subject and act in OF_STATES:
        subject = party_of(cells["subject"])
    if subject is None:
        return unknown_state(cells["subject"], source, line)
    if fault := lacking(act, cells):
        return DamagedSource(f"{fault[0]}; the row is left out", source=source,
                             place=f"line {line}", remedy=fault[1])  # fmt: skip
    return Entry(
        register=name, act=act, subject=subject, date=date or None,
        object=_object(act, cells.get("object", "")), value=cells.get("value", ""),
        source=cells["source"], as_of=kept, note=cells.get("note", ""),
    )  # fmt: skip


def is_dated(text: str) -> bool:
    """Whether ``text`` is a date, or two with a slash between in their order."""
    first, slash, last = text.partition("/")
    return is_date(first) and (not slash or (is_date(last) and first <= last))


def _object(act: str, text: str) -> str:
    """A treaty by its id, whatever of its names is written."""
    if act not in TREATY_ACTS:
        return text
    return treaty_of(text) or text
