"""What is named in a text → the date that is said of it, and whether it is of a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from counterdraft.lexicon.events import events
from counterdraft.model.span import Span
from counterdraft.verify.days import BETWEEN_DAYS
from counterdraft.verify.mentions import Mention

_NEAR = 60  # characters before a name in which "during" stands
_SOMEWHERE = "Somewhere"  # a name of one word


def date_of(
    text: str, at: int, dates: Sequence[Mention], where: str = ""
) -> tuple[Mention | None, bool]:
    """The date that is said of what ends at ``at``, and whether it was held then.

    ``where`` is the name of the place at which it is known to have been, of several words perhaps.
    """
    date = next((each for each in dates if each.start >= at), None)
    if date is None:
        return None, False
    between = text[at : date.start]
    if where:
        between = between.replace(where, _SOMEWHERE)
    held = bool(_held().fullmatch(between))
    return (date, held) if held or _tied().fullmatch(between) else (None, False)


@cache
def _tied() -> re.Pattern[str]:
    """Words that only say when or where."""
    known = events()
    return re.compile(rf"(?:[\s,()]|{_at_a_sitting()}|{known.between}|[A-Z][\w'-]*)*")


@cache
def _held() -> re.Pattern[str]:
    """What may carry a name on, and "held": but no other thing that may be what was held."""
    known = events()
    another = rf"{known.joins}\s+{known.determiners}"
    on = rf"(?:(?!{another})[^;.,]){{0,90}}?,?\s*"
    where = rf"(?:\s+{known.between}|\s+[A-Z][\w'-]*,?)*\s+"
    return re.compile(rf"{on}(?:which\s+was\s+)?\b(?:{known.held}|{known.out})\b{where}")


def is_of_a_part(text: str, start: int, name: Span, when: Mention, *, held: bool) -> bool:
    """Whether the words say that a day is of a part of what is named: "during", "at its sitting".

    Not where it is said when it was held: "during the Conference, held from 14 to 25 June".
    """
    if BETWEEN_DAYS in when.value:
        return False
    lead = text[max(start, name.start - _NEAR) : name.start].lower()
    between = text[name.end : when.start].lower()
    return bool(not held and _during().search(lead)) or bool(re.search(_at_a_sitting(), between))


@cache
def _during() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{events().during})\s+(?:the\s+)?$")


def _at_a_sitting() -> str:
    """ "at its 22nd plenary meeting", in lower case."""
    known = events()
    return rf"\b(?:at|in)\s+{known.determiners}\s+(?:[\w-]+\s+){{0,2}}{known.sittings}"
