"""Where the words come from: for each paragraph where it stood in the corpus that was asked."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.brief.case import Case
from counterdraft.brief.report import Group, Prose, Row, Section, Statement, Table
from counterdraft.model import ClauseTrace, Provenance
from counterdraft.text.traced import VERDICTS, corpus_said, left_out, sentences, summary

_COLUMNS = ("The text", "Found", "Where it stood, and what was changed")
_GROUPS = (("preambular", "Preamble"), ("operative", "Operative part"))
_NOTE = (
    "Adapted means that the paragraph, or a substantial part of it, has that wording with "
    "changes. What is not found is not found in this corpus, and may stand elsewhere. How a text "
    "was adopted says nothing of a formula in it."
)


def words(case: Case) -> Section | None:
    """The section; None where the draft was traced through no corpus."""
    provenance = case.known.provenance
    if provenance is None:
        return None
    figures = Prose(tuple(Statement(each) for each in summary(provenance)))
    title = f"Held against {corpus_said(provenance.corpus)}"
    table = Table(title, _COLUMNS, tuple(_groups(case, provenance)), _NOTE)
    return Section("words", "Where the words come from", (figures, table))


def _groups(case: Case, provenance: Provenance) -> Iterator[Group]:
    for part, title in _GROUPS:
        rows = tuple(_row(case, each) for each in provenance.clauses if each.part == part)
        if rows:
            yield Group(title, rows)


def _row(case: Case, clause: ClauseTrace) -> Row:
    paragraph = next(p for p in case.resolution.paragraphs if p.id == clause.paragraph)
    here = case.at(paragraph)
    text = Statement(f"{here.label}: {clause.text}", (here,))
    told = [Statement(each) for each in (*sentences(clause), *left_out(clause))]
    return Row(((text,), (Statement(VERDICTS[clause.verdict]),), tuple(told)), paragraph.level)
