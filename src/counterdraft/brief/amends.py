"""An amendment beside a draft → whether it is that draft that it amends; the places it names."""

from __future__ import annotations

import re
from typing import Literal

from counterdraft.brief.case import Case
from counterdraft.draft.versions import is_of_one_draft
from counterdraft.model import Paragraph
from counterdraft.model.amendment import Amending, Instruction
from counterdraft.reuse.wording import normalised
from counterdraft.text.straight import straighten
from counterdraft.wording.paragraph_label import paragraph_label

Standing = Literal["this", "version", "unsaid", "other"]
_LAST = re.compile(r"(?P<part>pp|op):last(?:-(?P<back>\d+))?$")
_PARTS = {"pp": "preambular", "op": "operative"}


def standing(case: Case, amending: Amending) -> Standing:
    """Whether what is amended is this text: by their symbols or, where one lacks, their titles.

    Of another version of it, L.3 and L.3/Rev.1, the numbers may be others.
    """
    symbol, target = case.resolution.symbol, amending.target
    if symbol and target:
        if symbol == target:
            return "this"
        return "version" if is_of_one_draft(symbol, target) else "other"
    titles = [normalised(each) for each in (case.resolution.title, amending.title) if each]
    if len(titles) < 2:
        return "unsaid"
    return "this" if titles[0] == titles[1] else "other"


def places(case: Case, each: Instruction) -> tuple[str, ...]:
    """The ids of the paragraphs that an instruction names, some of which the draft may not have.

    Where it names a whole part of the draft, these are the paragraphs of it that have the words
    which would go.
    """
    named = (place(case, name) for name in each.paragraphs)
    found = (p.id for p in case.resolution.paragraphs if p.part in each.parts and _has(p, each))
    return tuple(dict.fromkeys((*named, *found)))


def place(case: Case, name: str) -> str:
    """The id of a paragraph; of the last one of a part as far as the draft has it."""
    last = _LAST.match(name)
    if last is None:
        return name
    part = _PARTS[last["part"]]
    tops = [p.id for p in case.resolution.paragraphs if p.part == part and p.level == 0]
    back = int(last["back"] or 0) + 1
    return tops[-back] if len(tops) >= back else name


def called(name: str) -> str:
    """The label of a paragraph that a draft may not have: "OP60", "OP1 (c)"."""
    if last := _LAST.match(name):
        which = "a paragraph before the last" if last["back"] else "a last paragraph"
        return f"{which} of the {_PARTS[last['part']]} part"
    return paragraph_label(name, None if "." in name else name[2:])


def times(words: str, text: str) -> int:
    """How often words stand in a text; half a word is none of it."""
    sought = plain(words)
    before, after = (
        (r"(?<!\w)" if sought[:1].isalnum() else ""),
        (r"(?!\w)" if sought[-1:].isalnum() else ""),
    )
    return len(re.findall(f"{before}{re.escape(sought)}{after}", plain(text))) if sought else 0


def _has(paragraph: Paragraph, each: Instruction) -> bool:
    return any(times(words, paragraph.text) for words in each.goes)


def plain(words: str) -> str:
    """Words in small letters, with quotes, dashes and blanks of one kind."""
    return " ".join(straighten(words).lower().split())
