"""A text → the runs of one to three words in it, as they are counted over a corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterdraft.lexicon.joining import joining_words
from counterdraft.text.straight import straighten

LONGEST = 3
_APART = re.compile(r"[^a-zA-Z' -]+")


def runs(text: str) -> Iterator[str]:
    """In lower case; none goes over a mark or a number, begins or ends with what only joins."""
    joining = joining_words()
    for part in _APART.split(straighten(text)):
        words = part.lower().split()
        for start, first in enumerate(words):
            if first in joining:
                continue
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                if words[end - 1] not in joining:
                    yield " ".join(words[start:end])
