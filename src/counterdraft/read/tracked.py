"""Tracked changes, piece by piece → the Revisions of a Document.

Pieces that one author changed at one time, one after another, are one revision; so is
text inserted by one and deleted by another, once in each.
"""

from __future__ import annotations

from counterdraft.model import Problem, Revision, Span, View
from counterdraft.ooxml.pieces import PARAGRAPH_END
from counterdraft.ooxml.revisions import Change, Changes, Kind

_KINDS: tuple[Kind, ...] = ("inserted", "deleted")
_VIEWS = {
    "final": "as if all were accepted", "original": "as if all were rejected",
    "marked": "with what was deleted beside what was inserted",
}  # fmt: skip


class _Open:
    """A revision that may go on: its words, and where they stand.

    ``floor`` is where the words before it end; ``begins`` says that it began as a paragraph does,
    ``ends`` that it has come to the end of one.
    """

    def __init__(self, change: Change, floor: int, start: int, *, begins: bool) -> None:
        self.begins, self.ends = begins, False
        self.change = change
        self.words: list[str] = []
        self.floor = self.end = floor
        self.start = start


class Tracker:
    """Grows the revisions of a text while it is read."""

    def __init__(self) -> None:
        self._open: dict[Kind, _Open] = {}
        self._closed: list[_Open] = []
        self._begun: list[_Open] = []  # with this paragraph, of which nothing stands so far

    def add(
        self,
        text: str,
        changes: Changes,
        floor: int,
        start: int,
        end: int,
        *,
        begins: bool = False,
        alone: bool = False,
    ) -> None:
        """Take in a piece that begins at ``start``, after words that end at ``floor``.

        ``end`` is where the words end after it; the same as ``floor`` where it does not stand.
        ``begins`` says that no words of its paragraph stand before it, ``alone`` that none stand.
        """
        if text == PARAGRAPH_END:
            for each in self._begun if begins else ():
                each.ends = True
            self._begun.clear()
        if not changes and not self._open:
            return
        for kind in _KINDS:
            change = next((each for each in reversed(changes) if each.kind == kind), None)
            going = self._open.get(kind)
            if going is not None and going.change != change:
                del self._open[kind]
                going = None
            if change is None:
                continue
            if going is None:
                going = self._open[kind] = _Open(change, floor, start, begins=begins)
                self._closed.append(going)
                if begins:
                    self._begun.append(going)
            going.words.append(text)
            going.ends = alone or text == PARAGRAPH_END
            going.end = max(going.end, end)

    def cut(self) -> None:
        """Let no revision go on from here."""
        self._open.clear()

    def revisions(self, text: str) -> tuple[Revision, ...]:
        """All of them in the order of the text, where ``text`` is the whole."""
        found = (_revision(each, text) for each in self._closed)
        return tuple(sorted((r for r in found if r.text), key=lambda r: r.span))


def _revision(tracked: _Open, text: str) -> Revision:
    raw = "".join(tracked.words)
    lines = [" ".join(line.split()) for line in raw.split("\n")]
    words = "\n".join(line for line in lines if line)
    if not words and raw:
        words = "\n" if "\n" in raw else " "
    # The blank before it may have been dropped at the end of a paragraph.
    dropped = tracked.start > len(text) or text[tracked.floor : tracked.start] == "\n"
    start = tracked.floor if dropped else tracked.start
    span = trimmed(Span(start, max(start, tracked.end)), text)
    kind, author, date = tracked.change
    whole = tracked.begins and tracked.ends
    return Revision(kind, span, words, author, date, whole)


def trimmed(span: Span, text: str) -> Span:
    """A span without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def tracked_changes(revisions: tuple[Revision, ...], view: View) -> list[Problem]:
    """What is to be said of a text that has tracked changes: how many, whose, how it was read."""
    if not revisions:
        return []
    inserted = sum(each.kind == "inserted" for each in revisions)
    counts = [_counted(inserted, "insertion"), _counted(len(revisions) - inserted, "deletion")]
    names = sorted({each.author or "somebody unnamed" for each in revisions})
    words = (
        f"{' and '.join(counts)} are tracked, by {_listed(names)}; the text was read {_VIEWS[view]}"
    )
    return [Problem("tracked-changes", words)]


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
