"""A draft's document and the votes on its subject → what a brief says of them, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from counterdraft.errors import NoSeries
from counterdraft.model.document import Document
from counterdraft.model.history import History, Series
from counterdraft.model.resolution import Resolution
from counterdraft.model.span import Span
from counterdraft.model.voted import ToldChange, ToldClaim, Voted, VotedDay, VotedRow
from counterdraft.votes.claims.answer import check
from counterdraft.votes.claims.days import latest_day
from counterdraft.votes.claims.find import claims_in
from counterdraft.votes.claims.told import claim_said
from counterdraft.votes.series import told
from counterdraft.votes.series.history import history
from counterdraft.votes.series.match import Matched
from counterdraft.votes.series.picture import described, to_svg
from counterdraft.votes.series.titles import title_of
from counterdraft.wording.english import counted, listed, long_date

_RUN = 3
_COLUMNS = (
    "Year", "Text", "In favour", "Share", "Against", "Abstaining", "Not voting", "Vote",
)  # fmt: skip


class _Bound(NamedTuple):
    """As of when claims are checked: the day, why, and where the text names it."""

    day: str | None
    said: str
    span: Span | None = None


def voted(
    matched: Matched, document: Document, resolutions: Sequence[Resolution], number: int,
    as_of: str | None = None, *, drawn: bool = True,
) -> Voted:  # fmt: skip
    """What to say of the votes that were matched to the resolution with a number.

    Claims are those of the text around the resolutions, where there is but one. A picture costs a
    second: it is ``drawn`` where it will be seen. Raises NoSeries where nothing had come by
    ``as_of``.
    """
    if matched.series is None:
        return Voted(relation=matched.relation, matched=matched.said)
    whole = history(matched.series, as_of)
    apart = [each.span for each in resolutions]
    bound = _bound(document, resolutions[number], apart, as_of)
    about = title_of(matched.series.title).states
    found = claims_in(document.text, apart, about) if len(resolutions) == 1 else ()
    past = _as_of(matched.series, bound.day) if found else None
    checks = [check(each.words, past, each.span) for each in found if past is not None]
    claims = tuple(ToldClaim(each, claim_said(each)) for each in checks)
    return Voted(
        relation=matched.relation, matched=matched.said, title=matched.series.title,
        summary=_summary(matched, whole),
        undated=_summary(matched, replace(whole, as_of=None)), columns=_COLUMNS, rows=_rows(whole),
        picture=to_svg(whole) if drawn and _recorded(whole) else "",
        described=described(whole), claims=claims,
        bounded=bound.said if claims else "", bound=bound.span if claims else None,
        moved=_moved(whole), sources=told.sources(whole),
        days=_days(whole),
    )  # fmt: skip


def _summary(matched: Matched, whole: History) -> tuple[str, ...]:
    """How they went, at once with how far they are known: the first is told by itself."""
    first, *rest = told.extent(whole)
    missing = sum(len(gap.sessions) for gap in whole.gaps)
    if matched.unknown:
        others = counted(len(matched.unknown), "other")
        beside = f"in one list with them the text cites {others}, on which no vote is known here"
        first = f"{first[:-1]}; {beside}."
    elif missing:
        first = f"{first[:-1]}; of {counted(missing, 'session')} between none is known."
    return (first, *rest, *told.left_open(whole))


def _recorded(whole: History) -> bool:
    """Whether there is anything to draw: without a vote nobody's position is known."""
    return any(each.vote.tally for each in whole.years)


def _as_of(series: Series, day: str | None) -> History | None:
    """The history as of a day; None where nothing had come by then."""
    try:
        return history(series, day)
    except NoSeries:
        return None


def _bound(
    document: Document, resolution: Resolution, apart: Sequence[Span], as_of: str | None
) -> _Bound:
    """Claims are about what had been voted on when they were made, as far as that is known."""
    if as_of is not None:
        return _Bound(as_of, f"Held against what had come by {long_date(as_of)}, as asked for.")
    if resolution.date and len(resolution.date) == 10:
        day = long_date(resolution.date)
        return _Bound(
            resolution.date, f"Held against what had come by {day}, the draft’s own date."
        )
    latest = latest_day(document.text, apart)
    if latest is None:
        return _Bound(None, "No day of the text is known: held against all votes that are known.")
    said = (
        "The text around the draft states no date of its own. Held against what had come by "
        f"{long_date(latest.iso)}, the latest day that it names."
    )
    return _Bound(latest.iso, said, latest.span)


def _rows(whole: History) -> tuple[VotedRow, ...]:
    """Each vote; a run of texts of which there is nothing to say but how, in one row."""
    found: list[VotedRow] = []
    for bare, group in groupby(told.rows(whole.years), key=_bare):
        rows = list(group)
        if bare and len(rows) >= _RUN:
            years = f"{rows[0].year}–{rows[-1].year}"
            texts = listed([row.text for row in rows])
            found.append(VotedRow((years, f"{len(rows)} texts", *[""] * 5, _short(bare)), (texts,)))
        else:
            found += map(_row, rows)
    return tuple(found)


def _days(whole: History) -> tuple[VotedDay, ...]:
    """When each text came, of those whose day is known."""
    rows = told.rows(whole.years)
    return tuple(VotedDay(row.vote.date, row.text, row.how) for row in rows if row.vote.date)


def _row(row: told.Row) -> VotedRow:
    return VotedRow((row.year, row.text, *_cells(row), _short(row.how)), row.notes)


def _short(how: str) -> str:
    """How, in a narrow column: what was adopted without a vote had none."""
    return how.replace("recorded vote", "recorded").replace("without a vote", "none")


def _cells(row: told.Row) -> tuple[str, ...]:
    """In favour as a number and as a share, the others as numbers."""
    yes, *others = row.numbers
    number, _, share = yes.partition(" (")
    return (number, share.rstrip(")"), *(each.partition(" (")[0] for each in others))


def _bare(row: told.Row) -> str:
    """How a text was acted on, where that is all there is to say of it; else nothing."""
    return row.how if row.vote.mode == "without a vote" and not row.notes else ""


def _moved(whole: History) -> ToldChange | None:
    """The last change that is known, or why the last one is not."""
    if not whole.changes:
        return None
    last = whole.changes[-1]
    return ToldChange(told.change_said(last, whole), tuple(told.moves_said(last)), last.notes)
