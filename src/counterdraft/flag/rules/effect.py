"""Effect on the rival: what a clause, once adopted, would do to what the rival rests on.

Acts are read from the clauses (``flag.acts``), and which of them bears on what in a rival is data
(``lexicon/en/effects.toml``). A clause is told by the first effect that it has. What stands word
for word in texts of other titles that were adopted without a vote is agreed language and no effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from counterdraft.flag.acts import Done, done
from counterdraft.flag.bodies import same_body
from counterdraft.flag.ground import Ground
from counterdraft.flag.measures import are_told_apart, may_be_same
from counterdraft.flag.precedents import agreed, precedents
from counterdraft.flag.proposals import has_symbol, means
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rests import acts_quoted, rests_on, title_of
from counterdraft.flag.rule import Rule
from counterdraft.flag.sources import OwnSource, own_sources_of
from counterdraft.flag.subject import places, same_state, subject
from counterdraft.lexicon.acts import Way, only_new, things
from counterdraft.lexicon.effects import Effect, effects
from counterdraft.model.finding import Confidence, Finding, Quoted
from counterdraft.wording.english import sentence
from counterdraft.wording.flagged import label

_NOT_FOUND = " No adopted text of the loaded corpus was found to ask for the like."
_FOUND = "Adopted texts have asked for the like; see the precedents."
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
# Characters behind an act in which the State that it is on is named.
_NAME = 60
# A paragraph that does this is told by it already.
_REOPENS = ("reopen:findings", "reopen:situation", "reassess:findings", "set_aside:findings")
_CONSIDERS: Way = "considers"
_LESS: dict[Confidence, Confidence] = {"high": "medium", "medium": "low", "low": "low"}
_ONLY = "It asks that this be considered, and not that it be done."
_UNWANTED = " Those who support {rival} may not want the question put."


class _Had(NamedTuple):
    """The act by which a clause has an effect, and the rival's words and act that it falls on."""

    act: Done
    rival: tuple[Quoted, ...]
    met: Done | None = None


def find_effect(effect: Effect, ground: Ground) -> Iterator[Finding]:
    """What clauses have this effect, and none that the lexicon names before it."""
    acts = done(ground.resolution)
    for paragraph in dict.fromkeys(each.clause.paragraph.id for each in acts):
        mine = [each for each in acts if each.clause.paragraph.id == paragraph]
        if not any(each.id in effect.acts for each in mine) or agreed(ground, paragraph):
            continue
        had = ((each, _had(each, mine, ground)) for each in effects())
        first, found = next(((e, h) for e, h in had if h is not None), (None, None))
        if found is not None and first == effect:
            yield _finding(effect, found, ground)


def _had(effect: Effect, acts: Sequence[Done], ground: Ground) -> _Had | None:
    """By which act a clause has an effect; None if by none.

    What is but to be considered comes last, what falls on a whole class first; then what the text
    does itself comes before what it asks for.
    """
    order = effect.acts.index
    having = sorted(
        (each for each in acts if each.id in effect.acts),
        key=lambda each: (
            each.way == _CONSIDERS,
            not each.general,
            each.way != "does",
            order(each.id),
        ),
    )
    if not having:
        return None
    act = having[0]
    if ground.rival is None:
        return _Had(act, ()) if effect.alone and _says_which(effect, act) else None
    rival = _in_rival(effect, act, ground)
    return _Had(act, rival, _met(effect, act, ground)) if rival else None


def _theirs(effect: Effect, act: Done, ground: Ground) -> tuple[Done, ...]:
    """The rival's acts; where two bodies may be meant, those on what is called the same."""
    if ground.rival is None:
        return ()
    theirs = done(ground.rival)
    if effect.same == "object":
        return tuple(each for each in theirs if _same(each, act, ground) is not None)
    if effect.same == "measures":
        return tuple(e for e in theirs if e.thing != act.thing or may_be_same(e, act))
    return theirs


def _met(effect: Effect, act: Done, ground: Ground) -> Done | None:
    """The first act of the rival that cannot stand beside this one."""
    theirs = _theirs(effect, act, ground)
    return next((e for e in theirs if e.id in effect.meets and e.way != _CONSIDERS), None)


def _says_which(effect: Effect, act: Done) -> bool:
    """Whether without a rival too it is known what it falls on: a whole class, or a proposal."""
    return act.general or effect.same == "proposal"


def _in_rival(effect: Effect, act: Done, ground: Ground) -> tuple[Quoted, ...]:
    """The rival's words on which the effect falls; empty where it falls on none."""
    rival = ground.rival
    if rival is None or (effect.same == "subject" and not _same_subject(act, ground)):
        return ()
    if effect.same == "proposal":
        return (title_of(rival),) if means(act.named, rival) else ()
    theirs = _theirs(effect, act, ground)
    if any(each.id in effect.acts for each in theirs):
        return ()  # the rival asks for the same
    if effect.unless and rests_on(rival, effect.unless):
        return ()  # the two are of one mind
    single = not act.general and not _same_subject(act, ground)
    if effect.same == "measures":
        single = single or are_told_apart(act)
    elif effect.rests and single:
        return ()  # a single mandate, and nothing shows that it is the rival's
    rests = rests_on(rival, effect.rests) if effect.rests and not single else ()
    meets = acts_quoted(tuple(e for e in theirs if e.way != _CONSIDERS), effect.meets)
    if effect.rests or effect.meets:
        return (*rests, *meets)
    ends = tuple(each for other in effects() if other.rests for each in other.acts)
    return (title_of(rival), *acts_quoted(theirs, ends))


def _same(theirs: Done, act: Done, ground: Ground) -> Confidence | None:
    """How sure it is that an act of the rival falls on the body that this one falls on."""
    if ground.rival is None or theirs.thing != act.thing:
        return None
    return same_body(theirs, ground.rival, act, ground.resolution)


def _same_subject(act: Done, ground: Ground) -> bool:
    """Whether the State that the rival is about is this text's too, or the one the act names."""
    ours = subject(ground.resolution)
    theirs = subject(ground.rival) if ground.rival else None
    if theirs is None:
        return False
    behind = act.clause.text[act.start : act.end + _NAME]
    named = [each.name for each in places(behind.split(";")[0], (theirs.name,))]
    whose = ([ours.name] if ours else []) + named[:1]
    return any(same_state(each, theirs.name) for each in whose)


def _finding(effect: Effect, had: _Had, ground: Ground) -> Finding:
    act, rival, _ = had
    like = precedents(ground, [act])
    none = _NOT_FOUND if ground.corpus is not None and not like else ""
    found = (_FOUND,) if like else ()
    return Finding(
        rule=effect.id,
        kind="effect",
        statement=f"{label(act.clause.paragraph.id)} {act.said(_fallen_on(effect, act, ground))}.",
        why=_why(effect, had, ground) + none,
        against=(*effect.sponsor, *found, _DISPLACES if rival or _is_told(act) else _ALONE),
        evidence=(*act.clause.quotes(act.start, act.end), *rival),
        confidence=_confidence(effect, had, ground),
        source=effect.source,
        precedents=like,
    )  # fmt: skip


def _fallen_on(effect: Effect, act: Done, ground: Ground) -> str:
    """What the act falls on, as the effect tells it."""
    single = effect.single if not act.general else ""
    told = single or effect.object
    return told.format(named=_named(act, ground), rival=ground.called) if told else _object(act)


def _why(effect: Effect, had: _Had, ground: Ground) -> str:
    act, rival, met = had
    if act.way == _CONSIDERS:
        return _ONLY + (_UNWANTED.format(rival=ground.called) if rival else "")
    told = effect.why_met if met else ""
    told = told or (effect.single_why if not act.general else "") or effect.why
    theirs = met.said("it" if effect.same == "object" else _object(met)) if met else ""
    return told.format(rival=ground.called, Rival=_begun(ground.called), theirs=theirs)


def _confidence(effect: Effect, had: _Had, ground: Ground) -> Confidence:
    """What is but to be considered is one step less sure, and so is a body that may be another."""
    act, rival, met = had
    sure = effect.confidence if _is_sure(act, rival) else "medium"
    if effect.same == "object" and met is not None and _same(met, act, ground) == "low":
        sure = "low"
    return _LESS[sure] if act.way == _CONSIDERS else sure


def _begun(words: str) -> str:
    """Words with which a sentence begins."""
    return words[:1].upper() + words[1:]


def _is_told(act: Done) -> bool:
    """Whether the clause says by its symbol what it falls on."""
    return act.thing == "proposal" and has_symbol(act.named)


def _is_sure(act: Done, rival: Sequence[Quoted]) -> bool:
    return _is_told(act) or any(each.paragraph for each in rival)


def _named(act: Done, ground: Ground) -> str:
    """The clause's words for what it falls on, with a State that is named right behind them."""
    texts = (ground.resolution, ground.rival)
    about = [state.name for each in texts if each is not None and (state := subject(each))]
    words, at = act.clause.text, act.clause.text.find(act.named, act.start)
    end = at + len(act.named)
    behind = words[end : end + _NAME]
    for each in places(behind, tuple(about)):
        if behind[: each.start].strip() in ("", "the"):
            return words[at : end + each.end]
    return act.named


def _object(act: Done) -> str:
    """What the act is done to; some of it, where the words say of which, or that it is new."""
    thing = things()[act.thing]
    if only_new(act.act, act.clause.text[act.start : act.end]):
        return f"{thing.name} in new cases"
    behind = act.clause.text[act.end :].lstrip()
    return f"some {thing.name}" if thing.part.match(behind) else thing.name


def find_borne_out(ground: Ground) -> Iterator[Finding]:
    """Clauses that bear out a source of the State whose situation the rival is about."""
    rival = ground.rival
    about = subject(rival) if rival else None
    rests = rests_on(rival, "findings") if rival and about else ()
    if not rests or about is None:
        return
    told = {act.clause.paragraph.id for act in done(ground.resolution) if act.id in _REOPENS}
    for source in own_sources_of(ground.resolution, ground.behind):
        if same_state(source.state, about.name) and source.clause.paragraph.id not in told:
            yield _borne_out(source, rests, ground.called)


def _borne_out(source: OwnSource, rests: tuple[Quoted, ...], rival: str) -> Finding:
    paragraph = source.clause.paragraph
    takes = "takes as a basis" if source.basis else "bears out"
    return Finding(
        rule=_BORNE_OUT,
        kind="effect",
        statement=(
            f"{label(paragraph.id)} {takes} a source made by an institution of the State whose "
            f"situation {rival} is about."
        ),
        why=f"“{source.by}” does more than note it; {rival} rests on what others found.",
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
