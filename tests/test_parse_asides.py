"""Where what is asked begins, and who is asked behind an aside or in the plain form."""

from __future__ import annotations

import pytest

from counterdraft.model import Addressee
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def asked(words: str, organ: str = "General Assembly") -> list[tuple[str, str, str]]:
    """Whom the first operative paragraph and its points ask: class, words, what is asked."""
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    document = from_text(text.encode(), "x")
    (resolution,) = parse(document)
    paragraphs = [p for p in resolution.paragraphs if p.id.startswith("op1")]
    return [one(each, document.text) for p in paragraphs for each in p.addressees]


def one(each: Addressee, text: str) -> tuple[str, str, str]:
    action = text[each.action.start : each.action.end] if each.action else ""
    return each.class_, each.text, action


@pytest.mark.parametrize(
    "aside",
    [
        ", in taking measures to eliminate the dark,",
        ", when designing lamps to counter the dark,",
        ", while countering matters conducive to terrorism,",
        ", when considering whether to build towers,",
        ", in their inquiries into the alleged attempt to break lamps,",
        ", with a view to ensuring that all have the opportunity to speak,",
        " with the capacity to do so",
        " that have the competence to regulate lamps",
        ", especially those in which the lamps are known to burn,",
    ],
)
def test_what_is_asked_begins_behind_the_aside(aside: str) -> None:
    (found,) = asked(f"Calls upon Member States{aside} to light the road")
    how = aside.strip(" ,") if aside.startswith((", when", ", while", ", in", ", with")) else ""
    task = f"{how}, to light the road".removeprefix(", ")
    assert found == ("member_states", "Member States", task)


def test_a_capacity_that_is_no_aside_leaves_the_task_alone() -> None:
    (found,) = asked("Requests the Secretary-General, within resources and capacity to report")
    assert found[1:] == ("the Secretary-General", "within resources and capacity to report")


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ("Requests the Secretary-General report to it by 1 May", "report to it by 1 May"),
        (
            "Demands all parties allow access to persons and lamps",
            "allow access to persons and lamps",
        ),
        ("Requests the Secretary-General undertake a review to save oil", "undertake a review"),
    ],
)
def test_the_plain_form_of_the_verb_says_what_is_asked(words: str, task: str) -> None:
    (found,) = asked(words)
    assert found[2].startswith(task)


def test_of_whose_acting_the_importance_is_stressed_they_are_asked_to_act() -> None:
    (found,) = asked("Stresses the importance of Member States acting together to light the road")
    assert found == ("member_states", "Member States", "acting together to light the road")


@pytest.mark.parametrize(
    "words",
    [
        "Stresses the importance of the Lamp Programme as an instrument in enabling States to act",
        "Stresses the importance of broadening the private sector and partnerships to win",
        "Stresses the importance of the Committee being heard",
    ],
)
def test_of_what_is_no_act_of_theirs_nobody_is_asked(words: str) -> None:
    assert asked(words) == []


def test_a_second_one_is_asked_behind_an_aside() -> None:
    found = asked(
        "Calls upon the Government of Chad to sign it, and the regional commissions, in concert "
        "with the African Union, to assist"
    )
    assert [each[1:] for each in found] == [
        ("the Government of Chad", "to sign it"),
        ("the regional commissions", "in concert with the African Union, to assist"),
    ]


def test_a_second_one_is_asked_behind_a_comma_though_prepositions_stand_before_it() -> None:
    found = asked(
        "Requests the President of the Mechanism to submit a report to the Security Council in its "
        "year of work, and the regional commissions to assist"
    )
    assert [each[1:] for each in found][1:] == [("the regional commissions", "to assist")]
    (alone,) = asked(
        "Requests the Secretary-General to act through the Council, and the regional commissions "
        "to assist"
    )
    assert alone[1] == "the Secretary-General"


def test_points_name_those_asked_by_a_verb_at_the_end_of_a_longer_clause() -> None:
    found = asked(
        "Recalls its decision on lamps, and requests:\n\n(a) the Secretary-General to count "
        "them;\n\n(b) Member States to light them"
    )
    assert [each[1:] for each in found] == [
        ("the Secretary-General", "to count them"),
        ("Member States", "to light them"),
    ]


def test_a_point_that_is_a_task_names_nobody() -> None:
    for point in ("Recommend ways to act", "To promote lamps to see", "The making of lamps to see"):
        found = asked(f"Directs the Lamp Commission to:\n\n(a) {point};\n\n(b) {point}")
        assert [each[1] for each in found] == ["the Lamp Commission"]


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("Central Veldonian countries", "member_states"),
        ("the Lamp Coast States", "member_states"),
        ("Troop- and Police-Contributing Countries", "member_states"),
        ("all AU member states", "member_states"),
        ("the Lamp Pact partners", "all_stakeholders"),
        ("Veldonian political leaders", "other"),
        ("the Association of Lamp States", "other"),
        ("the Panel of experts", "special_procedures"),
        ("both State and non-State actors", "all_stakeholders"),
        ("the Special Representative for the Great Lamps Region", "secretary_general"),
        ("the Special Representative on Violence against Children", "secretary_general"),
    ],
)
def test_a_name_is_told_whole(name: str, class_: str) -> None:
    assert asked(f"Calls upon {name} to act") == [(class_, name, "to act")]


def test_two_who_are_joined_stay_two() -> None:
    found = asked("Calls upon the Special Envoy for Lusk and the Secretary-General to act")
    assert [each[1] for each in found] == ["the Special Envoy for Lusk", "the Secretary-General"]


@pytest.mark.parametrize(
    "condition",
    ["if necessary", "where appropriate", "when reporting on the lamps", "upon request"],
)
def test_a_condition_behind_those_who_are_asked_is_of_what_they_are_asked(condition: str) -> None:
    found = asked(f"Requests the Secretary-General, with the Board, {condition}, to light them")
    task = f"with the Board, {condition}, to light them"
    assert found == [("secretary_general", "the Secretary-General", task)]
    (other,) = asked(f"Invites States, {condition}, and all the lamps of the world, to shine")
    assert other[2] == "to shine"


@pytest.mark.parametrize(
    "how",
    [
        "within existing resources",
        "as an interim measure",
        "at the request of Orlavia",
        "with the consent of Orlavia",
        "with the assistance of a group of experts, to be convened for one week",
        "in consultation with Member States",
        "without prejudice to its rights",
        "on a voluntary basis",
        "in accordance with its mandate",
        "through voluntary contributions, including by the public",
        "individually or collectively",
        "including through the Lamp Fund",
    ],
)
def test_an_aside_that_says_how_it_is_to_be_done_is_of_what_is_asked(how: str) -> None:
    (found,) = asked(f"Urges the Secretary-General, by 2027, {how}, to light the lamps")
    assert found[1:] == ("the Secretary-General", f"{how}, to light the lamps")


@pytest.mark.parametrize(
    "who",
    [
        "as Chair of the Lamp Board",
        "as the custodian agency of the lamps",
        "in his capacity as guardian of the lamps",
        "who serves within the Lamp Board",
        "including in countries of origin",
        "by 1 May 2031",
        "that has not, in accordance with its mandate, lit them",
    ],
)
def test_an_aside_that_says_who_they_are_or_by_when_alone_is_not(who: str) -> None:
    found = asked(f"Urges the Secretary-General, {who}, to light the lamps")
    assert found[0][1:] == ("the Secretary-General", "to light the lamps")


def test_an_aside_before_a_second_verb_is_not_of_what_that_asks() -> None:
    (first, *_) = asked("Calls upon States, within their means, and invites donors to shine")
    assert first[2] == "to shine"


def test_an_adverb_before_the_infinitive_is_of_what_is_asked() -> None:
    found = asked("Urges all parties expeditiously to end it")
    assert found == [("other", "all parties", "expeditiously to end it")]
    (other,) = asked("Invites the States of the family to end it")
    assert other[2] == "to end it"


@pytest.mark.parametrize(
    "aside", ["by 1 May 2031", "if need be", "as a first step", "on the whole"]
)
def test_an_aside_between_the_verb_and_those_who_are_asked_hides_nobody(aside: str) -> None:
    found = asked(f"Requests, {aside}, the Secretary-General to light the lamps")
    assert [who for _, who, _ in found] == ["the Secretary-General"]


def test_parties_that_have_not_yet_done_so_are_asked_by_themselves() -> None:
    found = asked(
        "Encourages all its parties to implement the Accord, and parties to the Lamp Treaty that"
        " have not yet done so to deposit their instruments"
    )
    assert [task for *_, task in found] == [
        "to implement the Accord",
        "to deposit their instruments",
    ]


def test_two_verbs_have_one_object() -> None:
    found = asked("Urges States to submit and encourages them to publish their reports")
    assert [task for *_, task in found] == ["to submit", "to publish their reports"]
    found = asked("Calls upon A States to undertake, and upon donors to pay for, the works")
    assert found[0][2] == "to undertake, and upon donors to pay for, the works"
    found = asked("Urges States to cooperate and encourages them to publish their reports")
    assert found[0][2] == "to cooperate"


def test_who_is_named_before_an_aside_is_asked_though_no_table_knows_them() -> None:
    found = asked("Invites the institutes of the Lamp Programme, within their mandates, to shine")
    task = "within their mandates, to shine"
    assert found == [("other", "the institutes of the Lamp Programme", task)]
    assert not asked("Invites financial contributions, with others in the lead, to shine")
    found = asked("Takes note of the report of the Secretary-General, and requests that he report")
    assert found == [("secretary_general", "he", "report")]


@pytest.mark.parametrize(
    "described",
    [
        "have not yet contributed to lamp-lighting",
        "have not yet taken the steps necessary to join the Lamp Convention",
        "have not agreed to take part in negotiations",
        "have not acceded to or ratified it",
    ],
)
def test_of_those_who_have_not_done_it_what_is_asked_is_to_do_so(described: str) -> None:
    found = asked(f"Calls upon all States that {described} to do so at once")
    assert found == [("member_states", "all States", "to do so at once")]


@pytest.mark.parametrize(
    "made",
    [
        " in paragraph 7 of its resolution 70/1",
        ", made in paragraphs 7 and 8 of its resolution 70/1,",
        " expressed in resolution 1640 (2005)",
    ],
)
def test_where_a_request_was_made_stands_before_those_asked(made: str) -> None:
    found = asked(f"Reiterates its request{made} that the Secretary-General light the lamps")
    assert found == [("secretary_general", "the Secretary-General", "light the lamps")]
    (one, *_) = asked(f"Reaffirms its call{made} for Governments to light the lamps")
    assert one == ("member_states", "Governments", "to light the lamps")


@pytest.mark.parametrize(
    "who", ["development partners", "intergovernmental bodies", "parties to the Lamp Convention"]
)
def test_the_preposition_of_a_request_made_again_is_no_part_of_the_name(who: str) -> None:
    (one,) = asked(f"Reiterates its invitation to {who} to light the lamps")
    assert one[1:] == (who, "to light the lamps")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Recalls the duties of the parties to the conflict, demands that they allow lamps in",
            [("armed_parties", "they", "allow lamps in")],
        ),
        (
            "Calls upon donors to help, and requests that they publish their reports",
            [("donors", "donors", "to help"), ("donors", "they", "publish their reports")],
        ),
        (
            "Demands that all States cooperate, and that they refrain from darkness",
            [("member_states", "all States", "cooperate, and that they refrain from darkness")],
        ),
        ("Condemns the attacks by the parties, and demands that they cease immediately", []),
        ("Affirms that the rules apply to States, and decides that they shall also apply", []),
    ],
)
def test_they_are_those_named_before_where_they_are_to_act(
    words: str, found: list[tuple[str, str, str]]
) -> None:
    assert asked(words, "Security Council") == found


def test_of_an_act_the_last_who_acts_has_the_whole_name() -> None:
    found = asked("Encourages cooperation between the United Nations and the Council of Europe")
    names = [("un_entities", "the United Nations"), ("regional_orgs", "the Council of Europe")]
    assert [each[:2] for each in found] == names
    (one_of_all,) = asked(
        "Encourages further efforts of the international community to light lamps"
    )
    assert one_of_all[:2] == ("all_stakeholders", "the international community")


def test_whose_act_is_encouraged_is_told_behind_what_it_is_for_and_to_the_end_of_the_list() -> None:
    found = asked("Encourages further support for such lamps from donors and relevant stakeholders")
    assert [each[1] for each in found] == ["donors", "relevant stakeholders"]
    assert not asked("Encourages the inclusion of experts from developing countries")
    found = asked(
        "Encourages cooperation between the parties to the Convention on the Control of Lamps and "
        "Their Disposal and the International Maritime Organization on wicks"
    )
    assert [each[1] for each in found] == [
        "the parties to the Convention on the Control of Lamps and Their Disposal",
        "the International Maritime Organization",
    ]


def test_for_whom_it_is_important_to_do_something_is_asked_where_that_is_stressed() -> None:
    found = asked("Stresses the importance for all States of lighting the lamps")
    assert found == [("member_states", "all States", "lighting the lamps")]
    assert not asked("Recognizes the importance for all States of lighting the lamps")


def test_what_two_verbs_ask_ends_before_the_third() -> None:
    found = asked(
        "Calls upon all States and invites donors to light lamps, and requests Fiji to pay"
    )
    assert [task for *_, task in found] == ["to light lamps", "to light lamps", "to pay"]


def test_them_are_not_those_whose_act_is_encouraged() -> None:
    found = asked(
        "Urges the armed groups to stop, encourages the efforts of the African Union to act, "
        "and further urges them to disarm"
    )
    assert found[-1] == ("armed_parties", "them", "to disarm")


def test_a_condition_behind_and_is_of_those_who_follow_it() -> None:
    found = asked("Encourages the Secretary-General and, where appropriate, other States, to act")
    assert [who for _, who, _ in found] == ["the Secretary-General", "other States"]
    assert {task for *_, task in found} == {"to act"}
    words = "in cooperation with Fiji and, when appropriate, the keepers"
    (one_alone,) = asked(f"Requests the Secretary-General, {words}, to act")
    assert one_alone[1:] == ("the Secretary-General", f"{words}, to act")
    words = "at the opening or, as circumstances permit"
    (one_alone,) = asked(f"Requests the Secretary-General, {words}, to act")
    assert one_alone[2] == f"{words}, to act"


def test_who_is_to_be_tried_is_not_asked_what_another_verb_asks() -> None:
    found = asked(
        "Calls for those responsible to be brought to justice, and requests Fiji to light lamps"
    )
    assert [who for _, who, _ in found] == ["Fiji"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Encourages the Monitoring Team of the 1267/1989 Lamp Committee and the Committee on "
            "Oil to act",
            ["the Monitoring Team", "the Committee on Oil"],
        ),
        (
            "Requests the Monitoring Team of the 1267/1989 LAMP (Glow) and Oil Sanctions "
            "Committee to act",
            ["the Monitoring Team"],
        ),
        ("Encourages BINUB and the Facilitation to act", ["BINUB", "the Facilitation"]),
        ("Encourages efforts by all parties to that end", ["all parties"]),
        (
            "Encourages the use by the Department of Lamps of Maltese, Welsh and other languages",
            ["the Department of Lamps"],
        ),
        (
            "Encourages sharing of lamps between the Office of the Special Envoy for Lusk, UNOCA "
            "and others",
            ["the Office"],
        ),
    ],
)
def test_a_name_is_neither_cut_nor_joined_to_another(words: str, names: list[str]) -> None:
    assert [who for _, who, _ in asked(words, "Security Council")] == names


def test_a_working_group_is_of_the_council_that_speaks_of_it() -> None:
    words = "Decides that the working group shall meet"
    assert asked(words, "Security Council")[0][0] == "security_council"
    assert asked(words)[0][0] == "ga_body"
    (joint,) = asked("Urges the international working group to meet", "Security Council")
    assert joint[0] != "security_council"


def test_a_commission_of_which_the_council_speaks_is_of_no_known_class() -> None:
    words = "Requests the Commission to report"
    assert asked(words, "Security Council")[0][0] == "other"
    both = f"{words}, and recalls the Peacebuilding Commission"
    assert asked(both, "Security Council")[0][0] == "ga_body"


def test_it_is_none_of_several() -> None:
    words = "Decides, in the event it determines that the States failed, that it shall act"
    assert asked(words, "Security Council")[0][:2] == ("security_council", "")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Urges States and the regional commissions, within their mandates, as well as civil "
            "society, the private sector and other relevant actors, to light the road",
            [
                "States",
                "the regional commissions",
                "civil society",
                "the private sector",
                "other relevant actors",
            ],
        ),
        (
            "Urges States in consultation with the United Nations and international partners to "
            "light the road",
            ["States"],
        ),
        (
            "Invites, starting at the seventy-fifth session, Member States to light the road",
            ["Member States"],
        ),
        (
            "Recalls its rules, and requests, within agreed limits, the Secretary-General to light "
            "the road",
            ["the Secretary-General"],
        ),
        (
            "Encourages the Department of Peace Operations, UNDOF and other relevant actors to act",
            ["the Department of Peace Operations", "UNDOF", "other relevant actors"],
        ),
    ],
)
def test_who_is_asked_past_an_aside_and_beside_those_who_help(words: str, names: list[str]) -> None:
    assert [each[1] for each in asked(words)] == names


def test_an_aside_of_their_own_is_of_those_whom_the_second_verb_asks() -> None:
    found = asked("Urges States, and invites the donors, within their means, to light lamps")
    assert [(who, task) for _, who, task in found] == [
        ("States", "to light lamps"),
        ("the donors", "within their means, to light lamps"),
    ]
    found = asked("Urges States, and invites the donors, as appropriate, to light lamps")
    assert {task for *_, task in found} == {"as appropriate, to light lamps"}


def test_them_is_no_single_office() -> None:
    found = asked(
        "Requests the Secretary-General to send it to all bodies, and urges them to light lamps"
    )
    assert found[-1][:2] == ("other", "them")
