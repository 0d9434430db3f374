"""How fast and how well ideal points are estimated, beside emIRT's dynIRT and NumPyro.

    python bench/ideal.py [--rounds N] [--numpyro PYTHON] [--write] [--only PART…]

The votes are made by ../shared/tools/make_votes.py, which knows the truth and scores, and those of
the General Assembly from 1946 to 2019, held to published ideal points. What is compared is run side
by side, in turns, in two threads each, and the median of the ratios is taken; start and compiling
are left out. NumPyro may be in a Python of its own; dynIRT is run by Rscript where R has emIRT.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from bench import ideal_peers as peers
from bench.command import options_of, shared_with, tell
from bench.growth_plot import Line, growth_svg
from bench.ideal_ceiling import ceiling
from bench.ideal_kept_back import SHARE, foretold
from bench.ideal_votes import (
    MAKE,
    PUBLISHED,
    REAL,
    Real,
    Votes,
    correlations,
    made,
    ranks,
    scored,
    within_states,
)  # fmt: skip
from bench.page import SHORT, Table
from bench.shared import ROOT
from bench.turns import Times
from counterdraft.ideal.estimate import Estimate, Options, estimate
from counterdraft.ideal.start import principal_component

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]

SEEDS = (7, 1, 2, 3)
PER_SESSION = (5, 20, 80, 320, 640)
PLOT = ROOT / "docs" / "ideal-growth.svg"
PARTS = ("made", "real", "growth")
_HEADER = ("figure", "target", "measured", "")
_NORMAL = 1.6449  # of it nine tenths are within so many standard deviations

Row = tuple[str, ...]


class Peer(NamedTuple):
    """Another estimator, how it is run, if it is there, and what was measured elsewhere."""

    name: str
    run: Callable[[Votes, F8], peers.Found] | None
    times: int | None
    """So many times as long as ours is the target; None where there is none."""
    elsewhere: str


def main() -> None:
    options = _options()
    shared = shared_with(options.shared, MAKE, REAL, PUBLISHED)
    rivals = _peers(options.numpyro)
    with tempfile.TemporaryDirectory(prefix="ideal.") as name:
        folder = options.work or Path(name)
        tables = []
        if "made" in options.only:
            rows = list(_made(shared.path(MAKE), folder, rivals, options.rounds))
            tables.append(Table("Ideal points: votes of a known truth", _HEADER, rows, _about()))
        if "real" in options.only:
            real = Real(shared.path(REAL), shared.path(PUBLISHED))
            rows = list(_real(real, rivals[:2], options.rounds))
            tables.append(Table("Ideal points: the General Assembly", _HEADER, rows, _of(real)))
        if "growth" in options.only:
            votes = [made(shared.path(MAKE), folder, 7, size) for size in PER_SESSION]
            tables.append(_growth(votes, options.rounds, draw=options.write))
    tell("ideal.py", tables, write_too=options.write)


def _peers(python: str) -> list[Peer]:
    def by_numpyro(given: Votes, place: F8) -> peers.Found:
        return peers.numpyro(python, given, place)

    there = peers.has_dynirt()
    return [
        Peer(
            "dynIRT, yes against the rest, in one thread as it comes",
            partial(peers.dynirt, threads=1) if there else None, 12, "10 s, within states 0.882",
        ),
        Peer(
            f"the same in {peers.THREADS} threads", peers.dynirt if there else None, None, "–",
        ),
        Peer(
            "NumPyro, the mode of the same model",
            by_numpyro if peers.has_numpyro(python) else None, 30, "17 s, within states 0.955",
        ),
    ]  # fmt: skip


# -- votes of a known truth


def _made(maker: Path, folder: Path, rivals: Sequence[Peer], rounds: int) -> Iterator[Row]:
    for seed in SEEDS:
        given = made(maker, folder, seed)
        found = _ours(given)
        told = scored(maker, folder, seed, found.points)
        within, state = (float(told.partition(f"{name} r ")[2].removeprefix("mean ").split()[0])
                         for name in ("within-session", "within-state"))  # fmt: skip
        inside = np.abs(found.points - given.known) < _NORMAL * found.standard_errors
        share = float(inside[given.member].mean())
        yield _row(
            f"seed {seed}: {given.cast:,} votes", "within sessions ≥ 0.994, states ≥ 0.948; "
            "of 90% intervals 88–92% cover the truth",
            f"within sessions {within:.4f}, states {state:.4f} (roll-calls known: "
            f"{ceiling(maker, seed, given):.4f}); {share:.1%}; {found.sweeps} sweeps",
            met=within >= 0.994 and state >= 0.948 and 0.88 <= share <= 0.92,
        )  # fmt: skip
    given = made(maker, folder, SEEDS[0])
    for rival in rivals:
        yield _against(rival, given, rounds, lambda points: within_states(points, given.known))


def _against(rival: Peer, given: Votes, rounds: int, score: Callable[[F8], float] | None) -> Row:
    """One row: another estimator beside ours, in turns."""
    target = f"≥ {rival.times} times as long" if rival.times else "–"
    if rival.run is None:
        return _row(f"{rival.name}: not from this run", target, f"elsewhere: {rival.elsewhere}")
    place = principal_component(given.votes[:, (given.votes > 0).any(axis=0)])
    place = (place - place.mean()) / place.std()
    _ours(given)
    theirs, ours = [], []
    for _ in range(rounds):
        found = rival.run(given, place)
        theirs.append(found.seconds)
        ours.append(median(_wall(_ours, given) for _ in range(3)))
    times = Times(theirs, ours)
    quality = f"; theirs within states {abs(score(found.points)):.4f}" if score else ""
    return _row(
        f"{rival.name}, against ours", target,
        f"{times.ratio:.1f} times ({median(theirs):.1f} s and {median(ours):.2f} s){quality}",
        met=times.ratio >= (rival.times or 0),
    )  # fmt: skip


# -- the General Assembly


def _real(real: Real, rivals: Sequence[Peer], rounds: int) -> Iterator[Row]:
    given = real.votes
    anchor = given.names.index("United States")
    for options in (Options(anchor), Options(anchor, discrimination_variance=None)):
        found = _ours(given, options)
        each = correlations(found.points, given.known)
        order = correlations(ranks(_both(found.points, given.known)), ranks(given.known))
        told = f"mean {np.nanmean(each):.4f}, least after session 10 {np.nanmin(each[10:]):.3f}"
        fixed = options.discrimination_variance
        prior = "estimated" if fixed is None else f"{fixed:g}, as theirs and by default"
        yield _row(
            f"published points: correlation within sessions; variance of discriminations {prior}",
            "mean ≥ 0.966, none after session 10 below 0.90",
            f"{told}; of ranks {np.nanmean(order):.4f} and {np.nanmin(order[10:]):.3f}; "
            f"{found.sweeps} sweeps",
            met=bool(np.nanmean(each) >= 0.966 and np.nanmin(each[10:]) >= 0.90),
        )
        chance, count = foretold(given, partial(_ours, options=options))
        yield _row(
            f"the same: mean log-likelihood of {SHARE:.0%} of votes, kept back, four times", "–",
            f"{chance:.4f} over {count:,} votes; lapse rate {found.lapse_rate:.2%}",
        )  # fmt: skip
    yield _row("sweeps on each third of the roll-calls by itself", "–", ", ".join(_thirds(given)))
    for rival in rivals:
        elsewhere = "6.6 s" if rival.times else rival.elsewhere
        yield _against(rival._replace(elsewhere=elsewhere), given, rounds, None)


def _thirds(given: Votes) -> Iterator[str]:
    """Fewer votes are harder: states cross to another side, and back."""
    for n in range(3):
        part = given._replace(votes=given.votes[:, n::3], session=given.session[n::3])
        found = _ours(part)
        yield f"{found.sweeps}{'' if found.converged else ' (not at rest)'}"


def _both(found: F8, known: F8) -> F8:
    return np.where(np.isnan(known), np.nan, found)


def _of(real: Real) -> str:
    ours, theirs = real.unmatched
    count = np.isfinite(real.votes.known).sum()
    return (
        f"{real.votes.cast:,} votes in {len(real.votes.session):,} roll-calls of "
        f"{real.votes.member.shape[1]} sessions; a State is a member from its first vote to "
        "its last. "
        f"{count:,} of {len(real.published):,} published points are matched by name. Only in the "
        f"votes: {', '.join(ours) or 'none'}; only published: {', '.join(theirs) or 'none'}."
    )


# -- growth


def _growth(several: Sequence[Votes], rounds: int, *, draw: bool) -> Table:
    rows, times = [], []
    for given in several:
        _ours(given)
        times.append(median(_wall(_ours, given) for _ in range(max(3, rounds))))
        sweeps = _ours(given).sweeps
        rows.append(
            (f"{given.cast:,}", f"{len(given.session):,}", f"{times[-1]:.2f} s", str(sweeps))
        )
        _say(f"growth: {rows[-1]}")
    if draw:
        line = Line("estimate", [each / times[0] for each in times])
        sizes = [each.cast for each in several]
        PLOT.write_text(growth_svg(sizes, [line], "number of votes", "votes"), "utf-8")
    text = f"Ours alone, median times. ![Time over the number of votes]({PLOT.name})"
    return Table("Ideal points: growth", ("votes", "roll-calls", "time", "sweeps"), rows, text)


def _ours(given: Votes, options: Options | None = None) -> Estimate:
    """The truth's way round, where none is said: made votes have it from the first state of all."""
    options = options or Options(anchor=int(np.nansum(given.known, axis=1).argmax()))
    options = replace(options, threads=peers.THREADS)
    return estimate(given.votes, given.session, given.member, options=options, say=_say)


def _wall(act: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    act(*arguments)
    return time.perf_counter() - start


def _about() -> str:
    load = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
    return (
        f"Python {sys.version.split()[0]}, {load}. Times are of the first seed, by which targets "
        "were set. “Roll-calls known” is the correlation within states of one who knows the truth "
        "of every roll-call and by how much states move: the most that these votes tell."
    )


def _row(figure: str, target: str, measured: str, *, met: bool = True) -> Row:
    _say(f"{figure}: {measured}")
    return (figure, target, measured, "" if met else SHORT)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = options_of(__doc__)
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--numpyro", default=sys.executable, metavar="PYTHON",
                        help="a Python that has NumPyro")  # fmt: skip
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART")
    parser.add_argument("--work", type=Path, metavar="DIR",
                        help="make the votes here and keep them for the next run")  # fmt: skip
    return parser.parse_args()


if __name__ == "__main__":
    main()
