"""A corpus → how much of it is reused, and the formulas that are spread most."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from counterdraft.corpus.formulas import Formula, Ranked, formula_of
from counterdraft.corpus.reuse import Pair, Reuse
from counterdraft.model import Bounds


class ReuseSummary(Struct, frozen=True, kw_only=True):
    """How many clauses and wordings a corpus has, pairs of wordings that are alike, formulas.

    ``of_several_titles`` counts the formulas that stand in texts of more than one title;
    ``top`` has the most spread ones. Drafts are not counted.
    """

    corpus: Bounds
    clauses: int
    wordings: int
    pairs: int
    formulas: int
    of_several_titles: int
    top: tuple[Formula, ...] = ()


def summary_of(
    bounds: Bounds, reuse: Reuse, pairs: Sequence[Pair], formulas: Sequence[Ranked], top: int
) -> ReuseSummary:
    """The summary, with the first ``top`` of ``formulas``, which are in order of their spread."""
    return ReuseSummary(
        corpus=bounds, clauses=reuse.wordings.clauses, wordings=len(reuse.wordings),
        pairs=len(pairs), formulas=len(formulas),
        of_several_titles=sum(each.titles > 1 for each in formulas),
        top=tuple(formula_of(reuse, each.members) for each in formulas[:top]),
    )  # fmt: skip
