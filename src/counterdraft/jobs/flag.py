"""One source, and what it is held against → the findings of every rule that can be run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from counterdraft.errors import CounterdraftError, UnknownState
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.named import stands_as_name
from counterdraft.flag.returned import returned
from counterdraft.flag.sponsors import stated_sponsors
from counterdraft.jobs.against import NOTHING, Beside, Other, others_of
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of, tell_problems
from counterdraft.jobs.traced import traced_if_spoken
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.lexicon.members import candidates, members, nearest_names
from counterdraft.lexicon.states import fold_name, group_names, state_of
from counterdraft.model import Comparison, Corpus, Document, Provenance, Resolution
from counterdraft.model.comparison import Relation
from counterdraft.model.finding import Findings
from counterdraft.model.given import Name
from counterdraft.model.given import names as names_of
from counterdraft.model.shown import Printer
from counterdraft.model.verdict import Verdicts
from counterdraft.read.load import USUAL, Choices

if TYPE_CHECKING:
    from counterdraft.corpus.stored import Stored

__all__ = [
    "Flagged",
    "flag_file",
    "flag_one",
    "in_form",
    "named_sponsors",
    "on_terminal",
    "with_returned",
]


class Flagged(NamedTuple):
    """Findings, and the parts of the corpus and rows of registers that could not be asked."""

    findings: Findings
    damaged: tuple[CounterdraftError, ...] = ()

    def _repr_pretty_(self, printer: Printer, _cycle: object) -> None:
        printer.text(f"<Flagged: .findings, {self.findings.in_a_line()}>")


def flag_file(
    name: str, beside: Beside = NOTHING, choices: Choices = USUAL, *, part: int | None = None
) -> Flagged:
    """Run the rules on the resolution that ``name`` stands for; ``part`` says which, from 1.

    Raises ReadError, NoResolution, SeveralResolutions, UnknownState where a sponsor is no State or
    group that is known and does not stand in the text either, OtherLanguage where a text that it is
    held against is in another, LaterText where the one before it is dated after it, and what a
    corpus or registers do.
    """
    from counterdraft.jobs.registers import registers_at
    from counterdraft.jobs.verify import verify_one

    _, document, resolutions = parse_one(name, choices)
    resolution = one_of(name, resolutions, part, "--part")
    tell_problems(name, resolution, choices)
    others = others_of(beside, choices)
    rival, previous = others.rival, others.previous
    others.check(resolution)
    opened = _opened(beside.corpus)
    sponsors = named_sponsors(beside.sponsors, document)
    faults: list[CounterdraftError] = []
    held = registers_at(beside.registers, faults.append)
    verdicts = verify_one(document, resolution, held, opened)
    found = flag_one(
        document, resolution, sponsors=sponsors, rival=rival.resolution if rival else None,
        predecessor=_compared(previous.resolution, resolution, "versions") if previous else None,
        corpus=opened, verdicts=verdicts,
    )  # fmt: skip
    found = with_returned(found, resolution, rival, opened)
    return Flagged(found, (*faults, *(opened.damaged if opened else ())))


def flag_one(
    document: Document, resolution: Resolution, *, sponsors: Sequence[str] = (),
    rival: Resolution | None = None, corpus: Corpus | None = None,
    comparison: Comparison | None = None, predecessor: Comparison | None = None,
    provenance: Provenance | None = None, verdicts: Verdicts | None = None,
) -> Findings:  # fmt: skip
    """Run the rules on a resolution; what is missing of the rest is made, where it can be.

    Without ``sponsors`` they are those that the text, or the document around it, states.
    """
    return flag(
        Ground(
            document,
            resolution,
            tuple(sponsors) or stated_sponsors(document, resolution),
            rival,
            comparison or (_compared(resolution, rival) if rival else None),
            predecessor,
            provenance or _traced(resolution, corpus),
            verdicts=verdicts,
            corpus=corpus,
        )
    )


def with_returned(
    findings: Findings, resolution: Resolution, rival: Other | None, corpus: Corpus | None,
    as_of: str | None = None,
) -> Findings:  # fmt: skip
    """The findings with what the rival would do to the text, where it is held against one."""
    if rival is None:
        return findings
    document, other = rival
    sponsors = stated_sponsors(document, other)
    ground = Ground(document, other, sponsors, resolution)
    found = returned(ground)
    if found and corpus is not None:
        # To trace the whole rival would take as long as the text itself: few of its clauses do.
        telling = {q.paragraph for each in found for q in each.evidence if q.text == "rival"}
        some = replace(other, paragraphs=tuple(e for e in other.paragraphs if e.id in telling))
        found = returned(ground._replace(provenance=_traced(some, corpus, as_of), corpus=corpus))
    return replace(findings, returned=found)


def _compared(a: Resolution, b: Resolution, relation: Relation | None = None) -> Comparison:
    from counterdraft.compare.compare import compare

    return compare(a, b, relation)


def _opened(folder: Path | None) -> Stored | None:
    from counterdraft.jobs.corpus import open_corpus

    return open_corpus(str(folder)) if folder is not None else None


def _traced(
    resolution: Resolution, corpus: Corpus | None, as_of: str | None = None
) -> Provenance | None:
    if resolution.language != ENGLISH:
        return None  # no rule is run that it would serve
    return traced_if_spoken(resolution, corpus, as_of)


def named_sponsors(names: Name | Sequence[str], document: Document) -> tuple[str, ...]:
    """Sponsors as a person names them, each once.

    Raises UnknownState for one that nothing tells of.
    """
    return tuple(dict.fromkeys(_sponsor(each, document) for each in names_of(names)))


def _sponsor(name: str, document: Document) -> str:
    """A sponsor by the lexicon's name, or code; one that it does not know the document must name.

    Letters of a text that are no name of anybody ("rights") would be nobody's, and rules that need
    a sponsor would find nothing without a word.
    """
    known = state_of(name) or group_names().get(fold_name(name))
    if known is None and candidates(name):
        known = members()[candidates(name)[0]].name
    if known is None and not stands_as_name(name, document.text):
        near = "; ".join(nearest_names(name))
        known_near = f"; near it: {near}" if near else ""
        raise UnknownState(
            f"no State or group is known by the name {name!r}, and the text names none so",
            remedy=f"Name it as the United Nations or the text does{known_near}",
        )
    return known or name


def on_terminal(findings: Findings, *, width: int, colour: bool) -> str:
    """The findings as text of ``width`` columns for a terminal."""
    from counterdraft.flag.to_text import to_text

    return to_text(findings, width=width, colour=colour)


def in_form(findings: Findings, form: str) -> bytes:
    """The findings as Markdown or JSON, in UTF-8."""
    from counterdraft.flag.to_json import to_json
    from counterdraft.flag.to_markdown import to_markdown

    return (to_json if form == "json" else to_markdown)(findings).encode()
