"""What an edit does to the force of verbs.

In: the paragraphs of an edit. Out: shifts: a verb exchanged for a weaker or a stronger one,
or for one that does not compare with it; the same verb more or less strongly put. Two verbs
stand for each other only where they are about the same thing; one is weaker or stronger than the
other only where that thing comes first, and the same ones may be asked. By decision 55/488 of the
General Assembly "takes note of" is neither approval nor its contrary: where the order of the
lexicon is silent, so is the shift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, zip_longest
from typing import NamedTuple

from counterdraft.compare.asking import Clause, begin_with_one_act, may_be_same
from counterdraft.compare.changed import share_changed, spoken_of, touches
from counterdraft.compare.heads import begin_alike
from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.standing import Standing
from counterdraft.compare.wording import place, sentence
from counterdraft.draft.contrary import are_contrary
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.force import (
    are_of_one_scale,
    denying,
    done_forces,
    next_below,
    recalling,
    stronger,
)
from counterdraft.lexicon.intensity import degree_nouns, intensifiers
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.renewed import decisions, force_of, renews
from counterdraft.lexicon.states import find_states
from counterdraft.model import Paragraph, Quote, Shift, Span, Verb
from counterdraft.model.comparison import Direction
from counterdraft.text.stems import stem
from counterdraft.wording.english import listed
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.within import within

_SPELT = re.compile(r"ise$")
# So many words after a verb say what it is about; of those that say something, so many and such
# a share are the same where two verbs are about the same thing.
_FOLLOWING, _SHARED, _SHARE = 14, 2, 0.5
# Among so many words after a verb it is said that something is not.
_DENIED = 8
# Of the words after a verb that tells what was done, so many; a verb that is short is no sign.
_DONE, _LETTERS = 5, 4
# What stands behind these is still to be done: "the importance of implementing".
_NOT_DONE = frozenset({"to", "of"})
_INFINITIVE = re.compile(r"\bto (?P<word>[a-z]+)\b")
# A request with so much of another's words, each of the other's, is the same one elsewhere.
_MOVED = 0.6
# … unless most of it stands where it stood.
_CHANGED = 0.3


def force_shifts(pair: Pair, standing: Standing) -> Iterator[Shift]:
    """How the verbs of one edit shifted."""
    if not pair.both:
        return
    for one, other in _exchanged(pair):
        direction = _direction(one, other)
        if direction is None or _said_elsewhere(direction, one, other, standing):
            continue
        rivals = pair.relation == "rivals"
        if not _is_one_thing(direction, one, other, standing, rivals=rivals):
            continue
        if _is_done(one, other) or _is_done(other, one):
            continue
        if _is_out_of_part(direction, one, other):
            continue
        quotes = (quote(one.paragraph, one.verb.span),), (quote(other.paragraph, other.verb.span),)
        yield pair.shift(
            "force", direction, quotes=quotes, a=_plain(one.verb), b=_plain(other.verb),
            request=_request(_asked(one), _asked(other)),
        )  # fmt: skip


def moved_force_shifts(pairs: Sequence[Pair], standing: Standing) -> Iterator[Shift]:
    """Requests that stand in another place of the other text, by a weaker or a stronger verb."""
    joined = {(a.id, b.id) for pair in pairs for a in pair.a for b in pair.b}
    for pair in (each for each in pairs if each.edit.kind != "same"):
        for one in standing.of(0, pair.a):
            if pair.both and not _has_changed(pair, one):
                continue
            other = _moved_to(one, standing, joined)
            direction = _between(one.force, other.force) if other else None
            if other and direction:
                yield _moved(pair, one, other, direction)


def _has_changed(pair: Pair, one: Clause) -> bool:
    """Whether a request has another verb, or other words, than where it stood."""
    verb = Span(one.span.start, one.begin)
    return touches(pair.gone, verb) or share_changed(pair.gone, one.span) >= _CHANGED


def _moved_to(one: Clause, standing: Standing, joined: Set[tuple[str, str]]) -> Clause | None:
    """The request that one became in a paragraph that no edit joins with its own."""
    found = standing.matches(0, one)
    at_home = [m for m in found if (one.paragraph.id, m.clause.paragraph.id) in joined]
    if not found or any(_opens(one) == _opens(each.clause) for each in at_home):
        return None
    if any(each.clause.force == one.force or _has_verb(each.clause, one) for each in at_home):
        return None
    best = found[0]
    back = standing.matches(1, best.clause)
    same = bool(best.clause.who) and may_be_same(one, best.clause)
    mutual = bool(back) and back[0].clause is one and min(best.share, back[0].share) >= _MOVED
    return best.clause if same and mutual else None


def _has_verb(clause: Clause, other: Clause) -> bool:
    """Whether a clause has another's verb among its words: "and continues to urge"."""
    own = other.paragraph.span.start
    verb = other.paragraph.text[other.span.start - own : other.begin - own]
    return bool(spoken_of(verb) & clause.more)


def _opens(clause: Clause) -> bool:
    """Whether its verb is the paragraph's first: only such stand for each other in an edit."""
    return clause.span.start == clause.paragraph.span.start


def _between(one: str | None, other: str | None) -> Direction | None:
    """How one class of force is less or more than another; None where neither is."""
    if one is None or other is None or one == other:
        return None
    more = stronger(other, one)
    return None if more is None else "stronger" if more else "weaker"


def _moved(pair: Pair, one: Clause, other: Clause, direction: Direction) -> Shift:
    names = [paragraph_label(p.id, p.number) for p in (one.paragraph, other.paragraph)]
    who = listed([each.text for each in other.who])
    told = sentence(
        pair.relation, "force", direction,
        where=place(pair.relation, *names), request=f"the request to {who} ",
        a=within(one.verb), b=within(other.verb),
    )  # fmt: skip
    return Shift("force", direction, told, (_verb_of(one),), (_verb_of(other),))


def _verb_of(clause: Clause) -> Quote:
    span = clause.who[0].verb_span
    own = clause.paragraph.span.holds(span)
    return quote(clause.paragraph, span if own else clause.span)


def _said_elsewhere(direction: Direction, one: _Placed, other: _Placed, standing: Standing) -> bool:
    """Whether the text with the weaker verb says the same with the other's in another place."""
    if direction not in {"weaker", "stronger"}:
        return False
    side, strong = (0, one) if direction == "weaker" else (1, other)
    clause = standing.at(side, strong.paragraph, strong.verb.span.start)
    return clause is not None and any(
        match.clause.force == clause.force
        and match.share >= _MOVED
        and _intensive(match.clause.verb) >= _intensity(strong.verb)
        for match in standing.matches(side, clause)
    )


def _is_one_thing(
    direction: Direction, one: _Placed, other: _Placed, standing: Standing, *, rivals: bool
) -> bool:  # fmt: skip
    """Whether two verbs may ask the same ones, and what is ranked is about what comes first."""
    ours, theirs = (
        standing.at(side, each.paragraph, each.verb.span.start)
        for side, each in enumerate((one, other))
    )
    if ours and theirs and ours.who and theirs.who:
        return may_be_same(ours, theirs) and begin_with_one_act(ours, theirs)
    if _are_of_other_states(one, other, rivals=rivals):
        return False
    # The same verb, more or less strongly put, is nearly always about the same thing.
    same_verb = _word(one.verb) == _word(other.verb)
    unranked = direction == "other" and _between(one.force, other.force) is None
    return unranked or begin_alike(one.words, other.words, loosely=same_verb)


def _are_of_other_states(one: _Placed, other: _Placed, *, rivals: bool) -> bool:
    """Whether one verb is about some States, and the other about none of these but others.

    Of rivals, also where one is about a State and the other about none: "all States".
    """
    here, there = ({each.name for each in find_states(about.words)} for about in (one, other))
    return not here & there and bool((here and there) or (rivals and here | there))


def _is_done(one: _Placed, other: _Placed) -> bool:
    """Whether what one decides to do the other tells as done: "to convene", "the convening"."""
    if other.force not in done_forces():
        return False
    acts = {found["word"] for found in _INFINITIVE.finditer(one.words)}
    acts -= {found["word"] for found in _INFINITIVE.finditer(other.words)}
    told = [word.strip(",;.").lower() for word in other.words.split()[:_DONE]]
    if one.force in follow_up().deciding and not decisions().isdisjoint(told):
        return True
    doing = [word for before, word in pairwise(["", *told]) if before not in _NOT_DONE]
    return any(_is_doing(word, act) for act in acts for word in doing)


def _is_doing(word: str, act: str) -> bool:
    """Whether a word names the doing of what a verb says: "establishment", "extension"."""
    return len(act) >= _LETTERS and word.startswith(act[:-1])


def _is_out_of_part(direction: Direction, one: _Placed, other: _Placed) -> bool:
    """Whether a verb is the stronger that left the operative part, or the weaker that came in."""
    parts = one.paragraph.part, other.paragraph.part
    if direction == "stronger":
        return parts == ("operative", "preambular")
    return direction == "weaker" and parts == ("preambular", "operative")


class _Placed(NamedTuple):
    """A verb in its paragraph, and what it is about: the content of the words that follow.

    ``words`` are these, ``opens`` says that it is the paragraph's first.
    """

    paragraph: Paragraph
    verb: Verb
    words: str
    about: frozenset[str]
    opens: bool
    force: str | None

    @property
    def recalls(self) -> bool:
        """Whether it tells of the past: what was welcomed last year is recalled in the next."""
        return self.verb.lemma in recalling()

    @property
    def renews(self) -> bool:
        """Whether it repeats a request: "reiterates its call upon"."""
        return renews(self.verb, self.force)


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
        following = " ".join(words.split()[:_FOLLOWING])
        yield _Placed(
            paragraph,
            verb,
            following,
            spoken_of(following),
            verb is paragraph.verbs[0],
            force_of(paragraph, verb, decided=True),
        )


def _kept(a: Sequence[_Placed], b: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Verbs of one word and intensity in both, each with that which shares most of its object."""
    same = [
        (-len(one.about & other.about), i, j)
        for i, one in enumerate(a)
        for j, other in enumerate(b)
        if _as_strong(one, other)
    ]
    taken_a, taken_b = set[int](), set[int]()
    for _, i, j in sorted(same):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield a[i], b[j]


def _as_strong(one: _Placed, other: _Placed) -> bool:
    if one.force != other.force or _intensity(one.verb) != _intensity(other.verb):
        return False
    return _word(one.verb) == _word(other.verb) or one.renews or other.renews


def _is_same_thing(one: _Placed, other: _Placed) -> bool:
    if are_contrary(one.words, other.words):
        return False
    shared = len(one.about & other.about)
    return shared >= _SHARED and shared >= _SHARE * min(len(one.about), len(other.about))


def _direction(one: _Placed, other: _Placed) -> Direction | None:
    """How one verb shifted to the other; None where it did not, or where it cannot be told."""
    repeated = one.renews or other.renews
    if repeated and not {one.force, other.force} & follow_up().asking:
        return None  # what was approved, and is approved again, is no weaker for it
    if one.recalls != other.recalls:
        return None if one.force == other.force else "other"
    if one.force != other.force:
        if one.force is None or other.force is None:
            return None if _word(one.verb) == _word(other.verb) else "other"
        between = _between(one.force, other.force)
        if _says_more(one, other, between):
            return None
        if between == "weaker" and other.renews and next_below(one.force, other.force):
            return None  # what was urged, and is called for again, is hardly weaker for it
        if between and not _is_one_scale(one, other):
            return "other"
        return between or "other"
    if repeated:
        return None
    if _words(one.verb) != _words(other.verb):
        return "other"
    before, now = _intensity(one.verb), _intensity(other.verb)
    if before == now:
        return None
    if before < now:
        return "stronger"
    return "weaker" if now < before else "other"


def _is_one_scale(one: _Placed, other: _Placed) -> bool:
    """Whether both verbs are acts of one kind, on what either says is, or is not."""
    denied = [
        not denying().isdisjoint(each.words.lower().split()[:_DENIED]) for each in (one, other)
    ]
    return denied[0] == denied[1] and are_of_one_scale(one.verb, other.verb)


def _says_more(one: _Placed, other: _Placed, direction: Direction | None) -> bool:
    """Whether the verb that is told as the weaker has all words of the other, and more."""
    strong, weak = (one, other) if direction == "weaker" else (other, one)
    return direction is not None and spoken_of(strong.verb.text) < spoken_of(weak.verb.text)


def _word(verb: Verb) -> str:
    """The verb itself: "call" of "call upon" and of "call on"; "emphasise" is "emphasize"."""
    return _SPELT.sub("ize", verb.lemma.partition(" ")[0])


def _words(verb: Verb) -> tuple[str, str]:
    """The verb and the noun that it is made with: "expresses … concern"; "terms" are none."""
    said = (word for word in verb.text.lower().split() if word not in intensifiers())
    words = [stem(word) for word in said if word not in joining_words() | degree_nouns()]
    own = stem(_word(verb))
    return own, words[-1] if words and words[-1] != own else ""


def _intensity(verb: Verb) -> frozenset[str]:
    return _intensive(" ".join((*verb.adverbs, verb.text)))


def _intensive(words: str) -> frozenset[str]:
    return frozenset(words.lower().split()) & intensifiers()


def _asked(placed: _Placed) -> list[str]:
    """Whom a verb asks."""
    start = placed.verb.span.start
    who = placed.paragraph.addressees
    return [each.text for each in who if each.text and each.verb_span.start == start]


def _request(before: Sequence[str], now: Sequence[str]) -> str:
    """ "the request to the Secretary-General ", where both verbs ask the same one."""
    same = len(before) == 1 and [each.lower() for each in before] == [each.lower() for each in now]
    return f"the request to {now[0]} " if same else ""


def _plain(verb: Verb) -> str:
    """A verb as it stands in a sentence."""
    return within(verb.text)
