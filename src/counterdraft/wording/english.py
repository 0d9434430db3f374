"""How counts, lists, dates and cuttings are worded: plain values in, English out."""

from __future__ import annotations

from collections.abc import Sequence

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


# A paragraph ends with one of these; what does not was cut.
CLOSED = (".", ";", ",", ":", "!", "?", "\u201d", "\u2026", "; and", "; or")


def counted(number: int, thing: str, things: str | None = None) -> str:
    """ "1 paragraph", "9 paragraphs", "no paragraph", "1,204 words"."""
    if number == 0:
        return f"no {thing}"
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def some(items: Sequence[str], most: int) -> str:
    """``items`` as a list, the first ``most`` of them by name and the rest counted."""
    if len(items) <= most + 1:
        return listed(items)
    return f"{', '.join(items[:most])} and {len(items) - most} others"


def long_date(iso: str) -> str:
    """An ISO 8601 date as the UN prints it: "17 December 2024", "May 2014", "2014"."""
    year, *rest = iso.split("-")
    if not rest or not 1 <= int(rest[0]) <= 12:
        return iso
    month = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month


def long_period(first: str, last: str) -> str:
    """A period of ISO 8601 dates: "3 to 7 November 2019", "30 June to 3 July 2025"; or the day."""
    if first == last:
        return long_date(first)
    begins, ends = long_date(first).split(" "), long_date(last).split(" ")
    shared = 0  # of the year, and of the month before it
    while shared < min(len(begins), len(ends)) - 1 and begins[-1 - shared] == ends[-1 - shared]:
        shared += 1
    return f"{' '.join(begins[: len(begins) - shared])} to {' '.join(ends)}"


def ordinal(number: int) -> str:
    """ "1st", "82nd", "113th"."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def shortened(text: str, most: int) -> str:
    """``text`` on one line, cut between words to at most ``most`` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:(\u2013\u2014-")
    return f"{cut or line[: most - 1]}\u2026"


def sentence(text: str) -> str:
    """``text`` with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
