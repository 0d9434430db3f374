"""Text as a page may print it: what has no shape, or may not stand in a document, is replaced."""

from __future__ import annotations

from counterdraft.text.characters import FORBIDDEN, REPLACEMENT

# Tabs and line ends stay; a carriage return becomes one.
_FORBIDDEN = {
    **FORBIDDEN,
    ord("\r"): "\n",
    # Embeddings, overrides and isolates could show a text in another order than it has.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), REPLACEMENT),
    **dict.fromkeys(range(0xFDD0, 0xFDF0), REPLACEMENT),  # no characters
}


def printable(text: str) -> str:
    """``text`` with controls, of direction too, and what is no character replaced, one for one."""
    return str(text) if text.isascii() and text.isprintable() else str(text).translate(_FORBIDDEN)
