"""Questions to the votes that are kept, answered as text or data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from counterdraft.errors import DamagedVotes, NoVotes
from counterdraft.jobs.answers import json_bytes, line_bytes
from counterdraft.jobs.votes import (
    ALL,
    Checked,
    Imported,
    Where,
    accounts_of,
    check_votes,
    votes_of,
)
from counterdraft.jobs.where_votes import symbol_of
from counterdraft.model.rollcall import RollCall
from counterdraft.model.vote import Vote
from counterdraft.votes.held_info import info_of
from counterdraft.votes.told import check_lines, info_lines, vote_lines
from counterdraft.votes.written import Form, Rows, written
from counterdraft.wording.english import counted, some

_SHOWN = 12
_NAMED = 6


def info(folder: Path, form: str) -> bytes:
    """What is held in ``folder``. Raises NoVotes, NewerVotes and DamagedVotes."""
    found = info_of(str(folder), accounts_of(folder), _some(folder))
    return json_bytes(found) if form == "json" else line_bytes(info_lines(found))


def checked(
    folder: Path, form: str, where: Where = ALL
) -> tuple[bytes, Checked, tuple[DamagedVotes, ...]]:
    """What is wrong with the votes meant, in a form and as values.

    Raises NoVotes, NewerVotes and DamagedVotes.
    """
    found, faults = check_votes(folder, where)
    if not faults and found.votes == 0:
        _some(folder, where)
    if form == "json":
        return json_bytes({"check": found, "files": [str(each) for each in faults]}), found, faults
    return line_bytes(() if faults else check_lines(found)), found, faults


def show(folder: Path, text: str, form: str) -> bytes:
    """The votes on a text whole, with every account of each.

    Raises NoVotes where there is none, NewerVotes and DamagedVotes.
    """
    symbol = symbol_of(text)
    where = Where(symbols=(symbol,))
    votes = votes_of(folder, where) or _parts(folder, symbol)
    if not votes:
        raise _not_held(folder, text, symbol)
    accounts = {each.id: each for each in accounts_of(folder, _on(votes))}
    told = [(vote, [accounts[name] for name in vote.accounts]) for vote in votes]
    if form == "json":
        return json_bytes([{"vote": vote, "accounts": own} for vote, own in told])
    return line_bytes(_whole(told))


def _on(votes: Iterable[Vote]) -> Where:
    return Where(symbols=tuple(each.symbol or each.draft or each.id for each in votes))


def _whole(told: list[tuple[Vote, list[RollCall]]]) -> Iterable[str]:
    for number, (vote, accounts) in enumerate(told):
        if number:
            yield ""
        yield from vote_lines(vote, accounts)


def _parts(folder: Path, symbol: str) -> tuple[Vote, ...]:
    """The votes on the parts of a text, "A/RES/75/290 A" of "A/RES/75/290".

    Without any, those on a text whose symbol a source had in another form: "S/RES/2799".
    """
    votes = votes_of(folder)
    parts = [each for each in votes if (each.symbol or "").startswith(f"{symbol} ")]
    told = (each for each in votes if each.symbol and symbol_of(each.symbol) == symbol)
    return tuple(parts or told)


def _not_held(folder: Path, text: str, symbol: str) -> NoVotes:
    held = sorted({each.symbol for each in _some(folder) if each.symbol})
    start = symbol.rpartition("/")[0]
    near = [each for each in held if start and each.startswith(f"{start}/")][:_SHOWN]
    remedy = f"Held are {some(near, _NAMED)}" if near else "See: counterdraft votes info"
    return NoVotes("no vote on this text is held", source=text, remedy=remedy)


def export(folder: Path, form: Form, rows: Rows, where: Where = ALL) -> bytes:
    """The votes meant as a file. Raises NoVotes, NewerVotes and DamagedVotes."""
    return written(_some(folder, where), form, rows)


def _some(folder: Path, where: Where = ALL) -> tuple[Vote, ...]:
    """The votes meant; raises NoVotes where there are none."""
    found = votes_of(folder, where)
    if not found:
        reason = "no votes are held" if where == ALL else "none of the votes held is so"
        remedy = "Bring some with: counterdraft votes import PATHS, or name another with --corpus"
        if where != ALL:
            remedy = "See what there is with: counterdraft votes info"
        raise NoVotes(reason, source=str(folder), remedy=remedy)
    return found


def import_in_form(report: Imported, form: str) -> bytes:
    """What an import came to, as text or JSON."""
    kept = report.kept
    if form == "json":
        found = {
            "files": report.files, "sources": report.sources, "new": kept.new, "newer": kept.newer,
            "unchanged": kept.unchanged, "held": kept.held,
            "problems": [str(each) for each in report.problems],
        }  # fmt: skip
        return json_bytes(found)
    lines = [
        f"{counted(kept.new, 'account')} new, {len(kept.newer)} in a newer version, "
        f"{kept.unchanged:,} there already; {counted(kept.held, 'account')} of votes held"
    ]
    lines += [f"{source}: {number:,}" for source, number in report.sources.items()]
    if kept.newer:
        lines.append(f"superseded: {some(list(kept.newer), _NAMED)}")
    if report.problems:
        lines.append(f"not taken, or not whole: {len(report.problems)}, named above")
    return line_bytes(lines)
