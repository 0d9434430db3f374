"""Citations that come in and go out, over the whole of both texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.compare.pairs import Pair, quote
from counterdraft.compare.wording import sentence
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Citation, Footnote, Paragraph, Quote, Resolution, Shift
from counterdraft.model.comparison import Relation

# So many characters of a long note are quoted on either side of what it cites.
_AROUND = 80
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
    gone = _collected(pairs, 0, a, _symbols(b))
    come = _collected(pairs, 1, b, _symbols(a))
    # Two that did not write one text cite for reasons of their own, be it in paragraphs alike.
    exchanged = _exchanged(gone, come) if relation == "versions" else {}
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
    return {symbol for p in resolution.paragraphs for symbol, _, _ in _cited(p, resolution)}


def _cited(paragraph: Paragraph, text: Resolution) -> Iterator[tuple[str, Quote, str]]:
    """What a paragraph and its notes cite: symbols, and treaties by name, each in its words.

    With each comes the marker of the note that it stands in, if it does in one.
    """
    for each in paragraph.citations:
        if each.symbol:
            yield each.symbol, quote(paragraph, each.span), ""
    for each in paragraph.note_citations:
        if each.symbol:
            yield each.symbol, *_in_note(paragraph, each, text)
    for treaty in paragraph.treaties:
        yield f"the {treaty_names()[treaty.treaty]}", quote(paragraph, treaty.span), ""


def _in_note(paragraph: Paragraph, cited: Citation, text: Resolution) -> tuple[Quote, str]:
    """The words of a note, at the place where it is called, and its marker."""
    for note in text.footnotes:
        if note.anchor == cited.span.start and cited.text in note.text:
            return Quote(paragraph.id, cited.span, _around(note, cited.text)), note.marker
    return quote(paragraph), ""


def _around(note: Footnote, words: str) -> str:
    """A note, cut where it is long to what stands around some words of it."""
    at = note.text.find(words)
    start, end = max(0, at - _AROUND), at + len(words) + _AROUND
    first = note.text.rfind(" ", 0, start) + 1
    last = note.text.find(" ", end)
    return note.text[first:] if last < 0 else note.text[first:last]


def _collected(
    pairs: Sequence[Pair], side: int, text: Resolution, known: set[str]
) -> _Places:  # fmt: skip
    """Where one side of the pairs cites what is not known to the other."""
    found: _Places = defaultdict(list)
    for n, pair in enumerate(pairs):
        for paragraph in (pair.a, pair.b)[side]:
            for cited, said, marker in _cited(paragraph, text):
                if cited not in known:
                    # Of rivals it is clear in whose text the place is.
                    where = pair.names[side] if pair.relation == "rivals" else pair.where
                    where += f", note {marker}" if marker else ""
                    found[cited].append(_Place(n, where, said))
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
