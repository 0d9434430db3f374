"""What stands on a page for the page's own sake: running heads, page numbers, job numbers.

In: the pages and their lines. Out: for each page the lines that are its text. A line is
furniture where it stands at the top or the foot of the page and says so by its form, by
standing there on other pages too, or by standing above the line ruled under a head.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from counterdraft.read.lines import is_furniture, is_running_head
from counterdraft.read.pdf.lines import Line
from counterdraft.read.pdf.pages import Page

_TOP, _FOOT = 0.88, 0.11
_HEAD_RULE = 0.5
_SAME_HEIGHT = 3.0
_APART = 1.4
_BAR_CODE = re.compile(r"\*[\dA-Z]{5,}\*")
_DIGITS = re.compile(r"\d+")

_Key = tuple[str, int]


def without_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page without its furniture."""
    repeated = _repeated(pages, lines)
    kept = []
    for page, found in zip(pages, lines, strict=True):
        rising = sorted(found, key=_height)
        outer = {*_furniture(page, rising, repeated), *_furniture(page, rising[::-1], repeated)}
        kept.append([line for line in found if line not in outer])
    return kept


def _height(line: Line) -> float:
    return line.baseline


def _zone(page: Page, line: Line) -> str | None:
    if line.baseline > _TOP * page.height:
        return "top"
    return "foot" if line.baseline < _FOOT * page.height else None


def _key(page: Page, line: Line) -> _Key:
    """What a line says but for its numbers, and how far from the edge of the page."""
    height = line.baseline if _zone(page, line) == "foot" else line.baseline - page.height
    return _DIGITS.sub("#", line.text), round(height / _SAME_HEIGHT)


def _repeated(pages: Sequence[Page], lines: Sequence[list[Line]]) -> set[_Key]:
    """What stands at the same place of several pages."""
    seen: dict[_Key, set[int]] = defaultdict(set)
    for page, found in zip(pages, lines, strict=True):
        for line in found:
            if _zone(page, line):
                seen[_key(page, line)].add(page.number)
    return {key for key, numbers in seen.items() if len(numbers) > 1}


def _furniture(page: Page, inward: Sequence[Line], repeated: set[_Key]) -> list[Line]:
    """The furniture at one edge of a page, whose lines are given from there inward.

    What is furniture because other pages have it too, must stand apart from the text: the
    last line of notes may read alike on many pages.
    """
    outer: list[Line] = []
    for line in inward:
        if not _zone(page, line):
            break
        if not (_by_form(page, line) or (_key(page, line) in repeated and not line.starts_raised)):
            break
        outer.append(line)
    while outer and not _by_form(page, outer[-1]) and not _stands_apart(outer, inward):
        outer.pop()
    return outer


def _stands_apart(outer: Sequence[Line], inward: Sequence[Line]) -> bool:
    if len(outer) == len(inward):
        return True
    last, following = outer[-1], inward[len(outer)]
    return abs(last.baseline - following.baseline) >= _APART * last.size


def _by_form(page: Page, line: Line) -> bool:
    """Whether a line says by itself that it is furniture."""
    if is_furniture(line.text) or _BAR_CODE.fullmatch(line.text):
        return True
    if _zone(page, line) == "foot" or page.number == 1:
        return False
    return is_running_head(line.text) or _above_head_rule(page, line)


def _above_head_rule(page: Page, line: Line) -> bool:
    return any(
        rule.right - rule.left > _HEAD_RULE * page.width
        and _TOP * page.height < rule.y < line.baseline
        for rule in page.rules
    )
