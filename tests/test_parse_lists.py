"""Numbers that a list prints, and that do not stand in the text, count like typed ones."""

from __future__ import annotations

import pytest

from counterdraft.model import Block, Document, Resolution, Span
from counterdraft.parse.parse import parse
from counterdraft.text.markers import listed_marker


def parsed(*lines: tuple[str, str]) -> Resolution:
    """The draft in a document of these paragraphs, each a number ("" for none) and its words."""
    blocks, at = [], 0
    for number, words in lines:
        blocks.append(Block(Span(at, at + len(words)), number=(number,) if number else ()))
        at += len(words) + 1
    text = "\n".join(words for _, words in lines)
    document = Document(source="x", media_type="x", text=text, blocks=tuple(blocks))
    (resolution,) = parse(document)
    return resolution


HEAD = (("", "The General Assembly,"), ("", "Recalling its rules,"))


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.", "(a)", "(i)", "2."),
        ("1)", "a)", "i)", "2)"),
        ("1.", "a.", "i.", "2."),
        ("1", "(a)", "(i)", "2"),
        ("OP1", "(a)", "(i)", "OP2"),
    ],
)
def test_the_numbers_of_a_list_place_its_paragraphs(numbers: tuple[str, ...]) -> None:
    words = ("Calls upon States:", "To act on:", "Salt;", "Decides to remain seized of it.")
    draft = parsed(*HEAD, *zip(numbers, words, strict=True))
    assert [each.id for each in draft.paragraphs] == ["pp1", "op1", "op1.a", "op1.a.i", "op2"]
    assert [each.text for each in draft.paragraphs[1:]] == list(words)


@pytest.mark.parametrize("bullet", ["\u2022", "-", "o", "\u27a2", "\u2756", "\u2713", "\ufffd"])
def test_any_mark_without_letter_or_digit_is_a_bullet(bullet: str) -> None:
    lines = ((bullet, "To act;"), (bullet, "To report;"))
    draft = parsed(*HEAD, ("1.", "Calls upon States:"), *lines, ("2.", "Remains seized of it."))
    assert [each.id for each in draft.paragraphs] == ["pp1", "op1", "op1.1", "op1.2", "op2"]


@pytest.mark.parametrize(("number", "value"), [("z.", "(z)"), ("aa.", "(aa)"), ("bb)", "(bb)")])
def test_a_list_goes_on_after_its_last_letter(number: str, value: str) -> None:
    found = listed_marker(number, 7)
    assert found is not None
    assert (found.kind, found.value, found.end) == ("letter", value, 7)


@pytest.mark.parametrize("number", ["", " ", "Article the first", "1.2.3"])
def test_what_is_no_number_of_ours_is_no_marker(number: str) -> None:
    assert listed_marker(number, 7) is None
