"""The draft and another text, compared: in short, and what that shifts, with both's words.

The other's words are another document's: the paragraphs of it that bear a statement out stand at
the end of the section, and their ids begin with a letter for it ("b.").
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Literal, NamedTuple, TypeVar

from counterdraft.brief.case import Case
from counterdraft.brief.edited import Change, Edited, edited
from counterdraft.brief.report import (
    Bullets,
    Cell,
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
from counterdraft.model import Comparison, Head, Quote, Related, Shift, Side, Span, Unit
from counterdraft.model.comparison import EditKind, UnitKind
from counterdraft.wording import asked_of_whom
from counterdraft.wording.english import counted, listed, shortened
from counterdraft.wording.paragraph_label import paragraph_label

QUOTED = 180
MOST_PLACES = 6
RELATED_NOTE = "To be read side by side; they may speak of two things all the same."
MOST_ROWS = 10  # of one kind of shift; the page of ``compare`` has them all
MOST_EDITED = {"operative": 16, "preambular": 8}  # paragraphs of which the changes are shown
PARTS = {"operative": "Operative part", "preambular": "Preamble"}
EDITS_NOTE = (
    "The most changed paragraph first, of each the places where most changed; where few words did, "
    "with those around them. Marks and capitals count as no change."
)
RIVALS_NOTE = (
    " Rivals did not edit each other: only paragraphs of which most words are the same are shown, "
    "and no lists of what either cites."
)
UNRANKED_NOTE = " Verbs told as neither weaker nor stronger are not ranked by their order."
MOST_CHANGES = 4  # of one paragraph
MOST_ALONE = 8  # paragraphs that went, and that came
MOST_ASKED = 2  # requests of one addressee by either text
ASKED = {
    (True, True): asked_of_whom.BY_BOTH,
    (True, False): asked_of_whom.BY_ONE.format("A"),
    (False, True): asked_of_whom.BY_ONE.format("B"),
}
MOST_OF_RIVALS = 4  # which have next to nothing in common, so that all differs
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
    "line": "line",
    "preambular": "paragraph",
    "operative": "paragraph",
    "annex": "annex",
}
_T = TypeVar("_T")
Name = Literal["A", "B"]


class _Texts(NamedTuple):
    """The case, a comparison with another text, and what that is called in it: "A" or "B".

    ``called`` says which text that is. ``units`` are the other text's by their keys; ``prefix``
    begins the ids of its passages.
    """

    case: Case
    comparison: Comparison
    other: Name
    called: str
    theirs: Side
    units: dict[str, Unit]
    prefix: str

    @property
    def columns(self) -> tuple[str, str]:
        """What A and B are: which is this text differs from section to section."""
        a, b = self.pair(("this text",), (self.called,))
        return f"A, {a[0]}", f"B, {b[0]}"

    def pair(self, a: tuple[_T, ...], b: tuple[_T, ...]) -> tuple[tuple[_T, ...], tuple[_T, ...]]:
        """What is said of A and of B, as what is said of the draft and of the other text."""
        return (a, b) if self.other == "B" else (b, a)


def compared(
    case: Case, comparison: Comparison, other: Name, *,
    prefix: str, name: str, title: str, called: str,
) -> Section:  # fmt: skip
    """The section of that name and title; ``other`` is what the text that is not ours is in it.

    ``called`` says which text that is: "the text before it".
    """
    theirs = comparison.b if other == "B" else comparison.a
    units = {unit.head.key: unit for unit in theirs.units}
    texts = _Texts(case, comparison, other, called, theirs, units, prefix)
    parts: list[Part] = [
        Facts((*_sides(texts), *_counts(comparison))),
        Bullets("In short", tuple(_sentences(texts))),
    ]
    if comparison.addressed:
        parts.append(_addressed(texts))
    if comparison.shifts:
        note = (
            f"The words of either text; those of {other} stand in their paragraphs below the table."
            f"{UNRANKED_NOTE if _has_unranked(comparison) else ''}"
        )
        columns = ("What", *texts.columns)
        parts.append(Table("What it shifts", columns, tuple(_groups(texts)), note))
    if groups := tuple(_edits(texts)):
        columns = ("Paragraph", *texts.columns)
        rivals = comparison.relation == "rivals"
        what = "What differs, word by word" if rivals else "What was edited, word by word"
        parts.append(Table(what, columns, groups, EDITS_NOTE + RIVALS_NOTE * rivals))
    if comparison.related:
        parts.append(_related(texts))
    if passages := tuple(_passages(texts, parts)):
        parts.append(FullText(f"Of {other}, what is named above", passages))
    parts.append(Prose((Statement(_command(texts)),)))
    return Section(name, title, tuple(parts))


def _has_unranked(comparison: Comparison) -> bool:
    return any(s.rule == "force" and s.direction == "other" for s in comparison.shifts)


def _sides(texts: _Texts) -> tuple[Fact, Fact]:
    """What A and B are, in that order."""
    ours, theirs = (Statement("this text"),), (_named(texts),)
    a, b = (ours, theirs) if texts.other == "B" else (theirs, ours)
    return Fact("A", a), Fact("B", b)


def _named(texts: _Texts) -> Statement:
    side = texts.theirs
    title = " ".join((side.title or "").split())
    said = ": ".join(each for each in (side.symbol, title) if each) or "without a title"
    return Statement(f"{said} ({_file(side.source)})", style="name")


def _file(source: str) -> str:
    return PurePath(source).name or source


def _counts(comparison: Comparison) -> Iterator[Fact]:
    count = Counter(each.kind for each in comparison.edits)
    said = ", ".join(f"{count[kind]} {words}" for kind, words in KINDS.items() if count[kind])
    what = "title, formula, headings, paragraphs, lines of tables and annexes"
    yield Fact("Unit by unit", (Statement(f"{said} ({what})"),))
    yield Fact("The same words, in paragraphs of both", (Statement(f"{comparison.likeness:.0%}"),))


def _command(texts: _Texts) -> str:
    a, b = (shlex.quote(_file(each.source)) for each in (texts.comparison.a, texts.comparison.b))
    return f"Word for word, side by side: counterdraft compare {a} {b} -o comparison.html"


# -- in short


def _sentences(texts: _Texts) -> Iterator[Statement]:
    for said in texts.comparison.summary:
        ours, theirs = texts.pair(said.a, said.b)
        places = [*_ours(texts, ours), *(_theirs(texts, key) for key in theirs)]
        more = len(places) - 2 * MOST_PLACES
        yield Statement(said.text, () if more > 0 else tuple(places))


def _ours(texts: _Texts, keys: Iterable[str]) -> Iterator[Evidence]:
    """Where the draft's units stand, those that the brief shows."""
    case = texts.case
    paragraphs = {each.id: each for each in case.resolution.paragraphs}
    for key in keys:
        if key in paragraphs:
            yield case.at(paragraphs[key])
        elif key in case.stated:
            yield case.stated[key]


def _theirs(texts: _Texts, key: str, span: Span | None = None) -> Evidence:
    """A unit of the other text, or ``span`` of it."""
    unit = texts.units[key]
    label = f"{texts.other} {_label(unit.head)}"
    return Evidence(_place(texts, key), _own(span) or _extent(unit), label)


def _own(span: Span | None) -> Span | None:
    """Where words stand in a paragraph; the words of a note, whose span is empty, do not."""
    return span if span and span.start < span.end else None


def _place(texts: _Texts, key: str) -> str:
    return f"{texts.prefix}.{key}"


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
    most = MOST_OF_RIVALS if texts.comparison.relation == "rivals" else MOST_ROWS
    for rule, title in SHIFTS.items():
        found = [each for each in texts.comparison.shifts if each.rule == rule]
        rows = [_row(texts, each) for each in found[:most]]
        if more := found[most:]:
            rows.append(Row(((Statement(f"and {len(more)} more"),), (), ())))
        if rows:
            yield Group(title, tuple(rows))


def _row(texts: _Texts, shift: Shift) -> Row:
    ours, theirs = texts.pair(shift.a, shift.b)
    said_here = tuple(_said_by_us(texts, each) for each in ours)
    said_there = tuple(_said(each, _theirs(texts, each.key, each.span)) for each in theirs)
    a, b = texts.pair(said_here, said_there)
    return Row(((Statement(shift.statement),), a, b))


def _said_by_us(texts: _Texts, quote: Quote) -> Statement:
    paragraph = next((p for p in texts.case.resolution.paragraphs if p.id == quote.key), None)
    return _said(quote, texts.case.at(paragraph, _own(quote.span)) if paragraph else None)


def _said(quote: Quote, evidence: Evidence | None) -> Statement:
    return Statement(shortened(quote.text, QUOTED), (evidence,) if evidence else (), "quote")


# -- what was edited


def _edits(texts: _Texts) -> Iterator[Group]:
    """The edited paragraphs, the most changed first; of versions those that went and came too."""
    found = edited(texts.comparison)
    for part, title in PARTS.items():
        held = [each for each in found if each.a[0].head.kind == part]
        rows = [row for each in held[: MOST_EDITED[part]] for row in _changes(texts, each)]
        if more := held[MOST_EDITED[part] :]:
            rows.append(_more(f"and {counted(len(more), 'paragraph')} more, less changed"))
        if rows:
            edits = texts.comparison.relation == "versions"
            yield Group(f"{title}, edited" if edits else title, tuple(rows))
    if texts.comparison.relation == "versions":
        yield from _alone(texts)


def _more(words: str) -> Row:
    return Row(((Statement(words),), (), ()))


def _changes(texts: _Texts, each: Edited) -> Iterator[Row]:
    """A row for each change, in the order of the text, the weightiest of them."""
    ranked = sorted(each.changes, key=lambda change: -change.weight)
    kept = [change for change in each.changes if change in ranked[:MOST_CHANGES]]
    ours = each.b if texts.other == "A" else each.a
    where = (Statement("", tuple(_ours(texts, (unit.head.key for unit in ours)))),)
    for change in kept:
        yield Row((where, *_words_of(texts, change)))
    if more := len(each.changes) - len(kept):
        yield _more(f"and {counted(more, 'change')} more in {_label(ours[0].head)}")


def _words_of(texts: _Texts, change: Change) -> tuple[Cell, Cell]:
    ours, theirs = texts.pair((change.a,), (change.b,))
    here = tuple(_said_by_us(texts, quote) for quote in ours if quote)
    there = tuple(_said(q, _theirs(texts, q.key, q.span)) for q in theirs if q)
    return texts.pair(here, there)


def _alone(texts: _Texts) -> Iterator[Group]:
    """The paragraphs that one version alone has, by how they begin."""
    comparison = texts.comparison
    for side, kind, title in (
        (comparison.a, "deleted", "In A alone"), (comparison.b, "added", "In B alone")
    ):  # fmt: skip
        is_a = side is comparison.a
        units = [
            side.units[n]
            for edit in comparison.edits if edit.kind == kind
            for n in (edit.a if is_a else edit.b)
        ]  # fmt: skip
        units = [unit for unit in units if unit.head.kind in PARTS]
        rows = [_row_alone(texts, unit, is_a=is_a) for unit in units[:MOST_ALONE]]
        if more := units[MOST_ALONE:]:
            rows.append(_more(f"and {counted(len(more), 'paragraph')} more"))
        if rows:
            yield Group(title, tuple(rows))


def _row_alone(texts: _Texts, unit: Unit, *, is_a: bool) -> Row:
    quote = Quote(unit.head.key, _extent(unit), unit.text)
    theirs = is_a == (texts.other == "A")
    said = _said(quote, _theirs(texts, quote.key)) if theirs else _said_by_us(texts, quote)
    where = Statement("", said.evidence)
    begun = (said,)
    return Row(((where,), begun, ()) if is_a else ((where,), (), begun))


# -- rivals


def _addressed(texts: _Texts) -> Table:
    """What either asks of whom, in the words of both: whom both ask, then whom one alone does."""
    together: dict[tuple[tuple[Quote, ...], tuple[Quote, ...], bool], list[str]] = {}
    for each in texts.comparison.addressed:
        asked = (each.a, each.b, each.settled)
        together.setdefault(asked, []).append(each.name or asked_of_whom.ITSELF)
    both, *alone = ASKED.values()
    groups: dict[str, list[Row]] = {title: [] for title in (both, asked_of_whom.UNSETTLED, *alone)}
    for (a, b, settled), names in together.items():
        who = (Statement("; ".join(names)),)
        row = Row((who, _requests(texts, "A", a), _requests(texts, "B", b)))
        groups[ASKED[bool(a), bool(b)] if settled else asked_of_whom.UNSETTLED].append(row)
    made = tuple(Group(title, tuple(rows)) for title, rows in groups.items() if rows)
    return Table("What either asks of whom", ("Who", "A", "B"), made, asked_of_whom.NAMES)


def _requests(texts: _Texts, name: Name, quotes: tuple[Quote, ...]) -> Cell:
    theirs = name == texts.other
    kept = [
        _said(each, _theirs(texts, each.key, each.span)) if theirs else _said_by_us(texts, each)
        for each in quotes[:MOST_ASKED]
    ]
    more = list(dict.fromkeys(each.key for each in quotes[MOST_ASKED:]))
    places = [_theirs(texts, each) for each in more] if theirs else [*_ours(texts, more)]
    return (*kept, Statement("also", tuple(places))) if places else tuple(kept)


def _related(texts: _Texts) -> Table:
    """Which paragraphs, and what both have: documents, treaties, rare words."""
    nearest = sorted(texts.comparison.related, key=lambda each: -each.likeness)[:MOST_ROWS]
    rows = [_pair(texts, each) for each in texts.comparison.related if each in nearest]
    more = len(texts.comparison.related) - len(rows)
    note = RELATED_NOTE + (f" The nearest; compare has {more} more." if more else "")
    columns = (*texts.columns, "What they share")
    return Table("Paragraphs that share rare words", columns, (Group(None, tuple(rows)),), note)


def _pair(texts: _Texts, each: Related) -> Row:
    (here,), (there,) = texts.pair((each.a,), (each.b,))
    a, b = texts.pair(tuple(_ours(texts, [here])), (_theirs(texts, there),))
    cited = [treaty_names().get(name, name) for name in each.shared if _is_document(name)]
    words = [f"\u201c{name}\u201d" for name in each.shared if not _is_document(name)]
    named = tuple(Statement(name, style="name") for name in cited)
    shared = (Statement(listed(words)),) if words else ()
    return Row(((Statement("", a),), (Statement("", b),), (*named, *shared)))


def _is_document(shared: str) -> bool:
    """A symbol or a treaty, and not a word."""
    return "/" in shared or shared in treaty_names() or shared in treaty_names().values()


# -- the other's words


def _passages(texts: _Texts, parts: Iterable[Part]) -> Iterator[Passage]:
    """The units of the other text to which the parts lead, in their order."""
    named = {each.place for part in parts for said in statements(part) for each in said.evidence}
    for key, unit in texts.units.items():
        if _place(texts, key) in named:
            yield Passage(
                id=_place(texts, key), kind=_PASSAGES[unit.head.kind],
                label=f"{texts.other} {_label(unit.head)}",
                text=unit.text, span=_extent(unit), level=unit.head.level,
            )  # fmt: skip
