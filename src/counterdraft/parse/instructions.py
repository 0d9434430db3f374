"""An amendment document → its instructions: which paragraphs of a draft, what comes, what goes.

A block that begins as an instruction does and names a paragraph, the title or the text is one; what
stands between it and the next is what it sets out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.lexicon.amending import Role, amending
from counterdraft.lexicon.dates import ordinals
from counterdraft.model import Document, Resolution
from counterdraft.model.amendment import Amending, Instruction, Whole
from counterdraft.text.straight import straighten

_QUOTED = re.compile(
    r"\u201c((?:[^\u201c\u201d]|\u201c[^\u201c\u201d]*\u201d)*)\u201d|\"([^\"]*)\""
)
_ORDINAL = re.compile(
    r"\b(?P<word>[a-z]+(?:-[a-z]+)?) (?P<part>preambular|operative) paragraphs?\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\b(?:(?P<part>preambular|operative) )?(?:sub-?)?paragraphs?"
    r"(?P<numbers>(?:(?:,? (?:and|to) |, | )\d+(?: ?\([a-z]{1,4}\))*)+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?: ?\([a-z]{1,4}\))*")
_BESIDE = re.compile(r"\b(after|before)\b", re.IGNORECASE)
_TITLE = re.compile(r"\btitle\b", re.IGNORECASE)
# What ends a list of new paragraphs is no part of it.
_AFTERWARDS = re.compile(r"(?:and )?renumber\b", re.IGNORECASE)


class _Quote(NamedTuple):
    """Words quoted in an instruction, and what they are there for."""

    role: Role
    words: str


def instructions_of(document: Document, resolution: Resolution) -> Amending:
    """What the amendment document, which was parsed as ``resolution``, would have done."""
    return Amending(
        symbol=resolution.symbol, target=resolution.draft_symbol, sponsors=resolution.sponsors,
        source=resolution.source, instructions=tuple(_instructions(document)),
    )  # fmt: skip


def _instructions(document: Document) -> Iterator[Instruction]:
    lead, below = "", list[str]()
    for block in document.blocks:
        words = " ".join(block.span.of(document.text).split())
        if _is_instruction(words):
            if lead:
                yield _instruction(lead, below)
            lead, below = words, []
        elif lead and words and not _AFTERWARDS.match(words):
            below.append(words)
    if lead:
        yield _instruction(lead, below)


def _is_instruction(words: str) -> bool:
    bare = straighten(_bare(words))
    rules = amending()
    changes = rules.roles.search(bare) or rules.orders.search(bare)
    return bool(rules.instruction.match(bare) and rules.named.search(bare) and changes)


def _bare(words: str) -> str:
    """An instruction without what it quotes."""
    return _QUOTED.sub("\u201c\u201d", words)


def _instruction(text: str, below: list[str]) -> Instruction:
    bare = straighten(_bare(text))
    quotes = list(_quotes(text))
    by_role = {
        role: tuple(each.words for each in quotes if each.role == role)
        for role in ("comes", "goes", "place")
    }
    whole = None if by_role["comes"] or by_role["goes"] else _whole(bare, below)
    set_out = tuple(below)
    beside = _BESIDE.search(bare) if whole == "comes" else None
    return Instruction(
        text=text, paragraphs=tuple(dict.fromkeys(_paragraphs(bare))),
        title=_TITLE.search(bare) is not None, whole=whole,
        beside=beside[1].lower() if beside else "",
        comes=set_out if whole in {"comes", "replaced"} else by_role["comes"],
        goes=set_out if whole == "goes" else by_role["goes"], anchors=by_role["place"],
    )  # fmt: skip


def _quotes(text: str) -> Iterator[_Quote]:
    """What is quoted, by the last word before it that says what for; else as the one before."""
    role, at = None, 0
    for found in _QUOTED.finditer(text):
        said = list(amending().roles.finditer(straighten(text[at : found.start()])))
        role = _role(said[-1]) if said else role
        if role is not None:
            yield _Quote(role, (found[1] or found[2] or "").strip())
        at = found.end()


def _role(said: re.Match[str]) -> Role:
    return "comes" if said["comes"] else "goes" if said["goes"] else "place"


def _whole(bare: str, below: list[str]) -> Whole | None:
    """What becomes of whole paragraphs, by the words of an instruction that quotes none."""
    said = {_role(each) for each in amending().roles.finditer(bare)} - {"place"}
    if amending().orders.search(bare):
        return None
    if said == {"comes"}:
        return "comes" if below else None
    if not amending().whole.search(bare):
        return None
    return "goes" if said == {"goes"} else "replaced" if below else None


def _paragraphs(bare: str) -> Iterator[str]:
    """The ids of the paragraphs named, where no point of one is."""
    for found in _ORDINAL.finditer(bare):
        number = ordinals().get(found["word"].lower())
        if number is not None:
            yield f"{_part(found['part'])}{number}"
    for found in _NUMBERED.finditer(bare):
        for number in _NUMBER.findall(found["numbers"]):
            top, *points = re.findall(r"\w+", number)
            yield ".".join([f"{_part(found['part'])}{top}", *points])


def _part(name: str | None) -> str:
    return "pp" if name and name.lower() == "preambular" else "op"
