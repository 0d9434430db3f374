"""How a new paragraph is set in a file: like the nearest of its kind, numbered as they are."""

from __future__ import annotations

import copy
import re
from typing import Literal, NamedTuple

from lxml import etree

from counterdraft.ooxml.elements import PARAGRAPH_ORDER, w
from counterdraft.ooxml.groups import Context, paragraph_style
from counterdraft.ooxml.look.numbers import DASH, is_counted
from counterdraft.ooxml.names import W_P, W_RPR
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.places import Bit, Places
from counterdraft.ooxml.redline.blocks import like, without_number
from counterdraft.ooxml.redline.sides import Side, before_words
from counterdraft.ooxml.redline.spots import Spot, core
from counterdraft.ooxml.runs import is_special, properties_like, put, run_of
from counterdraft.ooxml.styles import Style, list_place
from counterdraft.ooxml.xml import value

Manner = Literal["counted", "typed", "beside", "none"]
_PRINTED = {
    "decimal": re.compile("[0-9]+"),
    "lowerLetter": re.compile(r"([a-z])\1*"), "upperLetter": re.compile(r"([A-Z])\1*"),
    "lowerRoman": re.compile("[ivxl]+"), "upperRoman": re.compile("[IVXL]+"),
}  # fmt: skip
_NUM, _STYLE = name_of("numPr"), name_of("pStyle")


class Looks(NamedTuple):
    """The runs of a paragraph that new words look like: the initiating phrase, and the rest."""

    phrase: etree._Element | None
    text: etree._Element | None
    number: etree._Element | None
    phrase_is_italic: bool

    def of(self, *, italic: bool | None) -> etree._Element | None:
        """The properties for words; ``italic`` None where they are as the rest is."""
        if italic and self.phrase_is_italic:
            return properties_like(self.phrase)
        return properties_like(self.text, italic=italic or None)

    def typed(self) -> etree._Element | None:
        """The properties for a number that is typed."""
        return properties_like(self.number)


class Model(NamedTuple):
    """What a new paragraph is made of beside its words; ``typed`` is what stands before them."""

    properties: etree._Element
    typed: str
    looks: Looks


class Models:
    """The paragraphs of A as models for those of B."""

    def __init__(
        self, a: Side, b: Side, spots: list[Spot | None], places: Places, context: Context
    ) -> None:
        self._a, self._b, self._spots, self._places = a, b, spots, places
        self._context = context
        # As they were before anything was written.
        self._set = [
            like(spot.group.paragraphs[-1]) if spot is not None else None for spot in spots
        ]

    def model(self, j: int, near: int) -> Model:
        """The model for unit ``j`` of B, from what stands ``near`` in A."""
        i = self._nearest(j, near)
        found = self._set[i] if i is not None else None
        if i is None or found is None:
            return Model(w("pPr"), self.typed(j, None), Looks(None, None, None, False))
        properties = copy.deepcopy(found)
        same = self._a.units[i].head.kind == self._b.units[j].head.kind
        if not self.is_counted(j, i) or not same:
            self._take_number(properties)
        elif (place := self._place(j, i)) is not None:
            number, level = place
            listed = w("numPr", [w("ilvl", val=str(level)), w("numId", val=str(number))])
            put(properties, listed, PARAGRAPH_ORDER)
        return Model(properties, self.typed(j, i), self.looks(i))

    def _place(self, j: int, i: int) -> tuple[int, int] | None:
        """The place in the list of unit ``i`` of A that prints the number of ``j`` of B.

        None where it is the one that ``i`` has, and needs not be said again.
        """
        deeper = self._b.units[j].head.level - self._a.units[i].head.level
        place = self._list_of(i)
        return (place[0], place[1] + deeper) if place is not None and deeper else None

    def _list_of(self, i: int) -> tuple[int, int] | None:
        """The list and the level of a unit of A."""
        properties = self._set[i]
        if properties is None:
            return None
        return self._context.numbering.place(list_place(properties), self._style(properties))

    def _prints(self, j: int, i: int) -> bool:
        """Whether the list of unit ``i`` of A prints such numbers as that of ``j`` of B."""
        place = self._list_of(i)
        found = self._context.numbering.numbers(place[0]) if place is not None else None
        level = (place[1] if place else 0) + self._b.units[j].head.level
        level -= self._a.units[i].head.level
        if found is None or not 0 <= level < len(found.levels):
            return False
        form = found.levels[level].form
        if self._b.printed(j) == DASH:
            return form == "bullet"
        # "a." and "(a)" are one number; a file prints its own in its own way.
        pattern = _PRINTED.get(form)
        return pattern is not None and bool(pattern.fullmatch(core(self._b.printed(j))))

    def _take_number(self, properties: etree._Element) -> None:
        """Take a number away, where the paragraph has one."""
        if properties.find(_NUM) is not None or self._style(properties).lists:
            without_number(properties)

    def _style(self, properties: etree._Element) -> Style:
        return self._context.styles.paragraph(value(properties, _STYLE))

    def _nearest(self, j: int, near: int) -> int | None:
        head = self._b.units[j].head
        printed = self._b.printed(j)

        def distance(i: int) -> tuple[bool | int, ...]:
            other, spot = self._a.units[i].head, self._spots[i]
            return (
                other.kind != head.kind,
                other.level != head.level,
                spot is not None and not spot.alone,
                bool(self._a.printed(i)) != bool(printed),
                is_counted(printed) and self.manner(i) != "counted",
                abs(i - near),
                i > near,
            )

        found = [i for i, spot in enumerate(self._spots) if spot is not None]
        kin = [i for i in found if self._a.units[i].head.kind not in {"title", "formula"}]
        return min(kin or found, key=distance, default=None)

    # -- numbers

    def manner(self, i: int) -> Manner:
        """How the number of a unit of A is there: counted by Word, typed, in a cell, or none."""
        if self._a.beside(i) is not None:
            return "beside"
        block, own = self._a.block(i), core(self._a.units[i].head.number)
        if block is not None and block.number:
            return "counted"
        return "typed" if own and own in self.prefix(i) else "none"

    def prefix(self, i: int) -> str:
        """What is typed before the words of a unit of A."""
        spot = self._spots[i]
        return self._places.text[spot.line.start : spot.start] if spot is not None else ""

    def begins_to_count(self, j: int, i: int) -> bool:
        """Whether a number begins that Word counts, as it does others."""
        if self.manner(i) == "counted" or is_counted(self._a.printed(i)):
            return False
        model = self._nearest(j, i)
        return model is not None and self._b.printed(j) != "" and self.is_counted(j, model)

    def is_counted(self, j: int, i: int) -> bool:
        """Whether Word counts the number of unit ``j`` of B where it is set like ``i`` of A."""
        if self._is_free(j):
            return True
        counted = self.manner(i) == "counted" and is_counted(self._b.printed(j))
        return counted and self._prints(j, i)

    def typed(self, j: int, i: int | None) -> str:
        """What is typed before unit ``j`` of B where it is set like ``i`` of A."""
        printed, number = self._b.printed(j), core(self._b.units[j].head.number)
        manner = self.manner(i) if i is not None else "none"
        if i is None or manner in {"beside", "none"}:
            return before_words(printed)
        if manner == "counted":
            return "" if self.is_counted(j, i) else before_words(printed)
        one, other = self._a.units[i].head, self._b.units[j].head
        if not number or (one.kind, one.level) != (other.kind, other.level):
            return before_words(printed)
        before = "[" * printed.count("[")
        prefix = self.prefix(i).lstrip("[ ")
        at = prefix.rfind(core(self._a.units[i].head.number))
        own = core(self._a.units[i].head.number)
        return f"{before}{prefix[:at]}{number}{prefix[at + len(own) :]}"

    def _is_free(self, j: int) -> bool:
        """Whether the file may number a unit of B or not: a paragraph of the preamble."""
        head = self._b.units[j].head
        return head.kind == "preambular" and not head.level and not self._b.printed(j)

    # -- looks

    def looks(self, i: int) -> Looks:
        """The runs of a unit of A."""
        spot = self._spots[i]
        if spot is None:
            return Looks(None, None, None, False)
        bits = self._places.between(spot.start, spot.end)
        number = self._places.between(spot.line.start, spot.start)
        phrase = self._a.phrase(i)
        first = _run(bits[0]) if bits and phrase.end else None
        plain = [bit for bit in bits if bit.end > spot.start + phrase.end or not phrase.end]
        runs = [run for bit in plain if (run := _run(bit)) is not None and not is_special(run)]
        text = max(runs, key=_length, default=first)
        return Looks(first, text, _run(number[0]) if number else text, self.is_italic(first))

    def is_italic(self, run: etree._Element | None) -> bool:
        """Whether a run is in italics."""
        if run is None:
            return False
        paragraph = next((e for e in run.iterancestors() if e.tag == W_P), run)
        style = paragraph_style(paragraph, self._context)
        return self._context.styles.is_italic(run.find(W_RPR), style)


def _run(bit: Bit) -> etree._Element | None:
    return run_of(bit.element)


def _length(run: etree._Element) -> int:
    return sum(len(each.text or "") for each in run)
