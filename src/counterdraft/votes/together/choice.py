"""Which votes are counted: filters as a person says them → votes, and those adopted without one.

In: votes of any kind. Out: those with lists, on which everything is counted, and the adoptions
without a vote beside them, which are known of some sessions only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from counterdraft.errors import NothingToCount
from counterdraft.lexicon.vote_sources import issues
from counterdraft.model.rollcall import Matter
from counterdraft.model.sessions import Sessions, sessions_given
from counterdraft.model.vote import Vote
from counterdraft.votes.worded import has_phrase
from counterdraft.wording.english import counted, listed, long_date

PLENARY = "General Assembly"
WHOLE: tuple[Matter, ...] = ("text", "unknown")
"""Votes on whole texts, and those of which no source says that they were on anything else."""

_SOME = 10


class Choice(Struct, frozen=True, kw_only=True):
    """What is asked about; what is None or empty is not narrowed.

    ``since`` and ``until`` are ISO 8601 and may be a month or year, both included. ``sessions`` is
    as people write it: "60-74", "74,75,ES-11". ``issue``, ``subject`` and ``title`` are whole words
    of what the sources say, in their order; see ``votes.worded``.
    """

    since: str | None = None
    until: str | None = None
    sessions: str | None = None
    issue: str | None = None
    subject: str | None = None
    title: str | None = None
    body: str = PLENARY
    matters: tuple[Matter, ...] = WHOLE


class Chosen(NamedTuple):
    """``votes`` have lists, in order of time.

    ``consensus`` are adoptions without a vote, of the sessions ``known`` alone: those of which at
    least as many are known as recorded votes, and ten. Few of them would say little.
    """

    votes: tuple[Vote, ...]
    consensus: tuple[Vote, ...]
    choice: Choice
    known: frozenset[str]
    otherwise: tuple[Vote, ...]
    """The votes with lists that are meant but for the issue: those where none was asked for."""


def chosen(votes: Sequence[Vote], choice: Choice) -> Chosen:
    """The votes that ``choice`` means.

    Raises NothingToCount where there is none with lists, and BadQuery for sessions that are none.
    """
    issue = choice.issue
    sessions = None if choice.sessions is None else sessions_given(choice.sessions)
    meant = [vote for vote in votes if _fits(vote, choice, sessions)]
    wanted = [vote for vote in meant if issue is None or of_issue(vote, issue)]
    otherwise = tuple(vote for vote in meant if vote.list_from)
    if not any(vote.list_from for vote in wanted):
        raise _nothing(votes, otherwise, choice)
    with_lists = sorted((v for v in wanted if v.list_from), key=_in_time)
    without = sorted((v for v in wanted if v.mode == "without a vote"), key=_in_time)
    known = sessions_known(each for each in votes if each.body == choice.body)
    if issue is not None and not without:
        known = frozenset()  # no source tells the issue of what was adopted without a vote
    adopted = tuple(each for each in without if session_of(each) in known)
    known &= {session_of(each) for each in (*with_lists, *adopted)}
    return Chosen(tuple(with_lists), adopted, choice, known, otherwise)


def sessions_known(votes: Iterable[Vote]) -> frozenset[str]:
    """Sessions of which as many adoptions without a vote are known as recorded votes on texts.

    A few alone, such as those of one subject that somebody followed, do not make a session known.
    """
    adopted: Counter[str] = Counter()
    recorded: Counter[str] = Counter()
    for vote in votes:
        if vote.mode == "without a vote":
            adopted[session_of(vote)] += 1
        elif vote.list_from and vote.matter in WHOLE:
            recorded[session_of(vote)] += 1
    return frozenset(each for each, count in adopted.items() if count >= max(recorded[each], _SOME))


def session_of(vote: Vote) -> str:
    """The session of a vote, or that it is not told."""
    return vote.session or "not told"


def _in_time(vote: Vote) -> tuple[str, str]:
    return (vote.date or "9999", vote.id)


def _fits(vote: Vote, choice: Choice, sessions: Sequence[Sessions] | None) -> bool:
    """Whether a vote is meant, whatever its issue."""
    return (
        vote.body == choice.body
        and (vote.mode == "without a vote" or vote.matter in choice.matters)
        and _in_days(vote.date, choice.since, choice.until)
        and (sessions is None or any(each.hold(vote.session) for each in sessions))
        and (choice.subject is None or _says(choice.subject, vote.subjects))
        and (choice.title is None or _says(choice.title, (vote.title or "", vote.detail or "")))
    )


def _in_days(date: str | None, since: str | None, until: str | None) -> bool:
    if date is None:
        return since is None and until is None
    early = since is not None and date < since[: len(date)]
    late = until is not None and date[: len(until)] > until
    return not early and not late


def _says(wanted: str, said: Iterable[str]) -> bool:
    return any(has_phrase(wanted, each) for each in said)


def issue_names(vote: Vote) -> tuple[str, ...]:
    """What a vote is about, in words; a code that no table has stands for itself."""
    return tuple(issues().get(code, code) for code in vote.issues)


def of_issue(vote: Vote, wanted: str) -> bool:
    """Whether a vote is of an issue, named by its code or by words of its name.

    A code that is known is the code and no word: "me" is in no name, and "co" in no other's.
    """
    if wanted.casefold() in issues():
        return wanted.casefold() in vote.issues
    return wanted in vote.issues or _says(wanted, issue_names(vote))


def _issues_meant(wanted: str) -> str:
    """The issues that a code or words mean, by their names; else the words themselves."""
    code = issues().get(wanted.casefold())
    named = [name for name in issues().values() if has_phrase(wanted, name)]
    return " or ".join(f"“{each}”" for each in ([code] if code else named) or [wanted])


def _nothing(votes: Iterable[Vote], otherwise: Sequence[Vote], choice: Choice) -> NothingToCount:
    """Why there is nothing: an issue that none has is told with those that there are.

    Where votes are left but for the issue, it says of how many of them none is told.
    """
    names = sorted({issue for vote in votes for issue in issue_names(vote)})
    if choice.issue is not None and not any(of_issue(vote, choice.issue) for vote in votes):
        known = f"Known are {listed(names)}" if names else "No vote here has issues"
        return NothingToCount(f"no vote is of the issue {choice.issue!r}", remedy=known)
    if otherwise:
        without = sum(not vote.issues for vote in otherwise)
        return NothingToCount(
            f"of {counted(len(otherwise), 'vote')} that would be meant none is told to be of the "
            f"issue, and of {without:,} none is told at all", place=asked_in_words(choice),
        )  # fmt: skip
    words = choice.title or choice.subject
    return NothingToCount(
        "no vote with lists of who voted how is left", place=asked_in_words(choice),
        remedy="Words are whole ones; a word that ends in * stands for all that so begin"
        if words else "",
    )  # fmt: skip


def asked_in_words(choice: Choice) -> str:
    """What was asked for, as a subtitle has it: "Votes on whole texts, General Assembly, …"."""
    what = "Votes on whole texts" if choice.matters == WHOLE else f"Votes ({_matters(choice)})"
    parts = [what, choice.body]
    if choice.sessions:
        several = "," in choice.sessions or "-" in choice.sessions.lstrip("ES-es")
        parts.append(f"session{'s' if several else ''} {choice.sessions}")
    if choice.since or choice.until:
        parts.append(_days(choice.since, choice.until))
    if choice.issue:
        parts.append(f"issue {_issues_meant(choice.issue)}")
    parts += [
        f"{name} “{value}”"
        for name, value in (("subject", choice.subject), ("title", choice.title)) if value
    ]  # fmt: skip
    return ", ".join(parts)


def _matters(choice: Choice) -> str:
    return listed(["not told" if each == "unknown" else each for each in choice.matters])


def _days(since: str | None, until: str | None) -> str:
    if since and until:
        return f"{long_date(since)} to {long_date(until)}"
    return f"since {long_date(since)}" if since else f"until {long_date(until or '')}"
