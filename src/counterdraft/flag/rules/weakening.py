"""Weakening: where a text asks for less than the one before it, or its rival on the same thing.

In: comparisons. What shifted is grouped by kind, so that each kind is one finding with its places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from counterdraft.flag.clauses import clauses
from counterdraft.flag.due import was_due
from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import begun
from counterdraft.flag.rule import Rule
from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.reports import report_pattern
from counterdraft.model import Comparison, Quote, Resolution, Shift, Side, Span, Unit
from counterdraft.model.comparison import Direction, ShiftRule
from counterdraft.model.finding import Confidence, Finding, Quoted
from counterdraft.reuse.names import with_short_names
from counterdraft.text.stems import Stemmer
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted, some
from counterdraft.wording.paragraph_label import paragraph_label

_SOURCE = "the force of verbs is a partial order (lexicon, force); limits by lexicon, qualifiers"
# So many places of a kind are quoted, and so many named.
_QUOTED, _NAMED = 4, 8
# What went is quoted by its first words.
_BEGUN = 9
# Of one paragraph so many words.
_WORDS = 2
# Words are named up to so many characters, and a quote is cut so far around them.
_SHORT, _AROUND = 60, 200
# A paragraph is quoted whole up to so many characters.
_LONG = 500
# Two that share so much, and so many words, put the same thing.
_SAME, _FEWEST = 0.5, 3
# So much is the same where a verb lost but its emphasis.
_MUCH = 0.6
# What a verb falls on is told by so many words behind it, which stand among so many in the other.
_FIRST, _EARLY = 4, 10
# What is limited in time is told by so many words before the limit: so much of them stays.
_LIMITED, _SAID = 10, 0.6


class _Kind(NamedTuple):
    """A kind of weakening: the shifts it gathers, how it is told, and what speaks against it."""

    rules: tuple[ShiftRule, ...]
    said: str
    against: str
    confidence: Confidence


_KINDS = (
    _Kind(
        ("force",), "a weaker verb",
        "A weaker verb may be the price of wider support, or fit what was done since.", "medium",
    ),
    _Kind(
        ("qualifier",), "a limit on what is asked",
        "A limit may say what was understood before, or make a request one that can be met.", "low",
    ),
    _Kind(
        ("request",), "no request where the other text has one",
        "What was asked may have been done, or may be asked in words that were not "
        "recognised.", "low",
    ),
    _Kind(
        ("report",), "no request for a report or an update where the other text has one",
        "What was due may have been delivered, or be asked for in another text.", "medium",
    ),
    _Kind(
        ("deadline",), "no time limit where the other text has one",
        "What was due may have been delivered, or be asked for in another text.", "medium",
    ),
)  # fmt: skip
# What is in the text before and not in this one.
_LOST: frozenset[ShiftRule] = frozenset({"request", "report", "deadline"})
_COUNCIL = "Security Council"
_IN_FORCE = (
    "What the Council decided before may stay in force: a text that does not repeat it need not "
    "have dropped it."
)
# A shift leads from A to B; what weakens the text that is B, and what the text that is A.
_WEAKER: dict[ShiftRule, tuple[Direction, Direction]] = {
    "force": ("weaker", "stronger"), "qualifier": ("gained", "lost"),
    "request": ("lost", "gained"), "deadline": ("lost", "gained"), "report": ("lost", "gained"),
}  # fmt: skip


class _Place(NamedTuple):
    """Where this text is the weaker: the words of either text, of which one may have none."""

    ours: tuple[Quote, ...]
    theirs: tuple[Quote, ...]


class _Sides(NamedTuple):
    """A comparison, which of its sides ``resolution`` is, and what the other is called."""

    comparison: Comparison
    resolution: Resolution
    is_a: bool
    text: str

    @property
    def ours(self) -> Side:
        return self.comparison.a if self.is_a else self.comparison.b

    @property
    def theirs(self) -> Side:
        return self.comparison.b if self.is_a else self.comparison.a


def beside_predecessor(ground: Ground) -> Iterator[Finding]:
    """What became weaker since the text before this one in its series."""
    if ground.predecessor is None:
        return
    before = ground.predecessor.a
    sides = _Sides(ground.predecessor, ground.resolution, is_a=False, text=_name(before))
    yield from _findings(
        "weakening.predecessor", sides, f"Since {_name(before)}, the text before it,"
    )


def beside_rival(ground: Ground) -> Iterator[Finding]:
    """Where the rival says the same thing more strongly."""
    if ground.comparison is None:
        return
    sides = _Sides(ground.comparison, ground.resolution, is_a=True, text="rival")
    yield from _findings("weakening.rival", sides, "Beside the rival text")


def _name(side: Side) -> str:
    return side.symbol or side.title or side.source


def _findings(rule: str, sides: _Sides, lead: str) -> Iterator[Finding]:
    for kind in _KINDS:
        places = _places(kind, sides)
        if places:
            yield _told(rule, kind, places, sides, lead)


def _places(kind: _Kind, sides: _Sides) -> list[_Place]:
    """Where this text is the weaker, by one kind of weakening."""
    shifts = [each for each in sides.comparison.shifts if _weakens(each, kind, sides)]
    places = [_place(each, sides) for each in shifts]
    if sides.comparison.relation == "rivals":
        places = [each for each in places if _on_one_thing(each, sides)]
    counted_in = [each for each in places if _COUNTS[kind.rules[0]](each, sides)]
    return [*counted_in, *(_related(sides) if "force" in kind.rules else ())]


def _weakens(shift: Shift, kind: _Kind, sides: _Sides) -> bool:
    return shift.rule in kind.rules and shift.direction == _WEAKER[shift.rule][sides.is_a]


def _place(shift: Shift, sides: _Sides) -> _Place:
    return _Place(shift.a, shift.b) if sides.is_a else _Place(shift.b, shift.a)


def _is_asked(place: _Place, sides: _Sides) -> bool:
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


def _is_limited(place: _Place, sides: _Sides) -> bool:
    """Whether a limit came in where both texts ask: what is asked anew is not limited."""
    return _is_asked(place, sides) and _is_in_both(place, sides)


def _is_unlimited(place: _Place, sides: _Sides) -> bool:
    """Whether this text has what was limited in time, without the limit; else it went with it."""
    limit, units = place.theirs[0], _by_key(sides.theirs)
    if limit.key not in units:
        return False
    unit = units[limit.key]
    before = unit.text[: limit.span.start - unit.span.start].split()[-_LIMITED:]
    words = content_of(" ".join(before))
    here = (content_of(each.text) for each in _beside(unit.head.key, sides, ours=False))
    return any(len(words & each) >= _SAID * len(words) for each in here)


def _is_given_up(place: _Place, sides: _Sides) -> bool:
    """Whether a request went that was not yet due; a report that is asked for no more is none."""
    if sides.comparison.relation == "rivals":
        return True
    asked = place.theirs[0]
    reports = (each for each in sides.comparison.shifts if each.rule == "report")
    keys = {quote.key for each in reports for quote in (*each.a, *each.b)}
    if asked.key in keys and report_pattern().search(straighten(asked.text)):
        return False
    return not was_due(asked.text, sides.resolution)


def _reports_no_more(place: _Place, sides: _Sides) -> bool:
    """Whether a report is asked for no more: not where one on much the same is, in other words.

    One that was due by now counts only where this text asks for none at all.
    """
    if sides.comparison.relation == "rivals":
        return True
    asked = [each for each in sides.ours.units if report_pattern().search(straighten(each.text))]
    theirs = _by_key(sides.theirs).get(place.theirs[0].key)
    if theirs is not None and any(_is_same(each, theirs) for each in asked):
        return False
    return not asked or not was_due(place.theirs[0].text, sides.resolution)


def _is_in_both(place: _Place, sides: _Sides) -> bool:
    """Whether the other text has much of the paragraph."""
    return any(_beside(each.key, sides, ours=True) for each in place.ours)


def _is_put_less_strongly(place: _Place, sides: _Sides) -> bool:
    """Whether a verb is another's, or the same one of much the same paragraph.

    "Noting with concern" of what grew, and "Noting" of what fell, are about two things.
    """
    if not place.ours or not place.theirs:
        return True
    here, there = (quotes[0] for quotes in (place.ours, place.theirs))
    if not there.text.casefold().startswith(here.text.casefold()):
        return True
    return bool(_beside(here.key, sides, ours=True, least=_MUCH))


def _beside(key: str, sides: _Sides, *, ours: bool, least: float = _SAME) -> list[Unit]:
    """The paragraphs of the other text with much of one of ours, or the other way round."""
    a, b = sides.comparison.a.units, sides.comparison.b.units
    found = []
    for edit in sides.comparison.edits:
        both = [a[n] for n in edit.a], [b[n] for n in edit.b]
        mine, others = both if ours == sides.is_a else reversed(both)
        if edit.likeness >= least and any(each.head.key == key for each in mine):
            found += others
    return found


def _related(sides: _Sides) -> Iterator[_Place]:
    """Paragraphs of rivals that speak of one thing, the other text with the stronger verb."""
    if sides.comparison.relation != "rivals":
        return
    ours, theirs = _by_key(sides.ours), _by_key(sides.theirs)
    for each in sides.comparison.related:
        if each.stronger == ("b" if sides.is_a else "a"):
            here, there = (each.a, each.b) if sides.is_a else (each.b, each.a)
            if here in ours and there in theirs and _is_put(ours[here], theirs[there]):
                yield _Place((_whole(ours[here]),), (_whole(theirs[there]),))


def _on_one_thing(place: _Place, sides: _Sides) -> bool:
    """Whether both texts have it: what a rival alone asks may be something else altogether."""
    ours, theirs = _by_key(sides.ours), _by_key(sides.theirs)
    return any(
        _is_same(ours[here.key], theirs[there.key])
        for here in place.ours
        for there in place.theirs
        if here.key in ours and there.key in theirs
    )


def _is_same(one: Unit, other: Unit) -> bool:
    """Whether two paragraphs put the same thing, and do not only name one document or addressee.

    A name is one word, however long it is.
    """
    here, there = _object(one), _object(other)
    return len(here & there) >= max(_FEWEST, _SAME * min(len(here), len(there)))


def _is_put(one: Unit, other: Unit) -> bool:
    """Whether the verbs of two paragraphs fall on the same: what comes first comes early in either.

    One may stress what the other only names on its way.
    """
    here, there = _in_order(one), _in_order(other)
    return _is_same(one, other) and all(
        len({*first[:_FIRST]} & {*rest[:_EARLY]}) >= _SAME * len({*first[:_FIRST]})
        for first, rest in ((here, there), (there, here))
    )


def _in_order(unit: Unit) -> list[str]:
    """The words of a paragraph that say what is put, in their order."""
    words = _object(unit)
    said = with_short_names(actors().terms.sub(" ", unit.text[unit.head.phrase :]))
    return [stem for stem in Stemmer()[said].stems if stem in words]


def _object(unit: Unit) -> frozenset[str]:
    """The words of a paragraph that say what is put: its verb and whoever it names are left out."""
    said = unit.text[unit.head.phrase :]
    return content_of(with_short_names(actors().terms.sub(" ", said)))


def _by_key(side: Side) -> Mapping[str, Unit]:
    return {unit.head.key: unit for unit in side.units}


def _whole(unit: Unit) -> Quote:
    return Quote(unit.head.key, unit.span, unit.text)


def _told(rule: str, kind: _Kind, places: Sequence[_Place], sides: _Sides, lead: str) -> Finding:
    where = _where(places, sides, cut="request" in kind.rules)
    return Finding(
        rule=rule, kind="weakening",
        statement=(
            f"{lead} it has {kind.said} in {counted(len(where), 'place')}: {some(where, _NAMED)}."
        ),
        why=_why(kind),
        against=_against(kind, sides),
        evidence=tuple(
            dict.fromkeys(q for place in places[:_QUOTED] for q in _quoted(place, sides))
        ),
        confidence=kind.confidence, source=_SOURCE,
    )  # fmt: skip


def _against(kind: _Kind, sides: _Sides) -> tuple[str, ...]:
    """What speaks against it; what the Council decided before is not undone by silence."""
    before = sides.comparison.relation == "versions"
    if before and sides.resolution.organ == _COUNCIL and _LOST & set(kind.rules):
        return (kind.against, _IN_FORCE)
    return (kind.against,)


def _why(kind: _Kind) -> str:
    if "force" in kind.rules:
        return (
            "Both texts put the same thing, and the lexicon’s order of verbs has the other’s "
            "as the "
            "stronger."
        )
    return "The paragraphs of the two texts that belong together were compared, word by word."


def _where(places: Sequence[_Place], sides: _Sides, *, cut: bool) -> list[str]:
    """Each paragraph once, with the words in question: where they are few, or their beginning."""
    found: dict[str, list[str]] = {}
    for place in places:
        words = found.setdefault(_label(place, sides), [])
        said = _words(place, cut=cut)
        if said and said not in words:
            words.append(said)
    return [
        f"{label} ({some(words, _WORDS)})" if words else label for label, words in found.items()
    ]


def _label(place: _Place, sides: _Sides) -> str:
    """This text's paragraph, else the other's, which is said."""
    side, quotes = (sides.ours, place.ours) if place.ours else (sides.theirs, place.theirs)
    unit = _by_key(side).get(quotes[0].key)
    label = paragraph_label(quotes[0].key, unit.head.number if unit else None)
    return label if place.ours else f"{label} of the other"


def _words(place: _Place, *, cut: bool) -> str:
    quotes = [quotes[0].text for quotes in (place.ours, place.theirs) if quotes]
    if cut and len(quotes) == 1:
        return f"“{begun(quotes[0], _BEGUN)}”"
    return " for ".join(f"“{each}”" for each in quotes) if all(map(_is_short, quotes)) else ""


def _is_short(words: str) -> bool:
    return len(words) <= _SHORT


def _quoted(place: _Place, sides: _Sides) -> Iterator[Quoted]:
    for each in place.ours:
        yield _as_evidence(each, sides.ours, "this")
    for each in place.theirs:
        yield _as_evidence(each, sides.theirs, sides.text)


def _as_evidence(quote: Quote, side: Side, text: str) -> Quoted:
    """The paragraph, around the words if it is long; few words alone do not bear anything out."""
    unit = _by_key(side).get(quote.key)
    whole = _cut(unit, quote) if unit is not None else quote
    return Quoted(text=text, paragraph=whole.key, quote=whole.text, span=whole.span)


def _cut(unit: Unit, quote: Quote) -> Quote:
    """A unit whole, or the words of it around those of ``quote``."""
    if len(unit.text) <= _LONG:
        return _whole(unit)
    start, end = (at - unit.span.start for at in (quote.span.start, quote.span.end))
    if end - start >= _LONG:
        return quote
    first = unit.text.rfind(" ", 0, max(0, start - _AROUND)) + 1
    last = unit.text.find(" ", min(len(unit.text), end + _AROUND))
    words = unit.text[first : last if last >= 0 else len(unit.text)]
    at = unit.span.start + first
    return Quote(unit.head.key, Span(at, at + len(words)), words)


# Of each kind which shifts count.
_COUNTS: dict[ShiftRule, Callable[[_Place, _Sides], bool]] = {
    "force": _is_put_less_strongly, "qualifier": _is_limited, "request": _is_given_up,
    "report": _reports_no_more, "deadline": _is_unlimited,
}  # fmt: skip

RULES = (
    Rule(
        "weakening.predecessor", "weakening", "what became weaker since the last text", _SOURCE,
        beside_predecessor, needs=("predecessor",),
    ),
    Rule(
        "weakening.rival", "weakening", "what the rival says more strongly", _SOURCE, beside_rival,
        needs=("comparison",),
    ),
)  # fmt: skip
