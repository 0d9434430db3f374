"""A person by name: "Mr. Jorun Vael", "President Vael", and who of two words is one person.

In: straightened text and a place in it. Out: where the name ends.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.joining import capitals


def person_end(text: str, at: int, stop: int, *, office: bool = False) -> int | None:
    """Where a person's name ends that begins with a title at ``at``: "Mr. Vael".

    With ``office`` the title may be one of an office too ("President Vael"), which may as well
    begin the name of something else.
    """
    found = _pattern(office=office).match(text, at, stop)
    return found.end() if found and not found[0].endswith("'s") else None


def names_again(text: str, at: int, stop: int) -> int | None:
    """Where a name ends that stands between commas behind an office: "the Envoy, Ms. Vael, to"."""
    found = _apposition().match(text, at, stop)
    return found.end() if found and (found.end() == stop or text[found.end()] == ",") else None


@cache
def _pattern(*, office: bool) -> re.Pattern[str]:
    titles = actors().titles + (actors().offices if office else ())
    return re.compile(rf"(?:former )?(?:{alternatives(titles)}) {_name()}")


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{alternatives(actors().titles)}) )?{_name()}")


def _name() -> str:
    word, joint = capitals()
    return rf"{word}(?:{joint}{word}){{0,4}}"
