"""What was not read of a text, in words: annexes, and parts that a problem says may be missing.

What is said of a text of which something was not read is said of the rest of it alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model import Resolution
from counterdraft.text.wording import counted, some

_MOST = 3  # parts that may be missing


def unread_words(resolution: Resolution | None) -> int:
    """The words of the annexes of a resolution; none where there is no resolution."""
    return sum(len(each.text.split()) for each in resolution.annexes) if resolution else 0


def unread_said(words: int) -> str:
    """ "Not read: 4,900 words in annexes."; nothing where there are none."""
    return f"Not read: {counted(words, 'word')} in annexes." if words else ""


def lacking_said(lacking: Sequence[str], text: str = "it") -> str:
    """ "Not all of it may have been read: page 2: pictures without text, not read."."""
    return f"Not all of {text} may have been read: {some(lacking, _MOST)}." if lacking else ""
