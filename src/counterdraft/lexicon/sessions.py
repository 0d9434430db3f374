"""When a session of the General Assembly opened and closed."""

from __future__ import annotations

from functools import cache
from typing import Any

from counterdraft.lexicon.load import load


@cache
def _days(key: str) -> dict[str, str]:
    data: dict[str, Any] = load("ga_sessions")
    named = [("", data["regular"]), ("S-", data["special"]), ("ES-", data["emergency"])]
    return {
        _named(prefix, str(entry["number"])): entry[key]
        for prefix, entries in named for entry in entries if key in entry
    }  # fmt: skip


def _named(prefix: str, number: str) -> str:
    return number if number.startswith(("S-", "ES-")) else f"{prefix}{number}"


def opened(session: str | None) -> str | None:
    """The day on which a session ("62", "ES-11") opened; None where it is not known."""
    return _days("opened").get(session or "")


def closed(session: str | None) -> str | None:
    """The day on which it closed; None where that is not known, or it has not."""
    return _days("closed").get(session or "")


def followed(session: str | None) -> str | None:
    """The day on which the regular session after it opened, by which it had closed itself."""
    number = session or ""
    return opened(str(int(number) + 1)) if number.isdecimal() else None
