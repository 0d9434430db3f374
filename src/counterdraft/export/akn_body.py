"""What stands in a resolution → preamble, body and attachments.

In: the parts of a resolution. Out: its elements, by the guidelines or as the UN's own files have
them, with their names (``eId``): by the guidelines out of printed numbers, in the other counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from counterdraft.export.akn_meta import Subject, add_identification
from counterdraft.export.akn_tree import Node, Parts
from counterdraft.export.akn_words import Inliner
from counterdraft.export.akn_xml import Names, in_name, make
from counterdraft.export.entries import Entry
from counterdraft.model import Paragraph, Span

_NUMBER_OF_SECTION = re.compile(r"(?:[IVXL]{1,6}|[A-Z])\.?")
_AFTER_DIGITS = re.compile(r"\D.*")
_HEADINGS = frozenset({"num", "heading", "subheading", "crossHeading"})
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class BodyWriter:
    """Writes a statement's text; knows the names given and the section begun."""

    def __init__(self, subject: Subject, inliner: Inliner) -> None:
        self._guidelines = subject.by_guidelines
        self._subject, self._inliner = subject, inliner
        self._names = Names()
        self._count = 0
        self._preambular = 0
        self._section: etree._Element | None = None

    def write(self, statement: etree._Element, parts: Parts) -> None:
        """Preamble and body."""
        if parts.preamble:
            preamble = make("preamble", statement)
            for node in parts.preamble:
                self._in_preamble(preamble, node)
        body = make("mainBody", statement)
        for node in parts.body:
            self._in_body(body, node)
        if not len(body):
            make("p", body)

    def attach(self, statement: etree._Element, annexes: Sequence[Sequence[Entry]]) -> None:
        """Each annex as an attachment with a document of its own."""
        if not annexes:
            return
        attachments = make("attachments", statement)
        for number, annex in enumerate(annexes, 1):
            component = f"annex_{number}"
            attachment = make("attachment", attachments, eId=component)
            doc = make("doc", attachment, name="annex")
            add_identification(make("meta", doc), self._subject, f"main/{component}")
            self._annex(doc, annex, component)

    # -- preambles

    def _in_preamble(self, preamble: etree._Element, node: Node) -> None:
        entry = node.entry
        if entry is None:
            for each in node.below:
                self._in_preamble(preamble, each)
        elif entry.kind == "formula":
            name = self._named("formula")
            self._p(make("formula", preamble, name="enactingFormula", eId=name), entry)
        elif entry.kind == "paragraph":
            self._clause(preamble, node, entry)
        elif entry.kind == "heading":
            self._inliner.fill(make("block", preamble, name="subheading"), entry)
        else:
            self._p(preamble, entry)

    def _clause(self, preamble: etree._Element, node: Node, entry: Entry) -> None:
        """A paragraph of the preamble, its points as a list, and what goes on after them."""
        number = self._number_to_print(entry.paragraph)
        name = self._named("container", number)
        container = make("container", preamble, name=self._phrase(entry), eId=name)
        _keep_wid(container, entry)
        points = [each for each in node.below if not each.continues]
        if points:
            self._items(container, points, entry, node.span)
        else:
            self._p(container, entry, node.span, number)
        for each in node.below:
            if each.continues and each.entry is not None:
                self._p(container, each.entry)

    def _phrase(self, entry: Entry) -> str:
        phrase = (entry.paragraph.phrase if entry.paragraph else None) or "paragraph"
        return phrase.lower() if self._guidelines else phrase

    def _items(
        self, holder: etree._Element, points: list[Node], entry: Entry | None, span: Span
    ) -> None:
        listing = make("blockList", holder)
        if entry is not None:
            self._inliner.fill(make("listIntroduction", listing), entry, span)
        for each in points:
            item = make("item", listing)
            _add_number(item, each.number)
            if each.entry is not None:
                self._p(item, each.entry, each.span)
            if each.below:
                self._items(item, each.below, None, Span(0, 0))

    def _number_to_print(self, paragraph: Paragraph | None) -> str:
        """A number of the preamble, where counting does not tell it."""
        number = (paragraph.number if paragraph else None) or ""
        self._preambular += 1
        counted = str(self._preambular)
        self._preambular = int(_AFTER_DIGITS.sub("", number) or counted)
        return "" if number == counted else number

    # -- bodies

    def _in_body(self, body: etree._Element, node: Node) -> None:
        entry = node.entry
        if entry is None:
            self._paragraph(self._place(body), node)
        elif entry.kind == "heading" and (self._guidelines or entry.block.role != "operative"):
            self._heading(body, entry)
        elif node.part == "preambular" or entry.kind == "formula":
            self._late_preamble(body, node)
        elif entry.kind in {"paragraph", "heading"}:
            self._paragraph(self._place(body), node)
        else:
            self._other(body, entry)

    def _place(self, body: etree._Element) -> etree._Element:
        """Where the next paragraph goes: into the section begun last."""
        return body if self._section is None else self._section

    def _heading(self, body: etree._Element, entry: Entry) -> None:
        holder, tag = _marked_up(entry)
        if not self._guidelines and holder == "paragraph":
            self._headed_paragraph(self._place(body), entry, tag)
            return
        words = self._inliner.words(entry)
        is_number = tag == "num" or bool(_NUMBER_OF_SECTION.fullmatch(words))
        section = self._section
        if section is None or _has_text(section) or (is_number and len(section)):
            section = self._section = make("section", body)
            number = in_name(words) if is_number else ""
            section.set("eId", self._named("sec", number))
        tag = "num" if is_number else "heading" if self._guidelines else tag
        self._inliner.fill(make(tag, section), entry)

    def _headed_paragraph(self, place: etree._Element, entry: Entry, tag: str) -> None:
        """A heading as most of the UN's files have it: in a paragraph of its own."""
        last = place[-1] if len(place) else None
        number_before = last is not None and len(last) == 1 and last[0].tag.endswith("}num")
        if last is None or not number_before or tag == "num":
            last = make("paragraph", place, eId=self._named("para"), class_="H23")
        self._inliner.fill(make(tag, last), entry)

    def _late_preamble(self, body: etree._Element, node: Node) -> None:
        """What of a preamble stands in the body: the schema wants it within a section."""
        if self._section is None:
            self._section = make("section", body, eId=self._named("sec"))
        if node.entry is not None:
            name = self._named("crossHeading")
            heading = make("crossHeading", self._section, refersTo="#preamble", eId=name)
            number = self._number_to_print(node.entry.paragraph) if node.part else ""
            _print_number(heading, number)
            self._inliner.fill(heading, node.entry, node.span)
        for each in node.below:
            self._late_preamble(body, each)

    def _other(self, body: etree._Element, entry: Entry) -> None:
        """What is nobody's paragraph: the cells of a table, one after the other."""
        name = entry.block.style or "text"
        last = body[-1] if len(body) else None
        if last is None or not last.tag.endswith("}container") or last.get("name") != name:
            last = make("container", body, name=name, eId=self._named("container"))
            self._section = None  # no section holds a container
        self._p(last, entry)

    # -- paragraphs and their points

    def _paragraph(self, place: etree._Element, node: Node, tag: str = "paragraph") -> None:
        kind = "para" if tag == "paragraph" else "point"
        above = place.get("eId") if self._guidelines and place.get("eId") else None
        element = make(tag, place, eId=self._named(kind, in_name(node.number), above))
        if tag == "paragraph" and not self._guidelines:
            element.set("class", node.style or "SingleTxt")
        _keep_wid(element, node.entry)
        _add_number(element, node.number)
        if not node.below:
            self._words(make("content", element), node)
            return
        listed = not node.below[0].continues
        if not listed:
            self._words(make("intro", element), node)
        self._below(element, node, listed=listed)

    def _below(self, element: etree._Element, node: Node, *, listed: bool) -> None:
        """The points of a paragraph in lists, and between and after these what goes on."""
        listing: etree._Element | None = None
        for each in node.below:
            if each.continues:
                listing = None
                alinea = make("alinea", element, eId=self._named("alinea", "", element.get("eId")))
                self._words(make("content", alinea), each)
                continue
            if listing is None:
                listing = self._list(element, "list")
                if listed and node.entry is not None:
                    self._words(make("intro", listing), node)
                listed = False
            self._point(listing, each)

    def _point(self, listing: etree._Element, node: Node) -> None:
        if node.is_heading and node.entry is not None:
            self._inliner.fill(make("crossHeading", listing), node.entry)
            return
        if self._guidelines or not node.below:
            self._paragraph(listing, node, "point")
            return
        # The UN's files have a point's own points after it, in a list beside it.
        if node.entry is not None:
            self._paragraph(listing, node._replace(below=[]), "point")
        else:
            point = make("point", listing, eId=self._named("point"))
            _add_number(point, node.number)
        sublist = self._list(listing, "sublist")
        for each in node.below:
            self._point(sublist, each)

    def _list(self, holder: etree._Element, tag: str) -> etree._Element:
        above = holder.get("eId") or ""
        name = self._names.counted(f"{above}__list") if self._guidelines else self._named("list")
        return make(tag, holder, eId=name)

    def _words(self, holder: etree._Element, node: Node) -> None:
        if node.entry is not None:
            self._p(holder, node.entry, node.span)

    def _p(
        self, holder: etree._Element, entry: Entry, span: Span | None = None, number: str = ""
    ) -> None:
        p = make("p", holder)
        if not self._guidelines:
            p.set(_XML_SPACE, "preserve")
        _print_number(p, number)
        self._inliner.fill(p, entry, span)

    # -- annexes

    def _annex(self, doc: etree._Element, annex: Sequence[Entry], above: str) -> None:
        """By the guidelines the label is a preface, in the UN's files the first paragraph."""
        rest = list(annex)
        if self._guidelines:
            label = rest.pop(0)
            doc_type = make("docType", make("p", make("preface", doc)))
            self._inliner.fill(doc_type, label)
        body = make("mainBody", doc)
        for entry in rest:
            self._annexed(body, entry, above)
        if not len(body):
            make("p", body)

    def _annexed(self, body: etree._Element, entry: Entry, above: str) -> None:
        holder, tag = _marked_up(entry) if entry.block.style else ("", "")
        if not self._guidelines and holder:
            self._headed_paragraph(body, entry, tag)
        elif self._guidelines and not entry.printed:
            self._p(body, entry)
        else:
            number = in_name(entry.printed)
            name = self._named("para", number, above if self._guidelines else None)
            element = make("paragraph", body, eId=name)
            _add_number(element, entry.printed)
            self._p(make("content", element), entry)

    # -- names

    def _named(self, kind: str, number: str = "", above: str | None = None) -> str:
        """By the guidelines the kind and the printed number, else a count through the whole."""
        if not self._guidelines:
            self._count += 1
            return self._names.name(f"{kind}_{self._count}")
        base = f"{above}__{kind}" if above else kind
        return self._names.name(f"{base}_{number}") if number else self._names.counted(base)


def _marked_up(entry: Entry) -> tuple[str, str]:
    """The element that a heading stands in, and its own, as the UN's files have it mostly."""
    holder, _, tag = (entry.block.style or "").partition("/")
    return (holder, tag) if tag in _HEADINGS else ("paragraph", "subheading")


def _has_text(section: etree._Element) -> bool:
    """Whether anything but headings stands in a section."""
    return any(
        etree.QName(each).localname not in {"num", "heading", "subheading"} for each in section
    )


def _keep_wid(element: etree._Element, entry: Entry | None) -> None:
    """The name that a paragraph has had since its first version, where the source says it."""
    if entry is not None and entry.block.wid and not entry.block.wid.isspace():
        element.set("wId", "".join(entry.block.wid.split()))


def _add_number(element: etree._Element, number: str) -> None:
    """The number as printed: a stop after digits and bare letters, which a path leaves out."""
    if number:
        make("num", element, f"{number}." if number[-1].isalnum() else number)


def _print_number(element: etree._Element, number: str) -> None:
    if number:
        make("inline", element, f"{number}.", name="num").tail = " "
