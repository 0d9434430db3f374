"""Whoever is named without capitals or hyphen is of the class of the table, and told whole."""

from __future__ import annotations

import pytest

from counterdraft.model import Addressee
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def asked(words: str) -> list[Addressee]:
    text = f"The General Assembly,\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return [each for one in resolution.paragraphs[1:-1] for each in one.addressees]


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("the secretary general", "secretary_general"),
        ("the Secretary general", "secretary_general"),
        ("the secretary-general", "secretary_general"),
        ("the UN secretary general", "secretary_general"),
        ("the SG", "secretary_general"),
        ("the UNSG", "secretary_general"),
        ("the High commissioner for human rights", "un_secretariat"),
        ("the UN Security council", "security_council"),
        ("the United Nations security council", "security_council"),
        ("the UNSC", "security_council"),
        ("the general assembly", "ga_body"),
        ("ECOSOC", "ga_body"),
        ("the world health organization", "un_entities"),
    ],
)
def test_a_name_in_any_case_has_its_class_and_its_own_words(name: str, class_: str) -> None:
    (one,) = asked(f"Requests {name} to light the lamps by 1 May 2031")
    assert (one.class_, one.text, one.deadlines) == (class_, name, ("by 1 May 2031",))


def test_somebody_in_small_letters_is_found_beside_others_and_in_clauses() -> None:
    both = asked("Urges member states and the secretary general to light lamps")
    assert [each.class_ for each in both] == ["member_states", "secretary_general"]
    assert [each.class_ for each in asked("Demands that the secretary general act")] == [
        "secretary_general"
    ]
    assert [each.class_ for each in asked("Decides that the general assembly shall act")] == [
        "ga_body"
    ]


def test_a_limit_that_names_somebody_keeps_its_letters() -> None:
    (one,) = asked("Requests, before the opening of the general assembly, the SG to report")
    assert one.deadline == "before the opening of the general assembly"


@pytest.mark.parametrize(
    "name", ["the executive secretary of the lamp club", "the monitoring group", "the main board"]
)
def test_what_somebody_is_in_small_letters_tells_not_who(name: str) -> None:
    (one,) = asked(f"Requests {name} to light the lamps")
    assert (one.class_, one.text) == ("other", name)


def test_words_of_the_text_that_somebody_bears_otherwise_are_left() -> None:
    (one,) = asked("Requests the working group of the Lamp Board to meet")
    assert one.text == "the working group"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Dusk and Dawn movements to work", "the Dusk and Dawn movements"),
        ("all Orlavian communities to work", "all Orlavian communities"),
        ("the Ly defence and security forces to work", "the Ly defence and security forces"),
        ("the L7 Coast rotating presidency to work", "the L7 Coast rotating presidency"),
        ("the Lamp Front also to work", "the Lamp Front"),
        ("the LMPF show concrete steps to work", "the LMPF"),
    ],
)  # fmt: skip
def test_a_name_that_no_table_has_is_told_with_its_noun(words: str, name: str) -> None:
    assert asked(f"Encourages {words}")[0].text == name
