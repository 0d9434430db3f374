"""Paragraphs that come and go in a file, by their marks.

A mark that is deleted joins its paragraph to the next, one that is inserted parts it from the
next. Where there is no next, at the end of the text, a cell, a section, the mark cannot go: then
the changes are set on the marks before it, so that either outcome has the right paragraphs.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Literal

from lxml import etree

from counterdraft.ooxml.elements import PARAGRAPH_ORDER, RUN_ORDER, w
from counterdraft.ooxml.names import W_P, W_PPR, W_R, W_RPR, W_TBL
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.runs import put

Op = Literal["ins", "del"]

_SECTION, _CHANGE = name_of("sectPr"), name_of("pPrChange")
_APART = frozenset({W_RPR, _SECTION, _CHANGE})
# What is of one paragraph and not of those like it.
_OWN = frozenset(name_of(name) for name in ("framePr", "pageBreakBefore", "divId", "cnfStyle"))
_BLOCKS = frozenset({W_P, W_TBL, name_of("sdt"), name_of("customXml"), name_of("altChunk")})
_EMPTY_RUN = frozenset({W_RPR, name_of("lastRenderedPageBreak")})
_NUM = name_of("numPr")
_POSTS = frozenset(
    name_of(name)
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
)
_TRACKED = frozenset(name_of(name) for name in ("ins", "del", "rPrChange"))


class Blocks:
    """The paragraphs that come and go; ``finish`` writes it into their marks."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._ops: dict[etree._Element, Op] = {}

    def op(self, paragraph: etree._Element) -> Op | None:
        """What becomes of a paragraph."""
        return self._ops.get(paragraph)

    def delete(self, paragraph: etree._Element) -> None:
        """Its mark is to go."""
        self._ops[paragraph] = "del"

    def insert(self, paragraph: etree._Element, *, after: etree._Element) -> None:
        """Put a new paragraph after another."""
        after.addnext(paragraph)
        self._ops[paragraph] = "ins"

    def insert_before(self, paragraph: etree._Element, *, before: etree._Element) -> None:
        """Put a new paragraph before another."""
        before.addprevious(paragraph)
        self._ops[paragraph] = "ins"

    def split(self, paragraph: etree._Element, after: etree._Element | None) -> etree._Element:
        """Part a paragraph after an element in it; the new one, which has what comes first."""
        made = w("p", [like(paragraph)])
        paragraph.addprevious(made)
        made.extend(_up_to(paragraph, after) if after is not None else ())
        self._ops[made] = "ins"
        return made

    def reshape(self, paragraph: etree._Element, wanted: etree._Element) -> None:
        """Give a paragraph other properties, and keep the former ones as a tracked change."""
        properties = properties_of(paragraph)
        if _same(properties, wanted):
            return
        former = properties.find(_CHANGE)
        if former is None:
            old = w("pPr", [copy.deepcopy(e) for e in properties if e.tag not in _APART])
            former = self._pen.mark("pPrChange", [old])
        for each in [e for e in properties if e.tag not in _APART]:
            properties.remove(each)
        properties[:0] = [copy.deepcopy(e) for e in wanted if e.tag not in _APART]
        put(properties, former, PARAGRAPH_ORDER)

    def _was(self, paragraph: etree._Element, former: etree._Element) -> None:
        """Say that a paragraph had other properties: those of the paragraph ``former``."""
        own = properties_of(paragraph)
        before = properties_of(former)
        change = before.find(_CHANGE)
        old = change.find(W_PPR) if change is not None else before
        if old is None or _same(own, old):
            return
        kept = w("pPr", [copy.deepcopy(e) for e in old if e.tag not in _APART])
        put(own, self._pen.mark("pPrChange", [kept]), PARAGRAPH_ORDER)

    # -- the ends

    def finish(self) -> None:
        """Write all marks."""
        for paragraph in list(self._ops):
            if paragraph in self._ops and _is_end(paragraph):
                if self._ops[paragraph] == "ins":
                    self._end_inserted(paragraph)
                else:
                    self._end_deleted(paragraph)
        for paragraph, op in self._ops.items():
            run = run_properties_of(paragraph)
            put(run, self._pen.mark(op), RUN_ORDER)

    def _end_inserted(self, last: etree._Element) -> None:
        """New paragraphs at an end: the mark of the last is that of the one before them."""
        before = self._before(last, "ins")
        if before is None:
            return
        del self._ops[last]
        self._was(last, before)
        if self._ops.pop(before, None) == "del":
            _pour(before)
        else:
            self._ops[before] = "ins"

    def _end_deleted(self, last: etree._Element) -> None:
        """Paragraphs deleted at an end: the one before them takes the mark of the last."""
        before = self._before(last, "del")
        del self._ops[last]
        if before is None:
            plain = copy.deepcopy(properties_of(last))
            without_number(plain)
            self.reshape(last, plain)
            return
        self.reshape(last, properties_of(before))
        if self._ops.pop(before, None) == "ins":
            _pour(before)
        else:
            self._ops[before] = "del"

    def _before(self, last: etree._Element, op: Op) -> etree._Element | None:
        """The nearest paragraph before this that has not the same fate."""
        for each in last.itersiblings(preceding=True):
            if each.tag == W_P and _is_section(each):
                return None
            if each.tag == W_P and self._ops.get(each) != op:
                return each
            if each.tag in _BLOCKS and each.tag != W_P:
                return None
        return None


def run_on(body: etree._Element) -> None:
    """Let words inserted at the end of a paragraph and new paragraphs after it be one insertion.

    So they are when somebody types them: the paragraph's mark is the new one, and the last new
    paragraph has that which was there. LibreOffice takes them so in any case, and would lose
    that mark.
    """
    for first in list(body.iter(W_P)):
        if _is_inserted(first) is None and _ends_inserted(first):
            last = _last_inserted(first)
            if last is not None and _alike(first, last):
                mark = _is_inserted(last)
                if mark is not None:
                    put(run_properties_of(first), mark, RUN_ORDER)


def _is_inserted(paragraph: etree._Element) -> etree._Element | None:
    """What marks a paragraph as inserted."""
    return paragraph.find(f"{W_PPR}/{W_RPR}/{name_of('ins')}")


def _ends_inserted(paragraph: etree._Element) -> bool:
    inner = [each for each in paragraph if each.tag not in _POSTS]
    deleted = paragraph.find(f"{W_PPR}/{W_RPR}/{name_of('del')}")
    return deleted is None and bool(inner) and inner[-1].tag == name_of("ins")


def _last_inserted(paragraph: etree._Element) -> etree._Element | None:
    """The last of the new paragraphs right after this one, which hold nothing of before."""
    found = None
    for each in paragraph.itersiblings():
        if each.tag != W_P or _is_inserted(each) is None or not _is_new(each):
            break
        found = each
    return found


def _is_new(paragraph: etree._Element) -> bool:
    """Whether all that stands in a paragraph was inserted."""
    return all(each.tag in {W_PPR, name_of("ins"), *_POSTS} for each in paragraph)


def _alike(one: etree._Element, other: etree._Element) -> bool:
    """Whether two paragraphs are set in the same way, and were."""
    both = properties_of(one), properties_of(other)
    return all(each.find(_CHANGE) is None for each in both) and _same(*both)


def _pour(paragraph: etree._Element) -> None:
    """Put what a paragraph holds before what the next holds, and take it out."""
    target = next(each for each in paragraph.itersiblings() if each.tag == W_P)
    at = 1 if len(target) and target[0].tag == W_PPR else 0
    target[at:at] = [each for each in paragraph if each.tag != W_PPR]
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _is_end(paragraph: etree._Element) -> bool:
    """Whether nothing follows that a paragraph could be joined to."""
    if _is_section(paragraph):
        return True
    return not any(each.tag in _BLOCKS for each in paragraph.itersiblings())


def _is_section(paragraph: etree._Element) -> bool:
    properties = paragraph.find(W_PPR)
    return properties is not None and properties.find(_SECTION) is not None


def _same(one: etree._Element, other: etree._Element) -> bool:
    ours, theirs = (
        [etree.tostring(e, method="c14n") for e in each if e.tag not in _APART]
        for each in (one, other)
    )
    return ours == theirs


# -- properties


def properties_of(paragraph: etree._Element) -> etree._Element:
    """The paragraph's ``<w:pPr>``, made where there is none."""
    found = paragraph.find(W_PPR)
    if found is None:
        found = w("pPr")
        paragraph.insert(0, found)
    return found


def run_properties_of(paragraph: etree._Element) -> etree._Element:
    """The properties of the paragraph's mark, made where there are none."""
    properties = properties_of(paragraph)
    found = properties.find(W_RPR)
    if found is None:
        found = w("rPr")
        put(properties, found, PARAGRAPH_ORDER)
    return found


def like(paragraph: etree._Element) -> etree._Element:
    """The properties for a new paragraph that is like another."""
    found = paragraph.find(W_PPR)
    made = copy.deepcopy(found) if found is not None else w("pPr")
    for each in list(made):
        if each.tag in {_SECTION, _CHANGE} | _OWN:
            made.remove(each)
    run = made.find(W_RPR)
    if run is not None:
        for each in [e for e in run if e.tag in _TRACKED]:
            run.remove(each)
    return made


def without_number(properties: etree._Element) -> None:
    """Take a paragraph out of its list, also of one that its style puts it in."""
    none = w("numPr", [w("ilvl", val="0"), w("numId", val="0")])
    put(properties, none, PARAGRAPH_ORDER)


def is_empty(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds nothing but its mark, and is no end of a section."""
    properties = paragraph.find(W_PPR)
    if properties is not None and any(properties.find(tag) is not None for tag in (_SECTION, _NUM)):
        return False
    return all(child.tag in _EMPTY_RUN for run in paragraph.iter(W_R) for child in run)


def spacer(paragraph: etree._Element, *, before: bool = False) -> etree._Element | None:
    """The empty paragraph right after this one, or before it."""
    found = paragraph.getprevious() if before else paragraph.getnext()
    return found if found is not None and found.tag == W_P and is_empty(found) else None


def joinable(first: etree._Element, second: etree._Element) -> list[etree._Element] | None:
    """What has to go between two paragraphs for them to be joined; None where they cannot be."""
    between: list[etree._Element] = []
    for each in first.itersiblings():
        if each is second:
            return between
        if each.tag == W_P and is_empty(each):
            between.append(each)
        elif each.tag in _BLOCKS:
            return None
    return None


def _up_to(container: etree._Element, last: etree._Element) -> Sequence[etree._Element]:
    """What of a container stands up to and with an element in it, taken out of it."""
    path = [last, *last.iterancestors()]
    path = path[: next(i for i, each in enumerate(path) if each is container)]
    for each in path[:-1]:
        parent = each.getparent()
        if parent is None or each.getnext() is None:
            continue
        # The second half of a link or the like is one of its own.
        other = etree.Element(str(parent.tag))
        for name, said in parent.attrib.items():
            other.set(name, said)
        other.extend(list(each.itersiblings()))
        parent.addnext(other)
    top = path[-1]
    found = [*_before(top), top]
    return [each for each in found if each.tag != W_PPR]


def _before(element: etree._Element) -> Iterator[etree._Element]:
    yield from reversed(list(element.itersiblings(preceding=True)))
