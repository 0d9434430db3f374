"""A text named as the one before a draft whose title and words are others: that is said first."""

from __future__ import annotations

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.known import Known
from counterdraft.brief.report import Bullets, Prose, Section
from counterdraft.compare.compare import compare
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

SALT = "Recalling the salt works of the north,\n\n1. Requests all States to close the salt works."
OTHER = "Guided by its decision on meadows,\n\n1. Invites the Institute to count every beehive."


def text(title: str, words: str) -> tuple[Document, Resolution]:
    document = read(f"{title}\n\nThe General Assembly,\n\n{words}\n".encode(), "draft.txt")
    (resolution,) = parse(document)
    return document, resolution


def told(before: tuple[str, str]) -> tuple[str, Section]:
    """The sentence in the head, and the section, of a text on salt since another."""
    document, resolution = text("Salt works in 2026", SALT)
    known = Known(predecessor=compare(text(*before)[1], resolution))
    sections = brief(document, [resolution], known=[known]).chapters[0].sections
    head = next(part for part in sections[0].parts if isinstance(part, Bullets))
    said = next(each.text for each in head.items if each.text.startswith("Since"))
    return said, next(each for each in sections if each.id == "previous")


def test_another_title_and_other_words_are_said_before_all_else() -> None:
    said, section = told(("Bees of the meadows", OTHER))
    assert "named as the text before it, which has another title and" in said
    first = section.parts[0]
    assert isinstance(first, Prose)
    assert "neither its title nor its words bear that out" in first.statements[0].text
    assert section.title == "Beside the text named as the one before it, A"


@pytest.mark.parametrize("before", [("Salt works in 2025", OTHER), ("Bees of the meadows", SALT)])
def test_of_the_same_title_or_the_same_words_nothing_is_doubted(before: tuple[str, str]) -> None:
    said, section = told(before)
    assert "named as" not in said
    assert section.title == "Since the text before it in its series, A"
