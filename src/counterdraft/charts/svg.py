"""The parts of the pictures that are drawn here: words and lines as SVG, every word escaped."""

from __future__ import annotations

from html import escape

from counterdraft.charts.look import FONT
from counterdraft.text.printable import printable

# Of the usual letters without serifs, in thousandths of their size.
_WIDTHS = {
    **dict.fromkeys("'ijl", 222), **dict.fromkeys("ft /.,:;I", 278), **dict.fromkeys("r()-", 333),
    **dict.fromkeys("cksvxyzJ", 500), **dict.fromkeys("FTZ", 611), **dict.fromkeys("wCDHNRU", 722),
    **dict.fromkeys("GOQ", 778), **dict.fromkeys("mM", 833), "W": 944, "…": 1000,
}  # fmt: skip
_OTHERS, _CAPITALS = 556, 667
# Words with letters from here on are in another font, which is wider.
_FAR, _ELSE = "\u2e80", 1.3
BOLD = 1.1  # a bold letter is so many times as wide


def words(text: str) -> str:
    """Words as SVG may hold them."""
    return escape(printable(text))


def opened(width: float, height: float, title: str, description: str) -> str:
    """The beginning of a picture of so many pixels, on white, up to its first part."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img" aria-label="{words(title)}" '
        f'font-family="{FONT}" font-size="12">\n'
        f"<title>{words(title)}</title><desc>{words(description)}</desc>\n"
        f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>'
    )


def text(x: float, y: float, said: str, colour: str, anchor: str, more: str = "") -> str:
    """Words at a place, which is their ``anchor``: start, middle or end."""
    return (
        f'<text x="{x:g}" y="{y:g}" fill="{colour}" text-anchor="{anchor}"'
        f"{more and ' '}{more}>{words(said)}</text>"
    )


def line(x1: float, y1: float, x2: float, y2: float, colour: str, more: str = "") -> str:
    """A line of one pixel."""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"'
        f"{more and ' '}{more}/>"
    )


def box(x: float, y: float, wide: float, high: float, look: str) -> str:
    """A rectangle by its upper left corner."""
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" {look}/>'


def turned(degrees: int, x: float, y: float, down: float = 0) -> str:
    """What turns words round their place, and sets them so much lower when they are turned."""
    lower = f" translate(0 {down:g})" if down else ""
    return f'transform="rotate({degrees} {x:g} {y:g}){lower}"'


def width_of(said: str, size: float) -> float:
    """How wide words of a size are, about."""
    said = printable(said)
    letters = (_WIDTHS.get(c) or (_CAPITALS if c.isupper() else _OTHERS) for c in said)
    return size / 1000 * sum(letters) * (_ELSE if max(said, default="") >= _FAR else 1)
