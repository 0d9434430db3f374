"""A clause and a thing → where the clause names it; of a body the whole name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.draft.body_name import end_of_name
from counterdraft.flag.clauses import Clause
from counterdraft.lexicon.acts import Thing
from counterdraft.lexicon.body_names import body_names

# Words of a name in capitals before the words by which a body is known.
_BEFORE = re.compile(r"(?:[A-Z][\w-]*\s+(?:(?:and|for|of)\s+(?=[A-Z]))?)+$")


class Mention(NamedTuple):
    """Words for a thing, where they stand in the clause's text, and whether they name its class."""

    words: str
    start: int
    end: int
    general: bool


def mentions(clause: Clause, thing: Thing) -> Iterator[Mention]:
    """Where a clause's own words name the thing: first as a class, then single ones."""
    text = clause.text
    for found in thing.general.finditer(text, clause.own):
        yield Mention(found[0], *found.span(), general=True)
    for found in thing.forms.finditer(text, clause.own):
        start, end = found.span()
        if thing.has_name and not found[0].isupper():  # an acronym is a name by itself
            start, end = _beginning(text, start, clause.own), end_of_name(text, end)
        if not (thing.has_name and _says_which(text, end)):
            yield Mention(text[start:end], start, end, general=False)


def _says_which(text: str, end: int) -> bool:
    """Whether a name only says of what it stands before which one is meant: "UNMISS positions"."""
    known = body_names()
    return bool(known.more.match(text, end)) and not known.ends.match(text, end + 1)


def _beginning(text: str, start: int, own: int) -> int:
    """Where a name begins whose words in capitals go before ``start``."""
    found = _BEFORE.search(text, own, start)
    if found is None:
        return start
    opened = not text[own : found.start()].strip() or text[: found.start()].rstrip()[-1:] in ".:;)"
    first = re.compile(r"\S+\s+").match(text, found.start()) if opened else None
    return min(first.end() if first else found.start(), start)
