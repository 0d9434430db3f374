"""A document and a resolution in it → whose text it is, where that is stated; else nobody.

The header's sponsors count first. Around a draft without any, in an article or a letter, a sentence
may say who circulated it; where sentences name several States nothing is settled.
"""

from __future__ import annotations

from counterdraft.lexicon.circulation import circulation
from counterdraft.lexicon.states import find_states
from counterdraft.model import Document, Resolution
from counterdraft.text.straight import straighten

# Characters before a name in which "a draft submitted by" would stand.


def stated_sponsors(document: Document, resolution: Resolution) -> tuple[str, ...]:
    """States by the lexicon's names, or groups; empty where it is not known."""
    if resolution.sponsors:
        return resolution.sponsors
    text = document.text
    outside = (text[: resolution.span.start], text[resolution.span.end :])
    named = {name for part in outside for name in _circulating(part)}
    return tuple(named) if len(named) == 1 else ()


def _circulating(text: str) -> set[str]:
    """Who is said to have circulated a draft."""
    straight = straighten(text)
    return {
        each.name
        for each in find_states(straight)
        if circulation().says_of(straight, each.start, each.end)
    }
