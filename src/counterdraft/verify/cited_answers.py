"""The day of a cited resolution → what registers say to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterdraft.lexicon.organs import council_years
from counterdraft.lexicon.sessions import closed, followed, opened
from counterdraft.model.register import AS_CITED, Entry
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.cited import ANOTHER
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import come, fit
from counterdraft.verify.told import said
from counterdraft.wording.english import listed, long_date

_NO_ENTRY = "no register that was asked has this resolution"
_DAY = len("2014-05-01")
_OF_ASSEMBLY = re.compile(r"A/RES/((?:E?S-)?\d+)/")
_YEAR = 4  # figures
_NUMBERED = re.compile(r"(?P<session>A/RES/(?:E?S-)?\d+/)(?P<number>\d+)")
_SESSION = (opened, closed, followed)
_OF_COUNCIL = re.compile(r"S/RES/(?P<number>\d+)\(\d{4}\)")


def answer_adoption(claim: Claim, asked: Asked) -> Answer:
    """The day on which a resolution was adopted.

    Where a record differs, other texts that cite it are heard: if they have the day that is
    claimed, the record may be the one that is wrong, and both are shown. It is not where the
    resolutions numbered before and after it bear its day out: then a slip was copied.
    """
    known = asked.entries("adoption", claim.subject)
    if claim.value == ANOTHER:
        return _of_another(claim, known)
    agreed = [each for each in known if _agrees(claim, each)]
    if not known and (voted := _of_the_vote(claim, asked)):
        return voted
    if not known:
        asks = _not_in_session(claim) or _not_of_year(claim) or _not_yet(claim, asked)
        return asks or Answer("unknown", said(_NO_ENTRY))
    if agreed and len(agreed) == len(known):
        return Answer("holds", said(_told(agreed)), tuple(agreed))
    cited = asked.entries("adoption", claim.subject, AS_CITED)
    slips = [each for each in cited if _agrees(claim, each)]
    if slips and (around := _borne_out(claim, known, asked)):
        return _slip(claim, known, slips, around)
    known = [*known, *cited]
    agreed = [each for each in known if _agrees(claim, each)]
    if agreed:
        return Answer("contested", said(f"sources disagree: {_told(known)}"), tuple(known))
    question = (
        f"{claim.subject} is of {_days(known)} in the register. Is the date, or the number, right?"
    )
    return _not_so(claim, known, tuple(known), question)


def _of_the_vote(claim: Claim, asked: Asked) -> Answer | None:
    """The day of the vote by which it was adopted, where registers have that alone.

    One that differs refutes nothing: the table may have the day of another step.
    """
    votes = [each for each in asked.entries("tally", claim.subject) if each.date]
    if not votes:
        return None
    told = _told(votes, "its vote was on")
    if all(_agrees(claim, each) for each in votes):
        return Answer("holds", said(told), tuple(votes))
    question = f"The vote on {claim.subject} was on {_days(votes)}. Is the date right?"
    return Answer("unknown", said(told), tuple(votes), question)


def _of_another(claim: Claim, known: Sequence[Entry]) -> Answer:
    """A question: which organ is named, or the number, may be the slip."""
    told = "no resolution of the organ that is named here has a number like that"
    has = f"{claim.subject} was {_told(known)}" if known else ""
    question = f"Is {claim.subject} meant, of another organ, or another number?"
    return Answer("unknown", said(told, has), tuple(known), question)


def _not_so(
    claim: Claim, known: Sequence[Entry], entries: tuple[Entry, ...], question: str
) -> Answer:
    """What is ``known`` refutes the claim, unless its date stands for several."""
    if claim.shared:
        told = "one date stands for several here, and it is not said that it is of each"
        return Answer("unknown", said(told, _told(known)), entries, question)
    return Answer("does not hold", said(_told(known)), entries, question)


def _borne_out(claim: Claim, known: Sequence[Entry], asked: Asked) -> tuple[Entry, ...]:
    """The resolutions numbered before and after, where the record's day fits between theirs.

    And the claimed one does not: numbers are given in the order of adoption. Where registers
    disagree on any of these days none is borne out.
    """
    numbered = _NUMBERED.fullmatch(claim.subject)
    day, claimed = _one_day(known), claim.date or ""
    if numbered is None or day is None or len(claimed) != _DAY:
        return ()
    number = int(numbered["number"])
    before, after = (
        asked.entries("adoption", f"{numbered['session']}{n}") for n in (number - 1, number + 1)
    )
    first, last = _one_day(before), _one_day(after)
    if first is None or last is None or first <= claimed <= last:
        return ()
    return (before[0], after[0]) if first <= day <= last else ()


def _one_day(entries: Sequence[Entry]) -> str | None:
    """The day that all entries have; None where they have none, or not the same one."""
    days = {each.date or "" for each in entries}
    return days.pop() if len(days) == 1 and all(len(each) == _DAY for each in days) else None


def _slip(
    claim: Claim, known: Sequence[Entry], slips: Sequence[Entry], around: Sequence[Entry]
) -> Answer:
    """A day that later texts copied from one another, as their sources say."""
    days = [f"{each.subject} is of {long_date(each.date)}" for each in around if each.date]
    copied = listed([each.source.removeprefix("as ") for each in slips])
    question = (
        f"{claim.subject} is of {_days(known)} in the register, and {listed(days)}. Is the date "
        f"right, or was a slip copied ({copied} with the date that stands here)?"
    )
    return _not_so(claim, known, (*known, *slips, *around), question)


def _not_in_session(claim: Claim) -> Answer | None:
    """A question on a day that is none of the session which the number names.

    No more than that: the text may mean another body's resolution of that number.
    """
    numbered = _OF_ASSEMBLY.match(claim.subject)
    first, last, after = (day(numbered[1] if numbered else None) for day in _SESSION)
    date = claim.date or ""
    if len(date) != _DAY or not numbered:
        return None
    told = f"the session of the General Assembly that {claim.subject} names"
    if first and date < first:
        told += f" opened on {long_date(first)}"
    elif last and date > last:
        told += f" closed on {long_date(last)}"
    elif after and date > after:
        told += f" had closed by {long_date(after)}, when the next opened"
    else:
        return None
    question = "Is the date right, or the number, or is it a resolution of another body?"
    return Answer("unknown", said(_NO_ENTRY, told), (), question)


def _not_yet(claim: Claim, asked: Asked) -> Answer | None:
    """A question on a day that had not come when the text was written, or is held against."""
    if not claim.date or come(claim.date, asked.as_of):
        return None
    told = f"the day comes after {long_date(asked.as_of or '')}, which the text is held against"
    return Answer("unknown", said(_NO_ENTRY, told), (), "Is the date right?")


def _not_of_year(claim: Claim) -> Answer | None:
    """A question on a year in which the Security Council adopted no resolution of that number."""
    numbered = _OF_COUNCIL.fullmatch(claim.subject)
    year = claim.date or ""
    of_year = council_years().get(int(year)) if numbered and len(year) == _YEAR else None
    if numbered is None or of_year is None or int(numbered["number"]) in of_year:
        return None
    told = f"resolutions of the Security Council of {claim.date} are {of_year[0]} to {of_year[-1]}"
    question = f"Is the year right, or the number? {claim.subject} is of another year."
    return Answer("unknown", said(_NO_ENTRY, told), (), question)


def _agrees(claim: Claim, entry: Entry) -> bool:
    return bool(claim.date and entry.date) and fit(claim.date or "", entry.date or "") == "agrees"


def _days(entries: Sequence[Entry]) -> str:
    days = sorted({each.date for each in entries if each.date})
    return listed([long_date(each) for each in days], "or")


def _told(entries: Sequence[Entry], how: str = "adopted on") -> str:
    return listed([f"{how} {long_date(e.date)} ({e.source})" for e in entries if e.date])
