"""A Word file that is changed in some of its parts; the others stay byte for byte.

In: a :class:`Package`. ``tree`` gives a part to change, ``add`` and ``drop`` a part that comes
or goes. Out: the bytes of the file. A part in the names of strict Open XML is written in them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from counterdraft.ooxml.names import STRICT
from counterdraft.ooxml.pack import packed
from counterdraft.ooxml.package import (
    Package,
    Relationship,
    relationships_in,
    relationships_of,
)
from counterdraft.ooxml.xml import as_strict, parse_part

TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STRICT_NAMES = tuple(name.encode() for name in STRICT)


class Rewriting:
    """The state of one change of a file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = package.main
        self._trees: dict[str, etree._Element] = {}
        self._strict: set[str] = set()
        self._spelled = {name.lower(): name for name in package.names}
        self._gone: set[str] = set()

    # -- parts

    def has(self, part: str) -> bool:
        """Whether there is such a part by now."""
        return part.lower() in self._spelled and part.lower() not in self._gone

    def tree(self, part: str) -> etree._Element:
        """The root of a part, which is written as it will have become."""
        key = part.lower()
        if key not in self._trees:
            data = self.package.part(part)
            if any(name in data for name in _STRICT_NAMES):
                self._strict.add(key)
            self._trees[key] = parse_part(data, part, self.package.source)
        return self._trees[key]

    def related(self, kind: str) -> list[str]:
        """The parts that the main one names as their ``kind`` and that are there."""
        found = [r for r in self.relationships(self.main) if r.kind == kind and not r.external]
        return [each.target for each in found if self.has(each.target)]

    def drop(self, part: str) -> None:
        """Take a part out, with what the package says of it and the parts it alone names."""
        key = part.lower()
        if key in self._gone:
            return
        self._gone |= {key, relationships_of(part).lower()}
        for override in list(self.tree(TYPES)):
            if override.get("PartName", "").lower() == f"/{key}":
                self.tree(TYPES).remove(override)

    def add(self, name: str, root: etree._Element) -> str:
        """A part of the main one's kind ``name`` ("footnotes"), in its folder; its name."""
        part = posixpath.join(posixpath.dirname(self.main), f"{name}.xml")
        number = 1
        while self.has(part):
            number += 1
            part = posixpath.join(posixpath.dirname(self.main), f"{name}{number}.xml")
        self._trees[part.lower()] = root
        self._spelled[part.lower()] = part
        types = self.tree(TYPES)
        override = etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", f"{_WORDPROCESSING}{name}+xml")
        self._relate(name, posixpath.relpath(part, posixpath.dirname(self.main) or "."))
        return part

    # -- relationships

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part names by now."""
        rels = relationships_of(part)
        return relationships_in(self.tree(rels), part) if self.has(rels) else ()

    def unrelate(self, part: str, name: str) -> None:
        """Take out the relationship ``name`` of a part."""
        root = self.tree(relationships_of(part))
        for each in [e for e in root if e.get("Id") == name]:
            root.remove(each)

    def _relate(self, kind: str, target: str) -> None:
        rels = relationships_of(self.main)
        if not self.has(rels):
            self._trees[rels.lower()] = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships")
            self._spelled[rels.lower()] = rels
        root = self.tree(rels)
        taken = {each.get("Id") for each in root}
        name = next(f"rIdC{i}" for i in range(1, len(taken) + 2) if f"rIdC{i}" not in taken)
        base = next((each.get("Type", "").rpartition("/")[0] for each in root), _OFFICE)
        made = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=name)
        made.set("Type", f"{base}/{kind}")
        made.set("Target", target)

    # -- the whole

    def written(self) -> bytes:
        """The file as it is now."""
        return packed(dict(self._parts()))

    def _parts(self) -> Iterator[tuple[str, bytes]]:
        for key, name in self._spelled.items():
            if key in self._gone:
                continue
            if key not in self._trees:
                yield name, self.package.part(name)
                continue
            root = self._trees[key]
            if key in self._strict:
                as_strict(root)
            yield name, serialised(root)


def serialised(root: etree._Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
