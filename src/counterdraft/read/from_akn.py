"""Akoma Ntoso as the UN writes it (AKN4UN) and as its guidelines have it → Document.

In: the bytes of an XML file. Out: a Document whose blocks carry the role and the
number that the markup gives them, footnotes apart from the text, hyperlinks and
italics with their spans, and one ``Declared`` for each statement with what the
metadata says of it. Sources: AKN4UN guidelines; the UN's own files, sessions 74-80.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from counterdraft.errors import DamagedSource, UnsafeSource, UnsupportedSource
from counterdraft.model import Block, Declared, Document, Link, Note, Problem, Role, Span

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_AKN = f"{{{NAMESPACE}}}"

_P, _A, _SPAN, _I, _SUP = _AKN + "p", _AKN + "a", _AKN + "span", _AKN + "i", _AKN + "sup"
_NOTE, _EOL, _NUM, _TABLE = _AKN + "authorialNote", _AKN + "eol", _AKN + "num", _AKN + "table"
_CONTENT, _INTRO, _POINT = _AKN + "content", _AKN + "intro", _AKN + "point"
_LIST, _SUBLIST, _PARAGRAPH = _AKN + "list", _AKN + "sublist", _AKN + "paragraph"
_CONTAINER, _CROSS = _AKN + "container", _AKN + "crossHeading"
_HEADINGS = frozenset(_AKN + name for name in ("heading", "subheading", "crossHeading"))
_WRAPPERS = frozenset(
    _AKN + name for name in ("section", "part", "title", "chapter", "hcontainer", "article")
)
_LINKS = frozenset({_A, _AKN + "ref"})
_STYLED = frozenset({_SPAN, _I})
_DUMMY_DATE = "0001-01-01"
_SYMBOL_IN_URL = re.compile(r"undocs\.org/(?:/?[a-z]{2}/)?(.+)$")
# "75/254 A and B" in the file name is not needed: the parts say their letter themselves.
_PART_LETTER = re.compile(r"[A-Z](?:-[A-Z])?")


def from_akn(data: bytes, source: str) -> Document:
    """Read an AKN document.

    Raises DamagedSource where the XML is not well-formed, UnsafeSource where it
    declares entities, UnsupportedSource where it is another kind of XML.
    """
    root = _tree(data, source)
    statements = list(root.iter(_AKN + "statement"))
    if not statements:
        statements = list(root.iter(_AKN + "doc"))[:1]
    if etree.QName(root).namespace != NAMESPACE or not statements:
        raise UnsupportedSource(
            f"XML with the root element <{etree.QName(root).localname}> is not Akoma Ntoso 3.0",
            source=source,
            remedy="Save the text itself, or the UN's AKN4UN file",
        )
    builder = _Builder()
    whole = _metadata(root[0]) if len(root) else {}
    for statement in statements:
        builder.statement(statement, whole if len(statements) > 1 else {})
    return builder.document(source)


def _tree(data: bytes, source: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True,
        remove_comments=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unsound(error, data, source) from None
    subset: Any = root.getroottree().docinfo.internalDTD  # the stubs know no iterentities
    if subset is not None and any(True for _ in subset.iterentities()):
        raise _declares_entities(source, "DOCTYPE")
    return root


def _unsound(error: etree.XMLSyntaxError, data: bytes, source: str) -> DamagedSource | UnsafeSource:
    line, column = error.position
    reason = str(error.msg or error).split(", line ")[0]
    if "entit" in reason.lower() or b"<!ENTITY" in data[:4096]:
        return _declares_entities(source, f"line {line}")
    return DamagedSource(
        f"the XML is not well-formed: {reason}",
        source=source,
        place=f"line {line}, column {column}",
        remedy="Fetch or save the file again",
    )


def _declares_entities(source: str, place: str) -> UnsafeSource:
    return UnsafeSource(
        "the XML declares entities, which no UN file does",
        source=source,
        place=place,
        remedy="Remove the DOCTYPE",
    )


def _plain(element: etree._Element | None) -> str | None:
    """All text under an element but its notes, white space folded."""
    if element is None:
        return None
    text = "".join(_texts(element)) if len(element) else element.text or ""
    return " ".join(text.split()) or None


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != _NOTE:
            yield from _texts(child)
        yield child.tail or ""


def _metadata(scope: etree._Element) -> dict[str, str]:
    """What cover page, preface, workflow and identification say, by name."""
    found: dict[str, str] = {}

    def keep(name: str, value: str | None) -> None:
        if value and value != _DUMMY_DATE:
            found.setdefault(name, value)

    for date in scope.iterfind(f"{_AKN}meta/{_AKN}identification/{_AKN}FRBRWork/{_AKN}FRBRdate"):
        if date.get("name") == "adoption":
            keep("date", date.get("date"))
    for step in scope.iterfind(f"{_AKN}meta/{_AKN}workflow/{_AKN}step"):
        if step.get("outcome") == "draftResolution":
            keep("draft_symbol", step.get("as"))
            keep("sponsors", step.get("by"))
        elif step.get("outcome") == "draftResolutionAdditionalSponsors":
            keep("additional", step.get("by"))
    for cover in ("coverPage", "preface"):
        for element in scope.iterfind(f"{_AKN}{cover}//*"):
            _keep_header(element, keep)
    status = scope.get("name")
    keep("status", status)
    return found


def _keep_header(element: etree._Element, keep: Callable[[str, str | None], None]) -> None:
    """One element of a cover page or preface, under the name of what it says."""
    tag, refers = element.tag, element.get("refersTo", "")
    if tag == _AKN + "docNumber":
        keep("symbol" if refers == "#symbol" else "number", _plain(element))
    elif tag == _AKN + "docTitle":
        if refers == "#resolutionTitle":
            keep("title", _plain(element))
        elif refers == "sponsors":
            keep("sponsors", (_plain(element) or "").split(": draft")[0])
        elif refers != "#resolutionNumber":
            keep("adopted", _plain(element))
    elif tag == _AKN + "docAuthority" and refers == "#issuingBody":
        keep("organ", _plain(element))
    elif tag == _AKN + "docDate":
        keep("issued", element.get("date"))
    elif tag == _AKN + "session":
        keep("session", element.get("value") or _plain(element))
        keep("session_text", _plain(element))
    elif tag == _AKN + "docProponent":
        keep("proponent", _plain(element))
    elif tag == _AKN + "inline" and element.get("name") == "agenda item":
        keep("agenda_item", _plain(element))


class _Builder:
    """The state of one reading: text so far, blocks, notes, links."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.links: list[Link] = []
        self.declared: list[Declared] = []
        self.problems: list[Problem] = []
        self._start = 0
        self._blank = False
        self._italics: list[Span] = []

    def document(self, source: str) -> Document:
        return Document(
            source=source,
            media_type="application/akn+xml",
            text="".join(self.parts),
            blocks=tuple(self.blocks),
            notes=tuple(self.notes),
            links=tuple(self.links),
            declared=tuple(self.declared),
            problems=tuple(self.problems),
        )

    # -- statements

    def statement(self, statement: etree._Element, whole: dict[str, str]) -> None:
        first = len(self.blocks)
        own = _metadata(statement)
        facts = {**whole, **own}
        if whole.get("symbol") and _PART_LETTER.fullmatch(own.get("number", "").strip(". ")):
            series = re.sub(r"\s*[A-Z](?:\s*[-\u2013]\s*[A-Z])?$", "", whole["symbol"])
            facts["symbol"] = f"{series} {own['number'].strip('. ')}"
        for section in statement:
            if section.tag == _AKN + "preamble":
                self.preamble(section)
            elif section.tag == _AKN + "mainBody":
                self.body(section, ())
            elif section.tag == _AKN + "attachments":
                for attachment in section:
                    self.attachment(attachment)
        self.declared.append(_declare(first, len(self.blocks), facts))

    def preamble(self, preamble: etree._Element) -> None:
        for child in preamble:
            if child.tag == _AKN + "formula":
                self.block(list(child.iter(_P)), "formula")
            elif child.tag == _CONTAINER:
                own = child.findall(_P) or list(child.iter(_P))
                self.block(own, "preambular")
            elif child.tag in _HEADINGS:
                self.block([child], "heading")
            else:
                self.block(list(child.iter(_P)) or [child], "other")

    def body(self, body: etree._Element, path: tuple[str, ...]) -> None:
        for child in body:
            if child.tag == _PARAGRAPH:
                self.paragraph(child, path)
            elif child.tag in _HEADINGS:
                self.cross_heading(child)
            elif child.tag == _NUM:
                self.block([child], "heading")
            elif child.tag in _WRAPPERS:
                self.body(child, path)
            elif child.tag == _CONTAINER:
                self.loose(child)
            else:
                self.block([child], "other")

    def cross_heading(self, heading: etree._Element) -> None:
        """A heading; the UN's files also put a preamble in the body this way."""
        preamble = heading.get("refersTo") == "#preamble"
        text = (_plain(heading) or "").rstrip(",")
        is_formula = preamble and re.fullmatch(r"The [A-Z][\w ]+", text)
        self.block([heading], "formula" if is_formula else "preambular" if preamble else "heading")

    def loose(self, element: etree._Element) -> None:
        """Tables and lists that are nobody's paragraph."""
        for p in element.iter(_P):
            self.block([p], "other")

    def paragraph(self, element: etree._Element, prefix: tuple[str, ...]) -> None:
        """A numbered paragraph or a point of a list, then what is below it."""
        num = element.find(_NUM)
        number = (_plain(num) or "").rstrip(".") if num is not None else ""
        path = (*prefix, number) if number else prefix
        holders: list[etree._Element] = []
        lists: list[etree._Element] = []
        for child in element:
            if child.tag in _HEADINGS:
                self.block([child], "heading")
            elif child.tag == _CONTENT:
                holders += child.findall(_P)
            elif child.tag in (_LIST, _SUBLIST):
                lists.append(child)
                intro = child.find(_INTRO)
                if intro is not None:
                    holders += intro.findall(_P)
            elif child.tag == _POINT:
                lists.append(child)
        self.block(holders, "operative", path if number else (), len(prefix))
        for each in lists:
            if each.tag == _POINT:
                self.paragraph(each, path)
            else:
                self.points(each, path)

    def points(self, listing: etree._Element, path: tuple[str, ...]) -> None:
        last = path
        for child in listing:
            if child.tag == _POINT:
                num = child.find(_NUM)
                last = (*path, (_plain(num) or "").rstrip(".")) if num is not None else path
                self.paragraph(child, path)
            elif child.tag == _SUBLIST:
                self.points(child, last)
            elif child.tag == _AKN + "wrapUp":
                self.block(child.findall(_P), "other")

    def attachment(self, attachment: etree._Element) -> None:
        body = attachment.find(f".//{_AKN}mainBody")
        if body is None:
            return
        doc = attachment.find(f"{_AKN}doc")
        label = (doc if doc is not None else attachment).get("name") or "annex"
        opened = False
        for element in body.iter(_P, *_HEADINGS):
            if any(a.tag == _NOTE or a.tag in _HEADINGS for a in element.iterancestors()):
                continue
            before = len(self.blocks)
            self.block([element], "other" if opened else "annex")
            opened = opened or len(self.blocks) > before
        if not opened:
            self.problems.append(Problem("empty-annex", f"the {label} holds no text"))

    # -- blocks

    def block(
        self,
        holders: list[etree._Element],
        role: Role,
        number: tuple[str, ...] = (),
        level: int = 0,
    ) -> None:
        """One block out of the elements that hold its text; nothing where they are empty."""
        mark = (self.length, len(self.parts), len(self.notes), len(self.links))
        if self.length:
            self.parts.append("\n")
            self.length += 1
        self._start = self.length
        self._italics = []
        self._blank = False
        for holder in holders:
            self._blank = self.length > self._start
            self.inline(holder)
        if self.length == self._start:
            self.length = mark[0]
            del self.parts[mark[1] :], self.notes[mark[2] :], self.links[mark[3] :]
            return
        span, italics = Span(self._start, self.length), tuple(self._italics)
        self.blocks.append(
            Block(span, role, number, level, italics=italics, line=_line_of(holders[0]))
        )

    def add(self, piece: str) -> None:
        words = piece.split()
        if not words:
            self._blank = self._blank or self.length > self._start
            return
        text = " ".join(words)
        if "\u00ad" in text or "\u200e" in text or "\ufeff" in text:
            text = text.replace("\u00ad", "").replace("\u200e", "").replace("\ufeff", "")
        if (self._blank or piece[0].isspace()) and self.length > self._start:
            text = " " + text
        self.parts.append(text)
        self.length += len(text)
        self._blank = piece[-1].isspace()

    def inline(self, element: etree._Element) -> None:
        """The text under ``element``; notes, links and italics on the way."""
        if element.text:
            self.add(element.text)
        for child in element:
            tag = child.tag
            if tag == _NOTE:
                self.note(child)
            elif tag == _SUP:
                if not (child.text or "").strip().isdigit():
                    self.inline(child)
            elif tag in _LINKS:
                start = self._begin()
                self.inline(child)
                self.links.append(Link(self._since(start), child.get("href") or ""))
            elif tag in _STYLED:
                start = self._begin()
                self.inline(child)
                if tag == _I or "italic" in child.get("class", ""):
                    self._italics.append(self._since(start))
            elif tag == _EOL:
                self._blank = True
            else:
                self.inline(child)
            if child.tail:
                self.add(child.tail)

    def _begin(self) -> int:
        return self.length

    def _since(self, start: int) -> Span:
        """What was added since ``start``, without the blank that joins it on."""
        if start < self.length:
            first = self.parts[-1]
            if self.length - len(first) == start and first.startswith(" "):
                start += 1
        return Span(start, self.length)

    def note(self, element: etree._Element) -> None:
        text = " ".join("".join(map(str, element.itertext())).split())
        if text:
            marker = (element.get("marker") or str(len(self.notes) + 1)).strip()
            self.notes.append(Note(marker, self.length, text))
        # links inside of notes are for the parser of notes, which reads their words


def _line_of(element: etree._Element) -> int | None:
    line: Any = element.sourceline  # None for an element that was not read; the stubs differ
    return line if isinstance(line, int) else None


def _declare(first: int, last: int, facts: dict[str, str]) -> Declared:
    sponsors = "; ".join(s for s in (facts.get("sponsors"), facts.get("additional")) if s)
    return Declared(
        first=first,
        last=last,
        symbol=facts.get("symbol"),
        organ=facts.get("organ"),
        title=facts.get("title"),
        session=facts.get("session_text") or facts.get("session"),
        date=facts.get("date") or facts.get("issued"),
        committee=facts.get("proponent"),
        agenda_item=facts.get("agenda_item"),
        draft_symbol=facts.get("draft_symbol"),
        sponsors=sponsors or None,
        adoption=facts.get("adopted"),
    )
