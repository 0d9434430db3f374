"""A resolution → how many words stand where no judgement reads, and that it is so.

What is said of a text whose substance is in an annex or a table is said of the rest of it alone.
"""

from __future__ import annotations

from counterdraft.model import Resolution
from counterdraft.text.wording import counted


def unread_words(resolution: Resolution | None) -> int:
    """The words in annexes and lines of a resolution; none where there is no resolution."""
    return annex_words(resolution) + line_words(resolution) if resolution else 0


def annex_words(resolution: Resolution) -> int:
    """The words of its annexes."""
    return sum(len(each.text.split()) for each in resolution.annexes)


def line_words(resolution: Resolution) -> int:
    """The words of the lines among its paragraphs that are none, as the rows of a table."""
    return sum(len(each.text.split()) for each in resolution.lines)


def unread_said(words: int) -> str:
    """ "Not read: 4,900 words in annexes or tables."; nothing where there are none."""
    return f"Not read: {counted(words, 'word')} in annexes or tables." if words else ""
