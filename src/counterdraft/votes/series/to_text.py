"""A history → text for a terminal: the table, what was left open, who moved, claims."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from counterdraft.model.history import Entry, History
from counterdraft.text.printable import printable
from counterdraft.votes.claims.told import claim_said
from counterdraft.votes.series import told

NARROWEST = 40


def to_text(history: History, *, width: int = 100, everything: bool = False) -> str:
    """The history in lines of at most ``width`` columns, the table apart."""
    width = max(width, NARROWEST)
    lines = [*_wrapped(told.heading(history), width)]
    for each in told.summary(history):
        lines += _wrapped(each, width)
    lines += ["", *_table(history.years, width)]
    if history.others:
        lines += ["", *_others(history, width, everything=everything)]
    for check in history.claims:
        lines += ["", *(line for each in claim_said(check) for line in _wrapped(each, width))]
    lines += _changes(history, width)
    lines += ["", *_wrapped(f"Sources: {'; '.join(told.sources(history))}.", width)]
    if everything:
        lines += ["", "Why each is in it", *_why(history, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), width, initial_indent=indent, subsequent_indent=indent,
        break_on_hyphens=False,
    ) or [""]  # fmt: skip


def _table(entries: Sequence[Entry], width: int) -> Iterator[str]:
    rows = list(told.rows(entries))
    marks = {note: f"[{n}]" for n, note in enumerate(dict.fromkeys(
        note for row in rows for note in row.notes), 1)}  # fmt: skip
    cells = [
        (row.year, row.text, *row.numbers, row.members,
         " ".join([row.how, *(marks[note] for note in row.notes)]))
        for row in rows
    ]  # fmt: skip
    widths = [max(map(len, column)) for column in zip(told.COLUMNS, *cells, strict=True)]
    for line in (told.COLUMNS, *cells):
        yield "  ".join(
            printable(cell.rjust(size) if 2 <= n <= 6 else cell.ljust(size))
            for n, (cell, size) in enumerate(zip(line, widths, strict=True))
        )
    for note, mark in marks.items():
        yield from _wrapped(f"{mark} {note}", width, "  ")


def _others(history: History, width: int, *, everything: bool) -> Iterator[str]:
    if not everything:
        count = len(history.others)
        yield from _wrapped(
            f"{count} other {'votes' if count > 1 else 'vote'}, in committee, on paragraphs, "
            "amendments or motions: --all shows them.", width,
        )  # fmt: skip
        return
    yield "In committee, on paragraphs, amendments and motions"
    for entry, row in zip(history.others, told.rows(history.others), strict=True):
        vote = entry.vote
        numbers = "-".join(each.split(" ")[0] for each in row.numbers[:3] if each)
        said = [row.vote.date or "", vote.body, vote.matter, row.text, numbers, row.how,
                vote.detail or "", row.why]  # fmt: skip
        yield from _wrapped(", ".join(part for part in said if part), width, "  ")


def _changes(history: History, width: int) -> Iterator[str]:
    if not history.changes:
        return
    yield from ("", "Who moved")
    for change in history.changes:
        yield from ("", *_wrapped(told.change_said(change, history), width))
        for note in change.notes:
            yield from _wrapped(f"Note: {note}.", width, "  ")
        for way, names in told.moves_said(change):
            yield from _wrapped(f"{way}: {names}", width, "  ")


def _why(history: History, width: int) -> Iterator[str]:
    for row in told.rows(history.years):
        yield from _wrapped(f"{row.text}: {row.why}", width, "  ")
    for row in told.rows(history.series.unclear):
        yield from _wrapped(f"{row.text}, not counted: {row.why}", width, "  ")
