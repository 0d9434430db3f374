"""Two acts on measures between States → whether they may be on the same measures.

Measures are told apart by the State that they are against, and by their kind (an arms embargo, a
ban of imports), where both acts say which. Words for all such measures are of any kind.
"""

from __future__ import annotations

from counterdraft.flag.acts import Done
from counterdraft.flag.subject import places, same_state

# Characters behind the words for measures in which the State is named that they are against.
_BEHIND = 60


def may_be_same(one: Done, other: Done) -> bool:
    """Whether nothing that two acts say shows that their measures are others."""
    if one.kind and other.kind and one.kind != other.kind:
        return False
    against, whose = _target(one), _target(other)
    return against is None or whose is None or same_state(against, whose)


def are_told_apart(act: Done) -> bool:
    """Whether an act says which measures it is on."""
    return bool(act.kind) or _target(act) is not None


def _target(act: Done) -> str | None:
    """The State that stands next behind the words for the measures, in the same part."""
    text = act.clause.text
    end = text.find(act.named, act.start) + len(act.named)
    found = places(text[end : end + _BEHIND].split(";")[0].split(",")[0], ())
    return found[0].name if found else None
