"""A sentence of an amendment → the row of signs that it is: orders, places, quotations, joints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.amending import amending, named
from counterdraft.parse.amending.places import (
    Named,
    New,
    named_in,
    named_pattern,
    new_in,
    new_pattern,
)
from counterdraft.parse.amending.quoted import FILLER, Quoted

# One letter for each sign, so that an order is a pattern over letters; those of the table by name.
LETTERS = {
    "delete": "D", "replace": "R", "change": "C", "substitute": "S", "insert": "I", "move": "V",
    "merge": "G", "renumber": "U", "deleted": "d", "replaced": "r", "amended": "c",
    "inserted": "i", "read": "s", "with": "W", "to": "t", "for": "F", "instead": "p",
    "in_its_place": "k", "after": "A", "before": "B", "between": "b", "end": "E", "start": "H",
    "in": "o", "as": "a", "words": "w", "reading": "O", "spot": "L", "every": "Y", "it": "j",
    "title": "T", "and": "&", "comma": ",", "colon": ":", "semicolon": ";", "follows": "z",
    "nothing": "", "so_that": "u", "becomes": "x", "new": "n",
}  # fmt: skip
# And of what is found otherwise: quotations, paragraphs named, new ones, whole parts; of the rest.
QUOTE, PLACE, FRESH, PART, UNKNOWN = "Q", "P", "N", "X", "?"
# Paragraphs are named, and it is not clear which.
UNCLEAR = "!"
# What says that something is to be done; and what begins such a sentence.
ORDERS, IMPERATIVE = frozenset("DRCSIVGUdrcisx"), frozenset("DRCSIVGU")
_QUOTATION = re.compile(f'"{FILLER}*"')
_WORD = re.compile(r"\S\w*")
_SAY = ORDERS | {"T", "z"}
# More characters, besides what is quoted, are no instruction.
_LONGEST = 2_000
_END = re.compile(r"[\s.]*$")


class Sign(NamedTuple):
    """One sign, where it stands, and what it stands for.

    ``value`` is the words of a quotation, or the blocks that are set out below; the ids of
    paragraphs; the name of a part.
    """

    letter: str
    start: int
    end: int
    value: tuple[str, ...] = ()
    fresh: New | None = None


def signs_of(words: Quoted, start: int, end: int, target: str | None) -> list[Sign]:
    """The signs between two places; ``target`` is the symbol of the draft, which may be named.

    What is too long for an instruction is one sign, and not clear; where no order and no place is
    named there is none.
    """
    found: list[Sign] = []
    bare = words.bare[:end]
    end = start + len(_END.sub("", bare[start:]))
    at = start
    if end - start - bare.count(FILLER, start, end) > _LONGEST:
        return [Sign(UNCLEAR, start, end)]
    if not _speaks().search(bare, start):
        return []
    while at < end:
        if bare[at].isspace():
            at += 1
            continue
        sign = _longest(words, bare[:end], at, target)
        if sign.letter:
            found.append(sign)
        at = sign.end
    return found


@cache
def _speaks() -> re.Pattern[str]:
    """What a sentence has that says anything of a draft: an order, or what names a place."""
    rules, n = amending(), named()
    orders = [p for name, several in rules.signs.items() for p in several if LETTERS[name] in _SAY]
    patterns = [*(each.pattern for each in (*orders, *rules.parts.values()))]
    places = rf"{n.paragraph}|{n.sub}|(?:{n.initials_preambular}|{n.initials_operative})s?(?![a-z])"
    return re.compile("|".join([*patterns, rf"\b(?:{places})"]), re.IGNORECASE)


def letters(signs: Sequence[Sign]) -> str:
    """The row of a sentence as letters."""
    return "".join(each.letter for each in signs)


def _longest(words: Quoted, bare: str, at: int, target: str | None) -> Sign:
    """The longest sign at a place; what is no sign is unknown, word by word."""
    if quotation := _QUOTATION.match(bare, at):
        return Sign(QUOTE, at, quotation.end(), (words.quotes.get(at, ""),))
    if target and bare.startswith(target, at):
        return Sign("", at, at + len(target))
    rules = amending()
    found = [*_paragraphs(bare, at)]
    for part, pattern in rules.parts.items():
        if hit := pattern.match(bare, at):
            parts = ("preambular", "operative") if part == "both" else (part,)
            found.append(Sign(PART, at, hit.end(), parts))
    for name, several in rules.signs.items():
        hits = (pattern.match(bare, at) for pattern in several)
        found += [Sign(LETTERS[name], at, hit.end()) for hit in hits if hit]
    for mark, sign in rules.marks.items():
        if bare[at : at + len(mark)].lower() == mark:
            found.append(Sign(QUOTE, at, at + len(mark), (sign,)))
    if found:
        return max(found, key=lambda each: each.end)
    unknown = _WORD.match(bare, at)
    return Sign(UNKNOWN, at, unknown.end() if unknown else at + 1)


def _paragraphs(bare: str, at: int) -> list[Sign]:
    """The paragraphs named, or announced, at a place."""
    if (hit := new_pattern().match(bare, at)) and (fresh := new_in(hit)):
        return [Sign(FRESH, at, hit.end(), fresh=fresh)]
    if hit := named_pattern().match(bare, at):
        named: Named = named_in(hit)
        return [Sign(PLACE if named.ids else UNCLEAR, at, hit.end(), named.ids)]
    return []
