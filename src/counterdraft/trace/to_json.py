"""A Provenance → its JSON: for each clause its verdict, its matches, and the words changed."""

from __future__ import annotations

from typing import Any

import msgspec

from counterdraft.model import Clause, ClauseTrace, Match, Provenance


def to_json(provenance: Provenance) -> str:
    """The provenance; a match is told by the place that it is nearest in, and by its bounds."""
    told = {
        "schema": provenance.schema, "source": provenance.source, "symbol": provenance.symbol,
        "title": provenance.title, "corpus": msgspec.to_builtins(provenance.corpus),
        "series": [record.symbol or record.id for record in provenance.series],
        "clauses": list(map(_clause, provenance.clauses)),
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"


def _clause(clause: ClauseTrace) -> dict[str, Any]:
    return {
        "paragraph": clause.paragraph, "number": clause.number, "part": clause.part,
        "span": clause.span, "verdict": clause.verdict,
        "matches": list(map(_match, clause.matches)),
        "pieces": [{"span": each.span, "match": _match(each.match)} for each in clause.pieces],
        "nearest": _match(clause.nearest) if clause.nearest else None,
    }  # fmt: skip


def _match(match: Match) -> dict[str, Any]:
    return _place(match.source) | {
        "similarity": match.similarity, "own_series": match.own_series,
        "edits": match.edits, "omitted": match.omitted, "differs": match.differs,
        "texts": match.texts, "earliest": _place(match.earliest), "latest": _place(match.latest),
        "adopted": msgspec.to_builtins(match.adopted),
    }  # fmt: skip


def _place(clause: Clause) -> dict[str, Any]:
    record = clause.record
    return {
        "symbol": record.symbol or record.id, "paragraph": clause.paragraph, "date": record.date,
        "title": record.title, "committee": record.committee,
        "adoption": msgspec.to_builtins(record.adoption),
    }  # fmt: skip
