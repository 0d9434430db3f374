"""Lines → paragraphs of Word's, with what is tracked in them, and the notes that they call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterdraft.align.words import even, word_edits
from counterdraft.model import Note
from counterdraft.model.comparison import WordOp
from counterdraft.ooxml.elements import Element, w, words
from counterdraft.ooxml.look.lines import Call, Line, Shape, Words
from counterdraft.ooxml.pen import Pen

_TAGS: dict[WordOp, str] = {"inserted": "ins", "deleted": "del"}
_FIRST_NOTE = 1


class Body:
    """Makes the paragraphs; keeps the notes in ``notes``."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self.notes: list[Element] = []

    def paragraph(self, line: Line) -> Element:
        """A line as a paragraph."""
        properties = self._properties(line)
        inner = [each for item in line.inner for each in self._item(item)]
        return w("p", [w("pPr", properties), *inner])

    def runs(self, items: Iterable[Words]) -> list[Element]:
        """Words outside of the text, as in a table or a running head."""
        return [each for item in items for each in self._words(item)]

    # -- paragraphs

    def _properties(self, line: Line) -> Iterator[Element]:
        shape = line.shape or line.was
        if shape is not None:
            yield from _shaped(shape)
        if line.op != "same":
            yield w("rPr", [self._pen.mark(_TAGS[line.op])])
        elif line.was is not None and line.was != line.shape:
            yield self._pen.mark("pPrChange", [w("pPr", _shaped(line.was))])

    # -- words

    def _item(self, item: Words | Call) -> Iterator[Element]:
        if isinstance(item, Words):
            yield from self._words(item)
        elif item.a and item.b and _own_mark(item.a) != _own_mark(item.b):
            yield from self._call(Call(item.a, None))
            yield from self._call(Call(None, item.b))
        else:
            yield from self._call(item)

    def _words(self, item: Words, style: str = "") -> Iterator[Element]:
        if not item.text:
            return
        properties = [w("rStyle", val=style)] if style else []
        properties += _italic() if item.italic else []
        if item.op == "same" and item.italic != item.was:
            former = w("rPr", _italic() if item.was else ())
            properties.append(self._pen.mark("rPrChange", [former]))
        run = w("r", [w("rPr", properties)] if properties else ())
        run.extend(words(item.text, deleted=item.op == "deleted"))
        yield self._tracked(run, item.op)

    def _tracked(self, run: Element, op: WordOp) -> Element:
        return run if op == "same" else self._pen.mark(_TAGS[op], [run])

    # -- notes

    def _call(self, call: Call) -> Iterator[Element]:
        note = call.b or call.a
        if note is None:
            return
        name, mark = str(_FIRST_NOTE + len(self.notes)), _own_mark(note)
        follows = {"customMarkFollows": "1"} if mark else {}
        run = w("r", [w("rPr", [w("rStyle", val="FootnoteReference")])])
        run.append(w("footnoteReference", **follows, id=name))
        run.extend(words(mark, deleted=call.op == "deleted"))
        self.notes.append(self._note(name, call, mark))
        yield self._tracked(run, call.op)

    def _note(self, name: str, call: Call, mark: str) -> Element:
        sign = w("r", [w("rPr", [w("rStyle", val="FootnoteReference")])])
        sign.extend(words(mark, deleted=call.op == "deleted") if mark else [w("footnoteRef")])
        inner = [self._tracked(sign, call.op)]
        for item in note_words(call):
            inner += self._words(item)
        style = w("pPr", [w("pStyle", val="FootnoteText")])
        return w("footnote", [w("p", [style, *inner])], id=name)


def note_words(call: Call) -> Iterator[Words]:
    """The words of a note, from the blank after its mark on."""
    if call.a and call.b:
        yield Words(" ")
        for each in even(word_edits(call.a.text, call.b.text)):
            yield Words(each.text, each.op)
        return
    note = call.a or call.b
    if note is not None:
        yield Words(f" {note.text}", call.op)


def _own_mark(note: Note) -> str:
    """A mark that no count gives; empty for a number."""
    return "" if note.marker.isdecimal() else note.marker


def _italic() -> list[Element]:
    return [w("i"), w("iCs")]


def _shaped(shape: Shape) -> Iterator[Element]:
    yield w("pStyle", val=shape.style)
    if shape.place is not None:
        number, level = shape.place
        yield w("numPr", [w("ilvl", val=str(level)), w("numId", val=str(number))])
