"""What in a document without a draft came nearest to one, in a few words."""

from __future__ import annotations

import re

from counterdraft.lexicon.cover_words import cover_words
from counterdraft.model import Document
from counterdraft.parse.blocks import Candidate, candidate
from counterdraft.text.straight import straighten

_SHOWN = 60
# What says of itself that it is no resolution, in the first lines of a document.
_DECISION = re.compile(r"\bdraft decision\b", re.IGNORECASE)
_HEAD_BLOCKS = 24
_READ = 20_000  # characters by which the language is told


def nearest(document: Document) -> str:
    """The block that looks most like a clause, with its place, or that there is none."""
    for block in document.blocks[:_HEAD_BLOCKS]:
        if _DECISION.search(block.span.of(document.text)):
            return "it is a draft decision, which has no paragraphs of a resolution"
    straight = straighten(document.text)
    found = [candidate(straight, i, block) for i, block in enumerate(document.blocks[:5000])]
    for kind in ("formula", "operative", "preambular"):
        for each in found:
            if each.kind == kind:
                words = document.text[each.block.span.start : each.block.span.end]
                shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
                return f"nearest is {_place(document, each)}: “{shown}”"
    if not _is_english(document):
        return "drafts are found in English, and its words are not: take its English version"
    return "nothing in it reads like a clause of one"


def _is_english(document: Document) -> bool:
    """Whether it has the words that English texts have; of a few words, as its source says."""
    english = cover_words().language
    words = re.findall(r"[^\W\d_]+", document.text[:_READ].lower())
    if len(words) < english.among:
        return document.language == "en"
    return sum(word in english.words for word in words) >= english.least * len(words)


def _place(document: Document, found: Candidate) -> str:
    page = document.page_of(found.block.span.start)
    return f"on page {page}" if page else f"line {found.block.line or found.place + 1}"
