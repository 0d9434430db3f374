"""The values that flow between the stages: frozen, typed, JSON by construction."""

from counterdraft.model.document import Block, Declared, Document, Link, Note, Role
from counterdraft.model.problem import Problem
from counterdraft.model.resolution import (
    SCHEMA,
    Addressee,
    AddresseeClass,
    Annex,
    Citation,
    DateMention,
    Footnote,
    Heading,
    Paragraph,
    Part,
    Resolution,
    TreatyMention,
    Verb,
)
from counterdraft.model.span import OffsetMap, Span

__all__ = [
    "SCHEMA",
    "Addressee",
    "AddresseeClass",
    "Annex",
    "Block",
    "Citation",
    "DateMention",
    "Declared",
    "Document",
    "Footnote",
    "Heading",
    "Link",
    "Note",
    "OffsetMap",
    "Paragraph",
    "Part",
    "Problem",
    "Resolution",
    "Role",
    "Span",
    "TreatyMention",
    "Verb",
]
