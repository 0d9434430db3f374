"""A place and the resolutions it cites → the votes by which it says they were adopted; answers.

What a text says of a vote in a committee, or of a draft, is not the vote by which it was adopted:
such figures are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterdraft.model.register import Entry
from counterdraft.model.span import Span
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.cited import Cited, joined
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.told import said
from counterdraft.wording.english import counted, listed

_DAY = r"\d{1,2}\s+\w+\s+\d{4}"
_NONE = r"(?:\d{1,3}|none|no)"
# "adopted by 130 votes to 32, with 22 abstentions", "by a recorded vote of 130-32-22", "with 130
# votes in favour, 32 against and 22 abstentions"
_VOTES = re.compile(
    rf"""\b(?:adopted|passed|carried)\s+(?:on\s+{_DAY},?\s+)?(?:by|with)\s+(?:an?\s+)?(?:recorded\s+)?(?:vote\s+of\s+)?
    (?P<yes>\d{{1,3}})(?:\s+votes?)?(?:\s+in\s+favou?r)?
    (?:\s+to\s+|\s*[-\u2013]\s*|,?\s+and\s+|,\s+)(?:with\s+)?(?P<no>{_NONE})
    (?:\s+votes?)?(?:\s+against)?
    (?:(?:,?\s+(?:with|and)\s+|,\s+|\s*[-\u2013]\s*)(?P<abstain>{_NONE})(?:\s+abst(?:entions?|aining))?)?""",
    re.VERBOSE,
)
# "By 130 votes to 32, with 22 abstentions, it adopted resolution", right before its number.
_BEFORE = re.compile(
    rf"""\bby\s+(?:an?\s+(?:recorded\s+)?vote\s+of\s+)?(?P<yes>\d{{1,3}})(?:\s+votes?)?\s+to\s+
    (?P<no>{_NONE})(?:,?\s+with\s+(?P<abstain>{_NONE})\s+abstentions?)?,?\s+
    (?:it|the\s+(?:\w+\s+){{0,2}}(?:Assembly|Council))\s+(?:had\s+)?adopted\s+
    (?:(?:its|the)\s+)?resolution\s+$""",
    re.VERBOSE | re.IGNORECASE,
)
# What a verb may have before it that calls a text by its number: "that its resolution".
_NUMBERED = re.compile(
    r"(?:(?:its|the|general\s+assembly|security\s+council|also)\s+)*resolutions?\s*$"
)
_REACH = 200  # characters from a number to the vote
_BREAKS = re.compile(r"[;:]|\.\s|\b(?:[Cc]ommittee|drafts?|paragraphs?|amendments?)\b")
_NO_VOTE = "without a vote"
_UNANIMOUS = "unanimously"
# How else it was adopted, right behind its number, day and title.
_HOW = re.compile(
    r"""(?:,?\s+of\s+\d{1,2}\s+\w+\s+\d{4})?(?:,?\s+(?:entitled|on)\s+"[^"]{3,400}")?
    (?:,?\s+(?:(?:which|that|and)\s+(?:was|were|it|had\s+been|the\s+(?:\w+\s+){0,2}(?:Assembly|Council))\s+)?
    |\s+(?P<told>was|were|had\s+been)\s+)(?:(?:both|all|each)\s+)?adopted\s+
    (?:by\s+the\s+(?:\w+\s+){0,2}(?:Assembly|Council)\s+)?(?:(?P<none>without\s+(?:a|objection|(?:being\s+)?put\s+to\s+a)(?:\s+vote)?|by\s+consensus)
    |(?P<all>unanimously|by\s+(?:a\s+)?unanim(?:ous\s+vote|ity)))\b""",
    re.VERBOSE,
)
_EACH = re.compile(r"\b(?:both|all|each)\b")
_ELSEWHERE = re.compile(r"[^;.]{0,40}\b(?:[Cc]ommittee|[Cc]ommission|session)\b")


def tally_claims(place: Place, cited: Sequence[Cited]) -> Iterator[Claim]:
    """The votes by which resolutions are said to have been adopted, behind their numbers."""
    yield from _without_figures(place, cited)
    yield from _figures_before(place, cited)
    for found in _VOTES.finditer(place.text, place.span.start, place.span.end):
        before = [each for each in cited if each.span.end <= found.start()]
        nearest = max(before, key=lambda each: each.span.end, default=None)
        if nearest is None or found.start() - nearest.span.end > _REACH:
            continue
        between = place.text[nearest.span.end : found.start()]
        if not _BREAKS.search(between):
            value = _value(found)
            for each in _alike(place, cited, nearest, between):
                span = Span(each.span.start, found.end())
                yield Claim(place.id, span, "tally", each.symbol, value=value)


def _value(found: re.Match[str]) -> str:
    figures = [found["yes"], found["no"], found["abstain"]]
    return "-".join(_figure(each) for each in figures if each)


def _figures_before(place: Place, cited: Sequence[Cited]) -> Iterator[Claim]:
    """Figures that stand before a number, where that is told as a fact."""
    for each in cited:
        begun = max(place.span.start, each.span.start - _REACH)
        lead = place.text[begun : each.span.start]
        found = _BEFORE.search(lead)
        if found is not None and fact_before(lead[: found.start()].lower()):
            span = Span(begun + found.start(), each.span.end)
            yield Claim(place.id, span, "tally", each.symbol, value=_value(found))


def _without_figures(place: Place, cited: Sequence[Cited]) -> Iterator[Claim]:
    """Without a vote, by consensus, unanimously."""
    for each in cited:
        found = _HOW.match(place.text, each.span.end, place.span.end)
        if found is None or (found["told"] and not _told(place, each)):
            continue
        if not _ELSEWHERE.match(place.text, found.end(), place.span.end):
            value = _NO_VOTE if found["none"] else _UNANIMOUS
            for one in _alike(place, cited, each, found[0]):
                span = Span(one.span.start, found.end())
                yield Claim(place.id, span, "tally", one.symbol, value=value)


def _alike(place: Place, cited: Sequence[Cited], last: Cited, between: str) -> Sequence[Cited]:
    """The last of a list, or all of it where that is said: "which were both adopted"."""
    if not _EACH.search(between):
        return [last]
    return [*joined(place, cited[: cited.index(last) + 1]), last]


def _told(place: Place, cited: Cited) -> bool:
    """Whether what stands before a number leaves it a fact: "noting that resolution 1/1 was"."""
    begun = max(place.text.rfind(";", place.span.start, cited.span.start) + 1, place.span.start)
    return fact_before(_NUMBERED.sub("", place.text[begun : cited.span.start].lower()))


def answer_tally(claim: Claim, asked: Asked) -> Answer:
    """Whether a resolution was adopted by those votes; a figure that is not given is not asked."""
    known = asked.entries("tally", claim.subject)
    if not known:
        return Answer("unknown", said("no register that was asked has the vote on it"))
    if claim.value == _UNANIMOUS and any(each.value == _NO_VOTE for each in known):
        told = "what is adopted without a vote is often called unanimous, and nobody voted for it"
        return Answer("unknown", said(_votes_told(known), told), tuple(known))
    agreed = [each for each in known if _agrees(claim.value, each.value)]
    if len(agreed) == len(known):
        return Answer("holds", said(_votes_told(known)), tuple(known))
    if agreed:
        return Answer("contested", said(f"sources disagree: {_votes_told(known)}"), tuple(known))
    figures = sorted({tally_said(each.value) for each in known})
    differ = "Registers differ: " if len(figures) > 1 else ""
    told = f"{differ}{claim.subject} was adopted {listed(figures, 'or')}"
    question = f"{told}. Are the figures right?"
    return Answer("does not hold", said(_votes_told(known)), tuple(known), question)


def tally_said(value: str) -> str:
    """ "130-32-22" → "by 130 votes to 32, with 22 abstentions"."""
    if value in (_NO_VOTE, _UNANIMOUS):
        return value
    yes, no, *abstain = value.split("-")
    told = f"by {counted(int(yes), 'vote')} to {no if no != '0' else 'none'}"
    return f"{told}, with {counted(int(abstain[0]), 'abstention')}" if abstain else told


def _votes_told(entries: Sequence[Entry]) -> str:
    return listed([f"adopted {tally_said(each.value)} ({each.source})" for each in entries])


def _agrees(claimed: str, held: str) -> bool:
    """Whether the figures that are given are those that are held."""
    if claimed == _NO_VOTE:
        return held == _NO_VOTE
    figures = held.split("-")
    if claimed == _UNANIMOUS:
        return set(figures[1:]) == {"0"}
    return held != _NO_VOTE and claimed.split("-") == figures[: claimed.count("-") + 1]


def _figure(word: str) -> str:
    return str(int(word)) if word.isdigit() else "0"
