"""A resolution and a corpus → its provenance: for every clause where its words stood before.

The way of the data: the corpus gives the wordings nearest to each clause, matches says which of
them it was made from, pieces looks where the rest of it comes from. All that is said is bounded by
what the corpus holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterdraft.lexicon.states import without_names
from counterdraft.model import (
    Bounds,
    ClauseTrace,
    Corpus,
    Match,
    Near,
    Paragraph,
    Provenance,
    Resolution,
)
from counterdraft.model.provenance import HalfQuoted, Piece, TraceVerdict
from counterdraft.trace.best import best_first
from counterdraft.trace.cited import cited_in
from counterdraft.trace.half_quoted import half_quoted
from counterdraft.trace.matches import NAMELESS, SAME, matches_of, nearest_of
from counterdraft.trace.pieces import Limb, parts_of
from counterdraft.trace.series import Own
from counterdraft.trace.versions import with_versions
from counterdraft.wording.one_language import check_corpus_language

# Of so many wordings for each clause it is asked whether they are its source, from so many at most.
_ASKED, _READ = 16, 32
# So many are told.
_SHOWN = 5


_NO_TITLES: Mapping[str, str] = {}


def trace(
    resolution: Resolution, corpus: Corpus, titles: Mapping[str, str] = _NO_TITLES,
    as_of: str | None = None,
) -> Provenance:  # fmt: skip
    """Trace every paragraph of a resolution through a corpus.

    ``titles`` are those, by symbol, of texts that the corpus does not hold: what it cites of these
    is a source that is near at hand, in the later texts of the same series. ``as_of`` is the day
    up to which texts are heard, where that is before the text's own.

    Raises OtherLanguage where the corpus has no text in its language: all would be "not found".
    """
    bounds = corpus.bounds()
    check_corpus_language(resolution, bounds)
    cited = cited_in(resolution, corpus, titles)
    day = min(filter(None, (resolution.date, as_of)), default=None)
    until = None if day is None or _begins_after(day, resolution, bounds) else day
    own = Own(resolution.symbol, resolution.title, until, cited)
    paragraphs = resolution.paragraphs
    found = _nearest([each.text for each in paragraphs], corpus, own)
    scored = [matches_of(p.text, near, own) for p, near in zip(paragraphs, found, strict=True)]
    series = own.series(found)
    scored = with_versions(paragraphs, scored, series, corpus, own)
    matches = [
        best_first(p.text, some, own)[:_SHOWN] for p, some in zip(paragraphs, scored, strict=True)
    ]  # fmt: skip
    parts = parts_of(paragraphs, matches, corpus, own)
    halves = half_quoted(paragraphs, matches, corpus, own)
    without = [None if some else p.text for p, some in zip(paragraphs, matches, strict=True)]
    beside = _besides(without, found, parts.limbs, corpus, own)
    return Provenance(
        source=resolution.source, symbol=resolution.symbol, title=resolution.title,
        corpus=bounds, series=series, day=day, until=until if _goes_on(until, bounds) else None,
        clauses=tuple(
            _clause(p, some, pieces, near, half)
            for p, some, pieces, near, half in zip(
                paragraphs, matches, parts.pieces, beside, halves, strict=True
            )
        ),
    )  # fmt: skip


def _begins_after(day: str, resolution: Resolution, bounds: Bounds) -> bool:
    """Whether the corpus has no text of a day, or before, of the organ that the text is of.

    Of the organ's texts it can say then where the same words stand, and not what they came from.
    """
    of_organ = [each for each in bounds.organs if each.organ == resolution.organ]
    days = [each.first_date for each in of_organ or bounds.organs if each.first_date]
    return bool(days) and min(days) > day


def _goes_on(day: str | None, bounds: Bounds) -> bool:
    """Whether the corpus has texts from after a day."""
    return day is not None and any(
        each.last_date and each.last_date > day for each in bounds.organs
    )


def _nearest(texts: Sequence[str], corpus: Corpus, own: Own) -> list[tuple[Near, ...]]:
    """For each text its own wording, and those nearest to it that can be its source."""
    # Where the corpus has later texts, these may be the nearest, and more are read.
    days = (each.last_date for each in corpus.bounds().organs if each.last_date)
    asked = _READ if own.is_before(max(days, default="")) else _ASKED
    found = corpus.nearest(texts, asked)
    return [
        tuple(each for each in near if each.score == SAME or own.has_source(each))[:_ASKED]
        for near in found
    ]


def _besides(
    texts: Sequence[str | None], found: Sequence[Sequence[Near]],
    limbs: Sequence[Sequence[Limb]], corpus: Corpus, own: Own,
) -> list[Match | None]:  # fmt: skip
    """What may be read beside each text that is without a source.

    A State's name that few texts have would by its weight alone leave nothing near enough: where
    nothing is, what is like the other words counts, whatever State it is about.
    """
    beside = [
        _beside(text, near, some, own) if text is not None else None
        for text, near, some in zip(texts, found, limbs, strict=True)
    ]
    nameless = {
        n: plain for n, text in enumerate(texts)
        if text is not None and beside[n] is None and (plain := without_names(text)) != text
    }  # fmt: skip
    again = _nearest(list(nameless.values()), corpus, own) if nameless else []
    for n, near in zip(nameless, again, strict=True):
        beside[n] = nearest_of(texts[n] or "", near, own, NAMELESS)
    return beside


def _beside(text: str, near: Sequence[Near], limbs: Sequence[Limb], own: Own) -> Match | None:
    """What may be read beside a clause without a source: what is like it, else like a limb."""
    found = nearest_of(text, near, own)
    others = (nearest_of(limb.text, limb.near, own) for limb in limbs)
    return found or next((each for each in others if each is not None), None)


def _clause(
    paragraph: Paragraph,
    matches: Sequence[Match],
    pieces: Sequence[Piece],
    nearest: Match | None,
    half: HalfQuoted | None,
) -> ClauseTrace:
    return ClauseTrace(
        paragraph=paragraph.id, number=paragraph.number, part=paragraph.part,
        text=paragraph.text, span=paragraph.span, verdict=_verdict(matches),
        matches=tuple(matches), pieces=tuple(pieces), nearest=nearest, half_quoted=half,
    )  # fmt: skip


def _verdict(matches: Sequence[Match]) -> TraceVerdict:
    if not matches:
        return "not_found"
    return "verbatim" if matches[0].similarity == 1.0 and not matches[0].edits else "adapted"
