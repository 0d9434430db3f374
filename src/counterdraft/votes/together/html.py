"""What a result says → HTML for a notebook, in which every word is escaped."""

from __future__ import annotations

from html import escape

from counterdraft.text.printable import printable
from counterdraft.votes.together.told import Cell, Table, Told


def said(cell: Cell) -> str:
    """A cell in words: a figure with two decimals, nothing as a dash."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:.2f}".replace("-", "−") if round(cell, 2) else "0.00"
    return f"{cell:,}" if isinstance(cell, int) else cell


def to_html(told: Told) -> str:
    """The result for a notebook; every word is escaped."""
    parts = [f"<h4>{_html(told.title)}</h4>"]
    parts += [f"<p>{_html(line)}</p>" for line in (told.bounds, *told.says)]
    for each in told.tables:
        parts.append(_html_table(each))
        parts += [f"<p>{_html(each.note)}</p>"] if each.note else []
    parts += [f"<p><small>{_html(note)}</small></p>" for note in told.notes]
    return "<div>" + "".join(parts) + "</div>"


def _html_table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_html(name)}</th>' for name in table.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{_html(said(cell))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    caption = f"<caption>{_html(table.title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _html(words: str) -> str:
    return escape(printable(words))
