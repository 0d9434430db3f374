"""What in a document without a draft came nearest to one, in a few words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from counterdraft.lexicon.documents import kind_stated
from counterdraft.lexicon.languages import ENGLISH, language_of, language_said
from counterdraft.model import Document
from counterdraft.parse.blocks import Candidate, candidate
from counterdraft.parse.verbs import match_verb
from counterdraft.text.straight import straighten

_SHOWN = 60
# What says of itself that it is no resolution, in the first lines of a document.
_DECISION = re.compile(r"\bdraft decision\b", re.IGNORECASE)
_HEAD_BLOCKS = 24
_QUOTED = re.compile(r'"([^"\n]*)"')
# What is quoted and may be a clause has so many letters; so many are shown.
_LONG, _MOST = 30, 5
_READ = 20_000  # characters by which the language is told


def nearest(document: Document) -> str:
    """What the document says it is, if it does, what in it is most like a clause, or is quoted."""
    for block in document.blocks[:_HEAD_BLOCKS]:
        if _DECISION.search(block.span.of(document.text)):
            return "it is a draft decision, which has no paragraphs of a resolution"
    language = language_of(document.text[:_READ], document.language)
    if language != ENGLISH:
        said = language_said(language)
        return f"drafts are found in English, and this text is in {said}: take its English version"
    kinds = (kind_stated(block.span.of(document.text)) for block in document.blocks[:_HEAD_BLOCKS])
    seems = next((f"it seems to be {kind}; " for kind in kinds if kind), "")
    return seems + _like_a_clause(document)


def _like_a_clause(document: Document) -> str:
    """The block that looks most like a clause, with its place, or that there is none."""
    straight = straighten(document.text)
    found = [candidate(straight, i, block) for i, block in enumerate(document.blocks[:5000])]
    for kind in ("formula", "operative", "preambular"):
        for each in found:
            if each.kind == kind:
                shown = _shown(document, each.block.span.start, each.block.span.end)
                return f"nearest is {_place(document, each)}: “{shown}”"
    if quoted := list(islice(_quoted(document, straight, found), _MOST)):
        return f"it quotes what reads like clauses of one: {'; '.join(quoted)}"
    return "nothing in it reads like a clause of one"


def _quoted(document: Document, straight: str, found: Sequence[Candidate]) -> Iterator[str]:
    """What is quoted within lines and opens as an operative clause does, each with its place."""
    for each in found:
        span = each.block.span
        for words in _QUOTED.finditer(straight, span.start, span.end):
            start, end = words.span(1)
            verb = match_verb(straight, start, end) if end - start >= _LONG else None
            if verb is not None and verb.form == "present":
                yield f"{_place(document, each)}: “{_shown(document, start, end)}”"


def _shown(document: Document, start: int, end: int) -> str:
    words = document.text[start:end]
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _place(document: Document, found: Candidate) -> str:
    page = document.page_of(found.block.span.start)
    return f"on page {page}" if page else f"line {found.block.line or found.place + 1}"
