"""A table with proposals beside a draft → the cells that are none of the draft's.

In: the XML of a Word file's document. Out: of each table of which it is sure which of its columns
is the draft, the cells of the others; a table of which it is not is none of them, and is read as it
stands. It is sure by the heads of the columns or, without them, where one column alone has the
organ's name, and clauses that open and end as a draft's do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from counterdraft.lexicon.columns import column_heads
from counterdraft.lexicon.organs import organ_of
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Problem
from counterdraft.ooxml.names import W_P, W_T, W_TBL, W_TC, W_TR
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted, shortened

# A cell that ends so, of so many words, is a paragraph of a draft; so many make a draft.
_STOPS, _FEWEST, _CLAUSES = (",", ";"), 4, 2
_NUMBERED = re.compile(r"^(?:(?:PP|OP)? ?\d{1,3}[.:)]?|\([a-z]{1,3}\)) ")
_NUMBER = re.compile(r"(?:PP|OP)? ?\d{0,3}[.:)]?|\(?[a-z]{1,3}[.)]")
_SHOWN = 60  # characters of the first proposal


class Beside(NamedTuple):
    """The cells of one table that are none of the draft's; ``words`` those that have words.

    ``heads`` are the heads of their columns, as far as they have any.
    """

    cells: tuple[etree._Element, ...]
    words: tuple[str, ...]
    heads: tuple[str, ...] = ()


def beside_the_draft(root: etree._Element) -> tuple[Beside, ...]:
    """The columns that stand beside a draft, of each table of which it is sure."""
    tables = (each for each in root.iter(W_TBL) if next(each.iterancestors(W_TC), None) is None)
    return tuple(found for each in tables if (found := _beside(each)) is not None)


def problems_of(found: Sequence[Beside]) -> Iterator[Problem]:
    """What was left out, said."""
    for each in found:
        named = f"“{'”, “'.join(each.heads)}”" if each.heads else "beside the draft"
        held = counted(len(each.words), "cell")
        yield Problem(
            "column-beside",
            f"a table has a column {named}: what stands there, in {held}, was not read as the "
            f"draft's; the first: “{shortened(each.words[0], _SHOWN)}”",
        )


def words_of(element: etree._Element) -> str:
    """The words of a paragraph or a cell, those of paragraphs apart."""
    paragraphs = [element] if element.tag == W_P else element.iter(W_P)
    return " ".join("".join(e.text or "" for e in each.iter(W_T)) for each in paragraphs).strip()


def _beside(table: etree._Element) -> Beside | None:
    rows = [each.findall(W_TC) for each in table.findall(W_TR)]
    rows = [each for each in rows if len(each) != 1]  # one that runs across is the draft's
    if not rows or len({len(each) for each in rows}) != 1 or len(rows[0]) < 2:
        return None
    words = [[words_of(cell) for cell in row] for row in rows]
    columns = list(zip(*words, strict=True))
    numbers = {n for n, each in enumerate(columns) if all(map(_is_number, each[1:]))}
    headed = _by_heads(columns, numbers)
    own = headed if headed is not None else _by_words(columns, numbers)
    if own is None:
        return None
    others = [n for n in range(len(columns)) if n != own and n not in numbers]
    first = 0 if headed is None else 1
    told = tuple(row[n] for row in words[first:] for n in others if row[n])
    cells = [row[n] for row in rows for n in others]
    if headed is not None:
        cells += rows[0]
    heads = tuple(columns[n][0] for n in others) if headed is not None else ()
    return Beside(tuple(cells), told, heads) if told else None


def _by_heads(columns: Sequence[Sequence[str]], numbers: set[int]) -> int | None:
    """The one column that is headed as a draft, where the others are as what stands beside one."""
    heads = column_heads()
    said = [_plain(each[0]) for each in columns]
    own = [n for n, each in enumerate(said) if each in heads.draft and n not in numbers]
    rest = [n for n in range(len(said)) if n not in own and n not in numbers]
    numbered = all(said[n] in heads.number for n in numbers)
    if len(own) != 1 or not numbered or not rest or any(said[n] not in heads.beside for n in rest):
        return None
    return own[0] if _clauses(columns[own[0]]) >= _CLAUSES else None


def _by_words(columns: Sequence[Sequence[str]], numbers: set[int]) -> int | None:
    """The one column that names the organ and has clauses, where no other has any."""
    own = [n for n, each in enumerate(columns) if any(map(_is_formula, each))]
    if len(own) != 1 or _clauses(columns[own[0]]) < _CLAUSES:
        return None
    others = (each for n, each in enumerate(columns) if n != own[0] and n not in numbers)
    return None if any(_ends_as_clause(cell) for each in others for cell in each) else own[0]


def _is_number(words: str) -> bool:
    return _NUMBER.fullmatch(words) is not None


def _is_formula(words: str) -> bool:
    return words.endswith(",") and organ_of(words.strip(" ,")) is not None


def _clauses(cells: Sequence[str]) -> int:
    """How many cells open and end as a paragraph of a draft."""
    return sum(_ends_as_clause(each) and _opens(each) for each in cells)


def _ends_as_clause(words: str) -> bool:
    return words.endswith(_STOPS) and len(words.split()) >= _FEWEST


def _opens(words: str) -> bool:
    first = _NUMBERED.sub("", words).split(" ", 1)[0]
    return first.strip(",").lower() in verbs().openers


def _plain(head: str) -> str:
    return " ".join(straighten(head).lower().split()).rstrip(".:")
