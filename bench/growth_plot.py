"""How times grow with a corpus, as an SVG: both axes logarithmic, lines from one first point."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, MARGIN = 640, 360, 56
COLOURS = ("#0072b2", "#d55e00", "#555555")  # told apart by the colour-blind as well


class Line(NamedTuple):
    """What a line shows, and how often each value is the first one."""

    name: str
    values: Sequence[float]


def growth_svg(
    sizes: Sequence[int], lines: Sequence[Line], what: str = "corpus", unit: str = "paragraphs"
) -> str:
    """The lines over the sizes, of ``unit``; beside them one that grows as ``what`` does."""
    same = Line(f"as the {what} grows", [size / sizes[0] for size in sizes])
    shown = [*lines, same]
    top = max(max(line.values) for line in shown) * 1.2
    low = min(min(line.values) for line in shown) / 1.2
    body = [_axis(sizes, unit)]
    for nth, (line, colour) in enumerate(zip(shown, COLOURS, strict=False)):
        points = [(_x(size, sizes), _y(value, low, top))
                  for size, value in zip(sizes, line.values, strict=True)]  # fmt: skip
        dash = ' stroke-dasharray="5 4"' if line is same else ""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        body.append(f'<polyline points="{path}" fill="none" stroke="{colour}"{dash}/>')
        body += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        body.append(f'<text x="{MARGIN + 12}" y="{30 + 18 * nth}" fill="{colour}">{line.name}: '
                    f"{line.values[-1]:.1f} times</text>")  # fmt: skip
    title = f"Time over the size of the {what}, each as so many times its first value"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{title}</title>'
        f'<rect width="100%" height="100%" fill="white"/>{"".join(body)}</svg>\n'
    )


def _axis(sizes: Sequence[int], unit: str) -> str:
    base = HEIGHT - MARGIN
    ticks = "".join(
        f'<text x="{_x(size, sizes):.1f}" y="{base + 20}" text-anchor="middle">{size:,}</text>'
        for size in sizes
    )
    middle = (MARGIN + WIDTH) / 2
    return (
        f'<line x1="{MARGIN}" y1="{base}" x2="{WIDTH}" y2="{base}" stroke="black"/>{ticks}'
        f'<text x="{middle}" y="{base + 42}" text-anchor="middle">{unit}</text>'
    )


def _x(size: int, sizes: Sequence[int]) -> float:
    return MARGIN + (WIDTH - 2 * MARGIN) * _share(size, sizes[0], sizes[-1])


def _y(value: float, low: float, top: float) -> float:
    return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * _share(value, low, top)


def _share(value: float, low: float, top: float) -> float:
    return (log10(value) - log10(low)) / (log10(top) - log10(low))
