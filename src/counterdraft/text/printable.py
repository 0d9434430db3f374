"""Text as a page may print it: what has no shape, or may not stand in a document, is replaced."""

from __future__ import annotations

REPLACEMENT = "\ufffd"

# One for one, so that offsets hold. Tabs and line ends stay; a carriage return becomes one.
_FORBIDDEN = {
    **{code: REPLACEMENT for code in range(0x20) if chr(code) not in "\t\n"},
    ord("\r"): "\n",
    **dict.fromkeys(range(0x7F, 0xA0), REPLACEMENT),
    # Embeddings, overrides and isolates could show a text in another order than it has.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),
    **dict.fromkeys(range(0xFDD0, 0xFDF0), REPLACEMENT),
    **{
        plane | last: REPLACEMENT
        for plane in range(0, 0x110000, 0x10000)
        for last in (0xFFFE, 0xFFFF)
    },
}


def printable(text: str) -> str:
    """``text`` with controls, of direction too, and what is no character replaced, one for one."""
    return str(text) if text.isascii() and text.isprintable() else str(text).translate(_FORBIDDEN)
