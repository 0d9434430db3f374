"""Others who are asked the same: whom one text of an edit asks, and the other text does not.

In: the paragraphs of an edit, and which requests of either text stand in the other. Out: shifts,
one for all whom a clause asks besides, or in the place of others. What nobody was found to be
asked may be asked of anybody: of that nothing is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from typing import NamedTuple

from counterdraft.compare.asking import Clause, begin_with_one_act
from counterdraft.compare.changed import share_changed, touches
from counterdraft.compare.named import is_named, is_short_form, is_whole, may_be_one, name_of
from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.standing import STILL, Standing
from counterdraft.model import Addressee, Paragraph, Quote, Shift, Span
from counterdraft.wording.english import listed
from counterdraft.wording.within import within

Placed = tuple[Paragraph, Addressee]
# So many characters behind a name may say who they are.
_BESIDE = 40


class _Some(NamedTuple):
    """Those of a clause whom the other text does not ask, in the clause's order."""

    clause: Clause
    who: tuple[Placed, ...]

    @property
    def names(self) -> str:
        return listed(list(dict.fromkeys(each.text for _, each in self.who)))

    @property
    def verb(self) -> str:
        return within(self.who[0][1].verb)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        return tuple(_quoted(*each) for each in self.who)


def others_asked(
    pair: Pair, unnamed: Sequence[Sequence[Placed]], standing: Standing, told: Set[int]
) -> Iterator[Shift]:
    """Who is asked besides, and who no longer, what both texts ask.

    ``unnamed`` are those of either side that the other neither asks nor names; ``told`` is where
    the verbs stand, in the document of B, that are told as weaker or stronger: of these it is
    known that they ask the same.
    """
    lost, gained = (_others(pair, side, unnamed[side], standing) for side in (0, 1))
    gained = [each for each in gained if each.who[0][1].verb_span.start not in told]
    exchanged = [*_exchanged(lost, gained, standing)]
    exchanged += _renamed(pair, lost, gained, exchanged, standing)
    taken = [each for both in exchanged for each in both]
    for one, other in exchanged:
        if _are_others(pair, one, other):
            both = one.quotes, other.quotes
            yield pair.shift("addressee", "replaced", quotes=both, a=one.names, b=other.names)
    for each in gained:
        if all(each is not other for other in taken):
            now = (), each.quotes
            yield pair.shift("addressee", "gained", quotes=now, b=each.names, verb=each.verb)
    for each in lost:
        if all(each is not other for other in taken):
            before = each.quotes, ()
            yield pair.shift("addressee", "lost", quotes=before, a=each.names, verb=each.verb)


def _are_others(pair: Pair, one: _Some, other: _Some) -> bool:
    """Whether those of either text are nobody whom the other text asks there, by another name."""
    if not begin_with_one_act(one.clause, other.clause, strictly=True):
        return False
    if any(is_named(pair.said[1], each) for _, each in one.who):
        return False
    told = [(x, y) for x in one.who for y in other.who]
    return not any(
        may_be_one(x, y) or _is_said_with(ours, y) or _is_said_with(theirs, x)
        for ours, theirs in told
        for (_, x), (_, y) in [(ours, theirs)]
    )


def _is_said_with(placed: Placed, other: Addressee) -> bool:
    """Whether one text tells who they are whom it asks by the other's name for them.

    "States that are parties to an armed conflict" are "all parties to armed conflict".
    """
    paragraph, each = placed
    at = each.span.start - paragraph.span.start
    return at >= 0 and is_named(paragraph.text[at : at + len(each.text) + _BESIDE], other)


def unnamed_of(pair: Pair, side: int) -> list[Placed]:
    """Those whom one side of an edit asks, and the other side neither asks nor names."""
    ours, theirs = (pair.a, pair.b)[side], (pair.a, pair.b)[1 - side]
    if not ours or not theirs:
        return []
    other = pair.said[1 - side]
    ones, others = _of(ours), _of(theirs)
    names = {name_of(each) for _, each in ones}
    # Whoever of their class is asked there and not here may be asked instead.
    left = Counter(each.class_ for _, each in others if name_of(each) not in names)
    found = []
    for paragraph, each in ones:
        if not touches((pair.gone, pair.come)[side], each.span) or not is_whole(paragraph, each):
            continue
        if is_named(other, each) or any(is_short_form(each, one) for _, one in others):
            continue
        if left[each.class_] and each.class_ not in {"named_state", "other"}:
            left[each.class_] -= 1
            continue
        found.append((paragraph, each))
    return found


def _of(paragraphs: Sequence[Paragraph]) -> list[Placed]:
    return [(p, each) for p in paragraphs for each in p.addressees if each.text]


def _others(pair: Pair, side: int, unnamed: Sequence[Placed], standing: Standing) -> list[_Some]:
    """Those whom one side of an edit asks, and the other text does not, what both ask."""
    if not pair.both or not unnamed:
        return []
    found = []
    for clause in standing.of(side, (pair.a, pair.b)[side]):
        who = tuple(placed for placed in unnamed if placed[1] in clause.who)
        if who and _is_in_both(pair, side, clause, standing):
            kept = tuple(each for each in who if not _is_asked(each[1], clause, side, standing))
            found += [_Some(clause, kept)] if kept else []
    return found


def _is_in_both(pair: Pair, side: int, clause: Clause, standing: Standing) -> bool:
    """Whether both texts ask what a clause does, of somebody who is known in either.

    A list that the other text has as points of their own asks whomever these ask.
    """
    if not standing.stands(side, clause) and not asks_as_before(pair, side, clause):
        return False
    if clause.leads and not any(each.clause.leads for each in standing.matches(side, clause)):
        return False
    return not _asks_unread(pair, side, clause, standing)


def asks_as_before(pair: Pair, side: int, clause: Clause) -> bool:
    """Whether what a clause of an edit asks, or decides, stayed word for word."""
    return pair.both and not share_changed((pair.gone, pair.come)[side], clause.asked)


def _is_asked(each: Addressee, clause: Clause, side: int, standing: Standing) -> bool:
    """Whether the other text asks somebody the same, in whatever paragraph."""
    return any(
        is_short_form(each, other) or name_of(each) == name_of(other)
        or is_named(other.text, each)
        for match in standing.matches(side, clause)
        for other in match.clause.who
    )  # fmt: skip


def _asks_unread(pair: Pair, side: int, clause: Clause, standing: Standing) -> bool:
    """Whether the edit's other text asks the same of somebody whom the parser did not find.

    "Demands that all groups …" asks somebody, "calls for a ceasefire" nobody.
    """
    there = (pair.a, pair.b)[1 - side]
    return any(
        not each.who
        and quote(each.paragraph, Span(each.begin, each.span.end)).text.startswith(" that ")
        and standing.share(clause.words, each.more) >= STILL
        for each in standing.clauses(1 - side, there)
    )


def _exchanged(
    lost: Sequence[_Some], gained: Sequence[_Some], standing: Standing
) -> Iterator[tuple[_Some, _Some]]:
    """Who is asked instead of whom: by one verb, as many in either text, or by one request."""
    left = list(gained)
    for verb, group in groupby(sorted(lost, key=_verb), key=_verb):
        ones, others = list(group), [each for each in gained if each.verb == verb]
        if len(ones) == len(others):
            yield from zip(ones, others, strict=True)
            left = [each for each in left if each not in others]
            continue
        for one in ones:
            yield from _instead(one, left, standing)
    for one in lost:
        if all(each.verb != one.verb for each in gained):
            yield from _instead(one, left, standing)


def _instead(one: _Some, left: list[_Some], standing: Standing) -> Iterator[tuple[_Some, _Some]]:
    """Who is asked by the nearest request of the other text, which is then no other's."""
    clauses = [match.clause for match in standing.matches(0, one.clause)]
    other = next((each for each in left if each.clause in clauses), None)
    if other is not None:
        left.remove(other)
        yield one, other


def _verb(some: _Some) -> str:
    return some.verb


def _renamed(
    pair: Pair, lost: Sequence[_Some], gained: Sequence[_Some],
    known: Sequence[tuple[_Some, _Some]], standing: Standing,
) -> Iterator[tuple[_Some, _Some]]:  # fmt: skip
    """Who alone is asked the same in the edit's other text."""
    taken = [each for both in known for each in both]
    for side, some in enumerate((lost, gained)):
        for one in (each for each in some if all(each is not other for other in taken)):
            other = _alone_asked(pair, side, one, standing)
            if other is not None:
                yield (one, other) if side == 0 else (other, one)


def _alone_asked(pair: Pair, side: int, one: _Some, standing: Standing) -> _Some | None:
    """The only one whom the other side of an edit asks what only ``one`` is asked."""
    there = {p.id for p in (pair.a, pair.b)[1 - side]}
    if len(one.who) != 1 or [who for who in one.clause.who if who.text] != [one.who[0][1]]:
        return None
    for match in standing.matches(side, one.clause):
        found = match.clause
        if len(found.who) == 1 and found.paragraph.id in there:
            return _Some(found, ((found.paragraph, found.who[0]),))
    return None


def _quoted(paragraph: Paragraph, each: Addressee) -> Quote:
    if paragraph.span.holds(each.span):
        return quote(paragraph, each.span)
    return quote(paragraph)  # asked in the paragraph above, of which this is a point
