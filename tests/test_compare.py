"""What two resolutions have to do with each other: edits, what they shift, and how it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.compare.compare import compare
from counterdraft.compare.edits import apply, edits_of
from counterdraft.compare.units import label, units_of
from counterdraft.model import Comparison, Head, Resolution, Shift, Unit
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

TITLE = "Salt works of the Republic of Orlavia"
PREAMBLE = (
    "Recalling its resolution 80/412 of 18 December 2025",
    "Noting the participation of the Republic of Orlavia in the universal periodic review",
    "Stressing that dialogue and scrutiny complete each other",
)
ORDERS = (
    "Condemns the transfer of workers to the state salt works without a decision of a court",
    "Urges the Government of the Republic of Orlavia to release those who refuse to go",
    "Requests the Secretary-General to report to it at its eighty-second session on the salt works",
    "Decides to continue its examination of the situation at its eighty-second session",
)


def draft(
    *operative: str, preamble: tuple[str, ...] = PREAMBLE, title: str = TITLE, header: str = ""
) -> Resolution:
    """A draft of the General Assembly with these paragraphs."""
    numbered = [f"{n}. {words};" for n, words in enumerate(operative[:-1], 1)]
    last = f"{len(operative)}. {operative[-1]}."
    parts = [header, title, "The General Assembly,", *(f"{words}," for words in preamble)]
    text = "\n\n".join([*filter(None, parts), *numbered, last])
    (resolution,) = parse(from_text(text.encode(), "made.txt"))
    return resolution


def changed(place: int, words: str) -> tuple[str, ...]:
    """The operative paragraphs with another one at a place, from 1."""
    return (*ORDERS[: place - 1], words, *ORDERS[place:])


def shifts(a: Resolution, b: Resolution, relation: str | None = None) -> list[tuple[str, str]]:
    return [(s.rule, s.direction) for s in compare(a, b, relation).shifts]  # type: ignore[arg-type]


def only_shift(a: Resolution, b: Resolution) -> Shift:
    (shift,) = compare(a, b).shifts
    return shift


def kinds(comparison: Comparison) -> list[str]:
    return [each.kind for each in comparison.edits if each.kind != "same"]


# Edits


def test_a_text_against_itself_is_the_same_and_shifts_nothing() -> None:
    a = draft(*ORDERS)
    comparison = compare(a, a)
    assert {each.kind for each in comparison.edits} == {"same"}
    assert comparison.likeness == 1.0
    assert not comparison.shifts
    assert not comparison.terms_a + comparison.terms_b
    assert comparison.summary[0].text == (
        "Of 7 paragraphs 7 the same; 0 deleted and 0 added. There are 7 now."
    )


def test_other_quotes_and_dashes_are_no_edit_but_are_in_the_script() -> None:
    a = draft(*changed(4, "Decides to remain seized of the “matter” – as before"))
    b = draft(*changed(4, 'Decides to remain seized of the "matter" - as before'))
    comparison = compare(a, b)
    assert kinds(comparison) == []
    assert apply(comparison.edits, comparison.a.units)[-1].text == comparison.b.units[-1].text


def test_a_paragraph_put_before_the_others_is_added_and_nothing_else() -> None:
    new = "Welcomes the signature of the Convention on the Rights of Persons with Disabilities"
    comparison = compare(draft(*ORDERS), draft(new, *ORDERS))
    assert kinds(comparison) == ["added"]


def test_an_edit_holds_the_words_that_went_and_came() -> None:
    b = draft(*changed(2, ORDERS[1].replace("release", "free without delay")))
    (edit,) = (each for each in compare(draft(*ORDERS), b).edits if each.kind == "edited")
    assert [each.text for each in edit.words if each.op == "deleted"] == [" release"]
    assert [each.text for each in edit.words if each.op == "inserted"] == [" free without delay"]


def test_what_went_from_the_preamble_to_the_operative_part_is_moved() -> None:
    a = draft(*ORDERS, preamble=(*PREAMBLE, "Welcoming the visit of the Special Rapporteur in May"))
    b = draft("Welcomes the visit of the Special Rapporteur in May", *ORDERS)
    assert kinds(compare(a, b)) == ["moved"]


def test_title_headings_and_annexes_are_units_as_well() -> None:
    text = (
        f"{TITLE}\n\nThe General Assembly,\n\n{PREAMBLE[0]},\n\nI\n\nLabour\n\n1. {ORDERS[0]};\n\n"
        f"2. {ORDERS[1]}.\n\nAnnex\n\nRules of the mission\n\nIt reports each year.\n"
    )
    (resolution,) = parse(from_text(text.encode(), "made.txt"))
    units = units_of(resolution)
    assert {unit.head.kind for unit in units} >= {"title", "formula", "preambular", "operative"}
    assert {"heading", "annex"} <= {unit.head.kind for unit in units}
    for unit in units:
        if unit.head.kind not in {"title", "formula"}:
            assert unit.span.end - unit.span.start == len(unit.text)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (Head("op2.a.i", "operative", "2 (a) (i)", 2), "OP2 (a) (i)"),
        (Head("op2.a.xi", "operative", "(xi)", 2), "OP2 (a) (xi)"),
        (Head("op3.2", "operative", None, 1), "OP3, point 2"),
        (Head("op5bis", "operative", "5bis"), "OP5bis"),
        (Head("pp3", "preambular", "3"), "PP3"),
        (Head("op1", "operative", None), "OP1"),
        (Head("title", "title"), "the title"),
    ],
)
def test_a_unit_is_called_what_people_call_it(head: Head, name: str) -> None:
    assert label(head) == name


TEXTS = st.lists(
    st.sampled_from([*PREAMBLE, *ORDERS, ORDERS[1] + " and to pay them", "Salt", "“Salt” – now"]),
    max_size=7,
)


def as_units(texts: list[str], kind: str = "operative") -> tuple[Unit, ...]:
    return tuple(Unit(Head(f"op{n}", kind), text) for n, text in enumerate(texts, 1))  # type: ignore[arg-type]


@given(TEXTS, TEXTS)
def test_property_applying_the_edits_to_a_gives_b(a: list[str], b: list[str]) -> None:
    ones, others = as_units(a), as_units(b)
    edits = edits_of(ones, others)
    assert apply(edits, ones) == others
    assert sorted(i for each in edits for i in each.a) == list(range(len(a)))
    assert sorted(j for each in edits for j in each.b) == list(range(len(b)))


@given(st.lists(st.text(st.characters(exclude_characters="\u2029"), max_size=30), max_size=4))
def test_property_any_text_at_all_can_be_made_of_any_other(texts: list[str]) -> None:
    ones = as_units([ORDERS[0], *texts[:1]])
    others = as_units(texts)
    assert apply(edits_of(ones, others), ones) == others


def test_the_edits_of_another_text_are_refused() -> None:
    a, b = as_units([ORDERS[0]]), as_units([ORDERS[0] + " and more"])
    with pytest.raises(ValueError, match="not of this text"):
        apply(edits_of(a, b), as_units([ORDERS[1]]))


# What an edit shifts


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [
        ("Urges", "Invites", "weaker"),
        ("Invites", "Urges", "stronger"),
        ("Urges", "Strongly urges", "stronger"),
        ("Urges", "Urges again", None),
        ("Also urges", "Further urges", None),
    ],
)
def test_the_force_of_a_request_goes_down_or_up(
    before: str, now: str, direction: str | None
) -> None:
    words = ORDERS[1].removeprefix("Urges")
    a, b = draft(*changed(2, before + words)), draft(*changed(2, now + words))
    found = [s.direction for s in compare(a, b).shifts if s.rule == "force"]
    assert found == ([direction] if direction else [])


def test_a_weakened_request_names_whom_it_is_made_to() -> None:
    b = draft(*changed(3, ORDERS[2].replace("Requests", "Invites")))
    shift = only_shift(draft(*ORDERS), b)
    assert shift.statement == (
        "OP3: the request to the Secretary-General weakened from “requests” to “invites”"
    )
    assert [q.text for q in (*shift.a, *shift.b)] == ["Requests", "Invites"]


def test_condemning_is_more_than_noting_with_concern() -> None:
    b = draft(*changed(1, ORDERS[0].replace("Condemns", "Notes with concern")))
    assert only_shift(draft(*ORDERS), b).direction == "weaker"


def test_taking_note_and_welcoming_a_decision_do_not_compare() -> None:
    a = draft(*changed(1, "Recalls the decision of the Council on the salt works of Orlavia"))
    b = draft(*changed(1, "Deplores the decision of the Council on the salt works of Orlavia"))
    assert only_shift(a, b).direction == "other"


@pytest.mark.parametrize(
    "words",
    [
        ", as appropriate",
        ", in accordance with national law",
        ", upon request",
        " within existing resources",
    ],
)
def test_a_qualifier_is_gained_and_lost(words: str) -> None:
    a, b = draft(*ORDERS), draft(*changed(2, ORDERS[1] + words))
    shift = only_shift(a, b)
    assert (shift.rule, shift.direction) == ("qualifier", "gained")
    assert shift.b[0].text in words
    assert shifts(b, a) == [("qualifier", "lost")]


def test_a_qualifier_that_goes_on_is_none() -> None:
    a = draft(*changed(2, ORDERS[1] + ", as appropriate"))
    b = draft(*changed(2, ORDERS[1] + " and to pay them, where appropriate"))
    assert shifts(a, b) == []


def test_who_is_asked_instead_of_another() -> None:
    b = draft(*changed(3, ORDERS[2].replace("the Secretary-General", "the Human Rights Council")))
    shift = only_shift(draft(*ORDERS), b)
    assert (shift.rule, shift.direction) == ("addressee", "replaced")
    assert shift.statement == "OP3: asks the Human Rights Council instead of the Secretary-General"


def test_who_is_newly_asked_by_a_new_paragraph_and_who_no_longer() -> None:
    new = "Invites the World Bank to suspend its loans"
    (shift,) = compare(draft(*ORDERS), draft(*ORDERS[:3], new, ORDERS[3])).shifts
    assert (
        shift.statement
        == "OP4, which is new, asks the World Bank (“invites”) “to suspend its loans”"
    )
    (shift,) = compare(draft(*ORDERS[:3], new, ORDERS[3]), draft(*ORDERS)).shifts
    assert shift.statement == (
        "OP4, which is gone, asked the World Bank (“invites”) “to suspend its loans”"
    )


def test_every_time_limit_counts() -> None:
    words = (
        "Decides to extend the mandate until 10 April 2027, and requests the Secretary-General "
        "to submit a report no later than 10 March 2027"
    )
    a = draft(*changed(3, words))
    b = draft(*changed(3, words.replace("10 April 2027", "10 January 2027")
                                .replace("10 March 2027", "10 December 2026")))  # fmt: skip
    found = compare(a, b).shifts
    assert [(s.rule, s.direction) for s in found] == [("deadline", "replaced")] * 2
    assert [s.b[0].text for s in found] == [
        "until 10 January 2027",
        "no later than 10 December 2026",
    ]


def test_a_limit_that_moved_on_with_the_series_is_the_same_limit() -> None:
    head = "A/C.3/{}/L.9\n\nGeneral Assembly\n\n{} session"
    a = draft(*ORDERS, header=head.format(81, "Eighty-first"))
    later = [words.replace("eighty-second", "eighty-third") for words in ORDERS]
    b = draft(*later, header=head.format(82, "Eighty-second"))
    assert (a.session, b.session) == (81, 82)
    assert shifts(a, b) == []
    assert shifts(a, b, "rivals") == []


def test_what_was_decided_and_then_done_is_no_weaker_verb() -> None:
    a = draft(*changed(4, "Decides to convene a panel on the salt works of the northern coast"))
    b = draft(
        *changed(4, "Welcomes the convening of a panel on the salt works of the northern coast")
    )
    assert not [each for each in shifts(a, b) if each[0] == "force"]
    plan = "Welcomes a plan to convene a panel on the salt works of the northern coast"
    assert ("force", "other") in shifts(a, draft(*changed(4, plan)))


def test_a_verb_is_no_stronger_that_left_the_operative_part() -> None:
    noted = "the harbour towns that keep the lamps of the northern coast lit in winter"
    a = draft(*changed(4, f"Takes note of {noted}"))
    b = draft(*ORDERS[:3], preamble=(*PREAMBLE, f"Welcoming {noted}"))
    assert not [each for each in shifts(a, b) if each[0] == "force"]
    assert ("force", "weaker") not in shifts(b, a)


def test_a_report_that_is_no_longer_asked_for() -> None:
    b = draft(*changed(3, "Requests the Secretary-General to continue to observe the salt works"))
    found = shifts(draft(*ORDERS), b)
    assert ("report", "lost") in found
    assert ("deadline", "lost") not in found  # it went with what was to be reported


def test_citations_come_go_and_take_each_others_place() -> None:
    b = draft(
        *changed(4, "Recalls resolution 217 A (III) and decides to remain seized of the matter"),
        preamble=("Recalling its resolution 81/400 of 18 December 2026", *PREAMBLE[1:]),
    )
    found = {(s.direction, s.statement) for s in compare(draft(*ORDERS), b).shifts
             if s.rule == "citation"}  # fmt: skip
    assert ("replaced", "A/RES/81/400 is cited instead of A/RES/80/412: PP1") in found
    assert any(direction == "gained" and "217(III)" in said for direction, said in found)


def test_every_shift_quotes_the_words_that_bear_it_out() -> None:
    a = draft(*ORDERS)
    b = draft(
        ORDERS[0].replace("Condemns", "Notes"),
        ORDERS[1] + ", as appropriate, by March 2027",
        ORDERS[2].replace("the Secretary-General", "the Commission on Salt"),
        ORDERS[3],
    )
    comparison = compare(a, b)
    assert len(comparison.shifts) >= 4
    texts = [{u.head.key: u for u in side.units} for side in (comparison.a, comparison.b)]
    for shift in comparison.shifts:
        assert shift.a or shift.b
        for side, quotes in enumerate((shift.a, shift.b)):
            for quote in quotes:
                unit = texts[side][quote.key]
                start = quote.span.start - unit.span.start
                assert unit.text[start : start + len(quote.text)] == quote.text != ""


# What is in the words of both is no shift


@pytest.mark.parametrize(
    ("before", "now"),
    [
        # The same, more briefly or more fully named.
        (
            "Urges the Government of the Republic of Orlavia to release all whom it holds",
            "Urges the Government to release all whom it holds",
        ),
        # Asked by the paragraph above, of which it was a point.
        (
            "Encourages the international community to support those who return",
            "Also calls upon the international community to support those who return",
        ),
        (
            "Calls upon all States to act; and requests that the Special Envoy visit the works",
            "Calls upon all States to act; and requests that the next Special Envoy visit them",
        ),
        # A clause about what another body decided.
        (
            "Welcomes the decision of the Labour Organization on the salt works of Orlavia",
            "Welcomes the decision of the Labour Organization on the salt works of Orlavia, which, "
            "inter alia, recommends that States parties inspect them",
        ),
    ],
)
def test_nobody_is_told_to_be_newly_asked_whom_both_texts_name(before: str, now: str) -> None:
    found = compare(draft(*changed(2, before)), draft(*changed(2, now))).shifts
    assert [each for each in found if each.rule == "addressee"] == []


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        # One was added, the other stays.
        (
            "Strongly condemns all attacks on the workers of the salt works",
            "Condemns the blockade of the harbour, and strongly condemns all attacks on the "
            "workers of the salt works",
            [],
        ),
        # What they are about has nothing in common.
        (
            "Welcomes the visit of the mission, and urges vaccination of all in the salt works",
            "Welcomes the visit of the mission, and calls upon the leaders to meet before winter",
            [],
        ),
        # Of one class of force, and of two words: which is the stronger nobody has said.
        (
            "Expresses its profound indignation at the death of workers in the salt works",
            "Expresses its abhorrence at the death of workers in the salt works",
            ["other"],
        ),
        (
            "Calls on all States to publish their reports on the salt works",
            "Calls upon all States to publish their reports on the salt works",
            [],
        ),
        (
            "Welcomes the visit of the mission, and demands the release of all workers it names",
            "Welcomes the visit of the mission, and invites the release of all workers it names",
            ["weaker"],
        ),
        # Of what is about another thing first none is weaker, however many words are the same.
        (
            "Expresses concern at the lack of civilian oversight over the salt works",
            "Notes efforts of the towns to gain civilian oversight over the salt works",
            [],
        ),
        # Acts of two kinds are no degrees of each other, and what denies a thing is none of it.
        (
            "Decides that the towns shall share the oil of the salt works",
            "Endorses that the towns shall share the oil of the salt works",
            ["other"],
        ),
        (
            "Recognizes the share of the towns in the oil of the salt works",
            "Reaffirms the share of the towns in the oil of the salt works",
            ["other"],
        ),
        (
            "Welcomes the work of the towns for the oil of the salt works",
            "Expresses its appreciation for the work of the towns for the oil of the salt works",
            ["other"],
        ),
        (
            "Welcomes the work of the towns for the oil of the salt works",
            "Notes with appreciation the work of the towns for the oil of the salt works",
            ["weaker"],
        ),
        (
            "Welcomes the growth in sales of oil of the salt works",
            "Notes that there was no growth in sales of oil of the salt works",
            ["other"],
        ),
        (
            "Condemns the theft of oil from the salt works",
            "Condemns in the strongest possible terms the theft of oil from the salt works",
            ["stronger"],
        ),
        (
            "Welcomes the holding of the lamp seminar in the salt works",
            "Notes that, owing to the storm, the lamp seminar in the salt works was not held",
            [],
        ),
        # What only weighs or paints is not what it is about.
        (
            "Recognizes the importance of the equal participation of women in the salt works",
            "Stresses the continuing need for the equal participation of women in the salt works",
            ["stronger"],
        ),
        # Others are asked: it is another request.
        (
            "Requests the Secretary-General to bear in mind the workers of the salt works",
            "Invites Member States to bear in mind the workers of the salt works",
            [],
        ),
        # What is approved again is no weaker for it.
        (
            "Approves the plan of the Secretary-General for the salt works of the north",
            "Reiterates its approval of the plan of the Secretary-General for the salt works of "
            "the north",
            [],
        ),
    ],
)
def test_verbs_are_compared_where_they_are_about_one_thing(
    before: str, now: str, expected: list[str]
) -> None:
    found = compare(draft(*changed(1, before)), draft(*changed(1, now))).shifts
    assert [each.direction for each in found if each.rule == "force"] == expected


@pytest.mark.parametrize(
    ("rule", "before", "now"),
    [
        (
            "deadline",
            "Requests the Secretary-General to report on the salt works in 2021",
            "Requests the Secretary-General to report on the salt works at its sixtieth session",
        ),
        (
            "deadline",
            "Requests the Secretary-General to act on decision 4/6, adopted by the Labour Assembly "
            "at its fourth session, in the salt works",
            "Requests the Secretary-General to act on decision 4/6 in the salt works",
        ),
        (
            "report",
            "Urges all parties to cooperate with the mission on the salt works of the north",
            "Urges all parties to cooperate with the task force on monitoring and reporting and "
            "with the mission on the salt works of the north",
        ),
        (
            "qualifier",
            "Urges all parties to release workers and to protect them in the salt works",
            "Urges all parties to release workers and to protect them in the salt works as "
            "required by international humanitarian law",
        ),
        (
            "qualifier",
            "Requests that the mission consider a visit to the salt works of the north",
            "Requests the mission to consider a visit to the salt works of the north",
        ),
    ],
)
def test_what_only_looks_like_a_limit_or_a_report_is_none(rule: str, before: str, now: str) -> None:
    found = compare(draft(*changed(3, before)), draft(*changed(3, now))).shifts
    assert [each.statement for each in found if each.rule == rule] == []


def test_a_document_cited_in_a_note_of_the_other_text_is_cited_by_both() -> None:
    body = (
        "The General Assembly,\n\nRecalling the Declaration{},\n\n1. Urges States to act;\n\n"
        "2. Decides to remain seized of the matter.\n"
    )
    texts = (
        body.format("\u00b9") + "\n__________________\n\u00b9 Resolution 217 A (III).\n",
        body.format(" in its resolution 217 A (III)"),
    )
    a, b = (parse(from_text(each.encode(), "made.txt"))[0] for each in texts)
    assert [p.note_citations for p in a.paragraphs if p.note_citations]
    assert [s.statement for s in compare(a, b).shifts if s.rule == "citation"] == []


def test_a_treaty_that_is_newly_named_is_told_by_its_name() -> None:
    treaty = "Recalling the Convention on the Rights of the Child"
    found = compare(draft(*ORDERS), draft(*ORDERS, preamble=(treaty, *PREAMBLE))).shifts
    assert [each.statement for each in found] == [
        "the Convention on the Rights of the Child is newly cited: PP1, which is new"
    ]


def test_what_went_to_the_preamble_is_told() -> None:
    a = draft("Welcomes the visit of the Special Rapporteur to the works in May", *ORDERS)
    b = draft(*ORDERS, preamble=(*PREAMBLE, "Welcoming the visit of the Special Rapporteur to the "
                                            "works in May"))  # fmt: skip
    told = [each.text for each in compare(a, b).summary]
    assert "From the operative part to the preamble (1): OP1, now PP4." in told


# Rivals


RIVAL = (
    "Welcomes the contribution of the salt works to the development of the northern districts",
    "Calls upon all States to lift the unilateral sanctions that harm the salt works",
    "Requests the Secretary-General to report on unilateral sanctions at its next session",
    "Decides to consider technical assistance to the salt works under the item on development",
)


def rival() -> Resolution:
    title = "Development of the northern districts of the Republic of Orlavia"
    return draft(*RIVAL, preamble=("Reaffirming the equality of all States",), title=title)


def test_texts_that_share_little_are_rivals() -> None:
    comparison = compare(draft(*ORDERS), rival())
    assert comparison.relation == "rivals"
    assert compare(draft(*ORDERS), rival(), "versions").relation == "versions"


def test_drafts_without_a_common_sponsor_are_rivals_though_they_share_much() -> None:
    head = "A/C.3/81/L.{}\n\nGeneral Assembly\n\nEighty-first session\n\n{}: draft resolution"
    words = [*RIVAL[:2], *ORDERS[2:]]
    a = draft(*ORDERS, header=head.format(9, "Chile"))
    b = draft(*words, header=head.format(10, "Fiji"))
    assert (a.sponsors, b.sponsors) == (("Chile",), ("Fiji",))
    assert compare(a, b).likeness > 0.3
    assert compare(a, b).relation == "rivals"
    both = draft(*words, header=head.format(10, "Chile and Fiji"))
    assert compare(a, both).relation == "versions"


def test_of_rivals_nothing_is_told_as_if_one_came_first() -> None:
    said = " ".join(each.text for each in compare(draft(*ORDERS), rival()).summary)
    for word in ("became", "newly", "no longer", "deleted", "gains", "which is new"):
        assert word not in said
    assert "of A" in said
    assert "B alone" in said


def test_the_terms_that_run_through_one_text_alone_are_found() -> None:
    comparison = compare(draft(*ORDERS), rival())
    terms = {term.text: term.keys for term in comparison.terms_b}
    assert terms["unilateral sanctions"] == ("op2", "op3")
    assert not any("salt" in text for text in terms)


def test_plurals_make_no_new_term_and_words_that_all_texts_have_are_none() -> None:
    a = draft(*ORDERS[:2], "Notes the delivery of tools", ORDERS[3])
    b = draft(*ORDERS[:2], "Notes the deliveries of tools to all relevant programmes",
              "Notes the deliveries to relevant programmes", ORDERS[3])  # fmt: skip
    assert compare(a, b).terms_b == ()


def test_paragraphs_that_speak_of_one_thing_are_named_with_what_they_share() -> None:
    a = draft("Deplores the flooding of the Hesk reservoir and its archives", *ORDERS)
    b = draft(*RIVAL, "Calls for the archives of the Hesk reservoir to be rebuilt")
    (near,) = (each for each in compare(a, b).related if each.a == "op1")
    assert near.b == "op5"
    assert {"hesk", "reservoir"} <= set(near.shared)
    assert "op1" not in compare(a, b).only_a


def test_whom_either_asks_is_told_by_class() -> None:
    asked = {each.class_: (each.a, each.b) for each in compare(draft(*ORDERS), rival()).asked}
    assert asked["named_state"] == (("op2",), ())
    assert asked["secretary_general"] == (("op3",), ("op3",))
    assert asked["member_states"] == ((), ("op2",))


# The summary


def test_every_sentence_of_the_summary_names_units_that_are_there() -> None:
    for comparison in (compare(draft(*ORDERS), rival()), compare(rival(), draft(*ORDERS))):
        keys = [{u.head.key for u in side.units} for side in (comparison.a, comparison.b)]
        for said in comparison.summary:
            assert set(said.a) <= keys[0]
            assert set(said.b) <= keys[1]
            assert said.text.endswith(".")


def test_a_long_list_is_cut_and_says_so() -> None:
    names = ("Chile", "Fiji", "Ghana", "Iceland", "Jordan", "Latvia", "Nepal", "Peru")
    news = [f"Invites the Government of {name} to send observers to the works" for name in names]
    summary = compare(draft(*ORDERS), draft(*ORDERS[:3], *news, ORDERS[3])).summary
    (asked,) = (said for said in summary if said.text.startswith("Requests that came in"))
    assert asked.text.startswith("Requests that came in (8): ")
    assert asked.text.endswith("; and 2 more.")
    assert len(asked.b) == 8


def test_a_changed_title_is_told() -> None:
    b = draft(*ORDERS, title="Salt works in the Republic of Orlavia")
    assert "The title was changed." in [s.text for s in compare(draft(*ORDERS), b).summary]


def test_a_document_cited_in_a_note_is_told_with_the_words_of_the_note() -> None:
    text = (Path(__file__).parents[1] / "examples" / "rival.txt").read_text()
    a, b = (
        parse(from_text(each.encode(), "made.txt"))[0]
        for each in (text, text.replace("A/HRC/63/184", "A/HRC/64/17"))
    )
    (shift,) = compare(a, b).shifts
    assert shift.statement == "A/HRC/64/17 is cited instead of A/HRC/63/184: PP4, note 3"
    assert [quote.text for quote in (*shift.a, *shift.b)] == ["A/HRC/63/184.", "A/HRC/64/17."]


def test_that_verbs_are_not_ranked_is_said_once_for_all_of_them() -> None:
    lines = [f"Welcomes the sale of {thing} in the salt works" for thing in ("oil", "wicks")]
    a, b = draft(*lines), draft(*(each.replace("Welcomes", "Recalls") for each in lines))
    found = compare(a, b, "versions")
    assert [each.direction for each in found.shifts if each.rule == "force"] == ["other", "other"]
    (said,) = (each.text for each in found.summary if each.text.startswith("Other verbs"))
    assert said.count("does not rank") == 1
    assert not any("does not rank" in each.statement for each in found.shifts)
