"""What heads a draft of any organization, and the marks of its clauses, are read by their form."""

from __future__ import annotations

import pytest

from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

BODY = """
Recalling its rules on lanterns,

1. Urges all towns to light their streets;

2. Decides to remain seized of the matter.
"""


def read(text: str) -> Resolution:
    (found,) = parse(from_text(text.encode(), "draft.txt"))
    return found


def test_signatories_are_no_sponsors() -> None:
    head = "SPONSORS: Kenya, Norway\nSIGNATORIES: Ghana, Chile\n\nThe General Assembly,\n"
    assert read(head + BODY).sponsors == ("Kenya", "Norway")
    assert read("Signatories: Ghana, Chile\n\nThe General Assembly,\n" + BODY).sponsors == ()


@pytest.mark.parametrize(
    "label", ["Sponsors: Kenya; Signatories: Ghana", "Sponsors: Kenya\n\nSignatories: Ghana"]
)
def test_the_sponsors_are_found_wherever_the_signatories_stand(label: str) -> None:
    assert read(f"{label}\n\nThe General Assembly,\n{BODY}").sponsors == ("Kenya",)


def test_a_title_is_what_its_label_names() -> None:
    head = "COMMITTEE: Lamps\nTOPIC: Light in towns\nSPONSORS: Kenya\n\nThe General Assembly,\n"
    assert read(head + BODY).title == "Light in towns"


def test_a_title_may_stand_right_above_a_list_of_sponsors() -> None:
    head = "Model session\n\nLight in small towns\n\nSponsors: Kenya\n\nThe General Assembly,\n"
    assert read(head + BODY).title == "Light in small towns"


def test_a_draft_s_number_above_the_sponsors_is_no_title() -> None:
    head = "LAMPS – Working Paper 1.3\n\nSponsors: Kenya\n\nThe General Assembly,\n"
    assert read(head + BODY).title is None


@pytest.mark.parametrize(
    ("formula", "organ"),
    [
        ("The Assembly of the Lantern Union,", "Assembly of the Lantern Union"),
        ("The Lamplighters' Parliament,", "Lamplighters' Parliament"),
        ("Commission on the Status of Lamps,", "Commission on the Status of Lamps"),
        ("The General Assembly Third Committee,", "General Assembly"),
        ("The Assembly,", "Assembly"),
    ],
)
def test_the_line_before_the_first_clause_names_the_organ(formula: str, organ: str) -> None:
    draft = read(
        f"ASSEMBLY OF THE LANTERN UNION\n\nDraft resolution on light in towns\n\n{formula}\n{BODY}"
    )
    assert draft.organ == organ
    assert draft.formula == formula
    assert not [each for each in draft.problems if each.code == "no-formula"]


def test_a_title_is_not_the_name_of_the_organ() -> None:
    head = "ASSEMBLY OF THE LANTERN UNION\n\nDraft resolution on light in towns\n\n"
    assert read(f"{head}The Assembly of the Lantern Union,\n{BODY}").title == (
        "Draft resolution on light in towns"
    )


def test_a_name_with_a_comma_is_no_formula_where_no_clause_follows() -> None:
    text = f"The Lamplighters' Council,\n\na body of ours, writes:\n\nThe General Assembly,\n{BODY}"
    assert read(text).organ == "General Assembly"


def test_a_symbol_stands_on_a_line_of_its_own_in_a_masthead() -> None:
    head = "MODEL SECURITY COUNCIL\nDraft resolution S/2030/7\nSubmitted by: Kenya\n\n"
    assert read(f"{head}The Security Council,\n{BODY}").symbol == "S/2030/7"


def test_clauses_in_small_letters_after_marks_are_the_preamble() -> None:
    text = (
        "The Lantern Parliament,\n\n– having regard to rules,\n– having regard to lamps,\n\n"
        "A. whereas the towns are dark;\nB. whereas lamps are cheap;\n\n"
        "1. Calls on the towns to buy lamps;\n2. Thanks the lamplighters."
    )
    assert [each.id for each in read(text).paragraphs] == ["pp1", "pp2", "pp3", "pp4", "op1", "op2"]


@pytest.mark.parametrize(
    "signs",
    [
        ["A.", "B.", "C."], ["I.", "II.", "III."], ["•", "•", "•"], ["- 1.", "- 2.", "- 3."],
        ["1 -", "2 -", "3 -"], ["(OP1)", "(OP2)", "(OP3)"],
    ],
)  # fmt: skip
def test_acts_are_found_behind_marks_of_any_kind(signs: list[str]) -> None:
    acts = ["Urges towns to buy lamps;", "Bans dark glass;", "Decides to remain seized of it."]
    body = "\n\n".join(f"{sign} {act}" for sign, act in zip(signs, acts, strict=True))
    draft = read(f"The General Assembly,\n\nRecalling its rules,\n\n{body}\n")
    assert [each.text for each in draft.paragraphs if each.part == "operative"] == acts


def test_numbers_may_run_on_from_the_preamble() -> None:
    text = "The General Assembly,\n\n1. Recalling its rules,\n\n2. Noting lamps,\n\n"
    draft = read(f"{text}3. Urges towns to buy lamps;\n\n4. Decides to remain seized of it.\n")
    assert [each.id for each in draft.paragraphs] == ["pp1", "pp2", "op3", "op4"]


def test_points_of_a_list_may_open_with_a_participle() -> None:
    text = (
        "The General Assembly,\n\n• Recalling its rules,\n\n• Urges towns to act by:\n\n"
        "• Buying lamps;\n\n• Strengthening lamplighters;\n\n• Decides to remain seized of it.\n"
    )
    assert [each.id for each in read(text).paragraphs] == ["pp1", "op1", "op1.1", "op1.2", "op2"]


def test_numbers_that_a_redline_shows_beside_the_old_ones_are_read() -> None:
    text = "A/C.3/81/L.55    20 October 2026\n\nThe General Assembly,\n\nRecalling its rules,\n\n"
    acts = (
        "1. Notes lamps;\n\n[2.] Urges towns to act;\n\n2.[3.] Asks for oil;\n\n3.[4.] Notes it.\n"
    )
    draft = read(text + acts)
    assert [each.id for each in draft.paragraphs] == ["pp1", "op1", "op2", "op3", "op4"]
    assert draft.symbol == "A/C.3/81/L.55"


@pytest.mark.parametrize(
    "head",
    [
        "A/C.3/79/L.28 — Light in towns — Distr.: Limited 31 October 2024",
        "A/C.3/79/L.28 | Draft resolution | 31 October 2024 | Light in towns",
        "Draft resolution A/C.3/79/L.28: Light in towns (issued 31 October 2024)",
        "United Nations  A/C.3/79/L.28  General Assembly  Distr.: Limited  31 October 2024\n\n"
        "Light in towns",
    ],
)
def test_a_masthead_may_stand_in_one_line(head: str) -> None:
    draft = read(f"{head}\n\nThe General Assembly,\n{BODY}")
    assert (draft.symbol, draft.title) == ("A/C.3/79/L.28", "Light in towns")
    assert draft.date == ("2024-10-31" if "issued" not in head else None)


def test_lines_of_a_masthead_stand_apart_without_blank_ones() -> None:
    head = (
        "United Nations A/C.3/79/L.28\nGeneral Assembly Distr.: Limited\n31 October 2024\n"
        "Seventy-ninth session\nThird Committee\nAgenda item 68 (c)\n"
        "Promotion and protection of lights: reports of special keepers\nand others\n"
        "Austria, Belgium, Lao People's Democratic\nRepublic and Malta: draft resolution\n"
        "Light in towns and in the\nHarbours of the Sea\nThe General Assembly,"
    )
    draft = read(head + BODY)
    assert (draft.symbol, draft.date) == ("A/C.3/79/L.28", "2024-10-31")
    assert draft.title == "Light in towns and in the Harbours of the Sea"
    states = ("Austria", "Belgium", "Lao People's Democratic Republic", "Malta")
    assert draft.sponsors == states


def test_a_title_with_its_number_goes_on_in_the_next_line() -> None:
    head = (
        "Advancement of lights\nResolution adopted by the General Assembly\non 17 December 2024\n"
        "[on the report of the Third Committee (A/79/1)]\n79/154. Light in towns of the\n"
        "Republic of Lamps\nThe General Assembly,"
    )
    assert read(head + BODY).title == "Light in towns of the Republic of Lamps"


def test_sponsors_that_no_table_knows_are_told_as_printed() -> None:
    head = "Topic: Light in towns\nRuritania and Freedonia: draft resolution"
    draft = read(f"{head}\n\nThe General Assembly,\n{BODY}")
    assert (draft.title, draft.sponsors) == ("Light in towns", ("Ruritania", "Freedonia"))
    (problem,) = (each for each in draft.problems if each.code == "unknown-sponsor")
    assert "Ruritania and Freedonia" in problem.message
    assert not read(f"Lamps and Oil: draft resolution\n\nThe General Assembly,\n{BODY}").sponsors


def test_sponsors_with_several_labels_are_one_list() -> None:
    head = "Main submitter: Kenya\nCo-sponsors: Norway, Grand Fenwick\n\nThe General Assembly,\n"
    assert read(head + BODY).sponsors == ("Kenya", "Norway", "Grand Fenwick")


def test_words_of_a_title_are_no_sponsors() -> None:
    line = "Promotion and care of lights in towns Norway, Kenya: draft resolution"
    assert read(f"{line}\n\nLight\n\nThe General Assembly,\n{BODY}").sponsors == ("Norway", "Kenya")
