"""Comparisons made for the tests of redlines: units paired by what they say, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from counterdraft.align.paragraphs import Pairing, pair
from counterdraft.align.words import word_edits
from counterdraft.model import (
    APART,
    Block,
    Comparison,
    Document,
    Edit,
    Head,
    Note,
    Resolution,
    Side,
    Span,
    Unit,
    View,
)
from counterdraft.model.comparison import EditKind
from counterdraft.ooxml.look.units import units
from counterdraft.read.from_docx import from_docx

if TYPE_CHECKING:
    from collections.abc import Sequence

BODY = {"preambular", "operative"}


def compared(a: Resolution, one: Document, b: Resolution, other: Document) -> Comparison:
    """A comparison of two versions."""
    sides = units(a, one), units(b, other)
    return Comparison(
        relation="versions",
        a=Side(a.source, a.symbol, a.title, sides[0]),
        b=Side(b.source, b.symbol, b.title, sides[1]),
        likeness=0.5,
        edits=tuple(edits(*sides)),
    )


def edits(a: Sequence[Unit], b: Sequence[Unit]) -> list[Edit]:
    """The way from A to B, in B's order; what is deleted comes last."""
    found = []
    for kinds in ({"title"}, {"formula"}, {"heading"}, {"line"}, BODY, {"annex"}):
        ours = [i for i, unit in enumerate(a) if unit.head.kind in kinds]
        theirs = [j for j, unit in enumerate(b) if unit.head.kind in kinds]
        for each in pair([a[i].text for i in ours], [b[j].text for j in theirs]):
            places = tuple(ours[i] for i in each.a), tuple(theirs[j] for j in each.b)
            found.append(edit(a, b, each._replace(a=places[0], b=places[1])))
    return sorted(found, key=lambda each: each.b or (len(b),))


def edit(a: Sequence[Unit], b: Sequence[Unit], each: Pairing) -> Edit:
    before, after = (
        APART.join(side[place].text for place in places)
        for side, places in ((a, each.a), (b, each.b))
    )
    heads = tuple(b[j].head for j in each.b)
    return Edit(kind(each), each.a, each.b, heads, word_edits(before, after), each.likeness)


def kind(each: Pairing) -> EditKind:
    if not each.a or not each.b:
        return "added" if each.b else "deleted"
    if len(each.a) > 1 or len(each.b) > 1:
        return "merged" if len(each.a) > 1 else "split"
    if each.moved:
        return "moved"
    return "same" if each.likeness == 1 else "edited"


def written(drawn: Sequence[tuple[Head, str, Sequence[str]]]) -> Text:
    """A text of these units: the head of each, its words, the notes called at its end."""
    parts: list[str] = []
    blocks: list[Block] = []
    called_notes: list[Note] = []
    made: list[Unit] = []
    at = 0
    for head, text, called in drawn:
        span = Span(at, at + len(text))
        italics = (Span(at, at + head.phrase),) if head.phrase else ()
        blocks.append(Block(span, italics=italics))
        made.append(Unit(head, text, span))
        first = len(called_notes) + 1
        called_notes += [Note(str(n), span.end, each) for n, each in enumerate(called, first)]
        parts.append(text)
        at = span.end + 1
    document = Document(
        source="a", media_type="text/plain", text="\n".join(parts), blocks=tuple(blocks),
        notes=tuple(called_notes),
    )  # fmt: skip
    return Text(tuple(made), document)


class Text(NamedTuple):
    """Units and the document that they stand in."""

    units: tuple[Unit, ...]
    document: Document


def from_file(data: bytes, units: Sequence[Unit]) -> Text:
    """The units of a Word file, which has their words in this order."""
    document = from_docx(data, "a.docx")
    found, at = [], 0
    for unit in units:
        at = next(
            i for i in range(at, len(document.blocks))
            if document.blocks[i].span.of(document.text).endswith(unit.text)
        )  # fmt: skip
        end = document.blocks[at].span.end
        found.append(Unit(unit.head, unit.text, Span(end - len(unit.text), end)))
        at += 1
    return Text(tuple(found), document)


def seen(data: bytes, view: View = "final") -> list[tuple[tuple[str, ...], str, list[str]]]:
    """The lines of a Word file as a reader sees them: number, words, what is in italics."""
    document = from_docx(data, "a.docx", view=view)
    return [
        (block.number, block.span.of(document.text), [s.of(document.text) for s in block.italics])
        for block in document.blocks
    ]


def notes(data: bytes, view: View = "final") -> list[str]:
    """The notes of a Word file, in order."""
    return [note.text for note in from_docx(data, "a.docx", view=view).notes]
