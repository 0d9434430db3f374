"""A claim that a State did not do something under a treaty → what registers say to it."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model.register import Entry
from counterdraft.verify.act_entries import (
    bears,
    entries_told,
    entry_fit,
    of_the_act,
    soon_after,
    when_untold,
)
from counterdraft.verify.answered import Answer, Asked, sides
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import Fit, bounds
from counterdraft.verify.limits import not_done_in_time
from counterdraft.verify.told import said


def answer_denied(
    claim: Claim, asked: Asked, done: Sequence[Entry], never: Sequence[Entry]
) -> Answer:
    """An answer to "has not ratified", "had not by 2013".

    An act by then refutes it; one that came later bears it out, for it is done once, and so does a
    register that is complete up to then.
    """
    acts = [each for each in done if bears(each, claim)]
    found = sides((each, _not_done(claim, each, asked)) for each in acts)
    day = claim.date or asked.as_of
    fresh = [e for e in never if day and e.as_of and bounds(day)[1] <= bounds(e.as_of)[1]]
    if _withdrew(done):
        found = {"agrees": [], "differs": [], "open": acts}
    against, later = found["differs"], found["agrees"]
    open_still = when_untold(claim)
    if open_still and (acts or not fresh):
        return Answer("unknown", said(open_still, entries_told(acts)), tuple(acts))
    if against and (fresh or later):
        entries = (*against, *later, *fresh)
        return Answer("contested", said(f"registers disagree: {entries_told(entries)}"), entries)
    if against:
        return Answer("does not hold", said(entries_told(against)), tuple(against))
    if fresh and not found["open"]:
        return Answer("holds", said(entries_told((*later, *fresh))), (*later, *fresh))
    if later and not found["open"]:
        return Answer("holds", said(f"{entries_told(later)}, and not by then"), tuple(later))
    if acts:
        told = f"{entries_told(acts)}: not exact enough to settle it"
        return Answer("unknown", said(told), tuple(acts))
    told = "no register that was asked is complete up to the day that it is held against"
    return Answer("unknown", said(told, entries_told(never) if never else ""), tuple(never))


def _not_done(claim: Claim, entry: Entry, asked: Asked) -> Fit:
    """Whether an entry bears out that the act was not done, or not by then."""
    if claim.date is None:
        return "differs" if entry_fit(claim, entry, asked) == "agrees" else "open"
    found = not_done_in_time(claim.time, claim.date, entry.date or "")
    if found == "differs" and not of_the_act(claim, [entry]):
        return "open"
    if claim.value and found != "agrees" and soon_after(claim.date, entry.date or ""):
        return "open"
    return found


def _withdrew(done: Sequence[Entry]) -> bool:
    """Whether a State withdrew, and may have come back."""
    return any(each.act == "withdrawal" for each in done)
