"""Word files written piece by piece: what python-docx has no words for is lxml.

Lists with numbering of their own, footnotes, tracked changes and comments. The bytes are
the same at every run.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from counterdraft.ooxml.names import XML_SPACE, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_STAMP = (2026, 10, 29, 12, 0, 0)
_DATE = "2026-10-29T12:00:00Z"


class Run(NamedTuple):
    """A run: words; a footnote's content in ``note``, with its own ``mark`` or the next number.

    ``change`` is "ins" or "del" and the author; ``remark`` a comment on the words, and its author.
    """

    text: str = ""
    italic: bool = False
    bold: bool = False
    note: str | None = None
    mark: str = ""
    change: tuple[str, str] | None = None
    remark: tuple[str, str] | None = None


class Level(NamedTuple):
    """A level of a list: the format of its numbers and the text around them."""

    form: str
    text: str


def element(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """``<w:name>`` with attributes of the same namespace."""
    made = etree.Element(w(name), {w(key): value for key, value in attributes.items()})
    made.extend(children)
    return made


class WordFile:
    """A Word file that grows from top to bottom."""

    def __init__(self) -> None:
        self._document = docx.Document()
        self._at = self._document.element.body
        self._section = self._at[-1]
        self._notes = element("footnotes", _separator("-1", "separator"))
        self._remarks = element("comments")
        self._ids = 0
        self._nums = 100
        self.numbering = self._document.part.numbering_part.element

    # -- what a file has beside its text

    def style(self, name: str, *properties: etree._Element) -> str:
        """A new paragraph style; its id."""
        style = self._document.styles.add_style(name, 1)
        if properties:
            style.element.append(element("pPr", *properties))
        return str(style.style_id)

    def abstract(self, levels: Sequence[Level]) -> int:
        """A definition of a list; its id."""
        self._nums += 1
        made = element("abstractNum", abstractNumId=str(self._nums))
        made.append(element("multiLevelType", val="multilevel"))
        for i, level in enumerate(levels):
            made.append(
                element(
                    "lvl", element("start", val="1"), element("numFmt", val=level.form),
                    element("lvlText", val=level.text), ilvl=str(i),
                )
            )  # fmt: skip
        self.numbering.insert(0, made)
        return self._nums

    def num(self, abstract: int, starts: dict[int, int] | None = None) -> int:
        """A list after a definition, which starts anew where ``starts`` says so; its id."""
        self._nums += 1
        made = element("num", element("abstractNumId", val=str(abstract)), numId=str(self._nums))
        for level, start in (starts or {}).items():
            again = element("startOverride", val=str(start))
            made.append(element("lvlOverride", again, ilvl=str(level)))
        self.numbering.append(made)
        return self._nums

    # -- the text

    def paragraph(
        self,
        runs: Iterable[Run],
        style: str | None = None,
        place: tuple[int, int] | None = None,
        left: int = 0,
        change: tuple[str, str] | None = None,
    ) -> None:
        """A paragraph, in ``place`` of a list (its number, the level), indented by twips.

        ``change`` is on its mark.
        """
        self._section.addprevious(self._paragraph(runs, style, place, left, change))

    def table(self, rows: Sequence[Sequence[Sequence[Sequence[Run]]]]) -> None:
        """A table: rows of cells of paragraphs of runs."""
        made = element("tbl", element("tblPr"), element("tblGrid"))
        for row in rows:
            cells = [
                element("tc", *(self._paragraph(runs, None, None, 0, None) for runs in cell))
                for cell in row
            ]
            made.append(element("tr", *cells))
        self._section.addprevious(made)

    def _paragraph(
        self,
        runs: Iterable[Run],
        style: str | None,
        place: tuple[int, int] | None,
        left: int,
        change: tuple[str, str] | None,
    ) -> etree._Element:
        properties = element("pPr")
        if style:
            properties.append(element("pStyle", val=style))
        if place is not None:
            level, num = element("ilvl", val=str(place[1])), element("numId", val=str(place[0]))
            properties.append(element("numPr", level, num))
        if left:
            properties.append(element("ind", left=str(left)))
        if change is not None:
            properties.append(element("rPr", self._change(change)))
        made = element("p", properties)
        for run in runs:
            made.extend(self._run(run))
        return made

    def _run(self, run: Run) -> list[etree._Element]:
        properties = element("rPr")
        if run.italic:
            properties.append(element("i"))
        if run.bold:
            properties.append(element("b"))
        made = element("r", properties)
        if run.note is not None:
            properties.append(element("vertAlign", val="superscript"))
            made.append(self._note(run.note, run.mark))
        if run.note is None or run.mark:
            text = element("delText" if run.change and run.change[0] == "del" else "t")
            text.text = run.mark or run.text
            text.set(XML_SPACE, "preserve")
            made.append(text)
        if run.change is not None:
            changed = self._change(run.change)
            changed.append(made)
            made = changed
        return self._with_remark(made, run.remark) if run.remark else [made]

    def _note(self, words: str, mark: str) -> etree._Element:
        name = str(len(self._notes))
        text = element("t")
        text.text = f"{mark} {words}" if mark else f" {words}"
        text.set(XML_SPACE, "preserve")
        lead = [] if mark else [element("r", element("footnoteRef"))]
        self._notes.append(
            element("footnote", element("p", *lead, element("r", text)), id=name)
        )  # fmt: skip
        follows = {"customMarkFollows": "1"} if mark else {}
        return element("footnoteReference", id=name, **follows)

    def _change(self, change: tuple[str, str]) -> etree._Element:
        self._ids += 1
        return element(change[0], id=str(self._ids), author=change[1], date=_DATE)

    def _with_remark(self, made: etree._Element, remark: tuple[str, str]) -> list[etree._Element]:
        name, (words, author) = str(len(self._remarks)), remark
        text = element("t")
        text.text = words
        comment = element("comment", element("p", element("r", text)), id=name, author=author)
        comment.set(w("date"), _DATE)
        self._remarks.append(comment)
        return [
            element("commentRangeStart", id=name),
            made,
            element("commentRangeEnd", id=name),
            element("r", element("commentReference", id=name)),
        ]

    # -- the whole

    def bytes(self) -> bytes:
        """The file."""
        if len(self._notes) > 1:
            self._relate("footnotes", RELATIONSHIP_TYPE.FOOTNOTES, self._notes)
        if len(self._remarks):
            self._relate("comments", RELATIONSHIP_TYPE.COMMENTS, self._remarks)
        out = io.BytesIO()
        self._document.save(out)
        return _stamped(out)

    def _relate(self, name: str, kind: str, root: etree._Element) -> None:
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        package = self._document.part.package
        part = Part(PackURI(f"/word/{name}.xml"), _TYPE.format(name), blob, package)
        self._document.part.relate_to(part, kind)


def _separator(name: str, kind: str) -> etree._Element:
    return element("footnote", element("p", element("r", element(kind))), id=name, type=kind)


def _stamped(packed: io.BytesIO) -> bytes:
    """The same zip with one date on every member, so that the bytes do not change by the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member))
    return out.getvalue()
