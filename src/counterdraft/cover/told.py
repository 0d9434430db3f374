"""A coverage → what there is to say of it in paragraphs of plain words, whatever the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.lexicon.mandate import Mandate, Topic
from counterdraft.model.coverage import ConditionCover, Coverage, CoverageBeside, CoverEvidence
from counterdraft.wording.covered import (
    LIMITS,
    evidence_said,
    named,
    quoted,
    short_names,
    strongest,
    summary,
    unnamed_said,
    verdict_said,
)
from counterdraft.wording.english import counted, listed

MOST = 6  # places of a topic, where not all are asked for
_WORDS = 160  # characters of a quotation
_KEYS = (
    ("terms", "named by"), ("unbis", "by the UNBIS terms"), ("touches", "touched by"),
    ("refers", "referred back to by"),
    ("documents", "brought in by the documents"), ("citations", "brought in by citing"),
    ("alludes", "alluded to by"), ("organisations", "by the organisations"),
    ("treaties", "by the treaties"), ("excepting", "not counted within"),
)  # fmt: skip


class Choice(NamedTuple):
    """What is told: every place (``everything``), and why, by which ``mandate``, if asked."""

    everything: bool = False
    mandate: Mandate | None = None


class Point(NamedTuple):
    """A head, lines below it, and quotations each with what is said of it."""

    head: str
    lines: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str, str], ...] = ()


def heading(found: Coverage | CoverageBeside) -> str:
    """What is held against what."""
    if isinstance(found, CoverageBeside):
        names = (named(found.here), named(found.there))
        if names[0] == names[1]:
            names = short_names(found.here, found.there)
        return f"{' and '.join(names)}: {found.here.mandate.name}"
    return f"{named(found)}: {found.mandate.name}"


def opening(found: Coverage | CoverageBeside) -> Iterator[str]:
    """Whence the mandate comes, and what it all comes to."""
    first = found.here if isinstance(found, CoverageBeside) else found
    camp = f" From {first.mandate.camp}." if first.mandate.camp else ""
    yield f"Source: {first.mandate.source}.{camp}"
    if isinstance(found, CoverageBeside):
        names = short_names(found.here, found.there)
        for name, each in zip(names, (found.here, found.there), strict=True):
            yield f"{name}: {summary(each)}"
    else:
        yield summary(found)
    yield LIMITS


def points(found: Coverage | CoverageBeside, choice: Choice) -> Iterator[Point]:
    """Topic by topic, then condition by condition."""
    if isinstance(found, CoverageBeside):
        for each in found.topics:
            yield Point(f"{each.name}: {each.said}")
        here, there = short_names(found.here, found.there)
        yield from _points_of(found.here, choice, f"in {here}, ")
        yield from _points_of(found.there, choice, f"in {there}, ")
        return
    yield from _points_of(found, choice, "")


def _points_of(coverage: Coverage, choice: Choice, where: str) -> Iterator[Point]:
    asked = choice.mandate
    by_id = {t.id: t for t in (*asked.topics, *asked.conditions)} if asked else {}
    for topic in coverage.topics:
        lines = [
            *unnamed_said(topic),
            *_explained(by_id.get(topic.id), asked),
            *_more(topic.evidence, choice),
        ]
        quotes = _quotes(topic.evidence, choice)
        yield Point(f"{topic.name}: {where}{verdict_said(topic, coverage)}", tuple(lines), quotes)
    for condition in coverage.conditions:
        lines = [
            condition.said,
            *_explained(by_id.get(condition.id), asked),
            *_more(condition.evidence, choice),
        ]
        head = f"{condition.name} ({_must(condition)}): {where}{condition.verdict}"
        yield Point(head, tuple(lines), _quotes(condition.evidence, choice))


def _must(condition: ConditionCover) -> str:
    return "must hold" if condition.must == "hold" else "nothing may go against it"


def _quotes(
    evidence: tuple[CoverEvidence, ...], choice: Choice
) -> tuple[tuple[str, str, str], ...]:
    shown = strongest(evidence, None if choice.everything else MOST)
    return tuple(
        (evidence_said(each), quoted(each.quote, _WORDS), _why(each) if choice.mandate else "")
        for each in shown
    )


def _why(each: CoverEvidence) -> str:
    return f"{each.by}: {each.why}"


def _more(evidence: tuple[CoverEvidence, ...], choice: Choice) -> Iterator[str]:
    left = 0 if choice.everything else len(evidence) - MOST
    if left > 0:
        yield f"The strongest {MOST} places are shown; {left:,} more: say --all."


def _explained(topic: Topic | None, mandate: Mandate | None) -> Iterator[str]:
    """How a topic of a mandate is recognised."""
    if topic is None or mandate is None:
        return
    numbers = {concept: f"{concept} (UNBIS {number})" for concept, number in mandate.identifiers}
    yield f"{topic.definition} ({topic.source})"
    for key, words in _KEYS:
        if values := getattr(topic, key):
            told = [numbers.get(each, each) for each in values] if key == "unbis" else values
            yield f"{words} {listed(told)}"
    for pair in topic.together:
        yield (
            f"named by {listed(pair.one, 'or')}, within {counted(pair.within, 'word')} of "
            f"{listed(pair.with_, 'or')}"
        )


def recognised(mandate: Mandate) -> Iterator[Point]:
    """How each topic and condition of a mandate is recognised, without a text."""
    for topic in (*mandate.topics, *mandate.conditions):
        yield Point(topic.name, tuple(_explained(topic, mandate)))
