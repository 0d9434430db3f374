"""A history → its sponsors: who they are, who came and went, who used to be there.

In: the history, the corpus where there is one, and which regional group each Member is in on a day.
Sponsors are known only where a source lists them; a text without a list says nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from counterdraft.lexicon.members import line_of, member_of, members
from counterdraft.model.corpus import Corpus
from counterdraft.model.history import History
from counterdraft.model.sponsors import Group, Sponsored, Sponsors
from counterdraft.model.vote import Vote
from counterdraft.votes.claims.numbers import label_of

GroupOf = Callable[[str, str], str | None]
"""The regional group of a Member, by its code, on a day."""

NO_GROUP = "in no group"


def sponsors(
    history: History, corpus: Corpus | None = None, group_of: GroupOf | None = None
) -> Sponsors:
    """The sponsors of each text of ``history``."""
    texts: list[Sponsored] = []
    before: Sponsored | None = None
    ever: set[str] = set()
    for entry in history.years:
        text = _text(entry.vote, corpus, before, ever)
        texts.append(text)
        if text.known:
            before = text
            ever |= {_seat(code) for code in text.all}
    groups = _groups(texts, [e.vote for e in history.years], group_of) if group_of else ()
    return Sponsors(series=history.series, as_of=history.as_of, texts=tuple(texts), groups=groups)


def _text(vote: Vote, corpus: Corpus | None, before: Sponsored | None, ever: set[str]) -> Sponsored:
    first, joined, other = _listed(vote, corpus)
    if not first and not joined:
        return Sponsored(vote=vote.id, label=label_of(vote), known=False, other=other)
    now = {_seat(code): code for code in (*first, *joined)}
    then = {_seat(code): code for code in before.all} if before else {}
    return Sponsored(
        vote=vote.id, label=label_of(vote), known=True, first=_sorted(first),
        joined=_sorted(set(joined) - set(first)), since=before.vote if before else None,
        came=_sorted(now[seat] for seat in now if before and seat not in then),
        left=_sorted(then[seat] for seat in then if seat not in now),
        missing=_sorted(_latest(seat, vote.date) for seat in ever - set(now)), other=other,
    )  # fmt: skip


def _listed(
    vote: Vote, corpus: Corpus | None
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Sponsors, who joined, and names of no Member: by the vote, else by the corpus."""
    if vote.sponsors or vote.joined:
        known = members()
        other = tuple(name for name in (*vote.sponsors, *vote.joined) if name not in known)
        return (
            tuple(code for code in vote.sponsors if code in known),
            tuple(code for code in vote.joined if code in known), other,
        )  # fmt: skip
    record = corpus.record(vote.symbol) if corpus is not None and vote.symbol else None
    if record is None:
        return (), (), ()
    found = [(name, member_of(name, vote.date)) for name in record.sponsors]
    codes = tuple(dict.fromkeys(member.code for _, member in found if member is not None))
    return codes, (), tuple(name for name, member in found if member is None)


def _seat(code: str) -> str:
    return line_of(code)[0]


def _latest(seat: str, date: str | None) -> str:
    """The Member on a seat on a day; the last one there was where none is known."""
    line = line_of(seat)
    return next((c for c in line if date and members()[c].on(date)), line[-1])


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _groups(
    texts: Sequence[Sponsored], votes: Sequence[Vote], group_of: GroupOf
) -> tuple[Group, ...]:
    """How many sponsors of each text are in each group; None where they are not known."""
    counts = []
    for text, vote in zip(texts, votes, strict=True):
        found: dict[str, int] = {}
        for code in text.all:
            name = group_of(code, vote.date or "9999") or NO_GROUP
            found[name] = found.get(name, 0) + 1
        counts.append(found if text.known else None)
    names = sorted({name for each in counts if each for name in each})
    return tuple(
        Group(name, tuple(None if each is None else each.get(name, 0) for each in counts))
        for name in names
    )
