"""Citations that come in and go out, over the whole of both texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.compare.pairs import Pair, quote
from counterdraft.model import Paragraph, Quote, Resolution, Shift

_NUMBER = re.compile(r"[\d/()IVXLC. -]+$")


class _Place(NamedTuple):
    """Where a document is cited: which of the pairs, what to call it, the words."""

    pair: int
    where: str
    quote: Quote


_Places = dict[str, list[_Place]]


def citation_shifts(pairs: Sequence[Pair], a: Resolution, b: Resolution) -> Iterator[Shift]:
    """Documents that one text cites and the other does not, each with all its places."""
    in_a, in_b = _symbols(a), _symbols(b)
    gone: _Places = defaultdict(list)
    come: _Places = defaultdict(list)
    for n, pair in enumerate(pairs):
        _collect(gone, n, pair.where, pair.a, in_b)
        _collect(come, n, pair.where, pair.b, in_a)
    exchanged = _exchanged(gone, come)
    for old, new in exchanged.items():
        words = f"{new} is cited instead of {old}: {_named(come[new])}"
        yield Shift("citation", "replaced", words, _quotes(gone[old]), _quotes(come[new]))
    for symbol in (each for each in come if each not in exchanged.values()):
        words = f"{symbol} is cited, which it was not before: {_named(come[symbol])}"
        yield Shift("citation", "gained", words, b=_quotes(come[symbol]))
    for symbol in (each for each in gone if each not in exchanged):
        words = f"{symbol} is cited no longer: {_named(gone[symbol])}"
        yield Shift("citation", "lost", words, a=_quotes(gone[symbol]))


def _symbols(resolution: Resolution) -> set[str]:
    return {each.symbol for p in resolution.paragraphs for each in p.citations if each.symbol}


def _collect(
    found: _Places, pair: int, where: str, paragraphs: Iterable[Paragraph], known: set[str]
) -> None:
    for paragraph in paragraphs:
        for each in paragraph.citations:
            if each.symbol and each.symbol not in known:
                found[each.symbol].append(_Place(pair, where, quote(paragraph, each.span)))


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
