"""What comes of scaling votes: ideal points by state and session, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from msgspec import Struct

from counterdraft.model.framed import Columns, Kinds
from counterdraft.votes.together.result import Result
from counterdraft.votes.together.seats import name_of
from counterdraft.votes.together.told import Table, Told, columns_of, noted
from counterdraft.wording.english import counted, listed

IDEAL_SCHEMA = "counterdraft/votes-ideal/1"
_ENDS = 15


OwnVotes = Literal["higher", "lower"]


class IdealPoint(Struct, frozen=True, kw_only=True):
    """Where a state stands in a session, with bounds of 90 per cent, and of how many votes.

    ``own_votes`` says on which side of the point they would have the state by themselves, where
    they pull away from it too hard for the model; then it has no standard error and no bounds.
    """

    code: str
    name: str
    session: str
    point: float
    standard_error: float | None
    low: float | None
    high: float | None
    votes: int
    own_votes: OwnVotes | None = None


class Scaled(Result, frozen=True, kw_only=True):
    """Ideal points of all states in all sessions that were asked about.

    ``states`` are those asked for by name, ``session`` the one shown where there are none.
    ``anchor`` is the state that was put on the positive side; None where the longer tail of all
    points is. ``unanimous`` votes tell nothing; ``few`` points were left out because the state
    took a position in fewer than ``minimum`` votes of the session.
    """

    asked: str
    bounds: str
    minimum: int
    states: tuple[str, ...]
    session: str
    anchor: str | None
    bridged: int
    used: int
    unanimous: int
    few: int
    innovation_variance: float
    converged: bool
    notes: tuple[str, ...]
    sessions: tuple[str, ...]
    points: tuple[IdealPoint, ...]

    schema: ClassVar[str] = IDEAL_SCHEMA
    kinds: ClassVar[Kinds] = {
        **dict.fromkeys(("point", "standard_error", "low", "high"), float), "votes": int,
    }  # fmt: skip

    def told(self) -> Told:
        """The points of the named states over sessions, or both ends of one session."""
        tables = tuple(_of_states(self)) if self.states else tuple(_of_session(self))
        return Told(
            "Ideal points", f"{self.asked}: {self.bounds}.", (*noted(self.notes), *_says(self)),
            tables,
            tuple(_notes(self)),
        )  # fmt: skip

    def columns(self) -> Columns:
        """A row for each state and session."""
        names = IdealPoint.__struct_fields__
        rows = [{name: getattr(each, name) for name in names} for each in self.points]
        return columns_of(rows, names)

    def of(self, code: str) -> tuple[IdealPoint, ...]:
        """The points of a state, in order of time."""
        return tuple(each for each in self.points if each.code == code)

    def in_session(self, session: str) -> tuple[IdealPoint, ...]:
        """The points of a session, ascending."""
        found = (each for each in self.points if each.session == session)
        return tuple(sorted(found, key=lambda each: (each.point, each.code)))


def _says(found: Scaled) -> Iterator[str]:
    yield (
        f"{counted(found.used, 'vote')} told States apart and {found.unanimous:,} did not; "
        f"{counted(len(found.points), 'point')} in {counted(len(found.sessions), 'session')}."
    )
    yield direction(found)
    if not found.converged:
        yield "The estimate had not come to rest: take more votes or sessions."


def direction(found: Scaled) -> str:
    """What the sign of a point means, which is nothing but who is on one side with whom."""
    if found.anchor is not None:
        return f"{name_of(found.anchor)} was put on the positive side; the sign says nothing else."
    return (
        "Positive is the side to which points lie farther out, all sessions together; the sign "
        "says nothing else, and --anchor chooses another."
    )


def _of_states(found: Scaled) -> Iterator[Table]:
    columns = ("session", "point", "standard error", "90 per cent", "votes")
    for code in found.states:
        rows = tuple(
            (each.session, each.point, each.standard_error, _bounds(each), each.votes)
            for each in found.of(code)
        )
        note = None if rows else "It took a position in too few votes of every session."
        yield Table(name_of(code), columns, rows, note)


def _of_session(found: Scaled) -> Iterator[Table]:
    """Both ends of a session; the whole is in CSV and JSON, and in the picture."""
    points = found.in_session(found.session)
    columns = ("", "point", "standard error", "90 per cent", "votes")
    half = min(_ENDS, (len(points) + 1) // 2)
    for title, some in (("lowest", points[:half]), ("highest", points[: -half - 1 : -1])):
        rows = tuple(
            (each.name, each.point, each.standard_error, _bounds(each), each.votes) for each in some
        )
        if rows:
            yield Table(f"Session {found.session}: the {title} of {len(points)}", columns, rows)


def _bounds(point: IdealPoint) -> str:
    if point.low is None or point.high is None:
        return f"none; own votes {point.own_votes}"
    return f"{point.low:.2f} to {point.high:.2f}".replace("-", "\u2212")


def _notes(found: Scaled) -> Iterator[str]:
    yield (
        "An ideal point is a place on the one line that explains the votes best: States whose "
        "points are near voted alike (Bailey, Strezhnev and Voeten 2017). All points together "
        "have the mean 0 and the standard deviation 1. A point is relative to the votes that "
        "were taken; it is no measure of what is right."
    )
    yield (
        f"Left out: unanimous votes, which tell nothing; {counted(found.few, 'point')} of States "
        f"with fewer than {counted(found.minimum, 'vote')} in a session. Not voting is no "
        "position. Special sessions are counted with the regular one in which they were held."
    )
    if any(each.own_votes for each in found.points):
        yield _turned(found)
    if found.bridged:
        yield f"{counted(found.bridged, 'title')} that came back were taken as one content each."
    if found.anchor is None and found.states:
        yield f"Shown: {listed([name_of(code) for code in found.states])}."


def _turned(found: Scaled) -> str:
    """Which points lie between what two times' votes say, and why they have no band."""
    many = sum(each.own_votes is not None for each in found.points)
    named = [each for code in found.states for each in found.of(code)]
    shown = without_band(named if found.states else found.in_session(found.session))
    return (
        f"No band: {counted(many, 'point')} of States that moved further than the model, in which "
        f"all States move alike, lets them{f', here {shown}' if shown else ''}. Such a point lies "
        "between what the votes of the session say and where the State stood before or after; "
        "--session shows a session alone."
    )


def without_band(points: Iterable[IdealPoint]) -> str:
    """Which of some points have no band: "Chile in session 72 and Fiji in session 73"."""
    return listed([f"{each.name} in session {each.session}" for each in points if each.own_votes])
