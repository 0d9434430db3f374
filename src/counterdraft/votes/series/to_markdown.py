"""A history → Markdown: the table, what was left open, claims, who moved."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model.history import History
from counterdraft.text.markdown import plain
from counterdraft.votes.claims.told import claim_said
from counterdraft.votes.series import told


def to_markdown(history: History, *, everything: bool = False) -> str:
    """The history as one document; with ``everything``, votes on parts too."""
    blocks = [f"# {plain(told.heading(history))}", *map(plain, told.summary(history))]
    blocks.append(_table(history))
    if everything and history.others:
        blocks += ["## In committee, on paragraphs, amendments and motions", _others(history)]
    if history.claims:
        blocks.append("## Claims")
        blocks += [plain(said) for check in history.claims for said in claim_said(check)]
    if history.changes:
        blocks += ["## Who moved", *_changes(history)]
    blocks += ["## Sources", _list(told.sources(history))]
    return "\n\n".join(blocks) + "\n"


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(plain(cell) for cell in cells)} |"


def _table(history: History) -> str:
    columns = (*told.COLUMNS, "Why it is in the series")
    lines = [_line(columns), "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |"]
    for row in told.rows(history.years):
        how = ". ".join([row.how, *(note.rstrip(".") for note in row.notes)])
        lines.append(_line((row.year, row.text, *row.numbers, row.members, how, row.why)))
    return "\n".join(lines)


def _others(history: History) -> str:
    columns = ("Date", "Body", "On", "Text", *told.COLUMNS[2:6], "How")
    lines = [_line(columns), "| --- | --- | --- | --- | ---: | ---: | ---: | ---: | --- |"]
    for row in told.rows(history.others):
        vote = row.vote
        on = ", ".join(part for part in (vote.matter, vote.detail) if part)
        lines.append(_line((vote.date or "", vote.body, on, row.text, *row.numbers, row.how)))
    return "\n".join(lines)


def _changes(history: History) -> Iterator[str]:
    for change in history.changes:
        yield plain(told.change_said(change, history))
        if change.notes:
            yield plain(f"Note: {'; '.join(change.notes)}.")
        if change.moves:
            yield "\n".join(
                f"- {plain(f'{way}: {names}')}" for way, names in told.moves_said(change)
            )


def _list(items: tuple[str, ...]) -> str:
    return "\n".join(f"- {plain(each)}" for each in items)
