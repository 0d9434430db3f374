"""Two texts → which requests of either stand in the other, wherever there and by whatever verb.

A request that is put elsewhere, divided, or asked by another verb is neither gone nor new. It
stands in the other text where a clause that asks the same ones has half of its words, weighed by
how rare they are in the two texts, or one that asks others has more; of few words whoever is asked
must be the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, cached_property
from typing import NamedTuple

from counterdraft.compare.asking import Asking, Clause, may_be_same
from counterdraft.compare.kinds import Kinds
from counterdraft.compare.named import name_of
from counterdraft.draft.contrary import are_contrary
from counterdraft.lexicon.commonplace import commonplace_words, frequent_words
from counterdraft.lexicon.offices import office_of
from counterdraft.model import Addressee, Paragraph, Resolution, Span
from counterdraft.text.stems import stem

# A clause that has so much of what is asked asks it still.
STILL = 0.5
# … and so much where it asks others, or names nobody.
_ELSE = 0.65
# So much of a clause of the other text stands in one that says more, and asks the same of the same.
_WITHIN = 0.7
# … of which it has so much at least.
_SOME = 0.3
# … or asks that the same be done, by its first words.
_ACT = 0.4
# What has a list in it has so many words.
_LISTED = 20
# … of which the head of the list has so many.
_HEAD = 4
# What each doubling of its length, beyond the first, takes from what a clause has of another.
_CHANCE = 0.1
# With fewer words that say something, it takes the same addressee.
_FEW = 4
# … and where the shorter of two finds itself in the longer, it takes so many first words.
_BEGINS = 4
# A rare word counts at most so many times as much as the others.
_RARE = 3


class _Weights(dict[str, float]):
    """How much a stem counts: the more, the fewer paragraphs of two texts have it."""

    def __init__(self, holders: Counter[str], number: int) -> None:
        super().__init__()
        self._holders, self._number = holders, number

    def __missing__(self, stem: str) -> float:
        found = self[stem] = math.log(1 + self._number / max(1, self._holders[stem]))
        return found


class Match(NamedTuple):
    """A clause of the other text, and how much of what is asked it has: 0 to 1."""

    clause: Clause
    share: float


class Standing:
    """The clauses of A, 0, and B, 1, and which of one stand in the other."""

    def __init__(self, a: Resolution, b: Resolution, kinds: Kinds) -> None:
        self._texts = (a.paragraphs, b.paragraphs)
        self._asking = (Asking(a), Asking(b))
        self._kinds = kinds
        self._found: dict[Clause, tuple[Match, ...]] = {}
        self._spoken = tuple(
            " ".join([text.title or "", *(each.text for each in text.paragraphs)])
            for text in (a, b)
        )
        self._organs = (a.organ, b.organ)

    def of(self, side: int, paragraphs: Iterable[Paragraph]) -> list[Clause]:
        """The requests of some paragraphs of a text: clauses that name whom they ask."""
        return [each for p in paragraphs for each in self._asking[side].of(p) if each.who]

    def called(self, side: int, who: Addressee) -> str:
        """The name by which somebody whom a text asks is known: of an office the full one."""
        return office_of(who.text, self._spoken[side], self._organs[side]) or name_of(who)

    def clauses(self, side: int, paragraphs: Iterable[Paragraph]) -> list[Clause]:
        """All clauses of some paragraphs of a text that ask or decide, of whomever."""
        return [each for p in paragraphs for each in self._asking[side].of(p)]

    def at(self, side: int, paragraph: Paragraph, start: int) -> Clause | None:
        """The clause whose verb stands at ``start`` of the document, if that asks."""
        found = self._asking[side].of(paragraph)
        return next((each for each in found if each.span.start == start), None)

    def holding(self, side: int, paragraph: Paragraph, span: Span) -> Clause | None:
        """The request of a paragraph that some of its words stand in."""
        found = (each for each in self.of(side, [paragraph]) if each.whole.holds(span))
        return next(found, None)

    def points(self, side: int, head: Clause) -> Iterator[Clause]:
        """The points under a clause of one text."""
        return self._asking[side].points(head)

    def matches(self, side: int, clause: Clause) -> tuple[Match, ...]:
        """The clauses of the other text that ask the same as one of ``side``, the nearest first."""
        if clause not in self._found:
            found = [
                Match(other, share)
                for other in self._candidates(side, clause.words, _SOME)
                if (share := self._common(clause, other))
            ]
            found.sort(key=lambda each: (-may_be_same(clause, each.clause), -each.share))
            self._found[clause] = tuple(found)
        return self._found[clause]

    def stands(self, side: int, clause: Clause) -> bool:
        """Whether the other text asks it as well; so it does where there are no words to go by.

        Of two requests the longer has less of its words in the other than the other has in it.
        """
        if not clause.words or self.matches(side, clause):
            return True
        others = self._candidates(side, clause.words, _SOME)
        return any(
            may_be_same(clause, each) and _begin_with(clause, each)
            and self._is_found(1 - side, each, clause)
            for each in others
        )  # fmt: skip

    def _is_found(self, side: int, clause: Clause, other: Clause) -> bool:
        """Whether a clause of a text finds ``other`` among those that ask the same."""
        return bool(clause.who) and any(each.clause is other for each in self.matches(side, clause))

    def near(self, side: int, words: Set[str], share: float) -> bool:
        """Whether any clause of the other text that asks has so much of some words of ``side``."""
        found = self._candidates(side, words, share)
        return any(
            max(self._share(words, each), self._listed_share(words, each)) >= share
            for each in found
        )

    def speaks(self, side: int, stem: str) -> bool:
        """Whether any clause of the other text that asks has a stem of ``side``."""
        return any(stem in each.more for each in self._candidates(side, {stem}, 1.0))

    def share(self, words: Set[str], others: Set[str]) -> float:
        """How much of some words others have, 0 to 1; of no words nothing."""
        whole = sum(map(self._weights.__getitem__, words))
        return sum(map(self._weights.__getitem__, words & others)) / whole if whole else 0.0

    def _candidates(self, side: int, words: Set[str], share: float) -> Iterator[Clause]:
        """The clauses of the other text where a paragraph has so much of some words of ``side``."""
        weight = self._weights.__getitem__
        least, few = share * sum(map(weight, words)), len(words) * share / _RARE
        kinds = self._kinds.stems
        known = self._listed if len(words) >= _LISTED else kinds
        other = 1 - side
        for paragraph, stems, more in zip(
            self._texts[other], kinds[other], known[other], strict=True
        ):
            common = words & stems
            if more is not stems and len(common) >= _HEAD:
                common = words & more
            if len(common) > few and sum(map(weight, common)) >= least:
                yield from self._asking[1 - side].of(paragraph)

    def _common(self, clause: Clause, other: Clause) -> float:
        """How much of a clause another has that asks the same; 0 where it does not.

        One that says more, and has nearly all of the other, asks the same and more.
        """
        if are_contrary(clause.says, other.says):
            return 0.0
        same = may_be_same(clause, other)
        share = self._share(clause.words, other)
        if not clause.below:
            share = max(share, self._listed_share(clause.words, other))
        named = bool(same and clause.who and other.who)
        if share >= (STILL if named else _ELSE) and (same or len(clause.words) >= _FEW):
            return share
        if share >= _ACT and named and _is_one_act(clause, other):
            return share
        if share < _SOME or not named or len(other.words) < _FEW:
            return 0.0
        return share if self.share(other.words, clause.words) >= _WITHIN else 0.0

    def _share(self, words: Set[str], other: Clause) -> float:
        """How much of some words a clause, or one of the things that it asks, has.

        In one that is much longer, words stand by chance.
        """
        whole = self._less(words, other.more)
        if len(other.more) <= 2 * len(words) or len(other.parts) < 2:
            return whole
        return max(whole, *(self._less(words, part.words) for part in other.parts))

    def _listed_share(self, words: Set[str], other: Clause) -> float:
        """How much of some words a list has, with all its points, whose head is in them."""
        if not other.below or self.share(other.words, words) < _WITHIN:
            return 0.0
        return self._less(words, other.with_points)

    def _less(self, words: Set[str], others: Set[str]) -> float:
        if not words or not others:
            return 0.0
        chance = max(0.0, math.log2(len(others) / len(words)) - 1)
        return self.share(words, others) - _CHANCE * chance

    @cached_property
    def _weights(self) -> _Weights:
        return _Weights(self._kinds.holders, self._kinds.number)

    @cached_property
    def _listed(self) -> tuple[list[frozenset[str]], ...]:
        """Of either text, the stems of every paragraph and of all the points under it."""
        return tuple(map(_with_points, self._texts, self._kinds.stems))


def _with_points(text: Sequence[Paragraph], stems: list[frozenset[str]]) -> list[frozenset[str]]:
    """The stems of paragraphs, those of a list with those of its points."""
    found = {p.id: each for p, each in zip(text, stems, strict=True)}
    for paragraph in reversed(text):
        above = paragraph.id.rpartition(".")[0]
        if above in found:
            found[above] |= found[paragraph.id]
    return [found[p.id] for p in text]


def _begin_with(clause: Clause, other: Clause) -> bool:
    """Whether what a clause asks first begins with the words of something that another asks."""
    if not clause.parts:
        return False
    first = clause.parts[0].begins(_BEGINS)
    return len(first) == _BEGINS and any(each.begins(_BEGINS) == first for each in other.parts)


def _is_one_act(clause: Clause, other: Clause) -> bool:
    """Whether a clause has the act that is asked first, by a word that says what it is."""
    first = clause.parts[0].acts[:1] if clause.parts else ()
    return any(act in each.acts for act in first if act not in _frequent() for each in other.parts)


@cache
def _frequent() -> frozenset[str]:
    """Stems of which an act is told by none: "ensur", "continu"."""
    return frozenset(map(stem, (*frequent_words(), *commonplace_words())))
