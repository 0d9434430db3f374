"""One source → its brief, as a value and as the bytes of a file in the form asked for."""

from __future__ import annotations

from counterdraft.brief.brief import brief
from counterdraft.brief.report import Report
from counterdraft.jobs.against import NOTHING, Beside, others_of
from counterdraft.jobs.epoch import epoch
from counterdraft.jobs.known import known_of
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.registers import Fault
from counterdraft.read.load import USUAL, Choices


def make_brief(
    name: str, form: str, choices: Choices = USUAL, beside: Beside = NOTHING,
    fault: Fault | None = None,
) -> bytes:  # fmt: skip
    """The brief of what ``name`` stands for, in HTML, Markdown, JSON, DOCX or PDF.

    ``beside`` is what it is held against; ``fault`` is told of each row of a register that is left
    out and of each concept that a mandate has and a thesaurus has not, the first of which is raised
    without it. Text is UTF-8. Where ``SOURCE_DATE_EPOCH`` is
    set, DOCX and PDF bear its date. Raises ReadError, NoResolution where there is nothing to brief
    on, what ``known_of`` raises, and WriteError where the brief cannot be put into that form.
    """
    _, document, resolutions = parse_one(name, choices)
    drawn = form != "md"  # which has no place for a picture
    others = others_of(beside, choices)
    known = known_of(document, resolutions, beside, others, drawn=drawn, fault=fault)
    return in_form(brief(document, resolutions, known=known), form)


def in_form(report: Report, form: str) -> bytes:
    """The report in one form; only what that form needs is imported."""
    if form == "docx":
        from counterdraft.brief.to_docx import to_docx

        return to_docx(report, epoch=epoch())
    if form == "pdf":
        from counterdraft.brief.to_pdf import to_pdf

        return to_pdf(report, epoch=epoch())
    return _text(report, form).encode()


def _text(report: Report, form: str) -> str:
    if form == "html":
        from counterdraft.brief.to_html import to_html

        return to_html(report)
    if form == "json":
        from counterdraft.brief.to_json import to_json

        return to_json(report)
    from counterdraft.brief.to_markdown import to_markdown

    return to_markdown(report)
