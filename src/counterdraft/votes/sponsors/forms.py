"""Sponsors of a series → text, Markdown, CSV, JSON (``counterdraft/sponsors/1``)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from counterdraft.lexicon.members import members
from counterdraft.model.sponsors import SPONSORS_SCHEMA, Sponsors
from counterdraft.text.cells import table
from counterdraft.text.in_json import in_json
from counterdraft.text.markdown import plain
from counterdraft.text.printable import printable
from counterdraft.votes.sponsors import told

NARROWEST = 40
_COLUMNS = ("year", "text", "code", "member", "as")


def to_text(found: Sponsors, *, width: int = 100) -> str:
    """Lines of at most ``width`` columns, the table of groups apart; the newest text first."""
    width = max(width, NARROWEST)
    lines = [*_wrapped(told.heading(found), width)]
    for said in told.summary(found):
        lines += _wrapped(said, width)
    rows = list(told.groups_said(found))
    if rows:
        lines += ["", *_grid(rows)]
    for text in reversed(found.texts):
        if text.known:
            lines += ["", *_wrapped(told.titled(text), width)]
            lines += [line for said in told.lines(text) for line in _wrapped(said, width, "  ")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), width, initial_indent=indent, subsequent_indent=indent,
        break_on_hyphens=False,
    )  # fmt: skip


def _grid(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(
            cell.rjust(size) if n else cell.ljust(size)
            for n, (cell, size) in enumerate(zip(row, widths, strict=True))
        )


def to_markdown(found: Sponsors) -> str:
    """One document, the newest text first."""
    blocks = [f"# {plain(told.heading(found))}", *map(plain, told.summary(found))]
    rows = list(told.groups_said(found))
    if rows:
        marks = f"| --- |{' ---: |' * (len(rows[0]) - 1)}"
        lines = [f"| {' | '.join(map(plain, row))} |" for row in rows]
        blocks.append("\n".join([lines[0], marks, *lines[1:]]))
    for text in reversed(found.texts):
        if text.known:
            blocks.append(f"## {plain(told.titled(text))}")
            blocks.append("\n".join(f"- {plain(said)}" for said in told.lines(text)))
    return "\n\n".join(blocks) + "\n"


def to_csv(found: Sponsors) -> str:
    """A row for each sponsor of each text, and each Member that left it, safe in a spreadsheet."""
    rows = []
    for text in found.texts:
        sides = (("tabled", text.first), ("joined", text.joined), ("left", text.left))
        rows += [
            (text.label, text.vote, code, members()[code].name, side)
            for side, codes in sides
            for code in codes
        ]
    return table(_COLUMNS, rows)


def to_json(found: Sponsors) -> str:
    """Everything, indented."""
    series = found.series
    whole = {
        "schema": SPONSORS_SCHEMA,
        "series": {"key": series.key, "title": series.title, "body": series.body,
                   "asked": series.asked, "notes": series.notes},
        "as_of": found.as_of, "texts": found.texts, "groups": found.groups,
    }  # fmt: skip
    return in_json(whole)
