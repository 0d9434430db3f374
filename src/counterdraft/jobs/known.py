"""A text, and what a person wants it held against → what is known of each of its resolutions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from counterdraft.brief.known import Known
from counterdraft.brief.report import Picture
from counterdraft.draft.versions import are_two_drafts
from counterdraft.jobs.against import Beside, Other, Others
from counterdraft.jobs.brief_votes import votes_alone, votes_on
from counterdraft.jobs.registers import Fault, described, registers_at
from counterdraft.jobs.traced import traced_if_spoken
from counterdraft.model import Comparison, Corpus, Document, Resolution
from counterdraft.model.coverage import Coverage, CoverageBeside
from counterdraft.model.given import names

if TYPE_CHECKING:
    from counterdraft.corpus.stored import Stored
    from counterdraft.lexicon.mandate import Mandate
    from counterdraft.registers.held import Held


class Judges(NamedTuple):
    """What judgements rest on, beside the text and what is known of it."""

    beside: Beside
    others: Others
    registers: Sequence[Held]
    mandates: Sequence[Mandate]
    corpus: Corpus | None
    drawn: bool


def known_of(
    document: Document, resolutions: Sequence[Resolution], beside: Beside, others: Others,
    *, drawn: bool, fault: Fault | None = None,
) -> list[Known]:  # fmt: skip
    """What every stage that was asked for found of each resolution; pictures where ``drawn``.

    ``fault`` is told of each row of a register that is left out, and of each concept of a mandate
    that is in no thesaurus among the registers; without it the first is raised.

    Raises what ``find_series`` raises, CorpusError, MandateError, RegistersError, ReadError for a
    register, UnknownState for a sponsor, OtherLanguage where a text to compare with, or a mandate,
    is not in the language of one of them, and LaterText where the one before is dated after it.
    """
    for each in resolutions:
        others.check(each)
    texts = beside.corpus
    if texts is not None and votes_alone(texts):
        texts = None
    votes = votes_on(
        document, resolutions, beside.corpus, series=beside.series, as_of=beside.as_of, drawn=drawn
    )
    opened = _opened(texts)
    traced = [traced_if_spoken(each, opened, beside.as_of) for each in resolutions]
    digest = opened.digest() if opened else ""
    found = [
        _compared(each, others)._replace(provenance=provenance, corpus=digest, voted=voted)
        for each, provenance, voted in zip(resolutions, traced, votes, strict=True)
    ]
    held = registers_at(beside.registers, fault)
    judges = Judges(beside, others, held, _mandates(beside, held, fault), opened, drawn)
    return [
        _judged(document, each, known, judges)
        for each, known in zip(resolutions, found, strict=True)
    ]


def _mandates(beside: Beside, held: Sequence[Held], fault: Fault | None) -> list[Mandate]:
    if not beside.mandates:
        return []
    from counterdraft.lexicon.concepts import concepts_of
    from counterdraft.lexicon.mandate_files import mandate_of

    concepts = concepts_of(held)
    return [mandate_of(name, concepts, fault) for name in names(beside.mandates)]


def _judged(document: Document, resolution: Resolution, known: Known, by: Judges) -> Known:
    """What is known, and what is judged by it; a version of a text is no rival of it."""
    from counterdraft.jobs.flag import flag_one, named_sponsors, with_returned
    from counterdraft.jobs.verify import verify_one

    rival = by.others.rival
    versus = known.against if _is_rival(known.against, resolution, rival) else None
    coverage = _covered(document, resolution, by)
    verdicts = verify_one(document, resolution, by.registers, by.corpus, by.beside.as_of)
    given = named_sponsors(by.beside.sponsors, document)
    findings = flag_one(
        document, resolution, sponsors=given,
        rival=rival.resolution if rival and versus else None,
        corpus=by.corpus, comparison=versus, predecessor=known.predecessor,
        provenance=known.provenance, verdicts=verdicts,
    )  # fmt: skip
    findings = with_returned(
        findings, resolution, rival if versus else None, by.corpus, by.beside.as_of
    )
    pictures = _drawn(document, resolution, coverage, by) if by.drawn else ()
    return known._replace(
        coverage=coverage,
        pictures=pictures,
        findings=findings,
        verdicts=verdicts,
        registers=described(by.registers),
        given=given,
    )


def _is_rival(against: Comparison | None, resolution: Resolution, other: Other | None) -> bool:
    """Whether what a text is held against is a rival: one may have most of its words."""
    if against is None or other is None:
        return False
    return against.relation == "rivals" or are_two_drafts(resolution, other.resolution)


def _covered(
    document: Document, resolution: Resolution, by: Judges
) -> tuple[Coverage | CoverageBeside, ...]:
    """What it says of each mandate; beside a rival or, without one, the text before it."""
    if not by.mandates:
        return ()
    from counterdraft.cover.beside import Relation, beside
    from counterdraft.cover.cover import cover

    here = [cover(document, resolution, each) for each in by.mandates]
    other = by.others.rival or by.others.previous
    if other is None:
        return tuple(here)
    relation: Relation = "rival" if by.others.rival else "predecessor"
    there = [cover(other.document, other.resolution, each) for each in by.mandates]
    return tuple(beside(one, two, relation) for one, two in zip(here, there, strict=True))


def _drawn(
    document: Document, resolution: Resolution, coverage: Sequence[Coverage | CoverageBeside],
    by: Judges,
) -> tuple[Picture | None, ...]:  # fmt: skip
    """The picture of each coverage; None where it has no topics."""
    return tuple(_picture(document, resolution, each, by) for each in coverage)


def _picture(
    document: Document, resolution: Resolution, found: Coverage | CoverageBeside, by: Judges
) -> Picture | None:
    from counterdraft.cover.picture import described as in_words
    from counterdraft.cover.picture import places_of, to_svg
    from counterdraft.cover.told import heading

    here = found.here if isinstance(found, CoverageBeside) else found
    if not here.topics:
        return None
    texts = [(document, resolution)]
    other = by.others.rival or by.others.previous
    if isinstance(found, CoverageBeside) and other is not None:
        texts.append((other.document, other.resolution))
    columns = [places_of(*each) for each in texts]
    return Picture(heading(found), in_words(found), to_svg(found, columns))


def _compared(resolution: Resolution, others: Others) -> Known:
    """A resolution, as A, with its rival; and what came before it with it, as B."""
    from counterdraft.compare.compare import compare
    from counterdraft.parse.instructions import instructions_of

    rival, previous, revised, amendments = others
    return Known(
        against=compare(resolution, rival.resolution) if rival else None,
        predecessor=compare(previous.resolution, resolution, "versions") if previous else None,
        revised=compare(revised.resolution, resolution, "versions") if revised else None,
        amendments=tuple(instructions_of(*each) for each in amendments),
    )


def _opened(corpus: Path | None) -> Stored | None:
    if corpus is None:
        return None
    from counterdraft.corpus.stored import Stored

    return Stored(corpus)
