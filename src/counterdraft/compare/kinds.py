"""Two texts → the kinds of words of each of their paragraphs, and how many paragraphs have each."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain

from counterdraft.model import Resolution
from counterdraft.text.stems import Stemmer


class Kinds:
    """The stems of the paragraphs of A, 0, and B, 1; each is told when it is first asked for."""

    def __init__(self, a: Resolution, b: Resolution, stemmer: Stemmer) -> None:
        self.texts = (a.paragraphs, b.paragraphs)
        self.stemmer = stemmer

    @cached_property
    def stems(self) -> tuple[list[frozenset[str]], ...]:
        """Of either text, the stems of every paragraph."""
        return tuple([frozenset(self.stemmer[p.text].stems) for p in text] for text in self.texts)

    @cached_property
    def holders(self) -> Counter[str]:
        """How many paragraphs of the two texts have a stem."""
        return Counter(chain.from_iterable(chain(*self.stems)))

    @property
    def number(self) -> int:
        """How many paragraphs the two texts have."""
        return sum(map(len, self.texts))
