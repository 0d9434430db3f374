"""Two paragraphs → whether they put the same thing, by the words that say what is put."""

from __future__ import annotations

from counterdraft.draft.contrary import are_contrary
from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.joining import content_of
from counterdraft.model import Unit
from counterdraft.reuse.names import with_short_names
from counterdraft.text.stems import Stemmer

# Two that share so much, and so many words, put the same thing.
_SAME, _FEWEST = 0.5, 3
# What a verb falls on is told by so many words behind it, which stand among so many in the other.
_FIRST, _EARLY = 4, 10


def is_same(one: Unit, other: Unit) -> bool:
    """Whether two paragraphs put the same thing, and do not only name one document or addressee.

    A name is one word, however long it is. That a thing be not done is not the same as that it be.
    """
    if are_contrary(*(each.text[each.head.phrase :] for each in (one, other))):
        return False
    here, there = _object(one), _object(other)
    return len(here & there) >= max(_FEWEST, _SAME * min(len(here), len(there)))


def is_put(one: Unit, other: Unit) -> bool:
    """Whether the verbs of two paragraphs fall on the same: what comes first comes early in either.

    One may stress what the other only names on its way.
    """
    here, there = _in_order(one), _in_order(other)
    return is_same(one, other) and all(
        len({*first[:_FIRST]} & {*rest[:_EARLY]}) >= _SAME * len({*first[:_FIRST]})
        for first, rest in ((here, there), (there, here))
    )


def _in_order(unit: Unit) -> list[str]:
    """The words of a paragraph that say what is put, in their order."""
    words = _object(unit)
    said = with_short_names(actors().terms.sub(" ", unit.text[unit.head.phrase :]))
    return [stem for stem in Stemmer()[said].stems if stem in words]


def _object(unit: Unit) -> frozenset[str]:
    """The words of a paragraph that say what is put: its verb and whoever it names are left out."""
    said = unit.text[unit.head.phrase :]
    return content_of(with_short_names(actors().terms.sub(" ", said)))
