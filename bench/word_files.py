"""The UN's resolutions as Word files, written in several ways, read and parsed."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from bench.page import SHORT, Table, share
from bench.sampled import SAMPLE, Sampled, sampled
from bench.scoring import compare, pair, parsed_in, score_all, scored
from bench.shared import tool
from bench.written_docx import MANNERS, docx_of
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.read.from_docx import from_docx

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpora import Group, Record
    from bench.texts import Runs

_WANTED = {"f1": 0.99, "number": 0.99, "phrase": 0.98}
_HEADER = (
    "written with", "F1", "number", "phrase", "whole resolutions",
    "development data: F1", "number", "phrase", "whole", "",
)  # fmt: skip


def word_files(runs: Runs) -> Table:
    """Every manner of every resolution of the sample, from even sessions and from odd ones."""
    corpus = runs.corpora.general_assembly()
    samples = [sampled(group) for group in corpus]
    measured = [_measure(runs, *each) for each in zip(corpus, samples, strict=True)]
    rows = [_row(manner, *(each[manner] for each in measured)) for manner in MANNERS]
    text = (
        f"{SAMPLE} resolutions of even sessions, drawn by chance with a fixed seed, each written "
        f"as a Word file in {len(MANNERS)} ways by `bench/written_docx.py`; and as many of odd "
        f"sessions as development data. Wanted: an F1 of {_WANTED['f1']}, numbers of "
        f"{_WANTED['number']} and phrases of {_WANTED['phrase']}."
    )
    return Table("Word files", _HEADER, rows, text)


def _measure(runs: Runs, group: Group, sampled: list[Sampled]) -> dict[str, dict[str, float]]:
    gold = group.folder / "docx-gold.jsonl"
    gold.write_text("".join(json.dumps(each.record) + "\n" for each in sampled), "utf-8")
    parsed = []
    with ProcessPoolExecutor(runs.processes) as pool:
        for place, manner in enumerate(MANNERS):
            target = group.folder / f"docx-{place}.jsonl"
            found = pool.map(partial(_parsed, manner), sampled, chunksize=5)
            lines = [json.dumps(one) + "\n" for several in found for one in several]
            target.write_text("".join(lines), "utf-8")
            parsed.append(target)
            if runs.worst and group == runs.corpora.general_assembly().odd:
                _show_worst(runs, manner, sampled, target)
    figures = score_all(runs.tool, [gold] * len(parsed), parsed)
    return dict(zip(MANNERS, figures, strict=True))


def _parsed(manner: str, each: Sampled) -> list[Record]:
    document = from_akn(each.xml.read_bytes(), each.xml.name)
    written = docx_of(each.record, document, manner)
    source = f"{each.xml.stem}.docx"
    return [scored(found, source) for found in parse(from_docx(written, source))]


def _row(manner: str, one: dict[str, float], other: dict[str, float]) -> tuple[str, ...]:
    short = any(one[name] < wanted for name, wanted in _WANTED.items())
    names = (*_WANTED, "whole_resolutions")
    cells = [share(each[name]) for each in (one, other) for name in names]
    return (manner, *cells, SHORT if short else "")


def _show_worst(runs: Runs, manner: str, sampled: list[Sampled], parsed: Path) -> None:
    """Where the development data fails, for whoever mends a rule."""
    judge = tool(runs.tool)
    pairs = pair(judge, (each.record for each in sampled), parsed_in(parsed)).values()
    compared = [(compare(judge, record, ours["paragraphs"]), record) for record, ours in pairs]
    compared.sort(key=lambda each: each[0].tally.f1)
    for found, record in compared[: runs.worst]:
        if found.tally.exact:
            continue
        print(f"  {manner}: {found.tally.f1:.3f} {record['symbol']} ({record['file']})")
        for sign, paragraphs in (("-", found.missing), ("+", found.extra)):
            for each in paragraphs[:4]:
                text = each["text"]
                print(f"    {sign} {each['part'][:2]} {each['number']} {text[:90]} … {text[-30:]}")
