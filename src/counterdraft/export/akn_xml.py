"""Elements of Akoma Ntoso: made, filled with words, given names, set on lines, written.

Whatever the words hold, what is written is well-formed: lxml escapes, and characters that XML
has not are replaced before.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any
from urllib.parse import quote

from lxml import etree

from counterdraft.lexicon.akn import NAMESPACE
from counterdraft.text.characters import sound

OWN_NAMESPACE = "urn:counterdraft:akn"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = (
    f"{NAMESPACE} http://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/schemas/"
    "akomantoso30.xsd"
)
# Elements whose words are on the page: within them every blank counts.
_MIXED = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in ("p", "num", "heading", "subheading", "crossHeading", "listIntroduction")
)
_URIS = frozenset({"as", "by", "href", "refersTo"})
# What the schema's anyURI does not take; it takes blanks and letters of any script.
_NOT_IN_URIS = re.compile(r"[^\w .~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z]+")


def make(
    tag: str, parent: etree._Element, text: str | None = None, **attributes: str
) -> etree._Element:
    """An element of Akoma Ntoso, at the end of ``parent``; ``as_`` stands for ``as``."""
    named = {name.rstrip("_"): sound(value) for name, value in attributes.items()}
    named |= {name: as_uri(named[name]) for name in _URIS & named.keys()}
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", named)
    if text is not None:
        element.text = sound(text)
    return element


def as_uri(text: str) -> str:
    """``text`` with what may not stand in an address replaced as addresses replace it."""
    first, mark, rest = text.partition("#")
    if not _SCHEME.match(first):
        first = first.replace(":", "%3A")
    plain = f"{first}{mark}{rest.replace('#', '%23')}"
    return _NOT_IN_URIS.sub(lambda found: quote(found[0], safe=""), plain)


def root() -> etree._Element:
    """An ``akomaNtoso`` that names its schema."""
    spaces: Any = {None: NAMESPACE, "xsi": _XSI}  # the stubs know no default namespace
    element = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=spaces)
    element.set(f"{{{_XSI}}}schemaLocation", _SCHEMA)
    return element


def add_words(element: etree._Element, words: str) -> None:
    """``words`` at the end of what an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + sound(words)
    else:
        element.text = (element.text or "") + sound(words)


class Names:
    """Gives out names that are given once only."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def name(self, wanted: str) -> str:
        """``wanted``, or with a number behind it where that is taken."""
        name, times = wanted, self._given[wanted]
        while self._given[name]:
            times += 1
            name = f"{wanted}-{times}"
        self._given[wanted] = max(times, 1)
        self._given[name] = max(self._given[name], 1)
        return name

    def counted(self, kind: str) -> str:
        """ "list_1", then "list_2"."""
        self._given[f"#{kind}"] += 1
        return self.name(f"{kind}_{self._given[f'#{kind}']}")


def in_name(number: str) -> str:
    """What of a printed number stands in a name: "a" of "(a)", "5bis" of "5bis."."""
    return _NOT_IN_NAMES.sub("", number)


def written(tree: etree._Element) -> bytes:
    """The bytes of a file: the same tree gives the same."""
    _set_on_lines(tree, "\n")
    etree.cleanup_namespaces(tree, keep_ns_prefixes=["xsi"])
    text: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def _set_on_lines(element: etree._Element, line: str) -> None:
    """Each element on a line of its own, but for those among words."""
    if not len(element) or element.tag in _MIXED or (element.text or "").strip():
        return
    element.text = line + "  "
    for child in element:
        _set_on_lines(child, line + "  ")
        child.tail = line + "  "
    element[-1].tail = line
