"""A paragraph → words of it to which a delegation objected on the record in other texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterdraft.lexicon.contested import Contested
from counterdraft.lexicon.declared import Declared, pattern_of, spared
from counterdraft.lexicon.in_sentences import in_sentence
from counterdraft.model import Resolution
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed

# So many are named; of the others it is said how many they are.
_NAMED = 5


class Minded(NamedTuple):
    """Words as a paragraph has them, and what was declared of them, the latest first.

    ``by`` are those who objected, those first who did last, each with the year. Where the paragraph
    ends or denies something there it is ``open`` whether it suits them, and they are not named.
    """

    words: str
    declared: tuple[Declared, ...]
    by: tuple[str, ...]
    open: bool

    def said(self) -> str:
        """What is known of it: who objected when, and where the latest was read."""
        if self.open:
            return (
                f"it has the words “{self.words}”, to which delegations objected on the record in "
                "other texts; whether it goes against them or suits them is not known"
            )
        by, source = self.by, self.declared[0].source
        names = [*by[:_NAMED], *([f"{len(by) - _NAMED} more"] if len(by) > _NAMED else [])]
        return (
            f"it has the words “{self.words}”, to which {listed(names)} objected on the record "
            f"in other texts (the last read in: {source.title}, {source.url})"
        )


def declared_before(
    text: Resolution, known: Iterable[Declared]
) -> Mapping[str, tuple[Declared, ...]]:
    """By words, what was declared of them before the session of a text, the latest first.

    Where it has no session, before its month; where it has no date either, whenever.
    """
    found = defaultdict[str, list[Declared]](list)
    for each in sorted(known, key=lambda one: one.date, reverse=True):
        if _is_before(each, text):
            for words in each.words:
                found[words].append(each)
    return {words: tuple(some) for words, some in found.items()}


def _is_before(each: Declared, text: Resolution) -> bool:
    if text.session is not None:
        return each.session < text.session
    return not text.date or each.date < text.date[: len(each.date)]


def minded(text: str, known: Mapping[str, Sequence[Declared]], table: Contested) -> Minded | None:
    """The words of a paragraph that most delegations object to; of equals the longest.

    Nobody objects to words with the condition that was missed, nor that they go. Whoever sponsors
    the text: findings do not hang on names, and the year tells that a delegation may think
    otherwise now.
    """
    straight = straighten(text)
    found = [
        _minded(at[0], some, ended=table.ending.around(straight, *at.span()))
        for words, some in known.items()
        if (at := _wanted(words, straight, table.undone)) and not _is_spared(words, straight)
    ]  # fmt: skip
    return max(found, key=lambda each: (len(each.by), len(each.words), each.words), default=None)


def _wanted(words: str, text: str, undone: re.Pattern[str]) -> re.Match[str] | None:
    """The first place where a text has words and does not say that they are to go."""
    found = pattern_of(words).finditer(text)
    return next((at for at in found if not undone.search(text, 0, at.start())), None)


def _minded(words: str, some: Sequence[Declared], *, ended: bool) -> Minded:
    years: dict[str, str] = {}
    for each in some:
        for name in each.by:
            years.setdefault(name, each.date[:4])
    by = tuple(f"{in_sentence(name)} ({year})" for name, year in years.items())
    return Minded(words, tuple(some), by, ended)


def _is_spared(words: str, text: str) -> bool:
    return any(pattern_of(each).search(text) for each in spared().get(words, ()))
