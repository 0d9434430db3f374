"""The variants of a clause, or its timeline → JSON."""

from __future__ import annotations

from typing import Any

from counterdraft.model import AskedClause, Clause, Rank, Record, Step, Timeline, Variant, Variants
from counterdraft.text.in_json import in_json


def variants_to_json(variants: Variants) -> str:
    """The ranks, weak to strong as far as they compare, each with its wordings."""
    told = {"schema": variants.schema} | _asked(variants.asked)
    return _json(told | {"read": variants.read, "ranks": list(map(_rank, variants.ranks))})


def timeline_to_json(timeline: Timeline) -> str:
    """The steps, oldest first."""
    told = {"schema": timeline.schema} | _asked(timeline.asked)
    return _json(told | {"basis": timeline.basis, "steps": list(map(_step, timeline.steps))})


def _json(told: dict[str, Any]) -> str:
    return in_json(told)


def _asked(asked: AskedClause) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in asked.__struct_fields__}


def _rank(rank: Rank) -> dict[str, Any]:
    return {
        "force": rank.force, "stronger_than": rank.above, "does_not_compare_with": rank.apart,
        "wordings": list(map(_variant, rank.variants)),
    }  # fmt: skip


def _variant(variant: Variant) -> dict[str, Any]:
    committees = dict.fromkeys(each.record.committee for each in variant.places)
    return {
        "own": not variant.places, "phrase": variant.phrase, "text": variant.text,
        "similarity": variant.similarity, "edits": variant.edits, "differs": variant.differs,
        "texts": len({each.record.id for each in variant.places}),
        "committees": [each for each in committees if each], "adopted": variant.adopted,
        "places": list(map(_place, variant.places)),
    }  # fmt: skip


def _place(clause: Clause) -> dict[str, Any]:
    return _record(clause.record) | {"paragraph": clause.paragraph}


def _step(step: Step) -> dict[str, Any]:
    record = _record(step.record) if step.record else {"date": step.date}
    return record | {
        "own": step.record is None, "paragraph": step.paragraph, "number": step.number,
        "text": step.text, "wording": step.wording, "edits": step.edits, "differs": step.differs,
    }  # fmt: skip


def _record(record: Record) -> dict[str, Any]:
    return {
        "symbol": record.symbol or record.id, "date": record.date, "title": record.title,
        "committee": record.committee, "adoption": record.adoption,
    }  # fmt: skip
