"""What a clause calls another proposal, and a rival → whether it means the rival.

By its symbol where the clause has one; else by what it is on, where the rival's title has all of
those words.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.acts import subject_of
from counterdraft.lexicon.joining import content_of
from counterdraft.model import Resolution

_SYMBOL = re.compile(r"\b[A-Z]/[\w./-]*\bL\.\d+", re.IGNORECASE)  # of a revision the same


def has_symbol(named: str) -> bool:
    """Whether a clause's words for a proposal have its symbol, so that it is that one."""
    return _SYMBOL.search(named) is not None


def means(named: str, rival: Resolution) -> bool:
    """Whether ``named``, as a clause has it in straight text, is the rival."""
    symbol = _SYMBOL.search(named)
    if symbol is not None:
        other = _SYMBOL.match(rival.symbol or "")
        return other is not None and other[0].casefold() == symbol[0].casefold()
    subject = subject_of().search(named)
    words = content_of(subject[1]) if subject else frozenset()
    return bool(words) and words <= content_of(rival.title or "")
