"""Where the words of a text stood before: what a trace through a corpus found.

All of it is bounded by the corpus: ``earliest`` is the earliest place in it, and what was not
found was not found in it.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from counterdraft.model.comparison import WordEdit
from counterdraft.model.corpus import Bounds, Clause, Record
from counterdraft.model.framed import Columns, Kinds, Tabular
from counterdraft.model.resolution import Part
from counterdraft.model.shown import many
from counterdraft.model.span import Span

PROVENANCE_SCHEMA = "counterdraft/provenance/1"

TraceVerdict = Literal["verbatim", "adapted", "not_found"]


class Adopted(Struct, frozen=True, gc=False):
    """How many of some texts were adopted without a vote, by a recorded one, and otherwise."""

    without_vote: int = 0
    recorded: int = 0
    unknown: int = 0


class Match(Struct, frozen=True, kw_only=True):
    """A wording of the corpus that a clause has, or was made from.

    ``source`` is the place that it is told by: the latest of the text's own series where it stands
    there, else the latest. ``similarity`` is the share of words in common, 0 to 1; ``edits`` lead
    from the source's words to the clause's, ``omitted`` are stretches of the source that the
    clause leaves out. ``differs`` says in what a wording that is the same still differs ("year").
    """

    source: Clause
    earliest: Clause
    latest: Clause
    texts: int
    adopted: Adopted
    similarity: float
    own_series: bool = False
    edits: tuple[WordEdit, ...] = ()
    omitted: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()

    def is_before(self, day: str | None) -> bool:
        """Whether the place that it is told by is known to be earlier than a day."""
        date = self.source.record.date
        return day is not None and date is not None and date < day

    def is_after(self, day: str | None) -> bool:
        """Whether all of its places are known to be later than a day."""
        date = self.earliest.record.date
        return day is not None and date is not None and date > day


class Piece(Struct, frozen=True):
    """A part of a clause that has a source of its own; ``span`` is in the text's document.

    It stands there word for word where the match's ``similarity`` is 1; else the ``edits`` lead to
    it from the stretch of the source that is like it.
    """

    span: Span
    match: Match


class HalfQuoted(Struct, frozen=True):
    """What a clause says that a text of the corpus grants, without the main clause there.

    ``conceded`` and ``main`` are quotes of ``match.source.text``; no paragraph of the text traced
    was found to say ``main``. ``span`` is in the text's document. It is ``certain`` where the
    clause has nearly all words of what is granted; else the words are alike, and no more is said.
    """

    span: Span
    match: Match
    conceded: str
    main: str
    certain: bool


class ClauseTrace(Struct, frozen=True, kw_only=True):
    """What was found for one paragraph: the verdict, the matches, the best first.

    ``pieces`` are parts of it that stand in other texts than the first match. Where nothing was
    found, ``nearest`` is the wording most like it: to be read, and no source. ``half_quoted`` is
    a concession that it says without the main clause.
    """

    paragraph: str
    number: str | None
    part: Part
    text: str
    span: Span
    verdict: TraceVerdict
    matches: tuple[Match, ...] = ()
    pieces: tuple[Piece, ...] = ()
    nearest: Match | None = None
    half_quoted: HalfQuoted | None = None


class Provenance(Tabular, frozen=True, kw_only=True):
    """A text traced through a corpus.

    ``series`` are the texts of the corpus that it follows: those of its title, and those of that
    title that it cites. ``day`` is the text's, or an earlier one that was asked for: what was
    adopted later is no source. ``until`` is that day where the corpus goes on after it and was not
    heard beyond; a corpus that only begins later is heard, and all that it has is later.
    """

    kinds: ClassVar[Kinds] = {"similarity": float, "texts": int}

    schema: str = PROVENANCE_SCHEMA
    source: str
    symbol: str | None
    title: str | None
    corpus: Bounds
    series: tuple[Record, ...] = ()
    clauses: tuple[ClauseTrace, ...] = ()
    day: str | None = None
    until: str | None = None

    def in_a_line(self) -> str:
        """Of which text, and how many of its paragraphs were found."""
        found = sum(each.verdict != "not_found" for each in self.clauses)
        of = many(len(self.clauses), "paragraph")
        return f"{self.symbol or self.source}, {found} of {of} found"

    def columns(self) -> Columns:
        """A row for each paragraph: what was found, and the first match, if there is one.

        ``in_text`` is the text that it is told by and ``in_paragraph`` the paragraph there, of
        ``date``; ``earliest`` the first text of the corpus that has the wording, of ``texts``.
        """
        rows = [(each, next(iter(each.matches), None)) for each in self.clauses]
        return {
            "source": [self.source for _ in rows],
            "symbol": [self.symbol for _ in rows],
            "paragraph": [each.paragraph for each, _ in rows],
            "number": [each.number for each, _ in rows],
            "part": [each.part for each, _ in rows],
            "verdict": [each.verdict for each, _ in rows],
            "similarity": [match.similarity if match else None for _, match in rows],
            "in_text": [match.source.record.id if match else None for _, match in rows],
            "in_paragraph": [match.source.paragraph if match else None for _, match in rows],
            "date": [match.source.record.date if match else None for _, match in rows],
            "earliest": [match.earliest.record.id if match else None for _, match in rows],
            "texts": [match.texts if match else None for _, match in rows],
            "text": [each.text for each, _ in rows],
        }
