"""What people call a paragraph: "PP3", "OP2 (a) (i)"; a line of an annex: "annex, para. 26"."""

from __future__ import annotations

import re

# An id is taken apart to its top, its letters, and the count of what has none.
_AGAIN = re.compile(r"-\d+$")
_ANNEX = re.compile(r"annex(?P<annex>\d*)(?:\.(?P<number>\d+))?$")


def paragraph_label(name: str, number: str | None) -> str:
    """The label of the paragraph with id ``name``.

    Where no operative paragraph has a number they are counted, as preambular ones always are.
    A letter that its source prints without the numbers above it gets them from the id:
    ``op2.a.xi`` is "OP2 (a) (xi)". What has a dash or bullet is "OP2, point 3". What stands between
    numbers and has none, ``op19+1``, is "OP after 19". What stands in an annex is "annex, para.
    26", after the last number that is printed before it.
    """
    if annexed := _ANNEX.match(_AGAIN.sub("", name)):
        annex = f"annex {annexed['annex']}".strip()
        return f"{annex}, para. {annexed['number']}" if annexed["number"] else annex
    part = "PP" if name.startswith("pp") else "OP"
    top, *letters = _AGAIN.sub("", name).split(".")
    if number and (not letters or number[0].isdigit()):
        return part + number
    where = _where(top[2:])
    if not letters:
        return part + where
    bullet = letters.pop() if letters[-1].isdigit() else None
    path = " ".join([part + where, *(f"({letter})" for letter in letters)])
    return f"{path}, point {bullet}" if bullet else path


def _where(top: str) -> str:
    """The number of a paragraph in its id, or the one it stands behind."""
    above, plus, _ = top.partition("+")
    if not plus:
        return top
    return " before 1" if above == "0" else f" after {above}"
