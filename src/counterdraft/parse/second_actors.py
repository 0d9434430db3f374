"""Where a request goes on to ask somebody else: "calls upon A to sign it, and upon B to pay".

In: straightened text, the verb that asks, and the stretch that says what the first are to do.
Out: where that ends and the second begin. The verb, and often its preposition, is left out.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.requests import requests
from counterdraft.lexicon.states import find_states
from counterdraft.model import Span
from counterdraft.parse.actors import find_actors
from counterdraft.parse.unknown_actors import find_somebody
from counterdraft.parse.verbs import Match

_TASK = re.compile(r"(?:, | )(?:not )?to (?P<verb>[a-z]+)")
_MARK = re.compile(r"[,;:]")
_LONGEST = 250


def second(text: str, verb: Match, action: Span, organ: Organ | None) -> tuple[int, int] | None:
    """Where what the first are asked ends, and where the next who are asked begin."""
    led = _led(verb.lemma)
    if led is not None:
        for joint in led.finditer(text, action.start, action.end):
            if _asked(text, joint.end(), action.end, organ, anybody=True):
                return joint.start(), joint.end()
    for joint in _joint().finditer(text, action.start, action.end):
        before, listed = text[action.start : joint.start()], joint[0][0] != ","
        if _asked(text, joint.end(), action.end, organ) and not _goes_with(before, listed):
            return joint.start(), joint.end()
    return None


def _asked(text: str, at: int, end: int, organ: Organ | None, *, anybody: bool = False) -> bool:
    """Whether somebody is named at ``at``, with something to do right behind."""
    to = _TASK.search(text, at, min(end, at + _LONGEST))
    while to and to["verb"] in requests().not_before:
        to = _TASK.search(text, to.end(), min(end, at + _LONGEST))
    if to is None:
        return False
    heads = find_actors(text, at, to.start(), organ)
    if anybody:
        heads = heads or find_somebody(text, at, to.start(), organ)
    elif heads and heads[0].class_ == "other":
        return False
    if not heads:
        return False
    last, not_yet = heads[-1].span.end, requests().joined.not_yet
    return (
        last == to.start()
        or _aside_closes(text, last, to)
        or bool(not_yet.fullmatch(text, last, to.start()))
    )


def _aside_closes(text: str, at: int, to: re.Match[str]) -> bool:
    """Whether nothing but an aside between commas stands before the task: ", with B, to"."""
    comma = text.startswith(", ", at) and to[0].startswith(", ")
    return comma and bool(requests().aside.match(text, at + len(", ")))


def _goes_with(before: str, listed: bool) -> bool:
    """Whether those behind "and" may go with somebody before it, or with a verb or preposition.

    "To work with the press and all States to count them": nobody is asked a second time.
    ``listed``: "and" stands without a comma, and may close a list that began before others.
    """
    words = requests().joined
    marks = [] if listed else [each.end() for each in _MARK.finditer(before)]
    near = before[max(marks, default=0) :]
    return bool(
        (listed and actors().terms.search(before))
        or words.governing.search(before)
        or words.beside.search(before)
        or (words.prepositions if listed else words.listing).search(words.adverbial.sub("", near))
        or (listed and find_states(before))
    )


@cache
def _joint() -> re.Pattern[str]:
    """The joint without a preposition: "and B to …".

    Each way begins with a character of its own, so that the engine skips from one to the next.
    """
    words = requests()
    first = rf"(?={words.joined.parties}|{words.phrases.opening})"
    return re.compile(rf"(?:, and| and) (?:also )?{first}")


@cache
def _led(lemma: str) -> re.Pattern[str] | None:
    """The joint with the verb's own preposition: "and upon B to …"."""
    leading = requests().joined.leading.get(lemma)
    return (
        re.compile(rf"(?:, and| and) (?:also )?(?:{alternatives(leading)}) ") if leading else None
    )
