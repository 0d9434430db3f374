"""A text → the claims about votes in it, each with its span.

In: any text, and spans of it to leave out, such as the paragraphs of a draft. Out: claims that are
understood. A claim is a whole sentence in which every word has its meaning in a claim, and which
names what votes can be counted by. Nothing is cut off: a word before it that is not known may deny
it, doubt it or say that it is of something else, and so may one behind. The one exception is who
backed a text, said at the end of a sentence ("…, backed by Norway but also by a majority …"),
where nothing before it denies or doubts, and a State is named there that the votes are about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.lexicon.states import find_states
from counterdraft.model.span import Span
from counterdraft.text.straight import straighten
from counterdraft.votes.claims.reading import Condition, Reading, read
from counterdraft.votes.claims.sentences import sentences
from counterdraft.votes.claims.signs import Sign, signs

_WORTH = re.compile(
    r"majority|thirds|quarters|half|per\s?cent|%|votes?\b|voting|abstentions|members|than \d",
    re.IGNORECASE,
)
_OF_VOTES = re.compile(r"vot|favou?r|against|absten|abstain", re.IGNORECASE)
# "(see our earlier post)" adds nothing to a claim; another aside may take it back.
_ASIDE = re.compile(r"\s*\((?:see|cf)\b[^()]*\)$", re.IGNORECASE)
_STATE = "\0"
_TIMES = {"when", "period", "since", "after", "until", "before", "year"}


class Claimed(NamedTuple):
    """A claim in a text."""

    words: str
    span: Span


def claims_in(
    text: str, apart: Iterable[Span] = (), about: Collection[str] = ()
) -> tuple[Claimed, ...]:
    """The claims of ``text`` outside of the spans ``apart``, in its order.

    ``about`` are the States that the votes are about, by the names of the lexicon.
    """
    left_out = tuple(apart)
    plain = straighten(text)
    found = []
    for sentence in sentences(plain):
        words = sentence.of(plain)
        if not _WORTH.search(words) or _has("demand", words):
            continue
        span = _claim(words, about)
        moved = span.moved(sentence.start) if span else None
        if moved and not any(each.meets(moved) for each in left_out):
            found.append(Claimed(moved.of(text), moved))
    return tuple(found)


def _has(kind: str, words: str) -> bool:
    """Whether a phrase of a table stands in ``words``."""
    return bool(_any_of(kind).search(words))


@cache
def _any_of(kind: str) -> re.Pattern[str]:
    either = "|".join(map(re.escape, load("en/claims")[kind]["words"]))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _claim(sentence: str, about: Collection[str]) -> Span | None:
    """The claim that a sentence is as a whole, or that it ends with."""
    aside = _ASIDE.search(sentence)
    span = Span(0, aside.start() if aside else len(sentence))
    if _is_claim(span.of(sentence)):
        return span
    backed = _backed(sentence, span, about)
    return backed if backed and _is_claim(backed.of(sentence), backed=True) else None


def _backed(sentence: str, span: Span, about: Collection[str]) -> Span | None:
    """What stands behind "backed by", or behind the States that are named there first."""
    masked = _names().sub(lambda name: _STATE * len(name[0]), span.of(sentence))
    for state in find_states(masked):
        length = state.end - state.start
        masked = f"{masked[: state.start]}{_STATE * length}{masked[state.end :]}"
    found = _backing().search(masked)
    if found is None or _has("doubt", sentence[: found.start()]):
        return None
    lead = sentence[: found.start()]
    of_it = all(each.kind == "filler" for each in signs(lead))
    if lead.rstrip().endswith(","):
        of_it = any(each.name in about for each in find_states(lead))
    return Span(found.end(), span.end) if of_it else None


@cache
def _names() -> re.Pattern[str]:
    either = "|".join(map(re.escape, load("en/claims")["backing"]["names"]))
    return re.compile(rf"\b(?:{either})(?![\w-])")


@cache
def _backing() -> re.Pattern[str]:
    """ "backed by", "backed by the United States and Japan but also by"; the last one."""
    by = rf"\b(?:{'|'.join(load('en/claims')['backing']['words'])})\s+by\b"
    state = rf"(?:the\s+)?{_STATE}+"
    states = rf"{state}(?:(?:,|,?\s+and)\s+{state})*,?\s+(?:but|and)\s+also\s+by\s+"
    return re.compile(rf"{by}\s+(?:{states})?(?!.*{by})", re.DOTALL)


def _is_claim(words: str, *, backed: bool = False) -> bool:
    """Whether all of the words are one claim; ``backed`` where what is before says of what."""
    found = signs(words)
    if not found or not _opens(found[0]) or not all(map(_is_known, found)):
        return False
    reading = read(words)
    if not isinstance(reading, Reading):
        return False
    settled = [each for each in reading.conditions if each.kind != "vague"]
    # A bare figure is that of one vote, and which one a sentence does not say.
    bare = any(each.compare == "=" and not each.every for each in settled)
    return bool(settled) and not bare and _is_of_votes(words, found, settled, backed=backed)


def _opens(sign: Sign) -> bool:
    """Whether a statement may begin so: "Had more than 100 supported it" is none."""
    return sign.kind != "mark" and sign.words not in load("en/claims")["demand"]["opening"]


def _is_known(sign: Sign) -> bool:
    return sign.kind != "word" and (sign.kind != "mark" or sign.value in ",-")


def _is_of_votes(
    words: str, found: Sequence[Sign], settled: Sequence[Condition], *, backed: bool
) -> bool:
    """Whether a claim names votes by what they are, or Members and a text: else it may be of all.

    How a text was adopted is of one of its votes, unless it is said of which ones.
    """
    kinds, named = {sign.kind for sign in found}, {sign.words for sign in found}
    table = load("en/claims")["named"]
    if all(each.kind == "mode" for each in settled):
        one = named & {*table["alone"]} and not named & {*table["several"]}
        return bool(one) and not kinds.isdisjoint(_TIMES)
    counted = [sign for sign in found if sign.kind == "quantity"]
    if any(_OF_VOTES.search(words[each.start : each.end]) for each in counted):
        return True
    of_members = kinds & {"base", "widen"} and kinds & {"share", "percent", "trend"}
    return bool(of_members) and (backed or bool(counted) or bool(named & {*table["words"]}))
