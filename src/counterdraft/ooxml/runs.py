"""Runs: divided, taken into changes, and made like those that they stand beside."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from counterdraft.ooxml.elements import RUN_ORDER, w
from counterdraft.ooxml.names import W_P, W_R, W_RPR, W_T, XML_SPACE, W
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.pen import Pen

_DELETED = {W_T: name_of("delText"), name_of("instrText"): name_of("delInstrText")}
_HYPERLINK, _ALIGN = name_of("hyperlink"), name_of("vertAlign")
_WORDS = frozenset(
    name_of(name)
    for name in ("rPr", "t", "delText", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen",
                 "sym", "lastRenderedPageBreak")
)  # fmt: skip
_ROUND = frozenset(
    name_of(name) for name in ("hyperlink", "smartTag", "fldSimple", "sdtContent", "customXml")
)
_ITALIC = ("i", "iCs")


def run_of(element: etree._Element) -> etree._Element | None:
    """The run that an element stands in."""
    at: etree._Element | None = element
    while at is not None and at.tag != W_R:
        at = at.getparent()
    return at


def divide(element: etree._Element, at: int) -> etree._Element:
    """Divide a run before the character ``at`` of an element of its; what begins the second.

    Nothing is divided where the element begins its run already.
    """
    run = run_of(element)
    if run is None or element.getparent() is not run:
        return element
    right = etree.Element(W_R)
    properties = run.find(W_RPR)
    if properties is not None:
        right.append(copy.deepcopy(properties))
    moved = list(element.itersiblings())
    if at:
        first = etree.Element(element.tag)
        first.text = (element.text or "")[at:]
        element.text = (element.text or "")[:at]
        for each in (first, element):
            each.set(XML_SPACE, "preserve")
        right.append(first)
    elif element.getprevious() is None or element.getprevious() is properties:
        return element
    else:
        first = element
        right.append(element)
    right.extend(moved)
    run.addnext(right)
    return first


def isolate(element: etree._Element) -> etree._Element | None:
    """Give an element a run of its own; the run."""
    divide(element, 0)
    following = element.getnext()
    if following is not None:
        divide(following, 0)
    return run_of(element)


def only_words(run: etree._Element) -> None:
    """Give what stands in a run beside its words a run of its own: notes, pictures, fields."""
    for each in [child for child in run if child.tag not in _WORDS]:
        isolate(each)


def delete(
    element: etree._Element, pen: Pen, going: etree._Element | None = None
) -> etree._Element:
    """Put a run (or a formula) into a deletion: into ``going`` where that is right before it."""
    mark = element.getprevious()
    if mark is None or mark is not going:
        mark = pen.mark("del")
        element.addprevious(mark)
    mark.append(element)
    for each in element.iter(*_DELETED):
        each.tag = _DELETED[str(each.tag)]
        each.set(XML_SPACE, "preserve")
    return mark


def after(element: etree._Element) -> etree._Element:
    """What something that follows an element is put after: what it ends, such as a link, too."""
    at = element
    while True:
        parent, following = at.getparent(), at.getnext()
        if following is not None and _ends_field(following):
            at = following
        elif parent is not None and following is None and _goes_round(parent):
            at = _whole(parent)
        else:
            return at


def before(element: etree._Element) -> etree._Element:
    """What something that comes before an element is put before."""
    at = element
    while True:
        parent, previous = at.getparent(), at.getprevious()
        if parent is not None and previous is None and _goes_round(parent):
            at = _whole(parent)
        else:
            return at


def _whole(container: etree._Element) -> etree._Element:
    """What a container of runs is the content of, or itself."""
    parent = container.getparent()
    return parent if parent is not None and container.tag == name_of("sdtContent") else container


def _goes_round(element: etree._Element) -> bool:
    return element.tag in _ROUND


def _ends_field(element: etree._Element) -> bool:
    """Whether a run is but the end of a field."""
    marks = [each for each in element if each.tag != W_RPR] if element.tag == W_R else []
    char = name_of("fldChar")
    return bool(marks) and all(
        each.tag == char and each.get(name_of("fldCharType")) == "end" for each in marks
    )


def properties_like(
    run: etree._Element | None, *, italic: bool | None = None
) -> etree._Element | None:
    """The properties of a run, for words beside it; ``italic`` where that is to be said."""
    found = run.find(W_RPR) if run is not None else None
    made = copy.deepcopy(found) if found is not None else etree.Element(W_RPR, nsmap={"w": W})
    for each in list(made):
        if each.tag in {name_of("rPrChange"), name_of("ins"), name_of("del")}:
            made.remove(each)
    if italic is not None:
        for name in _ITALIC:
            put(made, w(name) if italic else w(name, val="0"), RUN_ORDER)
    return made if len(made) else None


def put(properties: etree._Element, child: etree._Element, order: Sequence[str]) -> None:
    """Put a property at its place in the schema's order, for the one of its name."""
    places = {name_of(name): i for i, name in enumerate(order)}
    for each in properties.findall(str(child.tag)):
        properties.remove(each)
    own = places[str(child.tag)]
    later = (i for i, each in enumerate(properties) if places.get(str(each.tag), own + 1) > own)
    properties.insert(next(later, len(properties)), child)


def is_special(run: etree._Element) -> bool:
    """Whether a run has looks that words beside it do not share."""
    parent = run.getparent()
    while parent is not None and parent.tag != W_P:
        if parent.tag == _HYPERLINK:
            return True
        parent = parent.getparent()
    properties = run.find(W_RPR)
    if run.tag != W_R or properties is None:
        return run.tag != W_R
    return properties.find(_ALIGN) is not None
