"""A hit and its clause → whether the end of an inquiry, a mandate or a court is asked for.

So is one turned down that is not yet. Whoever asks for the end of a wrong asks for action; whoever
asks for the end of what looks into wrongs does not do the same as who asks for that.
"""

from __future__ import annotations

from counterdraft.cover.hits import Hit
from counterdraft.cover.places import Clause, Place
from counterdraft.cover.signs import Signs
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.lexicon.states import find_states
from counterdraft.text.phrases import Found

_TURNED = 4  # words before what asks for an end in which that is turned round: "not to end"


def is_ended(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether right before it something asks for an end, and it or what is between is a body."""
    return any(
        clause.first <= each.last <= hit.first
        and _leads_to(each, hit, words, place)
        and not _is_noun(each, words, place)
        and not _is_turned(each, signs)
        for each in signs.at("ending")
    )


def _leads_to(ending: Found[str], hit: Hit, words: CoverWords, place: Place) -> bool:
    between = range(ending.last, hit.first)
    if any(place.tokens[n].clause != place.tokens[hit.first].clause for n in between):
        return False
    named = [(each.start, each.end) for each in find_states(place.text)]
    small = all(
        place.tokens[n].word in words.towards
        or any(start <= place.tokens[n].start < end for start, end in named)
        for n in between
    )
    return small and any(place.tokens[n].word in words.bodies for n in range(ending.last, hit.last))


def _is_noun(ending: Found[str], words: CoverWords, place: Place) -> bool:
    """Whether it is a thing that is spoken of: "until the end of the mandate"."""
    before = place.tokens[ending.first - 1].word if ending.first else ""
    return before in words.nouned and before != "to"


def _is_turned(ending: Found[str], signs: Signs) -> bool:
    """Whether another such word, or one of denial, stands right before: "rejects calls to end"."""
    return any(
        0 <= ending.first - each.last <= _TURNED
        for kind in ("ending", "beyond")
        for each in signs.at(kind)
    )
