"""Many words in one pattern: quicker than one by one, and no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.flag.clauses import Clause
from counterdraft.lexicon.acts import any_thing, things
from counterdraft.lexicon.alternatives import alternatives, by_letter, in_lower_case, quick_look
from counterdraft.model import Paragraph, Span

WORDS = ("before", "by", "by then", "no later than", "not later than", "prior to", "until")


@given(st.lists(st.sampled_from([*WORDS, "b", "note", "un", ""]), max_size=4).map(" ".join))
def test_words_told_by_a_letter_first_are_the_same_words(text: str) -> None:
    slow, fast = (re.compile(rf"(?:{each(WORDS)})\b") for each in (alternatives, by_letter))
    assert [found.span() for found in fast.finditer(text)] == [
        found.span() for found in slow.finditer(text)
    ]


def test_a_pattern_in_lower_case_keeps_its_escapes() -> None:
    assert in_lower_case(r"\bThe \W+ UN\D") == r"\bthe \W+ un\D"


@pytest.mark.parametrize(
    "text",
    [
        "Calls for country-specific resolutions to end",
        "COUNTRY-SPECIFIC MANDATES SHOULD BE ENDED",
        "Decides to impose sanctions on those who put lamps out",
        "urges all parties to allow (humanitarian\n access)",
        "unilateral measures",
        "Requests the Secretary-General to light the lamps",
        "a misunderstanding of multilateral, not of ununilateral measures",
    ],
)
def test_a_quick_look_sees_a_thing_where_one_of_the_things_is_named(text: str) -> None:
    clause = Clause(Paragraph(id="op1", part="operative", number="1", level=0, phrase=None,
                              text=text, span=Span(0, len(text))), text, 0)  # fmt: skip
    named = any(
        pattern.search(text) for each in things().values() for pattern in (each.general, each.forms)
    )
    assert clause.may_have(any_thing()) == named


def test_a_quick_look_begins_where_it_is_told_to() -> None:
    text = "Ends sanctions: lamps"
    clause = Clause(Paragraph(id="op1", part="operative", number="1", level=0, phrase=None,
                              text=text, span=Span(0, len(text))), text, 16)  # fmt: skip
    look = quick_look(["sanctions", "ends", "lamps?"])
    assert clause.may_have(look, 0)
    assert clause.may_have(look, 16)
    assert not clause.may_have(quick_look(["sanctions", "ends"]), 16)
    assert not clause.may_have(quick_look(["amps"]))
