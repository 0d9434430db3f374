"""One source → its brief, as text in the form asked for."""

from __future__ import annotations

from counterdraft.brief.brief import brief
from counterdraft.jobs.parse import parse_document
from counterdraft.read.sources import source_of


def make_brief(name: str, form: str) -> str:
    """The brief of the file ``name`` (or ``-``), in HTML, Markdown or JSON.

    Raises ReadError, and NoResolution where there is nothing to brief on.
    """
    document, resolutions = parse_document(source_of(name))
    report = brief(document, resolutions)
    if form == "html":
        from counterdraft.brief.to_html import to_html

        return to_html(report)
    if form == "json":
        from counterdraft.brief.to_json import to_json

        return to_json(report)
    from counterdraft.brief.to_markdown import to_markdown

    return to_markdown(report)
