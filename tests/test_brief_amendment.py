"""An amendment given beside a draft: what each instruction would do, and to which paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.errors import NoResolution, SeveralResolutions
from counterdraft.jobs.against import Beside, others_of
from counterdraft.jobs.brief import make_brief
from counterdraft.model.amendment import Amending, Instruction
from counterdraft.parse.instructions import instructions_of
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.read.load import USUAL

DRAFT = """United Nations A/C.3/81/L.23

General Assembly

Lamps of the harbours

The General Assembly,

Recalling the long nights of winter,

Noting the repeated interruption of the light,

1. Takes note of the report of the keepers of lamps;

2. Requests the keepers to count the lamps of every harbour;

3. Decides to remain seized of the matter.
"""
AMENDMENT = """United Nations A/C.3/81/L.55

General Assembly

Malta and Samoa: amendment to draft resolution A/C.3/81/L.23

Lamps of the harbours

{instructions}
"""


def amending(*instructions: str) -> Amending:
    text = AMENDMENT.format(instructions="\n\n".join(instructions))
    document = from_text(text.encode(), "amendment.txt")
    (resolution,) = parse(document)
    assert resolution.kind == "amendment"
    return instructions_of(document, resolution)


def only(*instructions: str) -> Instruction:
    (found,) = amending(*instructions).instructions
    return found


def test_a_new_paragraph_comes_beside_the_one_that_is_named() -> None:
    new = "Invites every harbour to light one lamp more;"
    found = only("After operative paragraph 2, insert a new operative paragraph, reading:", new)
    assert (found.does, found.beside, found.paragraphs) == ("insert", "after", ("op2",))
    assert found.comes == (new,)


def test_a_paragraph_goes_whole_or_is_replaced() -> None:
    assert only("Delete operative paragraph 2.").does == "delete"
    first = only("Delete the second preambular paragraph, reading:", "Noting the repeated,")
    assert (first.does, first.paragraphs) == ("delete", ("pp2",))
    new = "2. Invites the keepers to rest;"
    found = only("Replace operative paragraph 2 with the following:", new)
    assert (found.does, found.comes) == ("replace", (new,))


@pytest.mark.parametrize(
    ("words", "comes", "goes", "anchors"),
    [
        ("replace “repeated” with “reported”", ("reported",), ("repeated",), ()),
        ("insert “grave” before “interruption”", ("grave",), (), ("interruption",)),
        ("after “interruption”, insert “, by night,”", (", by night,",), (), ("interruption",)),
        ("delete “repeated”", (), ("repeated",), ()),
        ("insert “reported” in place of “repeated”", ("reported",), ("repeated",), ()),
    ],
)
def test_words_come_and_go_inside_of_a_paragraph(
    words: str, comes: tuple[str, ...], goes: tuple[str, ...], anchors: tuple[str, ...]
) -> None:
    found = only(f"1. In the second preambular paragraph, {words}.")
    assert (found.does, found.paragraphs) == ("words", ("pp2",))
    assert (found.comes, found.goes, found.anchors) == (comes, goes, anchors)


def brief_of(
    folder: Path, *instructions: str, draft: str = DRAFT, amendment: str = AMENDMENT
) -> str:
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    text = amendment.format(instructions="\n\n".join(instructions))
    (folder / "amendment.txt").write_text(text, encoding="utf-8")
    beside = Beside(against=str(folder / "amendment.txt"), mandates=("mechanisms",))
    return make_brief(str(folder / "draft.txt"), "md", beside=beside).decode()


def test_the_brief_tells_what_it_would_do_and_holds_it_for_no_rival(tmp_path: Path) -> None:
    told = brief_of(
        tmp_path, "1. In operative paragraph 1, replace “Takes note” with “Welcomes”.",
        "2. Delete operative paragraph 2.", "3. In operative paragraph 3, delete “gladly”.",
    )  # fmt: skip
    assert (
        "would change words of OP1 and delete OP2; words that it takes to be in OP3 are not there"
        in told
    )
    assert "An amendment to this text" in told
    assert "A/C.3/81/L.55, brought by Malta and Samoa, amends A/C.3/81/L.23." in told
    assert "“gladly”: not found in that paragraph" in told
    assert "| “Takes note” | “Welcomes” |" in told
    assert "nothing here is of the draft as amended" in told
    for words in ("rival text", "its rival", "A alone", "of B"):
        assert words not in told


def test_an_amendment_to_another_draft_is_put_beside_no_paragraph(tmp_path: Path) -> None:
    draft = DRAFT.replace("L.23", "L.24")
    told = brief_of(tmp_path, "Delete operative paragraph 2.", draft=draft)
    assert "what it would do to this one is not known" in told
    assert "would delete" not in told


@pytest.mark.parametrize(
    ("draft", "target"),
    [
        ("A/C.3/81/L.23/Rev.1", "A/C.3/81/L.23"),
        ("A/C.3/81/L.23", "A/C.3/81/L.23/Rev.1"),
        ("A/C.3/81/L.23/Rev.2", "A/C.3/81/L.23/Rev.1"),
    ],
)
def test_of_an_amendment_to_another_version_it_is_said_that_numbers_may_have_shifted(
    tmp_path: Path, draft: str, target: str
) -> None:
    told = brief_of(
        tmp_path, "Delete operative paragraph 2.",
        draft=DRAFT.replace("A/C.3/81/L.23", draft),
        amendment=AMENDMENT.replace("A/C.3/81/L.23", target),
    )  # fmt: skip
    assert f"{draft}, another version of that draft" in told
    assert "its numbers may have shifted" in told
    assert f"if the numbers of {target}, to which it was made, are still those" in told
    assert "(Malta and Samoa) would" not in told


def test_an_amendment_is_no_text_before_another(tmp_path: Path) -> None:
    file = tmp_path / "amendment.txt"
    text = AMENDMENT.format(instructions="Delete operative paragraph 2.")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NoResolution, match="amends a draft and is none itself"):
        others_of(Beside(previous=str(file)), USUAL)


def test_words_that_go_throughout_a_part_stand_beside_every_paragraph_that_has_them(
    tmp_path: Path,
) -> None:
    told = brief_of(
        tmp_path,
        "1. Replace “keepers” with “watchers” in the preambular paragraphs and the "
        "operative paragraphs.",
        "2. In operative paragraph 2, insert “old” after “the watchers”.",
        "3. In operative paragraph 2, delete “the rowers”.",
    )
    assert "would change words of OP1 and OP2" in told
    assert "“the watchers”: as instruction 1 would have it" in told
    assert "“the rowers”: not found in that paragraph" in told
    assert "“the watchers”: not found" not in told


POINTS = """
1. Requests the keepers:

(a) To count the lamps;

(b) To count the lamps of old harbours, and the lamps of new ones;
"""


def with_points() -> str:
    head, _, tail = DRAFT.partition("\n1. Takes")
    return (
        f"{head}{POINTS}\n2. Takes{tail.replace('2. Requests', '3. Asks').replace('3. D', '4. D')}"
    )


def test_what_the_draft_has_not_is_not_said_to_be_done(tmp_path: Path) -> None:
    told = brief_of(
        tmp_path, "1. Delete operative paragraph 7.", "2. In paragraph 8, delete “old”.",
        "3. In OP1, replace “gladly” with “soon”.", "4. After OP9, insert a new OP: “Asks them;”",
    )  # fmt: skip
    assert "Nothing of the amendment A/C.3/81/L.55 (Malta and Samoa) can be done" in told
    assert "it names OP7, OP8 and OP9, which this text has not" in told
    assert "words that it takes to be in OP1 are not there" in told
    assert "would delete" not in told


def test_of_many_places_the_first_sentence_names_some_and_counts_the_rest(tmp_path: Path) -> None:
    told = brief_of(tmp_path, "Delete operative paragraphs 11 to 30.")
    assert "it names OP11, OP12, OP13, OP14, OP15, OP16, OP17, OP18, OP19 and 11 others" in told


def test_the_last_paragraph_is_the_one_that_the_draft_has(tmp_path: Path) -> None:
    told = brief_of(tmp_path, "Delete the last preambular paragraph.")
    assert "would delete PP2." in told
    assert "PP2: “Noting the repeated interruption" in told


def test_a_point_is_not_told_as_its_paragraph(tmp_path: Path) -> None:
    told = brief_of(
        tmp_path, "1. Delete operative paragraph 1 (a).",
        "2. In paragraph 1 (b), replace “old” with “all”.",
        "3. After paragraph 1 (b), insert a new subparagraph reading:", "To count the oil;",
        "4. Delete OP1 (c).", draft=with_points(),
    )  # fmt: skip
    assert "would delete OP1 (a), change words of OP1 (b) and insert 1 subparagraph" in told
    assert "after OP1 (b); it names OP1 (c), which this text has not" in told
    assert "OP1 (c): not found in this text" in told


def test_an_instruction_that_is_not_read_is_counted_and_quoted(tmp_path: Path) -> None:
    told = brief_of(
        tmp_path, "1. Delete operative paragraph 2.", "2. Rethink operative paragraph 3."
    )
    assert "would delete OP2; 1 instruction of it was not understood" in told
    assert "1 of 2 instructions was not understood" in told
    assert "Rethink operative paragraph 3. | *Not understood" in told


def test_words_that_stand_twice_and_two_instructions_on_one_place_are_told(tmp_path: Path) -> None:
    told = brief_of(
        tmp_path, "1. In OP1 (b), after “lamps”, insert “and oil”.",
        "2. In OP1 (b), replace “old” with “rusty”.", "3. Delete OP1 (b).",
        "4. In OP1 (b), delete “lamps” wherever it occurs.",
        "5. In the second line of OP1 (b), delete “harbours”.", draft=with_points(),
    )  # fmt: skip
    assert "“lamps” stands 2 times in OP1 (b); which is meant is not said" in told
    assert told.count("which is meant is not said") == 1
    assert "Instruction 1 changes it, or a part of it" in told
    assert told.count("Instruction 3 would delete it") == 2


def test_a_draft_of_another_title_is_not_taken_for_the_one_that_is_amended(tmp_path: Path) -> None:
    without = DRAFT.replace("United Nations A/C.3/81/L.23\n\n", "")
    instruction = "Delete operative paragraph 2."
    assert "would delete OP2" in brief_of(tmp_path, instruction, draft=without)
    other = without.replace("Lamps of the harbours", "Nets of the fishers")
    told = brief_of(tmp_path, instruction, draft=other)
    assert "would delete" not in told
    assert "none of its paragraphs are put beside it" in told


def test_where_nothing_says_which_draft_is_amended_the_first_sentence_says_so(
    tmp_path: Path,
) -> None:
    untitled = DRAFT.replace("United Nations A/C.3/81/L.23\n\n", "").replace(
        "Lamps of the harbours\n\n", ""
    )
    told = brief_of(tmp_path, "Delete operative paragraph 2.", draft=untitled)
    assert "if it is this text that it amends, which is not known, would delete OP2" in told


def test_several_amendments_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    files = []
    for symbol, instruction in (
        ("L.55", "Delete operative paragraph 2."),
        ("L.56", "In OP2, replace “count” with “clean”."),
    ):
        files.append(str(tmp_path / f"{symbol}.txt"))
        text = AMENDMENT.replace("L.55", symbol).format(instructions=instruction)
        Path(files[-1]).write_text(text, encoding="utf-8")
    beside = Beside(against=tuple(files))
    told = make_brief(str(tmp_path / "draft.txt"), "md", beside=beside).decode()
    assert "The amendment A/C.3/81/L.55 (Malta and Samoa) would delete OP2; the amend" in told
    assert "Amendments to this text" in told
    assert "A/C.3/81/L.56, instruction by instruction" in told
    assert told.count("An amendment is no rival") == 1
    assert "Instruction 1 of A/C.3/81/L.55 would delete it" in told


def test_of_two_texts_that_are_no_amendments_neither_is_dropped(tmp_path: Path) -> None:
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for each in files:
        each.write_text(DRAFT, encoding="utf-8")
    with pytest.raises(SeveralResolutions, match=r"one\.txt"):
        others_of(Beside(against=tuple(map(str, files))), USUAL)
