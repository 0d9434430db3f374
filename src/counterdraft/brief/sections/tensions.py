"""Tensions: clauses of the draft that cannot both be meant."""

from __future__ import annotations

from counterdraft.brief.case import Case
from counterdraft.brief.flagged import findings_of, told
from counterdraft.brief.report import Section


def tensions(case: Case) -> Section | None:
    """The section; None where none was found."""
    findings = findings_of(case, "tension")
    if not findings:
        return None
    return Section("tensions", "Tensions within the text", told(case, findings, ["tension"]))
