"""What bench/ideal.py compares with, each in a process of its own: emIRT's dynIRT, and NumPyro."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.ideal_votes import Votes

    F8 = NDArray[np.float64]

THREADS = 2
HERE = Path(__file__).parent
# By how much a state moves from one session to the next, squared: neither estimates it.
INNOVATION = 0.0144


class Found(NamedTuple):
    """Seconds without start and compiling, and the points [states, sessions]."""

    seconds: float
    points: F8


def has_dynirt() -> bool:
    """Whether Rscript is there and has emIRT."""
    if shutil.which("Rscript") is None:
        return False
    return subprocess.run(["Rscript", "-e", "library(emIRT)"], capture_output=True).returncode == 0


def has_numpyro(python: str) -> bool:
    """Whether that Python has NumPyro."""
    return subprocess.run([python, "-c", "import numpyro"], capture_output=True).returncode == 0


def dynirt(given: Votes, place: F8, threads: int = THREADS) -> Found:
    """Yes against the rest: it knows two kinds of votes. ``place`` [states] is where it starts."""
    first = given.member.argmax(axis=1)
    last = given.member.shape[1] - 1 - given.member[:, ::-1].argmax(axis=1)
    order = np.argsort(given.session, kind="stable")
    votes = given.votes[:, order]
    kinds = np.where(votes == 1, 1, np.where(votes > 0, -1, 0)).astype(np.int8)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = f"{kinds.shape[0]} {kinds.shape[1]} {given.member.shape[1]} {INNOVATION}"
        (folder / "size.txt").write_text(size)
        kinds.T.tofile(folder / "votes.bin")
        given.session[order].astype(np.int32).tofile(folder / "session.bin")
        first.astype(np.int32).tofile(folder / "first.bin")
        last.astype(np.int32).tofile(folder / "last.bin")
        place.tofile(folder / "start.bin")
        command = ["Rscript", str(HERE / "ideal_dynirt.R"), name, str(threads)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        points = np.loadtxt(folder / "x.csv", delimiter=",")
    points[~given.member] = np.nan
    return Found(float(told.split()[0]), points)


def numpyro(python: str, given: Votes, place: F8) -> Found:
    """The mode of the same model; ``place`` [states] is its start."""
    state, session = np.nonzero(given.member)
    point_of = np.full(given.member.shape, -1)
    point_of[state, session] = np.arange(len(state))
    voter, call = np.nonzero(given.votes)
    tie = np.full(len(state), 1 / INNOVATION)
    tie[0] = 0
    tie[1:][state[1:] != state[:-1]] = 0
    share = np.clip((given.votes == 1).sum(0) / (given.votes > 0).sum(0), 0.02, 0.98)
    with tempfile.TemporaryDirectory() as name:
        votes, out = Path(name) / "votes.npz", Path(name) / "points.npy"
        np.savez(
            votes, point=point_of[voter, given.session[call]].astype(np.int32),
            item=call.astype(np.int32), vote=given.votes[voter, call], tie=tie.astype(np.float32),
            theta=place[state].astype(np.float32), low=np.log(share / (1 - share)) / 1.7,
            slope=np.full(given.votes.shape[1], 0.1, np.float32),
        )  # fmt: skip
        command = [python, str(HERE / "ideal_numpyro.py"), str(votes), str(out)]
        environment = {**os.environ, "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=true"}
        told = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True
        ).stdout
        theta = np.load(out)
    points = np.full(given.member.shape, np.nan)
    points[state, session] = theta
    return Found(float(told.split()[-1]), points)
