"""Voeten's table of all votes, a row a state a roll-call, and what was voted on → RollCalls.

Several vintages, with commas or tabs, in UTF-8 or the Windows code page. Its codes are those of
the codebook: 1 yes, 2 abstain, 3 no, 8 absent, 9 not a Member.
"""

from __future__ import annotations

from counterdraft.errors import ReadError
from counterdraft.votes.sources.account import Accounts, damaged
from counterdraft.votes.sources.letters import set_right
from counterdraft.votes.sources.rcid import Call, rollcall_of
from counterdraft.votes.sources.table import Table
from counterdraft.votes.sources.unvotes import is_calls, is_positions, read_positions


def is_whole(columns: tuple[str, ...]) -> bool:
    """Whether one table holds positions and what was voted on."""
    return is_positions(columns) and is_calls(columns)


def from_table(table: Table) -> Accounts:
    """The accounts in the table."""
    problems: list[ReadError] = []
    calls: dict[str, Call] = {}
    sides = read_positions(table, problems, calls)
    for call in calls.values():
        if call.fault:
            problems.append(damaged(call.fault, table.source, call.line, "The rest counts"))
    source = "voeten" if "ccode" in table.columns else "unvotes"
    rollcalls = tuple(
        rollcall_of(source, call, sides.get(number, ())) for number, call in calls.items()
    )
    return Accounts(set_right(rollcalls), tuple(problems))
