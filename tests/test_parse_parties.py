"""Who "the parties to …" are, what only describes a State, and whole lists and names."""

from __future__ import annotations

import pytest

from counterdraft.model import Addressee
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def asked(words: str, organ: str = "Security Council") -> tuple[Addressee, ...]:
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[1].addressees


@pytest.mark.parametrize(
    ("parties", "class_"),
    [
        ("the parties to the Lantern Convention", "member_states"),
        ("the parties to the Protocol on Lamps", "member_states"),
        ("the parties to the Lusk Ceasefire Agreement", "armed_parties"),
        ("all parties to the Orlavian domestic conflict", "armed_parties"),
        ("all parties to the armed conflict", "armed_parties"),
        ("the parties to the Lusk Peace Agreement", "other"),
        ("the parties to the Lusk Agreement", "other"),
        ("the parties to the Lusk and Vael processes", "other"),
        ("the parties to the March 7 Agreements", "other"),
        ("the parties to the negotiations", "other"),
    ],
)
@pytest.mark.parametrize("organ", ["General Assembly", "Security Council"])
def test_who_the_parties_are_says_what_they_are_parties_to(
    parties: str, class_: str, organ: str
) -> None:
    (one,) = asked(f"Calls upon {parties} to light the lamps", organ)
    assert one.class_ == class_
    assert one.text == parties


@pytest.mark.parametrize(
    ("words", "class_"),
    [
        ("all parties to such peace talks", "other"),
        ("the Malian parties to the Lusk Peace Agreement", "other"),
        ("the signatory parties to the peace process", "other"),
        ("all parties in Orlavia, in particular political leaders,", "other"),
        ("all parties in Orlavia, in particular the armed groups,", "armed_parties"),
        ("the Malian parties to the Lusk ceasefire and the peace talks", "armed_parties"),
    ],
)
def test_parties_to_talks_are_of_no_known_class(words: str, class_: str) -> None:
    assert asked(f"Calls upon {words} to light the lamps")[0].class_ == class_


@pytest.mark.parametrize("who", ["all parties", "the parties", "both sides", "all Ivorian parties"])
def test_parties_and_sides_fight_only_in_a_text_that_tells_of_it(who: str) -> None:
    assert asked(f"Calls upon {who} to light the lamps")[0].class_ == "other"
    told = asked(f"Welcomes the ceasefire, and calls upon {who} to light the lamps")
    assert told[0].class_ == "armed_parties"


def test_groups_in_a_place_are_asked_and_two_acronyms_are_two() -> None:
    (groups,) = asked("Demands that all groups in the north of Orlavia cease all abuses")
    assert (groups.class_, groups.text) == ("other", "all groups")
    found = asked("Calls upon the UN and AU to light the lamps")
    assert [(each.class_, each.text) for each in found] == [
        ("un_entities", "the UN"),
        ("regional_orgs", "AU"),
    ]
    (one,) = asked("Requests the Working Group on the use of mercenaries to report")
    assert one.class_ == "special_procedures"


def test_the_agreement_alone_is_the_one_that_was_named_before() -> None:
    for named, class_ in (("Paris Agreement", "member_states"), ("Lusk Agreement", "other")):
        (one,) = asked(
            f"Reaffirms the {named}2 and encourages all the parties to the Agreement to meet"
        )
        assert (one.class_, one.text) == (class_, "all the parties to the Agreement")


def test_what_a_state_is_called_names_no_second_one() -> None:
    (one,) = asked("Calls upon Fiji, the administering Power, to light the lamps")
    assert (one.name, one.text) == ("Fiji", "Fiji, the administering Power")
    (one,) = asked("Demands that Fiji, the occupying Power, light the lamps")
    assert (one.name, one.text) == ("Fiji", "Fiji, the occupying Power")
    found = asked("Calls upon Fiji, the occupying Power, and Mali to light the lamps")
    assert [each.name for each in found] == ["Fiji", "Mali"]


def test_demands_that_are_referred_to_are_things() -> None:
    text = (
        "The Security Council,\n\nRecalling its rules,\n\n1. Decides to meet when the parties have "
        "complied with all the commitments and demands referred to in paragraph 2;\n\n2. Notes it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [each.lemma for each in resolution.paragraphs[1].verbs] == ["decide"]


def test_an_unknown_government_keeps_its_name_and_the_party_beside_it() -> None:
    found = asked(
        "Demands that the Government of Veldonia and the Northern Front cease hostilities"
    )
    assert [each.text for each in found] == ["the Government of Veldonia", "the Northern Front"]
    (one,) = asked("Requests the Government of National Concord to light the lamps")
    assert (one.text, one.name) == ("the Government of National Concord", None)
    (one,) = asked("Requests the Government of National unity and concord to light the lamps")
    assert one.text == "the Government"


def test_states_in_brackets_are_all_asked() -> None:
    found = asked("Calls upon the Lamp States (Canada, Fiji, Mali, USA) to light the lamps")
    assert [each.name for each in found if each.name] == [
        "Canada", "Fiji", "Mali", "United States of America",
    ]  # fmt: skip


# "Decides that"


def test_will_asks_as_shall_does() -> None:
    (one,) = asked("Decides that the Committee will submit a report no later than 27 April 2028")
    assert (one.text, one.deadline, one.reporting) == (
        "the Committee", "no later than 27 April 2028", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the Mission will consist of up to 90 lamps",
        "Decides that the Mission will also have the following mandate",
        "Decides that the Mission will be closed",
        "Decides that the Council will look at it again",
        "Decides that lamps which the Mission will light are kept",
    ],
)
def test_how_it_will_be_asks_nobody(words: str) -> None:
    assert not asked(words)


def test_it_is_the_organ_itself() -> None:
    (one,) = asked("Decides that, no later than 31 July 2028, it shall review the measures")
    assert (one.text, one.class_, one.deadline) == (
        "", "security_council", "no later than 31 July 2028",
    )  # fmt: skip


def test_words_before_that_hide_nobody() -> None:
    (one,) = asked(
        "Decides, acting under Article 41 of the Charter, that Member States shall light the lamps"
    )
    assert one.text == "Member States"


def test_a_term_before_that_is_kept() -> None:
    text = (
        "The Security Council,\n\nRecalling its rules,\n\n1. Decides, for a period ending on 30 "
        "April 2028, that all States shall light the lamps;\n\n2. Notes it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    paragraph = resolution.paragraphs[1]
    assert [each.text for each in paragraph.addressees] == ["all States"]
    assert paragraph.deadlines == ("for a period ending on 30 April 2028",)


@pytest.mark.parametrize(
    ("aside", "who"),
    [
        ("as soon as it is dark", "the Secretary-General"),
        ("as soon as the lamps of Fiji are lit", "the Director General of the LLA"),
    ],
)
def test_an_aside_behind_that_hides_nobody(aside: str, who: str) -> None:
    (one,) = asked(f"Requests that, {aside}, {who} submit a report")
    assert one.text == who


def test_a_list_in_an_aside_is_asked_nothing() -> None:
    assert not asked(
        "Demands that, in line with the rules of Fiji, Mali and Chad, all parties light the lamps"
    )


def test_a_text_behind_an_aside_is_nobody() -> None:
    assert not asked("Recommends that, as said before, General Assembly resolutions be short")


@pytest.mark.parametrize("side", ["the Turvish Lamper side", "the Vael leadership"])
def test_a_side_is_told_with_its_noun(side: str) -> None:
    (one,) = asked(f"Calls upon {side} to light the lamps")
    assert (one.text, one.class_) == (side, "other")
    found = asked(f"Calls upon {side} and Lampish forces to light the lamps")
    assert found[0].text == side


def test_the_tasks_of_a_mandate_are_of_whoever_has_it() -> None:
    text = (
        "The Security Council,\n\nRecalling its rules,\n\n1. Decides that the mandate of the Panel "
        "of Experts shall include the following tasks:\n\n(a) To count the lamps;\n\n(b) To "
        "provide the Council with a final report by 31 December 2028;\n\n2. Notes it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    mandate, _, report = resolution.paragraphs[1:4]
    assert [each.text for each in mandate.addressees] == ["the Panel of Experts"]
    assert (report.deadlines, report.reporting) == (("by 31 December 2028",), True)
    assert not asked("Decides that the mandate of the Committee shall apply to the lamps")
    (one,) = asked(
        "Decides that the mandate of the Committee concerning Mali and Fiji shall include new tasks"
    )
    assert one.text == "the Committee"


def test_a_special_report_is_one() -> None:
    (one,) = asked("Requests the Mayor to provide the Council with a Special Report by 1 May 2028")
    assert one.reporting
