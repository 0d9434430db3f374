"""A timeline of the case: the dossier's days, those of texts and of registers, and votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.brief.case import Case
from counterdraft.brief.report import (
    Evidence,
    Group,
    Part,
    Picture,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.brief.sections.dates import claims, of_citation
from counterdraft.charts.days import MOST, Day, days_to_svg
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model.register import EITHER, NEVER, Entry
from counterdraft.model.verdict import Verdicts
from counterdraft.wording.english import counted, long_date, long_period, shortened

FEWEST = 4  # dates; of fewer there is no picture
WORDS = 200
NAMED = 70  # in a picture
_CITED = frozenset({"title", "adoption"})
NOTE = (
    "What the text says of a day is the text\u2019s word. What a register says stands with its "
    "source, as precise as it has it; the claims that it was asked about stand under Claims."
)
THIS, VOTES, REGISTERS = "this text", "votes", "registers"


class Dated(NamedTuple):
    """A day, what was on it, who says so, and where; ``kind`` is what a picture calls who says.

    ``until`` is the last day of a period that begins on it.
    """

    date: str
    what: str
    whence: str
    places: tuple[Evidence, ...] = ()
    kind: str = ""
    until: str = ""

    @property
    def when(self) -> str:
        """The day, or the period, in words."""
        return long_period(self.date, self.until or self.date)


def timeline(case: Case) -> Section | None:
    """The section; None but for a dossier, and where no day is known."""
    found = sorted(_all(case), key=lambda each: each.date) if case.known.dossier else []
    if not found:
        return None
    parts: list[Part] = []
    if len({each.date for each in found}) >= FEWEST:
        parts += _pictures(found)
    rows = Group(None, tuple(map(_row, found)))
    parts.append(Table("Day by day", ("Date", "What", "Says"), (rows,), NOTE))
    return Section("timeline", "A timeline of the case", tuple(parts))


def _all(case: Case) -> Iterator[Dated]:
    """The days of the dossier, of the text, of its claims, and of votes on its subject."""
    kept = case.known.dossier
    yield from (Dated(*each) for each in (kept.events if kept else ()))
    if date := case.resolution.date:
        what = case.resolution.symbol or "this text"
        did = "adopted" if case.resolution.kind == "resolution" else "dated"
        places = (case.stated["date"],) if "date" in case.stated else ()
        yield Dated(date, f"{what}: {did}", THIS, places)
    yield from _named(case)
    if case.known.verdicts is not None:
        yield from of_registers(case.known.verdicts)
    voted = case.known.voted
    for day in voted.days if voted is not None else ():
        yield Dated(day.date, f"{day.text}: {day.how}", VOTES)


def _named(case: Case) -> Iterator[Dated]:
    """The days, months and periods of them that paragraphs name, but for documents' own dates."""
    mentions = [
        (p, d)
        for p in case.resolution.paragraphs
        for d in p.dates
        if d.start and len(d.start) > len("2026") and not of_citation(p, d)
    ]
    for claim in claims(mentions):
        words = shortened(claim.clause.of(case.document.text), WORDS)
        for mention in claim.dates:
            place = case.at(claim.paragraph, mention.span)
            until = mention.end or ""
            yield Dated(mention.start or "", f"\u201c{words}\u201d", THIS, (place,), until=until)


def of_registers(verdicts: Verdicts) -> Iterator[Dated]:
    """What the entries were that claims were held against, each once, as precise as its date is.

    Left out is what has no date or lasted, what was not done, and titles and adoptions: as of the
    text's own dates, those of documents cited are none of the case.
    """
    entries = dict.fromkeys(entry for each in verdicts.verdicts for entry in each.entries)
    told = (
        Dated(each.date, _entry_said(each), each.source, kind=REGISTERS)
        for each in entries
        if each.date and "/" not in each.date and each.act not in _CITED and each.value != NEVER
    )
    yield from dict.fromkeys(told)


def _entry_said(entry: Entry) -> str:
    """ "Norway: signature (Convention on …)"; what a register does not tell apart stays so."""
    act = EITHER if entry.value == EITHER else entry.act
    what = treaty_names().get(entry.object, entry.object)
    more = f"; {entry.value}" if entry.value and entry.value != EITHER else ""
    return f"{entry.subject}: {act}{f' ({what})' if what else ''}{more}"


def _row(each: Dated) -> Row:
    return Row(
        (
            (Statement(each.when),),
            (Statement(each.what, each.places),),
            (Statement(each.whence),),
        )
    )


def _pictures(found: Sequence[Dated]) -> Iterator[Picture]:
    """The days, in as many pictures as it takes for each to stand on a page."""
    kinds = list(dict.fromkeys(each.kind or each.whence for each in found))
    count = -(-len(found) // MOST)
    for number in range(count):
        some = found[len(found) * number // count : len(found) * (number + 1) // count]
        days = [Day(each.date, _short(each), each.kind or each.whence) for each in some]
        title = f"The case, day by day{f' ({number + 1} of {count})' if count > 1 else ''}"
        first, last = long_date(some[0].date), long_date(some[-1].date)
        when = f"of {first}" if first == last else f"from {first} to {last}"
        said = f"{counted(len(some), 'event')} {when}; the table below names each."
        yield Picture(title, said, days_to_svg(days, title, said, kinds))


def _short(each: Dated) -> str:
    place = f"{each.places[0].label}: " if each.places else ""
    return f"{each.when}: {place}{shortened(each.what, NAMED)}"
