"""Who is asked where a text says "that State": the one State that was named last, if it is one.

In: straightened text and a place in it. Out: the words, and the State's name or None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.actors import single_states
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.states import find_states
from counterdraft.model import Span

_REACH = 2000


class Meant(NamedTuple):
    """ "That State": where it stands, and which State it is, where one alone was named."""

    span: Span
    name: str | None


@cache
def _pattern() -> re.Pattern[str]:
    """ "That country", and no "that Governments shall …", "that State and other media be free"."""
    nouns = alternatives(single_states())
    return re.compile(
        rf"that (?:{nouns})(?=[,:;.]|$| (?:to|not|in|as|also|once|and (?:all|the|to))\b)"
    )


def that_state(text: str, at: int, stop: int) -> Meant | None:
    """ "That State" at ``at``: of the States named before it in the paragraph, or in the last."""
    found = _pattern().match(text, at, stop)
    if found is None:
        return None
    begin = text.rfind("\n", 0, at) + 1
    names = _named(text[max(begin, at - _REACH) : at])
    if not names:
        before = text[max(0, begin - _REACH) : begin].strip("\n")
        names = _named(before[before.rfind("\n") + 1 :])
    return Meant(Span(*found.span()), names.pop() if len(names) == 1 else None)


def _named(text: str) -> set[str]:
    return {each.name for each in find_states(text) if not each.group}
