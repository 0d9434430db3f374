"""A place and the resolutions it cites → the votes by which it says they were adopted; answers.

What a text says of a vote in a committee, or of a draft, is not the vote by which it was adopted:
such figures are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.adopted import Adopted, adopted
from counterdraft.model.register import Entry
from counterdraft.model.span import Span
from counterdraft.verify.answered import Answer, Asked
from counterdraft.verify.asserted import fact_before
from counterdraft.verify.cited import Cited, joined
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.told import said
from counterdraft.wording.english import counted, listed

_REACH = 200  # characters from a number to the vote
_DAY = r"\d{1,2}\s+\w+\s+\d{4}"
_NO_VOTE = "without a vote"
_UNANIMOUS = "unanimously"


def tally_claims(place: Place, cited: Sequence[Cited]) -> Iterator[Claim]:
    """The votes by which resolutions are said to have been adopted, behind their numbers."""
    yield from _without_figures(place, cited)
    yield from _figures_before(place, cited)
    for found in _patterns().votes.finditer(place.text, place.span.start, place.span.end):
        before = [each for each in cited if each.span.end <= found.start()]
        nearest = max(before, key=lambda each: each.span.end, default=None)
        if nearest is None or found.start() - nearest.span.end > _REACH:
            continue
        between = place.text[nearest.span.end : found.start()]
        if not _patterns().breaks.search(between):
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
        found = _patterns().before.search(lead)
        if found is not None and fact_before(lead[: found.start()].lower()):
            span = Span(begun + found.start(), each.span.end)
            yield Claim(place.id, span, "tally", each.symbol, value=_value(found))


def _without_figures(place: Place, cited: Sequence[Cited]) -> Iterator[Claim]:
    """Without a vote, by consensus, unanimously."""
    for each in cited:
        found = _patterns().how.match(place.text, each.span.end, place.span.end)
        if found is None or (found["told"] and not _told(place, each)):
            continue
        if not _patterns().elsewhere.match(place.text, found.end(), place.span.end):
            value = _NO_VOTE if found["none"] else _UNANIMOUS
            for one in _alike(place, cited, each, found[0]):
                span = Span(one.span.start, found.end())
                yield Claim(place.id, span, "tally", one.symbol, value=value)


def _alike(place: Place, cited: Sequence[Cited], last: Cited, between: str) -> Sequence[Cited]:
    """The last of a list, or all of it where that is said: "which were both adopted"."""
    if not _patterns().each.search(between):
        return [last]
    return [*joined(place, cited[: cited.index(last) + 1]), last]


def _told(place: Place, cited: Cited) -> bool:
    """Whether what stands before a number leaves it a fact: "noting that resolution 1/1 was"."""
    begun = max(place.text.rfind(";", place.span.start, cited.span.start) + 1, place.span.start)
    return fact_before(_patterns().numbered.sub("", place.text[begun : cited.span.start].lower()))


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


class _Patterns(NamedTuple):
    """What is read around a number.

    ``votes`` finds the figures of a vote, ``breaks`` what makes it another's than that of the
    number before it, and ``each`` that it is that of all in a list. ``before`` matches such figures
    right before a number. ``how`` matches what is said in words, right behind number, day and
    title, and ``elsewhere`` behind it, where that was. ``numbered`` is what a verb may have before
    it that calls a text by its number: "that its resolution".
    """

    votes: re.Pattern[str]
    breaks: re.Pattern[str]
    each: re.Pattern[str]
    before: re.Pattern[str]
    how: re.Pattern[str]
    elsewhere: re.Pattern[str]
    numbered: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = adopted()
    return _Patterns(
        _votes(known),
        re.compile(rf"[;:]|\.\s|{known.other}"),
        re.compile(known.each),
        _before(known),
        _how(known),
        re.compile(rf"[^;.]{{0,40}}{known.elsewhere}"),
        re.compile(rf"(?:{known.before}\s+)*{known.resolutions}\s*$"),
    )


def _votes(known: Adopted) -> re.Pattern[str]:
    """The figures, in one of three forms.

    "Adopted by 130 votes to 32, with 22 abstentions", "by a recorded vote of 130-32-22", "with 130
    votes in favour, 32 against and 22 abstentions".
    """
    figure = rf"(?:\d{{1,3}}|{known.none})"
    dash = r"\s*[-\u2013]\s*"
    return re.compile(
        rf"""{known.verbs}\s+(?:on\s+{_DAY},?\s+)?(?:by|with)\s+(?:an?\s+)?(?:{known.recorded}\s+)?
        (?:{known.votes}\s+of\s+)?(?P<yes>\d{{1,3}})(?:\s+{known.votes})?(?:\s+{known.favour})?
        (?:\s+to\s+|{dash}|,?\s+and\s+|,\s+)(?:with\s+)?(?P<no>{figure})
        (?:\s+{known.votes})?(?:\s+{known.against})?
        (?:(?:,?\s+(?:with|and)\s+|,\s+|{dash})
        (?P<abstain>{figure})(?:\s+{known.abstentions})?)?""",
        re.VERBOSE,
    )


def _before(known: Adopted) -> re.Pattern[str]:
    """ "By 130 votes to 32, with 22 abstentions, it adopted resolution", before its number."""
    figure = rf"(?:\d{{1,3}}|{known.none})"
    return re.compile(
        rf"""\bby\s+(?:an?\s+(?:{known.recorded}\s+)?{known.votes}\s+of\s+)?
        (?P<yes>\d{{1,3}})(?:\s+{known.votes})?\s+to\s+(?P<no>{figure})
        (?:,?\s+with\s+(?P<abstain>{figure})\s+{known.abstentions})?,?\s+
        {known.organs}\s+(?:had\s+)?{known.adopted}\s+(?:{known.before}\s+)?{known.resolutions}\s+$""",
        re.VERBOSE | re.IGNORECASE,
    )


def _how(known: Adopted) -> re.Pattern[str]:
    whose = rf"(?:{known.being}|it|the\s+(?:\w+\s+){{0,2}}{known.bodies})"
    return re.compile(
        rf"""(?:,?\s+of\s+\d{{1,2}}\s+\w+\s+\d{{4}})?(?:,?\s+{known.titled}\s+"[^"]{{3,400}}")?
        (?:,?\s+(?:{known.linked}\s+{whose}\s+)?|\s+(?P<told>{known.being})\s+)
        (?:{known.each}\s+)?{known.adopted}\s+(?:by\s+{known.organs}\s+)?(?:(?P<none>{known.without})|(?P<all>{known.unanimous}))""",
        re.VERBOSE,
    )
