"""What the draft says and does not say of a mandate: topics by how far, with the words for it."""

from __future__ import annotations

from collections.abc import Iterator

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
    coverage = case.coverage
    if coverage is None:
        return None
    mandate = coverage.mandate
    said = (f"Held against: {mandate.name}.", f"Source: {mandate.source}.", summary(coverage))
    parts: list[Part] = [Prose(tuple(Statement(each) for each in said))]
    if coverage.topics:
        parts.append(Table("Topic by topic", _COLUMNS, tuple(_groups(case, coverage)), LIMITS))
    if coverage.conditions:
        rows = tuple(_condition(case, each) for each in coverage.conditions)
        columns = ("Condition", "Whether it is met", "In its words")
        parts.append(Table("Conditions", columns, (Group(None, rows),)))
    return Section("silence", "What it says, and what it is silent on", tuple(parts))


def _groups(case: Case, coverage: Coverage) -> Iterator[Group]:
    for verdict, title in _GROUPS:
        rows = tuple(_row(case, each) for each in coverage.topics if each.verdict == verdict)
        if rows:
            yield Group(title, rows)


def _row(case: Case, topic: TopicCover) -> Row:
    shown = strongest(topic.evidence, _MOST)
    how = [Statement(evidence_said(each), _at(case, each)) for each in shown]
    left = len(topic.evidence) - len(shown)
    more = [Statement(f"and {left} more")] if left else []
    stance = []
    if topic.stance is not None and len(topic.evidence) > 1:
        stance.append(Statement(f"On the whole: {STANCES[topic.stance]}."))
    unnamed = [Statement(each) for each in unnamed_said(topic)]
    return Row(((Statement(topic.name),), (*stance, *how, *more, *unnamed), _words(case, shown)))


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
