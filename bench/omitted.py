"""What the gold leaves out of the XML, found by its markup, and left out of ours as well."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from bench.corpora import stem_of, stems
from bench.scoring import compare, pair, parsed_in, score_all
from bench.shared import tool

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from bench.corpora import Corpus, Group, Record

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


class Less(NamedTuple):
    """A run without what the gold omits, and how many of our extra paragraphs that are."""

    figures: dict[str, float]
    extra: int
    sections: int
    points: int
    lists: int


def without_omitted(path: Path, corpus: Corpus, what: str) -> list[Less]:
    """Score what was parsed again, without what the gold leaves out or takes together."""
    parsed = [group.folder / f"{what}.jsonl" for group in corpus]
    less = [group.folder / f"{what}-less.jsonl" for group in corpus]
    counts = [_leave_out(tool(path), *each) for each in zip(corpus, parsed, less, strict=True)]
    figures = score_all(path, [group.gold for group in corpus], less)
    return [Less(each, *count) for each, count in zip(figures, counts, strict=True)]


def _leave_out(judge: ModuleType, group: Group, parsed: Path, target: Path) -> tuple[int, ...]:
    """Write what remains; count our extra paragraphs, and how many of them go with each kind."""
    sections, points, lists = _section_preambles(group), _points(group), _lists(group)
    counts = Counter[str]()
    with target.open("w", encoding="utf-8") as out:
        for record, ours in pair(judge, group.records(), parsed_in(parsed)).values():
            name = stem_of(record)
            extra = _extra(judge, record, ours)
            for kind, part, omitted in (
                ("sections", "preambular", sections.get(name)),
                ("points", "operative", points.get(name)),
                ("lists", "preambular", lists["preambular"].get(name)),
                ("lists", "operative", lists["operative"].get(name)),
            ):
                if omitted:
                    before = _extra(judge, record, ours)
                    ours["paragraphs"] = _less(ours["paragraphs"], part, omitted)
                    counts[kind] += before - _extra(judge, record, ours)
            counts["extra"] += extra
            if "source" in ours:
                out.write(json.dumps(ours) + "\n")
    return counts["extra"], counts["sections"], counts["points"], counts["lists"]


def _extra(judge: ModuleType, record: Record, ours: Record) -> int:
    return len(compare(judge, record, ours["paragraphs"]).extra)


def _less(paragraphs: list[Record], part: str, omitted: Counter[str]) -> list[Record]:
    """The paragraphs without them: the last of the part's that have these words.

    A section may say again what the preamble has said; the body comes after the preamble.
    """
    kept = []
    for each in reversed(paragraphs):
        words = "".join(each["text"].split())
        if each["part"] == part and omitted[words] > 0:
            omitted[words] -= 1
        else:
            kept.append(each)
    return kept[::-1]


def _section_preambles(group: Group) -> dict[str, Counter[str]]:
    """By file, the words of each cross-heading in a body that is marked as a preamble."""
    names = stems(group.records())
    found: dict[str, Counter[str]] = {}
    for file in sorted(group.xml.iterdir()):
        data = file.read_bytes()
        if b"crossHeading" not in data:
            continue
        for body in etree.fromstring(data).iter(_AKN + "mainBody"):
            parent = body.getparent()
            if parent is None or parent.tag != _AKN + "statement":
                continue  # an annex's
            for heading in body.iter(_AKN + "crossHeading"):
                if heading.get("refersTo") == "#preamble":
                    words = found.setdefault(names[file.name], Counter())
                    words[_words(heading)] += 1
    return found


def _points(group: Group) -> dict[str, Counter[str]]:
    """By file, the words of each point that has a number and that the gold calls a heading."""
    found: dict[str, Counter[str]] = {}
    for record in group.records():
        for each in record["paragraphs"]:
            if each["heading"] and each["number"] and not each.get("annex"):
                words = found.setdefault(stem_of(record), Counter())
                words["".join(each["text"].split())] += 1
    return found


def _lists(group: Group) -> dict[str, dict[str, Counter[str]]]:
    """By part and file, the words of lists in preambles, and of what goes on after points.

    The gold takes all of the one for a single paragraph, and leaves out the other.
    """
    names = stems(group.records())
    kinds = (
        ("preambular", "preamble", f"{_AKN}container//{_AKN}blockList//*"),
        *(("operative", "mainBody", f".//{_AKN}{tag}//{_AKN}p") for tag in ("wrapUp", "alinea")),
    )
    found: dict[str, dict[str, Counter[str]]] = {"preambular": {}, "operative": {}}
    for file in sorted(group.xml.iterdir()):
        root = etree.fromstring(file.read_bytes())
        for part, scope, path in kinds:
            for element in root.iterfind(f".//{_AKN}statement/{_AKN}{scope}/{path}"):
                if element.tag in {_AKN + "p", _AKN + "listIntroduction"}:
                    words = found[part].setdefault(names[file.name], Counter())
                    words[_words(element)] += 1
    return found


def _words(element: etree._Element) -> str:
    """The text without footnotes, white space left out."""
    kept = [element.text or ""]
    for child in element:
        if child.tag != _AKN + "authorialNote":
            kept.append(_words(child))
        kept.append(child.tail or "")
    return "".join("".join(kept).split())
