"""Words of a text under negotiation, as they may be quoted; the verbs between which it is open.

In: a paragraph or some words of it. Out: the words without remarks that are none of the draft's
("[EU, JP: delete]"), with every bracket in its pair; the alternatives of the opening verb.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.lexicon.quoting import PROPOSER, quoting
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Paragraph, Span, Verb
from counterdraft.text.straight import straighten

_ALTERNATIVE = rf"\[ ?(?:{PROPOSER} ?)?(?P<words>[A-Z][^\[\]]{{2,40}})\]"
_NEXT = re.compile(rf"\s?/?\s?{_ALTERNATIVE}")
_WORD = re.compile(r"[A-Za-z]+")
_NAME = re.compile(r" [A-Z]")
_MOST_WORDS = 4  # "Notes with deep concern", "Reaffirming (G77)"


class Choices(NamedTuple):
    """The alternatives of a paragraph's first verb as printed, and where they stand."""

    printed: str
    span: Span
    number: int


def choices(paragraph: Paragraph) -> Choices | None:
    """ "[Urges] [Calls upon] all States": None where no more than one verb stands there.

    Only the second may stand in brackets: "Urges [Calls upon] all States".
    """
    text, start = straighten(paragraph.text), paragraph.span.start
    opens = [each.span.end - start for each in paragraph.verbs[:1] if each.span.start == start]
    at = opens[0] if opens else 0
    end = _past(text, at, len(text))
    number = len(opens) + len(_NEXT.findall(text, at, end))
    return Choices(paragraph.text[:end], Span(start, start + end), number) if number > 1 else None


def verb_printed(paragraph: Paragraph, verb: Verb) -> str:
    """A verb, or all the alternatives of which it is the first."""
    found = choices(paragraph)
    return found.printed if found and found.span.holds(verb.span) else verb.text


def past_other_verbs(text: str, at: int, stop: int) -> int:
    """Past the alternatives behind a verb that ends at ``at``: "Urges", "] [Calls upon]".

    Only the others may stand in brackets: "Urges", " [Requests]".
    """
    if not text.startswith("]", at, stop):
        return _past(text, at, stop) if text.startswith(" [", at, stop) else at
    end = _past(text, at + 1, stop)
    return end if end > at + 1 else at


def _past(text: str, at: int, stop: int) -> int:
    """Where the brackets end that begin at ``at`` and hold a verb each."""
    while (found := _NEXT.match(text, at, stop)) and _is_verb(found["words"]):
        at = found.end()
    return at


def _is_verb(words: str) -> bool:
    """Whether nothing but a verb stands there, with what belongs to it: "Also calls upon"."""
    first = _WORD.match(words)
    few = words.count(" ") < _MOST_WORDS
    if not few or first is None or first[0].lower() not in verbs().openers:
        return False
    # "[United Nations entities]" opens as "united in grief" does, and is somebody.
    return first[0].lower() not in verbs().adjectives or not _NAME.search(words)


def without_remarks(words: str) -> str:
    """Words without what is said of them: "[EU, JP: delete]"."""
    kept = quoting().remark.sub("", words) if "[" in words else words
    return kept if kept == words else kept.rstrip(" ;,")


def as_quoted(words: str) -> str:
    """Words without remarks, and with each bracket that lost its other half in a pair."""
    if "[" not in words and "]" not in words:
        return words
    kept = without_remarks(words).strip()
    while kept.startswith("]"):  # of what stands before them
        kept = kept[1:].lstrip()
    opened = closed = 0
    for letter in kept:
        opened += letter == "["
        if letter == "]":
            closed, opened = (closed, opened - 1) if opened else (closed + 1, opened)
    return "[" * closed + kept + "]" * opened
