"""Words that are no known verb, or no known organ, by one typing error: what they read like.

In: paragraphs that open with no known verb, and a formula's name. Out: problems that tell what is
known and reads like it, as a question: "Reqests the Secretary-General" is not taken for a request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from counterdraft.lexicon.organs import organs
from counterdraft.lexicon.verbs import Form, verbs
from counterdraft.model import Paragraph, Part, Problem, Span
from counterdraft.parse.tokens import WORD

# Of shorter words too many are one letter apart.
_SHORTEST, _SHORTEST_ORGAN = 4, 10
# One letter left out, too many, wrong, or two that changed places.
_APART = 1
_MARKS = 4  # quotation marks and brackets before the first word
_WORD = 30  # how long that may be
# "Urge States" is a slip in a resolution; where more than every third paragraph opens so, the text
# is a declaration ("We … reaffirm") or a list of actions.
_FEW_PLAIN = 3
_FORMS: dict[Part, Form] = {"operative": "present", "preambular": "participle"}


def no_verb(
    unknown: Sequence[Paragraph], paragraphs: Sequence[Paragraph], straight: str
) -> Iterator[Problem]:
    """That no verb is known at the head of each, and which one it reads like, if any."""
    meant = {each.id: _verb_meant(straight, each.span, each.part) for each in unknown}
    operative = sum(p.part == "operative" and p.level == 0 for p in paragraphs)
    plain = sum(found is not None and _is_plain(found) for found in meant.values())
    for each in unknown:
        words, found = f"{each.id} opens with no verb that is known", meant[each.id]
        slip = each.number is not None and _FEW_PLAIN * plain <= operative
        if found and (slip or not _is_plain(found)):
            words += f": \u201c{found.printed}\u201d reads like \u201c{found.known}\u201d, and was "
            words += "not taken for it"
        yield Problem("no-verb", words, each.span)


def unknown_organ(name: str) -> Iterator[Problem]:
    """Which organ a name reads like that no table has: "General Asembly"."""
    known = [each for organ in organs() for each in organ.names if len(each) >= _SHORTEST_ORGAN]
    near = _one_near(name.lower(), frozenset(each.lower() for each in known))
    if near is not None:
        meant = next(each for each in known if each.lower() == near)
        words = f"the organ is the \u201c{name}\u201d, which no table has: it reads like "
        yield Problem("misspelt-organ", f"{words}\u201c{meant}\u201d, and was not taken for it")


def is_misspelt(word: str, particle: str) -> bool:
    """Whether a word behind a verb is a typing error for one that belongs to it: "uppon"."""
    long = len(particle) >= _SHORTEST and len(word) >= _SHORTEST
    return long and word != particle and OSA.distance(word, particle) <= _APART


class _Meant(NamedTuple):
    """The words that a paragraph opens with, and the known ones that they read like."""

    printed: str
    known: str


def _is_plain(found: _Meant) -> bool:
    return found.known == f"{found.printed}s"


def _verb_meant(text: str, span: Span, part: Part) -> _Meant | None:
    """ "Reqests", "Requests"; None where no verb of the part's form is near, or several are."""
    table, form, end = verbs(), _FORMS[part], span.end
    first = WORD.search(text, span.start, min(end, span.start + _MARKS + _WORD))
    if first is None or first.start() > span.start + _MARKS:
        return None
    word, at = first, first.start()
    while word[0].lower() in table.leading:
        following = WORD.match(text, word.end() + 1, end)
        if following is None:
            return None
        word = following
    printed, low = text[at : word.end()], word[0].lower()
    if forms := [each.particle for each in table.forms.get(low, ()) if each.form == form]:
        return _with_particle(WORD.match(text, word.end() + 1, end), printed, forms)
    near = _one_near(low, _heads(form))
    if near is None:
        return None
    return _Meant(
        printed, text[at : word.start()] + (near.title() if word[0][0].isupper() else near)
    )


def _with_particle(
    following: re.Match[str] | None, printed: str, particles: Sequence[tuple[str, ...]]
) -> _Meant | None:
    """A verb that is known, before a misspelt word that belongs to it: "Calls uppon"."""
    if following is None:
        return None
    near = [each[0] for each in particles if is_misspelt(following[0].lower(), " ".join(each))]
    if len(near) != 1:
        return None
    return _Meant(f"{printed} {following[0]}", f"{printed} {near[0]}")


@cache
def _heads(form: Form) -> frozenset[str]:
    return frozenset(
        head for head, forms in verbs().forms.items() if any(each.form == form for each in forms)
    )


def _one_near(word: str, known: frozenset[str]) -> str | None:
    """The one known word that is one typing error away."""
    if len(word) < _SHORTEST:
        return None
    near = [each for each in known if OSA.distance(word, each, score_cutoff=_APART) <= _APART]
    return near[0] if len(near) == 1 else None
