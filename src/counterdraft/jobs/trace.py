"""One source and a corpus → where each clause of it stood before, in the form asked for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from counterdraft.errors import CorpusError
from counterdraft.jobs.corpus import open_corpus
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of, paragraph_of, tell_problems
from counterdraft.jobs.traced import traced
from counterdraft.model import Provenance, Timeline, Variants
from counterdraft.model.shown import Printer
from counterdraft.read.load import USUAL, Choices


class Traced(NamedTuple):
    """A provenance, and the parts of the corpus that could not be asked."""

    provenance: Provenance
    damaged: tuple[CorpusError, ...]

    def _repr_pretty_(self, printer: Printer, _cycle: object) -> None:
        printer.text(f"<Traced: .provenance, {self.provenance.in_a_line()}>")


class Worded(NamedTuple):
    """The wordings of a clause, and the parts of the corpus that could not be asked."""

    wordings: Variants | Timeline
    damaged: tuple[CorpusError, ...]


def trace_file(
    name: str, corpus: str | None = None, choices: Choices = USUAL, *, part: int | None = None
) -> Traced:
    """Trace the resolution that ``name`` stands for through the corpus in a folder.

    ``corpus`` is the folder, else the usual one; ``part`` says which resolution is meant, from 1,
    where there are several. Raises ReadError, NoResolution, SeveralResolutions, NoCorpus,
    NewerCorpus, DamagedCorpus, and OtherLanguage where the corpus has no text in its language.
    """
    opened = open_corpus(corpus)
    resolution = one_of(name, parse_one(name, choices).resolutions, part, "--part")
    tell_problems(name, resolution, choices)
    return Traced(traced(resolution, opened), tuple(opened.damaged))


def word_clause(
    name: str, paragraph: str, kind: Literal["variants", "timeline"], corpus: str | None = None,
    choices: Choices = USUAL, *, part: int | None = None,
) -> Worded:  # fmt: skip
    """The adopted wordings of one paragraph of a resolution, by force or over the years.

    Raises NoParagraph, and what ``trace_file`` raises.
    """
    from counterdraft.trace.timeline import timeline
    from counterdraft.trace.variants import variants

    opened = open_corpus(corpus)
    resolution = one_of(name, parse_one(name, choices).resolutions, part, "--part")
    tell_problems(name, resolution, choices)
    clause = paragraph_of(resolution, paragraph)
    make = variants if kind == "variants" else timeline
    return Worded(make(resolution, clause, opened), tuple(opened.damaged))


def on_terminal(found: Provenance | Variants | Timeline, *, width: int, colour: bool) -> str:
    """What was found as text of ``width`` columns for a terminal."""
    from counterdraft.trace.timeline_to_text import timeline_to_text
    from counterdraft.trace.to_text import to_text
    from counterdraft.trace.variants_to_text import variants_to_text

    if isinstance(found, Provenance):
        return to_text(found, width=width, colour=colour)
    if isinstance(found, Variants):
        return variants_to_text(found, width=width, colour=colour)
    return timeline_to_text(found, width=width, colour=colour)


def in_form(found: Provenance | Variants | Timeline, form: str) -> bytes:
    """What was found as Markdown or JSON, a timeline as SVG too; in UTF-8."""
    if isinstance(found, Provenance):
        return _of_provenance(found, form).encode()
    if isinstance(found, Variants):
        return _of_variants(found, form).encode()
    return _of_timeline(found, form).encode()


def _of_provenance(found: Provenance, form: str) -> str:
    from counterdraft.trace.to_json import to_json
    from counterdraft.trace.to_markdown import to_markdown

    return to_json(found) if form == "json" else to_markdown(found)


def _of_variants(found: Variants, form: str) -> str:
    from counterdraft.trace.variants_to_markdown import variants_to_markdown
    from counterdraft.trace.wordings_to_json import variants_to_json

    return variants_to_json(found) if form == "json" else variants_to_markdown(found)


def _of_timeline(found: Timeline, form: str) -> str:
    from counterdraft.trace.timeline_to_markdown import timeline_to_markdown
    from counterdraft.trace.to_svg import timeline_to_svg
    from counterdraft.trace.wordings_to_json import timeline_to_json

    forms = {"json": timeline_to_json, "svg": timeline_to_svg, "markdown": timeline_to_markdown}
    return forms[form](found)
