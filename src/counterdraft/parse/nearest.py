"""What in a document without a draft came nearest to one, in a few words."""

from __future__ import annotations

from counterdraft.model import Document
from counterdraft.parse.blocks import candidate
from counterdraft.text.straight import straighten

_SHOWN = 60


def nearest(document: Document) -> str:
    """The block that looks most like a clause, with its line, or that there is none."""
    straight = straighten(document.text)
    found = [candidate(straight, i, block) for i, block in enumerate(document.blocks[:5000])]
    for kind in ("formula", "operative", "preambular"):
        for each in found:
            if each.kind == kind:
                words = document.text[each.block.span.start : each.block.span.end]
                shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
                return f"nearest is line {each.block.line or each.place + 1}: “{shown}”"
    return "nothing in it reads like a clause of one"
