"""The votes that bench/ideal.py estimates from: made ones with their truth, and real ones."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zipfile
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]

MAKE = "tools/make_votes.py"
REAL = "data/votes/unvotes-1946-2019.zip"
PUBLISHED = "data/votes/IdealpointestimatesAll_Apr2020.csv.gz"

_CODES = {"yes": 1, "abstain": 2, "no": 3}
# What the published file calls a State that the votes call otherwise; all else has one name.
_OTHERWISE = {
    "Côte d\x92Ivoire": "Côte d’Ivoire",
    "German Federal Republic": "Federal Republic of Germany",
    "Macedonia": "North Macedonia",
    "Swaziland": "Eswatini",
}


class Votes(NamedTuple):
    """As ``estimate`` wants them, with the names of states and what is known of their points."""

    votes: NDArray[np.int8]
    session: NDArray[np.int64]
    member: NDArray[np.bool_]
    names: list[str]
    known: F8
    """[states, sessions]: the truth, or published ideal points; nan where there is none"""

    @property
    def cast(self) -> int:
        return int((self.votes > 0).sum())


def made(maker: Path, folder: Path, seed: int, per_session: int = 80) -> Votes:
    """Votes that the maker makes of a known truth."""
    path = folder / f"votes-{seed}-{per_session}.npz"
    if not path.exists():
        command = [sys.executable, str(maker), str(path), "--seed", str(seed)]
        command += ["--per-session", str(per_session)]
        subprocess.run(command, check=True, stdout=sys.stderr)
    with np.load(path) as given:
        votes, session, truth = given["votes"], given["sess"], given["th"]
    names = [str(n) for n in range(len(votes))]
    return Votes(votes, session.astype(np.int64), ~np.isnan(truth), names, truth)


def scored(maker: Path, folder: Path, seed: int, points: F8) -> str:
    """What the maker's own score says of points, for these votes."""
    found = folder / "found.csv"
    np.savetxt(found, points, delimiter=",")
    path = folder / f"votes-{seed}-80.npz"
    command = [sys.executable, str(maker), str(path), "--score", str(found)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Real:
    """The General Assembly's roll-calls; a State is a member from its first vote to its last."""

    def __init__(self, archive: Path, published: Path) -> None:
        self._archive, self._published = archive, published

    @cached_property
    def votes(self) -> Votes:
        with zipfile.ZipFile(self._archive) as files:
            calls = _table(files.read("un_roll_calls.csv")).select("rcid", "session")
            cast = _table(files.read("un_votes.csv"))
        cast = cast.with_columns(pl.col("rcid").cast(pl.Int64)).join(calls, on="rcid")
        names, state = np.unique(cast["country"].to_numpy(), return_inverse=True)
        numbers, call = np.unique(cast["rcid"].to_numpy(), return_inverse=True)
        sessions, session = np.unique(cast["session"].to_numpy(), return_inverse=True)
        votes = np.zeros((len(names), len(numbers)), np.int8)
        votes[state, call] = cast["vote"].replace_strict(_CODES).to_numpy()
        of_call = np.zeros(len(numbers), np.int64)
        of_call[call] = session
        there = np.zeros((len(names), len(sessions)), np.bool_)
        there[state, session] = True
        entered = np.logical_or.accumulate(there, axis=1)
        going = np.logical_or.accumulate(there[:, ::-1], axis=1)[:, ::-1]
        known = np.full(there.shape, np.nan)
        listed = names.tolist()
        for name, number, point in self.published:
            if name in listed and number in sessions:
                known[listed.index(name), np.searchsorted(sessions, number)] = point
        return Votes(votes, of_call, entered & going, listed, known)

    @cached_property
    def published(self) -> list[tuple[str, float, float]]:
        """Name, session and ideal point."""
        text = gzip.decompress(self._published.read_bytes()).decode("latin-1").encode()
        table = _table(text).select("Countryname", "session", "IdealPoint")
        return [(_OTHERWISE.get(name, name), float(s), p) for name, s, p in table.iter_rows()]

    @property
    def unmatched(self) -> tuple[list[str], list[str]]:
        """States that only the votes have, and those that only the published file has."""
        theirs, ours = {name for name, _, _ in self.published}, set(self.votes.names)
        return sorted(ours - theirs), sorted(theirs - ours)


def _table(text: bytes) -> Any:
    return pl.read_csv(BytesIO(text), infer_schema_length=None)


def correlations(found: F8, known: F8) -> F8:
    """Within each session that has four of both at least."""
    both = ~np.isnan(found) & ~np.isnan(known)
    return np.array(
        [
            np.corrcoef(found[rows, n], known[rows, n])[0, 1] if rows.sum() > 3 else np.nan
            for n, rows in enumerate(both.T)
        ]
    )


def ranks(values: F8) -> F8:
    """Within each session; nan stays nan."""
    order = np.argsort(np.argsort(values, axis=0), axis=0).astype(np.float64)
    order[np.isnan(values)] = np.nan
    return order


def within_states(found: F8, known: F8) -> float:
    """The correlation of what moves: each state's points without their mean."""
    both = ~np.isnan(found) & ~np.isnan(known)
    a, b = (np.where(both, each, np.nan) for each in (found, known))
    a, b = (each - np.nanmean(each, axis=1, keepdims=True) for each in (a, b))
    return float(np.corrcoef(a[both], b[both])[0, 1])
