"""A cited resolution whose subject has nothing to do with why it is cited → a question.

The title of what is cited is held against everything that may be its reason: the paragraph that
cites it, the title of the text, and the titles of what is cited in the same paragraph. Words that
every title has do not count, nor do texts that are cited on any matter, or are on the
Organization's own budget and staff. Only where nothing is shared at all, where a title beside it
does share something, and where the text nowhere speaks of the subject in its own words, is a
question put: a number may be wrong, or a reason unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.load import load
from counterdraft.lexicon.states import find_states
from counterdraft.model.register import Entry
from counterdraft.model.resolution import Resolution
from counterdraft.text.stems import stem
from counterdraft.text.straight import straighten
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.cited import Cited
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.told import said
from counterdraft.wording.english import listed


class About(NamedTuple):
    """The words of a text's title, and of the whole text, that say what they are about."""

    title: frozenset[str]
    text: frozenset[str]


def about_of(resolution: Resolution) -> About:
    """What a resolution is about."""
    whole = " ".join(each.text for each in resolution.paragraphs)
    return About(subject_of(resolution.title or ""), subject_of(whole))


def use_claims(
    place: Place, cited: Sequence[Cited], asked: Asked, about: About
) -> Iterator[tuple[Claim, Answer]]:
    """The citations of a place that stand out from those beside them, each with its answer."""
    if len({each.symbol for each in cited}) < 2:
        return
    titles = _titles(cited, asked)
    words = {symbol: subject_of(entry.value) for symbol, entry in titles.items()}
    said_here = subject_of(place.span.of(place.text)) | about.title
    strays = {symbol for symbol in titles if words[symbol] and not words[symbol] & said_here}
    fits = {symbol for symbol in titles if words[symbol] & said_here}
    for each in cited:
        beside = _beside(words, each.symbol)
        stray = each.symbol in strays and not words[each.symbol] & beside
        if stray and fits and not _spoken_of(words[each.symbol], about.text):
            claim = Claim(place.id, each.span, "citation", each.symbol)
            yield claim, _answer(titles[each.symbol], [titles[other] for other in sorted(fits)])
            strays.discard(each.symbol)


def _spoken_of(subject: frozenset[str], text: frozenset[str]) -> bool:
    """Whether a text has half of the words of a subject, or more, those left out that many have."""
    telling = subject - _common() or subject
    return len(telling & text) * 2 >= len(telling)


def _titles(cited: Sequence[Cited], asked: Asked) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for each in cited:
        entry = next((e for e in asked.entries("title", each.symbol) if e.value), None)
        if entry is not None and _has_subject(entry):
            found[each.symbol] = entry
    return found


def _beside(words: Mapping[str, frozenset[str]], symbol: str) -> frozenset[str]:
    others = (some for other, some in words.items() if other != symbol)
    return frozenset(word for some in others for word in some)


def subject_of(text: str) -> frozenset[str]:
    """The words that say what a text is about, without generic ones; a State is its name."""
    plain = straighten(text)
    states = find_states(plain)
    for each in reversed(states):
        plain = f"{plain[: each.start]} {plain[each.end :]}"
    named = frozenset(each.name for each in states)
    return frozenset(content_of(re.sub(r"[-/]", " ", plain))) - _generic() | named


def _has_subject(entry: Entry) -> bool:
    """Whether a text is on one matter: not cited on any, not on administration, and whole."""
    if " " in entry.subject or entry.subject in load("en/titles")["everywhere"]:
        return False
    title = entry.value.casefold()
    return not any(words in title for words in load("en/titles")["administrative"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(map(stem, load("en/titles")["generic"]))


@cache
def _common() -> frozenset[str]:
    return frozenset(load("en/titles")["common"])


def _answer(stray: Entry, others: Sequence[Entry]) -> Answer:
    told = f"{stray.subject} is “{stray.value}” ({stray.source})"
    beside = listed([f"{each.subject}, “{each.value}”" for each in others])
    reason = (
        "no word of that subject stands in the paragraph, in the title of the text, or in the "
        f"titles cited beside it ({beside}), and few or none in the rest of the text"
    )
    question = f"Is {stray.subject} meant here, “{stray.value}”?"
    return Answer("unknown", said(told, reason), (stray,), question)
