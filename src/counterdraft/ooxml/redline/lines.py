"""Steps → lines in the UN's look, with what is tracked in each.

In: the steps from A to B, and both sides. Out: the lines, and the lists that number them. Of
numbers that Word does not count the same in both texts the typed ones are tracked as words, the
counted ones as the paragraph's place in a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.lexicon.layout import layout
from counterdraft.ooxml.look.lines import Call, Line, Shape, Style, Words
from counterdraft.ooxml.look.numbers import DASH, Counted, Plan, Start, joined, plan
from counterdraft.ooxml.redline.sides import Side, before_words
from counterdraft.ooxml.redline.steps import Step
from counterdraft.ooxml.redline.stream import Break, stream

BULLETS = 1
_FIRST_LIST = 2
_TITLE_LENGTH = 300
_STOPS = (".", ";", ":", ",")


class Text(NamedTuple):
    """The lines of a text, and where each of the lists begins that they name by its number."""

    lines: list[Line]
    lists: dict[int, Start | None]


def lines(found: Sequence[Step], a: Side, b: Side) -> Text:
    """The lines of the way from A to B."""
    setting = _Setting(found, a, b)
    return Text([line for step in found for line in setting.lines(step)], setting.lists)


class _View(NamedTuple):
    """How the units of one text are set, one by one: the shape, and what is typed before it."""

    shapes: list[Shape]
    typed: list[str]


class _Setting:
    """What is settled for the whole of both texts before any line is written."""

    def __init__(self, found: Sequence[Step], a: Side, b: Side) -> None:
        self.a, self.b = a, b
        labelled = _is_labelled(a) or _is_labelled(b)
        prints = [_prints(side, labelled=labelled) for side in (a, b)]
        plans = _plan(a, prints[0]), _plan(b, prints[1])
        same = [(i, j) for step in found for i, j in zip(step.a, step.b, strict=False)]
        groups = joined(*plans, same)
        first = len(plans[0].starts)
        for theirs in range(len(plans[1].starts)):
            groups.setdefault(theirs, first + theirs)
        self.lists = {_FIRST_LIST + g: start for g, start in enumerate(plans[0].starts)}
        for theirs, start in enumerate(plans[1].starts):
            self.lists.setdefault(_FIRST_LIST + groups[theirs], start)
        self.view_a = _view(a, prints[0], plans[0], {g: g for g in range(first)})
        self.view_b = _view(b, prints[1], plans[1], groups)

    def lines(self, step: Step) -> Iterator[Line]:
        """The lines of one step: each ends where a unit of either side does."""
        at_a, at_b = step.a[0] if step.a else None, step.b[0] if step.b else None
        inner: list[Words | Call] = list(self._typed(at_a, at_b))
        for item in stream(step, self.a, self.b):
            if not isinstance(item, Break):
                inner.append(item)
                continue
            ends_a, ends_b = item.a is not None, item.b is not None
            yield self._line(inner, at_a if ends_a else None, at_b if ends_b else None)
            at_a, at_b = item.a if ends_a else at_a, item.b if ends_b else at_b
            inner = list(self._typed(item.a, item.b))
        yield self._line(inner, at_a, at_b)

    def _line(self, inner: Sequence[Words | Call], a: int | None, b: int | None) -> Line:
        return Line(
            tuple(inner),
            self.view_b.shapes[b] if b is not None else None,
            self.view_a.shapes[a] if a is not None else None,
        )

    def _typed(self, a: int | None, b: int | None) -> Iterator[Words]:
        """What is typed before the units that begin here."""
        was = self.view_a.typed[a] if a is not None else ""
        now = self.view_b.typed[b] if b is not None else ""
        if was == now:
            if was:
                yield Words(was)
            return
        if was:
            yield Words(was, "deleted")
        if now:
            yield Words(now, "inserted")


def _is_labelled(side: Side) -> bool:
    """Whether the paragraphs of the preamble have numbers that counting them does not give."""
    numbers = [
        u.head.number for u in side.units if u.head.kind == "preambular" and not u.head.level
    ]
    return any(number is not None and number != str(i) for i, number in enumerate(numbers, 1))


def _prints(side: Side, *, labelled: bool) -> list[str]:
    found = []
    for place, unit in enumerate(side.units):
        printed, head = side.printed(place), unit.head
        if labelled and head.kind == "preambular" and not head.level and head.number:
            printed = f"{printed}PP{head.number}."
        found.append(printed)
    return found


def _plan(side: Side, printed: Sequence[str]) -> Plan:
    return plan((text, side.level(place)) for place, text in enumerate(printed))


def _view(side: Side, printed: Sequence[str], numbers: Plan, groups: dict[int, int]) -> _View:
    view = _View([], [])
    style: Style = "AnnexText"
    for place, text in enumerate(printed):
        style = _style(side, place, style)
        counted = numbers.numbers[place]
        shape, typed = Shape(style), before_words(text)
        if counted is not None or text == DASH:
            shape, typed = _counted(counted, side.level(place), groups), ""
        elif text.strip("[") and style in {"Preamble", "Operative"}:
            shape = Shape("Typed" if side.level(place) < 2 else "Point")
        if style == "ResolutionTitle" and side.number:
            shape, typed = Shape("ResolutionNumber"), f"\t{side.number}\t"
        view.shapes.append(shape)
        view.typed.append(typed)
    return view


def _counted(counted: Counted | None, level: int, groups: dict[int, int]) -> Shape:
    if counted is None:
        return Shape("Point", (BULLETS, level))
    style: Style = "Point" if counted.level > 1 else "Operative"
    return Shape(style, (_FIRST_LIST + groups[counted.group], counted.level))


def _style(side: Side, place: int, before: Style) -> Style:
    """The style of a unit; of a line in an annex it depends on the one ``before``."""
    unit = side.units[place]
    match unit.head.kind:
        case "title":
            return "ResolutionTitle"
        case "formula":
            return "Formula"
        case "heading":
            return "Heading1"
        case "line":
            return "AnnexText"
        case "annex":
            if layout().annex.match(unit.text):
                return "AnnexLabel"
            short = len(unit.text) <= _TITLE_LENGTH and not unit.text.endswith(_STOPS)
            if before == "AnnexLabel" and short:
                return "AnnexTitle"
            return "AnnexText" if side.blank_after_number(place) is None else "Typed"
        case _:
            return "Operative" if side.printed(place).strip("[") else "Preamble"
