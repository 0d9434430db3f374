"""The few words of a long act that say what it settles."""

from __future__ import annotations

import pytest

from counterdraft.brief.head.gist import gist

FUNDS = (
    "decides that without prejudice to the duties laid upon Member States by the paragraphs above "
    "and by earlier texts, payments to lighthouse keepers, their families, or their employees, to "
    "the extent that they are acting as such, are permitted"
)
ENDS = (
    "decides, acting under Article 41 of the Charter of the United Nations, that on the day ten "
    "years after the first lamp is lit, as defined above, all the provisions of this text shall be "
    "terminated, and none of the earlier ones shall be applied"
)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("decides that lamps shall be lit", "decides that lamps shall be lit"),
        (FUNDS, "decides that without prejudice to the duties laid upon… are permitted"),
        (
            ENDS,
            "decides, acting under Article 41 of the Charter of the… all the provisions of this "
            "text shall be terminated, and none of the earlier ones…",
        ),
        (
            "decides, in order to help the Committee to count the lamps of the harbour, that the "
            "Lamp Team, set up in paragraph 7 of an earlier text, shall go on for a year",
            "decides, in order to help… that the Lamp Team… shall go on for a year",
        ),
        (
            "decides to extend until 31 May 2031 the mandate of the mission, as set out in the "
            "paragraphs above and in those which follow, and further decides that it shall end",
            "decides to extend until 31 May 2031 the mandate of the mission, as set out in the "
            "paragraphs above and in those which follow, and further…",
        ),
    ],
)
def test_a_long_act_is_quoted_to_its_main_verb(words: str, quoted: str) -> None:
    assert gist(words, 140) == quoted


def test_it_never_takes_more_room_than_it_has() -> None:
    assert all(len(gist(words, most)) <= most for words in (FUNDS, ENDS) for most in (60, 90, 200))
