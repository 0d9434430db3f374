"""The blocks of a draft whose markup says what everything is → its items.

In: the candidates between two places of a document, each with the role that its source gives it.
Out: ``Item`` values in order, none left out but ornaments. The UN's files give a role now and then
that the block's own form denies: what is no paragraph by it (a heading with a letter, the note
under a table) is none, and what ends as the preamble does before the first act is of the preamble.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterdraft.model import Block
from counterdraft.parse.blocks import Candidate, ends_as
from counterdraft.parse.unknown import opens_lower
from counterdraft.parse.verbs import match_verb
from counterdraft.parse.walked import HEADING_LENGTH, Item, ItemKind

# What a paragraph may end with, beside the stops of blocks: in Chinese and Arabic too.
_STOPS = '?!"\u3002\uff1b\uff1f\uff01\u061b\u061f'
_COMMAS = "\u060c\uff0c"
# "A", "IV": what headings are counted by, and paragraphs are not.
_CAPITALS = re.compile(r"[A-Z]{1,5}\.?")
_INFINITIVE = re.compile(r"To [a-z]+")
_NOTE = re.compile(r"\*{1,3}\s*\w")
_NOTE_STYLE = "footnote"


def declared_items(straight: str, found: Sequence[Candidate]) -> Iterator[Item]:
    """Each block of a draft as what it is; what follows an annex is the annex's."""
    annexed = acts = False
    for i, each in enumerate(found):
        if each.block.role == "annex":
            annexed = True
            yield Item("annex", each)
        elif annexed:
            yield Item("annexed", each)
        elif kind := _kind(straight, each):
            if kind == "operative" and not acts and _of_preamble(straight, each, found[i + 1 :]):
                kind = "preambular"
            elif kind == "operative" and acts and _goes_on(straight, each):
                kind = "loose"
            acts = acts or kind == "operative"
            yield Item(kind, each)


def _kind(straight: str, each: Candidate) -> ItemKind | None:
    match each.block.role:
        case "heading":
            return "heading"
        case "preambular":
            return "preambular"
        case "continued":
            return "loose"
        case "operative":
            return _operative(straight, each)
        case "other":
            return _line(straight, each)
    return None


def _operative(straight: str, each: Candidate) -> ItemKind:
    """A block marked as a paragraph: a heading without number, verb or stop; else a note or act."""
    block = each.block
    if each.kind == "sub":
        return "sub"
    if not block.number and _is_note(straight, block):
        return "line"
    counted = bool(block.number) and not _CAPITALS.fullmatch(block.number[-1])
    if counted or ends_as(straight, each) or straight[each.end - 1] in _STOPS:
        return "operative"
    return "operative" if _opens_slanted(block) else "heading"


def _line(straight: str, each: Candidate) -> ItemKind | None:
    """What no role is given: a row of a table, a heading, or words of another kind."""
    if each.block.style == "table":
        return "line"
    if each.kind == "elision":
        return None
    short = each.end - each.start <= HEADING_LENGTH
    return "line" if not short or ends_as(straight, each) else "heading"


def _is_note(straight: str, block: Block) -> bool:
    """Whether a block is a note under a table or the text: by its style, or a star before it."""
    if block.style and _NOTE_STYLE in block.style.lower():
        return True
    return bool(_NOTE.match(straight, block.span.start, block.span.end))


def _of_preamble(straight: str, each: Candidate, after: Sequence[Candidate]) -> bool:
    """Whether a block marked operative, before any act, goes on with the preamble.

    It has no number and a comma at its end, and an act comes after it: one with a number, or
    without one where this opens with no verb in the present.
    """
    comma = ends_as(straight, each) == "," or straight[each.end - 1] in _COMMAS
    if each.block.number or each.block.level or not comma:
        return False
    following = next((x for x in after if x.block.role == "operative" and not x.block.level), None)
    if following is None:
        return False
    verb = match_verb(straight, each.start, each.end)
    return bool(following.block.number) or verb is None or verb.form != "present"


def _goes_on(straight: str, each: Candidate) -> bool:
    """Whether a block without a number goes on with the one before: small, or with an infinitive.

    "and demands that …" after the points of a list, "To guard weapons …" among them.
    """
    if each.block.number or _opens_slanted(each.block):
        return False
    return opens_lower(straight, each) or bool(_INFINITIVE.match(straight, each.start, each.end))


def _opens_slanted(block: Block) -> bool:
    """Whether a block begins in italics, as a verb is set, and goes on upright."""
    first = block.italics[0] if block.italics else None
    return first is not None and first.start == block.span.start and first.end < block.span.end
