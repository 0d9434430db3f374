"""Results → pictures: what is drawn, what it is called, and what it shows in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterdraft.charts.heat import Square, heat
from counterdraft.charts.lines import Axes, Point, lines
from counterdraft.charts.spec import Spec
from counterdraft.errors import NothingToCount
from counterdraft.votes.together.compared import Compared
from counterdraft.votes.together.indices import NAMES, Index
from counterdraft.votes.together.recorded import Record
from counterdraft.votes.together.united import Blocs, Cohesion
from counterdraft.wording.english import counted, listed, sentence

MOST_LINES, _MOST_ROWS = 8, 40
_BOUNDS: dict[Index, tuple[float, float]] = {
    "same": (0, 1), "half": (0, 1), "s": (-1, 1), "kappa": (-1, 1), "pi": (-1, 1),
}  # fmt: skip


class Picture(NamedTuple):
    """A chart, its title, and its description for those who do not see it."""

    chart: Spec
    title: str
    description: str


def of_compared(found: Compared, index: Index = "half") -> Picture:
    """Agreement of each pair of states over sessions, with bounds of 95 per cent."""
    points, order, left = _drawn(
        Point(" – ".join(pair.names), part.label, figure.value, figure.low, figure.high)
        for pair in found.pairs
        for part in pair.sessions
        for figure in part.figures
        if figure.index == index and figure.value is not None
    )
    title = f"Agreement of {_named(found)} in votes"
    axes = Axes("session", NAMES[index], _BOUNDS[index], 0 if _BOUNDS[index][0] < 0 else None)
    subtitle = (
        f"{sentence(NAMES[index])[:-1]}, by session. {found.asked}: {found.bounds}. Bands: 95 per "
        f"cent. No figure for a session with fewer than {counted(found.minimum, 'vote')} together."
        f"{left}{_also(found.notes)}"
    )
    said = "; ".join(_ends(points, name) for name in dict.fromkeys(p.line for p in points))
    return Picture(lines(points, order, axes, title, subtitle), title, f"{subtitle} {said}.")


def _named(found: Compared) -> str:
    return listed(list(dict.fromkeys(name for pair in found.pairs for name in pair.names)))


def _also(notes: Sequence[str]) -> str:
    return "".join(f" {note}." for note in notes)


def in_order(labels: Iterable[str]) -> list[str]:
    """Regular sessions by number; special ones have no place among them."""
    found = set(labels)
    return sorted((label for label in found if label.isdigit()), key=int) or sorted(found)


def _drawn(points: Iterable[Point]) -> tuple[list[Point], list[str], str]:
    """The points of regular sessions, these in order, and that others are left out if they are."""
    points = list(points)
    order = in_order(point.at for point in points)
    kept = [point for point in points if point.at in order]
    if not kept:
        raise NothingToCount("there are too few votes for a figure of a session: nothing to draw")
    return kept, order, " Special sessions are not drawn." if len(kept) < len(points) else ""


def _ends(points: Sequence[Point], name: str) -> str:
    mine = [point for point in points if point.line == name]
    first, last = mine[0], mine[-1]
    return f"{name}: {first.value:.2f} in session {first.at}, {last.value:.2f} in session {last.at}"


def of_blocs(found: Blocs) -> Picture:
    """Cohesion over sessions, a line a group, with bounds of 95 per cent."""
    points, order, left = _drawn(
        Point(group.name, cut.label, cut.agreement, cut.low, cut.high)
        for group in found.groups
        for cut in group.sessions
        if cut.agreement is not None
    )
    if len({point.line for point in points}) > MOST_LINES:
        raise NothingToCount(
            f"more than {MOST_LINES} lines cannot be told apart", remedy="Name fewer groups"
        )
    title = f"How united {listed([group.name for group in found.groups])} voted"
    subtitle = f"Agreement index, by session. {_bounds(found)}{left}"
    axes = Axes("session", "agreement index", (0, 1))
    said = "; ".join(_ends(points, name) for name in dict.fromkeys(p.line for p in points))
    return Picture(lines(points, order, axes, title, subtitle), title, f"{subtitle} {said}.")


def _bounds(found: Blocs) -> str:
    lists = [
        f"the list of {group.code} is that of {group.listed_as_of}"
        for group in found.groups
        if group.listed_as_of
    ]
    return (
        f"{found.asked}: {found.bounds}. Bands: 95 per cent. No figure for a session with fewer "
        f"than {counted(found.minimum, 'vote')}. "
        f"{listed(lists).capitalize() + '.' if lists else ''}"
    ).strip()


def of_departures(found: Blocs, group: Cohesion) -> Picture:
    """Who stood apart from a group, a row a member, a column a session."""
    rows = [each for each in group.members if each.votes][:_MOST_ROWS]
    squares = [
        Square(each.name, cut.session, cut.against / cut.votes, cut.votes)
        for each in rows
        for cut in each.sessions
    ]
    columns = in_order(square.column for square in squares)
    squares = [square for square in squares if square.column in columns]
    if not squares:
        raise NothingToCount(f"no member of {group.name} had a position: nothing to draw")
    title = f"{group.name}: who stood apart from its first position"
    left = len(group.members) - len(rows)
    more = f" The {len(rows)} of {len(group.members)} members furthest apart." if left else ""
    lists = f" The list of members is that of {group.listed_as_of}." if group.listed_as_of else ""
    subtitle = (
        "Share of votes apart from the group's first position, of those in which the member took "
        f"one, by session. {found.asked}: "
        f"{found.bounds}.{more}{lists} White: no such votes, or no member."
    )
    chart = heat(
        squares, [each.name for each in rows], columns, "session", "votes apart", title, subtitle
    )
    said = "; ".join(f"{each.name} in {each.against} of {each.votes}" for each in rows[:5])
    return Picture(chart, title, f"{subtitle} Furthest: {said}.")


def of_record(found: Record) -> Picture:
    """How often a state took the commonest position, over sessions."""
    points, order, left = _drawn(
        Point(found.name, cut.label, cut.with_first / cut.of)
        for cut in found.sessions
        if cut.of >= found.minimum
    )
    title = f"{found.name}: how often it took the commonest position"
    subtitle = (
        f"Share of votes, by session. {found.asked}: {found.bounds}.{left}{_also(found.notes)}"
    )
    chart = lines(
        points, order, Axes("session", "share of votes", (0, 1)), title, subtitle
    )  # fmt: skip
    return Picture(chart, title, f"{subtitle} {_ends(points, found.name)}.")
