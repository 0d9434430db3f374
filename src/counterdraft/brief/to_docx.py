"""A Report → a Word document (DOCX).

The styles are data, in ``templates/word``; ``word_body`` makes the paragraphs, and here they are
put into a package. The same report gives the same bytes: nothing in it tells when it was made,
unless a date is given.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.hdrftr import FooterPart, HeaderPart

from counterdraft.brief.on_paper import on_paper
from counterdraft.brief.paper import Paper
from counterdraft.brief.report import Report
from counterdraft.brief.word_body import Body
from counterdraft.lexicon.languages import is_from_right
from counterdraft.ooxml import elements as x
from counterdraft.ooxml.elements import Element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# The parts of python-docx's own template that a brief has a use for.
KEPT = {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.STYLES, RT.SETTINGS}
KEPT |= {RT.NUMBERING, RT.HEADER, RT.FOOTER}
STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip archive can tell
ACROSS = 90  # characters of a table, in whatever font the reader has for ours
LONGEST = 255  # characters of a property
# Word has a language of its own for scripts from the right, and for those of East Asia.
_SCRIPTS = {"ar": "bidi", "zh": "eastAsia"}
# In twentieths of a point: 25, 22, 23 and 22 mm about the text.
MARGINS = {
    "top": "1420", "right": "1248", "bottom": "1300", "left": "1248",
    "header": "740", "footer": "640", "gutter": "0",
}  # fmt: skip


def to_docx(report: Report, *, epoch: int | None = None) -> bytes:
    """The brief as a DOCX. ``epoch``, seconds since 1970, is the date that it bears, if any."""
    paper = on_paper(report, ACROSS)
    document = Document()
    _furnish(document, paper.language)
    _describe(document, paper, epoch)
    body = document.element.body
    body.clear_content()
    *firsts, last = _sections(document, paper)
    for elements, properties in firsts:
        elements[-1][0].append(properties)
        body[-1:-1] = elements
    body[-1:] = [*last[0], last[1]]
    return _packed(document)


def _furnish(document: WordDocument, language: str) -> None:
    """Our styles, lists and settings for those of the template, and no parts without a use."""
    package = document.part.package
    for owner in (package, document.part):
        for name, relation in list(owner.rels.items()):
            if relation.reltype not in KEPT:
                del owner.rels[name]
            elif relation.reltype == RT.EXTENDED_PROPERTIES:
                relation.target_part._blob = _template("app.xml")  # noqa: SLF001 - no API for it
    for relation in document.part.rels.values():
        name = {RT.STYLES: "styles", RT.SETTINGS: "settings", RT.NUMBERING: "numbering"}
        if relation.reltype in name:
            whole = parse_xml(_template(f"{name[relation.reltype]}.xml"))
            relation.target_part._element = whole  # noqa: SLF001 - there is no API for it
    if re.fullmatch(r"[a-z]{2,3}", language) and language != "en":
        _speak(document.styles["Draft Text"].element, language)


def _speak(style: Any, language: str) -> None:
    """Give the style of a text's words its language, and the direction in which it is written."""
    properties = style.get_or_add_rPr()
    if is_from_right(language):
        style.get_or_add_pPr().insert(0, x.w("bidi"))
        properties.append(x.w("rtl"))
    properties.append(x.w("lang", **{_SCRIPTS.get(language, "val"): language}))


def _template(name: str) -> bytes:
    return (files("counterdraft.brief") / "templates" / "word" / name).read_bytes()


def _describe(document: WordDocument, paper: Paper, epoch: int | None) -> None:
    """What the file says of itself: a title, the tool, and a date only where one is given."""
    properties = document.core_properties
    for each in list(properties._element):  # noqa: SLF001 - dates cannot be taken away otherwise
        properties._element.remove(each)  # noqa: SLF001
    properties.title = f"Brief: {paper.title}"[:LONGEST]
    properties.subject = f"Made from {paper.source}"[:LONGEST]
    properties.author = properties.last_modified_by = paper.generator[:LONGEST]
    properties.language = "en-GB"
    if epoch is not None:
        properties.created = properties.modified = datetime.fromtimestamp(epoch, UTC)


def _sections(document: WordDocument, paper: Paper) -> Iterator[tuple[list[Element], Element]]:
    """Each section's paragraphs, the last of which is no table, and its properties."""
    body = Body(lambda png: document.part.get_or_add_image(io.BytesIO(png))[0])
    footer = _footer(document, paper.source)
    words = [x.run("Brief", "Name"), x.tab(), x.run(paper.source, "Soft")]
    before = [x.paragraph("Masthead", words)]
    if len(paper.sheets) > 1:
        yield [*before, *body.list_of(paper)], _section(_header(document, ""), footer)
        before = []
    for sheet in paper.sheets:
        closing = x.paragraph("Closing", [x.run(paper.closing)])
        elements = [*before, *body.sheet(sheet), closing]
        yield elements, _section(_header(document, sheet.running), footer)
        before = []


def _header(document: WordDocument, running: str) -> str:
    """The id of a header with the running head."""
    part = HeaderPart.new(document.part.package)
    words = [x.run(running), x.tab(), x.run("Brief")]
    part.element[:] = [x.paragraph("Header", words)]
    return document.part.relate_to(part, RT.HEADER)


def _footer(document: WordDocument, source: str) -> str:
    """The id of a footer with the source and "n of m"."""
    part = FooterPart.new(document.part.package)
    number = [*x.field("PAGE"), x.run(" of "), *x.field("NUMPAGES")]
    part.element[:] = [x.paragraph("Footer", [x.run(source), x.tab(), *number])]
    return document.part.relate_to(part, RT.FOOTER)


def _section(header: str, footer: str) -> Element:
    """A4, from a new page; the first page has no header."""
    references = [_reference("headerReference", "default", header)]
    references += [_reference("footerReference", kind, footer) for kind in ("default", "first")]
    size = x.w("pgSz", w="11906", h="16838")
    margins = x.w("pgMar", **MARGINS)
    return x.w("sectPr", [*references, x.w("type", val="nextPage"), size, margins, x.w("titlePg")])


def _reference(tag: str, kind: str, name: str) -> Element:
    made = x.w(tag, type=kind)
    made.set(qn("r:id"), name)
    return made


def _packed(document: WordDocument) -> bytes:
    """The package, with one time for all its parts and nothing of the machine that made it."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            after.writestr(entry, before.read(name))
    return packed.getvalue()
