"""Tracked changes: what Word's markup says was inserted or deleted, and in which view it stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lxml import etree

from counterdraft.model import View
from counterdraft.ooxml.names import (
    W_AUTHOR,
    W_DATE,
    W_DEL,
    W_INS,
    W_MOVE_FROM,
    W_MOVE_TO,
    W_PPR,
    W_RPR,
    W_TCPR,
    W_TRPR,
    w,
)  # fmt: skip

Kind = Literal["inserted", "deleted"]

# What is moved is deleted in one place and inserted in another.
_KINDS: dict[str, Kind] = {
    W_INS: "inserted", W_MOVE_TO: "inserted", w("cellIns"): "inserted",
    W_DEL: "deleted", W_MOVE_FROM: "deleted", w("cellDel"): "deleted",
}  # fmt: skip
_PROPERTIES = {w("tr"): W_TRPR, w("tc"): W_TCPR}
_PPR_CHANGE, _RPR_CHANGE, _NUM_PR = w("pPrChange"), w("rPrChange"), w("numPr")


class Change(NamedTuple):
    """One tracked change: who made it, and when (ISO 8601, as recorded)."""

    kind: Kind
    author: str | None = None
    date: str | None = None


Changes = tuple[Change, ...]


def change(element: etree._Element) -> Change | None:
    """What an element such as ``<w:ins>`` says of what it holds or marks; None for others."""
    kind = _KINDS.get(str(element.tag))
    if kind is None:
        return None
    return Change(kind, element.get(W_AUTHOR), element.get(W_DATE))


def stands(changes: Changes, view: View) -> bool:
    """Whether what these changes were made to is there in a view."""
    if not changes or view == "marked":
        return True
    gone = "deleted" if view == "final" else "inserted"
    return all(each.kind != gone for each in changes)


def mark_changes(paragraph: etree._Element) -> Changes:
    """The changes of a paragraph's mark: where it is gone, the next paragraph joins on."""
    properties = paragraph.find(W_PPR)
    run = properties.find(W_RPR) if properties is not None else None
    return _changes_in(run)


def table_changes(element: etree._Element) -> Changes:
    """The changes of a whole row or cell of a table."""
    name = _PROPERTIES.get(str(element.tag))
    return _changes_in(element.find(name)) if name is not None else ()


def _changes_in(properties: etree._Element | None) -> Changes:
    if properties is None:
        return ()
    return tuple(found for each in properties if (found := change(each)) is not None)


def properties_in(paragraph: etree._Element, view: View) -> etree._Element | None:
    """The paragraph's ``<w:pPr>`` as it is in a view: the original has the former one."""
    properties = paragraph.find(W_PPR)
    if properties is None or view != "original":
        return properties
    former = properties.find(_PPR_CHANGE)
    return former.find(W_PPR) if former is not None else properties


def run_properties_in(run: etree._Element, view: View) -> etree._Element | None:
    """The run's ``<w:rPr>`` as it is in a view: the original has the former one."""
    properties = run.find(W_RPR)
    if properties is None or view != "original":
        return properties
    former = properties.find(_RPR_CHANGE)
    return former.find(W_RPR) if former is not None else properties


def numbering_stands(properties: etree._Element | None, view: View) -> bool:
    """Whether the numbering that ``<w:pPr>`` gives was there already in the original."""
    found = properties.find(_NUM_PR) if properties is not None else None
    return found is None or stands(_changes_in(found), view)
