"""Two recorded votes → who stands elsewhere in the second: by seat, not by name.

A seat that another Member took over (a State that continues one) is read as one; who was a Member
on one of the days only came or went.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from counterdraft.lexicon.members import line_of, members
from counterdraft.model.history import Change, Entry, Move, Stand, stand_of
from counterdraft.model.rollcall import POSITIONS
from counterdraft.model.vote import Vote
from counterdraft.votes.series.texts import name_of
from counterdraft.wording.english import counted, listed

_LISTS = {"tally against list", "tallies differ", "positions differ", "listed twice"}


def changes(years: Sequence[Entry]) -> tuple[Change, ...]:
    """What moved from each recorded vote to the next."""
    votes = [each.vote for each in years]
    recorded = [vote for vote in votes if vote.mode not in {"without a vote", "unknown"}]
    sessions = Counter(vote.session for vote in votes if vote.session)
    twice = {session for session, count in sessions.items() if count > 1}
    return tuple(_change(one, other, votes, twice) for one, other in pairwise(recorded))


def _change(one: Vote, other: Vote, votes: Sequence[Vote], twice: set[str]) -> Change:
    between = votes[votes.index(one) + 1 : votes.index(other)]
    names = tuple(vote.id for vote in between if vote.mode == "without a vote")
    unknown = _unknown(one, other, twice)
    if unknown:
        return Change(before=one.id, after=other.id, between=names, unknown=unknown)
    moves, stayed = _moves(one, other)
    return Change(
        before=one.id, after=other.id, moves=moves, stayed=stayed, between=names,
        notes=tuple(_notes(one, other)),
    )  # fmt: skip


def _unknown(one: Vote, other: Vote, twice: set[str]) -> str | None:
    without = [name_of(vote) for vote in (one, other) if vote.list_from is None]
    if without:
        return f"no list of who voted how is known for {listed(without)}"
    both = [vote.session for vote in (one, other) if vote.session in twice]
    if both:
        said = listed(list(dict.fromkeys(each for each in both if each)))
        return f"session {said} has several texts, and which follows which is not known"
    return None


def _moves(one: Vote, other: Vote) -> tuple[tuple[Move, ...], int]:
    """Who moved, by the position left and the one taken, then by name; and how many did not."""
    before, after = _stands(one), _stands(other)
    moves, stayed = [], 0
    left_out = _not_known(one, before, after) | _not_known(other, after, before)
    for seat in sorted({*before, *after} - left_out):
        code, then = before.get(seat, (None, "no Member"))
        later, now = after.get(seat, (code, "no Member"))
        if then == now:
            stayed += 1
        else:
            name = members()[later or code or seat].name
            moves.append(Move(later or code or seat, name, then, now))
    order = (*POSITIONS, "no Member")
    moves.sort(key=lambda m: (order.index(m.before), order.index(m.after), m.name))
    return tuple(moves), stayed


def _not_known(vote: Vote, here: Mapping[str, object], there: Mapping[str, object]) -> set[str]:
    """Seats of which it is not known whether they had a vote."""
    unsure = {_seat(code) for code in vote.unsure}
    return unsure | (set(there) - set(here) if vote.members is None or vote.part else set())


def _stands(vote: Vote) -> dict[str, tuple[str | None, Stand]]:
    """The Member on each seat that had a position, and which; who may have had one is left out."""
    sides = (vote.yes, vote.no, vote.abstain, vote.not_voting)
    return {
        _seat(code): (code, stand_of(position))
        for position, codes in zip(POSITIONS, sides, strict=True)
        for code in codes
        if code not in vote.unsure
    }


@cache
def _seat(code: str) -> str:
    return line_of(code)[0]


def _unsure(vote: Vote) -> str:
    """Why of some States it is not known whether they moved."""
    states = counted(len(vote.unsure), "State")
    if vote.part:
        return f"of {states} the position at {name_of(vote)} is not told: its lists have some only"
    if any(each.fault == "listed twice" for each in vote.disagreements):
        return f"of {states} the position at {name_of(vote)} is not clear"
    members = "a Member" if len(vote.unsure) == 1 else "Members"
    return f"{states} may or may not have been {members} at {name_of(vote)}"


def _notes(one: Vote, other: Vote) -> Iterator[str]:
    for vote in (one, other):
        if any(each.fault in _LISTS for each in vote.disagreements):
            sizes = f"{len(vote.yes)}-{len(vote.no)}-{len(vote.abstain)}"
            yield (
                f"the lists of {name_of(vote)} count {sizes} and differ from its figures or "
                "from other lists"
            )
        if vote.unsure:
            yield _unsure(vote)
        elif vote.members is None:
            yield f"who could have voted on {name_of(vote)} and did not is not known"
