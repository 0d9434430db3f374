"""A text, where its words stood, and what other rules find → its paragraphs by signs of contest.

The signs and what each counts are data (``lexicon/en/contested.toml``), with the reason of each.
They say how texts were adopted, voted on and amended that have such paragraphs, and nothing of the
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from counterdraft.flag.acts import done
from counterdraft.flag.alike import nearest
from counterdraft.flag.apart import Like, apart_of, like
from counterdraft.flag.clauses import Clause, clauses
from counterdraft.flag.ground import Ground
from counterdraft.flag.novelty import New, before, novelty
from counterdraft.flag.rules import effect, half_quotation, self_reference, tension, weakening
from counterdraft.flag.rules.budget import costs
from counterdraft.flag.runs import runs
from counterdraft.lexicon.acts import things
from counterdraft.lexicon.contested import contested
from counterdraft.lexicon.effects import effects
from counterdraft.lexicon.force import labels
from counterdraft.lexicon.states import Named, find_states
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import ClauseTrace, Paragraph, Resolution
from counterdraft.wording.english import counted

# Naming a treaty counts half; the rest is how often texts that name it were put to the vote. One
# that a tenth of all titles name is common ground.
_NAMED, _COMMON = 0.5, 0.1
# What stands between names in a row.
_JOINED = re.compile(r"[\s,]*(?:and\s+)?(?:the\s+)?")
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

    ``voted_apart`` tells whether wording like it, and not a treaty alone, was voted on apart.
    """

    paragraph: Paragraph
    score: float
    reasons: tuple[Reason, ...]
    voted_apart: bool = False


def likely(ground: Ground) -> tuple[Ranked, ...]:
    """Every paragraph, the likeliest to be contested first; of equals the earlier first.

    Without a provenance, or a text before it, none is known to be new.
    """
    provenance = ground.provenance
    traces = {each.paragraph: each for each in provenance.clauses} if provenance else {}
    last, told, acts = before(ground), _found(ground), _acts(ground.resolution)
    voted, ranked = apart_of(ground.corpus), []
    for clause in clauses(ground.resolution):
        name = clause.paragraph.id
        traced, once = traces.get(name), like(clause.paragraph.text, voted)
        known = (
            *_by_rule(told.get(name, "")), *_act(acts.get(name, "")),
            *_apart(clause.paragraph, once), *_new(novelty(clause.paragraph, last, traced)),
        )  # fmt: skip
        found = _ranked(clause, traced, known)
        ranked.append(found._replace(voted_apart=once is not None))
    return tuple(sorted(ranked, key=lambda each: -each.score))


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


def _ranked(clause: Clause, traced: ClauseTrace | None, known: Iterable[Reason]) -> Ranked:
    paragraph = clause.paragraph
    reasons = [
        *known, *_names(clause), *_wording(paragraph), *_treaty(paragraph),
        *_force(paragraph), *_voted(traced), *_cost(clause),
    ]  # fmt: skip
    reasons.sort(key=lambda each: -each.points)
    return Ranked(paragraph, round(sum(each.points for each in reasons), 4), tuple(reasons))


def _reason(sign: str, share: float, said: str) -> Iterator[Reason]:
    if share > 0:
        yield Reason(sign, contested().weights[sign] * min(1.0, share), said)


def _new(found: New | None) -> Iterator[Reason]:
    if found is not None:
        yield from _reason("new", found.share, found.said)


def _by_rule(found: str) -> Iterator[Reason]:
    if found:
        yield from _reason("found", 1.0, f"another rule finds something in it ({found})")


def _act(thing: str) -> Iterator[Reason]:
    if thing:
        said = f"a text that asks the contrary could not stand beside it (it acts on {thing})"
        yield from _reason("act", 1.0, said)


def _names(clause: Clause) -> Iterator[Reason]:
    """Whether it blames a State, or demands something of it, by name."""
    blames = [
        each
        for each in _answerable(clause.text)
        if each.end > clause.own and clause.force_at(each.start) in contested().blames
    ]
    if blames:
        verb = labels()[clause.force_at(blames[0].start) or ""]
        yield from _reason(
            "names", 1.0, f"it names a State under a verb that blames or demands ({verb})"
        )


def _answerable(text: str) -> Iterator[Named]:
    """States named as those who do something, and not as those to whom or in whom it is done.

    One that another is joined to by "and" or a comma stands where that one does.
    """
    spared, end = False, 0
    for each in find_states(text):
        if not (end and _JOINED.fullmatch(text, end, each.start)):
            spared = contested().spared.search(text[: each.start]) is not None
        end = each.end
        if not spared and not each.group:
            yield each


def _wording(paragraph: Paragraph) -> Iterator[Reason]:
    table = contested()
    found = {each: table.wordings[each] for each in runs(paragraph.text) if each in table.wordings}
    if found:
        words, share = max(found.items(), key=lambda each: (each[1].beyond(table.base), each[0]))
        what = "words" if " " in words else "word"
        said = (
            f"of {share.titles} titles with the {what} “{words}” {share.voted} were put to a "
            "recorded vote"
        )
        yield from _reason("wording", share.beyond(table.base), said)


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


def _apart(paragraph: Paragraph, once: Like | None) -> Iterator[Reason]:
    """Whether wording like it, or such with a treaty that it names, was voted on apart."""
    if once is not None:
        yield from _reason("apart", once.share, once.apart.said())
        return
    table = contested().treaties
    named = [
        (table[each.treaty], each.treaty) for each in paragraph.treaties if each.treaty in table
    ]
    if named:
        share, treaty = max(named, key=lambda each: (each[0].apart, each[1]))
        name = treaty_names().get(treaty, treaty)
        said = (
            f"of {counted(share.titles, 'title')} that name the {name} {share.apart_titles} do so "
            "in a paragraph that stands where one was voted on apart from the rest"
        )
        yield from _reason("apart", share.apart, said)


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
    match = nearest(traced) if traced is not None else None
    if match is None:
        return
    adopted = match.adopted
    known = adopted.recorded + adopted.without_vote
    if adopted.recorded:
        said = (
            "the one text with this wording, or one like it, was put to a recorded vote"
            if known == 1
            else f"of {known} texts with this wording, or one like it, {adopted.recorded} "
            f"{'was' if adopted.recorded == 1 else 'were'} put to a recorded vote"
        )
        yield from _reason("voted", adopted.recorded / known, said)


def _cost(clause: Clause) -> Iterator[Reason]:
    if costs(clause):
        yield from _reason("cost", 1.0, "it may cost money")
