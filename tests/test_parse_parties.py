"""Who "the parties to …" are, what only describes a State, and whole lists and names."""

from __future__ import annotations

import pytest

from counterdraft.model import Addressee
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def asked(words: str, organ: str = "Security Council") -> tuple[Addressee, ...]:
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[1].addressees


@pytest.mark.parametrize(
    ("parties", "class_"),
    [
        ("the parties to the Lantern Convention", "member_states"),
        ("the parties to the Protocol on Lamps", "member_states"),
        ("the parties to the Lusk Ceasefire Agreement", "armed_parties"),
        ("all parties to the Orlavian domestic conflict", "armed_parties"),
        ("all parties to the armed conflict", "armed_parties"),
        ("the parties to the Lusk Peace Agreement", "other"),
        ("the parties to the Lusk Agreement", "other"),
        ("the parties to the Lusk and Vael processes", "other"),
        ("the parties to the March 7 Agreements", "other"),
        ("the parties to the negotiations", "other"),
    ],
)
@pytest.mark.parametrize("organ", ["General Assembly", "Security Council"])
def test_who_the_parties_are_says_what_they_are_parties_to(
    parties: str, class_: str, organ: str
) -> None:
    (one,) = asked(f"Calls upon {parties} to light the lamps", organ)
    assert one.class_ == class_
    assert one.text == parties


def test_what_a_state_is_called_names_no_second_one() -> None:
    (one,) = asked("Calls upon Fiji, the administering Power, to light the lamps")
    assert (one.name, one.text) == ("Fiji", "Fiji, the administering Power")
    (one,) = asked("Demands that Fiji, the occupying Power, light the lamps")
    assert (one.name, one.text) == ("Fiji", "Fiji, the occupying Power")
    found = asked("Calls upon Fiji, the occupying Power, and Mali to light the lamps")
    assert [each.name for each in found] == ["Fiji", "Mali"]


def test_demands_that_are_referred_to_are_things() -> None:
    text = (
        "The Security Council,\n\nRecalling its rules,\n\n1. Decides to meet when the parties have "
        "complied with all the commitments and demands referred to in paragraph 2;\n\n2. Notes it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [each.lemma for each in resolution.paragraphs[1].verbs] == ["decide"]
