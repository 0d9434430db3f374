"""What a draft says of itself before its first paragraph."""

from __future__ import annotations

import pytest

from counterdraft.brief.labels import kind_name
from counterdraft.draft.sponsors import named_sponsors
from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def headed(*lines: str, organ: str = "General Assembly") -> Resolution:
    """A draft below these lines."""
    body = [f"The {organ},", "Recalling its rules,", "1. Decides so."]
    (resolution,) = parse(from_text("\n\n".join([*lines, *body]).encode(), "x"))
    return resolution


def test_a_draft_without_a_header_says_nothing_of_itself() -> None:
    draft = headed()
    assert (draft.symbol, draft.title, draft.session, draft.date) == (None, None, None, None)
    assert (draft.committee, draft.agenda_item, draft.sponsors) == (None, None, ())
    assert (draft.kind, draft.organ, draft.formula) == (
        *("draft", "General Assembly", "The General Assembly,"),
    )


# Symbols and what they say


@pytest.mark.parametrize(
    ("line", "symbol", "kind"),
    [
        ("A/C.3/81/L.23", "A/C.3/81/L.23", "draft"),
        ("A/C.3/81/L.23/Rev.1*", "A/C.3/81/L.23/Rev.1", "draft"),
        ("United Nations   A/C.3/81/L.23", "A/C.3/81/L.23", "draft"),
        ("A/81/L.4", "A/81/L.4", "draft"),
        ("A/HRC/62/L.7", "A/HRC/62/L.7", "draft"),
        ("A/ES-11/L.7", "A/ES-11/L.7", "draft"),
        ("S/2026/94", "S/2026/94", "draft"),
        ("E/CN.4/2003/L.7", "E/CN.4/2003/L.7", "draft"),
        ("A/RES/79/181", "A/RES/79/181", "resolution"),
        ("A/RES/S-32/1", "A/RES/S-32/1", "resolution"),
        ("S/RES/1718 (2006)", "S/RES/1718(2006)", "resolution"),
        ("A/HRC/RES/22/13", "A/HRC/RES/22/13", "resolution"),
    ],
)
def test_the_symbol_stands_on_a_line_of_its_own(line: str, symbol: str, kind: str) -> None:
    draft = headed(line)
    assert (draft.symbol, draft.kind) == (symbol, kind)


@pytest.mark.parametrize(
    ("number", "organ", "symbol"),
    [
        ("79/181.", "General Assembly", "A/RES/79/181"),
        ("ES-11/6.", "General Assembly", "A/RES/ES-11/6"),
        ("3363 (XXX).", "General Assembly", "A/RES/3363(XXX)"),
        ("22/13.", "Human Rights Council", "A/HRC/RES/22/13"),
        ("22/13", "Human Rights Council", "A/HRC/RES/22/13"),
        ("2003/10.", "Commission on Human Rights", "E/CN.4/RES/2003/10"),
        ("2017/3.", "Economic and Social Council", "E/RES/2017/3"),
    ],
)
def test_the_number_before_the_title_is_the_symbol(number: str, organ: str, symbol: str) -> None:
    draft = headed(f"{number} Situation of the lighthouses", organ=organ)
    assert (draft.symbol, draft.title) == (symbol, "Situation of the lighthouses")
    assert draft.kind == "resolution"


@pytest.mark.parametrize(
    "line",
    [
        "It repeats the language of A/RES/79/181, and goes beyond it in two places.",
        "Resolution 79/181 was adopted without a vote.",
        "See also A/HRC/25/63 and the discussion there.",
    ],
)
def test_a_symbol_in_prose_is_another_texts(line: str) -> None:
    assert headed(line).symbol is None


@pytest.mark.parametrize(
    ("lines", "session", "kind"),
    [
        (["Eighty-first session"], 81, "regular"),
        (["Seventy-ninth session"], 79, "regular"),
        (["Tenth emergency special session"], 10, "emergency special"),
        (["Thirty-second special session"], 32, "special"),
        (["A/C.3/81/L.23"], 81, "regular"),
        (["A/RES/ES-11/6"], 11, "emergency special"),
        (["A/RES/S-32/1"], 32, "special"),
        (["A/HRC/62/L.7"], 62, "regular"),
        (["S/2026/94"], None, None),
        (["E/CN.4/2003/L.7"], None, None),
    ],
)
def test_the_session_has_number_and_kind(
    lines: list[str], session: int | None, kind: str | None
) -> None:
    draft = headed(*lines)
    assert (draft.session, draft.session_kind) == (session, kind)


@pytest.mark.parametrize(
    ("line", "committee"),
    [
        ("Third Committee", "Third Committee"),
        (
            "Special Political and Decolonization Committee",
            "Special Political and Decolonization Committee",
        ),
        ("A/C.1/81/L.2", "First Committee"),
        ("A/81/L.2", None),
    ],
)
def test_the_committee_is_named_or_in_the_symbol(line: str, committee: str | None) -> None:
    assert headed(line).committee == committee


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Agenda item 71 (c)", "71 (c)"),
        ("Agenda item 5", "5"),
        ("Item 4 of the provisional agenda", "4"),
        ("Agenda items 3 and 4", "3 and 4"),
    ],
)
def test_the_agenda_item(line: str, item: str) -> None:
    assert headed(line).agenda_item == item


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["Distr.: Limited 29 October 2026"], "2026-10-29"),
        (["Distr.: Limited", "29 October 2026"], "2026-10-29"),
        (["A/81/L.4", "1 December 2026", "Original: English"], "2026-12-01"),
        (
            [
                "Distr.: General",
                "24 December 2026",
                "Resolution adopted by the General Assembly on 18 December 2026",
            ],
            "2026-12-18",
        ),
    ],
)
def test_the_date_is_that_of_adoption_else_of_issue(lines: list[str], date: str) -> None:
    assert headed(*lines).date == date


# Sponsors and titles


@pytest.mark.parametrize(
    ("line", "sponsors"),
    [
        ("France and Japan: draft resolution", ["France", "Japan"]),
        ("Nepal and Trinidad and Tobago: draft resolution", ["Nepal", "Trinidad and Tobago"]),
        ("Iran (Islamic Republic of), Chad*: revised draft resolution",
         ["Iran (Islamic Republic of)", "Chad"]),
        ("Submitted by: Norway and Iceland", ["Norway", "Iceland"]),
        ("Sponsors: the DPRK, Cuba", ["Democratic People's Republic of Korea", "Cuba"]),
        ("Côte d’Ivoire and Türkiye: draft resolution", ["Côte d'Ivoire", "Türkiye"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea: draft resolution",
         ["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"]),
        ("Niger and Nigeria: draft resolution", ["Niger", "Nigeria"]),
    ],
)  # fmt: skip
def test_sponsors_are_states_by_one_name_each(line: str, sponsors: list[str]) -> None:
    found = [name.replace("’", "'") for name in headed(line).sponsors]
    assert found == sponsors


@pytest.mark.parametrize(
    ("line", "sponsors"),
    [
        ("Submitted by: Fiji, Chad and Sund", ("Fiji", "Chad", "Sund")),
        ("Sponsors: Kareth, Fiji and the Kingdom of Ilm", ("Kareth", "Fiji", "Kingdom of Ilm")),
        ("Republic of Kareth: draft resolution", ("Republic of Kareth",)),
        ("Fiji and Democratic Peoples Republic of Korea: draft resolution", (
            "Fiji", "Democratic Peoples Republic of Korea",
        )),
        ("Fiji, Chad and others: draft resolution", ("Fiji", "Chad")),
    ],
)  # fmt: skip
def test_a_sponsor_that_no_table_knows_is_told_as_printed(
    line: str, sponsors: tuple[str, ...]
) -> None:
    assert headed(line).sponsors == sponsors


def test_a_group_sponsors_where_no_state_does() -> None:
    (sponsor,) = headed("European Union: draft resolution").sponsors
    assert sponsor == "European Union"


@pytest.mark.parametrize("text", ["", "the Chair", "nobody", "The Committee on behalf of all"])
def test_who_is_no_state_is_no_sponsor(text: str) -> None:
    assert named_sponsors(text).sponsors == ()


@pytest.mark.parametrize(
    ("line", "sponsors"),
    [
        ("Draft resolution submitted by the Vice-Chair of the Committee, Ann Lee (Poland), on the "
         "basis of informal consultations", ()),
        ("Draft resolution submitted by the President of the General Assembly", ()),
        ("Submitted by the Chair, Ann Lee, on behalf of Norway and Iceland", ("Norway", "Iceland")),
    ],
)  # fmt: skip
def test_the_state_of_an_officer_is_no_sponsor(line: str, sponsors: tuple[str, ...]) -> None:
    assert headed(line).sponsors == sponsors


@pytest.mark.parametrize(
    ("lines", "sponsors"),
    [
        (["Main Submitter: Norway", "Co-Submitters: Chile, Ghana"], ("Norway", "Chile", "Ghana")),
        (["Lead sponsor: Norway", "Co-sponsors: Chile", "Opposed: India"], ("Norway", "Chile")),
        (["Sponsor(s): Norway", "Topic: Salt", "Co-sponsor(s): Chile"], ("Norway", "Chile")),
        (["Submitted by: Norway", "Seconders: Chile and Ghana"], ("Norway",)),
        (["Sponsors: Norway and Mali, opposed by India"], ("Norway", "Mali")),
        (["Sponsors: Norway", "Signatories: Mali, Chad, Japan, Ghana, Fiji, U.K."], ("Norway",)),
    ],
)  # fmt: skip
def test_whoever_the_labels_of_sponsors_name_sponsors_and_nobody_else(
    lines: list[str], sponsors: tuple[str, ...]
) -> None:
    assert headed(*lines).sponsors == sponsors


def test_each_sponsor_is_named_once() -> None:
    assert named_sponsors("Japan, Chad, Japan").sponsors == ("Japan", "Chad")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Situation of the lighthouses"], "Situation of the lighthouses"),
        (["“Situation of the lighthouses”"], "Situation of the lighthouses"),
        (["Situation of the lighthouses”"], "Situation of the lighthouses"),
        (["[Situation of the lighthouses]"], "Situation of the lighthouses"),
        (["62/… Situation of the lighthouses"], "Situation of the lighthouses"),
        (
            ["Malta: draft resolution", "Situation of the lighthouses"],
            "Situation of the lighthouses",
        ),
        (["A/81/L.4", "Situation of the “Dawn” lighthouse"], "Situation of the “Dawn” lighthouse"),
        (["Agenda item 71 (c)"], None),
        (["The text follows a long debate, and it was read out twice."], None),
        (["Here is the text in full:"], None),
        (["[DRAFT]"], None),
        (["Heads of Delegation: Norway, Chad and Fiji", "Sponsors: Norway"], None),
        (["Submitted to: The General Assembly", "Sponsors: Norway", "Re: Lamps"], "Lamps"),
    ],
)
def test_the_title_is_the_last_line_that_can_be_one(lines: list[str], title: str | None) -> None:
    assert headed(*lines).title == title


def test_a_resolution_of_the_security_council_has_no_title() -> None:
    draft = headed("Resolution 1718 (2006)", "Adopted by the Security Council on 14 October 2006",
                   organ="Security Council")  # fmt: skip
    assert (draft.title, draft.symbol, draft.date) == (None, "S/RES/1718(2006)", "2006-10-14")


@pytest.mark.parametrize(
    ("lines", "symbol"),
    [
        (["Decision adopted by the Human Rights Council on 3 May 2026", "61/104. Lamps"],
         "A/HRC/DEC/61/104"),
        (["Decision 61/105 adopted by the Human Rights Council on 3 May 2026", "Lamps"],
         "A/HRC/DEC/61/105"),
        (["Resolution adopted by the Human Rights Council on 3 May 2026", "61/4. Lamps"],
         "A/HRC/RES/61/4"),
    ],
)  # fmt: skip
def test_a_decision_has_the_symbol_of_one(lines: list[str], symbol: str) -> None:
    draft = headed(*lines, organ="Human Rights Council")
    assert (draft.symbol, draft.kind) == (symbol, "resolution")


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("Fiji and Malta: draft decision", True),
        ("Fiji and Malta: revised draft decision*", True),
        ("Draft decision submitted by the Chair", True),
        ("Draft decision", True),
        ("Draft decision A/81/L.5", True),
        ("Fiji and Malta: draft resolution", False),
        ("Draft resolution on the draft decision of the Board", False),
        ("The Committee considered draft decision A/81/L.5 in May", False),
        ("Note on the draft decision", False),
    ],
)
def test_a_draft_that_calls_itself_a_decision_is_one(line: str, decision: bool) -> None:
    found = headed("General Assembly", line, "Lamps of the harbours")
    assert (found.kind, found.decision) == ("draft", decision)
    assert kind_name(found) == ("Draft decision" if decision else "Draft resolution")


def test_of_two_lines_the_nearer_says_what_it_is() -> None:
    assert headed("Draft decision I", "Draft resolution II", "Lamps of harbours").decision is False
    assert headed("Draft resolution I", "Draft decision II", "Lamps of harbours").decision is True


def test_the_head_of_a_mail_is_the_senders() -> None:
    draft = headed("From: Ann", "Date: 3 May 2026", "Subject: A/C.3/81/L.23")
    assert (draft.date, draft.symbol) == (None, None)


def test_what_a_mail_program_writes_above_a_quoted_head_is_no_title() -> None:
    assert headed("-----Original Message----- From: Ann").title is None
    assert headed("---------- Forwarded message --------- From: Ann").title is None
    assert headed("--- Lamps of the harbours ---").title is not None


def test_a_masthead_of_a_number_that_is_no_digit_is_no_session() -> None:
    assert headed("①").session is None
