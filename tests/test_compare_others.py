"""Who else is asked the same, which verbs are ranked, and which limits came or went."""

from __future__ import annotations

import pytest

from counterdraft.compare.compare import compare
from tests.test_compare import ORDERS, changed, draft

PLEA = "to open the sluices of the northern marshes before every spring tide"


def told(a: tuple[str, ...], b: tuple[str, ...], rule: str) -> list[tuple[str, str]]:
    found = compare(draft(*a), draft(*b), "versions").shifts
    return [(each.direction, each.statement) for each in found if each.rule == rule]


def beside(one: str, other: str, rule: str) -> list[tuple[str, str]]:
    """What is told of two wordings of the second paragraph."""
    return told(changed(2, one), changed(2, other), rule)


# Others who are asked


def test_all_who_are_asked_besides_are_told_in_one_sentence() -> None:
    ((direction, said),) = beside(
        f"Invites the World Bank {PLEA}",
        f"Invites the World Bank, the Harbour Commission and the International Salt Union {PLEA}",
        "addressee",
    )
    assert direction == "gained"
    assert (
        said == "OP2: now asks the Harbour Commission and the International Salt Union (“invites”)"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Monitoring Group", "the SEMG"),
        ("the International Tribunal", "the ITSO"),
        ("the Director General of the Salt Union", "the Director-General of the Salt Union"),
        ("the United Nations country team", "the UN country team"),
        ("all Sates", "all States"),
    ],
)
def test_nobody_else_is_asked_by_another_spelling_of_a_name(one: str, other: str) -> None:
    assert beside(f"Requests {one} {PLEA}", f"Requests {other} {PLEA}", "addressee") == []
    assert beside(f"Requests {other} {PLEA}", f"Requests {one} {PLEA}", "addressee") == []


def test_one_name_stands_for_several_that_are_asked_the_same() -> None:
    ((direction, said),) = beside(
        f"Calls on the parties {PLEA}",
        f"Reiterates its call on Norway and Chile {PLEA}",
        "addressee",
    )
    assert (direction, said) == ("replaced", "OP2: asks Norway and Chile instead of the parties")


def test_what_is_told_as_stronger_is_not_told_as_newly_asked() -> None:
    plea = "conflict to respect the schools of the northern marshes at once"
    found = compare(
        draft(*ORDERS, preamble=(f"Calling on all parties to {plea}", "Noting the tide")),
        draft(f"Urges all parties to armed {plea}", *ORDERS, preamble=("Noting the tide",)),
        "versions",
    ).shifts
    assert [(each.rule, each.direction) for each in found] == [("force", "stronger")]


def test_to_give_to_a_fund_is_not_what_another_was_asked_who_was_to_set_it_up() -> None:
    fund = "special voluntary fund for the keepers of the northern sluices and their families"
    assert (
        beside(
            f"Requests the Secretary-General to establish the {fund}",
            f"Encourages Member States to contribute to the {fund}",
            "addressee",
        )
        == []
    )


# Verbs


def test_requests_of_one_office_for_different_acts_are_not_ranked() -> None:
    office = (
        "the Secretary-General, in his capacity as Chair of the Salt Works Board for Coordination,"
    )
    found = beside(
        f"Invites {office} to make every effort for the wages of the keepers of the lamps",
        f"Requests {office} to review job titles at the northern sluices and their gates",
        "force",
    )
    assert found == []


def test_a_commitment_to_one_state_is_not_ranked_against_that_to_another() -> None:
    of = "commitment to the sovereignty and territorial integrity of"
    a, b = (
        draft(*ORDERS, preamble=(f"Reaffirming its {words} and its people", "Noting the tide"))
        for words in (f"strong {of} Norway", f"{of} Chile")
    )
    assert [each.rule for each in compare(a, b, "rivals").shifts if each.rule == "force"] == []


def test_what_says_all_of_the_other_verb_and_more_is_not_the_weaker() -> None:
    a, b = (
        draft(*ORDERS, preamble=(f"Expressing its {words} for the keepers of the northern lamps",))
        for words in ("appreciation and full support", "full support")
    )
    assert [each for each in compare(a, b, "versions").shifts if each.rule == "force"] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Welcomes the convening of a panel on salt", "Decides to convene a panel on salt"),
        ("Decides to convene a panel on salt", "Welcomes the decision to convene a panel on salt"),
    ],
)
def test_what_is_done_and_what_is_decided_are_not_ranked(one: str, other: str) -> None:
    rest = "of the northern marshes and their keepers"
    assert beside(f"{one} {rest}", f"{other} {rest}", "force") == []


def test_what_was_welcomed_is_no_weaker_when_it_is_recalled() -> None:
    event = "the appointment of the Coordinator for the northern sluices"
    ((direction, _),) = beside(f"Welcomes {event}", f"Recalls with appreciation {event}", "force")
    assert direction == "other"


# Requests and limits


def test_a_request_on_another_occasion_is_no_new_one() -> None:
    ask = "{} States to continue to draw on the {} of useful forums such as the long debate of the "
    one = ask.format("Deplores the flood of salt, and encourages", "results") + (
        "harbour towns held on 22 April 2021 on the theme “Quay safety, wardens and good order: "
        "making light a duty for all”"
    )
    other = ask.format("Requests", "discussions") + (
        "harbour towns held on 6 June 2022 on the theme “Bringing youth into lighting rules”"
    )
    assert told((one, *ORDERS), (*ORDERS[:3], other, ORDERS[3]), "request") == []


def test_one_act_in_other_words_is_neither_gone_nor_new() -> None:
    ask = "Invites the Harbour Commission to convene a meeting in the spring, and to discuss {}"
    one = "gaps of middle-sized towns in their quays, with a focus on salt, oil, wicks and glass"
    other = "structural barriers for middle-sized towns, and new approaches beyond light and tide"
    assert beside(ask.format(one), ask.format(other), "request") == []


def test_a_decision_about_others_is_told_as_made_about_others() -> None:
    one, other = (f"Decides that {who} shall become members of the Committee"
                  for who in ("Angola, Kuwait and Panama", "Chile and Norway"))  # fmt: skip
    assert beside(one, other, "request") == []
    ((direction, _),) = beside(one, other, "addressee")
    assert direction == "replaced"


def test_limits_of_what_is_told_as_done_are_not_lifted() -> None:
    panel = "regional consultations with the keepers of the northern sluices on the programme"
    assert (
        beside(
            f"Requests the Office, within existing resources, to convene {panel}",
            f"Welcomes the convening by the Office of {panel}",
            "qualifier",
        )
        == []
    )
