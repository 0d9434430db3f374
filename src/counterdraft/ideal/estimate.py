"""Votes as arrays → ideal points of states, session by session, with their standard errors.

The model and how it is estimated is told in ``docs/ideal.md``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from counterdraft.errors import NoEstimate
from counterdraft.ideal.anderson import Mixer
from counterdraft.ideal.engine import Engine, engine, kernels
from counterdraft.ideal.gauge import told
from counterdraft.ideal.inputs import Inputs, checked
from counterdraft.ideal.joint import Joint, joint
from counterdraft.ideal.layout import Layout, lay_out
from counterdraft.ideal.population import Given, population
from counterdraft.ideal.start import INNOVATION, start
from counterdraft.ideal.sweep import sweep
from counterdraft.ideal.unknowns import Unknowns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    F8 = NDArray[np.float64]

_APART = 1e-6  # states that are nearer each other than this are all alike
_ROUGH = 5.0  # so many times the tolerance is nearly at rest
_NOTHING = Joint(np.ones(1), 1.0)


class _Fitted(NamedTuple):
    """Where sweeps have led: how many, whether to a rest, and what roll-calls add to variances."""

    unknowns: Unknowns
    sweeps: int
    converged: bool
    extra: Joint


@dataclass(frozen=True, slots=True)
class Options:
    """How to estimate.

    ``anchor`` is the number of a state whose ideal points are to be positive on the mean; without
    it the longer tail of all points is positive. ``innovation_variance`` is by how much states move
    between two sessions, ``discrimination_variance`` that of which discriminations are drawn (their
    mean is 0), both where all points have the variance 1; what is None is estimated. Sweeps end
    when the points move by less than ``tolerance`` in the mean square, or after ``sweeps``.
    ``joint`` says whether standard errors and innovation variance allow for roll-calls being
    uncertain too; that takes as long as states³ · sessions. ``threads`` is how many run at most;
    without it, as many as there are processors.
    """

    anchor: int | None = None
    innovation_variance: float | None = None
    discrimination_variance: float | None = 1.0
    tolerance: float = 1e-3
    sweeps: int = 200
    joint: bool = True
    threads: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """Ideal points, all of mean 0 and standard deviation 1, and roll-calls on their scale.

    A vote is yes below the first cut-point of its roll-call, no above the second, and an abstention
    between them: of discrimination · ideal point + an error of variance 1. Arrays are read-only.
    """

    points: F8
    """[states, sessions]; nan where a state is not a member."""
    standard_errors: F8
    """[states, sessions], in the same units."""
    discriminations: F8
    """[roll-calls]; nan for those left out."""
    cut_points: F8
    """[roll-calls, 2], ascending; nan for those left out."""
    left_out: NDArray[np.int8]
    """[roll-calls]: ``USED``, or why not: ``NO_VOTES``, ``UNANIMOUS``."""
    votes: int
    """How many votes were used."""
    innovation_variance: float
    """Of the movement between two sessions."""
    lapse_rate: float
    """Of votes that are any of the three alike, whatever the ideal point."""
    log_likelihood: float
    """Of the votes used, at the estimates; natural logarithm."""
    sweeps: int
    """How many there were."""
    converged: bool
    """Whether the points had come to rest when they ended."""


def estimate(
    votes: NDArray[Any], session: NDArray[Any], member: NDArray[Any], *,
    bridge: NDArray[Any] | None = None, options: Options | None = None,
    say: Callable[[str], None] | None = None,
) -> Estimate:  # fmt: skip
    """Estimate ideal points from ``votes`` [states, roll-calls]: 1 yes, 2 abstain, 3 no, else 0.

    ``session`` [roll-calls] is the number of the session of each, from 0 in order of time;
    ``member`` [states, sessions] whether a state is a member. Roll-calls of one number in
    ``bridge`` [roll-calls] are of one content: their discrimination and cut-points are the same;
    those of a negative number have their own. ``say`` is told when kernels are to be compiled.

    Raises NoEstimate where the arrays do not fit each other, or the votes do not tell any two
    states apart.
    """
    options = options or Options()
    given = checked(votes, session, member, bridge)
    _sound(options, given)
    layout = lay_out(given, kernels(say))
    # Matrices are small: threads of the library for them would wait for each other and for ours.
    with threadpool_limits(limits=1, user_api="blas"), engine(layout, options.threads) as run:
        begin = start(layout, given.votes, given.session, run, options.innovation_variance)
        fitted = _fitted(layout, begin, options, run)
        likelihood = run.log_likelihood(fitted.unknowns)
    return _estimate(layout, fitted, options.anchor, likelihood)


def _sound(options: Options, given: Inputs) -> None:
    """Raises NoEstimate where an option cannot be."""
    anchor = options.anchor
    if anchor is not None and not (0 <= anchor < len(given.member) and given.member[anchor].any()):
        raise NoEstimate(f"the anchor, state {anchor}, is a member of no session")
    for name in ("innovation", "discrimination"):
        given_one = getattr(options, f"{name}_variance")
        if given_one is not None and not (np.isfinite(given_one) and given_one > 0):
            raise NoEstimate(f"the {name} variance is above 0, not {given_one:g}")
    if not options.tolerance > 0 or options.sweeps < 1 or (options.threads or 1) < 1:
        raise NoEstimate("tolerance, sweeps and threads are above 0")


def _fitted(layout: Layout, begin: Unknowns, options: Options, run: Engine) -> _Fitted:
    """Sweeps until the points are at rest.

    What roll-calls' own uncertainty adds changes little from sweep to sweep: it is worked out once,
    when the points are nearly at rest. Until then the innovation variance is not estimated: without
    that it would come out too small, and with few votes vanish.
    """
    given = Given(options.innovation_variance, options.discrimination_variance)
    steady = given._replace(innovation=given.innovation or INNOVATION)
    near = _at_rest(layout, begin, run, options.sweeps, _ROUGH * options.tolerance, steady, 1.0)
    now = told(layout, near.unknowns)
    kinds = population(layout, now, given.discrimination)
    extra = joint(layout, now, kinds, run) if options.joint else _NOTHING
    left = max(1, options.sweeps - near.sweeps)
    movement = extra.movement if given.innovation is None else 1.0
    fine = _at_rest(layout, near.unknowns, run, left, options.tolerance, given, movement)
    sweeps = near.sweeps + fine.sweeps
    return fine._replace(unknowns=told(layout, fine.unknowns), sweeps=sweeps, extra=extra)


def _at_rest(
    layout: Layout, before: Unknowns, run: Engine, most: int, tolerance: float,
    given: Given, movement: float,
) -> _Fitted:  # fmt: skip
    """Sweeps, each begun where the last ones lead (see ``anderson``), until points hardly move."""
    mixer = Mixer()
    for count in range(1, most + 1):
        after = sweep(layout, before, run, given, movement)
        moved = float(np.sqrt(np.mean((after.mean - before.mean) ** 2)))
        if not (np.isfinite(moved) and float(np.ptp(after.mean)) > _APART):
            raise NoEstimate("the votes do not tell states apart")
        rests = moved < tolerance and after.is_close(before, tolerance)
        if rests or count == most:
            break
        before = after.like(mixer.next(before.vector(), after.vector()))
    return _Fitted(after, count, rests, _NOTHING)


def _estimate(layout: Layout, fitted: _Fitted, anchor: int | None, likelihood: float) -> Estimate:
    """The unknowns in the caller's order, the right way round."""
    found = fitted.unknowns
    sign = _sign(layout, found.mean, anchor)
    cuts = found.items[layout.item_of]
    cuts[layout.item_of < 0] = np.nan
    error = found.spread * np.sqrt(np.maximum(fitted.extra.variances, 0))
    return Estimate(
        points=_frozen(layout.by_state(sign * found.mean)),
        standard_errors=_frozen(layout.by_state(error)),
        discriminations=_frozen(sign * cuts[:, 0]), cut_points=_frozen(cuts[:, 1:].copy()),
        left_out=_frozen(layout.left_out), votes=len(layout.points),
        innovation_variance=found.innovation, lapse_rate=found.lapse, log_likelihood=likelihood,
        sweeps=fitted.sweeps, converged=fitted.converged,
    )  # fmt: skip


def _sign(layout: Layout, mean: F8, anchor: int | None) -> float:
    """1 where the points are the right way round already, else -1."""
    if anchor is not None:
        lean = float(mean[layout.state == anchor].sum())
    else:
        lean = float((mean**3).sum())
    return -1.0 if lean < 0 else 1.0


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
