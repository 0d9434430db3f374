"""Where a draft says what a text of the corpus grants, and not the rule that it is granted against.

"Reaffirms that, while X must be borne in mind, it is the duty of States to Y": a draft that says X
alone keeps the reservation and drops the rule. In: the paragraphs with their matches. Out: for each
what is to be read beside it, or None. Which words grant something is the lexicon's; what the
thresholds are worth is measured by ``bench/half_quoted.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from counterdraft.lexicon.concessions import leads
from counterdraft.lexicon.joining import content_of, joining_stems
from counterdraft.model import Clause, Corpus, Form, HalfQuoted, Match, Near, Paragraph, Span
from counterdraft.reuse.judge import judged, own_words_of
from counterdraft.reuse.wording import normalised
from counterdraft.text.stems import stem
from counterdraft.text.straight import straighten
from counterdraft.trace.concessions import bows, concessions
from counterdraft.trace.matches import piece_match
from counterdraft.trace.series import Own

# A concession of fewer words is anybody's ("progress has been made"); so many of them are its own.
_CONTENT, _OWN_WORDS = 5, 2
# A clause says it where it has so much of its content words close together, so much of those that
# not every resolution has, and so much of all its words in their order; the last is for certain.
_SAYS, _MOST_OWN, _IN_ORDER, _CERTAIN = 0.7, 2 / 3, 0.6, 0.85
# A limb that bows to something ("taking into account") is like it with so many content words in
# common, so much of what either says, and of its own words so many and so much.
_SHARED, _LIKE, _HALF = 3, 0.3, 0.5
# Close together is within so many times the words of the concession.
_SPREAD = 2
# The main clause is said where one paragraph has so much of its content words.
_SAID = 0.6
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


class _Granted(NamedTuple):
    """What texts grant, the main clause as the latest has it, and the clauses, oldest first."""

    conceded: str
    main: str
    clauses: tuple[Clause, ...]
    content: frozenset[str]
    own_words: frozenset[str]


class _Echo(NamedTuple):
    """How much of what is granted a clause says, and where."""

    share: float
    span: Span
    granted: _Granted


class _Words:
    """A clause as it is held against what is granted; each part is made when it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def stems(self) -> list[tuple[Span, str]]:
        found = _WORD.finditer(straighten(self.text))
        return [(Span(*each.span()), stem(each[0].lower())) for each in found]

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(word for _, word in self.stems) - joining_stems()

    @cached_property
    def bows(self) -> list[tuple[Span, frozenset[str], frozenset[str]]]:
        """The limbs that bow to something, with their content words and those of their own."""
        limbs = [(span, span.of(self.text)) for span in bows(self.text)]
        return [(span, content_of(limb), own_words_of(limb)) for span, limb in limbs]


def half_quoted(
    paragraphs: Sequence[Paragraph], matches: Sequence[Sequence[Match]], corpus: Corpus, own: Own
) -> list[HalfQuoted | None]:
    """For each paragraph, which has these matches, the concession that it quotes by half."""
    said = [content_of(each.text) for each in paragraphs]
    granted = [each for each in _granted(corpus, own) if not _is_said(each.main, said)]
    return [
        _told(paragraph, some, granted, own)
        for paragraph, some in zip(paragraphs, matches, strict=True)
    ]


def _granted(corpus: Corpus, own: Own) -> Iterator[_Granted]:
    """What the adopted texts of the corpus grant, each wording once."""
    found: dict[str, list[tuple[str, str, Clause]]] = {}
    for clause in corpus.having(leads().phrases):
        if own.is_source(clause.record):
            for each in concessions(clause.text):
                conceded, main = each.conceded.of(clause.text), each.main.of(clause.text)
                found.setdefault(normalised(conceded), []).append((conceded, main, clause))
    for some in found.values():
        conceded, main, _ = some[-1]
        content, own_words = content_of(conceded), own_words_of(conceded)
        if len(content) >= _CONTENT and len(own_words) >= _OWN_WORDS:
            clauses = tuple(clause for *_, clause in some)
            yield _Granted(conceded, main, clauses, content, own_words)


def _is_said(main: str, said: Sequence[frozenset[str]]) -> bool:
    """Whether one of some paragraphs, by their content words, says a main clause."""
    content = content_of(main)
    return any(len(content & each) >= _SAID * len(content) for each in said)


def _told(
    paragraph: Paragraph, matches: Sequence[Match], granted: Sequence[_Granted], own: Own
) -> HalfQuoted | None:
    told = content_of(" ".join(each for match in matches[:1] for each in match.omitted))
    words = _Words(paragraph.text)
    echoes = [echo for each in granted if (echo := _says(words, each) or _bows(words, each))]
    for share, span, each in sorted(echoes, key=lambda echo: -echo.share):
        match = piece_match(Near(Form(each.clauses), 0), own, share)
        if match is not None and not _is_said(each.main, [told]):
            start, (conceded, main) = paragraph.span.start, _quotes(match.source.text, each)
            return HalfQuoted(
                Span(start + span.start, start + span.end), match, conceded, main,
                certain=share >= _CERTAIN,
            )  # fmt: skip
    return None


def _quotes(source: str, granted: _Granted) -> tuple[str, str]:
    """What is granted and the main clause as the text says them that it is told by."""
    wording = normalised(granted.conceded)
    quotes = ((each.conceded.of(source), each.main.of(source)) for each in concessions(source))
    return next(each for each in quotes if normalised(each[0]) == wording)


def _says(words: _Words, granted: _Granted) -> _Echo | None:
    """Where a clause says what is granted, nearly in its words."""
    if len(words.content & granted.content) < _SAYS * len(granted.content):
        return None
    if len(words.content & granted.own_words) < _MOST_OWN * len(granted.own_words):
        return None
    share, span = _closest(words, granted)
    in_order = share >= _SAYS and judged(granted.conceded, words.text).held >= _IN_ORDER
    return _Echo(share, span, granted) if in_order else None


def _closest(words: _Words, granted: _Granted) -> tuple[float, Span]:
    """The share of what is granted that the words have close together, and where."""
    most, best, at = _SPREAD * len(granted.conceded.split()), 0, Span(0, 0)
    places = [n for n, (_, word) in enumerate(words.stems) if word in granted.content]
    for first in places:
        some = [words.stems[n] for n in places if first <= n < first + most]
        held = len({word for _, word in some})
        if held > best:
            best, at = held, Span(some[0][0].start, some[-1][0].end)
    return best / len(granted.content), at


def _bows(words: _Words, granted: _Granted) -> _Echo | None:
    """Where a clause bows to something that is like what is granted."""
    for span, content, own_words in words.bows:
        shared = len(content & granted.content)
        both = (len(content) + len(granted.content)) / 2
        shared_own = len(own_words & granted.own_words)
        if (
            shared >= max(_SHARED, _LIKE * both)
            and shared_own >= max(_OWN_WORDS, _HALF * len(own_words))
        ):  # fmt: skip
            return _Echo(shared / len(granted.content), span, granted)
    return None
