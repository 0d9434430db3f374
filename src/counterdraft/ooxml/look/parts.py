"""The parts of a new Word file, and what the package has to say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from lxml import etree

from counterdraft.ooxml.elements import PARAGRAPH_ORDER, RUN_ORDER, Element, w
from counterdraft.ooxml.names import R, W
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.rewrite import serialised
from counterdraft.ooxml.runs import put

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PLAIN = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
)
_PROPERTIES = (
    ("core", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("app", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
)
_LONGEST = 255
_STYLE, _STYLE_ID = name_of("style"), name_of("styleId")
# The styles on which the others of a text are based.
_OF_THE_TEXT = frozenset({
    "Preamble", "ResolutionTitle", "ResolutionNumber", "Heading1", "AnnexLabel", "FootnoteText",
})  # fmt: skip


def template(name: str) -> Element:
    """A part that is the same in every file."""
    data = (files("counterdraft.ooxml") / "look" / "word" / f"{name}.xml").read_bytes()
    return etree.fromstring(data)


def styles(*, from_right: bool) -> Element:
    """The styles, those of the text itself for a script that runs from the right or the left."""
    whole = template("styles")
    for style in whole.iter(_STYLE) if from_right else ():
        if style.get(_STYLE_ID) in _OF_THE_TEXT:
            put(_properties(style, "pPr"), w("bidi"), PARAGRAPH_ORDER)
            put(_properties(style, "rPr"), w("rtl"), RUN_ORDER)
    return whole


def _properties(style: Element, name: str) -> Element:
    """The properties of a style; those of its runs stand behind those of its paragraphs."""
    found = style.find(name_of(name))
    if found is None:
        found = w(name)
        style.append(found)
    return found


def word_parts(parts: Mapping[str, Element], title: str) -> Iterator[tuple[str, bytes]]:
    """Everything in the file, by its name; ``parts`` are those of the text, by theirs."""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    yield "[Content_Types].xml", _types(kinds)
    yield "_rels/.rels", _relationships([
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
    ])  # fmt: skip
    yield "docProps/core.xml", _core(title)
    yield "docProps/app.xml", serialised(template("app"))
    for name, root in parts.items():
        etree.cleanup_namespaces(root, top_nsmap={"w": W, "r": R})
        yield f"word/{name}.xml", serialised(root)
    others = [(name, f"{R}/{kind}", f"{name}.xml") for name, kind in kinds.items()]
    yield "word/_rels/document.xml.rels", _relationships(others[1:])


def _types(kinds: Mapping[str, str]) -> bytes:
    root = etree.Element("Types", xmlns=f"{_PACKAGE}/content-types")
    for extension, kind in _PLAIN:
        etree.SubElement(root, "Default", Extension=extension, ContentType=kind)
    for name, kind in kinds.items():
        exact = _TYPE.format("document.main" if kind == "document" else kind)
        etree.SubElement(root, "Override", PartName=f"/word/{name}.xml", ContentType=exact)
    for name, kind in _PROPERTIES:
        etree.SubElement(root, "Override", PartName=f"/docProps/{name}.xml", ContentType=kind)
    return serialised(root)


def _relationships(found: list[tuple[str, str, str]]) -> bytes:
    root = etree.Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    for name, kind, target in found:
        etree.SubElement(root, "Relationship", Id=name, Type=kind, Target=target)
    return serialised(root)


def _core(title: str) -> bytes:
    core, dc = f"{_PACKAGE}/metadata/core-properties", "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc})
    each = etree.SubElement(root, f"{{{dc}}}title")
    each.text = "".join(c if c.isprintable() else " " for c in title[:_LONGEST])
    return serialised(root)
