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
_BAR_CODE = re.compile(r"\*[\dA-Z]{5,}\*")
_DIGITS = re.compile(r"\d+")

_Key = tuple[str, int]


def without_furniture(pages: Sequence[Page], lines: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page without its furniture."""
    repeated = _repeated(pages, lines)
    return [
        [line for line in found if not _is_furniture(page, line, repeated)]
        for page, found in zip(pages, lines, strict=True)
    ]


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


def _is_furniture(page: Page, line: Line, repeated: set[_Key]) -> bool:
    zone = _zone(page, line)
    if zone is None:
        return False
    if is_furniture(line.text) or _BAR_CODE.fullmatch(line.text) or _key(page, line) in repeated:
        return True
    if zone == "foot" or page.number == 1:
        return False
    return is_running_head(line.text) or _above_head_rule(page, line)


def _above_head_rule(page: Page, line: Line) -> bool:
    return any(
        rule.right - rule.left > _HEAD_RULE * page.width
        and _TOP * page.height < rule.y < line.baseline
        for rule in page.rules
    )
