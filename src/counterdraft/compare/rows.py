"""The edits of a comparison → the rows of a table with A on the left and B on the right.

Every form shows these: two columns of cells, each a unit with what became of its words, or
both as one run of words. What is the same in a row of rows can be folded into one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from counterdraft.compare.units import label
from counterdraft.draft.closing import are_formulas
from counterdraft.model import APART, Comparison, Edit, Head, Unit, WordEdit
from counterdraft.model.comparison import EditKind, WordOp
from counterdraft.wording.english import counted, listed, shortened

PARAGRAPHS = frozenset({"preambular", "operative"})
BEGUN = 200  # characters of a paragraph of which not all is shown


class Cell(NamedTuple):
    """A unit of one of the texts: its head, what to call it, and what became of its words.

    ``place`` is where it stands among the units of its text.
    """

    head: Head
    name: str
    words: tuple[WordEdit, ...]
    place: int


def begun_cell(each: Cell) -> Cell:
    """A cell of words that are one stretch, cut to how it begins; the same where it is short."""
    text = each.words[0].text if len(each.words) == 1 else ""
    cut = shortened(text, BEGUN)
    return each if cut == text or not text else each._replace(words=(WordEdit("same", cut),))


class Row(NamedTuple):
    """An edit: the cells on either side, and all its words in one run.

    ``name`` is the place ("OP7 (OP6 before)"), ``note`` what was done ("moved from OP4").
    """

    kind: EditKind
    name: str
    note: str
    a: tuple[Cell, ...]
    b: tuple[Cell, ...]
    words: tuple[WordEdit, ...]


class Fold(NamedTuple):
    """Rows of what is the same, and a line that stands for them."""

    rows: tuple[Row, ...]
    text: str


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """A row for each edit; of rivals, for those that both texts have a part in.

    Formulas by which rivals close, each with an item or a session of its own, are left out.
    """
    a, b = comparison.a.units, comparison.b.units
    edits = comparison.edits
    if comparison.relation == "rivals":
        edits = tuple(
            each for each in edits
            if each.a and each.b and (each.kind == "same" or not are_formulas(each, a, b))
        )  # fmt: skip
    return tuple(_row(each, a, b) for each in edits)


def notes(comparison: Comparison) -> tuple[Row, ...]:
    """A row for each footnote whose words differ; of rivals, for those that both have."""
    return tuple(
        _row(each, comparison.a.notes, comparison.b.notes)
        for each in comparison.notes
        if any(word.op != "same" for word in each.words)
        and (comparison.relation == "versions" or (each.a and each.b))
    )


def folded(shown: Iterable[Row]) -> Iterator[Row | Fold]:
    """The rows, those in succession that are the same folded into one."""
    for same, group in groupby(shown, lambda row: row.kind == "same"):
        if same:
            held = tuple(group)
            yield Fold(held, _same(held))
        else:
            yield from group


def name(head: Head) -> str:
    """What a unit is called where it stands: "PP3", "OP2 (a)", "title"."""
    return label(head).removeprefix("the ").removeprefix("a ")


def cell(unit: Unit, place: int) -> Cell:
    """A unit of which nothing is said to have changed."""
    return Cell(unit.head, name(unit.head), (WordEdit("same", unit.text),), place)


def _row(edit: Edit, a: Sequence[Unit], b: Sequence[Unit]) -> Row:
    left = _cells(a, edit.a, edit.words, "deleted")
    right = _cells(b, edit.b, edit.words, "inserted")
    before, now = _names(left), _names(right)
    moved = edit.kind in {"moved", "split", "merged"}
    where = now or before
    if before and now and before != now and not moved:
        where = f"{now} ({before} before)"
    return Row(edit.kind, where, _note(edit, before, now), left, right, edit.words)


def _cells(
    units: Sequence[Unit], places: Sequence[int], words: Iterable[WordEdit], own: WordOp
) -> tuple[Cell, ...]:
    """The units of one side as it prints them: words that stay, and those that it alone has."""
    lines: list[list[WordEdit]] = [[]]
    for each in words:
        if each.op in {"same", own}:
            printed = each.now or each.text if own == "inserted" else each.text
            first, *others = printed.split(APART)
            lines[-1] += [WordEdit(each.op, first)] * bool(first)
            lines += [[WordEdit(each.op, line)] if line else [] for line in others]
    heads = [units[place].head for place in places]
    return tuple(
        Cell(head, name(head), tuple(line), place)
        for head, line, place in zip(heads, lines, places, strict=False)
    )


def _names(cells: Iterable[Cell]) -> str:
    return listed(list(dict.fromkeys(each.name for each in cells)))


def _note(edit: Edit, before: str, now: str) -> str:
    if edit.kind == "moved":
        changed = any(each.op != "same" for each in edit.words)
        where = f"moved from {before}" if before != now else "moved"
        return f"{where} and edited" if changed else where
    return {
        "same": "the same", "edited": "edited", "added": "added", "deleted": "deleted",
        "split": f"divided out of {before}", "merged": f"put together from {before}",
    }[edit.kind]  # fmt: skip


def _same(held: Sequence[Row]) -> str:
    """ "the title and 6 paragraphs are the same: PP2–PP7"."""
    count = sum(each.head.kind in PARAGRAPHS for row in held for each in row.b)
    lines = sum(each.head.kind == "line" for row in held for each in row.b)
    others = [c.head for row in held for c in row.b if c.head.kind not in {*PARAGRAPHS, "line"}]
    things = [
        *dict.fromkeys(map(label, others)),
        *([counted(count, "paragraph")] if count else []),
        *([counted(lines, "line")] if lines else []),
    ]
    now, before = (_ranges([c for row in held for c in side(row)]) for side in (_b, _a))
    places = now if before == now else f"{now} ({before} before)"
    text = f"{listed(things)} the same{f': {places}' if places else ''}"
    return text[:1].upper() + text[1:]


def _a(row: Row) -> tuple[Cell, ...]:
    return row.a


def _b(row: Row) -> tuple[Cell, ...]:
    return row.b


def _ranges(cells: Iterable[Cell]) -> str:
    """ "PP2–PP7, OP1–OP3 (b)": the paragraphs among the cells, those in succession together."""
    runs: list[list[Cell]] = []
    for each in cells:
        last = runs[-1][-1] if runs else None
        if last and last.head.kind == each.head.kind and last.place + 1 == each.place:
            runs[-1].append(each)
        else:
            runs.append([each])
    named = [(run[0].name, run[-1].name) for run in runs if run[0].head.kind in PARAGRAPHS]
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in named)
