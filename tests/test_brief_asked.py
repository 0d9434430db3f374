"""What a brief quotes of a request: all of whom it asks, and no word of the next request."""

from __future__ import annotations

import pytest

from counterdraft.brief.case import make_case
from counterdraft.brief.head.asks import asked
from counterdraft.brief.head.asks import unaddressed as of_nobody
from counterdraft.brief.report import Section, Table
from counterdraft.brief.requests import requests, unaddressed, whole_name
from counterdraft.brief.sections.asks import asks
from counterdraft.brief.summary import acts_of_the_organ, asks_in_short, names_of, words_of_the_act
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def read(*operative: str) -> tuple[Document, Resolution]:
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    document = from_text(f"The General Assembly,\n\nRecalling it,\n\n{body}\n".encode(), "x.txt")
    (resolution,) = parse(document)
    return document, resolution


def cells(section: Section | None, title: str) -> list[tuple[str, ...]]:
    """The rows of the groups of that title, each cell as its words."""
    assert section is not None
    tables = [each for each in section.parts if isinstance(each, Table)]
    groups = [group for each in tables for group in each.groups if group.title == title]
    return [
        tuple(" ".join(one.text for one in cell) for cell in row.cells)
        for group in groups
        for row in group.rows
    ]


def test_what_nobody_is_asked_ends_where_the_next_request_begins() -> None:
    case = make_case(
        *read(
            "Calls for better lamps on the salt road, and encourages the World Health "
            "Organization to count them;",
            "Takes note of it.",
        ),
        "Counterdraft 0",
    )
    ((_, verb, words),) = cells(asks(case), "Asks for something, and no addressee was recognized")
    assert verb.startswith("Calls for")
    assert words == "better lamps on the salt road"
    assert list(of_nobody(case)) == []  # it is quoted among the strongest
    (told,) = asked(case)
    assert "better lamps on the salt road”" in told.said.text
    assert "World Health" not in told.said.text


def test_of_two_verbs_with_one_thing_to_do_each_has_its_own_addressee_and_the_whole_list() -> None:
    _, resolution = read(
        "Calls upon Member States and invites other stakeholders to light the road, including "
        "by:\n\n(a) Buying lamps;\n\n(b) Buying oil;",
        "Notes it.",
    )
    found = requests(resolution)
    assert names_of(found) == ["Member States", "stakeholders"]
    assert [len(one.things) for one in found] == [3, 3]


def test_behind_a_verb_that_is_not_known_what_is_asked_is_told_and_may_be_more() -> None:
    case = make_case(
        *read("Lends the lamps, and urges all States to light them;", "Takes note of it."), "x"
    )
    assert [one.paragraph.id for one in requests(case.resolution)] == ["op1"]
    title = "Opens with no verb that was recognized: whether it asks somebody is not known"
    assert [words for _, _, words in cells(asks(case), title)] == ["Lends the lamps"]
    assert any("makes at least 1 request" in each.text for each in asks_in_short(case))


def test_what_leads_to_a_verb_is_no_verb_that_is_not_known() -> None:
    case = make_case(
        *read("Upon their return, calls upon all States to light lamps;", "Takes note of it."), "x"
    )
    assert any("makes 1 request" in each.text for each in asks_in_short(case))


def test_a_verb_joined_to_the_next_has_its_addressee() -> None:
    _, resolution = read("Invites and encourages all States to light the road;", "Notes it.")
    assert not unaddressed(resolution)
    assert len(requests(resolution)) == 1


def test_those_asked_are_named_with_what_narrows_them() -> None:
    case = make_case(
        *read(
            "Invites all States that are not party to the Lantern Treaty to accede to it;",
            "Requests the Chair of the Lantern Group, in its next term, to report;",
            "Urges States and organizations of the lantern trade to help.",
        ),
        "Counterdraft 0",
    )
    rows = {row[0] for group in ("Member States", "Others") for row in cells(asks(case), group)}
    assert "all States that are not party to the Lantern Treaty" in rows
    assert "States" in rows
    names = names_of(requests(case.resolution))
    assert "the Chair of the Lantern Group" in names
    assert "States that are not party to the Lantern Treaty" in names


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (
            "all States that are not party to the Convention on the Making, Sale and Use of Lamps, "
            "including their heads, to accede to it",
            "all States that are not party to the Convention on the Making, Sale and Use of Lamps",
        ),
        (
            "States Parties to the Treaty on the Lantern Zone and the nuclear-weapon States to act",
            "States Parties to the Treaty on the Lantern Zone",
        ),
        ("States, in the dark, to act", "States"),
        ("States with lamps, lanterns and candles in use, to act", "States"),
    ],
)
def test_what_narrows_a_name_is_shown_past_the_commas_of_a_treaty(asked: str, name: str) -> None:
    case = make_case(*read(f"Urges {asked};", "Notes it."), "Counterdraft 0")
    (request,) = requests(case.resolution)
    assert whole_name(request, request.addressees[0], 200) == name


def test_a_name_too_long_is_cut_and_shows_that_it_goes_on() -> None:
    case = make_case(*read("Urges States that have lamps to act;", "Notes it."), "Counterdraft 0")
    (request,) = requests(case.resolution)
    assert whole_name(request, request.addressees[0], 18) == "States that have\u2026"


def test_only_the_operative_part_is_said_to_ask_nobody() -> None:
    document, resolution = read("Recalls the lamps;", "Takes note of them.")
    section = asks(make_case(document, resolution, "Counterdraft 0"))
    assert section is not None
    said = " ".join(one.text for one in section.parts[0].items)  # type: ignore[union-attr]
    assert "Its operative part asks nobody for anything, as far as was found." in said


def test_a_reminder_that_asks_nothing_is_a_position_taken() -> None:
    document, resolution = read(
        "Reminds all States that lamps serve to light the road;", "Notes it."
    )
    assert not unaddressed(resolution)
    rows = cells(asks(make_case(document, resolution, "Counterdraft 0")), "Positions taken")
    assert [row[1].split()[0] for row in rows] == ["Reminds", "Notes"]


def test_an_adverbial_is_no_part_of_a_name() -> None:
    document, resolution = read(
        "Requests the Secretary-General in this regard to count the lamps;", "Notes it."
    )
    section = asks(make_case(document, resolution, "Counterdraft 0"))
    ((who, _, what, *_),) = cells(section, "The Secretary-General")
    assert (who, what) == ("the Secretary-General", "to count the lamps")


def test_what_joins_the_rest_is_no_part_of_a_name() -> None:
    _, resolution = read(
        "Stresses the importance for the Committee of holding talks, in order to count lamps;",
        "Notes it.",
    )
    (request,) = requests(resolution)
    assert whole_name(request, request.addressees[0], 80) == "the Committee"


def test_a_point_that_asks_somebody_else_stays_a_thing_asked_up_to_there() -> None:
    _, resolution = read(
        "Requests the Secretary-General:\n\n(a) To count the lamps, and requests the Committee to "
        "light them;",
        "Notes it.",
    )
    first, second = requests(resolution)
    (thing,) = first.things
    start = thing.paragraph.span.start
    words = thing.paragraph.text[thing.span.start - start : thing.span.end - start]
    assert words == "To count the lamps"
    assert [each.text for each in second.addressees] == ["the Committee"]


def test_an_act_is_told_beside_a_request_of_the_same_paragraph() -> None:
    case = make_case(
        *read(
            "Decides that the Conference shall be open to all, and requests the Secretary-General "
            "to report on it;",
            "Decides to convene the Conference in 2027, and also decides that it shall be short;",
            "Decides that the Secretary-General shall count the lamps;",
        ),
        generator="test",
    )
    acts = cells(asks(case), "Acts of the General Assembly itself")
    assert acts == [
        ("OP1", "Decides", "that the Conference shall be open to all"),
        ("OP2", "Decides", "to convene the Conference in 2027"),
        ("OP2", "also decides", "that it shall be short"),
    ]
    assert [words_of_the_act(case, each) for each in acts_of_the_organ(case)] == [
        "Decides that the Conference shall be open to all",
        "Decides to convene the Conference in 2027, and also decides that it shall be short",
    ]


def test_an_act_ends_where_somebody_is_asked_who_was_not_recognized() -> None:
    case = make_case(
        *read("Prohibits the dark, and urges the eight remaining to light lamps;", "Notes it."), "x"
    )
    (act,) = acts_of_the_organ(case)
    assert words_of_the_act(case, act) == "Prohibits the dark"


def test_what_the_points_of_a_decision_do_and_ask_is_told_once() -> None:
    document, resolution = read(
        "Decides:\n\n(a) To count the lamps;\n\n(b) To request UNDP to report by 1 May 2027;\n\n"
        "(c) That States shall pay;"
    )
    case = make_case(document, resolution, "test")
    assert [each.id for each in acts_of_the_organ(case)] == ["op1"]
    (undp,) = cells(asks(case), "The United Nations system")
    assert undp[:3] == ("UNDP", "To request requests", "to report by 1 May 2027")
    assert undp[3] == "by 1 May 2027 Report or update"
    (states,) = cells(asks(case), "Member States")
    assert states[:3] == ("States", "Decides", "shall pay")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "as circumstances permit, UNDP and UNICEF, at its request, shall light lamps",
            "as circumstances permit, …, at its request, shall light lamps",
        ),
        (
            "if it is dark, all States in the north shall light lamps",
            "if it is dark, all States in the north shall light lamps",
        ),
    ],
)
def test_who_is_asked_is_named_once_behind_a_condition(words: str, told: str) -> None:
    found = asks(make_case(*read(f"Decides that, {words};"), "test"))
    rows = cells(found, "Member States") + cells(found, "The United Nations system")
    assert [row[2] for row in rows] == [told]
    requested = "requests that, after a discussion with donors, UNDP submit its report"
    (row,) = cells(
        asks(make_case(*read(f"Notes it, and {requested};"), "test")), "The United Nations system"
    )
    assert row[2] == "after a discussion with donors, … submit its report"


def test_what_is_said_behind_an_act_or_a_request_is_told_as_a_position() -> None:
    words = (
        "1. Decides not to renew the mandate of the Lamp Panel, and considers that any measure "
        "requires consent;\n\n2. Requests the Secretary-General to light the lamps, and condemns "
        "the dark;\n\n3. Welcomes the light, and requests the Secretary-General to keep it."
    )
    text = f"The General Assembly,\n\nRecalling its rules,\n\n{words}"
    document = from_text(text.encode(), "x")
    (resolution,) = parse(document)
    rows = cells(
        asks(make_case(document, resolution, "Counterdraft 0")),
        "Positions taken behind what is asked or decided",
    )
    assert [(row[0], row[2]) for row in rows] == [
        ("OP1", "that any measure requires consent"),
        ("OP2", "the dark"),
    ]


def test_whoever_is_asked_with_and_without_an_article_is_one() -> None:
    _, resolution = read(
        "Urges all nuclear-weapon States to disarm;", "Urges the nuclear-weapon States to report."
    )
    assert names_of(requests(resolution)) == ["the nuclear-weapon States"]


def table(title: str, *operative: str, preamble: str = "Recalling it") -> list[tuple[str, ...]]:
    """The rows of the table of that title, each cell as its words."""
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    text = f"The General Assembly,\n\n{preamble},\n\n{body}\n"
    document = from_text(text.encode(), "x.txt")
    (resolution,) = parse(document)
    section = asks(make_case(document, resolution, "Counterdraft 0"))
    assert section is not None
    return [
        tuple(" ".join(one.text for one in cell) for cell in row.cells)
        for part in section.parts
        if isinstance(part, Table) and part.title == title
        for group in part.groups
        for row in group.rows
    ]


def test_how_often_is_told_as_that_and_is_no_time_limit() -> None:
    rows = table(
        "Requests, by addressee",
        "Requests the Secretary-General to report annually;",
        "Requests States to light lamps by 1 May 2027;",
        "Notes it.",
    )
    assert [row[3] for row in rows] == [
        "by 1 May 2027",
        "annually Report or update",
    ]


def test_whom_the_preamble_calls_on_stands_in_a_table_of_its_own() -> None:
    preamble = "Deploring the dark, and calling upon all parties to light lamps"
    (row,) = table("Called on in the preamble", "Notes it.", preamble=preamble)
    assert row[0] == "all parties"
    assert row[2] == "to light lamps"
    assert table("Requests, by addressee", "Notes it.", preamble=preamble) == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Calls upon all States to act, and urges them to light lamps;", "them [all States]"),
        (
            "Takes note of the report of the Secretary-General, and requests him to act;",
            "him [the Secretary-General]",
        ),
        (
            "Requests the Secretary-General to tell all States, and urges them to act;",
            "them [those named before]",
        ),
        (
            "Calls upon States which have lamps to act, and urges them to light the lamps;",
            "them [those named before]",
        ),
        (
            "Welcomes the Secretary-General's efforts and those of his Special Envoy, and requests "
            "him to act;",
            "him [named before]",
        ),
    ],
)
def test_a_pronoun_is_told_by_name_only_where_there_is_no_choice(words: str, who: str) -> None:
    assert who in [row[0] for row in table("Requests, by addressee", words, "Notes it.")]
