"""Tables of who is party to a treaty: by year, or with the days of each act, as depositaries print.

By year, a row a State: whether it is a party, since which year, a signatory, or neither. With days:
``Participant``, ``Signature``, and a column of ratifications in which "(a)" is an accession, "(d)"
a succession. The treaty is told by the name of the file ("hr_status_op_crc_sc.csv") or a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePath

from counterdraft.errors import DamagedSource, ReadError
from counterdraft.model.dates import is_date
from counterdraft.model.register import EITHER, NEVER, Act, Entry
from counterdraft.registers.own_rows import treaty_of
from counterdraft.registers.table import Row, Table
from counterdraft.registers.taken import Taken, bad_date, missing, party_of, unknown_state

BY_YEAR, BY_DAY = "treaty-years", "treaty-days"
YEAR = "year ratification or accession"
_OF_YEARS = ("state party", YEAR, "signatory")
_PARTICIPANT, _SIGNATURE = "participant", "signature"
_MARKED = re.compile(r"^(?P<date>.*?\d{4})\s*\(?(?P<mark>a|d|c|aa|A|s)?\)?$")
_USUAL: tuple[Act, Act] = ("signature", "ratification")
_BY_MARK: dict[str, Act] = {"a": "accession", "d": "succession", "s": "signature"}


def by_year(table: Table, as_of: str | None) -> Taken:
    """A treaty's parties by year; raises DamagedSource for missing columns and unknown treaties."""
    who = next((each for each in ("member", "country", "state") if each in table.columns), None)
    lacking = [each for each in _OF_YEARS if each not in table.columns]
    if lacking or who is None:
        raise missing(
            table.source, "a table of parties by year", [*lacking, *([] if who else ["member"])]
        )
    treaty, name = _treaty(table), "treaty status by year"
    entries: list[Entry] = []
    problems: list[ReadError] = []
    for line, cells in table.rows:
        state = party_of(cells[who])
        if state is None:
            problems.append(unknown_state(cells[who], table.source, line))
            continue
        year = re.sub(r"\.0$", "", cells[YEAR])
        if year and not (len(year) == 4 and is_date(year)):
            problems.append(bad_date(year, table.source, line))
            continue
        entries += _of_year(cells, name, _source(table, line), state, treaty, year, as_of)
    return Taken(BY_YEAR, name, tuple(entries), tuple(problems))


def _of_year(
    cells: dict[str, str], name: str, source: str, state: str, treaty: str, year: str,
    as_of: str | None,
) -> Iterator[Entry]:  # fmt: skip
    """What a row says: a party since a year, or no party, which counts up to ``as_of`` alone."""
    note = cells.get("note", "")
    if year:
        yield Entry(
            register=name, act="ratification", subject=state, object=treaty, date=year,
            value=EITHER, source=source, as_of=as_of, note=note,
        )  # fmt: skip
    elif cells["state party"] == "0":
        yield Entry(
            register=name, act="ratification", subject=state, object=treaty, value=NEVER,
            source=source, as_of=as_of, note=cells.get("status", "") or note,
        )  # fmt: skip


def by_day(table: Table, as_of: str | None) -> Taken:
    """A treaty's acts with their days; raises DamagedSource as ``by_year`` does."""
    acts = next((each for each in table.columns if "ratification" in each), None)
    signed = next((each for each in table.columns if each.startswith(_SIGNATURE)), None)
    if acts is None or signed is None:
        lacking = [*([] if signed else ["Signature"]), *([] if acts else ["Ratification"])]
        raise missing(table.source, "a table of participants", lacking)
    treaty, name = _treaty(table), "treaty status by day"
    entries: list[Entry] = []
    problems: list[ReadError] = []
    for row in table.rows:
        found = _of_day(row, (signed, acts), name, table, treaty, as_of)
        if isinstance(found, ReadError):
            problems.append(found)
        else:
            entries += found
    return Taken(BY_DAY, name, tuple(entries), tuple(problems))


def _of_day(
    row: Row, columns: tuple[str, str], name: str, table: Table, treaty: str, as_of: str | None
) -> list[Entry] | ReadError:
    line, cells = row
    printed = re.sub(r"[\s\d,]+$", "", cells[_PARTICIPANT])
    state = party_of(printed)
    if state is None:
        return unknown_state(printed, table.source, line)
    source = _source(table, line)
    entries: list[Entry] = []
    for column, usual in zip(columns, _USUAL, strict=True):
        text = cells[column]
        if not text:
            continue
        marked = _MARKED.match(text)
        date = _day(marked["date"].strip()) if marked else None
        if marked is None or date is None:
            return bad_date(text, table.source, line)
        act = _BY_MARK.get(marked["mark"] or "", usual)
        entries.append(
            Entry(register=name, act=act, subject=state, object=treaty, date=date, source=source,
                  as_of=as_of)
        )  # fmt: skip
    if not cells[columns[1]] and as_of:
        entries.append(
            Entry(register=name, act="ratification", subject=state, object=treaty, value=NEVER,
                  source=source, as_of=as_of)
        )  # fmt: skip
    return entries


def _day(text: str) -> str | None:
    """A day as depositaries print it, "3 Jul 2013", or in ISO 8601."""
    if is_date(text):
        return text
    for form in ("%d %b %Y", "%d %B %Y"):
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _source(table: Table, line: int) -> str:
    return f"{PurePath(table.source).name}, line {line}"


def _treaty(table: Table) -> str:
    named = next((cells["treaty"] for _, cells in table.rows if cells.get("treaty")), "")
    found = treaty_of(named) if named else _by_name(PurePath(table.source).stem)
    if found is None:
        reason = (
            f"which treaty it is of cannot be told from {named or PurePath(table.source).name!r}"
        )
        remedy = 'Add a column "treaty", or call the file by it: "crpd.csv"'
        raise DamagedSource(reason, source=table.source, remedy=remedy)
    return found


def _by_name(stem: str) -> str | None:
    """The treaty whose name ends a file's: "hr_status_op_crc_sc" is of "OP-CRC-SC"."""
    parts = re.split(r"[_\s-]+", stem)
    ends = ("-".join(parts[at:]) for at in range(len(parts)))
    return next((found for each in ends if (found := treaty_of(each))), None)
