"""The words behind two verbs → whether what these are about begins with the same thing.

"Expressing concern at the lack of control" and "noting efforts to gain control" share many words,
and are about two things; "the increase in incidents" and "incidents" are about one.
"""

from __future__ import annotations

from typing import NamedTuple

from counterdraft.compare.changed import spoken_of
from counterdraft.lexicon.intensity import weighing_words

# The first word of the one is among so many of the other's.
_FIRST = 3
# Words with these endings paint what follows, unless "of" does: "worsening", "continued", "highly".
_PAINTING, _OF = ("ing", "ed", "ly"), "of"


class _Thing(NamedTuple):
    """The stem of a word, and whether it is of a name."""

    stem: str
    named: bool


def begin_alike(one: str, other: str, *, loosely: bool = False) -> bool:
    """Whether the first thing that some words name is among the first that others name.

    ``loosely`` it is enough that any of the first are the same, without names.
    """
    ours, theirs = (_things(words)[:_FIRST] for words in (one, other))
    if not ours or not theirs:
        return True
    first, others = {each.stem for each in ours}, {each.stem for each in theirs}
    if ours[0].stem in others or theirs[0].stem in first:
        return True
    small = ({each.stem for each in some if not each.named} for some in (ours, theirs))
    return loosely and not set.isdisjoint(*small)


def _things(text: str) -> list[_Thing]:
    """The stems in their order, without those of words that only weigh or paint what follows."""
    words = text.split()
    found = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        plain = word.strip(",;:.()\u201c\u201d")
        paints = plain.endswith(_PAINTING) and following != _OF
        if not paints and plain.lower() not in weighing_words():
            found += [_Thing(stem, plain[:1].isupper()) for stem in sorted(spoken_of(plain))]
    return found
