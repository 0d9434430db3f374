"""A resolution as a Word file: read again it is the same, and the file is as Word wants it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from counterdraft.export.to_docx import to_docx
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_docx import from_docx
from counterdraft.read.read import read
from tests.adopted import akn

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
HEADER = (
    *("kind", "organ", "title", "symbol", "session", "session_kind", "date", "committee"),
    *("agenda_item", "sponsors", "formula"),
)


def sources() -> Iterator[Path]:
    yield from sorted((Path(__file__).parent / "cases" / "parse").glob("*/input.*"))
    yield from sorted((ROOT / "examples").glob("*.[!m]*"))


def texts(source: Path) -> Iterator[tuple[Document, Resolution]]:
    document = read(source.read_bytes(), str(source))
    for resolution in parse(document):
        if resolution.kind != "amendment":
            yield document, resolution


def said(resolution: Resolution) -> dict[str, object]:
    """All that is to be the same, whatever the file."""
    return {
        **{key: getattr(resolution, key) for key in HEADER},
        "paragraphs": [
            (p.id, p.part, p.number, p.level, p.phrase, p.text) for p in resolution.paragraphs
        ],
        "headings": [(heading.text, heading.before) for heading in resolution.headings],
        "annexes": [(annex.label, annex.title, annex.text) for annex in resolution.annexes],
        "notes": [(note.paragraph, note.text) for note in resolution.footnotes],
    }


@pytest.mark.parametrize(
    "source", list(sources()), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_read_again_it_is_the_same_resolution(source: Path) -> None:
    for document, resolution in texts(source):
        (again,) = parse(from_docx(to_docx(resolution, document), "a.docx"))
        assert said(again) == said(resolution)


def test_a_text_as_it_stands_has_no_tracked_changes() -> None:
    document = read(akn(), "A_RES_81_1.xml")
    (resolution,) = parse(document)
    data = to_docx(resolution, document)
    word = from_docx(data, "a.docx")
    assert word.revisions == ()
    lines = [block.span.of(word.text) for block in word.blocks]
    assert {"Eighty-first session", "[on the report of the Third Committee]"} <= set(lines)
    xml = ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert not any(mark in xml for mark in ("<w:ins ", "<w:del ", 'w:date=""', 'w:author=""'))
