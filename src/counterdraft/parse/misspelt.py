"""Words that are no known verb, or no known organ, by one typing error: what they read like.

In: straightened text and a place in it. Out: the known words, to be told as a question and never
taken for them: "Reqests the Secretary-General" may be a request, and is not read as one.
"""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import OSA

from counterdraft.lexicon.organs import organs
from counterdraft.lexicon.verbs import Form, verbs
from counterdraft.model import Part
from counterdraft.parse.tokens import WORD

# Of shorter words too many are one letter apart.
_SHORTEST, _SHORTEST_ORGAN = 4, 10
# One letter left out, too many, wrong, or two that changed places.
_APART = 1
_MARKS = 4  # quotation marks and brackets before the first word


def verb_meant(
    text: str, start: int, end: int, part: Part, *, plain: bool
) -> tuple[str, str] | None:
    """The words a paragraph opens with, and the one verb they read like: "Reqests", "Requests".

    None where no verb of that part's form is one letter away, or several are. ``plain`` says
    whether a verb without its ending ("Urge") is an error too.
    """
    table, form = verbs(), _FORMS[part]
    first = WORD.search(text, start, min(end, start + _MARKS + 30))
    if first is None or first.start() > start + _MARKS:
        return None
    words = [first]
    while (word := words[-1][0].lower()) in table.leading:
        following = WORD.match(text, words[-1].end() + 1, end)
        if following is None:
            return None
        words.append(following)
    printed = text[first.start() : words[-1].end()]
    particles = [each.particle for each in table.forms.get(word, ()) if each.form == form]
    if particles:
        return _with_particle(text, words[-1].end(), end, printed, particles)
    meant = _one_near(word, _heads(form))
    if meant is None or (meant == f"{word}s" and not plain):
        return None
    head = meant.capitalize() if words[-1][0][0].isupper() else meant
    return printed, text[first.start() : words[-1].start()] + head


def is_misspelt(word: str, particle: str) -> bool:
    """Whether a word behind a verb is a typing error for one that belongs to it: "uppon"."""
    long = len(particle) >= _SHORTEST and len(word) >= _SHORTEST
    return long and word != particle and OSA.distance(word, particle) <= _APART


def organ_meant(name: str) -> str | None:
    """The organ whose name an unknown one reads like: "General Asembly"."""
    known = [each for organ in organs() for each in organ.names if len(each) >= _SHORTEST_ORGAN]
    near = _one_near(name.lower(), frozenset(each.lower() for each in known))
    return next((each for each in known if each.lower() == near), None)


_FORMS: dict[Part, Form] = {"operative": "present", "preambular": "participle"}


def _with_particle(
    text: str, at: int, end: int, printed: str, particles: list[tuple[str, ...]]
) -> tuple[str, str] | None:
    """A verb that is known, before a misspelt word that belongs to it: "Calls uppon"."""
    following = WORD.match(text, at + 1, end)
    near = [
        each[0] for each in particles
        if following and len(each) == 1 and is_misspelt(following[0].lower(), each[0])
    ]  # fmt: skip
    if following is None or len(near) != 1:
        return None
    return f"{printed} {following[0]}", f"{printed} {near[0]}"


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
