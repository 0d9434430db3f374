"""The variants of a clause → text for a terminal, rank by rank.

What the text has and a wording has not stands in [-…-] or is struck, what the wording has and the
text has not in {+…+} or is underlined.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model import Variant, Variants
from counterdraft.text.printable import printable
from counterdraft.trace.marks import INDENT, NARROWEST, in_signs, wrapped
from counterdraft.trace.told_variants import rank_said, said, summary


def variants_to_text(variants: Variants, *, width: int = 100, colour: bool = False) -> str:
    """The variants in lines of at most ``width`` columns."""
    width = max(width, NARROWEST)
    blocks = [*map(printable, summary(variants))]
    for rank in variants.ranks:
        blocks += ["", printable(rank_said(rank, variants))]
        for variant in rank.variants:
            blocks += ["", *_variant(variant, width, colour=colour)]
    lines = [line for block in blocks for line in wrapped(block, width)]
    return "\n".join(lines) + "\n"


def _variant(variant: Variant, width: int, *, colour: bool) -> Iterator[str]:
    yield INDENT + printable(said(variant))
    if variant.edits:
        yield from in_signs(variant.edits, width, colour=colour)
    elif not variant.places:
        yield INDENT + printable(variant.text)
