"""An amendment document → its instructions: which paragraphs of a draft, what comes, what goes.

A sentence is read as a row of signs (``amending.signs``), all of which must be part of an order
that is known (``amending.grammar``). What looks like an instruction and is not read so is kept as
one that was not read, in its own words: nothing of it is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from counterdraft.model import Document, Resolution
from counterdraft.model.amendment import Amending, Instruction
from counterdraft.parse.amending.blocks import Told, told, words_of
from counterdraft.parse.amending.orders import Order


def instructions_of(document: Document, resolution: Resolution) -> Amending:
    """What the amendment document, which was parsed as ``resolution``, would have done."""
    found = (i for each in _own(document, resolution.draft_symbol) for i in _instructions(each))
    return Amending(
        symbol=resolution.symbol, title=resolution.title, target=resolution.draft_symbol,
        sponsors=resolution.sponsors, source=resolution.source, instructions=tuple(found),
    )  # fmt: skip


def _own(document: Document, target: str | None) -> Iterator[Told]:
    """What a document tells; what a mail quotes of another is not read where it orders itself."""
    words = words_of(document)
    found = list(told(words, target))
    quoted = {at for at, each in enumerate(document.blocks) if each.quoted}
    answers = any(each.orders and each.at not in quoted for each in found)
    for each in found:
        yield Told(words[each.at], each.number, None) if answers and each.at in quoted else each


def _instructions(each: Told) -> Iterator[Instruction]:
    if not each.orders:
        yield Instruction(text=each.text, number=each.number)
        return
    for order in each.orders:
        text = each.text if len(each.orders) == 1 else _part(each, order)
        yield replace(order.told, text=text, number=each.number)


def _part(each: Told, order: Order) -> str:
    """The words of one order out of several in a sentence."""
    first, last = each.signs[order.start], each.signs[order.end - 1]
    return each.words[first.start : last.end].strip()
