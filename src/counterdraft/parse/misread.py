"""A letter that a machine read for the figure 1: "l. Calls upon", with "2. Requests" behind it.

In: the candidates of a document, in order. Out: the same, the first act of a list by its number,
where the acts that follow are counted from 2 on and no letter can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from counterdraft.parse.blocks import Candidate
from counterdraft.text.markers import Marker

# What recognition makes of the figure: "l." is read as a letter, "I." as a capital that counts.
_LETTERS = frozenset({("letter", "(l)"), ("bullet", "I"), ("letter", "(i)")})


def with_first(found: list[Candidate], straight: str) -> list[Candidate]:
    """The candidates, with 1 for the letter where the next act is the second."""
    return [
        replace(each, kind="operative", marker=Marker("number", "1", None, each.marker.end))
        if each.marker and _is_first(found, i, each, straight)
        else each
        for i, each in enumerate(found)
    ]


def _is_first(found: Sequence[Candidate], at: int, each: Candidate, straight: str) -> bool:
    """Whether a letter opens an act, and is the number before "2."."""
    marker, verb = each.marker, each.verb
    if marker is None or (marker.kind, marker.value) not in _LETTERS:
        return False
    if verb is None or verb.form != "present" or not straight[verb.start].isupper():
        return False
    if "(" in straight[each.block.span.start : each.start]:
        return False
    before = next(_counted(found[at - 1 :: -1] if at else ()), None)
    return next(_counted(found[at + 1 :]), None) == "2" and before is None


def _counted(found: Sequence[Candidate]) -> Iterator[str]:
    """The numbers and letters of what stands there, to where another text begins."""
    for each in found:
        if each.kind in {"formula", "annex", "label"}:
            return
        if each.marker is not None and each.kind in {"operative", "numbered"}:
            yield each.marker.value
