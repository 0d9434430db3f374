"""The zip that a Word file is, opened safely: parts by their relationships, within limits.

In: the bytes of a file. Out: a :class:`Package`. Nothing is unpacked that is not asked
for, nothing is written, and what a relationship names outside of the package is a string
and no more.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from counterdraft.errors import (
    DamagedSource,
    ReadError,
    SourceTooLarge,
    UnsafeSource,
    UnsupportedSource,
)
from counterdraft.ooxml.names import W, w
from counterdraft.ooxml.xml import parse_part

MAX_BYTES = 200_000_000
MAX_MEMBERS = 10_000
# One part's XML: the longest of the UN's reports has a tenth of it.
MAX_PART = 64_000_000
MAX_TOTAL = 160_000_000
# XML of Word's compresses to a thirtieth, a table of numbers to a hundredth.
MAX_RATIO = 250
_SMALL = 1_000_000
_TARGET_LENGTH = 4000
_LISTED = b"PK\x01\x02"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_AGAIN = "Save or fetch the file again"
_OTHERS = {
    "spreadsheetml": "an Excel workbook", "ms-excel": "an Excel workbook",
    "presentationml": "a PowerPoint presentation", "ms-powerpoint": "a PowerPoint presentation",
}  # fmt: skip


class Relationship(NamedTuple):
    """What a part names: ``kind`` is the last word of its type ("footnotes", "hyperlink")."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """A Word file's parts; ``main`` is the name of the one that holds the text."""

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        self._archive = _open(data, source)
        self._members = _members(self._archive, source)
        self._left = MAX_TOTAL
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        self._types = self._content_types()
        self.main = self._find_main()

    def has(self, part: str) -> bool:
        """Whether there is such a part; capitals do not count."""
        return part.lower() in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, as the file spells and orders them."""
        return tuple(member.filename for member in self._members.values())

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises DamagedSource, UnsafeSource or SourceTooLarge.
        """
        member = self._members.get(name.lower())
        if member is None:
            raise DamagedSource(
                f"the part {name} is missing", source=self.source, remedy=_AGAIN
            )  # fmt: skip
        self._bound(member)
        try:
            with self._archive.open(member) as stream:
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError,
                NotImplementedError) as error:  # fmt: skip
            raise DamagedSource(
                f"the part cannot be unpacked: {error}", source=self.source, place=name,
                remedy=_AGAIN,
            ) from None  # fmt: skip
        self._left -= len(data)
        return data

    def tree(self, name: str) -> etree._Element:
        """The root element of a part, parsed anew at each call."""
        return parse_part(self.part(name), name, self.source)

    def related(self, part: str, kind: str) -> str | None:
        """The first part that ``part`` names as its ``kind`` ("styles") and that is there."""
        return next(
            (
                each.target
                for each in self.relationships(part)
                if each.kind == kind and not each.external and self.has(each.target)
            ),
            None,
        )

    def related_tree(self, kind: str) -> etree._Element | None:
        """The root of the part that the main one names as its ``kind``; None for no such part."""
        name = self.related(self.main, kind)
        return self.tree(name) if name is not None else None

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """What a part names; the package itself where ``part`` is empty."""
        if part not in self._relationships:
            rels = relationships_of(part)
            root = self.tree(rels) if self.has(rels) else None
            self._relationships[part] = () if root is None else relationships_in(root, part)
        return self._relationships[part]

    def content_type(self, part: str) -> str:
        """What the package says that a part is; empty where it does not say."""
        name = part.lower()
        return self._types.get(f"/{name}") or self._types.get(name.rpartition(".")[2], "")

    def _bound(self, member: zipfile.ZipInfo) -> None:
        if member.file_size > min(MAX_PART, self._left):
            raise SourceTooLarge(
                f"the part unpacks to {member.file_size:,} bytes, more than is read",
                source=self.source, place=member.filename, remedy="Divide the document",
            )  # fmt: skip
        if member.file_size > max(_SMALL, MAX_RATIO * member.compress_size):
            raise UnsafeSource(
                f"the part unpacks to over {MAX_RATIO} times its size, as a zip bomb does",
                source=self.source, place=member.filename, remedy="Save the document anew in Word",
            )  # fmt: skip

    def _content_types(self) -> dict[str, str]:
        if not self.has("[Content_Types].xml"):
            raise UnsupportedSource(
                "it is a zip archive, but no Word file: it has no [Content_Types].xml",
                source=self.source, remedy="Name a Word file, or a .zip of texts",
            )  # fmt: skip
        types: dict[str, str] = {}
        for each in self.tree("[Content_Types].xml"):
            name = each.get("PartName") or each.get("Extension") or ""
            types[name.lower()] = each.get("ContentType", "").lower()
        return types

    def _find_main(self) -> str:
        main = self.related("", "officeDocument")
        kind = self.content_type(main) if main else ""
        for word, what in _OTHERS.items():
            if word in kind:
                raise UnsupportedSource(
                    f"it is {what}, and no Word file", source=self.source,
                    remedy="Save its text as a Word file or as .txt",
                )  # fmt: skip
        if main is None:
            raise DamagedSource(
                "the Word file names no document part, or one that is missing",
                source=self.source, place="_rels/.rels", remedy=_AGAIN,
            )  # fmt: skip
        return main

    def document(self) -> etree._Element:
        """The root of the main part; raises DamagedSource where it is no ``<w:document>``."""
        root = self.tree(self.main)
        if root.tag != w("document"):
            name = etree.QName(root)
            what = name.localname if name.namespace == W else root.tag
            raise DamagedSource(
                f"the document part begins with <{what}>, not with <w:document>",
                source=self.source, place=self.main, remedy=_AGAIN,
            )  # fmt: skip
        return root


def _open(data: bytes, source: str) -> zipfile.ZipFile:
    if len(data) > MAX_BYTES:
        raise SourceTooLarge(
            f"larger than the {MAX_BYTES // 1_000_000} MB that are read at once",
            source=source, remedy="Leave out its pictures, or divide it",
        )  # fmt: skip
    # Counted before the list is read, which takes memory for each.
    listed = data.count(_LISTED)
    if listed > MAX_MEMBERS:
        raise SourceTooLarge(
            f"the Word file has {listed:,} parts, more than {MAX_MEMBERS:,}",
            source=source, remedy="Save the document anew in Word",
        )  # fmt: skip
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DamagedSource(
            f"the Word file cannot be opened: {error}", source=source, remedy=_AGAIN
        ) from None


def _members(archive: zipfile.ZipFile, source: str) -> dict[str, zipfile.ZipInfo]:
    """The parts by their names in small letters, each looked at before any is unpacked."""
    members: dict[str, zipfile.ZipInfo] = {}
    for member in archive.infolist():
        if member.is_dir():
            continue
        fault = _fault(member, members)
        if fault is not None:
            kind, reason = fault
            raise kind(reason, source=source, remedy="Save the document anew in Word")
        members[member.filename.lower()] = member
    return members


def _fault(
    member: zipfile.ZipInfo, before: dict[str, zipfile.ZipInfo]
) -> tuple[type[ReadError], str] | None:
    """What is wrong with one entry of the zip's list."""
    name = member.filename
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        return UnsafeSource, f"a part's name leads outside of the file: {name}"
    if name.lower() in before:
        return UnsafeSource, f"the Word file holds the part {name} twice"
    if member.flag_bits & _ENCRYPTED:
        return UnsupportedSource, f"the part {name} is protected by a password"
    if member.compress_type not in _METHODS:
        return DamagedSource, f"the part {name} is packed in a way that no Word file is"
    return None


def relationships_of(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relationships_in(root: etree._Element, part: str) -> tuple[Relationship, ...]:
    """What the part of relationships with this root says that ``part`` names."""
    folder = posixpath.dirname(part)
    return tuple(_relationship(each, folder) for each in root)


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target = element.get("Target", "")[:_TARGET_LENGTH]
    external = element.get("TargetMode", "").lower() == "external"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:]
    kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
    return Relationship(element.get("Id", ""), kind, target, external)
