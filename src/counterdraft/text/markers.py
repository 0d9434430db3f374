"""What stands before a paragraph: numbers, letters, labels, bullets.

Out: a :class:`Marker` with what it says, and where the paragraph's own words begin.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Kind = Literal["number", "letter", "bullet", "label"]

_KEPT = 512  # numbers of lists
_LATIN = "bis|ter|quater|quinquies|sexies|septies"
_NUMBER = rf"[0-9]{{1,3}}\s?(?:{_LATIN}|alt[0-9]*)?"
_BULLETS = "\u2022\u25cf\u25e6\u25aa\u25ab\u2023\u2043\u00b7\u2219\u2013\u2014\uf0b7"
_PATTERN = re.compile(
    rf"""[ \t"'\[*_]*?(?:
      \[?(?P<open>\()?(?P<label>(?P<part>PP|OP|pp|op|Pp|Op)\s?\.?
          (?P<labelled>[0-9]{{1,3}}\s?(?:(?:{_LATIN}|alt)[0-9]*\s?)*)
          (?P<sub>\s?\([a-z]{{1,2}}\))?)(?(open)\)|(?:[.):\]]|\s-)?)(?=\s|[A-Z\[])
    | (?:[0-9]{{1,3}}[.)]\[)?(?P<number>{_NUMBER})[.)]\]?(?=[\s"*_]|[A-Z][a-z]|$)
    | (?P<latin>[0-9]{{1,3}}\s?(?:{_LATIN}|alt))(?=[\s.:])[.:]?
    | (?:(?:Operative\s(?:[Cc]lause|[Pp]ara(?:graph)?))|Art(?:icle)?|Para(?:graph)?|OP|PP|Clause)
          \s(?P<worded>[0-9]{{1,3}})[.:)]\s
    | \((?P<number2>[0-9]{{1,3}})\)(?=\s)
    | (?:\((?P<letter>[a-z]{{1,2}}|[ivxl]{{1,6}}|[A-H])\)|(?P<letter2>[a-z]|[ivx]{{1,5}})[.)])
          (?=[\s"*_]|[A-Z]|$)
    | (?P<bullet>[{_BULLETS}*+o-])\.?[ \t]+(?=\S)
    )""",
    re.VERBOSE,
)


class Marker(Struct, frozen=True, gc=False):
    """A printed marker: its kind, what it says ("2", "5bis", "(a)"), the part it names, its end."""

    kind: Kind
    value: str
    part: str | None
    end: int
    sub: str | None = None


def match_marker(text: str, at: int = 0, limit: int | None = None) -> Marker | None:
    """The marker at ``at``, or None; ``end`` is where the paragraph's words begin."""
    stop = len(text) if limit is None else limit
    found = _PATTERN.match(text, at, stop)
    if found is None:
        return None
    groups = found.groupdict()
    end = found.end()
    while end < stop and text[end] in " \t":
        end += 1
    if groups["label"]:
        part = "preambular" if groups["part"].upper() == "PP" else "operative"
        return Marker(
            "label", _squeeze(groups["labelled"]), part, end,
            groups["sub"].strip() if groups["sub"] else None,
        )  # fmt: skip
    number = groups["number"] or groups["latin"] or groups["worded"] or groups["number2"]
    if number:
        return Marker("number", _squeeze(number), None, end)
    letter = groups["letter"] or groups["letter2"]
    if letter:
        return Marker("letter", f"({letter})", None, end)
    return Marker("bullet", groups["bullet"], None, end)


def listed_marker(number: str, at: int) -> Marker | None:
    """The marker that a list's own number makes of the paragraph whose words begin at ``at``.

    ``number`` is as a reader sees it: "1.", "(a)", "\u2022".
    """
    found = _listed(number)
    return None if found is None else replace(found, end=at)


@lru_cache(_KEPT)
def _listed(number: str) -> Marker | None:
    """The marker that a list's own number makes, wherever it stands."""
    shown = number.strip()
    # "aa." after "z." is a letter, though nobody types it.
    for form in (f"{shown} X", f"{shown}. X", f"({shown.rstrip('.)')}) X"):
        found = match_marker(form)
        if found is not None and found.end == len(form) - 1:
            return found
    # A word processor draws bullets of every shape.
    drawn = bool(shown) and not any(each.isalnum() for each in shown)
    return Marker("bullet", shown, None, 0) if drawn else None


def _squeeze(number: str) -> str:
    return "".join(number.split())
