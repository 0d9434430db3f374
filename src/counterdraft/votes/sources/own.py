"""A table of one's own → RollCalls: long, a row a state; or a row a vote, with lists or figures.

In: a table whose columns have names of the lexicon's ("votes", [columns]). A row a vote has figures
or names in ``yes``, ``no`` and ``abstain``, or figures there and names in ``yes_states`` and so on;
names are apart by semicolons. Out: the accounts, their source "csv:" and the file's name. Their
lists may be of some Members only, unless a column ``whole`` says that they are not. What ``votes
export`` writes is read so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Literal, NamedTuple, get_args

from counterdraft.errors import ReadError
from counterdraft.lexicon.bodies import body_of, body_of_symbol
from counterdraft.lexicon.vote_sources import issues as issue_codes
from counterdraft.lexicon.votes import columns as names_of_columns
from counterdraft.lexicon.votes import has_all, matter_of, mode_of, outcome_of, position_of
from counterdraft.model.rollcall import OWN, Matter, Mode, Position, RollCall, Tally
from counterdraft.votes.sources.account import Accounts, damaged
from counterdraft.votes.sources.dates import Dated, date_of
from counterdraft.votes.sources.figures import figure_of, number_of, tally_of
from counterdraft.votes.sources.names import Lists, lists_of, sponsors_of
from counterdraft.votes.sources.own_days import Order, dated, order_of, two_days
from counterdraft.votes.sources.symbols import full_symbol, session_of, voeten_symbol
from counterdraft.votes.sources.table import Table
from counterdraft.votes.sources.words import words_of
from counterdraft.votes.where import symbol_of

_TEXT = ("symbol", "draft", "id", "title")
_SIDES: tuple[tuple[str, Position], ...] = (
    ("yes", "yes"), ("no", "no"), ("abstain", "abstain"), ("not_voting", "not voting"),
)  # fmt: skip
_SAME = ("id", "body", "symbol", "draft", "date", "matter", "detail", "title")
_APART = re.compile(r"\s*[;|\n]\s*")
_SLUG = re.compile(r"[^a-z0-9]+")
Form = Literal["long", "wide"]


class _Row(NamedTuple):
    """A row's words by the name that each column has here, and where it stands."""

    line: int
    said: dict[str, str]


def form_of(columns: Sequence[str]) -> Form | None:
    """Which form a table has; None where it is no table of votes."""
    names = {names_of_columns().get(each) for each in columns}
    if not names & set(_TEXT):
        return None
    if {"state", "vote"} <= names:
        return "long"
    figures = {"yes", "no"} <= names or {"yes_states", "no_states"} <= names
    return "wide" if figures or "mode" in names else None


def is_own(columns: Sequence[str]) -> bool:
    """Whether a table can be one's own table of votes."""
    return form_of(columns) is not None


def from_own(table: Table) -> Accounts:
    """The accounts in the table."""
    problems: list[ReadError] = []
    rows = list(_with_days(list(_rows(table, problems)), table.source, problems))
    groups = _grouped(rows) if form_of(table.columns) == "long" else [[row] for row in rows]
    source = f"{OWN}{_SLUG.sub('-', PurePath(table.source).name.split('.')[0].lower()).strip('-')}"
    found: dict[str, RollCall] = {}
    for group in groups:
        account = _account(source, group, table.source, problems)
        if account is None:
            continue
        if account.id in found:
            reason = f"{account.id.partition(':')[2]} stands in it twice"
            remedy = "Tell them apart by matter or detail; the first counts"
            if account != found[account.id]:
                problems.append(damaged(reason, table.source, group[0].line, remedy))
        found.setdefault(account.id, account)
    return Accounts(tuple(found.values()), tuple(problems))


def _rows(table: Table, problems: list[ReadError]) -> Iterator[_Row]:
    """Every row; of two columns for one thing the first that says something counts."""
    names = [names_of_columns().get(each) for each in table.columns]
    for line, fields in table.rows():
        if len(fields) != len(names):
            reason = f"it has {len(fields)} fields, and there are {len(names)} columns"
            problems.append(damaged(reason, table.source, line, "Quote fields that hold a comma"))
            continue
        said: dict[str, str] = {}
        for name, field in zip(names, fields, strict=True):
            if name and field.strip() and name not in said:
                said[name] = _unguarded(field.strip())
        if not any(said.get(name) for name in _TEXT):
            problems.append(damaged("it names no text", table.source, line, "Give it a symbol"))
            continue
        yield _Row(line, said)


def _unguarded(field: str) -> str:
    """A field without the apostrophe that an export sets before what would be a formula."""
    return field[1:] if len(field) > 1 and field[0] == "'" and field[1] in "=+-@" else field


def _with_days(
    rows: Sequence[_Row], file: str, problems: list[ReadError]
) -> Iterator[_Row]:  # fmt: skip
    """The rows, their dates in ISO 8601; a date that is none, or may be two, is left out."""
    order = order_of(row.said["date"] for row in rows if "date" in row.said)
    wrong: dict[str, int] = {}
    for line, said in rows:
        if "date" not in said:
            yield _Row(line, said)
            continue
        found = dated(said["date"], order)
        rest = {name: word for name, word in said.items() if name != "date"}
        if found is None:
            wrong.setdefault(said["date"], line)
        yield _Row(line, rest | {"date": found.date} if found and found.date else rest)
    for told, line in wrong.items():
        problems.append(_no_date(told, order, file, line))


def _no_date(told: str, order: Order, file: str, line: int) -> ReadError:
    remedy = "Dates are written 2007-12-18, or 2007-12, or 2007; the rest of the row counts"
    if two_days(told, order):
        return damaged(f"{told!r} may be either of two days", file, line, remedy)
    return damaged(f"{told!r} is no date", file, line, remedy)


def _grouped(rows: list[_Row]) -> list[list[_Row]]:
    groups: dict[tuple[str | None, ...], list[_Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row.said.get(name) for name in _SAME), []).append(row)
    return list(groups.values())


def _account(
    source: str, rows: list[_Row], file: str, problems: list[ReadError]
) -> RollCall | None:
    line, said = rows[0]
    day = date_of(said.get("date", "")) or Dated()
    symbol, draft = _symbols(said)
    long = "vote" in said or "state" in said
    _check_figures(said, file, line, problems)
    lists = _long(rows, day.date, file, problems) if long else _wide(said, day.date)
    tally = _tally(said)
    part = any(lists) and not _whole(rows, file, problems)
    body = _body(said, symbol, draft, file, line, problems)
    matter, mode = _matter(said), _mode(said, listed=any(lists))
    title = words_of(said.get("title", ""))
    return RollCall(
        id=_id(source, said, symbol or draft or title or ""), source=source, place=f"line {line}",
        body=body, session=_session(said, symbol or draft), date=day.date,
        precision=day.precision, matter=matter, mode=mode, outcome=_outcome(said, symbol, matter),
        symbol=symbol, draft=draft, meeting=words_of(said.get("meeting", "")), title=title,
        detail=words_of(said.get("detail", "")), agenda_item=words_of(said.get("agenda_item", "")),
        subjects=_listed(said.get("subjects")), issues=_issues(said.get("issues")),
        tally=tally, listed=any(lists), yes=lists.yes, no=lists.no, abstain=lists.abstain,
        absent=lists.absent, unknown=lists.unknown,
        sponsors=sponsors_of(_listed(said.get("sponsors")), day.date),
        joined=sponsors_of(_listed(said.get("joined")), day.date), part=part,
    )  # fmt: skip


def _id(source: str, said: dict[str, str], text: str) -> str:
    """What is the same of a row whenever it is imported."""
    if "id" in said:
        return f"{source}:{said['id']}"
    more = [said[name] for name in ("body", "date", "matter", "detail") if name in said]
    return f"{source}:{' '.join([text, *more])}"


def _symbols(said: dict[str, str]) -> tuple[str | None, str | None]:
    symbol = said.get("symbol", "").rstrip("* ")
    found = voeten_symbol(symbol).symbol if symbol.startswith(("R/", "ESS/", "SS/")) else None
    draft = said.get("draft", "").rstrip("* ")
    return found or full_symbol(symbol_of(symbol)), full_symbol(symbol_of(draft))


def _body(
    said: dict[str, str], symbol: str | None, draft: str | None, file: str, line: int,
    problems: list[ReadError],
) -> str:  # fmt: skip
    named = body_of(said["body"]) if "body" in said else None
    if named is None and "body" in said:
        remedy = "Bodies are named in docs/votes.md; it is kept as it is told"
        problems.append(damaged(f"no body is called {said['body']!r}", file, line, remedy))
        return words_of(said["body"]) or "General Assembly"
    return named or body_of_symbol(symbol or draft or "") or "General Assembly"


def _session(said: dict[str, str], symbol: str | None) -> str | None:
    return number_of(said["session"]) if "session" in said else session_of(symbol or "")


def _long(rows: list[_Row], date: str | None, file: str, problems: list[ReadError]) -> Lists:
    named: list[tuple[tuple[str, ...], Position]] = []
    for line, said in rows:
        side = position_of(said.get("vote", ""))
        if side is None:
            remedy = "Positions are yes, no, abstain, not voting, or Y, N, A, X"
            problems.append(damaged(f"{said['vote']!r} is no position", file, line, remedy))
        elif "state" not in said:
            problems.append(damaged("it names no state", file, line, "The other rows count"))
        else:
            named.append(((said["state"],), side))
    return lists_of(named, date)


def _wide(said: dict[str, str], date: str | None) -> Lists:
    """The lists of a row; names stand in a column for them, or where figures might."""
    named: list[tuple[tuple[str, ...], Position]] = []
    for column, side in _SIDES:
        told = said.get(f"{column}_states", "")
        if not told and _names(said.get(column, "")):
            told = said[column]
        named += [((name,), side) for name in _listed(told)]
    return lists_of(named, date)


def _names(cell: str) -> bool:
    """Whether a cell of a side has names: one with figures and no letter has none."""
    return any(each.isalpha() for each in cell)


def _check_figures(said: dict[str, str], file: str, line: int, problems: list[ReadError]) -> None:
    """A figure that is none is told; the figures of the row are none then."""
    for column, _ in _SIDES:
        cell = said.get(column, "")
        if cell and not _names(cell) and figure_of(cell) is None:
            rest = "it is left out" if column == "not_voting" else "the row has no figures"
            remedy = f"Write whole numbers, such as 97; {rest}"
            problems.append(damaged(f"{cell!r} is no figure", file, line, remedy))
    told = {_names(said[column]) for column, _ in _SIDES[:3] if column in said}
    if len(told) > 1:
        remedy = "Put names into yes_states, no_states, abstain_states; the row has no figures"
        problems.append(damaged("some sides are figures and some names", file, line, remedy))


def _tally(said: dict[str, str]) -> Tally | None:
    """The figures of a row; a side that is left blank beside others had none."""
    yes, no, abstain, missing = (said.get(column, "") for column, _ in _SIDES)
    return tally_of((yes, no or "0", abstain or "0"), missing)


def _whole(rows: list[_Row], file: str, problems: list[ReadError]) -> bool:
    """Whether the table says of its lists that they have everyone that voted."""
    told = {said["whole"]: line for line, said in reversed(rows) if "whole" in said}
    for word, line in told.items():
        if has_all(word) is None:
            remedy = "Write yes where the lists have everyone that voted, else no; it is read as no"
            problems.append(damaged(f"{word!r} says not whether it is whole", file, line, remedy))
    return bool(told) and all(has_all(word) for word in told)


def _matter(said: dict[str, str]) -> Matter:
    told = said.get("matter", "").casefold()
    matter: Matter
    for matter in get_args(Matter):
        if told == matter:
            return matter
    words = said.get("matter") or said.get("detail")
    return matter_of(words) if words else "text"


def _mode(said: dict[str, str], *, listed: bool) -> Mode:
    if "mode" in said:
        told = said["mode"].casefold()
        same = next((each for each in get_args(Mode) if each == told), None)
        return same or mode_of(told)
    return "recorded vote" if listed else "unknown"


def _outcome(said: dict[str, str], symbol: str | None, matter: Matter) -> Literal[
    "adopted", "rejected", "unknown"
]:  # fmt: skip
    if "outcome" in said:
        return outcome_of(said["outcome"])
    return "adopted" if symbol and "/RES/" in symbol and matter == "text" else "unknown"


def _listed(text: str | None) -> tuple[str, ...]:
    found = (words_of(each) for each in _APART.split(text or ""))
    return tuple(each for each in found if each)


def _issues(text: str | None) -> tuple[str, ...]:
    """Codes of issues; one that is named in words is known by them."""
    names = {name.casefold(): code for code, name in issue_codes().items()}
    return tuple(names.get(each.casefold(), each) for each in _listed(text))
