"""Earlier notes on the case, quoted as the person's own: nothing of them was read by rules."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.brief.case import Case
from counterdraft.brief.kept import Note
from counterdraft.brief.report import FullText, Passage, Prose, Section, Statement

LEAD = (
    "Quoted as the person who keeps this dossier wrote them: nothing in them was analysed, and "
    "nothing above rests on them."
)


def notes(case: Case) -> Section | None:
    """The section; None where there are none."""
    kept = case.known.dossier
    if kept is None or not kept.notes:
        return None
    texts = (
        FullText(note.name, tuple(_passages(number, note)))
        for number, note in enumerate(kept.notes, 1)
    )
    return Section("notes", "Earlier notes", (Prose((Statement(LEAD),)), *texts))


def _passages(number: int, note: Note) -> Iterator[Passage]:
    for place, block in enumerate(note.document.blocks, 1):
        text = block.span.of(note.document.text)
        label = f"line {block.line}" if block.line else ""
        page = note.document.page_of(block.span.start)
        name = f"notes-{number}.{place}"
        yield Passage(
            id=name, kind="excerpt", label=label, text=text, span=block.span, page=page,
            italics=block.italics,
        )  # fmt: skip
