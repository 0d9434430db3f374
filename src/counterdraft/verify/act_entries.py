"""A claim on an act under a treaty, and an entry → whether it is of that act, and how it fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counterdraft.model.register import EITHER, NEVER, Act, Entry
from counterdraft.verify.answered import Asked
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import Fit, bounds, day_said
from counterdraft.verify.limits import fit_in_time
from counterdraft.verify.told import acts_told
from counterdraft.wording.english import listed

BINDING: tuple[Act, ...] = ("ratification", "accession", "succession")
# A treaty binds a State after its instrument, and no sooner than all others: when, is not told.
FORCE = "in force"
PARTY = "party"
_YEAR = len("2014")
_LATE = "-10"
# A State is bound some weeks after it deposits its instrument: either day may be meant.
_IN_FORCE = 150


def when_untold(claim: Claim) -> str:
    """Why the time of an act is not certain, for which the claim has no date; empty where it is."""
    if claim.time == "told otherwise":
        return "the text tells the time in words that are not read"
    if claim.undated:
        return "a date stands near, and it is not certain whether it is the claim’s"
    if claim.time == "then":
        return "at what time it had not been done, the text does not say here"
    return ""


def is_either(entry: Entry) -> bool:
    """Whether a register does not tell ratification from accession."""
    return entry.value == EITHER


def bears(entry: Entry, claim: Claim) -> bool:
    """Whether an entry is of the act that is claimed."""
    if claim.value:
        return entry.act in BINDING
    return entry.act == claim.act or (is_either(entry) and claim.act in BINDING)


def entry_fit(claim: Claim, entry: Entry, asked: Asked) -> Fit:
    """Whether an entry bears a claim out, rules it out, or leaves it open."""
    when = entry.date or ""
    if claim.date is None:
        if asked.as_of is None:
            return "agrees"
        late = bounds(when)[1] > bounds(asked.as_of)[1]
        unsure = claim.value == PARTY and soon_after(asked.as_of, when)
        return "open" if late or unsure else "agrees"
    found = fit_in_time(claim.time, claim.date, when)
    if claim.value == FORCE:
        return "differs" if bounds(claim.date)[1] < bounds(when)[0] else "open"
    if claim.value == PARTY and _may_be_bound(claim, entry, found):
        return "open"
    return found


def _may_be_bound(claim: Claim, entry: Entry, found: Fit) -> bool:
    """Whether it is open if a State was bound on a day: some time after its instrument it is.

    The year of the instrument is said of both, unless it is of the last months of a year. Who
    succeeds is bound from a day before it.
    """
    day, when = claim.date or "", entry.date or ""
    if found == "differs":
        return entry.act == "succession" or (not claim.time and soon_after(day, when))
    if claim.time:
        return found == "agrees" and soon_after(day, when)
    return found == "agrees" and (len(day) > _YEAR or when[_YEAR:] >= _LATE)


def soon_after(claimed: str, deposited: str) -> bool:
    """Whether a State that deposited its instrument then may first be bound on the day claimed."""
    first, last = bounds(deposited)[0], bounds(claimed)[0]
    try:
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return True
    return 0 <= days <= _IN_FORCE + (365 if len(deposited) == _YEAR else 0)


def of_the_act(claim: Claim, agreed: Sequence[Entry]) -> bool:
    """Whether entries tell the act that is claimed; "ratified" is said of whatever binds."""
    loose = claim.value or claim.act not in ("accession", "succession")
    return bool(loose) or any(not is_either(each) for each in agreed)


def entries_told(entries: Sequence[Entry]) -> str:
    """What entries say, with their sources; nothing where there are none."""
    return listed([_one(each) for each in entries]) if entries else ""


def _one(entry: Entry) -> str:
    if entry.value == NEVER:
        until = f" up to {day_said(entry.as_of)}" if entry.as_of else ""
        return f"no ratification or accession{until} ({entry.source})"
    return acts_told([entry])
