"""Requests that nobody comes back to, and clauses that ask nobody."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterdraft.flag.ground import Ground
from counterdraft.flag.rules import hollow
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from tests.drafting import draft, findings

ASKS = (
    "Urges all towns to light their streets;",
    "Invites Member States to lend lanterns;",
    "Calls upon the Government of Orlavia to count its lamps;",
)


def test_a_text_that_asks_and_comes_back_to_nothing_is_told_once() -> None:
    (found,) = findings(hollow.RULES, draft(*ASKS, "Welcomes the report of the lamplighters."))
    assert found.rule == "hollow.no-follow-up"
    assert [each.paragraph for each in found.evidence] == ["op1", "op2", "op3"]


@pytest.mark.parametrize(
    "last",
    [
        "Requests the Secretary-General to submit a report on lamps at its next session.",
        "Invites Member States to light them by 31 December 2030.",
        "Decides to remain seized of the matter.",
        "Decides to include the item in the provisional agenda of its ninetieth session.",
        "Decides to continue its consideration of lanterns.",
        "Invites the Secretary-General to provide further information on lamps to the Council.",
        "Requests the Powers to transmit regularly to the Secretary-General figures of lamps.",
        "Invites States to communicate to the Secretary-General the measures taken.",
        "Requests the Secretary-General to include information on lamps in his annual reports.",
        "Decides that annual reporting on lamps shall be through the channels that there are.",
        "Requests the Secretary-General to conduct an evaluation of the lamps in due course.",
        "Decides that the Conference on Lamps will be held in Lindenburg.",
        "Recalls its decision to convene a conference on lamps.",
        "Calls for the convening of an international conference on lamps.",
        "Decides that this resolution shall be reviewed in 2028.",
        "Decides to revisit the matter.",
        "Demands that the watchmen leave before 1 May.",
        "Requests the Secretariat to circulate a summary of replies.",
    ],
)
def test_one_clause_that_comes_back_is_enough(last: str) -> None:
    assert findings(hollow.RULES, draft(*ASKS, last)) == []


@pytest.mark.parametrize(
    "last",
    [
        "Decides to conclude its consideration of lanterns.",
        "Encourages towns to strengthen the monitoring of elections of lamplighters.",
    ],
)
def test_what_ends_the_matter_or_watches_another_comes_back_to_nothing(last: str) -> None:
    (found,) = findings(hollow.RULES, draft(*ASKS, last))
    assert found.rule == "hollow.no-follow-up"
    later = "Decides to conclude its consideration of lanterns at its ninetieth session."
    watched = "Encourages towns to strengthen monitoring of the implementation of this resolution."
    assert findings(hollow.RULES, draft(*ASKS, later)) == []
    assert findings(hollow.RULES, draft(*ASKS, watched)) == []


def test_a_text_that_breaks_off_is_not_said_to_come_back_to_nothing() -> None:
    (rule,) = (each for each in hollow.RULES if each.id == "hollow.no-follow-up")
    whole, cut = draft(*ASKS, "Welcomes light."), draft(*ASKS)
    assert all(map(whole.has, rule.needs))
    assert not all(map(cut.has, rule.needs))


def test_whoever_is_found_to_be_asked_is_counted_by_whatever_verb() -> None:
    advised = "Recommends that the keepers of Orlavia count their lamps."
    (found,) = findings(hollow.RULES, draft(*ASKS, advised))
    assert found.statement.startswith("The text asks in 4 paragraphs;")


@pytest.mark.parametrize(
    "last",
    [
        "Takes note of the annual report of the lamplighters.",
        "Welcomes that the World Lamp Games will be held in Orlavia.",
        "Commends the towns that transmitted figures to the Secretary-General.",
        "Encourages towns to share their experience of lamps.",
        "Requests the Secretary-General to bring the present resolution to the attention of all.",
        "Invites towns to review their rules on lamps.",
        "Encourages towns to provide information to the public on lamps.",
        "Calls upon towns to follow the 2030 Agenda for Lamps.",
    ],
)
def test_what_is_noted_or_asked_of_others_for_themselves_comes_back_to_nothing(last: str) -> None:
    (found,) = findings(hollow.RULES, draft(*ASKS, last))
    assert found.rule == "hollow.no-follow-up"


@pytest.mark.parametrize(
    ("date", "told"),
    [("2027-12-20", []), ("2028-12-20", ["hollow.no-follow-up"]), (None, ["hollow.no-follow-up"])],
)
def test_what_is_to_be_on_a_day_after_that_of_the_text_is_seen(
    date: str | None, told: list[str]
) -> None:
    ground = draft(*ASKS, "Decides that the lamps of all towns shall be lit in May 2028.")
    dated = ground._replace(resolution=replace(ground.resolution, date=date))
    assert [each.rule for each in findings(hollow.RULES, dated)] == told


def test_a_text_that_asks_little_is_left_alone() -> None:
    assert findings(hollow.RULES, draft("Welcomes light.", ASKS[0])) == []


def test_a_verb_that_goes_at_once_to_what_is_to_be_done_asks_nobody() -> None:
    ground = draft("Encourages to further revitalize the lighting of streets.")
    (found,) = findings(hollow.RULES, ground, "hollow.no-addressee")
    assert "“Encourages”" in found.statement


@pytest.mark.parametrize(
    "clause",
    [
        "Encourages towns to revitalize the lighting of streets.",
        "Appeals to all towns to light their streets.",
        "Calls for further efforts to light streets.",
        "Reiterates its request to light the streets.",
        "Requests, in this regard, the Secretary-General to light the streets.",
    ],
)
def test_who_is_named_or_plain_is_no_finding(clause: str) -> None:
    assert findings(hollow.RULES, draft(clause), "hollow.no-addressee") == []


LIST = "{}:\n\n(a) To light their streets;\n\n(b) To lend lanterns;\n\n(c) To count their lamps."


def test_points_of_a_list_ask_by_the_verb_above_them() -> None:
    (found,) = findings(hollow.RULES, draft(LIST.format("Urges all towns")))
    assert [each.paragraph for each in found.evidence] == ["op1.a", "op1.b", "op1.c"]
    assert findings(hollow.RULES, draft(LIST.format("Recalls the hopes of towns"))) == []


def test_a_list_under_a_verb_that_names_nobody_is_told_once() -> None:
    found = findings(hollow.RULES, draft(LIST.format("Encourages")), "hollow.no-addressee")
    assert [q.paragraph for each in found for q in each.evidence] == ["op1", "op1.a"]
    named = draft(LIST.format("Encourages towns"))
    assert findings(hollow.RULES, named, "hollow.no-addressee") == []


ANNEX = ("Annex", "Declaration on lamps", "1. We light our streets.")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2. We shall review progress, and ask the Secretary-General to report to us.", False),
        ("2. We cherish our lanterns.", True),
    ],
)
def test_a_line_of_an_annex_comes_back_to_what_is_asked(line: str, told: bool) -> None:
    body = [f"{n}. {each}" for n, each in enumerate((*ASKS, "Welcomes light."), 1)]
    text = "\n\n".join(["Lamps", "The General Assembly,", *body, *ANNEX, line])
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    assert resolution.annexes
    found = findings(hollow.RULES, Ground(document, resolution), "hollow.no-follow-up")
    assert bool(found) is told
    assert all("in no line of an annex" in each.why for each in found)


def test_of_a_part_it_is_said_that_the_other_may_come_back_to_it() -> None:
    ground = draft(*ASKS, "Welcomes light.")
    part = ground._replace(resolution=replace(ground.resolution, symbol="A/RES/90/7 A"))
    (found,) = findings(hollow.RULES, part)
    assert "another resolution under the same number" in found.against[0]


def test_a_week_that_is_commemorated_comes_round() -> None:
    week = "Invites all Member States to commemorate Global Lantern Week."
    assert findings(hollow.RULES, draft(*ASKS, week)) == []
