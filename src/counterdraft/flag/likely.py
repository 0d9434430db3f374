"""A text, where its words stood, and what other rules find → its paragraphs by signs of contest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterdraft.flag.acts import done
from counterdraft.flag.apart import Apart, apart_of
from counterdraft.flag.clauses import clauses
from counterdraft.flag.declared import declared_before
from counterdraft.flag.ground import Ground
from counterdraft.flag.novelty import New, before, novelty
from counterdraft.flag.objected import Objected, carried_of, objected_of
from counterdraft.flag.rules import effect, half_quotation, self_reference, tension, weakening
from counterdraft.flag.signs import Past, Sign, signs
from counterdraft.lexicon.acts import things
from counterdraft.lexicon.contested import Contested, contested
from counterdraft.lexicon.declared import declared
from counterdraft.lexicon.effects import effects
from counterdraft.lexicon.objections import Objection, objections
from counterdraft.model import ClauseTrace, Paragraph, Resolution

# What these find in a paragraph somebody may wish to have otherwise.
_OTHERS = (
    *effect.RULES, *tension.RULES, *half_quotation.RULES, *self_reference.RULES, *weakening.RULES,
)  # fmt: skip


class Reason(NamedTuple):
    """One sign: its name in the lexicon, how much it counts here (0 to 1), and what it is."""

    sign: str
    points: float
    said: str


class Ranked(NamedTuple):
    """A paragraph, its score from 0 to 1, and the reasons, the weightiest first.

    ``alike`` are paragraphs of earlier texts, worded like it, that drew an objection or were voted
    on apart.
    """

    paragraph: Paragraph
    score: float
    reasons: tuple[Reason, ...]
    alike: tuple[Apart | Objected, ...] = ()


def likely(
    ground: Ground, table: Contested | None = None, known: Sequence[Objection] | None = None
) -> tuple[Ranked, ...]:
    """Every paragraph, the likeliest to be contested first; of equals the earlier first.

    ``table`` holds what signs count, ``known`` the objections of the past: those of the lexicon,
    where they are not given. Without a provenance, or a text before it, none is known to be new.
    """
    table = table or contested()
    objected = objected_of(ground, objections() if known is None else known)
    past = Past(
        objected,
        carried_of(ground, objected),
        apart_of(ground.corpus),
        declared_before(ground.resolution, declared()),
    )
    provenance = ground.provenance
    traces = {each.paragraph: each for each in provenance.clauses} if provenance else {}
    others, ranked = _others(ground, traces), []
    for clause in clauses(ground.resolution):
        name = clause.paragraph.id
        found = (*others.get(name, ()), *signs(clause, traces.get(name), table, past))
        ranked.append(_ranked(clause.paragraph, found, table))
    return tuple(sorted(ranked, key=lambda each: -each.score))


def _others(ground: Ground, traces: Mapping[str, ClauseTrace]) -> Mapping[str, tuple[Sign, ...]]:
    """By paragraph: what is new in it, what it undoes, what another rule finds in it."""
    last, told, acts = before(ground), _found(ground), _acts(ground.resolution)
    return {
        each.id: (
            *_by_rule(told.get(each.id, "")), *_act(acts.get(each.id, "")),
            *_new(novelty(each, last, traces.get(each.id))),
        )
        for each in ground.resolution.paragraphs
    }  # fmt: skip


def _found(ground: Ground) -> Mapping[str, str]:
    """Paragraphs in which another rule finds something → what it is called."""
    found: dict[str, str] = {}
    for rule in _OTHERS:
        if all(map(ground.has, rule.needs)):
            for finding in rule.find(ground):
                for each in finding.evidence:
                    if each.text == "this":
                        found.setdefault(each.paragraph, rule.title)
    return found


def _acts(resolution: Resolution) -> Mapping[str, str]:
    """Paragraphs that do what would be an effect on some other text → what they act on."""
    wanted = {act for each in effects() for act in each.acts}
    found: dict[str, str] = {}
    for act in done(resolution):
        if act.id in wanted:
            found.setdefault(act.clause.paragraph.id, things()[act.thing].name)
    return found


def _ranked(paragraph: Paragraph, found: Sequence[Sign], table: Contested) -> Ranked:
    reasons = sorted(
        (Reason(e.name, table.weights[e.name] * min(1.0, e.share), e.said)
         for e in found if e.share > 0),
        key=lambda each: -each.points,
    )  # fmt: skip
    score = round(sum(each.points for each in reasons), 4)
    alike = tuple(each.alike for each in found if each.alike)
    return Ranked(paragraph, score, tuple(reasons), alike)


def _new(found: New | None) -> Iterator[Sign]:
    if found is not None:
        yield Sign("new", found.share, found.said)


def _by_rule(found: str) -> Iterator[Sign]:
    if found:
        yield Sign("found", 1.0, f"another rule finds something in it ({found})")


def _act(thing: str) -> Iterator[Sign]:
    if thing:
        said = f"a text that asks the contrary could not stand beside it (it acts on {thing})"
        yield Sign("act", 1.0, said)
