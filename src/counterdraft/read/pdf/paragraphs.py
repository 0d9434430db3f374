"""Lines in reading order → the paragraphs that they make.

In: the lines of a whole document, each in its column. Out: groups of lines, each one
paragraph, over page breaks too. A break between two lines is the page's where the next
word would not have fitted on the line; it is the author's where space, indentation,
another type or a marker says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from counterdraft.read.pdf.lines import Line, is_marker
from counterdraft.read.pdf.notes import BRACKETED
from counterdraft.read.pdf.order import Placed
from counterdraft.read.pdf.widths import relative_width
from counterdraft.read.reflow import (
    TERMINAL,
    is_formula,
    lists_on,
    opens_clause,
    opens_counted,
    splits_a_number,
)
from counterdraft.text.markers import match_marker

# In units of the size of the type, or of the usual distance of two lines.
_INDENTED = 0.7
_MORE_SPACE = 1.25
_OTHER_SIZE, _LARGE = 0.6, 1.25
_ROOM, _AMPLE_ROOM = 1.06, 2.0
_RAGGED = 0.35
_USUAL_LEADING = 1.2
_AT_ONE_EDGE = 3.0
_SOME, _MANY, _NEARLY_ALL = 3, 8, 0.95
_NEAR = 6.0
_COMMON = 0.25
_WIDER = 1.5
# "(COVID-⏎19) pandemic"
_UNFINISHED = ("-", "/", "\u2013")


class Layout:
    """What most lines of a document have in common."""

    def __init__(self, lines: Sequence[Placed]) -> None:
        self._lines = lines

    @cached_property
    def size(self) -> float:
        """The size of the type that most of the text is set in."""
        count: Counter[float] = Counter()
        for each in self._lines:
            count[round(each.line.size, 1)] += len(each.line.text)
        return max(count, key=lambda size: count[size], default=10.0)

    @cached_property
    def leading(self) -> float:
        """From line to line, in units of the type."""
        count: Counter[float] = Counter()
        for one, other in pairwise(self._lines):
            gap = (one.line.baseline - other.line.baseline) / max(1.0, one.line.size)
            if one.line.page == other.line.page and 0.8 < gap < 3 and self.is_text(one.line):
                count[round(gap, 1)] += 1
        return _least(count, _USUAL_LEADING)

    @cached_property
    def sets_apart(self) -> bool:
        """Whether space stands before nearly every line that opens a paragraph."""
        opening = [
            _has_space(one.line, other.line, self.leading)
            for one, other in pairwise(self._lines)
            if _is_below(one, other) and self.is_text(other.line)
            and _ends(one.line) and _opens(other.line)
        ]  # fmt: skip
        return len(opening) >= _SOME and sum(opening) >= _NEARLY_ALL * len(opening)

    @cached_property
    def _columns(self) -> dict[tuple[int, int], tuple[float, float]]:
        """Where most lines of text begin and end in each column of each page.

        A page with few lines is like the rest of the document.
        """
        found: dict[tuple[int, int], list[Placed]] = {}
        every: dict[int, list[Placed]] = {}
        for each in self._lines:
            if self.is_text(each.line):
                found.setdefault((each.line.page, each.column), []).append(each)
                every.setdefault(each.column, []).append(each)
        return {
            key: _extent(lines if len(lines) >= _MANY else every[key[1]])
            for key, lines in found.items()
        }

    @cached_property
    def indents(self) -> bool:
        """Whether a paragraph's first line is indented, as most of those show that begin one."""
        first = [each for each in self._lines if self.is_text(each.line) and _opens(each.line)]
        return 2 * sum(map(self.is_indented, first)) > len(first)

    def is_indented(self, placed: Placed) -> bool:
        """Whether a line begins further in than most."""
        left, _ = self._columns.get((placed.line.page, placed.column), (placed.left, 0.0))
        return placed.line.left - left > _INDENTED * self.size

    @cached_property
    def _reach(self) -> dict[tuple[int, int, int, bool], float]:
        """How far on each page lines of one type reach that begin at the same place."""
        reach: dict[tuple[int, int, int, bool], float] = {}
        for each in self._lines:
            key = _alike(each.line)
            reach[key] = max(reach.get(key, 0.0), each.line.right)
        return reach

    def is_text(self, line: Line) -> bool:
        """Whether a line is set as text is, and not as a heading: larger or bold."""
        return line.size < _LARGE * self.size and not line.bold

    def edge(self, placed: Placed) -> float:
        """How far a line could have reached."""
        own = self._reach[_alike(placed.line)]
        if self.is_text(placed.line):
            return max(own, self._columns.get((placed.line.page, placed.column), (0.0, 0.0))[1])
        return own


def _least(count: Counter[float], default: float) -> float:
    """The smallest value that is common: first lines begin further in, and stand further apart."""
    most = max(count.values(), default=0)
    return min((value for value, n in count.items() if n >= _COMMON * most), default=default)


def _extent(lines: Sequence[Placed]) -> tuple[float, float]:
    """Where most lines begin, and how far those reach that begin near there.

    Few lines do not tell: they could have reached to the edge of the column.
    """
    left = _least(Counter(round(each.line.left, 1) for each in lines), 0.0)
    near = [each for each in lines if abs(each.line.left - left) < _NEAR * each.line.size]
    ends = sorted(each.line.right for each in near)
    if len(lines) < _MANY:
        return left, max(each.right for each in near)
    return left, ends[int(len(ends) * _NEARLY_ALL)]


def _opens(line: Line) -> bool:
    return match_marker(line.text) is not None or opens_clause(line.text)


def _alike(line: Line) -> tuple[int, int, int, bool]:
    return line.page, round(line.left / _AT_ONE_EDGE), round(line.size), line.bold


def paragraphs(lines: Sequence[Placed], layout: Layout) -> list[list[Placed]]:
    """The lines of each paragraph, in order."""
    groups: list[list[Placed]] = []
    for each in lines:
        if groups and _goes_on(groups[-1], each, layout):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _goes_on(group: Sequence[Placed], following: Placed, layout: Layout) -> bool:
    """Whether a line carries on the paragraph that the group is so far."""
    last, line = group[-1].line, following.line
    if abs(last.size - line.size) > _OTHER_SIZE or last.bold != line.bold:
        return False
    if not (group[-1].alone and following.alone):
        return False  # cells of a table, halves of a masthead
    if len(group) == 1 and is_marker(last.runs) and not _begins_anew(last, line):
        return True
    listed = lists_on([each.line.text for each in group], line.text)
    if _begins_anew(last, line) and not listed:
        return False
    beside = _is_below(group[-1], following)
    # Where paragraphs are set apart, a line may end early for a word that cannot be divided.
    opens = _opens(line) and not listed
    apart = beside and layout.sets_apart and layout.is_text(line) and not opens
    if not apart and _had_room(group[-1], line, layout):
        return False
    if not beside:
        return _goes_on_over_break(group, following, layout)
    if _has_space(last, line, layout.leading):
        return False
    return not layout.is_text(line) or _is_aligned(group, line)


def _is_below(placed: Placed, following: Placed) -> bool:
    """Whether a line stands below another in one column."""
    last, line = placed.line, following.line
    together = last.page == line.page and placed.column == following.column
    return together and line.baseline <= last.baseline


def _has_space(last: Line, line: Line, leading: float) -> bool:
    """Whether more space is between two lines than between those of a paragraph."""
    gap = last.baseline - line.baseline - _pushed_down(line)
    return gap > _MORE_SPACE * leading * line.size


def _pushed_down(line: Line) -> float:
    """How far its raised marks, where they reach above its type, push a line down."""
    tops = [line.runs[i].baseline + line.runs[i].size for i in line.raised]
    return max([0.0, *(top - line.baseline - line.size for top in tops)])


def _had_room(placed: Placed, line: Line, layout: Layout) -> bool:
    """Whether the next word had room on the line before, so that its author ended it there.

    A heading or a list of sponsors is set ragged, and no-break spaces, which a page does not
    show, hold its words together: there it takes more room to tell.
    """
    edge = layout.edge(placed)
    room = edge - placed.line.right
    if not layout.is_text(line):
        return room > _RAGGED * (edge - placed.line.left)
    ends = _ends(placed.line)
    if line.text[:1].islower() and not ends:
        return False
    scale = (line.right - line.left) / max(1, relative_width(line.plain))
    needed = scale * relative_width(" " + _first_word(line.plain))
    return room > needed * (_ROOM if ends else _AMPLE_ROOM)


def _differ(one: Placed, other: Placed) -> bool:
    """Whether a narrow column, such as a menu, stands beside a wide one."""
    low, high = sorted(each.right - each.left for each in (one, other))
    return one.line.page == other.line.page and high > _WIDER * low


def _ends(line: Line) -> bool:
    """Whether a line ends with a stop, a comma or the like."""
    return bool(TERMINAL.search(BRACKETED.sub("", line.plain)))


def _opens_draft(text: str) -> bool:
    """Whether a line is a draft's formula; the end of a sentence may name the organ as well."""
    return text.startswith("The ") and text.endswith(",") and is_formula(text)


def _first_word(text: str) -> str:
    """What cannot be divided at the head of a line: a figure and what it counts are one."""
    words = text.split(" ", 2)
    return " ".join(words[:2]) if words[0].isdecimal() else words[0]


def _begins_anew(last: Line, line: Line) -> bool:
    """Whether a line is the draft's formula, or has a marker that is no number of a sentence."""
    if _opens_draft(line.text) or _opens_draft(last.text):
        return True
    if last.plain.endswith(_UNFINISHED):
        return False
    if opens_counted(last.plain, line.text):
        return True
    return match_marker(line.text) is not None and not splits_a_number(last.text, line.text)


def _is_aligned(group: Sequence[Placed], line: Line) -> bool:
    """Whether a line begins where the next line of the paragraph would."""
    last = group[-1].line
    shift = (line.left - last.left) / line.size
    ends = _ends(last)
    if len(group) == 1:
        if shift <= _INDENTED:
            return shift < -_INDENTED or not (ends and opens_clause(line.text))
        return match_marker(last.text) is not None or not ends
    if shift > _INDENTED or shift < -_INDENTED:
        return not ends and line.text[:1].islower()
    return not (ends and opens_clause(line.text))


def _goes_on_over_break(group: Sequence[Placed], following: Placed, layout: Layout) -> bool:
    """Whether a paragraph crosses the end of a page or a column."""
    last, line = group[-1].line, following.line
    if not layout.is_text(line) or _differ(group[-1], following):
        return False
    if not _ends(last):
        return True
    if layout.indents:
        return not layout.is_indented(following)
    return not line.text[:1].isupper() and not opens_clause(line.text)
