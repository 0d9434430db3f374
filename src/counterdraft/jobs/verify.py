"""One source and registers → verdicts on its claims, in the form asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from counterdraft.errors import CounterdraftError
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of, tell_problems
from counterdraft.jobs.registers import open_registers, usual_registers
from counterdraft.model import Corpus, Document, Resolution
from counterdraft.model.given import Name, day_given, names
from counterdraft.model.register import CONCEPTS, Register
from counterdraft.model.shown import Printer
from counterdraft.model.verdict import Verdicts
from counterdraft.read.load import USUAL, Choices
from counterdraft.registers.of_corpus import OfCorpus
from counterdraft.registers.store import keeps
from counterdraft.verify.verify import verify


class Verified(NamedTuple):
    """The verdicts, and what in the registers or the corpus could not be asked."""

    verdicts: Verdicts
    problems: tuple[CounterdraftError, ...]

    def _repr_pretty_(self, printer: Printer, _cycle: object) -> None:
        printer.text(f"<Verified: .verdicts, {self.verdicts.in_a_line()}>")


def verify_file(
    name: str, choices: Choices = USUAL, *, as_of: str | None = None, part: int | None = None,
    paths: Name | Sequence[Name] = (), registers: Path | None = None, corpus: str | None = None,
) -> Verified:  # fmt: skip
    """Hold the claims of what ``name`` stands for against registers.

    Asked are the shipped facts; what is kept in ``registers``, else beside the usual corpus, or the
    files in it where it keeps none; the files ``paths``; and the corpus in a folder, else the usual
    one where there is one. ``part`` says which resolution is meant, from 1. Raises ReadError,
    NoResolution, SeveralResolutions, NoRegister, DamagedRegister, BadQuery where ``as_of`` is no
    day, and, for a corpus that is named, what opening it does.
    """
    as_of = day_given(as_of, "--as-of")
    _, document, resolutions = parse_one(name, choices)
    resolution = one_of(name, resolutions, part, "--part")
    tell_problems(name, resolution, choices)
    held, problems = open_registers(*_places(registers, paths))
    opened = _corpus(corpus)
    found = verify_one(document, resolution, held, opened, as_of)
    damaged = tuple(getattr(opened, "damaged", ()))
    return Verified(found, (*problems, *damaged))


def _places(
    registers: Path | None, paths: Name | Sequence[Name]
) -> tuple[Path | None, tuple[str, ...]]:
    """The folder that keeps registers, and the files; what is named as one may be the other."""
    if registers is None:
        return usual_registers(), names(paths)
    if keeps(Path(registers)) or not Path(registers).exists():
        return Path(registers), names(paths)
    return None, (*names(paths), str(registers))


def verify_one(
    document: Document, resolution: Resolution, held: Sequence[Register], corpus: Corpus | None,
    as_of: str | None = None,
) -> Verdicts:  # fmt: skip
    """The verdicts on one resolution; what a corpus says of it itself is no evidence for it.

    A thesaurus is not asked: it dates nothing.
    """
    own = (OfCorpus(corpus, without=resolution.symbol),) if corpus is not None else ()
    dated = [each for each in held if not each.entries(CONCEPTS)]
    return verify(document, resolution, (*dated, *own), as_of)


def _corpus(name: str | None) -> Corpus | None:
    from counterdraft.corpus.manifest import NAME
    from counterdraft.corpus.place import default_folder
    from counterdraft.corpus.stored import Stored

    if name is None and not (default_folder() / NAME).exists():
        return None
    return Stored(Path(name) if name is not None else default_folder())


def on_terminal(found: Verdicts, *, width: int, colour: bool) -> str:
    """The verdicts as text of ``width`` columns for a terminal."""
    from counterdraft.verify.to_text import to_text

    return to_text(found, width=width, colour=colour)


def in_form(found: Verdicts, form: str) -> bytes:
    """The verdicts as Markdown or JSON, in UTF-8."""
    from counterdraft.verify.to_json import to_json
    from counterdraft.verify.to_markdown import to_markdown

    return (to_json(found) if form == "json" else to_markdown(found)).encode()
