"""A Provenance → its JSON: for each clause its verdict, its matches, and the words changed.

The shapes here are the published contract: a match is told by places, not by whole records.
"""

from __future__ import annotations

from msgspec import Struct

from counterdraft.model import (
    PROVENANCE_SCHEMA,
    Adopted,
    Adoption,
    Bounds,
    Clause,
    ClauseTrace,
    HalfQuoted,
    Match,
    Part,
    Provenance,
    Span,
    WordEdit,
)
from counterdraft.model.provenance import TraceVerdict
from counterdraft.text.in_json import in_json


class TracedPlace(Struct, frozen=True, kw_only=True):
    """Where a wording stands in the corpus, and how that text was adopted."""

    symbol: str
    paragraph: str
    date: str | None
    title: str | None
    committee: str | None
    adoption: Adoption


class TracedMatch(TracedPlace, frozen=True, kw_only=True):
    """A wording of the corpus by the place that it is told by, and all of its places in short.

    ``edits`` lead from its words to the clause's.
    """

    similarity: float
    own_series: bool
    edits: tuple[WordEdit, ...]
    omitted: tuple[str, ...]
    differs: tuple[str, ...]
    texts: int
    earliest: TracedPlace
    latest: TracedPlace
    adopted: Adopted


class TracedPiece(Struct, frozen=True):
    """A part of a clause that has a source of its own."""

    span: Span
    match: TracedMatch


class TracedHalf(Struct, frozen=True):
    """What a clause says that a text grants, and the main clause there that it leaves out.

    ``conceded`` and ``main`` are the words of that text; ``certain`` is false where the clause's
    are only like them.
    """

    span: Span
    conceded: str
    main: str
    certain: bool
    match: TracedMatch


class TracedClause(Struct, frozen=True, kw_only=True):
    """One paragraph of the text; spans are into ``Document.text``."""

    paragraph: str
    number: str | None
    part: Part
    span: Span
    verdict: TraceVerdict
    matches: tuple[TracedMatch, ...]
    pieces: tuple[TracedPiece, ...]
    nearest: TracedMatch | None
    half_quoted: TracedHalf | None = None


class TracedText(Struct, frozen=True, kw_only=True):
    """A text traced through a corpus; ``series`` are the symbols of texts of its title.

    ``day`` is the text's, or the earlier one asked for; ``until`` the day up to which the corpus
    was heard, null where all of it was.
    """

    schema: str = PROVENANCE_SCHEMA
    source: str
    symbol: str | None
    title: str | None
    corpus: Bounds
    series: tuple[str, ...]
    clauses: tuple[TracedClause, ...]
    day: str | None = None
    until: str | None = None


def to_json(provenance: Provenance) -> str:
    """The provenance as it is published, indented."""
    told = TracedText(
        source=provenance.source, symbol=provenance.symbol, title=provenance.title,
        corpus=provenance.corpus,
        series=tuple(record.symbol or record.id for record in provenance.series),
        clauses=tuple(map(_clause, provenance.clauses)),
        day=provenance.day, until=provenance.until,
    )  # fmt: skip
    return in_json(told)


def _clause(clause: ClauseTrace) -> TracedClause:
    return TracedClause(
        paragraph=clause.paragraph, number=clause.number, part=clause.part, span=clause.span,
        verdict=clause.verdict, matches=tuple(map(_match, clause.matches)),
        pieces=tuple(TracedPiece(each.span, _match(each.match)) for each in clause.pieces),
        nearest=_match(clause.nearest) if clause.nearest else None,
        half_quoted=_half(clause.half_quoted) if clause.half_quoted else None,
    )  # fmt: skip


def _half(half: HalfQuoted) -> TracedHalf:
    return TracedHalf(half.span, half.conceded, half.main, half.certain, _match(half.match))


def _match(match: Match) -> TracedMatch:
    source = _place(match.source)
    return TracedMatch(
        symbol=source.symbol, paragraph=source.paragraph, date=source.date, title=source.title,
        committee=source.committee, adoption=source.adoption, similarity=match.similarity,
        own_series=match.own_series, edits=match.edits, omitted=match.omitted,
        differs=match.differs, texts=match.texts, earliest=_place(match.earliest),
        latest=_place(match.latest), adopted=match.adopted,
    )  # fmt: skip


def _place(clause: Clause) -> TracedPlace:
    record = clause.record
    return TracedPlace(
        symbol=record.symbol or record.id, paragraph=clause.paragraph, date=record.date,
        title=record.title, committee=record.committee, adoption=record.adoption,
    )  # fmt: skip
