"""The estimator of ideal points, against slow and obvious ways to the same, and on known truth."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import approx_fprime
from scipy.special import log_ndtr, ndtr
from scipy.stats import norm

from counterdraft.errors import NoEstimate
from counterdraft.ideal import engine as engines
from counterdraft.ideal.anderson import Mixer
from counterdraft.ideal.engine import Engine, kernels
from counterdraft.ideal.estimate import Estimate, Options, estimate
from counterdraft.ideal.gauge import moved, told
from counterdraft.ideal.inputs import checked
from counterdraft.ideal.joint import joint
from counterdraft.ideal.layout import NO_VOTES, UNANIMOUS, USED, Layout, lay_out
from counterdraft.ideal.population import Given, population
from counterdraft.ideal.start import start
from counterdraft.ideal.sweep import sweep
from counterdraft.kernels import load as loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from counterdraft.ideal.unknowns import Unknowns

    F8 = NDArray[np.float64]

STATES, SESSIONS, CALLS = 40, 8, 30


class Made:
    """Votes of a known truth: states that come late, are out for a while, or miss votes."""

    def __init__(
        self, seed: int, states: int = STATES, calls: int = CALLS, steep: float = 1
    ) -> None:
        random = np.random.default_rng(seed)
        self.member = np.ones((states, SESSIONS), np.bool_)
        self.member[-5:, :3] = False
        self.member[3, 4:6] = False
        steps = random.normal(0, 0.15, (states, SESSIONS))
        steps[:, 0] = random.choice([-0.8, 1.2], states) + random.normal(0, 0.4, states)
        truth = np.where(self.member, np.cumsum(steps, axis=1), np.nan)
        self.truth = (truth - np.nanmean(truth)) / np.nanstd(truth)
        self.session = np.repeat(np.arange(SESSIONS), calls)
        self.slope = random.normal(0.8, 0.8, len(self.session))
        low = random.normal(0.3, 0.7, len(self.session))
        self.cuts = np.stack((low, low + random.uniform(0.2, 1.2, len(low))), axis=1)
        push = self.slope * np.nan_to_num(self.truth[:, self.session])
        push += random.normal(size=push.shape) / steep
        votes = 1 + (push > self.cuts[:, 0]) + (push > self.cuts[:, 1])
        out = ~self.member[:, self.session] | (random.random(votes.shape) < 0.1)
        self.votes = np.where(out, 0, votes).astype(np.int8)

    def estimate(self, **options: Any) -> Estimate:
        return estimate(self.votes, self.session, self.member, options=Options(**options))


@pytest.fixture(scope="module")
def made() -> Made:
    return Made(1)


@pytest.fixture(scope="module")
def found(made: Made) -> Estimate:
    return made.estimate(anchor=int(np.nanargmax(made.truth[:, -1])), tolerance=1e-5)


class Rested:
    """An estimate before it is told, with all that led to it."""

    def __init__(self, made: Made, fixed: float | None) -> None:
        given = checked(made.votes, made.session, made.member, None)
        self.layout: Layout = lay_out(given, kernels())
        self.run = Engine(self.layout, kernels(), 1)
        self.now: Unknowns = start(self.layout, given.votes, given.session, self.run, fixed)
        for _ in range(150):
            self.now = sweep(self.layout, self.now, self.run, Given(fixed))


@pytest.fixture(scope="module")
def rested(made: Made) -> Rested:
    return Rested(made, 0.03)


# -- kernels, against the obvious


def chance(vote: int, push: F8, cuts: F8, lapse: float) -> F8:
    """The logarithm of the chance of a vote, by scipy."""
    a, b = cuts[0] - push, cuts[1] - push
    kept = ndtr(a) if vote == 1 else ndtr(-b) if vote == 3 else ndtr(b) - ndtr(a)
    return np.asarray(np.log((1 - lapse) * kept + lapse / 3))


@pytest.mark.parametrize("u", [-60.0, -12.5, -10.0, -3.3, -0.01, 0.0, 1.7, 5.0, 9.9])
def test_the_hazard_is_that_of_scipy(u: float) -> None:
    kernels()
    from counterdraft.ideal.normal import hazard

    assert hazard(u) == pytest.approx(np.exp(norm.logpdf(u) - log_ndtr(u)), rel=1e-5, abs=1e-8)


@pytest.mark.parametrize(("a", "b"), [(-0.1, 0.1), (-9.0, -8.5), (7.0, 7.4), (-3.0, 4.0)])
def test_densities_over_what_is_between_are_those_of_scipy(a: float, b: float) -> None:
    kernels()
    from counterdraft.ideal.normal import between

    inside = norm.cdf(b) - norm.cdf(a) if a < 0 else norm.sf(a) - norm.sf(b)
    first, last, kept = between(a, b, rest := 0.02)
    assert (first, last) == pytest.approx((norm.pdf(a) / inside, norm.pdf(b) / inside), rel=1e-5)
    assert kept == pytest.approx(inside / (inside + rest), rel=1e-5)


@pytest.mark.parametrize("rest", [1e-7, 0.02])
def test_what_is_between_is_the_same_from_tables_and_from_the_tail(rest: float) -> None:
    kernels()
    from counterdraft.ideal.normal import between, in_tail

    for a in np.linspace(-5.99, 5.5, 53):
        for width in (1e-3, 0.05, 0.4, 3.0):
            assert between(a, a + width, rest) == pytest.approx(
                in_tail(a, a + width, rest), rel=1e-3
            )


@pytest.mark.parametrize("u", [-12.0, -6.0, -3.8, -3.6, 0.0, 2.5, 5.99, 12.0])
def test_the_chance_below_is_that_of_scipy(u: float) -> None:
    kernels()
    from counterdraft.ideal.normal import below

    assert below(u) == pytest.approx(norm.cdf(u), rel=1e-4)


def test_what_is_no_number_is_looked_up_within_the_table() -> None:
    kernels()
    from counterdraft.ideal.normal import drawn, lapses

    for u in (np.nan, np.inf, -np.inf, 1e300, -1e300, 10.0, -10.0, np.nextafter(10.0, 0)):
        rate, lapsed = drawn(u, lapses(0.003))
        assert 0 <= rate < 1
        assert 0 <= lapsed <= 1


@pytest.mark.parametrize("u", [-40.0, -6.01, -3.3, -0.01, 2.2, 9.99, 30.0])
@pytest.mark.parametrize("lapse", [1e-7, 0.003, 0.2])
def test_slopes_and_chances_of_lapses_are_those_of_scipy(u: float, lapse: float) -> None:
    kernels()
    from counterdraft.ideal.normal import drawn, lapses, rest_of

    whole = norm.cdf(u) + rest_of(lapse)
    rate, lapsed = drawn(u, lapses(lapse))
    assert rate == pytest.approx(norm.pdf(u) / whole, rel=1e-4, abs=1e-6)
    assert lapsed == pytest.approx(rest_of(lapse) / whole, rel=1e-4, abs=1e-6)


def test_the_log_likelihood_is_that_of_scipy(made: Made, found: Estimate) -> None:
    total = 0.0
    for state, call in zip(*np.nonzero(made.votes), strict=True):
        if found.left_out[call] == USED:
            point = found.points[state, made.session[call]]
            push = found.discriminations[call] * point
            cuts, lapse = found.cut_points[call], found.lapse_rate
            total += float(chance(made.votes[state, call], push, cuts, lapse))
    assert found.log_likelihood == pytest.approx(total, rel=1e-9)


def expected(made: Made, rested: Rested, call: int, item: F8, mean: F8, lapse: float) -> float:
    """Of a roll-call's votes: the log-likelihood, over two points a deviation either side."""
    total = 0.0
    for state in np.flatnonzero(made.votes[:, call]):
        point = rested.layout.point_of[state, made.session[call]]
        for side in (-1, 1):
            theta = mean[point] + side * rested.now.spread[point]
            total += 0.5 * float(chance(made.votes[state, call], item[0] * theta, item[1:], lapse))
    return total


def test_roll_calls_are_at_their_optimum(made: Made, rested: Rested) -> None:
    kinds = population(rested.layout, rested.now)

    def objective(item: F8, call: int) -> float:
        prior = norm.logpdf(item[0], 0, kinds.slope_variance**0.5)
        prior += norm.logpdf(item[1:].mean(), kinds.middle_mean, kinds.middle_variance**0.5)
        gap = item[2] - item[1]
        prior += np.log(gap) - kinds.gap_rate * gap
        votes = expected(made, rested, call, item, rested.now.mean, rested.now.lapse)
        return float(votes + prior)

    items = rested.now.items.copy()
    moments = rested.now.moments.copy()
    for _ in range(20):
        rested.run.rollcalls(
            rested.now.mean, rested.now.spread, kinds.prior, rested.now.lapse, items, moments
        )
    for call in (0, 17, 100):
        item = items[rested.layout.item_of[call]]
        assert np.abs(approx_fprime(item, objective, 1e-6, call)).max() < 2e-4


@pytest.mark.parametrize("lapse", [1e-9, 0.01])
def test_slopes_of_points_are_those_of_the_log_likelihood(
    made: Made, rested: Rested, lapse: float
) -> None:
    slope, bend = rested.run.slopes(rested.now.mean, rested.now.spread, lapse, rested.now.items)

    def objective(step: float, state: int, session: int) -> float:
        mean = rested.now.mean.copy()
        mean[rested.layout.point_of[state, session]] += step
        calls = np.flatnonzero((made.session == session) & (rested.layout.item_of >= 0))
        of = rested.layout.item_of
        items = rested.now.items
        return sum(expected(made, rested, int(c), items[of[c]], mean, lapse) for c in calls)

    point, width = rested.layout.point_of[7, 5], 1e-3
    before, here, after = (objective(step, 7, 5) for step in (-width, 0.0, width))
    assert slope[point] == pytest.approx((after - before) / (2 * width), rel=1e-4, abs=1e-4)
    exact = (2 * here - before - after) / width**2
    if lapse < 1e-6:
        assert bend[point] == pytest.approx(exact, rel=1e-3)
    else:  # bends of votes that may well be lapses are taken for more than they are
        assert exact < bend[point] < 1.05 * exact


def test_the_smoother_is_the_inverse_of_the_whole_information(rested: Rested) -> None:
    layout, random = rested.layout, np.random.default_rng(3)
    size = len(layout.state)
    slope, bend = random.normal(size=size), random.uniform(0, 9, size)
    slope /= 50  # so that no step is cut
    mean, spread, lag = rested.now.mean.copy(), np.empty(size), np.empty(size)
    rested.run.smooth(0.05, (0.1, 0.8), slope, bend, mean, spread, lag)
    whole, force = np.diag(bend), slope.copy()
    for state in range(len(layout.path_starts) - 1):
        path = layout.path[layout.path_starts[state] : layout.path_starts[state + 1]]
        whole[path[0], path[0]] += 1 / 0.8
        force[path[0]] -= (rested.now.mean[path[0]] - 0.1) / 0.8
        sessions = np.flatnonzero(layout.point_of[state] >= 0)
        for n in range(1, len(path)):
            tie, pair = 1 / (0.05 * (sessions[n] - sessions[n - 1])), path[n - 1 : n + 1]
            whole[np.ix_(pair, pair)] += tie * np.array([[1, -1], [-1, 1]])
            force[pair] -= tie * np.diff(rested.now.mean[pair]) * np.array([-1, 1])
    inverse = np.linalg.inv(whole)
    step = np.clip(inverse @ force, -1, 1)
    assert mean - rested.now.mean == pytest.approx(step, abs=1e-9)
    assert spread**2 == pytest.approx(inverse.diagonal(), rel=1e-9)
    beside = inverse[layout.path[layout.later], layout.path[layout.later - 1]]
    assert lag[layout.later] == pytest.approx(beside, rel=1e-9)


def test_what_roll_calls_add_is_the_inverse_of_the_joint_information() -> None:
    rested = Rested(Made(6, states=12, calls=6), 0.03)
    layout = rested.layout
    now = told(layout, rested.now)._replace(lapse=1e-9)  # so that all bends are exact
    kinds, size = population(layout, now), len(layout.state)
    whole = np.zeros((size + 3 * len(now.items),) * 2)
    tie, between = 1 / now.innovation, np.array([[1, -1], [-1, 1]])
    for state in range(len(layout.path_starts) - 1):
        path = layout.path[layout.path_starts[state] : layout.path_starts[state + 1]]
        whole[path[0], path[0]] += 1 / kinds.entry_variance
        gaps = layout.elapsed[layout.path_starts[state] + 1 :]
        for pair, gap in zip(pairwise(path), gaps, strict=False):
            whole[np.ix_(pair, pair)] += tie / gap * between
    for item, (slope, low, high) in enumerate(now.items):
        own = size + 3 * item + np.arange(3)
        prior = np.diag([1 / kinds.slope_variance, 0, 0])
        prior[1:, 1:] += 0.25 / kinds.middle_variance + between / (high - low) ** 2
        whole[np.ix_(own, own)] += prior
        for kind in range(3):
            for n in range(
                layout.item_starts[3 * item + kind], layout.item_starts[3 * item + kind + 1]
            ):
                point = layout.points[n]
                theta = now.mean[point]
                bend = bends_of(kind + 1, np.array([low, high]), slope * theta, now.lapse)
                ways = np.array([[-slope, -theta, 1, 0], [-slope, -theta, 0, 1]])
                place = [point, *own]
                whole[np.ix_(place, place)] += ways.T @ bend @ ways
    every = np.column_stack((np.ones(size), now.mean))
    rest = np.eye(size) - every @ every.T / size  # the mean is 0, the variance 1
    spread = rest @ np.linalg.inv(whole)[:size, :size] @ rest.T
    extra = joint(layout, now, kinds, rested.run)
    assert extra.variances * now.spread**2 == pytest.approx(spread.diagonal(), rel=1e-6)
    assert 1 < extra.movement < 1.5


def bends_of(vote: int, cuts: F8, push: float, lapse: float) -> F8:
    """Minus the second derivatives of a vote's log-likelihood by its cut-points, by differences."""
    width = 1e-4
    found = np.empty((2, 2))
    for i in range(2):
        for j in range(2):
            ways = width * np.eye(2)
            corners = [(1, 1), (1, -1), (-1, 1), (-1, -1)]
            values = [
                chance(vote, np.array(push), cuts + s * ways[i] + t * ways[j], lapse)
                for s, t in corners
            ]
            found[i, j] = -(values[0] - values[1] - values[2] + values[3]) / (4 * width**2)
    return found


def test_stretching_a_session_with_its_roll_calls_changes_no_vote(rested: Rested) -> None:
    scales = int(rested.layout.scale.max()) + 1
    random = np.random.default_rng(5)
    other = moved(
        rested.layout, rested.now, random.uniform(0.5, 2, scales), random.normal(size=scales)
    )
    before, after = (rested.run.log_likelihood(each) for each in (rested.now, other))
    assert after == pytest.approx(before, rel=1e-9)
    again = told(rested.layout, other)
    assert (again.mean.mean(), again.mean.std()) == pytest.approx((0, 1), abs=1e-9)


def test_mixing_steps_solves_what_is_linear() -> None:
    random = np.random.default_rng(2)
    turn = random.normal(size=(4, 4))
    turn *= 0.95 / np.abs(np.linalg.eigvals(turn)).max()
    goal, mixer = random.normal(size=4), Mixer()
    at = np.zeros(4)
    for _ in range(8):
        at = mixer.next(at, goal + turn @ (at - goal))
    assert at == pytest.approx(goal, abs=1e-4)


def test_a_step_that_is_longer_than_the_last_one_begins_anew() -> None:
    mixer, image = Mixer(), np.array([5.0, 0.0])
    mixer.next(np.zeros(2), np.array([1.0, 0.0]))
    assert mixer.next(np.array([1.0, 0.0]), image) == pytest.approx(image)


# -- the whole, on known truth


def test_known_ideal_points_are_found(made: Made, found: Estimate) -> None:
    there = made.member
    assert found.converged
    assert np.corrcoef(found.points[there], made.truth[there])[0, 1] > 0.96
    assert np.corrcoef(found.discriminations, made.slope)[0, 1] > 0.9
    assert np.corrcoef(found.cut_points.ravel(), made.cuts.ravel())[0, 1] > 0.9
    assert 0.001 < found.innovation_variance < 0.06


def test_points_are_where_there_are_members_and_standardised(made: Made, found: Estimate) -> None:
    assert (np.isnan(found.points) == ~made.member).all()
    assert (np.isnan(found.standard_errors) == ~made.member).all()
    assert (found.standard_errors[made.member] > 0).all()
    assert np.nanmean(found.points) == pytest.approx(0, abs=1e-9)
    assert np.nanstd(found.points) == pytest.approx(1)
    assert found.votes == (made.votes > 0).sum()


def test_intervals_cover_the_truth_about_as_often_as_they_say() -> None:
    inside = []
    for seed in range(4):
        made = Made(seed, states=60)
        found = made.estimate(anchor=int(np.nanargmax(made.truth[:, -1])))
        off = (found.points - made.truth)[made.member]
        inside += list(np.abs(off) < 1.645 * found.standard_errors[made.member])
    assert 0.82 < np.mean(inside) < 0.95


def test_a_state_that_is_out_for_a_while_is_less_certain_when_it_is_back(found: Estimate) -> None:
    assert np.isnan(found.points[3, 4:6]).all()
    assert found.standard_errors[3, 6] > np.nanmedian(found.standard_errors[:, 6])


def test_a_fixed_innovation_variance_is_kept_and_less_of_it_is_smoother(made: Made) -> None:
    calm, loose = (made.estimate(innovation_variance=v) for v in (0.001, 0.1))
    kept = calm.innovation_variance, loose.innovation_variance
    assert kept == pytest.approx((0.001, 0.1))
    assert np.nanstd(np.diff(calm.points)) < np.nanstd(np.diff(loose.points))


def test_a_given_variance_of_discriminations_draws_them_in(made: Made) -> None:
    free, held = (made.estimate(discrimination_variance=v) for v in (None, 0.05))
    assert np.nanmean(held.discriminations**2) < np.nanmean(free.discriminations**2)
    with pytest.raises(NoEstimate, match="discrimination variance"):
        made.estimate(discrimination_variance=-1.0)


def test_votes_that_are_any_at_random_are_found_where_others_are_plain() -> None:
    random, found = np.random.default_rng(9), []
    made = Made(5, states=60, calls=60, steep=2.5)
    clean = made.votes.copy()
    for share in (0.0, 0.03):
        lapse = (random.random(clean.shape) < share) & (clean > 0)
        made.votes = np.where(lapse, random.integers(1, 4, clean.shape), clean).astype(np.int8)
        found.append(made.estimate(discrimination_variance=None))
    assert found[0].lapse_rate < 0.002
    assert 0.01 < found[1].lapse_rate < 0.03
    slopes = [np.nanmean(np.abs(each.discriminations)) for each in found]
    assert slopes[1] == pytest.approx(slopes[0], rel=0.2)


def test_what_one_session_has_otherwise_is_where_the_first_sweep_begins() -> None:
    votes = np.repeat(np.array([[1], [1], [2], [3], [3]], np.int8), 60, axis=1)
    votes[1, 40:] = 3  # one that is at the other end in the last sessions
    session = np.arange(60) // 10
    given = checked(votes, session, np.ones((5, 6), np.bool_), None)
    layout = lay_out(given, kernels())
    run = Engine(layout, kernels(), 1)
    points = layout.by_state(start(layout, given.votes, given.session, run, None).mean)
    assert abs(points[1, 0] - points[0, 0]) < abs(points[1, 0] - points[4, 0])
    assert abs(points[1, 5] - points[0, 5]) > abs(points[1, 5] - points[4, 5])


def test_without_the_joint_information_errors_are_smaller(made: Made) -> None:
    alone, both = (made.estimate(joint=each, innovation_variance=0.03) for each in (False, True))
    assert alone.points == pytest.approx(both.points, nan_ok=True, abs=5e-3)
    assert np.nanmean(alone.standard_errors) < np.nanmean(both.standard_errors)


# -- what must not change the result


def same(one: Estimate, other: Estimate, states: Any = slice(None)) -> bool:
    pairs = (
        (one.points[states], other.points),
        (one.standard_errors[states], other.standard_errors),
    )
    return all(np.allclose(a, b, atol=2e-3, equal_nan=True) for a, b in pairs)


def test_yes_and_no_exchanged_turn_roll_calls_and_not_states(made: Made, found: Estimate) -> None:
    turned = np.where(made.votes > 0, 4 - made.votes, 0)
    other = estimate(
        turned, made.session, made.member,
        options=Options(anchor=int(np.nanargmax(made.truth[:, -1])), tolerance=1e-5),
    )  # fmt: skip
    assert same(found, other)
    assert other.discriminations == pytest.approx(-found.discriminations, abs=0.02)
    assert other.cut_points == pytest.approx(-found.cut_points[:, ::-1], abs=0.02)


def test_the_order_of_states_and_of_roll_calls_is_all_one(made: Made, found: Estimate) -> None:
    random = np.random.default_rng(8)
    states, calls = random.permutation(STATES), random.permutation(len(made.session))
    anchor = int(np.flatnonzero(states == np.nanargmax(made.truth[:, -1]))[0])
    other = estimate(
        made.votes[states][:, calls], made.session[calls], made.member[states],
        options=Options(anchor=anchor, tolerance=1e-5),
    )  # fmt: skip
    assert same(found, other, states)
    assert other.discriminations == pytest.approx(found.discriminations[calls], abs=0.02)


def test_the_anchor_is_positive(made: Made) -> None:
    one, other = (made.estimate(anchor=int(n)) for n in np.argsort(made.truth[:, -1])[[2, -2]])
    assert one.points == pytest.approx(-other.points, nan_ok=True)
    assert one.discriminations == pytest.approx(-other.discriminations)
    assert one.cut_points == pytest.approx(other.cut_points)


def test_without_an_anchor_the_longer_tail_is_positive(made: Made) -> None:
    assert np.nansum(made.estimate().points ** 3) > 0


def test_the_same_votes_give_the_same_bits_with_one_thread_or_two(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_TOO_FEW", 0)
    one, two, again = (made.estimate(threads=n) for n in (1, 2, 2))
    for other in (two, again):
        assert one.points.tobytes() == other.points.tobytes()
        assert one.standard_errors.tobytes() == other.standard_errors.tobytes()
        assert one.discriminations.tobytes() == other.discriminations.tobytes()


def test_arrays_are_not_touched_and_results_cannot_be(made: Made, found: Estimate) -> None:
    before = [each.tobytes() for each in (made.votes, made.session, made.member)]
    made.estimate()
    assert [each.tobytes() for each in (made.votes, made.session, made.member)] == before
    with pytest.raises(ValueError, match="read-only"):
        found.points[0, 0] = 1


# -- bridges


def test_bridged_roll_calls_have_one_content_and_tie_sessions(made: Made) -> None:
    random = np.random.default_rng(4)
    votes, bridge = made.votes.copy(), np.full(len(made.session), -1)
    for session in range(SESSIONS):  # the same resolution in every session
        call = session * CALLS
        bridge[call] = 7
        push = np.nan_to_num(made.truth[:, session]) + random.normal(size=STATES)
        kind = 1 + (push > 0) + (push > 0.7)
        votes[:, call] = np.where(made.member[:, session], kind, 0)
    tied = estimate(votes, made.session, made.member, bridge=bridge, options=Options(anchor=0))
    of_bridge = np.flatnonzero(bridge == 7)
    assert len(np.unique(tied.discriminations[of_bridge])) == 1
    assert len(np.unique(tied.cut_points[of_bridge], axis=0)) == 1
    assert abs(tied.discriminations[0]) == pytest.approx(1, abs=0.35)
    there = made.member
    assert abs(np.corrcoef(tied.points[there], made.truth[there])[0, 1]) > 0.95
    assert tied.converged


def test_a_bridge_of_one_is_none(made: Made) -> None:
    plain = made.estimate(anchor=0)
    alone = estimate(
        made.votes, made.session, made.member, bridge=np.arange(len(made.session)),
        options=Options(anchor=0),
    )  # fmt: skip
    assert same(plain, alone)


# -- hostile votes


def test_roll_calls_that_tell_nothing_are_left_out_and_it_is_said_why(made: Made) -> None:
    votes = made.votes.copy()
    votes[:, 3] = 0
    votes[:, 4] = np.where(votes[:, 4] > 0, 1, 0)
    found = estimate(votes, made.session, made.member)
    assert found.left_out[[3, 4, 5]].tolist() == [NO_VOTES, UNANIMOUS, USED]
    assert np.isnan(found.discriminations[[3, 4]]).all()
    assert np.isnan(found.cut_points[[3, 4]]).all()
    assert np.isfinite(found.points[made.member]).all()


def test_sessions_without_roll_calls_and_states_without_votes_are_smoothed_over(made: Made) -> None:
    votes = made.votes.copy()
    votes[:, made.session == 2] = 0
    votes[9] = 0
    votes[10, 1:] = 0
    found = estimate(votes, made.session, made.member)
    assert np.isfinite(found.points[made.member]).all()
    assert found.standard_errors[9].min() > 2 * np.nanmedian(found.standard_errors)
    assert found.standard_errors[10].min() > np.nanmedian(found.standard_errors)


def test_two_states_that_always_disagree_are_apart() -> None:
    votes = np.repeat(np.array([[1], [3]]), 30, axis=1)
    found = estimate(votes, np.zeros(30, int), np.ones((2, 1), np.bool_))
    assert sorted(found.points.ravel()) == pytest.approx([-1, 1], abs=1e-6)
    assert np.isfinite(found.standard_errors).all()


@pytest.mark.parametrize("kinds", [(1, 2), (2, 3), (1, 3)])
def test_votes_of_two_kinds_alone_are_enough(made: Made, kinds: tuple[int, int]) -> None:
    votes = np.where(made.votes == 0, 0, np.where(made.votes == 1, kinds[0], kinds[1]))
    found = estimate(votes, made.session, made.member)
    assert found.converged
    assert abs(np.corrcoef(found.points[made.member], made.truth[made.member])[0, 1]) > 0.9
    assert np.isfinite(found.cut_points[found.left_out == USED]).all()


def test_blocs_that_never_part_do_not_break_it() -> None:
    votes = np.repeat(np.array([[1], [3]], np.int8), 6, axis=0).repeat(40, axis=1)
    found = estimate(votes, np.arange(40) // 10, np.ones((12, 4), np.bool_))
    assert np.isfinite(found.points).all()
    assert np.abs(found.discriminations).max() < 100
    assert np.ptp(found.points[:6]) < 0.2


MEMBER = np.ones((3, 2), np.bool_)
VOTES = np.array([[1, 1], [2, 3], [3, 1]])
SESSION = np.array([0, 1])


@pytest.mark.parametrize(
    ("votes", "session", "member", "says"),
    [
        (VOTES * 2, SESSION, MEMBER, "votes are 0, 1, 2 or 3"),
        (VOTES.astype(float), SESSION, MEMBER, "votes must be whole numbers"),
        (VOTES[0], SESSION, MEMBER, "votes must be whole numbers along 2 axes"),
        (VOTES, SESSION[:1], MEMBER, "2 roll-calls, and sessions for 1"),
        (VOTES, SESSION + 1, MEMBER, "numbered from 0 to 1"),
        (VOTES, SESSION, MEMBER[:2], "member must be true or false"),
        (VOTES, SESSION, MEMBER.astype(int), "member must be true or false"),
        (VOTES, SESSION, np.array([[1, 1], [1, 0], [1, 1]], bool), "state 1 votes in roll-call 1"),
        (np.ones((3, 2), int), SESSION, MEMBER, "no roll-call divides two states"),
        (np.zeros((3, 0), int), SESSION[:0], MEMBER, "no roll-call divides two states"),
        (np.zeros((0, 0), int), SESSION[:0], MEMBER[:0], "no roll-call divides two states"),
    ],
)
def test_what_cannot_be_estimated_is_said(votes: Any, session: Any, member: Any, says: str) -> None:
    with pytest.raises(NoEstimate, match=says):
        estimate(votes, session, member)


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ({"anchor": 3}, "the anchor, state 3"),
        ({"innovation_variance": 0.0}, "above 0, not 0"),
        ({"innovation_variance": float("nan")}, "above 0, not nan"),
        ({"tolerance": 0.0}, "above 0"),
        ({"sweeps": 0}, "above 0"),
    ],
)
def test_options_that_cannot_be_are_said(option: dict[str, Any], says: str) -> None:
    with pytest.raises(NoEstimate, match=says):
        estimate(VOTES, SESSION, MEMBER, options=Options(**option))


def test_a_bridge_must_fit() -> None:
    with pytest.raises(NoEstimate, match="bridges for 1"):
        estimate(VOTES, SESSION, MEMBER, bridge=np.array([0]))


def test_too_few_sweeps_are_told(made: Made) -> None:
    assert not made.estimate(sweeps=1).converged


def test_it_is_said_when_kernels_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.delitem(sys.modules, engines._COMPILED, raising=False)
    monkeypatch.setattr(loading, "_is_cached", lambda *_: False)
    monkeypatch.setattr(loading, "import_module", lambda _: None)
    engines.kernels(said.append)
    assert said == [engines.COMPILING]


@settings(max_examples=25, deadline=None)
@given(votes=arrays(np.int8, (5, 9), elements=st.integers(0, 3)))
def test_property_any_votes_give_finite_points_or_say_why_not(votes: NDArray[np.int8]) -> None:
    session, member = np.repeat(np.arange(3), 3), np.ones((5, 3), np.bool_)
    try:
        found = estimate(votes, session, member)
    except NoEstimate:
        return
    assert np.isfinite(found.points).all()
    assert np.isfinite(found.standard_errors).all()
    assert (found.standard_errors >= 0).all()
    used = found.left_out == USED
    assert (np.diff(found.cut_points[used], axis=1) > 0).all()
    assert np.isfinite(found.log_likelihood)
