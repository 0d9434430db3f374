"""A text that was written in some form → what of it is not the same when that is read again.

The same readers and rules are used as for any file. A form may say less than the text did: a plain
text does not say what is a heading, and nobody but the United Nations' XML where an annex begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from counterdraft.errors import CounterdraftError
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.read import read
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted, listed
from counterdraft.wording.paragraph_label import paragraph_label

__all__ = ["read_again"]

# The forms that can be read again, and the one that needs no English for that.
_ENDINGS = {"akn": ".xml", "docx": ".docx", "md": ".md", "txt": ".txt"}
_MARKED_UP = "akn"
_WORD = re.compile(r"[^\W\d_]{4,}")


def read_again(data: bytes, form: str, written: Sequence[Resolution]) -> str | None:
    """What reading ``data`` gives otherwise than ``written``, in words; None where nothing.

    None too where the form is none to be read again.
    """
    if form not in _ENDINGS or any(each.kind == "amendment" for each in written):
        return None
    if form != _MARKED_UP and any(each.language != ENGLISH for each in written):
        return "it cannot be read again: outside of XML drafts are found in English alone"
    try:
        found = parse(read(data, f"written{_ENDINGS[form]}"))
    except CounterdraftError as error:
        return f"it cannot be read again: {error.reason}"
    if len(found) != len(written):
        return f"read again it holds {counted(len(found), 'text')}, and not {len(written)}"
    said = [each for pair in zip(written, found, strict=True) for each in _differing(*pair)]
    return f"read again it has not the same: {listed(said)}" if said else None


def _differing(one: Resolution, again: Resolution) -> Iterator[str]:
    """What of a text is another."""
    if _plain(one.title or "") != _plain(again.title or ""):
        yield "the title"
    ours, theirs = _paragraphs(one), _paragraphs(again)
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    same = {block.a + n for block in blocks for n in range(block.size)}
    other = [place for place in range(len(ours)) if place not in same]
    if other:
        first = one.paragraphs[other[0]]
        label = paragraph_label(first.id, first.number)
        yield f"{len(other)} of {counted(len(ours), 'paragraph')}, {label} the first"
    elif len(theirs) != len(ours):
        yield f"{counted(len(theirs), 'paragraph')} in place of {len(ours)}"
    if _annexed(one) != _annexed(again):
        yield f"the annexes ({len(one.annexes)}, then {len(again.annexes)})"


def _paragraphs(resolution: Resolution) -> list[tuple[str, str | None, int, str]]:
    # The bracket that a paragraph stands in opens before its number or after it, by the form.
    return [(p.part, p.number, p.level, _plain(p.text).lstrip("[ ")) for p in resolution.paragraphs]


def _annexed(resolution: Resolution) -> list[list[str]]:
    """The words of each annex; whether its numbers are words or a list's is the form's."""
    return [_WORD.findall(_plain(each.text)) for each in resolution.annexes]


def _plain(text: str) -> str:
    return " ".join(straighten(text).split())
