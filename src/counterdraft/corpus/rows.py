"""What a corpus answers → tables: columns by name, and rows of cells.

CSV and the terminal show the same tables; the terminal some of their columns only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.corpus.formulas import Formula
from counterdraft.corpus.info import Info
from counterdraft.corpus.links import Link
from counterdraft.corpus.novelty import Novelty
from counterdraft.corpus.search import CLOSES, OPENS, Hits
from counterdraft.model import Adoption, Clause, Record
from counterdraft.text.cells import Cell
from counterdraft.wording.bounds import ranges

MARK = "**"
"""What stands before and after a hit."""


class Table(NamedTuple):
    """Columns by name, and rows of as many cells."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def adopted(adoption: Adoption) -> str:
    """How a text was adopted, in words."""
    if adoption.mode != "recorded vote" or adoption.yes is None:
        return adoption.mode
    return f"recorded vote, {adoption.yes}-{adoption.no}-{adoption.abstain}"


def marked(snippet: str) -> str:
    """A snippet with each hit between marks."""
    return snippet.replace(OPENS, MARK).replace(CLOSES, MARK)


def of_hits(hits: Hits) -> Table:
    """A row a clause that was found, best first."""
    columns = (
        *("symbol", "date", "organ", "session", "committee", "adoption"),
        *("paragraph", "part", "number", "phrase", "score", "snippet", "text"),
    )
    return Table(
        columns,
        [
            (*_about(each.clause.record), *_of_clause(each.clause), each.score,
             marked(each.snippet), each.clause.text)
            for each in hits.best
        ],
    )  # fmt: skip


def _about(record: Record) -> tuple[Cell, ...]:
    how = record.kind if record.kind == "draft" else adopted(record.adoption)
    return record.id, record.date, record.organ, record.session, record.committee, how


def _of_clause(clause: Clause) -> tuple[Cell, ...]:
    return clause.paragraph, clause.part, clause.number, clause.phrase


def of_clauses(clauses: Sequence[Clause]) -> Table:
    """A row a paragraph of a text, in order."""
    columns = ("symbol", "paragraph", "part", "number", "phrase", "text")
    return Table(columns, [(c.record.id, *_of_clause(c), c.text) for c in clauses])


def of_links(links: Sequence[Link]) -> Table:
    """A row a citation."""
    columns = (
        *("citing", "date", "paragraph", "footnote", "cited", "as_cited", "kind"),
        *("candidates", "held"),
    )
    return Table(
        columns,
        [
            (x.citing, x.date, x.paragraph, _yes(x.footnote), x.cited, x.as_cited, x.kind,
             "; ".join(x.candidates), _yes(x.held))
            for x in links
        ],
    )  # fmt: skip


def _yes(said: bool) -> str:
    return "yes" if said else "no"


def of_novelty(found: Sequence[Novelty]) -> Table:
    """A row a session, and one for each of its committees."""
    columns = (
        *("organ", "session", "committee", "texts", "clauses"),
        *("verbatim", "adapted", "not_found"),
    )
    return Table(
        columns,
        [
            (x.organ, x.session, "all" if x.committee is None else x.committee or "none", x.texts,
             x.clauses, x.verbatim, x.adapted, x.not_found)
            for x in found
        ],
    )  # fmt: skip


def of_formulas(formulas: Sequence[Formula]) -> Table:
    """A row a formula, the most spread first."""
    columns = (
        *("titles", "texts", "clauses", "wordings", "earliest", "earliest_date", "latest"),
        *("latest_date", "without_vote", "recorded", "unknown", "organs", "committees", "subjects"),
        "text",
    )
    return Table(columns, [_of_formula(each) for each in formulas])


def _of_formula(formula: Formula) -> tuple[Cell, ...]:
    use, spread = formula.use, formula.spread
    organs, committees, subjects = (
        "; ".join(f"{each.name} {each.texts}" for each in shares)
        for shares in (spread.organs, spread.committees, spread.subjects)
    )
    return (
        len(spread.titles), use.texts, use.clauses, formula.wordings, use.earliest.text,
        use.earliest.date, use.latest.text, use.latest.date, use.adopted.without_vote,
        use.adopted.recorded, use.adopted.unknown, organs, committees, subjects, formula.text,
    )  # fmt: skip


def of_info(found: Info) -> Table:
    """A row an organ."""
    columns = ("organ", "texts", "sessions", "years", "first_date", "last_date")
    return Table(
        columns,
        [
            (x.organ, x.texts, ranges(x.sessions), ranges(x.years), x.first_date, x.last_date)
            for x in found.bounds.organs
        ],
    )
