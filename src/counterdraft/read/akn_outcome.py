"""How Akoma Ntoso says that a text was adopted, and what it is about.

In: a statement, or what holds several. Out: an ``Adoption``, a ``Ballot``, and the UN's own terms.
Of the terms only those that catalogue the text are taken, not those that follow from the
sustainable development goals that a machine found in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from counterdraft.model import Adoption
from counterdraft.model.adoption import AdoptionMode
from counterdraft.model.ballot import Ballot
from counterdraft.model.rollcall import Outcome, Position
from counterdraft.read.akn_names import AKN, plain

_META = f"{AKN}meta/{AKN}"
_VOTING = f"{_META}analysis/{AKN}parliamentary/{AKN}voting"
_NOT_ADOPTED = frozenset({"notAdopted", "veto"})
_MODES: dict[str, AdoptionMode] = {
    "adoptedWithoutVote": "without a vote",
    "adoptedByAcclamation": "without a vote",
    "adoptedRecordedVote": "recorded vote",
}
_TALLY = re.compile(r"Adopted (\d{1,5})-(\d{1,5})-(\d{1,5})\b")
_WITHOUT = re.compile(r"Adopted (?:without (?:a )?vote|through silence procedure)")
_SIDES = ("inFavour", "against", "abstaining")
_POSITIONS: dict[str, Position] = {"inFavour": "yes", "against": "no", "abstaining": "abstain"}
_VOTERS = "{http://un.org/akn4un}voters"
_MEETING = re.compile(r"(?:A|S)/(?:\S+/)?PV\.?\d+.*")
_THESAURUS, _NAMES = "UNBIS Thesaurus", "DHLAUTH"


def adoption_of(scope: etree._Element) -> Adoption:
    """How ``scope`` says that it was adopted, by its voting and the steps of its workflow."""
    steps = list(scope.iterfind(f"{_META}workflow/{AKN}step"))
    voting = scope.find(_VOTING)
    outcome = voting.get("outcome", "") if voting is not None else ""
    tally = _tally(voting) if voting is not None else ()
    if any(step.get("outcome") in _NOT_ADOPTED for step in steps):
        return Adoption("not adopted", *tally)
    mode = _MODES.get(outcome) or ("recorded vote" if tally else None)
    if mode is not None:
        return Adoption(mode, *tally) if mode == "recorded vote" else Adoption(mode)
    adopted = [step for step in steps if step.get("outcome") == "adopted"]
    words = [outcome, *(step.get(name, "") for step in adopted for name in ("as", "by"))]
    return next((found for each in words if (found := _in_words(each))), Adoption())


def _tally(voting: etree._Element) -> tuple[int, ...]:
    """In favour, against, abstaining; where those in favour are counted, a side left out had none.

    (So it is in all 115 of the General Assembly's that leave one out, sessions 74-79.)
    """
    counts = {
        each.get("refersTo"): each.get("value", "") for each in voting.iterfind(f"{AKN}count")
    }
    found = [counts.get(side, "0") for side in _SIDES]
    if _SIDES[0] not in counts or not all(each.isdecimal() and len(each) < 6 for each in found):
        return ()
    return tuple(map(int, found))


def _in_words(text: str) -> Adoption | None:
    """ "Adopted 90-0-47, 87th plenary meeting": as it is said where no element does."""
    found = _TALLY.match(text)
    if found:
        return Adoption("recorded vote", *map(int, found.groups()))
    return Adoption("without a vote") if _WITHOUT.match(text) else None


def ballot_of(scope: etree._Element) -> Ballot:
    """How ``scope`` says that it was voted, with every name in its lists, as printed."""
    steps = list(scope.iterfind(f"{_META}workflow/{AKN}step"))
    voting = scope.find(_VOTING)
    adoption = adoption_of(scope)
    tally = _tally(voting) if voting is not None else ()
    if not tally and adoption.yes is not None:
        tally = (adoption.yes, adoption.no or 0, adoption.abstain or 0)
    voters = tuple(_voters(voting)) if voting is not None else ()
    mode = "recorded vote" if tally or voters else adoption.mode
    meetings = (_MEETING.match(step.get("as", "")) for step in steps)
    return Ballot(
        mode="unknown" if mode == "not adopted" else mode, outcome=_outcome(adoption, steps),
        meeting=next((found[0] for found in meetings if found), None), tally=tally, voters=voters,
    )  # fmt: skip


def _voters(voting: etree._Element) -> Iterator[tuple[str, Position]]:
    for count in voting.iterfind(f"{AKN}count"):
        side = _POSITIONS.get(count.get("refersTo", ""))
        for name in count.iterfind(f"{_VOTERS}/*") if side else ():
            yield (plain(name) or "", side or "yes")


def _outcome(adoption: Adoption, steps: list[etree._Element]) -> Outcome:
    if adoption.mode == "not adopted":
        return "rejected"
    said = adoption.mode != "unknown" or any(s.get("outcome") == "adopted" for s in steps)
    return "adopted" if said else "unknown"


def subjects_of(scope: etree._Element) -> tuple[str, ...]:
    """The terms of the UN's thesaurus, in capitals as it has them, and names that it knows."""
    found: dict[str, None] = {}
    for group in scope.iterfind(f"{_META}classification"):
        if group.get("source", "").rstrip("/").endswith("sdg"):
            continue
        for word in group.iterfind(f"{AKN}keyword"):
            shown = " ".join(word.get("showAs", "").replace("_", " ").split())
            if shown and word.get("dictionary") in {_THESAURUS, _NAMES}:
                found[shown.upper() if word.get("dictionary") == _THESAURUS else shown] = None
    return tuple(found)
