"""A resolution → the units that are aligned: title, formula, body, annexes.

They come in the order of the text, each with its head and its words: paragraphs, headings, and the
lines that are neither, as the rows of a table. An annex is its label and then one unit a line.
Footnotes are units of their own, apart from these.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.draft.body import body_units
from counterdraft.model import Head, Paragraph, Resolution, Span, Unit
from counterdraft.wording.paragraph_label import paragraph_label


def units_of(resolution: Resolution) -> tuple[Unit, ...]:
    """The units of a resolution, in order."""
    return tuple(_units(resolution))


def _units(resolution: Resolution) -> Iterator[Unit]:
    if resolution.title:
        yield Unit(Head("title", "title"), resolution.title)
    if resolution.formula:
        yield Unit(Head("formula", "formula"), resolution.formula)
    yield from body_units(resolution, _head)
    for n, annex in enumerate(resolution.annexes, 1):
        start = annex.span.start
        yield Unit(Head(f"annex{n}", "annex"), annex.label, Span(start, start + len(annex.label)))
        at = annex.span.end - len(annex.text)
        for m, line in enumerate(annex.text.split("\n"), 1):
            if line:
                head = Head(f"annex{n}.{m}", "annex", level=1)
                yield Unit(head, line, Span(at, at + len(line)))
            at += len(line) + 1


def notes_of(resolution: Resolution) -> tuple[Unit, ...]:
    """The footnotes of a resolution, in order."""
    return tuple(
        Unit(Head(f"note{n}", "note", each.marker), each.text, Span(each.anchor, each.anchor))
        for n, each in enumerate(resolution.footnotes, 1)
    )


def _head(paragraph: Paragraph) -> Head:
    phrase = paragraph.phrase or ""
    return Head(
        paragraph.id, paragraph.part, paragraph.number, paragraph.level,
        len(phrase) if paragraph.text.startswith(phrase) else 0,
    )  # fmt: skip


def label(head: Head) -> str:
    """What people call a unit: "PP3", "OP2 (a) (i)", "the title"."""
    if head.kind in {"preambular", "operative"}:
        return paragraph_label(head.key, head.number)
    if head.kind == "annex":
        return "the annex"
    if head.kind == "note":
        return f"note {head.number}"
    if head.kind == "line":
        return "a line"
    return f"the {head.kind}"
