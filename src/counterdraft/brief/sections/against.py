"""What became of the draft in another text, B: in short, and what that shifts, with both's words.

B's words are another document's: the paragraphs of it that bear a statement out stand at the
end of the section, and their ids begin with "b.".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from counterdraft.brief.case import Case
from counterdraft.brief.report import (
    Bullets,
    Evidence,
    Fact,
    Facts,
    FullText,
    Group,
    Part,
    Passage,
    PassageKind,
    Prose,
    Row,
    Section,
    Statement,
    Table,
    statements,
)
from counterdraft.lexicon.shifts import SHIFTS
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Comparison, Head, Quote, Shift, Span, Unit
from counterdraft.model.comparison import EditKind, UnitKind
from counterdraft.text.paragraph_label import paragraph_label
from counterdraft.text.wording import shortened

QUOTED = 180
MOST_PLACES = 6
KINDS: dict[EditKind, str] = {
    "same": "the same",
    "edited": "edited",
    "moved": "moved",
    "split": "divided",
    "merged": "put together",
    "added": "in B alone",
    "deleted": "in A alone",
}
_PASSAGES: dict[UnitKind, PassageKind] = {
    "title": "title",
    "formula": "formula",
    "heading": "heading",
    "preambular": "paragraph",
    "operative": "paragraph",
    "annex": "annex",
}
NOTE = "The words of either text; those of B stand in their paragraphs below the table."


class _Texts(NamedTuple):
    """The case with the comparison, and the units of B by their keys."""

    case: Case
    comparison: Comparison
    units: dict[str, Unit]


def against(case: Case) -> Section | None:
    """The section; None where the draft is compared with nothing."""
    comparison = case.known.against
    if comparison is None:
        return None
    texts = _Texts(case, comparison, {unit.head.key: unit for unit in comparison.b.units})
    parts: list[Part] = [
        Facts((Fact("B", (_named(texts),)), *_counts(comparison))),
        Bullets("In short", tuple(_sentences(texts))),
    ]
    if comparison.shifts:
        parts.append(Table("What it shifts", ("What", "A", "B"), tuple(_groups(texts)), NOTE))
    if comparison.related:
        columns = ("A", "B", "Documents and treaties in common")
        parts.append(Table("Paragraphs that speak of one thing", columns, (_related(texts),)))
    if passages := tuple(_passages(texts, parts)):
        parts.append(FullText("Of B, what is named above", passages))
    parts.append(Prose((Statement(_command(texts)),)))
    return Section("against", "Against another text, B", tuple(parts))


def _named(texts: _Texts) -> Statement:
    b = texts.comparison.b
    title = " ".join((b.title or "").split())
    names = [each for each in (b.symbol, title) if each]
    return Statement(f"{': '.join(names) or 'without a title'} ({_file(b.source)})", style="name")


def _file(source: str) -> str:
    return PurePath(source).name or source


def _counts(comparison: Comparison) -> Iterator[Fact]:
    count = Counter(each.kind for each in comparison.edits)
    said = ", ".join(f"{count[kind]} {words}" for kind, words in KINDS.items() if count[kind])
    what = "title, formula, headings, paragraphs, lines of annexes"
    yield Fact("Unit by unit", (Statement(f"{said} ({what})"),))
    yield Fact("Words in common", (Statement(f"{comparison.likeness:.0%}"),))


def _command(texts: _Texts) -> str:
    a, b = _file(texts.comparison.a.source), _file(texts.comparison.b.source)
    return f"Word for word, side by side: counterdraft compare {a} {b} -o comparison.html"


# -- in short


def _sentences(texts: _Texts) -> Iterator[Statement]:
    for said in texts.comparison.summary:
        places = [*_ours(texts, said.a), *(_theirs(texts, key) for key in said.b)]
        more = len(places) - 2 * MOST_PLACES
        yield Statement(said.text, () if more > 0 else tuple(places))


def _ours(texts: _Texts, keys: Iterable[str]) -> Iterator[Evidence]:
    """Where A's units stand, those that the brief shows."""
    case = texts.case
    paragraphs = {each.id: each for each in case.resolution.paragraphs}
    for key in keys:
        if key in paragraphs:
            yield case.at(paragraphs[key])
        elif key in case.stated:
            yield case.stated[key]


def _theirs(texts: _Texts, key: str, span: Span | None = None) -> Evidence:
    """A unit of B, or ``span`` of it."""
    unit = texts.units[key]
    return Evidence(_place(key), span or _extent(unit), f"B {_label(unit.head)}")


def _place(key: str) -> str:
    return f"b.{key}"


def _extent(unit: Unit) -> Span:
    """Where a unit stands; from 0 where its text does not say."""
    known = unit.span.end - unit.span.start == len(unit.text)
    return unit.span if known else Span(0, len(unit.text))


def _label(head: Head) -> str:
    if head.kind in {"preambular", "operative"}:
        return paragraph_label(head.key, head.number)
    return head.kind


# -- what it shifts


def _groups(texts: _Texts) -> Iterator[Group]:
    for rule, title in SHIFTS.items():
        rows = tuple(_row(texts, each) for each in texts.comparison.shifts if each.rule == rule)
        if rows:
            yield Group(title, rows)


def _row(texts: _Texts, shift: Shift) -> Row:
    return Row(
        (
            (Statement(shift.statement),),
            tuple(_said_by_us(texts, each) for each in shift.a),
            tuple(_said(each, _theirs(texts, each.key, each.span)) for each in shift.b),
        )
    )


def _said_by_us(texts: _Texts, quote: Quote) -> Statement:
    paragraph = next((p for p in texts.case.resolution.paragraphs if p.id == quote.key), None)
    return _said(quote, texts.case.at(paragraph, quote.span) if paragraph else None)


def _said(quote: Quote, evidence: Evidence | None) -> Statement:
    return Statement(shortened(quote.text, QUOTED), (evidence,) if evidence else (), "quote")


# -- rivals


def _related(texts: _Texts) -> Group:
    rows = []
    for each in texts.comparison.related:
        ours, theirs = tuple(_ours(texts, [each.a])), _theirs(texts, each.b)
        cited = [treaty_names().get(name, name) for name in each.shared if _is_document(name)]
        shared = tuple(Statement(name, style="name") for name in cited)
        rows.append(Row(((Statement("", ours),), (Statement("", (theirs,)),), shared)))
    return Group(None, tuple(rows))


def _is_document(shared: str) -> bool:
    """A symbol or a treaty, and not a word."""
    return "/" in shared or shared in treaty_names()


# -- B's words


def _passages(texts: _Texts, parts: Iterable[Part]) -> Iterator[Passage]:
    """The units of B to which the parts lead, in their order."""
    named = {each.place for part in parts for said in statements(part) for each in said.evidence}
    for key, unit in texts.units.items():
        if _place(key) in named:
            yield Passage(
                id=_place(key), kind=_PASSAGES[unit.head.kind], label=f"B {_label(unit.head)}",
                text=unit.text, span=_extent(unit), level=unit.head.level,
            )  # fmt: skip
