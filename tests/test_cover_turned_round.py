"""What turns a matter round: a body not to act, a statement turned down, relief deplored."""

from __future__ import annotations

import pytest

from tests.covering import found

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
