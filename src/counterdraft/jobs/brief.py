"""One source → its brief, as the bytes of a file in the form asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from counterdraft.brief.brief import brief
from counterdraft.brief.report import Report
from counterdraft.jobs.brief_votes import votes_alone, votes_on
from counterdraft.jobs.epoch import epoch
from counterdraft.jobs.parse import parse_one
from counterdraft.model import Comparison, Document, Provenance, Resolution
from counterdraft.model.verdict import Verdicts
from counterdraft.read.load import USUAL, Choices


def make_brief(
    name: str, form: str, choices: Choices = USUAL, *, against: str | None = None,
    part: int | None = None, corpus: Path | None = None, series: str | None = None,
    as_of: str | None = None, registers: Path | None = None,
) -> bytes:  # fmt: skip
    """The brief of what ``name`` stands for, in HTML, Markdown, JSON, DOCX or PDF.

    ``against`` names a text to compare it with, ``part`` which resolution of that is meant,
    from 1, where there are several; ``corpus`` is the folder of one to trace it through, and of the
    votes kept beside it; without it, votes are those that ship. ``series`` names the votes on its
    subject where they are not to be found by its title; ``as_of`` is the day up to which votes are
    told and entries of registers count; ``registers`` is a folder of them, asked beside the facts
    that ship. Text is UTF-8. Where ``SOURCE_DATE_EPOCH`` is set, DOCX and PDF bear its date. Raises
    ReadError, NoResolution where there is nothing to brief on, SeveralResolutions where it is not
    said which to compare with, NoRegister, DamagedRegister, what ``find_series`` raises, and
    WriteError where the brief cannot be put into that form.
    """
    _, document, resolutions = parse_one(name, choices)
    compared = _compared(resolutions, against, part, choices) if against is not None else ()
    texts = corpus if corpus is not None and not votes_alone(corpus) else None
    traced = _traced(resolutions, texts) if texts is not None else ()
    drawn = form != "md"  # which has no place for a picture
    votes = votes_on(document, resolutions, corpus, series=series, as_of=as_of, drawn=drawn)
    claims = _verified(document, resolutions, registers, texts, as_of)
    report = brief(
        document, resolutions, against=compared, traced=traced, voted=votes, verdicts=claims
    )
    return _in_form(report, form)


def _compared(
    resolutions: Sequence[Resolution], against: str, part: int | None, choices: Choices
) -> tuple[Comparison, ...]:
    """Each resolution compared with the one that is to be had in ``against``."""
    from counterdraft.compare.compare import compare
    from counterdraft.jobs.parts import one_of

    other = one_of(against, parse_one(against, choices).resolutions, part, "--part-b")
    return tuple(compare(each, other) for each in resolutions)


def _traced(resolutions: Sequence[Resolution], corpus: Path) -> tuple[Provenance, ...]:
    """Where the words of each resolution stood in a corpus."""
    from counterdraft.corpus.stored import Stored
    from counterdraft.trace.trace import trace

    opened = Stored(corpus)
    return tuple(trace(each, opened) for each in resolutions)


def _verified(
    document: Document, resolutions: Sequence[Resolution], registers: Path | None,
    corpus: Path | None, as_of: str | None,
) -> tuple[Verdicts, ...]:  # fmt: skip
    """What the shipped facts, and what is named beside them, say to each one's claims."""
    from counterdraft.corpus.stored import Stored
    from counterdraft.jobs.registers import open_registers
    from counterdraft.jobs.verify import verify_one

    held, _ = open_registers(registers)
    opened = Stored(corpus) if corpus is not None else None
    return tuple(verify_one(document, each, held, opened, as_of) for each in resolutions)


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
