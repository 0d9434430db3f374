"""A history → its figures by column, a row for each vote: what a table for programs holds."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model.history import Entry, History, members_of
from counterdraft.model.vote import Vote
from counterdraft.text.cells import table
from counterdraft.votes.series.told import rows, source_said

Cell = str | int | float | bool | None
COLUMNS = (
    "year", "session", "date", "body", "matter", "symbol", "draft", "meeting", "mode", "outcome",
    "yes", "no", "abstain", "not_voting", "members", "yes_share", "no_share", "abstain_share",
    "not_voting_share", "inferred", "notes", "why", "sources",
)  # fmt: skip


def figures(history: History, *, everything: bool = False) -> dict[str, list[Cell]]:
    """Columns of one length, by name; shares are of all Members, None where that is not known."""
    entries = (*history.years, *(history.others if everything else ()))
    lines = _lines(entries)
    return {name: [line[n] for line in lines] for n, name in enumerate(COLUMNS)}


def _lines(entries: Sequence[Entry]) -> list[tuple[Cell, ...]]:
    return [
        (
            int(row.vote.date[:4]) if row.vote.date else None, row.vote.session, row.vote.date,
            row.vote.body, row.vote.matter, row.vote.symbol, row.vote.draft, row.vote.meeting,
            row.vote.mode, row.vote.outcome, *numbers(row.vote), *shares(row.vote),
            row.vote.inferred, " ".join(row.notes), row.why,
            "; ".join(map(source_said, row.vote.sources)),
        )
        for row in rows(entries)
    ]  # fmt: skip


def numbers(vote: Vote) -> tuple[int | None, ...]:
    """In favour, against, abstaining, not voting, Members; None where not known."""
    tally = vote.tally
    if tally is None:
        return (None, None, None, None, members_of(vote))
    return (tally.yes, tally.no, tally.abstain, tally.not_voting, members_of(vote))


def shares(vote: Vote) -> tuple[float | None, ...]:
    """The first four of them as shares of all Members."""
    *sides, members = numbers(vote)
    return tuple(None if not members or side is None else side / members for side in sides)


def to_csv(history: History, *, everything: bool = False) -> str:
    """The figures as CSV, safe in a spreadsheet; shares with four decimals."""
    columns = figures(history, everything=everything)
    lines = zip(*columns.values(), strict=True)
    return table(columns, [[_cell(cell) for cell in line] for line in lines])


def _cell(cell: Cell) -> str | int | None:
    return f"{cell:.4f}" if isinstance(cell, float) else cell
