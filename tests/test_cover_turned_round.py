"""What turns a matter round: a body not to act, a statement turned down, relief deplored."""

from __future__ import annotations

import pytest

from tests.covering import covered, found

ACCOUNT, COERCION, DEVELOPMENT = (
    "accountability", "unilateral-coercive-measures", "right-to-development",
)  # fmt: skip
INQUIRY, MECHANISMS = "coi-dprk", "mechanisms"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause", "stance"),
    [
        (ACCOUNT, "icc", "Asks the Council not to refer the situation in Meridia to the "
         "International Criminal Court;", "ends"),
        (ACCOUNT, "icc", "Urges States to withdraw from the International Criminal Court;", "ends"),
        (ACCOUNT, "icc", "Regrets that the Council did not refer the situation in Meridia to the "
         "International Criminal Court;", "raises"),
        (MECHANISMS, "upr", "Decides to suspend the universal periodic review of Meridia;", "ends"),
        (MECHANISMS, "upr", "Urges States not to submit to the universal periodic review;", "ends"),
        (MECHANISMS, "upr", "Urges States not to suspend the universal periodic review;", "asks"),
        (MECHANISMS, "ohchr", "Rejects any contact with the Office of the United Nations High "
         "Commissioner for Human Rights;", "ends"),
        (INQUIRY, "dialogue", "Calls upon States to end all dialogue with Norway;", "ends"),
        (INQUIRY, "torture", "Rejects the claim that torture is practised in Meridia;", "denies"),
        (INQUIRY, "torture", "Rejects the claim that torture may be justified;", "reports"),
        (INQUIRY, "torture", "Rejects the claim that torture is not practised there;", "reports"),
        (INQUIRY, "life", "Condemns the abolition of the death penalty;", "reports"),
        (INQUIRY, "life", "Condemns the spread of the death penalty;", "raises"),
        (INQUIRY, "torture", "Opposes calls to end torture;", "reports"),
        (DEVELOPMENT, "right", "Does not recognize a right to development;", "denies"),
        (COERCION, "unlawfulness", "Rejects the claim that unilateral coercive measures violate "
         "human rights;", "denies"),
        (COERCION, "unlawfulness", "Rejects the view that unilateral coercive measures do not "
         "violate human rights;", "reports"),
        (COERCION, "effects", "Rejects the notion that unilateral coercive measures hamper the "
         "enjoyment of human rights;", "denies"),
        (COERCION, "measures", "Rejects calls to lift unilateral coercive measures;", "reports"),
    ],
)  # fmt: skip
def test_what_is_turned_round_is_not_told_as_its_opposite(
    mandate: str, topic: str, clause: str, stance: str
) -> None:
    assert found(mandate, topic, clause).stance == stance


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        ("Rejects the claim that unilateral coercive measures violate human rights;", "silent"),
        ("Rejects calls to lift unilateral coercive measures;", "silent"),
        ("Calls upon States not to lift unilateral coercive measures;", "silent"),
        ("Rejects unilateral coercive measures;", "addressed"),
        ("Calls upon States not to impose unilateral coercive measures;", "addressed"),
    ],
)
def test_no_call_to_end_measures_is_one_that_is_turned_down(clause: str, verdict: str) -> None:
    assert found(COERCION, "repeal", clause).verdict == verdict


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        ("Invites the Office of the United Nations High Commissioner for Human Rights to cooperate "
         "with a bank of salt on statistics;", "bears on"),
        ("Invites cooperation between the commission of a league and the Office of the United "
         "Nations High Commissioner for Human Rights;", "bears on"),
        ("Urges the Government of Norway to cooperate with the Office of the United Nations High "
         "Commissioner for Human Rights;", "met"),
        ("Invites the Office of the United Nations High Commissioner for Human Rights to take up "
         "the offer of cooperation made by Norway;", "met"),
        ("Invites the Office of the United Nations High Commissioner for Human Rights to take up "
         "the offer of cooperation made by the Democratic People's Republic of Korea;", "met"),
    ],
)  # fmt: skip
def test_a_contact_is_met_where_a_state_is_on_its_other_side(clause: str, verdict: str) -> None:
    told = {each.id: each.verdict for each in covered("dialogue", clause).conditions}
    assert told["high_commissioner"] == verdict


RELATIONS, TREATIES, REVIEW = "friendly-relations", "core-treaties", "upr-modalities"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause", "verdict"),
    [
        (RELATIONS, "use_of_force", "Affirms that the seizure of a port by force is illegal;",
         "addressed"),
        (RELATIONS, "use_of_force", "Condemns the seizure of power by force;", "silent"),
        (RELATIONS, "use_of_force", "Deplores the use of force by the police against salters;",
         "silent"),
        (RELATIONS, "peaceful_settlement", "Urges them to reach a negotiated resolution of the "
         "disputed issue of the port;", "addressed"),
        (RELATIONS, "self_determination", "Notes that States decide on their own path towards "
         "health coverage;", "silent"),
        (DEVELOPMENT, "national_policies", "Notes the inequalities within our societies;",
         "silent"),
        (DEVELOPMENT, "national_policies", "Asks for fewer inequalities within and among "
         "countries;", "addressed"),
        (MECHANISMS, "reprisals", "Condemns attacks, reprisals and violence against journalists;",
         "silent"),
        (MECHANISMS, "reprisals", "Condemns reprisals against those who cooperate with the "
         "Committee;", "addressed"),
        (MECHANISMS, "special_procedures", "Thanks the Working Group of Experts on People of "
         "African Descent;", "addressed"),
        (COERCION, "measures", "Deplores unilateral protectionist measures;", "silent"),
        (INQUIRY, "movement", "Asks the Council to lift the travel ban and the asset freeze;",
         "silent"),
        (INQUIRY, "movement", "Deplores racism against migrants and refugees;", "mentioned"),
        (INQUIRY, "life", "Condemns the murder of salters;", "mentioned"),
        (INQUIRY, "torture", "Notes prison overcrowding;", "mentioned"),
        (TREATIES, "women", "Asks for the full and meaningful participation of displaced women;",
         "addressed"),
    ],
)  # fmt: skip
def test_a_word_counts_in_the_contexts_of_the_topic(
    mandate: str, topic: str, clause: str, verdict: str
) -> None:
    assert found(mandate, topic, clause).verdict == verdict


@pytest.mark.parametrize(
    ("mandate", "topic", "clause", "stance"),
    [
        (MECHANISMS, "special_procedures", "Takes note of the report of the Special Rapporteur on "
         "salt, and encourages the Special Rapporteur on salt to submit reports;", "asks"),
        (COERCION, "repeal", "Reiterates that States are strongly urged to refrain from applying "
         "unilateral coercive measures;", "asks"),
        (COERCION, "repeal", "Recalls that States are strongly urged to refrain from applying "
         "unilateral coercive measures;", "reports"),
        (ACCOUNT, "genocide", "Decides to set aside 11 July as the International Day of "
         "Reflection and Commemoration of the Genocide in Meridia;", "reports"),
        (ACCOUNT, "genocide", "Emphasizes the need of identifying the victims of the genocide, and "
         "calls for the prosecution of those who planned the genocide;", "asks"),
    ],
)  # fmt: skip
def test_of_two_clauses_that_which_asks_is_told(
    mandate: str, topic: str, clause: str, stance: str
) -> None:
    assert found(mandate, topic, clause).stance == stance


def test_an_allusion_in_a_text_on_another_matter_has_no_stance() -> None:
    clause = "Calls for objectivity in all its work;"
    others = ("Recalls the universal periodic review;", *["Notes the price of salt;"] * 9)
    told = found(REVIEW, "principles", clause, *others)
    assert (told.verdict, told.stance) == ("alluded", None)
