"""What was changed against a source, in one sentence."""

from __future__ import annotations

import pytest

from counterdraft.align.words import word_edits
from counterdraft.wording.changes_said import changes_said

LAMPS = "Welcomes the count of lamps in the Republic of Orlavia of 3 May 2025;"


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        (LAMPS.replace("Welcomes", "Recalls"), "Changed: “Recalls” in place of “Welcomes”."),
        (LAMPS.replace("Orlavia", "Vestmark"), "Changed: “Vestmark” in place of “Orlavia”."),
        (LAMPS.replace("2025", "2026"), "Changed: “2026” in place of “2025”."),
        (LAMPS.replace(" of lamps", ""), "Changed: “of lamps” went."),
        (LAMPS.replace("lamps", "lamps, and of wells,"), "Changed: “and of wells” came."),
        (LAMPS.replace("lamps", "lamps,"), "Only marks or capitals were changed."),
    ],
)
def test_a_change_of_one_word_is_told(clause: str, told: str) -> None:
    assert changes_said(word_edits(LAMPS, clause)) == told


def test_nothing_is_told_where_nothing_was_changed_or_all_is_told_already() -> None:
    assert changes_said(word_edits(LAMPS, LAMPS)) is None
    shorter = word_edits(LAMPS, LAMPS.replace(" of 3 May 2025", ""))
    assert changes_said(shorter, ["of 3 May 2025"]) is None
    assert changes_said(shorter, []) == "Changed: “of 3 May 2025” went."


def test_of_many_changes_the_opening_and_figures_are_told_and_the_rest_counted() -> None:
    kept = ("lamps", "stand", "by", "every", "well", "near", "harbours", "under", "bridges")
    source = "Notes " + " ".join(f"{each} red" for each in kept) + " since 1999;"
    clause = "Regrets " + " ".join(f"{each} {each}like" for each in kept) + " since 2001;"
    told = changes_said(word_edits(source, clause)) or ""
    assert told.startswith("Changed: “Regrets” in place of “Notes”;")
    assert "“2001” in place of “1999”" in told
    assert told.endswith("; and 5 more changes.")


def test_a_change_made_in_several_places_is_told_once() -> None:
    edits = word_edits("the lamp here and the lamp there", "a lamp here and a lamp there")
    assert changes_said(edits) == "Changed: “a” in place of “the”."
