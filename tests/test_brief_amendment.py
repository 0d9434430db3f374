"""An amendment given beside a draft: what each instruction would do, and to which paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.errors import NoResolution
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
    assert (found.whole, found.beside, found.paragraphs) == ("comes", "after", ("op2",))
    assert found.comes == (new,)


def test_a_paragraph_goes_whole_or_is_replaced() -> None:
    assert only("Delete operative paragraph 2.").whole == "goes"
    first = only("Delete the second preambular paragraph, reading:", "Noting the repeated,")
    assert (first.whole, first.paragraphs) == ("goes", ("pp2",))
    new = "2. Invites the keepers to rest;"
    found = only("Replace operative paragraph 2 with the following:", new)
    assert (found.whole, found.comes) == ("replaced", (new,))


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
    assert (found.whole, found.paragraphs) == (None, ("pp2",))
    assert (found.comes, found.goes, found.anchors) == (comes, goes, anchors)


@pytest.mark.parametrize(
    "words",
    [
        "Delete the last sentence of operative paragraph 2.",
        "Move operative paragraph 2 to the end.",
    ],
)
def test_what_is_no_whole_paragraph_is_not_said_to_go(words: str) -> None:
    found = amending("Delete operative paragraph 1.", words).instructions[1]
    assert (found.whole, found.goes, found.text) == (None, (), words)


def brief_of(folder: Path, *instructions: str, draft: str = DRAFT) -> str:
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    text = AMENDMENT.format(instructions="\n\n".join(instructions))
    (folder / "amendment.txt").write_text(text, encoding="utf-8")
    beside = Beside(against=str(folder / "amendment.txt"), mandates=("mechanisms",))
    return make_brief(str(folder / "draft.txt"), "md", beside=beside).decode()


def test_the_brief_tells_what_it_would_do_and_holds_it_for_no_rival(tmp_path: Path) -> None:
    told = brief_of(
        tmp_path, "1. In operative paragraph 1, replace “Takes note” with “Welcomes”.",
        "2. Delete operative paragraph 2.", "3. In operative paragraph 3, delete “gladly”.",
    )  # fmt: skip
    assert "would change words of OP1 and OP3 and delete OP2" in told
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
