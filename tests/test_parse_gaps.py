"""Numbers of paragraphs that are left out between two that are printed."""

from __future__ import annotations

import pytest

from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

HEAD = "The General Assembly,\n\nRecalling its rules,\n\n"
ACTS = "Requests lamps; Invites keepers; Notes the oil; Calls upon States to pay; Decides to meet"


def problems(*numbers: str) -> list[str]:
    """What is said of a draft whose operative paragraphs have these numbers."""
    acts = ACTS.split("; ")
    lines = [f"{n} {acts[i % len(acts)]} {i}".strip() for i, n in enumerate(numbers)]
    text = HEAD + ";\n\n".join(lines) + "."
    (resolution,) = parse(from_text(text.encode(), "draft.txt"))
    return [each.message for each in resolution.problems if each.code == "number-left-out"]


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [
        (["1.", "2.", "4."], "from OP2 to OP4"),
        (["1.", "2.", "2.", "5.", "6.", "9."], "from OP2 to OP5 and from OP6 to OP9"),
        (["1.", "2.", "(a)", "(c)", "3."], "from OP2 (a) to OP2 (c)"),
        (["1.", "(a)", "(i)", "(iii)", "(b)", "2."], "from OP1 (a) (i) to OP1 (a) (iii)"),
        (["OP1", "OP2bis", "OP4"], "from OP2bis to OP4"),
    ],
)
def test_numbers_that_are_left_out_are_told(numbers: list[str], gaps: str) -> None:
    (said,) = problems(*numbers)
    assert said.endswith(f"was not read: {gaps}")


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.", "2.", "3."], ["4.", "5."], ["1.", "2.", "2.", "3."], ["1.", "2.", "1.", "3."],
        ["1.", "(a)", "(b)", "2.", "(a)", "3."], ["1.", "(g)", "(h)", "(i)", "(j)", "2."],
        ["1.", "(a)", "(i)", "(ii)", "(b)", "(i)", "2."], ["", "", ""],
        ["OP1", "OP2", "OP2bis", "OP3", "OP3alt"], ["1.", "2.", "-", "-", "3."],
    ],
)  # fmt: skip
def test_of_numbers_that_go_on_nothing_is_said(numbers: list[str]) -> None:
    assert problems(*numbers) == []
