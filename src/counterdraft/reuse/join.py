"""All forms of a corpus → the pairs of them that are alike.

Each form is compared with those before it, in the order of the shards: so each pair is found once,
and what is older in it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from counterdraft.kernels.load import Say, processors
from counterdraft.reuse.build import Wordings, indexed
from counterdraft.reuse.engine import kernels
from counterdraft.reuse.features import starts_of
from counterdraft.reuse.query import SCALE
from counterdraft.reuse.questions import WHOLE
from counterdraft.reuse.shard import Shard
from counterdraft.reuse.weights import squared_weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    I8 = NDArray[np.int64]
    U4 = NDArray[np.uint32]

BUDGET = 8_000
_FEATURES = 64
_CANDIDATES = 64
_ENOUGH = 3_000  # as of ``questions``: of two features at least
_KEEP = 30  # hundredths of the rank of the last one wanted: what has less is not scored
_AT_ONCE = 1 << 13
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


class Pairs(NamedTuple):
    """Forms that are alike, the later ones ascending, for each the best first.

    Forms are numbered through all shards: ``starts`` has the number of each shard's first form,
    and at its end how many there are. A wording that several shards have goes by its oldest form.
    ``score`` is that of ``query.Hit``.
    """

    earlier: U4
    later: U4
    score: NDArray[np.uint16]
    starts: I8


class Order(NamedTuple):
    """The forms that are joined, the oldest first, and how many clauses count of each.

    They are numbered through all shards; of a wording that several have any one stands here.
    """

    forms: U4
    clauses: I8


def pairs(
    shards: Sequence[Shard], limit: int = 10, least: int = 1, budget: int = BUDGET,
    say: Say | None = None, *, order: Order | None = None,
) -> Pairs:  # fmt: skip
    """For each form the earlier forms most like it, at most ``limit``, of a score from ``least``.

    Of each form so many earlier ones are looked at as ``budget`` says, by its rarest features
    first: with fewer it is faster, and finds less. The result does not depend on how the corpus is
    cut into shards, as long as what is older stands in an earlier one; where it does not, ``order``
    says how forms come. ``say`` is told what takes long.
    """
    starts = starts_of([shard.forms for shard in shards]).astype(np.int64)
    kernels(say)
    shard, numbers = united(shards, order)
    found = _joined(shard, limit, budget)
    later, place = np.nonzero(found >> _HALF >= least)
    both = found[later, place]
    earlier = (_LOW - (both & _LOW)).astype(np.int64)
    return Pairs(numbers[earlier], numbers[later], (both >> _HALF).astype(np.uint16), starts)


def united(shards: Sequence[Shard], order: Order | None = None) -> tuple[Shard, U4]:
    """Several shards as one, in memory, and the number through all shards of each of its forms.

    It has all of them as they first come, or those of ``order``. It tells how many clauses have a
    form, and not which.
    """
    if len(shards) == 1 and (order is None or _is_whole(order, shards[0])):
        return shards[0], np.arange(shards[0].forms, dtype=np.uint32)
    vocabulary = np.unique(_joint([shard.words.keys for shard in shards], np.uint32))
    hashes = _joint([shard.hashes for shard in shards], np.uint64)
    _, oldest, which = np.unique(hashes, return_index=True, return_inverse=True)
    if order is None:
        numbers = np.sort(oldest)
        counts = _joint([np.diff(shard.line_starts) for shard in shards], np.uint64)
        counts = np.bincount(which, counts)[which[numbers]].astype(np.uint64)
    else:
        numbers, counts = order.forms.astype(np.int64), order.clauses.astype(np.uint64)
    tokens = [np.searchsorted(vocabulary, each.words.keys)[each.tokens] for each in shards]
    starts = starts_of(_joint([np.diff(shard.token_starts) for shard in shards], np.uint64))
    kept, kept_starts = _gathered(_joint(tokens, np.uint32), starts, numbers)
    used = np.zeros(len(vocabulary), np.bool_)  # a word of no form would have no postings
    used[kept] = True
    kept = (np.cumsum(used, dtype=np.uint32) - 1)[kept]
    lines = np.zeros(int(counts.sum()), np.uint32)
    wordings = Wordings(
        hashes[numbers], vocabulary[used], kept, kept_starts, lines, starts_of(counts)
    )
    return Shard(indexed(wordings)), numbers.astype(np.uint32)


def _is_whole(order: Order, shard: Shard) -> bool:
    """Whether an order is that of all forms of a shard as they stand, and of all their clauses."""
    same = np.array_equal(order.forms, np.arange(shard.forms))
    return same and np.array_equal(order.clauses, np.diff(shard.line_starts))


def _gathered(values: U4, starts: NDArray[np.uint64], which: I8) -> tuple[U4, NDArray[np.uint64]]:
    """Some stretches of values, end to end in their order, and where each begins there."""
    lengths = np.diff(starts)[which]
    new = starts_of(lengths)
    shift = np.repeat(starts[which] - new[:-1], lengths.astype(np.int64))
    return values[np.arange(int(new[-1]), dtype=np.uint64) + shift], new


def _joint(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    """Arrays end to end; none is an empty one."""
    return np.concatenate([np.empty(0, kind), *parts]).astype(kind, copy=False)


def _joined(shard: Shard, limit: int, budget: int) -> NDArray[np.uint64]:
    """As ``compiled_join.joined`` for all forms."""
    from counterdraft.reuse import compiled_join

    clauses = np.concatenate((shard.words.clauses, shard.pairs.clauses))
    starts = np.concatenate((shard.words.starts[:-1], shard.pairs.starts))
    squares = squared_weights(clauses, shard.clauses)
    several = np.flatnonzero(np.diff(starts) > 1)
    order = several[np.argsort(clauses[several], kind="stable")].astype(np.uint32)
    chosen = compiled_join.rarest(order, starts, shard.postings, shard.forms, budget, _FEATURES)
    norms = np.sqrt(_whole(shard, squares))

    def some(begin: int) -> NDArray[np.uint64]:
        end = min(begin + _AT_ONCE, shard.forms)
        part: NDArray[np.uint64] = compiled_join.joined(
            chosen, starts, shard.postings, squares, shard.lengths, SCALE, shard.tokens,
            shard.token_starts, norms, begin, end, WHOLE, _ENOUGH, max(_CANDIDATES, limit), limit,
            len(shard.words.keys), _KEEP,
        )  # fmt: skip
        return part

    with ThreadPoolExecutor(processors()) as pool:
        parts = list(pool.map(some, range(0, shard.forms, _AT_ONCE)))
    return np.concatenate(parts) if parts else np.zeros((0, limit), np.uint64)


def _whole(shard: Shard, squares: I8) -> I8:
    """The squares of the words of each form, together."""
    starts = shard.words.starts.astype(np.int64)
    each = np.repeat(squares[: len(starts) - 1], np.diff(starts))
    return np.bincount(shard.postings[: starts[-1]], each, shard.forms).astype(np.int64)
