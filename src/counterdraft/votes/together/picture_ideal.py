"""Ideal points → pictures: named states over sessions with bands, or all states of one session."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.charts.lines import Axes, Point, lines
from counterdraft.charts.stack import Named, stack
from counterdraft.errors import NothingToCount
from counterdraft.votes.together.pictures import MOST_LINES, Picture, in_order
from counterdraft.votes.together.scaled import IdealPoint, Scaled, direction, without_band
from counterdraft.votes.together.seats import name_of
from counterdraft.wording.english import counted, listed


def of_scaled(found: Scaled, *, strip: bool = False) -> Picture:
    """The named states over sessions; with none, or as ``strip``, all states of one session."""
    return _over_time(found) if found.states and not strip else _strip(found)


def _over_time(found: Scaled) -> Picture:
    if len(found.states) > MOST_LINES:
        raise NothingToCount(
            f"more than {MOST_LINES} lines cannot be told apart", remedy="Name fewer States"
        )
    drawn = [each for code in found.states for each in found.of(code)]
    points = [Point(each.name, each.session, each.point, each.low, each.high) for each in drawn]
    if not points:
        raise NothingToCount("they took a position in too few votes of every session")
    title = f"Ideal points of {listed([name_of(code) for code in found.states])}"
    subtitle = f"Bands: 90 per cent. {found.asked}: {found.bounds}. {_reading(found, drawn)}"
    chart = lines(
        points, in_order(found.sessions), Axes("session", "ideal point", middle=0), title, subtitle
    )
    return Picture(chart, title, f"{subtitle} {_ends(points)}.")


def _ends(points: list[Point]) -> str:
    said = []
    for name in dict.fromkeys(point.line for point in points):
        mine = [point for point in points if point.line == name]
        said.append(
            f"{name}: {mine[0].value:.2f} in session {mine[0].at}, "
            f"{mine[-1].value:.2f} in session {mine[-1].at}"
        )
    return "; ".join(said)


def _reading(found: Scaled, drawn: Sequence[IdealPoint]) -> str:
    notes = "".join(f" {note}." for note in found.notes)
    turned = without_band(drawn)
    apart = f" Own votes lie elsewhere, no band: {turned}." if turned else ""
    return f"Near points: votes alike. {direction(found)}{apart}{notes}"


def _strip(found: Scaled) -> Picture:
    points = found.in_session(found.session)
    if not points:
        raise NothingToCount(f"no State took a position in enough votes of {found.session}")
    title = f"Ideal points in session {found.session}"
    errors = sorted(each.standard_error for each in points if each.standard_error is not None)
    error = f"{errors[len(errors) // 2]:.2f}" if errors else "not known"
    subtitle = (
        f"{counted(len(points), 'State')} by ISO code, each over its point, the median standard "
        f"error {error}. {found.asked}: {found.bounds}. {_reading(found, points)}"
    )
    named = [Named(each.code, each.point, each.code in found.states) for each in points]
    chart = stack(named, "ideal point", title, subtitle)
    first, last = points[0], points[-1]
    ends = f"From {first.name} at {first.point:.2f} to {last.name} at {last.point:.2f}."
    return Picture(chart, title, f"{subtitle} {ends}")
