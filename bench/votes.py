"""How many votes are read of each source, where they differ, and how fast they load.

    python bench/votes.py [--rounds N] [--write]

All shared accounts of votes are imported into a folder of work, each command a process of its own;
loading and merging are timed in this one. Reads ../shared, or --shared DIR.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import NONE, SHORT, Table
from bench.shared import GA, ROOT, SC, Shared
from counterdraft.jobs.votes import Where, accounts_of, check_votes, votes_folder, votes_of
from counterdraft.model.rollcall import RollCall
from counterdraft.model.vote import Vote
from counterdraft.votes.held_info import in_order

UNVOTES = "data/votes/unvotes-1946-2019.zip"
RECORDS = "data/votes/ga-metadata-74-79.jsonl.gz"
DPRK = "data/votes/dprk-ga-plenary.csv"
_FILES = (UNVOTES, RECORDS, DPRK, GA, SC)
_COMMAND = "import sys; from counterdraft.__main__ import main; sys.exit(main())"
_LOAD, _UNVOTES_CALLS, _UNVOTES_VOTES = 0.5, 6203, 870_109


def main() -> None:
    options = _options()
    shared = shared_with(options.shared, *_FILES)
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name)
        times = list(_imports(shared, corpus))
        folder = votes_folder(corpus)
        accounts, votes = accounts_of(folder), votes_of(folder)
        speed = [*times, *_loading(folder, options.rounds)]
        tables = [
            Table("Votes read", ("source", "accounts", "with lists", "positions", "unknown names"),
                  list(_sources(accounts))),
            Table("Votes, figures and lists", ("figure", "target", "measured", ""),
                  list(_figures(folder, accounts, votes))),
            Table("Votes by sessions", ("sessions", "votes", "recorded", "on a part or procedure",
                                        "known by the month"), list(_sessions(votes))),
            Table("Votes, how fast", ("figure", "target", "measured", ""), speed, _load()),
        ]  # fmt: skip
    tell("votes.py", tables, write_too=options.write)


def _load() -> str:
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
    return (
        f"Python {sys.version.split()[0]}, {load}; imports are commands, the rest in one process."
    )


def _row(figure: str, target: str, measured: str, *, met: bool) -> tuple[str, ...]:
    return (figure, target, measured, "" if met else SHORT)


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


# -- importing


def _imports(shared: Shared, corpus: Path) -> Iterable[tuple[str, ...]]:
    for name in _FILES:
        seconds = _timed(partial(_import, shared.path(name), corpus))
        yield (f"{Path(name).name} imported", NONE, f"{seconds:.1f} s", "")
    seconds = _timed(lambda: _import(shared.path(UNVOTES), corpus))
    yield ("unvotes imported again, which changes nothing", NONE, f"{seconds:.1f} s", "")
    size = sum(path.stat().st_size for path in corpus.rglob("*") if path.is_file())
    yield ("on disk", NONE, f"{size / 1e6:.1f} MB", "")


def _import(path: Path, corpus: Path) -> None:
    command = [
        sys.executable,
        "-c",
        _COMMAND,
        "votes",
        "import",
        str(path),
        "--corpus",
        str(corpus),
    ]
    environ = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, env=environ, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{path}: it ended with {done.returncode}: {done.stderr}")


def _loading(folder: Path, rounds: int) -> Iterable[tuple[str, ...]]:
    accounts_of(folder)
    times = [_timed(lambda: accounts_of(folder)) for _ in range(rounds)]
    yield _row(
        "all accounts loaded, with their lists", f"< {_LOAD} s", f"{median(times):.2f} s",
        met=median(times) < _LOAD,
    )  # fmt: skip
    asked = {
        "all votes made of them": Where(), "one session's": Where(sessions=("62",)),
        "one text's": Where(symbols=("A/RES/62/167",)),
        "one series', by the words of its title": Where(title="korea human rights"),
    }  # fmt: skip
    for figure, where in asked.items():
        times = [_timed(partial(votes_of, folder, where)) for _ in range(rounds)]
        yield (figure, NONE, f"{median(times):.2f} s", "")
    yield ("all of them checked", NONE, f"{_timed(lambda: check_votes(folder)):.1f} s", "")


# -- what was read


def _sources(accounts: Sequence[RollCall]) -> Iterable[tuple[str, ...]]:
    for source, number in Counter(each.source for each in accounts).most_common():
        own = [each for each in accounts if each.source == source]
        positions = sum(len(x.yes) + len(x.no) + len(x.abstain) + len(x.absent) for x in own)
        unknown = sum(len(each.unknown) for each in own)
        listed = sum(each.listed for each in own)
        yield (source, f"{number:,}", f"{listed:,}", f"{positions:,}", f"{unknown:,}")


def _figures(
    folder: Path, accounts: Sequence[RollCall], votes: Sequence[Vote]
) -> Iterable[tuple[str, ...]]:
    unvotes = [each for each in accounts if each.source.partition(":")[0] == "unvotes"]
    voted = sum(len(each.yes) + len(each.no) + len(each.abstain) for each in unvotes)
    yield _row(
        "roll-calls and votes of unvotes", f"{_UNVOTES_CALLS:,}; {_UNVOTES_VOTES:,}",
        f"{len(unvotes):,}; {voted:,}",
        met=(len(unvotes), voted) == (_UNVOTES_CALLS, _UNVOTES_VOTES),
    )  # fmt: skip
    checked, _ = check_votes(folder)
    days = sum(
        len(each.date or "") == 10 and each.list_from is not None
        and each.body == "General Assembly" for each in votes
    )  # fmt: skip
    yield _row(
        "Members less voters are those not voting, of votes of a known day", f"{days:,}",
        f"{checked.proved:,}", met=checked.proved == days,
    )  # fmt: skip
    matters = Counter(each.matter for each in votes)
    shown = ", ".join(f"{name} {number:,}" for name, number in matters.most_common())
    yield ("what was voted on", NONE, shown, "")
    faults = Counter(each.fault for each in checked.findings)
    for fault, number in faults.most_common():
        known = sum(each.known is not None for each in checked.findings if each.fault == fault)
        yield _row(f"fault: {fault}", "all explained", f"{number}, {known} known",
                   met=known == number)  # fmt: skip


def _sessions(votes: Sequence[Vote]) -> Iterable[tuple[str, ...]]:
    """By tens of sessions; special ones together; those of other bodies apart."""
    groups: dict[str, list[Vote]] = {}
    for vote in sorted(votes, key=lambda each: in_order(each.session or "")):
        groups.setdefault(_group(vote), []).append(vote)
    for name, own in groups.items():
        parts = sum(each.matter in {"paragraph", "amendment", "motion"} for each in own)
        monthly = sum(each.precision == "month" for each in own)
        recorded = sum(each.mode == "recorded vote" for each in own)
        yield (name, f"{len(own):,}", f"{recorded:,}", f"{parts:,}", f"{monthly:,}")


def _group(vote: Vote) -> str:
    session = vote.session or ""
    if vote.body != "General Assembly":
        return vote.body
    if not session.isdecimal():
        return "special and emergency special"
    first = (int(session) - 1) // 10 * 10 + 1
    return f"{first}–{first + 9}"


def _options() -> argparse.Namespace:
    parser = options_of(__doc__)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="of each")
    return parser.parse_args()


if __name__ == "__main__":
    main()
