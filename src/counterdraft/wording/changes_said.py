"""Words changed against a source → one sentence: what stands for what, what came, what went.

A single word may be the whole change: a verb, a year, the State that is named. So none is too short
to be told; of many those come first that say most, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from counterdraft.lexicon.joining import joining_words
from counterdraft.model import WordEdit
from counterdraft.wording.english import counted, shortened

_MOST, _QUOTED = 6, 160
_MARKS = " ,;:.()“”\"'‘’"


class _Change(NamedTuple):
    """Words of the source and those that stand for them; either may be none."""

    before: str
    after: str
    first: bool

    @property
    def said(self) -> str:
        before, after = (f"“{shortened(each, _QUOTED)}”" for each in self[:2])
        if self.before and self.after:
            return f"{after} in place of {before}"
        return f"{after} came" if self.after else f"{before} went"

    @property
    def weight(self) -> tuple[bool, bool, int]:
        """How much it says: the opening, then figures, then words that do more than join others."""
        words = [*self.before.lower().split(), *self.after.lower().split()]
        saying = [each.strip(_MARKS) not in joining_words() for each in words]
        return self.first, any(map(_has_figure, words)), sum(saying)


def changes_said(edits: Sequence[WordEdit], told: Sequence[str] = ()) -> str | None:
    """The sentence; None where nothing was changed but what is ``told`` already."""
    if not any(each.op != "same" for each in edits):
        return None
    changes = _once(_changes(edits))
    new = [each for each in changes if each.after or each.before not in told]
    if not changes:
        return "Only marks or capitals were changed."
    if not new:
        return None
    shown = sorted(new, key=lambda each: each.weight, reverse=True)[:_MOST]
    parts = [each.said for each in new if each in shown]
    if more := len(new) - len(parts):
        parts.append(f"and {counted(more, 'more change')}")
    return f"Changed: {'; '.join(parts)}."


def _once(changes: Iterable[_Change]) -> list[_Change]:
    """What was changed alike in several places, once."""
    found: dict[str, _Change] = {}
    for each in changes:
        found.setdefault(each.said, each)
    return list(found.values())


def _changes(edits: Sequence[WordEdit]) -> Iterator[_Change]:
    """What was changed, but for marks and capitals alone."""
    paired = False
    for n, (edit, after) in enumerate(zip_longest(edits, edits[1:])):
        if paired or edit.op == "same":
            paired = False
            continue
        before = edit.text if edit.op == "deleted" else ""
        paired = bool(before and after and after.op == "inserted")
        now = after.text if paired else edit.text if edit.op == "inserted" else ""
        change = _Change(before.strip(_MARKS), now.strip(_MARKS), n == 0)
        if change.before.lower() != change.after.lower():
            yield change


def _has_figure(word: str) -> bool:
    return any(each.isdigit() for each in word)
