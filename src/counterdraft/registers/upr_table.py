"""Recommendations of the Universal Periodic Review → how many a State took up, by session.

Some sessions stand in two files of one download: a recommendation counts once. The counts are those
of the database: it divides recommendations by who made them, so that a State's own figures differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from counterdraft.errors import DamagedSource, ReadError
from counterdraft.lexicon.upr import upr_sessions
from counterdraft.model.register import Entry
from counterdraft.registers.table import Table
from counterdraft.registers.taken import Taken, missing, party_of, unknown_state
from counterdraft.wording.english import counted

KIND, NAME = "upr", "Universal Periodic Review, recommendations"
NEEDED = ("to", "from", "text", "response", "session")
_COUNTS = "responses at the time of the review, counted by recommending State"


def upr_entries(tables: Iterable[Table]) -> Taken:
    """The entries of tables that belong together; raises DamagedSource for missing columns."""
    made: dict[tuple[str, int, str, str], str] = {}
    problems: dict[str, ReadError] = {}
    names: list[str] = []
    for table in tables:
        lacking = [each for each in NEEDED if each not in table.columns]
        if lacking:
            raise missing(table.source, "a table of recommendations", lacking)
        names.append(table.source)
        for line, cells in table.rows:
            state = party_of(cells["to"])
            if state is None:
                problems.setdefault(cells["to"], unknown_state(cells["to"], table.source, line))
            elif not cells["session"].isdigit() or int(cells["session"]) not in upr_sessions():
                problems.setdefault(
                    f"session {cells['session']}", _no_session(cells["session"], table.source, line)
                )
            elif not cells["response"].casefold().startswith("voluntary"):
                key = (state, int(cells["session"]), cells["from"], cells["text"])
                made.setdefault(key, cells["response"].casefold())
    source = _source(names, len(made))
    return Taken(KIND, NAME, tuple(_entries(made, source)), tuple(problems.values()))


def _entries(made: dict[tuple[str, int, str, str], str], source: str) -> Iterable[Entry]:
    counts: dict[tuple[str, int], Counter[str]] = {}
    for (state, number, _, _), response in made.items():
        counts.setdefault((state, number), Counter())[response] += 1
    for (state, number), counter in sorted(counts.items(), key=lambda each: each[0]):
        session = upr_sessions()[number]
        shown = {"accepted": counter["accepted"], **dict(sorted(counter.items()))}
        value = ", ".join(f"{response}: {count}" for response, count in shown.items() if response)
        yield Entry(
            register=NAME, act="recommendations", subject=state, object=f"cycle {session.cycle}",
            date=session.days, value=value, source=source, note=_COUNTS,
        )  # fmt: skip
        yield Entry(
            register=NAME, act="review", subject=state, object=f"cycle {session.cycle}",
            date=session.days, value=f"session {number}", source=source,
        )  # fmt: skip


def _source(names: list[str], rows: int) -> str:
    """What was counted, by the names of its files alone."""
    whole = sorted({PurePath(each).parent.name for each in names if ".zip/" in each})
    called = ", ".join(whole or [PurePath(each).name for each in names])
    return f"UPR Info, {called} ({counted(rows, 'recommendation')})"


def _no_session(text: str, source: str, line: int) -> DamagedSource:
    known = upr_sessions()
    return DamagedSource(
        f"{text!r} is no session of the Working Group that is known; its rows are left out",
        source=source, place=f"line {line}", remedy=f"Known are {min(known)} to {max(known)}",
    )  # fmt: skip
