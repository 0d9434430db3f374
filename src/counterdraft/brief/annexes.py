"""A resolution in its document → the passages of its annexes, and which holds some words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from counterdraft.brief.report import Evidence, Passage
from counterdraft.draft.annexes import annex_lines
from counterdraft.model import Annex, Document, Resolution, Span
from counterdraft.wording.paragraph_label import paragraph_label


def annex_passages(document: Document, resolution: Resolution) -> Iterator[Passage]:
    """Every annex, block by block; the first of each carries the id of the whole."""
    for number, annex in enumerate(resolution.annexes, 1):
        yield from _annex(document, f"annex-{number}", annex)


def in_annex(document: Document, resolution: Resolution, span: Span) -> Evidence | None:
    """The evidence at ``span`` in a line of an annex; None outside of all of them."""
    if not any(annex.span.holds(span) for annex in resolution.annexes):
        return None
    lines = (line.id for line in annex_lines(document, resolution) if line.span.holds(span))
    passages = annex_passages(document, resolution)
    held = next((each.id for each in passages if each.span.holds(span)), None)
    name = next(lines, None)
    if held is None or name is None:
        return None
    return Evidence(held, span, paragraph_label(name, None), document.page_of(span.start))


def blocks_in(document: Document, whole: Span, name: str) -> Iterator[Passage]:
    """The blocks of the document in a stretch of it, a passage each; at least one."""
    held = [block for block in document.blocks if whole.holds(block.span)]
    for number, block in enumerate(held):
        italics = tuple(each for each in block.italics if block.span.holds(each))
        own = block.number[-1] if block.number else ""
        printed = f"{own}." if own.isdigit() else own
        yield _passage(document, block.span, f"{name}-{number}", italics, printed)
    if not held:
        yield _passage(document, whole, f"{name}-0")


def _annex(document: Document, name: str, annex: Annex) -> Iterator[Passage]:
    first, *rest = blocks_in(document, annex.span, name)
    shown = "" if first.text == annex.label else annex.label
    yield replace(first, id=name, label=shown)
    yield from rest


def _passage(
    document: Document, span: Span, name: str, italics: tuple[Span, ...] = (), number: str = ""
) -> Passage:
    return Passage(
        id=name,
        kind="annex",
        label="",
        text=span.of(document.text),
        span=span,
        page=document.page_of(span.start),
        italics=italics,
        number=number,
    )
