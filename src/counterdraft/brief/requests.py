"""Who asks whom for what, drawn together from the paragraphs of a resolution.

The parser notes each addressee by itself; here those that one verb asks for one thing make
one ``Request``, and what a paragraph asks in its subparagraphs is gathered under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Addressee, Paragraph, Resolution, Span, Verb

# The organ acts itself by verbs of these classes, be an addressee noted or not.
ACTS = frozenset({"decide", "authorize", "commit"})


class Thing(NamedTuple):
    """What is asked: the words, in which paragraph, and how deep in the list below the request."""

    paragraph: Paragraph
    span: Span
    depth: int = 0


class Request(NamedTuple):
    """One verb, those whom it asks, and the things that they are asked."""

    paragraph: Paragraph
    addressees: tuple[Addressee, ...]
    things: tuple[Thing, ...]

    @property
    def verb(self) -> str:
        """The verb as printed."""
        return self.addressees[0].verb

    @property
    def force(self) -> str | None:
        """The class of the verb."""
        return self.addressees[0].force

    @property
    def deadlines(self) -> tuple[tuple[Paragraph, str], ...]:
        """Each time limit, in the words of the text, and the paragraph that sets it."""
        own = [(self.paragraph, each.deadline) for each in self.addressees if each.deadline]
        below = [(p, p.deadline) for p in self._below() if p.deadline]
        return tuple(dict.fromkeys([*own, *below]))

    @property
    def reports(self) -> tuple[Paragraph, ...]:
        """The paragraphs in which a report is asked for."""
        own = [self.paragraph] if any(each.reporting for each in self.addressees) else []
        return (*own, *(p for p in self._below() if p.reporting))

    def _below(self) -> list[Paragraph]:
        return [t.paragraph for t in self.things if t.paragraph.id != self.paragraph.id]


def requests(resolution: Resolution) -> tuple[Request, ...]:
    """All that is asked of others than the organ itself, in the order of the text."""
    return tuple(_requests(resolution, own=False))


def own_acts(resolution: Resolution) -> tuple[Request, ...]:
    """All that the organ decides to do itself, where the text says what."""
    return tuple(_requests(resolution, own=True))


def _requests(resolution: Resolution, *, own: bool) -> Iterator[Request]:
    for paragraph in resolution.paragraphs:
        bound: dict[tuple[Span, Span | None], list[Addressee]] = {}
        for each in paragraph.addressees:
            if (not each.text) == own:
                bound.setdefault((each.verb_span, each.action), []).append(each)
        for (verb_span, action), addressees in bound.items():
            things = _things(resolution, paragraph, verb_span, action)
            yield Request(paragraph, tuple(addressees), things)


def _things(
    resolution: Resolution, paragraph: Paragraph, verb: Span, action: Span | None
) -> tuple[Thing, ...]:
    own = trimmed(paragraph, action) if action else None
    things = [Thing(paragraph, own)] if own else []
    if paragraph.text.rstrip().endswith(":") and _is_last(verb, paragraph):
        below = (p for p in children(resolution, paragraph) if not p.addressees)
        things += [Thing(p, p.span, p.level - paragraph.level) for p in below]
    return tuple(things)


def _is_last(verb: Span, paragraph: Paragraph) -> bool:
    """Whether it governs the list that follows: the last verb, or one of the paragraph above."""
    inherited = verb.start < paragraph.span.start
    return inherited or not any(other.span.start > verb.start for other in paragraph.verbs)


def trimmed(paragraph: Paragraph, span: Span) -> Span | None:
    """``span`` without the stops and blanks about it; None where nothing is left."""
    start = paragraph.span.start
    words = paragraph.text[span.start - start : span.end - start]
    kept = words.strip(" \t\n,;:.\u00a0")
    if not kept:
        return None
    at = span.start + words.index(kept)
    return Span(at, at + len(kept))


def children(resolution: Resolution, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Every subparagraph of a paragraph, at whatever depth."""
    return (p for p in resolution.paragraphs if p.id.startswith(f"{paragraph.id}."))


def unaddressed(resolution: Resolution) -> tuple[tuple[Paragraph, Verb], ...]:
    """Each verb that asks, in an operative paragraph, with nobody found as its object."""
    bound = {each.verb_span.start for p in resolution.paragraphs for each in p.addressees}
    return tuple(
        (paragraph, verb)
        for paragraph in resolution.paragraphs
        if paragraph.part == "operative"
        for verb in paragraph.verbs
        if verb.lemma in _asking() and verb.span.start not in bound
    )


def acting(paragraph: Paragraph) -> Verb | None:
    """The verb by which the organ acts itself in a paragraph, if there is one."""
    return next((verb for verb in paragraph.verbs if verb.force in ACTS), None)


@cache
def asking_forces() -> frozenset[str]:
    """The classes of the verbs that ask somebody, and of "decides", which may bind others."""
    forms = (form for each in verbs().forms.values() for form in each)
    return frozenset(form.force for form in forms if form.asks and form.force) | {"decide"}


@cache
def _asking() -> frozenset[str]:
    """The lemmas of the verbs whose object is asked to do something."""
    forms = (form for each in verbs().forms.values() for form in each)
    return frozenset(form.lemma for form in forms if form.asks)
