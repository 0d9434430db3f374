"""A document's resolutions → for each the votes on its subject, as a brief tells them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from counterdraft.errors import NoSeries
from counterdraft.jobs.votes import shipped_facts, votes_folder, votes_of
from counterdraft.lexicon.vote_faults import known_figures
from counterdraft.model import Document, Resolution
from counterdraft.model.voted import Voted
from counterdraft.votes.merge import merge

if TYPE_CHECKING:
    from counterdraft.corpus.stored import Stored
    from counterdraft.model.vote import Vote
    from counterdraft.votes.series.match import Matched


def votes_on(
    document: Document, resolutions: Sequence[Resolution], corpus: Path | None,
    *, series: str | None = None, as_of: str | None = None, drawn: bool = True,
) -> tuple[Voted | None, ...]:  # fmt: skip
    """The votes on the subject of each resolution; None for one of which none are known.

    They are those that ship and, with ``corpus``, those kept there: never what else is on this
    machine, so that the same inputs make the same brief. ``series`` names them for all; pictures
    are ``drawn`` where they are wanted. Raises what ``find_series`` does, where a series is named.
    """
    from counterdraft.votes.series.told_brief import voted

    known = votes_of(votes_folder(corpus)) if corpus else merge(shipped_facts(), known_figures())
    opened = _opened(corpus)
    found: list[Voted | None] = []
    for number, each in enumerate(resolutions):
        matched = _matched(each, known, opened, series)
        try:
            told = None
            if matched:
                told = voted(matched, document, resolutions, number, as_of, drawn=drawn)
        except NoSeries:  # nothing had come by that day
            if series is not None:
                raise
            told = None
        found.append(told)
    return tuple(found)


def _opened(corpus: Path | None) -> Stored | None:
    from counterdraft.corpus.stored import Stored

    return Stored(corpus) if corpus and not votes_alone(corpus) else None


def votes_alone(corpus: Path) -> bool:
    """Whether votes are kept in a folder, and no text beside them."""
    from counterdraft.corpus.manifest import NAME

    return votes_folder(corpus).is_dir() and not (corpus / NAME).exists()


def _matched(
    resolution: Resolution, known: Sequence[Vote], corpus: Stored | None, series: str | None
) -> Matched | None:
    from counterdraft.votes.series.match import match, named

    if series is not None:
        return named(series, known, corpus)
    return match(resolution, known, corpus)
