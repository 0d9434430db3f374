"""The numbers that a browser sets before the items of a page's lists.

In: the elements in order, each with its :class:`Style`, as it is entered and left. Out:
the marker of each, as a reader sees it: "1.", "(a)", "\u2022"; None where none is shown.
Counted are the lists' own numbers (``start``, ``reversed``, ``value``) and the counters of
style sheets.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from counterdraft.read.html.css import Sheet
from counterdraft.read.html.style import LISTS, Style
from counterdraft.text.markers import match_marker

_BULLETS = frozenset({"disc", "circle", "square", "disclosure-open", "disclosure-closed"})
_LETTERS = {
    "lower-alpha": "abcdefghijklmnopqrstuvwxyz",
    "lower-latin": "abcdefghijklmnopqrstuvwxyz",
    "upper-alpha": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "upper-latin": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lower-greek": "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc"
    "\u03bd\u03be\u03bf\u03c0\u03c1\u03c3\u03c4\u03c5\u03c6\u03c7\u03c8\u03c9",
}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_LEVELS = 20
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
_CONTENT = re.compile(
    r"\"(?P<double>(?:[^\"\\]|\\.)*+)\"|'(?P<single>(?:[^'\\]|\\.)*+)'"
    r"|counters?\(\s*(?P<name>[\w-]+)\s*(?:,\s*(?P<joint>\"[^\"]*+\"|'[^']*+')\s*)?"
    r"(?:,\s*(?P<style>[\w-]+)\s*)?\)|attr\(\s*(?P<attribute>[\w-]+)\s*\)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


class _List(NamedTuple):
    """A list that is open: the number its next item has."""

    depth: int
    next: int
    step: int


class Markers:
    """The state of the count through a page."""

    def __init__(self, sheet: Sheet) -> None:
        self._styles = sheet.counter_styles
        self._lists = [_List(0, 1, 1)]
        self._depth = 0
        # The instances of each counter that are in scope, innermost last: [depth, value].
        self._counters: dict[str, list[list[int]]] = {}
        self._made: list[tuple[int, str]] = []

    @property
    def level(self) -> int:
        """How many lists are open."""
        return len(self._lists) - 1

    def enter(self, element: etree._Element, style: Style) -> str | None:
        """Count an element in; the marker that is shown before its text."""
        self._depth += 1
        for name, value in style.resets:
            self._reset(name, value)
        for name, by in style.increments:
            self._increment(name, by)
        if element.tag in LISTS:
            self._open(element)
        own = self._of_item(element, style) if style.item else None
        if not style.before or style.before in {"none", "normal"}:
            return own
        for name, by in style.counts_before:
            self._increment(name, by)
        shown = " ".join(self._content(style.before, element).split())
        return shown if shown and match_marker(f"{shown} X") else own

    def leave(self) -> None:
        """Count the element out that was entered last and not yet left."""
        if self._lists[-1].depth == self._depth:
            self._lists.pop()
        # A counter is in scope for the siblings after the element that reset it.
        while self._made and self._made[-1][0] > self._depth:
            self._counters[self._made.pop()[1]].pop()
        self._depth -= 1

    # -- the lists' own numbers

    def _open(self, element: etree._Element) -> None:
        backwards = element.tag == "ol" and element.get("reversed") is not None
        start = _integer(element.get("start")) if element.tag == "ol" else None
        if start is None:
            start = _own_items(element) if backwards else 1
        self._lists.append(_List(self._depth, start, -1 if backwards else 1))

    def _of_item(self, element: etree._Element, style: Style) -> str | None:
        current = self._lists[-1]
        given = _integer(element.get("value")) if element.tag == "li" else None
        value = current.next if given is None else given
        self._lists[-1] = current._replace(next=value + current.step)
        return self._shown(style.markers, value)

    def _shown(self, kind: str, value: int) -> str | None:
        """A list's marker: "1.", "a.", or what the sheet makes of them."""
        if kind[:1] in {'"', "'"}:
            return _unescaped(kind[1:-1]).strip() or None
        made = self._styles.get(kind, {})
        base = made.get("system", "").removeprefix("extends").strip()
        before, after = (_unquoted(made.get(end, "")) for end in ("prefix", "suffix"))
        kind = (base if base else kind).lower()
        if kind == "none":
            return None
        if kind in _BULLETS:
            return "\u2022"
        number = _number(kind, value)
        return f"{before}{number}{after if 'suffix' in made else '.'}".strip()

    # -- the counters of style sheets

    def _reset(self, name: str, value: int) -> None:
        scope = self._counters.setdefault(name, [])
        if scope and scope[-1][0] == self._depth:
            scope[-1][1] = value
        else:
            scope.append([self._depth, value])
            self._made.append((self._depth, name))

    def _increment(self, name: str, by: int) -> None:
        if not self._counters.get(name):
            self._reset(name, 0)
        self._counters[name][-1][1] += by

    def _content(self, content: str, element: etree._Element) -> str:
        shown = []
        for part in _CONTENT.finditer(content):
            if part["attribute"]:
                shown.append(element.get(part["attribute"], ""))
            elif part["name"]:
                values = [v for _, v in self._counters.get(part["name"], [])] or [0]
                joint = _unquoted(part["joint"] or "")
                kept = values[-_MOST_LEVELS:] if part["joint"] else values[-1:]
                kind = (part["style"] or "decimal").lower()
                shown.append(joint.join(_number(kind, value) for value in kept))
            else:
                shown.append(_unescaped(part["double"] or part["single"] or ""))
        return "".join(shown)


def _integer(value: str | None) -> int | None:
    found = _INTEGER.match(value or "")
    return int(found[1]) if found else None


def _own_items(element: etree._Element) -> int:
    """How many items a list has that are no inner list's."""
    count = 0
    left = list(element)
    while left:
        each = left.pop()
        if each.tag == "li" and each.get("hidden") is None:
            count += 1
        if each.tag not in LISTS:
            left.extend(each)
    return count


def _number(kind: str, value: int) -> str:
    letters = _LETTERS.get(kind)
    if letters and value > 0:
        return _lettered(letters, value)
    if kind in {"lower-roman", "upper-roman"} and 0 < value < 4000:
        roman = _roman(value)
        return roman if kind == "lower-roman" else roman.upper()
    if kind == "decimal-leading-zero":
        return f"{value:02d}"
    if kind in _BULLETS:
        return "\u2022"
    return "" if kind == "none" else str(value)


def _lettered(letters: str, value: int) -> str:
    shown = ""
    while value > 0:
        value, place = divmod(value - 1, len(letters))
        shown = letters[place] + shown
    return shown


def _roman(value: int) -> str:
    shown = ""
    for worth, sign in _ROMAN:
        shown += sign * (value // worth)
        value %= worth
    return shown


def _unquoted(value: str) -> str:
    value = value.strip()
    return _unescaped(value[1:-1]) if value[:1] in {'"', "'"} else value


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(_character, value)


def _character(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
