"""Some texts of a series → all of them: by title, by titles like it, by citation of one another.

In: the votes to begin with, all votes on whole texts of that body, and a corpus where there is one.
Out: entries with the reasons why each is in, and those that may belong. Two titles that stand
beside each other in session after session are two series, however alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterdraft.model.corpus import Corpus
from counterdraft.model.history import Entry, Reason
from counterdraft.model.vote import Vote
from counterdraft.votes.series.cited import cited_texts
from counterdraft.votes.series.texts import in_time, name_of
from counterdraft.votes.series.titles import Title, alike, likeness, same, title_of, titled
from counterdraft.wording.english import listed, shortened

_SHOWN = 90


class Grown(NamedTuple):
    """A series: its texts, and what may belong to it."""

    entries: tuple[Entry, ...]
    unclear: tuple[Entry, ...]


class _Group(NamedTuple):
    """All texts of one title."""

    title: Title
    votes: tuple[Vote, ...]

    @property
    def sessions(self) -> frozenset[str]:
        return frozenset(vote.session for vote in self.votes if vote.session)


def grow(
    seed: Sequence[Vote], texts: Sequence[Vote], corpus: Corpus | None = None,
    why: str = "it was asked for",
) -> Grown:  # fmt: skip
    """The series that ``seed`` begins; ``why`` says what put it there."""
    groups = _groups(texts)
    reasons: dict[str, list[Reason]] = {}
    found: dict[str, Vote] = {}
    unclear: dict[str, Entry] = {}
    for vote in seed:
        found[vote.id] = vote
        reasons[vote.id] = [Reason("asked", why)]
    _by_title(found, reasons, unclear, groups)
    for vote, reason in cited_texts(tuple(found.values()), texts, corpus):
        found[vote.id] = vote
        reasons.setdefault(vote.id, []).append(reason)
    _by_title(found, reasons, unclear, groups)
    _among(found, reasons, corpus)
    entries = (Entry(found[name], tuple(reasons[name])) for name in found)
    left = (each for name, each in unclear.items() if name not in found)
    return Grown(tuple(sorted(entries, key=_key)), tuple(sorted(left, key=_key)))


def _key(entry: Entry) -> tuple[str, str]:
    return in_time(entry.vote)


def _groups(texts: Iterable[Vote]) -> dict[str, _Group]:
    by_title: dict[str, list[Vote]] = defaultdict(list)
    for vote in texts:
        title = titled(vote)
        if title:
            by_title[title_of(title).key].append(vote)
    return {
        key: _Group(title_of(titled(votes[0]) or ""), tuple(votes))
        for key, votes in by_title.items()
    }


def _by_title(
    found: dict[str, Vote], reasons: dict[str, list[Reason]], unclear: dict[str, Entry],
    groups: dict[str, _Group],
) -> None:  # fmt: skip
    """Take every group of a title that is one of the series', then those of titles like it."""
    while True:
        titles = _titles(found.values())
        for key in [key for key in groups if key in titles]:
            _take(groups.pop(key), Reason("title", "the same title"), found, reasons)
        near = _nearest(titles.values(), groups)
        if near is None:
            return
        group, like = near
        del groups[group.title.key]
        beside = _beside(group, found.values())
        shown = shortened(like.shown, _SHOWN)
        if beside:
            said = f"a title like “{shown}”, but both stand in session {listed(beside)}"
            unclear |= {v.id: Entry(v, (Reason("like title", said),)) for v in group.votes}
        else:
            said = "the same title, printed otherwise" if same(group.title, like) else (
                f"a title like “{shown}”")  # fmt: skip
            _take(group, Reason("like title", said), found, reasons)


def _titles(votes: Iterable[Vote]) -> dict[str, Title]:
    titles = (title_of(title) for vote in votes if (title := titled(vote)))
    return {title.key: title for title in titles}


def _take(
    group: _Group, reason: Reason, found: dict[str, Vote], reasons: dict[str, list[Reason]]
) -> None:
    for vote in group.votes:
        if vote.id not in found:
            found[vote.id] = vote
            reasons[vote.id] = [reason]


def _nearest(titles: Iterable[Title], groups: dict[str, _Group]) -> tuple[_Group, Title] | None:
    """The group whose title is most like one of ``titles``, with that one."""
    best: tuple[float, str] | None = None
    chosen: tuple[_Group, Title] | None = None
    for title in titles:
        for key, group in groups.items():
            if title.words & group.title.words and alike(title, group.title):
                rank = (-likeness(title, group.title), key)
                if best is None or rank < best:
                    best, chosen = rank, (group, title)
    return chosen


def _beside(group: _Group, votes: Iterable[Vote]) -> list[str]:
    """Sessions in which a group stands beside the series: more than one, or most of its own."""
    ours = {vote.session for vote in votes}
    both = sorted(group.sessions & ours, key=lambda each: (len(each), each))
    return both if len(both) > 1 or (both and len(group.sessions) <= 2 * len(both)) else []


def _among(found: dict[str, Vote], reasons: dict[str, list[Reason]], corpus: Corpus | None) -> None:
    """What binds each text to the one before it, beyond their titles."""
    order = sorted(found.values(), key=in_time)
    for before, vote in pairwise(order):
        reasons[vote.id] += _bound(before, vote, corpus)


def _bound(before: Vote, vote: Vote, corpus: Corpus | None) -> Iterator[Reason]:
    if corpus is not None and vote.symbol and before.symbol in corpus.cites(vote.symbol):
        yield Reason("cites", f"it cites {before.symbol}, the one before")
    shared = [each for each in vote.sponsors if each in {*before.sponsors, *before.joined}]
    if vote.sponsors and 2 * len(shared) > len(vote.sponsors):
        of = len(vote.sponsors)
        who = "its one sponsor" if of == 1 else f"{len(shared)} of its {of} sponsors"
        yield Reason("sponsors", f"{who} had sponsored {name_of(before)}")
    subjects = [each for each in vote.subjects if each in before.subjects]
    if subjects:
        yield Reason("subjects", f"subjects shared with {name_of(before)}: {listed(subjects[:3])}")
