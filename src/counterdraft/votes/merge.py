"""Accounts of votes from every source → votes, each once: ``merge``.

In: :class:`RollCall` values in any order. Out: :class:`Vote` values in order of time. Two accounts
are of one vote where body and text are the same, what was voted on can be the same, and, unless
both are of the text as a whole, the figures are near. Accounts that cannot be told to be of one
vote stay apart: a vote counted twice shows, one lost in another does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from counterdraft.lexicon.vote_sources import vote_sources
from counterdraft.model.rollcall import RollCall, Tally
from counterdraft.model.vote import Known, Vote
from counterdraft.votes.settle import settle

NUMBERED = re.compile(r"^(?:voeten|unvotes):(\d+)$")
"""Ids of accounts in Voeten's data, and in what was made of it under the same numbers."""
_NEAR = 6
"""Places by which the figures of two accounts of one vote may differ, all sides together."""


def rank(source: str) -> int:
    """The place of a source in the order of the table of them; one that is not there comes last."""
    keys = (*vote_sources(), key := source.partition(":")[0])
    return keys.index(key)


def merge(
    rollcalls: Iterable[RollCall], known: Mapping[str, Known] | None = None
) -> tuple[Vote, ...]:
    """Every vote once, with what its accounts agree and disagree on, the oldest first.

    ``known`` says of texts, by symbol or draft, what is known about faults of their figures.
    """
    buckets: dict[tuple[str, str], list[RollCall]] = defaultdict(list)
    for each in rollcalls:
        buckets[each.body, text_of(each)].append(each)
    found: list[Vote] = []
    for (body, text), accounts in buckets.items():
        groups = _groups(sorted(accounts, key=lambda each: (rank(each.source), each.id)))
        names = _names(body, text, groups)
        told = (known or {}).get(text)
        found += (settle(name, group, told) for name, group in zip(names, groups, strict=True))
    return tuple(sorted(found, key=_in_time))


def text_of(account: RollCall) -> str:
    """What a vote was on, by which its accounts are found together.

    Of a vote on no text it is the number that Voeten's data and unvotes share, else its id.
    """
    return account.symbol or account.draft or NUMBERED.sub(r"rcid:\1", account.id)


def _in_time(vote: Vote) -> tuple[str, str, str]:
    return (vote.date or "9999", vote.body, vote.id)


def _groups(accounts: list[RollCall]) -> list[tuple[RollCall, ...]]:
    """Accounts of one text in one body, by vote; the best account of each comes first."""
    groups: list[list[RollCall]] = []
    for account in accounts:
        fits = [group for group in groups if all(_one_vote(account, each) for each in group)]
        if fits:
            min(fits, key=lambda group: _apart(account, group[0])).append(account)
        else:
            groups.append([account])
    return [tuple(group) for group in groups]


def _one_vote(one: RollCall, other: RollCall) -> bool:
    if one.source == other.source and not _repeated(one, other):
        return False
    if one.matter == other.matter == "text" and one.source != other.source:
        return True
    matters = {one.matter, other.matter} - {"unknown"}
    if len(matters) > 1 or not _same_day(one, other):
        return False
    return _apart(one, other) <= _NEAR


def _repeated(one: RollCall, other: RollCall) -> bool:
    """Whether one source has a vote twice: nothing but its place differs."""
    return (
        (one.matter, one.date, one.mode, one.tally) == (
            other.matter, other.date, other.mode, other.tally)
        and (one.yes, one.no, one.abstain) == (other.yes, other.no, other.abstain)
        and (one.detail == other.detail or one.matter == "text")
    )  # fmt: skip


def _same_day(one: RollCall, other: RollCall) -> bool:
    """Whether two accounts can be of one day: a month agrees with each of its days."""
    if one.date is None or other.date is None:
        return True
    length = min(len(one.date), len(other.date))
    return one.date[:length] == other.date[:length]


def _apart(one: RollCall, other: RollCall) -> int:
    """By how much the figures of two accounts differ; far where only one has any."""
    figures, others = _figures(one), _figures(other)
    if figures is None or others is None:
        same = figures is others and one.mode == other.mode == "without a vote"
        return 0 if same else _NEAR + 1 if "unknown" in (one.matter, other.matter) else _NEAR
    sides = zip(_sides(figures), _sides(others), strict=True)
    return sum(abs(a - b) for a, b in sides)


def _figures(account: RollCall) -> Tally | None:
    return account.tally or account.counted()


def _sides(tally: Tally) -> tuple[int, int, int]:
    return (tally.yes, tally.no, tally.abstain)


def _names(body: str, text: str, groups: list[tuple[RollCall, ...]]) -> list[str]:
    """An id for each vote on a text: the text's for that on the whole of it, numbered beside."""
    base = text if body == "General Assembly" or text.startswith("A/C.") else f"{text} ({body})"
    names: list[str] = []
    for group in groups:
        matter = next((each.matter for each in group if each.matter != "unknown"), "unknown")
        name = base if matter == "text" or len(groups) == 1 else f"{base} {matter}"
        taken = sum(1 for each in names if each == name or each.startswith(f"{name} #"))
        names.append(f"{name} #{taken + 1}" if taken else name)
    return names
