"""The paragraphs of two drafts → which of one became which of the other, and by what labels.

In: the paragraph items of the last brief and of this one. Out: ``Became``, which turns ids and
labels of then into those of now. Numbers say nothing of what a paragraph is: one that goes takes
a number from all that follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.align.paragraphs import pair
from counterdraft.brief.kept import Item
from counterdraft.wording.english import listed

# What a statement calls paragraphs: "OP2", "PP5", "OP2 (a) (ii)"; not one of another text, which
# stands behind its symbol ("A/RES/78/197, OP2").
LABEL = re.compile(r"(?<!\d, )\b[OP]P\d+(?: \([a-z]+\))*")


class Pair(NamedTuple):
    """A paragraph of then and one of now, either None; several are one where some were joined.

    ``moved`` says that it stands at another place among those that stayed.
    """

    before: Item | None
    now: Item | None
    moved: bool = False


class Became(NamedTuple):
    """What became of each paragraph: ids of then by those of now, and labels likewise.

    Where one is gone there is no id, and None for its label. Of labels that several paragraphs
    bear (those without a number, and of annexes) any may be meant; one that never was of this
    text is not there.
    """

    ids: dict[str, tuple[str, ...]]
    labels: dict[str, set[str | None]]

    def places(self, item: Item) -> frozenset[str]:
        """Where it would rest now; what is gone stays apart from all that is there."""
        found: set[str] = set()
        for each in item.places:
            found.update(self.ids.get(each) or (f"{each} of then",))
        return frozenset(found)

    def told(self, text: str) -> str:
        """A statement of then, with what its paragraphs are called now: "OP6 (then OP7)"."""
        return LABEL.sub(self._now, text)

    def _now(self, match: re.Match[str]) -> str:
        then = match[0]
        now = self.labels.get(then, {then})
        if now == {then}:
            return then
        one = next(iter(now)) if len(now) == 1 else None
        return f"{one} (then {then})" if one else f"{then} (then)"

    def same(self, before: str, now: str) -> bool:
        """Whether two statements are one but for the numbers of paragraphs that were renumbered."""
        if LABEL.sub("", before) != LABEL.sub("", now):
            return False
        labels = zip(LABEL.findall(before), LABEL.findall(now), strict=True)
        return all(here in self.labels.get(then, {then}) for then, here in labels)

    def reads_same(self, before: str, now: str) -> bool:
        """The same of statements that may name paragraphs of another text, whose numbers stay."""
        if LABEL.sub("", before) != LABEL.sub("", now):
            return False
        labels = zip(LABEL.findall(before), LABEL.findall(now), strict=True)
        return all(here == then or here in self.labels.get(then, ()) for then, here in labels)


def pairs(before: Sequence[Item], now: Sequence[Item]) -> list[Pair]:
    """Each paragraph of either once, those of now in their order and then what is gone."""
    texts = [[each.text for each in items] for items in (before, now)]
    parts = [[each.key[:2] for each in items] for items in (before, now)]
    found = []
    for each in pair(texts[0], texts[1], (parts[0], parts[1])):
        old, new = [before[i] for i in each.a], [now[j] for j in each.b]
        found.append(Pair(_one(old), _one(new), each.moved))
    found = _same_again(found)
    place = {item.key: number for number, item in enumerate(now)}
    end = len(place)
    return sorted(found, key=lambda p: place[p.now.key.split(", ")[0]] if p.now else end)


def _one(items: Sequence[Item]) -> Item | None:
    if len(items) < 2:
        return items[0] if items else None
    key, label = ", ".join(i.key for i in items), listed([i.label for i in items])
    return Item("paragraph", key, label, " ".join(i.text for i in items))


def _same_again(found: Sequence[Pair]) -> list[Pair]:
    """What has the very words is never gone and new, however short it is."""
    gone = [each for each in found if each.now is None]
    again = []
    for each in found:
        if each.before is None and each.now is not None:
            same = next((g for g in gone if g.before and g.before.text == each.now.text), None)
            if same is not None:
                gone.remove(same)
                each = Pair(same.before, each.now, moved=True)
        if each.now is not None:
            again.append(each)
    return [*again, *gone]


def became(before: Sequence[Item], found: Sequence[Pair]) -> Became:
    """The ids and the labels of then, by what they are now."""
    called = {each.key: each.label for each in before}
    ids: dict[str, tuple[str, ...]] = {}
    labels: dict[str, set[str | None]] = {}
    for old, now, _ in found:
        for key in old.key.split(", ") if old else ():
            ids[key] = tuple(now.key.split(", ")) if now else ()
            labels.setdefault(called[key], set()).add(now.label if now else None)
    return Became(ids, labels)
