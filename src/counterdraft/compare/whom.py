"""Whom a text asks that the other does not: requests that come and go, others who are asked.

A request is told as gone, or as new, only where no clause of the other text that asks says the
same, be the paragraph deleted or edited; in an edited one its words must have gone as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from counterdraft.compare.asking import Clause, Part, may_be_same
from counterdraft.compare.changed import says, share_changed, spoken_of, touches
from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.standing import Standing
from counterdraft.lexicon.joining import joining_words
from counterdraft.model import Addressee, Paragraph, Quote, Shift, Span
from counterdraft.model.comparison import Direction
from counterdraft.wording.english import listed, shortened
from counterdraft.wording.within import within

# An acronym has so many letters.
_INITIALS, _LONGEST = 3, 7
# What is asked is told in so many characters.
_TOLD = 90
# In an edited paragraph a request has gone where so little of its words is left, anywhere …
_LEFT = 0.4
# … and where it has so many that say something.
_SAYS = 5
# … of which so much changed …
_CHANGED = 0.3
# … or so little in what the same one is asked there by a verb of the same force.
_REWORDED = 0.2
_SEVERAL = 2
# A thing of fewer words has gone where so much of it changed, and nobody is asked for such an act.
_WHOLE, _LEAST = 0.85, 2
# What begins with so many words of what the same one is asked there is that, longer or shorter.
_BEGINS = 4
# So much of what was asked stands in what asks for more.
_WITHIN = 0.6
_WORD = re.compile(r"\w+")

_Placed = tuple[Paragraph, Addressee]


def addressee_shifts(pair: Pair, standing: Standing) -> Iterator[Shift]:
    """Whom the paragraphs of an edit ask what the other text does not, and the other way round."""
    unnamed = [_unnamed(pair, side) for side in (0, 1)]
    gone, come = (list(_alone(pair, side, unnamed[side], standing)) for side in (0, 1))
    lost, gained = (_others(pair, side, unnamed[side], standing) for side in (0, 1))
    exchanged = list(_exchanged(lost, gained))
    exchanged += _renamed(pair, lost, gained, exchanged, standing)
    for one, other in {(a[1].text, b[1].text): (a, b) for a, b in reversed(exchanged)}.values():
        both = (_who(*one),), (_who(*other),)
        names = {"a": one[1].text, "b": other[1].text}
        yield pair.shift("addressee", "replaced", quotes=both, **names)
    lost = [each for each in lost if all(each is not one for one, _ in exchanged)]
    gained = [each for each in gained if all(each is not other for _, other in exchanged)]
    yield from (_told(pair, "gained", *each) for each in come)
    for paragraph, each in gained:
        now = (_who(paragraph, each),)
        yield pair.shift("addressee", "gained", quotes=((), now), b=each.text, verb=_verb(each))
    yield from (_told(pair, "lost", *each) for each in gone)
    for paragraph, each in lost:
        before = (_who(paragraph, each),)
        yield pair.shift("addressee", "lost", quotes=(before, ()), a=each.text, verb=_verb(each))


# Requests


def _alone(
    pair: Pair, side: int, unnamed: Sequence[_Placed], standing: Standing
) -> Iterator[tuple[Clause, Span]]:
    """The requests of one side of an edit that the other text does not make, with what is asked."""
    unnamed_here = {each for _, each in unnamed}
    for each in standing.of(side, (pair.a, pair.b)[side]):
        changed = share_changed((pair.gone, pair.come)[side], each.span) if pair.both else 1.0
        if not changed:
            continue
        if not any(_is_whole(each.paragraph, who) for who in each.who):
            continue
        if each.leads and _is_listed(side, each, standing):
            continue
        if each.head is not None and not _is_of_list(side, each, each.head, standing):
            continue
        if changed < _CHANGED or standing.stands(side, each):
            yield from ((each, span) for span in _parts_alone(pair, side, each, standing))
        elif (
            not pair.both or unnamed_here.issuperset(each.who) or _went(pair, side, each, standing)
        ):
            yield each, each.asked
        else:
            yield from ((each, span) for span in _parts_alone(pair, side, each, standing))


def _is_listed(side: int, head: Clause, standing: Standing) -> bool:
    """Whether the other text asks any of the points that a list has."""
    return any(standing.matches(side, each) for each in standing.points(side, head))


def _is_of_list(side: int, point: Clause, head: Clause, standing: Standing) -> bool:
    """Whether a point says enough, and the other text has the list that it stands in.

    A list may be gone as a whole, or be referred to where it stands.
    """
    if len(point.words) < _SAYS or not standing.stands(side, head):
        return False
    return any(
        match.clause.head is not None
        for other in standing.points(side, head)
        for match in standing.matches(side, other)
    )


def _went(pair: Pair, side: int, clause: Clause, standing: Standing) -> bool:
    """Whether most of a request's words went from an edited paragraph, and from all that asks."""
    here = standing.of(1 - side, (pair.a, pair.b)[1 - side])
    if any(_is_reworded(clause, each, standing) for each in here):
        return False
    return _is_away(pair, side, clause, standing)


def _is_reworded(clause: Clause, other: Clause, standing: Standing) -> bool:
    """Whether the same one is asked in either text, in words of which few may be the same.

    Whoever is asked for a report in both is asked for one, whatever it is to hold.
    """
    if not may_be_same(clause, other):
        return False
    if clause.reports and other.reports:
        return True
    if clause.parts and _begins(clause.parts[0], other):
        return True
    return clause.force == other.force and standing.share(clause.words, other.words) >= _REWORDED


def _parts_alone(pair: Pair, side: int, clause: Clause, standing: Standing) -> Iterator[Span]:
    """What a request asks, in an edited paragraph, beside what the other text asks as well.

    What stands together is told together.
    """
    if not pair.both or len(clause.parts) < _SEVERAL:
        return
    if not any(
        share_changed((pair.gone, pair.come)[side], each.span) >= _CHANGED for each in clause.parts
    ):
        return
    here = [
        each
        for each in standing.of(1 - side, (pair.a, pair.b)[1 - side])
        if may_be_same(clause, each)
    ]

    def is_away(part: Part) -> bool:
        return _is_away(pair, side, part, standing) and not any(
            _is_kept(part, each, standing) for each in here
        )

    for away, parts in groupby(clause.parts, is_away):
        first, *rest = parts
        if away:
            yield Span(first.span.start, rest[-1].span.end if rest else first.span.end)


def _is_kept(part: Part, other: Clause, standing: Standing) -> bool:
    """Whether a clause asks what a part asks, in a longer or a shorter form."""
    return _begins(part, other) or any(
        len(each.words) >= _SAYS - 1 and standing.share(each.words, part.words) >= _WITHIN
        for each in other.parts
    )


def _begins(part: Part, other: Clause) -> bool:
    """Whether one of the things that a clause asks begins with the same words."""
    first = part.begins(_BEGINS)
    return len(first) == _BEGINS and any(each.begins(_BEGINS) == first for each in other.parts)


def _is_away(pair: Pair, side: int, asked: Clause | Part, standing: Standing) -> bool:
    """Whether what is asked on one side of an edit has words enough, and few are left anywhere."""
    changed = share_changed((pair.gone, pair.come)[side], asked.span)
    if changed < _CHANGED or (
        len(asked.words) < _SAYS and not _is_whole_act(asked, changed, side, standing)
    ):
        return False
    left = spoken_of(pair.said[1 - side])
    if standing.share(asked.words, left) >= _LEFT:
        return False
    return not standing.near(side, asked.words, _LEFT)


def _is_whole_act(asked: Clause | Part, changed: float, side: int, standing: Standing) -> bool:
    """Whether one of several things that are asked, however short, came or went as a whole."""
    return (
        isinstance(asked, Part)
        and asked.clear
        and changed >= _WHOLE
        and len(asked.words) >= _LEAST
        and bool(asked.acts)
        and not standing.speaks(side, asked.acts[0])
    )


def _told(pair: Pair, direction: Direction, clause: Clause, asked: Span) -> Shift:
    """A request, or some of what it asks, in its words."""
    own = clause.paragraph.span
    start = clause.span.start if asked.start <= clause.asked.start else asked.start
    words = (quote(clause.paragraph, Span(max(start, own.start), max(asked.end, start))),)
    quotes = ((), words) if direction == "gained" else (words, ())
    names = listed(list(dict.fromkeys(each.text for each in clause.who)))
    what = shortened(quote(clause.paragraph, asked).text.lstrip(" ,"), _TOLD)
    return pair.shift(
        "request", direction, quotes=quotes, a=names, b=names, verb=_verb(clause.who[0]),
        what=f" “{what}”" if what else "",
    )  # fmt: skip


# Others who are asked the same


def _others(pair: Pair, side: int, unnamed: Sequence[_Placed], standing: Standing) -> list[_Placed]:
    """Those whom one side of an edit asks, and the other text does not, what both ask."""
    if not pair.both:
        return []
    left = {each for _, each in unnamed}
    kept = {
        each
        for clause in (standing.of(side, (pair.a, pair.b)[side]) if left else ())
        for each in left.intersection(clause.who)
        if standing.stands(side, clause) and not _is_asked(each, clause, side, standing)
    }
    return [(paragraph, each) for paragraph, each in unnamed if each in kept]


def _exchanged(
    lost: Sequence[_Placed], gained: Sequence[_Placed]
) -> Iterator[tuple[_Placed, _Placed]]:
    """Who is asked instead of whom, by the same verb: as many in either text, in their order."""
    for verb in dict.fromkeys(_verb(each) for _, each in lost):
        ones, others = (
            [placed for placed in side if _verb(placed[1]) == verb] for side in (lost, gained)
        )
        if len(ones) == len(others):
            yield from zip(ones, others, strict=True)


def _renamed(
    pair: Pair, lost: Sequence[_Placed], gained: Sequence[_Placed],
    known: Sequence[tuple[_Placed, _Placed]], standing: Standing,
) -> Iterator[tuple[_Placed, _Placed]]:  # fmt: skip
    """Who alone is asked the same in the edit's other text, where that names them here too."""
    taken = [each for both in known for each in both]
    for side, left in enumerate((lost, gained)):
        for one in (each for each in left if all(each is not other for other in taken)):
            other = _alone_asked(pair, side, one[1], standing)
            if other is not None:
                yield (one, other) if side == 0 else (other, one)


def _alone_asked(pair: Pair, side: int, each: Addressee, standing: Standing) -> _Placed | None:
    """The only one whom the other side of an edit asks what only ``each`` is asked."""
    there = {p.id for p in (pair.a, pair.b)[1 - side]}
    for clause in standing.of(side, (pair.a, pair.b)[side]):
        if [who for who in clause.who if who.text] != [each]:
            continue
        for match in standing.matches(side, clause):
            found = match.clause
            if len(found.who) == 1 and found.paragraph.id in there:
                return found.paragraph, found.who[0]
    return None


def _unnamed(pair: Pair, side: int) -> list[_Placed]:
    """Those whom one side of an edit asks, and the other side neither asks nor names."""
    ours, theirs = (pair.a, pair.b)[side], (pair.a, pair.b)[1 - side]
    if not ours or not theirs:
        return []
    return _beyond(_of(ours), _of(theirs), (pair.gone, pair.come)[side], pair.said[1 - side])


def _is_asked(each: Addressee, clause: Clause, side: int, standing: Standing) -> bool:
    """Whether the other text asks somebody the same, in whatever paragraph."""
    return any(
        _is_same(each, other) or _name(each) == _name(other) or _is_named(other.text, _name(each))
        for match in standing.matches(side, clause)
        for other in match.clause.who
    )


def _of(paragraphs: Sequence[Paragraph]) -> list[_Placed]:
    return [(p, each) for p in paragraphs for each in p.addressees if each.text]


def _beyond(
    ones: list[_Placed], others: list[_Placed], changed: Sequence[Span], other: str
) -> list[_Placed]:
    """Those whom the other text does not ask, as far as can be told.

    Their words changed, the other text does not have them, and does not ask anybody else of
    their class instead.
    """
    names = {_name(each) for _, each in ones}
    left = Counter(each.class_ for _, each in others if _name(each) not in names)
    found = []
    for paragraph, each in ones:
        if not touches(changed, each.span) or not _is_whole(paragraph, each):
            continue
        if any(_is_named(other, name) for name in (_name(each), _plain(each.text))) or any(
            _is_same(each, one) for _, one in others
        ):
            continue
        if left[each.class_] and each.class_ not in {"named_state", "other"}:
            left[each.class_] -= 1
            continue
        found.append((paragraph, each))
    return found


def _is_named(text: str, name: str) -> bool:
    """Whether a text has a name, in full or by its initials."""
    words = name.split()
    initials = "".join(word[0] for word in words)
    if len(words) >= _INITIALS and initials in _words(text):
        return True
    return says(text, " ".join(word for word in words if not _is_spelt_out(text, word)))


@lru_cache(maxsize=500)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _is_spelt_out(text: str, acronym: str) -> bool:
    """Whether words with these initials stand in a text: "Government of South Sudan" for "goss"."""
    if not _INITIALS <= len(acronym) <= _LONGEST or not acronym.isalpha():
        return False
    words = r"\w* ".join(map(re.escape, acronym))
    return bool(re.search(rf"\b{words}\w*\b", text, re.IGNORECASE))


def _is_same(each: Addressee, other: Addressee) -> bool:
    """Whether one name may be the other's short form: "the Government", "the Government of …"."""
    one, another = (_plain(who.text).partition(" of ")[0] for who in (each, other))
    apart = each.name and other.name and each.name != other.name
    return each.class_ == other.class_ and one == another and not apart


def _is_whole(paragraph: Paragraph, each: Addressee) -> bool:
    """Whether a name is one: not the beginning of a longer one, nor what somebody does."""
    start = paragraph.span.start
    following = paragraph.text[each.span.end - start :][:40].split()
    goes_on = bool(following) and following[0].isalpha() and following[0].islower()
    said = following[0] in joining_words() if goes_on else True
    return said and not each.text.partition(" ")[0].lower().endswith("ing")


def _name(each: Addressee) -> str:
    return _plain(each.name or each.text)


def _plain(name: str) -> str:
    words = name.lower().removeprefix("all ").removeprefix("the ")
    return " ".join(words.split())


def _who(paragraph: Paragraph, each: Addressee) -> Quote:
    if paragraph.span.holds(each.span):
        return quote(paragraph, each.span)
    return quote(paragraph)  # asked in the paragraph above, of which this is a point


def _verb(each: Addressee) -> str:
    return within(each.verb)
