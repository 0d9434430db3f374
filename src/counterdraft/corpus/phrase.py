"""Words in a clause → the stretches of it that have them, as asked or in another wording.

In another wording is a stretch that has more than half of the words, a few others between them
at most: "universality, objectivity and non-selectivity" is one of "non-selectivity, impartiality
and objectivity". Words that only join others do not count, nor do endings. Where a list or a single
word was asked for, a stretch that is part of a list of single words is completed to all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from counterdraft.corpus.search_file import folded, tokens
from counterdraft.errors import BadQuery
from counterdraft.lexicon.joining import joining_words
from counterdraft.text.stems import stem
from counterdraft.text.straight import straighten

_TOKEN = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*|[^\w\s]|_")
# So many words and marks may stand between two of the words: of a list, and of another phrase.
_LISTED, _BETWEEN = 12, 4
_LONGEST = 2_000  # characters
_AND = frozenset({"and", "or"})


class Said(NamedTuple):
    """A stretch of a clause as printed; ``as_asked`` where the words stand in it as asked for."""

    words: str
    as_asked: bool


class _Token(NamedTuple):
    word: str
    start: int
    end: int

    @property
    def is_item(self) -> bool:
        """Whether it may be one of a list of words."""
        return self.word[0].isalpha() and self.word not in joining_words()

    @property
    def parts(self) -> bool:
        """Whether it stands between the words of a list."""
        return self.word == "," or self.word in _AND


class Phrase:
    """Words that are looked for."""

    def __init__(self, text: str) -> None:
        """Raises BadQuery where there is no word in ``text``, or too many."""
        self.text = " ".join(text.split())
        found = _tokens(self.text)
        self._whole = [each.word for each in found if each.word[0].isalnum()]
        self._parts = [part for word in self._whole for part in tokens(word)]
        if not self._parts or len(self.text) > _LONGEST:
            reason = "it asks for too many words" if self._parts else "it asks for no word"
            raise BadQuery(reason, source=self.text[:40], remedy="Say some words or a phrase")
        content = [each for each in self._whole if each not in joining_words()]
        self._stems = frozenset(map(stem, content or self._whole))
        self._enough = len(self._stems) // 2 + 1
        self._is_list = len(self._whole) == 1 or any(each.parts for each in found)

    @cached_property
    def query(self) -> str:
        """What finds, in FTS5's language, every clause that may have them."""
        words = [word for word in self._whole if stem(word) in self._stems]
        return " OR ".join(f'"{" ".join(tokens(word))}"' for word in dict.fromkeys(words))

    def said(self, clause: str) -> Iterator[Said]:
        """The stretches of a clause that have the words."""
        found = _tokens(clause)
        stems = [stem(each.word) for each in found]
        hits = [n for n, each in enumerate(stems) if each in self._stems]
        asked = _occurrences(found, self._parts)
        if not self._is_list:
            yield from (Said(clause[found[a].start : found[b].end], True) for a, b in asked)
            hits = [n for n in hits if not any(a <= n <= b for a, b in asked)]
            asked = []
        hits = sorted({*hits, *(n for a, b in asked for n in range(a, b + 1))})
        for some in _together(hits, _LISTED if self._is_list else _BETWEEN):
            inside = [each for each in asked if some[0] <= each[0] and each[1] <= some[-1]]
            first, last = inside[0] if inside else _without_repeats(some, stems)
            enough = len(self._stems.intersection(stems[first : last + 1])) >= self._enough
            if not inside and not enough:
                continue
            if self._is_list:
                first, last = _begin(found, first), _end(found, first, last)
            yield Said(clause[found[first].start : found[last].end], bool(inside))


def _tokens(text: str) -> list[_Token]:
    """Words and marks, folded, where they stand."""
    plain = straighten(text)
    return [_Token(folded(each[0]) or each[0], *each.span()) for each in _TOKEN.finditer(plain)]


def _together(hits: Sequence[int], between: int) -> Iterator[list[int]]:
    """Places that are near each other: so many others between two of them at most."""
    some: list[int] = []
    for hit in hits:
        if some and hit - some[-1] > between + 1:
            yield some
            some = []
        some.append(hit)
    if some:
        yield some


def _begin(found: Sequence[_Token], first: int) -> int:
    """Where the list of words begins that has the word at a place."""
    while first >= 2 and found[first - 1].parts and _ends_item(found, first - 2):
        first -= 2
    return first


def _end(found: Sequence[_Token], first: int, last: int) -> int:
    """Where the list of words ends that has these; its last word stands after "and"."""
    while last + 1 < len(found):
        ended = any(each.word in _AND for each in found[first:last])
        item = last + 1
        while item < len(found) and found[item].parts:
            item += 1
        goes_on = found[last + 1].word in _AND if ended else item > last + 1
        if not goes_on or not _begins_item(found, item):
            break
        last = item
    return last


def _ends_item(found: Sequence[_Token], at: int) -> bool:
    """Whether the word at a place is no end of a longer item."""
    return found[at].is_item and (at == 0 or not found[at - 1].is_item)


def _begins_item(found: Sequence[_Token], at: int) -> bool:
    """Whether the word at a place is no beginning of a longer item.

    After a comma alone another must follow: "impartiality, consent of the parties" is no list of
    words.
    """
    if at >= len(found) or not found[at].is_item:
        return False
    following = found[at + 1] if at + 1 < len(found) else None
    if found[at - 1].word == ",":
        return following is not None and following.parts
    return following is None or not following.is_item


def _without_repeats(hits: Sequence[int], stems: Sequence[str]) -> tuple[int, int]:
    """Where the first of the words stands that does not come again, and the last that is new."""
    names = [stems[hit] for hit in hits]
    first = next(n for n, name in enumerate(names) if name not in names[n + 1 :])
    last = next(
        n for n in range(len(names) - 1, -1, -1) if n <= first or names[n] not in names[first:n]
    )
    return hits[first], hits[max(first, last)]


def _occurrences(found: Sequence[_Token], asked: list[str]) -> list[tuple[int, int]]:
    """The first and last place of each stretch that has the words as asked.

    Marks do not count, nor whether a hyphen or a blank parts two words; but "selectivity" is no
    word of "non-selectivity".
    """
    parts = [
        (part, n, k == 0, k == len(own) - 1)
        for n, each in enumerate(found) for own in (tokens(each.word),)
        for k, part in enumerate(own)
    ]  # fmt: skip
    words, size = [part for part, *_ in parts], len(asked)
    return [
        (parts[n][1], parts[n + size - 1][1])
        for n in range(len(words) - size + 1)
        if words[n] == asked[0] and words[n : n + size] == asked
        and parts[n][2] and parts[n + size - 1][3]
    ]  # fmt: skip
