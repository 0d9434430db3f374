"""Drafts for the tests of rules on drafting, and small corpora that they are traced through."""

from __future__ import annotations

from pathlib import Path

from counterdraft.compare.compare import compare
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import Entry
from counterdraft.corpus.stored import Stored
from counterdraft.flag.ground import Ground
from counterdraft.flag.rule import Rule
from counterdraft.model import Comparison, Document, Provenance, Resolution
from counterdraft.model.comparison import Relation
from counterdraft.model.finding import Finding
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.trace.trace import trace


def draft(
    *operative: str, preamble: tuple[str, ...] = (), title: str = "Lanterns and peace",
    name: str = "draft.txt",
) -> Ground:  # fmt: skip
    """A draft of the General Assembly with these paragraphs, and nothing else known."""
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    head = "\n\n".join([title, "The General Assembly,", *preamble])
    document: Document = from_text(f"{head}\n\n{body}\n".encode(), name)
    (resolution,) = parse(document)
    return Ground(document, resolution)


def corpus(folder: Path, *entries: Entry) -> Stored:
    """A corpus of these texts."""
    add(folder, entries)
    return Stored(folder)


def traced(ground: Ground, held: Stored) -> Ground:
    """The same, with where its words stood."""
    return ground._replace(provenance=trace(ground.resolution, held), corpus=held)


def provenance(ground: Ground) -> Provenance:
    """What was traced."""
    assert ground.provenance is not None
    return ground.provenance


def beside(one: Resolution, other: Resolution, relation: Relation = "versions") -> Comparison:
    """Two texts compared."""
    return compare(one, other, relation)


def findings(rules: tuple[Rule, ...], ground: Ground, rule: str = "") -> list[Finding]:
    """What rules find, or the one of them; each finding checked to bear its evidence."""
    found = [
        each for some in rules if not rule or some.id == rule
        for each in some.find(ground)
    ]  # fmt: skip
    for each in found:
        assert each.against
        assert each.evidence
        for quoted in each.evidence:
            if quoted.text == "this":
                assert quoted.span is not None
                assert quoted.span.of(ground.document.text) == quoted.quote
    return found
