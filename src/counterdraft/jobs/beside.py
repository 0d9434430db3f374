"""A text, and what a person wants it held against → what is known of each of its resolutions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from counterdraft.brief.known import Known
from counterdraft.jobs.brief_votes import votes_alone, votes_on
from counterdraft.jobs.parse import parse_one
from counterdraft.model import Document, Provenance, Resolution
from counterdraft.read.load import Choices


class Beside(NamedTuple):
    """What a text is to be held against; None, or empty, where it is not.

    ``against`` names a rival or another version, ``previous`` the last text of its own series,
    ``revised`` the draft before this one; ``part`` is which resolution of ``against`` is meant,
    from 1, where there are several, as ``previous_part`` and ``revised_part`` are of those.
    ``corpus`` is the folder of one, and of the votes kept beside it; without it, votes are those
    that ship.
    ``series`` names the votes on its subject where they are not to be found by its title;
    ``as_of`` is the day up to which votes are told and claims are held.
    """

    against: str | None = None
    part: int | None = None
    previous: str | None = None
    previous_part: int | None = None
    revised: str | None = None
    revised_part: int | None = None
    corpus: Path | None = None
    series: str | None = None
    as_of: str | None = None
    mandates: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()


NOTHING = Beside()


class Others(NamedTuple):
    """The texts that one is compared with, read and parsed; None where there is none."""

    rival: Resolution | None = None
    previous: Resolution | None = None
    revised: Resolution | None = None


def others_of(beside: Beside, choices: Choices) -> Others:
    """Read the texts to compare with.

    Raises ReadError, and SeveralResolutions where it is not said which of a text's is meant.
    """
    return Others(
        _other(beside.against, beside.part, "--part-b", choices),
        _other(beside.previous, beside.previous_part, "--part-previous", choices),
        _other(beside.revised, beside.revised_part, "--part", choices),
    )


def known_of(
    document: Document, resolutions: Sequence[Resolution], beside: Beside, others: Others,
    *, drawn: bool,
) -> list[Known]:  # fmt: skip
    """What every stage that was asked for found of each resolution; pictures where ``drawn``.

    Raises what ``find_series`` raises, and CorpusError.
    """
    texts = beside.corpus
    if texts is not None and votes_alone(texts):
        texts = None
    votes = votes_on(
        document, resolutions, beside.corpus, series=beside.series, as_of=beside.as_of, drawn=drawn
    )
    traced, digest = _traced(resolutions, texts)
    # Here coverage of the mandates, findings and verdicts are made, and put in with the rest.
    return [
        _compared(each, others)._replace(provenance=provenance, corpus=digest, voted=voted)
        for each, provenance, voted in zip(resolutions, traced, votes, strict=True)
    ]


def _compared(resolution: Resolution, others: Others) -> Known:
    """A resolution, as A, with its rival; and what came before it with it, as B."""
    from counterdraft.compare.compare import compare

    rival, previous, revised = others
    return Known(
        against=compare(resolution, rival) if rival else None,
        predecessor=compare(previous, resolution) if previous else None,
        revised=compare(revised, resolution) if revised else None,
    )


def _other(name: str | None, part: int | None, option: str, choices: Choices) -> Resolution | None:
    """The resolution that a name stands for; ``option`` is where it is said which of several."""
    if name is None:
        return None
    from counterdraft.jobs.parts import one_of

    return one_of(name, parse_one(name, choices).resolutions, part, option)


def _traced(
    resolutions: Sequence[Resolution], corpus: Path | None
) -> tuple[list[Provenance | None], str]:
    """Where the words of each resolution stood in a corpus, and the digest of that."""
    if corpus is None:
        return [None for _ in resolutions], ""
    from counterdraft.corpus.stored import Stored
    from counterdraft.trace.trace import trace

    opened = Stored(corpus)
    return [trace(each, opened) for each in resolutions], opened.digest()
