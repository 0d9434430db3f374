"""Effect on the rival: what clauses of the draft would do to it, and its clauses to the draft."""

from __future__ import annotations

from counterdraft.brief.case import Case
from counterdraft.brief.flagged import FOUND, findings_of, sources, tables
from counterdraft.brief.report import Prose, Section, Statement
from counterdraft.wording.flagged import RETURNED


def effect(case: Case) -> Section | None:
    """The section; None where no clause of either text was found to have such an effect."""
    known = case.known.findings
    findings = findings_of(case, "effect")
    if known is None or not (findings or known.returned):
        return None
    none = "The other text is a version of this one" if case.known.against else "No rival was given"
    held = f"Held against: {known.rival}." if known.rival else f"{none}; told is what words settle."
    found = tables(case, ((FOUND, findings), (RETURNED, known.returned)))
    every = (*findings, *known.returned)
    return Section(
        "effect", "Effect on the rival", (Prose((Statement(held),)), *found, sources(every))
    )
