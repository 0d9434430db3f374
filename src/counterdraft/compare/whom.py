"""What a text asks that the other does not: requests that come and go.

A request is told as gone, or as new, only where no clause of the other text that asks says the
same, be the paragraph deleted or edited; in an edited one its words must have gone as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from counterdraft.compare.asking import Clause, Part, may_be_same
from counterdraft.compare.changed import share_changed, spoken_of
from counterdraft.compare.named import is_whole
from counterdraft.compare.others import Placed, asks_as_before, others_asked, unnamed_of
from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.standing import Standing
from counterdraft.model import Shift, Span
from counterdraft.model.comparison import Direction
from counterdraft.wording.english import listed, shortened
from counterdraft.wording.within import within

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


def addressee_shifts(pair: Pair, standing: Standing, told: Set[int]) -> Iterator[Shift]:
    """What the paragraphs of an edit ask that the other text does not, and of whom else.

    ``told`` is where the verbs stand, in the document of B, that are told as weaker or stronger.
    """
    unnamed = [unnamed_of(pair, side) for side in (0, 1)]
    gone, come = (list(_alone(pair, side, unnamed[side], standing)) for side in (0, 1))
    for clause, asked in come:
        if clause.span.start not in told or asked != clause.asked:
            yield _told(pair, "gained", clause, asked, standing)
    yield from (_told(pair, "lost", *each, standing) for each in gone)
    yield from others_asked(pair, unnamed, standing, told)


def _alone(
    pair: Pair, side: int, unnamed: Sequence[Placed], standing: Standing
) -> Iterator[tuple[Clause, Span]]:
    """The requests of one side of an edit that the other text does not make, with what is asked."""
    unnamed_here = {each for _, each in unnamed}
    for each in standing.of(side, (pair.a, pair.b)[side]):
        changed = share_changed((pair.gone, pair.come)[side], each.span) if pair.both else 1.0
        if not changed or asks_as_before(pair, side, each):
            continue
        if not any(is_whole(each.paragraph, who) for who in each.who):
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
    """Whether a clause asks what a part asks, in a longer, a shorter or another form."""
    return _begins(part, other) or any(
        (_is_same_act(part, each) and standing.share(part.words, each.words) >= _REWORDED)
        or (len(each.words) >= _SAYS - 1 and standing.share(each.words, part.words) >= _WITHIN)
        for each in other.parts
    )


def _is_same_act(part: Part, other: Part) -> bool:
    """Whether two things that are asked are done by one verb: "to discuss the gaps of …"."""
    return part.begins(2) == other.begins(2) and bool(part.acts) and part.acts[:1] == other.acts[:1]


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


def _told(
    pair: Pair, direction: Direction, clause: Clause, asked: Span, standing: Standing
) -> Shift:
    """A request, or some of what it asks, in its words."""
    own = clause.paragraph.span
    start = clause.span.start if asked.start <= clause.asked.start else asked.start
    words = (quote(clause.paragraph, Span(max(start, own.start), max(asked.end, start))),)
    quotes = ((), words) if direction == "gained" else (words, ())
    names = listed(list(dict.fromkeys(each.text for each in clause.who)))
    what = shortened(quote(clause.paragraph, asked).text.lstrip(" ,"), _TOLD)
    other = _other_of(pair, direction, clause, standing) if asked == clause.asked else ""
    return pair.shift(
        "request", direction, quotes=quotes, a=names, b=names, verb=within(clause.who[0].verb),
        what=(f" “{what}”" if what else "") + other,
    )  # fmt: skip


def _other_of(pair: Pair, direction: Direction, clause: Clause, standing: Standing) -> str:
    """Of rivals: that the other text asks the same one there for another thing."""
    side = 0 if direction == "lost" else 1
    there = standing.of(1 - side, (pair.a, pair.b)[1 - side])
    names = {standing.called(side, each) for each in clause.who}
    others = {standing.called(1 - side, each) for other in there for each in other.who}
    is_told = pair.relation == "rivals" and names <= others and "" not in names
    return f"; {'BA'[side]} asks something else of the same" if is_told else ""
