"""Characters of symbol fonts → the Unicode characters that they look like.

Symbol and Wingdings are encodings of their own, which Word puts in U+F000 to U+F0FF.
Sources: the fonts' tables as Unicode publishes them (SYMBOL.TXT) and Microsoft's chart
of Wingdings; of the latter what stands in texts and before lists.
"""

from __future__ import annotations

_PRIVATE = 0xF000
_UNKNOWN = "\ufffd"
_BULLET = "\u2022"
_SYMBOL = dict(
    zip(
        range(0x41, 0x5B),
        "\u0391\u0392\u03a7\u0394\u0395\u03a6\u0393\u0397\u0399\u03d1\u039a\u039b\u039c"
        "\u039d\u039f\u03a0\u0398\u03a1\u03a3\u03a4\u03a5\u03c2\u03a9\u039e\u03a8\u0396",
        strict=True,
    )
) | dict(
    zip(
        range(0x61, 0x7B),
        "\u03b1\u03b2\u03c7\u03b4\u03b5\u03c6\u03b3\u03b7\u03b9\u03d5\u03ba\u03bb\u03bc"
        "\u03bd\u03bf\u03c0\u03b8\u03c1\u03c3\u03c4\u03c5\u03d6\u03c9\u03be\u03c8\u03b6",
        strict=True,
    )
) | {
    0x2A: "*", 0x2D: "\u2212", 0xA2: "\u2032", 0xA3: "\u2264", 0xA5: "\u221e", 0xAB: "\u2194",
    0xAC: "\u2190", 0xAD: "\u2191", 0xAE: "\u2192", 0xAF: "\u2193", 0xB0: "\u00b0",
    0xB1: "\u00b1", 0xB2: "\u2033", 0xB3: "\u2265", 0xB4: "\u00d7", 0xB7: _BULLET,
    0xB8: "\u00f7", 0xB9: "\u2260", 0xBB: "\u2248", 0xBC: "\u2026", 0xD2: "\u00ae",
    0xD3: "\u00a9", 0xD4: "\u2122", 0xD7: "\u22c5", 0xE0: "\u25ca", 0xE2: "\u00ae",
    0xE3: "\u00a9", 0xE4: "\u2122",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "\u25cf", 0x6E: "\u25a0", 0x6F: "\u25a1", 0x71: "\u2751", 0x75: "\u25c6",
    0x76: "\u2756", 0x9E: "\u00b7", 0x9F: _BULLET, 0xA7: "\u25aa", 0xA8: "\u25fb",
    0xD8: "\u27a2", 0xDF: "\u2190", 0xE0: "\u2192", 0xE8: "\u2794", 0xF0: "\u21e8",
    0xFB: "\u2717", 0xFC: "\u2713", 0xFD: "\u2612", 0xFE: "\u2611",
}  # fmt: skip


def symbol(character: str, font: str) -> str:
    """What ``character`` looks like in ``font``."""
    code, name = ord(character), font.lower()
    private = _PRIVATE <= code < _PRIVATE + 0x100
    low = code - _PRIVATE if private else code
    if name == "symbol" or (private and not name):
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x7F else _UNKNOWN)
    if name.startswith("wingdings") or name == "webdings":
        known = _WINGDINGS.get(low) if name == "wingdings" else None
        return known or (character if code > 0xFF and not private else _UNKNOWN)
    return chr(low) if private and low >= 0x20 else character


def bullet(text: str, font: str) -> str:
    """The mark of a list without numbers; a round one where it is not known what it looks like."""
    return "".join(symbol(each, font) for each in text).replace(_UNKNOWN, _BULLET)
