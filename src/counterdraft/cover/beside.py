"""Two texts held against one mandate → topic by topic who says it and who leaves it out."""

from __future__ import annotations

from typing import Literal, NamedTuple

from counterdraft.model.coverage import (
    Beside,
    Coverage,
    CoverageBeside,
    CoverVerdict,
    TopicCover,
)
from counterdraft.wording.covered import STANCES, VERDICTS, short_names

Relation = Literal["rival", "predecessor"]
_RANK: dict[CoverVerdict, int] = {"silent": 0, "alluded": 1, "mentioned": 2, "addressed": 3}


class Texts(NamedTuple):
    """What the other text is called, and whether of either a part may not have been read."""

    name: str
    lacks_here: bool
    lacks_there: bool


def beside(here: Coverage, there: Coverage, relation: Relation) -> CoverageBeside:
    """Both coverages, and a sentence for each topic; ``relation`` is what the second is."""
    others = {topic.id: topic for topic in there.topics}
    texts = Texts(short_names(here, there)[1], bool(here.lacking), bool(there.lacking))
    say = _since if relation == "predecessor" else _against
    return CoverageBeside(
        here=here,
        there=there,
        relation=relation,
        topics=tuple(
            Beside(
                topic.id, topic.name, topic.verdict, others[topic.id].verdict,
                say(topic, others[topic.id], texts),
            )
            for topic in here.topics
            if topic.id in others
        ),
    )  # fmt: skip


def _since(here: TopicCover, there: TopicCover, texts: Texts) -> str:
    now, before, name = VERDICTS[here.verdict], VERDICTS[there.verdict], texts.name
    if here.verdict == there.verdict:
        return f"{now}, as in {name}{_stances(here, there)}"
    if "alluded" in {here.verdict, there.verdict}:  # arguable: no change is told by it
        return f"{now}; in {name} {before}"
    if here.verdict == "silent" and not texts.lacks_here:
        return f"dropped since {name}, where it was {before}"
    if there.verdict == "silent" and not texts.lacks_there:
        return f"new since {name}: {now}"
    if "silent" in {here.verdict, there.verdict}:
        return _against(here, there, texts)
    change = "stronger" if _RANK[here.verdict] > _RANK[there.verdict] else "weaker"
    return f"{change} than in {name}: {now}, there {before}"


def _against(here: TopicCover, there: TopicCover, texts: Texts) -> str:
    now, other, name = VERDICTS[here.verdict], VERDICTS[there.verdict], texts.name
    if here.verdict == there.verdict:
        both = _both_silent(texts) if here.verdict == "silent" else f"{now} in both"
        return both + _stances(here, there)
    if here.verdict == "silent":
        absent = "not in what was read here" if texts.lacks_here else "left out here"
        return f"{absent}; {other} in {name}"
    if there.verdict == "silent":
        absent = "not in what was read of" if texts.lacks_there else "left out in"
        return f"{now} here; {absent} {name}"
    return f"{now} here, {other} in {name}"


def _both_silent(texts: Texts) -> str:
    lacks = texts.lacks_here or texts.lacks_there
    return f"both are silent{' in what was read' if lacks else ''}"


def _stances(here: TopicCover, there: TopicCover) -> str:
    """Where two texts go equally far and do not say the same of it."""
    if here.stance and there.stance and here.stance != there.stance:
        return f"; this one {STANCES[here.stance]}, the other {STANCES[there.stance]}"
    return ""
