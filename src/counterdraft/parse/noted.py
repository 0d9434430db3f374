"""The lines before a draft, with what a note to them says of who speaks for a group.

"Fiji:* draft resolution", and at the foot of the page "* On behalf of the States that are members
of the Group of 77 and China". In: a document, and the blocks that head a draft. Out: their texts,
in which the group stands where the note is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from counterdraft.draft.sponsors import spoken_for
from counterdraft.model import Block, Document
from counterdraft.wording.sponsors import acting_for

_MARKED = re.compile(r"\*{1,3}\s*(?=\w)")
_CALL = re.compile(r"(?<=[\w:)])\*{1,3}(?=[\s:]|$)")
_SEVERAL = re.compile(r", | and ")


def said_lines(document: Document, blocks: Iterable[Block]) -> list[str]:
    """The text of each block, with the groups that the notes called in it speak for."""
    loose = _loose_note(document)
    return [_said(document, block, loose) for block in blocks]


def _said(document: Document, block: Block, loose: tuple[str, ...]) -> str:
    text = block.span.of(document.text)
    for at, groups in sorted(_called(document, block, text, loose), reverse=True):
        text = _woven(text, at, groups)
    return text


def _called(
    document: Document, block: Block, text: str, loose: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where in a block's text a note of a group is called, and of which."""
    for note in document.notes:
        if block.span.start < note.anchor <= block.span.end:
            groups = spoken_for(note.text)
            if groups:
                yield note.anchor - block.span.start, groups
    call = _CALL.search(text) if loose else None
    if call:
        yield call.start(), loose


def _loose_note(document: Document) -> tuple[str, ...]:
    """The groups of a note that stands in the text as a paragraph of its own."""
    for block in document.blocks:
        text = block.span.of(document.text)
        marked = _MARKED.match(text)
        if marked and spoken_for(text[marked.end() :]):
            return spoken_for(text[marked.end() :])
    return ()


def _woven(text: str, at: int, groups: tuple[str, ...]) -> str:
    """The text with the groups put in; a note called after all of several is about none of them."""
    colon = text[:at].endswith(":")
    at -= colon
    several = colon and _SEVERAL.search(text[:at])
    words = acting_for(groups)
    return f"{text[:at]}{f'; {words}' if several else f' ({words})'}{text[at:]}"
