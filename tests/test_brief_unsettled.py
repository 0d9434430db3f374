"""A brief tells tracked changes that nobody settled, in its head and at their paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.to_markdown import to_markdown
from counterdraft.model import Document, View
from counterdraft.parse.parse import parse
from counterdraft.read.from_docx import from_docx
from counterdraft.read.from_text import from_text

if TYPE_CHECKING:
    from collections.abc import Callable

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


def paragraph(words: str, tag: str = "") -> str:
    """A paragraph that was put in or taken out as a whole where ``tag`` says so."""
    of = 'w:id="1" w:author="Ada Vell" w:date="2026-10-29T10:00:00Z"'
    name = "delText" if tag in {"del", "moveFrom"} else "t"
    run = f"<w:r><w:{name}>{words}</w:{name}></w:r>"
    mark = f"<w:rPr><w:{tag} {of}/></w:rPr>" if tag else ""
    inner = f"<w:{tag} {of}>{run}</w:{tag}>" if tag else run
    return f"<w:p><w:pPr>{mark}</w:pPr>{inner}</w:p>"


LAMPS, KEEPERS = "Noting that the lamps are dark,", "2. Invites the keepers to meet;"


def draft(*keepers: str) -> str:
    return "".join((
        paragraph("The General Assembly,"), paragraph(LAMPS, "moveFrom"),
        paragraph("Recalling its rules,"), paragraph(LAMPS, "moveTo"),
        paragraph("1. Requests all States to light their lamps;"),
        *keepers, paragraph("3. Decides to meet again."),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (
            "final",
            "PP2, and a paragraph moved from before PP1 and a paragraph struck before OP3 are",
        ),
        ("original", "PP1 and OP2, and a paragraph moved to before OP1 are"),
    ],
)
def test_a_paragraph_that_is_struck_or_moved_is_no_change_of_the_next(
    word: Callable[..., bytes], view: View, said: str
) -> None:
    head, *_ = told(from_docx(word(draft(paragraph(KEEPERS, "del"))), "draft.docx", view=view))
    assert f"; tracked changes in {said} {TOLD}" in head


def test_where_all_that_is_tracked_is_one_paragraph_it_is_told_in_the_singular(
    word: Callable[..., bytes],
) -> None:
    body = draft(paragraph(KEEPERS, "del"))
    body = body.replace(paragraph(LAMPS, "moveFrom"), "").replace(paragraph(LAMPS, "moveTo"), "")
    (head,) = told(from_docx(word(body), "draft.docx"))
    assert f"; a paragraph struck before OP3 is {TOLD}" in head


def test_how_many_paragraphs_several_hands_struck_is_left_open(
    word: Callable[..., bytes],
) -> None:
    body = draft(paragraph(KEEPERS, "del"), paragraph(KEEPERS, "del").replace("Ada", "Bo"))
    head, *_ = told(from_docx(word(body), "draft.docx"))
    assert "and one or more paragraphs struck before OP3 are" in head


def test_a_text_without_changes_says_nothing_of_them() -> None:
    text = "The General Assembly,\n\nRecalling its rules,\n\n1. Requests States to light lamps."
    assert told(from_text(text.encode(), "draft.txt")) == []
