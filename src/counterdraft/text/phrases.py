"""Phrases in a notation that anyone can write, and where they stand in a text.

A phrase is words apart by blanks. ``abduct*`` is every word that begins so, ``arrest|detention``
either word, ``..`` up to four further words of the same clause. Case, hyphens and kinds of
apostrophes do not count, but a word written in capitals alone (``WHO``) is found in capitals
alone; a word of four letters or more is its plural in -s or -es too. There are no regular
expressions: a text is walked once, whatever phrases it is searched for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

GAP = 4
_LEAST_STEM = 3
_KEPT = 4096  # words
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[;:.!?](?=\s|$)")
_APART = re.compile(r"[-/'\u2019]")
_SLOT = re.compile(r"[\w'\u2019*|/-]+")
_Key = TypeVar("_Key")


class PhraseError(ValueError):
    """A phrase that is not in the notation; its text says why."""


class Token(NamedTuple):
    """A word in lower case, whether it is printed in capitals, where it stands, in which clause."""

    word: str
    capitals: bool
    start: int
    end: int
    clause: int


class Slot(NamedTuple):
    """What may stand at one place of a phrase: whole words, words in capitals, beginnings."""

    words: frozenset[str]
    capitals: frozenset[str]
    stems: tuple[str, ...]

    def takes(self, token: Token) -> bool:
        """Whether ``token`` may stand there."""
        return (
            token.word in self.words
            or (token.capitals and token.word in self.capitals)
            or (bool(self.stems) and token.word.startswith(self.stems))
        )


class Phrase(NamedTuple):
    """A slot, and those that follow it; None is a gap."""

    first: Slot
    rest: tuple[Slot | None, ...]


class Found(NamedTuple, Generic[_Key]):
    """A phrase found: whose it is, and the tokens ``[first, last)`` that it takes up."""

    key: _Key
    first: int
    last: int


def tokens(text: str) -> list[Token]:
    """The words of a text; a clause ends at a full stop, colon, semicolon or question mark."""
    stops = [found.start() for found in _STOP.finditer(text)]
    return [
        Token(
            found[0].lower(),
            found[0].isupper(),
            found.start(),
            found.end(),
            bisect_right(stops, found.start()),
        )
        for found in _WORD.finditer(text)
    ]


def phrase(written: str) -> Phrase:
    """A phrase out of its notation; raises PhraseError."""
    slots: list[Slot | None] = []
    for part in written.split():
        slots += [None] if part == ".." else _slots(part, written)
    if not slots:
        raise PhraseError("a phrase has at least one word")
    if slots[0] is None or slots[-1] is None:
        raise PhraseError(f"{written!r} begins or ends with a gap; put words around '..'")
    return Phrase(slots[0], tuple(slots[1:]))


def _slots(part: str, written: str) -> Iterator[Slot]:
    """The slots of what stands between blanks: hyphens and apostrophes part words."""
    if not _SLOT.fullmatch(part):
        raise PhraseError(
            f"{written!r} has {part!r}: a phrase is words, with '*' after a beginning, '|' between "
            "words and '..' for a gap"
        )
    if "|" in part:
        yield _slot(part.split("|"), written)
        return
    pieces = [piece for piece in _APART.split(part) if piece]
    for piece in pieces or [part]:
        yield _slot([piece], written)


def _slot(choices: Sequence[str], written: str) -> Slot:
    words, capitals, stems = set[str](), set[str](), list[str]()
    for choice in choices:
        stem = choice.removesuffix("*").lower()
        if not _WORD.fullmatch(stem):
            raise PhraseError(f"{written!r} has no single word where {choice!r} stands")
        if choice.isupper() and len(choice) > 1:
            capitals.add(stem)
        elif not choice.endswith("*"):
            words |= {stem, stem + "s", stem + "es"} if len(stem) > _LEAST_STEM else {stem}
        elif len(stem) < _LEAST_STEM:
            raise PhraseError(f"{written!r} has {choice!r}: a beginning has three letters or more")
        else:
            stems.append(stem)
    return Slot(frozenset(words), frozenset(capitals), tuple(stems))


class PhraseIndex(Generic[_Key]):
    """Phrases by their first words; each has a key, which need not be its own."""

    def __init__(self, phrases: Iterable[tuple[_Key, Phrase]]) -> None:
        self._words: dict[str, list[tuple[_Key, Phrase]]] = {}
        self._stems: dict[str, list[tuple[_Key, Phrase]]] = {}
        for key, each in phrases:
            for word in each.first.words | each.first.capitals:
                self._words.setdefault(word, []).append((key, each))
            for stem in each.first.stems:
                self._stems.setdefault(stem, []).append((key, each))
        self._lengths = sorted({len(stem) for stem in self._stems})

    def find(self, given: Sequence[Token]) -> Iterator[Found[_Key]]:
        """All phrases that stand in the tokens, in order of their first; they may overlap."""
        for at, token in enumerate(given):
            for key, each in self._beginning(token.word):
                last = _end(each, given, at)
                if last is not None:
                    yield Found(key, at, last)

    def _beginning(self, word: str) -> Iterator[tuple[_Key, Phrase]]:
        yield from self._words.get(word, ())
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._stems.get(word[:length], ())


def _end(each: Phrase, given: Sequence[Token], at: int) -> int | None:
    """The token after a phrase that begins at token ``at``; None where it does not stand there.

    A gap takes as few words as it can; one that took too few is not widened, so that the time is
    bounded by the length of the phrase.
    """
    clause = given[at].clause
    free = 0
    for slot in (each.first, *each.rest):
        if slot is None:
            free = GAP
            continue
        while not (at < len(given) and given[at].clause == clause and slot.takes(given[at])):
            if free == 0 or at >= len(given):
                return None
            at, free = at + 1, free - 1
        at, free = at + 1, 0
    return at


def plain_phrase(words: str) -> Phrase:
    """The phrase that is these words as they stand, whatever marks are between them."""
    first, *rest = map(_word_slot, _WORD.findall(words))
    return Phrase(first, tuple(rest))


@lru_cache(_KEPT)
def _word_slot(word: str) -> Slot:
    """The slot of one word; the names of treaties share few."""
    return _slot([word], word)
