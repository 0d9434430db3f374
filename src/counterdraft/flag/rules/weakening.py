"""Weakening: where a text asks for less than the one before it, or its rival on the same thing.

In: comparisons. What shifted is grouped by kind, so that each kind is one finding with its places.
Which places those are is told in ``flag.weaker``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import begun
from counterdraft.flag.rule import Rule
from counterdraft.flag.weaker import RIVAL, Place, Sides, by_key, places_of, whole_of
from counterdraft.model import Quote, Side, Span, Unit
from counterdraft.model.comparison import ShiftRule
from counterdraft.model.finding import Confidence, Finding, Quoted
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


class _Kind(NamedTuple):
    """A kind of weakening: the shifts it gathers, how it is told, and what speaks against it."""

    rule: ShiftRule
    said: str
    against: str
    confidence: Confidence


_KINDS = (
    _Kind(
        "force", "a weaker verb",
        "A weaker verb may be the price of wider support, or fit what was done since.", "medium",
    ),
    _Kind(
        "qualifier", "a limit on what is asked",
        "A limit may say what was understood before, or make a request one that can be met.", "low",
    ),
    _Kind(
        "request", "no request where the other text has one",
        "What was asked may have been done, or may be asked in words that were not "
        "recognised.", "low",
    ),
    _Kind(
        "report", "no request for a report or an update where the other text has one",
        "What was due may have been delivered, or be asked for in another text.", "medium",
    ),
    _Kind(
        "deadline", "no time limit where the other text has one",
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


def beside_predecessor(ground: Ground) -> Iterator[Finding]:
    """What became weaker since the text before this one in its series."""
    if ground.predecessor is None:
        return
    before = ground.predecessor.a
    sides = Sides(ground.predecessor, ground.resolution, is_a=False, text=_name(before))
    yield from _findings(
        "weakening.predecessor", sides, f"Since {_name(before)}, the text before it,"
    )


def beside_rival(ground: Ground) -> Iterator[Finding]:
    """Where the rival says the same thing more strongly."""
    if ground.comparison is None:
        return
    sides = Sides(ground.comparison, ground.resolution, is_a=True, text=RIVAL)
    yield from _findings("weakening.rival", sides, "Beside the rival text")


def _name(side: Side) -> str:
    return side.symbol or side.title or side.source


def _findings(rule: str, sides: Sides, lead: str) -> Iterator[Finding]:
    for kind in _KINDS:
        places = places_of(kind.rule, sides)
        if places:
            yield _told(rule, kind, places, sides, lead)


def _told(rule: str, kind: _Kind, places: Sequence[Place], sides: Sides, lead: str) -> Finding:
    where = _where(places, sides, cut=kind.rule == "request")
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


def _against(kind: _Kind, sides: Sides) -> tuple[str, ...]:
    """What speaks against it; what the Council decided before is not undone by silence."""
    if not sides.are_rivals and sides.resolution.organ == _COUNCIL and kind.rule in _LOST:
        return (kind.against, _IN_FORCE)
    return (kind.against,)


def _why(kind: _Kind) -> str:
    if kind.rule == "force":
        return (
            "Both texts put the same thing, and the lexicon’s order of verbs has the other’s "
            "as the "
            "stronger."
        )
    return "The paragraphs of the two texts that belong together were compared, word by word."


def _where(places: Sequence[Place], sides: Sides, *, cut: bool) -> list[str]:
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


def _label(place: Place, sides: Sides) -> str:
    """This text's paragraph, else the other's, which is said."""
    side, quotes = (sides.ours, place.ours) if place.ours else (sides.theirs, place.theirs)
    unit = by_key(side).get(quotes[0].key)
    label = paragraph_label(quotes[0].key, unit.head.number if unit else None)
    return label if place.ours else f"{label} of the other"


def _words(place: Place, *, cut: bool) -> str:
    quotes = [quotes[0].text for quotes in (place.ours, place.theirs) if quotes]
    if cut and len(quotes) == 1:
        return f"“{begun(quotes[0], _BEGUN)}”"
    return " for ".join(f"“{each}”" for each in quotes) if all(map(_is_short, quotes)) else ""


def _is_short(words: str) -> bool:
    return len(words) <= _SHORT


def _quoted(place: Place, sides: Sides) -> Iterator[Quoted]:
    for each in place.ours:
        yield _as_evidence(each, sides.ours, "this")
    for each in place.theirs:
        yield _as_evidence(each, sides.theirs, sides.text)


def _as_evidence(quote: Quote, side: Side, text: str) -> Quoted:
    """The paragraph, around the words if it is long; few words alone do not bear anything out."""
    unit = by_key(side).get(quote.key)
    whole = _cut(unit, quote) if unit is not None else quote
    return Quoted(text=text, paragraph=whole.key, quote=whole.text, span=whole.span)


def _cut(unit: Unit, quote: Quote) -> Quote:
    """A unit whole, or the words of it around those of ``quote``."""
    if len(unit.text) <= _LONG:
        return whole_of(unit)
    start, end = (at - unit.span.start for at in (quote.span.start, quote.span.end))
    if end - start >= _LONG:
        return quote
    first = unit.text.rfind(" ", 0, max(0, start - _AROUND)) + 1
    last = unit.text.find(" ", min(len(unit.text), end + _AROUND))
    words = unit.text[first : last if last >= 0 else len(unit.text)]
    at = unit.span.start + first
    return Quote(unit.head.key, Span(at, at + len(words)), words)


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
