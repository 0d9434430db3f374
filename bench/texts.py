"""The United Nations' resolutions as plain text and as XML, against the gold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bench.cited import Judgement, faults, judge_by_text
from bench.corpora import stems
from bench.omitted import without_omitted
from bench.page import QUALITY, Table, line
from bench.scoring import compare, pair, parse_to, parsed_in, score_all
from bench.shared import SCORE_PARSE, tool

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bench.corpora import Corpora, Corpus, Group, Record

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
        f"({odd.missed}). The last rows count the printed ones as right and leave such links out."
    )
    rows = [
        *table.rows,
        line("by the text: cited symbols, precision", even.precision, odd.precision, 0.99),
        line("by the text: cited symbols, recall", even.recall, odd.recall, 0.99),
    ]
    return table._replace(rows=rows, text=text)


def _by_the_text(runs: Runs, group: Group, known: set[str]) -> Judgement:
    judge = tool(runs.tool)
    pairs = pair(judge, group.records(), parsed_in(group.folder / "texts.jsonl"))
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
    less = without_omitted(runs.tool, corpus, "xml")
    measured, development = (each.figures for each in less)
    rows = [
        *table.rows,
        *(
            line(f"without them: {_FIGURES[name]}", measured[name], development[name], goal)
            for name, goal in (*XML.items(), ("cited_symbols_precision", None))
        ),
    ]
    counts = [
        f"of our {each.extra:,} paragraphs without a partner in the gold, {each.sections:,} are of "
        f"the first kind, {each.points:,} of the second and {each.lists:,} of the third"
        for each in less
    ]
    text = (
        f"{table.text}\n\nThe gold leaves out preambles that sections of a resolution have in its "
        'body (`crossHeading refersTo="#preamble"`), which the guidelines of AKN4UN mean to be '
        "read as we read them; points with a dash or a bullet for their number (`num`) that end "
        "without a full stop or the like, which it takes for headings; and what goes on after "
        "the points of a paragraph (`wrapUp`, `alinea`), as well as lists in preambles "
        f"(`blockList`), of which it makes one paragraph each: {counts[0]} (development data: "
        f"{counts[1]}). The last rows are without all three, found by the markup of their source."
    )
    return table._replace(rows=rows, text=text)


def _measure(runs: Runs, corpus: Corpus, what: str) -> list[dict[str, float]]:
    parsed = [group.folder / f"{what}.jsonl" for group in corpus]
    for group, target in zip(corpus, parsed, strict=True):
        _parse(runs, group, what, target)
    figures = score_all(runs.tool, [group.gold for group in corpus], parsed)
    if runs.worst:
        show_faults(runs, corpus.odd.records(), parsed_in(parsed[1]))
    return figures


def _parse(runs: Runs, group: Group, what: str, parsed: Path) -> None:
    folder = group.xml if what == "xml" else group.texts
    names = stems(group.records()) if what == "xml" else None
    parse_to([folder], parsed, processes=runs.processes, stems=names)


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


def show_faults(runs: Runs, records: Iterable[Record], parsed: Iterable[Record]) -> None:
    """Where the development data fails, for whoever mends a rule."""
    judge = tool(runs.tool)
    pairs = pair(judge, records, parsed).values()
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
