"""A comparison → its edited paragraphs, each with the words that went and those that came instead.

In: a comparison. Out: the paragraphs that both texts have in other words, the most changed first.
Marks and capitals are no change; numbers, months and sessions, which change every year, are shown
and weigh nothing. Of rivals, which did not edit each other, only paragraphs count of which most
words are the same; what they cite, and what they take up in an agenda, differs with their subjects.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.lexicon.dates import months, ordinals
from counterdraft.lexicon.routine import is_routine
from counterdraft.model import APART, Comparison, Edit, Quote, Span, Unit
from counterdraft.text.straight import straighten

_PARAGRAPHS = frozenset({"preambular", "operative"})
_WORD = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*")
_TOKEN = re.compile(r"\S+")
# So few words that changed are shown with so many around them.
_SHORT, _AROUND = 3, 2
_MARKS = " ,;:.\u2029"
# Rivals have a paragraph in common of whose letters so much is the same, and that is no list of
# documents, of whose words so many are numbers and months.
_COMMON, _LISTED = 0.6, 0.3


class Change(NamedTuple):
    """Words of A, and what B has in their place; None where one has nothing there.

    ``weight`` are the letters that came and went, without those of numbers, months and sessions.
    """

    a: Quote | None
    b: Quote | None
    weight: int


class Edited(NamedTuple):
    """A paragraph that both texts have in other words: its units in either, and its changes."""

    a: tuple[Unit, ...]
    b: tuple[Unit, ...]
    changes: tuple[Change, ...]

    @property
    def weight(self) -> int:
        """How much of it changed."""
        return sum(each.weight for each in self.changes)


class _Side(NamedTuple):
    """The units of an edit in one text, as one stretch of words."""

    units: tuple[Unit, ...]
    text: str


def edited(comparison: Comparison) -> tuple[Edited, ...]:
    """The paragraphs of which words changed, the most changed first."""
    rivals = comparison.relation == "rivals"
    edits = [each for each in comparison.edits if not rivals or _is_common(each, comparison)]
    found = [each for edit in edits if (each := _edited(edit, comparison))]
    return tuple(sorted(found, key=lambda each: -each.weight))


def _is_common(edit: Edit, comparison: Comparison) -> bool:
    """Whether two that did not edit each other say one thing in words that are mostly the same."""
    same = sum(len(each.text) for each in edit.words if each.op == "same")
    changed = sum(len(each.text) for each in edit.words if each.op != "same")
    units = [*(comparison.a.units[n] for n in edit.a), *(comparison.b.units[n] for n in edit.b)]
    return 2 * same >= _COMMON * (2 * same + changed) and not any(map(_is_formula, units))


def _is_formula(unit: Unit) -> bool:
    """Whether a paragraph is little but a list of what it cites, or puts an item on an agenda."""
    words = _words(unit.text)
    return is_routine(unit.text) or sum(map(_counts, words)) >= _LISTED * len(words) > 0


def _edited(edit: Edit, comparison: Comparison) -> Edited | None:
    sides = tuple(
        _Side(units, APART.join(unit.text for unit in units))
        for text, places in ((comparison.a, edit.a), (comparison.b, edit.b))
        if (units := tuple(text.units[n] for n in places))
    )
    if len(sides) < 2 or any(u.head.kind not in _PARAGRAPHS for side in sides for u in side.units):
        return None
    one, other = sides
    changes = tuple(filter(None, (_change(one, other, *at) for at in _stretches(edit))))
    return Edited(one.units, other.units, changes) if changes else None


def _stretches(edit: Edit) -> Iterator[tuple[Span, Span]]:
    """Where words changed, in the words of A's units and of B's, as they stand together."""
    a = b = 0
    start = (0, 0)
    for word in edit.words:
        if word.op == "same":
            if (a, b) != start:
                yield Span(start[0], a), Span(start[1], b)
            a, b = a + len(word.text), b + len(word.now or word.text)
            start = a, b
        elif word.op == "deleted":
            a += len(word.text)
        else:
            b += len(word.text)
    if (a, b) != start:
        yield Span(start[0], a), Span(start[1], b)


def _change(one: _Side, other: _Side, a: Span, b: Span) -> Change | None:
    """The change at two places; None where marks or capitals alone changed."""
    before, now = (_words(side.text[at.start : at.end]) for side, at in ((one, a), (other, b)))
    if before == now:
        return None
    differing = (Counter(before) - Counter(now)) + (Counter(now) - Counter(before))
    weight = sum(len(word) * n for word, n in differing.items() if not _counts(word))
    if max(len(before), len(now)) <= _SHORT:
        a, b = _around(one.text, a), _around(other.text, b)
    return Change(_quote(one, a), _quote(other, b), weight)


def _words(text: str) -> list[str]:
    return _WORD.findall(straighten(text).lower())


def _counts(word: str) -> bool:
    """Whether it is a number, a month or a session's."""
    return word[:1].isdigit() or word in ordinals() or word.capitalize() in months()


def _around(text: str, at: Span) -> Span:
    """A place with some words before and after it, of the same paragraph."""
    first = text.rfind(APART, 0, at.start) + 1
    last = text.find(APART, at.end)
    before = [each.start() for each in _TOKEN.finditer(text, first, at.start)]
    after = [each.end() for each in _TOKEN.finditer(text, at.end, last if last >= 0 else len(text))]
    return Span(
        before[-_AROUND:][0] if before else at.start, after[:_AROUND][-1] if after else at.end
    )


def _quote(side: _Side, at: Span) -> Quote | None:
    """The words at a place, those of the paragraph in which most of them stand."""
    pieces = list(_pieces(side.units, at))
    unit, span = max(pieces, key=lambda each: each[1].end - each[1].start, default=(None, at))
    words = unit.text[span.start : span.end] if unit else ""
    kept = words.strip(_MARKS)
    if unit is None or not kept:
        return None
    start = unit.span.start + span.start + words.index(kept)
    return Quote(unit.head.key, Span(start, start + len(kept)), kept)


def _pieces(units: Sequence[Unit], at: Span) -> Iterator[tuple[Unit, Span]]:
    """What of a place stands in each unit, by offsets in its text."""
    start = 0
    for unit in units:
        end = start + len(unit.text)
        if at.start < end and start < at.end:
            yield unit, Span(max(at.start, start) - start, min(at.end, end) - start)
        start = end + len(APART)
