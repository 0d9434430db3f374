"""The bytes of a part → its elements, with nothing that XML can be made to do.

No DTD, no entity, no network; depth, size and the number of tags are bounded. Strict
Open XML comes out in the names of the transitional form.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from counterdraft.errors import DamagedSource, SourceTooLarge, UnsafeSource
from counterdraft.ooxml.names import STRICT, W_VAL

# A text of a million paragraphs has seven million.
MAX_TAGS = 8_000_000
# Where a DOCTYPE can stand in UTF-8 and in either UTF-16.
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E")
_FALSE = frozenset({"0", "false", "off"})


def parse_part(data: bytes, part: str, source: str) -> etree._Element:
    """The root element of a part.

    Raises DamagedSource where it is not well-formed, UnsafeSource where it declares a
    document type or nests deeper than any document, SourceTooLarge beyond ``MAX_TAGS``.
    """
    if _DOCTYPE.search(data):
        raise _declares_a_type(part, source)
    if data.count(b"<") > MAX_TAGS:
        raise SourceTooLarge(
            f"the part has more than {MAX_TAGS:,} tags", source=source, place=part,
            remedy="Divide the document",
        )  # fmt: skip
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unsound(error, part, source) from None
    info: Any = root.getroottree().docinfo  # the stubs know no doctype
    if info.doctype:
        raise _declares_a_type(part, source)
    if etree.QName(root).namespace in STRICT or STRICT.keys() & set(root.nsmap.values()):
        _as_transitional(root)
    return root


def _unsound(error: etree.XMLSyntaxError, part: str, source: str) -> DamagedSource | UnsafeSource:
    reason = str(error.msg or error).split(", line ")[0]
    line, column = error.position
    place = f"{part}, line {line}, column {column}"
    if "depth" in reason.lower() or "huge" in reason.lower():
        return UnsafeSource(
            "the XML is nested deeper, or is larger in one piece, than any document's",
            source=source, place=place, remedy="Save the document anew in Word",
        )  # fmt: skip
    return DamagedSource(
        f"the XML is not well-formed: {reason}", source=source, place=place,
        remedy="Save or fetch the file again",
    )  # fmt: skip


def _declares_a_type(part: str, source: str) -> UnsafeSource:
    return UnsafeSource(
        "the XML has a DOCTYPE, which no Word file has", source=source, place=part,
        remedy="Save the document anew in Word",
    )  # fmt: skip


def _as_transitional(root: etree._Element) -> None:
    """Give the elements and attributes of strict Open XML their transitional names."""
    _renamed(root, STRICT)


def as_strict(root: etree._Element) -> None:
    """Give elements and attributes the names of strict Open XML."""
    _renamed(root, {ours: theirs for theirs, ours in STRICT.items()})


def _renamed(root: etree._Element, names: dict[str, str]) -> None:
    for element in root.iter(etree.Element):
        element.tag = _renamed_one(str(element.tag), names)
        attributes: Any = element.attrib
        for name in [n for n in attributes if n.startswith("{")]:
            renamed = _renamed_one(name, names)
            if renamed != name:
                attributes[renamed] = attributes.pop(name)


def _renamed_one(name: str, names: dict[str, str]) -> str:
    namespace, _, local = name.rpartition("}")
    return f"{{{names[namespace[1:]]}}}{local}" if namespace[1:] in names else name


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is on or off is there, and on: ``<w:i/>``, ``<w:i w:val="1"/>``."""
    return element is not None and element.get(W_VAL, "1") not in _FALSE


def value(parent: etree._Element | None, name: str) -> str | None:
    """The ``w:val`` of a child."""
    child = parent.find(name) if parent is not None else None
    return child.get(W_VAL) if child is not None else None


def number(text: str | None, default: int = 0) -> int:
    """A whole number as the XML has it; ``default`` for none, or for what is no such number."""
    try:
        return max(-_MOST, min(_MOST, int(text))) if text and len(text) < _DIGITS else default
    except ValueError:
        return default


_MOST, _DIGITS = 1_000_000_000, 20
