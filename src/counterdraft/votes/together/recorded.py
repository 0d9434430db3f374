"""What comes of the record of a state: the values, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from counterdraft.model.framed import Columns, Kinds
from counterdraft.model.rollcall import Position
from counterdraft.votes.together.indices import NAMES, SOURCES, Index
from counterdraft.votes.together.nearest import Neighbour
from counterdraft.votes.together.result import Result
from counterdraft.votes.together.seats import name_of
from counterdraft.votes.together.told import Cell, Table, Told, columns_of, noted
from counterdraft.wording.english import counted, long_date, some

RECORD_SCHEMA = "counterdraft/votes-state/1"
FEW = 5
"""States that hold a position at most for it to be that of a small minority."""
_CLOSEST, _MOST = 10, 15


class Sides(Struct, frozen=True, kw_only=True):
    """How it voted in some of the votes.

    ``with_first`` of ``of`` counted votes it took the commonest position; votes in
    which two positions were equal first, and those in which it took none, are not counted.
    """

    label: str
    yes: int
    abstain: int
    no: int
    not_voting: int
    with_first: int
    of: int


class WithGroup(Struct, frozen=True, kw_only=True):
    """A group that it is or was in: how often it took the first position of the other members."""

    code: str
    name: str
    votes: int
    with_first: int
    tied: int
    listed_as_of: str | None


class Stand(Struct, frozen=True, kw_only=True):
    """A vote in which few took its position: who else did, and the figures of all."""

    vote: str
    date: str | None
    session: str | None
    symbol: str | None
    title: str | None
    position: Position
    others: tuple[str, ...]
    yes: int
    abstain: int
    no: int


class Step(Struct, frozen=True):
    """Its positions in a session on texts of one title, in order."""

    session: str
    positions: tuple[Position, ...]


class Moved(Struct, frozen=True, kw_only=True):
    """Texts of one title over several sessions on which it did not always vote the same."""

    title: str
    changes: int
    steps: tuple[Step, ...]


class Record(Result, frozen=True, kw_only=True):
    """The record of a state in the votes that were asked about."""

    code: str
    name: str
    asked: str
    bounds: str
    minimum: int
    index: Index
    notes: tuple[str, ...]
    all: Sides
    sessions: tuple[Sides, ...]
    issues: tuple[Sides, ...]
    groups: tuple[WithGroup, ...]
    neighbours: tuple[Neighbour, ...]
    few: int
    stands: tuple[Stand, ...]
    titles: int
    moved: tuple[Moved, ...]

    schema: ClassVar[str] = RECORD_SCHEMA
    kinds: ClassVar[Kinds] = dict.fromkeys(
        ("yes", "abstain", "no", "not_voting", "with_first", "of"), int
    )

    def told(self) -> Told:
        """The record in sentences and tables."""
        return Told(
            f"{self.name}: its record", f"{self.asked}: {self.bounds}.",
            (*noted(self.notes), *_says(self)),
            tuple(_tables(self)), tuple(_notes(self)),
        )  # fmt: skip

    def columns(self) -> Columns:
        """A row for each part of the votes: all, sessions, issues."""
        rows = [
            {"state": self.code, "cut": cut,
             **{name: getattr(part, name) for name in Sides.__struct_fields__}}
            for cut, parts in (("all", (self.all,)), ("session", self.sessions),
                               ("issue", self.issues))
            for part in parts
        ]  # fmt: skip
        return columns_of(rows, ("state", "cut", *Sides.__struct_fields__))


def _says(found: Record) -> Iterator[str]:
    sides = found.all
    cast = sides.yes + sides.abstain + sides.no
    yield (
        f"{found.name} voted {_times(sides.yes)} yes, {_times(sides.no)} no and abstained "
        f"{_times(sides.abstain)}; in {counted(sides.not_voting, 'vote')} it took no position."
    )
    if cast < found.minimum:
        yield f"In {counted(cast, 'vote')} it took one: too few for shares."
    elif sides.of:
        yield (
            f"It took the commonest position in {_share(sides.with_first, sides.of)} of "
            f"{counted(sides.of, 'vote')} that had one; more States took it than any other."
        )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _share(part: int, of: int) -> str:
    return f"{100 * part / of:.0f}%" if of else "–"


def _tables(found: Record) -> Iterator[Table]:
    for title, cuts in (("By session", found.sessions), ("By issue", found.issues)):
        if cuts:
            yield Table(title, _SIDES, tuple(_row(cut, found.minimum) for cut in cuts))
    if found.groups:
        rows = tuple(
            (each.name, each.votes, each.with_first, _least(each, found.minimum), each.tied)
            for each in found.groups
        )
        columns = ("", "votes", "with it", "share", "ties")
        yield Table("With the first position of the other members of its groups", columns, rows)
    yield from _nearest(found)
    if found.moved:
        yield _moved(found)
    if found.stands:
        yield _stands(found)


_SIDES = ("", "yes", "abstain", "no", "took none", "with the commonest", "of")


def _row(sides: Sides, minimum: int) -> tuple[Cell, ...]:
    share = _share(sides.with_first, sides.of) if sides.of >= minimum else "too few votes"
    return (
        sides.label, sides.yes, sides.abstain, sides.no, sides.not_voting, share, sides.of
    )  # fmt: skip


def _least(group: WithGroup, minimum: int) -> str:
    return _share(group.with_first, group.votes) if group.votes >= minimum else "too few votes"


def _nearest(found: Record) -> Iterator[Table]:
    """The closest and the farthest, each with how many votes it is of."""
    columns = ("", "votes", NAMES[found.index], "95 per cent")
    half = min(_CLOSEST, (len(found.neighbours) + 1) // 2)
    for title, some_ in (
        ("Closest States", found.neighbours[:half]),
        ("Farthest States", found.neighbours[: -half - 1 : -1] if half else ()),
    ):
        rows = tuple((each.name, each.votes, each.value, _bounds(each)) for each in some_)
        if rows:
            yield Table(title, columns, rows)


def _bounds(each: Neighbour) -> str | None:
    if each.low is None or each.high is None:
        return None
    return f"{each.low:.2f} to {each.high:.2f}".replace("-", "\u2212")


def _moved(found: Record) -> Table:
    rows = tuple(
        (each.title, counted(each.changes, "change"), _steps(each)) for each in found.moved[:_MOST]
    )
    return Table(
        f"Texts of one title on which it moved: {len(found.moved)} of {found.titles} that came "
        "back, the latest first", ("title", "", "by session"), rows,
    )  # fmt: skip


def _steps(moved: Moved) -> str:
    """The positions in short: sessions in which it is the same stand together."""
    runs: list[tuple[str, str, str]] = []
    for step in moved.steps:
        said = "/".join(dict.fromkeys(step.positions))
        if runs and runs[-1][2] == said:
            runs[-1] = (runs[-1][0], step.session, said)
        else:
            runs.append((step.session, step.session, said))
    return "; ".join(
        f"{first if first == last else f'{first}–{last}'} {said}" for first, last, said in runs
    )


def _stands(found: Record) -> Table:
    rows = tuple(
        (long_date(each.date) if each.date else None, each.symbol or each.vote, each.title,
         each.position, f"{each.yes}-{each.no}-{each.abstain}",
         some([name_of(code) for code in each.others], found.few) or "alone")
        for each in reversed(found.stands[-_MOST:])
    )  # fmt: skip
    alone = sum(not each.others for each in found.stands)
    title = (
        f"The latest of {counted(len(found.stands), 'vote')} in which at most {found.few} States "
        f"took its position, {alone} of them alone"
    )
    return Table(title, ("date", "text", "title", "it", "yes-no-abstain", "with"), rows)


def _notes(found: Record) -> Iterator[str]:
    yield f"{NAMES[found.index]}: {SOURCES[found.index]}."
    yield (
        "The commonest position need not be that of most States; where two are equal first there "
        f"is none. Not voting is no position. Below {counted(found.minimum, 'vote')} no share and "
        "no neighbour is given. Titles are compared as the sources print them, years and sessions "
        "aside; a text whose title changed is not followed, and keywords in capitals are no title."
    )
    for group in found.groups:
        if group.listed_as_of:
            yield (
                f"{group.name}: when each member joined is not known; the list of "
                f"{group.listed_as_of} is used for every year."
            )
