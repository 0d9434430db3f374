"""Ways of saying an act, and ways of saying something near it, that rules of ``flag`` tell apart.

The texts were written for these tests; the States do not exist.
"""

from __future__ import annotations

import pytest

from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.lexicon.adjectives import adjectives
from counterdraft.lexicon.states import state_of
from counterdraft.model import Document, Resolution
from counterdraft.model.finding import Finding
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

ABOUT = "Situation of human rights in the Republic of Orlavia"
LETTER = "Recalling the letter of the Government of the Republic of Orlavia,"
FOUND = (
    "Deeply disturbed by the findings of the Commission of Inquiry on the Republic of Orlavia, and "
    "recalling the letter of the Government of the Republic of Orlavia,"
)
SANCTIONS = "Urges all Member States to impose targeted sanctions on those responsible;"


def text_of(
    *operative: str, title: str = ABOUT, opening: str = LETTER
) -> tuple[Document, Resolution]:
    numbered = [f"{n}. {words}" for n, words in enumerate(operative, 1)]
    text = "\n\n".join([title, "The General Assembly,", opening, *numbered])
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    return document, resolution


def findings(
    *operative: str, rival: str = "", sponsors: tuple[str, ...] = (), title: str = ABOUT
) -> list[Finding]:
    document, resolution = text_of(*operative, title=title)
    against = text_of(rival, opening=FOUND)[1] if rival else None
    return list(flag(Ground(document, resolution, sponsors, against)).findings)


def rules(*operative: str, rival: str = "", kind: str = "effect") -> list[str]:
    return [each.rule for each in findings(*operative, rival=rival) if each.kind == kind]


# What an act is done to


@pytest.mark.parametrize(
    "words",
    [
        "Urges all States to put an end to attempts to belittle country-specific mandates;",
        "Demands that States stop the reprisals that commissions of inquiry have reported;",
        "Calls upon States to cease all acts of cruelty recorded by country-specific mandates;",
        "Urges States to end impunity for crimes found by commissions of inquiry;",
        "Demands that all States stop hindering the work of country-specific mandates;",
        "Urges States to refrain from obstructing the establishment of country mandates;",
        "Urges States to end selectivity in the use of country-specific resolutions;",
        "Urges all parties to cease the fighting and support the fact-finding mission;",
        "Decides that campaigns against country-specific mandates shall come to an end;",
        "Decides that attacks that country-specific mandates have recorded shall be ended;",
        "Decides that visits by country mandate holders require the consent of the State;",
    ],
)
def test_an_act_on_another_thing_that_stands_before_a_mandate_does_not_end_it(words: str) -> None:
    assert rules(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Demands that all parties end support to armed groups named by the Panel of Experts;",
        "Demands that all parties cease attacks recorded by the Panel of Experts;",
        "Decides to abolish two posts of the Panel of Experts;",
        "Urges all parties to end the fighting and assist the Panel of Experts;",
        "Calls upon all parties to abandon the Panel of Experts offices;",
        "Decides on a period ending on 31 July 2041, and to review the mandate of the Panel of "
        "Experts;",
    ],
)
def test_an_act_on_another_thing_that_stands_before_a_body_does_not_end_it(words: str) -> None:
    kept = "Decides to extend the mandate of the Panel of Experts until 1 July 2042;"
    assert rules(words, rival=kept) == []
    assert rules(kept, rival=words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Decides to dissolve, with immediate effect, the Committee established by paragraph 9 of "
        "resolution 3999 (2041) and the Panel of Experts;",
        "Decides to end, in consultation with the Committee, the mandate of the Panel of Experts;",
        "Decides to terminate and wind up the activities and the mandate of the Panel of Experts;",
    ],
)
def test_a_body_is_ended_through_its_mandate_and_behind_what_tells_when(words: str) -> None:
    kept = "Decides to extend the mandate of the Panel of Experts until 1 July 2042;"
    assert rules(words, rival=kept) == ["effect.ends-body"]


@pytest.mark.parametrize(
    "words",
    [
        "Urges the Government to withdraw its reservations, in line with the recommendations of "
        "the Commission of Inquiry;",
        "Urges the Government to withdraw forces, as asked in the conclusions of the Commission;",
        "Requests the Secretary-General to set aside resources to implement the recommendations of "
        "the Commission of Inquiry;",
    ],
)
def test_what_is_set_aside_in_line_with_findings_are_not_the_findings(words: str) -> None:
    assert rules(words, rival="Condemns the violations in the Republic of Orlavia;") == []


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the mandate of the Special Rapporteur on the impact of unilateral coercive "
        "measures shall come to an end;",
        "Requests the Council to end its study of the impact of unilateral coercive measures;",
    ],
)
def test_the_end_of_what_is_about_measures_is_no_end_of_measures(words: str) -> None:
    assert rules(words, rival=SANCTIONS) == []
    assert rules(SANCTIONS, rival=words) == []


# Scrutiny of countries


@pytest.mark.parametrize(
    "words",
    [
        "Demands that all States end the killing of persons who cooperate with country-specific "
        "mandates;",
        "Calls upon States to stop the harassment of those cooperating with country mandates;",
        "Decides that electoral missions shall be sent with the consent of the State concerned;",
        "Encourages close cooperation with all country mandates;",
    ],
)
def test_what_is_done_to_others_than_a_mandate_does_not_end_it(words: str) -> None:
    assert rules(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Decides that country-specific mandates shall be terminated where the State concerned has "
        "not agreed to them;",
        "Decides that no country-specific mandate shall be established unless the country "
        "concerned agrees;",
        "Decides that commissions of inquiry require the consent of the State concerned;",
        "Decides that mandates on individual States may be created only if the State concerned "
        "consents;",
    ],
)
def test_an_end_without_consent_is_told_as_a_condition(words: str) -> None:
    assert rules(words) == ["effect.conditions-scrutiny"]


@pytest.mark.parametrize(
    "words",
    [
        "Requests the Secretary-General to discontinue the preparation of reports that concern one "
        "Member State alone;",
        "Decides not to take up the situation of human rights in individual States;",
        "Decides that the situation in any State shall be considered solely in the universal "
        "periodic review;",
        "Decides to close all mandates on single countries;",
        "Calls upon the Council to wind up country mandates;",
        "Requests States to withhold support from texts that name a country;",
    ],
)
def test_scrutiny_is_ended_in_many_words(words: str) -> None:
    assert rules(words) == ["effect.ends-scrutiny"]


@pytest.mark.parametrize(
    ("words", "told", "sure"),
    [
        ("Decides to end country-specific mandates;", "would end", "medium"),
        ("Encourages to put an end to country mandates;", "asks for an end to", "medium"),
        ("Urges States to refrain from country resolutions;", "asks to refrain from", "medium"),
        (
            "Encourages the Council to consider ending country-specific mandates;",
            "asks to consider an end to", "low",
        ),
        (
            "Invites States to consider whether to put an end to country-specific mandates;",
            "asks to consider an end to", "low",
        ),
        (
            "Invites the Council to examine the possibility of refraining from country mandates;",
            "asks to consider refraining from", "low",
        ),
        (
            "Invites the Council to consider ways to improve the review and to put an end to "
            "country mandates;",
            "asks for an end to", "medium",
        ),
        (
            "Invites the Council, also considering the cost of reports, to end country mandates;",
            "asks for an end to", "medium",
        ),
    ],
)  # fmt: skip
def test_the_act_that_is_met_is_told_and_no_other(words: str, told: str, sure: str) -> None:
    (finding,) = [each for each in findings(words) if each.kind == "effect"]
    assert finding.statement == f"OP1 {told} the consideration of human rights country by country."
    assert finding.confidence == sure
    assert ("be considered, and not" in finding.why) == ("consider " in told)


def test_what_is_but_to_be_considered_is_no_tension_and_meets_no_act_of_the_rival() -> None:
    considered = "Invites States to consider ending country-specific mandates;"
    kept = (
        "Decides to extend the mandate of the Special Rapporteur on the situation of human rights "
        "in the Republic of Orlavia;"
    )
    concern = "Reaffirms that human rights are a legitimate concern of the international community;"
    assert rules(concern, considered, kind="tension") == []
    assert rules(kept, rival=considered) == []
    ended = considered.replace("consider ending", "end")
    assert rules(concern, ended, kind="tension") == ["tension.concern-and-silence"]
    assert rules(kept, rival=ended) == ["effect.keeps-what-rival-ends"]


COURT = "the situation in the Republic of Orlavia to the International Criminal Court;"


def test_a_referral_is_told_as_it_is_asked_for() -> None:
    mild = "Welcomes the cooperation of the Government of the Republic of Orlavia;"
    for words, told, sure in (
        (f"Decides to refer {COURT}", "would refer the situation to", "medium"),
        (f"Urges the Council to refer {COURT}", "asks that the situation be referred to", "medium"),
        (f"Urges the Council to consider referral of {COURT}", "asks to consider", "low"),
    ):
        document, resolution = text_of(words)
        against = text_of(mild, title="Dialogue in the Republic of Orlavia")[1]
        (finding,) = flag(Ground(document, resolution, (), against)).findings[:1]
        assert finding.rule == "effect.refers-to-court"
        assert finding.statement.startswith(f"OP1 {told}")
        assert finding.confidence == sure


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("to re-examine the situation of human rights in Orlavia;", "the situation be judged anew"),
        ("to make a fresh assessment of the situation in Orlavia;", "the situation be judged anew"),
        (
            "to make an unbiased assessment of the findings of the Commission on Orlavia;",
            "for another assessment of what was found",
        ),
        (
            "to set aside the findings of the Commission on Orlavia;",
            "that what was found be set aside",
        ),
        ("to make a new study of the situation in Orlavia, in follow-up to the report of the "
         "commission of inquiry;", ""),
        ("to make an unbiased assessment of the situation of human rights in Orlavia;", ""),
        ("to carry out another review of the situation in Orlavia;", ""),
    ],
)  # fmt: skip
def test_findings_are_reopened_where_what_was_found_is_judged_anew(words: str, told: str) -> None:
    rival = "Takes note of the report;"
    found = findings(f"Requests the Secretary-General {words}", rival=rival)
    said = [each.statement for each in found if each.rule == "effect.reopens-findings"]
    assert [told in each for each in said] == ([True] if told else [])


# Between rivals


@pytest.mark.parametrize(
    "words",
    [
        "Demands that States which have imposed unilateral coercive measures lift them at once;",
        "Condemns unilateral coercive measures and demands their immediate removal;",
        "Urges all States to neither recognize nor apply unilateral coercive measures;",
        "Opposes unilateral measures, including boycotts, and calls on all States to refrain from "
        "them;",
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        SANCTIONS,
        "Urges all Member States to freeze the assets of the persons named in the report;",
        "Urges all Member States to ban the import of salt;",
    ],
)
def test_measures_ended_by_a_pronoun_meet_those_asked_for(words: str, asked: str) -> None:
    assert rules(words, rival=asked) == ["effect.lifts-measures"]


@pytest.mark.parametrize(
    "words",
    [
        "Recalls the unilateral coercive measures and calls upon donors to help families and to "
        "lift them out of poverty;",
        "Urges States to refrain from any action in contravention of the arms embargo;",
        "Calls upon States to refrain from travel bans, deportations and arbitrary arrests;",
    ],
)
def test_what_only_sounds_like_an_end_of_measures_is_none(words: str) -> None:
    assert rules(words, rival=SANCTIONS) == []


def test_a_text_may_speak_of_cooperation_with_the_state_that_it_is_about() -> None:
    refers = (
        "Requests the Council to refer the situation in Norway to the International Criminal Court;"
    )
    for title in (
        "Dialogue on human rights with Norway",
        "Human rights in Norway through dialogue",
    ):
        document, resolution = text_of(refers, title="Situation of human rights in Norway")
        rival = text_of("Welcomes the cooperation of Norway;", title=title)[1]
        told = flag(Ground(document, resolution, (), rival)).findings
        assert "effect.refers-to-court" in [each.rule for each in told]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Decides that no mandate on the situation of human rights in an individual country "
            "shall be established or extended without the consent of the State concerned;",
            ["effect.conditions-scrutiny"],
        ),
        ("Decides that mandate holders may visit a country only with its consent;", []),
    ],
)
def test_consent_is_asked_for_a_mandate_on_one_country(words: str, told: list[str]) -> None:
    assert rules(words) == told


def test_a_visiting_mission_may_depend_on_the_administering_power() -> None:
    kept = "Requests the Special Committee to dispatch a visiting mission to North Orlavia;"
    words = (
        "Decides not to dispatch any visiting mission to North Orlavia without the consent of the "
        "administering Power;"
    )
    assert rules(words, rival=kept) == ["effect.conditions-body"]
    assert rules(kept, rival=words) == []  # it is not ruled out


def test_a_mission_may_be_ended_by_a_pronoun_and_depend_on_consent() -> None:
    kept = "Decides to extend the mandate of the United Nations Mission in Norway for a year;"
    ended = (
        "Decides to extend the mandate of the United Nations Mission in Norway for a final period "
        "until 31 July 2041, and to terminate it on that date;"
    )
    depends = (
        "Decides that the United Nations Mission in Norway shall remain in the territory of Norway "
        "after that date only with the consent of the Government of Norway;"
    )
    assert rules(ended, rival=kept) == ["effect.ends-body"]
    assert rules(depends, rival=kept) == ["effect.conditions-body"]


def test_measures_of_the_security_council_do_not_meet_an_end_of_unilateral_ones() -> None:
    lifted = "Calls upon States to lift unilateral coercive measures;"
    council = "Urges States to implement the arms embargo imposed by the Security Council;"
    assert rules(lifted, rival=council) == []
    assert rules(council, rival=lifted) == []


def test_a_part_of_the_measures_is_told_as_some() -> None:
    words = "Urges States to refrain from unilateral coercive measures that affect medicine;"
    (told,) = (each for each in findings(words, rival=SANCTIONS) if each.kind == "effect")
    assert "some measures of coercion" in told.statement


@pytest.mark.parametrize(
    ("kept", "ended"),
    [
        (
            "Decides to extend the mandate of the Independent Expert on hatred for three years;",
            "Decides not to renew the mandate of the Independent Expert on hatred;",
        ),
        (
            "Decides to deploy a Monitoring Mission in Orlavia;",
            "Decides to terminate the mandate of the Monitoring Mission in Orlavia;",
        ),
    ],
)
def test_a_body_that_one_sets_up_or_keeps_the_other_ends(kept: str, ended: str) -> None:
    assert rules(kept, rival=ended) == ["effect.keeps-body"]
    assert rules(ended, rival=kept) == ["effect.ends-body"]


@pytest.mark.parametrize(
    ("kept", "ended"),
    [
        (
            "the Special Rapporteur on the human rights of lamplighters",
            "the Special Rapporteur on the human rights to salt and clean lamps",
        ),
        (
            "the Special Rapporteur on the situation of human rights in Norway",
            "the Special Rapporteur on the situation of human rights in Fiji",
        ),
        (
            "the Panel of Experts established pursuant to resolution 3374 (2041)",
            "the Panel of Experts established pursuant to resolution 3206 (2039)",
        ),
        ("the Panel of Experts on lamps", "the Panel of Experts on salt"),
        ("the United Nations Mission in North Orlavia", "the United Nations Mission in Orlavia"),
    ],
)
def test_two_bodies_are_told_apart_by_their_whole_names(kept: str, ended: str) -> None:
    keeps, ends = (
        f"Decides to extend the mandate of {kept};",
        f"Decides to end the work of {ended};",
    )
    for words, rival in ((keeps, ends), (ends, keeps)):
        assert not [rule for rule in rules(words, rival=rival) if rule.endswith("body")]


@pytest.mark.parametrize(
    ("kept", "ended", "named"),
    [
        (
            "the Special Rapporteur on the human rights to safe drinking water and salt",
            "the Special Rapporteur on the human rights to safe drinking water and salt",
            "Special Rapporteur on the human rights to safe drinking water and salt",
        ),
        (
            "the Panel of Experts established pursuant to resolution 3374 (2041)",
            "the Panel of Experts on Orlavia, as set out in resolution 3374 (2041),",
            "Panel of Experts on Orlavia",
        ),
        (
            "the United Nations Mission in North Orlavia (UNMISS)",
            "UNMISS",
            "UNMISS",
        ),
        (
            "the Group of Human Rights Experts on Norway",
            "the Group of Human Rights Experts on Norway",
            "Group of Human Rights Experts on Norway",
        ),
        (
            "the United Nations Mission for the Referendum in West Orlavia",
            "the United Nations Mission for the Referendum in West Orlavia",
            "United Nations Mission for the Referendum in West Orlavia",
        ),
    ],
)  # fmt: skip
def test_one_body_is_told_by_its_whole_name(kept: str, ended: str, named: str) -> None:
    keeps = f"Decides to extend the mandate of {kept} until 1 July 2042;"
    ends = f"Decides that the mandate of {ended} shall end on 1 July 2041;"
    (told,) = (each for each in findings(ends, rival=keeps) if each.rule == "effect.ends-body")
    assert f"(“{named}”)" in told.statement


def test_a_name_that_many_bodies_bear_is_less_sure_and_none_of_another_state() -> None:
    kept = "Decides to extend the mandate of the Panel of Experts;"
    ended = "Decides to end the mandate of the Panel of Experts;"
    sure = {}
    for title in ("Lamps", "Situation in Norway", "Situation in Fiji"):
        document, resolution = text_of(ended, title=title, opening="Recalling its resolutions,")
        rival = text_of(kept, title="Situation in Norway", opening="Recalling its resolutions,")[1]
        told = flag(Ground(document, resolution, (), rival)).findings
        sure[title] = [each.confidence for each in told if each.rule == "effect.ends-body"]
    assert sure == {"Lamps": ["low"], "Situation in Norway": ["medium"], "Situation in Fiji": []}


def test_what_is_suspended_is_not_ended() -> None:
    kept = "Decides to extend the mandate of the Independent Expert on hatred;"
    words = "Decides to suspend the activities of the Independent Expert on hatred;"
    (told,) = (each for each in findings(words, rival=kept) if each.kind == "effect")
    assert told.rule == "effect.ends-body"
    assert "would suspend" in told.statement
    assert rules(kept, rival=words) == ["effect.keeps-body"]


@pytest.mark.parametrize(
    ("lifted", "imposed", "met"),
    [
        ("end the embargo against Fiji", "impose targeted sanctions on Fiji", True),
        ("end the embargo against Fiji", "impose targeted sanctions on Norway", False),
        ("lift import bans", "implement the arms embargo against Fiji", False),
        ("lift unilateral coercive measures", "impose an arms embargo against Fiji", True),
    ],
)
def test_measures_are_told_apart_by_state_and_kind(lifted: str, imposed: str, met: bool) -> None:
    lifts, imposes = f"Urges all States to {lifted};", f"Urges all States to {imposed};"
    assert rules(lifts, rival=imposes) == ["effect.lifts-measures"] * met
    assert rules(imposes, rival=lifts) == ["effect.imposes-measures"] * met


def test_another_body_is_not_met() -> None:
    kept = "Decides to extend the mandate of the Independent Expert on hatred;"
    ended = "Decides to terminate the work of the Independent Expert on salt;"
    assert rules(ended, rival=kept) == []


@pytest.mark.parametrize(
    "words",
    [
        "Requests the Secretary-General to establish the facts anew;",
        "Requests the Secretary-General to verify afresh the allegations made in that report;",
        "Requests the Secretary-General to review the findings of the Commission with fresh eyes;",
        "Requests a panel to re-examine the report of the so-called Commission;",
    ],
)
def test_findings_are_reopened_in_many_words(words: str) -> None:
    rival = "Condemns the violations in the Republic of Orlavia;"
    assert rules(words, rival=rival) == ["effect.reopens-findings"]


@pytest.mark.parametrize(
    "words",
    [
        "Decides to refer Orlavia to the International Criminal Court;",
        "Encourages the Council to seize the International Criminal Court of the situation;",
    ],
)
def test_a_referral_names_the_situation_or_the_state(words: str) -> None:
    rival = "Decides that country-specific mandates shall be terminated;"
    document, resolution = text_of(words)
    against = text_of(rival)[1]
    told = flag(Ground(document, resolution, (), against)).findings
    assert "effect.refers-to-court" in [each.rule for each in told]


# Tensions


ACCESS = "Demands that all parties allow full, rapid and unhindered humanitarian access;"


@pytest.mark.parametrize(
    "words",
    [
        "Stresses that humanitarian aid shall come with the prior consent of the Government;",
        "Decides that humanitarian deliveries shall be subject to the approval of the authorities;",
        "Underlines that humanitarian convoys must be authorized by the Government beforehand;",
        "Requests humanitarian organizations to obtain the consent of the Government first;",
    ],
)
def test_access_is_made_to_depend_on_consent_in_many_words(words: str) -> None:
    assert rules(ACCESS, words, kind="tension") == ["tension.access-and-consent"]


def test_consent_of_the_affected_country_is_agreed_language() -> None:
    words = "Stresses that humanitarian assistance should be provided with the consent of the "
    assert rules(ACCESS, f"{words}affected country;", kind="tension") == []


def test_measures_of_the_security_council_are_not_unilateral() -> None:
    against = "Calls upon all States to refrain from unilateral coercive measures;"
    oil = "Decides to impose an oil embargo"
    assert rules(against, f"{oil};", kind="tension") == ["tension.measures-both-ways"]
    council = "Urges States to implement the arms embargo imposed by the Security Council;"
    assert rules(against, council, kind="tension") == []


# Own sources


@pytest.mark.parametrize(
    "words",
    [
        "Endorses the White Book on Law and Order of the National Human Rights Committee of Malta;",
        "Endorses the annual report of the Maltese Ministry of the Interior;",
        "Welcomes the report of the Ministry of Justice of Malta as a reliable account;",
        "Endorses the fact sheet of the Embassy of Malta;",
    ],
)
def test_an_own_source_may_have_a_title_or_an_adjective(words: str) -> None:
    told = findings(words, sponsors=("Malta",), title="Law and order")
    assert [each.rule for each in told if each.kind == "self_reference"] == [
        "self_reference.own-source"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Welcomes the report of Malta to the Committee against Torture;",
        "Takes note of the report of the Maltese Ministry of the Interior;",
        "Welcomes the report of the Human Rights Committee on Malta;",
        "Welcomes the report of the Maltese-speaking members of the Committee;",
        "Endorses the report of the Samoan Ministry of the Interior;",
    ],
)
def test_what_is_owed_noted_or_another_s_is_no_own_source(words: str) -> None:
    told = findings(words, sponsors=("Malta",), title="Law and order")
    assert [each.rule for each in told if each.kind == "self_reference"] == []


@pytest.mark.parametrize("sponsor", ["Congo", "Democratic Republic of the Congo"])
def test_an_adjective_of_two_states_is_the_sponsor_s(sponsor: str) -> None:
    words = "Endorses the report of the Congolese Ministry of the Interior;"
    told = findings(words, sponsors=(sponsor,), title="Law and order")
    assert [each.rule for each in told if each.kind == "self_reference"]


def test_every_adjective_stands_for_states_of_the_table() -> None:
    states = [state for each in adjectives().of.values() for state in each]
    assert states
    assert all(state_of(state) == state for state in states)


def test_to_refrain_from_some_measures_is_not_to_reject_all() -> None:
    some = "Urges States to refrain from unilateral coercive measures that affect medicine;"
    asked = "Decides to impose an oil embargo;"
    assert rules(some, asked, kind="tension") == []
