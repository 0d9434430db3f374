"""Real texts written as web pages, read back and parsed, against their gold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bench.page import SHORT, Table, share
from bench.sampled import SAMPLE, sampled
from bench.scoring import PARTS, Tally, gold_paragraphs, pairs_of
from bench.shared import AKN_GOLD, SCORE_PARSE, tool
from bench.written_html import MANNERS, html_of, written
from counterdraft.errors import CounterdraftError
from counterdraft.parse.parse import parse
from counterdraft.read.from_html import from_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from bench.corpora import Corpora, Group, Record
    from bench.written_html import Segment, Written
    from counterdraft.model import Resolution

_WANTED = 0.99
_HEADER = (
    "manner", "precision", "recall", "F1", "number", "phrase", "notes",
    "development data: F1", "number", "phrase", "notes", "",
)  # fmt: skip


class Score(NamedTuple):
    """Paragraphs, and of those found the numbers, phrases and footnotes that are right."""

    tally: Tally = Tally()
    numbers: Tally = Tally()
    phrases: Tally = Tally()
    notes: Tally = Tally()

    def plus(self, other: Score) -> Score:
        return Score(*(a.plus(b) for a, b in zip(self, other, strict=True)))


def pages(corpora: Corpora, worst: int) -> Table:
    """Every manner of every resolution of the sample, from even sessions and odd ones."""
    corpus = corpora.general_assembly()
    gold, judge = (tool(corpora.shared.path(name)) for name in (AKN_GOLD, SCORE_PARSE))
    measured = _measure(gold, judge, corpus.even, 0)
    development = _measure(gold, judge, corpus.odd, worst)
    rows = [_row(manner, measured[manner], development[manner]) for manner in MANNERS]
    text = (
        f"{SAMPLE} resolutions of even sessions, drawn by chance with a fixed seed, each written "
        f"as a web page in {len(MANNERS)} manners by `bench/written_html.py` with the XML's "
        "italics and footnotes, read by `from_html` and parsed; and as many of odd sessions as "
        f"development data. Wanted: an F1 of {_WANTED}. Number and phrase are shares of the "
        "paragraphs found, notes of those called in the paragraphs: the same words at the same "
        "place."
    )
    return Table("Web pages, made of real texts", _HEADER, rows, text)


def _row(manner: str, one: Score, other: Score) -> tuple[str, ...]:
    short = round(one.tally.f1, 4) < _WANTED
    return (
        manner, share(one.tally.precision), share(one.tally.recall), share(one.tally.f1),
        share(one.numbers.recall), share(one.phrases.recall), share(one.notes.recall),
        share(other.tally.f1), share(other.numbers.recall), share(other.phrases.recall),
        share(other.notes.recall), SHORT if short else "",
    )  # fmt: skip


def _measure(gold: ModuleType, judge: ModuleType, group: Group, worst: int) -> dict[str, Score]:
    scores = dict.fromkeys(MANNERS, Score())
    seen: list[tuple[float, str]] = []
    for record, xml in sampled(group):
        resolution = written(gold, record, xml)
        for manner in MANNERS:
            found = _parsed(html_of(resolution, manner), f"{record['symbol']} {manner}")
            score = _score(judge, record, found)
            score = score._replace(notes=_noted(resolution, found))
            scores[manner] = scores[manner].plus(score)
            seen.append((score.tally.f1, f"{manner}: {record['symbol']}"))
    for f1, name in sorted(seen)[:worst]:
        print(f"  {f1:.3f} {name}")
    return scores


def _parsed(data: bytes, name: str) -> tuple[Resolution, ...]:
    try:
        return parse(from_html(data, name))
    except CounterdraftError as error:
        print(f"  {error}")
        return ()


def _score(judge: ModuleType, record: Record, found: tuple[Resolution, ...]) -> Score:
    """The best of the resolutions found against the gold; what others hold is too much."""
    if not found:
        wanted = sum(len(gold_paragraphs(record, part)) for part in PARTS)
        return Score(Tally(wanted))
    each = [_one(judge, record, resolution) for resolution in found]
    best = max(each, key=lambda score: score.tally.agree)
    total = sum(score.tally.found for score in each)
    return best._replace(tally=best.tally._replace(found=total))


def _one(judge: ModuleType, record: Record, resolution: Resolution) -> Score:
    """As score_parse.py scores, by its own functions."""
    wanted = agree = numbered = right = phrased = same = 0
    for part in PARTS:
        gold = gold_paragraphs(record, part)
        mine = [each for each in resolution.paragraphs if each.part == part]
        pairs = pairs_of(judge, gold, [{"text": each.text} for each in mine])
        wanted, agree = wanted + len(gold), agree + len(pairs)
        for i, j in pairs:
            if part == "operative" and gold[i]["number"] and not gold[i].get("flat"):
                numbered += 1
                right += judge.label(gold[i]["path"]) == judge.label(mine[j].number)
            if gold[i]["phrase"]:
                phrased += 1
                same += judge.norm(gold[i]["phrase"]) == judge.norm(mine[j].phrase)
    tally = Tally(wanted, len(resolution.paragraphs), agree)
    return Score(tally, Tally(numbered, numbered, right), Tally(phrased, phrased, same))


def _noted(resolution: Written, found: tuple[Resolution, ...]) -> Tally:
    """The footnotes called in the paragraphs, each by its words and the letters before its call."""
    wanted: Counter[tuple[str, str]] = Counter()
    for piece in resolution.pieces:
        if piece.kind == "annex":
            break
        if piece.kind != "heading":
            wanted.update(_called(piece.segments))
    mine: Counter[tuple[str, str]] = Counter()
    for each in found:
        at = {p.id: p for p in each.paragraphs}
        for note in each.footnotes:
            if note.paragraph is not None:
                paragraph = at[note.paragraph]
                before = paragraph.text[: max(0, note.anchor - paragraph.span.start)]
                mine[(_letters(before), _letters(note.text))] += 1
    return Tally(wanted.total(), mine.total(), (wanted & mine).total())


def _called(segments: tuple[Segment, ...]) -> Iterator[tuple[str, str]]:
    """The notes of a paragraph, with the letters before their calls."""
    before = ""
    for each in segments:
        if each.note:
            yield _letters(before), _letters(each.note)
        before += each.text


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())[-40:]
