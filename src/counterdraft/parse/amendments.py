"""Documents that amend a draft instead of being one: known, and their header read.

In: a document in which no draft was found. Out: whether it amends one, and a ``Header``
whose ``draft_symbol`` is the draft that it amends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from counterdraft.lexicon.organs import Organ, organ_names, organs
from counterdraft.model import Document
from counterdraft.parse.amending.blocks import Told, told, words_of
from counterdraft.parse.header import Header, find_sponsors, header_from_lines
from counterdraft.parse.masthead import title_after
from counterdraft.parse.noted import said_lines

_INSTRUCTION = re.compile(
    r"\b(?:(?:In|After|Before|Delete|Replace|Amend|Insert|Add|Renumber)\b.{0,60}"
    r"\b(?:(?:preambular|operative)\s+paragraph|paragraph \d|title of the draft)"
    r"|[Rr]eplace the (?:existing )?(?:text|title|\w+ (?:preambular|operative) paragraph))"
)
_ANNOUNCED = re.compile(
    r"\bamendments?\b.{0,40}\b(?:to|:)?.{0,30}\bdraft (?:resolution|decision)\b", re.IGNORECASE
)
_TARGET = re.compile(
    r"[Aa]mendments?(?: \w+)? to (?:draft resolution )?(?P<symbol>[A-Z]/[\w./-]+\d)"
)
# Where a document says what it is, and how far instructions are counted.
_HEAD, _ORGAN_WITHIN, _READ = 3_000, 1_200, 20_000
_HEAD_BLOCKS = 24
# So many instructions make an amendment of a document that does not say it is one.
_ENOUGH = 3


def is_amendment(document: Document, straight: str) -> bool:
    """Whether a document without a draft amends one; ``straight`` is its straightened text."""
    instructions = len(_INSTRUCTION.findall(straight[:_READ]))
    announced = _ANNOUNCED.search(straight[:_HEAD]) is not None
    if instructions >= _ENOUGH or (announced and instructions > 0):
        return True
    return (1 if announced else _ENOUGH) <= sum(1 for _ in islice(_orders(document), _ENOUGH))


def _orders(document: Document) -> Iterator[Told]:
    """The instructions that are understood, of as much of a document as is read for them."""
    read = sum(1 for each in document.blocks if each.span.end <= _READ)
    return (each for each in told(words_of(document)[:read], None) if each.orders)


def read_amendment(document: Document, straight: str) -> tuple[Header, Organ | None]:
    """The header of a document that amends a draft, and the organ that is to decide."""
    lines = said_lines(document, document.blocks[:_HEAD_BLOCKS])
    named = re.compile(organ_names()).search(straight[:_ORGAN_WITHIN])
    organ = next((o for o in organs() if named and named[0] in o.names), None)
    prose = next((i for i, line in enumerate(lines) if line.endswith((".", ":"))), len(lines))
    head = header_from_lines(lines[:prose], organ, formula=True)
    target = _TARGET.search(straight)
    who, at = find_sponsors(lines)
    header = Header(
        symbol=head.symbol,
        title=None if at is None else title_after(lines, at),
        session=head.session,
        session_kind=head.session_kind,
        date=head.date,
        committee=head.committee,
        agenda_item=head.agenda_item,
        sponsors=who.sponsors,
        speakers=who.speakers,
        draft_symbol=target["symbol"] if target else None,
    )
    return header, organ
