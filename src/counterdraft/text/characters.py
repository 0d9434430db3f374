"""Characters that may not stand in a file are replaced, one for one, so that offsets hold."""

from __future__ import annotations

REPLACEMENT = "\ufffd"

# What XML 1.0 leaves out, and the controls of the Latin-1 block that it discourages.
FORBIDDEN = {
    **{code: REPLACEMENT for code in range(0x20) if chr(code) not in "\t\n\r"},
    **dict.fromkeys(range(0x7F, 0xA0), REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),
    **{
        plane | last: REPLACEMENT
        for plane in range(0, 0x110000, 0x10000)
        for last in (0xFFFE, 0xFFFF)
    },
}


def sound(text: str) -> str:
    """``text`` with what may not stand in XML, or in UTF-8, replaced."""
    return text if text.isascii() and text.isprintable() else text.translate(FORBIDDEN)
