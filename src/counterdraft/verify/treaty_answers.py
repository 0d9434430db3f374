"""A claim that a State did something under a treaty → what registers say to it.

A signature is not a ratification, and a ratification no accession: an entry of another act does not
bear a claim out. A register that knows years alone leaves a day open.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.lexicon.members import continued_by
from counterdraft.model.register import EITHER, NEVER, Act, Entry
from counterdraft.verify.act_entries import (
    BINDING,
    PARTY,
    bears,
    entries_told,
    entry_fit,
    is_either,
    of_the_act,
    when_untold,
)
from counterdraft.verify.answered import Answer, Asked, sides
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import bounds, day_said, fit
from counterdraft.verify.denied_acts import answer_denied
from counterdraft.verify.told import act_said, registers_have, said, source_named, state_said
from counterdraft.wording.english import listed

_NO_ACTION = "no action"


def answer_act(claim: Claim, asked: Asked) -> Answer:
    """The answer; ``claim.date`` has its year where it has one at all.

    Where registers have nothing of a State, what they have of the one that continues it is told.
    """
    found = _answer(claim, asked)
    heir = None if found.entries else continued_by(claim.subject)
    known = _known(claim._replace(subject=heir), asked) if heir is not None else []
    if heir is None or not known:
        return found
    told = f"registers have, of {state_said(heir)}, which continues it: {entries_told(known)}"
    return found._replace(nearby=(*found.nearby, *said(told)))


def _answer(claim: Claim, asked: Asked) -> Answer:
    known = _known(claim, asked)
    never = [each for each in known if each.value == NEVER and _denies(each, claim)]
    acts = [each for each in known if each.value != NEVER and each.date]
    aside = [each for each in acts if _of_a_signature(each, acts)]
    done = [each for each in acts if each not in aside]
    if claim.denied or claim.value == PARTY:
        done = [each for each in done if not _told_by(each, [e for e in done if not is_either(e)])]
    if claim.denied:
        return answer_denied(claim, asked, done, never)
    found = sides((each, entry_fit(claim, each, asked)) for each in done if bears(each, claim))
    other = _by_another_act(claim, done, found["agrees"])
    found["agrees"] = [each for each in found["agrees"] if not _told_by(each, other)]
    against = [*found["differs"], *other]
    against += [each for each in never if _rules_out(each, claim, found["agrees"], asked)]
    nearby = (*_nearby(claim, done, asked), *_left_aside(aside))
    if found["agrees"] and against:
        entries = (*found["agrees"], *against)
        told = f"registers disagree: {entries_told(entries)}"
        return Answer("contested", said(told), entries, None, nearby)
    if found["agrees"] and when_untold(claim):
        agreed = tuple(found["agrees"])
        return Answer("unknown", said(when_untold(claim), entries_told(agreed)), agreed)
    if found["agrees"] and (gone := _withdrawals(claim, done, found["agrees"])):
        entries = (*found["agrees"], *gone)
        told = f"{entries_told(entries)}: whether it was bound after that is not told"
        return Answer("unknown", said(told), entries, None, nearby)
    if found["agrees"] and not of_the_act(claim, found["agrees"]):
        told = "bound by it then, and by which act the register does not tell"
        agreed = tuple(found["agrees"])
        return Answer("unknown", said(f"{entries_told(agreed)}: {told}"), agreed, None, nearby)
    if found["agrees"]:
        return _holds(found["agrees"], nearby)
    if against and not claim.shared:
        question = _question(claim, [*against, *done])
        told = f"{entries_told(against)}: not as claimed"
        return Answer("does not hold", said(told), tuple(against), question, nearby)
    return _open(claim, (*found["open"], *(against or never)), nearby)


def _known(claim: Claim, asked: Asked) -> list[Entry]:
    acts: tuple[Act, ...] = ("signature", *BINDING, "withdrawal")
    return [
        each for act in acts for each in asked.entries(act, claim.subject, claim.object)
    ]  # fmt: skip


def _of_a_signature(entry: Entry, acts: Sequence[Entry]) -> bool:
    """Whether a year that does not tell the act is that of a signature, and not of what bound."""
    if not is_either(entry):
        return False
    bound = [each for each in acts if each.act in BINDING and not is_either(each)]
    years = {(each.date or "")[:4] for each in bound}
    signed = {(each.date or "")[:4] for each in acts if each.act == "signature"}
    return bool(years) and entry.date not in years and entry.date in signed


def _withdrawals(claim: Claim, done: Sequence[Entry], agreed: Sequence[Entry]) -> list[Entry]:
    """By what a State that is called a party may be none: it withdrew, and did not come back."""
    last = max(each.date or "" for each in agreed)
    until = bounds(claim.date)[1] if claim.date else ""
    return [
        each
        for each in done
        if claim.value == PARTY and each.act == "withdrawal"
        and last <= (each.date or "") and (not until or bounds(each.date or "")[0] <= until)
    ]  # fmt: skip


def _left_aside(entries: Sequence[Entry]) -> tuple[str, ...]:
    told = [f"{each.date} ({each.source})" for each in entries]
    return said(f"left aside, as the year of the signature: {listed(told)}") if told else ()


def _by_another_act(claim: Claim, done: Sequence[Entry], agreed: Sequence[Entry]) -> list[Entry]:
    """Entries by which the State was bound in another way than is claimed.

    Where the act that is claimed is known as well: those of its very day, for one of them is wrong.
    """
    if claim.value or claim.act not in BINDING:
        return []
    same = [each for each in done if each.act == claim.act and not is_either(each)]
    other = [e for e in done if e.act in BINDING and e.act != claim.act and not is_either(e)]
    if not same and not any(not is_either(each) for each in agreed):
        return other
    return [each for each in other if each.date in {own.date for own in same if own in agreed}]


def _told_by(entry: Entry, exact: Sequence[Entry]) -> bool:
    """Whether a year that does not tell the act is that of an entry which does: one fact, twice."""
    return is_either(entry) and any(
        fit(entry.date or "", each.date or "") == "agrees" for each in exact
    )


def _denies(entry: Entry, claim: Claim) -> bool:
    """Whether "no ratification" speaks to the claim; to a signature where no act is known."""
    return claim.act in BINDING or (claim.act == "signature" and entry.note == _NO_ACTION)


def _rules_out(entry: Entry, claim: Claim, agreed: Sequence[Entry], asked: Asked) -> bool:
    """Whether an absence, which holds up to a day, lies after what is claimed."""
    if entry.as_of is None:
        return False
    day = claim.date or asked.as_of
    if claim.date is None and agreed:
        day = max(each.date or "" for each in agreed)
    return day is not None and bounds(day)[1] <= bounds(entry.as_of)[1]


def _holds(agreed: list[Entry], nearby: tuple[str, ...]) -> Answer:
    exact = [each for each in agreed if not is_either(each)]
    loose = () if exact else ("The register does not tell ratification from accession.",)
    chosen = tuple(exact or agreed)
    return Answer("holds", said(entries_told(chosen)), chosen, None, (*loose, *nearby))


def _open(claim: Claim, entries: tuple[Entry, ...], nearby: tuple[str, ...]) -> Answer:
    if not entries:
        return Answer(
            "unknown", said("no register that was asked has such an entry"), (), None, nearby
        )
    if claim.shared:
        told = "one date stands for several here, and it is not said that it is of each"
        return Answer("unknown", said(told, entries_told(entries)), entries, None, nearby)
    if claim.value == PARTY:
        told = f"{entries_told(entries)}: a State is bound some time after it, and when is not told"
        return Answer("unknown", said(told), entries, None, nearby)
    told = f"{entries_told(entries)}: not exact enough to settle it"
    return Answer("unknown", said(told), entries, None, nearby)


def _nearby(claim: Claim, done: Sequence[Entry], asked: Asked) -> tuple[str, ...]:
    """What the act that is claimed is not, where a register knows of it."""
    if claim.act == "signature":
        bound = [each for each in done if each.act in BINDING]
        if bound:
            return said(f"a signature is not a ratification; of that: {entries_told(bound)}")
        until = f" by {day_said(asked.as_of)}" if asked.as_of else ""
        return said(
            f"a signature is not a ratification, and of one{until} no register has an entry"
        )
    signed = [each for each in done if each.act == "signature"]
    if signed and claim.act in BINDING:
        return said(f"a signature is not a ratification; of that: {entries_told(signed)}")
    return ()


def _question(claim: Claim, entries: Sequence[Entry]) -> str:
    """A slip as a question: what the register has in place of what is claimed."""
    on_day = [e for e in entries if e.date and claim.date and fit(claim.date, e.date) == "agrees"]
    shown = on_day or [each for each in entries if each.date]
    if not shown:
        if claim.value:
            return f"On what does it rest that {state_said(claim.subject)} is a party?"
        return f"On what does the {act_said(claim)} rest?"
    # Of one register the first is the nearest; another may have it otherwise.
    exact = [each for each in shown if not is_either(each)] or shown
    first = {each.register: each for each in reversed(exact)}
    return f"{registers_have(first.values(), _act_had)}. Is what stands here meant so?"


def _act_had(entry: Entry) -> str:
    article = "an accession" if entry.act == "accession" else f"a {entry.act}"
    article = f"a {EITHER}" if is_either(entry) else article
    return f"{article} {source_named(entry)}"
