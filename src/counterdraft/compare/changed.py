"""The words of an edit → where in either text they changed, and what a clause speaks of.

What is told as gained or lost must have come or gone in the words: what a parser sees in one
text alone, though both say it, is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from counterdraft.lexicon.joining import content_of
from counterdraft.model import APART, Paragraph, Span, WordEdit
from counterdraft.model.comparison import WordOp


def changed(
    words: Sequence[WordEdit], paragraphs: Sequence[Paragraph], op: WordOp
) -> tuple[Span, ...]:
    """Where the words that are "deleted" stand in A's document, or the "inserted" in B's.

    ``paragraphs`` are those of the edit on that side.
    """
    own = ((each.op, each.now or each.text if op == "inserted" else each.text) for each in words)
    return tuple(_spans([each for each in own if each[0] in {"same", op}], paragraphs, op))


def _spans(
    words: Iterable[tuple[WordOp, str]], paragraphs: Sequence[Paragraph], op: WordOp
) -> Iterator[Span]:
    nth, at = 0, paragraphs[0].span.start if paragraphs else 0
    for kind, text in words:
        for i, piece in enumerate(text.split(APART)):
            if i:
                nth += 1
                at = paragraphs[nth].span.start
            if kind == op and piece:
                yield Span(at, at + len(piece))
            at += len(piece)


def exchanged(
    words: Sequence[WordEdit], paragraphs: Sequence[Paragraph], op: WordOp
) -> Iterator[tuple[Span, str]]:
    """The spans of ``changed``, each with the words that stand in its place in the other text."""
    for n, each in enumerate(words):
        if each.op == op:
            here = [e if i == n else WordEdit("same", e.text, e.now) if e.op == op else e
                    for i, e in enumerate(words)]  # fmt: skip
            beside = (*words[max(0, n - 1) : n], *words[n + 1 : n + 2])
            instead = " ".join(e.text for e in beside if e.op not in {op, "same"})
            yield from ((span, instead) for span in changed(here, paragraphs, op))


def touches(spans: Iterable[Span], span: Span) -> bool:
    """Whether any of the words at ``span`` changed."""
    return any(each.meets(span) for each in spans)


def share_changed(spans: Iterable[Span], span: Span) -> float:
    """How much of the words at ``span`` changed, 0 to 1."""
    reach = sum(max(0, min(each.end, span.end) - max(each.start, span.start)) for each in spans)
    return reach / max(1, span.end - span.start)


@lru_cache(maxsize=5_000)
def spoken_of(text: str) -> frozenset[str]:
    """The stems of the words that say something, whatever their form."""
    return content_of(text)


def says(text: str, words: str) -> bool:
    """Whether a text has all the words, in whatever form, that say something in ``words``."""
    return spoken_of(words) <= spoken_of(text)
