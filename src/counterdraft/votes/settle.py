"""All accounts of one vote → what stands: figures, lists, who did not vote, disagreements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from counterdraft.lexicon.bodies import all_vote
from counterdraft.model.rollcall import Mode, Outcome, Precision, RollCall, Tally
from counterdraft.model.vote import Known, Vote
from counterdraft.votes.electorate import Silent, all_named, outsiders, silent, unnamed
from counterdraft.votes.faults import disagreements

T = TypeVar("T")
_FEW = 3
"""A list of less than this part of the Members is none of all voters: no decision is taken without
a majority of them present (rule 67 of the Assembly's rules of procedure)."""


class Lists(NamedTuple):
    """The lists of one account, each Member once; ``torn`` are those in two of them."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()

    def voted(self) -> tuple[str, ...]:
        """Everyone that voted."""
        return (*self.yes, *self.no, *self.abstain)


def settle(name: str, accounts: Sequence[RollCall], known: Known | None = None) -> Vote:
    """One vote from its accounts, the best first; ``known`` is what is known of its faults."""
    right = known.right if known else None
    best = next((each for each in accounts if each.tally), None)
    figures = right or (best.tally if best else None)
    listing = _listing(accounts, figures)
    lists = lists_of(listing) if listing else Lists()
    date, precision = _date(accounts)
    body = accounts[0].body
    part = listing is not None and not _has_all(listing, lists, figures)
    still = _still(listing, date, lists, part=part) if listing else Silent((), (), None)
    members = still.members if listing else silent(body, date, (), ()).members
    printed = figures or (_counted(listing, lists) if listing and not part else None)
    known_by = still if listing and not (part or listing.unknown) else None
    tally = printed if lists.torn else _whole(printed, known_by, members)
    modes: list[Mode] = [each.mode for each in accounts if each.mode != "unknown"]
    mode = _first(modes, "unknown")
    return Vote(
        id=name, body=body, date=date, precision=precision, mode=mode,
        session=_known([each.session for each in accounts]),
        matter=_first([each.matter for each in accounts if each.matter != "unknown"], "unknown"),
        outcome=_outcome(accounts, mode),
        symbol=_known([each.symbol for each in accounts]),
        draft=_known([each.draft for each in accounts]),
        meeting=_known([each.meeting for each in accounts]),
        title=_known([each.title for each in accounts]),
        detail=_known([each.detail for each in accounts]),
        agenda_item=_known([each.agenda_item for each in accounts]),
        subjects=_all([each.subjects for each in accounts]),
        issues=_all([each.issues for each in accounts]),
        tally=tally,
        tally_from=_whose(accounts, figures) if figures
        else listing.id if listing and not part else None,
        list_from=listing.id if listing else None,
        yes=lists.yes, no=lists.no, abstain=lists.abstain,
        not_voting=tuple(code for code in still.not_voting if code not in lists.torn),
        unsure=tuple(dict.fromkeys((*still.unsure, *lists.torn))), members=members,
        sponsors=_first([each.sponsors for each in accounts if each.sponsors], ()),
        joined=_first([each.joined for each in accounts if each.joined], ()),
        inferred=None if any(each.inferred is None for each in accounts) else accounts[0].inferred,
        disagreements=disagreements(
            accounts, best, listing, outsiders(body, date, lists.voted()),
            None if right else members, known.said if known else None,
        ),
        accounts=tuple(each.id for each in accounts),
        sources=tuple(dict.fromkeys(each.source for each in accounts)),
        part=part,
    )  # fmt: skip


def lists_of(account: RollCall) -> Lists:
    """The lists of an account without repetitions; who stands in two is in none."""
    whole = (*account.yes, *account.no, *account.abstain, *account.absent)
    if len(set(whole)) == len(whole):
        return Lists(account.yes, account.no, account.abstain, account.absent)
    sides = [dict.fromkeys(side) for side in (account.yes, account.no, account.abstain)]
    named = [code for side in (*sides, dict.fromkeys(account.absent)) for code in side]
    torn = {code for code in named if named.count(code) > 1} if len(named) > len(set(named)) else ()
    yes, no, abstain = (tuple(code for code in side if code not in torn) for side in sides)
    absent = tuple(code for code in dict.fromkeys(account.absent) if code not in torn)
    return Lists(yes, no, abstain, absent, tuple(sorted(torn)))


def _has_all(account: RollCall, lists: Lists, figures: Tally | None) -> bool:
    """Whether an account lists everyone that voted.

    That is so unless it may be of some Members only, or has so few that it must be, whatever a
    public source means by it; then where the figures say so, or where everyone that had a vote is
    in one of its lists.
    """
    if not account.part and (account.own or not _few(account, lists)):
        return True
    sizes = (_sizes(account), _sides(_counted(account, lists)))
    if figures and _sides(figures) in sizes:
        return True
    named = (*lists.voted(), *lists.absent, *lists.torn)
    return all_named(account.body, account.date, named, len(account.unknown))


def _few(account: RollCall, lists: Lists) -> bool:
    """Whether an account names less than a third of those that had a vote."""
    voters = silent(account.body, account.date, (), ()).members
    if voters is None or not all_vote(account.body):
        return False
    named = {*lists.voted(), *lists.absent, *lists.torn}
    return (len(named) + len(account.unknown)) * _FEW < voters


def _still(account: RollCall, date: str | None, lists: Lists, *, part: bool) -> Silent:
    """Who did not vote, by the account whose lists count.

    Who is in none of them may have voted where they have some Members only, or a name that no
    Member is known by.
    """
    body, named = account.body, (*lists.voted(), *lists.absent)
    found = silent(body, date, lists.voted(), lists.absent)
    if not part and not account.unknown:
        return found
    members = silent(body, date, (), ()).members if part else found.members
    return Silent(tuple(sorted(lists.absent)), unnamed(body, date, named), members)


def _listing(accounts: Sequence[RollCall], figures: Tally | None) -> RollCall | None:
    """The account whose lists count: the best one that agrees with the figures, else the best.

    One that lists everyone is better than any that may not.
    """
    listed = sorted((each for each in accounts if each.listed), key=lambda each: each.part)
    wanted = _sides(figures) if figures else None
    return next((each for each in listed if _sizes(each) == wanted), listed[0] if listed else None)


def _whose(accounts: Sequence[RollCall], figures: Tally) -> str | None:
    """The account that prints the figures, else one whose lists have them."""
    printed = [each for each in accounts if each.tally and _sides(each.tally) == _sides(figures)]
    listed = [each for each in accounts if each.listed and _sizes(each) == _sides(figures)]
    return next((each.id for each in (*printed, *listed)), None)


def _sides(tally: Tally) -> tuple[int, int, int]:
    return (tally.yes, tally.no, tally.abstain)


def _counted(account: RollCall, lists: Lists) -> Tally:
    """The figures by the lists, each name once; who is torn between two of them is in none."""
    bare = replace(account, yes=lists.yes, no=lists.no, abstain=lists.abstain, listed=True)
    return bare.counted() or Tally(0, 0, 0)


def _sizes(account: RollCall) -> tuple[int, int, int]:
    lists = lists_of(account)
    return (len(lists.yes), len(lists.no), len(lists.abstain))


def _date(accounts: Sequence[RollCall]) -> tuple[str | None, Precision]:
    """The date that is known most exactly, of the best account among equals."""
    dated = [each for each in accounts if each.date]
    best = max(dated, key=lambda each: len(each.date or ""), default=None)
    return (best.date, best.precision) if best else (None, "unknown")


def _whole(printed: Tally | None, still: Silent | None, members: int | None) -> Tally | None:
    """The figures, with how many did not vote where it is printed or follows."""
    if printed is None or printed.not_voting is not None or members is None:
        return printed
    missing = members - printed.yes - printed.no - printed.abstain
    if missing < 0 or (still is not None and still.unsure):
        return printed
    return Tally(printed.yes, printed.no, printed.abstain, missing)


def _outcome(accounts: Sequence[RollCall], mode: Mode) -> Outcome:
    told: list[Outcome] = [each.outcome for each in accounts if each.outcome != "unknown"]
    return _first(told, "adopted" if mode == "without a vote" else "unknown")


def _first(values: Sequence[T], default: T) -> T:
    return values[0] if values else default


def _known(values: Sequence[str | None]) -> str | None:
    return next((each for each in values if each), None)


def _all(values: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in values for word in each))
