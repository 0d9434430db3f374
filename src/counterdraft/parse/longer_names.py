"""Names in capitals: where one goes on behind the part of it that is known, and where one ends.

In: straightened text, and where the known part ends. Out: where the whole name ends.
"The Sudan People's Liberation Movement" is no State, though it begins with one's name, and
"the Myanmar armed forces" are not Myanmar. And where a name ends that no table knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.joining import capitals
from counterdraft.lexicon.requests import requests

ACRONYM = r"(?: \([^()]{2,20}\))?"
"""What may stand behind a name: "(HLF)"."""

# "United Nations Educational, Scientific and …" has no noun yet.
_GOES_ON = re.compile(r", [A-Z]\w+(?:al|ic|ive),? and [A-Z]")
_LISTED = re.compile(rf"{ACRONYM}(?:,|;|:|\)| and | as well as | or |$)")


class _Names(NamedTuple):
    """Patterns of names.

    ``word`` is a word in capitals right behind a name, ``carries`` one with what joins it, ``noun``
    what a body's noun goes on with, ``whole`` a name from its beginning, and ``more`` words in
    capitals behind "and".
    """

    word: re.Pattern[str]
    carries: re.Pattern[str]
    noun: re.Pattern[str]
    whole: re.Pattern[str]
    more: re.Pattern[str]


@cache
def _names() -> _Names:
    word, joint = capitals()
    # "the Eastern and Southern African States", "the Latin American and Caribbean States"
    both = r"(?:(?<=al)|(?<=ic)|(?<=can)|(?<=ean)) and "
    further = rf"(?:(?:{joint}|{both})(?:{word}|\d+(?= [A-Z]))| of \d+)"
    return _Names(
        re.compile(rf" {word}"),
        re.compile(rf"(?:{joint}| and ){word}"),
        re.compile(rf"{joint}{word}"),
        re.compile(rf"(?:the )?{word}(?<=\w){further}*"),
        re.compile(rf" and (?P<more>{word}{further}*)"),
    )


def run_on(text: str, at: int, stop: int, other: Callable[[int], bool]) -> int:
    """Where the words in capitals end that go on with the name that ends at ``at``.

    The first of them stands right behind it. ``other`` tells whether somebody else begins at a
    place: in "… Country Team and Member States" two are named.
    """
    first = _names().word.match(text, at, stop)
    end = _carried(text, first.end(), stop, other) if first else at
    return at if _GOES_ON.match(text, end) else end


def belonging(text: str, at: int, stop: int, other: Callable[[int], bool]) -> int:
    """Where a name ends whose noun ends at ``at``: "Council of Ministers", not "Council"."""
    first = _names().noun.match(text, at, stop)
    return _carried(text, first.end(), stop, other) if first else at


def unknown(text: str, before: int, at: int, stop: int, *, listed: bool) -> int | None:
    """Where a name ends that begins at ``at``, joined directly to the one that ends ``before`` it.

    ``listed``: what follows it is the list's next, or its end.
    """
    if not _joint().fullmatch(text, before, at):
        return None
    end = name_end(text, at, stop)
    if end is None or (listed and not _LISTED.match(text, end, stop) and end < stop):
        return None
    return end


def name_end(text: str, at: int, stop: int) -> int | None:
    """Where a name in capitals ends that begins at ``at``, with an article or without.

    "The Dusk and Dawn Movement" is one, for its noun stands behind both.
    """
    found = _names().whole.match(text, at, stop)
    if found is None or text.startswith("'s ", found.end()):
        return None
    end, groups = found.end(), actors().groups
    more = _names().more.match(text, end, stop) if found[0].startswith("the ") else None
    one = more and more["more"].endswith(groups) and not found[0].endswith(groups)
    return more.end() if more and one else end


@cache
def _joint() -> re.Pattern[str]:
    """What stands between two members of a list, or before one that is named in particular."""
    joints = rf",? and |, | as well as |,? or |(?:,| \() ?{requests().particular.pattern}"
    return re.compile(rf"{ACRONYM}(?:{joints})(?:the )?")


def _carried(text: str, at: int, stop: int, other: Callable[[int], bool]) -> int:
    while found := _names().carries.match(text, at, stop):
        if found[0].startswith(" and ") and other(at + len(" and ")):
            break
        at = found.end()
    return at
