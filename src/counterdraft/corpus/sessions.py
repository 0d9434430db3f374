"""Sessions as people write them → which are meant: "74", "74-76", "S-32", "ES-11"."""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.errors import BadQuery

_WRITTEN = re.compile(
    r"(?P<kind>ES-|S-|)(?P<first>\d{1,3})(?:\s*[-\u2013]\s*(?P<last>\d{1,3}))?", re.IGNORECASE
)
_KINDS = {"": "regular", "S-": "special", "ES-": "emergency special"}


class Sessions(NamedTuple):
    """Sessions of a kind, by their numbers, both included."""

    kind: str
    first: int
    last: int


def sessions_of(text: str) -> Sessions:
    """What ``text`` means; raises BadQuery where that is nothing."""
    found = _WRITTEN.fullmatch("".join(text.split()))
    if found is None:
        raise BadQuery(
            f"{text!r} is no session", place="--session", remedy="Write 74, 74-76, S-32 or ES-11"
        )
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if last < first:
        raise BadQuery(f"{text!r} ends before it begins", place="--session", remedy="Turn it round")
    return Sessions(_KINDS[found["kind"].upper()], first, last)
