"""The three tables of unvotes, or Voeten's in two → RollCalls.

In: a table of positions, a row a state, with the roll-call's number; a table of roll-calls; one of
issues, if it is there. Out: the accounts. Absences are not listed in unvotes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter

from counterdraft.errors import ReadError
from counterdraft.lexicon.votes import position_of
from counterdraft.model.rollcall import Position, RollCall
from counterdraft.votes.sources.account import Accounts, damaged
from counterdraft.votes.sources.figures import number_of
from counterdraft.votes.sources.letters import set_right
from counterdraft.votes.sources.rcid import OTHER, Call, call_of, columns_of, rollcall_of
from counterdraft.votes.sources.table import Table

CODES: Mapping[str, Position | None] = {
    "1": "yes", "2": "abstain", "3": "no", "8": "not voting", "9": None,
}  # fmt: skip
"""Voeten's codes; 9 is of a state that was no Member."""
_SHOWN = 5

Positions = dict[str, list[tuple[tuple[str, ...], Position]]]


def is_positions(columns: tuple[str, ...]) -> bool:
    """Whether a table holds positions by number, and not what was voted on."""
    named = {"ccode", "country", "country_code", "countryname"} & set(columns)
    return bool({"rcid", "resid"} & set(columns) and "vote" in columns and named)


def is_calls(columns: tuple[str, ...]) -> bool:
    """Whether a table says what was voted on, by number."""
    return bool({"rcid", "resid"} & set(columns) and "unres" in columns and "date" in columns)


def is_issues(columns: tuple[str, ...]) -> bool:
    """Whether a table says what each roll-call was about, a row an issue."""
    return "rcid" in columns and "short_name" in columns


def from_tables(positions: Table, calls: Table, issues: Table | None) -> Accounts:
    """The accounts in two tables, and the third where it is there."""
    problems: list[ReadError] = []
    found = read_calls(calls, problems)
    sides = read_positions(positions, problems, {})
    about = _issues(issues) if issues is not None else {}
    source = "voeten" if "ccode" in positions.columns else "unvotes"
    rollcalls = set_right(tuple(_accounts(source, found, sides, about)))
    for number in [each for each in sides if each not in found][:_SHOWN]:
        problems.append(damaged(
            f"it has positions in roll-call {number}, of which nothing is told",
            positions.source, None, f"Import {calls.source} of the same edition",
        ))  # fmt: skip
    return Accounts(rollcalls, tuple(problems))


def _accounts(
    source: str, calls: dict[str, Call], sides: Positions, about: dict[str, tuple[str, ...]]
) -> Iterator[RollCall]:
    for number, call in calls.items():
        told = call._replace(issues=(*call.issues, *about.get(number, ())))
        yield rollcall_of(source, told, sides.get(number, ()))


def read_calls(table: Table, problems: list[ReadError]) -> dict[str, Call]:
    """What is told of each roll-call, by number."""
    at = columns_of(table)
    found: dict[str, Call] = {}
    for line, fields in table.rows():
        call = call_of(fields, at, line)
        if not call.number.removeprefix(OTHER).isdecimal() or len(fields) != len(table.columns):
            problems.append(_no_row(table, line))
        elif call.number in found:
            problems.append(_again(table, call, found[call.number]))
        else:
            found[call.number] = call
            if call.fault:
                problems.append(damaged(call.fault, table.source, line, "The rest counts"))
    return found


def read_positions(table: Table, problems: list[ReadError], seen: dict[str, Call]) -> Positions:
    """The positions in each roll-call; ``seen`` is filled where the table tells of them too."""
    at = columns_of(table)
    names = [
        place for column in ("country", "countryname", "country_name", "ccode", "country_code")
        if (place := table.place(column)) is not None
    ]  # fmt: skip
    names_of = _picker(names)
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    vote = table.place("vote") or 0
    whole = is_calls(table.columns)
    sides: Positions = defaultdict(list)
    numbers: dict[str, str] = {}
    width = len(table.columns)
    for line, fields in table.rows():
        if len(fields) != width:
            problems.append(_no_row(table, line))
            continue
        raw = fields[at.number]
        number = numbers.get(raw) or numbers.setdefault(raw, at.mark + number_of(raw))
        if whole and number not in seen:
            seen[number] = call_of(fields, at, line)
        said = fields[vote]
        side = CODES[said] if said in CODES else _side(said)
        if side is not None:
            named = names_of(fields)
            sides[number].append((known.setdefault(named, named), side))
        elif number_of(said) not in CODES:
            reason = f"{said!r} is no position"
            problems.append(damaged(reason, table.source, line, "Positions are 1, 2, 3, 8 and 9"))
    return sides


def _picker(places: list[int]) -> Callable[[list[str]], tuple[str, ...]]:
    """What takes the fields at some places out of a row, always as a tuple."""
    if len(places) == 1:
        return lambda fields: (fields[places[0]],)
    return itemgetter(*places)


def _side(said: str) -> Position | None:
    """The position that a word means, or a code with ".0"."""
    number = number_of(said)
    return CODES[number] if number in CODES else position_of(said) if said else None


def _issues(table: Table) -> dict[str, tuple[str, ...]]:
    number, code = table.columns.index("rcid"), table.columns.index("short_name")
    found: dict[str, tuple[str, ...]] = {}
    for _, fields in table.rows():
        if len(fields) > max(number, code):
            key = number_of(fields[number])
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), fields[code].strip())))
    return found


def _no_row(table: Table, line: int) -> ReadError:
    reason = f"it is no row of {len(table.columns)} fields with a number"
    return damaged(reason, table.source, line, "The other rows count")


def _again(table: Table, call: Call, first: Call) -> ReadError:
    reason = f"roll-call {call.number} stands on line {first.line} already"
    return damaged(reason, table.source, call.line, "The first counts")
