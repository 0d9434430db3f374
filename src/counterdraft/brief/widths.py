"""How wide the columns of a table on paper are: by the words that stand in them.

Every column is given the room of its longest word; what is left goes to those that hold more,
by how much more most of their cells want. Widths are parts of the whole.
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
LITTLE = 6  # a column that wants only so much more than its longest word is given it
MOST = 0.9  # so many of the cells are to stand on one line, if that is no more than LINE


def widths(columns: Sequence[str], groups: Sequence[Group], across: int) -> tuple[float, ...]:
    """A part of the whole for each column, to a thousandth.

    ``across`` is how many characters stand side by side in the whole table.
    """
    needs, wants = [], []
    for index, title in enumerate(columns):
        shown = list(_shown(groups, index))
        needs.append(max(_longest_word(title), *map(_longest_word, shown), 0) + GAP)
        wants.append(max(1, min(_usual(shown), LINE) + GAP - needs[-1]))
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


def _longest_word(text: str) -> int:
    return min(WORD, max(map(len, re.split("[ -]", text))))


def _usual(texts: Sequence[str]) -> int:
    """How long most of the texts are at most."""
    lengths = sorted(map(len, texts))
    return lengths[ceil(MOST * (len(lengths) - 1))] if lengths else 0
