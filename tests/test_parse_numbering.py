"""Numbers as printed → ids, paths and levels."""

from __future__ import annotations

import pytest

from counterdraft.model import Block, Declared, Document, Resolution, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.wording.paragraph_label import paragraph_label


def draft(*paragraphs: str) -> Resolution:
    text = "\n\n".join(["The General Assembly,", "Recalling its rules,", *paragraphs])
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution


def ids(*paragraphs: str) -> list[str]:
    """The ids of all paragraphs but the preambular one."""
    return [paragraph.id for paragraph in draft(*paragraphs).paragraphs[1:]]


def listed(*letters: str) -> list[str]:
    """The ids of points with these letters, below a first paragraph."""
    points = [f"{letter} To act;" for letter in letters]
    return ids("1. Requests States:", *points, "2. Decides so.")[1:-1]


def test_operative_paragraphs_have_the_numbers_that_are_printed() -> None:
    found = draft("1. Decides so;", "2. Urges States to act.").paragraphs
    assert [(p.id, p.number) for p in found] == [("pp1", "1"), ("op1", "1"), ("op2", "2")]


def test_a_single_unnumbered_paragraph_has_none() -> None:
    assert [(p.id, p.number) for p in draft("Decides so.").paragraphs[1:]] == [("op1", None)]


def test_preambular_paragraphs_are_counted() -> None:
    found = draft("Noting this,", "Noting that,", "1. Decides so.").paragraphs
    assert [(p.id, p.number) for p in found[:3]] == [("pp1", "1"), ("pp2", "2"), ("pp3", "3")]


def test_the_number_of_a_point_is_its_path() -> None:
    found = draft("1. Asks:", "(a) So:", "(i) One;", "(ii) Two;", "(b) So;", "2. Decides so.")
    assert [(p.id, p.number, p.level) for p in found.paragraphs[1:]] == [
        ("op1", "1", 0),
        ("op1.a", "1 (a)", 1),
        ("op1.a.i", "1 (a) (i)", 2),
        ("op1.a.ii", "1 (a) (ii)", 2),
        ("op1.b", "1 (b)", 1),
        ("op2", "2", 0),
    ]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("a b c", "a b c"),
        ("a b i ii", "a b b.i b.ii"),
        ("a i ii b i ii", "a a.i a.ii b b.i b.ii"),
        ("a b c d e f g h i j", "a b c d e f g h i j"),
        ("a b c d e f g h i", "a b c d e f g h i"),
        ("a b c d e f g h i ii j", "a b c d e f g h h.i h.ii j"),
        ("i ii iii iv v vi", "i ii iii iv v vi"),
        ("a b a b", "a b a-2 b-2"),
        ("a b i ii iii iv v vi c", "a b b.i b.ii b.iii b.iv b.v b.vi c"),
        ("a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb",
         "a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb"),
    ],
)  # fmt: skip
def test_a_letter_finds_its_list(letters: str, expected: str) -> None:
    found = listed(*(f"({letter})" for letter in letters.split()))
    assert found == [f"op1.{path}" for path in expected.split()]


@pytest.mark.parametrize("form", ["({})", "{})", "{}."])
def test_letters_are_the_same_in_every_form(form: str) -> None:
    found = listed(*(form.format(letter) for letter in "abc"))
    assert found == ["op1.a", "op1.b", "op1.c"]


def test_what_is_put_in_between_keeps_its_latin() -> None:
    numbers = ["1.", "1bis.", "1ter.", "2.", "2alt."]
    assert ids(*(f"{n} Urges States to act;" for n in numbers), "3. Decides so.") == [
        *("op1", "op1bis", "op1ter", "op2", "op2alt", "op3")
    ]


def test_a_number_that_stands_twice_is_a_problem_and_the_ids_differ() -> None:
    found = draft(
        *["PP1 Noting this,"] * 2, "OP1 Decides so;", "OP1 Decides otherwise;", "OP2 Ends."
    )
    assert len({paragraph.id for paragraph in found.paragraphs}) == len(found.paragraphs)
    assert "repeated-number" in {problem.code for problem in found.problems}


def marked(*numbers: str | None) -> Resolution:
    """A draft whose markup gives its operative paragraphs these numbers, None for none."""
    text, blocks = "The General Assembly,", [Block(Span(0, 21), "formula")]
    for each in numbers:
        start = len(text) + 1
        text = f"{text}\nDecides that the lamps of Port Kessin shall be lit;"
        block = Block(Span(start, len(text)), "operative", (each,) if each else ())
        blocks.append(block)
    whole = Declared(first=0, last=len(blocks))
    document = Document(
        source="x", media_type="y", text=text, blocks=tuple(blocks), declared=(whole,)
    )
    (resolution,) = parse(document)
    return resolution


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((None, "1", "2"), ["op0+1", "op1", "op2"]),
        (("1", None, None, "2"), ["op1", "op1+1", "op1+2", "op2"]),
        (("1", None, "3"), ["op1", "op2", "op3"]),  # the number 2 is nobody's
        (("1", None), ["op1", "op2"]),
        ((None, None), ["op1", "op2"]),
        (("1", None, "2", "1", None, "2"), ["op1", "op1+1", "op2", "op1-2", "op1+2", "op2-2"]),
    ],
)
def test_what_prints_no_number_takes_nobody_elses(
    numbers: tuple[str | None, ...], expected: list[str]
) -> None:
    assert [each.id for each in marked(*numbers).paragraphs] == expected


def nested(*paths: tuple[str, ...], slanted: bool = True) -> list[str]:
    """The ids of paragraphs whose markup gives them these paths; each opens in italics or not."""
    text, blocks = "The General Assembly,", [Block(Span(0, 21), "formula")]
    for path in paths:
        start = len(text) + 1
        text = f"{text}\nDecides that the lamps of Port Kessin shall be lit;"
        verb = (Span(start, start + 7),) if slanted else ()
        blocks.append(Block(Span(start, len(text)), "operative", path, italics=verb))
    whole = Declared(first=0, last=len(blocks))
    document = Document(
        source="x", media_type="y", text=text, blocks=tuple(blocks), declared=(whole,)
    )
    return [each.id for each in parse(document)[0].paragraphs]


def test_a_paragraph_that_the_markup_nests_too_deep_goes_on_with_the_paragraphs() -> None:
    above = [("3",), ("3", "(a)"), ("3", "(a)", "(i)")]
    deep = [*above, ("3", "(a)", "(i)", "4."), ("3", "(a)", "(i)", "5.")]
    assert nested(*deep) == ["op3", "op3.a", "op3.a.i", "op4", "op5"]
    assert nested(*deep, slanted=False)[3:] == ["op3.a.i.4", "op3.a.i.5"]


@pytest.mark.parametrize("first", ["1.", "3.", "5."])
def test_a_number_that_goes_on_with_points_is_a_point_s(first: str) -> None:
    below = [("3",), ("3", "(a)"), ("3", "(a)", first), ("3", "(a)", "4.")]
    expected = "op3.a.4" if first == "3." else "op4"
    assert nested(*below)[2:] == [f"op3.a.{first[0]}", expected]


def test_only_a_number_that_is_printed_twice_is_told_as_repeated() -> None:
    def told(*numbers: str | None) -> list[str]:
        problems = marked(*numbers).problems
        return [each.message for each in problems if each.code == "repeated-number"]

    assert told(None, "1", None, "2") == []
    assert told("1.2", "12") == []
    assert told("1", None, "1") == ["the number 1 stands more than once"]


def test_what_has_no_number_is_called_by_where_it_stands() -> None:
    assert paragraph_label("op19+1", None) == "OP after 19"
    assert paragraph_label("op0+1", None) == "OP before 1"
    assert paragraph_label("op19+1.a", "(a)") == "OP after 19 (a)"
    assert paragraph_label("op3", None) == "OP3"


def test_bullets_are_counted() -> None:
    found = ids("1. Asks States:", "- To act;", "- To wait;", "2. Decides so.")
    assert found == ["op1", "op1.1", "op1.2", "op2"]


def test_numbers_below_an_act_with_a_capital_are_those_of_its_points() -> None:
    acts = ("A. Urges States to act by:", "1. lamps,", "a) lit,", "b) unlit,", "2. oil;")
    found = draft(*acts, "B. Invites ports to report;", "C. Decides so.").paragraphs[1:]
    assert [(p.id, p.number, p.level) for p in found] == [
        ("op1", None, 0),
        ("op1.1", "(1)", 1),
        ("op1.1.a", "(1) (a)", 2),
        ("op1.1.b", "(1) (b)", 2),
        ("op1.2", "(2)", 1),
        ("op2", None, 0),
        ("op3", None, 0),
    ]


def test_the_next_capital_is_an_act_though_the_points_before_it_end_with_a_stop() -> None:
    acts = ("I. Urges States to act by:", "1. lamps,", "2. oil.", "II. Invites ports to report;")
    assert ids(*acts, "III. Decides so.") == ["op1", "op1.1", "op1.2", "op2", "op3"]


def test_numbered_acts_below_a_section_with_a_capital_keep_their_numbers() -> None:
    assert ids("A. Lamps", "1. Urges States to act;", "2. Decides so.") == ["op1", "op2"]


@pytest.mark.parametrize("label", ["Clause", "Operative Clause", "Operative paragraph"])
def test_a_label_in_words_counts_a_paragraph_behind_another(label: str) -> None:
    text = f"The General Assembly,\nRecalling its rules,\n{label} 1: Urges States to act;\n"
    (found,) = parse(from_text(f"{text}{label} 2: Decides so.".encode(), "x"))
    assert [p.id for p in found.paragraphs] == ["pp1", "op1", "op2"]


def test_points_of_the_preamble_stay_in_it() -> None:
    text = ["Recalling:", "(a) The rules,", "(b) The roles,", "1. Decides so."]
    assert ids(*text) == ["pp2", "pp2.a", "pp2.b", "op1"]


def test_labels_number_both_parts() -> None:
    found = ids("PP2 Noting this,", "PP2bis Noting that,", "OP1 Asks it;", "OP2 (a) Decides so;")
    assert found == ["pp2", "pp2bis", "op1", "op2.a"]


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (["1. Decides so"], "cut-off"),
        (["1. Decides so;", "2. The lamps shall burn."], "no-verb"),
        (["1. Decides so;", "1. Decides so.", "2. Decides so."], "repeated-number"),
    ],
)
def test_what_is_odd_is_a_problem(paragraphs: list[str], code: str) -> None:
    assert code in {problem.code for problem in draft(*paragraphs).problems}


def test_a_sound_draft_has_no_problem() -> None:
    assert draft("1. Decides so;", "2. Decides to end.").problems == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The General Assembly,\n\nRecalling this,\n\nNoting that,\n", "no-operative-part"),
        ("The General Assembly,\n\n1. Decides so;\n\n2. Decides to end.\n", "no-preamble"),
        ("Recalling this,\n\nNoting that,\n\n1. Asks it;\n\n2. Decides to end.\n", "no-formula"),
    ],
)
def test_a_part_that_is_missing_is_a_problem(text: str, code: str) -> None:
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [problem.code for problem in resolution.problems] == [code]


UNNUMBERED = """Lamps

The General Assembly,

Recalling its rules,

Calls upon States to light lamps by:

Creating lamps that are new;

Encouraging those who have lamps;

Urges the harbours to keep the following:

The lamps of the towns;

The lamps of the ships;

Decides to remain seized of lamps{end}
"""


def test_a_list_without_its_letters_goes_on_until_it_closes() -> None:
    (whole,) = parse(from_text(UNNUMBERED.format(end=".").encode(), "x"))
    assert [each.text[:12] for each in whole.paragraphs[3:7]] == [
        "Encouraging ", "Urges the ha", "The lamps of", "The lamps of",
    ]  # fmt: skip
    assert len(whole.paragraphs) == 8
    assert whole.problems == ()


def test_a_text_that_ends_with_an_open_paragraph_may_go_on() -> None:
    (stump,) = parse(from_text(UNNUMBERED.format(end=";").encode(), "x"))
    assert [each.code for each in stump.problems] == ["cut-off"]
    assert "as if the text went on" in stump.problems[0].message


@pytest.mark.parametrize("letter", ["l.", "I.", "l)"])
def test_a_letter_before_the_second_act_is_the_figure_that_was_misread(letter: str) -> None:
    acts = (f"{letter} Calls upon States to act;", "2. Urges States;", "3. Decides so.")
    assert ids(*acts) == ["op1", "op2", "op3"]
    assert draft(*acts).paragraphs[1].number == "1"


def test_a_letter_is_no_figure_where_the_first_act_is_there_or_no_second() -> None:
    assert draft("1. Asks:", "l. Urges States;", "2. Decides so.").paragraphs[2].level == 1
    assert draft("I. Urges States;", "II. Decides so.").paragraphs[1].number is None


def test_a_roman_number_printed_twice_is_told() -> None:
    def told(*numbers: str) -> list[str]:
        acts = [f"{number}. Urges States {'x' * n} to act;" for n, number in enumerate(numbers)]
        problems = draft(*acts).problems
        return [each.message for each in problems if each.code == "repeated-number"]

    assert told("I", "II", "III", "III", "V") == [
        "the number III stands more than once; here it counts as op4"
    ]
    assert told("I", "II", "I", "II") == []
