"""Which votes were counted, in words: how many, of which days, how far issues are told, sources.

In: votes as chosen. Out: what stands under the title of every result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterdraft.lexicon.vote_sources import vote_source
from counterdraft.model.vote import Vote
from counterdraft.votes.held_info import in_order
from counterdraft.votes.together.choice import Chosen, session_of
from counterdraft.wording.english import counted, listed, long_date

_SHIPPED = "facts"
_RUN = 3  # so many sessions in a row are told by the first and the last


def bounds_in_words(found: Chosen) -> str:
    """Which votes were counted: how many, of which days, from which sources, of which issues."""
    votes = found.votes
    dates = sorted(vote.date for vote in votes if vote.date)
    days = list(dict.fromkeys([dates[0], dates[-1]])) if dates else []
    span = f", {' to '.join(map(long_date, days))}" if days else ""
    sources = dict.fromkeys(_source(key) for vote in votes for key in vote.sources)
    told = f"; sources: {'; '.join(sorted(sources))}" if sources else ""
    rest = f"{_some_only(votes)}{_issues(found)}{told}"
    return f"{counted(len(votes), 'recorded vote')}{_alone(votes)}{span}{rest}"


def _some_only(votes: Sequence[Vote]) -> str:
    """Of how many votes the lists have some Members only."""
    part = sum(vote.part for vote in votes)
    return f"; of {part:,} of them the lists have some Members only" if part else ""


def _source(key: str) -> str:
    source = vote_source(key)
    return source.title if source else key


def _alone(votes: Sequence[Vote]) -> str:
    """That no vote was imported, where all are of what ships: it is of one subject or few."""
    if any(each.partition(":")[0] != _SHIPPED for vote in votes for each in vote.sources):
        return ""
    if not all(vote.sources for vote in votes):
        return ""
    titles = list(dict.fromkeys(f"“{vote.title}”" for vote in votes if vote.title))
    return f", all on {listed(titles)}, which ship (no other vote that is meant was imported)"


def _issues(found: Chosen) -> str:
    """Of how many votes no issue is told; where one was asked for, of which sessions of none."""
    meant = found.otherwise
    without = sum(not vote.issues for vote in meant)
    if not without:
        return ""
    asked = found.choice.issue is not None
    of = f"the {counted(len(meant), 'vote')} otherwise meant" if asked else "them"
    many = "any" if without == len(meant) else f"{without:,}"
    sessions = _untold(meant) if asked else ""
    all_of = f", among them all of {sessions}" if sessions else ""
    return f"; no issue is told of {many} of {of}{all_of}"


def _untold(votes: Iterable[Vote]) -> str:
    """The sessions of which no vote has an issue: "sessions 75 to 80 and ES-11"."""
    told: dict[str, bool] = defaultdict(bool)
    for vote in votes:
        told[session_of(vote)] |= bool(vote.issues)
    names = sorted(told, key=in_order)
    runs: list[list[str]] = [[]]
    for name in names:
        if told[name]:
            runs.append([])
        else:
            runs[-1].append(name)
    said = [part for run in runs for part in _run(run)]
    one = len(said) == 1 and said[0] in names
    return f"session{'' if one else 's'} {listed(said)}" if said else ""


def _run(run: Sequence[str]) -> Sequence[str]:
    plain = [each for each in run if each.isdecimal()]
    rest = [each for each in run if not each.isdecimal()]
    short = [f"{plain[0]} to {plain[-1]}"] if len(plain) >= _RUN else plain
    return [*short, *rest]
