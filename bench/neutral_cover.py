"""Whether ``cover`` says the same of a text when every name in it is exchanged.

Only mandates that name no State are held against texts: a topic of one on a single State is about
that State by its nature.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bench.mirrored import exchanged_text
from bench.page import Table
from counterdraft.cover.cover import cover
from counterdraft.lexicon.mandate_files import shipped

if TYPE_CHECKING:
    from bench.camps import Held
    from counterdraft.model.coverage import Coverage

MANDATES = (
    "accountability", "core-treaties", "friendly-relations", "mechanisms", "right-to-development",
    "unilateral-coercive-measures", "upr-modalities",
)  # fmt: skip

Said = Counter[tuple[str, ...]]


def covered_in_the_mirror(chosen: list[Held], *, show: bool) -> Table:
    """Of each mandate: verdicts on topics, places where they are said, and what changed of both."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in MANDATES}
    both = ((text, exchanged_text(text)) for text in chosen)
    read = [(text, other) for text, other in both if other is not None]
    for text, other in read:
        for name in MANDATES:
            one, two = _covered(text, name), _covered(other, name)
            found = counts[name]
            found["topics"] += sum(each.verdict != "silent" for each in one.topics)
            found["verdicts"] += len(_verdicts(one) - _verdicts(two))
            found["places"] += _places(one).total()
            apart = (_places(one) - _places(two)) + (_places(two) - _places(one))
            found["changed"] += apart.total()
            if show:
                for each in apart:
                    print(text.resolution.symbol, name, *each)
    rows = [
        (name, *(str(found[key]) for key in ("topics", "verdicts", "places", "changed")))
        for name, found in counts.items()
    ]
    header = (
        "mandate", "topics not silent", "verdicts changed", "places", "places changed in degree, "
        "stance or verb",
    )  # fmt: skip
    about = f"{len(read)} texts of the mirror, held against the mandates that name no State."
    return Table("The mirror of cover", header, rows, about)


def _covered(text: Held, mandate: str) -> Coverage:
    return cover(text.document, text.resolution, shipped(mandate))


def _verdicts(found: Coverage) -> Said:
    return Counter((each.id, each.verdict) for each in found.topics)


def _places(found: Coverage) -> Said:
    """Each place by its topic, paragraph, degree, stance and verb."""
    return Counter(
        (topic.id, str(each.paragraph), each.degree, str(each.stance), str(each.verb))
        for topic in found.topics
        for each in topic.evidence
    )
