"""The sequence of one draft as far as it has been walked: what it took, and how it goes on.

In: the blocks that the walk takes (``walk.py``), one by one. Out: ``Item`` values, and answers
on the sequence: the part it stands in, the number that is next, whether a list is open, what
stands between the last paragraph and here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Part
from counterdraft.parse.blocks import Candidate, ends_as
from counterdraft.text.markers import Marker
from counterdraft.text.ordinals import follows

ItemKind = Literal[
    "preambular", "operative", "sub", "loose", "heading", "line", "annex", "annexed"
]  # fmt: skip

HEADING_LENGTH = 160
"""How many characters a heading has at most."""

# And one that stands in running text, where prose ends with a stop.
_LONG_HEADING = 300

# More short lines than these, one behind the other, are no headings but a table's.
_HEADINGS = 6
_LINES_TO_A_NOTE = 8
_STOPS = (".", ";", ":", ",", "?", "!")
_SECTION = re.compile(r"(?:Section )?(?:[IVX]+|[A-H])\.?")
_NOT_DIGITS = re.compile(r"\D.*")
# Those who adopt a declaration speak in it; so many sentences without their word may stand between.
_OURS, _BETWEEN = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b"), 2


class Item(Struct, frozen=True, gc=False):
    """One element of a draft's body."""

    kind: ItemKind
    found: Candidate


class Walked:
    """What a draft has taken of the blocks before, and what that bids come next."""

    def __init__(
        self, found: Sequence[Candidate], straight: str, start: int, stop: int, depth: int
    ) -> None:
        self.found = found
        self.straight = straight
        self.start, self.stop, self.depth = start, stop, depth
        self.formula = start > 0 and found[start - 1].kind == "formula"
        self.part: Part = "preambular"
        self.taken: list[Item] = []
        self.pending: list[Candidate] = []
        self.number = 0
        self.style: str | None = None
        self.closed = False
        self.lists_open = False
        self.pp_number = 0
        self.declaring = False
        self.elided = False
        self.act_at = 0
        self.declared_at = 0

    def _last_end(self) -> str:
        """The mark that the last paragraph ends with."""
        return ends_as(self.straight, self.taken[-1].found) if self.taken else ""

    def _listed(self) -> bool:
        """Whether a list that an operative paragraph opened begins, or goes on."""
        if self.part != "operative" or not self.lists_open:
            return False
        last = self.taken[-1]
        ends = {":"} if last.kind == "operative" else {":", ";", ","}
        return ends_as(self.straight, last.found) in ends

    def _among_points(self) -> bool:
        """Whether the last paragraph is a point with a mark, in a list of sentences."""
        last = self.taken[-1] if self.taken else None
        marker = last.found.marker if last and last.kind == "sub" else None
        return self.lists_open and marker is not None and marker.kind == "bullet"

    def _headed_points(self) -> bool:
        """Whether but headings stand since the last point of a list that is open: "Elections"."""
        return self._listed() and not self._commentary()

    def _ended_in_a_point(self) -> bool:
        """Whether what closed the draft is a point, and may be no more than a list's end."""
        return self.taken[-1].kind in {"sub", "loose"}

    def _counts_points(self, each: Candidate, marker: Marker) -> bool:
        """Whether a number in brackets is that of a point, as "(2)" behind "(1)" and "3. …:"."""
        if not (self.number and self._listed() and self._is_in_brackets(each)):
            return False
        last = self.taken[-1]
        if last.kind == "loose" and last.found.marker and self._is_in_brackets(last.found):
            return value_of(marker) == value_of(last.found.marker) + 1
        return marker.value == "1" and self._last_end() == ":"

    def _below_a_capital(self, marker: Marker) -> bool:
        """Whether a number is that of a point: "1. inspections," below "A. Urges … through:"."""
        if not (self.lists_open and self.part == "operative") or self.style == "number":
            return False
        act = next((i for i, x in enumerate(self.taken[::-1]) if x.kind == "operative"), None)
        if act is None or not _is_capital(self.taken[-1 - act].found.marker):
            return False
        points = [x.found.marker for x in self.taken[len(self.taken) - act :] if x.kind == "sub"]
        counted = [value_of(each) for each in points if each and each.kind == "number"]
        return value_of(marker) == (counted[-1] if counted else 0) + 1

    def _next_capital(self, marker: Marker) -> bool:
        """Whether a capital carries the acts on: "II. Invites" behind "I. Urges" and its points."""
        acts = [x.found.marker for x in self.taken if x.kind == "operative"]
        last = acts[-1] if acts else None
        if last is None or not (_is_capital(last) and _is_capital(marker)):
            return False
        return follows(last.value, marker.value) and not self._commentary()

    def _is_in_brackets(self, each: Candidate) -> bool:
        return self.straight[each.block.span.start : each.start].lstrip().startswith("(")

    def _unbroken(self) -> bool:
        """Whether the last paragraph bids the next one follow, and nothing stands between."""
        if self.pending:
            return False
        if self.part == "preambular":
            return self._last_end() == ","
        return self.style in {"number", "bullet"} and self._last_end() == ";"

    def _take(self, kind: ItemKind, each: Candidate) -> None:
        """Make a block the draft's, and note what that says of the sequence."""
        end = ends_as(self.straight, each)
        if kind == "preambular":
            if each.marker and each.marker.kind == "number":
                self.pp_number = value_of(each.marker)
        elif kind == "operative":
            self.part = "operative"
            self._count(each.marker, end)
        self.taken.append(Item(kind, each))
        if each.verb is not None and kind == "operative":
            # "Adopts the following declaration:": what follows opens with no verb.
            self.declaring = (end == ":" and each.verb.lemma in verbs().declaring) or (
                self.declaring and each.verb.form == "participle"
            )
            self.declared_at = each.place if end == ":" else self.declared_at
            self.number = 0 if self.declaring and end == ":" else self.number
        if end == ":" or kind == "sub":
            self.lists_open = True
        elif kind in {"operative", "preambular"}:
            self.lists_open = False
        self.closed = self.part == "operative" and end == "." and kind != "preambular"
        self.elided = False

    def _declares(self, i: int) -> bool:
        """Whether the block at ``i`` is a sentence of a declaration that has no number.

        It speaks for those who adopt it from its first paragraph on ("We, the Heads of State …"),
        and so does the block itself, or one right behind it.
        """
        if not (self.declaring and self.formula):
            return False
        if self.style == "number" and not (self._speaks(self.found[i]) and self._goes_on(i)):
            return False
        first = self.found[self.declared_at + 1 : self.declared_at + 2]
        near = self.found[i : min(self.stop, i + 1 + _BETWEEN)]
        spoken = any(map(self._speaks, first)) and any(map(self._speaks, near))
        return spoken and bool(ends_as(self.straight, self.found[i])) and not self._commentary()

    def _speaks(self, each: Candidate) -> bool:
        words = _OURS.search(self.straight, each.start, each.end)
        return each.block.quoted == self.depth and words is not None

    def _count(self, marker: Marker | None, end: str) -> None:
        """Carry the operative numbers on, and note how the draft marks its paragraphs."""
        if marker and marker.kind in {"number", "label"}:
            self.number = max(value_of(marker), self.number if _is_alternative(marker) else 0)
            # A number within a list of bullets is whoever's made the list.
            self.style = "number" if self.style != "bullet" else self.style
        elif marker:
            self.style = "bullet"
        elif self.style is None or self.style == "stop":
            self.style = "stop" if end == "." else "plain"

    def _label(self, each: Candidate) -> None:
        """What a line between paragraphs announces: something left out, or the operative part."""
        if each.kind == "elision":
            self.elided = True
            return
        words = self.straight[each.start : each.end].strip(' "[]().:').lower()
        if words.startswith("op") and self.part == "preambular":
            self.part = "operative"
            self.number = 0

    def _next(self, marker: Marker) -> bool:
        """Whether a printed number carries the sequence on."""
        value = value_of(marker)
        if _is_alternative(marker):
            return value in {self.number, self.number + 1}
        if value == self.number + 1:
            return True
        if self.number == 0:
            return value == 1 or (self.elided and value >= 1)
        # A number lost or repeated by whoever copied it, where nothing else stands between.
        return not self.closed and not self.pending and value == self.number + 2

    def _restarts(self, marker: Marker) -> bool:
        """Whether a new section of the draft counts from 1 again."""
        if marker.value != "1" or self.part != "operative" or self._commentary():
            return False
        return any(map(self._numbers_section, self.pending)) or not self.pending

    def _numbers_section(self, each: Candidate) -> bool:
        """Whether a line is the number of a section, and no more: "II", "Section A.", "B."."""
        own = each.kind == "other" and each.block.quoted == self.depth
        return own and _SECTION.fullmatch(self.straight, each.start, each.end) is not None

    def _commentary(self) -> bool:
        """Whether blocks that are not the draft's stand since its last paragraph."""
        return any(
            each.block.quoted == self.depth and not self._is_heading(each) for each in self.pending
        )

    def _resumes(self, each: Candidate) -> bool:
        """Whether a preambular clause carries on after what stood in between."""
        if not self.taken:
            return len(self.pending) <= 3
        foreign = [p for p in self.pending if p.block.quoted == self.depth]
        return (
            not foreign
            or ends_as(self.straight, each) == ","
            or bool(each.marker and each.marker.kind == "label")
        )

    def _last_is_open(self) -> bool:
        return bool(self.taken) and ends_as(self.straight, self.taken[-1].found) in {":", ";", ","}

    def _too_far(self) -> bool:
        """Whether so much stands since the last paragraph that the draft is over."""
        own = [each for each in self.pending if each.block.quoted == self.depth]
        listed = bool(self.taken) and self._ended_in_a_point()
        over = (self.closed and not listed) or not self.taken
        return len(own) >= (
            4 if over and not self.declaring else 8 if self.closed or self.declaring else 12
        )

    def _act_follows_lines(self, i: int) -> bool:
        """Whether a table stands up to the act with the next number: short lines, and few notes."""
        if i < self.act_at:
            return True
        if self.closed or self.style != "number":
            return False
        lines = [each for each in self.pending if each.block.quoted == self.depth]
        prose = sum(not self._is_heading(each) for each in lines)
        for n, each in enumerate(self.found[i : self.stop], len(lines)):
            if each.kind == "operative" and each.marker and self._next(each.marker):
                self.act_at = each.place
                return True
            prose += not self._is_heading(each)
            if each.block.quoted != self.depth or prose * _LINES_TO_A_NOTE > n + 1:
                return False
        return False

    def _goes_on(self, i: int) -> bool:
        """Whether the numbers carry on within the next few blocks."""
        for each in self.found[i + 1 : min(self.stop, i + 8)]:
            if each.block.quoted != self.depth:
                continue
            if each.marker and each.marker.kind in {"number", "label"} and self._next(each.marker):
                return True
        return False

    def _is_heading(self, each: Candidate) -> bool:
        words = self.straight[each.start : each.end]
        if each.block.role == "heading" or self._numbers_section(each):
            return True
        return (
            each.kind == "other"
            and len(words) <= _LONG_HEADING
            and not words.endswith(_STOPS)
            and not words.startswith(("(", "["))
            and (words[0].isupper() or words[0].isdigit())
        )

    def _headings(self, *, final: bool = False) -> None:
        """What stood between two paragraphs: headings and lines are kept, commentary is dropped."""
        begun = bool(self.taken) or any(map(self._numbers_section, self.pending))
        if begun and not final and (not self.closed or self.style == "number"):
            own = [each for each in self.pending if each.block.quoted == self.depth]
            short = [each for each in own if self._is_heading(each)]
            notes = len(own) - len(short)
            table = len(short) > _HEADINGS and len(own) >= _LINES_TO_A_NOTE * notes
            kind: ItemKind = "line" if table else "heading"
            self.taken += [Item(kind, each) for each in (own if table else short)]
        self.pending = []


def value_of(marker: Marker) -> int:
    """The number of a marker without what is added to it: 5 of "5bis"."""
    return int(_NOT_DIGITS.sub("", marker.value) or 0)


def _is_capital(marker: Marker | None) -> bool:
    """Whether a capital letter or a roman number counts an act: "A. Urges", "IV. Requests"."""
    return marker is not None and marker.kind == "bullet" and marker.value.isupper()


def _is_alternative(marker: Marker) -> bool:
    """Whether something is added to a number: "5bis", "5 alt"."""
    return not marker.value.isdigit()
