"""The next few words of a text, read only as far as somebody asks.

In: a straightened text, a place in it, a limit. Out: words by their number, in lower
case, with their offsets and whether a comma stands before each.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.verbs import Words

WORD = re.compile(r"[A-Za-z](?:[A-Za-z'-]*[A-Za-z])?")
_STEP = re.compile(rf"(,?[ \n]|)({WORD.pattern})")
# No phrase is longer, in characters.
_REACH = 200


class Tokens:
    """The next few words of a text in lower case, read as far as somebody asks."""

    __slots__ = ("_at", "_limit", "comma", "ends", "starts", "text", "words")

    def __init__(self, text: str, at: int, limit: int) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.comma: list[bool] = []
        self._at = at
        self._limit = min(limit, at + _REACH)

    def word(self, i: int) -> str:
        """Word ``i``, or "" where the run of words ends before it."""
        words = self.words
        while len(words) <= i:
            found = _STEP.match(self.text, self._at, self._limit)
            if found is None or (words and not found[1]):
                self._limit = self._at
                return ""
            words.append(found[2].lower())
            self.starts.append(found.start(2))
            self._at = found.end()
            self.ends.append(self._at)
            self.comma.append("," in found[1])
        return words[i]

    def after_comma(self, i: int) -> bool:
        """Whether a comma stands before word ``i``."""
        return bool(self.word(i)) and self.comma[i]

    def capital(self, i: int) -> bool:
        """Whether word ``i`` has a capital."""
        return bool(self.word(i)) and self.text[self.starts[i]].isupper()

    def phrase_at(self, i: int, table: dict[str, tuple[Words, ...]]) -> int:
        """How many words of a phrase of ``table`` stand at ``i``, without a comma inside."""
        for words in table.get(self.word(i), ()):
            if self.stand_at(i, words):
                return len(words)
        return 0

    def stand_at(self, i: int, words: Words) -> bool:
        """Whether ``words`` stand at ``i``, without a comma inside."""
        if self.word(i) != words[0]:
            return False
        for k in range(1, len(words)):
            if self.word(i + k) != words[k] or self.comma[i + k]:
                return False
        return True

    def said(self, i: int, n: int) -> str:
        """Words ``i`` to ``i + n`` as one string."""
        return " ".join(self.words[i : i + n])
