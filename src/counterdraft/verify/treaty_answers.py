"""A claim that a State did something under a treaty → what registers say to it.

A signature is not a ratification, and a ratification no accession: an entry of another act does not
bear a claim out. A register that knows years alone leaves a day open.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counterdraft.model.register import EITHER, NEVER, Act, Entry
from counterdraft.verify.answered import Answer, Asked, sides
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import Fit, bounds, day_said, fit
from counterdraft.verify.limits import fit_in_time, not_done_in_time
from counterdraft.verify.told import act_said, acts_told, said, source_named, state_said
from counterdraft.wording.english import listed

_BINDING: tuple[Act, ...] = ("ratification", "accession", "succession")
_NO_ACTION = "no action"
# A treaty binds a State after its instrument, and no sooner than all others: when, is not told.
_FORCE = "in force"
_PARTY = "party"
_YEAR = len("2014")
_LATE = "-10"
# A State is bound some weeks after it deposits its instrument: either day may be meant.
_IN_FORCE = 150


def answer_act(claim: Claim, asked: Asked) -> Answer:
    """The answer; ``claim.date`` has its year where it has one at all."""
    known = _known(claim, asked)
    never = [each for each in known if each.value == NEVER and _denies(each, claim)]
    acts = [each for each in known if each.value != NEVER and each.date]
    aside = [each for each in acts if _of_a_signature(each, acts)]
    done = [each for each in acts if each not in aside]
    if claim.denied or claim.value == _PARTY:
        done = [each for each in done if not _told_by(each, [e for e in done if not _either(e)])]
    if claim.denied:
        return _answer_denied(claim, asked, done, never)
    found = sides((each, _fit(claim, each, asked)) for each in done if _bears(each, claim))
    other = _by_another_act(claim, done, found["agrees"])
    found["agrees"] = [each for each in found["agrees"] if not _told_by(each, other)]
    against = [*found["differs"], *other]
    against += [each for each in never if _rules_out(each, claim, found["agrees"], asked)]
    nearby = (*_nearby(claim, done, asked), *_left_aside(aside))
    if found["agrees"] and against:
        entries = (*found["agrees"], *against)
        told = f"registers disagree: {_told(entries)}"
        return Answer("contested", said(told), entries, None, nearby)
    if found["agrees"] and _when_untold(claim):
        agreed = tuple(found["agrees"])
        return Answer("unknown", said(_when_untold(claim), _told(agreed)), agreed)
    if found["agrees"] and not _of_the_act(claim, found["agrees"]):
        told = "bound by it then, and by which act the register does not tell"
        agreed = tuple(found["agrees"])
        return Answer("unknown", said(f"{_told(agreed)}: {told}"), agreed, None, nearby)
    if found["agrees"]:
        return _holds(found["agrees"], nearby)
    if against and not claim.shared:
        question = _question(claim, [*against, *done])
        told = f"{_told(against)}: not as claimed"
        return Answer("does not hold", said(told), tuple(against), question, nearby)
    return _open(claim, (*found["open"], *(against or never)), nearby)


def _when_untold(claim: Claim) -> str:
    """Why the time of an act is not certain, for which the claim has no date; empty where it is."""
    if claim.time == "told otherwise":
        return "the text tells the time in words that are not read"
    if claim.undated:
        return "a date stands near, and it is not certain whether it is the claim’s"
    if claim.time == "then":
        return "at what time it had not been done, the text does not say here"
    return ""


def _known(claim: Claim, asked: Asked) -> list[Entry]:
    acts: tuple[Act, ...] = ("signature", *_BINDING, "withdrawal")
    return [
        each for act in acts for each in asked.entries(act, claim.subject, claim.object)
    ]  # fmt: skip


def _either(entry: Entry) -> bool:
    """Whether a register does not tell ratification from accession."""
    return entry.value == EITHER


def _of_a_signature(entry: Entry, acts: Sequence[Entry]) -> bool:
    """Whether a year that does not tell the act is that of a signature, and not of what bound."""
    if not _either(entry):
        return False
    bound = [each for each in acts if each.act in _BINDING and not _either(each)]
    years = {(each.date or "")[:4] for each in bound}
    signed = {(each.date or "")[:4] for each in acts if each.act == "signature"}
    return bool(years) and entry.date not in years and entry.date in signed


def _left_aside(entries: Sequence[Entry]) -> tuple[str, ...]:
    told = [f"{each.date} ({each.source})" for each in entries]
    return said(f"left aside, as the year of the signature: {listed(told)}") if told else ()


def _bears(entry: Entry, claim: Claim) -> bool:
    """Whether an entry is of the act that is claimed."""
    if claim.value:
        return entry.act in _BINDING
    return entry.act == claim.act or (_either(entry) and claim.act in _BINDING)


def _fit(claim: Claim, entry: Entry, asked: Asked) -> Fit:
    when = entry.date or ""
    if claim.date is None:
        if asked.as_of is None:
            return "agrees"
        late = bounds(when)[1] > bounds(asked.as_of)[1]
        unsure = claim.value == _PARTY and _soon_after(asked.as_of, when)
        return "open" if late or unsure else "agrees"
    found = fit_in_time(claim.time, claim.date, when)
    if claim.value == _FORCE:
        return "differs" if bounds(claim.date)[1] < bounds(when)[0] else "open"
    if claim.value == _PARTY and _may_be_bound(claim, entry, found):
        return "open"
    return found


def _may_be_bound(claim: Claim, entry: Entry, found: Fit) -> bool:
    """Whether it is open if a State was bound on a day: some time after its instrument it is.

    The year of the instrument is said of both, unless it is of the last months of a year. Who
    succeeds is bound from a day before it.
    """
    day, when = claim.date or "", entry.date or ""
    if found == "differs":
        return entry.act == "succession" or (not claim.time and _soon_after(day, when))
    if claim.time:
        return found == "agrees" and _soon_after(day, when)
    return found == "agrees" and (len(day) > _YEAR or when[_YEAR:] >= _LATE)


def _soon_after(claimed: str, deposited: str) -> bool:
    first, last = bounds(deposited)[0], bounds(claimed)[0]
    try:
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return True
    return 0 <= days <= _IN_FORCE + (365 if len(deposited) == len("2014") else 0)


def _by_another_act(claim: Claim, done: Sequence[Entry], agreed: Sequence[Entry]) -> list[Entry]:
    """Entries by which the State was bound in another way than is claimed.

    Where the act that is claimed is known as well: those of its very day, for one of them is wrong.
    """
    if claim.value or claim.act not in _BINDING:
        return []
    same = [each for each in done if each.act == claim.act and not _either(each)]
    other = [e for e in done if e.act in _BINDING and e.act != claim.act and not _either(e)]
    if not same and not any(not _either(each) for each in agreed):
        return other
    return [each for each in other if each.date in {own.date for own in same if own in agreed}]


def _told_by(entry: Entry, exact: Sequence[Entry]) -> bool:
    """Whether a year that does not tell the act is that of an entry which does: one fact, twice."""
    return _either(entry) and any(
        fit(entry.date or "", each.date or "") == "agrees" for each in exact
    )


def _of_the_act(claim: Claim, agreed: Sequence[Entry]) -> bool:
    """Whether entries tell the act that is claimed; "ratified" is said of whatever binds."""
    loose = claim.value or claim.act not in ("accession", "succession")
    return bool(loose) or any(not _either(each) for each in agreed)


def _denies(entry: Entry, claim: Claim) -> bool:
    """Whether "no ratification" speaks to the claim; to a signature where no act is known."""
    return claim.act in _BINDING or (claim.act == "signature" and entry.note == _NO_ACTION)


def _rules_out(entry: Entry, claim: Claim, agreed: Sequence[Entry], asked: Asked) -> bool:
    """Whether an absence, which holds up to a day, lies after what is claimed."""
    if entry.as_of is None:
        return False
    day = claim.date or asked.as_of
    if claim.date is None and agreed:
        day = max(each.date or "" for each in agreed)
    return day is not None and bounds(day)[1] <= bounds(entry.as_of)[1]


def _holds(agreed: list[Entry], nearby: tuple[str, ...]) -> Answer:
    exact = [each for each in agreed if not _either(each)]
    loose = () if exact else ("The register does not tell ratification from accession.",)
    chosen = tuple(exact or agreed)
    return Answer("holds", said(_told(chosen)), chosen, None, (*loose, *nearby))


def _open(claim: Claim, entries: tuple[Entry, ...], nearby: tuple[str, ...]) -> Answer:
    if not entries:
        return Answer(
            "unknown", said("no register that was asked has such an entry"), (), None, nearby
        )
    if claim.shared:
        told = "one date stands for several here, and it is not said that it is of each"
        return Answer("unknown", said(told, _told(entries)), entries, None, nearby)
    if claim.value == _PARTY:
        told = f"{_told(entries)}: a State is bound some time after it, and when is not told"
        return Answer("unknown", said(told), entries, None, nearby)
    told = f"{_told(entries)}: not exact enough to settle it"
    return Answer("unknown", said(told), entries, None, nearby)


def _answer_denied(
    claim: Claim, asked: Asked, done: Sequence[Entry], never: Sequence[Entry]
) -> Answer:
    """An answer to "has not ratified", "had not by 2013".

    An act by then refutes it; one that came later bears it out, for it is done once, and so does a
    register that is complete up to then.
    """
    acts = [each for each in done if _bears(each, claim)]
    found = sides((each, _not_done(claim, each, asked)) for each in acts)
    day = claim.date or asked.as_of
    fresh = [e for e in never if day and e.as_of and bounds(day)[1] <= bounds(e.as_of)[1]]
    against, later = found["differs"], found["agrees"]
    if _withdrew(done):
        against, later = [], []
    open_still = _when_untold(claim)
    if open_still and (acts or not fresh):
        return Answer("unknown", said(open_still, _told(acts)), tuple(acts))
    if against and (fresh or later):
        entries = (*against, *later, *fresh)
        return Answer("contested", said(f"registers disagree: {_told(entries)}"), entries)
    if against:
        return Answer("does not hold", said(_told(against)), tuple(against))
    if fresh and not found["open"]:
        return Answer("holds", said(_told((*later, *fresh))), (*later, *fresh))
    if later and not found["open"]:
        return Answer("holds", said(f"{_told(later)}, and not by then"), tuple(later))
    if acts:
        told = f"{_told(acts)}: not exact enough to settle it"
        return Answer("unknown", said(told), tuple(acts))
    told = "no register that was asked is complete up to the day that it is held against"
    return Answer("unknown", said(told, _told(never) if never else ""), tuple(never))


def _not_done(claim: Claim, entry: Entry, asked: Asked) -> Fit:
    """Whether an entry bears out that the act was not done, or not by then."""
    if claim.date is None:
        return "differs" if _fit(claim, entry, asked) == "agrees" else "open"
    found = not_done_in_time(claim.time, claim.date, entry.date or "")
    if found == "differs" and not _of_the_act(claim, [entry]):
        return "open"
    if claim.value and found != "agrees" and _soon_after(claim.date, entry.date or ""):
        return "open"
    return found


def _withdrew(done: Sequence[Entry]) -> bool:
    """Whether a State withdrew, and may have come back."""
    return any(each.act == "withdrawal" for each in done)


def _told(entries: Sequence[Entry]) -> str:
    return listed([_one(each) for each in entries]) if entries else ""


def _one(entry: Entry) -> str:
    if entry.value == NEVER:
        until = f" up to {day_said(entry.as_of)}" if entry.as_of else ""
        return f"no ratification or accession{until} ({entry.source})"
    return acts_told([entry])


def _nearby(claim: Claim, done: Sequence[Entry], asked: Asked) -> tuple[str, ...]:
    """What the act that is claimed is not, where a register knows of it."""
    if claim.act == "signature":
        bound = [each for each in done if each.act in _BINDING]
        if bound:
            return said(f"a signature is not a ratification; of that: {_told(bound)}")
        until = f" by {day_said(asked.as_of)}" if asked.as_of else ""
        return said(
            f"a signature is not a ratification, and of one{until} no register has an entry"
        )
    signed = [each for each in done if each.act == "signature"]
    if signed and claim.act in _BINDING:
        return said(f"a signature is not a ratification; of that: {_told(signed)}")
    return ()


def _question(claim: Claim, entries: Sequence[Entry]) -> str:
    """A slip as a question: what the register has in place of what is claimed."""
    on_day = [e for e in entries if e.date and claim.date and fit(claim.date, e.date) == "agrees"]
    shown = next(iter(on_day or [each for each in entries if each.date]), None)
    if shown is None:
        if claim.value:
            return f"On what does it rest that {state_said(claim.subject)} is a party?"
        return f"On what does the {act_said(claim)} rest?"
    article = "an accession" if shown.act == "accession" else f"a {shown.act}"
    article = f"a {EITHER}" if _either(shown) else article
    return f"The register has {article} {source_named(shown)}. Is what stands here meant so?"
