"""Units of a file that stay and change: in their words, as one of several, in their number."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from counterdraft.ooxml.look.lines import Call, Words
from counterdraft.ooxml.names import W_P
from counterdraft.ooxml.redline.blocks import joinable, like, without_number
from counterdraft.ooxml.redline.hand import Hand
from counterdraft.ooxml.redline.spots import Spot, core
from counterdraft.ooxml.redline.steps import Step
from counterdraft.ooxml.redline.stream import Break, Item, stream
from counterdraft.ooxml.redline.writer import Writer
from counterdraft.ooxml.runs import isolate, run_of


class Edit:
    """One step that has units on both sides: ``i`` and ``j`` are those where it stands."""

    def __init__(self, hand: Hand, step: Step) -> None:
        self._hand, self._step = hand, step
        self._i, self._j = step.a[0], step.b[0]
        self._offset = 0
        self._writer = Writer(hand.pen, ())

    def write(self) -> None:
        """Write it into the file."""
        hand, items = self._hand, stream(self._step, self._hand.a, self._hand.b)
        hand.places.cut(self._edges(items))
        self._begin()
        self._renumber(self._i, self._j)
        for item in items:
            if isinstance(item, Words):
                self._words(item)
            elif isinstance(item, Call):
                self._call(item)
            else:
                self._break(item)
        self._reshape(self._last(), self._i, self._j)
        hand.near = self._i
        hand.end_at(self._spot(), None if _stays(items[-1:]) else self._writer)

    # -- where it stands

    def _spot(self) -> Spot:
        spot = self._hand.spots[self._i]
        if spot is None:
            raise AssertionError("a step with a unit that stands nowhere is taken apart before")
        return spot

    def _last(self) -> etree._Element:
        return self._spot().group.paragraphs[-1]

    def _raw(self, offset: int, i: int | None = None) -> int:
        """The place in the file's text of a character of a unit of A."""
        place = self._i if i is None else i
        unit, spot = self._hand.a.units[place], self._hand.spots[place]
        if spot is None or offset >= len(unit.text):
            return spot.end if spot is not None else 0
        return self._hand.a.document.offsets.to_raw(unit.span.start + offset)

    def _edges(self, items: list[Item]) -> Iterator[int]:
        """Where runs must begin and end."""
        i, offset = self._i, 0
        for item in items:
            if isinstance(item, Break) and item.a is not None:
                i, offset = item.a, 0
            elif not isinstance(item, Words):
                yield self._raw(offset, i)
            else:
                size = len(item.text) if item.op != "inserted" else 0
                if item.op != "same" or item.italic != item.was:
                    yield self._raw(offset, i)
                    yield self._raw(offset + size, i)
                offset += size

    def _begin(self) -> None:
        """Begin with the unit of A where it stands now."""
        spot = self._spot()
        self._offset = 0
        self._writer = Writer(self._hand.pen, self._hand.places.between(spot.start, spot.end))

    # -- items

    def _words(self, item: Words) -> None:
        if item.op == "inserted":
            looks = self._looks(item)
            self._writer.insert(item.text, looks)
            return
        start, end = self._raw(self._offset), self._raw(self._offset + len(item.text))
        self._offset += len(item.text)
        if item.op == "deleted":
            self._hand.delete(start, end, self._writer)
            return
        known = self._hand.a.knows_italics and self._hand.b.knows_italics
        another = (self._i, self._j) != (self._step.a[0], self._step.b[0])
        if item.italic != item.was and (known or another):
            self._writer.reformat(self._hand.places.between(start, end), italic=item.italic)
        # Words that stay may begin or end within a run; what comes after them is cut off.
        self._writer.keep(self._hand.places.until(self._spot().start, end))

    def _looks(self, item: Words) -> etree._Element | None:
        """The properties for new words: those beside them, in italics or not."""
        hand, base = self._hand, self._writer.base
        wanted = hand.italic(item)
        is_italic = base is not None and hand.models.is_italic(base)
        if wanted is None and is_italic and self._offset <= hand.a.phrase(self._i).end:
            # Beside the initiating phrase, and none of it.
            wanted = False if hand.a.knows_italics else None
        return self._writer.looks(italic=None if wanted == is_italic else wanted)

    def _call(self, item: Call) -> None:
        called = self._hand.call_of(item.a) if item.a is not None else None
        if item.a is None and item.b is not None:
            self._writer.insert_run(self._hand.notes.insert(item.b))
        elif called is not None and item.b is None:
            self._hand.delete_note(called, self._writer)
        elif called is not None and item.a is not None and item.b is not None:
            self._keep_call(called.piece.element)
            self._hand.notes.edit(called.piece, item.a, item.b)

    def _keep_call(self, element: etree._Element | None) -> None:
        """Pass over a call; it gets a run of its own only where something is written beside it."""
        if element is None:
            return
        changed = any(each.op != "same" for each in self._step.words)
        run = isolate(element) if changed else run_of(element)
        if run is not None:
            self._writer.keep_element(run)

    # -- breaks

    def _break(self, item: Break) -> None:
        if item.a is None and item.b is not None:
            self._split(item.b)
        elif item.a is not None and item.b is None:
            self._join(item.a)
        elif item.a is not None and item.b is not None:
            self._reshape(self._last(), self._i, self._j)
            self._i, self._j = item.a, item.b
            self._begin()
            self._renumber(self._i, self._j)

    def _split(self, j: int) -> None:
        """What follows is another unit of B."""
        hand, spot = self._hand, self._spot()
        if not spot.alone:
            self._writer.insert("\v", None)
        else:
            paragraph = self._paragraph()
            first = hand.blocks.split(paragraph, self._writer.cursor)
            self._reshape_new(first)
            hand.where[self._j] = first
            hand.new.add(self._j)
            self._writer.begin(paragraph)
        self._j = j
        typed = self._typed(self._i, j)
        if typed:
            self._writer.insert(typed, hand.models.looks(self._i).typed())

    def _paragraph(self) -> etree._Element:
        """The paragraph that the cursor stands in."""
        at = self._writer.cursor
        while at is not None and at.tag != W_P:
            at = at.getparent()
        return at if at is not None else self._last()

    def _reshape_new(self, paragraph: etree._Element) -> None:
        """Set a new first part like its kind, where that is not A's."""
        if self._changes(self._i, self._j):
            model = self._hand.models.model(self._j, self._i)
            for each in list(paragraph[0]):
                paragraph[0].remove(each)
            paragraph[0].extend(model.properties)

    def _join(self, i: int) -> None:
        """What follows goes on in the same unit of B."""
        hand, before = self._hand, self._spot()
        after = hand.spots[i]
        if after is None:
            return
        if before.group is after.group:
            hand.delete(before.line.end, after.start, self._writer)
        else:
            first, second = before.group.paragraphs[-1], after.group.paragraphs[0]
            for paragraph in (*before.group.paragraphs, *(joinable(first, second) or ())):
                hand.blocks.delete(paragraph)
            hand.delete(after.line.start, after.start, Writer(hand.pen, ()))
        self._i, self._offset = i, 0

    # -- numbers and kinds

    def _changes(self, i: int, j: int) -> bool:
        """Whether a unit becomes one of another kind or depth, or one that is counted."""
        one, other = self._hand.a.units[i].head, self._hand.b.units[j].head
        if (one.kind, one.level) != (other.kind, other.level):
            return True
        return self._hand.models.begins_to_count(j, i)

    def _reshape(self, paragraph: etree._Element, i: int, j: int) -> None:
        """Give a paragraph the properties of its kind in B."""
        hand = self._hand
        if not self._spot().alone:
            return
        hand.where[j] = paragraph
        if self._changes(i, j):
            hand.blocks.reshape(paragraph, hand.models.model(j, i).properties)
        elif hand.models.manner(i) == "counted" and not hand.models.is_counted(j, i):
            plain = like(paragraph)
            without_number(plain)
            hand.blocks.reshape(paragraph, plain)

    def _renumber(self, i: int, j: int) -> None:
        """Bring the typed number before a unit up to B's."""
        hand, spot = self._hand, self._spot()
        manner, prefix = hand.models.manner(i), hand.models.prefix(i)
        if manner == "beside":
            self._renumber_beside(i, j)
            return
        wanted = self._typed(i, j)
        now = prefix if manner == "typed" else ""
        if wanted.strip() == now.strip():
            return
        looks = hand.models.looks(i).typed()
        ours, theirs = core(hand.a.units[i].head.number), core(hand.b.units[j].head.number)
        at = now.rfind(ours) if ours else -1
        if at >= 0 and theirs and wanted == f"{now[:at]}{theirs}{now[at + len(ours) :]}":
            start = spot.line.start + at
            self._retype(start, start + len(ours), theirs)
            return
        if now:
            hand.delete(spot.line.start, spot.start)
        if wanted:
            hand.places.cut((spot.start,))
            self._begin()
            self._writer.insert(wanted, looks)

    def _renumber_beside(self, i: int, j: int) -> None:
        """Bring the number in the cell beside a unit up to B's; in an annex it is a unit itself."""
        hand, span = self._hand, self._hand.a.beside(i)
        if span is None or hand.a.units[i].head.kind == "annex":
            return
        was, now = span.of(hand.a.document.text), core(hand.b.units[j].head.number)
        ours, at = core(was), was.rfind(core(was))
        if ours == now:
            return
        start = hand.a.document.offsets.to_raw(span.start)
        if now:
            self._retype(start + at, start + at + len(ours), now)
        else:
            hand.delete(start, start + len(was))

    def _typed(self, i: int, j: int) -> str:
        """What is to be typed before a unit of A that becomes one of B."""
        models = self._hand.models
        return models.model(j, i).typed if self._changes(i, j) else models.typed(j, i)

    def _retype(self, start: int, end: int, text: str) -> None:
        """Type another number in the place of one."""
        hand = self._hand
        hand.places.cut((start, end))
        writer = Writer(hand.pen, hand.places.between(start, end))
        hand.delete(start, end, writer)
        writer.insert(text, writer.looks(italic=None))


def _stays(items: list[Item]) -> bool:
    return any(isinstance(each, Words) and each.op == "same" for each in items)
