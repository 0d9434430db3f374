"""The wordings found for a clause → those that it was made from, each told as a match.

A match stands for all clauses of one wording. Where the text stands in the corpus itself, it is
no source of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from counterdraft.align.words import word_edits
from counterdraft.model import Adopted, Clause, Match, Near, WordEdit
from counterdraft.reuse.judge import judged
from counterdraft.reuse.wording import differences, normalised
from counterdraft.text.stems import content_of
from counterdraft.trace.series import Own, in_time

_SHOWN = 5
# A stretch of the source that the clause leaves out is worth telling with so many words, of which
# so many say something by themselves.
_OMITTED, _SAYING = 4, 2
# Wordings with less of a clause's rare words, in 1000, are not even to be read beside it.
_WORTH_READING = 300


def matches_of(text: str, found: Iterable[Near], own: Own) -> tuple[Match, ...]:
    """The wordings that a clause has or was made from, the most like it first."""
    made = [match for near in found if (match := _match(text, near, own)) is not None]
    return tuple(sorted(made, key=_best_first)[:_SHOWN])


def _best_first(match: Match) -> tuple[float, bool, tuple[str, str]]:
    return -round(match.similarity, 2), not match.own_series, in_time(match.earliest.record)


def _match(text: str, near: Near, own: Own) -> Match | None:
    clauses = [each for each in near.form.clauses if own.is_source(each.record)]
    if not clauses:
        return None
    source = _source(clauses, own)
    if normalised(source.text) == normalised(text):
        return _told(source, clauses, own, 1.0, differs=differences(source.text, text))
    found = judged(text, source.text)
    if not found.is_source(near.score):
        return None
    edits = word_edits(source.text, text)
    return _told(source, clauses, own, found.alike, edits=edits, omitted=tuple(omitted(edits)))


def nearest_of(text: str, found: Iterable[Near], own: Own) -> Match | None:
    """The wording most like a clause that has no source, as far as that says anything."""
    for near in found:
        match = piece_match(near, own, 0.0)
        if match is not None and near.score >= _WORTH_READING:
            edits = word_edits(match.source.text, text)
            alike = round(judged(text, match.source.text).alike, 4)
            return replace(match, similarity=alike, edits=edits)
    return None


def piece_match(near: Near, own: Own, share: float) -> Match | None:
    """The match of a part of a clause, of which a source has ``share``."""
    clauses = [each for each in near.form.clauses if own.is_source(each.record)]
    if not clauses:
        return None
    return _told(_source(clauses, own), clauses, own, share)


def _source(clauses: Sequence[Clause], own: Own) -> Clause:
    """The latest in the text's own series, else the latest."""
    series = [each for each in clauses if own.is_of_series(each.record)]
    return max(series or clauses, key=lambda each: in_time(each.record))


def _told(
    source: Clause, clauses: Sequence[Clause], own: Own, similarity: float,
    *, edits: tuple[WordEdit, ...] = (), omitted: tuple[str, ...] = (),
    differs: tuple[str, ...] = (),
) -> Match:  # fmt: skip
    order = sorted(clauses, key=lambda each: in_time(each.record))
    return Match(
        source=source, earliest=order[0], latest=order[-1],
        texts=len({each.record.id for each in order}), adopted=adopted(order),
        similarity=round(similarity, 4),
        own_series=own.is_of_series(source.record), edits=edits, omitted=omitted, differs=differs,
    )  # fmt: skip


def adopted(clauses: Iterable[Clause]) -> Adopted:
    """How the texts that have these clauses were adopted, each text counted once."""
    modes = list({each.record.id: each.record.adoption.mode for each in clauses}.values())
    without, recorded = modes.count("without a vote"), modes.count("recorded vote")
    return Adopted(without, recorded, len(modes) - without - recorded)


def omitted(edits: Sequence[WordEdit]) -> Iterator[str]:
    """What the source says and the clause does not, in stretches that say something.

    What other words took the place of is no omission: it shows in the edits.
    """
    for edit, following in zip(edits, [*edits[1:], None], strict=True):
        count = len(edit.text.split())
        instead = following.text if following and following.op == "inserted" else ""
        says = len(content_of(edit.text)) >= _SAYING
        if says and edit.op == "deleted" and count >= max(_OMITTED, 2 * len(instead.split())):
            yield edit.text.strip(" ,;")
