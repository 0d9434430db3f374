"""Where a name goes on behind the part of it that is known.

In: straightened text, and where the known part ends. Out: where the whole name ends.
"The Sudan People's Liberation Movement" is no State, though it begins with one's name, and
"the Myanmar armed forces" are not Myanmar. And where a name ends that no table knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from counterdraft.lexicon.requests import requests

# A word in capitals right behind the name, and whatever joins others to it.
_CAPITAL = re.compile(r" [A-Z][\w'/-]*")
_CARRIES = re.compile(r" (?:(?:of|on|for|in) (?:the )?|and )?(?:d'|al-)?[A-Z][\w'/-]*")
# "United Nations Educational, Scientific and …" has no noun yet.
_GOES_ON = re.compile(r", [A-Z]\w+(?:al|ic|ive),? and [A-Z]")
# "(HLF), ": what joins the members of a list, and what one is that has a name of its own.
_ACRONYM = r"(?: \([^()]{2,20}\))?"
_NAME = re.compile(
    r"(?:the )?[A-Z][\w'/-]*\w"
    r"(?: (?:(?:of|for|on) (?:the )?|(?<=al )and |(?<=ic )and |(?<=can )and |(?<=ean )and )?"
    r"(?:[A-Z][\w'/-]*|\d+(?= [A-Z])))*"
)
_LISTED = re.compile(rf"{_ACRONYM}(?:,|;|:|\)| and | as well as | or |$)")
_OF = re.compile(r" (?:of|on|for) (?:the )?[A-Z][\w'/-]*")


def run_on(text: str, at: int, stop: int, other: Callable[[int], bool]) -> int:
    """Where the words in capitals end that go on with the name that ends at ``at``.

    The first of them stands right behind it. ``other`` tells whether somebody else begins at a
    place: in "… Country Team and Member States" two are named.
    """
    first = _CAPITAL.match(text, at, stop)
    end = _carried(text, first.end(), stop, other) if first else at
    return at if _GOES_ON.match(text, end) else end


def belonging(text: str, at: int, stop: int, other: Callable[[int], bool]) -> int:
    """Where a name ends whose noun ends at ``at``: "Council of Ministers", not "Council"."""
    first = _OF.match(text, at, stop) or _CAPITAL.match(text, at, stop)
    return _carried(text, first.end(), stop, other) if first else at


def unknown(text: str, before: int, at: int, stop: int, *, listed: bool) -> int | None:
    """Where a name ends that begins at ``at``, joined directly to the one that ends ``before`` it.

    ``listed``: what follows it is the list's next, or its end.
    """
    if not _joint().fullmatch(text, before, at):
        return None
    name = _NAME.match(text, at, stop)
    if name is None or (listed and not _LISTED.match(text, name.end(), stop) and name.end() < stop):
        return None
    return None if text.startswith("'s ", name.end()) else name.end()


@cache
def _joint() -> re.Pattern[str]:
    """What stands between two members of a list, or before one that is named in particular."""
    joints = rf",? and |, | as well as |,? or |(?:,| \() ?{requests().particular.pattern}"
    return re.compile(rf"{_ACRONYM}(?:{joints})(?:the )?")


def _carried(text: str, at: int, stop: int, other: Callable[[int], bool]) -> int:
    while found := _CARRIES.match(text, at, stop):
        if found[0].startswith(" and ") and other(at + len(" and ")):
            break
        at = found.end()
    return at
