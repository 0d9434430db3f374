"""A comparison → the places where one of its texts asks for less than the other.

Which shift is a weakening, and which of those count: what was due and is done, or is asked in other
words, is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from counterdraft.flag.asked import as_told, is_purpose, is_spent
from counterdraft.flag.clauses import clauses
from counterdraft.flag.due import was_due
from counterdraft.flag.same_thing import is_put, is_same
from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.reports import report_pattern
from counterdraft.model import Comparison, Quote, Resolution, Shift, Side, Span, Unit
from counterdraft.model.comparison import Direction, ShiftRule
from counterdraft.text.straight import straighten

# A paragraph stands in both texts where so much of it does.
_HALF = 0.5
# Of a text that was rewritten less is in both: what is asked no more may be asked in other words.
_REWRITTEN = 0.3
# So much is the same where a verb lost but its emphasis.
_MUCH = 0.6
# What is limited in time is told by so many words before the limit: so much of them stays.
_LIMITED, _SAID = 10, 0.6
# A shift leads from A to B; what weakens the text that is B, and what the text that is A.
_WEAKER: dict[ShiftRule, tuple[Direction, Direction]] = {
    "force": ("weaker", "stronger"), "qualifier": ("gained", "lost"),
    "request": ("lost", "gained"), "deadline": ("lost", "gained"), "report": ("lost", "gained"),
}  # fmt: skip


# What evidence calls the rival.
RIVAL = "rival"


class Place(NamedTuple):
    """Where this text is the weaker: the words of either text, of which one may have none."""

    ours: tuple[Quote, ...]
    theirs: tuple[Quote, ...]


class Sides(NamedTuple):
    """A comparison, which of its sides ``resolution`` is, and what the other is called."""

    comparison: Comparison
    resolution: Resolution
    is_a: bool
    text: str

    @property
    def are_rivals(self) -> bool:
        """Whether neither text came of the other: what one alone asks, the other never lost."""
        return self.text == RIVAL or self.comparison.relation == "rivals"

    @property
    def ours(self) -> Side:
        """The side that ``resolution`` is."""
        return self.comparison.a if self.is_a else self.comparison.b

    @property
    def theirs(self) -> Side:
        """The other side."""
        return self.comparison.b if self.is_a else self.comparison.a


def places_of(rule: ShiftRule, sides: Sides) -> list[Place]:
    """Where this text is the weaker, by one kind of weakening."""
    shifts = [each for each in sides.comparison.shifts if _weakens(each, rule, sides)]
    places = [_place(each, sides) for each in shifts]
    if _may_differ(rule, sides):
        places = [each for each in places if _on_one_thing(each, sides)]
    counted_in = [each for each in places if _COUNTS[rule](each, sides)]
    return [*counted_in, *(_related(sides) if rule == "force" else ())]


def _may_differ(rule: ShiftRule, sides: Sides) -> bool:
    """Whether a text may ask what the other does not speak of at all.

    Of a rival that has most of the words, and is read as a version, an exchanged verb is about what
    both have; what one alone asks may be the contrary of what the other does.
    """
    if sides.comparison.relation == "rivals" or sides.comparison.likeness < _REWRITTEN:
        return True
    return sides.are_rivals and rule != "force"


def _weakens(shift: Shift, rule: ShiftRule, sides: Sides) -> bool:
    return shift.rule == rule and shift.direction == _WEAKER[rule][sides.is_a]


def _place(shift: Shift, sides: Sides) -> Place:
    return Place(shift.a, shift.b) if sides.is_a else Place(shift.b, shift.a)


def _is_asked(place: Place, sides: Sides) -> bool:
    """Whether the words stand in what is asked; in what is told of others they limit nothing.

    Nor do they in a preamble, that recalls what was asked.
    """
    by_id = {each.paragraph.id: each for each in clauses(sides.resolution)}
    return any(
        clause.paragraph.part == "operative"
        and clause.asked(clause.own + each.span.start - clause.paragraph.span.start)
        for each in place.ours
        if (clause := by_id.get(each.key))
    )


def _is_limited(place: Place, sides: Sides) -> bool:
    """Whether a limit came in where both texts ask: what is asked anew is not limited."""
    return _is_asked(place, sides) and _is_in_both(place, sides)


def _is_unlimited(place: Place, sides: Sides) -> bool:
    """Whether this text has what was limited in time, without the limit; else it went with it."""
    limit, units = place.theirs[0], by_key(sides.theirs)
    if limit.key not in units:
        return False
    if not sides.are_rivals and was_due(limit.text, sides.resolution):
        return False
    unit = units[limit.key]
    before = unit.text[: limit.span.start - unit.span.start].split()[-_LIMITED:]
    words = content_of(" ".join(before))
    here = (content_of(each.text) for each in _beside(unit.head.key, sides, ours=False))
    return any(len(words & each) >= _SAID * len(words) for each in here)


def _is_given_up(place: Place, sides: Sides) -> bool:
    """Whether a request went that was not yet due; a report that is asked for no more is none."""
    if sides.are_rivals:
        return True
    asked = place.theirs[0]
    reports = (each for each in sides.comparison.shifts if each.rule == "report")
    keys = {quote.key for each in reports for quote in (*each.a, *each.b)}
    if asked.key in keys and report_pattern().search(straighten(asked.text)):
        return False
    unit = by_key(sides.theirs).get(asked.key)
    before = unit.text[: asked.span.start - unit.span.start] if unit else ""
    told = as_told(before, asked.text, _above(asked, sides))
    if is_purpose(before, asked.text) or is_spent(told):
        return False
    return not was_due(told, sides.resolution, sides.theirs.symbol)


def _above(asked: Quote, sides: Sides) -> str:
    """The paragraph before that of what is asked."""
    units = sides.theirs.units
    at = next((n for n, unit in enumerate(units) if unit.head.key == asked.key), 0)
    return units[at - 1].text if at else ""


def _reports_no_more(place: Place, sides: Sides) -> bool:
    """Whether a report is asked for no more: not where one on much the same is, in other words.

    One that was due by now counts only where this text asks for none at all.
    """
    if sides.are_rivals:
        return True
    asked = [each for each in sides.ours.units if report_pattern().search(straighten(each.text))]
    theirs = by_key(sides.theirs).get(place.theirs[0].key)
    if theirs is not None and any(is_same(each, theirs) for each in asked):
        return False
    told = place.theirs[0].text
    if is_spent(told):
        return False
    return not asked or not was_due(told, sides.resolution, sides.theirs.symbol)


def _is_in_both(place: Place, sides: Sides) -> bool:
    """Whether the other text has much of the paragraph; of a rival's it is known by now."""
    return sides.are_rivals or any(_beside(each.key, sides, ours=True) for each in place.ours)


def _is_put_less_strongly(place: Place, sides: Sides) -> bool:
    """Whether a verb is another's, or the same one of much the same paragraph.

    "Noting with concern" of what grew, and "Noting" of what fell, are about two things.
    """
    if not place.ours or not place.theirs:
        return True
    here, there = (quotes[0] for quotes in (place.ours, place.theirs))
    if not there.text.casefold().startswith(here.text.casefold()):
        return True
    return bool(_beside(here.key, sides, ours=True, least=_MUCH))


def _beside(key: str, sides: Sides, *, ours: bool, least: float = _HALF) -> list[Unit]:
    """The paragraphs of the other text with much of one of ours, or the other way round."""
    a, b = sides.comparison.a.units, sides.comparison.b.units
    found = []
    for edit in sides.comparison.edits:
        both = [a[n] for n in edit.a], [b[n] for n in edit.b]
        mine, others = both if ours == sides.is_a else reversed(both)
        if edit.likeness >= least and any(each.head.key == key for each in mine):
            found += others
    return found


def _related(sides: Sides) -> Iterator[Place]:
    """Paragraphs of rivals that speak of one thing, the other text with the stronger verb.

    Of one part of both: what a preamble underlines is none of what the operative part asks.
    """
    if sides.comparison.relation != "rivals":
        return
    ours, theirs = by_key(sides.ours), by_key(sides.theirs)
    for each in sides.comparison.related:
        if each.stronger == ("b" if sides.is_a else "a"):
            here, there = (each.a, each.b) if sides.is_a else (each.b, each.a)
            if here in ours and there in theirs and _are_put(ours[here], theirs[there]):
                yield Place((_phrase_of(ours[here]),), (_phrase_of(theirs[there]),))


def _phrase_of(unit: Unit) -> Quote:
    """The phrase that a paragraph opens with, which shows the verb; else the whole of it."""
    length = unit.head.phrase
    if not length:
        return whole_of(unit)
    return Quote(unit.head.key, Span(unit.span.start, unit.span.start + length), unit.text[:length])


def _are_put(one: Unit, other: Unit) -> bool:
    return one.head.kind == other.head.kind and is_put(one, other)


def _on_one_thing(place: Place, sides: Sides) -> bool:
    """Whether both texts have it: what a rival alone asks may be something else altogether.

    A limit that only this text sets has no words in the other: the paragraph beside it counts.
    """
    ours, theirs = by_key(sides.ours), by_key(sides.theirs)
    there = [theirs[each.key] for each in place.theirs if each.key in theirs]
    return any(
        is_same(ours[here.key], each)
        for here in place.ours
        if here.key in ours
        for each in there or _beside(here.key, sides, ours=True, least=0.0)
    )


def by_key(side: Side) -> Mapping[str, Unit]:
    """The paragraphs of a text by their keys."""
    return {unit.head.key: unit for unit in side.units}


def whole_of(unit: Unit) -> Quote:
    """The whole paragraph, as a quote."""
    return Quote(unit.head.key, unit.span, unit.text)


# Of each kind which shifts count.
_COUNTS: dict[ShiftRule, Callable[[Place, Sides], bool]] = {
    "force": _is_put_less_strongly, "qualifier": _is_limited, "request": _is_given_up,
    "report": _reports_no_more, "deadline": _is_unlimited,
}  # fmt: skip
