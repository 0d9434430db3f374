"""Claims: what the text says happened, and what dated entries of registers say to each."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.brief.case import Case, label
from counterdraft.brief.report import (
    Bullets,
    Group,
    Part,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.model.verdict import Verdict
from counterdraft.text.wording import counted, listed, long_date

_COLUMNS = ("The claim", "Verdict", "What registers say, and what is asked")
_NOTE = (
    "A claim holds, or does not, only where a dated entry is exact enough to settle it. What is "
    "attributed is said to be another’s, with no source. What is asked may be a slip; nobody is "
    "told what was meant."
)


def claims(case: Case) -> Section | None:
    """The section; None where no register has a word to say on what the text claims."""
    found = case.known.verdicts
    if found is None:
        return None
    told = [each for each in found.verdicts if _says(each)]
    if not told:
        return None
    rows = tuple(_row(case, each) for each in told)
    day = f", with what had come by {long_date(found.as_of)}" if found.as_of else ""
    head = f"{counted(len(told), 'claim')}, held against {listed(found.registers)}{day}."
    parts: list[Part] = [
        Prose((Statement(head),)),
        Table("Claim by claim", _COLUMNS, (Group(None, rows),), _NOTE),
    ]
    rest = [each for each in found.verdicts if not _says(each)]
    if rest:
        parts.append(_open(case, rest))
    return Section("claims", "Claims", tuple(parts))


def _says(verdict: Verdict) -> bool:
    """Whether there is more to say of it than that no register has an entry."""
    return verdict.verdict != "unknown" or bool(verdict.entries or verdict.question)


def _row(case: Case, verdict: Verdict) -> Row:
    place = Statement("", case.words(verdict.span))
    claim = Statement(verdict.claim, style="quote")
    read = Statement(f"Read as: {verdict.read}.")
    return Row(((place, claim, read), (Statement(verdict.verdict),), tuple(_told(verdict))))


def _told(verdict: Verdict) -> Iterator[Statement]:
    yield from map(Statement, verdict.said)
    if verdict.question:
        yield Statement(verdict.question)
    yield from map(Statement, verdict.nearby)


def _open(case: Case, rest: list[Verdict]) -> Part:
    places = {each.id: label(each) for each in case.resolution.paragraphs}
    named = list(dict.fromkeys(places.get(each.paragraph, "around the draft") for each in rest))
    more = counted(len(rest), "more claim")
    said = f"Of {more} no register that was asked has an entry: {listed(named)}."
    return Bullets("Not settled", (Statement(said),))
