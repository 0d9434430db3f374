"""What an amendment would do, read from the phrasings of delegations and secretariats, by kinds.

A case is what is to be read, a line with "= " each, and below it what a document says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterdraft.model.amendment import Instruction
from counterdraft.parse.amending.blocks import told
from counterdraft.parse.instructions import instructions_of
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

CASES = Path(__file__).parent / "cases" / "instructions"
UNREAD = "unread"
WORDS = [
    "delete", "replace", "insert", "“a”", "“b”", "with", "in", "operative paragraph 9", "OP3",
    "and", ",", ";", "after", "the", "new", "preambular paragraph", "the title", "reading", ":",
    "foo", "PP2", "should read", "substitute", "for", "move", "to", "wherever it occurs", "it",
]  # fmt: skip
HEAD = """United Nations A/C.3/81/L.55

General Assembly

Malta and Samoa: amendment to draft resolution A/C.3/81/L.23

Lamps of the harbours

Delete operative paragraph 1.

"""


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        for each in re.split(r"\n\n(?== )", path.read_text(encoding="utf-8").strip()):
            answers = [line[2:] for line in each.splitlines() if line.startswith("= ")]
            text = each.split("\n", len(answers))[-1]
            yield pytest.param(text, answers, id=f"{path.stem}: {text[:40]}")


def short(each: Instruction) -> str:
    """An instruction in a line: "words op9 -old +new @lamps"."""
    parts = [f"[{part}]" for part in each.parts]
    where = " ".join([*each.paragraphs, *parts, *(["title"] if each.title else [])])
    comes = "".join(f" | {words}" for words in each.comes)
    match each.does:
        case "unread":
            return UNREAD
        case "insert":
            return f"insert {each.beside} {where}{comes}"
        case "move":
            return f"move {where} {each.beside} {each.target}"
        case "words":
            signs = (("-", each.goes), ("+", each.comes), ("@", each.anchors))
            return " ".join(["words", where, *(s + x for s, several in signs for x in several)])
    return f"{each.does} {where}{comes}"


def read(text: str) -> list[Instruction]:
    """The instructions behind the first, by which the document is known for an amendment."""
    document = from_text(f"{HEAD}{text}\n".encode(), "amendment.txt")
    (resolution,) = parse(document)
    assert resolution.kind == "amendment"
    return list(instructions_of(document, resolution).instructions[1:])


@pytest.mark.parametrize(("text", "answers"), list(cases()))
def test_an_instruction_is_read_or_said_not_to_be(text: str, answers: list[str]) -> None:
    found = read(text)
    assert [short(each) for each in found] == answers
    for each in found:
        if each.does == UNREAD:
            assert each.text.split(" ")[-1] in text


def test_all_of_a_sentence_is_kept_where_part_of_it_is_not_read() -> None:
    (found,) = read("Delete operative paragraph 2 and rethink operative paragraph 3.")
    assert found.text == "Delete operative paragraph 2 and rethink operative paragraph 3."


def test_each_of_several_orders_has_its_own_words_and_the_number_of_the_sentence() -> None:
    first, second = read("2. In OP9, delete “old” and, in OP10, delete “rusty”.")
    assert (first.number, second.number) == ("2", "2")
    assert (first.text, second.text) == ("In OP9, delete “old”", "in OP10, delete “rusty”")


def test_which_of_several_places_is_meant_is_known_or_not() -> None:
    (one,) = read("In the third line of OP9, replace “old” with “new”.")
    (everywhere,) = read("In OP9, replace “old” with “new” wherever it occurs.")
    (some,) = read("In OP9, replace “old” with “new”.")
    assert (one.pinned, one.every) == (True, False)
    assert (everywhere.pinned, everywhere.every) == (False, True)
    assert (some.pinned, some.every) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "Delete OP1; " * 1500, "In OP9, delete “x” " + "line 3 " * 1500 + "x", "a new " * 3000,
        "the first and the second and " * 900, "Delete paragraph " + "1, " * 3000 + "2.",
        "In OP9, " + "delete “x” and " * 90 + "rest.",
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_a_sentence_without_an_end_is_not_read_and_takes_no_time(text: str) -> None:
    assert [short(each) for each in read(f"Delete OP2.\n\n{text}")] in (
        ["delete op2"], ["delete op2", UNREAD],
    )  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_a_sentence_with_a_word_that_is_not_known_gives_no_order(words: list[str]) -> None:
    for each in told([" ".join(words)], None):
        assert each.orders is None or "foo" not in words


def test_the_number_that_a_word_processor_gives_is_one_of_the_series() -> None:
    document = from_text(f"{HEAD}Delete OP2.\n\nReorder the chapters.\n".encode(), "a.txt")
    (resolution,) = parse(document)
    *before, one, two = document.blocks
    listed = (*before, replace(one, number=("1.",)), replace(two, number=("2.",)))
    found = instructions_of(replace(document, blocks=listed), resolution).instructions[1:]
    assert [(short(each), each.number) for each in found] == [("delete op2", "1"), (UNREAD, "2")]


def test_what_a_mail_quotes_of_another_is_no_order_of_its_own() -> None:
    found = read("On OP3: delete “old”.\n\n> Delete OP9.\n\n> Delete OP10.")
    assert [short(each) for each in found] == ["words op3 -old", UNREAD, UNREAD]
    assert found[1].text == "Delete OP9."


def test_three_instructions_make_an_amendment_however_they_name_paragraphs() -> None:
    text = "For A/C.3/81/L.23\n\n1. Delete OP9.\n\n2. PP3: delete.\n\n3. Delete OP4."
    (resolution,) = parse(from_text(text.encode(), "amendment.txt"))
    assert resolution.kind == "amendment"


def test_a_text_that_only_speaks_of_amendments_is_none() -> None:
    words = "Of the amendment to the draft resolution he said that OP9 must not be deleted."
    assert parse(from_text(words.encode(), "record.txt")) == ()
