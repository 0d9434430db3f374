"""Where those parts of a clause come from that its best source does not have.

In: the clauses with their matches. Out: for each clause its pieces, in the order of its words.
Of a clause without any source its limbs, between commas and semicolons, are looked for. A piece
stands in its source word for word, or its edits show what does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from counterdraft.align.stretches import longest_run, stretch_like
from counterdraft.align.words import word_edits
from counterdraft.lexicon.joining import joining_words
from counterdraft.model import Corpus, Match, Near, Paragraph, Piece, Span
from counterdraft.reuse.judge import SAID, judged
from counterdraft.trace.matches import piece_match
from counterdraft.trace.series import Own

# A piece of fewer words is no formula.
_FEWEST = 7
# Nearly all of it stands in the source, in its order.
_HELD = 0.8
# … and it has so many words that not every fourth resolution says.
_OWN_WORDS = 3
_ASKED = 8
# An item of a list has so many words at most.
_ITEM = 3
_LIMB = re.compile(r"[^,;:]+")


class _Part(NamedTuple):
    """A part of a clause: which clause, where in its words, the words."""

    clause: int
    start: int
    text: str


class Limb(NamedTuple):
    """A limb of a clause without a source, and the wordings nearest to it."""

    text: str
    near: tuple[Near, ...]


class Parts(NamedTuple):
    """Of each paragraph its pieces, and, where it has no source, what is nearest to its limbs."""

    pieces: list[list[Piece]]
    limbs: list[list[Limb]]


def parts_of(
    paragraphs: Sequence[Paragraph], matches: Sequence[Sequence[Match]], corpus: Corpus, own: Own
) -> Parts:
    """The parts of each paragraph, which has these matches."""
    parts = [
        part for n, (p, some) in enumerate(zip(paragraphs, matches, strict=True))
        for part in _parts(n, p, some)
    ]  # fmt: skip
    found = corpus.nearest([part.text for part in parts], _ASKED) if parts else []
    made = Parts([[] for _ in paragraphs], [[] for _ in paragraphs])
    for part, near in zip(parts, found, strict=True):
        match = _best(part.text, near, own)
        if match is not None:
            at = paragraphs[part.clause].span.start + part.start
            made.pieces[part.clause].append(_piece(part.text, at, match))
        elif not matches[part.clause]:
            made.limbs[part.clause].append(Limb(part.text, tuple(near)))
    return made


def _piece(text: str, at: int, match: Match) -> Piece:
    """What stands in the source to the word, where that is most of a part; else all, edited."""
    source = match.source.text
    run, count = longest_run(text, source) or (Span(0, 0), 0)
    if count >= max(_FEWEST, _HELD * len(text.split())):
        end = run.start + len(_unjoined(run.of(text)))
        return Piece(Span(at + run.start, at + end), replace(match, similarity=1.0))
    like = stretch_like(text, source)
    edits = word_edits(like.of(source), text) if like else ()
    return Piece(Span(at, at + len(text)), replace(match, edits=edits))


def _unjoined(words: str) -> str:
    """Words without what would join more to them at their end: ", and"."""
    *before, last = words.rsplit(None, 1)
    return _unjoined(before[0].rstrip(" ,;")) if before and last in joining_words() else words


def _parts(n: int, paragraph: Paragraph, matches: Sequence[Match]) -> Iterator[_Part]:
    if not matches:
        yield from _long_enough(n, _limbs(paragraph.text))
        return
    at, inserted = 0, []
    for edit in matches[0].edits:
        text = edit.now or edit.text
        if edit.op == "inserted":
            inserted.append((at, text))
        at += len(text) if edit.op != "deleted" else 0
    yield from _long_enough(n, inserted)


def _limbs(text: str) -> list[tuple[int, str]]:
    """The stretches between commas; the items of a list, and what ends it, are one."""
    limbs: list[tuple[int, str]] = []
    listing = False
    for found in _LIMB.finditer(text):
        item = len(found[0].split()) <= _ITEM
        if limbs and (item or listing):
            start, _ = limbs.pop()
            limbs.append((start, text[start : found.end()]))
        else:
            limbs.append((found.start(), found[0]))
        listing = item
    return limbs


def _long_enough(n: int, stretches: Sequence[tuple[int, str]]) -> Iterator[_Part]:
    for start, text in stretches:
        lead = len(text) - len(text.lstrip(" ,;:"))
        words = text.strip(" ,;:.")
        if len(words.split()) >= _FEWEST:
            yield _Part(n, start + lead, words)


def _best(text: str, found: Sequence[Near], own: Own) -> Match | None:
    """The match of the wording that has most of a part; None where none has nearly all."""
    held = [(judged(text, near.form.clauses[-1].text), -n) for n, near in enumerate(found)]
    for judgement, place in sorted(held, key=lambda each: (each[0].held, each[1]), reverse=True):
        says = judgement.shared >= _OWN_WORDS and judgement.said >= SAID
        if judgement.held >= _HELD and says:
            match = piece_match(found[-place], own, judgement.held)
            if match is not None:
                return match
    return None
