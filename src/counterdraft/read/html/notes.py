"""The footnotes of a page: where each is called, and the elements that hold them.

In: a page's tree. Out: :class:`Notes`. A call is a link to a note further down, as HTML,
Word, Google Docs and wikis write it, or a raised number that a note further down begins
with.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

_CALL = re.compile(
    r"[\[(]?\s*(\d{1,3}|[*\u2020\u2021\u00a7\u00b6]{1,4}|[a-z]|[ivxl]{1,6})\s*[\])]?"
)
_RAISED = re.compile(r"[\[(]?\s*(\d{1,3}|[*\u2020\u2021]{1,3})\s*[\])]?")
_LEAD = re.compile(r"[\[(]?(\d{1,3}|[^\w\s\[\]()]{1,4}|[a-z]{1,6})[\])]?[.:)]?(?=\s|[A-Z])\s*")
_ARROWS = r"[\s\u21a9\u2191\u2934\u23ce\ufe0e\ufe0f^\[\]().:,*\u2020\u2021]*"
_BACK = re.compile(rf"{_ARROWS}(?:[a-z]|\d{{1,3}}|jump up|back)?{_ARROWS}", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:^|[_-])_?(?:fn|ftn|ftnt|edn|ednt|foot-?notes?|end-?notes?|note|cite)", re.IGNORECASE
)
_LISTS = re.compile(
    r"(?:^|[\s_-])(?:foot|end)?notes?(?:$|[\s_-])|reflist|references", re.IGNORECASE
)
_HEADINGS = frozenset({"notes", "footnotes", "endnotes", "references", "note"})
_HOLDERS = frozenset({"li", "p", "div", "dd", "dt", "td", "aside", "section", "blockquote"})
_RAISABLE = frozenset({"p", "li", "div", "td", "dd"})
_SECTIONS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "body", "main", "article"})
# A note is no chapter.
_LONGEST = 8_000
_MOST_ELEMENTS = 500


class Call(NamedTuple):
    """Where a note is called: its marker without brackets, and its words."""

    marker: str
    text: str


class Notes(NamedTuple):
    """By the elements that call them, the notes; and the elements that hold their words."""

    calls: dict[etree._Element, Call]
    holders: frozenset[etree._Element]


def find_notes(root: etree._Element) -> Notes:
    """Every note of a page that is called in it."""
    calls, holders = _linked(root)
    _raised(root, calls, holders)
    return Notes(calls, frozenset(holders))


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


# -- notes that are linked to


def _linked(root: etree._Element) -> tuple[dict[etree._Element, Call], set[etree._Element]]:
    wanted = _marked_links(root)
    targets: dict[str, tuple[int, etree._Element]] = {}
    places: dict[etree._Element, int] = {}
    for place, element in enumerate(root.iter(etree.Element) if wanted else ()):
        if element in wanted:
            places[element] = place
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                targets.setdefault(name, (place, element))
    calls: dict[etree._Element, Call] = {}
    known: dict[etree._Element, tuple[etree._Element, str] | None] = {}
    holders: set[etree._Element] = set()
    starts = frozenset(targets[f][1] for f, _ in wanted.values() if f in targets)
    for link, (fragment, marker) in wanted.items():
        place, target = targets.get(fragment, (-1, root))
        if place <= places[link]:
            continue
        if target not in known:
            found = _holder(target)
            known[target] = (
                (found, _note_text(found, target, starts)) if found is not None else None
            )
        note = known[target]
        if note is None or note[0] in link.iterancestors():
            continue
        holder, text = note
        calls[link] = Call(marker, _without_marker(text, marker))
        holders.add(holder)
        definition = holder.getnext() if holder.tag == "dt" else None
        if definition is not None:
            holders.add(definition)
    return calls, holders


def _marked_links(root: etree._Element) -> dict[etree._Element, tuple[str, str]]:
    """Links inside of the page that look like calls: the name they lead to, and the marker."""
    found: dict[etree._Element, tuple[str, str]] = {}
    for link in root.iter("a"):
        href = link.get("href", "")
        start, _, fragment = href.partition("#")
        # A page saved by Word or a wiki puts its own address before the mark.
        if not fragment or (start and not _NAMED.search(fragment)):
            continue
        match = _CALL.fullmatch(_words(link)) if len(link) < 5 else None
        if match and _calls(link, fragment):
            found[link] = (fragment, match[1])
    return found


def _calls(link: etree._Element, fragment: str) -> bool:
    parent = link.getparent()
    raised = link.find(".//sup") is not None or (parent is not None and parent.tag == "sup")
    return bool(
        raised
        or link.get("role") == "doc-noteref"
        or "noteref" in " ".join(map(str, link.attrib.values()))
        or _NAMED.search(fragment)
    )


def _holder(target: etree._Element) -> etree._Element | None:
    """The element that holds the note which ``target`` begins or is."""
    holder: etree._Element | None = target
    while holder is not None and holder.tag not in _HOLDERS:
        if holder.tag in _SECTIONS:
            return None
        holder = holder.getparent()
    if holder is None:
        return None
    above = holder.getparent()
    if above is not None and holder.tag == "td" and above.tag == "tr":
        holder, above = above, above.getparent()
    if above is not None and _NAMED.search(above.get("id", "")) and above.tag in _HOLDERS:
        holder = above
    inner = list(islice(holder.iter(), _MOST_ELEMENTS))
    if len(inner) == _MOST_ELEMENTS or any(each.tag in _SECTIONS for each in inner):
        return None
    return holder if sum(len(str(each)) for each in holder.itertext()) <= _LONGEST else None


def _note_text(
    holder: etree._Element, target: etree._Element, starts: frozenset[etree._Element]
) -> str:
    """The words of one note of those that ``holder`` holds."""
    parts: list[str] = []
    mine = target is holder or sum(each in starts for each in holder.iter()) < 2
    walk = etree.iterwalk(holder, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            parts.append(element.tail or "" if mine and element is not holder else "")
            continue
        if element in starts and element is not holder:
            mine = element is target or (mine and target is holder)
        if _leads_back(element):
            walk.skip_subtree()
        elif mine:
            parts.append(element.text or "")
    definition = holder.getnext() if holder.tag == "dt" else None
    if definition is not None:
        parts.append(" " + _words(definition))
    return " ".join("".join(parts).split())


def _leads_back(element: etree._Element) -> bool:
    if element.tag != "a" or "#" not in element.get("href", ""):
        return "backlink" in element.get("class", "")
    return bool(_BACK.fullmatch(_words(element)))


def _without_marker(text: str, marker: str) -> str:
    """A note's words without the marker that may stand before them."""
    text = text.lstrip("^\u21a9\u2191 ")
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead and lead[1] == marker else text


# -- notes that are numbered only


def _raised(
    root: etree._Element, calls: dict[etree._Element, Call], holders: set[etree._Element]
) -> None:
    """Raised numbers without a link, and the notes that begin with them."""
    inside: set[etree._Element] = set()
    for holder in holders:
        inside.update(holder.iter("sup"))
    raised: list[tuple[int, etree._Element, str]] = []
    notes: dict[str, list[tuple[int, etree._Element]]] = {}
    for place, sup in enumerate(root.iter("sup")):
        match = _RAISED.fullmatch(_words(sup)) if len(sup) < 3 else None
        if match is None or sup in inside or any(each in calls for each in sup.iter("a")):
            continue
        begun = _begun_by(sup)
        if begun is None:
            raised.append((place, sup, match[1]))
        else:
            notes.setdefault(match[1], []).append((place, begun))
    listed = dict(_listed(root)) if raised else {}
    for place, sup, marker in raised:
        of_marker = notes.get(marker, [])
        after = bisect_right(of_marker, place, key=_place)
        note = of_marker[after][1] if after < len(of_marker) else listed.get(marker)
        if note is not None and note not in sup.iterancestors():
            calls[sup] = Call(marker, _without_marker(_words(note), marker))
            holders.add(note)


def _place(found: tuple[int, etree._Element]) -> int:
    return found[0]


def _begun_by(sup: etree._Element) -> etree._Element | None:
    """The paragraph whose first words ``sup`` is."""
    at = sup
    while at.tag not in _RAISABLE:
        above = at.getparent()
        if above is None or (above.text or "").strip() or above[0] is not at:
            return None
        at = above
    return at


def _listed(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The items of lists that are said to hold notes."""
    for listing in root.iter("ol"):
        before = listing.getprevious()
        above = listing.getparent()
        named = f"{listing.get('class', '')} {listing.get('id', '')}"
        if above is not None:
            named += f" {above.get('class', '')} {above.get('id', '')} {above.get('role', '')}"
        headed = before is not None and _words(before).strip(" :").lower() in _HEADINGS
        if headed or _LISTS.search(named):
            items = [each for each in listing if each.tag == "li"]
            yield from ((str(n), each) for n, each in enumerate(items, 1))
