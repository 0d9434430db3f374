"""Registers that hold a thesaurus → its terms, with their identifiers and what is near to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property

from counterdraft.model.register import CONCEPTS, Register

_NEAR = 5  # terms that are named in place of one that is none
_ALIKE = 0.8  # of letters in their order: a slip
_SHARED = 0.5  # of letters, in words that two terms have both


class Concepts:
    """The terms of a thesaurus, each with its identifier; ``name`` is where they are from."""

    def __init__(self, name: str, terms: Iterable[tuple[str, str]]) -> None:
        self.name = name
        # A field of subjects may be called as a concept in it is, and has the shorter identifier.
        self.identifiers = dict(sorted(terms, key=lambda each: len(each[1])))

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {term: _words_of(term) for term in self.identifiers}

    def near(self, term: str) -> tuple[str, ...]:
        """Terms that are written alike or share words with one, the nearest first; at most 5."""
        alike = get_close_matches(term, self.identifiers, n=_NEAR, cutoff=_ALIKE)
        words = _words_of(term)
        shared = [(_shared(words, theirs), each) for each, theirs in self._words.items()]
        best = sorted((-share, each) for share, each in shared if share >= _SHARED)
        return tuple(dict.fromkeys([*alike, *(each for _, each in best)]))[:_NEAR]


def concepts_of(registers: Sequence[Register]) -> Concepts | None:
    """The concepts that some registers hold; None where none holds any."""
    held = {each.name: each.entries(CONCEPTS) for each in registers}
    named = [name for name, entries in held.items() if entries]
    if not named:
        return None
    terms = ((each.subject, each.value) for entries in held.values() for each in entries)
    return Concepts(", ".join(named), terms)


def _words_of(term: str) -> frozenset[str]:
    """The words of a term, one and many alike."""
    return frozenset(word.rstrip("S") for word in term.replace("-", " ").split())


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two terms is in words of both, by letters, from 0 to 1."""
    both = sum(map(len, one & other))
    return 2 * both / max(sum(map(len, one)) + sum(map(len, other)), 1)
