"""A result → text for a terminal, Markdown, CSV, JSON."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from counterdraft.text.cells import table as csv_table
from counterdraft.text.in_json import in_json
from counterdraft.text.markdown import plain
from counterdraft.text.printable import printable
from counterdraft.votes.together.html import said
from counterdraft.votes.together.result import Result
from counterdraft.votes.together.told import Cell, Table, Told
from counterdraft.wording.english import shortened

NARROWEST = 40
_WIDEST_CELL = 56
_GAP = "  "
_FIGURE = re.compile(r"[\d.,\u2212\u2013]+")


def to_text(told: Told, *, width: int = 100) -> str:
    """Lines of at most ``width`` columns, where the tables are not wider."""
    width = max(width, NARROWEST)
    blocks = [told.title, told.bounds, *told.says]
    lines = [line for block in blocks for line in _wrapped(printable(block), width)]
    for each in told.tables:
        lines += ["", *_wrapped(printable(each.title), width), *_grid(each)]
        if each.note:
            lines += _wrapped(printable(each.note), width)
    if told.notes:
        lines.append("")
    lines += [line for note in told.notes for line in _wrapped(printable(note), width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _wrapped(block: str, width: int) -> list[str]:
    return textwrap.wrap(block, width, break_on_hyphens=False) or [""]


def _grid(table: Table) -> Iterator[str]:
    rows = [[shortened(printable(said(cell)), _WIDEST_CELL) for cell in row] for row in table.rows]
    numbers = [_is_number(table, at) for at in range(len(table.columns))]
    widths = [max(map(len, column)) for column in zip(table.columns, *rows, strict=True)]
    for row in (list(table.columns), *rows):
        cells = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        )  # fmt: skip
        yield _GAP + _GAP.join(cells)


def _is_number(table: Table, at: int) -> bool:
    """Whether a column is of figures, which stand to the right."""
    return bool(table.rows) and all(_FIGURE.fullmatch(said(row[at])) for row in table.rows)


def to_markdown(told: Told) -> str:
    """The result as a page of Markdown."""
    parts = [f"# {plain(told.title)}", plain(told.bounds), *map(plain, told.says)]
    for each in told.tables:
        parts += [f"## {plain(each.title)}", _markdown_table(each)]
        parts += [plain(each.note)] if each.note else []
    if told.notes:
        parts += ["## Notes", "\n".join(f"- {plain(note)}" for note in told.notes)]
    return "\n\n".join(parts) + "\n"


def _markdown_table(table: Table) -> str:
    marks = [" ---: " if _is_number(table, at) else " --- " for at in range(len(table.columns))]
    lines = [f"| {' | '.join(map(plain, table.columns))} |", f"|{'|'.join(marks)}|"]
    lines += [f"| {' | '.join(plain(said(cell)) for cell in row)} |" for row in table.rows]
    return "\n".join(lines)


def to_csv(result: Result) -> str:
    """The figures as a table by RFC 4180, safe in a spreadsheet; figures with six decimals."""
    columns = result.columns()
    rows: Sequence[Sequence[Cell]] = list(zip(*columns.values(), strict=True))
    return csv_table(columns, [[_plain_number(cell) for cell in row] for row in rows])


def _plain_number(cell: Cell) -> Cell:
    return round(cell, 6) if isinstance(cell, float) else cell


def to_json(result: Result) -> str:
    """The result with the name and number of its contract, indented."""
    whole = {"schema": result.schema, **msgspec.to_builtins(result)}
    return in_json(whole)
