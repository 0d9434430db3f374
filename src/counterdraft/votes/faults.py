"""Where the accounts of a vote differ from each other, from themselves, or from the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.lexicon.members import members as register
from counterdraft.model.rollcall import Position, RollCall, Tally
from counterdraft.model.vote import Disagreement

_SHOWN = 8


def disagreements(
    accounts: Sequence[RollCall],
    best: RollCall | None,
    listing: RollCall | None,
    strangers: Sequence[str],
    seats: int | None,
    known: str | None,
) -> tuple[Disagreement, ...]:
    """Every one of them; ``known`` is said of those about figures and lists."""
    found = [
        *(fault for each in accounts for fault in _within(each)),
        *_figures(accounts, best), *_positions(accounts, listing),
        *_dates(accounts), *_modes(accounts), *_strangers(strangers, listing),
        *_too_many(best, seats),
    ]  # fmt: skip
    return tuple(
        Disagreement(each.fault, each.said, each.accounts, known)
        if known and each.fault in {"tally against list", "tallies differ", "positions differ"}
        else each
        for each in found
    )


def said(tally: Tally) -> str:
    """Figures as they are commonly given: in favour, against, abstaining."""
    return f"{tally.yes}-{tally.no}-{tally.abstain}"


def _differ(told: Tally, figures: Tally, *, part: bool) -> bool:
    """Whether ``told`` is other than ``figures``; counted in a list of some Members: is more."""
    sides = ((told.yes, figures.yes), (told.no, figures.no), (told.abstain, figures.abstain))
    return any(has > can if part else has != can for has, can in sides)


def _within(account: RollCall) -> Iterator[Disagreement]:
    """What an account says against itself."""
    counted = account.counted()
    if account.tally and counted and _differ(counted, account.tally, part=account.part):
        words = f"it prints {said(account.tally)} and lists {said(counted)}"
        yield Disagreement("tally against list", words, (account.id,))
    lists = (account.yes, account.no, account.abstain, account.absent)
    names = [code for side in lists for code in side]
    twice = sorted({code for code in names if names.count(code) > 1}) if (
        len(names) > len(set(names))) else []  # fmt: skip
    if twice:
        yield Disagreement(
            "listed twice", f"it lists more than once: {_named(twice)}", (account.id,)
        )
    for each in account.unknown:
        near = f"; nearest: {', '.join(each.nearest)}" if each.nearest else ""
        words = f"no Member is known as \u201c{each.name}\u201d ({each.position}){near}"
        yield Disagreement("unknown name", words, (account.id,))


def _figures(accounts: Sequence[RollCall], best: RollCall | None) -> Iterator[Disagreement]:
    """Accounts whose figures, printed or counted, differ from those that stand."""
    if best is None or best.tally is None:
        return
    for each in accounts:
        figures = each.tally or each.counted()
        if each is best or figures is None:
            continue
        if _differ(figures, best.tally, part=each.part and each.tally is None):
            words = f"{said(best.tally)} by {best.source}, {said(figures)} by {each.source}"
            yield Disagreement("tallies differ", words, (best.id, each.id))


def _positions(accounts: Sequence[RollCall], listing: RollCall | None) -> Iterator[Disagreement]:
    others = [each for each in accounts if each.listed and each is not listing]
    if listing is None or not others:
        return
    ours = _by_code(listing)
    for each in others:
        theirs = _by_code(each)
        differ = [
            f"{_named([code])} {ours.get(code, 'in no list')} and {theirs.get(code, 'in no list')}"
            for code in sorted(_both(listing, ours, each, theirs))
            if ours.get(code, "not voting") != theirs.get(code, "not voting")
        ]
        if differ:
            more = f"; and {len(differ) - _SHOWN} more" if len(differ) > _SHOWN else ""
            words = f"by {listing.source} and {each.source}: {'; '.join(differ[:_SHOWN])}{more}"
            yield Disagreement("positions differ", words, (listing.id, each.id))


def _both(
    one: RollCall, ours: dict[str, Position], other: RollCall, theirs: dict[str, Position]
) -> set[str]:
    """Whose positions can differ: one that has some Members says nothing of the others."""
    if one.part or other.part:
        among = [set(side) for each, side in ((one, ours), (other, theirs)) if each.part]
        return set.intersection(*among)
    return {*ours, *theirs}


def _by_code(account: RollCall) -> dict[str, Position]:
    sides: tuple[tuple[Position, tuple[str, ...]], ...] = (
        ("yes", account.yes), ("no", account.no),
        ("abstain", account.abstain), ("not voting", account.absent),
    )  # fmt: skip
    return {code: side for side, codes in sides for code in codes}


def _dates(accounts: Sequence[RollCall]) -> Iterator[Disagreement]:
    dated = [each for each in accounts if each.date]
    for each in dated[1:]:
        length = min(len(each.date or ""), len(dated[0].date or ""))
        if (each.date or "")[:length] != (dated[0].date or "")[:length]:
            words = f"{dated[0].date} by {dated[0].source}, {each.date} by {each.source}"
            yield Disagreement("dates differ", words, (dated[0].id, each.id))


def _modes(accounts: Sequence[RollCall]) -> Iterator[Disagreement]:
    told = [each for each in accounts if each.mode != "unknown"]
    for each in told[1:]:
        if each.mode != told[0].mode:
            words = f"{told[0].mode} by {told[0].source}, {each.mode} by {each.source}"
            yield Disagreement("modes differ", words, (told[0].id, each.id))


def _strangers(codes: Sequence[str], listing: RollCall | None) -> Iterator[Disagreement]:
    if codes and listing:
        words = f"not a Member on {listing.date}: {_named(codes)}"
        yield Disagreement("not a Member", words, (listing.id,))


def _too_many(best: RollCall | None, seats: int | None) -> Iterator[Disagreement]:
    if best and best.tally and seats is not None:
        voters = best.tally.yes + best.tally.no + best.tally.abstain
        if voters > seats:
            words = f"{voters} votes, and there were {seats} Members"
            yield Disagreement("more voters than Members", words, (best.id,))


def _named(codes: Sequence[str]) -> str:
    names = [register()[code].name for code in codes[:_SHOWN]]
    more = f" and {len(codes) - _SHOWN} more" if len(codes) > _SHOWN else ""
    return ", ".join(names) + more
