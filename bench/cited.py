"""Cited symbols where the links of the gold disagree with its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bench.scoring import PARTS, gold_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from bench.corpora import Record

# What score_parse.py takes for a printed citation: one that is not linked is then not judged.
_PRINTED = re.compile(r"\d+[ /]\(?\d+|\d+(?: [A-Z])? \(\w")
_COUNCIL = re.compile(r"s/res/(\d+)\((\d{4})\)")


class Cited(NamedTuple):
    """One part of one resolution: symbols linked in the gold, and those found that are judged."""

    linked: set[str]
    found: set[str]
    text: str
    printed: set[str]


class Judgement(NamedTuple):
    """The score's counts, and how many of its faults the text itself acquits."""

    agree: int = 0
    printed: int = 0
    yearless: int = 0
    wrong: int = 0
    mistaken: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        right = self.agree + self.printed + self.yearless
        return right / (right + self.wrong)

    @property
    def recall(self) -> float:
        return self.agree / (self.agree + self.missed)


def judge_by_text(
    judge: ModuleType, pairs: Iterable[tuple[Record, Record]], known: set[str]
) -> Judgement:
    """What is too much or missing by the links, judged by what is printed.

    ``known`` are the symbols of the resolutions of the archive.
    """
    counts = dict.fromkeys(Judgement._fields, 0)
    councils = (_COUNCIL.fullmatch(judge.canon(symbol)) for symbol in known)
    years = {council[1]: council[2] for council in councils if council}
    for record, ours in pairs:
        for cited in _parts(judge, record, ours):
            counts["agree"] += len(cited.linked & cited.found)
            for symbol in cited.found - cited.linked:
                counts[_too_much(symbol, cited, years)] += 1
            for symbol in cited.linked - cited.found:
                counts["mistaken" if _mistaken(symbol, years) else "missed"] += 1
    return Judgement(**counts)


def _parts(judge: ModuleType, record: Record, ours: Record) -> Iterator[Cited]:
    """As score_parse.py has it."""
    for part in PARTS:
        gold = gold_paragraphs(record, part)
        linked = {judge.canon(symbol) for each in gold for symbol in each["citations"]}
        texts = [each["text"] for each in gold]
        printed = {judge.digits(number) for text in texts for number in _PRINTED.findall(text)}
        numbers = {judge.digits(symbol) for symbol in linked}
        judged = {
            symbol
            for symbol in _found(judge, ours, part)
            if judge.digits(symbol) in numbers or judge.digits(symbol) not in printed
        }
        yield Cited(linked, judged, judge.norm(" ".join(texts)), printed)


def _found(judge: ModuleType, ours: Record, part: str) -> set[str]:
    return {
        judge.canon(citation["symbol"])
        for each in ours["paragraphs"]
        for citation in each["citations"]
        if each["part"] == part and citation["symbol"]
    }


def _too_much(symbol: str, cited: Cited, years: dict[str, str]) -> str:
    council = _COUNCIL.fullmatch(symbol)
    if council is None:
        whole = rf"(?<![\w/]){re.escape(symbol)}(?![\d/])"
        return "printed" if re.search(whole, cited.text) else "wrong"
    without_year = rf"(?<![\w/]){council[1]}(?!\d| ?\(\d)"
    right = years.get(council[1]) == council[2] and re.search(without_year, cited.text)
    return "yearless" if right else "wrong"


def _mistaken(symbol: str, years: dict[str, str]) -> bool:
    """Whether the link, as what is printed, has a year in which that number was not adopted."""
    council = _COUNCIL.fullmatch(symbol)
    return council is not None and years.get(council[1], council[2]) != council[2]


def faults(judge: ModuleType, record: Record, ours: Record) -> Iterator[str]:
    """What is not found, and what is too much, for whoever mends a rule."""
    for cited in _parts(judge, record, ours):
        yield from (f"not found: {symbol}" for symbol in cited.linked - cited.found)
        yield from (f"too much: {symbol}" for symbol in cited.found - cited.linked)
