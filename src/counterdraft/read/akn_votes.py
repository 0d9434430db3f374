"""Akoma Ntoso → how each of its resolutions was voted on, without reading its text.

In: the bytes of a file. Out: a ``Ballot`` a resolution; of a collection whose parts do not say it
themselves, what the whole says.
"""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from counterdraft.model.ballot import Ballot
from counterdraft.read.akn_header import Facts, declare, metadata
from counterdraft.read.akn_names import AKN
from counterdraft.read.akn_outcome import ballot_of, subjects_of
from counterdraft.read.akn_xml import statements_of, tree_of

_DATES = f"{AKN}meta/{AKN}identification/{AKN}FRBRWork/{AKN}FRBRdate"
_NO_DATE = "0001-01-01"


def ballots_in(data: bytes, source: str) -> tuple[Ballot, ...]:
    """How each resolution of a file was voted on.

    Raises DamagedSource, UnsafeSource and UnsupportedSource, as ``from_akn`` does.
    """
    root = tree_of(data, source)
    statements = statements_of(root, source)
    several = len(statements) > 1
    whole = metadata(root[0]) if several else {}
    return tuple(_ballot(each, root[0] if several else each, whole) for each in statements)


def _ballot(statement: etree._Element, around: etree._Element, whole: Facts) -> Ballot:
    own = metadata(statement)
    said = declare(0, 0, own, whole)
    found = ballot_of(statement)
    if found.mode == "unknown" and around is not statement:
        found = ballot_of(around)
    facts = {**whole, **own}
    return replace(
        found, symbol=said.symbol, draft=said.draft_symbol, organ=said.organ, title=said.title,
        date=_voted_on(statement) or said.date, agenda_item=said.agenda_item,
        subjects=subjects_of(statement) or subjects_of(around),
        sponsors=facts.get("sponsors"), joined=facts.get("additional"),
    )  # fmt: skip


def _voted_on(statement: etree._Element) -> str | None:
    """The day of the vote, of a draft that was not adopted."""
    for date in statement.iterfind(_DATES):
        if date.get("name") == "voting" and date.get("date") != _NO_DATE:
            return date.get("date")
    return None
