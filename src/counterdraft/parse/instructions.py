"""An amendment document → its instructions: which paragraphs of a draft, what comes, what goes.

A sentence is read as a row of signs (``amending.signs``), all of which must be part of an order
that is known (``amending.grammar``). What looks like an instruction and is not read so is kept as
one that was not read, in its own words: nothing of it is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model import Document, Resolution
from counterdraft.model.amendment import Amending, Instruction
from counterdraft.parse.amending.blocks import Told, told
from counterdraft.parse.amending.orders import Order


def instructions_of(document: Document, resolution: Resolution) -> Amending:
    """What the amendment document, which was parsed as ``resolution``, would have done."""
    blocks = [" ".join(each.span.of(document.text).split()) for each in document.blocks]
    found = (i for each in told(blocks, resolution.draft_symbol) for i in _instructions(each))
    return Amending(
        symbol=resolution.symbol, title=resolution.title, target=resolution.draft_symbol,
        sponsors=resolution.sponsors, source=resolution.source, instructions=tuple(found),
    )  # fmt: skip


def _instructions(each: Told) -> Iterator[Instruction]:
    if not each.orders:
        yield Instruction(text=each.text, number=each.number)
        return
    for order in each.orders:
        text = each.text if len(each.orders) == 1 else _part(each, order)
        yield Instruction(
            text=text, number=each.number, does=order.does, paragraphs=order.where.paragraphs,
            parts=order.where.parts, title=order.where.title, beside=order.beside,
            target=order.target, comes=order.comes, goes=order.goes, anchors=order.anchors,
            every=order.every, pinned=order.pinned,
        )  # fmt: skip


def _part(each: Told, order: Order) -> str:
    """The words of one order out of several in a sentence."""
    first, last = each.signs[order.start], each.signs[order.end - 1]
    return each.words[first.start : last.end].strip()
