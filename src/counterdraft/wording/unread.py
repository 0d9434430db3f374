"""What was not read of a text, in words: annexes, tables, and parts that a problem says may lack.

What is said of a text of which something was not read is said of the rest of it alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model import Resolution
from counterdraft.wording.english import counted, some

_MOST = 3  # parts that may be missing


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


def lacking_said(lacking: Sequence[str], text: str = "it") -> str:
    """ "Not all of it may have been read: page 2: pictures without text, not read."."""
    return f"Not all of {text} may have been read: {some(lacking, _MOST)}." if lacking else ""
