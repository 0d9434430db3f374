"""The paragraphs behind each edit, and how to name and to quote them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from counterdraft.compare.changed import changed
from counterdraft.compare.units import label
from counterdraft.compare.wording import place, sentence
from counterdraft.model import Edit, Paragraph, Quote, Resolution, Shift, Span, Unit
from counterdraft.model.comparison import Direction, Relation, ShiftRule

_Quotes = tuple[tuple[Quote, ...], tuple[Quote, ...]]


class Pair(NamedTuple):
    """The paragraphs of A and of B that an edit is about, either of which may be none.

    ``names`` are their labels; ``where`` is what to call the place: "OP7", "OP7 (OP6 before)",
    "OP6 of A, OP7 of B". ``gone`` and ``come`` are where in the documents of A and of B words
    changed; ``said`` is all that either text says there, with the paragraphs above of which these
    are points. Where nothing changed these are empty.
    """

    edit: Edit
    a: tuple[Paragraph, ...]
    b: tuple[Paragraph, ...]
    names: tuple[str, str]
    relation: Relation
    gone: tuple[Span, ...] = ()
    come: tuple[Span, ...] = ()
    said: tuple[str, str] = ("", "")

    @property
    def where(self) -> str:
        """What to call the place in a sentence."""
        return place(self.relation, *self.names)

    @property
    def both(self) -> bool:
        """Whether it is about paragraphs of either text."""
        return bool(self.a and self.b)

    def shift(
        self, rule: ShiftRule, direction: Direction, *, quotes: _Quotes, **words: str
    ) -> Shift:
        """A shift here, told in the words that fit what the texts are to each other."""
        told = sentence(self.relation, rule, direction, both=self.both, where=self.where, **words)
        return Shift(rule, direction, told, *quotes)


def pairs_of(
    edits: Iterable[Edit], a: tuple[Resolution, Sequence[Unit]],
    b: tuple[Resolution, Sequence[Unit]], relation: Relation,
) -> list[Pair]:  # fmt: skip
    """The edits that are about paragraphs, each with these."""
    found = []
    known = [{paragraph.id: paragraph for paragraph in side[0].paragraphs} for side in (a, b)]
    for edit in edits:
        ours, theirs = (
            _paragraphs(places, units, by_id)
            for places, (_, units), by_id in zip((edit.a, edit.b), (a, b), known, strict=True)
        )
        if ours or theirs:
            heads_a, heads_b = ([x[1][i].head for i in y] for x, y in ((a, edit.a), (b, edit.b)))
            names_a, names_b = (_named(map(label, heads)) for heads in (heads_a, heads_b))
            pair = Pair(edit, ours, theirs, (names_a, names_b), relation)
            found.append(pair if edit.kind == "same" else _read(pair, known))
    return found


def _read(pair: Pair, known: Sequence[Mapping[str, Paragraph]]) -> Pair:
    """A pair with what changed in it, and what it says."""
    return pair._replace(
        gone=changed(pair.edit.words, pair.a, "deleted"),
        come=changed(pair.edit.words, pair.b, "inserted"),
        said=(_said(pair.a, known[0]), _said(pair.b, known[1])),
    )


def _said(paragraphs: Sequence[Paragraph], by_id: Mapping[str, Paragraph]) -> str:
    """The words of paragraphs, after those of the paragraphs above them."""
    above = dict.fromkeys(key for each in paragraphs for key in _above(each.id) if key in by_id)
    return " ".join([*(by_id[key].text for key in above), *(each.text for each in paragraphs)])


def _above(key: str) -> Iterator[str]:
    """The ids of the paragraphs that one is a point of: "op2", "op2.a"."""
    parts = key.split(".")
    return (".".join(parts[:n]) for n in range(1, len(parts)))


def _paragraphs(
    places: Iterable[int], units: Sequence[Unit], by_id: Mapping[str, Paragraph]
) -> tuple[Paragraph, ...]:
    keys = [units[i].head.key for i in places]
    return tuple(by_id[key] for key in keys if key in by_id)


def _named(labels: Iterable[str]) -> str:
    """ "OP2", "OP2 and OP3", "OP2, OP3 and OP4"."""
    *most, last = list(labels) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def quote(paragraph: Paragraph, span: Span | None = None) -> Quote:
    """Words of a paragraph; all of it where no span of its document is given."""
    span = span or paragraph.span
    start = paragraph.span.start
    return Quote(paragraph.id, span, paragraph.text[span.start - start : span.end - start])
