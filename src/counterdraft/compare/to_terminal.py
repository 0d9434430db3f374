"""A Comparison → text for a terminal: summary, the two texts side by side, what that shifts.

What is deleted is red and struck, what is inserted green and underlined; without colour the
first stands in [-…-] and the second in {+…+}. On a narrow terminal B stands below A. Nothing
in the texts reaches the terminal as a command.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from counterdraft.compare import titles
from counterdraft.compare.rows import Cell, Fold, Row, begun_cell, folded
from counterdraft.compare.view import (
    Both,
    Shifted,
    Text,
    View,
    Wanted,
    asked_by,
    view,
)
from counterdraft.model import Comparison
from counterdraft.model.comparison import WordOp
from counterdraft.text.printable import printable
from counterdraft.wording import asked_of_whom
from counterdraft.wording.english import sentence

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text as Styled

NARROW = 90  # columns; with fewer the two texts do not stand side by side
NARROWEST = 20
LABEL = 12  # columns for the name of a paragraph, at most
_STYLES: dict[WordOp, str] = {"same": "", "deleted": "red strike", "inserted": "green underline"}
_SIGNS: dict[WordOp, tuple[str, str]] = {
    "same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}"),
}  # fmt: skip


class _Pen(NamedTuple):
    """What the lines are made with: how wide, in colour or not, the width of a label."""

    width: int
    colour: bool
    label: int


def to_terminal(
    comparison: Comparison, *, width: int = 100, colour: bool = False, whole: bool = False
) -> str:
    """The comparison as lines of ``width`` columns; ``whole`` shows what is the same too."""
    shown = view(comparison)
    rows = list(shown.rows if whole else folded(shown.rows))
    pen = _Pen(max(width, NARROWEST), colour, _label_width(shown, rows))
    console = _console(pen)
    for block in _blocks(shown, rows, pen, whole=whole):
        console.print(block)
    file = console.file
    assert isinstance(file, io.StringIO)  # noqa: S101  # we gave it
    return "".join(f"{line.rstrip(' ')}\n" for line in file.getvalue().split("\n")[:-1])


def _console(pen: _Pen) -> Console:
    from rich.console import Console

    return Console(
        file=io.StringIO(), width=pen.width, force_terminal=pen.colour, no_color=not pen.colour,
        color_system="standard" if pen.colour else None, legacy_windows=False, emoji=False,
        markup=False, highlight=False,
    )  # fmt: skip


def _label_width(shown: View, rows: Iterable[Row | Fold]) -> int:
    edited = [row for row in (*rows, *shown.notes) if isinstance(row, Row)]
    cells = [each for row in edited for each in (*row.a, *row.b)]
    cells += [each for both in shown.both for each in (both.a, both.b)]
    cells += [*shown.alone_a, *shown.alone_b]
    return min(LABEL, max((len(each.name) for each in cells), default=0))


def _blocks(
    shown: View, rows: Sequence[Row | Fold], pen: _Pen, *, whole: bool
) -> Iterator[RenderableType]:
    yield from _head(shown)
    whole = whole or not shown.rivals
    if shown.wanted:
        yield from _wanted(shown.wanted, whole=whole)
    if rows:
        yield from _title("Both in much the same words" if shown.rivals else "The two texts")
        yield _line(_key(pen))
    for row in rows:
        yield ""
        yield _line(row.text, "dim") if isinstance(row, Fold) else _row(row, pen)
    if shown.notes:
        yield from _title(titles.NOTES)
    for row in shown.notes:
        yield from ("", _row(row, pen))
    for name, shifts in shown.shifts:
        yield from _title(name)
        yield from map(_shift, shifts if whole else shifts[: titles.MOST_LISTED])
        yield from _more(len(shifts) - titles.MOST_LISTED, whole=whole)
    if shown.both:
        yield from _title(titles.BOTH)
        shown_both = (*shown.both, *shown.less) if whole else shown.both
        yield from (each for both in shown_both for each in _both(both, pen))
        if shown.less and not whole:
            yield _line(f"Less alike: {_pairs(shown.less)}; --all shows them.")
    for text, cells in ((shown.a, shown.alone_a), (shown.b, shown.alone_b)):
        if cells:
            yield from _title(titles.ALONE.format(text.letter))
            if not whole and any(map(_is_cut, cells)):
                yield _line("How they begin; --all shows the whole of them.", "dim")
            begun = cells if whole else tuple(map(begun_cell, cells))
            yield _below([(each.name, each) for each in begun], pen.label, pen)


def _more(more: int, *, whole: bool) -> Iterator[RenderableType]:
    if more > 0 and not whole:
        yield _item(f"and {more} more; --all shows them")


def _pairs(less: Iterable[Both]) -> str:
    return ", ".join(f"{each.a.name} and B {each.b.name}" for each in less)


def _is_cut(each: Cell) -> bool:
    return begun_cell(each) is not each


def _wanted(wanted: Sequence[Wanted], *, whole: bool) -> Iterator[RenderableType]:
    """Whom both texts ask, then whom one does, and for what."""
    yield from _title(titles.WANTED)
    yield _line(asked_of_whom.NAMES, "dim")
    for title, asked in asked_by(wanted):
        if asked:
            yield from ("", _line(title, "bold"))
        for each in asked:
            yield _item(each.who)
            yield from (_item(said, "   ") for said in _requests(each, whole=whole))


def _requests(each: Wanted, *, whole: bool) -> Iterator[str]:
    for quoted in (each.a, each.b):
        kept = quoted if whole else quoted[: titles.MOST_WANTED]
        yield from (f"{one.ref.letter} {one.ref.name}: “{one.words}”" for one in kept)
        if more := quoted[len(kept) :]:
            yield f"{more[0].ref.letter} also {', '.join(one.ref.name for one in more)}"


def _head(shown: View) -> Iterator[RenderableType]:
    for text in (shown.a, shown.b):
        yield _line(_named(text), "bold")
    yield from ("", _line(shown.note), "")
    for each in shown.sentences:
        yield _item(each.text)


def _named(text: Text) -> str:
    title = f": {text.title}" if text.title else ""
    return f"{text.letter}  {text.name}{title} ({text.source})"


def _key(pen: _Pen) -> str:
    if pen.colour:
        return "Red and struck: A alone has it. Green and underlined: B alone has it."
    return "[-A alone has it-] {+B alone has it+}"


def _title(text: str) -> Iterator[RenderableType]:
    yield from ("", _line(text, "bold underline"))


def _line(text: str, style: str = "") -> Styled:
    from rich.text import Text as Styled

    return Styled(_safe(text), style)


def _safe(text: str) -> str:
    """``text`` on one line, without anything that a terminal would obey."""
    return printable(text).replace("\n", " ").replace("\t", " ")


def _item(text: str, sign: str = "-") -> RenderableType:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1))
    grid.add_row(sign, _line(text))
    return grid


# -- side by side


def _row(row: Row, pen: _Pen) -> RenderableType:
    from rich.console import Group

    grid = _pair(row.a, row.b, pen)
    if row.kind in {"same", "edited"}:
        return grid
    return Group(_line(f"{row.name}: {row.note}", "bold"), grid)


def _pair(a: Sequence[Cell], b: Sequence[Cell], pen: _Pen) -> RenderableType:
    """The cells of A and B beside each other; one below the other where there is no room."""
    from rich.table import Table

    if pen.width < NARROW:
        named = [(f"{letter} {each.name}", each) for letter, cells in (("A", a), ("B", b))
                 for each in cells]  # fmt: skip
        return _below(named, pen.label + 2, pen)
    grid = Table.grid(padding=(0, 1), expand=True)
    for width in (pen.label, None, 1, pen.label, None):
        grid.add_column(width=width, ratio=None if width else 1)
    for n in range(max(len(a), len(b))):
        grid.add_row(*_half(a, n, pen), "", *_half(b, n, pen))
    return grid


def _below(named: Iterable[tuple[str, Cell]], width: int, pen: _Pen) -> RenderableType:
    """Cells one below the other, each with what it is called in a column of ``width``."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=width)
    grid.add_column(ratio=1)
    for name, each in named:
        grid.add_row(_line(name), _words(each, pen))
    return grid


def _half(cells: Sequence[Cell], n: int, pen: _Pen) -> tuple[RenderableType, RenderableType]:
    return (_line(cells[n].name), _words(cells[n], pen)) if n < len(cells) else ("", "")


def _words(each: Cell, pen: _Pen) -> Styled:
    """The words of a cell, marked; the blank before a marked stretch stays outside of it."""
    from rich.text import Text as Styled

    text = Styled()
    for edit in each.words:
        start, end = ("", "") if pen.colour else _SIGNS[edit.op]
        safe = _safe(edit.text)
        core = safe.lstrip(" ")
        text.append(safe[: len(safe) - len(core)])
        if core:
            text.append(f"{start}{core}{end}", _STYLES[edit.op])
    return text


# -- what it means


def _shift(each: Shifted) -> RenderableType:
    return _item(each.statement)


def _both(both: Both, pen: _Pen) -> Iterator[RenderableType]:
    yield ""
    yield _pair((both.a,), (both.b,), pen)
    shared = f"In common: {', '.join(both.shared)}" if both.shared else ""
    said = " ".join(sentence(each) for each in (shared, both.stronger) if each)
    if said:
        yield _line(said, "dim")
