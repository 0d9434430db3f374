"""The vote on the draft, those on its subject, and what figures say to the text's claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from counterdraft.brief.case import CLAIM, DAY, Case
from counterdraft.brief.labels import refusal
from counterdraft.brief.report import (
    Bullets,
    Group,
    Part,
    Picture,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.model.voted import ToldChange, Voted, VotedRow

_NUMBERS = slice(2, 7)  # of the cells of a row, those with figures
_NOTE = (
    "The share is that of votes in favour, of all Members on the day. What had no vote was adopted "
    "without one: nobody’s position is known, and none is counted."
)

# Where more votes were for it than against it, and where not.
_UNTOLD = {
    True: "Who voted how, and why that was not enough, the file does not say.",
    False: "Who voted how, the file does not say.",
}


def vote(case: Case) -> Section | None:
    """The section; None where no votes on the draft's subject are known, and none on itself."""
    voted = case.known.voted
    own = tuple(_own(case))
    if voted is None and not own:
        return None
    return Section("vote", "The vote", (*own, *(_parts(case, voted) if voted else ())))


def _own(case: Case) -> Iterator[Part]:
    """That the draft was itself put to the vote and refused, where its file says so."""
    if said := refusal(case.resolution.adoption):
        told = Statement(f"The file itself says of this draft that it was {said}.")
        adoption = case.resolution.adoption
        yield Prose((told, Statement(_UNTOLD[(adoption.yes or 0) > (adoption.no or 0)])))


def _parts(case: Case, voted: Voted) -> Iterator[Part]:
    title = (case.stated["title"],) if "title" in case.stated else ()
    said = (Statement(voted.matched, title), *map(Statement, voted.summary))
    yield Prose(said)
    yield from _claims(case, voted)
    if voted.picture:
        yield Picture(voted.title, voted.described, voted.picture)
    if voted.rows and all(_has_no_figures(row) for row in voted.rows):
        yield Bullets("Text by text", tuple(map(_bare, voted.rows)))
    elif voted.rows:
        yield Table(
            "Vote by vote", voted.columns, (Group(None, tuple(map(_row, voted.rows))),), _NOTE
        )
        yield from of_figures(voted.rows)
    if voted.moved:
        yield _moved(voted.moved)
    if voted.sources:
        yield Bullets("Sources of these figures", tuple(map(Statement, voted.sources)))


def _has_no_figures(row: VotedRow) -> bool:
    return len(row.cells) > _NUMBERS.stop and not any(row.cells[_NUMBERS])


def _bare(row: VotedRow) -> Statement:
    """A text, or a run of them by their symbols, of which there are no figures."""
    year, text, *_, how = row.cells
    way = how.replace("none", "without a vote")
    return Statement(f"{year}, {way}: {'; '.join((text, *row.notes))}")


def _row(row: VotedRow) -> Row:
    return Row(tuple((Statement(cell),) if cell else () for cell in row.cells))


def of_figures(rows: Sequence[VotedRow]) -> Iterator[Part]:
    """What must be known of some of them to read them right: each once, with all that it is of."""
    every = dict.fromkeys(note for row in rows for note in row.notes)
    notes = tuple(Statement(f"{_of_which(rows, note)}: {note}") for note in every)
    if notes:
        yield Bullets("Of these figures", notes)


def _of_which(rows: Sequence[VotedRow], note: str) -> str:
    """The votes that a note is of, those that follow one another in the table by both ends."""
    runs: list[list[VotedRow]] = []
    for has, some in groupby(rows, key=lambda row: note in row.notes):
        runs += [list(some)] if has else []
    ends = (dict.fromkeys(", ".join(run[n].cells[:2]) for n in (0, -1)) for run in runs)
    return "; ".join(", to ".join(each) for each in ends)


def _claims(case: Case, voted: Voted) -> Iterator[Part]:
    """Each claim of the text around the draft, and what the figures say."""
    if not voted.claims:
        return
    day = (case.stated[DAY],) if DAY in case.stated else ()
    for number, claim in enumerate(voted.claims, 1):
        first, *rest = claim.said
        head = Statement(first, (case.stated[f"{CLAIM} {number}"],))
        inside = claim.check.span is not None and case.is_inside(claim.check.span)
        title = "A claim of the text" if inside else "A claim in the words around the draft"
        bounded = (Statement(voted.bounded, day),) if number == 1 else ()
        yield Bullets(title if number == 1 else None, (*bounded, head, *map(Statement, rest)))


def _moved(change: ToldChange) -> Part:
    notes = (Statement(f"Note: {each}.") for each in change.notes)
    moves = (Statement(f"{way}: {names}") for way, names in change.moves)
    return Bullets("Who moved last", (Statement(change.said), *notes, *moves))
