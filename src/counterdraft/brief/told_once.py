"""What changed in a brief → the same, each told once.

A finding that is new makes rows of its section new; a section that is new is told as one; the
topics of a mandate that came or went are no changes of the draft.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from counterdraft.brief.items import Change
from counterdraft.brief.kept import Item
from counterdraft.brief.said_since import BETWEEN
from counterdraft.wording.english import counted

# Where what is told as a finding, a claim, a topic or votes stands in words of its own.
_SECTIONS = {"finding": ("effect", "tensions", "found"), "claim": ("claims",),
             "topic": ("silence",), "votes": ("vote",)}  # fmt: skip


def apart(
    found: Sequence[Change], before: Sequence[Item], now: Sequence[Item]
) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """The changes but for the topics of mandates that came or went, and these, in a line each."""
    topics = [each for each in found if each.kind == "topic"]
    here, there = (_mandates(items) for items in (now, before))
    new = [name for name in here if name not in there]
    gone = [name for name in there if name not in here]
    whole = (*_whole("New", new, here), *_whole("Gone", gone, there))
    of_whole = [each for each in topics if _mandate(each.item) in {*new, *gone}]
    told = [each for each in found if each not in of_whole]
    return tuple(_once(told, of_whole)), whole


def _whole(how: str, names: Sequence[str], topics: dict[str, Counter[str]]) -> Iterator[str]:
    for name in names:
        verdicts = ", ".join(f"{number} {verdict}" for verdict, number in topics[name].items())
        number = topics[name].total()
        yield f"{how}: {counted(number, 'topic')} of {name}, with the mandate itself: {verdicts}."


def _mandates(items: Sequence[Item]) -> dict[str, Counter[str]]:
    """The mandates by their ids, each with the verdicts on its topics."""
    found: dict[str, Counter[str]] = {}
    for each in items:
        if each.kind == "topic":
            found.setdefault(_mandate(each), Counter())[each.text] += 1
    return found


def _mandate(topic: Item) -> str:
    """Its id, with which the key of a topic begins."""
    return topic.key.partition(" ")[0]


def section_of(item: Item) -> str:
    """The id of the section in which a statement stands."""
    return item.key.partition(BETWEEN)[0]


def _once(found: Sequence[Change], unsaid: Sequence[Change]) -> Iterator[Change]:
    """Without the statements that only say again what is told as a finding and the like."""
    told = [each for each in (*found, *unsaid) if each.kind in _SECTIONS]
    for each in found:
        if each.kind != "statement" or not any(_says(each, other) for other in told):
            yield each


def _says(statement: Change, told: Change) -> bool:
    """Whether a statement is about what is told of a finding, a claim, a topic or votes."""
    for item in filter(None, (statement.before, statement.now)):
        head = item.key.rpartition(BETWEEN)[2]
        if section_of(item) not in _SECTIONS[told.kind]:
            return False
        for each in filter(None, (told.before, told.now)):
            heads = head.split("; ") if told.kind == "topic" else ()
            if any(each.label.startswith(f"{name} (") for name in heads):
                return True
            words = each.label if told.kind == "claim" else each.text
            if told.kind != "topic" and words in item.text:
                return True
    return False
