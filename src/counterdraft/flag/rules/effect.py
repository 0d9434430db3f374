"""Effect on the rival: what a clause, once adopted, would do to what the rival rests on.

Acts are read from the clauses (``flag.acts``), and which of them bears on what in a rival is data
(``lexicon/en/effects.toml``). A clause is told by the first effect that it has. What stands word
for word in texts of other titles that were adopted without a vote is agreed language and no effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from counterdraft.flag.acts import Done, done
from counterdraft.flag.clauses import quoted
from counterdraft.flag.ground import Ground
from counterdraft.flag.precedents import agreed, precedents
from counterdraft.flag.rests import acts_quoted, rests_on, title_of
from counterdraft.flag.rule import Rule
from counterdraft.flag.sources import OwnSource, own_sources_of
from counterdraft.flag.subject import same_state, subject
from counterdraft.lexicon.acts import things
from counterdraft.lexicon.effects import Effect, effects
from counterdraft.model.finding import Finding, Quoted
from counterdraft.text.flagged import label
from counterdraft.text.wording import sentence

_NOT_FOUND = " No adopted text of the loaded corpus was found to ask for the like."
_DISPLACES = (
    "Both texts may be adopted: the adoption of one does not by itself undo the other, unless the "
    "organ decides so."
)
_ALONE = "Without a rival it is not known what text it is aimed at, if at any."
_BORNE_OUT = "effect.bears-out-own-source"
_TITLE = "A source of the State concerned borne out"
_SOURCE = (
    "General Assembly decision 55/488 (which verbs are neutral); rules 91 and 131 of the rules of "
    "procedure of the General Assembly"
)
# A paragraph that does this is told by it already.
_REOPENS = ("reopen:findings", "set_aside:findings")


def find_effect(effect: Effect, ground: Ground) -> Iterator[Finding]:
    """What clauses have this effect, and none that the lexicon names before it."""
    earlier = effects()[: effects().index(effect)]
    taken = {act for each in earlier for act in each.acts}
    acts = done(ground.resolution)
    before = {each.clause.paragraph.id for each in acts if each.id in taken and _tells(each)}
    for paragraph in dict.fromkeys(each.clause.paragraph.id for each in acts):
        mine = [e for e in acts if e.clause.paragraph.id == paragraph and e.id in effect.acts]
        if mine and paragraph not in before and not agreed(ground, paragraph):
            yield from _of(effect, mine, ground)


def _tells(act: Done) -> bool:
    """Whether an effect that comes before may tell of the clause: a single case needs a rival."""
    return act.thing == "country_scrutiny" and act.general


def _of(effect: Effect, acts: Sequence[Done], ground: Ground) -> Iterator[Finding]:
    act = next((each for each in acts if each.general), acts[0])
    if ground.rival is None:
        if effect.alone and act.general:
            yield _finding(effect, act, ground, (), _ALONE)
        return
    borne_out = _in_rival(effect, act, ground)
    if borne_out:
        yield _finding(effect, act, ground, borne_out, _DISPLACES)


def _in_rival(effect: Effect, act: Done, ground: Ground) -> tuple[Quoted, ...]:
    """The rival's words on which the effect falls; empty where it falls on none."""
    rival = ground.rival
    theirs = done(rival) if rival else ()
    if rival is None or (effect.same and not _same_subject(ground)):
        return ()
    if any(each.id in effect.acts for each in theirs):
        return ()  # the rival asks for the same
    if not act.general and effect.rests and not _same_subject(ground):
        return ()  # a single mandate, and nothing shows that it is the rival's
    rests = rests_on(rival, effect.rests) if effect.rests else ()
    meets = acts_quoted(theirs, effect.meets, "rival")
    if effect.rests or effect.meets:
        return (*rests, *meets)
    ends = tuple(each for other in effects() if other.rests for each in other.acts)
    return (title_of(rival), *acts_quoted(theirs, ends, "rival"))


def _same_subject(ground: Ground) -> bool:
    ours = subject(ground.resolution)
    theirs = subject(ground.rival) if ground.rival else None
    return bool(ours and theirs and same_state(ours.name, theirs.name))


def _finding(
    effect: Effect, act: Done, ground: Ground, rival: tuple[Quoted, ...], also: str
) -> Finding:
    paragraph = act.clause.paragraph
    like = precedents(ground, [act])
    none = _NOT_FOUND if ground.corpus is not None and not like else ""
    return Finding(
        rule=effect.id,
        kind="effect",
        statement=effect.statement.format(
            place=label(paragraph.id), object=things()[act.thing].name
        ),
        why=effect.why + none,
        against=(*effect.sponsor, *_precedented(like), also),
        evidence=(*chain(act), *rival),
        confidence=effect.confidence if rival or not effect.rests else "medium",
        source=effect.source,
        precedents=like,
    )


def chain(act: Done) -> tuple[Quoted, ...]:
    """The words of an act: its own paragraph, behind those above it in which it begins."""
    clause = act.clause
    above = clause.above if act.start < clause.own else ()
    return (
        *(quoted(each, 0, len(each.text)) for each in above),
        quoted(clause.paragraph, *act.own),
    )


def _precedented(like: Sequence[object]) -> tuple[str, ...]:
    return ("Adopted texts have asked for the like; see the precedents.",) if like else ()


def find_borne_out(ground: Ground) -> Iterator[Finding]:
    """Clauses that bear out a source of the State whose situation the rival is about."""
    rival = ground.rival
    about = subject(rival) if rival else None
    rests = rests_on(rival, "findings") if rival and about else ()
    if not rests or about is None:
        return
    told = {act.clause.paragraph.id for act in done(ground.resolution) if act.id in _REOPENS}
    for source in own_sources_of(ground.resolution, ground.sponsors):
        if same_state(source.state, about.name) and source.clause.paragraph.id not in told:
            yield _borne_out(source, rests)


def _borne_out(source: OwnSource, rests: tuple[Quoted, ...]) -> Finding:
    paragraph = source.clause.paragraph
    return Finding(
        rule=_BORNE_OUT,
        kind="effect",
        statement=(
            f"{label(paragraph.id)} takes as a basis, or bears out, a source made by an "
            "institution of the State whose situation the rival is about."
        ),
        why=f"“{source.by}” does more than note it; the rival rests on what others found.",
        against=(
            "Its sponsor would say that a State’s own account belongs beside what others found.",
            "To bear out one source is not to deny another.",
        ),
        evidence=(quoted(paragraph, source.start, source.end), *rests),
        confidence="medium",
        source=_SOURCE,
    )


RULES = (
    *(
        Rule(
            each.id, "effect", sentence(each.title)[:-1], each.source, partial(find_effect, each),
            () if each.alone else ("rival",),
        )
        for each in effects()
    ),
    Rule(_BORNE_OUT, "effect", _TITLE, _SOURCE, find_borne_out, ("rival",)),
)  # fmt: skip
