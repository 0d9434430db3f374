"""The day of a cited resolution → what registers say to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterdraft.lexicon.organs import council_years
from counterdraft.lexicon.sessions import closed, followed, opened
from counterdraft.model.register import AS_CITED, Entry
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import come, fit
from counterdraft.verify.told import said
from counterdraft.wording.english import listed, long_date

_NO_ENTRY = "no register that was asked has this resolution"
_DAY = len("2014-05-01")
_OF_ASSEMBLY = re.compile(r"A/RES/((?:E?S-)?\d+)/")
_YEAR = 4  # figures
_SESSION = (opened, closed, followed)
_OF_COUNCIL = re.compile(r"S/RES/(?P<number>\d+)\(\d{4}\)")


def answer_adoption(claim: Claim, asked: Asked) -> Answer:
    """The day on which a resolution was adopted.

    Where a record differs, other texts that cite it are heard: if they have the day that is
    claimed, the record may be the one that is wrong, and both are shown.
    """
    known = asked.entries("adoption", claim.subject)
    agreed = [each for each in known if _agrees(claim, each)]
    if not known:
        asks = _not_in_session(claim) or _not_of_year(claim) or _not_yet(claim, asked)
        return asks or Answer("unknown", said(_NO_ENTRY))
    if agreed and len(agreed) == len(known):
        return Answer("holds", said(_told(agreed)), tuple(agreed))
    cited = asked.entries("adoption", claim.subject, AS_CITED)
    known = [*known, *cited]
    agreed = [each for each in known if _agrees(claim, each)]
    if agreed:
        return Answer("contested", said(f"sources disagree: {_told(known)}"), tuple(known))
    question = (
        f"{claim.subject} is of {_days(known)} in the register. Is the date, or the number, right?"
    )
    if claim.shared:
        told = "one date stands for several here, and it is not said that it is of each"
        return Answer("unknown", said(told, _told(known)), tuple(known), question)
    return Answer("does not hold", said(_told(known)), tuple(known), question)


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
    days = dict.fromkeys(each.date for each in entries if each.date)
    return listed([long_date(each) for each in days], "or")


def _told(entries: Sequence[Entry]) -> str:
    told = [f"adopted on {long_date(e.date)} ({e.source})" for e in entries if e.date]
    return listed(told)
