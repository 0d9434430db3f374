"""One source and a corpus → where each clause of it stood before, in the form asked for."""

from __future__ import annotations

from typing import NamedTuple

from counterdraft.errors import CorpusError
from counterdraft.jobs.corpus import open_corpus
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of
from counterdraft.model import Provenance
from counterdraft.read.load import USUAL, Choices
from counterdraft.trace.trace import trace


class Traced(NamedTuple):
    """A provenance, and the parts of the corpus that could not be asked."""

    provenance: Provenance
    damaged: tuple[CorpusError, ...]


def trace_file(
    name: str, corpus: str | None = None, choices: Choices = USUAL, *, part: int | None = None
) -> Traced:
    """Trace the resolution that ``name`` stands for through the corpus in a folder.

    ``corpus`` is the folder, else the usual one; ``part`` says which resolution is meant, from 1,
    where there are several. Raises ReadError, NoResolution, SeveralResolutions, NoCorpus,
    NewerCorpus and DamagedCorpus.
    """
    opened = open_corpus(corpus)
    resolution = one_of(name, parse_one(name, choices).resolutions, part, "--part")
    return Traced(trace(resolution, opened), tuple(opened.damaged))


def on_terminal(provenance: Provenance, *, width: int, colour: bool) -> str:
    """The provenance as text of ``width`` columns for a terminal."""
    from counterdraft.trace.to_text import to_text

    return to_text(provenance, width=width, colour=colour)


def in_form(provenance: Provenance, form: str) -> bytes:
    """The provenance as Markdown or JSON, in UTF-8."""
    if form == "json":
        from counterdraft.trace.to_json import to_json

        return to_json(provenance).encode()
    from counterdraft.trace.to_markdown import to_markdown

    return to_markdown(provenance).encode()
