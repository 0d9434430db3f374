"""What a brief says → items by which the next one can tell what changed; and that difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from counterdraft.brief.case import label
from counterdraft.brief.kept import Item, ItemKind
from counterdraft.brief.known import Known
from counterdraft.model import Resolution
from counterdraft.model.coverage import CoverageBeside

# Two paragraphs of which so much is the same, in per cent, are one that was changed.
ALIKE = 60


class Change(NamedTuple):
    """What became of an item: ``before`` is None where it is new, ``now`` where it is gone."""

    kind: ItemKind
    before: Item | None
    now: Item | None

    @property
    def how(self) -> Literal["new", "gone", "changed"]:
        """What to call it."""
        if self.before is None:
            return "new"
        return "gone" if self.now is None else "changed"


def items_of(resolution: Resolution, known: Known) -> tuple[Item, ...]:
    """The paragraphs of a text, and the findings, topics and claims of a brief on it."""
    return (*_paragraphs(resolution), *_findings(known), *_topics(known), *_claims(known))


def _paragraphs(resolution: Resolution) -> Iterator[Item]:
    for each in resolution.paragraphs:
        yield Item("paragraph", each.id, label(each), " ".join(each.text.split()))


def _findings(known: Known) -> Iterator[Item]:
    for each in known.findings.findings if known.findings else ():
        places = ", ".join(dict.fromkeys(q.paragraph for q in each.evidence if q.text == "this"))
        yield Item("finding", f"{each.rule} {places}", each.rule, each.statement)


def _topics(known: Known) -> Iterator[Item]:
    for each in known.coverage:
        here = each.here if isinstance(each, CoverageBeside) else each
        for topic in here.topics:
            key = f"{here.mandate.id} {topic.id}"
            yield Item("topic", key, f"{topic.name} ({here.mandate.name})", topic.verdict)


def _claims(known: Known) -> Iterator[Item]:
    for each in known.verdicts.verdicts if known.verdicts else ():
        yield Item("claim", each.claim, f"\u201c{each.claim}\u201d", each.verdict)


def changes(before: Sequence[Item], now: Sequence[Item]) -> tuple[Change, ...]:
    """What is new, gone or changed, by kind; paragraphs are known again by their words."""
    return tuple(change for kind in get_args(ItemKind) for change in _of_kind(kind, before, now))


def _of_kind(kind: ItemKind, before: Sequence[Item], now: Sequence[Item]) -> Iterator[Change]:
    old = [item for item in before if item.kind == kind]
    new = [item for item in now if item.kind == kind]
    if kind == "paragraph":  # of which a number may have changed, and nothing else
        same = {item.text for item in old} & {item.text for item in new}
        old, new = ([i for i in items if i.text not in same] for items in (old, new))
    for item in new:
        match = _known_again(item, _free(item, old, new))
        if match is not None:
            old.remove(match)
        if match is None or match.text != item.text:
            yield Change(kind, match, item)
    yield from (Change(kind, item, None) for item in old)


def _free(item: Item, old: Sequence[Item], new: Sequence[Item]) -> list[Item]:
    """What it may have been: not what another one is by its key, but for paragraphs."""
    others = {each.key for each in new if each is not item and each.kind != "paragraph"}
    return [each for each in old if each.key not in others]


def _known_again(item: Item, old: Sequence[Item]) -> Item | None:
    """The item before that this one was: by its key, a paragraph by what it has in common.

    A finding that rests on other paragraphs than before is known again by its rule.
    """
    if item.kind != "paragraph":
        again = [each for each in old if item.kind == "finding" and each.label == item.label]
        exact = [each for each in old if each.key == item.key]
        return next(iter((*exact, *again)), None)
    from rapidfuzz import fuzz

    scored = [(fuzz.ratio(item.text, each.text, score_cutoff=ALIKE), each) for each in old]
    best = max(scored, key=lambda pair: (pair[0], pair[1].key == item.key), default=None)
    return best[1] if best is not None and best[0] else None
