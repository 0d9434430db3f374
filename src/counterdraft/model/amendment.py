"""What an amendment document would have done to a draft, instruction by instruction."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Whole = Literal["comes", "goes", "replaced"]


class Instruction(Struct, frozen=True, kw_only=True):
    """One instruction, in the words of the document.

    ``text`` is the sentence that gives it; ``paragraphs`` are the ids of the paragraphs of the
    draft that it names, ``title`` whether it names the title. ``whole`` says what would become of
    whole paragraphs: those named go or are replaced, or new ones come ``beside`` ("after",
    "before") the one named; else words come and go inside of them. ``comes`` and ``goes`` are the
    words, or the paragraphs, that would, as the document has them; of what goes as a whole, and is
    not repeated there, they are empty. ``anchors`` are quoted to show the place alone.
    """

    text: str
    paragraphs: tuple[str, ...] = ()
    title: bool = False
    whole: Whole | None = None
    beside: str = ""
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


class Amending(Struct, frozen=True, kw_only=True):
    """An amendment document: its ``symbol``, what it amends, and who brings it."""

    symbol: str | None
    target: str | None
    sponsors: tuple[str, ...]
    source: str
    instructions: tuple[Instruction, ...]
