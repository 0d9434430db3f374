"""A hit and its clause → what is voiced last before it by words that are not the clause's verb.

"Welcoming the release of prisoners, concerned about the use of torture": the verb of the clause is
not what the organ does with torture. What is concerned, or welcomes, stands in an apposition behind
a comma, or a word that joins it; "the States concerned" voice nothing.
"""

from __future__ import annotations

from typing import Literal

from counterdraft.cover.hits import Hit
from counterdraft.cover.places import Clause, Place, comma_before
from counterdraft.cover.signs import Signs
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.text.phrases import Found

Voice = Literal["raises", "praises"]
_VOICES: dict[str, Voice] = {
    "voiced": "raises", "concerned": "raises", "deploring": "raises", "lauding": "praises",
}  # fmt: skip


def voiced(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> Voice | None:
    """What the last words that voice something before it voice; None where none do."""
    heard = [
        (each.last, voice)
        for kind, voice in _VOICES.items()
        for each in signs.at(kind)
        if clause.first < each.last <= hit.first
        and (kind == "voiced" or _is_apposed(each, clause, words, place))
    ]
    return max(heard)[1] if heard else None


def _is_apposed(sign: Found[str], clause: Clause, words: CoverWords, place: Place) -> bool:
    at = sign.first
    while at > clause.first and not comma_before(at, place) and _is_degree(at - 1, words, place):
        at -= 1
    if at <= clause.first:
        return False
    before = place.tokens[at - 1].word
    joined = before in words.joining or (sign.key == "concerned" and before == "and")
    return joined or comma_before(at, place)


def _is_degree(token: int, words: CoverWords, place: Place) -> bool:
    return place.tokens[token].word in words.degrees
