"""What else rules found in the draft: all kinds that have no section of their own."""

from __future__ import annotations

from typing import get_args

from counterdraft.brief.case import Case
from counterdraft.brief.flagged import findings_of, told
from counterdraft.brief.report import Section
from counterdraft.model.finding import Kind

_ELSEWHERE = ("effect", "tension")


def found(case: Case) -> Section | None:
    """The section; None where there is nothing else."""
    kinds = [kind for kind in get_args(Kind) if kind not in _ELSEWHERE]
    findings = findings_of(case, *kinds)
    if not findings:
        return None
    return Section("found", "What else rules found", told(case, findings, kinds))
