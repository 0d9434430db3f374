"""A paragraph, and what stood before it → how much of it is new, and beside what.

That is the last text of its own title, where one is known: what that one lacks was not agreed in
this series, wherever else it stands. Else it is the adopted wording of the corpus most like it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from counterdraft.flag.alike import changed, nearest, only_cites, words_of
from counterdraft.flag.ground import Ground
from counterdraft.model import ClauseTrace, Paragraph


class New(NamedTuple):
    """The share of the words that say something which are other than before, 0 to 1; as told."""

    share: float
    said: str


class Before(NamedTuple):
    """A text before: what it is called, and its paragraphs, each with its words."""

    name: str
    paragraphs: Mapping[str, frozenset[str]]

    def share(self, text: str) -> float:
        """How much of a wording is other than in the paragraph most like it, 0 to 1."""
        if text in self.paragraphs:
            return 0.0
        words = words_of(text)
        return min((changed(words, each) for each in self.paragraphs.values()), default=1.0)


def before(ground: Ground) -> Before | None:
    """The text that it is held against as the one before it, else the last of its title."""
    if ground.predecessor is not None:
        side = ground.predecessor.a
        name = side.symbol or side.title or side.source
        return _before(f"{name}, the text before it", (unit.text for unit in side.units))
    if not ground.earlier or ground.corpus is None:
        return None
    record = ground.earlier[-1]
    name = f"{record.symbol or record.id}, the last text of its title"
    return _before(name, (clause.text for clause in ground.corpus.clauses(record)))


def _before(name: str, texts: Iterable[str]) -> Before:
    return Before(name, {text: words_of(text) for text in texts})


def novelty(paragraph: Paragraph, last: Before | None, traced: ClauseTrace | None) -> New | None:
    """How much of it is new; None where nothing is, or nothing is known of what stood before.

    To cite other documents than before is not new.
    """
    if (last is None and traced is None) or only_cites(paragraph.text, paragraph.phrase):
        return None
    if last is not None:
        share, beside = last.share(paragraph.text), last.name
    elif traced is not None and (match := nearest(traced)) is not None:
        source = match.source
        share = changed(words_of(paragraph.text), words_of(source.text))
        beside = source.record.symbol or source.record.id
    else:
        # No more is known: parts of it may stand in any text, and be like what is no source.
        return New(1.0, "no source of it was recognized in the loaded corpus")
    per_cent = round(100 * share)
    said = (
        f"{per_cent} per cent of its words, little ones not counted, are other than in the "
        f"paragraph most like it of {beside}"
    )
    return New(share, said) if per_cent else None
