"""Words written into a file's own runs.

What stays is passed over, what goes is wrapped, what comes takes the looks of what it stands
beside.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from counterdraft.model.comparison import WordOp
from counterdraft.ooxml.elements import RUN_ORDER, w, words
from counterdraft.ooxml.names import W_PPR, W_R, W_RPR
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.places import Bit
from counterdraft.ooxml.runs import (
    after,
    before,
    delete,
    is_special,
    only_words,
    properties_like,
    put,
    run_of,
)

_FLD_CHAR, _KIND = name_of("fldChar"), name_of("fldCharType")
_FORMULAS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


class Writer:
    """The state of one pass over words that stand in runs; ``cursor`` is what was passed last."""

    def __init__(self, pen: Pen, bits: Sequence[Bit]) -> None:
        self._pen = pen
        self._first = bits[0].element if bits else None
        self._usual = next(
            (run for bit in reversed(bits) if (run := _plain(bit)) is not None), None
        )
        self.cursor: etree._Element | None = None
        self.base = run_of(bits[0].element) if bits else None
        self._inside = False
        self._deletion: etree._Element | None = None
        self._head: etree._Element | None = None

    def begin(self, paragraph: etree._Element) -> None:
        """What is inserted next begins a paragraph."""
        self.cursor, self._deletion, self._head = None, None, paragraph

    # -- what is there

    def keep(self, bits: Sequence[Bit]) -> None:
        """Pass over words that stay."""
        self._deletion = None
        for bit in bits[-1:]:
            self.cursor = self.base = _top(bit.element)
            self._inside = False

    def delete(self, bits: Sequence[Bit]) -> None:
        """Wrap words that go."""
        for bit in bits:
            run = run_of(bit.element)
            if run is not None:
                only_words(run)
            target = _top(bit.element)
            if op_of(target) != "deleted":
                self._deletion = delete(target, self._pen, self._deletion)
            self.cursor, self.base, self._inside = self._deletion, target, True

    def keep_element(self, element: etree._Element) -> None:
        """Pass over what is no words, such as the call of a note."""
        self._deletion = None
        self.cursor, self._inside = element, False

    def delete_element(self, run: etree._Element) -> None:
        """Wrap a run that is no words."""
        self._deletion = None
        self.cursor, self._inside = delete(run, self._pen), True

    def reformat(self, bits: Sequence[Bit], *, italic: bool) -> None:
        """Set words that stay in italics or not, as a tracked change."""
        for bit in bits:
            run = run_of(bit.element)
            if run is None:
                continue
            properties = run.find(W_RPR)
            if properties is None:
                properties = w("rPr")
                run.insert(0, properties)
            former = self._pen.mark("rPrChange", [w("rPr", map(copy.deepcopy, properties))])
            for name in ("i", "iCs"):
                put(properties, w(name) if italic else w(name, val="0"), RUN_ORDER)
            put(properties, former, RUN_ORDER)

    # -- what comes

    def insert(self, text: str, looks: etree._Element | None) -> None:
        """Insert words with these properties."""
        run = w("r", [copy.deepcopy(looks)] if looks is not None else ())
        run.extend(words(text))
        self.insert_run(run)

    def insert_run(self, run: etree._Element) -> None:
        """Insert a run."""
        self._deletion = None
        change = self._pen.mark("ins", [run])
        if self.cursor is not None:
            place = self.cursor if self._inside else after(self.cursor)
            place.addnext(change)
        elif self._head is not None:
            self._head.insert(self._head.find(W_PPR) is not None, change)
        elif self._first is not None:
            before(_top(self._first)).addprevious(change)
        else:
            raise AssertionError("words that come have no place in the file")
        self.cursor, self._inside = change, True

    def looks(self, *, italic: bool | None) -> etree._Element | None:
        """The properties for words at the cursor."""
        base = self.base if self.base is not None and not is_special(self.base) else self._usual
        return properties_like(base, italic=italic)


def _top(element: etree._Element) -> etree._Element:
    """What of an element can be wrapped: its run, or the whole formula."""
    formula = next((e for e in element.iterancestors() if e.tag == f"{_FORMULAS}oMath"), None)
    run = run_of(element)
    return formula if formula is not None else run if run is not None else element


def _plain(bit: Bit) -> etree._Element | None:
    run = run_of(bit.element)
    return run if run is not None and not is_special(run) else None


def op_of(element: etree._Element) -> WordOp:
    """What a run that stands in a change is."""
    parent = element.getparent()
    tag = parent.tag if parent is not None else ""
    return "deleted" if tag == name_of("del") else "inserted" if tag == name_of("ins") else "same"


def close_fields(paragraph: etree._Element, pen: Pen) -> None:
    """Take a field's own runs into the deletion where all of its result goes."""
    stack: list[list[etree._Element]] = []
    for run in list(paragraph.iter(W_R)):
        for frame in stack:
            frame.append(run)
        for char in run.findall(_FLD_CHAR):
            if char.get(_KIND) == "begin":
                stack.append([run])
            elif char.get(_KIND) == "end" and stack:
                _close(stack.pop(), pen)


def _close(runs: list[etree._Element], pen: Pen) -> None:
    shown = [run for run in runs if any(e.tag in _SHOWN for e in run)]
    if shown and all(op_of(run) == "deleted" for run in shown):
        for run in runs:
            if op_of(run) == "same":
                delete(run, pen)


_SHOWN = frozenset({name_of("t"), name_of("delText"), name_of("tab"), name_of("sym")})
