"""What one text asks for and the other decides not to do is not the same thing in both."""

from __future__ import annotations

import pytest

from counterdraft.compare.compare import compare
from counterdraft.draft.contrary import are_contrary
from counterdraft.model import Comparison, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def draft(*operative: str, title: str = "Lanterns") -> Resolution:
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    text = f"{title}\n\nThe General Assembly,\n\nMindful of light,\n\n{body}\n"
    (resolution,) = parse(from_text(text.encode(), f"{title}.txt"))
    return resolution


def shifts(one: Resolution, other: Resolution) -> set[tuple[str, str]]:
    return {(each.rule, each.direction) for each in compare(one, other, "rivals").shifts}


def settled(found: Comparison) -> dict[str, bool]:
    return {each.name: each.settled for each in found.addressed if each.name}


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [
        (" the Committee to send a mission", " not to send any mission", True),
        (" all States to impose a levy", " all States to refrain from imposing a levy", True),
        (" all States not to impose a levy", " States to refrain from imposing a levy", False),
        (" States to send no mission", " not to delay the sending of a mission", False),
        (" the Committee to ask the mission not to fire", " to ask the mission to fire", False),
    ],
)
def test_the_act_that_one_asks_for_is_the_one_that_the_other_does_not_want(
    one: str, other: str, contrary: bool
) -> None:
    assert are_contrary(one, other) is are_contrary(other, one) is contrary


MISSION = "a visiting mission to the lamps of Fiji"


def test_a_request_is_no_decision_not_to_do_it_with_another_verb_or_a_time_limit() -> None:
    one = draft(f"Requests the Special Committee to dispatch {MISSION} before 30 June 2027;")
    other = draft(f"Decides not to dispatch {MISSION};")
    assert shifts(one, other) == {("request", "lost")}
    same = draft(f"Decides to dispatch {MISSION};")
    assert ("force", "other") in shifts(one, same)


def test_what_is_to_stay_on_a_list_goes_on_and_what_is_taken_off_it_ends() -> None:
    one = draft("Decides to maintain Tokelau on the list of Lit Territories;")
    other = draft("Decides to remove Tokelau from the list of Lit Territories;")
    assert shifts(one, other) == {("lasting", "lost")}
    elsewhere = draft("Decides to remove Bermuda from the list of Lit Territories;")
    assert ("lasting", "lost") not in shifts(one, elsewhere)
    assert not shifts(one, draft("Decides to keep Tokelau on the list of Lit Territories;"))


@pytest.mark.parametrize("said", ["Fiji, as the administering Power, light the quay", ""])
def test_a_power_that_a_text_does_not_name_may_be_a_state_that_the_other_asks(said: str) -> None:
    asked = f"Demands that {said};" if said else "Demands that Fiji light the quay;"
    one = draft(asked, "Calls upon Fiji to send a list of lamps to the Council;")
    other = draft("Invites the administering Power to send a list of lamps to the Council;")
    found = compare(one, other, "rivals")
    assert settled(found) == {"Fiji": False, "the administering Power": False}
    assert not [each for each in found.summary if "alone asks" in each.text]
    assert not [each for each in found.shifts if each.rule == "addressee"]


def test_a_power_is_the_state_that_its_own_text_says_it_is() -> None:
    one = draft(
        "Demands that Fiji, as the administering Power, light the quay;",
        "Invites the administering Power to count the lamps;",
    )
    (found,) = compare(one, draft("Urges Fiji to sell oil;"), "rivals").addressed
    assert (found.name, len(found.a), len(found.b), found.settled) == ("Fiji", 2, 1, True)


def test_a_limit_behind_whoever_is_asked_limits_what_is_asked() -> None:
    one = draft("Calls upon Fiji to send a list of lamps to the Council of Harbours;")
    other = draft(
        "Invites Tonga, as appropriate, to send a list of lamps to the Council of Harbours;"
    )
    assert ("qualifier", "gained") in shifts(one, other)
