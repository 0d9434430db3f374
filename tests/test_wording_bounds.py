"""What a corpus holds, in words: no gap is passed over."""

from __future__ import annotations

import pytest

from counterdraft.model import Bounds, Held
from counterdraft.wording.bounds import bounds_in_words, ranges


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((), ""), ((74,), "74"), ((74, 75), "74–75"), ((74, 76, 77, 79), "74, 76–77, 79")],
)
def test_what_is_missing_between_others_shows(numbers: tuple[int, ...], words: str) -> None:
    assert ranges(numbers) == words


def test_an_organ_without_sessions_goes_by_years() -> None:
    held = (
        Held("General Assembly", 9, 74, 79, sessions=(74, 79), years=(2019, 2024)),
        Held("Security Council", 3, years=(2000, 2001)),
        Held("not known", 1),
    )
    assert bounds_in_words(Bounds(13, 99, held)) == (
        "General Assembly 74, 79, Security Council 2000–2001 and not known"
    )
    assert bounds_in_words(Bounds(0, 0)) == "nothing"
