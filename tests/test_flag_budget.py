"""Clauses that may carry programme budget implications, and what speaks against it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from counterdraft.flag.flag import flag
from counterdraft.flag.rules import budget
from counterdraft.wording.flagged import not_run
from tests.adopted import entry
from tests.drafting import corpus, draft, findings, traced

MEETING = "Decides to convene a three-day high-level meeting on lanterns in 2030;"


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        (MEETING, "a meeting is to be held"),
        ("Decides that the Conference on Lamps will be held in Lindenburg in 2030;", "a meeting"),
        (
            "Welcomes the offer to host the Summit, and decides that the Summit shall be held in "
            "Lindenburg;",
            "a meeting",
        ),
        (
            "Requests the Secretary-General, with the help of a group of governmental experts to "
            "be convened for a week in 2030, to report on lamps;",
            "a meeting",
        ),
        (
            "Requests the Secretary-General to continue to ensure the provision to the Conference "
            "of all necessary administrative and conference services;",
            "posts, resources",
        ),
        (
            "Requests the Secretary-General to undertake the preparations necessary to convene the "
            "Third Meeting on Lamps;",
            "a meeting",
        ),
        (
            "Requests the Secretary-General to review the resources of the Committee in order to "
            "ensure that it has the facilities that it needs;",
            "posts, resources",
        ),
        ("Decides to establish an open-ended working group on lamps;", "a body, office"),
        ("Decides to extend the mandate of the Lamp Commission for a year;", "a mandate"),
        (
            "Requests the Secretary-General to provide the Commission with the necessary "
            "resources;",
            "posts, resources",
        ),
        (
            "Requests the Secretary-General to publish it in the six official languages;",
            "documents are to be issued",
        ),
        ("Establishes the Lamp Monitoring Agency, with its seat in the capital;", "a body, office"),
        ("Extends the mandate of the Lamp Commission for three years;", "a mandate"),
        ("Requests that a conference on lamps be held in 2027;", "a meeting"),
        ("Decides that a special session shall take place in June;", "a meeting"),
        ("Requests the Secretary-General to make available the staff needed;", "posts, resources"),
        (
            "Decides to appoint, for a period of three years, an independent expert on lamps;",
            "appointed",
        ),
        ("Requests the Secretary-General to deploy a lamp mission to Orlavia;", "a body, office"),
        (
            "Recalls its request for lamps, and reiterates its request to the Secretary-General "
            "to convene a meeting on lamps;",
            "a meeting",
        ),
        ("Decides to allocate 2.1 million dollars for lamps;", "posts, resources"),
    ],
)
def test_what_may_cost_is_told_by_kind(clause: str, kind: str) -> None:
    (found,) = findings(budget.RULES, draft(clause))
    assert kind in found.why
    assert found.confidence == "medium"


@pytest.mark.parametrize(
    "clause",
    [
        "Welcomes the decision to convene a meeting on lanterns;",
        "Recalls its decision to establish a working group on lamps;",
        "Recalls its request to the Secretary-General to convene a meeting of experts on lamps;",
        "Recalls the request for the Commission of Lamps to establish a working group on oil;",
        "Recalls its requests to the Secretary-General:\n\n(a) To convene a meeting on lamps;",
        "Notes the request to the Secretary-General to convene a meeting on lamps;",
        "Urges towns to light their streets;",
        "Strives to strengthen the provision of lamps and of the necessary resources;",
        "Establishes that the lamps were put out;",
        "Decides to establish the bureau of the Preparatory Committee, of two members each;",
        "Recalls that a conference on lamps was held;",
        "Requests the Secretary-General to submit a report on lamps;",
        "Requests the Secretary-General to monitor this, with a view to considering the "
        "adjustments necessary to ensure the delivery of effective resources and services;",
        "Requests the Secretary-General to mobilize assistance in order to ensure that the Lamp "
        "Fund has sufficient resources;",
        "Requests the Secretary-General to continue his efforts to mobilize the financial "
        "resources of the Lamp Fund;",
        "Requests the Secretary-General to give due consideration to the quality of translation "
        "in the six official languages;",
        "Requests the Secretary-General to prepare a guide in a timely manner in order to enable "
        "regional meetings to be held early;",
    ],
)
def test_what_is_only_spoken_of_and_ordinary_reports_are_left_alone(clause: str) -> None:
    assert findings(budget.RULES, draft(clause)) == []


@pytest.mark.parametrize(
    "clause",
    [
        "Decides not to renew the mandate of the Lamp Commission;",
        "Requests the Secretary-General not to convene a meeting of experts;",
        "Decides against the proposal to establish a commission of inquiry;",
        "Requests the Secretary-General to refrain from convening a conference;",
        "Decides that the Conference on Lamps shall not be convened;",
    ],
)
def test_what_is_decided_not_to_be_done_costs_nothing(clause: str) -> None:
    assert findings(budget.RULES, draft(clause)) == []


def test_words_that_ask_for_no_new_money_are_quoted_against_it() -> None:
    ground = draft("Decides to convene, within existing resources, a meeting on lanterns;")
    (found,) = findings(budget.RULES, ground)
    assert found.against[0] == "The clause says “within existing resources”."
    assert found.confidence == "low"


def test_such_words_elsewhere_in_the_text_are_named() -> None:
    ground = draft(MEETING, "Invites voluntary contributions to its cost.")
    (found,) = findings(budget.RULES, ground)
    assert any("OP2" in each for each in found.against)


def test_what_the_last_text_of_the_title_asked_may_be_in_the_budget(tmp_path: Path) -> None:
    held = corpus(tmp_path / "c", entry(body=(MEETING, "Decides to remain seized of it.")))
    ground = traced(draft(MEETING, title="Street lamps"), held)
    (found,) = findings(budget.RULES, ground)
    assert any("A/RES/81/1, of the same title" in each for each in found.against)


def test_the_budget_itself_is_not_read() -> None:
    ground = draft(MEETING)
    fifth = ground._replace(resolution=replace(ground.resolution, committee="Fifth Committee"))
    assert findings(budget.RULES, fifth) == []


def test_a_point_is_read_with_the_verb_above_it() -> None:
    ground = draft(
        "Requests the Secretary-General:\n\n(a) To convene a meeting on lanterns;\n\n"
        "(b) To thank the lamplighters;"
    )
    (found,) = findings(budget.RULES, ground)
    assert [each.paragraph for each in found.evidence] == ["op1.a"]
    heard = draft("Notes the proposals:\n\n(a) To convene a meeting on lanterns;\n\n(b) To rest;")
    assert findings(budget.RULES, heard) == []


def test_what_begins_above_a_point_is_quoted_with_it() -> None:
    ground = draft(
        "Decides to hold, within existing resources:\n\n(a) A meeting on lanterns;\n\n"
        "(b) Its breath;"
    )
    (found,) = findings(budget.RULES, ground)
    assert [each.paragraph for each in found.evidence] == ["op1", "op1.a"]
    assert found.against[0] == "The clause says “within existing resources”."


@pytest.mark.parametrize("organ", ["Security Council", "The Security Council", "Diet of Orlavia"])
def test_no_rule_of_the_general_assembly_is_held_against_other_organs(organ: str) -> None:
    ground = draft("Decides to establish a Panel of Experts on lanterns;")
    assert "budget.implications" in flag(ground).ran
    council = flag(ground._replace(resolution=replace(ground.resolution, organ=organ)))
    assert [each.rule for each in council.not_run if each.needs == "assembly"] == [
        "contested.likely", "budget.implications",
    ]  # fmt: skip
    assert "a body whose rules are known here, and not of the Security Council" in not_run(council)
