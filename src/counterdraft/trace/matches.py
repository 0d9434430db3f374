"""The wordings found for a clause → those that it was made from, each told as a match.

A match stands for all clauses of one wording. Where the text stands in the corpus itself, it is
no source of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from counterdraft.align.likeness import Coder
from counterdraft.align.words import word_edits
from counterdraft.lexicon.joining import content_of
from counterdraft.model import Adopted, Clause, Match, Near, WordEdit
from counterdraft.reuse.judge import RARE, Weighed, judged, weighed_against
from counterdraft.reuse.wording import differences, normalised, typed
from counterdraft.trace.best import Scored
from counterdraft.trace.series import Own, in_time

# The score of the same wording, and of no other (``reuse.query.SAME``).
SAME = 1000
# Only what is so much alike may be typed otherwise and be the same.
_NEARLY = 0.7
# A stretch of the source that the clause leaves out is worth telling with so many words, of which
# so many say something by themselves.
_OMITTED, _SAYING = 4, 2
# Two words of which one begins with the other, so many letters long, are forms of one.
_FORM = 5
# Wordings with less of a clause's rare words, in 1000, are not even to be read beside it.
_WORTH_READING, _SHARED, _IN_ORDER = 300, 2, 0.25
# … in 1000 of those that name no State.
NAMELESS = 350
# Nor with less of a run, where they have few words of their own.
_RUN, _PART = 6, 0.5


def matches_of(text: str, found: Iterable[Near], own: Own) -> list[Scored]:
    """The wordings that a clause has or was made from."""
    coder = Coder()
    clause, wording = Weighed(text, coder), normalised(text)
    made = ((near.score, _match(text, wording, clause, coder, near, own)) for near in found)
    return [Scored(score, match) for score, match in made if match is not None]


def _match(
    text: str, wording: str, clause: Weighed, coder: Coder, near: Near, own: Own
) -> Match | None:
    """The match of one wording; ``wording`` is the clause's own, normalised."""
    clauses = [each for each in near.form.clauses if own.is_source(each.record)]
    if not clauses and near.score == SAME:
        # What a later text alone has word for word stands there, though it was not taken from it.
        clauses = [each for each in near.form.clauses if own.is_another(each.record)]
    if not clauses:
        return None
    source = _source(clauses, own)
    if normalised(source.text) == wording:
        return _told(source, clauses, own, 1.0, differs=differences(source.text, text))
    of_series = own.is_of_series(source.record)
    if near.score < RARE and not of_series:
        return None
    found = weighed_against(clause, Weighed(source.text, coder))
    if not (of_series and found.is_version()) and not found.is_source(near.score):
        return None
    if found.alike >= _NEARLY and typed(source.text) == typed(text):
        return _told(source, clauses, own, 1.0, differs=differences(source.text, text))
    edits = word_edits(source.text, text)
    return _told(
        source, clauses, own, found.alike, edits=edits,
        omitted=tuple(omitted(edits, text, source.phrase)),
    )  # fmt: skip


def nearest_of(
    text: str, found: Iterable[Near], own: Own, least: int = _WORTH_READING
) -> Match | None:
    """The wording most like a clause, or a limb of it, that has no source.

    Only as far as that says anything: they share rare words, and some that are their own or half
    of the clause in one run. ``least`` is the least score, of 1000.
    """
    for near in sorted(found, key=lambda each: -each.score):
        match = piece_match(near, own, 0.0)
        if match is None or near.score < least:
            continue
        found_in = judged(text, match.source.text)
        most = max(found_in.alike, found_in.held, found_in.holds)
        in_a_run = found_in.run >= _RUN and found_in.part >= _PART
        if in_a_run or (found_in.shared >= _SHARED and most >= _IN_ORDER):
            edits = word_edits(match.source.text, text)
            return replace(match, similarity=round(found_in.alike, 4), edits=edits)
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


def omitted(edits: Sequence[WordEdit], text: str, phrase: str | None) -> Iterator[str]:
    """What the source says and the clause, ``text``, does not, in stretches that say something.

    What other words took the place of is no omission, nor what the clause says elsewhere, nor
    another opening ``phrase`` than the source's: that shows in the edits.
    """
    here = content_of(f"{text} {phrase or ''}")
    for edit, following in zip(edits, [*edits[1:], None], strict=True):
        count = len(edit.text.split())
        instead = following.text if following and following.op == "inserted" else ""
        if edit.op != "deleted" or count < max(_OMITTED, 2 * len(instead.split())):
            continue
        said = content_of(edit.text)
        missing = [word for word in said if not _is_said(word, here)]
        if len(missing) >= max(_SAYING, len(said) // 2 + 1):
            yield edit.text.strip(" ,;")


def _is_said(word: str, here: frozenset[str]) -> bool:
    """Also in a longer or shorter form: "equal" where the other has "equality"."""
    return word in here or any(
        min(len(word), len(other)) >= _FORM and (word.startswith(other) or other.startswith(word))
        for other in here
    )
