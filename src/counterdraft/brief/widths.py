"""How wide the columns of a table on paper are: by the words that stand in them.

Every column is given the room of its longest word and, where there is room for that in all of them,
of cells so short that they should not be broken; what is left goes to those that hold more, by how
much more most of their cells want. Widths are parts of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil

from counterdraft.brief.paper import Group, Said

GAP = 2  # the space between columns
STEP = 2  # a level of indentation
LINE = 240  # a column of running text wants no more
WORD = 20  # a longer word is broken
SHORT = 18  # a cell of no more is not: "17 September 2026"
WIDE = 1.1  # a single word may have wider letters than most
LITTLE = 6  # a column that wants only so much more than its longest word is given it
MOST = 0.9  # so many of the cells are to stand on one line, if that is no more than LINE


def widths(columns: Sequence[str], groups: Sequence[Group], across: int) -> tuple[float, ...]:
    """A part of the whole for each column, to a thousandth.

    ``across`` is how many characters stand side by side in the whole table.
    """
    shown = [list(_shown(groups, index)) for index in range(len(columns))]
    words = [
        max(_longest_word(title), *map(_longest_word, each), 0) + GAP
        for title, each in zip(columns, shown, strict=True)
    ]
    whole = [
        max(ceil(WIDE * (least - GAP)), *map(_if_short, each), 0) + GAP
        for least, each in zip(words, shown, strict=True)
    ]
    needs = whole if sum(whole) <= across else words
    wants = [
        max(1, min(_usual(each), LINE) + GAP - need)
        for need, each in zip(needs, shown, strict=True)
    ]
    little = [want if want <= LITTLE else 0 for want in wants]
    left = max(0, across - sum(needs) - sum(little))
    part = min(1.0, left / (sum(wants) - sum(little) or 1))
    given = [
        need + (want if want <= LITTLE else part * want)
        for need, want in zip(needs, wants, strict=True)
    ]
    return tuple(round(each / sum(given), 3) for each in given)


def _shown(groups: Sequence[Group], index: int) -> Iterator[str]:
    """The words of each statement in a column, and each reference; the first one is indented."""
    for group in groups:
        for row in group.rows:
            indent = "\u00a0" * (STEP * row.level if index == 0 else 0)
            for said in row.cells[index]:
                yield from (f"{indent}{text}" for text in _texts(said))


def _texts(said: Said) -> Iterator[str]:
    if said.text:
        yield said.text
    yield from (ref.label for ref in said.refs)


def _if_short(text: str) -> int:
    """How much room all of a cell takes, if it is short."""
    return len(text) if len(text) <= SHORT else 0


def _longest_word(text: str) -> int:
    return min(WORD, max(map(len, re.split("[ -]", text))))


def _usual(texts: Sequence[str]) -> int:
    """How long most of the texts are at most."""
    lengths = sorted(map(len, texts))
    return lengths[ceil(MOST * (len(lengths) - 1))] if lengths else 0
