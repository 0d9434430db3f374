"""What a corpus answers → text for a terminal, with nothing in it that commands one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from counterdraft.corpus.info import Info
from counterdraft.corpus.links import Link
from counterdraft.corpus.novelty import Novelty
from counterdraft.corpus.rows import adopted, marked, of_info
from counterdraft.corpus.search import Hits
from counterdraft.model import Clause, Record
from counterdraft.text.cells import Cell
from counterdraft.text.printable import printable
from counterdraft.wording.english import counted, listed, long_date, some
from counterdraft.wording.paragraph_label import paragraph_label

WIDTH = 100
_INDENT = "    "
_SHOWN = 20  # of what is superseded
_SPONSORS = 6
_NOVELTY = ("organ", "session", "committee", "texts", "clauses")
_UNITS = ("bytes", "kB", "MB", "GB")


def hits_text(hits: Hits) -> str:
    """A paragraph for each clause that was found: which it is, and the hit in its words."""
    lines: list[str] = []
    for hit in hits.best:
        lines += [_heading(hit.clause), *_wrapped(marked(hit.snippet)), ""]
    return _text(lines)


def _heading(clause: Clause) -> str:
    label = paragraph_label(clause.paragraph, clause.number)
    return ", ".join([f"{clause.record.id} {label}", *_facts(clause.record)])


def _facts(record: Record) -> list[str]:
    """When a text was adopted, where, and how; what is not known is left out."""
    facts = [long_date(record.date) if record.date else None, record.committee]
    if record.kind == "draft":
        facts.append("draft")
    elif record.adoption.mode != "unknown":
        facts.append(adopted(record.adoption))
    return [each for each in facts if each]


def show_text(record: Record, clauses: Sequence[Clause]) -> str:
    """A text: what is known of it, and its paragraphs."""
    sponsors = some(record.sponsors, _SPONSORS)
    known = [
        ("title", record.title), ("organ", record.organ), ("kind", record.kind),
        ("date", record.date), ("committee", record.committee), ("item", record.agenda_item),
        ("adoption", adopted(record.adoption)), ("draft", record.draft_symbol),
        ("sponsors", sponsors), ("subjects", "; ".join(record.subjects)), ("file", record.source),
    ]  # fmt: skip
    lines = [record.id]
    for name, value in known:
        if value:
            lines += textwrap.wrap(f"{name}: {value}", WIDTH, subsequent_indent=_INDENT)
    for clause in clauses:
        label = paragraph_label(clause.paragraph, clause.number)
        lines += ["", *_wrapped(clause.text, f"{label}  ")]
    return _text(lines)


def links_text(links: Sequence[Link]) -> str:
    """A line a citation: who cites, where, what."""
    return aligned(
        ("citing", "date", "paragraph", "cited", "as cited", "held"),
        [
            (x.citing, x.date or "", x.paragraph + (" note" if x.footnote else ""),
             x.cited or listed(x.candidates, "or") or "not known", x.as_cited,
             "yes" if x.held else "no")
            for x in links
        ],
    )  # fmt: skip


def novelty_text(found: Sequence[Novelty]) -> str:
    """A line a session and committee, with shares in hundredths."""
    rows: list[tuple[Cell, ...]] = [
        (x.organ, x.session, "all" if x.committee is None else x.committee or "none", x.texts,
         x.clauses, *(_share(n, x.clauses) for n in (x.verbatim, x.adapted, x.not_found)))
        for x in found
    ]  # fmt: skip
    return aligned((*_NOVELTY, "verbatim", "adapted", "not found"), rows)


def _share(count: int | None, of: int) -> str:
    return "–" if count is None else f"{100 * count / of:.0f}%"


def info_text(found: Info) -> str:
    """What a corpus holds, where it is, and which versions of texts gave way to others."""
    bounds = found.bounds
    lines = [
        f"{found.folder}: {counted(bounds.texts, 'text')}, {counted(bounds.clauses, 'clause')}",
        f"{_sized(found.bytes)} in {counted(len(found.segments), 'segment')}, "
        f"format {found.format}",
    ]  # fmt: skip
    if bounds.drafts:
        lines.append(f"drafts among them: {bounds.drafts}")
    if list(found.languages) not in ([], ["en"]):
        lines.append("languages: " + ", ".join(f"{k} {n}" for k, n in found.languages.items()))
    lines += ["", aligned(*of_info(found)).rstrip()] if bounds.organs else []
    if found.superseded:
        lines += ["", f"superseded: {counted(len(found.superseded), 'version')}"]
        lines += [f"{_INDENT}{each.id}: {each.source}" for each in found.superseded[:_SHOWN]]
        if len(found.superseded) > _SHOWN:
            lines.append(f"{_INDENT}and {len(found.superseded) - _SHOWN} more")
    return _text(lines)


def _sized(size: int) -> str:
    """ "45.3 MB"."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit else counted(size, "byte")


def aligned(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table whose columns stand below each other; figures to the right."""
    cells = [[_cell(each) for each in row] for row in rows]
    numbers = [all(_is_number(cell) for cell in column) for column in zip(*cells, strict=True)]
    numbers = numbers or [False] * len(columns)
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    lines = []
    for row in [list(columns), *cells]:
        put = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        )
        lines.append("  ".join(put).rstrip())
    return "\n".join(lines) + "\n"


def _cell(cell: Cell) -> str:
    return "" if cell is None else " ".join(printable(str(cell)).split())


def _is_number(cell: str) -> bool:
    return cell in {"", "–"} or cell.rstrip("%").isdecimal()


def _wrapped(text: str, first: str = _INDENT) -> list[str]:
    words = " ".join(text.split())
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=_INDENT)


def _text(lines: Iterable[str]) -> str:
    return printable("\n".join(lines).rstrip()) + "\n"
