"""One source → its brief, as the bytes of a file in the form asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from pathlib import Path

from counterdraft.brief.brief import brief
from counterdraft.brief.report import Report
from counterdraft.jobs.brief_votes import votes_alone, votes_on
from counterdraft.jobs.epoch import epoch
from counterdraft.jobs.parse import parse_one
from counterdraft.model import Comparison, Document, Provenance, Resolution
from counterdraft.model.finding import Findings
from counterdraft.read.load import USUAL, Choices


def make_brief(
    name: str, form: str, choices: Choices = USUAL, *, against: str | None = None,
    part: int | None = None, corpus: Path | None = None, series: str | None = None,
    as_of: str | None = None,
) -> bytes:  # fmt: skip
    """The brief of what ``name`` stands for, in HTML, Markdown, JSON, DOCX or PDF.

    ``against`` names a text to compare it with, ``part`` which resolution of that is meant,
    from 1, where there are several; ``corpus`` is the folder of one to trace it through, and of the
    votes kept beside it; without it, votes are those that ship. ``series`` names the votes on its
    subject where they are not to be found by its title; ``as_of`` is the day up to which votes are
    told. Text is UTF-8. Where ``SOURCE_DATE_EPOCH`` is set, DOCX
    and PDF bear its date. Raises ReadError, NoResolution where there is nothing to brief on,
    SeveralResolutions where it is not said which to compare with, what ``find_series`` raises, and
    WriteError where the brief
    cannot be put into that form.
    """
    _, document, resolutions = parse_one(name, choices)
    rival = _rival(against, part, choices) if against is not None else None
    compared = _compared(resolutions, rival) if rival is not None else ()
    texts = corpus if corpus is not None and not votes_alone(corpus) else None
    traced = _traced(resolutions, texts) if texts is not None else ()
    drawn = form != "md"  # which has no place for a picture
    votes = votes_on(document, resolutions, corpus, series=series, as_of=as_of, drawn=drawn)
    flagged = _flagged(document, resolutions, rival, compared, traced, texts)
    report = brief(
        document, resolutions, against=compared, traced=traced, voted=votes, flagged=flagged
    )
    return _in_form(report, form)


def _rival(against: str, part: int | None, choices: Choices) -> Resolution:
    """The resolution of ``against`` that is meant."""
    from counterdraft.jobs.parts import one_of

    return one_of(against, parse_one(against, choices).resolutions, part, "--part-b")


def _compared(resolutions: Sequence[Resolution], rival: Resolution) -> tuple[Comparison, ...]:
    """Each resolution compared with the rival."""
    from counterdraft.compare.compare import compare

    return tuple(compare(each, rival) for each in resolutions)


def _flagged(
    document: Document, resolutions: Sequence[Resolution], rival: Resolution | None,
    compared: Sequence[Comparison], traced: Sequence[Provenance], corpus: Path | None,
) -> tuple[Findings, ...]:  # fmt: skip
    """What rules find in each resolution; a version of it is no rival of its own."""
    from counterdraft.jobs.corpus import open_corpus
    from counterdraft.jobs.flag import flag_one

    opened = open_corpus(str(corpus)) if corpus is not None else None
    beside = [each if each.relation == "rivals" else None for each in compared] or repeat(None)
    return tuple(
        flag_one(
            document, each, rival=rival if versus else None, corpus=opened, comparison=versus,
            provenance=where,
        )
        for each, versus, where in zip(resolutions, beside, traced or repeat(None), strict=False)
    )  # fmt: skip


def _traced(resolutions: Sequence[Resolution], corpus: Path) -> tuple[Provenance, ...]:
    """Where the words of each resolution stood in a corpus."""
    from counterdraft.corpus.stored import Stored
    from counterdraft.trace.trace import trace

    opened = Stored(corpus)
    return tuple(trace(each, opened) for each in resolutions)


def _in_form(report: Report, form: str) -> bytes:
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
