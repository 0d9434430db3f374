"""A corpus → every wording of its adopted texts, in order of time, and where each stands.

The number of a wording is its place in the order in which wordings first stood in the corpus, so it
does not depend on how the texts were added. Drafts are left out: what stands in a draft alone was
never agreed.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from counterdraft.corpus.entries import key_of
from counterdraft.corpus.segment import Segment
from counterdraft.corpus.stored import Stored
from counterdraft.model import Clause, Record
from counterdraft.reuse.features import starts_of
from counterdraft.reuse.join import Order

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]

_TEXT_ROWS = "SELECT text_row FROM clause ORDER BY row"
_HALF = 32


class Lines(NamedTuple):
    """Clauses, column by column.

    The place of its text in ``Stored.records``, its shard and row there, its form, numbered
    through all shards, and its wording.
    """

    text: I8
    shard: I8
    row: I8
    form: I8
    wording: I8


class Wordings:
    """The wordings of a corpus by their numbers; each has one or more clauses, oldest first."""

    def __init__(self, corpus: Stored) -> None:
        self._corpus = corpus
        # Clauses by their wordings, those of one in order of time; where those of each begin.
        self.lines, self.starts = _in_order(_lines(corpus))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def order(self) -> Order:
        """The form that each has where it first stood, and how many clauses have it."""
        forms = self.lines.form[self.starts[:-1]].astype(np.uint32)
        return Order(forms, np.diff(self.starts))

    @property
    def clauses(self) -> int:
        """How many clauses there are of all wordings."""
        return len(self.lines.row)

    def used(self) -> I8:
        """In how many texts each wording stands."""
        both = np.unique((self.lines.wording << _HALF) + self.lines.text)
        return np.bincount(both >> _HALF, minlength=len(self))

    def alone(self) -> I8:
        """The place in ``Stored.records`` of the one text where a wording stands, -1 of several."""
        first, last = self.lines.text[self.starts[:-1]], self.lines.text[self.starts[1:] - 1]
        return np.where(first == last, first, -1)

    def records(self, wording: int) -> list[Record]:
        """The texts of its clauses, one by one."""
        ranks = self.lines.text[self.starts[wording] : self.starts[wording + 1]]
        return [self._corpus.records[rank] for rank in ranks.tolist()]

    def clauses_of(self, wording: int) -> list[Clause]:
        """Its clauses, oldest first."""
        return [self._clause(n) for n in range(*self.starts[wording : wording + 2].tolist())]

    def last(self, wording: int) -> Clause:
        """Its latest clause in the corpus."""
        return self._clause(int(self.starts[wording + 1]) - 1)

    def text(self, wording: int) -> str:
        """Its words in its earliest clause."""
        at = int(self.starts[wording])
        segment = self._corpus.indexed[int(self.lines.shard[at])]
        row = int(self.lines.row[at])
        [(text,)] = segment.rows("SELECT text FROM words WHERE rowid = ?", (row,))
        return str(text)

    def of_clause(self, shard: int, row: int) -> int | None:
        """The wording of a clause by its shard and row; None where it is a draft's."""
        return self._by_place.get((shard, row))

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], int]:
        places = zip(self.lines.shard.tolist(), self.lines.row.tolist(), strict=True)
        return dict(zip(places, self.lines.wording.tolist(), strict=True))

    def _clause(self, at: int) -> Clause:
        row = int(self.lines.row[at])
        return self._corpus.indexed[int(self.lines.shard[at])].clauses_at([row])[row]


def time_of(lines: Lines) -> I8:
    """What clauses are put in order of time by: the text, and the order in it."""
    return (lines.text << _HALF) + lines.row


def _lines(corpus: Stored) -> Lines:
    """Every clause of an adopted text."""
    ranks = {key_of(record): rank for rank, record in enumerate(corpus.records)}
    shards = [segment.shard for segment in corpus.indexed]
    starts = starts_of([shard.forms for shard in shards]).astype(np.int64)
    hashes = [np.empty(0, np.uint64), *(shard.hashes for shard in shards)]
    _, wording = np.unique(np.concatenate(hashes), return_inverse=True)
    parts = [_of_segment(n, each, ranks) for n, each in enumerate(corpus.indexed)]
    text, shard, row, form = (
        np.concatenate([np.empty(0, np.int64), *(part[column] for part in parts)])
        for column in range(4)
    )
    form += starts[shard]
    return Lines(text, shard, row, form, wording[form])


def _of_segment(
    number: int, segment: Segment, ranks: dict[tuple[str, str], int]
) -> tuple[I8, I8, I8, I8]:
    """Of its clauses the text's rank, the shard, row and form, without those of drafts."""
    texts = np.array([row for (row,) in segment.rows(_TEXT_ROWS)], np.int64)
    rank = np.array(
        [-1 if each.kind == "draft" else ranks[key_of(each)] for each in segment.records], np.int64
    )[texts]
    row = np.flatnonzero(rank >= 0)
    return rank[row], np.full(len(row), number), row, segment.shard.forms_of_clauses()[row]


def _in_order(lines: Lines) -> tuple[Lines, I8]:
    """The clauses by their wordings, which are numbered as they first come; where each begins."""
    order = np.argsort(time_of(lines), kind="stable")
    _, first, which = np.unique(lines.wording[order], return_index=True, return_inverse=True)
    number = np.argsort(np.argsort(first))[which]
    by_wording = np.argsort(number, kind="stable")
    number = number[by_wording]
    text, shard, row, form, _ = (column[order[by_wording]] for column in lines)
    starts = np.searchsorted(number, np.arange(len(first) + 1))
    return Lines(text, shard, row, form, number), starts
