"""What in a Word file would be run, opened or fetched, taken out of it.

Macros and what belongs to them, remote templates, embedded objects and controls, and every part
that stands outside of the file. Links that a person has to click stay; so do the pictures of
embedded objects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from counterdraft.ooxml.names import R
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.package import relationships_of
from counterdraft.ooxml.rewrite import TYPES, Rewriting

_MACROS = ("macros", "macros")
_WHOLE = ("a document inserted as a whole", "{} documents inserted as a whole")
_CONTROL = ("an ActiveX control", "{} ActiveX controls")
_SOURCE = ("a data source", "{} data sources")
_OUTSIDE = ("a part outside of the file", "{} parts outside of the file")
_KINDS = {
    "vbaProject": _MACROS, "wordVbaData": _MACROS, "keyMapCustomizations": _MACROS,
    "attachedToolbars": _MACROS, "extensibility": _MACROS,
    "oleObject": ("an embedded object", "{} embedded objects"),
    "package": ("an embedded file", "{} embedded files"),
    "control": _CONTROL, "activeXControlBinary": _CONTROL,
    "aFChunk": _WHOLE, "subDocument": _WHOLE,
    "attachedTemplate": ("a template", "{} templates"),
    "mailMergeSource": _SOURCE, "mailMergeHeaderSource": _SOURCE, "recipientData": _SOURCE,
}  # fmt: skip
# What may lead outside: nobody goes there who does not click.
_LINKS = frozenset({"hyperlink"})
_WITH_MACROS = frozenset(
    {"application/vnd.ms-word.document.macroEnabled.main+xml",
     "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"}
)  # fmt: skip
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
# Elements that are nothing without the part that they name.
_NAMING = frozenset(
    {_OLE, name_of("control"), name_of("altChunk"), name_of("subDoc"), name_of("attachedTemplate"),
     name_of("mailMerge")}
)  # fmt: skip
_IDS = tuple(f"{{{R}}}{name}" for name in ("id", "link", "embed", "pict"))


def without_active_content(rewriting: Rewriting) -> tuple[str, ...]:
    """Take it out; what was taken out, each kind with its number ("2 embedded objects")."""
    found: Counter[tuple[str, str]] = Counter()
    for part in list(rewriting.package.names):
        if rewriting.has(part) and not part.endswith(".rels"):
            found.update(_clear(rewriting, part))
    found.update(_clear(rewriting, ""))
    for override in rewriting.tree(TYPES):
        if override.get("ContentType", "") in _WITH_MACROS:
            override.set("ContentType", _PLAIN)
    return tuple(
        one if number == 1 else several.format(number)
        for (one, several), number in sorted(found.items())
    )


def _clear(rewriting: Rewriting, part: str) -> Iterator[tuple[str, str]]:
    """Take out what one part names, and what is of it in its XML."""
    names: set[str] = set()
    if not rewriting.has(relationships_of(part)):
        return
    for each in rewriting.relationships(part):
        what = _KINDS.get(each.kind)
        if what is None and each.external and each.kind not in _LINKS:
            what = _OUTSIDE
        if what is None:
            continue
        names.add(each.id)
        rewriting.unrelate(part, each.id)
        if not each.external and rewriting.has(each.target):
            rewriting.drop(each.target)
        yield what
    if names and rewriting.has(part):
        _unname(rewriting.tree(part), names)


def _unname(root: etree._Element, names: set[str]) -> None:
    """Take out of a part's XML what named the parts that are gone."""
    for each in list(root.iter(etree.Element)):
        used = [name for name in _IDS if each.get(name) in names]
        if not used:
            continue
        parent = each.getparent()
        if parent is not None and each.tag in _NAMING:
            parent.remove(each)
        for name in used:
            del each.attrib[name]
    for each in list(root.iter(name_of("mailMerge"))):
        if (parent := each.getparent()) is not None:
            parent.remove(each)
