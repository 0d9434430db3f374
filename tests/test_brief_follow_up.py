"""What a brief counts as reports and time limits, and what as terms and own dates of the organ."""

from __future__ import annotations

from counterdraft.brief.case import make_case
from counterdraft.brief.head.asks import own_acts
from counterdraft.brief.summary import asks_in_short
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def short(*operative: str) -> list[str]:
    """The last sentences of what a draft asks in short: those on reports, limits and terms."""
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    text = f"The Security Council,\n\nRecalling it,\n\n{body}\n"
    document = from_text(text.encode(), "x.txt")
    (resolution,) = parse(document)
    found = [each.text for each in asks_in_short(make_case(document, resolution, "Counterdraft"))]
    return [each for each in found if "time limit" in each or "a date for itself" in each]


def test_the_report_of_a_mission_that_is_set_up_counts() -> None:
    assert short(
        "Decides to establish, for two years, a mission to:\n\n(a) Count the lamps;\n\n"
        "(b) Submit a written report to the Council by 3 May 2027;",
        "Requests UNDP to help;",
    ) == ["It asks for a report or an update in 1 paragraph and sets a time limit in 1 paragraph."]


def test_a_body_that_is_set_up_to_report_counts_without_points() -> None:
    assert short(
        "Decides to establish, by 1 April 2027, a commission of three, to look into it and to "
        "report to the Council by 6 May 2027;",
        "Requests UNDP to help;",
    ) == ["It asks for a report or an update in 1 paragraph and sets a time limit in 1 paragraph."]


def test_what_the_organ_is_to_do_itself_is_no_limit_set_to_anybody() -> None:
    found = short(
        "Decides:\n\n(a) To consider the lamps at its next session;\n\n(b) To see them;",
        "Decides to extend the mandate of the Group for a period of one year;",
        "Decides that all States shall, for a period of six months, light their lamps;",
        "Requests UNDP to help;",
    )
    assert found == [
        "It asks nobody for a report and sets nobody a time limit, as far as was found.",
        "In 3 paragraphs the Security Council sets a term, or a date for itself.",
    ]


def test_terms_are_told_beside_the_limits() -> None:
    found = short(
        "Decides to extend the mandate of the Group for a period of one year;",
        "Requests UNDP to report by 3 May 2027;",
    )
    assert found == [
        "It asks for a report or an update in 1 paragraph and sets a time limit in 1 paragraph.",
        "In 1 more paragraph the Security Council sets a term, or a date for itself.",
    ]


def test_how_often_something_is_to_be_done_is_no_time_limit() -> None:
    (said,) = short(
        "Requests UNDP to light the lamps by 3 May 2027;",
        "Requests UNDP to count them every 90 days;",
    )
    assert said == (
        "It sets a time limit in 1 paragraph, says how often in 1 paragraph and asks nobody for a "
        "report, as far as was found."
    )


def test_where_only_how_often_is_said_both_reports_and_limits_are_lacking() -> None:
    (said,) = short("Requests UNDP to count the lamps every 90 days;")
    assert said == (
        "It says how often in 1 paragraph, asks nobody for a report and sets nobody a time limit, "
        "as far as was found."
    )


def test_an_act_that_leads_to_points_is_quoted_with_the_first() -> None:
    body = (
        "1. Decides that:\n\n(a) the lamps are red;\n\n(b) all States shall light the quay;\n\n"
        "2. Requests UNDP to help.\n"
    )
    document = from_text(f"The Security Council,\n\nRecalling it,\n\n{body}".encode(), "x.txt")
    (resolution,) = parse(document)
    case = make_case(document, resolution, "Counterdraft")
    (sentence,) = own_acts(case)
    assert "“decides that: the lamps are red”" in sentence.said.text
    told = [each.text for each in asks_in_short(case)]
    assert any("“decides that: the lamps are red”" in each for each in told)
