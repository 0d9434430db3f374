"""A Comparison → what there is to show of it; the forms say how it looks and nothing else.

Keys become the names that people use, quotes are put back among the words around them, and
edits become rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Literal, NamedTuple

from counterdraft.compare import titles
from counterdraft.compare.rows import PARAGRAPHS, Cell, Row, cell, name, notes, rows
from counterdraft.lexicon.addressees import CLASSES
from counterdraft.lexicon.shifts import SHIFTS
from counterdraft.model import Addressed, Comparison, Quote, Related, Side, Unit
from counterdraft.model.comparison import Direction
from counterdraft.wording import asked_of_whom
from counterdraft.wording.english import shortened

Letter = Literal["A", "B"]

AROUND = 60  # characters of a paragraph beside the words quoted from it
QUOTED = 300  # of a quotation
NAMED = 90  # of a text's name
MOST = 8  # places in either text that a sentence names
MOST_BOTH = 10  # pairs that are shown, or shown first, of those to be read side by side

_OF_VERSIONS: dict[Direction, str] = {
    "weaker": "weaker",
    "stronger": "stronger",
    "other": "does not compare",
    "gained": "came in",
    "lost": "went out",
    "replaced": "exchanged",
}
_OF_RIVALS: dict[Direction, str] = {
    "weaker": "A is stronger",
    "stronger": "B is stronger",
    "other": "does not compare",
    "gained": "B alone",
    "lost": "A alone",
    "replaced": "differs",
}
_TAGS = {"versions": _OF_VERSIONS, "rivals": _OF_RIVALS}


class Text(NamedTuple):
    """One of the two texts: what it is called, its title if that is another, its file."""

    letter: Letter
    name: str
    title: str
    source: str


class Ref(NamedTuple):
    """A place in one of the texts, by its key and what people call it."""

    letter: Letter
    key: str
    name: str


class Sentence(NamedTuple):
    """A sentence of the summary, and places that bear it out; ``more`` that are not named."""

    text: str
    refs: tuple[Ref, ...]
    more: int


class Excerpt(NamedTuple):
    """Words of one of the texts, and some of what stands around them."""

    ref: Ref
    before: str
    words: str
    after: str


class Shifted(NamedTuple):
    """What an edit means to those who negotiate, with the words that bear it out.

    ``tag`` says the direction in a word or two.
    """

    direction: Direction
    tag: str
    statement: str
    excerpts: tuple[Excerpt, ...]


class Asks(NamedTuple):
    """Who is asked, and where in either text."""

    who: str
    a: tuple[Ref, ...]
    b: tuple[Ref, ...]


class Wanted(NamedTuple):
    """Somebody whom either rival asks, in the words of each; "" is the organ itself.

    ``both`` says that both texts ask whoever goes by that name; it is None where it is not known
    whether they mean the same.
    """

    who: str
    both: bool | None
    a: tuple[Excerpt, ...]
    b: tuple[Excerpt, ...]

    def of(self, letter: Letter) -> tuple[Excerpt, ...]:
        """What one text asks."""
        return self.a if letter == "A" else self.b


class Words(NamedTuple):
    """A term that one text uses in several places and the other nowhere."""

    text: str
    refs: tuple[Ref, ...]


class Both(NamedTuple):
    """Paragraphs that speak of one thing and that no edit joins.

    ``shared`` are documents, treaties and words; ``stronger`` says whose verb is, or nothing.
    """

    a: Cell
    b: Cell
    shared: tuple[str, ...]
    stronger: str


class View(NamedTuple):
    """All that is shown of a comparison; ``alone_a`` is what has no counterpart in B.

    ``notes`` are the footnotes that differ, ``wanted`` is of rivals, ``asks`` of versions. ``less``
    are the pairs of ``both`` that are not among the ``MOST_BOTH`` nearest.
    """

    rivals: bool
    a: Text
    b: Text
    note: str
    sentences: tuple[Sentence, ...]
    rows: tuple[Row, ...]
    notes: tuple[Row, ...]
    shifts: tuple[tuple[str, tuple[Shifted, ...]], ...]
    terms: tuple[tuple[Letter, tuple[Words, ...]], ...]
    asks: tuple[Asks, ...]
    wanted: tuple[Wanted, ...]
    both: tuple[Both, ...]
    less: tuple[Both, ...]
    alone_a: tuple[Cell, ...]
    alone_b: tuple[Cell, ...]


class _Source(NamedTuple):
    """One of the texts, with its units by their keys."""

    letter: Letter
    units: dict[str, Unit]
    places: dict[str, int]

    def ref(self, key: str) -> Ref:
        return Ref(self.letter, key, name(self.units[key].head))

    def refs(self, keys: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(map(self.ref, dict.fromkeys(keys)))


def view(comparison: Comparison) -> View:
    """What there is to show of a comparison."""
    a, b = _source("A", comparison.a), _source("B", comparison.b)
    rivals = comparison.relation == "rivals"
    near = _nearest(comparison.related)
    return View(
        rivals=rivals,
        a=_text("A", comparison.a),
        b=_text("B", comparison.b),
        note=titles.RIVALS if rivals else titles.VERSIONS,
        sentences=tuple(
            _sentence(each.text, a.refs(each.a), b.refs(each.b)) for each in comparison.summary
        ),
        rows=rows(comparison),
        notes=notes(comparison),
        shifts=tuple(_shifts(comparison, a, b)),
        terms=tuple(_terms(comparison, a, b)),
        asks=tuple(
            Asks(who, a.refs(each.a), b.refs(each.b))
            for class_, who in CLASSES.items()
            for each in comparison.asked
            if each.class_ == class_ and not rivals
        ),
        wanted=tuple(_wanted(comparison.addressed, a, b)),
        both=tuple(_both(each, a, b) for each in near),
        less=tuple(_both(each, a, b) for each in comparison.related if each not in near),
        alone_a=tuple(_alone(comparison, "A")) if rivals else (),
        alone_b=tuple(_alone(comparison, "B")) if rivals else (),
    )


def _nearest(related: Sequence[Related]) -> list[Related]:
    """The ``MOST_BOTH`` nearest pairs, in the order of the text."""
    kept = sorted(related, key=lambda each: -each.likeness)[:MOST_BOTH]
    return [each for each in related if each in kept]


def _wanted(addressed: Iterable[Addressed], a: _Source, b: _Source) -> Iterator[Wanted]:
    """Those of whom the same is asked in the same words stand together."""
    together: dict[tuple[tuple[Quote, ...], tuple[Quote, ...], bool], list[str]] = {}
    for each in addressed:
        asked = (each.a, each.b, each.settled)
        together.setdefault(asked, []).append(each.name or asked_of_whom.ITSELF)
    for (ones, others, settled), names in together.items():
        told_a, told_b = (
            tuple(Excerpt(side.ref(q.key), "", shortened(q.text, QUOTED), "") for q in quotes)
            for side, quotes in ((a, ones), (b, others))
        )
        both = bool(ones and others) if settled else None
        yield Wanted("; ".join(names), both, told_a, told_b)


def _source(letter: Letter, side: Side) -> _Source:
    keys = [unit.head.key for unit in side.units]
    places = {key: place for place, key in enumerate(keys)}
    return _Source(letter, dict(zip(keys, side.units, strict=True)), places)


def _text(letter: Letter, side: Side) -> Text:
    source = PurePath(side.source).name or side.source
    title = " ".join((side.title or "").split())
    if side.symbol:
        return Text(letter, side.symbol, title, source)
    return Text(letter, shortened(title, NAMED) or source, "", source)


def _sentence(text: str, a: tuple[Ref, ...], b: tuple[Ref, ...]) -> Sentence:
    return Sentence(text, (*a[:MOST], *b[:MOST]), len(a[MOST:]) + len(b[MOST:]))


def _shifts(
    comparison: Comparison, a: _Source, b: _Source
) -> Iterator[tuple[str, tuple[Shifted, ...]]]:
    """The shifts under the name of what shifted."""
    tags = _TAGS[comparison.relation]
    for rule, title in SHIFTS.items():
        found = tuple(
            Shifted(
                each.direction,
                tags[each.direction],
                each.statement,
                tuple(excerpt(side, q) for side, qs in ((a, each.a), (b, each.b)) for q in qs),
            )
            for each in comparison.shifts
            if each.rule == rule
        )
        if found:
            yield title, found


def _terms(
    comparison: Comparison, a: _Source, b: _Source
) -> Iterator[tuple[Letter, tuple[Words, ...]]]:
    for source, terms in ((a, comparison.terms_a), (b, comparison.terms_b)):
        if terms:
            yield source.letter, tuple(Words(t.text, source.refs(t.keys)) for t in terms)


def asked_by(wanted: Sequence[Wanted]) -> Iterator[tuple[str, list[Wanted]]]:
    """Those whom both ask, or may ask, whom A alone does, and whom B does, each under a title."""
    kept = [each for each in wanted if each.both is not None]
    yield asked_of_whom.BY_BOTH, [each for each in kept if each.both]
    yield asked_of_whom.UNSETTLED, [each for each in wanted if each.both is None]
    yield asked_of_whom.BY_ONE.format("A"), [each for each in kept if not each.b]
    yield asked_of_whom.BY_ONE.format("B"), [each for each in kept if not each.a]


def sides_of(asked: Iterable[Wanted]) -> tuple[Letter, ...]:
    """The texts that ask any of those who stand under one title."""
    kept = list(asked)
    letters: tuple[Letter, ...] = ("A", "B")
    return tuple(each for each in letters if any(one.of(each) for one in kept))


def excerpt(source: _Source, quote: Quote) -> Excerpt:
    """A quote with the words of its unit around it."""
    ref, words = source.ref(quote.key), shortened(quote.text, QUOTED)
    unit = source.units[quote.key]
    start = quote.span.start - unit.span.start
    end = start + len(quote.text)
    if start < 0 or unit.text[start:end] != quote.text:
        return Excerpt(ref, "", words, "")
    return Excerpt(ref, _before(unit.text[:start]), words, _after(unit.text[end:]))


def _before(text: str) -> str:
    """The end of ``text``, cut between words."""
    if len(text) <= AROUND:
        return text
    return "… " + text[-AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    if len(text) <= AROUND:
        return text
    return text[:AROUND].rpartition(" ")[0] + " …"


def _both(related: Related, a: _Source, b: _Source) -> Both:
    one, other = a.units[related.a], b.units[related.b]
    shared = tuple(dict.fromkeys(_told(each, one.text) for each in related.shared))
    stronger = {
        "a": "A has the stronger verb",
        "b": "B has the stronger verb",
        "neither": "their verbs are of one force",
        None: "",
    }[related.stronger]
    return Both(cell(one, a.places[related.a]), cell(other, b.places[related.b]), shared, stronger)


def _told(shared: str, text: str) -> str:
    """What is shared, as a reader knows it: a stem as the word that it is of."""
    found = re.search(rf"\b{re.escape(shared)}\w*", text, re.IGNORECASE)
    return found[0].lower() if found and shared.islower() else shared


def _alone(comparison: Comparison, letter: Letter) -> Iterator[Cell]:
    """What has no counterpart: paragraphs that none is related to, and the rest.

    A title, heading or annex is alone where the edits pair it with nothing.
    """
    ours = letter == "A"
    units, keys = (
        (comparison.a.units, comparison.only_a) if ours
        else (comparison.b.units, comparison.only_b)
    )  # fmt: skip
    paired = {i for e in comparison.edits if e.a and e.b for i in (e.a if ours else e.b)}
    for i, unit in enumerate(units):
        paragraph = unit.head.kind in PARAGRAPHS
        if unit.head.key in keys if paragraph else i not in paired:
            yield cell(unit, i)
