"""Whom a text asks for a report that is a thing or an act: "requests an oral update by X"."""

from __future__ import annotations

import pytest

from counterdraft.model import Paragraph
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def paragraph(words: str, organ: str = "General Assembly") -> Paragraph:
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[1]


@pytest.mark.parametrize(
    "request_",
    [
        "Urges prompt reporting by the Secretary-General of what is dark",
        "Requests enhanced, detailed and public reporting by the Secretary-General on the lamps",
        "Calls for an oral update by the Secretary-General on the lamps",
        "Requests an oral presentation by the Secretary-General on the lamps",
        "Encourages the timely submission of reports by the Secretary-General on the lamps",
        "Requests an informal briefing in the form of a lit dialogue from the Secretary-General",
        "Invites the Secretary-General to make an oral presentation to the Board",
        "Invites the Secretary-General to give an oral presentation to it",
    ],
)
def test_a_report_is_asked_for_as_an_act_or_a_thing(request_: str) -> None:
    (one,) = paragraph(request_).addressees
    assert (one.text, one.reporting) == ("the Secretary-General", True)


@pytest.mark.parametrize("limit", ["within 60 days", ", within 60 days,", "by 1 May 2027"])
def test_a_limit_may_stand_before_the_report(limit: str) -> None:
    one = paragraph(f"Requests {limit} a further report from the Panel on lamps").addressees[0]
    assert (one.text, one.reporting) == ("the Panel", True)
    assert one.deadlines == (limit.strip(", "),)


def test_a_limit_may_stand_before_who_is_asked() -> None:
    one = paragraph("Requests, within 60 days, the Secretary-General to light them").addressees[0]
    assert one.deadlines == ("within 60 days",)


def test_a_report_that_is_asked_of_nobody_by_name_is_told() -> None:
    found = paragraph("Takes note of the lamps, and requests a detailed update on them by May 2027")
    assert found.reporting
    assert not found.addressees
    for words in ("Welcomes a further report on the lamps", "Requests a lamp by May 2027"):
        assert not paragraph(words).reporting


def test_whoever_heads_a_body_is_named_with_it_and_of_its_class() -> None:
    for name, class_ in (
        ("the Director-General of the World Health Organization", "un_entities"),
        ("the Director General of the World Trade Organization", "regional_orgs"),
        (
            "the Executive Director of the United Nations Office on Drugs and Crime",
            "un_secretariat",
        ),
        ("the executive heads of the participating organizations", "un_entities"),
    ):
        (one,) = paragraph(f"Invites {name} to light the lamps").addressees
        assert (one.text, one.class_) == (name, class_)


def test_to_continue_reporting_is_to_report() -> None:
    (one,) = paragraph("Requests the Panel to continue reporting to it every 90 days").addressees
    assert (one.reporting, one.deadlines) == (True, ("every 90 days",))


def test_a_body_that_is_set_up_is_asked_what_its_points_say() -> None:
    text = (
        "The General Assembly,\n\nRecalling its rules,\n\n1. Establishes a panel on lamps, which "
        "will:\n\n(a) Count them;\n\n(b) Report every two years to the General Assembly;\n\n"
        "2. Notes it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    told = {p.id: (p.reporting, p.deadlines) for p in resolution.paragraphs}
    assert told["op1.b"] == (True, ("every two years",))
    assert told["op1.a"] == (False, ())
