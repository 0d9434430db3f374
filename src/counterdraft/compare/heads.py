"""The words behind two verbs → whether what these are about begins with the same thing.

"Expressing concern at the lack of control" and "noting efforts to gain control" share many words,
and are about two things; "the increase in incidents" and "incidents" are about one.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.compare.changed import spoken_of
from counterdraft.lexicon.intensity import weighing_words

# The first word of the one is among so many of the other's.
_FIRST = 3
# Words with these endings paint what follows, unless "of" does: "worsening", "continued", "highly".
_PAINTING, _OF = ("ing", "ed", "ly"), "of"


def begin_alike(one: str, other: str) -> bool:
    """Whether the first thing that some words name is among the first that others name."""
    ours, theirs = (_things(words.split()) for words in (one, other))
    if not ours or not theirs:
        return True
    return ours[0] in theirs[:_FIRST] or theirs[0] in ours[:_FIRST]


def _things(words: Sequence[str]) -> list[str]:
    """The stems in their order, without those of words that only weigh or paint what follows."""
    found = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        plain = word.strip(",;:.()\u201c\u201d").lower()
        paints = plain.endswith(_PAINTING) and following != _OF
        if not paints and plain not in weighing_words():
            found += sorted(spoken_of(plain))
    return found
