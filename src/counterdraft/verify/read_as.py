"""A claim → as what it was read, in words."""

from __future__ import annotations

from counterdraft.model.register import BETWEEN
from counterdraft.verify.cited import ANOTHER
from counterdraft.verify.claim import WITHIN, Claim
from counterdraft.verify.days import dated
from counterdraft.verify.tallies import tally_said
from counterdraft.verify.told import act_said, cycle_said, state_said
from counterdraft.wording.english import listed


def read_as(claim: Claim) -> str:
    """ "signature of the Convention … by Japan on 3 July 2013"."""
    when = f" {dated(claim.date)}" if claim.date else ""
    match claim.act:
        case "review":
            which = f"{cycle_said(claim.object)} of the " if claim.object else ""
            return f"review of {state_said(claim.subject)}, {which}Universal Periodic Review,{when}"
        case "recommendations":
            which = f", {cycle_said(claim.object)}" if claim.object else ""
            return f"recommendations to {state_said(claim.subject)}{which}, {claim.value}"
        case "adoption" if claim.value == ANOTHER:
            return f"{claim.subject}, called another organ’s"
        case "adoption":
            return f"{claim.subject} as adopted{when}"
        case "tally":
            return f"{claim.subject} as adopted {tally_said(claim.value)}"
        case "citation":
            return f"{claim.subject} as bearing on the matter"
        case "title":
            return f"{claim.subject} as entitled “{claim.value}”"
        case "meeting" | "event" | "report":
            *parties, words = claim.subject.split(BETWEEN)
            of = f" of {listed([state_said(each) for each in parties])}" if parties else ""
            under_way = ", under way" if claim.value == WITHIN else ""
            if not when and claim.object and claim.act != "report":
                when = f", in {claim.object}"
            return f"{claim.act}: {words}{of}{under_way}{when}"
        case "statement":
            return f"praise or welcome by “{claim.subject}”"
        case "name":
            return f"“{claim.subject}” as a name"
        case _:
            return act_said(claim)
