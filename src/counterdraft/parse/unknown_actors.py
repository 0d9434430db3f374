"""Who is asked where no table knows them: by a noun at the end of a phrase, or by a name.

In: straightened text and a stretch of it. Out: ``Actor`` values, as in ``parse.actor``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.requests import requests
from counterdraft.model import Span
from counterdraft.parse.actor import Actor, class_at_end

_MOST_QUALIFIED, _LONGEST = 8, 24
_WORD = re.compile(r"[\w'-]+")
# Whoever the lexicon has no class for: "those who …", or a proper name.
_SOMEBODY = re.compile(
    r"(?:the |all |both |its |other |relevant )*"
    r"(?P<head>those (?:who|that|which)\b[^,;]*"
    r"|(?:[A-Z][\w'-]*(?:al|ent|ic|ive), )*"
    r"[A-Z][\w'-]+(?: (?:(?:and|of|the|for|on|in) )*(?:[A-Z][\w'-]+|\d+))*)"
)
_SOMEBODY_LENGTH = 160


def find_qualified(text: str, start: int, to: int, *, anybody: bool) -> list[Actor]:
    """One phrase of words that are not known, by the noun at its head.

    That is an actor's name after others ("source countries"), or a noun that is somebody by its
    form ("aid providers"); what follows the head describes it ("the armed forces of a country").
    With ``anybody`` it may be any but a thing: "the Coalition". In "support for countries to …"
    the head is support, and nobody is asked.
    """
    words = text[start:to].split(" ")
    if len(words) > _LONGEST or not all(_WORD.fullmatch(each) for each in words):
        return []
    describing = requests().describing
    described = next((n for n, each in enumerate(words) if n and each in describing), None)
    head = words[:described]
    if len(head) > _MOST_QUALIFIED or (joining_words() - {"and", "other"}) & set(head[1:]):
        return []
    class_ = class_at_end(text, start, start + len(" ".join(head)))
    if class_ is None and anybody and len(words) > 1:
        class_ = "other" if described is None or _is_one(head) else None
    return [Actor(class_, Span(start, to))] if class_ else []


def _is_one(head: Sequence[str]) -> bool:
    """Whether a noun with words before it can be somebody: no thing, and not one of many."""
    noun, (things, endings) = head[-1], actors().things
    if head[0] in {"a", "an"}:
        return False
    return noun in actors().persons or not (noun in things or noun.endswith(endings))


def find_somebody(text: str, start: int, to: int) -> list[Actor]:
    """An object that grammar shows to be asked, though no class is known for it."""
    found = _SOMEBODY.match(text, start, to)
    if found is None or found.end() - start > _SOMEBODY_LENGTH:
        return []
    things, endings = actors().things
    words = found["head"].split()
    last = words[-1].lower()
    body = text.startswith("the ", start) and last not in actors().documents
    named = len(words) > 1 or body or not (last in things or last.endswith(endings))
    return [Actor("other", Span(start, found.end()))] if named else []
