"""The blocks of an amendment document → its sentences, each with what it sets out below.

What stands between two instructions and is neither is talk, or it is told as not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.lexicon.amending import amending
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Document
from counterdraft.parse.amending.grammar import AMENDED, FOLLOWS, HEADING
from counterdraft.parse.amending.orders import (
    NOWHERE,
    Order,
    announced,
    orders_of,
    where_of,
)
from counterdraft.parse.amending.quoted import Quoted, is_closed, opens, quoted, unquoted
from counterdraft.parse.amending.signs import IMPERATIVE, ORDERS, QUOTE, Sign, letters, signs_of

_NUMBER = re.compile(
    r"(?:\(?(?P<number>\d{1,3}|(?!op\b|pp\b)[a-z]{1,2}|[ivx]{1,4}|[A-Z])[.)]|[\u2022\u2013\u2014*-])\s+"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_POINT = re.compile(r"[\u201c\u00ab\"]?\(?[a-z]{1,4}\)\s")
_ENDS = (".", ",", ";", ":", "\u201d", '"', "\u00bb")
_ANNOUNCES = re.compile("[:ON]$")
_ALONE = {"N", "N:"}  # "New operative paragraph 5", and no more
_FEW = 3  # words of a closing, "Best regards,"


class Told(NamedTuple):
    """A sentence, or a block, of the document.

    ``orders`` are what it orders, None where it was not read; ``signs`` and ``words``, those of its
    block, are what they were found in; ``at`` is the place of that block.
    """

    text: str
    number: str
    orders: list[Order] | None
    signs: Sequence[Sign] = ()
    words: str = ""
    at: int = 0


class _Block(NamedTuple):
    """A block: its words, the number before them, where they begin behind it, what they quote."""

    words: str
    number: str
    body: int
    quotes: Quoted

    @classmethod
    def of(cls, words: str) -> _Block:
        printed = _NUMBER.match(words)
        number = (printed["number"] or "") if printed else ""
        return cls(words, number, printed.end() if printed else 0, quoted(words))

    def sentences(self) -> list[tuple[int, int]]:
        """Where its sentences begin and end."""
        return list(_sentences(self.quotes.bare, self.body))


def told(blocks: Sequence[str], target: str | None) -> Iterator[Told]:
    """What the blocks tell, but for talk; ``target`` is the symbol of the draft amended."""
    reading = _Reading(blocks, target)
    while reading.at < len(blocks):
        at = reading.at
        yield from (each._replace(at=at) for each in reading.block())
    yield from (each._replace(at=len(blocks) - 1) for each in reading.unused())


def words_of(document: Document) -> list[str]:
    """The blocks of a document, on one line each, with the numbers that a word processor gives."""
    text = document.text
    return [
        " ".join([*each.number[-1:], *each.span.of(text).split()]).strip()
        for each in document.blocks
    ]


class _Reading:
    """The state of a reading: where it is, the last number, and the line above.

    ``heading`` is a line that names a place alone, ``above`` that place, of which the lines below
    may speak; ``idle`` says that none has yet.
    """

    def __init__(self, blocks: Sequence[str], target: str | None) -> None:
        self.blocks, self.target = blocks, target
        self.at = 0
        self.above, self.heading, self.idle = NOWHERE, "", False
        self.number = 0
        self.begun = False

    def block(self) -> Iterator[Told]:
        """The sentences of the block at hand, with what it sets out below it."""
        block = _Block.of(self.blocks[self.at])
        self.at += 1
        found = False
        spans = block.sentences()
        for span in spans:
            start = _after_talk(block.quotes.bare, *span)
            signs = signs_of(block.quotes, start, span[1], self.target)
            row = letters(signs)
            if row and FOLLOWS.fullmatch(row):  # that numbers follow is no order
                found = True
                continue
            if HEADING.match(row) and span == spans[-1]:
                yield from self._heads(block, signs)
                return
            one = self._sentence(block, span, signs)
            found = found or one is not None or self.heading == block.words
            yield from self._used(one)
        if not found and self._is_lost(block):
            found = True
            text = f"{self.heading} {block.words}" if self.idle else block.words
            yield from self._used(Told(text, block.number, None))
        if found:
            self._count(block.number)

    def unused(self) -> Iterator[Told]:
        """A line above of which no line below it spoke."""
        if self.idle:
            yield Told(self.heading, "", None)
        self.above, self.heading, self.idle = NOWHERE, "", False

    def _heads(self, block: _Block, signs: Sequence[Sign]) -> Iterator[Told]:
        """The block names a place, of which those below speak."""
        yield from self.unused()
        self.above, self.heading = where_of(signs), block.words
        self.idle = bool(self.above.paragraphs)
        self._count(block.number)

    def _used(self, one: Told | None) -> Iterator[Told]:
        """What a sentence tells; where it is of another place, the line above was not used."""
        if one is None:
            return
        self.begun = True
        if one.orders and any(each.where != self.above for each in one.orders):
            yield from self.unused()
        self.idle = False
        yield one

    def _count(self, number: str) -> None:
        if number.isdigit():
            self.number = int(number)

    def _sentence(self, block: _Block, span: tuple[int, int], signs: Sequence[Sign]) -> Told | None:
        """What a sentence tells; None where it is talk."""
        row, start, end = letters(signs), *span
        is_last = end == len(block.words)
        below: tuple[str, ...] = ()
        if is_last and _ANNOUNCES.search(row) and (ORDERS & set(row) or row in _ALONE):
            below = self._set_out(announced(signs), titled="T" in row)
        if below:
            signs = [*signs, Sign(QUOTE, end, end, below)]
        elif is_last and AMENDED.match(row):
            self.above, self.heading, self.idle = where_of(signs), block.words, True
            return None
        found = self._orders(signs, below)
        text = block.words if is_last and start == block.body else block.words[start:end]
        if found:
            if self.heading and all(each.where == self.above for each in found):
                text = f"{self.heading} {text}"
            return Told(text, block.number, found, signs, block.words)
        undone = amending().undone.search(block.quotes.bare, start, end) and self.begun
        if undone or _is_order(row, begun=self.begun, numbered=bool(block.number)):
            above = [self.heading] if self.idle else []
            return Told(" ".join([*above, text, *below]), block.number, None)
        return None

    def _orders(self, signs: Sequence[Sign], below: Sequence[str]) -> list[Order] | None:
        """The orders of a sentence, of which those below are the paragraphs that it sets out."""
        found = orders_of(signs, self.above)
        count = announced(signs)
        tops = sum(1 for each in below if each is below[0] or not _POINT.match(each))
        if below and count is not None and tops != count:
            return None
        if found and "preambular" in self.above.parts:
            named = (i for each in found for i in each.told.paragraphs)
            return None if any(i.startswith("op") for i in named) else found
        return found

    def _set_out(self, count: int | None, *, titled: bool) -> tuple[str, ...]:
        """The paragraphs below, as many as are announced; or up to what is none."""
        taken: list[str] = []
        tops = 0
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            is_point = bool(taken) and _POINT.match(block) is not None
            if not is_point and tops == (count or -1):
                break
            if taken and (is_closed(taken[-1]) and count is None and opens(taken[0])):
                break
            ended = block.endswith(_ENDS) or (titled and not taken)
            if not ended or (not opens(block) and self._begins_order(block)):
                break
            taken.append(block)
            tops += not is_point
            self.at += 1
        return tuple(unquoted(each) for each in taken)

    def _begins_order(self, block: str) -> bool:
        """Whether a block is an instruction, and no paragraph that is set out."""
        read = _Block.of(block)
        first = next(iter(read.sentences()), None)
        if first is None:
            return False
        signs = signs_of(read.quotes, *first, self.target)
        row = letters(signs)
        if orders_of(signs, self.above) or HEADING.match(row):
            return True
        return bool(
            row[:1] in ORDERS | set("oABbEHP") and ORDERS & set(row) and set(row) & set("PTXNQ")
        )

    def _is_lost(self, block: _Block) -> bool:
        """Whether a block of which nothing was read looks like an instruction, or new text."""
        words = block.words
        if not self.begun and not self.idle:
            return False
        if block.number.isdigit() and int(block.number) == self.number + 1:
            return True
        first = words.split(" ", 1)[0].strip(",;:.").lower()
        clause = first in verbs().openers and words.endswith((";", ",", "."))
        looks = opens(words) or words.endswith((";", ",")) or clause or self.idle
        return len(words.split()) > _FEW and looks


def _sentences(bare: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a block begin and end."""
    for end in [each.start() for each in _SENTENCE.finditer(bare, start)] + [len(bare)]:
        if bare[start:end].strip():
            yield start, end
        start = end + len(bare[end:]) - len(bare[end:].lstrip())


def _after_talk(bare: str, start: int, end: int) -> int:
    """Where in a sentence its order begins, behind "We would propose to"."""
    rules = amending()
    talk = rules.talk.match(bare[start:end])
    if talk is None or rules.denied.search(talk[0]):
        return start
    return start + talk.end()


def _is_order(row: str, *, begun: bool, numbered: bool) -> bool:
    """Whether a sentence that was not read speaks of paragraphs as an instruction does."""
    signs = set(row)
    if ORDERS & signs and signs & set("PTXN!"):
        return True
    if row[:1] in IMPERATIVE and (begun or numbered):
        return True
    return begun and bool(signs & set("PN!") or (ORDERS & signs and QUOTE in signs))
