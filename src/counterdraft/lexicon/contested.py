"""Signs that a paragraph may be contested: what each counts, and what a corpus says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from counterdraft.lexicon.load import load

# So many words may stand between "references to" and words that are to go.
_FAR = 6
# Words that begin with so many letters alike are forms of one.
_SAME = 4


class Share(NamedTuple):
    """Of so many ``titles`` that hold something ``voted`` were put to a recorded vote.

    ``apart_titles`` have a paragraph that holds it where one was voted on apart.
    """

    voted: int
    titles: int
    apart_titles: int = 0

    @property
    def part(self) -> float:
        """The share put to the vote, 0 to 1."""
        return self.voted / self.titles

    @property
    def apart(self) -> float:
        """The share with such a paragraph, 0 to 1."""
        return self.apart_titles / self.titles

    def beyond(self, base: float) -> float:
        """How far the share lies above ``base``, that of all titles: 0 for none, 1 for all."""
        return max(0.0, (self.part - base) / (1 - base))


class Formula(NamedTuple):
    """Of ``paragraphs`` with a wording so many were ``objected`` to, on the record.

    Those are counted that stand in texts of which objections are known.
    """

    objected: int
    paragraphs: int


class Ending(NamedTuple):
    """Words that end or deny something: ``before`` it, and ``behind`` it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]

    def within(self, text: str) -> frozenset[str]:
        """How such words in a straight text begin."""
        found = (*self.before.finditer(text), *self.behind.finditer(text))
        return frozenset(each[0].lower()[:_SAME] for each in found)

    def around(self, text: str, start: int, end: int) -> bool:
        """Whether what stands from ``start`` to ``end`` of a straight text is ended or denied."""
        first = max(text.rfind(mark, 0, start) for mark in ";:") + 1
        last = next((at for at in map(text.find, ";:", (end, end)) if at >= 0), len(text))
        return bool(self.before.search(text, first, start) or self.behind.search(text, end, last))


class Contested(NamedTuple):
    """The weights of the signs, which sum to 1; from which ``score`` on they are told, how many.

    ``citing`` are words that recall a document, beside its number and date; ``blames`` are forces
    of verbs under which a State's name is a sign, and ``spared`` matches what stands before a name
    that is none: what is done to it, or in it, and not by it. ``refusing`` are lemmas of verbs by
    which a paragraph is against what it speaks of; ``undoing`` says of words that
    they are not wanted as such ("delete all references to"), ``undone`` ends right before them.
    ``ending`` is a word by which something is ended or denied, before it or behind it.

    ``base`` is the share of all ``titles`` that was put to a vote; the tables are by wording, by
    the lexicon's id of a treaty, and by the class of a verb's force. ``sure`` is the share of the
    titles with a wording of a paragraph that must have been voted on for it to be told, ``drew``
    that of the paragraphs with one that drew objections.
    """

    weights: Mapping[str, float]
    score: float
    most: int
    sure: float
    drew: float
    citing: frozenset[str]
    blames: frozenset[str]
    spared: re.Pattern[str]
    refusing: frozenset[str]
    undoing: re.Pattern[str]
    undone: re.Pattern[str]
    ending: Ending
    titles: int
    base: float
    wordings: Mapping[str, Share]
    treaties: Mapping[str, Share]
    forces: Mapping[str, Share]
    formulas: Mapping[str, Formula]


@cache
def contested(language: str = "en") -> Contested:
    """The signs of a language."""
    return contested_of(load(f"{language}/contested"))


def contested_of(data: Mapping[str, Any]) -> Contested:
    """The signs of a table as it is read from its file."""
    wordings, treaties, forces = (
        {k: Share(*v) for k, v in data[name].items()} for name in ("wording", "treaty", "force")
    )
    formulas = {k: Formula(*v) for k, v in data["formula"].items()}
    told, counts = data["told"], data["counted"]
    return Contested(
        data["weight"], told["score"], told["most"], told["sure"], told["drew"],
        frozenset(data["citing"]["words"]), frozenset(data["blames"]["forces"]),
        _spared(data["blames"]["spared"], data["blames"]["doers"]),
        frozenset(data["refusing"]["verbs"]),
        *_undoing(data["refusing"]), _ending(data["ending"]),
        counts["titles"], counts["voted"], wordings, treaties, forces, formulas,
    )  # fmt: skip


def _undoing(data: Mapping[str, Sequence[str]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says of words that they are to go; and what ends right before such words."""
    without, removing, mentions, between = (
        "|".join(data[name]) for name in ("without", "removing", "mentions", "between")
    )
    some = rf"(?:(?:{between}) )*"
    said = rf"\b(?:{without}|{removing}) {some}(?:{mentions}) "
    before = rf"(?:{said}[\"']?(?:[\w'-]+,? ){{0,{_FAR}}}?|\b(?:{without}) {some}[\"']?)$"
    return re.compile(said, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def _ending(data: Mapping[str, Sequence[str]]) -> Ending:
    ended, behind = ("|".join(data[name]) for name in ("ended", "behind"))
    return Ending(*(re.compile(rf"\b(?:{each})\b", re.IGNORECASE) for each in (ended, behind)))


def _spared(behind: Sequence[str], doers: Sequence[str]) -> re.Pattern[str]:
    """What ends right before a name: a small word, or "of" where no doer stands before that."""
    of = "".join(rf"(?<!\b{each} )" for each in doers)
    return re.compile(rf"\b(?:{'|'.join(behind)}|{of}of) (?:the )?$", re.IGNORECASE)
