"""Paragraphs labelled by hand: what they cite, and whom they ask."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.corpora import Corpora
from bench.page import QUALITY, Table, line
from bench.shared import ROOT
from counterdraft.lexicon.organs import organ_of
from counterdraft.model import Part, Span
from counterdraft.parse.content import Content, Texts, read_content
from counterdraft.text.straight import straighten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bench.corpora import Record

LABELS = ROOT / "bench" / "labels"
ADDRESSEES = "gold/addressees.json"
_ODD = {"75", "77", "79"}


class Label(NamedTuple):
    """One paragraph, its words, and what was found by reading it.

    ``before`` are the words of its resolution that stand before it, ``behind`` those behind it.
    """

    id: str
    text: str
    answer: Any
    before: str = ""
    behind: str = ""


class Hits(NamedTuple):
    """Things wanted, things given, and those that agree."""

    wanted: int
    given: int
    agree: int

    @property
    def precision(self) -> float:
        return self.agree / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.agree / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.agree / (self.wanted + self.given) if self.wanted + self.given else 0.0


def count(counts: list[int], *, wanted: bool, given: bool) -> None:
    """One more answer, in the counts that Hits are made of."""
    counts[0] += wanted
    counts[1] += given
    counts[2] += wanted and given


# -- paragraphs by their ids


def labelled(corpora: Corpora, path: Path) -> list[Label]:
    """The labels of a file with their paragraphs' words.

    Ids are ``A/RES/78/42#op19``, ``S/RES/2047(2012)#pp17``, ``…#op2.a``. Where the sections of
    a resolution number anew, ``…#op5~4`` is the fourth paragraph of that number, and ``…#op5``
    alone leads to none.

    Exits where an id leads to nothing.
    """
    answers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    texts = _texts(corpora, {each.partition("#")[0] for each in answers})
    lost = [each for each in answers if each not in texts]
    if lost:
        raise SystemExit(f"{path}: no such paragraph, or several: {', '.join(lost)}")
    return [texts[each]._replace(id=each, answer=answer) for each, answer in answers.items()]


def _texts(corpora: Corpora, symbols: set[str]) -> dict[str, Label]:
    """Every paragraph of these resolutions, by id, without an answer."""
    texts: dict[str, Label] = {}
    for corpus in (corpora.general_assembly(), corpora.security_council()):
        for group in corpus:
            for record in group.records():
                symbol = _full_form(record["symbol"])
                if symbol in symbols:
                    texts |= _by_id(symbol, record)
    return texts


def _full_form(symbol: str) -> str:
    return re.sub(r"\s+\(", "(", symbol)


def _by_id(symbol: str, record: Record) -> dict[str, Label]:
    found: dict[str, list[Label]] = {}
    words = [each["text"] for each in record["paragraphs"]]
    for n, each in enumerate(record["paragraphs"]):
        if not each.get("annex"):
            part = "pp" if each["part"] == "preambular" else "op"
            place = f"{symbol}#{part}{re.sub(r'[().]', '', each['path']).replace(' ', '.')}"
            before = "".join(f"{one}\n" for one in words[:n])
            behind = "".join(f"\n{one}" for one in words[n + 1 :])
            found.setdefault(place, []).append(Label(place, each["text"], None, before, behind))
    return {
        place if len(labels) == 1 else f"{place}~{n}": label
        for place, labels in found.items()
        for n, label in enumerate(labels, 1)
    }


def _content(label: Label) -> Content:
    """The paragraph in its resolution, as its organ's."""
    organ = organ_of("Security Council" if label.id.startswith("S/") else "General Assembly")
    words = f"{label.before}{label.text}{label.behind}"
    texts, start = Texts(words, straighten(words)), len(label.before)
    part: Part = "preambular" if "#pp" in label.id else "operative"
    span = Span(start, start + len(label.text))
    return read_content(texts, span, organ, part, level=0)


# -- citations


def citations(corpora: Corpora, worst: int) -> Table:
    wanted = given = agree = dates = dated = 0
    labels = labelled(corpora, LABELS / "citations.json")
    for label in labels:
        found = {c.symbol: c.date for c in _content(label).citations if c.symbol}
        # A document without a symbol of the UN's is not wanted; a symbol given for it is one
        # too many.
        right = {each["symbol"]: each["date"] for each in label.answer if each["symbol"]}
        both = found.keys() & right.keys()
        wanted, given, agree = wanted + len(right), given + len(found), agree + len(both)
        dated += len(both)
        dates += sum(found[each] == right[each] for each in both)
        if worst and (found.keys() != right.keys() or any(found[s] != right[s] for s in both)):
            print(f"  {label.id}\n    found {found}\n    label {right}\n    {label.text[:200]}")
    hits = Hits(wanted, given, agree)
    rows = [
        line("symbols, precision", None, hits.precision, 0.98),
        line("symbols, recall", None, hits.recall, 0.98),
        line("dates of the symbols that agree", None, dates / dated, None),
    ]
    text = (
        f"{len(labels)} paragraphs with {wanted} citations, labelled for this project "
        "(`bench/labels`). The rules were mended after looking at the misses: these are not "
        "figures on unseen text."
    )
    return Table("Citations that the UN did not link", QUALITY, rows, text)


# -- addressees


class Judged(NamedTuple):
    """Figures of one set of labels."""

    paragraphs: int
    classes: Hits
    reporting: float
    deadline: float


def addressees(corpora: Corpora, worst: int) -> list[Table]:
    return [_from_gold(corpora, worst), _from_labels(corpora, worst)]


def _from_gold(corpora: Corpora, worst: int) -> Table:
    path = corpora.shared.path(ADDRESSEES)
    gold: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    labels = [
        Label(each, it["text"], {**it, "deadline": it["deadline"] is not None})
        for each, it in gold.items()
    ]
    odd = [each for each in labels if each.id.split("/")[2] in _ODD]
    even = [each for each in labels if each.id.split("/")[2] not in _ODD]
    table = _table("Addressees, the shared gold", _judge(even, 0), _judge(odd, worst))
    text = f"`{ADDRESSEES}`; measured on even sessions, odd ones are development data. {table.text}"
    return table._replace(text=text)


def _from_labels(corpora: Corpora, worst: int) -> Table:
    reported = labelled(corpora, LABELS / "addressees-reported.json")
    development = labelled(corpora, LABELS / "addressees-development.json")
    table = _table(
        "Addressees, labelled for this project", _judge(reported, 0), _judge(development, worst)
    )
    council = [sum(each.id.startswith("S/") for each in side) for side in (reported, development)]
    text = (
        f"`bench/labels`. {table.text} Of these, {council[0]} and {council[1]} are the Security "
        "Council's. What is measured was labelled last; a set whose misses are looked at becomes "
        "development data."
    )
    return table._replace(text=text)


def _table(title: str, measured: Judged, development: Judged) -> Table:
    rows = [
        line("classes, precision", measured.classes.precision, development.classes.precision, None),
        line("classes, recall", measured.classes.recall, development.classes.recall, None),
        line("classes, F1", measured.classes.f1, development.classes.f1, 0.95),
        line("a report is asked for, or not", measured.reporting, development.reporting, None),
        line("a deadline is set, or not", measured.deadline, development.deadline, None),
    ]
    text = f"{measured.paragraphs} paragraphs measured, {development.paragraphs} development data."
    return Table(title, QUALITY, rows, text)


def _judge(labels: Iterable[Label], worst: int) -> Judged:
    wanted = given = agree = reporting = deadline = n = 0
    for label in labels:
        content = _content(label)
        found = {each.class_ for each in content.addressees}
        right = set(label.answer["classes"])
        report = any(each.reporting for each in content.addressees)
        limit = any(each.deadline for each in content.addressees)
        n += 1
        wanted, given, agree = wanted + len(right), given + len(found), agree + len(found & right)
        reporting += report == label.answer["reporting"]
        deadline += limit == label.answer["deadline"]
        if worst and found != right:
            texts = [(each.class_, each.text, each.verb) for each in content.addressees]
            print(f"  {label.id}\n    found {sorted(found)} {texts}\n    label {sorted(right)}")
            print(f"    {label.text[:400]}")
    return Judged(n, Hits(wanted, given, agree), reporting / n, deadline / n)
