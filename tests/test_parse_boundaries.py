"""Where drafts begin and end in a document, and which document is an amendment.

The golden cases show whole documents; here stands one rule at a time.
"""

from __future__ import annotations

import pytest

from counterdraft.model import Resolution
from counterdraft.parse.nearest import nearest
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

DRAFT = """The General Assembly,

Recalling its rules,

1. Urges States to act;

2. Decides to remain seized of the matter."""


def parsed(text: str) -> tuple[Resolution, ...]:
    return parse(from_text(text.encode(), "x"))


def ids(text: str) -> list[list[str]]:
    return [[paragraph.id for paragraph in resolution.paragraphs] for resolution in parsed(text)]


WHOLE = ["pp1", "op1", "op2"]


@pytest.mark.parametrize(
    "before",
    [
        "We reproduce the draft in full.",
        "1. Our first remark.\n\n2. Our second remark.",
        "Recalling last week’s talks, the envoy left.",
        "The General Assembly meets on Monday.",
        "The General Assembly\n\nmeets on Monday.",
        "- a list\n- of remarks",
    ],
)
def test_commentary_before_a_draft_is_none_of_it(before: str) -> None:
    assert ids(f"{before}\n\n{DRAFT}") == [WHOLE]


@pytest.mark.parametrize(
    "after",
    [
        "More From\n\nMore on This Topic",
        "3. Our third remark is that nothing will come of it",
        "Notes to editors\n\n1. Requests for interviews go to the office.",
        "Welcomes, Ann wrote, are cheap.",
        "(a) See above",
        "- a list\n- of links",
        "Comments (2)\n\nBob: Decides to be seized, does it? Recalling nothing.",
    ],
)
def test_commentary_after_a_draft_is_none_of_it(after: str) -> None:
    assert ids(f"{DRAFT}\n\n{after}") == [WHOLE]


def test_a_remark_between_two_paragraphs_is_none_of_the_draft() -> None:
    text = DRAFT.replace("2. Decides", "[This is new. We do not like it.]\n\n2. Decides")
    assert ids(text) == [WHOLE]


def test_a_clause_of_a_preamble_is_one_whatever_its_verb() -> None:
    text = DRAFT.replace(
        "rules,\n", "rules,\n\nContinuing to take the view that this helps,\n\nNoting that,\n", 1
    )
    assert ids(text) == [["pp1", "pp2", "pp3", "op1", "op2"]]
    (resolution,) = parsed(text)
    assert [p.code for p in resolution.problems] == ["no-verb"]


def test_two_drafts_are_two() -> None:
    assert ids(f"{DRAFT}\n\nAnd the rival says:\n\n{DRAFT}") == [WHOLE, WHOLE]


@pytest.mark.parametrize(
    "organ",
    [
        "General Assembly",
        "Security Council",
        "Economic and Social Council",
        "Human Rights Council",
        "Commission on Human Rights",
    ],
)
def test_every_organ_opens_a_draft(organ: str) -> None:
    (draft,) = parsed(DRAFT.replace("General Assembly", organ))
    assert (draft.organ, draft.formula) == (organ, f"The {organ},")


def test_a_draft_without_a_formula_is_found_by_its_clauses() -> None:
    text = "We heard this:\n\nRecalling this,\n\nNoting that,\n\n1. Asks for it;\n\n2. Decides so."
    assert ids(text) == [["pp1", "pp2", "op1", "op2"]]


def test_a_heading_among_the_paragraphs_is_kept_apart() -> None:
    (draft,) = parsed(DRAFT.replace("2. Decides", "Follow-up\n\n2. Decides"))
    assert [(heading.text, heading.before) for heading in draft.headings] == [("Follow-up", "op2")]
    assert [paragraph.id for paragraph in draft.paragraphs] == WHOLE


def test_an_annex_is_kept_apart() -> None:
    (draft,) = parsed(f"{DRAFT}\n\nAnnex\n\nList of lamps\n\n1. One lamp.\n\n2. Another.")
    assert [(annex.label, annex.title) for annex in draft.annexes] == [("Annex", "List of lamps")]
    assert [paragraph.id for paragraph in draft.paragraphs] == WHOLE


@pytest.mark.parametrize(
    ("line", "annexes"),
    [
        ("Annex A: Lamps of the harbours, Vell, 14 July 2026", 1),
        ("Annex II \u2013 List of lamps", 1),
        ("Annex A: lamps of the harbours,", 0),
        ("Annex A lists the lamps of the harbours", 0),
    ],
)
def test_the_label_of_an_annex_may_have_its_title_behind_it(line: str, annexes: int) -> None:
    text = f"The General Assembly,\n\nRecalling all,\n\n1. Decides so.\n\n{line}\n\nOil lamps.\n"
    (found,) = parse(from_text(text.encode(), "draft.txt"))
    assert [each.label for each in found.annexes] == [line] * annexes


def test_the_extent_goes_from_the_formula_to_the_last_paragraph() -> None:
    (draft,) = parsed(f"Before.\n\n{DRAFT}\n\nAfter.")
    document = from_text(f"Before.\n\n{DRAFT}\n\nAfter.".encode(), "x")
    words = draft.span.of(document.text)
    assert words.startswith("The General Assembly,")
    assert words.endswith("seized of the matter.")


@pytest.mark.parametrize(
    "text",
    [
        "Nothing of the kind.",
        "The General Assembly met. It recalled its rules, and decided nothing.",
        "The General Assembly,",
        "Recalling his youth, he smiled.",
        "1. Requests for comment were not answered.\n\n2. Calls were not returned.",
        "Agenda\n\n1. Opening of the session.\n\n2. Other matters.",
    ],
)
def test_what_is_no_draft(text: str) -> None:
    assert parsed(text) == ()


# What came nearest


def test_a_draft_decision_is_named_as_one() -> None:
    text = "Orlavia: draft decision\n\nSalt\n\nThe General Assembly, recalling this, decides that."
    assert nearest(from_text(text.encode(), "x")).startswith("it is a draft decision")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nothing.", "nothing in it reads like a clause of one"),
        (
            "Hello\n\nIt “calls upon all States to count their lamps” and “urges us”, or “dark”. "
            "A diplomat said “we will not count the lamps of all the streets”.\n\nBye",
            "it quotes what reads like clauses of one: line 3: “calls upon all States to count "
            "their lamps”",
        ),
        ("Hello\n\nUrges States to act;\n\nBye", "nearest is line 3: “Urges States to act;”"),
        ("The General Assembly,\n\nUrges nobody", "nearest is line 1: “The General Assembly,”"),
    ],
)
def test_the_nearest_line_is_named(text: str, said: str) -> None:
    assert nearest(from_text(text.encode(), "x")) == said


def test_a_long_line_is_cut_at_a_word() -> None:
    said = nearest(from_text(f"Urges {'States ' * 30}to act;".encode(), "x"))
    assert said.endswith("States …”")
    assert len(said) < 90


# Amendments


AMENDMENT = """A/C.3/81/L.55

Malta: amendment to draft resolution A/C.3/81/L.23

Situation of the lighthouses

In operative paragraph 5, replace “lamps” with “lights”.
"""


def test_an_amendment_has_a_target_and_no_paragraphs() -> None:
    (amendment,) = parsed(AMENDMENT)
    assert (amendment.kind, amendment.symbol) == ("amendment", "A/C.3/81/L.55")
    assert amendment.draft_symbol == "A/C.3/81/L.23"
    assert (amendment.sponsors, amendment.paragraphs) == (("Malta",), ())
    assert [problem.code for problem in amendment.problems] == ["amendment-document"]


@pytest.mark.parametrize(
    "instruction",
    [
        "In the fourteenth preambular paragraph, replace “a” with “b”.",
        "In operative paragraph 64, after “a” insert “b”.",
        "Delete the third preambular paragraph and operative paragraph 2.",
        "After operative paragraph 89, insert the following:\n\nUrges States to act;",
        "Replace the text of operative paragraph 3 with the following:\n\n3. Urges States to act;",
    ],
)
def test_every_instruction_makes_an_amendment(instruction: str) -> None:
    head = "Amendments to draft resolution A/C.3/81/L.23"
    assert [each.kind for each in parsed(f"{head}\n\n{instruction}\n")] == ["amendment"]


def test_a_draft_that_speaks_of_amendments_is_a_draft() -> None:
    text = DRAFT.replace("its rules", "the amendment to draft resolution A/81/L.4 in paragraph 3")
    assert [each.kind for each in parsed(text)] == ["draft"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Statement by the President of the Security Council", "a statement by the President"),
        ("General comment No. 31 (2031) on salt", "a general comment of a treaty body"),
        ("At its 12th plenary meeting, on 8 April 2031, the Economic and Social Council:",
         "a decision"),
        ("Letter dated 3 June 2031 from the Permanent Representative of Orlavia", "a letter"),
        ("Report of the Secretary-General", "a report of the Secretary-General"),
    ],
)  # fmt: skip
def test_what_a_document_without_a_draft_says_it_is_is_told(line: str, kind: str) -> None:
    text = f"Salt\n\n{line}\n\nMuch salt was found.\n"
    assert nearest(from_text(text.encode(), "x")).startswith(f"it seems to be {kind}")


@pytest.mark.parametrize(
    "line", ["The letter dated 3 June 2031 from Orlavia came.", "Report of the Secretary of salt"]
)
def test_what_is_spoken_of_is_not_what_a_document_is(line: str) -> None:
    assert "seems" not in nearest(from_text(f"Salt\n\n{line}\n".encode(), "x"))
