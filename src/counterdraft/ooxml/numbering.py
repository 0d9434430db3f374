"""numbering.xml and the paragraphs in their order → the numbers that Word prints before them.

The rules are those of ECMA-376, part 1, 17.9, and where it is silent what Word does: lists
that share a definition count on in each other; ``startOverride`` works once; a level above
that no paragraph had yet shows where it would start.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from counterdraft.ooxml.names import W_VAL, w
from counterdraft.ooxml.number_formats import format_number
from counterdraft.ooxml.styles import ListPlace, Style, Styles
from counterdraft.ooxml.symbols import bullet
from counterdraft.ooxml.xml import is_on, number, value

LEVELS = 9
# What stands around a number is a few characters, or a word such as "Article".
_TEXT_LENGTH = 100
_ABSTRACT, _NUM, _LVL, _ILVL = w("abstractNum"), w("num"), w("lvl"), w("ilvl")
_ABSTRACT_ID, _NUM_ID = w("abstractNumId"), w("numId")
_OVERRIDE, _START_OVERRIDE = w("lvlOverride"), w("startOverride")
_STYLE_LINK, _NUM_STYLE_LINK = w("styleLink"), w("numStyleLink")
_FONTS, _FONT_NAMES = f"{w('rPr')}/{w('rFonts')}", (w("ascii"), w("hAnsi"), w("cs"))
_PLACE = re.compile("%([1-9])")


class Level(NamedTuple):
    """How one level of a list is numbered: ``text`` with "%1" where the first level's number goes.

    ``restart`` is the level, from 1, that this one begins anew after; 0 for none, None for
    every level above.
    """

    start: int = 0
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class Numbers(NamedTuple):
    """A list: the definition whose count it shares, its levels, where it starts anew."""

    abstract: int
    levels: tuple[Level, ...]
    overrides: dict[int, int]

    def level_of(self, style: str) -> int | None:
        """The level that belongs to a paragraph style."""
        return next((i for i, level in enumerate(self.levels) if level.style == style), None)


class Numbering:
    """The lists of a document by their numbers (``w:numId``)."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[int, etree._Element] = {}
        self._nums: dict[int, etree._Element] = {}
        self._known: dict[int, Numbers | None] = {}
        self._linked: dict[str | None, int] = {}
        for element in root if root is not None else ():
            if element.tag == _ABSTRACT:
                key = number(element.get(_ABSTRACT_ID))
                self._abstract.setdefault(key, element)
                self._linked.setdefault(value(element, _STYLE_LINK), key)
            elif element.tag == _NUM:
                self._nums.setdefault(number(element.get(_NUM_ID)), element)

    def numbers(self, num: int) -> Numbers | None:
        """The list ``num``; None where there is none, as for 0, which takes a number away."""
        if num not in self._known:
            self._known[num] = self._read(num)
        return self._known[num]

    def place(self, own: ListPlace | None, style: Style) -> tuple[int, int] | None:
        """The list and the level of a paragraph that says ``own`` and has ``style``."""
        said = next(((by, place) for by, place in style.lists if place.num is not None), None)
        num = own.num if own is not None else None
        if num is None and said is not None:
            num = said[1].num
        found = self.numbers(num) if num else None
        if num is None or found is None:
            return None
        level = own.level if own is not None else None
        if level is None and (own is None or own.num is None):
            level = self._level_by_style(found, style)
        return num, max(0, min(level or 0, LEVELS - 1))

    def _level_by_style(self, found: Numbers, style: Style) -> int | None:
        """The level that a style stands at: the list knows the style, or the style says it."""
        for name in (style.id, *(by for by, _ in style.lists)):
            level = found.level_of(name)
            if level is not None:
                return level
        return next((place.level for _, place in style.lists if place.level is not None), None)

    def _read(self, num: int) -> Numbers | None:
        element = self._nums.get(num)
        if element is None or num == 0:
            return None
        key = self._definition(number(value(element, _ABSTRACT_ID), -1))
        abstract = self._abstract.get(key)
        levels = [Level()] * LEVELS
        for each in abstract.iterfind(_LVL) if abstract is not None else ():
            _put(levels, each)
        overrides: dict[int, int] = {}
        for override in element.iterfind(_OVERRIDE):
            at = number(override.get(_ILVL))
            _put(levels, override.find(_LVL), at)
            start = value(override, _START_OVERRIDE)
            if start is not None and 0 <= at < LEVELS:
                overrides[at] = number(start)
        return Numbers(key, tuple(levels), overrides)

    def _definition(self, key: int) -> int:
        """The definition itself, where this one is a link to that of a numbering style."""
        for _ in range(LEVELS):
            element = self._abstract.get(key)
            link = value(element, _NUM_STYLE_LINK)
            if link is None:
                break
            num = self._styles.numbering(link)
            target = self._nums.get(num) if num is not None else None
            linked = number(value(target, _ABSTRACT_ID), -1)
            if linked not in self._abstract or linked == key:
                # The definition may say itself that it is the style's.
                return self._linked.get(link, key)
            key = linked
        return key


def _put(levels: list[Level], element: etree._Element | None, at: int | None = None) -> None:
    if element is None:
        return
    place = number(element.get(_ILVL)) if at is None else at
    if 0 <= place < LEVELS:
        levels[place] = _level(element)


def _level(element: etree._Element) -> Level:
    form = element.find(f".//{w('numFmt')}")
    named = form.get(W_VAL, "decimal") if form is not None else "decimal"
    text = (value(element, w("lvlText")) or "")[:_TEXT_LENGTH]
    if named == "bullet":
        text = bullet(text, _font(element))
    restart = value(element, w("lvlRestart"))
    return Level(
        start=number(value(element, w("start"))),
        form=named,
        text=text,
        restart=number(restart) if restart is not None else None,
        legal=is_on(element.find(w("isLgl"))),
        style=value(element, w("pStyle")),
    )


def _font(element: etree._Element) -> str:
    fonts = element.find(_FONTS)
    names = [fonts.get(each, "") for each in _FONT_NAMES] if fonts is not None else []
    return next((name for name in names if name), "")


class Counter:
    """Counts the paragraphs of one story, each list as Word does."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[int, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()

    def next(self, num: int, level: int) -> str:
        """The number of the next paragraph, at ``level`` of list ``num``, as it is printed."""
        found = self._numbering.numbers(num)
        if found is None:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None
        counts[level] = self._count(found, num, level, counts[level])
        return _printed(found, level, counts)

    def _count(self, found: Numbers, num: int, level: int, before: int | None) -> int:
        override = found.overrides.get(level)
        if override is not None and (num, level) not in self._started:
            self._started.add((num, level))
            return override
        return found.levels[level].start if before is None else before + 1


def _printed(found: Numbers, level: int, counts: list[int | None]) -> str:
    """The level's text with the counts in their places."""
    legal = found.levels[level].legal

    def shown(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        form = found.levels[at].form
        count = counts[at]
        if form == "bullet":
            return ""
        if legal and form != "none":
            form = "decimal"
        return format_number(found.levels[at].start if count is None else count, form)

    if found.levels[level].form == "bullet":
        return found.levels[level].text.strip()
    return _PLACE.sub(shown, found.levels[level].text).strip()
