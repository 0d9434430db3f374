"""Lists of requests: each point has its own addressee, act and time limit."""

from __future__ import annotations

import pytest

from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

Told = tuple[str, str, str, str, str | None, bool]


def told(words: str, organ: str = "General Assembly") -> list[Told]:
    """Each who is asked: where, who, by which verb, what, by when, and whether to report."""
    text = (
        f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it;\n\n"
        "3. Notes it;\n\n4. Takes note of it."
    )
    document = from_text(text.encode(), "x")
    (resolution,) = parse(document)
    return [
        (
            paragraph.id, each.text, each.verb,
            each.action.of(document.text).strip() if each.action else "",
            each.deadline, each.reporting,
        )
        for paragraph in resolution.paragraphs[1:-3]
        for each in paragraph.addressees
    ]  # fmt: skip


@pytest.mark.parametrize("verb", ["Requests", "Calls upon", "Invites", "Encourages"])
@pytest.mark.parametrize("before", [":", "", " the following:"])
@pytest.mark.parametrize("marks", [("(a)", "(b)"), ("(i)", "(ii)"), ("a)", "b)"), ("1)", "2)")])
@pytest.mark.parametrize("joint", [";", "; and", ", and"])
def test_points_in_one_paragraph_have_their_own(
    verb: str, before: str, marks: tuple[str, str], joint: str
) -> None:
    first, second = marks
    assert told(
        f"{verb}{before} {first} the Lamp Mission to report on the lamps by 1 May 2027{joint} "
        f"{second} Member States to count their lamps"
    ) == [
        (
            "op1", "the Lamp Mission", verb, "to report on the lamps by 1 May 2027",
            "by 1 May 2027", True,
        ),
        ("op1", "Member States", verb, "to count their lamps", None, False),
    ]  # fmt: skip


def test_the_number_of_a_paragraph_is_no_point() -> None:
    action = "to act on paragraphs 8 (a), 8 (b) and (c) of it"
    found = told(f"Requests the Secretary-General {action}")
    assert found == [("op1", "the Secretary-General", "Requests", action, None, False)]
    assert not told("Requests (a) lamps to be counted")


def test_the_mark_of_the_first_point_may_stand_behind_to() -> None:
    action = "to (a) count the lamps and (b) report on them by 1 May 2027"
    assert told(f"Encourages the Lamp Mission {action}") == [
        ("op1", "the Lamp Mission", "Encourages", action, "by 1 May 2027", True)
    ]


@pytest.mark.parametrize("verb", ["Decides", "Resolves"])
@pytest.mark.parametrize("form", [": (a) {}; (b) {}", ":\n\n(a) {};\n\n(b) {}"])
def test_points_may_be_clauses(verb: str, form: str) -> None:
    first, second = (
        "all States shall count their lamps",
        "by 1 May 2027, UNDP shall report and that donors shall pay",
    )
    found = told(f"{verb} that{form.format(first, second)}")
    assert [each[1:] for each in found] == [
        ("all States", verb, "shall count their lamps", None, False),
        ("UNDP", verb, "shall report", "by 1 May 2027", True),
        ("donors", verb, "shall pay", None, False),
    ]


@pytest.mark.parametrize(
    "aside",
    [
        ", acting under Article 41 of the Charter, that, upon receipt of the report of the Agency",
        " that, for the biennium 2026–2027", " that, by 1 May 2027", " that with effect from May",
    ],
)  # fmt: skip
def test_points_are_clauses_where_an_aside_without_a_verb_stands_behind_that(aside: str) -> None:
    points = "(a) Direct costs shall be paid;\n\n(b) All States shall count their lamps"
    found = told(f"Decides{aside}:\n\n{points}")
    assert [each[:3] for each in found] == [("op1.b", "All States", "Decides")]


def test_points_are_no_clauses_where_the_head_has_a_verb_of_its_own() -> None:
    points = "(a) Lamps that all States shall count;\n\n(b) Oil that Fiji shall buy"
    assert not told(f"Decides that, from May, the measures shall not apply to:\n\n{points}")


def test_points_below_that_are_clauses_of_what_is_recommended() -> None:
    found = told(
        "Recommends that:\n\n(a) Member States count lamps;\n\n(b) UNDP report by 1 May 2027"
    )
    assert [each[:4] for each in found] == [
        ("op1.a", "Member States", "Recommends", "count lamps"),
        ("op1.b", "UNDP", "Recommends", "report by 1 May 2027"),
    ]
    found = told("Requests:\n\n(a) That Member States count lamps;\n\n(b) UNDP to report")
    assert [each[1] for each in found] == ["Member States", "UNDP"]


def test_what_is_to_be_done_in_a_point_is_no_clause() -> None:
    assert not told("Recommends (a) helping States to count lamps, (b) assisting donors to pay")
    assert not told(
        "Decides that:\n\n(a) The lamps shall be counted;\n\n(b) The light shall be open"
    )


def test_the_points_of_a_decision_tell_what_the_organ_does_and_whom_it_asks() -> None:
    found = told(
        "Decides:\n\n(a) To count the lamps;\n\n(b) To request UNDP to report by 1 May 2027;\n\n"
        "(c) That States shall pay"
    )
    assert found == [
        ("op1.a", "", "Decides", "To count the lamps", None, False),
        ("op1.b", "UNDP", "To request", "to report by 1 May 2027", "by 1 May 2027", True),
        ("op1.c", "States", "Decides", "shall pay", None, False),
    ]


@pytest.mark.parametrize("opening", ["We decide to", "We therefore resolve to", "We will"])
def test_a_declaration_asks_in_the_points_of_what_it_decides(opening: str) -> None:
    found = told(
        f"Lamps are needed by all. {opening}:\n\n(a) Light the lamps;\n\n(b) Request UNDP to "
        "report by 1 May 2027;\n\n(c) Call on donors to pay"
    )
    assert [each[:4] for each in found] == [
        ("op1.b", "UNDP", "Request", "to report by 1 May 2027"),
        ("op1.c", "donors", "Call on", "to pay"),
    ]


def test_what_states_are_to_ask_is_not_asked_by_the_organ() -> None:
    found = told(
        "Calls upon States to:\n\n(a) Encourage donors to pay;\n\n(b) Request UNDP to report"
    )
    assert [each[:2] for each in found] == [("op1", "States")]


def test_a_point_has_points_of_its_own() -> None:
    text = (
        "The General Assembly,\n\nRecalling its rules,\n\n1. Requests:\n\n(a) UNDP:\n\n"
        "(i) To count the lamps by 1 May 2027;\n\n(ii) To light them;\n\n(b) Donors to pay;\n\n"
        "2. Takes note of it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    found = {each.id: each for each in resolution.paragraphs}
    assert [each.text for each in found["op1.a"].addressees] == ["UNDP"]
    assert found["op1.a.i"].deadlines == ("by 1 May 2027",)
    assert not found["op1.a.ii"].addressees
    assert [each.text for each in found["op1.b"].addressees] == ["Donors"]


@pytest.mark.parametrize(
    "point", ["To report by 1 May", "Report to it by 1 May", "Provide an update"]
)
def test_a_point_of_what_is_asked_may_be_a_report(point: str) -> None:
    text = (
        "The General Assembly,\n\nRecalling its rules,\n\n1. Requests UNDP to:\n\n"
        f"(a) {point};\n\n(b) Count the lamps that reports name.\n"
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [each.reporting for each in resolution.paragraphs[2:]] == [True, False]


def test_a_condition_sets_no_limit() -> None:
    assert told("Requests UNDP to light all lamps unless within 30 days of it they are broken") == [
        (
            "op1", "UNDP", "Requests",
            "to light all lamps unless within 30 days of it they are broken", None, False,
        )
    ]  # fmt: skip


def test_continues_to_call_upon_asks() -> None:
    assert told("Continues to call upon all States to count lamps") == [
        ("op1", "all States", "Continues to call upon", "to count lamps", None, False)
    ]


def test_a_declaration_asks_in_the_first_person_up_to_the_end_of_the_sentence() -> None:
    found = told(
        "We call upon donors to pay for lamps. They are dear. We also strongly urge Fiji, by 1 May "
        "2027, to count them, and we request the Secretary-General to report"
    )
    assert [each[1:5] for each in found] == [
        ("donors", "We call upon", "to pay for lamps", None),
        ("Fiji", "We also strongly urge", "to count them", "by 1 May 2027"),
        ("the Secretary-General", "we request", "to report", None),
    ]
    found = told("We call upon:\n\n(a) UNDP to report;\n\n(b) The Committee to count lamps")
    assert [each[:2] for each in found] == [("op1.a", "UNDP"), ("op1.b", "The Committee")]
    text = "Requests:\n\n(a) The Committee to report;\n\n(b) The Council to act"
    (resolution,) = parse(
        from_text(f"The General Assembly,\n\nRecalling,\n\n1. {text}.".encode(), "x")
    )
    assert [a.class_ for p in resolution.paragraphs for a in p.addressees] == ["ga_body"] * 2
    assert not told("We recall that we urge ourselves, and welcome States to it")
    assert not told("We will call upon States to act")


def test_reports_are_asked_of_those_whom_points_name() -> None:
    words = (
        "Requests the following reports to the Council:\n\n(a) from the LFRS, in coordination with "
        "its keepers, by 1 May 2027 and then by 1 October 2027, reports which include lamps;\n\n"
        "(b) from the Secretary-General:\n\n(i) an update by 3 May 2027;\n\n"
        "(c) From UNODC, an update by 4 May 2027"
    )
    assert [(who, limit, report) for _, who, _, _, limit, report in told(words)] == [
        ("the LFRS", "by 1 May 2027", True),
        ("the Secretary-General", None, True),
        ("UNODC", "by 4 May 2027", True),
    ]


def test_the_following_reports_are_asked_of_whom_they_are_from() -> None:
    words = "Requests the following reports from the Secretary-General:\n\n(a) one by 1 May 2027"
    assert [(who, report) for _, who, _, _, _, report in told(words)] == [
        ("the Secretary-General", True)
    ]


def test_what_is_to_be_provided_may_be_reports() -> None:
    text = (
        "The Security Council,\n\nRecalling its rules,\n\n1. Requests UNDP to provide:\n\n"
        "(a) Regular updates to it;\n\n(b) For its consideration, a final report;\n\n"
        "(c) A list of the lamps;\n\n(d) Oil, and a shed for reports.\n"
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [p.reporting for p in resolution.paragraphs[2:]] == [True, True, False, False]


def test_a_verb_before_a_list_asks_those_whom_its_points_name() -> None:
    words = "Recalls its rules, and requests:\n\n(a) UNDP to report;\n\n(b) UNODC to count lamps"
    assert [(who, report) for _, who, _, _, _, report in told(words)] == [
        ("UNDP", True),
        ("UNODC", False),
    ]
