"""A text that was named as the one before a draft, and has another title and other words.

It may have been named by a slip: then all that is told of what changed since is of no use.
"""

from __future__ import annotations

import re

from counterdraft.model import Comparison

# Texts of one series have more of their words in common than this, even where they were rewritten.
UNLIKE = 0.3
_WORD = re.compile(r"[^\W\d]+")  # "programme budget for 2025" is the title of another year's


def other_title(comparison: Comparison) -> str | None:
    """What to say first of A, named as the text before B; None where nothing speaks against it."""
    before, now = comparison.a.title, comparison.b.title
    if not before or not now or comparison.likeness >= UNLIKE or _folded(before) == _folded(now):
        return None
    return (
        "A was named as the text before this one; neither its title nor its words bear that out: "
        f"it has another title, and {comparison.likeness:.0%} of the words are common to both."
    )


def _folded(title: str) -> list[str]:
    return _WORD.findall(title.casefold())
