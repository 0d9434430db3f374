"""Footnotes are compared as the words above them are, and sponsors: nothing changes unsaid."""

from __future__ import annotations

import pytest

from counterdraft.compare.compare import compare
from counterdraft.compare.edits import apply
from counterdraft.compare.titles import NOTES
from counterdraft.compare.to_html import to_html
from counterdraft.compare.to_markdown import to_markdown
from counterdraft.compare.to_terminal import to_terminal
from counterdraft.jobs.compare import differs
from counterdraft.model import Comparison, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

TEXT = """Lighthouses of Orlavia

The General Assembly,

Recalling the report on lamps¹ and the survey of the harbours,²

1. Decides to meet.

__________
¹ {first}
² {second}
"""
FIRST, SECOND = "A/80/77, chap. IV, sect. E.1.", "Harbour Survey, vol. 3, No. 1041."


def text(first: str = FIRST, second: str = SECOND) -> Resolution:
    return parse(from_text(TEXT.format(first=first, second=second).encode(), "a.txt"))[0]


def compared(**notes: str) -> Comparison:
    return compare(text(), text(**notes), "versions")


def test_words_that_change_in_a_note_are_shown_in_every_form() -> None:
    found = compared(first="A/80/77, chap. IV, sect. F.2.")
    assert all(edit.kind == "same" for edit in found.edits)
    assert differs(found)
    said = "Of 2 footnotes 1 changed in its words and 0 deleted; 0 added."
    assert said in [each.text for each in found.summary]
    assert "[-E.1-]" in to_terminal(found)
    assert "sect. ~~E.1~~ **F.2**." in to_markdown(found)
    assert "<ins>F.2</ins>" in to_html(found)
    for form in (to_terminal, to_markdown, to_html):
        assert NOTES in form(found)
        assert SECOND not in form(found)


@pytest.mark.parametrize("second", [SECOND, "“Harbour” maps.", ""])
def test_the_edits_of_notes_lead_from_a_to_b(second: str) -> None:
    found = compared(second=second)
    assert apply(found.notes, found.a.notes) == tuple(
        each.__class__(each.head, each.text) for each in found.b.notes
    )


def test_notes_that_are_the_same_are_no_difference() -> None:
    found = compared()
    assert not differs(found)
    assert NOTES not in to_markdown(found)
    assert not any("footnote" in each.text for each in found.summary)


def test_a_note_of_rivals_that_one_alone_has_is_not_shown() -> None:
    other = compare(text(), text(second="Maps of other coasts."), "rivals")
    assert NOTES not in to_markdown(other)


def drafted(sponsors: str) -> Resolution:
    head = f"A/C.3/81/L.23\n\n{sponsors}: draft resolution\n\n"
    whole = head + TEXT.format(first=FIRST, second=SECOND)
    return parse(from_text(whole.encode(), "a.txt"))[0]


def test_sponsors_that_left_or_joined_are_told() -> None:
    found = compare(drafted("Fiji, Malta and Nepal"), drafted("Fiji, Nepal and Samoa"))
    assert "3 sponsors before, 3 now; no longer named: Malta; new: Samoa." in [
        each.text for each in found.summary
    ]
    assert not differs(found)


def test_of_texts_of_which_one_names_no_sponsors_none_left() -> None:
    for a, b in ((drafted("Fiji"), text()), (text(), drafted("Fiji")), (drafted("Fiji"),) * 2):
        said = " ".join(each.text for each in compare(a, b, "versions").summary)
        assert "sponsor" not in said


def negotiated(second: str, third: str) -> Resolution:
    lines = ["Salt", "The General Assembly,", "[1. Requests a study;]", second, third]
    return parse(from_text("\n\n".join(lines).encode(), "a.txt"))[0]


def test_paragraphs_that_came_out_of_brackets_or_into_them_are_told() -> None:
    a = negotiated("[2. Decides to meet in the spring of every year;]", "3. Invites all States.")
    b = negotiated("2. Decides to meet in the spring of every year;", "3. Invites [all] States.")
    found = compare(a, b, "versions")
    assert found.a.bracketed == ("op1", "op2")
    assert [each.text for each in found.summary if "brackets" in each.text] == [
        "No longer in square brackets (1): OP2.", "New in square brackets (1): OP3.",
    ]  # fmt: skip
    assert not any("brackets" in each.text for each in compare(a, a, "versions").summary)
