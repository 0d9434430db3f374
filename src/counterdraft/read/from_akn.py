"""Akoma Ntoso as the UN writes it (AKN4UN) and as its guidelines have it → Document.

In: the bytes of an XML file. Out: a Document whose blocks carry the role and the
number that the markup gives them, footnotes apart from the text, hyperlinks and
italics with their spans, and one ``Declared`` for each statement with what the
metadata says of it. Sources: AKN4UN guidelines; the UN's own files, sessions 74-80.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from msgspec.structs import replace

from counterdraft.errors import DamagedSource, UnsafeSource, UnsupportedSource
from counterdraft.lexicon.akn import LANGUAGES, NAMESPACE
from counterdraft.model import Declared, Document
from counterdraft.read.akn_body import Body
from counterdraft.read.akn_header import declare, metadata
from counterdraft.read.akn_names import AKN
from counterdraft.read.akn_outcome import adoption_of, subjects_of


def from_akn(data: bytes, source: str) -> Document:
    """Read an AKN document.

    Raises DamagedSource where the XML is not well-formed, UnsafeSource where it
    declares entities, UnsupportedSource where it is another kind of XML.
    """
    root = _tree(data, source)
    body, declared = Body(), []
    statements = _statements(root, source)
    whole = metadata(root[0]) if len(statements) > 1 else {}
    for statement in statements:
        first = len(body.blocks)
        body.statement(statement)
        said = declare(first, len(body.blocks), metadata(statement), whole)
        declared.append(_with_outcome(said, statement, root[0]))
    return _document(source, body, declared, _language(root))


def _with_outcome(declared: Declared, statement: etree._Element, whole: etree._Element) -> Declared:
    """``declared`` with how it was adopted, and what it is about, by itself or by the whole."""
    adoption = adoption_of(statement)
    if adoption.mode == "unknown":
        adoption = adoption_of(whole)
    subjects = subjects_of(statement) or subjects_of(whole)
    return replace(declared, adoption=adoption, subjects=subjects)


def _statements(root: etree._Element, source: str) -> list[etree._Element]:
    statements = list(root.iter(AKN + "statement")) or list(root.iter(AKN + "doc"))[:1]
    if etree.QName(root).namespace != NAMESPACE or not statements:
        raise UnsupportedSource(
            f"XML with the root element <{etree.QName(root).localname}> is not Akoma Ntoso 3.0",
            source=source,
            remedy="Save the text itself, or the UN's AKN4UN file",
        )
    return statements


def _language(root: etree._Element) -> str:
    """The language of the text, as the web calls it; English where it is not said."""
    said = root.find(f".//{AKN}FRBRlanguage")
    code = said.get("language", "") if said is not None else ""
    return {akn: web for web, akn in LANGUAGES.items()}.get(code, "en")


def _document(source: str, body: Body, declared: list[Declared], language: str) -> Document:
    return Document(
        source=source,
        language=language,
        media_type="application/akn+xml",
        text=body.words.text(),
        blocks=tuple(body.blocks),
        notes=tuple(body.words.notes),
        links=tuple(body.words.links),
        declared=tuple(declared),
        problems=tuple(body.problems),
    )


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


__all__ = ["NAMESPACE", "from_akn"]
