"""Footnotes of a file that come, go, or change within."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from lxml import etree

from counterdraft.align.words import even, word_edits
from counterdraft.model import Note
from counterdraft.ooxml.elements import w, words
from counterdraft.ooxml.groups import Context, paragraph_style, shown
from counterdraft.ooxml.names import W_ID, W_P, W_PPR, W_R, W_RPR, W_TYPE
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.pen import Pen
from counterdraft.ooxml.pieces import Piece, pieces
from counterdraft.ooxml.places import Bit, cut
from counterdraft.ooxml.redline.writer import Writer
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.runs import delete
from counterdraft.ooxml.story import COMMENT_MARKS, paragraphs

_CALLS = {"footnote": "footnoteReference", "endnote": "endnoteReference"}
_MARKS = frozenset({name_of("footnoteRef"), name_of("endnoteRef")})
_SUPERSCRIPT = w("vertAlign", val="superscript")


class FileNotes:
    """The notes of a file while it is changed."""

    def __init__(self, rewriting: Rewriting, context: Context, pen: Pen) -> None:
        self._rewriting, self._context, self._pen = rewriting, context, pen
        self._new = False

    def delete(self, piece: Piece) -> None:
        """Put the words of a note whose call goes into a deletion."""
        note = self._content(piece)
        for run in list(note.iter(W_R)) if note is not None else ():
            if len(run):
                delete(run, self._pen)

    def edit(self, piece: Piece, a: Note, b: Note) -> None:
        """Change the words of a note that stays."""
        note = self._content(piece)
        if note is None or a.text == b.text:
            return
        raw, bits = self._bits(note)
        clean, places = _cleaned(raw)
        skipped = len(clean) - len(a.text)
        if clean[skipped:] != a.text or skipped < 0:
            return
        places = places[skipped:]
        at, script = 0, []
        for each in even(word_edits(a.text, b.text)):
            size = len(each.text) if each.op != "inserted" else 0
            start = places[at] if at < len(places) else len(raw)
            end = places[at + size - 1] + 1 if size else start
            script.append((each, start, end))
            at += size
        cut(bits, (edge for _, start, end in script for edge in (start, end)))
        writer = Writer(self._pen, [bit for bit in bits if bit.start >= places[0]])
        for each, start, end in script:
            inner = [bit for bit in bits if start <= bit.start and bit.end <= end]
            if each.op == "inserted":
                writer.insert(each.text, writer.looks(italic=None))
            elif each.op == "deleted":
                writer.delete(inner)
            else:
                writer.keep(inner)

    def insert(self, note: Note) -> etree._Element:
        """A new footnote; the run that calls it."""
        root = self._root()
        number = 1 + max((_number(each) for each in root), default=0)
        mark = "" if note.marker.isdecimal() else note.marker
        like = next((each for each in root if _number(each) > 0), None)
        name = str(max(1, number))
        self._new = True
        root.append(self._made(name, note, mark, like))
        follows = {"customMarkFollows": "1"} if mark else {}
        call = w("r", [self._looks_of_call()])
        call.append(w("footnoteReference", **follows, id=name))
        call.extend(words(mark))
        return call

    def finish(self) -> None:
        """Where notes came, put all in the order of their calls, and give them ids in that order.

        So does Word when it saves, and others tell notes by their order alone.
        """
        if not self._new:
            return
        root = self._root()
        notes = {each.get(W_ID, ""): each for each in root if each.get(W_TYPE) is None}
        tag = name_of(_CALLS["footnote"])
        calls = list(self._rewriting.tree(self._rewriting.main).iter(tag))
        order = dict.fromkeys(name for e in calls if (name := e.get(W_ID, "")) in notes)
        first = 1 + max((_number(each) for each in root if each.get(W_TYPE) is not None), default=0)
        names = {}
        for number, name in enumerate([*order, *(n for n in notes if n not in order)], first):
            names[name] = str(number)
            root.append(notes[name])
            notes[name].set(W_ID, str(number))
        for call in calls:
            call.set(W_ID, names.get(call.get(W_ID, ""), call.get(W_ID, "")))

    # -- one note

    def _content(self, piece: Piece) -> etree._Element | None:
        for part in self._rewriting.related(f"{piece.kind}s"):
            for each in self._rewriting.tree(part):
                if piece.element is not None and each.get(W_ID) == piece.element.get(W_ID):
                    return each
        return None

    def _bits(self, note: etree._Element) -> tuple[str, list[Bit]]:
        parts: list[str] = []
        bits: list[Bit] = []
        length = 0
        for placed in paragraphs(note):
            if placed.element is None or placed.element.tag in COMMENT_MARKS:
                continue
            style = paragraph_style(placed.element, self._context)
            for each in shown(pieces(placed.element, placed.changes), style, self._context):
                if each.words and each.piece.element is not None:
                    bits.append(Bit(length, each.words, each.piece.element))
                parts.append(each.words)
                length += len(each.words)
            parts.append(" ")
            length += 1
        return "".join(parts), bits

    def _made(
        self, number: str, note: Note, mark: str, like: etree._Element | None
    ) -> etree._Element:
        """The content of a new note, set like another."""
        model = like.find(W_P) if like is not None else None
        made, sign, text = w("p"), w("r"), w("r")
        for run, looks in zip((sign, text), _looks_of_note(model), strict=True):
            if looks is not None:
                run.append(copy.deepcopy(looks))
        sign.extend(words(mark) if mark else [w("footnoteRef")])
        text.extend(words(f" {note.text}"))
        properties = model.find(W_PPR) if model is not None else None
        if properties is not None:
            made.append(copy.deepcopy(properties))
        made.append(self._pen.mark("ins", [sign, text]))
        return w("footnote", [made], id=number)

    def _looks_of_call(self) -> etree._Element:
        """The looks of what calls notes in the text."""
        main = self._rewriting.tree(self._rewriting.main)
        for call in main.iter(*(name_of(name) for name in _CALLS.values())):
            run = call.getparent()
            found = run.find(W_RPR) if run is not None else None
            if found is not None:
                return copy.deepcopy(found)
        return w("rPr", [copy.deepcopy(_SUPERSCRIPT)])

    def _root(self) -> etree._Element:
        """The part of the footnotes, made where there is none."""
        found = self._rewriting.related("footnotes")
        if found:
            return self._rewriting.tree(found[0])
        root = w("footnotes", [
            w("footnote", [w("p", [w("r", [w(kind)])])], type=kind, id=name)
            for name, kind in (("-1", "separator"), ("0", "continuationSeparator"))
        ])  # fmt: skip
        self._rewriting.add("footnotes", root)
        return root


def _number(note: etree._Element) -> int:
    found = note.get(W_ID, "")
    return int(found) if found.isdecimal() and len(found) < 10 else 0


def _looks_of_note(
    paragraph: etree._Element | None,
) -> tuple[etree._Element | None, etree._Element | None]:
    """The properties of a note's mark, and of its words."""
    sign: etree._Element | None = w("rPr", [copy.deepcopy(_SUPERSCRIPT)])
    text = None
    for run in _runs(paragraph):
        if any(each.tag in _MARKS for each in run):
            sign = run.find(W_RPR)
        elif run.find(name_of("t")) is not None:
            text = run.find(W_RPR)
    return sign, text


def _runs(paragraph: etree._Element | None) -> Iterator[etree._Element]:
    if paragraph is not None:
        yield from paragraph.iter(W_R)


def _cleaned(raw: str) -> tuple[str, Sequence[int]]:
    """The text with its blanks made single, and where each of its characters stands."""
    clean: list[str] = []
    places: list[int] = []
    for at, character in enumerate(raw):
        if not character.isspace():
            clean.append(character)
            places.append(at)
        elif clean and clean[-1] != " ":
            clean.append(" ")
            places.append(at)
    if clean and clean[-1] == " ":
        clean.pop()
        places.pop()
    return "".join(clean), places
