"""A Provenance → text for a terminal: clause by clause where it stood, and what was changed.

What the source had and the clause has not is struck, what is new underlined; without colour
the one stands in [-…-] and the other in {+…+}. Nothing in the texts reaches the terminal as a
command.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from counterdraft.model import ClauseTrace, Provenance
from counterdraft.text.printable import printable
from counterdraft.trace.marks import INDENT, NARROWEST, in_signs, wrapped
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.traced import sentences, summary, verdict_said


def to_text(provenance: Provenance, *, width: int = 100, colour: bool = False) -> str:
    """The provenance in lines of at most ``width`` columns."""
    width = max(width, NARROWEST)
    blocks = [*map(printable, summary(provenance)), ""]
    for clause in provenance.clauses:
        blocks += [*_clause(clause, provenance, width, colour=colour), ""]
    lines = [line for block in blocks for line in wrapped(block, width)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _clause(clause: ClauseTrace, of: Provenance, width: int, *, colour: bool) -> Iterator[str]:
    label = paragraph_label(clause.paragraph, clause.number)
    opening = textwrap.shorten(clause.text, max(width - len(label) - 20, 20), placeholder=" …")
    yield printable(f"{label}  {verdict_said(clause, of)}: {opening}")
    for sentence in sentences(clause, of):
        yield INDENT + printable(sentence)
    if clause.matches and clause.matches[0].edits:
        yield from in_signs(clause.matches[0].edits, width, colour=colour)
