"""Forms that are alike in pairs → groups that hold together.

A group has a head, and every other form of it is like the head: so no chain of small changes leads
from one thing to another. Heads are found in the order of use, the most used first; a form that is
like a head already found is none. It belongs to the one most like it of the heads that are more
used. What a group is depends on the forms alone, and only as much is compared as is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Groups:
    """Groups of forms; each form is in one, many by themselves."""

    def __init__(
        self, pairs: tuple[ArrayLike, ArrayLike], used: ArrayLike,
        alike: Callable[[int, int], int], least: int,
    ) -> None:  # fmt: skip
        """``pairs`` has the forms of each pair that may be alike, each pair once.

        ``used`` says how often each form is used; of equals the lower is first. ``alike`` says
        how alike two forms are, which counts from ``least`` on.
        """
        counts = np.asarray(used)
        by_use = np.argsort(-counts, kind="stable")
        self._by_use: list[int] = by_use.tolist()
        self._rank: list[int] = np.argsort(by_use).tolist()
        self._starts, self._others = _neighbours(pairs, len(counts))
        self._alike, self._least = alike, least
        self._near: dict[int, dict[int, int]] = {}
        self._heads: dict[int, bool] = {}

    def heads(self) -> Iterator[int]:
        """Every head, the most used first."""
        return (form for form in self._by_use if self.is_head(form))

    def is_head(self, form: int) -> bool:
        """Whether a form is the head of a group."""
        waiting = [form]
        while waiting:
            at = waiting[-1]
            if at not in self._heads:
                unknown = self._settle(at)
                if unknown is not None:
                    waiting.append(unknown)
                    continue
            waiting.pop()
        return self._heads[form]

    def _settle(self, form: int) -> int | None:
        """Say whether a form is a head; or a more used one on which that depends."""
        rank = self._rank
        more_used = (each for each in self.near(form) if rank[each] < rank[form])
        for other in sorted(more_used, key=rank.__getitem__):
            head = self._heads.get(other)
            if head is None:
                return other
            if head:
                self._heads[form] = False
                return None
        self._heads[form] = True
        return None

    def head_of(self, form: int) -> int:
        """The head of the group that a form is in."""
        if self.is_head(form):
            return form
        near, rank = self.near(form), self._rank
        heads = (each for each in near if rank[each] < rank[form] and self.is_head(each))
        return min(heads, key=lambda head: (-near[head], rank[head]))

    def members(self, head: int) -> list[int]:
        """The forms of a head's group, the most used first: itself comes first."""
        others = (each for each in self.near(head) if self.head_of(each) == head)
        return [head, *sorted(others, key=self._rank.__getitem__)]

    def near(self, form: int) -> dict[int, int]:
        """The forms like one, and how alike they are."""
        if form not in self._near:
            others = self._others[self._starts[form] : self._starts[form + 1]].tolist()
            found = ((other, self._alike(form, other)) for other in others)
            self._near[form] = {other: how for other, how in found if how >= self._least}
        return self._near[form]


def _neighbours(
    pairs: tuple[ArrayLike, ArrayLike], forms: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each form the others of its pairs, end to end, and where those of each begin."""
    one, other = (np.asarray(each, np.int64) for each in pairs)
    ours, theirs = np.concatenate((one, other)), np.concatenate((other, one))
    order = np.lexsort((theirs, ours))
    return np.searchsorted(ours[order], np.arange(forms + 1)), theirs[order]
