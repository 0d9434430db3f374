"""A text → the claims about votes in it, each with its span.

In: any text, and spans of it to leave out, such as the paragraphs of a draft. Out: claims that are
understood. A claim is a stretch of a sentence in which every word has its meaning in a claim, and
which names what votes can be counted by; what it goes on to say ("… of the party") must not make
it one about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.model.span import Span
from counterdraft.text.straight import straighten
from counterdraft.votes.claims.reading import Reading, read
from counterdraft.votes.claims.signs import Sign, around, signs

_SENTENCE = re.compile(r"[^.;:!?()\[\]\n\"]+(?:\.\d+[^.;:!?()\[\]\n\"]*)*")
_WORTH = re.compile(
    r"majority|thirds|quarters|half|per\s?cent|%|votes?\b|voting|abstentions|members|than \d",
    re.IGNORECASE,
)
_OF_VOTES = re.compile(r"vot|favou?r|against|absten|abstain", re.IGNORECASE)
_LOOSE = {"filler", "contrast", "mark", "negation"}


class Claimed(NamedTuple):
    """A claim in a text."""

    words: str
    span: Span


def claims_in(text: str, apart: Iterable[Span] = ()) -> tuple[Claimed, ...]:
    """The claims of ``text`` outside of the spans ``apart``, in its order."""
    left_out = tuple(apart)
    plain = straighten(text)
    found = []
    for sentence in _SENTENCE.finditer(plain):
        if not _WORTH.search(sentence[0]) or _demand().search(sentence[0]):
            continue
        for span in _claims(sentence[0], sentence.start()):
            if not any(each.meets(span) for each in left_out):
                found.append(Claimed(span.of(text), span))
    return tuple(found)


@cache
def _demand() -> re.Pattern[str]:
    either = "|".join(map(re.escape, load("en/claims")["demand"]["words"]))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _claims(sentence: str, offset: int) -> Iterator[Span]:
    found = signs(sentence)
    run: list[Sign] = []
    for following in [*found, None]:
        if following is not None and _goes_on(following):
            run.append(following)
            continue
        span = _claim(sentence, run, following)
        if span is not None:
            yield span.moved(offset)
        run = []


def _goes_on(sign: Sign) -> bool:
    return sign.kind != "word" and (sign.kind != "mark" or sign.value in ",-")


def _claim(sentence: str, run: Sequence[Sign], following: Sign | None) -> Span | None:
    """The claim that a run of signs is, without what leads up to it and away from it."""
    kept = list(run)
    while kept and kept[-1].kind in _LOOSE:
        last = kept.pop()
        if last.value in around("governing") and following is not None:
            return None  # "a majority of members of the party"
    while len(kept) > 1 and kept[0].kind in _LOOSE and not (
        kept[0].value in around("opening") and kept[1].kind != "filler"
    ):  # fmt: skip
        kept.pop(0)
    if not kept or not _is_of_votes(sentence, kept):
        return None
    span = Span(kept[0].start, kept[-1].end)
    reading = read(span.of(sentence))
    if not isinstance(reading, Reading):
        return None
    settled = [each for each in reading.conditions if each.kind != "vague"]
    # A bare figure is that of one vote, and which one a sentence does not say.
    bare = any(each.compare == "=" and not each.every for each in settled)
    return span if settled and not bare else None


def _is_of_votes(sentence: str, kept: Sequence[Sign]) -> bool:
    """Whether a stretch names Members, or votes by what they are: else it may be of anything."""
    kinds = {sign.kind for sign in kept}
    if not kinds & {"share", "number", "percent", "trend"}:
        return False
    if kinds & {"base", "widen"} and kinds & {"share", "percent", "trend"}:
        return True
    counted = [sign for sign in kept if sign.kind == "quantity"]
    return any(_OF_VOTES.search(sentence[each.start : each.end]) for each in counted)
