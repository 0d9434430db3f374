"""A name in a text that a register knows → whether that is what was held there.

In: the text around the name. Not what was held is, most of all, a conference beside or before which
something else took place ("the youth summit preceding the World Conference, held in"), and one of
which the text has but the beginning ("World Conference on Human Rights Education").
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.dates import months
from counterdraft.lexicon.events import events

_CAPITAL = r"(?P<next>[A-Z][\w'-]*)"
# "of 1993" and "of the General Assembly held in" apart: a name that carries on with a capital.
_CARRIED = re.compile(rf"\s+(?:(?:of|on|for|against|to)\s+(?:the\s+)?)?{_CAPITAL}")


def carries_on(text: str, end: int, place: str) -> bool:
    """Whether a name goes on behind ``end``: then it is another's. ``place`` is where it was."""
    found = _CARRIED.match(text, end)
    return found is not None and found["next"] not in {*months(), *place.split()}


def held_beside(lead: str) -> bool:
    """Whether what leads up to a name names another meeting, on which the name hangs."""
    return bool(_beside().search(lead))


def hangs(lead: str) -> bool:
    """Whether a name hangs on what stands before it: "the anniversary of the"."""
    return bool(_hangs().search(lead[-40:]))


@cache
def _beside() -> re.Pattern[str]:
    known = events()
    no = rf"(?!{known.apart}|{known.joins}\s+{known.determiners})"
    return re.compile(rf"{known.meetings}\s+(?:{no}[^,;])*$", re.IGNORECASE)


@cache
def _hangs() -> re.Pattern[str]:
    return re.compile(rf"{events().hanging}\s+(?:the\s+)?(?:\w+\s+)?$")
