"""The statements of Akoma Ntoso → blocks, each with the role and number its markup gives it.

In: preamble, body and attachments of a statement. Out: blocks in their order. What the UN's
own files do otherwise than the guidelines is read as what it means.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from counterdraft.model import Block, Problem, Role
from counterdraft.read.akn_annexes import is_next_annex, numbered_annex
from counterdraft.read.akn_names import (
    AKN,
    ALINEA,
    BLOCK,
    BLOCK_LIST,
    CELLS,
    CONTAINER,
    CONTENT,
    FORMULA,
    HEADINGS,
    INLINE,
    INTRO,
    ITEM,
    LIST,
    LIST_INTRODUCTION,
    NOTE,
    NUM,
    PARAGRAPH,
    POINT,
    ROW,
    SUBLIST,
    TABLE,
    WRAP_UP,
    WRAPPERS,
    P,
    number_of,
    plain,
)
from counterdraft.read.akn_text import Words

Path = tuple[str, ...]

_FORMULA = re.compile(r"The [A-Z][\w ]+")


class Body:
    """The state of one reading: the words so far, and the blocks that they make."""

    def __init__(self) -> None:
        self.words = Words()
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []

    def statement(self, statement: etree._Element) -> None:
        """Everything that a statement holds, in its order."""
        self.words.begin()
        for section in statement:
            if section.tag == AKN + "preamble":
                self._preamble(section)
            elif section.tag == AKN + "mainBody":
                self._body(section)
            elif section.tag == AKN + "attachments":
                for attachment in section:
                    self._attachment(attachment)

    # -- preambles

    def _preamble(self, preamble: etree._Element) -> None:
        for child in preamble:
            if child.tag == FORMULA:
                self._block(list(child.iter(P)), "formula")
            elif child.tag == CONTAINER:
                self._clause(child)
            elif child.tag == BLOCK_LIST:
                self._items(child, (), 0, opened=True)
            elif child.tag == BLOCK and child.get("name") == "#preamble":
                self._block([child], "preambular", _taken_number(child))
            elif child.tag == BLOCK or child.tag in HEADINGS:
                self._block([child], "heading", style=_style(child))
            else:
                self._block(list(child.iter(P)) or [child], "other")

    def _clause(self, container: etree._Element) -> None:
        """A paragraph of the preamble: its words, its points, and what goes on after."""
        opened = len(self.blocks)
        wid = container.get("wId")
        for child in container:
            if len(self.blocks) > opened and child.tag == P:
                self._block([child], "continued")
            elif child.tag == P:
                self._block([child], "preambular", _taken_number(child), wid=wid)
            elif child.tag == BLOCK_LIST:
                self._items(child, (), 0, opened=len(self.blocks) > opened)
            else:
                self._block(list(child.iter(P)), "preambular", wid=wid)

    def _items(self, listing: etree._Element, path: Path, depth: int, *, opened: bool) -> None:
        """A list of the preamble; its introduction is the paragraph, unless that stands before."""
        for child in listing:
            if child.tag == LIST_INTRODUCTION:
                role: Role = "continued" if opened else "preambular"
                self._block([child], role, path, depth)
            elif child.tag == ITEM and not path and number_of(child).isdecimal():
                # What is numbered is operative, wherever the markup has it.
                self._block(child.findall(P), "operative", (number_of(child),))
            elif child.tag == ITEM:
                own = (*path, number_of(child))
                self._block(child.findall(P), "preambular", own, depth + 1)
                for below in child.findall(BLOCK_LIST):
                    self._items(below, own, depth + 1, opened=bool(child.findall(P)))

    # -- bodies

    def _body(self, body: etree._Element) -> None:
        for child in body:
            if child.tag == PARAGRAPH:
                self._paragraph(child, (), 0)
            elif child.tag in HEADINGS:
                self._heading(child)
            elif child.tag == NUM:
                self._block([child], "heading", style=_style(child))
            elif child.tag in WRAPPERS:
                self._body(child)
            elif child.tag in {CONTAINER, TABLE}:
                self._lines(child)
            else:
                self._block([child], "other")

    def _lines(self, container: etree._Element) -> None:
        """What stands among the paragraphs and is none; a row of a table is one block."""
        for element in container.iter(ROW, P):
            if any(above.tag == ROW for above in element.iterancestors()):
                continue
            if element.tag == ROW:
                self._block(_cells(element), "other", style="table")
            else:
                self._block([element], "other", style=container.get("name"))

    def _heading(self, heading: etree._Element) -> None:
        """A heading; a preamble stands in the body this way too."""
        if heading.get("refersTo") != "#preamble":
            self._block([heading], "heading", style=_style(heading))
        elif _FORMULA.fullmatch((plain(heading) or "").rstrip(",")):
            self._block([heading], "formula", style=_style(heading))
        else:
            number = _taken_number(heading)
            self._block([heading], "preambular", number, style=_style(heading))

    def _paragraph(self, element: etree._Element, prefix: Path, depth: int) -> None:
        """A numbered paragraph or a point of a list, then what is below it."""
        number = number_of(element)
        path = (*prefix, number) if number or depth else prefix
        holders: list[etree._Element] = []
        below: list[etree._Element] = []
        for child in element:
            if child.tag in HEADINGS:
                self._headed(element, child)
            elif child.tag == CONTENT or (child.tag == INTRO and not holders):
                holders += child.iterchildren(P)
            elif child.tag in {LIST, SUBLIST, POINT, ALINEA, WRAP_UP}:
                below.append(child)
        if below and below[0].tag in {LIST, SUBLIST} and not holders:
            holders = below[0].findall(f"{INTRO}/{P}")
        if not (depth or holders or below or any(child.tag in HEADINGS for child in element)):
            self._block(element.findall(NUM), "heading", style="paragraph/num")
        style = element.get("class")
        self._block(holders, "operative", path, depth, style=style, wid=element.get("wId"))
        for each in below:
            self._below(each, path, depth + 1)

    def _headed(self, paragraph: etree._Element, heading: etree._Element) -> None:
        """A heading that the UN's files put into a paragraph, with its number where it has one."""
        if paragraph.find(CONTENT) is None and paragraph.find(LIST) is None:
            self._block(paragraph.findall(NUM), "heading", style="paragraph/num")
        self._block([heading], "heading", style=_style(heading))

    def _below(self, element: etree._Element, path: Path, depth: int) -> None:
        """What stands below a paragraph: points, alone or in a list, and what goes on after."""
        if element.tag == POINT:
            self._paragraph(element, path, depth)
        elif element.tag in {ALINEA, WRAP_UP}:
            self._block(list(element.iter(P)), "continued")
        else:
            self._points(element, path, depth)

    def _points(self, listing: etree._Element, path: Path, depth: int) -> None:
        last = path
        for child in listing:
            if child.tag == POINT:
                last = (*path, number_of(child))
                self._paragraph(child, path, depth)
            elif child.tag in HEADINGS:
                self._heading(child)
            elif child.tag == SUBLIST:
                self._points(child, last, depth + (last != path))
            elif child.tag in {ALINEA, WRAP_UP}:
                self._below(child, path, depth)

    # -- annexes

    def _attachment(self, attachment: etree._Element) -> None:
        parts = [attachment.find(f".//{AKN}{name}") for name in ("preface", "mainBody")]
        if parts[1] is None:
            return
        doc = attachment.find(f"{AKN}doc")
        label = (doc if doc is not None else attachment).get("name") or "annex"
        opened, last = len(self.blocks), None
        for part in parts:
            for element in part.iter(P, *HEADINGS) if part is not None else ():
                if any(a.tag == NOTE or a.tag in HEADINGS for a in element.iterancestors()):
                    continue
                heading = (plain(element) or "") if element.tag in HEADINGS else ""
                begins = len(self.blocks) == opened or (last and is_next_annex(last, heading))
                last = numbered_annex(heading) if begins else last
                self._annexed(element, "annex" if begins else "other")
        if len(self.blocks) == opened:
            self.problems.append(Problem("empty-annex", f"the {label} holds no text"))

    def _annexed(self, element: etree._Element, role: Role) -> None:
        """One paragraph of an annex, with the number that stands before it."""
        holder = element.getparent()
        if holder is not None and holder.tag in {CONTENT, INTRO, LIST}:
            holder = holder.getparent() if holder.tag != INTRO else _numbered(holder)
        first = holder is not None and next(holder.iter(P, *HEADINGS)) is element
        number = plain(holder.find(NUM)) if holder is not None and first else None
        style = _style(element) if element.tag in HEADINGS else None
        self._block([element], role, (number,) if number else (), style=style)

    # -- blocks

    def _block(
        self,
        holders: list[etree._Element],
        role: Role,
        number: Path = (),
        level: int = 0,
        *,
        style: str | None = None,
        wid: str | None = None,
    ) -> None:
        """One block out of the elements that hold its text; nothing where they are empty."""
        span = self.words.block(holders)
        if span is not None:
            italics = tuple(self.words.italics)
            line: Any = holders[0].sourceline  # None for what was not read; the stubs differ
            self.blocks.append(
                Block(span, role, number, level, 0, italics, line, style=style, wid=wid)
            )


def _cells(row: etree._Element) -> list[etree._Element]:
    """The paragraphs in the cells of a row, and the cells that have their words without any."""
    found = [list(cell.iter(P)) or [cell] for cell in row.iter(*CELLS)]
    return list(dict.fromkeys(each for cell in found for each in cell))


def _numbered(intro: etree._Element) -> etree._Element | None:
    """What an introduction's number is: that of the paragraph whose list it introduces."""
    holder = intro.getparent()
    return holder.getparent() if holder is not None and holder.tag in {LIST, SUBLIST} else holder


def _taken_number(element: etree._Element) -> Path:
    """The number that is printed before the words of a preamble, which is then no part of them."""
    first = element[0] if len(element) else None
    if first is None or first.tag != INLINE or first.get("name") != "num":
        return ()
    number = plain(first)
    element.text = (element.text or "") + (first.tail or "")
    element.remove(first)
    return (number.rstrip("."),) if number else ()


def _style(element: etree._Element) -> str:
    """How a heading is marked up: the element that it stands in, and its own."""
    holder = element.getparent()
    names = [each.tag.removeprefix(AKN) for each in (holder, element) if each is not None]
    return "/".join(names)
