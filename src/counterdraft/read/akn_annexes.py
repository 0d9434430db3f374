"""Where one annex ends and the next begins, in an attachment that holds several.

In: the headings of an attachment, as printed. Out: whether a heading is that of the annex behind
the one before. The UN's files put the annexes of a resolution into one attachment now and then,
and an annex may have annexes of its own: only the next number or letter of the same label counts.
"""

from __future__ import annotations

from counterdraft.lexicon.layout import layout
from counterdraft.text.ordinals import follows


def numbered_annex(heading: str) -> tuple[str, str] | None:
    """The label and number of an annex that a heading begins with: ``("ANNEX", "II")``."""
    found = layout().numbered_annex.match(heading)
    return (found["label"].upper(), found["number"]) if found else None


def is_next_annex(before: tuple[str, str], heading: str) -> bool:
    """Whether ``heading`` is that of the annex behind ``before``: "Annex B" behind "Annex A"."""
    label, number = before
    found = numbered_annex(heading)
    if found is None or found[0] != label:
        return False
    if number.isdecimal() and found[1].isdecimal():
        return int(found[1]) == int(number) + 1
    return follows(number, found[1])
