"""What a text says was held, when a number can be of a day, and what a citation is for."""

from __future__ import annotations

import pytest

from tests.test_verify import FITS, PALS, draft_of, one, verdicts


def test_what_the_text_speaks_of_elsewhere_is_no_stray_citation() -> None:
    cites = (
        "Requests a reassessment of human rights, in the spirit of resolutions 66/157 and 68/100"
    )
    speaks = "Noting with concern how fishing communities live"
    text = draft_of(cites, speaks, title="Dialogue on human rights")
    assert [each for each in verdicts(text, PALS, FITS).verdicts if each.question] == []
    # That others are to have assistance says nothing of fishing.
    other = draft_of(cites, "Noting the assistance to towns", title="Dialogue on human rights")
    assert [each.claim for each in verdicts(other, PALS, FITS).verdicts] == ["68/100"]


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ("73/900 of 15 April 2018", "opened on 18 September 2018"),
        ("74/900 of 15 April 2021", "closed on 15 September 2020"),
        ("73/900 of 15 April 2019", None),
    ],
)
def test_a_day_outside_of_the_session_that_a_number_names_is_put_as_a_question(
    cited: str, told: str | None
) -> None:
    found = one(f"Recalling its resolution {cited}")
    assert found.verdict == "unknown"
    assert (found.question is not None) == (told is not None)
    assert told is None or told in " ".join(found.said)


@pytest.mark.parametrize(
    "claim",
    [
        "Recalling the high-level meeting on the outcome of the World Summit on Lamps, held in "
        "Lindenburg on 15 December 2015",
        "Noting the Communiqué of the Lamp Council held on 8 January 2010",
        "Recalling the Lamp Conferences, held in 2009 and 2019, respectively",
    ],
)
def test_a_name_in_the_words_of_what_was_held_is_not_what_was_held(claim: str) -> None:
    assert verdicts(draft_of(claim)).verdicts == ()


@pytest.mark.parametrize(
    ("claim", "read"),
    [
        ("Recalling the meeting known as the World Lamp Summit, held in Lindenburg on 5 May 2015",
         "World Lamp Summit"),
        ("Recalling the outcome of the World Lamp Summit, held on 5 May 2015", "World Lamp Summit"),
    ],
)  # fmt: skip
def test_what_was_held_is_named_by_its_own_name(claim: str, read: str) -> None:
    assert read in one(claim).read
