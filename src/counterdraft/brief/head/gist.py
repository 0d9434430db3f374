"""A long act of an organ → the few words of it that say what it settles.

"Decides that, without prejudice to …, the payment of funds … are permitted": cut after so many
characters it would end within the condition, and say the contrary or nothing.
"""

from __future__ import annotations

import re

from counterdraft.wording.english import shortened

# The main verb of "decides that X shall Y": a modal, or "are" and "is" behind a comma.
_MAIN = re.compile(r"(?<= )(?:shall|will|may)\b|(?<=, )(?:are|is)\b")
# What a verb has before it that is of another clause: "to the extent that they are", "which may".
_OTHER = re.compile(r"\b(?:that|which|who|whose|as|they|it|he|she|there|what|where) $")
# Such a clause ends with a comma: "unless the Council decides otherwise, X shall".
_BELOW = re.compile(
    r"\b(?:that|which|who|whom|whose|if|unless|until|when|whenever|while|where)\b[^,:;]*$"
)
# "decides, acting under Article 41 of the Charter, that": what it settles stands behind it.
_THAT = re.compile(r"\w+(?: further| also| hereby)?(?:, [^:;]*?,)?(?: further| also)? that\b")
# A subject before the main verb, whole: "the Government of Iraq shall".
_SUBJECT = re.compile(r", ((?:the|all|no|none|each|any|such|[A-Z])[^,()]{1,60} )$")
# One right behind "that", before what is said of it: "that the Team, set up in 2004, shall".
_NAMED = re.compile(r" ((?:the|all|no|none|each|any|such|[A-Z])[^,()]{1,70}),")
# How much of the room goes to how the act begins.
_BEGINS = 0.4


def gist(text: str, most: int) -> str:
    """``text`` in at most ``most`` characters: whole, or its beginning and its main verb.

    What begins with the verb of an act and has no main verb that a rule finds ends where the room
    does.
    """
    line = " ".join(text.split())
    that = _THAT.match(line)
    main = _main_verb(line, that.end()) if that and len(line) > most else None
    if main is None or main < most * (1 - _BEGINS):
        return shortened(line, most)
    subject = _SUBJECT.search(line, 0, main)
    named = None if subject or that is None else _NAMED.match(line, that.end(), main)
    if named and len(named[1]) <= most * _BEGINS:
        begins = shortened(line[: named.start()].removesuffix(" that"), round(most * _BEGINS / 2))
        begins = f"{begins} that {named[1]}\u2026"
        return f"{begins} {shortened(line[main:], most - len(begins) - 1)}"
    start = subject.start(1) if subject else main
    begins = shortened(line[:start], round(most * _BEGINS))
    return f"{begins} {shortened(line[start:], most - len(begins) - 1)}"


def _main_verb(line: str, start: int) -> int | None:
    """Where the first verb behind ``start`` stands that belongs to no clause within."""
    for found in _MAIN.finditer(line, start):
        before = line[start : found.start()]
        if not _OTHER.search(before) and not _BELOW.search(before):
            return found.start()
    return None
