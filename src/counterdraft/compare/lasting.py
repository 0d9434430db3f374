"""What one text decides to go on with and the other to end: a mandate, measures, a body.

In: the paragraphs of an edit. Out: shifts. Both must decide of the same thing: of half of the words
that follow the act, and of no other State.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal, NamedTuple

from counterdraft.compare.changed import spoken_of
from counterdraft.compare.pairs import Pair, quote
from counterdraft.lexicon.deadlines import term_pattern
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.lasting import lasting
from counterdraft.lexicon.states import find_states
from counterdraft.model import Paragraph, Quote, Shift, Span
from counterdraft.text.straight import straighten

_THAT = "that"
# So many words behind an act say what it is done to; of these so many, and such a share, are the
# same.
_FOLLOWING, _SHARED, _SHARE = 9, 2, 0.5


class _Act(NamedTuple):
    """What is decided: to go on or to end, what to, and the words that say it.

    ``listed`` is what is to stay on a list, or to be taken off it.
    """

    fate: Literal["goes on", "ends"]
    words: str
    quote: Quote
    listed: str = ""


def lasting_shifts(pair: Pair) -> Iterator[Shift]:
    """What one text of an edit decides to go on with, and the other to end."""
    if not pair.both:
        return
    for one in _acts(pair.a):
        for other in _acts(pair.b):
            if one.fate == other.fate or not _is_same_thing(one, other):
                continue
            yield pair.shift(
                "lasting", "lost" if one.fate == "goes on" else "gained",
                quotes=((one.quote,), (other.quote,)), a=one.quote.text, b=other.quote.text,
            )  # fmt: skip


def lasting_apart(pairs: Sequence[Pair]) -> Iterator[Shift]:
    """The same of rivals, in paragraphs that no edit joins."""
    ones, others = ([pair for pair in pairs if not pair.both and side(pair)] for side in (_a, _b))
    for one, other in product(ones, others):
        yield from lasting_shifts(
            one._replace(b=other.b, names=(one.names[0], other.names[1])),
        )


def _a(pair: Pair) -> tuple[Paragraph, ...]:
    return pair.a


def _b(pair: Pair) -> tuple[Paragraph, ...]:
    return pair.b


def _acts(paragraphs: Sequence[Paragraph]) -> Iterator[_Act]:
    for paragraph in paragraphs:
        if paragraph.part == "operative":
            yield from _acts_of(paragraph)


def _acts_of(paragraph: Paragraph) -> Iterator[_Act]:
    text, start = straighten(paragraph.text), paragraph.span.start
    for verb in paragraph.verbs:
        begin = verb.span.end - start
        if verb.force not in follow_up().deciding:
            continue
        ends, goes_on = lasting().ends.match(text, begin), lasting().goes_on.match(text, begin)
        if found := ends or goes_on:
            span = Span(verb.span.start, start + found.end())
            after = term_pattern().sub(" ", text[found.end() :]).split()[:_FOLLOWING]
            # What the act is done to stands behind it, or, of "that … shall be extended", in it.
            within = found[0].split()[1:] if found[0].split()[0] == _THAT else []
            words = " ".join([*within, *after])
            yield _Act(
                "ends" if ends else "goes on", words, quote(paragraph, span), found["listed"] or ""
            )


def _is_same_thing(one: _Act, other: _Act) -> bool:
    here, there = ({each.name for each in find_states(act.words)} for act in (one, other))
    if here and there and not here & there:
        return False
    ours, theirs = (spoken_of(act.words) for act in (one, other))
    if one.listed or other.listed:
        ours, theirs = (spoken_of(act.listed) for act in (one, other))
        return bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    shared = len(ours & theirs)
    return shared >= _SHARED and shared >= _SHARE * min(len(ours), len(theirs))
