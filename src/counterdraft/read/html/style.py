"""How an element is shown: as block or inline, with which marker, slanted, as typed, or not at all.

In: an element, what its sheet says, and the style of the element around it. Out: a
:class:`Style`. What neither says, browsers' own sheet does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from counterdraft.read.html.css import Declarations, Sheet

_SHOWN_AS_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main
    menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp
"""
BLOCKS = frozenset(_SHOWN_AS_BLOCKS.split())
LISTS = frozenset({"ol", "ul", "menu", "dir"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_TYPED = frozenset({"pre", "xmp", "listing", "plaintext"})
_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "disc": "disc", "circle": "circle", "square": "square",
}  # fmt: skip
_INLINE_DISPLAYS = frozenset({"inline", "inline-block", "contents", "ruby", "none"})
_LINED = frozenset({"flex", "grid", "inline-flex", "inline-grid"})
_POSITIONS = frozenset({"inside", "outside", "inherit", "initial", "unset"})
_COUNTER = re.compile(r"([a-zA-Z_][\w-]*)(?:\s+(-?\d{1,9}))?")

Counts = tuple[tuple[str, int], ...]


class Style(NamedTuple):
    """``markers`` is the kind of list marker, ``typed`` whether line breaks count as typed.

    ``resets`` and ``increments`` are of counters, ``before`` and ``counts_before`` what a
    sheet puts before the element's text.
    """

    block: bool = True
    item: bool = False
    hidden: bool = False
    markers: str = "disc"
    italic: bool = False
    typed: bool = False
    resets: Counts = ()
    increments: Counts = ()
    before: str | None = None
    counts_before: Counts = ()
    lined: bool = False


def style_of(element: etree._Element, sheet: Sheet, around: Style) -> Style:
    """The style of ``element`` inside of one with the style ``around``."""
    tag = str(element.tag)
    said = sheet.declarations(element)
    before = sheet.declarations(element, before=True)
    display = said.get("display", "").lower().split(" ")[0]
    if not display:
        display = "list-item" if tag == "li" else "block" if tag in BLOCKS else "inline"
    return Style(
        block=display not in _INLINE_DISPLAYS or around.lined,
        item=display == "list-item",
        hidden=display == "none"
        or said.get("visibility") in {"hidden", "collapse"}
        or said.get("mso-hide") == "all"
        or said.get("mso-element") == "comment-list",
        markers=_markers(element, tag, said, around),
        italic=_italic(tag, said, around),
        typed=_typed(tag, said, around),
        resets=_counts(said.get("counter-reset", ""), 0),
        increments=_counts(said.get("counter-increment", ""), 1),
        before=before.get("content"),
        counts_before=_counts(before.get("counter-increment", ""), 1),
        lined=display in _LINED,
    )


def _markers(element: etree._Element, tag: str, said: Declarations, around: Style) -> str:
    own = said.get("list-style-type") or _shorthand(said.get("list-style", ""))
    if own and own not in {"inherit", "unset"}:
        return own
    if tag in LISTS or tag == "li":
        hint = _TYPES.get(element.get("type", ""))
        if hint:
            return hint
    if tag == "ol":
        return "decimal"
    return "disc" if tag in LISTS else around.markers


def _shorthand(value: str) -> str | None:
    """The kind of marker in ``list-style``: "none", "lower-alpha inside", "'(a) '"."""
    if not value:
        return None
    if value[0] in "\"'":
        return value
    words = [w for w in value.split() if w.lower() not in _POSITIONS and not w.startswith("url")]
    return words[0] if words else None


def _italic(tag: str, said: Declarations, around: Style) -> bool:
    own = said.get("font-style") or said.get("font")
    if own and own != "inherit" and ("font-style" in said or "italic" in own):
        return "italic" in own or "oblique" in own
    return tag in _ITALIC or around.italic


def _typed(tag: str, said: Declarations, around: Style) -> bool:
    own = said.get("white-space", "").lower()
    if own and own != "inherit":
        return own.startswith(("pre", "break-spaces"))
    return tag in _TYPED or (around.typed and tag != "table")


def _counts(value: str, default: int) -> Counts:
    if not value or value == "none":
        return ()
    return tuple(
        (name, int(number) if number else default) for name, number in _COUNTER.findall(value)
    )
