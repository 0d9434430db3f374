"""Whether paragraphs of two texts that are paired are formulas by which either closes."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.lexicon.routine import only_comes_back
from counterdraft.model import Edit, Unit

_OPERATIVE = "operative"


def are_formulas(edit: Edit, a: Sequence[Unit], b: Sequence[Unit]) -> bool:
    """Whether an edit joins paragraphs that say when the organ comes back to a matter, and no more.

    ``a`` and ``b`` are the units of either text. Rivals both have such a paragraph, each on an item
    or a session of its own: that is nothing in which they differ.
    """
    units = [*(a[n] for n in edit.a), *(b[n] for n in edit.b)]
    return bool(edit.a and edit.b) and all(
        unit.head.kind == _OPERATIVE and only_comes_back(unit.text) for unit in units
    )
