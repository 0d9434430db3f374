"""A clause that asks → where what it asks for begins, behind words on those who are asked.

"All States, in particular the neighbours of the country, to refrain from …": the turn is of those
who are asked, and what follows is not said by the way.
"""

from __future__ import annotations

from counterdraft.cover.places import Clause, Place, comma_before
from counterdraft.cover.signs import Signs
from counterdraft.lexicon.cover_words import CoverWords


def asked_from(clause: Clause, signs: Signs, words: CoverWords, place: Place) -> int | None:
    """The token of its first infinitive, where a comma and a turn stand before; else None."""
    inner = range(clause.first, clause.last - 1)
    first = next((n for n in inner if _is_infinitive(n, words, place)), None)
    if first is None or not comma_before(first, place):
        return None
    turned = (each for kind in ("turn", "listing") for each in signs.at(kind))
    return first if any(clause.first < each.first < first for each in turned) else None


def _is_infinitive(token: int, words: CoverWords, place: Place) -> bool:
    marks = place.tokens[token].word in words.infinitive.marks
    return marks and place.tokens[token + 1].word not in words.infinitive.articles
