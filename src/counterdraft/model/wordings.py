"""The wordings of one clause beside each other: by the force of their verbs, or over the years.

Only adopted texts count. All of it is bounded by the corpus, as a trace is.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from counterdraft.model.comparison import WordEdit
from counterdraft.model.corpus import Bounds, Clause, Record
from counterdraft.model.provenance import Adopted
from counterdraft.model.resolution import Part

VARIANTS_SCHEMA = "counterdraft/variants/1"
TIMELINE_SCHEMA = "counterdraft/timeline/1"


class AskedClause(Struct, frozen=True, kw_only=True):
    """The clause of a text that is asked about, and the corpus that was asked."""

    source: str
    symbol: str | None
    title: str | None
    corpus: Bounds
    paragraph: str
    number: str | None
    part: Part
    text: str


class Variant(Struct, frozen=True, kw_only=True):
    """A wording that was adopted, in the words of the latest text that has it; or the text's own.

    ``places`` are the clauses that have it, oldest first; empty for the text's own. ``edits`` lead
    from the words of the text's own clause to this wording's; where the wording is the same they
    are empty, and ``differs`` says in what it still differs ("year"). ``similarity`` is the share
    of words in common, 0 to 1.
    """

    text: str
    phrase: str | None
    force: str | None
    places: tuple[Clause, ...] = ()
    adopted: Adopted = Adopted()
    similarity: float = 1.0
    edits: tuple[WordEdit, ...] = ()
    differs: tuple[str, ...] = ()


class Rank(Struct, frozen=True, kw_only=True):
    """The wordings whose first verbs are of one class of force, oldest first, the text's own last.

    ``above`` are the classes among those present that it is stronger than, ``apart`` those that
    it does not compare with. ``force`` is None for verbs whose force is not known.
    """

    force: str | None
    above: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


class Variants(Struct, frozen=True, kw_only=True):
    """The adopted wordings of one idea, weak to strong as far as they compare.

    A rank stands after all that it is stronger than. ``read`` is how many wordings of the corpus,
    the nearest to the clause, were held against it.
    """

    schema: str = VARIANTS_SCHEMA
    asked: AskedClause
    read: int
    ranks: tuple[Rank, ...] = ()


class Step(Struct, frozen=True, kw_only=True):
    """A text, and how the clause was worded in it.

    ``record`` is None for the text that is asked about; ``date`` is ISO 8601. ``wording`` counts
    the wordings from 0 in the order in which they come; it is None, as the words are, where no
    paragraph of the text is taken for the clause. ``edits`` lead from the wording of the last step
    that had any; where it stays the same they are empty, and ``differs`` says in what it still
    differs ("year").
    """

    record: Record | None
    date: str | None
    paragraph: str | None = None
    number: str | None = None
    text: str | None = None
    wording: int | None = None
    edits: tuple[WordEdit, ...] = ()
    differs: tuple[str, ...] = ()


class Timeline(Struct, frozen=True, kw_only=True):
    """How a clause was worded over the years, oldest first.

    ``basis`` says what the steps are: the texts of its own title, or those of the titles of its
    source, and of the source's source; None where the corpus has neither.
    """

    schema: str = TIMELINE_SCHEMA
    asked: AskedClause
    basis: Literal["series", "sources"] | None
    steps: tuple[Step, ...]
