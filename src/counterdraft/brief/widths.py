"""How wide the columns of a table on paper are: by the words that stand in them.

Every column is given the room of its longest word; what is left goes to those that hold more,
by how much more most of their cells want. Widths are parts of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.paper import Group, Said

PAGE = 100  # characters that stand side by side on a page, with the space between columns
GAP = 3  # the space between columns
LINE = 100  # a column of running text wants no more
WORD = 20  # a longer word is broken
MOST = 0.9  # so many of the cells are to stand on one line, if that is no more than LINE


def widths(columns: Sequence[str], groups: Sequence[Group]) -> tuple[float, ...]:
    """A part of the whole for each column, to a thousandth."""
    needs, wants = [], []
    for index, title in enumerate(columns):
        shown = [text for said in _cells(groups, index) for text in _shown(said)]
        needs.append(max(_longest_word([title, *shown]), _longest_short(shown)) + GAP)
        wants.append(max(1, min(_usual(shown), LINE) - needs[-1]))
    part = min(1.0, max(0, PAGE - sum(needs)) / sum(wants))
    given = [need + part * want for need, want in zip(needs, wants, strict=True)]
    return tuple(round(each / sum(given), 3) for each in given)


def _cells(groups: Sequence[Group], index: int) -> Iterator[Said]:
    for group in groups:
        for row in group.rows:
            yield from row.cells[index] if index < len(row.cells) else ()


def _shown(said: Said) -> Iterator[str]:
    """What of a statement stands together: its words, and each reference."""
    if said.text:
        yield said.text
    yield from (ref.label for ref in said.refs)


def _longest_word(texts: Sequence[str]) -> int:
    return min(WORD, max(len(word) for text in texts for word in text.split(" ")))


def _longest_short(texts: Sequence[str]) -> int:
    """What is no longer than a word may be, such as a date, is not broken either."""
    return max((len(text) for text in texts if len(text) <= WORD), default=0)


def _usual(texts: Sequence[str]) -> int:
    """How long most of the texts are at most."""
    lengths = sorted(map(len, texts))
    return lengths[int(MOST * (len(lengths) - 1))] if lengths else 0
