"""The bytes of an Akoma Ntoso file → its elements; entities and the network are refused."""

from __future__ import annotations

from typing import Any

from lxml import etree

from counterdraft.errors import DamagedSource, UnsafeSource, UnsupportedSource
from counterdraft.lexicon.akn import NAMESPACE
from counterdraft.read.akn_names import AKN


def statements_of(root: etree._Element, source: str) -> list[etree._Element]:
    """What holds a resolution each. Raises UnsupportedSource for other kinds of XML."""
    statements = list(root.iter(AKN + "statement")) or list(root.iter(AKN + "doc"))[:1]
    if etree.QName(root).namespace != NAMESPACE or not statements:
        raise UnsupportedSource(
            f"XML with the root element <{etree.QName(root).localname}> is not Akoma Ntoso 3.0",
            source=source,
            remedy="Save the text itself, or the UN's AKN4UN file",
        )
    return statements


def tree_of(data: bytes, source: str) -> etree._Element:
    """The root. Raises DamagedSource where it is not well-formed, UnsafeSource for entities."""
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
