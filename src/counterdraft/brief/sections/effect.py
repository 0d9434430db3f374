"""Effect on the rival: what clauses of the draft would do to it, were they adopted."""

from __future__ import annotations

from counterdraft.brief.case import Case
from counterdraft.brief.flagged import findings_of, told
from counterdraft.brief.report import Prose, Section, Statement


def effect(case: Case) -> Section | None:
    """The section; None where no clause was found to have such an effect."""
    findings = findings_of(case, "effect")
    if not findings or case.known.findings is None:
        return None
    rival = case.known.findings.rival
    held = (
        f"Held against: {rival}." if rival else "No rival was given; told is what the words settle."
    )
    prose = Prose((Statement(held),))
    return Section("effect", "Effect on the rival", (prose, *told(case, findings, ["effect"])))
