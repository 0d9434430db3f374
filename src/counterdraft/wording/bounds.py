"""What a corpus holds, in words: how far every statement made from it reaches."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model import Bounds, Held
from counterdraft.wording.english import listed


def bounds_in_words(bounds: Bounds) -> str:
    """ "General Assembly 74, 76–79 and Security Council 2000–2024"; sessions, else years."""
    return listed([_held(each) for each in bounds.organs]) or "nothing"


def _held(held: Held) -> str:
    return f"{held.organ} {ranges(held.sessions or held.years)}".strip()


def ranges(numbers: Sequence[int]) -> str:
    """Ascending numbers with those that follow each other put together: "74, 76–79"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
