"""What the draft says and does not say of a mandate: topics by how far, with the words for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counterdraft.brief.case import Case
from counterdraft.brief.report import (
    Cell,
    Evidence,
    Group,
    Part,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.model.coverage import (
    ConditionCover,
    Coverage,
    CoverageBeside,
    CoverEvidence,
    CoverVerdict,
    TopicCover,
)
from counterdraft.text.covered import (
    LIMITS,
    STANCES,
    evidence_said,
    quoted,
    strongest,
    summary,
    unnamed_said,
)

_QUOTED, _MOST = 180, 4  # characters of a quotation, places of a topic
_COLUMNS = ("Topic", "Where it is spoken of, and how", "In its words")
_GROUPS: tuple[tuple[CoverVerdict, str], ...] = (
    ("silent", "Silent"),
    ("alluded", "Alluded to at most, which is arguable"),
    ("mentioned", "Mentioned, and not addressed"),
    ("addressed", "Addressed"),
)


def silence(case: Case) -> Section | None:
    """The section; None where the draft is held against no mandate."""
    parts = tuple(part for each in case.known.coverage for part in _parts(case, each))
    return Section("silence", "What it says, and what it is silent on", parts) if parts else None


def _parts(case: Case, covered: Coverage | CoverageBeside) -> Iterator[Part]:
    coverage = covered.here if isinstance(covered, CoverageBeside) else covered
    mandate = coverage.mandate
    said = (f"Held against: {mandate.name}.", f"Source: {mandate.source}.", summary(coverage))
    yield Prose(tuple(Statement(each) for each in said))
    if coverage.topics:
        others = _others(covered)
        groups = tuple(_groups(case, coverage, others))
        yield Table("Topic by topic", _COLUMNS, groups, LIMITS)
    if coverage.conditions:
        rows = tuple(_condition(case, each) for each in coverage.conditions)
        columns = ("Condition", "Whether it is met", "In its words")
        yield Table("Conditions", columns, (Group(None, rows),))


def _others(covered: Coverage | CoverageBeside) -> Mapping[str, str]:
    """What the other text makes of each topic, by its id; empty where there is no other."""
    if isinstance(covered, Coverage):
        return {}
    return {each.topic: f"Beside: {each.said}." for each in covered.topics}


def _groups(case: Case, coverage: Coverage, others: Mapping[str, str]) -> Iterator[Group]:
    for verdict, title in _GROUPS:
        topics = (each for each in coverage.topics if each.verdict == verdict)
        rows = tuple(_row(case, each, others.get(each.id)) for each in topics)
        if rows:
            yield Group(title, rows)


def _row(case: Case, topic: TopicCover, other: str | None) -> Row:
    shown = strongest(topic.evidence, _MOST)
    how = [Statement(evidence_said(each), _at(case, each)) for each in shown]
    left = len(topic.evidence) - len(shown)
    more = [Statement(f"and {left} more")] if left else []
    stance = []
    if topic.stance is not None and len(topic.evidence) > 1:
        stance.append(Statement(f"On the whole: {STANCES[topic.stance]}."))
    unnamed = [Statement(each) for each in unnamed_said(topic)]
    beside = [Statement(other)] if other else []
    said = (*stance, *how, *more, *unnamed, *beside)
    return Row(((Statement(topic.name),), said, _words(case, shown)))


def _condition(case: Case, condition: ConditionCover) -> Row:
    must = "must hold" if condition.must == "hold" else "must not be"
    verdict = (Statement(f"{condition.verdict}. {condition.said}"),)
    shown = strongest(condition.evidence, _MOST)
    return Row(((Statement(f"{condition.name} ({must})"),), verdict, _words(case, shown)))


def _words(case: Case, evidence: tuple[CoverEvidence, ...]) -> Cell:
    return tuple(
        Statement(quoted(each.quote, _QUOTED), _at(case, each), "quote") for each in evidence
    )


def _at(case: Case, each: CoverEvidence) -> tuple[Evidence, ...]:
    paragraphs = (p for p in case.resolution.paragraphs if p.id == each.paragraph)
    return tuple(case.at(paragraph, each.span) for paragraph in paragraphs)
