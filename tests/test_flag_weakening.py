"""Where a text asks for less than the one before it, or than its rival."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterdraft.compare.compare import compare
from counterdraft.flag.flag import flag
from counterdraft.flag.quotes import begun
from counterdraft.flag.rules import weakening
from counterdraft.flag.same_thing import is_same
from counterdraft.model.comparison import Related
from counterdraft.wording.flagged import summary
from tests.drafting import beside, draft, findings

BEFORE = (
    "Urges all towns of Orlavia to light their streets and squares from dusk to dawn;",
    "Requests the Secretary-General to submit to the General Assembly at its ninetieth session a "
    "report on lanterns;",
    "Calls upon Member States to lend lanterns to the northern districts of the coast.",
)
NOW = (
    "Encourages all towns of Orlavia to light, as appropriate, their streets and squares from dusk "
    "to dawn;",
    "Calls upon Member States to lend lanterns to the northern districts of the coast.",
)


def test_each_kind_is_one_finding() -> None:
    before, now = draft(*BEFORE, name="before.txt"), draft(*NOW, name="now.txt")
    compared = beside(before.resolution, now.resolution)
    found = findings(weakening.RULES, now._replace(predecessor=compared), "weakening.predecessor")
    said = [each.statement.partition(" it has ")[2] for each in found]
    assert [each.partition(" in 1 place")[0] for each in said] == [
        "a weaker verb",
        "a limit on what is asked",
        "no request for a report or an update where the other text has one",
    ]
    assert "OP1 (“Encourages” for “Urges”)" in said[0]
    assert "OP1 (“as appropriate”)" in said[1]
    assert {each.text for each in found[0].evidence} == {"this", "Lanterns and peace"}


def test_what_became_stronger_is_no_weakening() -> None:
    before, now = draft(*BEFORE, name="before.txt"), draft(*NOW, name="now.txt")
    compared = beside(now.resolution, before.resolution)
    ground = before._replace(predecessor=compared)
    assert findings(weakening.RULES, ground, "weakening.predecessor") == []


def test_a_rival_that_says_the_same_more_strongly_is_quoted_as_the_rival() -> None:
    rival, ours = draft(*BEFORE, name="rival.txt"), draft(*NOW, name="ours.txt")
    compared = beside(ours.resolution, rival.resolution, "rivals")
    ground = ours._replace(rival=rival.resolution, comparison=compared)
    found = findings(weakening.RULES, ground, "weakening.rival")
    assert found
    assert "rival" in {each.text for each in found[0].evidence}


def test_one_addressee_and_another_matter_are_not_the_same_thing() -> None:
    whom = "the specialized agencies, funds and programmes of the United Nations system"
    ours = draft(f"Invites {whom} to lend their support to the plan of lanterns in the towns;")
    theirs = draft(
        f"Requests {whom} to make sure that no project draws on mobilized labour;",
        name="rival.txt",
    )
    compared = beside(ours.resolution, theirs.resolution, "rivals")
    ground = ours._replace(rival=theirs.resolution, comparison=compared)
    assert findings(weakening.RULES, ground, "weakening.rival") == []


def test_a_limit_in_what_is_told_of_others_limits_nothing_that_is_asked() -> None:
    before = draft("Condemns the refusal of Orlavia to light the northern streets;", name="a.txt")
    now = draft(
        "Condemns the refusal of Orlavia, as appropriate, to light the northern streets;",
        name="b.txt",
    )
    ground = now._replace(predecessor=beside(before.resolution, now.resolution))
    assert findings(weakening.RULES, ground, "weakening.predecessor") == []


def test_what_is_recalled_or_tells_who_is_meant_limits_nothing() -> None:
    asked = "Invites all towns to help the keepers{} with the lanterns of the quays;"
    before = draft(asked.format(""), name="a.txt")
    now = draft(asked.format(" and those voluntarily helping the keepers"), name="b.txt")
    ground = now._replace(predecessor=beside(before.resolution, now.resolution))
    assert findings(weakening.RULES, ground, "weakening.predecessor") == []
    asked = "Recalling its request to the Office of Lamps{} to convene a meeting on lanterns,"
    limit = ", subject to the availability of extrabudgetary resources,"
    before = draft("Welcomes lamps;", preamble=(asked.format(""),), name="a.txt")
    now = draft("Welcomes lamps;", preamble=(asked.format(limit),), name="b.txt")
    ground = now._replace(predecessor=beside(before.resolution, now.resolution))
    assert findings(weakening.RULES, ground, "weakening.predecessor") == []


def test_what_is_asked_in_another_place_or_by_another_name_is_asked_still() -> None:
    before = draft(
        "Condemns the dark, and calls upon all parties concerned to cease at once the theft of "
        "lanterns from the squares;",
        "Welcomes the work of the lamplighters of the coast.",
        name="a.txt",
    )
    now = draft(
        "Condemns the dark in all its forms;",
        "Welcomes the work of the lamplighters of the coast;",
        "Urges the Republic of Orlavia to cease the theft of lanterns from any of the squares.",
        name="b.txt",
    )
    ground = now._replace(predecessor=beside(before.resolution, now.resolution))
    assert findings(weakening.RULES, ground, "weakening.predecessor") == []


SINCE = {"session": 77, "session_kind": "regular", "date": "2022-12-15"}


def since(before: str, *now: str) -> list[str]:
    """What a text of session 77 is told to have weaker than the one before it."""
    kept = "Welcomes the work of the lamplighters of the coast;"
    one, other = draft(before, kept, name="a.txt"), draft(*(now or (kept,)), kept, name="b.txt")
    later = replace(other.resolution, **SINCE)
    ground = other._replace(resolution=later, predecessor=beside(one.resolution, later))
    found = findings(weakening.RULES, ground, "weakening.predecessor")
    return [each.statement.partition(" it has ")[2].partition(" in ")[0] for each in found]


def test_what_was_due_by_now_is_not_given_up() -> None:
    asked = "Invites the keepers of the harbour to mend the lanterns of the quays{when};"
    assert since(asked.format(when="")) == ["no request where the other text has one"]
    for when in (" by 2021", " before the end of 2021", " at its seventy-seventh session"):
        assert since(asked.format(when=when)) == []
    for when in (" by 2030", " at its eighty-second session", " by 31 May of every year"):
        assert since(asked.format(when=when)) == ["no request where the other text has one"]


LOST = "no request where the other text has one"


def held(before: str) -> list[str]:
    """The same of a text of session 76, whose symbol says so."""
    kept = "Welcomes the work of the lamplighters of the coast;"
    one, other = draft(before, kept, name="a.txt"), draft(kept, name="b.txt")
    earlier = replace(one.resolution, symbol="A/RES/76/34")
    later = replace(other.resolution, **SINCE)
    ground = other._replace(resolution=later, predecessor=beside(earlier, later))
    found = findings(weakening.RULES, ground, "weakening.predecessor")
    return [each.statement.partition(" it has ")[2].partition(" in ")[0] for each in found]


@pytest.mark.parametrize(
    "asked",
    [
        "Invites the keepers to light the harbour from 22 to 24 March 2022;",
        "Invites the keepers to show, in the second quarter of 2022, the lanterns of the quays;",
        "Encourages the keepers to take part in the 2022 forum on lanterns;",
        "Decides that the Forum of Keepers meets from 2 to 6 June 2022, and invites all "
        "keepers to support the Forum with oil and lamps;",
        "Invites the keepers to mend what is to be presented at its seventy-seventh session;",
        "Requests the keepers to weigh the oil in the proposed programme budget for 2023;",
    ],
)
def test_what_lay_between_the_two_texts_is_not_given_up(asked: str) -> None:
    assert held(asked) == []


@pytest.mark.parametrize(
    "asked",
    [
        "Invites the keepers to light the harbour from 22 to 24 March 2027;",
        "Invites the keepers to carry out resolution 76/274 of 29 June 2022 on lamps;",
        "Invites the keepers to light the harbour as the plan of lanterns, 2019\u20132022, has it;",
        "Invites the keepers to light the harbour as they did at the fair of 5 June 2019;",
        "Invites the keepers to continue to light the harbour regularly, as they did in May 2022;",
    ],
)
def test_another_day_says_nothing_of_when_it_was_due(asked: str) -> None:
    assert held(asked) == [LOST]


@pytest.mark.parametrize(
    "asked",
    [
        "Decides to invite Orlavia to become a member of the Lantern Commission;",
        "Requests the Secretary-General to establish a group of experts on lanterns;",
        "Requests the Secretary-General to appoint a special envoy for lanterns;",
        "Requests the President of the General Assembly to carry out consultations on the "
        "modalities of the meeting on lanterns;",
        "Requests the Office of the Keeper to make every effort to allow the Lantern Group to hold "
        "its ninth session;",
        "Decides that the preparatory committee shall have a bureau of two keepers;",
        "Invites the President of the General Assembly to convene a meeting on lanterns, to "
        "discuss the price of oil in the northern harbours;",
    ],
)
def test_what_is_done_once_is_not_given_up(asked: str) -> None:
    assert held(asked) == []


@pytest.mark.parametrize(
    "asked",
    [
        "Calls upon Orlavia to establish a commission on lanterns;",
        "Calls upon States to set up national offices for lanterns;",
        "Requests the Secretary-General to convene every year a meeting on lanterns;",
        "Requests the Secretary-General to establish clear guidelines for the keepers of lamps;",
    ],
)
def test_what_others_are_to_set_up_or_what_comes_back_is_given_up(asked: str) -> None:
    assert held(asked) == [LOST]


def test_a_report_that_was_due_is_missed_where_none_is_asked_for_any_more() -> None:
    report = (
        "Requests the Secretary-General to submit to the General Assembly at its seventy-sixth "
        "session a report on lanterns;"
    )
    another = (
        "Requests the Secretary-General to submit to the General Assembly at its eightieth "
        "session a report on the price of herring in spring;"
    )
    assert since(report) == ["no request for a report or an update where the other text has one"]
    assert since(report, another) == []


def test_of_a_request_that_went_its_time_limit_is_not_told_as_well() -> None:
    told = "Urges all States to mend the lanterns of the northern harbours by June 2030, and calls "
    calls = (
        "upon the ferrymen of the eastern coast to count the broken lamps of every quay by hand;"
    )
    limited = since(told + calls, told.replace(" by June 2030", "") + calls)
    assert limited == ["no time limit where the other text has one"]
    gone = since(told + calls, "Calls " + calls)
    assert "no time limit where the other text has one" not in gone


def test_emphasis_is_lost_only_where_the_same_is_said() -> None:
    concern = (
        "Notes with concern that the catch of herring of the northern harbours grew more slowly "
        "than that of the south, and that the price of oil rose in winter;"
    )
    assert since(concern, concern.replace(" with concern", "")) == ["a weaker verb"]
    other = (
        "Notes that the catch of herring of the northern harbours fell by one fifth to three "
        "thousand barrels, and that lanterns were sold from quay to quay;"
    )
    assert since(concern, other) == []


def test_two_verbs_on_one_long_name_do_not_say_the_same() -> None:
    name = (
        "Working Party on the Situation with regard to the Implementation of the Statute on the "
        "Granting of Lanterns to Coastal Parishes and Boroughs"
    )
    noted = f"Takes note of the report of the {name} for the winter;"
    stressed = f"Stresses that the northern island should take part in the doings of the {name};"
    assert related_force(noted, stressed) == []
    assert related_force(noted, noted.replace("Takes note of", "Stresses")) == ["a weaker verb"]


def related_force(ours: str, theirs: str) -> list[str]:
    """What is told of two paragraphs of rivals that are related, the rival's verb the stronger."""
    one, other = draft(ours), draft(theirs, name="rival.txt")
    compared = replace(
        beside(one.resolution, other.resolution, "rivals"),
        related=(Related("op1", "op1", 0.4, stronger="b"),), shifts=(),
    )  # fmt: skip
    ground = one._replace(rival=other.resolution, comparison=compared)
    found = findings(weakening.RULES, ground, "weakening.rival")
    return [each.statement.partition(" it has ")[2].partition(" in ")[0] for each in found]


def test_of_related_paragraphs_the_verbs_are_told_and_those_of_a_preamble_are_none() -> None:
    matter = "the importance of strengthening the lighting of every harbour of the northern coast"
    ours, theirs = f"Notes {matter};", f"Stresses {matter};"
    one, asks = draft(ours), draft(theirs, name="rival.txt")
    recalls = draft("Welcomes salt;", preamble=(f"Stressing {matter},",), name="rival.txt")
    said = [
        [each.statement for each in findings(weakening.RULES, ground, "weakening.rival")]
        for other, key in ((asks, "op1"), (recalls, "pp1"))
        for ground in [
            one._replace(
                rival=other.resolution,
                comparison=replace(
                    beside(one.resolution, other.resolution, "rivals"),
                    related=(Related("op1", key, 0.4, stronger="b"),), shifts=(),
                ),
            )
        ]
    ]  # fmt: skip
    (told,), nothing = said
    assert told.endswith("a weaker verb in 1 place: OP1 (“Notes” for “Stresses”).")
    assert nothing == []


def test_what_was_taken_as_the_text_before_is_named() -> None:
    before, now = draft(*BEFORE, name="before.txt"), draft(*NOW, name="now.txt")
    told = flag(now._replace(predecessor=beside(before.resolution, now.resolution)))
    assert told.predecessor == "Lanterns and peace"
    assert "Taken as the text before it: Lanterns and peace." in summary(told)
    assert flag(now).predecessor is None


def test_no_name_moves_the_end_of_a_quotation() -> None:
    told = [
        begun(f"to light the lamps of {name} in every one of its harbours by night", 8)
        for name in ("Peru", "Bosnia and Herzegovina")
    ]
    assert told == [
        "to light the lamps of Peru in every\u2026",
        "to light the lamps of Bosnia and Herzegovina in every\u2026",
    ]
    assert begun("to light lamps", 8) == "to light lamps"


def test_of_the_security_council_it_is_said_that_earlier_decisions_may_stand() -> None:
    before, now = draft(*BEFORE, name="before.txt"), draft(*NOW, name="now.txt")
    council = replace(now.resolution, organ="Security Council")
    compared = beside(before.resolution, council)
    ground = now._replace(resolution=council, predecessor=compared)
    found = findings(weakening.RULES, ground, "weakening.predecessor")
    assert [len(each.against) for each in found] == [1, 1, 2]
    assert "may stay in force" in found[-1].against[1]


def test_words_that_bear_out_two_places_are_quoted_once() -> None:
    twice = (
        "Condemns the darkness, requests the port police to count the lanterns of every northern "
        "street, and calls upon the ferrymen to mend the broken lamps of the eastern quays by hand;"
    )
    before, now = draft(*BEFORE, twice, name="before.txt"), draft(*BEFORE, name="now.txt")
    ground = now._replace(predecessor=beside(before.resolution, now.resolution))
    (found,) = findings(weakening.RULES, ground, "weakening.predecessor")
    assert "(“requests the port police" in found.statement
    assert "“calls upon the ferrymen" in found.statement
    assert len(found.evidence) == len(set(found.evidence)) == 1


def told_beside(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[str]:
    """What is told of a text beside a rival, read as what the two are by their words."""
    one, other = draft(*ours), draft(*theirs, name="rival.txt")
    compared = compare(one.resolution, other.resolution)
    ground = one._replace(rival=other.resolution, comparison=compared)
    return [each.statement for each in findings(weakening.RULES, ground, "weakening.rival")]


def test_what_a_rival_alone_asks_is_not_missing_though_most_of_the_words_are_the_same() -> None:
    same = (
        "Reaffirms the right of all harbour towns of the coast to lamps of their own;",
        "Urges all towns of Orlavia to light their streets and squares from dusk to dawn;",
    )
    ours = (*same, "Decides to extend the Mission of the Lanterns until 30 April 2027.")
    theirs = (
        *same, "Decides to extend the Mission of the Lanterns until 31 July 2026;",
        "Requests the Secretary-General to begin without delay the withdrawal of the Mission.",
    )  # fmt: skip
    compared = compare(draft(*ours).resolution, draft(*theirs).resolution)
    assert compared.relation == "versions"
    assert told_beside(ours, theirs) == []


def test_a_limit_on_what_a_rival_asks_without_one_is_told() -> None:
    theirs = ("Calls upon all States to light the lamps of the northern harbour progressively;",)
    ours = (
        "Encourages all States to light the lamps of the northern harbour progressively, in "
        "accordance with their national legislation;",
    )
    found = told_beside(ours, theirs)
    assert any("a limit on what is asked in 1 place: OP1 (“in accordance" in e for e in found)
    other = ("Calls upon all States, as appropriate, to sell the oil of the southern mills;",)
    assert told_beside(other, theirs) == []


def test_who_decides_not_to_do_it_does_not_ask_for_it_more_strongly() -> None:
    asked = "dispatch a visiting mission to the northern harbour of the lamps"
    one, other = draft(f"Invites the towns to {asked};"), draft(f"Decides not to {asked};")
    ours, theirs = (
        unit
        for each in (one, other)
        for unit in compare(each.resolution, each.resolution).a.units
        if unit.head.key == "op1"
    )
    assert is_same(ours, ours)
    assert not is_same(ours, theirs)
