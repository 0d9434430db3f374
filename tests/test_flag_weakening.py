"""Where a text asks for less than the one before it, or than its rival."""

from __future__ import annotations

from msgspec.structs import replace

from counterdraft.flag.flag import flag
from counterdraft.flag.quotes import begun
from counterdraft.flag.rules import weakening
from counterdraft.text.flagged import summary
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
        "no request for a report where the other text has one",
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
