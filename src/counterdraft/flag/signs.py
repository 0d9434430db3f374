"""A paragraph, a table of signs, what is known of it → the signs of contest that it has.

The signs and what each counts are data (``lexicon/en/contested.toml``), with the reason of each.
They say how texts were adopted, voted on and amended that have such paragraphs, and nothing of the
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterdraft.flag.alike import like, nearest, only_cites, words_of
from counterdraft.flag.apart import Apart
from counterdraft.flag.clauses import Clause
from counterdraft.flag.declared import minded
from counterdraft.flag.formulas import formulas_in, printed
from counterdraft.flag.objected import Objected
from counterdraft.flag.rules.budget import costs
from counterdraft.flag.runs import runs
from counterdraft.lexicon.contested import Contested, Formula
from counterdraft.lexicon.declared import Declared
from counterdraft.lexicon.force import labels
from counterdraft.lexicon.states import Named, find_states
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import ClauseTrace, Paragraph
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted

# Naming a treaty counts half; the rest is how often texts that name it were put to the vote. One
# that a tenth of all titles name is common ground.
_NAMED, _COMMON = 0.5, 0.1
# What stands between names in a row.
_JOINED = re.compile(r"[\s,]*(?:and\s+)?(?:the\s+)?")
# So many paragraphs without an objection are added to those counted: few tell little.
_DOUBT = 3


class Sign(NamedTuple):
    """One sign: its name in the lexicon, how far the paragraph has it (0 to 1), and what it is.

    ``alike`` is the paragraph of an earlier text whose fate it tells, where it tells that of one.
    """

    name: str
    share: float
    said: str
    alike: Apart | Objected | None = None


class Past(NamedTuple):
    """Paragraphs of the corpus to which somebody objected, and such as were voted on apart.

    ``carried`` are those of the former that became one of the text, by its id; ``declared`` are by
    words what delegations declared that they object to as such.
    """

    objected: tuple[Objected, ...] = ()
    carried: Mapping[str, Objected] = {}
    apart: tuple[Apart, ...] = ()
    declared: Mapping[str, Sequence[Declared]] = {}


def signs(
    clause: Clause, traced: ClauseTrace | None, table: Contested, past: Past
) -> Iterator[Sign]:
    """The signs that a paragraph has by its own words, and by what became of such words before.

    What only cites other documents says nothing that anybody could wish to have otherwise, and has
    none.
    """
    paragraph = clause.paragraph
    if paragraph.citations and only_cites(paragraph.text, None):
        return
    words, wordings = words_of(paragraph.text), frozenset(runs(paragraph.text))
    yield from _names(clause, table)
    yield from _wording(wordings, table)
    yield from _formula(paragraph, table)
    yield from _treaty(paragraph, table)
    yield from _force(paragraph, table)
    yield from _voted(traced)
    yield from _cost(clause)
    yield from _apart(paragraph, words, past.apart, table)
    yield from _objected(paragraph, words, past, table)
    yield from _declared(paragraph, past, table)


def _names(clause: Clause, table: Contested) -> Iterator[Sign]:
    """Whether it blames a State, or demands something of it, by name."""
    blames = [
        each
        for each in _answerable(clause.text, table)
        if each.end > clause.own and clause.force_at(each.start) in table.blames
    ]
    if blames:
        verb = labels()[clause.force_at(blames[0].start) or ""]
        yield Sign("names", 1.0, f"it names a State under a verb that blames or demands ({verb})")


def _answerable(text: str, table: Contested) -> Iterator[Named]:
    """States named as those who do something, and not as those to whom or in whom it is done.

    One that another is joined to by "and" or a comma stands where that one does.
    """
    spared, end = False, 0
    for each in find_states(text):
        if not (end and _JOINED.fullmatch(text, end, each.start)):
            spared = table.spared.search(text[: each.start]) is not None
        end = each.end
        if not spared and not each.group:
            yield each


def _wording(wordings: frozenset[str], table: Contested) -> Iterator[Sign]:
    found = {each: table.wordings[each] for each in wordings if each in table.wordings}
    if found:
        words, share = max(found.items(), key=lambda each: (each[1].beyond(table.base), each[0]))
        what = "words" if " " in words else "word"
        said = (
            f"of {share.titles} titles with the {what} “{words}” {share.voted} were put to a "
            "recorded vote"
        )
        yield Sign("wording", share.beyond(table.base), said)


def _treaty(paragraph: Paragraph, table: Contested) -> Iterator[Sign]:
    named = {each.treaty: _of_treaty(each.treaty, table) for each in paragraph.treaties}
    if named:
        treaty, share = max(named.items(), key=lambda each: (each[1], each[0]))
        said = f"it names a treaty ({treaty_names().get(treaty, treaty)})"
        yield Sign("treaty", share, said)


def _of_treaty(treaty: str, table: Contested) -> float:
    found = table.treaties.get(treaty)
    if found is None:
        return _NAMED
    named = _NAMED if found.titles < _COMMON * table.titles else 0.0
    return named + (1 - _NAMED) * found.beyond(table.base)


def _apart(
    paragraph: Paragraph, words: frozenset[str], known: Sequence[Apart], table: Contested
) -> Iterator[Sign]:
    """Whether wording like it, or such with a treaty that it names, was voted on apart."""
    if found := like(words, known):
        once, share = found
        yield Sign("apart", share, once.said(), once)
        return
    named = [
        (table.treaties[each.treaty], each.treaty)
        for each in paragraph.treaties
        if each.treaty in table.treaties
    ]
    if named:
        of, treaty = max(named, key=lambda each: (each[0].apart, each[1]))
        name = treaty_names().get(treaty, treaty)
        said = (
            f"of {counted(of.titles, 'title')} that name the {name} {of.apart_titles} do so in a "
            "paragraph that stands where one was voted on apart from the rest"
        )
        yield Sign("apart", of.apart, said)


def _objected(
    paragraph: Paragraph, words: frozenset[str], past: Past, table: Contested
) -> Iterator[Sign]:
    """Whether wording like it, or itself in an earlier text of its title, drew an objection."""
    found = like(words, past.objected)
    if found is None and (before := past.carried.get(paragraph.id)):
        found = before, 1.0
    if found and not _is_contrary(paragraph, found[0], table):
        before, share = found
        before = before._replace(open=_ends_otherwise(paragraph, before, table))
        yield Sign("objected", share, before.said(), before)


def _is_contrary(paragraph: Paragraph, before: Objected, table: Contested) -> bool:
    """Whether one is against what the other speaks of: by its verb, or by words that are to go."""
    if _refuses(paragraph, table) and paragraph.verbs[0].force != before.clause.force:
        return True
    return _undoes(paragraph.text, table) != _undoes(before.clause.text, table)


def _ends_otherwise(paragraph: Paragraph, before: Objected, table: Contested) -> bool:
    """Whether one ends or denies something that the other does not: it may suit who objected."""
    ours, theirs = (straighten(each) for each in (paragraph.text, before.clause.text))
    return table.ending.within(ours) != table.ending.within(theirs)


def _undoes(text: str, table: Contested) -> bool:
    """Whether it says of words that they are to go."""
    return table.undoing.search(straighten(text)) is not None


def _refuses(paragraph: Paragraph, table: Contested) -> bool:
    """Whether it is against what it speaks of: who objects to that may well be for it."""
    return any(verb.lemma in table.refusing for verb in paragraph.verbs[:1])


def _declared(paragraph: Paragraph, past: Past, table: Contested) -> Iterator[Sign]:
    """Whether a delegation objected to words of it as such, in other texts."""
    found = minded(paragraph.text, past.declared, table)
    if found and not _refuses(paragraph, table):
        yield Sign("declared", 1.0, found.said())


def _formula(paragraph: Paragraph, table: Contested) -> Iterator[Sign]:
    """Whether it has a wording that drew objections in paragraphs of several titles."""
    found = {each: table.formulas[each] for each in formulas_in(paragraph.text, table.formulas)}
    if found:
        formula, of = max(found.items(), key=lambda each: (_drawn(each[1]), each[0]))
        words = printed(formula, paragraph.text)
        what = "words" if " " in words else "word"
        said = (
            f"of {counted(of.paragraphs, 'paragraph')} with the {what} “{words}”, in texts of "
            f"which objections are known, {of.objected} drew one"
        )
        yield Sign("formula", _drawn(of), said)


def _drawn(of: Formula) -> float:
    """The share of paragraphs with a wording that drew an objection, less where they are few."""
    return of.objected / (of.paragraphs + _DOUBT)


def _force(paragraph: Paragraph, table: Contested) -> Iterator[Sign]:
    most = max(share.beyond(table.base) for share in table.forces.values())
    verbs = [
        (table.forces[verb.force], verb) for verb in paragraph.verbs
        if verb.force is not None and verb.force in table.forces
    ]  # fmt: skip
    if verbs:
        share, verb = max(verbs, key=lambda each: (each[0].beyond(table.base), each[1].force or ""))
        said = (
            f"of {share.titles} titles with a verb like “{verb.text}” {share.voted} were put to a "
            "recorded vote"
        )
        yield Sign("force", share.beyond(table.base) / most, said)


def _voted(traced: ClauseTrace | None) -> Iterator[Sign]:
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
        yield Sign("voted", adopted.recorded / known, said)


def _cost(clause: Clause) -> Iterator[Sign]:
    if costs(clause):
        yield Sign("cost", 1.0, "it may cost money")
