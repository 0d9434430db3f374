"""Where a draft goes on though its numbers are lost, a list closes, or a section has none."""

from __future__ import annotations

import pytest

from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

HEAD = ("The General Assembly,", "Recalling its rules on lamps,")


def draft(*lines: str) -> Resolution:
    (resolution,) = parse(from_text("\n\n".join([*HEAD, *lines]).encode(), "x.txt"))
    return resolution


def operative(*lines: str) -> list[str]:
    return [each.text for each in draft(*lines).paragraphs if each.part == "operative"]


def test_an_act_without_a_number_stands_among_numbered_ones() -> None:
    lines = (
        "1. Takes note of the report on lamps;",
        "Approves the budget for lamps in the amount of 12 dollars;",
        "1. Takes note of the report on oil;",
        "2. Requests a report on wicks.",
    )
    found = draft(*lines)
    assert [each.id for each in found.paragraphs[1:]] == ["op1", "op1+1", "op1-2", "op2"]


def test_prose_beside_a_numbered_draft_is_none_of_it() -> None:
    lines = (
        "1. Takes note of the report on lamps;",
        "Requests for comment were left without an answer on Friday.",
        "2. Requests a report on wicks.",
        "Calls for a boycott grew on Monday;",
    )
    assert len(operative(*lines)) == 2


@pytest.mark.parametrize("last", ["To oil the wicks daily.", "(b) To oil the wicks daily."])
def test_the_full_stop_of_a_point_does_not_end_a_draft(last: str) -> None:
    lines = ("Decides to amend the rule on lamps:", "(a) To light the lamps at dusk.", last)
    rest = ("Stresses that lamps are bright;", "Also stresses that oil is dear.")
    assert operative(*lines, *rest)[-2:] == list(rest)


def test_an_act_goes_on_behind_a_full_stop_where_no_prose_begins_so() -> None:
    lines = ("Urges States to light lamps;", "Welcomes the report on oil.")
    rest = "Decides to remain seized of the matter."
    assert operative(*lines, rest) == [*lines, rest]
    assert operative(*lines, "Requests for oil went unanswered.") == list(lines)


def test_hours_questions_and_names_are_points_of_a_list() -> None:
    hours = ("Decides that the meetings will be held:", "Monday, from 3 to 6 p.m.", "Friday, at 9;")
    named = (
        "Also decides that the theme will be:",
        "\u201cLamps for all and oil for the poor\u201d",
    )
    asked = ("Further decides to ask:", "Who lights the lamps?", "Who pays for the oil?")
    assert operative(*hours, *named, "Invites all to attend;", *asked) == [
        *hours, named[0], named[1].strip("\u201c\u201d"), "Invites all to attend;", *asked,
    ]  # fmt: skip


def test_points_that_end_with_commas_and_have_headings() -> None:
    lines = (
        "Decides that the mandate of the Mission is:",
        "to light lamps, and",
        "to fetch oil,",
        "Wicks and chimneys",
        "To trim the wicks;",
        "Decides to remain seized of the matter.",
    )
    found = draft(*lines)
    kept = [each.text for each in found.paragraphs if each.part == "operative"]
    assert kept == [line for line in lines if line != "Wicks and chimneys"]
    assert [each.text for each in found.headings] == ["Wicks and chimneys"]


def test_bulleted_acts_may_open_with_a_participle_or_stand_in_the_preamble() -> None:
    lines = (
        "\u2022 Notes the law on lamps,",
        "\u2022 Recalling its resolution on oil,",
        "\u2022 Urges States to light lamps;",
        "\u2022 While noting the price of oil, stresses that lamps are needed;",
        "\u2022 Decides to remain seized of the matter.",
    )
    parts = [each.part[:2] for each in draft(*lines).paragraphs]
    assert parts == ["pr", "pr", "pr", "op", "op", "op"]


def test_numbers_in_brackets_are_points_where_a_list_opens() -> None:
    lines = (
        "1. Welcomes the lamps;",
        "2. Demands of both parties:",
        "(1) Lamps: light them,",
        "(2) Oil: fetch it,",
        "(3) Wicks: trim them;",
        "3. Decides to remain seized of the matter.",
    )
    ids = [each.id for each in draft(*lines).paragraphs]
    assert ids == ["pp1", "op1", "op2", "op2-2", "op2-3", "op2-4", "op3"]


def test_a_declaration_keeps_its_numbers_past_a_participle() -> None:
    lines = (
        "Adopts the following declaration:",
        "1. We light lamps.",
        "2. Strengthening lamps is good for all.",
        "* * *",
        "3. We will fetch oil.",
    )
    assert len(operative(*lines)) == 4


def test_a_declaration_without_numbers_is_taken_as_far_as_it_speaks_for_those_who_adopt_it() -> (
    None
):
    ours = (
        "We, the keepers of lamps, have met to light them.",
        "Lamps are many, and oil is dear.",
        "Strengthening lamps is our common task.",
        "We will fetch oil.",
    )
    rest = ("Critics called it a text of no use.", "The meeting closed at night.", "It was dark.")
    assert operative("Adopts the following declaration:", *ours, *rest)[1:] == list(ours)
    theirs = ("Lamps are lit at dusk.", "They burn all night.", "We saw them.")
    assert operative("Adopts the following declaration:", *theirs)[1:] == list(theirs[:1])


def test_a_long_heading_without_a_stop_is_a_heading() -> None:
    heading = "Role of the Office for Lamps in " + "lighting and keeping and mending " * 5 + "lamps"
    found = draft("1. Lights lamps;", heading, "2. Decides to remain seized of the matter.")
    assert [each.text for each in found.headings] == [heading]
    assert not [each for each in found.problems if each.code == "passed-over"]


def test_sections_have_headings_and_preambles_of_their_own() -> None:
    lines = (
        "I",
        "Lamps",
        "1. Takes note of the report on lamps;",
        "2. Requests a report on wicks;",
        "II",
        "Oil",
        "Recalling its resolution on oil,",
        "Having considered the report on oil,",
        "1. Takes note of it;",
        "III.",
        "Chimneys",
        "Recalling its decision on chimneys,",
        "Approves the budget for chimneys;",
        "B.",
        "Wicks",
        "Approves the budget for wicks;",
    )
    found = draft(*lines)
    assert [each.part[:2] for each in found.paragraphs] == [
        "pr", "op", "op", "pr", "pr", "op", "pr", "op", "op",
    ]  # fmt: skip
    heads = ["I", "Lamps", "II", "Oil", "III.", "Chimneys", "B.", "Wicks"]
    assert [each.text for each in found.headings] == heads


def test_a_finite_verb_may_close_the_preamble() -> None:
    lines = ("Recalls that lamps are lit at dusk,", "1. Urges States to light lamps.")
    assert [each.part[:2] for each in draft(*lines).paragraphs] == ["pr", "pr", "op"]


def test_a_table_behind_the_last_paragraph_is_told() -> None:
    rows = ("Member State    Rate", "Chad    0.012", "Malta    0.450", "Niger    1.200")
    found = draft("1. Decides that the rates shall be as set forth in the table below.", *rows)
    (told,) = (each for each in found.problems if each.code == "passed-over")
    assert "may be a table" in told.message
    dates = ("45th plenary meeting", "7 December 2023", "8 December 2023", "9 December 2023")
    assert not draft("1. Decides to remain seized of the matter.", *dates).problems
