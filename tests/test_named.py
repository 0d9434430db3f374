"""A sponsor that no table knows must stand in the text as a name."""

from __future__ import annotations

import pytest

from counterdraft.errors import UnknownState
from counterdraft.flag.named import stands_as_name
from counterdraft.jobs.flag import named_sponsors
from counterdraft.read.from_text import from_text

TEXT = (
    "The delegation of Orlavia spoke of the rights of its people. The Assembly of the Republic of "
    "Sirmond, a land in the north, must decide. Rights are rights; Lower Veld agreed."
)


@pytest.mark.parametrize("name", ["Orlavia", "Sirmond", "Republic of Sirmond", "Lower Veld"])
def test_a_whole_name_stands_in_the_text(name: str) -> None:
    assert stands_as_name(name, TEXT)


@pytest.mark.parametrize(
    "name", ["Orlavi", "the", "rights", "Rights", "land", "us", "Veld", "Republic", "", "of the"]
)
def test_part_of_a_word_or_of_a_name_and_any_other_word_is_no_name(name: str) -> None:
    assert not stands_as_name(name, TEXT)


def test_a_sponsor_is_known_by_name_by_code_or_by_the_text() -> None:
    document = from_text(TEXT.encode(), "draft.txt")
    names = ["US", "PRK", "the Sudan", "NAM", "Orlavia"]
    assert named_sponsors(names, document) == (
        "United States of America", "Democratic People's Republic of Korea", "Sudan",
        "Movement of Non-Aligned Countries", "Orlavia",
    )  # fmt: skip


def test_a_sponsor_that_is_named_twice_is_one() -> None:
    document = from_text(TEXT.encode(), "draft.txt")
    assert named_sponsors(["Cuba", "Republic of Cuba", "CUB"], document) == ("Cuba",)


def test_a_sponsor_that_nobody_knows_is_refused_with_what_is_near() -> None:
    document = from_text(TEXT.encode(), "draft.txt")
    with pytest.raises(UnknownState) as refused:
        named_sponsors(["Chnia"], document)
    assert "near it: China" in str(refused.value.remedy)
