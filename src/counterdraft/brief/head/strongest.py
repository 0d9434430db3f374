"""All that a text asks for → what it asks in terms that none of its others are stronger than.

Whether it was recognized of whom something is asked has no part in that: a demand that names nobody
is a demand. What passes the text itself on is left out, and what only reminds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.brief import requests
from counterdraft.brief.requests import ASKS_NOTHING, Request
from counterdraft.brief.summary import names_of
from counterdraft.lexicon.force import labels, stronger
from counterdraft.lexicon.intensity import intensifiers
from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.renewed import force_of
from counterdraft.lexicon.routine import is_routine, only_considers, passes_on
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.subjects import subjects
from counterdraft.model import Paragraph, Resolution, Verb

MOST = 3
# A request is on the title where its first words have so much of it, and not where they have less
# than the other share.
_FIRST, _MUCH, _LITTLE = 40, 0.6, 0.5


class Term(NamedTuple):
    """One verb that asks, in the order of the text; ``request`` where it is known of whom."""

    paragraph: Paragraph
    at: int
    verb: str
    force: str | None
    request: Request | None = None

    @property
    def own_verb(self) -> Verb | None:
        """The verb, where it stands in the paragraph itself."""
        return next((v for v in self.paragraph.verbs if v.span.start == self.at), None)

    @property
    def words(self) -> str:
        """The paragraph from its verb on."""
        return self.paragraph.text[max(0, self.at - self.paragraph.span.start) :]


class Strongest(NamedTuple):
    """Some of the strongest, in the text's order, and how many there are."""

    shown: tuple[Term, ...]
    number: int


def terms(resolution: Resolution) -> list[Term]:
    """Every verb that asks, of whomever, in the order of the text."""
    named = [
        Term(each.paragraph, each.addressees[0].verb_span.start, each.verb, each.force, each)
        for each in requests.requests(resolution)
    ]
    unnamed = [
        Term(paragraph, verb.span.start, verb.text, force_of(paragraph, verb))
        for paragraph, verb in requests.unaddressed(resolution)
    ]
    return sorted([*named, *unnamed], key=lambda each: (each.paragraph.span.start, each.at))


def strongest_of(found: Sequence[Term]) -> Strongest:
    """Those by verbs that none in the text is stronger than; of one class those made stronger.

    What asks to consider something is the weaker for it. One of each class of force comes first,
    then those that ask others than these do.
    """
    plain = [each for each in found if not passes_on(each.words)] or list(found)
    asking = requests.asking_forces() - ASKS_NOTHING
    forces = {each.force for each in plain if each.force} & asking
    top = [force for force in labels() if force in _maximal(forces)]
    ranked = [each for force in top for each in _best_of(plain, force)] or plain
    chosen = [next(each for each in ranked if each.force == force) for force in top][:MOST]
    while len(chosen) < MOST and (rest := [each for each in ranked if _is_apart(each, chosen)]):
        names = {name for each in chosen for name in _names(each)}
        chosen.append(next((each for each in rest if not names & _names(each)), rest[0]))
    return Strongest(tuple(sorted(chosen, key=list(found).index)), len(ranked))


def on_its_title(found: Sequence[Term], shown: Sequence[Term], title: str) -> Term | None:
    """What asks for that which the title names, where none of ``shown`` does; else None.

    In its strongest terms a text may speak of what is beside the point: a moratorium that it calls
    for, while it urges something else. Reports on the subject, and passing it on, are routine.
    """
    subject = frozenset() if _is_of_a_place(title) else content_of(title)
    others = [each for each in found if not (_is_routine(each) or each in shown)]
    if not subject or not others:
        return None
    best = max(others, key=lambda each: _named(each, subject))
    told = [each for each in shown if not _is_routine(each)]
    has = max((_named(each, subject) for each in told), default=0.0)
    return best if _named(best, subject) >= _MUCH and has < _LITTLE else None


def _is_of_a_place(title: str) -> bool:
    """Whether the title says of which State or region it is, which most of its clauses name."""
    return bool(find_states(title)) or subjects().tail.search(title) is not None


def _named(term: Term, subject: frozenset[str]) -> float:
    """The share of the title's words that stand in what is asked, as far as it is quoted."""
    first = " ".join(term.words.split()[:_FIRST])
    return len(subject & content_of(first)) / len(subject)


def _is_routine(term: Term) -> bool:
    return term.paragraph.reporting or passes_on(term.words) or is_routine(term.words)


def _maximal(forces: set[str]) -> set[str]:
    return {one for one in forces if not any(stronger(other, one) for other in forces)}


def _best_of(found: Sequence[Term], force: str) -> list[Term]:
    """Of one class of force what is not surpassed within it."""
    of_it = [each for each in found if each.force == force]
    least = min(map(_weakness, of_it))
    return [each for each in of_it if _weakness(each) == least]


def _weakness(term: Term) -> tuple[bool, bool]:
    made_stronger = intensifiers() & set(term.verb.lower().split())
    return only_considers(term.words), not made_stronger


def _is_apart(term: Term, chosen: Sequence[Term]) -> bool:
    """Whether it stands behind a verb of its own: one may ask several, each for another thing."""
    return all((each.paragraph.id, each.at) != (term.paragraph.id, term.at) for each in chosen)


def _names(term: Term) -> set[str]:
    return set(names_of([term.request])) if term.request else set()
