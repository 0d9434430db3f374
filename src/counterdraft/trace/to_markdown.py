"""A Provenance → Markdown: a table of the clauses, then each with what was found and changed."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model import ClauseTrace, Provenance
from counterdraft.text.markdown import plain
from counterdraft.wording.edited import edited_markdown
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.traced import place, sentences, summary, verdict_said


def to_markdown(provenance: Provenance) -> str:
    """The provenance; deleted words are struck, inserted ones bold."""
    title = provenance.title or provenance.symbol or provenance.source
    lines = [f"# Where the words come from: {plain(title)}", ""]
    lines += [f"{plain(each)}\n" for each in summary(provenance)]
    lines += ["| paragraph | found | nearest source |", "| --- | --- | --- |"]
    lines += [_row(clause, provenance) for clause in provenance.clauses]
    for clause in provenance.clauses:
        lines += ["", *_clause(clause, provenance)]
    return "\n".join(lines) + "\n"


def _row(clause: ClauseTrace, of: Provenance) -> str:
    source = plain(place(clause.matches[0].source)) if clause.matches else ""
    label = paragraph_label(clause.paragraph, clause.number)
    return f"| {plain(label)} | {verdict_said(clause, of)} | {source} |"


def _clause(clause: ClauseTrace, of: Provenance) -> Iterator[str]:
    label = paragraph_label(clause.paragraph, clause.number)
    yield f"## {plain(label)}: {verdict_said(clause, of)}"
    yield ""
    edits = clause.matches[0].edits if clause.matches else ()
    yield "> " + (edited_markdown(edits) if edits else plain(clause.text))
    yield ""
    for sentence in sentences(clause, of):
        yield f"- {plain(sentence)}"
