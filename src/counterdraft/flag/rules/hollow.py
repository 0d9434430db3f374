"""Hollow: a text that asks and comes back to nothing, and a clause that asks nobody.

Many ordinary requests have no time limit and no report. So it is the text as a whole that must have
neither, and a clause is told only where its verb goes at once to what is to be done.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quote
from counterdraft.flag.rule import Rule
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.model import Paragraph, Resolution, Verb
from counterdraft.model.finding import Finding
from counterdraft.text.paragraph_label import paragraph_label
from counterdraft.text.straight import straighten
from counterdraft.text.wording import counted

_SOURCE = "usage of the General Assembly; United Nations Editorial Manual (lexicon, follow_up)"
# With fewer requests a text does little by asking; so many of them are shown.
_REQUESTS, _SHOWN = 3, 6


def no_follow_up(ground: Ground) -> Iterator[Finding]:
    """One finding for a text that asks, and in which nobody is to come back to it."""
    asks = [each for each in ground.resolution.paragraphs if _asks(each)]
    if len(asks) < _REQUESTS or _comes_back(ground.resolution):
        return
    yield Finding(
        rule="hollow.no-follow-up", kind="hollow",
        statement=(
            f"The text asks in {counted(len(asks), 'paragraph')}; no report, no time limit and no "
            "later consideration was found in it."
        ),
        why=(
            "In no operative paragraph were words found that ask for a report, set a time "
            "limit, put the "
            "matter on an agenda or provide for a review."
        ),
        against=(
            "A text may state a position and leave follow-up to bodies that deal with the matter "
            "anyway; it may be provided for in words that were not recognised.",
        ),
        evidence=tuple(quote(each) for each in asks[:_SHOWN]), confidence="medium", source=_SOURCE,
    )  # fmt: skip


def _asks(paragraph: Paragraph) -> bool:
    asking = follow_up().asking
    return paragraph.part == "operative" and any(v.force in asking for v in paragraph.verbs)


def _comes_back(resolution: Resolution) -> bool:
    return any(
        paragraph.reporting or paragraph.deadline
        or follow_up().comes_back.search(straighten(paragraph.text))
        for paragraph in resolution.paragraphs if paragraph.part == "operative"
    )  # fmt: skip


def no_addressee(ground: Ground) -> Iterator[Finding]:
    """Clauses whose verb asks, and goes at once to what is to be done."""
    for paragraph in ground.resolution.paragraphs:
        verb = next((v for v in paragraph.verbs if _asks_nobody(paragraph, v)), None)
        if verb is None:
            continue
        start = verb.span.start - paragraph.span.start
        label = paragraph_label(paragraph.id, paragraph.number)
        yield Finding(
            rule="hollow.no-addressee", kind="hollow",
            statement=f"{label} asks, by “{verb.text}”, and names nobody who is to act.",
            why="The verb goes at once to what is to be done, and no one is named before it.",
            against=("Who is meant may be plain from the matter; a word may be lost by a slip.",),
            evidence=(quote(paragraph, start, start + len(verb.text)),), confidence="medium",
            source=_SOURCE,
        )  # fmt: skip


def _asks_nobody(paragraph: Paragraph, verb: Verb) -> bool:
    words = follow_up()
    if paragraph.part != "operative" or verb.lemma not in words.verbs:
        return False
    end = verb.span.end - paragraph.span.start
    named = any(each.text and each.verb_span == verb.span for each in paragraph.addressees)
    return not named and words.nobody.match(straighten(paragraph.text), end) is not None


RULES = (
    Rule(
        "hollow.no-follow-up", "hollow", "requests that nobody comes back to", _SOURCE, no_follow_up
    ),
    Rule("hollow.no-addressee", "hollow", "a request that names nobody", _SOURCE, no_addressee),
)
