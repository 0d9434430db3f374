"""The organ of a quoted draft that has no formula, by the sentence before it."""

from __future__ import annotations

import pytest

from counterdraft.brief.circulated import circulated
from counterdraft.flag.sponsors import stated_sponsors
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

BODY = """Recalling its rules,

Noting with concern the dark of the coast,

1. Calls upon all States to light their quays;

2. Decides to remain seized of the matter.
"""


@pytest.mark.parametrize(
    ("before", "organ"),
    [
        ("The draft would have the General Assembly:", "General Assembly"),
        ("Talks went on. It would have the UN Human Rights Council say this:",
         "Human Rights Council"),
        ("The Security Council, in a draft circulated by Chile, would say:", "Security Council"),
        ("The draft resolution of the Security Council reads:", "Security Council"),
        ("The General Assembly may act. The draft resolution reads as follows:", None),
        ("The General Assembly met on lamps:", None),
        ("The draft would have the National Assembly:", None),
        ("The draft would have the Assembly:", None),
        ("The draft would have the General Assembly ask the Security Council:", None),
        ("The draft would have the General Assembly act.", None),
    ],
)  # fmt: skip
def test_the_organ_is_that_of_the_sentence_before(before: str, organ: str | None) -> None:
    (resolution,) = parse(from_text(f"News of the day.\n\n{before}\n\n{BODY}".encode(), "x"))
    assert (resolution.organ, len(resolution.paragraphs)) == (organ, 4)
    assert [each.code for each in resolution.problems] == ["no-formula"]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("The Security Council, in a draft circulated by Chile, would say:", ("Chile",)),
        ("The draft that Chile circulated would have the General Assembly:", ("Chile",)),
        ("This is the draft resolution of the Council, which Chile put forward:", ("Chile",)),
        ("The draft that Chile opposed would have the General Assembly:", ()),
        ("The draft would have Chile ask the General Assembly:", ()),
    ],
)
def test_a_sponsor_is_whoever_is_plainly_said_to_have_circulated_it(
    before: str, who: tuple[str, ...]
) -> None:
    document = from_text(f"News of the day.\n\n{before}\n\n{BODY}".encode(), "x")
    (resolution,) = parse(document)
    assert stated_sponsors(document, resolution) == who
    said = circulated(document, resolution)
    assert (said.of(document.text) if said else "") == (before if who else "")
