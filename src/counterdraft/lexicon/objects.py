"""Words that may stand between a verb and what it is done to, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Words(NamedTuple):
    """Each is matched on a whole word, in any case, but where it says otherwise.

    ``adverbial`` and ``series`` are searched in the text before it is cut into words, and ``apart``
    on its beginning; ``through`` on a noun and the preposition behind it ("mandate of"); ``acting``
    on the beginning of a thing's own words, where these begin with a verb. ``opens`` is searched
    before a thing that something is said of, ``another`` between the two.
    """

    adverbial: re.Pattern[str]
    series: re.Pattern[str]
    apart: re.Pattern[str]
    joins: re.Pattern[str]
    determiner: re.Pattern[str]
    preposition: re.Pattern[str]
    infinitive: re.Pattern[str]
    relative: re.Pattern[str]
    verb: re.Pattern[str]
    like: re.Pattern[str]
    particle: re.Pattern[str]
    adjective: re.Pattern[str]
    gerund: re.Pattern[str]
    noun: re.Pattern[str]
    through: re.Pattern[str]
    compound: re.Pattern[str]
    acting: re.Pattern[str]
    opens: re.Pattern[str]
    another: re.Pattern[str]


@cache
def words(language: str = "en") -> Words:
    """What a language has of them."""
    table = load(f"{language}/objects")
    return Words(**{name: _any_of(table[name]["forms"]) for name in Words._fields})


def _any_of(forms: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(forms)})".replace(" ", r"\s+"), re.IGNORECASE)
