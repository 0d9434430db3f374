"""A coverage, or two beside each other → a picture: topics by paragraphs, or by pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from counterdraft.charts.grid import Cell, Grid, Panel, grid_to_svg
from counterdraft.charts.render import png_of_svg
from counterdraft.cover.told import heading
from counterdraft.draft.annexes import annex_lines
from counterdraft.model import Document, Resolution
from counterdraft.model.coverage import Coverage, CoverageBeside, CoverEvidence, Degree
from counterdraft.wording.covered import (
    DEGREES,
    STRONGEST,
    named,
    place_label,
    summary,
    verdict_said,
)
from counterdraft.wording.english import listed, shortened

_NAME, _TITLE = 60, 110  # characters of a topic's name, of a text's
# Dark to bright, in grey too; strongest first.
_COLOURS = dict(
    zip((DEGREES[each] for each in STRONGEST), ("#08306b", "#4292c6", "#c6dbef"), strict=True)
)


def to_svg(found: Coverage | CoverageBeside, columns: Sequence[Sequence[str]]) -> str:
    """The picture as SVG, with all of it in words for those who do not see it.

    ``columns`` are for each text the ids of all of its places, in order.
    """
    mandate = (found if isinstance(found, Coverage) else found.here).mandate
    subtitle = (
        f"{mandate.source}. An empty place: nothing by which the topic is recognised "
        "stands there; what is alluded to is drawn only where nothing says more."
    )
    return grid_to_svg(
        drawn(found, columns), mandate.name, subtitle, heading(found), described(found)
    )


def to_png(found: Coverage | CoverageBeside, columns: Sequence[Sequence[str]]) -> bytes:
    """The picture as PNG."""
    return png_of_svg(to_svg(found, columns))


def places_of(document: Document, resolution: Resolution | None) -> list[str]:
    """The columns of a text: its paragraphs and those of its annexes, else its pages, or blocks."""
    if resolution is not None and resolution.paragraphs:
        lines = (place_label(each.id) for each in annex_lines(document, resolution))
        return [*(place_label(each.id) for each in resolution.paragraphs), *dict.fromkeys(lines)]
    if document.places:
        return [f"p. {n}" for n in range(1, document.places[-1].page + 1)]
    return [place_label(f"block{n}") for n in range(1, len(document.blocks) + 1)]


def described(found: Coverage | CoverageBeside) -> str:
    """What the picture shows, topic by topic."""
    texts = [found] if isinstance(found, Coverage) else [found.here, found.there]
    return " ".join(f"{named(each)}: {summary(each)} {_topics(each)}" for each in texts)


def _topics(coverage: Coverage) -> str:
    said = []
    for topic in coverage.topics:
        where = listed(list(dict.fromkeys(place_label(e.paragraph) for e in topic.evidence[:20])))
        said.append(
            f"{topic.name}: {verdict_said(topic, coverage)}{f' ({where})' if where else ''}"
        )
    return "; ".join(said) + "."


def drawn(found: Coverage | CoverageBeside, columns: Sequence[Sequence[str]]) -> Grid:
    """What stands where; of two places of one topic in a column the stronger is drawn."""
    texts = [found] if isinstance(found, Coverage) else [found.here, found.there]
    rows = [shortened(topic.name, _NAME) for topic in texts[0].topics]
    panels = [_panel(text, given) for text, given in zip(texts, columns, strict=True)]
    paged = any(name.startswith("p. ") for given in columns for name in given)
    return Grid(panels, rows, _COLOURS, "page" if paged else "paragraph")


def _panel(coverage: Coverage, columns: Sequence[str]) -> Panel:
    paged = bool(columns) and columns[0].startswith("p. ")
    cells = [
        Cell(shortened(topic.name, _NAME), column, DEGREES[degree])
        for topic in coverage.topics
        for column, degree in _strongest(topic.evidence, paged=paged)
    ]
    return Panel(shortened(named(coverage), _TITLE), summary(coverage), cells, columns)


def _strongest(evidence: Iterable[CoverEvidence], *, paged: bool) -> Iterator[tuple[str, Degree]]:
    found: dict[str, int] = {}
    for each in evidence:
        column = f"p. {each.page}" if paged else place_label(each.paragraph)
        rank = STRONGEST.index(each.degree)
        found[column] = min(rank, found.get(column, rank))
    for column, rank in found.items():
        yield column, STRONGEST[rank]
