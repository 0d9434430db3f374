"""A paragraph → whether it stands in square brackets: in a text under negotiation, not agreed.

What whoever quotes a text puts into brackets ("[...]", "[sic]", "[R]equests") is not meant.

source: United Nations editorial practice for texts under negotiation: what is not agreed stands in
square brackets, each alternative in its own, until one is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from counterdraft.lexicon.joining import turns
from counterdraft.lexicon.quoting import PROPOSER, may_leave_out, quoting
from counterdraft.model import Paragraph

Bracketing = Literal["whole", "part", "alternative"]

_LEAD = re.compile(rf"[\" ]*(?:\[[\[\"( ]*(?:{PROPOSER} )?[\"( ]*)*")
_OPENS = ('"', " ", "[")
_PROPOSED = re.compile(rf"\[{PROPOSER}")
_QUOTED = re.compile('\u201c[^\u201d]*\u201d|"[^"\n]*"')
_ALTERNATIVE = re.compile(r"(?:pp|op)\d+[a-z]*alt\d*\b")
_OPENED = re.compile(rf" ?\[[,;]?(?: ?(?:{turns()}|as well as))? ?$")
_LONGEST_JOINT = len(" [, as well as ")
_STOPS = " \t\n.,;:"
SAID: dict[Bracketing, str] = {
    "whole": "in square brackets", "part": "in square brackets in part",
    "alternative": "one of several alternatives",
}  # fmt: skip


def bracketing(paragraph: Paragraph) -> Bracketing | None:
    """Whether all of it, or a part, is in brackets, or it is an alternative ("OP5alt").

    Brackets within quotation marks are whoever quotes them's, unless they say whose proposal they
    hold: "the theme “[JPN: Lamps] for all”".
    """
    if _ALTERNATIVE.match(paragraph.id):
        return "alternative"
    if not _has_bracket(paragraph.text):
        return None
    words = _unquoted(_QUOTED.sub(_kept, paragraph.text))
    if not _has_bracket(words):
        return None
    return "whole" if _is_whole(words.strip(_STOPS)) else "part"


def leaves_out(paragraph: Paragraph) -> str:
    """The mark by which whoever quotes a paragraph says that words of it were left out, or ""."""
    text = paragraph.text
    if not may_leave_out(text):
        return ""
    found = quoting().left_out.search(_QUOTED.sub("", text))
    return found[0] if found else ""


def _unquoted(words: str) -> str:
    """Words without the brackets of whoever quotes them, or notes that they are agreed."""
    marks = quoting()
    return marks.agreed.sub("", marks.mark.sub("", marks.altered.sub(r"\1", words)))


def _has_bracket(words: str) -> bool:
    return "[" in words or "]" in words


def behind_brackets(text: str, at: int, end: int) -> int:
    """Where the words of a paragraph begin that opens with brackets, and with who proposes them."""
    if not text.startswith(_OPENS, at, end):
        return at
    found = _LEAD.match(text, at, end)
    return found.end() if found else at


def before_bracket(text: str, start: int, stop: int) -> int:
    """Where words end that stop at ``stop``, before a bracket that opens with what is joined there.

    "Urges States to act [and |requests the Secretary-General to report]".
    """
    found = _OPENED.search(text, max(start, stop - _LONGEST_JOINT), stop)
    return found.start() if found else stop


def before_unpaired(words: str) -> str:
    """Words up to the first bracket whose other half is not among them."""
    opened: list[int] = []
    for at, letter in enumerate(words):
        if letter == "[":
            opened.append(at)
        elif letter == "]":
            if not opened:
                return words[:at]
            opened.pop()
    return words[: opened[0]] if opened else words


def _kept(quoted: re.Match[str]) -> str:
    """What of a quotation counts: all of it where it holds a proposal, else nothing."""
    return quoted[0] if _PROPOSED.search(quoted[0]) else ""


def opened_before(marker: str) -> str:
    """The brackets that open in what is printed before a paragraph's words: "[" of "[2. ".

    One that goes round the number alone, as in "[OP2] ", is none of the paragraph's.
    """
    return "[" * max(0, marker.count("[") - marker.count("]"))


def in_brackets(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Bracketing, list[Paragraph]]]:
    """The paragraphs that are, by how far they are, each kind that there is."""
    found = [(bracketing(each), each) for each in paragraphs]
    for kind in SAID:
        if some := [each for how, each in found if how == kind]:
            yield kind, some


def _is_whole(words: str) -> bool:
    """Whether the bracket that it opens with, or that was lost before it, closes at its end."""
    if not words.endswith("]"):
        return False
    depth = 0 if words.startswith("[") else 1
    for at, letter in enumerate(words):
        depth += (letter == "[") - (letter == "]")
        if depth == 0 and at < len(words) - 1:
            return False
    return depth == 0
