"""Contested: which paragraphs of a draft may draw amendments, votes or dissociations.

In: a text and where its words stood. Out: its paragraphs ranked by signs that are data
(``lexicon/en/contested.toml``), each with its reasons. Signs say how texts were adopted that have
such words, and nothing of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quote
from counterdraft.flag.rule import Rule
from counterdraft.flag.rules.budget import costs
from counterdraft.lexicon.contested import Share, contested
from counterdraft.lexicon.force import labels
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import (
    ClauseTrace,
    Comparison,
    Match,
    Paragraph,
    Provenance,
    Resolution,
)
from counterdraft.model.finding import Finding, Precedent
from counterdraft.text.paragraph_label import paragraph_label
from counterdraft.text.runs import runs
from counterdraft.text.stems import content_of
from counterdraft.text.wording import counted, listed, ordinal

_SOURCE = (
    "counted over General Assembly texts of sessions 74 to 79 by how they were adopted "
    "(lexicon, contested); novelty against the loaded corpus"
)
# Naming a treaty counts half; the rest is how often texts that name it were put to the vote. One
# that a tenth of all titles name is common ground. A reason of fewer points is not told.
_NAMED, _COMMON, _LEAST = 0.5, 0.1, 0.02


class Reason(NamedTuple):
    """One sign: its name in the lexicon, how much it counts here (0 to 1), and what it is."""

    sign: str
    points: float
    said: str


class Ranked(NamedTuple):
    """A paragraph, its score from 0 to 1, and the reasons, the weightiest first."""

    paragraph: Paragraph
    score: float
    reasons: tuple[Reason, ...]


def likely(
    resolution: Resolution, provenance: Provenance, comparison: Comparison | None = None
) -> tuple[Ranked, ...]:
    """Every paragraph, the likeliest to be contested first; of equals the earlier first.

    In ``comparison`` it is A; what B has word for word is not counted as new.
    """
    traces = {each.paragraph: each for each in provenance.clauses}
    shared = _shared(comparison)
    ranked = [_ranked(p, traces.get(p.id), new=p.id not in shared) for p in resolution.paragraphs]
    return tuple(sorted(ranked, key=lambda each: -each.score))


def _shared(comparison: Comparison | None) -> frozenset[str]:
    """The paragraphs of A, which the text is, that B has word for word, by their ids."""
    if comparison is None:
        return frozenset()
    same = [each for each in comparison.edits if each.kind == "same"]
    return frozenset(comparison.a.units[n].head.key for each in same for n in each.a)


def _ranked(paragraph: Paragraph, traced: ClauseTrace | None, *, new: bool) -> Ranked:
    reasons = [
        *_novelty(traced if new else None), *_wording(paragraph), *_treaty(paragraph),
        *_force(paragraph), *_voted(traced), *_cost(paragraph),
    ]  # fmt: skip
    reasons.sort(key=lambda each: -each.points)
    return Ranked(paragraph, round(sum(each.points for each in reasons), 4), tuple(reasons))


def _reason(sign: str, share: float, said: str) -> Iterator[Reason]:
    if share > 0:
        yield Reason(sign, contested().weights[sign] * min(1.0, share), said)


def _novelty(traced: ClauseTrace | None) -> Iterator[Reason]:
    if traced is None:
        return
    if not traced.matches:
        yield from _reason("new", 1.0, "its words stand in no text of the loaded corpus")
        return
    match = traced.matches[0]
    changed = _changed(traced.text, match.source.text)
    place = match.source.record.symbol or match.source.record.id
    per_cent = round(100 * changed)
    said = f"{per_cent} per cent of its words that say something are other than in {place}"
    yield from _reason("new", changed if per_cent else 0.0, said)


def _changed(text: str, source: str) -> float:
    """The share of words that say something which only one of two wordings has."""
    here, there = content_of(text), content_of(source)
    return len(here ^ there) / max(1, len(here | there))


def _wording(paragraph: Paragraph) -> Iterator[Reason]:
    found = _most_voted(paragraph)
    if found:
        words, share = found
        said = (
            f"of {share.titles} titles with the words “{words}” {share.voted} were put to a "
            "recorded vote"
        )
        yield from _reason("wording", share.beyond(contested().base), said)


def _most_voted(paragraph: Paragraph) -> tuple[str, Share] | None:
    """The wording of a paragraph that stands most in texts put to the vote, if it has any."""
    table = contested()
    found = {each: table.wordings[each] for each in runs(paragraph.text) if each in table.wordings}
    return max(found.items(), key=lambda each: (each[1].beyond(table.base), each[0]), default=None)


def _treaty(paragraph: Paragraph) -> Iterator[Reason]:
    named = {each.treaty: _of_treaty(each.treaty) for each in paragraph.treaties}
    if named:
        treaty, share = max(named.items(), key=lambda each: (each[1], each[0]))
        said = f"it names a treaty ({treaty_names().get(treaty, treaty)})"
        yield from _reason("treaty", share, said)


def _of_treaty(treaty: str) -> float:
    table = contested()
    found = table.treaties.get(treaty)
    if found is None:
        return _NAMED
    named = _NAMED if found.titles < _COMMON * table.titles else 0.0
    return named + (1 - _NAMED) * found.beyond(table.base)


def _force(paragraph: Paragraph) -> Iterator[Reason]:
    table = contested()
    most = max(share.beyond(table.base) for share in table.forces.values())
    forces = {verb.force for verb in paragraph.verbs if verb.force in table.forces}
    if forces:
        force, share = max(
            ((each, table.forces[each]) for each in forces if each),
            key=lambda each: (each[1].beyond(table.base), each[0]),
        )
        said = (
            f"of {share.titles} titles with a clause that “{labels()[force]}” {share.voted} were "
            "put to a recorded vote"
        )
        yield from _reason("force", share.beyond(table.base) / most, said)


def _voted(traced: ClauseTrace | None) -> Iterator[Reason]:
    if traced is None or not traced.matches:
        return
    adopted = traced.matches[0].adopted
    known = adopted.recorded + adopted.without_vote
    if adopted.recorded:
        said = (
            f"of {counted(known, 'text')} with this wording, or one like it, {adopted.recorded} "
            f"{'was' if adopted.recorded == 1 else 'were'} put to a recorded vote"
        )
        yield from _reason("voted", adopted.recorded / known, said)


def _cost(paragraph: Paragraph) -> Iterator[Reason]:
    if costs(paragraph):
        yield from _reason("cost", 1.0, "it may cost money")


# -- the rule


def find(ground: Ground) -> Iterator[Finding]:
    """The first few paragraphs, where their score is high and a wording of theirs shows why.

    That a paragraph is new and names a treaty is no sign by itself that anybody minds it.
    """
    if ground.provenance is None:
        return
    table = contested()
    ranked = likely(ground.resolution, ground.provenance, ground.predecessor)
    traces = {each.paragraph: each for each in ground.provenance.clauses}
    for place, each in enumerate(ranked[: table.most], 1):
        wording = _most_voted(each.paragraph)
        if each.score >= table.score and wording and wording[1].part >= table.sure:
            yield _told(each, place, len(ranked), traces[each.paragraph.id])


def _told(ranked: Ranked, place: int, of: int, traced: ClauseTrace) -> Finding:
    paragraph = ranked.paragraph
    label = paragraph_label(paragraph.id, paragraph.number)
    return Finding(
        rule="contested.likely", kind="contested",
        statement=(
            f"{label} may draw amendments or a vote: it stands {ordinal(place)} of "
            f"{counted(of, 'paragraph')} by signs of it."
        ),
        why=(
            "The signs: "
            f"{listed([each.said for each in ranked.reasons if each.points >= _LEAST])}."
        ),
        against=tuple(_against(traced)), evidence=(quote(paragraph),), confidence="low",
        source=_SOURCE, precedents=tuple(_precedents(traced)),
    )  # fmt: skip


def _against(traced: ClauseTrace) -> Iterator[str]:
    """What the corpus says for its being agreed, and how little signs tell."""
    if traced.matches and (without := traced.matches[0].adopted.without_vote):
        yield (
            f"{counted(without, 'text')} with a wording like it "
            f"{'was' if without == 1 else 'were'} adopted without a vote."
        )
    elif not traced.matches:
        yield (
            "What is new may have been agreed in consultations, or in texts that the corpus "
            "does not hold."
        )
    yield "Who objects to what is not in the words: most paragraphs with such signs draw nothing."


def _precedents(traced: ClauseTrace) -> Iterator[Precedent]:
    for match in traced.matches[:1]:
        source = match.source
        yield Precedent(
            symbol=source.record.symbol or source.record.id, paragraph=source.paragraph,
            quote=source.text, date=source.record.date, note=_note(match),
        )  # fmt: skip


def _note(match: Match) -> str:
    return f"{round(100 * match.similarity)} per cent alike"


RULES = (
    Rule(
        "contested.likely", "contested", "paragraphs that may draw amendments or votes", _SOURCE,
        find, needs=("provenance",),
    ),
)  # fmt: skip
