"""Treaties by their names: the longest at a place, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from counterdraft.lexicon.treaties import Treaty, treaties, treaty_names
from counterdraft.model import Span
from counterdraft.parse.treaties import find_treaties
from counterdraft.text.straight import straighten


def named(words: str) -> list[str]:
    """The full names of the treaties found, in order."""
    text = straighten(words)
    return [treaty_names()[found.treaty] for found in find_treaties(text, Span(0, len(text)))]


SALE = (
    "Optional Protocol to the Convention on the Rights of the Child on the sale of children, "
    "child prostitution and child pornography"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Charter of the United Nations", ["Charter of the United Nations"]),
        ("the UN Charter", ["Charter of the United Nations"]),
        ("the Convention on the Rights of the Child,", ["Convention on the Rights of the Child"]),
        ("the CONVENTION ON THE RIGHTS OF THE CHILD", ["Convention on the Rights of the Child"]),
        (SALE, [SALE]),
        (SALE.title(), [SALE]),
        ("the ICCPR", ["International Covenant on Civil and Political Rights"]),
        (
            "the International Covenant on Civil and Political Rights and the CRC",
            [
                "International Covenant on Civil and Political Rights",
                "Convention on the Rights of the Child",
            ],
        ),
        (
            "the Dayton Agreement and the Paris Agreement",
            [
                "General Framework Agreement for Peace in Bosnia and Herzegovina",
                "Paris Agreement",
            ],
        ),
        (
            "the Convention on the Rights of Persons with Disabilities (CRPD)",
            ["Convention on the Rights of Persons with Disabilities"] * 2,
        ),
    ],
)
def test_a_treaty_is_found_by_its_names(words: str, expected: list[str]) -> None:
    assert named(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the Convention",
        "a convention on the rights of all",
        "the Universal Declaration of Human Rights",
        "CRC/C/GC/25",
        "UNEP/CBD/COP/15",
        "A/CRC-1",
        "crc",
        "the Charter of the Organization",
        "Convention on the Rights of the Childless",
        "the North Atlantic Treaty Organization",
        "the Collective Security Treaty Organisation",
    ],
)
def test_what_is_no_treaty(words: str) -> None:
    assert named(words) == []


@pytest.mark.parametrize("treaty", treaties(), ids=lambda treaty: treaty.id)
def test_every_name_of_the_lexicon_is_found_whole(treaty: Treaty) -> None:
    for name in (treaty.name, *treaty.aliases):
        text = f"Recalling the {name}, and"
        assert [found.text for found in find_treaties(text, Span(0, len(text)))] == [name]


def test_nothing_outside_of_the_span_is_read() -> None:
    text = "the UN Charter and the ICCPR"
    assert [found.text for found in find_treaties(text, Span(0, 14))] == ["UN Charter"]
    assert [found.text for found in find_treaties(text, Span(5, len(text)))] == ["ICCPR"]
    assert [found.text for found in find_treaties(text, Span(0, 13))] == []
