"""A condition and what of it stands in a text → whether it is met, as far as a text can tell."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.lexicon.mandate import Condition
from counterdraft.model.coverage import ConditionCover, ConditionVerdict, CoverEvidence


def condition_cover(condition: Condition, found: Sequence[CoverEvidence]) -> ConditionCover:
    """The verdict with its evidence; what merely touches a condition does not meet it."""
    verdict, said, evidence = _verdict(condition, found)
    return ConditionCover(
        id=condition.id,
        name=condition.name,
        must=condition.must,
        verdict=verdict,
        said=said,
        evidence=tuple(evidence),
        definition=condition.definition,
        source=condition.source,
    )


def _verdict(
    condition: Condition, found: Sequence[CoverEvidence]
) -> tuple[ConditionVerdict, str, Sequence[CoverEvidence]]:
    if condition.unreadable:
        return "cannot be told", condition.unreadable, ()
    if not found:
        return "not found", "No clause of the text was found to bear on it.", ()
    if condition.must == "hold":
        meeting = [e for e in found if e.degree == "addressed" and e.stance in condition.met_by]
        if meeting:
            return "met", "A clause does what the condition asks for.", meeting
    return "bears on", "Whether these words meet it is for whoever reads them to say.", found
