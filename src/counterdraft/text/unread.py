"""A resolution → how many words stand in its annexes, which no judgement reads, and that it is so.

What is said of a text whose substance is in an annex is said of the rest of it alone.
"""

from __future__ import annotations

from counterdraft.model import Resolution
from counterdraft.text.wording import counted


def unread_words(resolution: Resolution | None) -> int:
    """The words of the annexes of a resolution; none where there is no resolution."""
    return sum(len(each.text.split()) for each in resolution.annexes) if resolution else 0


def unread_said(words: int) -> str:
    """ "Not read: 4,900 words in annexes."; nothing where there are none."""
    return f"Not read: {counted(words, 'word')} in annexes." if words else ""
