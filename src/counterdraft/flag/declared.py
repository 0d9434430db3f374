"""A paragraph → words of it to which a delegation objected on the record, whatever the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterdraft.lexicon.declared import Declared, pattern_of
from counterdraft.model import Resolution
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed

# So many are named; of the others it is said how many they are.
_NAMED = 5


class Minded(NamedTuple):
    """Words as a paragraph has them, and what was declared of them, the latest first."""

    words: str
    declared: tuple[Declared, ...]

    def by(self) -> list[str]:
        """Who objected, each once."""
        return list(dict.fromkeys(name for each in self.declared for name in each.by))

    def said(self) -> str:
        """What is known of it: who objected, those first who did last, and where that was read."""
        by, source = self.by(), self.declared[0].source
        names = [*by[:_NAMED], *([f"{len(by) - _NAMED} more"] if len(by) > _NAMED else [])]
        return (
            f"it has the words “{self.words}”, to which {listed(names)} objected on the record "
            f"wherever they stand (last read in: {source.title}, {source.url})"
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


def minded(text: str, known: Mapping[str, Sequence[Declared]]) -> Minded | None:
    """The words of a paragraph that most delegations object to; of equals the longest."""
    straight = straighten(text)
    found = [
        Minded(at[0], tuple(some)) for words, some in known.items()
        if (at := pattern_of(words).search(straight))
    ]  # fmt: skip
    return max(found, key=lambda each: (len(each.by()), len(each.words), each.words), default=None)
