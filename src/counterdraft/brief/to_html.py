"""A Report → one HTML file, with its style inside and nothing from anywhere else.

The template lays out, ``marked`` makes the text of the draft. Every word is escaped, and
characters that HTML does not allow are replaced.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jinja2 import Template
from markupsafe import Markup

from counterdraft.brief.anchors import Anchors, anchors
from counterdraft.brief.labels import CLOSING, marks_in
from counterdraft.brief.marked import marked
from counterdraft.brief.report import (
    Chapter,
    Evidence,
    Fact,
    Part,
    Report,
    Row,
    on_page,
    places_named,
    reference,
)
from counterdraft.pages.template import templates

TEMPLATE = "brief.html.j2"
WIDE = 80


class Page(NamedTuple):
    """A chapter as the template needs it: with its anchors, and its passages in HTML."""

    chapter: Chapter
    anchors: Anchors
    words: dict[str, Markup]
    numbers: dict[str, int]


def to_html(report: Report) -> str:
    """The brief as one HTML document; the same report gives the same text."""
    pages = [_page(*each) for each in zip(report.chapters, anchors(report), strict=True)]
    return _template().render(report=report, pages=pages)


def _page(chapter: Chapter, names: Anchors) -> Page:
    numbers = {section.id: number for number, section in enumerate(chapter.sections, 1)}
    return Page(chapter, names, marked(chapter, names), numbers)


@cache
def _template() -> Template:
    environment = templates("counterdraft.brief")
    environment.tests |= {"kind": _is_kind, "elsewhere": _is_elsewhere, "wide": _is_wide}
    environment.filters |= {"legend": marks_in, "reference": reference, "on_page": on_page}
    environment.filters["drawing"] = Markup  # made by us, every word in it escaped
    environment.globals["closing"] = CLOSING
    return environment.get_template(TEMPLATE)


def _is_kind(part: Part, name: str) -> bool:
    return type(part).__name__ == name


def _is_elsewhere(evidence: Evidence, row: Row) -> bool:
    """Whether evidence stands in a paragraph that its row does not name as its place."""
    return evidence.label not in places_named(row)


def _is_wide(fact: Fact) -> bool:
    """Whether a fact needs the width of the page."""
    return sum(len(said.text) for said in fact.values) > WIDE
