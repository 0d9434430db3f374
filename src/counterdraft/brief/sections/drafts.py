"""The drafts of a dossier, one after the other: what each added, dropped and put otherwise.

What the last of them did has a section of its own; of those before it all is told here.
Of drafts before the one at hand the paragraphs that are named stand at the end of the section;
their ids begin with "s" and the number of their draft ("s1.op4").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterdraft.brief.case import Case
from counterdraft.brief.edited import Edited, edited
from counterdraft.brief.kept import Step
from counterdraft.brief.report import (
    Bullets,
    Cell,
    Evidence,
    FullText,
    Group,
    Part,
    Passage,
    Row,
    Section,
    Statement,
    Table,
    statements,
)
from counterdraft.model import Comparison, Side, Span, Unit
from counterdraft.model.comparison import Direction, EditKind
from counterdraft.wording.english import counted, long_date, shortened
from counterdraft.wording.paragraph_label import paragraph_label

FEWEST = 3  # of two drafts another section tells all
MOST = 6  # paragraphs of a cell
BEGUN = 160  # characters of a paragraph of another draft
COLUMNS = ("Draft", "Added", "Dropped", "Edited", "Weaker verbs", "Stronger verbs")
EDITED = ("Paragraph", "Went", "Came")
MOST_EDITS = 12  # rows of one draft
BEFORE = "Of the drafts before this one, what is named above, by how it begins"
NOTE = "Each draft against the one before it, in the order of the dossier; the last is this text."
_PARAGRAPHS = frozenset({"preambular", "operative"})


class _Place(NamedTuple):
    """A unit of the draft of a number, counted from 0."""

    number: int
    unit: Unit


def drafts(case: Case) -> Section | None:
    """The section; None where the dossier has fewer than three drafts."""
    steps = case.known.dossier.steps if case.known.dossier else ()
    if len(steps) < FEWEST:
        return None
    rows = tuple(_row(case, steps, number) for number in range(len(steps)))
    table = Table("What each changed", COLUMNS, (Group(None, rows),), NOTE)
    between = (p for number in range(1, len(steps) - 1) for p in _between(steps, number))
    parts: list[Part] = [table, *between]
    if passages := tuple(_passages(steps, parts)):
        parts.append(FullText(BEFORE, passages))
    return Section("drafts", "From draft to draft", tuple(parts))


def _between(steps: tuple[Step, ...], number: int) -> Iterator[Part]:
    """What a draft before the last changed in the one before it: in short, and word by word."""
    since, names = steps[number].since, f"A, {steps[number - 1].name}, and B, {steps[number].name}"
    if since is None:
        return
    yield Bullets(f"In short: {names}", tuple(Statement(said.text) for said in since.summary))
    rows = [row for each in edited(since) for row in _changes(number, each)]
    if more := len(rows[MOST_EDITS:]):
        rows = [*rows[:MOST_EDITS], Row(((Statement(f"and {more} more"),), (), ()))]
    if rows:
        yield Table(f"Word by word: {names}", EDITED, (Group(None, tuple(rows)),))


def _changes(number: int, each: Edited) -> Iterator[Row]:
    where = tuple(_earlier(_Place(number, unit)) for unit in each.b)
    for change in each.changes:
        went, came = (
            (Statement(shortened(quote.text, BEGUN), style="quote"),) if quote else ()
            for quote in (change.a, change.b)
        )
        yield Row(((Statement("", where),), went, came))


def _row(case: Case, steps: tuple[Step, ...], number: int) -> Row:
    step = steps[number]
    dated = f", {long_date(step.date)}" if step.date else ""
    name = (Statement(f"{step.name}{dated}", style="name"),)
    since = step.since
    if since is None:
        return Row((name, *[()] * (len(COLUMNS) - 1)))
    found = (
        [_Place(number, unit) for unit in _alone(since, "added")],
        [_Place(number - 1, unit) for unit in _alone(since, "deleted")],
        [_Place(number, unit) for each in edited(since) for unit in each.b],
        [_Place(number, unit) for unit in _shifted(since, "weaker")],
        [_Place(number, unit) for unit in _shifted(since, "stronger")],
    )
    last = len(steps) - 1
    return Row((name, *(_cell(case, each, last) for each in found)))


def _alone(since: Comparison, kind: EditKind) -> Iterator[Unit]:
    """The paragraphs that one of two drafts alone has."""
    side = since.b if kind == "added" else since.a
    for edit in since.edits:
        if edit.kind == kind:
            units = (side.units[n] for n in (edit.b if kind == "added" else edit.a))
            yield from (unit for unit in units if unit.head.kind in _PARAGRAPHS)


def _shifted(since: Comparison, direction: Direction) -> list[Unit]:
    """The paragraphs of the later draft in which a verb became weaker, or stronger."""
    keys = {
        quote.key
        for shift in since.shifts if shift.rule == "force" and shift.direction == direction
        for quote in shift.b
    }  # fmt: skip
    return [unit for unit in since.b.units if unit.head.key in keys]


def _cell(case: Case, places: list[_Place], last: int) -> Cell:
    if not places:
        return (Statement("none", style="absent"),)
    shown = tuple(evidence for each in places[:MOST] for evidence in _evidence(case, each, last))
    more = f", {counted(MOST, 'shown', 'shown')}" if len(places) > MOST else ""
    return (Statement(f"{len(places)}{more}", shown),)


def _evidence(case: Case, place: _Place, last: int) -> Iterable[Evidence]:
    """Where it stands: in this text, or among the passages of its draft."""
    if place.number == last:
        key = place.unit.head.key
        return case.each(each for each in case.resolution.paragraphs if each.id == key)
    return (_earlier(place),)


def _earlier(place: _Place) -> Evidence:
    """A paragraph of a draft before the last."""
    name = f"{_label(place.unit)} of draft {place.number + 1}"
    span = Span(0, len(_begun(place.unit)))
    return Evidence(_id(place.number, place.unit.head.key), span, name)


def _passages(steps: tuple[Step, ...], parts: Iterable[Part]) -> Iterator[Passage]:
    """What the tables lead to in drafts before the last, in their order."""
    said = (each for part in parts for each in statements(part))
    named = {place.place for each in said for place in each.evidence}
    for number, side in enumerate(_sides(steps)):
        for unit in side.units:
            if _id(number, unit.head.key) in named:
                yield Passage(
                    id=_id(number, unit.head.key), kind="paragraph",
                    label=f"{_label(unit)} of draft {number + 1}",
                    text=_begun(unit), span=Span(0, len(_begun(unit))), level=unit.head.level,
                )  # fmt: skip


def _sides(steps: tuple[Step, ...]) -> Iterator[Side]:
    """The drafts before the last, each as the one that the next is compared with."""
    return (step.since.a for step in steps if step.since is not None)


def _id(number: int, key: str) -> str:
    return f"s{number + 1}.{key}"


def _label(unit: Unit) -> str:
    return paragraph_label(unit.head.key, unit.head.number)


def _begun(unit: Unit) -> str:
    """How a paragraph of a draft before this one begins: its file has the rest."""
    return shortened(unit.text, BEGUN)
