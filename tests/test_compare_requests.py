"""Requests that came, went, moved or became weaker are told where no clause says them still."""

from __future__ import annotations

import pytest

from counterdraft.brief.requests import unaddressed
from counterdraft.compare.compare import compare
from counterdraft.cover.places import places
from counterdraft.flag.clauses import clauses
from counterdraft.flag.rules import weakening
from counterdraft.lexicon.renewed import force_of
from counterdraft.model import Paragraph
from counterdraft.read.from_text import from_text
from tests.drafting import beside, findings
from tests.drafting import draft as flagged_draft
from tests.test_compare import ORDERS, changed, draft

LAMPS = (
    "Condemns the darkness of the harbour of Orlavia, and calls upon the Republic of Orlavia to "
    "release the lamplighters who are held without charge in the northern fortress"
)


def told(a: tuple[str, ...], b: tuple[str, ...], rule: str) -> list[tuple[str, str]]:
    found = compare(draft(*a), draft(*b), "versions").shifts
    return [(each.direction, each.statement) for each in found if each.rule == rule]


def test_a_request_that_was_put_into_another_paragraph_is_not_gone() -> None:
    within = (
        "Also condemns the closing of the two salt works, their wells and their only road, regrets "
        "the loss of forty boats, and calls upon the Government of the Republic of Orlavia to "
        "release without delay the lamplighters who are held in the northern fortress"
    )
    assert told((*ORDERS[:3], LAMPS, ORDERS[3]), (*ORDERS[:3], within, ORDERS[3]), "request") == []


def test_a_request_that_nobody_makes_any_more_is_gone_with_what_it_asked() -> None:
    ((direction, said),) = told((*ORDERS[:3], LAMPS, ORDERS[3]), ORDERS, "request")
    assert direction == "lost"
    assert said == (
        "OP4, which is gone, asked the Republic of Orlavia (“calls upon”) “to release the "
        "lamplighters who are held without charge in the northern fortress”"
    )


def test_a_request_that_went_from_within_a_paragraph_is_told() -> None:
    longer = (
        f"{ORDERS[1]}, and requests the Harbour Commission to publish the accounts of every "
        "lighthouse on the coast"
    )
    ((direction, said),) = told(changed(2, longer), ORDERS, "request")
    assert (direction, said.partition(":")[0]) == ("lost", "OP2")
    assert "“to publish the accounts of every lighthouse on the coast”" in said
    ((direction, said),) = told(ORDERS, changed(2, longer), "request")
    assert (direction, said.partition(":")[0]) == ("gained", "OP2")


def test_one_of_several_things_that_are_asked_is_told_as_gone_and_not_the_others() -> None:
    both = (
        "Urges the Government of the Republic of Orlavia to release those who refuse to go, and to "
        "publish the accounts of every lighthouse on the northern coast"
    )
    ((direction, said),) = told(changed(2, both), ORDERS, "request")
    assert direction == "lost"
    assert said.endswith("“to publish the accounts of every lighthouse on the northern coast”")


def test_a_request_that_says_more_than_before_is_not_new() -> None:
    more = (
        "Urges the Government of the Republic of Orlavia to release those who refuse to go, "
        "including the elderly fishers, widows, orphans and apprentices of seven villages beyond "
        "the estuary, whose boats, nets and cottages were taken away or burnt in the autumn storms"
    )
    assert told(ORDERS, changed(2, more), "request") == []


def test_whoever_is_asked_for_another_report_is_asked_for_a_report_still() -> None:
    other = (
        "Requests the Secretary-General to prepare a report on lighthouses, tides and ferries, "
        "based on what fishers and pilots have written"
    )
    assert told(ORDERS, changed(3, other), "request") == []
    assert told(ORDERS, changed(3, other), "report") == []


def test_a_report_asked_for_in_another_place_is_asked_for_still() -> None:
    moved = (
        "Welcomes the repair of the quay of the northern harbour",
        "Requests the Secretary-General to report in writing on the salt works of the coast, their "
        "wells and their roads",
    )
    a = (moved[1], *ORDERS[:2], ORDERS[3])
    b = (*ORDERS[:2], ORDERS[3], moved[0], moved[1].replace("in writing ", ""))
    assert told(a, b, "report") == []


@pytest.mark.parametrize(
    "ends", ["to discontinue his annual report", "no longer to report", "to cease reporting"]
)
def test_a_report_that_is_to_end_is_one_that_went(ends: str) -> None:
    asks = ("Requests the Secretary-General to submit his annual report to it on the quay",)
    now = (f"Requests the Secretary-General {ends} to it on the quay",)
    assert len(told(asks, now, "report")) == 1
    assert len(told(now, asks, "report")) == 1


def test_a_point_of_a_list_that_is_kept_is_told_as_gone() -> None:
    head = "Calls upon the Republic of Orlavia:"
    points = (
        "(a) To open the sluices of the northern marshes before every spring tide;",
        "(b) To pay the lamplighters of the harbour what they have been owed since autumn;",
        "(c) To publish the accounts of the lighthouses of the coast;",
    )
    listed = "\n\n".join([head, *points]).removesuffix(";")
    fewer = "\n\n".join([head, points[0], "(b)" + points[2][3:]]).removesuffix(";")
    found = told(changed(2, listed), changed(2, fewer), "request")
    assert [each for each, _ in found] == ["lost"]
    assert "asked the Republic of Orlavia" in found[0][1]
    assert "To pay the lamplighters of the harbour" in found[0][1]


def test_the_points_of_a_list_that_is_only_referred_to_are_not_told_as_gone() -> None:
    head = "Calls upon the Republic of Orlavia to fulfil its duties towards the lamplighters:"
    listed = "\n\n".join(
        [
            head,
            "(a) To open the sluices of the northern marshes before every spring tide;",
            "(b) To pay the lamplighters of the harbour what they have been owed since autumn",
        ]
    )
    short = (
        "Calls upon the Republic of Orlavia to fulfil its duties towards the lamplighters, as set "
        "out in paragraph 2 of resolution 80/412"
    )
    assert told(changed(2, listed), changed(2, short), "request") == []


def test_a_request_that_moved_and_became_stronger_is_told_as_that() -> None:
    plea = "the Republic of Orlavia to open the sluices of the northern marshes before every tide"
    a = (f"Deplores the flood of the winter, and calls upon {plea}", *ORDERS)
    b = (
        "Deplores the flood of the winter and its many victims",
        *ORDERS[:3],
        f"Urges {plea}",
        ORDERS[3],
    )
    ((direction, said),) = told(a, b, "force")
    assert direction == "stronger"
    assert said == (
        "OP5 (OP1 before): the request to the Republic of Orlavia strengthened from “calls upon” "
        "to “urges”"
    )
    assert told(a, b, "request") == []


def test_a_call_that_is_repeated_is_as_strong_as_a_call() -> None:
    plea = "the Republic of Orlavia to open the sluices of the northern marshes"
    a, b = (changed(2, f"{verb} {plea}") for verb in ("Calls upon", "Reiterates its call upon"))
    assert told(a, b, "force") == []
    assert told(changed(2, f"Urges {plea}"), b, "force") == []  # the call that is repeated
    demanded = changed(2, f"Demands that {plea.replace(' to ', ' ')}")
    assert [each for each, _ in told(demanded, b, "force")] == ["weaker"]


def test_a_call_on_nobody_that_is_repeated_is_as_strong_as_a_call() -> None:
    plea = "the opening of the sluices of the northern marshes"
    a, b = (changed(2, f"{verb} {plea}") for verb in ("Calls for", "Reaffirms the call for"))
    assert told(a, b, "force") == []


def test_a_decision_that_is_repeated_is_a_decision() -> None:
    plan = "to hold a session on the sluices of the northern marshes"
    a, b = (changed(4, f"{verb} {plan}") for verb in ("Reiterates its decision", "Decides"))
    assert told(a, b, "force") == []


def test_a_verb_is_not_weaker_where_the_stronger_one_stands_as_well() -> None:
    plea = "the Republic of Orlavia to open the sluices of the northern marshes before every tide"
    a = (f"Urges {plea}", *ORDERS)
    b = (f"Encourages {plea}", *ORDERS, f"Urges {plea}")
    assert [each for each, _ in told(a, b, "force")] == []


def test_a_clause_that_went_as_a_whole_was_not_freed_of_its_limit() -> None:
    a = changed(2, f"{ORDERS[1]}, and encourages gifts of lanterns, as appropriate, to the harbour")
    assert told(a, ORDERS, "qualifier") == []


def test_a_flag_tells_the_requests_that_the_comparison_tells_and_no_others() -> None:
    before = flagged_draft(*(f"{each};" for each in ORDERS[:3]), f"{LAMPS}.", name="before.txt")
    now = flagged_draft(*(f"{each};" for each in ORDERS[:2]), f"{ORDERS[2]}.", name="now.txt")
    compared = beside(before.resolution, now.resolution)
    gone = [each for each in compared.shifts if (each.rule, each.direction) == ("request", "lost")]
    found = findings(weakening.RULES, now._replace(predecessor=compared), "weakening.predecessor")
    assert len(gone) == 1
    assert ["no request where the other text has one in 1 place" in f.statement for f in found] == [
        True
    ]
    assert "OP4 of the other (“calls upon the Republic of Orlavia to release the…”)" in (
        found[0].statement
    )


def operative(text: str) -> Paragraph:
    return draft(*changed(2, text)).paragraphs[4]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Reaffirms the call for the repeal of the lamp laws", "call"),
        ("Reaffirms calls for the repeal of the lamp laws", "call"),
        ("Reiterates the invitation to the harbours to meet", "invite"),
        ("Reiterates his calls for new lamps", "affirm"),
        ("Reaffirms previous decisions on the right to light", "affirm"),
        ("Reaffirms its decision to keep the lamp fund", "affirm"),
        ("Reaffirms the right to light", "affirm"),
    ],
)
def test_what_repeats_a_request_of_the_organ_is_a_request(text: str, force: str) -> None:
    paragraph = operative(text)
    assert force_of(paragraph, paragraph.verbs[0]) == force


def test_a_call_that_is_reaffirmed_asks_in_every_section_as_in_the_requests() -> None:
    made = draft(*changed(2, "Reaffirms calls for the repeal of the lamp laws of the harbour"))
    assert [(p.id, verb.text) for p, verb in unaddressed(made)] == [("op2", "Reaffirms")]
    (clause,) = (each for each in clauses(made) if each.paragraph.id == "op2")
    assert clause.force_at(len(clause.text)) == "call"
    document = from_text(b"nothing", "made.txt")
    (place,) = (each for each in places(document, made) if each.id == "op2")
    assert {each.verb.force for each in place.clauses if each.verb} == {"call"}


def test_access_to_a_thing_is_nothing_that_is_asked() -> None:
    plea = "Urges the Government of the Republic of Orlavia to release those who refuse to go"
    wells = (
        f"{plea}, and to secure fair access for all the villages, in particular the poorest, to "
        "safe, clean and affordable water from the wells of the northern marshes"
    )
    told_parts = [said for _, said in told(changed(2, wells), ORDERS, "request")]
    assert not any("“to safe" in said for said in told_parts)
    assert any("“to secure fair access" in said for said in told_parts)


def test_a_point_under_a_title_is_asked_of_whoever_the_list_asks() -> None:
    pump = "keep the pumps of the northern marshes in repair throughout the season of storms"
    listed = "\n\n".join(
        [
            "Calls upon the Republic of Orlavia to carry out these tasks:",
            "(a) Support to the marshes",
            f"(i) To {pump}",
        ]
    )
    alone = f"Calls upon the Republic of Orlavia to {pump}"
    assert told(changed(2, listed), changed(2, alone), "request") == []


ENABLE = (
    "Calls upon all towns to create and maintain, in law and in practice, a safe harbour in which "
    "lamplighters can perform their work independently and without undue interference"
)
MEANS = (
    "legislative measures",
    "regular monitoring and reporting of attacks against lamplighters",
    "the training of harbour masters and of coastguards in the law of the sea",
)


def test_a_request_whose_points_became_a_list_is_not_gone() -> None:
    inline = f"{ENABLE}, by means of (a) {MEANS[0]}; (b) {MEANS[1]}; and (c) {MEANS[2]}"
    head = f"{ENABLE}, taking a fair approach, by means of:"
    points = [f"({'abc'[n]}) {each[:1].upper()}{each[1:]}" for n, each in enumerate(MEANS)]
    as_list = "\n\n".join([head, *points])
    assert len(draft(as_list).paragraphs) == len(draft(inline).paragraphs) + len(MEANS)
    for rule in ("request", "report"):
        assert told((*ORDERS[:3], inline), (*ORDERS[:3], as_list), rule) == []


def test_a_request_put_elsewhere_in_stronger_words_by_the_same_act_is_not_gone() -> None:
    before = (
        "Condemns the closing of the wharves, and calls upon the Republic of Orlavia to release "
        "lamplighters and ferrymen unjustly detained, as well as pilots and the coopers who speak "
        "for those persons"
    )
    now = (
        "Deplores all detention without charge, and calls upon the Republic of Orlavia to "
        "immediately and unconditionally release persons arbitrarily detained for what they "
        "wrote, including lamplighters, pilots and all those who are held for taking part in "
        "vigils on the quays"
    )
    found = told((*ORDERS[:3], before), (now, *ORDERS[:3]), "request")
    assert [each for each in found if each[0] == "lost"] == []


def test_a_short_thing_that_went_from_a_request_which_stays_is_told() -> None:
    report = "to provide a report every sixty days on the keeping of the harbour lights"
    before = f"Requests the Secretary-General to brief the Council monthly and {report}"
    now = f"Requests the Secretary-General {report}"
    ((direction, said),) = told(changed(2, before), changed(2, now), "request")
    assert direction == "lost"
    assert said == (
        "OP2: no longer asks the Secretary-General (“requests”) “to brief the Council monthly”"
    )


def test_the_same_request_made_to_one_who_was_named_before_is_made_to_another() -> None:
    recalled = "Recalls what the Republic of Orlavia undertook, and calls upon"
    what = (
        "to uphold the rights of those who keep vigil on the quays, and to lift unduly harsh fines"
    )
    before, now = (
        f"{recalled} {who} {what}" for who in ("the port police", "the Republic of Orlavia")
    )
    ((direction, said),) = told(changed(2, before), changed(2, now), "addressee")
    assert direction == "replaced"
    assert said == "OP2: asks the Republic of Orlavia instead of the port police"
