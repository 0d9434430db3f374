"""Paragraphs, and the last texts of their title → what of these each is a version of.

The wordings of a whole corpus that are nearest to a paragraph by their rare words may leave out
what the last text of its own title has in its place. So those that have no source in one are held
against all that the last ones say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.align.likeness import Coder, likeness
from counterdraft.model import Clause, Corpus, Near, Paragraph, Record
from counterdraft.reuse.judge import Weighed, weighed_against
from counterdraft.trace.best import Scored
from counterdraft.trace.matches import matches_of
from counterdraft.trace.series import Own

# So many texts of the title are read.
_LAST = 2


class _Version(NamedTuple):
    """Which paragraph, and the clause that it is a version of."""

    paragraph: int
    clause: Clause


def with_versions(
    paragraphs: Sequence[Paragraph], scored: Sequence[list[Scored]], series: Sequence[Record],
    corpus: Corpus, own: Own,
) -> list[list[Scored]]:  # fmt: skip
    """The matches of each paragraph, with what it is a version of in ``series``, oldest first."""
    open_ = [n for n, some in enumerate(scored) if not any(_settles(each) for each in some)]
    before = [each for record in series[-_LAST:] for each in corpus.clauses(record)]
    versions = list(_versions([each.text for each in paragraphs], open_, before))
    # A wording is told with all the texts that have it: its own form is the nearest there is.
    forms = corpus.nearest([each.clause.text for each in versions], 1) if versions else []
    made = [list(some) for some in scored]
    for (n, _), near in zip(versions, forms, strict=True):
        made[n] += matches_of(paragraphs[n].text, [Near(each.form, 0) for each in near], own)
    return made


def _settles(scored: Scored) -> bool:
    """Whether a match leaves nothing to be looked for: it is the same, or of the title."""
    return scored.match.own_series or not scored.match.edits


def _versions(
    texts: Sequence[str], open_: Sequence[int], before: Sequence[Clause]
) -> Iterator[_Version]:
    """The clause most like each open paragraph of which it is a version, of equals the latest."""
    coder = Coder()
    here = [Weighed(text, coder) for text in texts]
    there = [Weighed(each.text, coder) for each in before]
    for n in open_:
        best: tuple[float, int] | None = None
        for k, each in enumerate(there):
            found = weighed_against(here[n], each)
            if found.is_version() and not _is_anothers(found.alike, each, here):
                best = max(best or (0.0, 0), (found.alike, k))
        if best is not None:
            yield _Version(n, before[best[1]])


def _is_anothers(alike: float, clause: Weighed, texts: Sequence[Weighed]) -> bool:
    """Whether a clause is more like another paragraph than so much."""
    return any(likeness(each.coded, clause.coded, alike) > alike for each in texts)
