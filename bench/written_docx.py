"""The UN's resolutions written as Word files, in the ways in which people write them.

In: a gold record, and the Document that the XML makes, for italics and footnotes. Out: the
bytes of a DOCX. A print of the same files can start from here.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bench.word import Level, Run, WordFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.corpora import Record
    from counterdraft.model import Block, Document

_UN_LEVELS = (
    Level("decimal", "%1."), Level("lowerLetter", "(%2)"), Level("lowerRoman", "(%3)"),
    Level("lowerLetter", "%4."),
)  # fmt: skip
# What Word makes of "1." and the key Tab.
_WORD_LEVELS = (
    Level("decimal", "%1."), Level("lowerLetter", "%2."), Level("lowerRoman", "%3."),
    Level("decimal", "%4."),
)  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_INDENT = 567
_STYLES = ("_ H_Ch_", "_ H_1_", "_ Single Txt")


class Manner(NamedTuple):
    """How somebody writes.

    ``levels`` are those of automatic numbers, which are typed where there are none. ``plain``
    has one run a paragraph, or from note to note, with the number in it and nothing in italics.
    """

    levels: tuple[Level, ...] = ()
    styles: bool = False
    table: bool = False
    notes: bool = True
    asterisk: bool = False
    plain: bool = False


MANNERS = {
    "real numbering and footnotes": Manner(_UN_LEVELS),
    "numbers typed": Manner(),
    "the UN's styles, masthead in a table": Manner(
        _UN_LEVELS, styles=True, table=True, asterisk=True
    ),
    "Word's own lists, no footnotes": Manner(_WORD_LEVELS, notes=False),
}

# As drafts are pasted from a mail; a manner that redlines alone are measured in.
PLAIN = {"plainly typed, phrase not in italics": Manner(plain=True)}


def docx_of(record: Record, document: Document, manner: str) -> bytes:
    """One resolution as a Word file."""
    return _Writer(record, document, (MANNERS | PLAIN)[manner]).write()


class _Writer:
    """The state of one writing: the file, and where its list stands."""

    def __init__(self, record: Record, document: Document, manner: Manner) -> None:
        self.record, self.document, self.manner = record, document, manner
        self.file = WordFile()
        self.blocks: dict[str, list[Block]] = {}
        for block in document.blocks:
            self.blocks.setdefault(block.span.of(document.text), []).append(block)
        self.styles: list[str | None] = [None] * len(_STYLES)
        if manner.styles:
            self.styles = [self.file.style(name) for name in _STYLES]
        self.abstract = self.file.abstract(manner.levels) if manner.levels else 0
        self.num = self.file.num(self.abstract) if manner.levels else 0
        self.counts: list[int | None] = [None] * len(_UN_LEVELS)

    def write(self) -> bytes:
        self.masthead()
        formula = self.record.get("formula") or "The General Assembly,"
        self.file.paragraph(
            self.typed([Run(formula.rstrip(","), italic=True), Run(",")]), self.styles[2]
        )
        annex = False
        for each in self.record["paragraphs"]:
            if each.get("annex") and not annex:
                annex = True
                self.file.paragraph([Run("Annex", bold=True)], self.styles[0])
            self.paragraph(each)
        return self.file.bytes()

    def masthead(self) -> None:
        record, symbol = self.record, Run(self.record["symbol"])
        distribution = Run("Distr.: General")
        if self.manner.table:
            self.file.table([
                [[[Run("United Nations", bold=True)]], [[symbol]]],
                [[[Run("General Assembly", bold=True)]], [[distribution]]],
            ])  # fmt: skip
        else:
            for each in (Run("United Nations"), symbol, Run("General Assembly"), distribution):
                self.file.paragraph([each])
        if record["session"]:
            self.file.paragraph([Run(f"Session {record['session']}")])
        star = (
            [Run(note="Reissued for technical reasons.", mark="*")] if self.manner.asterisk else []
        )
        adopted = "Resolution adopted by the General Assembly"
        self.file.paragraph([Run(adopted, bold=True), *star], self.styles[0])
        number = record["symbol"].removeprefix("A/RES/")
        self.file.paragraph([Run(f"{number}. {record['title']}", bold=True)], self.styles[1])

    def paragraph(self, each: Record) -> None:
        runs = list(self.runs(each))
        if each["part"] == "preambular":
            self.file.paragraph(self.typed(runs), self.styles[2])
            return
        number = each["number"] or ""
        place = self.place(each) if self.manner.levels else None
        if place is not None:
            self.file.paragraph(runs, self.styles[2], place)
            return
        if number:
            shown = number if "(" in number else f"{number}."
            runs.insert(0, Run(f"{shown}\t"))
        depth = max(0, len((each["path"] or "").split()) - 1)
        self.file.paragraph(self.typed(runs), self.styles[2], left=depth * _INDENT)

    def typed(self, runs: list[Run]) -> list[Run]:
        """The runs as they are typed: plainly, where the manner is, in one up to a note."""
        if not self.manner.plain:
            return runs
        found: list[Run] = []
        for run in runs:
            if found and found[-1].note is None and run.note is None:
                found[-1] = Run(found[-1].text + run.text)
            else:
                found.append(run._replace(italic=False))
        return found

    def place(self, each: Record) -> tuple[int, int] | None:
        """The place in the list that prints the paragraph's number; None where none does."""
        found = self.count_of(each)
        if found is None:
            return None
        level, count = found
        for deeper in range(level + 1, len(self.counts)):
            self.counts[deeper] = None
        if count != (self.counts[level] or 0) + 1:
            self.num = self.file.num(self.abstract, {level: count})
        self.counts[level] = count
        return self.num, level

    def count_of(self, each: Record) -> tuple[int, int] | None:
        """The level and the count that a printed number stands for."""
        number = (each["number"] or "").strip("().")
        if number.isdigit() and "(" not in each["number"]:
            return 0, int(number)
        level = max(1, len(each["path"].split()) - 1)
        if level == 2 and number in _ROMAN:
            return 2, _ROMAN.index(number) + 1
        letters = re.fullmatch(r"([a-z])\1*", number)
        if level == 1 and letters:
            return 1, ord(number[0]) - 96 + 26 * (len(number) - 1)
        return None

    def runs(self, each: Record) -> Iterator[Run]:
        """The words of a paragraph, in italics where they are, footnotes where they are called."""
        text = each["text"]
        same = self.blocks.get(text)
        if not same:
            phrase = each["phrase"] or ""
            yield from (Run(phrase, italic=True), Run(text.removeprefix(phrase)))
            return
        block = same.pop(0) if len(same) > 1 else same[0]
        start, end = block.span.start, block.span.end
        notes = (
            [n for n in self.document.notes if start < n.anchor <= end] if self.manner.notes else []
        )
        bounds = {start, end, *(note.anchor for note in notes)}
        for span in block.italics:
            bounds |= {span.start, span.end}
        places = sorted(bounds)
        for at, until in pairwise(places):
            italic = any(span.start <= at < span.end for span in block.italics)
            yield Run(self.document.text[at:until], italic)
            yield from (Run(note=note.text) for note in notes if note.anchor == until)
