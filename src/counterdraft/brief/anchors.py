"""The names by which a rendered brief links to its own places."""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.brief.report import Chapter, Evidence, Report, passages
from counterdraft.model import Span

_UNFIT = re.compile(r"[^A-Za-z0-9._-]")


class Anchors(NamedTuple):
    """The anchors of one chapter; ``prefix`` keeps those of several apart."""

    prefix: str
    spans: dict[str, Span]

    def of(self, place: str) -> str:
        """The anchor of a passage or a section, by its id."""
        return self.prefix + _UNFIT.sub("_", place)

    def to(self, evidence: Evidence) -> str:
        """The anchor of the very words, or of their passage where they are the whole of it."""
        place, span = evidence.place, evidence.span
        return self.spot(place, span) if self.is_part(place, span) else self.of(place)

    def spot(self, place: str, span: Span) -> str:
        """The anchor of a stretch of a passage."""
        return f"{self.of(place)}-{span.start}-{span.end}"

    def is_part(self, place: str, span: Span) -> bool:
        """Whether ``span`` is some of a passage's words, and not all."""
        whole = self.spans.get(place)
        return whole is not None and span.start < span.end and span != whole and whole.holds(span)


def anchors(report: Report) -> list[Anchors]:
    """The anchors of each chapter: "op3" where there is one, "d2.op3" in the second of several."""
    several = len(report.chapters) > 1
    return [
        Anchors(f"d{number}." if several else "", _spans(chapter))
        for number, chapter in enumerate(report.chapters, 1)
    ]


def _spans(chapter: Chapter) -> dict[str, Span]:
    return {passage.id: passage.span for passage in passages(chapter)}
