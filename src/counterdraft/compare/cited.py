"""Citations that come in and go out, over the whole of both texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.wording import sentence
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Paragraph, Quote, Resolution, Shift, Span
from counterdraft.model.comparison import Relation

_NUMBER = re.compile(r"[\d/()IVXLC. -]+$")


class _Place(NamedTuple):
    """Where a document is cited: which of the pairs, what to call it, the words."""

    pair: int
    where: str
    quote: Quote


_Places = dict[str, list[_Place]]


def citation_shifts(
    pairs: Sequence[Pair], a: Resolution, b: Resolution, relation: Relation
) -> Iterator[Shift]:
    """Documents that one text cites and the other does not, each with all its places."""
    gone = _collected(pairs, 0, _symbols(b))
    come = _collected(pairs, 1, _symbols(a))
    exchanged = _exchanged(gone, come)
    for old, new in exchanged.items():
        told = sentence(relation, "citation", "replaced", a=old, b=new, where=_named(come[new]))
        yield Shift("citation", "replaced", told, _quotes(gone[old]), _quotes(come[new]))
    for symbol in (each for each in come if each not in exchanged.values()):
        told = sentence(relation, "citation", "gained", b=symbol, where=_named(come[symbol]))
        yield Shift("citation", "gained", told, b=_quotes(come[symbol]))
    for symbol in (each for each in gone if each not in exchanged):
        told = sentence(relation, "citation", "lost", a=symbol, where=_named(gone[symbol]))
        yield Shift("citation", "lost", told, a=_quotes(gone[symbol]))


def _symbols(resolution: Resolution) -> set[str]:
    return {symbol for p in resolution.paragraphs for symbol, _ in _cited(p)}


def _cited(paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    """What a paragraph and its notes cite: symbols, and treaties by name, with their places."""
    for each in (*paragraph.citations, *paragraph.note_citations):
        if each.symbol:
            yield each.symbol, each.span
    for treaty in paragraph.treaties:
        yield f"the {treaty_names()[treaty.treaty]}", treaty.span


def _collected(pairs: Sequence[Pair], side: int, known: set[str]) -> _Places:
    """Where one side of the pairs cites what is not known to the other."""
    found: _Places = defaultdict(list)
    for n, pair in enumerate(pairs):
        for paragraph in (pair.a, pair.b)[side]:
            for cited, span in _cited(paragraph):
                if cited not in known:
                    # Of rivals it is clear in whose text the place is.
                    where = pair.names[side] if pair.relation == "rivals" else pair.where
                    at = span if span.start < span.end else None  # a note has no words here
                    found[cited].append(_Place(n, where, quote(paragraph, at)))
    return found


def _exchanged(gone: _Places, come: _Places) -> dict[str, str]:
    """What took the place of what: documents of one organ, in the same paragraphs."""
    found: dict[str, str] = {}
    for old, places in gone.items():
        at = {each.pair for each in places}
        rivals = [
            (len(at & {each.pair for each in theirs}), new)
            for new, theirs in come.items()
            if _series(new) == _series(old) and new not in found.values()
        ]
        shared, new = max(rivals, default=(0, ""), key=lambda each: each[0])
        if shared and sum(count == shared for count, _ in rivals) == 1:
            found[old] = new
    return found


def _series(symbol: str) -> str:
    return _NUMBER.sub("", symbol)


def _named(places: Iterable[_Place]) -> str:
    return ", ".join(dict.fromkeys(each.where for each in places))


def _quotes(places: Iterable[_Place]) -> tuple[Quote, ...]:
    return tuple(each.quote for each in places)
