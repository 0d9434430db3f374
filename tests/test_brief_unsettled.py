"""A brief tells tracked changes that nobody settled, in its head and at their paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.to_markdown import to_markdown
from counterdraft.model import Document, View
from counterdraft.parse.parse import parse
from counterdraft.read.from_docx import from_docx
from counterdraft.read.from_text import from_text

DRAFT = Path(__file__).parent.parent / "examples" / "draft.docx"
TOLD = "neither accepted nor rejected"


def told(document: Document) -> list[str]:
    page = to_markdown(brief(document, parse(document)))
    return [line for line in page.splitlines() if TOLD in line]


@pytest.mark.parametrize("view", ["final", "original", "marked"])
def test_paragraphs_with_tracked_changes_are_told_in_every_view(view: View) -> None:
    head, *rows = told(from_docx(DRAFT.read_bytes(), "draft.docx", view=view))
    assert f"tracked changes in OP1 and OP13 are {TOLD}" in head
    assert [("OP1]" in row, "OP13]" in row) for row in rows] == [(False, True), (True, False)]


def test_a_text_without_changes_says_nothing_of_them() -> None:
    text = "The General Assembly,\n\nRecalling its rules,\n\n1. Requests States to light lamps."
    assert told(from_text(text.encode(), "draft.txt")) == []
