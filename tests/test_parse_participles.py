"""Participles that ask: beside another verb of an operative paragraph, and in the preamble."""

from __future__ import annotations

import pytest

from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def read(preambular: str, operative: str = "Takes note of it") -> Resolution:
    text = f"The General Assembly,\n\n{preambular},\n\n1. {operative};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution


def asked(operative: str) -> list[tuple[str, str]]:
    (first, *_) = [p for p in read("Recalling its rules", operative).paragraphs if p.id == "op1"]
    return [(each.verb, each.text) for each in first.addressees]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Welcomes the new lamps, while encouraging Member States to light them",
            [("encouraging", "Member States")],
        ),
        (
            "Expresses concern at the dark, and calling upon all States to end it",
            [("calling upon", "all States")],
        ),
    ],
)
def test_a_participle_beside_a_verb_asks(words: str, found: list[tuple[str, str]]) -> None:
    assert asked(words) == found


def test_what_is_asked_before_ends_where_the_participle_is_joined() -> None:
    text = "Requests the Secretary-General to count lamps, while urging all States to light them"
    (first, *_) = [p for p in read("Recalling it", text).paragraphs if p.id == "op1"]
    counted, lit = first.addressees
    start = first.span.start
    assert counted.action is not None
    assert lit.text == "all States"
    task = first.text[counted.action.start - start : counted.action.end - start]
    assert task == "to count lamps"


@pytest.mark.parametrize(
    "words",
    [
        "Welcomes the efforts made by lighting lamps, and encouraging Member States to help",
        "Notes that the Committee took up the dark, while encouraging Member States to light lamps",
        "Notes the statement of the Committee, calling upon Member States to light lamps",
    ],
)
def test_what_others_ask_is_not_the_organs(words: str) -> None:
    assert asked(words) == []


def test_whom_the_preamble_calls_on_stands_apart_from_those_asked() -> None:
    preamble = read("Deploring the dark, and calling upon all parties to light lamps").paragraphs[0]
    assert [(each.verb, each.text) for each in preamble.called] == [("calling upon", "all parties")]
    assert preamble.addressees == ()


@pytest.mark.parametrize(
    "words",
    [
        "Recalling its request to the Secretary-General to count the lamps",
        "Welcoming and encouraging the efforts by Member States to light lamps",
        "Noting the dark, and stressing the importance of the lamps of all States",
    ],
)
def test_what_was_asked_before_or_is_done_calls_on_nobody(words: str) -> None:
    assert read(words).paragraphs[0].called == ()


@pytest.mark.parametrize(
    ("preambular", "found"),
    [
        (
            "Recalling the role of harbours in promoting and encouraging respect for lamps",
            ["Recalling"],
        ),
        (
            "Welcoming the work of harbours, including by lighting and welcoming ships",
            ["Welcoming"],
        ),
        (
            "Recalling the role of harbours in peacebuilding and noting that lamps went out",
            ["Recalling", "noting"],
        ),
        ("Recalling the role of lamps and noting that they went out", ["Recalling", "noting"]),
    ],
)
def test_the_second_of_two_things_that_somebody_does_is_no_verb_of_the_organ(
    preambular: str, found: list[str]
) -> None:
    first = read(preambular).paragraphs[0]
    assert [each.text for each in first.verbs] == found
