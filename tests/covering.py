"""Texts held against a shipped mandate, for the tests of what counts as a sign of a topic."""

from __future__ import annotations

from counterdraft.cover.cover import cover
from counterdraft.lexicon.mandate_files import shipped
from counterdraft.model.coverage import Coverage, TopicCover
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def covered(mandate: str, *clauses: str) -> Coverage:
    """A draft of these operative clauses, held against a mandate."""
    numbered = [f"{n}. {clause}" for n, clause in enumerate(clauses, 1)]
    text = "\n\n".join(["The General Assembly,", "Guided by the Charter,", *numbered])
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    return cover(document, resolution, shipped(mandate))


def found(mandate: str, topic: str, *clauses: str) -> TopicCover:
    """What comes of one topic."""
    return next(each for each in covered(mandate, *clauses).topics if each.id == topic)
