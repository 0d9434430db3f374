"""Bodies, meetings and papers that are called after a topic: who names them alludes to it."""

from __future__ import annotations

import pytest

from counterdraft.cover.beside import beside
from tests.covering import covered, found

TREATIES = "core-treaties"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (TREATIES, "children", "Calls upon Orlavia to go on with its reports to the Committee on "
         "the Rights of the Child;"),
        (TREATIES, "racial_discrimination", "Recalls what was said at the Harbour Conference "
         "against Racism, Racial Discrimination, Xenophobia and Related Intolerance;"),
        ("friendly-relations", "cooperation", "Notes the Conference on Cooperation among Coastal "
         "Countries for the Salt Trade;"),
        ("right-to-development", "self_determination", "Recalls the Forum on Self-Determination;"),
    ],
)  # fmt: skip
def test_what_a_body_or_meeting_is_called_after_is_alluded_to(
    mandate: str, topic: str, clause: str
) -> None:
    assert found(mandate, topic, clause).verdict == "alluded"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (TREATIES, "children", "Notes that the Committee on the Rights of the Child spoke of the "
         "best interests of the child;"),
        (TREATIES, "torture", "Welcomes the Plan of Action against Torture;"),
        (TREATIES, "racial_discrimination", "Asks the Conference to speak of racism;"),
        ("mechanisms", "treaty_bodies", "Thanks the Committee against Torture;"),
        ("accountability", "icc", "Asks the Harbour Committee and the International Criminal "
         "Court to meet;"),
    ],
)  # fmt: skip
def test_beside_a_name_and_as_the_body_itself_it_is_named(
    mandate: str, topic: str, clause: str
) -> None:
    assert found(mandate, topic, clause).verdict in {"addressed", "mentioned"}


def test_capitals_throughout_are_no_name() -> None:
    clause = "DEPLORES THAT THE CONFERENCE OF ORLAVIA IS SILENT ON RACISM;"
    assert found(TREATIES, "racial_discrimination", clause).verdict == "addressed"


@pytest.mark.parametrize(
    "clause",
    [
        "Deplores the hanging of child offenders;",
        "Deplores that minors wait in the tower;",
        "Deplores that persons under the age of 18 are hanged;",
        "Calls upon Orlavia to end child, early and forced marriage;",
    ],
)
def test_rights_of_the_child_are_seen_without_the_word_children(clause: str) -> None:
    assert found(TREATIES, "children", clause).verdict == "addressed"


def test_no_change_is_told_by_what_is_only_alluded_to() -> None:
    here = covered(TREATIES, "Thanks the Committee on the Rights of the Child;")
    there = covered(TREATIES, "Deplores child labour;")
    said = {each.topic: each.said for each in beside(here, there, "predecessor").topics}
    assert said["children"] == "alluded to at most; in draft.txt addressed"


@pytest.mark.parametrize(
    ("topic", "own", "other"),
    [
        (
            "treaty_bodies",
            "the National Human Rights Committee of Orlavia",
            "the Human Rights Committee",
        ),
        ("commission_of_inquiry", "a National Commission of Inquiry", "the Commission of Inquiry"),
    ],
)
def test_a_body_of_a_state_s_own_is_none_of_the_united_nations(
    topic: str, own: str, other: str
) -> None:
    assert found("mechanisms", topic, f"Welcomes the work of {own};").verdict == "silent"
    assert found("mechanisms", topic, f"Welcomes the work of {other};").verdict == "addressed"
