#!/usr/bin/env python3
"""Writes examples/draft.docx: the draft of rival.txt as a delegation works on it in Word.

Real numbering, italics, footnotes, two tracked changes and a comment by people who do not
exist. The bytes are the same at every run.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.word import Level, Run, WordFile
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.text.markers import match_marker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from counterdraft.model import Block

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "examples" / "rival.txt"
TARGET = ROOT / "examples" / "draft.docx"
LEVELS = (Level("decimal", "%1."), Level("lowerLetter", "(%2)"), Level("lowerRoman", "(%3)"))
DELETED = ", including on the cooperation received"
AFTER, INSERTED = "forcible transfer of workers", ", including children,"
REMARKED, REMARK = "31 March 2027", "Is this date still realistic? Please confirm with Geneva."
ILSE, JORGE = "Ilse Tamm", "Jorge Abarca"


class _Writer:
    """The state of one writing."""

    def __init__(self) -> None:
        self.document = from_text(SOURCE.read_bytes(), SOURCE.name)
        (self.resolution,) = parse(self.document)
        self.file = WordFile()
        self.styles = {name: self.file.style(name) for name in ("_ H_Ch_", "_ Single Txt")}
        self.abstract = self.file.abstract(LEVELS)
        self.num = self.file.num(self.abstract)

    def write(self) -> bytes:
        blocks = self.document.blocks
        texts = [block.span.of(self.document.text) for block in blocks]
        first, annex = texts.index("The General Assembly,"), texts.index("Annex")
        self.masthead(blocks[:first])
        for block in blocks[first:annex]:
            self.paragraph(block)
        self.file.paragraph(self.runs(blocks[annex]), self.styles["_ H_Ch_"])
        self.num = self.file.num(self.abstract, {0: 1})
        for block in blocks[annex + 1 :]:
            self.paragraph(block)
        return self.file.bytes()

    def masthead(self, blocks: Sequence[Block]) -> None:
        """The first lines side by side in a table, the rest one below the other."""
        lines = [block.span.of(self.document.text) for block in blocks]
        symbol = lines[0].removeprefix("United Nations ")
        distribution = lines[1].removeprefix("General Assembly ")
        dated = [[Run(line)] for line in (distribution, *lines[2:4])]
        self.file.table(
            [
                [[[Run("United Nations", bold=True)]], [[Run(symbol)]]],
                [[[Run("General Assembly", bold=True)]], dated],
            ]
        )
        for block in blocks[4:]:
            title = block.span.of(self.document.text) == self.resolution.title
            self.file.paragraph(self.runs(block), self.styles["_ H_Ch_"] if title else None)

    def paragraph(self, block: Block) -> None:
        marker = match_marker(self.document.text, block.span.start, block.span.end)
        place = None
        if marker is not None:
            roman = marker.value.strip("()").startswith(("i", "v"))
            place = self.num, 0 if marker.kind == "number" else 2 if roman else 1
        at = marker.end if marker is not None else block.span.start
        self.file.paragraph(self.runs(block, at), self.styles["_ Single Txt"], place)

    def runs(self, block: Block, at: int | None = None) -> Iterator[Run]:
        """The words of a block from ``at`` on, with what hangs on them."""
        text, span = self.document.text, block.span
        start = span.start if at is None else at
        italic = self._italic(start, span.end)
        notes = [n for n in self.document.notes if start < n.anchor <= span.end]
        bounds = {start, span.end, italic, *(note.anchor for note in notes)}
        for words in (DELETED, REMARKED, AFTER):
            found = text.find(words, start, span.end)
            if found >= 0:
                bounds |= {found, found + len(words)}
        for here, there in pairwise(sorted(bounds)):
            words = text[here:there]
            change = ("del", ILSE) if words == DELETED else None
            remark = (REMARK, ILSE) if words == REMARKED else None
            yield Run(words, there <= italic, change=change, remark=remark)
            if words == AFTER:
                yield Run(INSERTED, change=("ins", JORGE))
            for note in notes:
                if note.anchor == there:
                    yield Run(note=note.text, mark="" if note.marker.isdigit() else note.marker)

    def _italic(self, start: int, end: int) -> int:
        """Where the italics at the beginning of a paragraph end."""
        for each in self.resolution.paragraphs:
            if each.span.start == start and each.phrase:
                return start + len(each.phrase)
        formula = self.document.text[start:end] == self.resolution.formula
        return end - 1 if formula else start


def written() -> bytes:
    """The Word file."""
    return _Writer().write()


def main() -> None:
    """Writes the file."""
    TARGET.write_bytes(written())


if __name__ == "__main__":
    main()
