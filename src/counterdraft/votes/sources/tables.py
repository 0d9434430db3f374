"""Files of every kind but XML → accounts; tables that belong together are joined at the end."""

from __future__ import annotations

from counterdraft.disk.unpacked import unpacked
from counterdraft.errors import DamagedSource, EmptySource, ReadError
from counterdraft.model.rollcall import RollCall
from counterdraft.votes.sources import own, undl, unvotes, voeten
from counterdraft.votes.sources.account import Accounts
from counterdraft.votes.sources.kinds import is_json, is_records, kind_of
from counterdraft.votes.sources.metadata import from_metadata
from counterdraft.votes.sources.table import MAX_BYTES, Table, decoded, table_of

_ALONE = {
    "positions": "it has positions by number, and no table says of what",
    "calls": "it says what was voted on by number, and no table has the positions",
    "issues": "it has issues by number, and no table says of what",
}
_WHOLE = {"undl": undl.from_undl, "voeten": voeten.from_table, "own": own.from_own}


class Tables:
    """Reads one file after another, and keeps those that are only part of a source."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Table]] = {"positions": [], "calls": [], "issues": []}

    def read(self, data: bytes, source: str) -> Accounts:
        """The accounts in a file; none yet of one that is a part.

        Raises ReadError where it cannot be read, or holds no votes.
        """
        data = unpacked(data, source, MAX_BYTES)
        if is_json(data[:64].decode("latin-1")):
            return _records(decoded(data, source), source)
        table = table_of(data, source)
        kind = kind_of(table)
        if kind in self._parts:
            self._parts[kind].append(table)
            return Accounts()
        found = _WHOLE[kind](table)
        if not (found.rollcalls or found.problems):
            reason = "it names columns, and has no rows"
            raise EmptySource(reason, source=source, remedy="Export it again")
        return found

    def rest(self) -> Accounts:
        """The accounts of the parts that were kept, and what of them stands alone."""
        positions, calls, issues = (self._parts[each] for each in ("positions", "calls", "issues"))
        rollcalls: list[RollCall] = []
        problems: list[ReadError] = []
        for number in range(max(len(positions), len(calls))):
            if number >= len(positions) or number >= len(calls):
                continue
            about = issues[number] if number < len(issues) else None
            found = unvotes.from_tables(positions[number], calls[number], about)
            rollcalls += found.rollcalls
            problems += found.problems
        pairs = min(len(positions), len(calls))
        alone = {"positions": positions[pairs:], "calls": calls[pairs:], "issues": issues[pairs:]}
        for kind, tables in alone.items():
            remedy = "Import the tables of one edition together"
            problems += [
                DamagedSource(_ALONE[kind], source=table.source, remedy=remedy) for table in tables
            ]
        return Accounts(tuple(rollcalls), tuple(problems))


def _records(text: str, source: str) -> Accounts:
    if not is_records(text):
        raise DamagedSource(
            "it is JSON, and not the UN's records of resolutions", source=source,
            remedy="Give a file of data_extract, or a table",
        )  # fmt: skip
    return from_metadata(text, source)
