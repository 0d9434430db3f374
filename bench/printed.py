"""The United Nations' PDFs against its XML of the same resolutions."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.page import QUALITY, Table, line
from bench.scoring import compare, pair, parse_to, parsed_in, score_all
from bench.shared import tool
from bench.texts import show_faults
from counterdraft.jobs.parse import Outcome, parse_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.corpora import Record
    from bench.texts import Runs
    from counterdraft.model import Resolution

ADOPTED = "data/pdf/adopted"
DRAFTS = ("data/pdf/drafts", "data/pdf/pairs", "data/pdf/amendments")
PAIRS = "data/pdf/pairs/pairs.csv"
# What of these is no resolution, by reading them: decisions, and amendments to a draft.
_DECISIONS = {"A/C.1/80/L.39", "A/C.1/80/L.63", "A/C.2/80/L.60"}
_AMENDMENTS = {
    "A/C.2/80/L.63", "A/80/L.19", "A/80/L.20", "A/80/L.28", "A/C.3/80/L.56", "A/C.6/80/L.24",
}  # fmt: skip
_FIGURES = {
    "precision": ("paragraphs, precision", None),
    "recall": ("paragraphs, recall", None),
    "f1": ("paragraphs, F1", 0.98),
    "whole_resolutions": ("resolutions without any fault", None),
    "exact": ("paragraphs found, exact to the letter", None),
    "exact_hyphens": ("the same, taking no-break hyphens for hyphens", None),
    "number": ("number", 0.99),
    "phrase": ("initiating phrase", 0.99),
    "cited_symbols_precision": ("cited symbols, precision", 0.98),
    "cited_symbols_recall": ("cited symbols, recall", 0.98),
    "notes_precision": ("footnotes at their place, precision", 0.98),
    "notes_recall": ("footnotes at their place, recall", 0.98),
}
_SYMBOL = re.compile(r"A_RES_(\d+)_(\d+)")
_TAIL = 40


class Session(NamedTuple):
    """The PDFs of one session, with the gold for them."""

    pdfs: list[Path]
    gold: Path
    parsed: Path
    xml: list[Path]


def printed(runs: Runs) -> Table:
    """Session 79 is reported, session 78 is what the rules were developed on."""
    sessions = [_session(runs, n) for n in (79, 78)]
    for each in sessions:
        parse_to(each.pdfs, each.parsed, processes=runs.processes)
    figures = score_all(runs.tool, [s.gold for s in sessions], [s.parsed for s in sessions])
    for each, found in zip(sessions, figures, strict=True):
        found |= _exact(runs, each) | _notes(each)
    if runs.worst:
        development = sessions[1]
        show_faults(runs, _records(development), parsed_in(development.parsed))
        _show_letters(runs, development)
    measured, development_figures = figures
    rows = [
        line(words, measured[name], development_figures[name], target)
        for name, (words, target) in _FIGURES.items()
    ]
    counts = [f"{f['resolutions']:,} files, {f['paragraphs']:,} paragraphs" for f in figures]
    text = (
        f"PDFs of adopted resolutions against the XML of the same. Measured on session 79: "
        f"{counts[0]}. Development data, session 78: {counts[1]}. A paragraph is exact to the "
        "letter when nothing differs but blanks. A footnote is at its place when it stands in the "
        "same paragraph, after the same words, and says the same."
    )
    return Table("The United Nations' PDFs", QUALITY, rows, text)


def _session(runs: Runs, number: int) -> Session:
    """The PDFs of a session whose XML is there, and the gold for these alone."""
    corpus = runs.corpora.general_assembly()
    group = corpus.odd if number % 2 else corpus.even
    pdfs = {}
    for path in sorted(runs.corpora.shared.path(ADOPTED).glob(f"A_RES_{number}_*.pdf")):
        found = _SYMBOL.match(path.stem)
        assert found is not None, path
        pdfs[f"A/RES/{found[1]}/{found[2]}"] = path
    records = {r["symbol"]: r for r in group.records() if r["symbol"] in pdfs}
    folder = group.folder / f"printed-{number}"
    folder.mkdir(exist_ok=True)
    gold = folder / "gold.jsonl"
    gold.write_text("".join(json.dumps(r) + "\n" for r in records.values()), "utf-8")
    return Session(
        [pdfs[symbol] for symbol in records], gold, folder / "parsed.jsonl",
        [group.xml / r["file"] for r in records.values()],
    )  # fmt: skip


def _records(session: Session) -> list[Record]:
    return list(parsed_in(session.gold))


def _blanks(text: str) -> str:
    return " ".join(text.split())


def _matched(runs: Runs, session: Session) -> Iterator[tuple[Record, Record, Record]]:
    """Each gold paragraph that was found, with ours and the resolution's record."""
    judge = tool(runs.tool)
    for record, ours in pair(judge, _records(session), parsed_in(session.parsed)).values():
        for gold, mine in compare(judge, record, ours["paragraphs"]).matched:
            yield gold, mine, record


def _exact(runs: Runs, session: Session) -> dict[str, float]:
    pairs = [
        (_blanks(gold["text"]), _blanks(mine["text"])) for gold, mine, _ in _matched(runs, session)
    ]
    return {
        "exact": sum(a == b for a, b in pairs) / len(pairs),
        "exact_hyphens": sum(_plain(a) == b for a, b in pairs) / len(pairs),
    }


def _plain(text: str) -> str:
    """What a page shows of a text, on which a no-break hyphen looks like any other."""
    return text.replace("\u2011", "-")


def _show_letters(runs: Runs, session: Session) -> None:
    shown = 0
    for gold, mine, record in _matched(runs, session):
        one, other = _plain(_blanks(gold["text"])), _blanks(mine["text"])
        if one == other or shown >= 3 * runs.worst:
            continue
        shown += 1
        at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
        print(f"  {record['symbol']} {gold['path']}: {one[max(0, at - 30) : at + 30]!r}")
        print(f"  {' ' * len(record['symbol'])}    ours: {other[max(0, at - 30) : at + 30]!r}")


# -- footnotes


def _notes(session: Session) -> dict[str, float]:
    """Footnotes as the PDF has them, against those that the XML marks up."""
    wanted = _placed(parse_sources(map(str, session.xml)))
    found = _placed(parse_sources(map(str, session.pdfs)))
    agree = sum((wanted & found).values())
    return {
        "notes_precision": agree / max(1, sum(found.values())),
        "notes_recall": agree / max(1, sum(wanted.values())),
    }


def _placed(outcomes: Iterable[Outcome]) -> Counter[tuple[str, ...]]:
    """Each footnote by its resolution, paragraph, the words before it, and its own."""
    count: Counter[tuple[str, ...]] = Counter()
    for outcome in outcomes:
        for resolution in outcome.resolutions:
            count.update(_placed_in(resolution))
    return count


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum()).casefold()


def _placed_in(resolution: Resolution) -> Iterator[tuple[str, ...]]:
    paragraphs = {each.id: each for each in resolution.paragraphs}
    for note in resolution.footnotes:
        holder = paragraphs.get(note.paragraph or "")
        if holder is not None:
            before = holder.text[: note.anchor - holder.span.start]
            place = _letters(before)[-_TAIL:]
            yield (resolution.symbol or "", holder.id, place, _letters(note.text))


# -- drafts, whose XML is not there


def drafts(runs: Runs) -> Table:
    """Each draft is one resolution with a sound header and numbers in sequence."""
    files = sorted(
        {p.name: p for d in DRAFTS for p in runs.corpora.shared.path(d).glob("*.pdf")}.values()
    )
    found = {Path(o.name).stem.replace("_", "/"): o for o in parse_sources(map(str, files))}
    others = _DECISIONS | _AMENDMENTS
    texts = {symbol: o.resolutions for symbol, o in found.items() if symbol not in others}
    ones = {symbol: each[0] for symbol, each in texts.items() if len(each) == 1}
    tabled = [each for symbol, each in ones.items() if "/RES/" not in symbol]
    none = [
        all(not r.paragraphs for r in found[symbol].resolutions) for symbol in others & found.keys()
    ]
    pairs = _pairs_of(runs, ones)
    rows = [
        ("one resolution", _of([symbol in ones for symbol in texts])),
        ("its symbol", _of([each.symbol == symbol for symbol, each in ones.items()])),
        ("its title", _of([bool(each.title) for each in ones.values()])),
        (
            "the same title as tabled and as adopted",
            _of([_plain(a.title or "") == _plain(b.title or "") for a, b in pairs]),
        ),
        ("sponsors, of those tabled", _of([bool(each.sponsors) for each in tabled])),
        ("session, agenda item, date", _of([_has_header(each) for each in ones.values()])),
        (
            "operative paragraphs numbered in sequence",
            _of([_in_sequence(e) for e in ones.values()]),
        ),
        ("problems said", str(sum(len(each.problems) for each in ones.values()))),
        ("decisions and amendments without a paragraph", _of(none)),
    ]
    if runs.worst:
        for symbol, each in ones.items():
            print(
                f"  {symbol}: {each.title!r} {len(each.sponsors)} {[p.code for p in each.problems]}"
            )
    text = (
        f"{len(texts)} drafts and adopted resolutions of session 80, whose XML is not there, and "
        f"{len(none)} decisions and amendments. Development data: the rules for headers were "
        "mended on them, those for pages were not."
    )
    return Table("The United Nations' PDFs of drafts", ("figure", "measured"), rows, text)


def _of(right: list[bool]) -> str:
    return f"{sum(right)} of {len(right)}"


def _pairs_of(runs: Runs, ones: dict[str, Resolution]) -> list[tuple[Resolution, Resolution]]:
    rows = runs.corpora.shared.path(PAIRS).read_text("utf-8").splitlines()[1:]
    names = [
        [name.removesuffix(".pdf").replace("_", "/") for name in row.split(",")] for row in rows
    ]
    return [(ones[a], ones[b]) for a, b in names if a in ones and b in ones]


def _has_header(each: Resolution) -> bool:
    return all((each.session, each.agenda_item, each.date, each.organ))


def _in_sequence(each: Resolution) -> bool:
    numbers = [p.number for p in each.paragraphs if p.part == "operative" and p.level == 0]
    return numbers in ([None], [str(n) for n in range(1, len(numbers) + 1)])
