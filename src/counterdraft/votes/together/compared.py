"""What comes of comparing states: the values, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from counterdraft.model.framed import Columns, Kinds
from counterdraft.votes.together.figures import Figure
from counterdraft.votes.together.indices import INDICES, NAMES, SOURCES
from counterdraft.votes.together.result import Result
from counterdraft.votes.together.told import Cell, Table, Told, columns_of, noted
from counterdraft.wording.english import counted, listed

COMPARED_SCHEMA = "counterdraft/votes-compare/1"


class Part(Struct, frozen=True, kw_only=True):
    """Agreement in some of the votes: all, of a session, of an issue.

    ``votes`` are those in which both took a position, ``silent`` those in which both were Members
    and at least one took none. ``consensus`` are adoptions without a vote while both were
    Members; None where those of the session are not known.
    """

    label: str
    votes: int
    silent: int
    consensus: int | None
    figures: tuple[Figure, ...]


class Pair(Struct, frozen=True, kw_only=True):
    """Two states.

    ``table`` has the votes by their positions: yes, abstain, no of the first by the same of the
    second. ``recorded`` and ``with_consensus`` are over the sessions of which adoptions without a
    vote are known, the one without and the other with them; None where there are none.
    """

    first: str
    second: str
    names: tuple[str, str]
    table: tuple[tuple[int, ...], ...]
    all: Part
    not_members: int
    recorded: Part | None
    with_consensus: Part | None
    sessions: tuple[Part, ...]
    issues: tuple[Part, ...]


class Compared(Result, frozen=True, kw_only=True):
    """What was asked, over which votes, and what came out for each pair of states."""

    asked: str
    bounds: str
    minimum: int
    consensus: bool
    consensus_sessions: tuple[str, ...]
    notes: tuple[str, ...]
    pairs: tuple[Pair, ...]

    schema: ClassVar[str] = COMPARED_SCHEMA
    kinds: ClassVar[Kinds] = {
        **dict.fromkeys(("votes", "silent", "consensus"), int),
        **{f"{name}{end}": float for name in INDICES for end in ("", "_low", "_high")},
    }

    def told(self) -> Told:
        """The figures in words, and beside each the votes that it is of."""
        tables = [Table("Agreement", _COLUMNS, tuple(_row(p, p.all) for p in self.pairs))]
        tables += _beside(self)
        if len(self.pairs) == 1:
            tables += _closely(self.pairs[0])
        names = list(dict.fromkeys(name for pair in self.pairs for name in pair.names))
        return Told(
            f"{listed(names)}: agreement in votes", f"{self.asked}: {self.bounds}.",
            (*noted(self.notes), *map(_says, self.pairs)), tuple(tables), tuple(_notes(self)),
        )  # fmt: skip

    def columns(self) -> Columns:
        """A row for each pair and part of the votes: all, sessions, issues."""
        rows = [
            {"first": pair.first, "second": pair.second, "cut": cut, **_flat(part)}
            for pair in self.pairs
            for cut, parts in (("all", [pair.all]), ("session", pair.sessions),
                               ("issue", pair.issues))
            for part in parts
        ]  # fmt: skip
        figures = (f"{name}{end}" for name in INDICES for end in ("", "_low", "_high"))
        names = ("first", "second", "cut", "label", "votes", "silent", "consensus", *figures)
        return columns_of(rows, names)


_COLUMNS = ("states", "votes", *(NAMES[name] for name in INDICES))
_SIDES = ("yes", "abstain", "no")


def _says(pair: Pair) -> str:
    """The plainest figure in a sentence."""
    names, part = " and ".join(pair.names), pair.all
    if part.votes == 0:
        why = "They were never Members together" if not part.silent else "One of them took none"
        return f"{names}: no vote in which both took a position. {why} in these votes."
    votes = counted(part.votes, "vote")
    same = part.figures[0]
    if same.value is None:
        return f"{names}: both took a position in {votes}, {same.why}: no figures are given."
    apart = f"; in {counted(part.silent, 'vote')} one or both took none" if part.silent else ""
    if pair.not_members:
        others = counted(pair.not_members, "vote")
        apart += f"; in {others} one was no Member on the day, or stands in no list"
    return (
        f"{names} took the same position in {100 * same.value:.1f} per cent of the {votes} in "
        f"which both took one{apart}."
    )


def _row(pair: Pair, part: Part) -> tuple[Cell, ...]:
    return (" – ".join(pair.names), part.votes, *map(_bounded, part.figures))


def _bounded(figure: Figure) -> str:
    if figure.value is None:
        return figure.why or "–"
    if figure.low is None or figure.high is None:
        return _signed(f"{figure.value:.2f}")
    return _signed(f"{figure.value:.2f} ({figure.low:.2f} to {figure.high:.2f})")


def _signed(words: str) -> str:
    return words.replace("-0.00", "0.00").replace("-", "\u2212")


def _beside(found: Compared) -> Iterator[Table]:
    """The figures without and with adoptions without a vote, over the same sessions."""
    rows: list[tuple[Cell, ...]] = []
    for pair in found.pairs:
        for which, part in (("recorded votes", pair.recorded), ("with them", pair.with_consensus)):
            if part is not None:
                adopted = part.consensus if which == "with them" else None
                figures = tuple(map(_bounded, part.figures))
                rows.append((" – ".join(pair.names), which, part.votes, adopted, *figures))
    if rows:
        columns = ("states", "counted", "votes", "adopted without a vote", *_COLUMNS[2:])
        sessions = listed(list(found.consensus_sessions))
        yield Table(
            f"Beside: adoptions without a vote as agreement, sessions {sessions}", columns,
            tuple(rows), "An adoption without a vote is no recorded position of any State.",
        )  # fmt: skip


def _closely(pair: Pair) -> Iterator[Table]:
    """The positions of two states side by side, and how they agreed over sessions and issues."""
    first, second = pair.names
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (side, *row) for side, row in zip(_SIDES, pair.table, strict=True)
    )
    yield Table(f"Votes by position: {first} down, {second} across", ("", *_SIDES), rows)
    columns = ("", "votes", "took none", *_COLUMNS[2:])
    for title, parts in (("By session", pair.sessions), ("By issue", pair.issues)):
        kept = [part for part in parts if part.votes or part.silent]
        if kept:
            yield Table(title, columns, tuple(map(_short_row, kept)))


def _short_row(part: Part) -> tuple[Cell, ...]:
    cells = (
        (figure.why or "–") if figure.value is None else _signed(f"{figure.value:.2f}")
        for figure in part.figures
    )
    return (part.label, part.votes, part.silent, *cells)


def _notes(found: Compared) -> Iterator[str]:
    for name in INDICES:
        yield f"{NAMES[name]}: {SOURCES[name]}."
    yield (
        "In brackets bounds of 95 per cent, votes taken as drawn one by one; texts that return "
        f"every year make them narrower than they are. Below {counted(found.minimum, 'vote')} no "
        "figure is given. Not voting is no position."
    )
    if found.consensus:
        yield "Adoptions without a vote are counted as agreement where they are known."


def _flat(part: Part) -> dict[str, Cell]:
    flat: dict[str, Cell] = {
        "label": part.label, "votes": part.votes, "silent": part.silent,
        "consensus": part.consensus,
    }  # fmt: skip
    for figure in part.figures:
        flat[figure.index] = figure.value
        flat[f"{figure.index}_low"] = figure.low
        flat[f"{figure.index}_high"] = figure.high
    return flat
