"""The date that what is made is to bear, where somebody builds it again to the same bytes."""

from __future__ import annotations

import os

from counterdraft.errors import WriteError

LATEST = 253_402_300_799  # the last second that a date has four digits for its year
EPOCH = "SOURCE_DATE_EPOCH"


def epoch() -> int | None:
    """What ``SOURCE_DATE_EPOCH`` says, in seconds since 1970; None where it is not set.

    Raises WriteError where it is no such number.
    """
    said = os.environ.get(EPOCH)
    if not said:
        return None
    if not said.isascii() or not said.isdigit() or int(said) > LATEST:
        raise WriteError(
            f"{said!r} is no number of seconds since 1970", source=EPOCH, remedy="Set it right"
        )
    return int(said)
