"""How the head of a clause stands within a sentence."""

from __future__ import annotations

import pytest

from counterdraft.wording.within import within


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Urges States", "urges States"),
        ("URGES States", "urges States"),
        ("STRONGLY CONDEMNS the raid", "strongly condemns the raid"),
        ("CALLS UPON UNICEF to act", "calls upon UNICEF to act"),
        ("UNICEF and others", "UNICEF and others"),
        ("A lamp", "a lamp"),
        ("", ""),
    ],
)
def test_a_verb_in_capitals_is_made_small_and_a_name_stays(words: str, expected: str) -> None:
    assert within(words) == expected
