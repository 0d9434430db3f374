#!/usr/bin/env python3
"""Writes the examples that are made from others: ``rival.pdf`` from ``rival.txt``."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import typst

from counterdraft.model import Document, Paragraph, Resolution, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
TEMPLATE = Path(__file__).parent / "rival.typ"


def main() -> None:
    """Writes the files."""
    source = EXAMPLES / "rival.txt"
    document = from_text(source.read_bytes(), source.name)
    (EXAMPLES / "rival.pdf").write_bytes(printed(document, parse(document)[0]))


def printed(document: Document, resolution: Resolution) -> bytes:
    """The draft as the United Nations would print it."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / TEMPLATE.name
        template.write_bytes(TEMPLATE.read_bytes())
        data = json.dumps(_data(document, resolution))
        (Path(folder) / "draft.json").write_text(data, encoding="utf-8")
        made: bytes = typst.compile(template, ignore_system_fonts=True)
        return made


def _data(document: Document, resolution: Resolution) -> dict[str, Any]:
    formula = {"number": None, "pieces": [{"kind": "italic", "text": resolution.formula}]}
    annex = [
        {"number": None, "pieces": [{"kind": "text", "text": line}]}
        for each in resolution.annexes
        for line in (each.label, *each.text.splitlines())
    ]
    lines = [block.span.of(document.text) for block in document.blocks]
    item = next(i for i, line in enumerate(lines) if line.startswith("Agenda item"))
    stars = [note.text for note in document.notes if note.marker == "*"]
    return {
        "symbol": resolution.symbol,
        "date": next(line for line in lines if line.endswith(" 2026")),
        "session": lines[item - 2],
        "committee": lines[item - 1],
        "item": lines[item],
        "item_title": lines[item + 1],
        "job": "26-18204",
        "sponsors": ", ".join(resolution.sponsors[:-1]) + " and " + resolution.sponsors[-1],
        "note": stars[0],
        "title": resolution.title,
        "paragraphs": [formula, *(_paragraph(document, p) for p in resolution.paragraphs), *annex],
    }


def _paragraph(document: Document, paragraph: Paragraph) -> dict[str, Any]:
    last = (paragraph.number or "").split(" ")[-1]
    number = None
    if paragraph.part == "operative":
        number = last if last.startswith("(") else f"{last}."
    return {"number": number, "pieces": list(_pieces(document, paragraph))}


def _pieces(document: Document, paragraph: Paragraph) -> list[dict[str, str]]:
    """The text in pieces: the initiating phrase, what follows, the calls of notes."""
    span = paragraph.span
    pieces: list[dict[str, str]] = []
    at = span.start
    if paragraph.phrase:
        at += len(paragraph.phrase)
        pieces.append({"kind": "italic", "text": paragraph.phrase})
    for note in document.notes:
        if span.start < note.anchor <= span.end:
            pieces.append({"kind": "text", "text": Span(at, note.anchor).of(document.text)})
            pieces.append({"kind": "note", "mark": note.marker, "text": note.text})
            at = note.anchor
    pieces.append({"kind": "text", "text": Span(at, span.end).of(document.text)})
    return pieces


if __name__ == "__main__":
    main()
