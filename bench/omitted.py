"""What the gold leaves out of the XML, found by its markup, and left out of ours as well."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from bench.corpora import stems
from bench.scoring import Tally, compare, pair, parsed_in, score
from bench.shared import tool

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpora import Group, Record

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


class Less(NamedTuple):
    """A run without what the gold omits, and how many of our extra paragraphs that are."""

    figures: dict[str, float]
    extra: int
    sections: int
    points: int


def without_omitted(judge: Path, group: Group, parsed: Path) -> Less:
    """Score what was parsed again, without the preambles of sections and the points."""
    without_sections = group.folder / "xml-without-sections.jsonl"
    without_both = group.folder / "xml-without-both.jsonl"
    _leave_out(parsed, "preambular", _section_preambles(group), without_sections)
    _leave_out(without_sections, "operative", _points(group), without_both)
    extra, less, least = (
        tally.found - tally.agree
        for tally in (_tally(judge, group, p) for p in (parsed, without_sections, without_both))
    )
    return Less(score(judge, group.gold, without_both), extra, extra - less, less - least)


def _tally(path: Path, group: Group, parsed: Path) -> Tally:
    judge, total = tool(path), Tally()
    for record, ours in pair(judge, group.records(), parsed_in(parsed)).values():
        total = total.plus(compare(judge, record, ours["paragraphs"]).tally)
    return total


def _section_preambles(group: Group) -> dict[str, Counter[str]]:
    """By file, the words of each cross-heading in a body that is marked as a preamble."""
    names = stems(group.records())
    found: dict[str, Counter[str]] = {}
    for file in sorted(group.xml.iterdir()):
        for body in etree.parse(str(file)).iter(_AKN + "mainBody"):
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
                words = found.setdefault(stems([record])[record["file"]], Counter())
                words["".join(each["text"].split())] += 1
    return found


def _words(element: etree._Element) -> str:
    """The text without footnotes, white space left out."""
    kept = [element.text or ""]
    for child in element:
        if child.tag != _AKN + "authorialNote":
            kept.append(_words(child))
        kept.append(child.tail or "")
    return "".join("".join(kept).split())


def _leave_out(parsed: Path, part: str, omitted: dict[str, Counter[str]], target: Path) -> None:
    with target.open("w", encoding="utf-8") as out:
        for each in parsed_in(parsed):
            words = omitted.get(each["source"].removesuffix(".xml"))
            less = _less(each, part, words) if words else each
            out.write(json.dumps(less) + "\n")


def _less(resolution: Record, part: str, omitted: Counter[str]) -> Record:
    """The resolution without them: the last of the part's paragraphs that have these words.

    A section may say again what the preamble has said; the body comes after the preamble.
    """
    kept = []
    for each in reversed(resolution["paragraphs"]):
        words = "".join(each["text"].split())
        if each["part"] == part and omitted[words] > 0:
            omitted[words] -= 1
        else:
            kept.append(each)
    return {**resolution, "paragraphs": kept[::-1]}
