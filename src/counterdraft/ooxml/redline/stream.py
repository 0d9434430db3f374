"""A step → its words, breaks and calls of notes in one order, each the same in all its length.

In: a step, and both sides. Out: items; those that are not inserted are A's text, those that are
not deleted are B's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.model import APART, Note
from counterdraft.model.comparison import WordOp
from counterdraft.ooxml.look.lines import Call, Words
from counterdraft.ooxml.redline.sides import Side
from counterdraft.ooxml.redline.steps import Step


class Break(NamedTuple):
    """Between two units; ``a`` and ``b`` are the places of those that begin after it."""

    op: WordOp
    a: int | None
    b: int | None


Item = Words | Break | Call


class _Text:
    """The words of a step's units on one side, joined, and what is said of each character."""

    def __init__(self, side: Side, places: tuple[int, ...]) -> None:
        self.places = places
        self.phrase: set[int] = set()
        self.italic: set[int] = set()
        self.tabs: set[int] = set()
        self.notes: dict[int, list[Note]] = {}
        self.phrase_end = 0
        self.length = 0
        for nth, place in enumerate(places):
            at = self.length
            phrase = side.phrase(place)
            self.phrase.update(range(at + phrase.start, at + phrase.end))
            if not nth:
                self.phrase_end = phrase.end
            for span in side.italics(place):
                self.italic.update(range(at + span.start, at + span.end))
            for offset, note in side.notes(place):
                self.notes.setdefault(at + offset, []).append(note)
            if (blank := side.blank_after_number(place)) is not None:
                self.tabs.add(at + blank)
            self.length = at + len(side.units[place].text) + 1


def stream(step: Step, a: Side, b: Side) -> list[Item]:
    """The items of a step."""
    return list(_joined(_Stream(step, a, b).items()))


class _Stream:
    """The state of one walk along a step's words."""

    def __init__(self, step: Step, a: Side, b: Side) -> None:
        self.words = step.words
        self.a, self.b = _Text(a, step.a), _Text(b, step.b)
        self.at_a = self.at_b = 0
        self.unit_a = self.unit_b = 0
        self.same_phrase = not (a.knows_italics and b.knows_italics) and self._phrase_stays()
        self.paired = self._pairs()

    def items(self) -> Iterator[Item]:
        yield from self._calls(None)
        for each in self.words:
            for character in each.text:
                apart = character == APART
                yield self._break(each.op) if apart else self._character(character, each.op)
                yield from self._calls(each.op)

    def _character(self, character: str, op: WordOp) -> Words:
        if (op != "inserted" and self.at_a in self.a.tabs) or (
            op != "deleted" and self.at_b in self.b.tabs
        ):
            character = "\t"
        if op == "inserted":
            italic = self.at_b in self.b.phrase or self.at_b in self.b.italic
            self.at_b += 1
            return Words(character, op, italic)
        other = self.at_a in self.a.italic
        was = now = self.at_a in self.a.phrase or other
        if op == "same":
            if not self.same_phrase or self.unit_a or self.unit_b:
                now = self.at_b in self.b.phrase or other
            self.at_b += 1
        self.at_a += 1
        return Words(character, op, now, was)

    def _break(self, op: WordOp) -> Break:
        if op != "inserted":
            self.at_a += 1
            self.unit_a += 1
        if op != "deleted":
            self.at_b += 1
            self.unit_b += 1
        return Break(
            op,
            self.a.places[self.unit_a] if op != "inserted" else None,
            self.b.places[self.unit_b] if op != "deleted" else None,
        )

    def _phrase_stays(self) -> bool:
        """Whether all of both initiating phrases stays.

        Then the words of the first unit keep the looks of A's, unless both texts tell of their
        italics: what a reader took for the phrase is no change.
        """
        first = self.words[0] if self.words else None
        ends = max(self.a.phrase_end, self.b.phrase_end)
        return first is not None and first.op == "same" and len(first.text) >= ends

    # -- notes

    def _pairs(self) -> dict[tuple[int, int], list[tuple[Note, Note]]]:
        """The notes that stand at one point of the way in both texts, by the point."""
        found = {}
        for point in self._points():
            ours, theirs = self.a.notes.get(point[0], []), self.b.notes.get(point[1], [])
            pairs = list(zip(ours, theirs, strict=False))
            if pairs:
                found[point] = pairs
                self.a.notes[point[0]] = ours[len(pairs) :]
                self.b.notes[point[1]] = theirs[len(pairs) :]
        return found

    def _points(self) -> Iterator[tuple[int, int]]:
        at_a = at_b = 0
        yield 0, 0
        for each in self.words:
            for _ in each.text:
                at_a += each.op != "inserted"
                at_b += each.op != "deleted"
                yield at_a, at_b

    def _calls(self, op: WordOp | None) -> Iterator[Call]:
        """The notes called at the point that was reached by ``op``."""
        for a, b in self.paired.pop((self.at_a, self.at_b), []):
            yield Call(a, b)
        if op != "inserted":
            for note in self.a.notes.pop(self.at_a, []):
                yield Call(note, None)
        if op != "deleted":
            for note in self.b.notes.pop(self.at_b, []):
                yield Call(None, note)


def _joined(items: Iterator[Item]) -> Iterator[Item]:
    """Characters that are alike, one after another, as words."""
    held: Words | None = None
    for each in items:
        if isinstance(each, Words) and held is not None and each[1:] == held[1:]:
            held = held._replace(text=held.text + each.text)
            continue
        if held is not None:
            yield held
        held = each if isinstance(each, Words) else None
        if held is None:
            yield each
    if held is not None:
        yield held
