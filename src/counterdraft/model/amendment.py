"""What an amendment document would have done to a draft, instruction by instruction."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Does = Literal["insert", "delete", "replace", "words", "move", "merge", "renumber", "unread"]
Beside = Literal["", "after", "before", "between", "in", "at the end", "at the beginning"]


class Instruction(Struct, frozen=True, kw_only=True):
    """One order, in the words of the document, a sentence of which may give several.

    ``text`` is what gives it, ``number`` the one that is printed before it, or before the sentence.
    ``does`` says whether paragraphs come, go, are replaced, or are put in another order, or
    whether ``words`` within them come and go; of what is ``unread`` nothing else is known.

    ``paragraphs`` are the ids of the paragraphs of the draft that it names, "pp:last" and
    "op:last-1" of those counted from the end; ``parts`` are the whole parts that it names, and
    ``title`` says whether it names the title. ``comes`` and ``goes`` are the words, or the
    paragraphs, that would, as the document has them; of what goes as a whole, and is not repeated
    there, they are empty. New paragraphs come ``beside`` the one named, words beside the
    ``anchors``, which are quoted to show the place alone; what is moved comes beside ``target``.
    ``every`` says that all places are meant where the words stand, ``pinned`` that it tells which.
    """

    text: str
    number: str = ""
    does: Does = "unread"
    paragraphs: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    title: bool = False
    beside: Beside = ""
    target: str = ""
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    every: bool = False
    pinned: bool = False


class Amending(Struct, frozen=True, kw_only=True):
    """An amendment document: its ``symbol`` and ``title``, what it amends, and who brings it."""

    symbol: str | None
    title: str | None
    target: str | None
    sponsors: tuple[str, ...]
    source: str
    instructions: tuple[Instruction, ...]
