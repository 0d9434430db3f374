"""The UN Digital Library's export of votes, a row a Member a vote → RollCalls.

In: the table of the General Assembly (record 4060887) or of the Security Council, with or without
``vote_note``, figures as "120" or "120.0", positions Y, N, A and X or NV. Out: the accounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.errors import ReadError
from counterdraft.lexicon.bodies import body_of_symbol
from counterdraft.lexicon.votes import bare_title, mode_of, position_of
from counterdraft.model.rollcall import Mode, Position, RollCall, Tally
from counterdraft.votes.sources.account import Accounts, damaged
from counterdraft.votes.sources.dates import Dated, date_of
from counterdraft.votes.sources.figures import number_of, tally_of
from counterdraft.votes.sources.names import lists_of
from counterdraft.votes.sources.symbols import full_symbol, session_of
from counterdraft.votes.sources.table import Table
from counterdraft.votes.sources.words import words_of

_PLURAL = {
    "ms_codes": "ms_code", "ms_names": "ms_name", "ms_votes": "ms_vote",
    "resolutions": "resolution", "agenda_titles": "agenda_title", "agenda": "agenda_title",
    "yes": "total_yes", "no": "total_no", "abstentions": "total_abstentions",
    "non_voting": "total_non_voting",
}  # fmt: skip
"""Names of columns in other vintages."""
_APART = re.compile(r"\s*[|;]\s*")
_FIGURES = ("total_yes", "total_no", "total_abstentions", "total_non_voting")


class _Head(NamedTuple):
    """What is said of a vote in each of its rows."""

    line: int
    said: dict[str, str]


def is_undl(columns: tuple[str, ...]) -> bool:
    """Whether a table is the Library's export."""
    names = {_PLURAL.get(each, each) for each in columns}
    return {"undl_id", "ms_name", "ms_vote"} <= names


def from_undl(table: Table) -> Accounts:
    """The accounts in the table."""
    problems: list[ReadError] = []
    names = [_PLURAL.get(each, each) for each in table.columns]
    at = {name: place for place, name in enumerate(names)}
    heads: dict[str, _Head] = {}
    sides: dict[str, list[tuple[tuple[str, ...], Position]]] = {}
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    code, name, vote = at.get("ms_code"), at["ms_name"], at["ms_vote"]
    for line, fields in table.rows():
        number = number_of(fields[at["undl_id"]]) if len(fields) == len(names) else ""
        if not number:
            reason = f"it is no row of {len(names)} fields with a number"
            problems.append(damaged(reason, table.source, line, "The other rows count"))
            continue
        if number not in heads:
            heads[number] = _Head(line, dict(zip(names, fields, strict=True)))
            sides[number] = []
        side = position_of(fields[vote])
        if side is None:
            reason = f"{fields[vote]!r} is no position"
            problems.append(damaged(reason, table.source, line, "Positions are Y, N, A and X"))
        else:
            own = fields[code] if code is not None else ""
            named = (fields[name], own)
            sides[number].append((known.setdefault(named, named), side))
    rollcalls = tuple(_accounts(table.source, heads, sides, problems))
    return Accounts(rollcalls, tuple(problems))


def _accounts(
    source: str,
    heads: dict[str, _Head],
    sides: dict[str, list[tuple[tuple[str, ...], Position]]],
    problems: list[ReadError],
) -> Iterator[RollCall]:
    for number, (line, said) in heads.items():
        dated = date_of(said.get("date", ""))
        if dated is None:
            reason = f"{said.get('date', '')!r} is no date"
            problems.append(damaged(reason, source, line, "The rest counts"))
        yield _account(number, said, dated or Dated(), sides[number])


def _account(
    number: str, said: dict[str, str], dated: Dated, named: list[tuple[tuple[str, ...], Position]]
) -> RollCall:
    lists = lists_of(named, dated.date)
    symbol = full_symbol(said.get("resolution", ""))
    draft = full_symbol(_APART.split(said.get("draft", ""))[0])
    body = body_of_symbol(symbol or draft or said.get("meeting", ""))
    if "permanent_member" in said:
        body = "Security Council"
    mode = _mode(said, listed=bool(lists.yes or lists.no or lists.abstain))
    listed = mode != "without a vote" and any(lists)
    title = bare_title(words_of(said.get("title") or said.get("description") or "") or "")
    return RollCall(
        id=f"undl:{number}", source="undl", place=f"record {number}",
        body=body or "General Assembly", session=_session(said, symbol), date=dated.date,
        precision=dated.precision, matter="text", mode=mode,
        outcome="adopted" if symbol else "unknown", symbol=symbol, draft=draft,
        meeting=words_of(said.get("meeting", "")), title=title or None,
        detail=words_of(said.get("vote_note", "")),
        agenda_item=words_of(said.get("agenda_title", "")),
        subjects=tuple(each for each in _APART.split(words_of(said.get("subjects", "")) or "")
                       if each),
        tally=_tally(said) if mode != "without a vote" else None, listed=listed,
        yes=lists.yes if listed else (), no=lists.no if listed else (),
        abstain=lists.abstain if listed else (), absent=lists.absent if listed else (),
        unknown=lists.unknown,
    )  # fmt: skip


def _session(said: dict[str, str], symbol: str | None) -> str | None:
    return session_of(symbol or "") or number_of(said.get("session", "")) or None


def _mode(said: dict[str, str], *, listed: bool) -> Mode:
    told = mode_of(said.get("modality", "")) if said.get("modality") else "unknown"
    if told != "unknown":
        return told
    return "recorded vote" if listed else "unknown"


def _tally(said: dict[str, str]) -> Tally | None:
    yes, no, abstain, missing = (said.get(name, "") for name in _FIGURES)
    return tally_of((yes, no, abstain), missing)
