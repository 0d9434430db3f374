"""Who is asked, by a whole name: what a longer name begins with is somebody else."""

from __future__ import annotations

import pytest

from counterdraft.model import Addressee
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

GA, SC = "General Assembly", "Security Council"


def asked(words: str, organ: str = GA) -> list[Addressee]:
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return [each for one in resolution.paragraphs[1:-1] for each in one.addressees]


def named(words: str, organ: str = GA) -> list[tuple[str, str]]:
    return [(each.class_, each.text) for each in asked(words, organ)]


@pytest.mark.parametrize("state", ["Fiji", "Chad", "Norway", "South Sudan"])
@pytest.mark.parametrize("forces", ["armed forces", "military", "army"])
def test_the_armed_forces_of_a_state_are_not_the_state(state: str, forces: str) -> None:
    (one,) = asked(f"Calls upon the {state} {forces} to count the lamps")
    assert (one.class_, one.text, one.name) == ("armed_parties", f"the {state} {forces}", None)
    (one,) = asked(f"Calls upon the armed forces of {state} to count the lamps")
    assert one.class_ == "armed_parties"


@pytest.mark.parametrize("people", ["Norwegian", "Chadian", "Fijian"])
def test_the_forces_of_a_people_are_not_the_state(people: str) -> None:
    assert named(
        f"Calls upon the {people} armed forces and the {people} security forces to act"
    ) == [
        ("armed_parties", f"the {people} armed forces"),
        ("other", f"the {people} security forces"),
    ]


def test_the_authorities_of_a_state_are_the_state_and_are_told_whole() -> None:
    (one,) = asked("Urges the South Sudan authorities to count the lamps")
    assert (one.class_, one.text, one.name) == (
        "named_state", "the South Sudan authorities", "South Sudan",
    )  # fmt: skip


def test_a_state_s_name_may_describe_whoever_else_is_asked() -> None:
    assert named("Urges the Fiji stakeholders to act") == [
        ("all_stakeholders", "the Fiji stakeholders")
    ]
    assert named("Demands that Fiji fully comply with its duties") == [("named_state", "Fiji")]
    assert named("Urges Fiji and the United Nations to act") == [
        ("named_state", "Fiji"), ("un_entities", "the United Nations"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("the United Nations Coalition on Combating Lamp Dust", "un_entities"),
        ("the United Nations Operation in Orlavia", "un_entities"),
        ("the United Nations Secretary-General", "secretary_general"),
        ("the Human Rights Council Advisory Committee", "ga_body"),
        ("the African Union Ceasefire Commission", "regional_orgs"),
        ("the African Union Member States", "member_states"),
        ("the Fiji People's Liberation Movement/Army", "armed_parties"),
        ("the Fiji Council of Elders", "other"),
        ("all concerned States", "member_states"),
        ("the Independent Expert Advisory Panel", "other"),
    ],
)
def test_a_name_is_taken_to_its_end(name: str, class_: str) -> None:
    assert named(f"Invites {name} to count the lamps") == [(class_, name)]


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("the Democratic Forces for the Liberation of Orlavia", "armed_parties"),
        ("the Patriotic Lamp Army/Movement", "armed_parties"),
        ("the Liberation and Lamp Movement", "armed_parties"),
        ("the Special Envoy for the Northern Lakes", "secretary_general"),
        ("the Special Envoy of the Secretary-General for the Salt Lakes region",
         "secretary_general"),
        ("the Special Representative of the Secretary-General on Theft against Harbours",
         "secretary_general"),
        ("the Secretary-General of the International Maritime Organization", "un_entities"),
        ("the Secretary-General of the United Nations", "secretary_general"),
        ("the Small Island Developing States Dock", "other"),
    ],
)  # fmt: skip
def test_a_name_is_cut_neither_by_a_preposition_nor_by_a_slash(name: str, class_: str) -> None:
    assert named(f"Urges {name} to act", SC) == [(class_, name)]
    assert named(f"Urges {name} and Fiji to act", SC) == [(class_, name), ("named_state", "Fiji")]


def test_two_armed_groups_are_not_one() -> None:
    assert named(
        "Demands that the Democratic Forces and the Lord's Resistance Army disarm", SC
    ) == [
        ("armed_parties", "the Democratic Forces"),
        ("armed_parties", "the Lord's Resistance Army"),
    ]


def test_an_and_between_two_ends_a_name() -> None:
    assert named("Requests the United Nations Country Team and Member States to act") == [
        ("un_entities", "the United Nations Country Team"), ("member_states", "Member States"),
    ]  # fmt: skip


@pytest.mark.parametrize("organ", [GA, SC, "Human Rights Council"])
@pytest.mark.parametrize(
    "name",
    [
        "the Military Council",
        "the Transitional Military Council",
        "the State Administration Council",
        "the Council of Ministers",
        "the Presidency Council of Fiji",
        "the National Human Rights Committee of Fiji",
        "the Human Rights Committee of Fiji",
        "the national Human Rights Committee",
        "the Independent High Electoral Commission",
        "the National Assembly",
        "the National Commission of Inquiry on Lamps",
    ],
)
def test_a_body_that_no_table_has_is_nobody_s_in_particular(name: str, organ: str) -> None:
    assert named(f"Calls upon {name} to count the lamps", organ) == [("other", name)]


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("the Council", "ga_body"),
        ("the Human Rights Council", "ga_body"),
        ("the Human Rights Committee", "special_procedures"),
        ("the International Narcotics Control Board", "ga_body"),
        ("the Commission of Inquiry", "ga_body"),
        ("the Council of Europe", "regional_orgs"),
        ("the Commission of the African Union", "regional_orgs"),
    ],
)
def test_a_body_known_by_its_full_name_or_alone_is_told_as_what_it_is(
    name: str, class_: str
) -> None:
    assert named(f"Calls upon {name} to count the lamps") == [(class_, name)]


def test_no_list_is_told_shorter_than_it_is() -> None:
    assert named("Urges Fiji, Sund, Kareth and Chad to act") == [
        ("named_state", "Fiji"), ("other", "Sund"), ("other", "Kareth"), ("named_state", "Chad"),
    ]  # fmt: skip
    assert named("Urges Dorrin, Sund and the Kingdom of Ilm to act") == [
        ("other", "Dorrin"), ("other", "Sund"), ("named_state", "the Kingdom of Ilm"),
    ]  # fmt: skip
    assert named("Urges parliaments, lamp traders, employers and trade unions to act") == [
        ("member_states", "parliaments"), ("other", "lamp traders"),
        ("private_sector", "employers"), ("civil_society", "trade unions"),
    ]  # fmt: skip
    assert named("Demands that the Government of Fiji and the Lamp Front (LF) cease fire") == [
        ("named_state", "the Government of Fiji"), ("other", "the Lamp Front"),
    ]  # fmt: skip
    assert named("Urges the African States and the Eastern European States to act") == [
        ("member_states", "the African States"), ("member_states", "the Eastern European States"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Urges Fiji and the Lamp Agreement to act",
        "Urges Fiji, the Scientific, to act",
    ],
)
def test_a_text_or_half_a_name_is_no_member_of_a_list(words: str) -> None:
    assert named(words) == [("named_state", "Fiji")]


def test_a_name_with_and_in_it_is_one() -> None:
    assert named("Requests the Division for Ocean Affairs and the Law of the Sea to act") == [
        ("un_secretariat", "the Division for Ocean Affairs")
    ]
    assert named("Urges Fiji and the Latin American and Caribbean States to act") == [
        ("named_state", "Fiji"), ("member_states", "the Latin American and Caribbean States"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "the Special Rapporteur on the negative impact of lamps on the enjoyment of the dark",
        "the Special Rapporteur on the independence of judges and lawyers",
        "the Committee on the Rights of the Child",
        "the Commission on the Status of Women",
    ],
)
def test_a_mandate_is_told_to_its_end(name: str) -> None:
    assert [each.text for each in asked(f"Invites {name} to count the lamps")] == [name]


def test_two_mandates_are_two() -> None:
    found = asked(
        "Invites the Special Rapporteur on the right to lamps and the Special Rapporteur on "
        "violence against women and girls, within their mandates, to act"
    )
    assert [each.text for each in found] == [
        "the Special Rapporteur on the right to lamps",
        "the Special Rapporteur on violence against women and girls",
    ]


def test_a_report_may_be_asked_for_as_a_thing() -> None:
    (one,) = asked(
        "Asks the Secretary-General for a progress report at the eighty-second session, to be "
        "prepared with care"
    )
    assert (one.text, one.reporting, one.deadline) == (
        "the Secretary-General", True, "at the eighty-second session",
    )  # fmt: skip
    (one,) = asked("Requests the Lamp Mission to publish an annual lamp report")
    assert one.reporting


@pytest.mark.parametrize(
    "words",
    [
        "Requests from UNDP a report on lamps by 1 May 2027",
        "Requests a report from UNDP on lamps by 1 May 2027",
        "Requests an update by 1 May 2027 from UNDP on lamps",
        "Asks for a comprehensive study by UNDP before 1 May 2027",
        "Requests UNDP to present its findings on lamps by 1 May 2027",
        "Requests UNDP to prepare a short study of lamps by 1 May 2027",
        "Requests UNDP to submit a conference room paper by 1 May 2027",
        "Requests UNDP to give an oral update by 1 May 2027",
        "Decides that UNDP shall report on lamps by 1 May 2027",
    ],
)
def test_a_report_may_be_asked_for_in_many_words(words: str) -> None:
    (one,) = asked(words)
    assert (one.text, one.reporting) == ("UNDP", True)
    assert one.deadline in {"by 1 May 2027", "before 1 May 2027"}


def test_a_report_that_is_spoken_of_asks_nobody_for_one() -> None:
    assert not asked("Requests a report on lamps counted by UNDP")
    assert not asked("Notes the request for a report from UNDP")


@pytest.mark.parametrize(
    "words",
    [
        "Requests the Lamp Mission to transmit the study of lamps to the Council",
        "Requests the Lamp Mission to circulate the reports that it has",
        "Requests the Lamp Mission to submit a note verbale to it",
        "Requests the Lamp Mission to give due attention to the latest briefing",
        "Requests the Secretary-General for that purpose to count the lamps",
        "Requests the Lamp Mission to publish the final report and the calendar of the bench",
    ],
)
def test_what_is_no_report_to_come_is_none(words: str) -> None:
    (one,) = asked(words)
    assert not one.reporting


def test_an_acronym_behind_a_name_is_no_part_of_what_is_asked() -> None:
    words = "Demands that the Government of Fiji and the Marr Liberation Front (MLF) cease fire"
    text = f"The General Assembly,\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    document = from_text(text.encode(), "x")
    (resolution,) = parse(document)
    actions = [each.action for each in resolution.paragraphs[1].addressees]
    assert [each.of(document.text) for each in actions if each] == ["cease fire"] * 2


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("the Lamp Front (LF)", ["the Lamp Front"]),
        ("the Lamp Front", ["the Lamp Front"]),
        ("the LF", ["the LF"]),
        ("LF", ["LF"]),
        ("the Dusk and Dawn Movement (DDM)", ["the Dusk and Dawn Movement"]),
        ("the Lamp Front (LF), the Fiji Movement (FM) and all other armed groups", [
            "the Lamp Front", "the Fiji Movement", "all other armed groups",
        ]),
        ("the Forces Nationales de Libération", ["the Forces Nationales de Libération"]),
        ("Fiji's political leaders", ["Fiji's political leaders"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "verb", ["cease fire", "immediately lay down their arms", "not return to it"]
)
def test_the_verb_shows_that_a_name_is_asked_which_no_table_knows(
    subject: str, who: list[str], verb: str
) -> None:
    assert [name for _, name in named(f"Demands that {subject} {verb}", SC)] == who


@pytest.mark.parametrize(
    "clause",
    [
        "the Lamp Agreement enter into force",
        "the Lamp Convention be respected",
        "the Lamp Process continue",
        "the Lamp Front members report to it",
        "the Lamp Front report be published",
        "Lantern Bay remain open",
        "LED lamps reach all",
        "the Lamp Front ceases fire",
    ],
)
def test_a_text_a_place_or_what_belongs_to_somebody_is_not_asked(clause: str) -> None:
    assert not named(f"Demands that {clause}", SC)


def test_a_name_that_begins_as_a_state_s_is_told_whole_in_a_clause_too() -> None:
    assert named("Demands that the Government of Chad and the Fiji Front cease fire", SC) == [
        ("named_state", "the Government of Chad"), ("other", "Fiji Front"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("the LURD and MODEL", ["the LURD", "MODEL"]),
        ("the Group of 20 and the Group of 77", ["the Group of 20", "the Group of 77"]),
        ("the Lamp Fund and the Secretary-General", ["the Lamp Fund", "the Secretary-General"]),
        ("the LURD and MODEL Presidents", ["the LURD and MODEL Presidents"]),
        ("the Ministry of Lamps and the Dark", ["the Ministry of Lamps and the Dark"]),
    ],
)
def test_two_names_are_two(words: str, who: list[str]) -> None:
    assert [name for _, name in named(f"Urges {words} to act", SC)] == who


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("the Secretary-General's Special Envoy", "secretary_general"),
        ("Fiji's international partners", "all_stakeholders"),
        ("South Sudan's political leaders", "other"),
    ],
)
def test_whoever_stands_behind_s_is_asked_and_not_the_owner(name: str, class_: str) -> None:
    assert named(f"Urges {name} to act", SC) == [(class_, name)]
    assert not named("Urges Fiji's unbroken lamps to act", SC)


def test_the_office_is_not_the_one_for_refugees_where_another_is_named() -> None:
    one = named(
        "Commends the United Nations Office on Drugs and Crime, and requests the Office to act"
    )
    assert one == [("un_secretariat", "the Office")]
    words = "Commends its work for refugees and the United Nations Office on Drugs and Crime, and "
    assert named(f"{words}requests the Office to act") == [("un_secretariat", "the Office")]
    assert named("Recalls refugees, and requests the Office to act") == [
        ("un_entities", "the Office")
    ]


@pytest.mark.parametrize(
    "person",
    ["Mr. Jorun Vael", "Ms. Vael", "Dr. Jorun de Vael", "President Vael", "former President Vael"],
)
def test_a_person_is_asked_by_name(person: str) -> None:
    assert named(f"Calls upon {person} to open the gates by May 2027") == [("other", person)]
    assert named(f"Demands that {person} release the lamps", SC) == [("other", person)]
    assert named(f"Urges Fiji and {person} to act")[0] == ("named_state", "Fiji")


@pytest.mark.parametrize("name", ["Mr. Jorun Vael", "Jorun Vael"])
def test_an_office_and_the_name_of_who_holds_it_are_one(name: str) -> None:
    assert named(f"Requests the Special Envoy, {name}, to report", SC) == [
        ("secretary_general", "the Special Envoy")
    ]
    assert named("Invites Ms. Vael, Special Rapporteur on lamps, to report") == [
        ("special_procedures", "Ms. Vael, Special Rapporteur on lamps")
    ]


@pytest.mark.parametrize(
    ("envoy", "class_"),
    [
        ("the Special Envoy of the African Union", "regional_orgs"),
        ("the Secretary-General of the Caribbean Community", "regional_orgs"),
        ("the Special Envoy of the President of Fiji", "other"),
        ("the African Union's Special Envoy", "other"),
        ("the Special Envoy of the Secretary-General", "secretary_general"),
    ],
)
def test_the_envoy_of_others_is_not_the_secretary_general_s(envoy: str, class_: str) -> None:
    assert named(f"Requests {envoy} to report", SC) == [(class_, envoy)]


@pytest.mark.parametrize(
    "body",
    [
        "the Panel of Experts",
        "the Group of Experts",
        "the Panel",
        "the Monitoring Group",
        "the Analytical Support and Sanctions Monitoring Team",
    ],
)
def test_the_experts_of_a_sanctions_regime_are_the_council_s(body: str) -> None:
    assert named(f"Requests {body} to report", SC) == [("security_council", body)]
    assert named(f"Requests {body} to report", GA) == [("special_procedures", body)]


@pytest.mark.parametrize(
    "who",
    [
        "troop- and police-contributing countries",
        "the troop and police contributing countries",
        "Troop- and Police-Contributing Countries",
        "troop contributors",
        "flag-, port- and coastal States",
    ],
)
def test_a_word_whose_end_is_left_out_is_of_the_name(who: str) -> None:
    text = (
        "The Security Council,\n\nRecalling its rules,\n\n"
        f"1. Urges the Secretary-General and {who} to light the lamps;\n\n"
        f"2. Demands that the Secretary-General and {who} light the lamps."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    for each in resolution.paragraphs[1:]:
        named = [(one.text, one.class_) for one in each.addressees]
        assert named == [("the Secretary-General", "secretary_general"), (who, "member_states")]


def test_what_a_mission_has_is_not_the_mission() -> None:
    for words, named in (
        ("Stresses the importance of UNMIL's support to the lamps to win", []),
        ("Decides that UNMIL's liquidation shall begin soon", []),
        ("Decides that UNMIL's mandate shall include the lamps", ["UNMIL"]),
        ("Urges UNMIL's troop contributors to light lamps", ["UNMIL's troop contributors"]),
    ):
        text = f"The Security Council,\n\nRecalling its rules,\n\n1. {words};\n\n2. Notes it."
        (resolution,) = parse(from_text(text.encode(), "x"))
        assert [one.text for one in resolution.paragraphs[1].addressees] == named


def test_a_place_that_bears_the_name_of_a_state_is_not_the_state() -> None:
    text = (
        "The General Assembly,\n\nRecalling its rules,\n\n"
        "1. Urges Samoa, American Samoa and Fiji to light the lamps;\n\n"
        "2. Invites the Government of American Samoa to do so."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    first, second = (paragraph.addressees for paragraph in resolution.paragraphs[1:])
    assert [one.name for one in first] == ["Samoa", None, "Fiji"]
    assert [(one.class_, one.name) for one in second] == [("other", None)]
