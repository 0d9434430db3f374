"""The lines of a Word file → which of them are cells that hold the number of the cell beside.

In: of each line the cell that it stands in, and its words. Out: the number that each line has from
a cell, by its place. A table is one whose cells number others where most of the cells beside a
number are clauses, by their first word or their stop: so a draft is laid out. Where they are names
or figures, as in a scale or a list of members, a cell with a number is a cell like any other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from counterdraft.lexicon.verbs import verbs
from counterdraft.ooxml.names import W_TBL
from counterdraft.text.straight import straighten

_NUMBER = re.compile(r"\(?\d{1,3}[.)]?|\(?(?:[a-z]{1,2}|[ivxl]{1,6})[.)]|(?:PP|OP)\s?\d{1,3}[.:]?")
# How a paragraph of a draft ends, and one of a list: ";", "; and", ".]", ",”".
_ENDS = re.compile(r"[,;:.][\]\"”’]*(?:\s(?:and|or))?[\]\"”’]*\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def numbered_by_cells(
    cells: Sequence[etree._Element | None], words: Sequence[str]
) -> dict[int, str]:
    """The number of each line that has it from the line before, the only one of a cell beside."""
    tables: dict[etree._Element, list[int]] = defaultdict(list)
    for place, table in _beside_numbers(cells, words):
        tables[table].append(place)
    return {
        place: words[place - 1]
        for places in tables.values()
        if 2 * sum(_is_clause(cells, words, each) for each in places) > len(places)
        for place in places
    }


def _beside_numbers(
    cells: Sequence[etree._Element | None], words: Sequence[str]
) -> Iterator[tuple[int, etree._Element]]:
    """The lines behind a cell with only a number, in the same row, each with its table."""
    for place in range(1, len(cells)):
        cell, before = cells[place], cells[place - 1]
        if cell is None or before is None or cell is before:
            continue
        alone = place == 1 or cells[place - 2] is not before
        numbers = _NUMBER.fullmatch(words[place - 1]) and not _NUMBER.fullmatch(words[place])
        table = next(cell.iterancestors(W_TBL), None)
        if numbers and alone and cell.getparent() is before.getparent() and table is not None:
            yield place, table


def _is_clause(cells: Sequence[etree._Element | None], words: Sequence[str], place: int) -> bool:
    """Whether the cell that begins with a line opens or ends as a paragraph of a draft."""
    last = place
    while last + 1 < len(cells) and cells[last + 1] is cells[place]:
        last += 1
    first = _FIRST_WORD.search(words[place])
    if first is None:
        return False
    opens = straighten(first[0]).lower() in verbs().openers
    return _ENDS.search(words[last]) is not None or opens
