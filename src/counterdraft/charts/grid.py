"""Things by places, in a few ordered degrees → a picture of squares, one panel for each text.

SVG, drawn here, the same for the same squares. Every row and column has its place, so that where
nothing is said shows as a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, radians, sin
from typing import NamedTuple

from counterdraft.charts.look import AXIS, INK, LINE, SOFT
from counterdraft.charts.svg import BOLD, box, line, opened, text, turned, width_of
from counterdraft.charts.titles import titled

_ROW, _WIDTH, _LABELS = 19, 760, 30
_SIZE, _HEAD, _TITLE = 12, 13, 16  # of the words, in pixels: of most, a panel's name, the title
_LONGEST = 300  # of the names of rows, in pixels
_MARGIN, _TURN = 5.8, 300
# From line to line: of a title, from it to what stands below, of that, and to the first panel.
_TITLES, _BELOW, _LINES, _FIRST = 18, 18, 14, 24
# From a panel's name to its note, from that to the squares, from the last words to the next panel.
_NOTE, _SQUARES, _NEXT, _LEGEND, _FOOT = 15, 12, 36, 26, 12


class Cell(NamedTuple):
    """A square: its row and column, and the degree that it is coloured by."""

    row: str
    column: str
    degree: str


class Panel(NamedTuple):
    """The squares of one text, and all of its columns in their order; ``note`` is said below."""

    name: str
    note: str
    cells: Sequence[Cell]
    columns: Sequence[str]


class Grid(NamedTuple):
    """What is drawn: the panels, one below the other, and what they have in common.

    ``rows`` are all rows in their order, ``degrees`` the degrees with their colours, strongest
    first, ``across`` what the columns are.
    """

    panels: Sequence[Panel]
    rows: Sequence[str]
    degrees: dict[str, str]
    across: str


def grid_to_svg(grid: Grid, title: str, subtitle: str, name: str, description: str) -> str:
    """The picture, headed by ``title`` and ``subtitle``."""
    names = [_fitted(row) for row in grid.rows]
    left = ceil(max((width_of(each, _SIZE) for each in names), default=0) + 7)
    wrapped = titled(title, subtitle, _WIDTH + 160)
    parts, at = _headed(wrapped["text"], wrapped["subtitle"])
    for panel in grid.panels:
        drawn, at = _panel(panel, grid, names, left, at)
        parts += drawn
    legend = at - _NEXT + _LEGEND
    parts += _legend(grid.degrees, left, legend)
    said = [
        *(width_of(each, _TITLE) * BOLD for each in wrapped["text"]),
        *(width_of(each, _SIZE) for each in wrapped["subtitle"]),
        *(width_of(panel.name, _HEAD) * BOLD for panel in grid.panels),
        *(width_of(panel.note, _SIZE) for panel in grid.panels),
    ]
    wide = max(left + _WIDTH + 5, ceil(max(said, default=0) + 2 * _MARGIN))
    return "\n".join([opened(wide, ceil(legend + _FOOT), name, description), *parts, "</svg>\n"])


def _fitted(label: str) -> str:
    """The name of a row, cut where it has no room."""
    if width_of(label, _SIZE) <= _LONGEST:
        return label
    while label and width_of(f"{label}…", _SIZE) > _LONGEST:
        label = label[:-1]
    return f"{label}…"


def _headed(titles: Sequence[str], below: Sequence[str]) -> tuple[list[str], float]:
    """The title and what is below it, and where the name of the first panel stands."""
    parts, y = [], 0.0
    for each in titles:
        y += _TITLES
        look = f'font-size="{_TITLE}" font-weight="bold"'
        parts.append(text(_MARGIN, y, each, INK, "start", look))
    y += _BELOW - _LINES
    for each in below:
        y += _LINES
        parts.append(text(_MARGIN, y, each, SOFT, "start"))
    return parts, y + _FIRST


def _panel(
    panel: Panel, grid: Grid, names: Sequence[str], left: float, at: float
) -> tuple[list[str], float]:
    """A panel whose name stands at a height, and where that of the next one stands."""
    top = at + _NOTE + _SQUARES
    bottom = top + _ROW * len(names)
    columns = list(dict.fromkeys([*panel.columns, *(cell.column for cell in panel.cells)]))
    step = _WIDTH / max(len(columns), 1)
    shown = columns[:: max(ceil(len(columns) / _LABELS), 1)]
    below = bottom + 2.5 + 16.5 + sin(radians(60)) * _longest(shown)
    name = f'font-size="{_HEAD}" font-weight="bold"'
    parts = [
        text(_MARGIN, at, panel.name, INK, "start", name),
        text(_MARGIN, at + _NOTE, panel.note, SOFT, "start"),
        *_squares(panel.cells, columns, grid, (left, top)),
        *_lines(len(names), left, top),
        *_columns(columns, shown, (left, bottom), step),
        text(left + _WIDTH / 2 + 0.5, below, grid.across, SOFT, "middle"),
        *(text(left - 1.5, top + _ROW * n + 14, each, INK, "end") for n, each in enumerate(names)),
    ]
    return parts, int(below) + _NEXT


def _longest(labels: Sequence[str]) -> float:
    return max((width_of(each, _SIZE) for each in labels), default=0)


def _squares(
    cells: Sequence[Cell], columns: Sequence[str], grid: Grid, corner: tuple[float, float]
) -> Iterator[str]:
    across = {column: n for n, column in enumerate(columns)}
    down = {row: n for n, row in enumerate(grid.rows)}
    step = _WIDTH / max(len(columns), 1)
    for cell in cells:
        x, y = corner[0] + step * across[cell.column], corner[1] + _ROW * down[cell.row]
        look = f'fill="{grid.degrees[cell.degree]}" stroke="#ffffff" stroke-width="0.5"'
        yield box(x, y, step, _ROW, look)


def _lines(rows: int, left: float, top: float) -> Iterator[str]:
    """A line above and below each row, and those of the axes."""
    right, bottom = left + _WIDTH + 0.5, top + _ROW * rows + 0.5
    for n in range(rows):
        yield line(left + 0.5, top + _ROW * n + 0.5, right, top + _ROW * n + 0.5, LINE)
    yield line(left + 0.5, bottom, right, bottom, AXIS)
    yield line(left + 0.5, top + 0.5, left + 0.5, bottom, AXIS)


def _columns(
    columns: Sequence[str], shown: Sequence[str], corner: tuple[float, float], step: float
) -> Iterator[str]:
    places = {column: n for n, column in enumerate(columns)}
    for each in shown:
        x, y = corner[0] + step * (places[each] + 0.5), corner[1] + 2.5
        yield text(x, y, each, INK, "end", turned(_TURN, x, y, 4))


def _legend(degrees: dict[str, str], left: float, middle: float) -> Iterator[str]:
    x = left + 1
    for degree, colour in degrees.items():
        yield box(x, middle - 5, 10, 10, f'fill="{colour}"')
        yield text(x + 15, middle + 4, degree, INK, "start")
        x += ceil(27 + width_of(degree, _SIZE))
