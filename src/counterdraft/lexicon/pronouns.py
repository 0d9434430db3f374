"""The pronouns by which somebody is asked who was named before."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Pronouns(NamedTuple):
    """All of them are ``words``; ``persons`` stand for one person, ``several`` for more than one.

    ``narrowing`` are words behind a name that tell which of those who bear it are meant; ``of``
    matches what stands between the noun of a name and what it is of. ``single`` are names that end
    as those of several do, without the article.
    """

    words: frozenset[str]
    persons: frozenset[str]
    several: frozenset[str]
    narrowing: tuple[str, ...]
    of: re.Pattern[str]
    single: frozenset[str]

    def is_plural(self, name: str) -> bool:
        """Whether a name is of several: by its noun, before what it is of."""
        noun = self.of.split(name)[0]
        return noun.endswith("s") and noun.removeprefix("the ") not in self.single


@cache
def pronouns(language: str = "en") -> Pronouns:
    """Those of a language, in small letters."""
    data = load(f"{language}/actors")["pronouns"]
    return Pronouns(
        frozenset(data["words"]),
        frozenset(data["persons"]),
        frozenset(data["several"]),
        tuple(data["narrowing"]),
        re.compile(rf" (?:{alternatives(data['of'])}) "),
        frozenset(data["single"]),
    )
