"""The United Nations' resolutions as plain text and as XML, against the gold."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from bench.cited import Judgement, faults, judge_by_text
from bench.corpora import GROUPS, stems
from bench.page import QUALITY, Table, line
from bench.scoring import Tally, compare, pair, parse_to, score
from bench.shared import SCORE_PARSE, tool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.corpora import Corpora, Corpus, Group, Record

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_FIGURES = {
    "precision": "paragraphs, precision",
    "recall": "paragraphs, recall",
    "f1": "paragraphs, F1",
    "whole_resolutions": "resolutions without any fault",
    "number": "number",
    "phrase": "initiating phrase",
    "cited_symbols_precision": "cited symbols, precision",
    "cited_symbols_recall": "cited symbols, recall",
}
GA_TEXT = {
    "f1": 0.99, "number": 0.99, "phrase": 0.98,
    "cited_symbols_precision": 0.99, "cited_symbols_recall": 0.99,
}  # fmt: skip
XML = {"f1": 0.999, "number": 0.99, "phrase": 0.99}
SC_TEXT = {
    "f1": 0.99, "phrase": 0.93, "cited_symbols_precision": 0.99, "cited_symbols_recall": 0.99,
}  # fmt: skip


class Runs(NamedTuple):
    """What the measurements here need."""

    corpora: Corpora
    processes: int
    worst: int

    @property
    def tool(self) -> Path:
        return self.corpora.shared.path(SCORE_PARSE)


def ga_text(runs: Runs) -> Table:
    figures = _measure(runs, runs.corpora.general_assembly(), "texts")
    return _table("General Assembly, as plain text", figures, GA_TEXT, "even sessions")


def sc_text(runs: Runs) -> Table:
    corpus = runs.corpora.security_council()
    figures = _measure(runs, corpus, "texts")
    table = _table("Security Council, as plain text", figures, SC_TEXT, "even years")
    known = {r["symbol"] for group in corpus for r in group.records()}
    even, odd = (_by_the_text(runs, group, known) for group in corpus)
    text = (
        f"{table.text}\n\nThe gold's links are not all there is, nor all right. Of the symbols "
        f"counted as too much, {even.printed} are printed in full in a form that the scoring "
        f"does not know ({odd.printed} in the development data), such as S/AC.51/2008/7, and "
        f"{even.yearless} are printed without the year and have it from us as the resolution of "
        f"that number in the archive has it ({odd.yearless}); {even.wrong} remain ({odd.wrong}). "
        f"Of those counted as not found, {even.mistaken} are links to a year in which, by the "
        f"archive, that number was not adopted ({odd.mistaken}); {even.missed} remain "
        f"({odd.missed}). The last rows take the first for right and leave the second out."
    )
    rows = [
        *table.rows,
        line("by the text: cited symbols, precision", even.precision, odd.precision, 0.99),
        line("by the text: cited symbols, recall", even.recall, odd.recall, 0.99),
    ]
    return table._replace(rows=rows, text=text)


def _by_the_text(runs: Runs, group: Group, known: set[str]) -> Judgement:
    judge = tool(runs.tool)
    pairs = pair(judge, group.records(), _slim(group.folder / "texts.jsonl"))
    return judge_by_text(judge, pairs.values(), known)


def ga_xml(runs: Runs) -> Table:
    corpus = runs.corpora.general_assembly()
    figures = _measure(runs, corpus, "xml")
    table = _table("General Assembly, XML read directly", figures, XML, "even sessions")
    return _with_less(runs, corpus, table)


def sc_xml(runs: Runs) -> Table:
    corpus = runs.corpora.security_council()
    figures = _measure(runs, corpus, "xml")
    table = _table("Security Council, XML read directly", figures, XML, "even years")
    return _with_less(runs, corpus, table)


def _with_less(runs: Runs, corpus: Corpus, table: Table) -> Table:
    """The table with rows for what is left when the gold's omissions are left out of ours too."""
    less = [_without_omitted(runs, group) for group in corpus]
    measured, development = (each.figures for each in less)
    rows = [
        *table.rows,
        *(
            line(f"without both: {_FIGURES[name]}", measured[name], development[name], goal)
            for name, goal in (*XML.items(), ("cited_symbols_precision", None))
        ),
    ]
    counts = [
        f"of our {each.extra:,} paragraphs without a partner in the gold, {each.sections:,} are of "
        f"the one kind and {each.points:,} of the other"
        for each in less
    ]
    text = (
        f"{table.text}\n\nThe gold leaves out preambles that sections of a resolution have in its "
        'body (`crossHeading refersTo="#preamble"`), which the guidelines of AKN4UN mean to be '
        "read as we read them, and points with a dash or a bullet for their number (`num`) that "
        f"end without a full stop or the like, which it takes for headings: {counts[0]} "
        f"(development data: {counts[1]}). The last rows are without both, found by the markup of "
        "their source."
    )
    return table._replace(rows=rows, text=text)


def _measure(runs: Runs, corpus: Corpus, what: str) -> list[dict[str, float]]:
    figures = []
    for name, group in zip(GROUPS, corpus, strict=True):
        parsed = group.folder / f"{what}.jsonl"
        _parse(runs, group, what, parsed)
        figures.append(score(runs.tool, group.gold, parsed))
        if runs.worst and name == "odd":
            _show_worst(runs, group, parsed)
    return figures


def _parse(runs: Runs, group: Group, what: str, parsed: Path) -> None:
    folder = group.xml if what == "xml" else group.texts
    names = stems(group.records()) if what == "xml" else None
    parse_to(folder, parsed, processes=runs.processes, stems=names)


def _table(
    title: str, figures: list[dict[str, float]], targets: dict[str, float], reported: str
) -> Table:
    measured, development = figures
    rows = [
        line(words, measured[name], development[name], targets.get(name))
        for name, words in _FIGURES.items()
    ]
    counted = [f"{f['resolutions']:,} resolutions, {f['paragraphs']:,} paragraphs" for f in figures]
    text = f"Measured on {reported}: {counted[0]}. Development data, the odd ones: {counted[1]}."
    return Table(title, QUALITY, rows, text)


class Less(NamedTuple):
    """A run without what the gold omits, and how many of our extra paragraphs that are."""

    figures: dict[str, float]
    extra: int
    sections: int
    points: int


def _without_omitted(runs: Runs, group: Group) -> Less:
    parsed = group.folder / "xml.jsonl"
    without_sections = group.folder / "xml-without-sections.jsonl"
    without_both = group.folder / "xml-without-both.jsonl"
    _leave_out(parsed, "preambular", _section_preambles(group), without_sections)
    _leave_out(without_sections, "operative", _points(group), without_both)
    extra, less, least = (
        tally.found - tally.agree
        for tally in (_tally(runs, group, p) for p in (parsed, without_sections, without_both))
    )
    return Less(score(runs.tool, group.gold, without_both), extra, extra - less, less - least)


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
        for each in _lines(parsed):
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


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _slim(path: Path) -> Iterator[Record]:
    for each in _lines(path):
        kept = ("part", "number", "text", "citations")
        paragraphs = [{name: p[name] for name in kept} for p in each["paragraphs"]]
        yield {"source": each["source"], "symbol": each["symbol"], "paragraphs": paragraphs}


def _tally(runs: Runs, group: Group, parsed: Path) -> Tally:
    judge = tool(runs.tool)
    total = Tally()
    for record, ours in pair(judge, group.records(), _slim(parsed)).values():
        total = total.plus(compare(judge, record, ours["paragraphs"]).tally)
    return total


def _show_worst(runs: Runs, group: Group, parsed: Path) -> None:
    """Where the development data fails, for whoever mends a rule."""
    judge = tool(runs.tool)
    pairs = pair(judge, group.records(), _slim(parsed)).values()
    compared = [(compare(judge, record, ours["paragraphs"]), record) for record, ours in pairs]
    faulty = [each for each in compared if not each[0].tally.exact]
    faulty.sort(key=lambda each: each[0].tally.f1)
    for found, record in faulty[: runs.worst]:
        print(f"  {found.tally.f1:.3f} {record['symbol']} ({record['file']})")
        for sign, paragraphs in (("-", found.missing), ("+", found.extra)):
            for each in paragraphs[:6]:
                text = each["text"]
                print(f"    {sign} {each['part'][:2]} {each['number']} {text[:100]} … {text[-30:]}")
    wrong = [
        (fault, record["symbol"]) for record, ours in pairs for fault in faults(judge, record, ours)
    ]
    often = Counter(fault for fault, _ in wrong).most_common(runs.worst)
    for fault, times in often:
        print(f"  {fault}: {times}, as in {next(symbol for f, symbol in wrong if f == fault)}")
