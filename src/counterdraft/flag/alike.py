"""How far two wordings say the same: by their words that say something."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Protocol, TypeVar

from counterdraft.lexicon.contested import contested
from counterdraft.lexicon.dates import counting_stems
from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.states import with_names_as_words
from counterdraft.model import ClauseTrace, Match
from counterdraft.text.stems import stem

ALIKE = 0.6
"""Two wordings of which less is alike are not told as one."""
# With fewer words that say something, and cite nothing, a paragraph does no more than cite.
_SAYS = 3


class Worded(Protocol):
    """Anything of which the words that say something are known."""

    @property
    def words(self) -> frozenset[str]:
        """Its words."""


W = TypeVar("W", bound=Worded)


def words_of(text: str) -> frozenset[str]:
    """The words that say something; a name of a State or a group is one, however long it is."""
    return content_of(with_names_as_words(text))


def changed(here: frozenset[str], there: frozenset[str]) -> float:
    """The share of the words of two wordings that only one of them has, 0 to 1."""
    # Of the three sets the smallest is made, thousands of times.
    both = len(here & there)
    either = len(here) + len(there) - both
    return (either - both) / max(1, either)


def nearest(traced: ClauseTrace) -> Match | None:
    """The adopted wording that says most of what the clause says; of equals the best match.

    How many words a name has may bring one match before another: here it is one word.
    """
    words = words_of(traced.text)
    return min(
        traced.matches, key=lambda each: changed(words, words_of(each.source.text)), default=None
    )


def like(words: frozenset[str], known: Iterable[W]) -> tuple[W, float] | None:
    """The one most like a wording, and the share of words both have; None where none is much so.

    Of equals it is the first.
    """
    size = len(words)
    shares = (
        (each, 1 - changed(words, each.words)) for each in known
        # No more is shared than the shorter one has.
        if min(size, len(each.words)) >= ALIKE * max(size, len(each.words))
    )  # fmt: skip
    found = max(shares, key=lambda each: each[1], default=None)
    return found if found and found[1] >= ALIKE else None


def only_cites(text: str, phrase: str | None) -> bool:
    """Whether it has next to no words beside its opening, days, sessions and what cites."""
    return len(words_of(text) - content_of(phrase or "") - _citing()) < _SAYS


@cache
def _citing() -> frozenset[str]:
    return counting_stems() | {stem(word.lower()) for word in contested().citing}
