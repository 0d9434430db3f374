"""A case → at most five sentences, the weightiest of each kind, in one order.

Every kind of thing that a reader wants to know first has a slot: what the text is, who is asked to
do what, what it would do to others or how it is new, in what it differs from the text that it is
held against, what it leaves out or where its words come from, which claims do not stand and how
votes went. The weightiest sentence of each slot is said, of six the lightest is not; where slots
are empty, or hold nothing but what any text has, the weightiest that are left over take their
places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from counterdraft.brief.case import Case
from counterdraft.brief.head.amended import amended
from counterdraft.brief.head.asks import asked, own_acts, unaddressed
from counterdraft.brief.head.beside import predecessor, revision, rival
from counterdraft.brief.head.claims import checked, votes
from counterdraft.brief.head.effects import effects
from counterdraft.brief.head.sentence import Sentence, Slot
from counterdraft.brief.head.what import what
from counterdraft.brief.head.words import cited, origins, silence
from counterdraft.brief.report import Statement

MOST = 5
# Below this a sentence is not worth a reader's time.
SLIGHT = 30
# And below this none holds its slot against a weightier one of another.
HOLDS = 40
SLOTS: tuple[Slot, ...] = get_args(Slot)
SENTENCES: tuple[Callable[[Case], Iterator[Sentence]], ...] = (
    what, asked, own_acts, unaddressed, effects, amended, rival, predecessor, revision, silence,
    origins, cited, checked, votes,
)  # fmt: skip


def head(case: Case) -> tuple[Statement, ...]:
    """The sentences, each with its evidence and the section that bears it out."""
    found = [each for make in SENTENCES for each in make(case)]
    ranked = sorted((each for each in found if each.weight >= SLIGHT), key=_weight)
    firsts = [next((each for each in ranked if each.slot == slot), None) for slot in SLOTS]
    chosen = sorted((each for each in firsts if each and each.weight >= HOLDS), key=_weight)[:MOST]
    rest = (each for each in ranked if each not in chosen)
    chosen += [each for _, each in zip(range(MOST - len(chosen)), rest, strict=False)]
    ordered = sorted(chosen, key=lambda each: (SLOTS.index(each.slot), _weight(each)))
    return tuple(each.said for each in ordered)


def _weight(each: Sentence) -> int:
    return -each.weight
