"""A table whose column that hardly a row fills is told in the column before it.

On paper such a column takes the room of one that every row fills.
"""

from __future__ import annotations

from msgspec.structs import replace

from counterdraft.brief.report import Cell, Group, Row, Table

FEW = 0.25  # so many of the rows are few


def folded(table: Table) -> Table:
    """The table, without the column ``table.aside`` if few rows fill it; what they say is kept."""
    at = table.aside
    rows = [row for group in table.groups for row in group.rows]
    if at is None or sum(bool(row.cells[at]) for row in rows) > FEW * len(rows):
        return table
    columns = table.columns[:at] + table.columns[at + 1 :]
    groups = tuple(_group(group, at, table.columns[at]) for group in table.groups)
    return replace(table, columns=columns, groups=groups, aside=None)


def _group(group: Group, at: int, name: str) -> Group:
    return replace(group, rows=tuple(_row(row, at, name) for row in group.rows))


def _row(row: Row, at: int, name: str) -> Row:
    *before, beside = row.cells[:at]
    return replace(row, cells=(*before, beside + _told(row.cells[at], name), *row.cells[at + 1 :]))


def _told(cell: Cell, name: str) -> Cell:
    """What a cell says, under its column's name."""
    firsts = tuple(replace(said, text=f"{name}: {said.text}") for said in cell[:1])
    return firsts + cell[1:]
