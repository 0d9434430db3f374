"""Many words in one pattern: quicker than one by one, and no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.flag.clauses import Clause
from counterdraft.lexicon.acts import any_thing, things
from counterdraft.lexicon.alternatives import (
    alternatives,
    by_letter,
    in_lower_case,
    quick_look,
    seldom,
)
from counterdraft.lexicon.layout import layout
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


SPOKEN = ("on behalf of", "in its capacity as", "acting for")


@given(
    st.lists(
        st.sampled_from(
            [*SPOKEN, *(each.upper() for each in SPOKEN), "Fiji", "on behalf", "İs ", ", "]
        ),
        max_size=5,
    ).map(" ".join)
)
def test_a_pattern_that_few_texts_have_finds_what_it_finds_unguarded(text: str) -> None:
    guarded = seldom(rf"\b(?:{alternatives(SPOKEN)})\s", SPOKEN)
    assert bool(guarded.search(text)) == bool(guarded.pattern.search(text))
    assert [found.span() for found in guarded.finditer(text)] == [
        found.span() for found in guarded.pattern.finditer(text)
    ]


def test_of_words_that_stand_in_each_other_the_shorter_is_looked_for() -> None:
    assert seldom("(?:co-)?sponsored", ["co-sponsored", "Sponsored"]).words == ("sponsored",)


@pytest.mark.parametrize(
    "text",
    [
        "Fiji (ON BEHALF OF the Group of Lamps)",
        "submitted by the VICE-CHAIR of the Committee, Ann Lee (Malta)",
        "Malta, in its capacity as President of the Working group",
        "Co-Sponsored by: the bureau",
        "Fiji and Malta",
        "",
    ],
)
def test_what_tells_who_speaks_for_whom_is_found_unguarded_too(text: str) -> None:
    for each in (layout().by_office, layout().office, layout().speaking):
        found, plain = each.search(text), each.pattern.search(text)
        assert (found and found.span()) == (plain and plain.span())
