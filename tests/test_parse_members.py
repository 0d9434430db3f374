"""Whose members are asked, and who "the parties concerned" are."""

from __future__ import annotations

import pytest

from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def kinds(
    words: str, organ: str = "General Assembly", then: str = "Takes note of it"
) -> list[tuple[str, str]]:
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. {then}."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return [(each.text, each.class_) for each in resolution.paragraphs[1].addressees]


@pytest.mark.parametrize(
    ("who", "class_"),
    [
        ("all members of the Dusk Front", "other"),
        ("all members of the armed groups", "armed_parties"),
        ("members of civil society", "civil_society"),
        ("the members of the World Trade Organization", "member_states"),
        ("members of the United Nations specialized agencies", "member_states"),
        ("members of the Inter-Agency Standing Committee", "un_entities"),
        ("all members of the Lamp Authority", "member_states"),
        ("the members of the Panel of Experts", "special_procedures"),
        ("the States members of the Dusk Front", "member_states"),
        ("all members of the Government of Fiji", "other"),
    ],
)
def test_members_are_named_with_whose_they_are_and_of_that_class(who: str, class_: str) -> None:
    assert kinds(f"Calls upon {who} to light the lamps") == [(who, class_)]


@pytest.mark.parametrize(
    ("before", "class_"),
    [
        ("Demands that all armed groups cease their attacks", "armed_parties"),
        ("Thanks the World Health Organization", "member_states"),
        ("Welcomes what the Commission of the African Union said of the Dusk Front (LDF)", "other"),
        ("Deplores what was done", "other"),
        ("Thanks the African Union for its work, deplores the armed groups", "other"),
    ],
)
def test_its_members_are_of_whoever_was_named(before: str, class_: str) -> None:
    found = kinds(f"{before}, and urges all its members to light the lamps", "Security Council")
    assert found[-1] == ("all its members", class_)


def test_its_members_are_of_the_body_they_are_joined_to() -> None:
    found = kinds("Deplores the armed groups, and urges the Committee and its members to act")
    assert found[-1] == ("its members", "member_states")


def test_the_parties_concerned_fight_where_that_is_said() -> None:
    asks = "Calls upon the parties concerned to light the lamps"
    assert kinds(asks) == [("the parties concerned", "other")]
    ceased = "Welcomes the ceasefire"
    assert kinds(asks, then=ceased) == [("the parties concerned", "other")]
    council = kinds(asks, "Security Council", ceased)
    assert council == [("the parties concerned", "armed_parties")]
    respect = kinds("Demands that all parties concerned respect international humanitarian law")
    assert respect == [("all parties concerned", "armed_parties")]


def test_parties_concerned_may_be_anybody_beside_others() -> None:
    for asks in (
        "Urges all parties concerned, including Member States, to respect the ceasefire",
        "Urges Member States and other parties concerned to respect the ceasefire",
    ):
        assert "all_stakeholders" in {class_ for _, class_ in kinds(asks)}, asks


def test_members_and_observers_of_two_bodies_are_of_both() -> None:
    found = kinds(
        "Invites States members and observers of the Conference on Disarmament and the Disarmament "
        "Commission to count the lamps"
    )
    whose = "observers of the Conference on Disarmament and the Disarmament Commission"
    assert found == [("States members", "member_states"), (whose, "other")]
    found = kinds("Calls upon the members of the Lamp Council and the Secretary-General to act")
    assert [who for who, _ in found] == ["the members of the Lamp Council", "the Secretary-General"]
