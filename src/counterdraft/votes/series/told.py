"""A history → sentences and rows, which every form shows in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from counterdraft.lexicon.vote_sources import vote_source
from counterdraft.model.history import Change, Entry, History, members_of
from counterdraft.model.vote import Vote
from counterdraft.votes.claims.numbers import label_of
from counterdraft.votes.series.shipped import said_of
from counterdraft.votes.series.texts import name_of
from counterdraft.wording.english import counted, listed, long_date, sentence

STANDS = {
    "yes": "in favour", "no": "against", "abstain": "abstaining", "not voting": "not voting",
    "no Member": "no Member",
}  # fmt: skip
COLUMNS = ("Year", "Text", "In favour", "Against", "Abstaining", "Not voting", "Members", "How")
_FIGURES = {"tally against list", "tallies differ", "positions differ"}
_FAULTS = {"more voters than Members", "listed twice", "not a Member", "unknown name"}
_MODES = {
    "recorded vote": "recorded vote", "without a vote": "without a vote",
    "show of hands": "show of hands", "secret ballot": "secret ballot",
    "unknown": "how is not known",
}  # fmt: skip
_KINDS = {
    "asked": "what was asked for", "title": "the same title", "like title": "a title like it",
    "cites": "citing one of it", "cited": "cited by one of it", "listed": "the file",
    "sponsors": "sponsors", "subjects": "subjects", "text": "a text of it",
}  # fmt: skip


class Row(NamedTuple):
    """A vote as a row: "2005", its name, four numbers with their shares, Members, how, notes."""

    vote: Vote
    year: str
    text: str
    numbers: tuple[str, str, str, str]
    members: str
    how: str
    notes: tuple[str, ...]
    why: str


def heading(history: History) -> str:
    """What the history is of."""
    return f"Votes on “{history.series.title}”"


def summary(history: History) -> Iterator[str]:
    """Which texts there are, how they were adopted and found, and what is left open."""
    yield from extent(history)
    yield from _found_by(history)
    yield from left_open(history)


def extent(history: History) -> Iterator[str]:
    """Which texts there are, since when, and how they were adopted."""
    votes = [each.vote for each in history.years]
    said = list(_modes(votes))
    until = f", as of {long_date(history.as_of)}" if history.as_of else ""
    span = "–".join(dict.fromkeys((label_of(votes[0]), label_of(votes[-1]))))
    yield (
        f"{history.series.body}, {counted(len(votes), 'text')} as a whole known here, "
        f"{span}{until}: {listed(said)}."
    )
    if history.later:
        yield f"{sentence(counted(history.later, 'later text'))[:-1]} left out."


def _found_by(history: History) -> Iterator[str]:
    kinds = Counter(each.reasons[0].kind for each in history.years if each.reasons)
    found = [f"{_KINDS[kind]} ({count})" for kind, count in kinds.most_common()]
    yield f"In the series by: {listed(found)}."


def _modes(votes: Sequence[Vote]) -> Iterator[str]:
    """How many texts were acted on in each way, and of how many that is inferred."""
    modes = Counter(vote.mode for vote in votes)
    for mode, count in sorted(modes.items(), key=lambda each: (-each[1], each[0])):
        inferred = sum(bool(vote.inferred) for vote in votes if vote.mode == mode)
        way = {"recorded vote": "by a recorded vote", "unknown": "of which it is not known how"}
        tail = f" ({inferred} of them inferred)" if inferred else ""
        yield f"{count} {way.get(mode, _MODES[mode])}{tail}"


def left_open(history: History) -> Iterator[str]:
    """What is not known of the series, or not clear."""
    yield from history.series.notes
    missing = [str(session) for gap in history.gaps for session in gap.sessions]
    if missing:
        yield (
            f"No text of it is known here of {'sessions' if len(missing) > 1 else 'session'} "
            f"{listed(missing)}; that need not mean that there was none."
        )
    unclear = [name_of(each.vote) for each in history.series.unclear]
    if unclear:
        are = "are" if len(unclear) > 1 else "is"
        yield f"May belong to it, and {are} not counted: {listed(unclear)}."


def rows(entries: Sequence[Entry]) -> Iterator[Row]:
    """Each vote as a row."""
    for entry in entries:
        vote = entry.vote
        yield Row(
            vote, label_of(vote), _name(vote), _numbers(vote),
            str(members_of(vote) or "") if vote.tally else "", how(vote), tuple(_notes(vote)),
            "; ".join(reason.said for reason in entry.reasons),
        )  # fmt: skip


def _name(vote: Vote) -> str:
    return vote.id if vote.id.startswith(vote.symbol or "\0") else name_of(vote)


def how(vote: Vote) -> str:
    """How a text was acted on, and whether anybody states that."""
    outcome = ", rejected" if vote.outcome == "rejected" else ""
    return f"{_MODES[vote.mode]}{outcome}{' (inferred)' if vote.inferred else ''}"


def _numbers(vote: Vote) -> tuple[str, str, str, str]:
    tally = vote.tally
    if tally is None:
        return ("", "", "", "")
    base = members_of(vote)
    yes, no, abstain, absent = (
        _share(number, base) for number in (tally.yes, tally.no, tally.abstain, tally.not_voting)
    )
    return yes, no, abstain, absent


def _share(number: int | None, base: int | None) -> str:
    if number is None:
        return "not known"
    return f"{number} ({100 * number / base:.1f}%)" if base else str(number)


def _notes(vote: Vote) -> Iterator[str]:
    """What must be known to read the row right, with the sources of the figures."""
    if vote.inferred:
        yield f"Inferred: {vote.inferred}."
    if vote.part:
        yield f"Only of {counted(vote.named, 'Member')} it is told how they voted."
    known = {each.known for each in vote.disagreements if each.known}
    yield from (f"{sentence(each)}" for each in sorted(known))
    for each in vote.disagreements:
        if each.known is None and each.fault in _FIGURES:
            yield sentence(f"sources differ: {each.said}")
        if each.known is None and each.fault in _FAULTS:
            yield sentence(f"something is wrong in a source: {each.said}")
    source = vote_source(vote.tally_from or "")
    if vote.tally is not None and source is not None and source.counted:
        yield sentence(source.counted)
    if vote.precision != "day" and vote.date and not vote.inferred:
        yield f"The day is not known, only the {vote.precision}."


def source_said(key: str) -> str:
    """What a source is called, and who made it."""
    said, known = said_of(key), vote_source(key)
    return said or (f"{known.title} ({known.by})" if known else key)


def sources(history: History) -> tuple[str, ...]:
    """The sources of all votes shown, in words."""
    keys = dict.fromkeys(key for each in history.years for key in each.vote.sources)
    return tuple(dict.fromkeys(source_said(key) for key in keys))


def change_said(change: Change, history: History) -> str:
    """How many moved between two votes, or why that is not known."""
    one, other = history.vote(change.before), history.vote(change.after)
    head = f"{label_of(one)} ({_name(one)}) to {label_of(other)} ({_name(other)})"
    if change.unknown:
        return f"{head}: who moved is not known: {change.unknown}."
    moved = len(change.moves)
    said = f"{head}: {counted(moved, 'Member')} moved, {change.stayed} did not"
    if change.between:
        years = listed([label_of(history.vote(each)) for each in change.between])
        said += f"; {years} without a vote lie between, and tell nobody’s position"
    return f"{said}."


def moves_said(change: Change) -> Iterator[tuple[str, str]]:
    """Who moved, by way: "from in favour to abstaining", with the names."""
    for way, some in groupby(change.moves, key=lambda each: (each.before, each.after)):
        names = [each.name for each in some]
        yield f"{STANDS[way[0]]} → {STANDS[way[1]]} ({len(names)})", ", ".join(names)
