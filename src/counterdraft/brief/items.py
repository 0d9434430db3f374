"""What a brief says → items by which the next one can tell what changed; and that difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from counterdraft.brief.again import Became, became, pairs
from counterdraft.brief.case import label
from counterdraft.brief.kept import Item, ItemKind
from counterdraft.brief.known import Known
from counterdraft.brief.said_since import Reading, readings
from counterdraft.model import Resolution
from counterdraft.model.coverage import CoverageBeside
from counterdraft.text.straight import straighten

_BESIDE: tuple[ItemKind, ...] = ("finding", "topic", "claim", "votes")
_READ: tuple[ItemKind, ...] = ("particular", "line", "statement")


class Change(NamedTuple):
    """What became of an item: ``before`` is None where it is new, ``now`` where it is gone.

    ``was`` is what was said before, its paragraphs called by what they are called now.
    """

    kind: ItemKind
    before: Item | None
    now: Item | None
    moved: bool = False
    was: str = ""

    @property
    def item(self) -> Item:
        """As it is now, or what is gone. Raises ValueError where there is neither."""
        for each in (self.now, self.before):
            if each is not None:
                return each
        raise ValueError("a change is of an item that is, or was")

    @property
    def how(self) -> Literal["new", "gone", "moved", "changed"]:
        """What to call it."""
        if self.before is None:
            return "new"
        if self.now is None:
            return "gone"
        same = self.kind == "paragraph" and _printed_alike(self.before, self.now)
        return "moved" if same and self.moved else "changed"


def _printed_alike(before: Item, now: Item) -> bool:
    """Whether two have the same words, whatever quotes and dashes their files print.

    What was split or joined is not, though no word went or came.
    """
    one = before.key.count(",") == now.key.count(",")
    return one and straighten(before.text) == straighten(now.text)


def items_of(resolution: Resolution, known: Known) -> tuple[Item, ...]:
    """The paragraphs of a text, and the findings, topics, claims and votes of a brief on it."""
    said = (*_findings(known), *_topics(known), *_claims(known), *_votes(known))
    return (*_paragraphs(resolution), *said)


def _paragraphs(resolution: Resolution) -> Iterator[Item]:
    for each in resolution.paragraphs:
        yield Item("paragraph", each.id, label(each), " ".join(each.text.split()))


def _findings(known: Known) -> Iterator[Item]:
    found = known.findings
    for each in (*found.findings, *found.returned) if found else ():
        own = (q.paragraph for q in each.evidence if q.text == "this")
        yield Item("finding", each.rule, each.rule, each.statement, tuple(dict.fromkeys(own)))


def _topics(known: Known) -> Iterator[Item]:
    for each in known.coverage:
        here = each.here if isinstance(each, CoverageBeside) else each
        for topic in here.topics:
            key = f"{here.mandate.id} {topic.id}"
            yield Item("topic", key, f"{topic.name} ({here.mandate.name})", topic.verdict)


def _claims(known: Known) -> Iterator[Item]:
    for each in known.verdicts.verdicts if known.verdicts else ():
        named = f"\u201c{each.claim}\u201d"
        yield Item("claim", each.claim, named, each.verdict, (each.paragraph,))


def _votes(known: Known) -> Iterator[Item]:
    if (voted := known.voted) is not None and voted.summary:
        said = voted.undated or voted.summary
        yield Item("votes", "votes", voted.title or "Votes", " ".join(said))


def changes(before: Sequence[Item], now: Sequence[Item]) -> tuple[Change, ...]:
    """What is new, gone, moved or changed, by kind; a new number alone is no change."""
    then = _kind("paragraph", before)
    found = pairs(then, _kind("paragraph", now))
    told = [Change("paragraph", b, n, moved) for b, n, moved in found
            if b is None or n is None or moved or not _printed_alike(b, n)]  # fmt: skip
    since = became(then, found)
    for kind in _BESIDE:
        told += _beside(kind, _kind(kind, before), _kind(kind, now), since)
    for kind in _READ:
        found_so = readings(_kind(kind, before), _kind(kind, now), since)
        told += [_of_reading(kind, each, since) for each in found_so]
    return tuple(told)


def _of_reading(kind: ItemKind, each: Reading, since: Became) -> Change:
    return Change(kind, *each, was=since.told(each.before.text) if each.before else "")


def _kind(kind: ItemKind, items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.kind == kind]


def _beside(
    kind: ItemKind, before: Sequence[Item], now: Sequence[Item], since: Became
) -> Iterator[Change]:
    """What is said of a text, known again by its rule or its words and by the paragraphs."""
    old = dict(enumerate(before))
    again = _again(before, now, since)
    for number, item in enumerate(now):
        was = old.pop(again[number]) if number in again else None
        if was is None or not since.same(was.text, item.text):
            yield Change(kind, was, item, was=since.told(was.text) if was else "")
    yield from (Change(kind, each, None, was=since.told(each.text)) for each in old.values())


def _again(before: Sequence[Item], now: Sequence[Item], since: Became) -> dict[int, int]:
    """Which of then each of now is: first those that are surest, and each once."""
    scored = [(_sure(b, n, since), i, j) for j, n in enumerate(now) for i, b in enumerate(before)]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scored, key=lambda each: (-each[0], each[2], each[1])):
        if score and j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found


def _sure(before: Item, now: Item, since: Became) -> float:
    """How sure it is that two are one; 0 where they are not.

    A finding is its rule on paragraphs of which at least one stayed; a claim is its words, best
    in the same paragraph.
    """
    if before.key != now.key:
        return 0
    then, here = since.places(before), frozenset(now.places)
    shared = len(then & here) / max(len(then | here), 1) if then or here else 1
    if now.kind == "finding" and not shared:
        return 0
    return 1 + shared + since.same(before.text, now.text) / 2
