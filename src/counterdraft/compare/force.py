"""What an edit does to the force of verbs.

In: the paragraphs of an edit. Out: shifts: a verb exchanged for a weaker or a stronger one,
or for one that does not compare with it; the same verb more or less strongly put. Two verbs
stand for each other only where they are about the same thing. By decision 55/488 of the
General Assembly "takes note of" is neither approval nor its contrary: where the order of the
lexicon is silent, so is the shift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from counterdraft.compare.changed import spoken_of
from counterdraft.compare.pairs import Pair, quote
from counterdraft.lexicon.force import stronger
from counterdraft.lexicon.intensity import intensifiers
from counterdraft.lexicon.joining import joining_words
from counterdraft.model import Paragraph, Shift, Verb
from counterdraft.model.comparison import Direction
from counterdraft.text.stems import stem

_SPELT = re.compile(r"ise$")
# So many words after a verb say what it is about; of those that say something, so many and such
# a share are the same where two verbs are about the same thing.
_FOLLOWING, _SHARED, _SHARE = 14, 2, 0.5


def force_shifts(pair: Pair) -> Iterator[Shift]:
    """How the verbs of one edit shifted."""
    if not pair.both:
        return
    for (paragraph_a, one, *_), (paragraph_b, other, *_) in _exchanged(pair):
        direction = _direction(one, other)
        if direction is None:
            continue
        quotes = (quote(paragraph_a, one.span),), (quote(paragraph_b, other.span),)
        yield pair.shift(
            "force", direction, quotes=quotes, a=_plain(one), b=_plain(other),
            request=_request(_asked(paragraph_a, one), _asked(paragraph_b, other)),
        )  # fmt: skip


class _Placed(NamedTuple):
    """A verb in its paragraph, and what it is about: the content of the words that follow.

    ``opens`` says that it is the paragraph's first.
    """

    paragraph: Paragraph
    verb: Verb
    about: frozenset[str]
    opens: bool


def _exchanged(pair: Pair) -> Iterator[tuple[_Placed, _Placed]]:
    """The verbs that stand for each other: about the same thing, and no others are.

    A verb that the other text has as well, about the same thing, stands for itself.
    """
    a, b = ([each for p in side for each in _placed(p)] for side in (pair.a, pair.b))
    for one, other in list(_kept(a, b)):
        a.remove(one)
        b.remove(other)
    near = [
        (one, other) for one in a for other in b
        if one.opens == other.opens and _is_same_thing(one, other)
    ]  # fmt: skip
    for one, other in near:
        if sum(each[0] is one or each[1] is other for each in near) == 1:
            yield one, other


def _placed(paragraph: Paragraph) -> Iterator[_Placed]:
    """The verbs of a paragraph; what each is about ends where the next begins."""
    start = paragraph.span.start
    for verb, end in zip_longest(paragraph.verbs, (v.span.start for v in paragraph.verbs[1:])):
        words = paragraph.text[verb.span.end - start : end and max(end, verb.span.end) - start]
        yield _Placed(
            paragraph,
            verb,
            spoken_of(" ".join(words.split()[:_FOLLOWING])),
            verb is paragraph.verbs[0],
        )


def _kept(a: Sequence[_Placed], b: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Verbs of one word and intensity in both, each with that which shares most of its object."""
    same = [
        (-len(one.about & other.about), i, j)
        for i, one in enumerate(a)
        for j, other in enumerate(b)
        if _as_strong(one.verb, other.verb)
    ]
    taken_a, taken_b = set[int](), set[int]()
    for _, i, j in sorted(same):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield a[i], b[j]


def _as_strong(one: Verb, other: Verb) -> bool:
    same = _word(one) == _word(other) and one.force == other.force
    return same and _intensity(one) == _intensity(other)


def _is_same_thing(one: _Placed, other: _Placed) -> bool:
    shared = len(one.about & other.about)
    return shared >= _SHARED and shared >= _SHARE * min(len(one.about), len(other.about))


def _direction(one: Verb, other: Verb) -> Direction | None:
    """How one verb shifted to the other; None where it did not, or where it cannot be told."""
    if one.force != other.force:
        if one.force is None or other.force is None:
            return None if _word(one) == _word(other) else "other"
        more = stronger(other.force, one.force)
        return "other" if more is None else "stronger" if more else "weaker"
    if _words(one) != _words(other):
        return "other"
    before, now = _intensity(one), _intensity(other)
    if before == now:
        return None
    if before < now:
        return "stronger"
    return "weaker" if now < before else "other"


def _word(verb: Verb) -> str:
    """The verb itself: "call" of "call upon" and of "call on"; "emphasise" is "emphasize"."""
    return _SPELT.sub("ize", verb.lemma.partition(" ")[0])


def _words(verb: Verb) -> tuple[str, str]:
    """The verb and the noun that it is made with: "expresses … concern"."""
    words = [stem(word) for word in verb.text.lower().split() if word not in joining_words()]
    own = stem(_word(verb))
    return own, words[-1] if words and words[-1] != own else ""


def _intensity(verb: Verb) -> frozenset[str]:
    words = {word for adverb in verb.adverbs for word in adverb.lower().split()}
    words |= set(verb.text.lower().split())
    return frozenset(words & intensifiers())


def _asked(paragraph: Paragraph, verb: Verb) -> list[str]:
    """Whom a verb asks."""
    return [each.text for each in paragraph.addressees if each.text and each.verb_span == verb.span]


def _request(before: Sequence[str], now: Sequence[str]) -> str:
    """ "the request to the Secretary-General ", where both verbs ask the same one."""
    same = len(before) == 1 and [each.lower() for each in before] == [each.lower() for each in now]
    return f"the request to {now[0]} " if same else ""


def _plain(verb: Verb) -> str:
    """A verb as it stands in a sentence."""
    return verb.text[:1].lower() + verb.text[1:]
