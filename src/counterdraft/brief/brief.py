"""A document and the resolutions found in it → a Report.

The way of the data: ``make_case`` puts a resolution beside its document, every section of the
registry says what it has to say about the case, and those that say something make a
chapter. Nothing is looked up and nothing judged: same inputs, same report.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from counterdraft import __version__
from counterdraft.brief.case import Case, make_case, source_name
from counterdraft.brief.known import NOTHING, Known
from counterdraft.brief.labels import kind_name
from counterdraft.brief.report import Chapter, Report
from counterdraft.brief.sections.registry import SECTIONS
from counterdraft.errors import NoResolution
from counterdraft.model import Document, Resolution
from counterdraft.wording.english import counted, long_date


def brief(
    document: Document, resolutions: Sequence[Resolution], *, version: str = __version__,
    known: Sequence[Known] = (),
) -> Report:  # fmt: skip
    """The brief of all ``resolutions`` of ``document``, naming the tool's ``version``.

    ``known`` is what other stages found of each of them, in the same order, or empty. Raises
    NoResolution where there are none.
    """
    source = source_name(document)
    if not resolutions:
        raise NoResolution("holds no draft or resolution to brief on", source=document.source)
    generator = f"Counterdraft {version}"
    alone = len(resolutions) == 1
    chapters = tuple(
        chapter(make_case(document, each, generator, alone=alone, known=what))
        for each, what in zip(resolutions, known or repeat(NOTHING), strict=False)
    )
    several = f"{counted(len(chapters), _things(resolutions))} in {source}"
    return Report(
        title=chapters[0].title if alone else several,
        source=source,
        language=resolutions[0].language,  # by its words: a file may call itself something else
        generator=generator,
        chapters=chapters,
    )


def _things(resolutions: Sequence[Resolution]) -> str:
    """What to call several of them together."""
    kinds = {kind_name(each) for each in resolutions}
    return kinds.pop().lower() if len(kinds) == 1 else "text"


def chapter(case: Case) -> Chapter:
    """All that the sections say of one resolution."""
    made = (section(case) for section in SECTIONS)
    sections = tuple(each for each in made if each)
    return Chapter(_title(case), _subtitle(case), sections, case.resolution.symbol)


def _title(case: Case) -> str:
    resolution = case.resolution
    return resolution.title or resolution.symbol or f"{kind_name(resolution)} without a title"


def _subtitle(case: Case) -> tuple[str, ...]:
    resolution = case.resolution
    date = long_date(resolution.date) if resolution.date else None
    kept = case.known.dossier
    items = (
        kept.title if kept else None,
        kind_name(resolution),
        resolution.symbol,
        resolution.organ,
        resolution.committee,
        date,
    )
    return tuple(item for item in items if item)
