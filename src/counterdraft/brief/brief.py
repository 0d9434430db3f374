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
from counterdraft.brief.labels import KINDS
from counterdraft.brief.report import Chapter, Report
from counterdraft.brief.sections.registry import SECTIONS
from counterdraft.errors import NoResolution
from counterdraft.model import Comparison, Document, Provenance, Resolution
from counterdraft.model.verdict import Verdicts
from counterdraft.model.voted import Voted
from counterdraft.text.wording import counted, long_date


def brief(
    document: Document, resolutions: Sequence[Resolution], *, version: str = __version__,
    against: Sequence[Comparison] = (), traced: Sequence[Provenance] = (),
    voted: Sequence[Voted | None] = (), verdicts: Sequence[Verdicts] = (),
) -> Report:  # fmt: skip
    """The brief of all ``resolutions`` of ``document``, naming the tool's ``version``.

    ``against`` compares each of them, as A, with one other text, ``traced`` says of each where its
    words stood, ``voted`` how votes on the subject of each went, ``verdicts`` what registers say to
    the claims of each; each may be empty. Raises NoResolution where there are none.
    """
    source = source_name(document)
    if not resolutions:
        raise NoResolution("holds no draft or resolution to brief on", source=document.source)
    generator = f"Counterdraft {version}"
    alone = len(resolutions) == 1
    beside = zip(
        resolutions, against or repeat(None), traced or repeat(None), voted or repeat(None),
        verdicts or repeat(None), strict=False,
    )  # fmt: skip
    chapters = tuple(
        chapter(
            make_case(
                document,
                each,
                generator,
                alone=alone,
                against=comparison,
                provenance=provenance,
                voted=votes,
                verdicts=claims,
            )
        )
        for each, comparison, provenance, votes, claims in beside
    )
    several = f"{counted(len(chapters), _things(resolutions))} in {source}"
    return Report(
        title=chapters[0].title if alone else several,
        source=source,
        language=document.language,
        generator=generator,
        chapters=chapters,
    )


def _things(resolutions: Sequence[Resolution]) -> str:
    """What to call several of them together."""
    kinds = {each.kind for each in resolutions}
    return KINDS[kinds.pop()].lower() if len(kinds) == 1 else "text"


def chapter(case: Case) -> Chapter:
    """All that the sections say of one resolution."""
    made = (section(case) for section in SECTIONS)
    sections = tuple(each for each in made if each)
    return Chapter(_title(case), _subtitle(case), sections, case.resolution.symbol)


def _title(case: Case) -> str:
    resolution = case.resolution
    return resolution.title or resolution.symbol or f"{KINDS[resolution.kind]} without a title"


def _subtitle(case: Case) -> tuple[str, ...]:
    resolution = case.resolution
    date = long_date(resolution.date) if resolution.date else None
    items = (
        KINDS[resolution.kind],
        resolution.symbol,
        resolution.organ,
        resolution.committee,
        date,
    )
    return tuple(item for item in items if item)
