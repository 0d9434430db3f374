"""What the draft says and does not say of a mandate: topics by how far, with the words for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import repeat

from counterdraft.brief.case import Case
from counterdraft.brief.report import (
    Cell,
    Evidence,
    Group,
    Part,
    Picture,
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
from counterdraft.wording.covered import (
    LIMITS,
    STANCES,
    evidence_said,
    quoted,
    strongest,
    summary,
    unnamed_said,
)
from counterdraft.wording.english import counted, sentence

_QUOTED, _MOST = 180, 4  # characters of a quotation, places of a topic
_COLUMNS = ("Topic", "How it is spoken of, and in which words")
_GROUPS: tuple[tuple[CoverVerdict, str], ...] = (
    ("silent", "Silent"),
    ("alluded", "Alluded to at most, which is arguable"),
    ("mentioned", "Mentioned, and not addressed"),
    ("addressed", "Addressed"),
)


def silence(case: Case) -> Section | None:
    """The section; None where the draft is held against no mandate."""
    known = case.known
    pictures = (*known.pictures, *repeat(None, len(known.coverage) - len(known.pictures)))
    parts = tuple(
        part
        for covered, picture in zip(known.coverage, pictures, strict=True)
        for part in _parts(case, covered, picture)
    )
    return Section("silence", "What it says, and what it is silent on", parts) if parts else None


def _parts(
    case: Case, covered: Coverage | CoverageBeside, picture: Picture | None
) -> Iterator[Part]:
    coverage = covered.here if isinstance(covered, CoverageBeside) else covered
    mandate = coverage.mandate
    said = (f"Held against: {mandate.name}.", f"Source: {mandate.source}.", summary(coverage))
    yield Prose(tuple(Statement(each) for each in said))
    if picture is not None:
        yield picture
    if coverage.topics:
        groups = tuple(_groups(case, coverage, _others(covered)))
        yield Table("Topic by topic", _COLUMNS, groups, LIMITS)
    if coverage.conditions:
        rows = tuple(_condition(case, each) for each in coverage.conditions)
        columns = ("Condition", "Whether it is met, and in which words")
        yield Table("Conditions", columns, (Group(None, rows),))


def _others(covered: Coverage | CoverageBeside) -> Mapping[str, str]:
    """What the other text makes of each topic, by its id; empty where there is no other."""
    if isinstance(covered, Coverage):
        return {}
    return {each.topic: each.said for each in covered.topics}


def _beside(said: str, topics: int) -> Cell:
    """What the other text makes of as many topics."""
    of = f", of each of the {topics}" if topics > 1 else ""
    return (Statement(f"Beside{of}: {said}."),) if said else ()


def _groups(case: Case, coverage: Coverage, others: Mapping[str, str]) -> Iterator[Group]:
    for verdict, title in _GROUPS:
        topics = [each for each in coverage.topics if each.verdict == verdict]
        rows: dict[tuple[Cell, str], list[Statement]] = {}
        for each in topics:
            said = (_said(case, each), others.get(each.id, ""))
            rows.setdefault(said, []).append(Statement(each.name))
        if rows:
            made = tuple(
                Row((tuple(names), (*own, *_beside(other, len(names)))))
                for (own, other), names in rows.items()
            )
            read = " in what was read" if verdict == "silent" and coverage.lacking else ""
            yield Group(f"{title}{read} ({len(topics)})", made)


def _said(case: Case, topic: TopicCover) -> Cell:
    """What it says of a topic; of topics of which it says the same there is one row."""
    shown = strongest(topic.evidence, _MOST)
    left = [each for each in topic.evidence if each not in shown]
    places = tuple(place for each in left for place in _at(case, each))
    more = [Statement(f"and {counted(len(left), 'more place')}", places)] if left else []
    stance = []
    if topic.stance is not None and len(topic.evidence) > 1:
        stance.append(Statement(f"On the whole: {STANCES[topic.stance]}."))
    words = (_quotation(case, each, evidence_said(each)) for each in shown)
    unnamed = (Statement(each) for each in unnamed_said(topic))
    return (*stance, *words, *more, *unnamed)


def _condition(case: Case, condition: ConditionCover) -> Row:
    must = "must hold" if condition.must == "hold" else "nothing may go against it"
    verdict = Statement(f"{sentence(condition.verdict)} {condition.said}")
    shown = strongest(condition.evidence, _MOST)
    words = (_quotation(case, each, "") for each in shown)
    return Row(((Statement(f"{condition.name} ({must})"),), (verdict, *words)))


def _quotation(case: Case, each: CoverEvidence, how: str) -> Statement:
    """The words with their place, and before them how they speak of it."""
    places = _at(case, each)
    if places:
        how = how.partition(": ")[2]
    words = f"\u201c{quoted(each.quote, _QUOTED)}\u201d"
    return Statement(f"{sentence(how)[:-1]}: {words}" if how else words, places)


def _at(case: Case, each: CoverEvidence) -> tuple[Evidence, ...]:
    paragraphs = (p for p in case.resolution.paragraphs if p.id == each.paragraph)
    return tuple(case.at(paragraph, each.span) for paragraph in paragraphs)
