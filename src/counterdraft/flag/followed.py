"""A text and the texts of its series → the paragraphs of those that became its own, year by year.

What comes back every session changes its dates, places and numbers, so that after some years its
words are no longer much like those it once had; from one text to the next they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from counterdraft.align.paragraphs import pair
from counterdraft.flag.ground import Ground
from counterdraft.model import Clause, Paragraph

# Two of which less is alike may be two paragraphs that have one place, and what was divided or put
# together is not all that somebody objected to.
_SAME = 0.42
_Forms = Sequence[Clause] | Sequence[Paragraph]


def followed(ground: Ground, symbols: frozenset[str]) -> Mapping[str, tuple[Clause, ...]]:
    """By paragraph, those of earlier texts of its series that it was, the latest first.

    Only as far back as texts with these ``symbols``; empty where none of the series is among them.
    """
    series = list(_series(ground, symbols))
    later: _Forms = ground.resolution.paragraphs
    here = {n: each.id for n, each in enumerate(ground.resolution.paragraphs)}
    found = defaultdict[str, list[Clause]](list)
    for earlier in series:
        before: dict[int, str] = {}
        ours, theirs = ([one.text for one in some] for some in (earlier, later))
        parts = [one.part for one in earlier], [one.part for one in later]
        for each in pair(ours, theirs, parts):
            if len(each.a) == len(each.b) == 1 and each.likeness >= _SAME and each.b[0] in here:
                before[each.a[0]] = here[each.b[0]]
        for place, name in before.items():
            found[name].append(earlier[place])
        later, here = earlier, before
    return {name: tuple(some) for name, some in found.items()}


def _series(ground: Ground, symbols: frozenset[str]) -> Iterator[Sequence[Clause]]:
    """The paragraphs of the texts of its title before it, the latest first, to the last wanted."""
    texts = list(reversed(ground.earlier))
    wanted = [n for n, each in enumerate(texts) if each.symbol in symbols]
    if wanted and ground.corpus is not None:
        for record in texts[: wanted[-1] + 1]:
            yield ground.corpus.clauses(record)
