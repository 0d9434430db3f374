"""Pairs of wordings → pairs of clauses as a Parquet file.

A row has an earlier and a later clause: the earliest of two wordings that are alike, or, as
verbatim, the earliest of a wording and each later one of the same. All pairs of clauses follow from
these. What stands in one text alone makes none. Rows are in order of time, of the later clause and
then of the earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from counterdraft.corpus.columns import parquet
from counterdraft.corpus.formulas import Ranked
from counterdraft.corpus.reuse import SAME, Pair, Reuse
from counterdraft.corpus.stored import Stored
from counterdraft.corpus.wordings import Wordings, time_of

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]

_NO_FORMULA = 0


def pairs_file(
    corpus: Stored, reuse: Reuse, pairs: Sequence[Pair], formulas: Iterable[Ranked]
) -> bytes:
    """The bytes of the file; formulas are numbered from 1 in their order."""
    table = _rows(reuse.wordings, pairs, _numbers(len(reuse.wordings), formulas))
    names = [record.id for record in corpus.records]
    dates = [record.date for record in corpus.records]
    paragraphs = _paragraphs(corpus, reuse.wordings)
    columns: dict[str, list[Any]] = {}
    for side, lines in (("earlier", table[0]), ("later", table[1])):
        texts = reuse.wordings.lines.text[lines].tolist()
        columns[side] = [names[text] for text in texts]
        columns[f"{side}_paragraph"] = [paragraphs[line] for line in lines.tolist()]
        columns[f"{side}_date"] = [dates[text] for text in texts]
    score, alike, verbatim, formula = (column.tolist() for column in table[2:])
    columns |= {"score": score, "alike": alike, "verbatim": [bool(each) for each in verbatim]}
    columns["formula"] = [None if each == _NO_FORMULA else each for each in formula]
    return parquet(columns, _schema())


def _schema() -> dict[str, pl.DataType]:
    import polars as pl

    sides = [
        f"{side}{what}" for side in ("earlier", "later") for what in ("", "_paragraph", "_date")
    ]
    return {
        **{name: pl.String() for name in sides},
        "score": pl.UInt16(), "alike": pl.UInt16(), "verbatim": pl.Boolean(),
        "formula": pl.UInt32(),
    }  # fmt: skip


def _rows(wordings: Wordings, pairs: Sequence[Pair], formula: I8) -> I8:
    """[column, row]: the lines of both clauses, score, alike, verbatim, formula."""
    adapted = np.array(pairs, np.int64).reshape(-1, 4).T
    earlier, later = adapted[:2]
    both = np.where(formula[earlier] == formula[later], formula[earlier], _NO_FORMULA)
    first = wordings.starts[:-1]
    again = np.setdiff1d(np.arange(wordings.clauses), first)
    again = again[wordings.alone()[wordings.lines.wording[again]] < 0]
    wording = wordings.lines.wording[again]
    same = np.full(len(again), SAME)
    zero, one = np.zeros(len(earlier), np.int64), np.ones(len(again), np.int64)
    rows = np.concatenate(
        (
            np.stack((first[earlier], first[later], adapted[2], adapted[3], zero, both)),
            np.stack((first[wording], again, same, same, one, formula[wording])),
        ),
        axis=1,
    )
    time = time_of(wordings.lines)
    return rows[:, np.lexsort((time[rows[0]], time[rows[1]]))]


def _numbers(wordings: int, formulas: Iterable[Ranked]) -> I8:
    """The number of the formula that each wording is of."""
    numbers = np.full(wordings, _NO_FORMULA, np.int64)
    for number, each in enumerate(formulas, 1):
        numbers[each.members] = number
    return numbers


def _paragraphs(corpus: Stored, wordings: Wordings) -> list[str]:
    """The id of each clause's paragraph."""
    of_shards = [
        [name for (name,) in segment.rows("SELECT paragraph FROM clause ORDER BY row")]
        for segment in corpus.indexed
    ]
    places = zip(wordings.lines.shard.tolist(), wordings.lines.row.tolist(), strict=True)
    return [of_shards[shard][row] for shard, row in places]
