"""An amendment beside a draft → whether it is the draft that it amends, and where it changes it."""

from __future__ import annotations

import re

from counterdraft.brief.case import Case
from counterdraft.lexicon.amending import parts_named
from counterdraft.model import Paragraph
from counterdraft.model.amendment import Instruction
from counterdraft.text.straight import straighten

_QUOTED = re.compile(r'"[^"]*"')


def amends(case: Case) -> bool:
    """Whether what is amended may be this text: no other symbol says that it is not."""
    amending, symbol = case.known.amendment, case.resolution.symbol
    return amending is not None and (not symbol or amending.target in {None, symbol})


def places(case: Case, each: Instruction) -> tuple[str, ...]:
    """The ids of the paragraphs that an instruction names, some of which the draft may not have.

    Where it names a whole part of the draft, these are the paragraphs of it that have the words
    which would go.
    """
    if each.whole is not None or not each.goes:
        return each.paragraphs
    said = _QUOTED.sub("", straighten(each.text))
    parts = {part for part, pattern in parts_named().items() if pattern.search(said)}
    found = (p.id for p in case.resolution.paragraphs if p.part in parts and _has(p, each))
    return tuple(dict.fromkeys((*each.paragraphs, *found)))


def _has(paragraph: Paragraph, each: Instruction) -> bool:
    text = plain(paragraph.text)
    return any(re.search(rf"(?<!\w){re.escape(plain(words))}(?!\w)", text) for words in each.goes)


def plain(words: str) -> str:
    """Words in small letters, with quotes, dashes and blanks of one kind."""
    return " ".join(straighten(words).lower().split())
