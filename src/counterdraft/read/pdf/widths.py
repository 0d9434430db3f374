"""How wide words are set, as far as the letters tell.

Letters are wide and narrow in much the same measure in every font for text. Against a line
whose width is known, those of Times tell how wide another word of the same font would be.
"""

from __future__ import annotations

# Units of a thousandth of the type. source: the Adobe Font Metrics of Times-Roman.
_GROUPS = {
    250: " .,", 278: "ijlt:;/", 333: "frI-()[]'", 389: "sJ", 444: "aceuz\u2019\u201c\u201d",
    500: "bdghknopqvxy0123456789$_\u2013*", 556: "FPS", 611: "ELTZ", 667: "BCR",
    722: "ADGHKNOQUVXYw", 778: "m", 889: "M", 944: "W", 1000: "\u2014\u2026",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_OTHER = 500


def relative_width(text: str) -> int:
    """The width of ``text`` in Times, in thousandths of the type."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in text)
