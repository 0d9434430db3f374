"""Votes → what is wrong with them: each fault a line, explained where it is known.

In: votes as ``merge`` makes them. Out: :class:`Finding` values in order of time. Beside what their
accounts disagree on, it is proved of each that Members less voters are those that did not vote,
that no body has more voters than members, and that a session has no vote before it opened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from counterdraft.lexicon.bodies import all_vote, size_of
from counterdraft.lexicon.members import members_on
from counterdraft.lexicon.sessions import opened
from counterdraft.lexicon.vote_faults import known_of
from counterdraft.lexicon.vote_sources import records
from counterdraft.model.vote import Vote

PROVED = "not voting"
NO_LIST = "no list"
PART = "some Members only"
TWICE = "told twice"
_DAY = 10


class Finding(Struct, frozen=True, kw_only=True):
    """A fault of a vote; ``known`` is how it is explained, None where it is not."""

    vote: str
    fault: str
    said: str
    accounts: tuple[str, ...] = ()
    known: str | None = None


class Checked(Struct, frozen=True, kw_only=True):
    """What checking came to: votes, recorded ones among them, lists that were counted, and faults.

    ``proved`` counts the votes of which Members less voters gave those not voting.
    """

    votes: int
    recorded: int
    with_lists: int
    proved: int
    findings: tuple[Finding, ...]

    def unexplained(self) -> tuple[Finding, ...]:
        """The faults that nothing is known of."""
        return tuple(each for each in self.findings if each.known is None)


def check(votes: Iterable[Vote]) -> Checked:
    """Every fault of ``votes``."""
    found: list[Finding] = []
    count = recorded = listed = proved = 0
    for vote in votes:
        count += 1
        recorded += vote.mode == "recorded vote"
        listed += vote.list_from is not None
        missing = _not_voting(vote)
        proved += missing is True
        found += [*_told(vote), *_own(vote)]
        if missing is False:
            found.append(_finding(vote, PROVED, _numbers(vote)))
    return Checked(
        votes=count, recorded=recorded, with_lists=listed, proved=proved, findings=tuple(found)
    )


def _told(vote: Vote) -> Iterator[Finding]:
    """What the accounts disagree on."""
    for each in vote.disagreements:
        known = each.known or _known(vote, each.fault) or _by_record(each.accounts)
        yield Finding(
            vote=vote.id, fault=each.fault, said=each.said, accounts=each.accounts, known=known
        )


def _own(vote: Vote) -> Iterator[Finding]:
    size = size_of(vote.body, vote.date)
    voters = len({*vote.yes, *vote.no, *vote.abstain})
    if size is not None and voters > size:
        said = f"{voters} voted, and the {vote.body} has {size} members"
        yield _finding(vote, "more voters than members", said)
    if vote.tally and not vote.list_from and vote.mode == "recorded vote":
        said = "it was recorded, and no account has the lists"
        known = _known(vote, NO_LIST) or "figures alone were given"
        yield Finding(vote=vote.id, fault=NO_LIST, said=said, accounts=vote.accounts, known=known)
    if vote.part:
        of = f" of {vote.members}" if vote.members else ""
        said = f"its lists have {vote.named}{of} Members"
        known = "the lists are not those of everyone that voted; how the others voted is not known"
        yield Finding(vote=vote.id, fault=PART, said=said, accounts=vote.accounts, known=known)
    missing = vote.tally.not_voting if vote.tally else None
    if vote.tally and missing is not None and vote.members is not None:
        rest = vote.members - vote.tally.yes - vote.tally.no - vote.tally.abstain
        if rest != missing and rest >= 0:
            said = f"{missing} are said not to vote, and Members less voters are {rest}"
            yield _finding(vote, PROVED, said)
    again = _repeated(vote.accounts)
    if again:
        yield _finding(vote, TWICE, f"one source has it more than once: {', '.join(again)}")
    began = opened(vote.session) if all_vote(vote.body) else None
    if began and vote.date and vote.date < began[: len(vote.date)]:
        said = f"it is dated {vote.date}, and session {vote.session} opened on {began}"
        yield _finding(vote, "impossible date", said)


def _repeated(accounts: Sequence[str]) -> list[str]:
    """The accounts of public sources that have the vote more than once."""
    source = Counter(each.partition(":")[0] for each in accounts)
    twice = {name for name, count in source.items() if count > 1} - {"csv", "facts"}
    return [each for each in accounts if each.partition(":")[0] in twice]


def _by_record(accounts: Sequence[str]) -> str | None:
    """What is known of two accounts of Voeten's data, one of which is out of a meeting record."""
    again = _repeated(accounts)
    numbers = [each.partition(":")[2] for each in again]
    if len({records().have(number) for number in numbers}) > 1:
        return records().said
    return None


def _finding(vote: Vote, fault: str, said: str) -> Finding:
    known = _known(vote, fault) or (_by_record(vote.accounts) if fault == TWICE else None)
    return Finding(vote=vote.id, fault=fault, said=said, accounts=vote.accounts, known=known)


def _known(vote: Vote, fault: str) -> str | None:
    """What is known of it, by the text, by the draft, or by the vote where it is on no text."""
    found = (known_of(text, fault) for text in (vote.symbol, vote.draft, vote.id))
    return next((words for words in found if words), None)


def _not_voting(vote: Vote) -> bool | None:
    """Whether Members less voters are those not voting; None where the day is not known."""
    if (
        vote.list_from is None
        or vote.part
        or len(vote.date or "") < _DAY
        or not all_vote(vote.body)
    ):
        return None
    members = {each.code for each in members_on(vote.date or "")}
    voted = {*vote.yes, *vote.no, *vote.abstain}
    derived = members - voted - set(vote.unsure)
    return derived == set(vote.not_voting) and vote.members in {len(members), None}


def _numbers(vote: Vote) -> str:
    members = len(members_on(vote.date or ""))
    voted = len({*vote.yes, *vote.no, *vote.abstain})
    return f"{members} Members less {voted} voters, and {len(vote.not_voting)} are said not to vote"
