"""styles.xml → what a style says of a paragraph or a run, through all that it is based on."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from counterdraft.ooxml.names import W_PPR, W_RPR, W_TYPE, w
from counterdraft.ooxml.xml import is_on, number, value

_STYLE, _STYLE_ID, _DEFAULT = w("style"), w("styleId"), w("default")
_RUN_DEFAULTS = f"{w('docDefaults')}/{w('rPrDefault')}/{W_RPR}"
_NUM_PR, _NUM_ID, _ILVL = w("numPr"), w("numId"), w("ilvl")
_IND, _LEFTS = w("ind"), (w("left"), w("start"))
_ITALIC, _VANISH, _RUN_STYLE = w("i"), w("vanish"), w("rStyle")
# No chain of styles is longer; one that is goes round in a circle.
_LONGEST = 50
_NAME_LENGTH = 255


class ListPlace(NamedTuple):
    """The list that a paragraph is in and its level there; each None where it is not said."""

    num: int | None
    level: int | None


class Style(NamedTuple):
    """A style with what it takes over from those that it is based on.

    ``lists`` is what each of them says of numbering, its own first, each with the id of the
    style that says it; ``italic`` and ``hidden`` are None where none says so.
    """

    id: str
    name: str
    lists: tuple[tuple[str, ListPlace], ...] = ()
    italic: bool | None = None
    hidden: bool | None = None
    indent: int | None = None


_NONE = Style("", "Normal")


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._known: dict[tuple[str, str], Style] = {}
        for element in root.iterfind(_STYLE) if root is not None else ():
            kind, name = element.get(W_TYPE, "paragraph"), element.get(_STYLE_ID, "")
            self._elements.setdefault((kind, name), element)
            if element.get(_DEFAULT, "0") in {"1", "true", "on"}:
                self._defaults.setdefault(kind, name)
        defaults = root.find(_RUN_DEFAULTS) if root is not None else None
        self.italic = bool(toggle(defaults, _ITALIC))
        self.hidden = bool(toggle(defaults, _VANISH))

    def paragraph(self, style: str | None) -> Style:
        """The paragraph style with this id; the default one where there is none."""
        return self._style("paragraph", style)

    def numbering(self, style: str) -> int | None:
        """The list that a numbering style stands for."""
        element = self._elements.get(("numbering", style))
        place = list_place(element.find(W_PPR)) if element is not None else None
        return place.num if place is not None else None

    def is_italic(self, properties: etree._Element | None, paragraph: Style) -> bool:
        """Whether a run with these properties, in a paragraph of that style, is in italics."""
        own = toggle(properties, _ITALIC)
        if own is not None:
            return own
        return self.italic or bool(paragraph.italic) != bool(self._of_run(properties).italic)

    def is_hidden(self, properties: etree._Element | None, paragraph: Style) -> bool:
        """Whether it is hidden text."""
        own = toggle(properties, _VANISH)
        if own is not None:
            return own
        return self.hidden or bool(paragraph.hidden) != bool(self._of_run(properties).hidden)

    def _of_run(self, properties: etree._Element | None) -> Style:
        """The character style; it and the paragraph's undo each other where both turn on."""
        style = value(properties, _RUN_STYLE)
        return self._style("character", style) if style is not None else _NONE

    def _style(self, kind: str, style: str | None) -> Style:
        if style is None or (kind, style) not in self._elements:
            style = self._defaults.get(kind, "")
        found = self._known.get((kind, style))
        if found is None:
            found = self._known[kind, style] = self._read(kind, style)
        return found

    def _read(self, kind: str, style: str) -> Style:
        chain = self._chain(kind, style)
        if not chain:
            return _NONE
        lists = []
        italic = hidden = indent = None
        for element in chain:
            properties, run = element.find(W_PPR), element.find(W_RPR)
            place = list_place(properties)
            if place is not None:
                lists.append((element.get(_STYLE_ID, ""), place))
            italic = toggle(run, _ITALIC) if italic is None else italic
            hidden = toggle(run, _VANISH) if hidden is None else hidden
            indent = indentation(properties) if indent is None else indent
        name = (value(chain[0], w("name")) or style)[:_NAME_LENGTH]
        return Style(style, name, tuple(lists), italic, hidden, indent)

    def _chain(self, kind: str, style: str) -> list[etree._Element]:
        """The style's element and those of the styles that it is based on."""
        chain: list[etree._Element] = []
        at: str | None = style
        while at is not None and len(chain) < _LONGEST:
            element = self._elements.get((kind, at))
            if element is None:
                break
            chain.append(element)
            at = value(element, w("basedOn"))
        return chain


def list_place(properties: etree._Element | None) -> ListPlace | None:
    """What ``<w:pPr>`` says of a list."""
    found = properties.find(_NUM_PR) if properties is not None else None
    if found is None:
        return None
    num, level = value(found, _NUM_ID), value(found, _ILVL)
    return ListPlace(
        number(num) if num is not None else None, number(level) if level is not None else None
    )


def toggle(properties: etree._Element | None, name: str) -> bool | None:
    """Whether ``<w:rPr>`` turns something on or off; None where it does not speak of it."""
    found = properties.find(name) if properties is not None else None
    return is_on(found) if found is not None else None


def indentation(properties: etree._Element | None) -> int | None:
    """The left indentation that ``<w:pPr>`` sets, in twentieths of a point."""
    found = properties.find(_IND) if properties is not None else None
    if found is None:
        return None
    return next((number(found.get(side)) for side in _LEFTS if found.get(side)), None)
