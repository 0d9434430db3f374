"""A Word file with all its tracked changes accepted, or all rejected.

What was inserted, deleted and moved, paragraphs, rows and cells, properties and numbering, in
the text, in notes, comments, headers and footers, text boxes: nothing tracked is left. A
paragraph whose mark goes is one with the next and takes its properties, as in Word; notes and
comments go with what calls them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from lxml import etree

from counterdraft.ooxml.names import W_ID, W_P, W_PPR, W_RPR, W_TBL, W_TC, W_TR, W_TXBX, W_VAL, w
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.revisions import Changes, change, mark_changes, stands, table_changes
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.story import COMMENT_MARKS, paragraphs

Outcome = Literal["final", "original"]

_STORIES = ("footnotes", "endnotes", "comments", "header", "footer")
_MARKED = frozenset({W_RPR, w("trPr"), w("tcPr"), w("numPr")})
_FORMER = {
    w(f"{name}Change"): w(name)
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")
}
# What a former state says nothing of, and what is of the change itself.
_KEPT = {
    w("pPrChange"): frozenset({W_RPR, w("sectPr")}),
    w("sectPrChange"): frozenset({w("headerReference"), w("footerReference")}),
    w("rPrChange"): frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")}),
    w("trPrChange"): frozenset({w("ins"), w("del")}),
    w("tcPrChange"): frozenset({w("cellIns"), w("cellDel"), w("cellMerge")}),
}
_RANGES = frozenset(
    w(f"{name}Range{end}")
    for name in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
                 "customXmlMoveTo")
    for end in ("Start", "End")
)  # fmt: skip
# These stay where what stood between them goes.
_POSTS = COMMENT_MARKS | {w("bookmarkStart"), w("bookmarkEnd"), w("permStart"), w("permEnd")}
_LIVE = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_CALLS = {
    w("footnoteReference"): w("footnote"), w("endnoteReference"): w("endnote"),
    w("commentReference"): w("comment"),
}  # fmt: skip
_CELL_MERGE, _V_MERGE, _NUMBERING_CHANGE = w("cellMerge"), w("vMerge"), w("numberingChange")
_HYPERLINK = w("hyperlink")
# Each must hold a paragraph at its end.
_HOLDERS = frozenset({W_TC, W_TXBX, w("footnote"), w("endnote"), w("comment")})
_CONTAINERS = (w("body"), w("hdr"), w("ftr"), W_TXBX, w("footnote"), w("endnote"), w("comment"))


def accepted(package: Package) -> bytes:
    """The file with every tracked change accepted; raises what ``Package.part`` does."""
    return _settled(package, "final")


def rejected(package: Package) -> bytes:
    """The file with every tracked change rejected; raises what ``Package.part`` does."""
    return _settled(package, "original")


def _settled(package: Package, outcome: Outcome) -> bytes:
    rewriting = Rewriting(package)
    settle(rewriting, outcome)
    return rewriting.written()


def settle(rewriting: Rewriting, outcome: Outcome) -> None:
    """Accept ("final") or reject ("original") all that is tracked in a file."""
    main = rewriting.tree(rewriting.main)
    before = _called(main)
    for root in list(stories(rewriting)):
        _settle_part(root, outcome)
    gone = before - _called(main)
    for kind in ("footnotes", "endnotes", "comments"):
        for part in rewriting.related(kind):
            _drop_uncalled(rewriting.tree(part), gone)
    for each in [e for e in main.iter(*COMMENT_MARKS) if (w("comment"), e.get(W_ID, "")) in gone]:
        _remove(each)


def _settle_part(root: etree._Element, outcome: Outcome) -> None:
    _settle_properties(root, outcome)
    _settle_tables(root, outcome)
    _settle_words(root, outcome)
    for container in list(root.iter(*_CONTAINERS)):
        _settle_marks(container, outcome)
    for each in list(root.iter(*_RANGES)):
        _remove(each)
    for mark in [e for e in root.iter() if change(e) and _is_mark(e)]:
        _remove(mark)
    for holder in root.iter(*_HOLDERS):
        if not len(holder) or holder[-1].tag not in {W_P, w("sdt"), w("customXml")}:
            holder.append(etree.SubElement(holder, W_P))


# -- properties


def _settle_properties(root: etree._Element, outcome: Outcome) -> None:
    for each in list(root.iter(*_FORMER)):
        properties = each.getparent()
        if properties is None:
            continue
        properties.remove(each)
        if outcome == "original":
            _restore(properties, each)
    for each in list(root.iter(_NUMBERING_CHANGE)):
        _remove(each)
    for place in list(root.iter(w("numPr"))):
        found = tuple(c for e in place if (c := change(e)) is not None)
        if not stands(found, outcome):
            _remove(place)


def _restore(properties: etree._Element, former: etree._Element) -> None:
    """Put the former properties in the place of those that are there."""
    tag = str(former.tag)
    kept = _KEPT.get(tag, frozenset())
    for each in [e for e in properties if e.tag not in kept]:
        properties.remove(each)
    found = former.find(_FORMER[tag])
    old = list(found) if found is not None else []
    if tag == w("pPrChange"):
        properties[:0] = old
    else:
        properties.extend(e for e in old if e.tag not in kept)


# -- tables


def _settle_tables(root: etree._Element, outcome: Outcome) -> None:
    for tag in (W_TC, W_TR):
        for each in list(root.iter(tag)):
            if not stands(table_changes(each), outcome):
                _remove(each)
    for merge in list(root.iter(_CELL_MERGE)):
        said = merge.get(w("vMerge" if outcome == "final" else "vMergeOrig"))
        properties = merge.getparent()
        if properties is None:
            continue
        for each in properties.findall(_V_MERGE):
            properties.remove(each)
        if said is not None:
            joined = etree.Element(_V_MERGE, {W_VAL: "restart" if said == "rest" else "continue"})
            properties.insert(properties.index(merge), joined)
        properties.remove(merge)
    for row in [r for r in root.iter(W_TR) if r.find(f".//{W_TC}") is None]:
        _remove(row)
    for table in [t for t in root.iter(W_TBL) if t.find(f".//{W_TR}") is None]:
        _remove(table)


# -- words


def _is_mark(element: etree._Element) -> bool:
    """Whether an element such as ``<w:ins>`` marks a paragraph, row or list, and holds nothing."""
    parent = element.getparent()
    return parent is not None and parent.tag in _MARKED


def _settle_words(root: etree._Element, outcome: Outcome) -> None:
    for each in [e for e in root.iter() if change(e) and not _is_mark(e)]:
        found = change(each)
        if found is not None and each.getparent() is not None:
            _unwrap(each) if stands((found,), outcome) else _cut(each)
    for each in root.iter(*_LIVE):
        each.tag = _LIVE[str(each.tag)]
    for each in [e for e in root.iter(_HYPERLINK) if not len(e)]:
        _remove(each)


def _unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _cut(element: etree._Element) -> None:
    """Take an element out but for the posts of what begins or ends in it."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element.iter(*_POSTS))


# -- paragraphs


def _settle_marks(container: etree._Element, outcome: Outcome) -> None:
    """Join each paragraph whose mark is gone to the next."""
    open_: etree._Element | None = None
    for placed in list(paragraphs(container)):
        each = placed.element
        if each is not None and each.tag in COMMENT_MARKS:
            continue
        if each is not None and open_ is not None:
            _join(open_, each)
        elif each is None and open_ is not None:
            _end(open_)
        open_ = each if each is not None and not _mark_stands(each, outcome) else None
    if open_ is not None:
        _end(open_)


def _mark_stands(paragraph: etree._Element, outcome: Outcome) -> bool:
    found: Changes = mark_changes(paragraph)
    return stands(found, outcome)


def _join(first: etree._Element, second: etree._Element) -> None:
    """Put the words of a paragraph before those of the next, and take it out."""
    words = [each for each in first if each.tag != W_PPR]
    at = 1 if len(second) and second[0].tag == W_PPR else 0
    second[at:at] = words
    _remove(first)


def _end(paragraph: etree._Element) -> None:
    """A paragraph whose mark is gone, before a table or at an end: it goes if nothing is in it."""
    parent = paragraph.getparent()
    others = (e for e in parent if e is not paragraph) if parent is not None else ()
    last = all(e.tag in {w("sectPr"), w("tcPr")} or e.tag in _POSTS for e in others)
    if not last and all(each.tag == W_PPR for each in paragraph):
        _remove(paragraph)


# -- what is called


def _called(root: etree._Element) -> set[tuple[str, str]]:
    """The notes and comments that a text calls."""
    return {(_CALLS[str(e.tag)], e.get(W_ID, "")) for e in root.iter(*_CALLS)}


def _drop_uncalled(root: etree._Element, gone: Iterable[tuple[str, str]]) -> None:
    names = set(gone)
    for each in [e for e in root if (str(e.tag), e.get(W_ID, "")) in names]:
        root.remove(each)


def tracked(rewriting: Rewriting) -> bool:
    """Whether anything is tracked in a file."""
    return any(True for root in stories(rewriting) for _ in _tracked_in(root))


def stories(rewriting: Rewriting) -> Iterator[etree._Element]:
    """The roots of all parts that have text: the main one, notes, comments, running heads."""
    yield rewriting.tree(rewriting.main)
    for kind in _STORIES:
        for part in rewriting.related(kind):
            yield rewriting.tree(part)


def _tracked_in(root: etree._Element) -> Iterator[etree._Element]:
    for each in root.iter():
        if change(each) or each.tag in _FORMER or each.tag in _RANGES:
            yield each


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
