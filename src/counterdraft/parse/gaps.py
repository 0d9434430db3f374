"""The numbers of a draft's paragraphs → which are left out between two that are printed.

In: the paragraphs. Out: at most one problem. Told are gaps between two numbers, letters or roman
numbers of one list; where a list begins is not looked at, for a text may be quoted from its middle.
What goes back, as a quoted article does in a text that amends it, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterdraft.model import Paragraph, Problem
from counterdraft.text.ordinals import alphabetical, follows, roman
from counterdraft.wording.english import some
from counterdraft.wording.paragraph_label import paragraph_label

_NAMED = 8  # gaps
# "op2.a.xi", and no point with a dash, "op2.3", nor what has no number of its own, "op2+1".
_COUNTED = re.compile(r"(?:pp|op)\d[\da-z]*(?:\.[a-z]+)*(?:-\d+)?")
_AGAIN = re.compile(r"-\d+$")
_FIGURES = re.compile(r"(\d{1,3})(?:[a-z]+\d*)?")


def numbers_left_out(paragraphs: Sequence[Paragraph]) -> Iterator[Problem]:
    """That between two paragraphs, or two points of one list, numbers are left out."""
    printed = [each for each in paragraphs if _is_counted(each)]
    paths = [_AGAIN.sub("", each.id[2:]).split(".") for each in printed]
    found: list[tuple[Paragraph, Paragraph]] = []
    furthest = 0  # the place of the paragraph whose number no other of its list passed
    for place, (last, path) in enumerate(pairwise(paths), 1):
        if printed[place].part != printed[furthest].part:
            furthest = place
            continue
        level = _parts_at(paths[furthest], path)
        if level is None:
            furthest = place
            continue
        before, here = paths[furthest][level], path[level]
        steps = _steps(before, here)
        if max(steps, default=0) < 0:
            continue
        # "(i)" may stand below "(h)" that is no roman number.
        if _leaves_out(steps, here) and not follows(last[-1], path[-1]):
            found.append((printed[furthest], printed[place]))
        furthest = place
    if found:
        labels = ([paragraph_label(e.id, e.number) for e in pair] for pair in found)
        places = [f"from {before} to {behind}" for before, behind in labels]
        words = "the numbers leave out some, or what bears these was not read"
        yield Problem("number-left-out", f"{words}: {some(places, _NAMED)}", found[0][1].span)


def _is_counted(each: Paragraph) -> bool:
    """Whether it has a number of the list that all paragraphs are of, and no "2.1"."""
    return "." not in (each.number or ".") and _COUNTED.fullmatch(each.id) is not None


def _parts_at(one: Sequence[str], other: Sequence[str]) -> int | None:
    """The first level at which two paths part; None where one leads on from the other."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)


def _steps(one: str, other: str) -> list[int]:
    """How far the second of two numbers is behind the first, in each way to read both."""
    first, last = _FIGURES.fullmatch(one), _FIGURES.fullmatch(other)
    if first and last:
        return [int(last[1]) - int(first[1])]
    places = ((read(one), read(other)) for read in (alphabetical, roman))
    return [after - before for before, after in places if before and after]


def _leaves_out(steps: Sequence[int], number: str) -> bool:
    """Whether a number of a list does not come right behind the one before, ``steps`` from it."""
    return max(steps, default=0) > 1 and not {0, 1} & {*steps} and roman(number) != 1
