"""Where each unit of a text stands in the Word file that it came from."""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.errors import WriteError
from counterdraft.model import Span, Unit
from counterdraft.ooxml.look.units import place_of
from counterdraft.ooxml.places import Grouped, Places
from counterdraft.ooxml.redline.sides import Side, unlabelled

_CORE = re.compile(r"[0-9]{1,3}\s?[a-z]*[0-9]*|[a-z]{1,7}|[A-Z]", re.IGNORECASE)


class Spot(NamedTuple):
    """A unit's place in the file's text.

    Its words are ``start`` to ``end``; ``line`` is the line that it stands in, with what is
    typed before the words. ``alone`` says that nothing else stands in the group.
    """

    start: int
    end: int
    line: Span
    group: Grouped
    alone: bool


def spots(side: Side, places: Places) -> list[Spot | None]:
    """The spot of every unit; None for one that stands nowhere.

    Raises WriteError where the file has other words than the units: it is not theirs.
    """
    return [_spot(side, i, places) for i in range(len(side.units))]


def _spot(side: Side, i: int, places: Places) -> Spot | None:
    unit, block = side.units[i], side.block(i)
    # A number in a cell of its own is a line of an annex, and no block.
    own = block.span if block is not None else unit.span
    if own.start == own.end or (block is None and unit.head.kind != "annex"):
        return None
    words = side.document.offsets.span_to_raw(unit.span)
    line = side.document.offsets.span_to_raw(own)
    found = places.text[words.start : words.end]
    if _letters(found) != _letters(unit.text):
        raise WriteError(
            f"the file does not have the words of {unit.head.key} where they were read",
            source=side.document.source, remedy="Compare this file, and not an older one",
        )  # fmt: skip
    group = places.group_at(words.start)
    around = places.text[group.start : line.start] + places.text[line.end : group.end]
    alone = not any(each.isprintable() and not each.isspace() for each in around)
    return Spot(words.start, words.end, line, group, alone)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def located(side: Side) -> Side:
    """The side with the places of a title and a formula that the comparison does not say."""
    found: list[Unit] = []
    first = min((u.span.start for u in side.units if u.span.end), default=0)
    for unit in side.units:
        if unit.span.end == 0 and unit.head.kind in {"title", "formula"}:
            span = place_of(unit.text, side.document, first)
            unit = Unit(unit.head, unit.text, span)
        found.append(unit)
    return Side(tuple(found), side.document, side.number)


def core(number: str | None) -> str:
    """What of a printed number is counted: "3" of "3.", "a" of "(a)", "5bis" of "OP5bis"."""
    own = (number or "").split()
    found = _CORE.search(unlabelled(own[-1])) if own else None
    return found[0] if found else ""
