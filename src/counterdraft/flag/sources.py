"""A resolution → where it takes as a basis what a State's own institution made.

A later mention of an institution by the beginning of its name ("the National Centre") counts once
it was named in full. Reports that a State owes to a body of the United Nations are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from counterdraft.flag.clauses import Clause, clauses
from counterdraft.flag.subject import names_of, places, same_state, subject
from counterdraft.lexicon.adjectives import adjectives
from counterdraft.lexicon.own_sources import own_sources
from counterdraft.lexicon.states import find_states, state_of
from counterdraft.model import Resolution, Verb
from counterdraft.text.straight import straighten

# The beginning of an institution's name, by which it is called later: "National Centre".
_SHORT = re.compile(r"^(?P<short>(?:[A-Z][\w'-]+\s+)+[A-Z][\w'-]+)")
# Characters before a State's name in which the source and its maker stand.
_REACH = 320
# Characters before a source's noun in which it is qualified ("initial report").
_QUALIFIED = 20
# Words between a source and what takes it as a basis.
_NEAR = 12


class OwnSource(NamedTuple):
    """A source of a State's institution that a clause takes as a basis, or bears out.

    ``start`` and ``end`` bound it in the paragraph's own text; ``by`` are the words that take it,
    and ``basis`` says that they take it as one.
    """

    clause: Clause
    state: str
    institution: str
    by: str
    start: int
    end: int
    basis: bool


@lru_cache(maxsize=8)  # every rule asks for them
def own_sources_of(resolution: Resolution, sponsors: tuple[str, ...] = ()) -> tuple[OwnSource, ...]:
    """Every such place, in order; ``sponsors`` are names to be known beside the lexicon's."""
    about = subject(resolution)
    names = (*sponsors, *((about.name,) if about else ()))
    unknown = _unknown(names)
    every = clauses(resolution)
    full = [each for clause in every for each in _full(clause, unknown)]
    short = [each for clause in every for each in _short(clause, full)]
    rested_on = (each for each in (*short, *full) if each.by)
    first = {(each.clause.paragraph.id, each.state, each.institution): each for each in rested_on}
    return tuple(
        first[key] for key in sorted(first, key=lambda k: first[k].clause.paragraph.span.start)
    )


def _unknown(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those that no table knows, each State once: by its longest name, which has the shorter."""
    found: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        if state_of(name) is None and not any(same_state(name, each) for each in found):
            found.append(name)
    return tuple(found)


def _full(clause: Clause, names: tuple[str, ...]) -> Iterator[OwnSource]:
    """Sources named with the institution and its State, rested on or not."""
    words, text = own_sources(), clause.text[clause.own :]
    if not words.noun.search(text):
        return
    yield from _leading(clause, names)
    for state, at, end in places(text, names):
        made = words.made.search(text[max(0, at - _REACH) : at])
        if made is None:
            continue
        start = made.start() + max(0, at - _REACH)
        if clause.verb_at(clause.own + start) != clause.verb_at(clause.own + at):
            continue  # another verb of the organ stands between the source and the State
        if words.owed_to.match(text, end):
            continue
        yield from _taken(clause, state, made["whose"], start, at)


def _leading(clause: Clause, names: tuple[str, ...]) -> Iterator[OwnSource]:
    """Sources of an institution whose name a State, or its adjective, begins."""
    words, text = own_sources(), clause.text[clause.own :]
    for noun in words.noun.finditer(text):
        for state, end in _at(text, noun.end(), names):
            named = words.named.match(text, end)
            if named is not None and not words.owed_to.match(text, named.end()):
                yield from _taken(clause, state, named["whose"], noun.start(), named.end())


def _at(text: str, start: int, names: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """The States whose name or adjective begins at a place, and where that ends."""
    adjective = adjectives().pattern.match(text, start)
    if adjective is not None:
        yield from ((state, adjective.end()) for state in adjectives().of[adjective[0]])
        return
    rest = text[start : start + _REACH]
    known = [(e.name, e.end) for e in find_states(rest) if not e.group and not e.start]
    known += [(n, len(part)) for n in names for part in names_of(n) if rest.startswith(part)]
    yield from ((name, start + end) for name, end in known[:1])


def _short(clause: Clause, full: list[OwnSource]) -> Iterator[OwnSource]:
    """Sources of an institution that another clause names in full, where but one State has it."""
    words, text = own_sources(), clause.text[clause.own :]
    for source in full:
        name = _name(source.institution)
        alike = [each.state for each in full if _name(each.institution) == name]
        if not name or not all(same_state(source.state, each) for each in alike):
            continue
        for noun in words.noun.finditer(text):
            if re.compile(rf"{re.escape(name)}\b").match(text, noun.end()):
                end = noun.end() + len(name)
                yield from _taken(clause, source.state, source.institution, noun.start(), end)


def _name(institution: str) -> str:
    """By what it is called later: the beginning of its name, else all of it if not one word."""
    found, whole = _SHORT.match(institution), institution.strip()
    if found:
        return found["short"]
    return whole if " " in whole else ""


def _taken(
    clause: Clause, state: str, institution: str, start: int, end: int
) -> Iterator[OwnSource]:
    """The source, where it is one's own; ``by`` is empty where nothing is rested on it."""
    words, text = own_sources(), clause.text[clause.own :]
    if words.others.search(institution) or words.owed.search(text, max(0, start - _QUALIFIED)):
        return
    basis = _basis(clause, start, end)
    by = basis or _borne_out(clause, start)
    yield OwnSource(clause, state, institution, by, start, end, bool(basis))


def _basis(clause: Clause, start: int, end: int) -> str:
    """The words by which the source is taken as a basis: near it, and under the same verb."""
    text, words = clause.text[clause.own :], own_sources()
    for found in words.basis.finditer(text):
        first, last = min(found.end(), end), max(found.start(), start)
        between = text[end : found.start()] if found.start() >= end else text[found.end() : start]
        near = len(between.split()) <= _NEAR and ";" not in between
        if near and not clause.apart(clause.own + first, clause.own + last):
            return found[0]
    return ""


def _borne_out(clause: Clause, at: int) -> str:
    """The verb that bears out what stands at ``at``; empty where none does.

    None does where it is only cited for something else ("…, as reflected in the report of").
    A later one does by what it takes up of it: "takes note of the report, and welcomes its
    findings".
    """
    first = clause.verb_at(clause.own + at)
    before = clause.text[clause.own : clause.own + at]
    if first is None or own_sources().cited.search(before):
        return ""
    later = [each for each in clause.paragraph.verbs if each.span.start > first.span.start]
    taken = [each for each in later if _takes_up(each, clause)]
    return next((each.text for each in (first, *taken) if _bears_out(each)), "")


def _takes_up(verb: Verb, clause: Clause) -> bool:
    behind = clause.paragraph.text[verb.span.end - clause.paragraph.span.start :]
    return own_sources().taken_up.match(straighten(behind).lstrip()) is not None


def _bears_out(verb: Verb) -> bool:
    words = own_sources()
    if verb.lemma in words.neutral:
        return False
    return verb.force in words.forces or any(a in words.appreciation for a in verb.adverbs)
