"""Akoma Ntoso as the UN writes it (AKN4UN) and as its guidelines have it → Document.

In: the bytes of an XML file. Out: a Document whose blocks carry the role and the
number that the markup gives them, footnotes apart from the text, hyperlinks and
italics with their spans, and one ``Declared`` for each statement with what the
metadata says of it. Sources: AKN4UN guidelines; the UN's own files, sessions 74-80.
"""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from counterdraft.lexicon.akn import LANGUAGES, NAMESPACE
from counterdraft.model import Declared, Document
from counterdraft.read.akn_body import Body
from counterdraft.read.akn_header import declare, metadata
from counterdraft.read.akn_names import AKN
from counterdraft.read.akn_outcome import adoption_of, subjects_of
from counterdraft.read.akn_xml import statements_of, tree_of


def from_akn(data: bytes, source: str) -> Document:
    """Read an AKN document.

    Raises DamagedSource where the XML is not well-formed, UnsafeSource where it
    declares entities, UnsupportedSource where it is another kind of XML.
    """
    root = tree_of(data, source)
    body, declared = Body(), []
    statements = statements_of(root, source)
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


def _language(root: etree._Element) -> str:
    """The language of the text, as the web calls it; English where it is not said."""
    said = next(root.iter(f"{AKN}FRBRlanguage"), None)
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


__all__ = ["NAMESPACE", "from_akn"]
