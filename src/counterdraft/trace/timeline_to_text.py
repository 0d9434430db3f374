"""The timeline of a clause → text for a terminal, a block a text, oldest first.

Words that went stand in [-…-] or are struck, words that came in {+…+} or are underlined.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model import Step, Timeline
from counterdraft.text.printable import printable
from counterdraft.trace import told_timeline as told
from counterdraft.trace.marks import INDENT, NARROWEST, in_signs, wrapped


def timeline_to_text(timeline: Timeline, *, width: int = 100, colour: bool = False) -> str:
    """The timeline in lines of at most ``width`` columns."""
    width = max(width, NARROWEST)
    blocks = [*map(printable, told.summary(timeline))]
    for step, before in told.with_before(timeline):
        blocks += ["", *_step(step, before, width, colour=colour)]
    lines = [line for block in blocks for line in wrapped(block, width)]
    return "\n".join(lines) + "\n"


def _step(step: Step, before: Step | None, width: int, *, colour: bool) -> Iterator[str]:
    place = ", ".join(part for part in (told.name(step), told.label(step)) if part)
    head = "  ".join(part for part in (told.day(step), place) if part)
    said = "; ".join(part for part in (told.change(step, before), told.adopted(step)) if part)
    yield printable(f"{head}: {said}")
    if step.edits:
        yield from in_signs(step.edits, width, colour=colour)
    elif step.text is not None and before is None:
        yield INDENT + printable(step.text)
