"""A token of a place → whether it is of a title: words in quotation marks, the name of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterdraft.cover.places import Place
from counterdraft.lexicon.cover_words import CoverWords

# A party may have brackets of its own in its name.
_PARTY = r"(?:[^()]|\([^()]{1,80}\)){2,120}"
_PARTIES = re.compile(rf"\({_PARTY} v\.? {_PARTY}\)")


def in_title(token: int, place: Place, words: CoverWords) -> bool:
    """Whether a token is of words in quotation marks, as a title is, or of the name of a case."""
    before = place.text[: place.tokens[token].start]
    if before.count("\u201c") > before.count("\u201d") or before.count('"') % 2 == 1:
        return True
    return any(token in case for case in _cases(place, words))


def _cases(place: Place, words: CoverWords) -> Iterator[range]:
    """The tokens of each name of a case: "Allegations of Theft in Ports (Orlavia v. Meridia)".

    It goes back from the parties to the first word in capitals that none but small words part from
    the next.
    """
    for parties in _PARTIES.finditer(place.text):
        end = sum(each.start < parties.start() for each in place.tokens)
        first = at = end
        while at > 0 and _is_of_name(at - 1, place, words):
            at -= 1
            if place.text[place.tokens[at].start].isupper():
                first = at
        yield range(first, end)


def _is_of_name(token: int, place: Place, words: CoverWords) -> bool:
    each = place.tokens[token]
    return place.text[each.start].isupper() or each.word in words.names.cases
