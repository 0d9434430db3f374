"""What the numbers and symbols of documents look like, and the nouns that govern them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Nouns(NamedTuple):
    """The nouns that say what the numbers after them are.

    ``pattern`` matches one of them; ``kinds`` tells by the noun in lower case what the
    number is: "resolution", "decision", or "other" for none of ours.
    """

    pattern: re.Pattern[str]
    kinds: dict[str, str]


class Strangers(NamedTuple):
    """Organs that the lexicon does not know.

    ``noun`` matches what only the name of an organ holds; ``lookalike`` the end of a name
    that is only by its last word one of the UN's.
    """

    noun: re.Pattern[str]
    lookalike: re.Pattern[str]


@cache
def symbol_prefixes(language: str = "en") -> frozenset[str]:
    """What begins the symbol of a document: "A", "S", "UNEP"."""
    return frozenset(load(f"{language}/symbols")["prefixes"]["un"])


@cache
def nouns(language: str = "en") -> Nouns:
    """The nouns that govern numbers."""
    data = load(f"{language}/symbols")
    kinds = {noun: kind for kind, each in data["kinds"].items() for noun in each}
    kinds |= dict.fromkeys(data["others"]["nouns"], "other")
    # A set of characters first, which the engine skips to quickly; no word goes on before it.
    first = "".join(sorted({c for noun in kinds for c in (noun[0], noun[0].upper())}))
    rest = alternatives(noun[1:] for noun in sorted(kinds, key=len, reverse=True))
    return Nouns(re.compile(rf"[{first}](?<!\w.)(?:{rest})\b"), kinds)


@cache
def strangers(language: str = "en") -> Strangers:
    """Organs that the lexicon does not know, by their nouns."""
    data = load(f"{language}/symbols")["strangers"]
    return Strangers(
        re.compile(rf"\b(?:{alternatives(data['nouns'])})\b"),
        re.compile(rf"\b(?:{alternatives(data['lookalikes'])}) (?:Assembly|Council)$"),
    )
