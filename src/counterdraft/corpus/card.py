"""Words → what the corpus says of them: how they are worded, and the formulas that hold them.

Every figure is of the adopted texts that the corpus holds. A formula is the one that is found in
the whole of it, however few clauses are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from counterdraft.corpus.formulas import (
    Formula,
    Place,
    Use,
    formula_of,
    most_spread,
    use_of,
    with_variants,
)
from counterdraft.corpus.phrase import Phrase, Said
from counterdraft.corpus.reuse import Reuse
from counterdraft.corpus.stored import Stored
from counterdraft.model import Bounds, Clause
from counterdraft.reuse.wording import normalised

_FOUND = "SELECT rowid, text FROM words WHERE words MATCH ? ORDER BY rowid"


class Worded(Struct, frozen=True):
    """One way in which the words are worded, as in its latest place, and how it is used.

    ``as_asked`` where it holds them as they were asked for.
    """

    words: str
    as_asked: bool
    use: Use


class Holding(Struct, frozen=True):
    """A formula of which so many clauses have the words, ``as_asked`` of them as asked for."""

    formula: Formula
    clauses: int
    as_asked: int


class Card(Struct, frozen=True, kw_only=True):
    """What there is of some words in a corpus.

    ``as_asked`` is of the clauses that have them as asked for, ``otherwise`` of those that have
    them in another wording alone. ``formulas`` are the first of ``total``: first those that have
    them as asked for in the most texts, then in any wording, of equals the most spread. ``alone``
    are clauses of no formula.
    """

    words: str
    corpus: Bounds
    as_asked: Use | None = None
    otherwise: Use | None = None
    wordings: tuple[Worded, ...] = ()
    formulas: tuple[Holding, ...] = ()
    total: int = 0
    alone: tuple[Place, ...] = ()


class _Clause(NamedTuple):
    """A clause that has the words: where, in which wording of the whole, and how it has them."""

    clause: Clause
    wording: int
    said: tuple[Said, ...]

    @property
    def as_asked(self) -> bool:
        return any(each.as_asked for each in self.said)


def card(
    corpus: Stored, words: str, limit: int = 10, say: Callable[[str], None] | None = None
) -> Card:
    """The card of some words, with ``limit`` formulas at most; ``say`` is told what takes long.

    Raises BadQuery.
    """
    phrase = Phrase(words)
    said = _said(corpus, phrase)
    if not said:
        return Card(words=phrase.text, corpus=corpus.bounds())
    reuse = Reuse(corpus, say)
    found = list(_clauses(corpus, reuse, said))
    groups = _groups(reuse, found)
    formulas = _ordered(reuse, groups)
    standing = {head for head, *_ in formulas}
    alone = [each.clause for head, some in groups.items() if head not in standing for each in some]
    return Card(
        words=phrase.text, corpus=corpus.bounds(),
        as_asked=_use([each.clause for each in found if each.as_asked]),
        otherwise=_use([each.clause for each in found if not each.as_asked]),
        wordings=tuple(_worded(found)),
        formulas=tuple(_holding(reuse, each, groups[each[0]]) for each in formulas[:limit]),
        total=len(formulas), alone=tuple(use_of([each]).earliest for each in alone),
    )  # fmt: skip


def _said(corpus: Stored, phrase: Phrase) -> dict[tuple[int, int], tuple[Said, ...]]:
    """The clauses that have the words, by shard and row, and how each has them."""
    found = {}
    for shard, segment in enumerate(corpus.indexed):
        for row, text in segment.rows(_FOUND, (phrase.query,)):
            said = tuple(phrase.said(text))
            if said:
                found[shard, row] = said
    return found


def _clauses(
    corpus: Stored, reuse: Reuse, said: dict[tuple[int, int], tuple[Said, ...]]
) -> Iterable[_Clause]:
    for shard, segment in enumerate(corpus.indexed):
        clauses = segment.clauses_at([row for n, row in said if n == shard])
        for row, clause in sorted(clauses.items()):
            wording = reuse.wordings.of_clause(shard, row)
            if wording is not None:
                yield _Clause(clause, wording, said[shard, row])


def _groups(reuse: Reuse, found: Iterable[_Clause]) -> dict[int, list[_Clause]]:
    """The clauses by the head of the group that each is in, in order of time."""
    groups: dict[int, list[_Clause]] = {}
    for each in sorted(found, key=lambda each: each.wording):
        groups.setdefault(reuse.groups.head_of(each.wording), []).append(each)
    return groups


def _ordered(reuse: Reuse, groups: dict[int, list[_Clause]]) -> list[list[int]]:
    """The groups that are formulas, by their wordings: what comes first."""
    members = [reuse.groups.members(head) for head in groups]
    spread = [each.members for each in most_spread(reuse, filter(reuse.is_formula, members))]

    def texts(members: list[int]) -> tuple[int, int]:
        having = groups[members[0]]
        as_asked = {each.clause.record.id for each in having if each.as_asked}
        return -len(as_asked), -len({each.clause.record.id for each in having})

    return sorted(spread, key=texts)


def _holding(reuse: Reuse, members: Sequence[int], having: Sequence[_Clause]) -> Holding:
    formula = with_variants(reuse, formula_of(reuse, members), members)
    return Holding(formula, len(having), sum(each.as_asked for each in having))


def _use(clauses: Sequence[Clause]) -> Use | None:
    return use_of(clauses) if clauses else None


def _worded(found: Iterable[_Clause]) -> list[Worded]:
    """Each wording of the words once, the most used first; as asked before others of equal use."""
    ways: dict[str, list[tuple[Clause, Said]]] = {}
    for each in found:
        for said in dict.fromkeys(each.said):
            ways.setdefault(normalised(said.words), []).append((each.clause, said))
    worded = []
    for some in ways.values():
        use = use_of({(c.record.id, c.paragraph): c for c, _ in some}.values())
        latest = (use.latest.text, use.latest.paragraph)
        said = next(s for c, s in some if (c.record.id, c.paragraph) == latest)
        worded.append(Worded(said.words, said.as_asked, use))
    return sorted(worded, key=lambda x: (-x.use.texts, not x.as_asked, normalised(x.words)))
