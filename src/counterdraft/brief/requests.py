"""Who asks whom for what, drawn together from the paragraphs of a resolution.

The parser notes each addressee by itself; here those that one verb asks for one thing make
one ``Request``, and what a paragraph asks in its subparagraphs is gathered under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.draft.asks import Ask, asks_in, calls_in
from counterdraft.draft.narrowed import narrowed
from counterdraft.draft.opening import reads_as_act
from counterdraft.lexicon.joining import turns
from counterdraft.lexicon.renewed import asks_again
from counterdraft.lexicon.requests import requests as around_requests
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Addressee, Paragraph, Resolution, Span, Verb
from counterdraft.text.straight import straighten
from counterdraft.wording.english import shortened

# Whoever is reminded is asked for nothing by that.
ASKS_NOTHING = frozenset({"remind"})
# So many brackets and quotation marks may stand before the first word.
_MARKS = 3
# What joins a verb's words to the next verb.
_JOINT = re.compile(rf"(?:,? | ?\[,? ?)(?:{turns()})$")
# The organ acts itself by verbs of these classes, be an addressee noted or not.
ACTS = frozenset({"decide", "authorize", "commit"})


class Thing(NamedTuple):
    """What is asked: the words, in which paragraph, and how deep in the list below the request."""

    paragraph: Paragraph
    span: Span
    depth: int = 0


class Request(Ask, frozen=True):
    """One verb, those whom it asks, and the things that they are asked."""

    things: tuple[Thing, ...]

    @property
    def deadlines(self) -> tuple[tuple[Paragraph, str], ...]:
        """Each time limit, in the words of the text, and the paragraph that sets it."""
        own = [(self.paragraph, limit) for each in self.addressees for limit in each.deadlines]
        below = [(p, limit) for p in self._below() for limit in p.deadlines]
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


def calls(resolution: Resolution) -> tuple[Request, ...]:
    """What its preamble calls on others to do: no request of the operative part, and weaker."""
    return tuple(_request(resolution, ask) for p in resolution.paragraphs for ask in calls_in(p))


def _requests(resolution: Resolution, *, own: bool) -> Iterator[Request]:
    for paragraph in resolution.paragraphs:
        for ask in asks_in(paragraph, own=own):
            yield _request(resolution, ask)


def _request(resolution: Resolution, ask: Ask) -> Request:
    return Request(ask.paragraph, ask.addressees, _things(resolution, ask))


def _things(resolution: Resolution, ask: Ask) -> tuple[Thing, ...]:
    paragraph, action = ask.paragraph, ask.addressees[0].action
    own = trimmed(paragraph, action) if action else None
    things = [Thing(paragraph, own)] if own else []
    if paragraph.text.rstrip().endswith(":") and _is_last(action or ask.verb_span, paragraph):
        below = ((p, _of_the_list(p)) for p in children(resolution, paragraph))
        things += [Thing(p, span, p.level - paragraph.level) for p, span in below if span]
    return tuple(things)


def _of_the_list(point: Paragraph) -> Span | None:
    """A point to where it asks by a verb of its own; None where it asks from its beginning on."""
    start = point.span.start
    verb = min((each.verb_span.start for each in point.addressees), default=point.span.end)
    if verb <= start:
        return None
    if verb == point.span.end:
        return point.span
    joint = _JOINT.search(point.text[: verb - start].rstrip())
    return trimmed(point, Span(start, start + joint.start() if joint else verb))


def _is_last(asked: Span, paragraph: Paragraph) -> bool:
    """Whether the list that follows is of what is asked there: no verb of the organ's comes after.

    ``asked`` is what is to be done, or the verb where that is the list alone; it may be one of
    the paragraph above.
    """
    inherited = asked.start < paragraph.span.start
    return inherited or not any(other.span.start > asked.start for other in paragraph.verbs)


_STOPS = " \t\n,;:.\u00a0"


def trimmed(paragraph: Paragraph, span: Span) -> Span | None:
    """``span`` without the stops and blanks about it; None where nothing is left."""
    start = paragraph.span.start
    words = paragraph.text[span.start - start : span.end - start]
    kept = words.strip(_STOPS)
    if kept.endswith("]") and kept.count("]") > kept.count("["):  # the bracket that it stands in
        kept = kept[:-1].rstrip(_STOPS)
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
        if (verb.lemma in _asking() or asks_again(paragraph, verb))
        and verb.span.start not in bound
        and verb.force not in ASKS_NOTHING
        and not _shares(paragraph, verb, bound)
    )


def _shares(paragraph: Paragraph, verb: Verb, bound: set[int]) -> bool:
    """ "Invites and encourages States to …": the verb joined to it has the object of both."""
    start = paragraph.span.start
    return any(
        other.span.start in bound
        and paragraph.text[verb.span.end - start : other.span.start - start].strip() == "and"
        for other in paragraph.verbs
    )


def whole_name(request: Request, addressee: Addressee, most: int) -> str:
    """An addressee's words with what narrows them, cut with an ellipsis where longer than ``most``.

    "all States that are not parties".
    """
    whole = narrowed(request, addressee)
    return shortened(whole, most) if whole != addressee.text else whole


def under(paragraph: Paragraph, verb: Verb) -> Span | None:
    """What stands under a verb: all behind it, to where the organ's next verb begins."""
    following = [each.span.start for each in paragraph.verbs if each.span.start >= verb.span.end]
    stop = min(following, default=paragraph.span.end)
    kept = trimmed(paragraph, Span(verb.span.end, stop))
    if kept is None or not following:
        return kept
    words = paragraph.text[kept.start - paragraph.span.start : kept.end - paragraph.span.start]
    joint = _JOINT.search(words)
    return trimmed(paragraph, Span(kept.start, kept.start + joint.start())) if joint else kept


def opens_with_verb(paragraph: Paragraph) -> bool:
    """Whether a paragraph opens with a verb that is known, past a mark or what leads to it.

    "Upon their return, calls upon States …" does; "Lends the lamps, and calls upon States …" acts
    first by a verb that is not known.
    """
    start = paragraph.span.start + _MARKS
    if any(verb.span.start <= start for verb in paragraph.verbs):
        return True
    return bool(paragraph.verbs) and not reads_as_act(straighten(paragraph.text))


def before_verbs(paragraph: Paragraph) -> Span | None:
    """The words at the head of a paragraph, to where the first verb that is known stands."""
    start = paragraph.span.start
    words = paragraph.text[: paragraph.verbs[0].span.start - start]
    joint = _JOINT.search(words.rstrip())
    return trimmed(paragraph, Span(start, start + (joint.start() if joint else len(words))))


def acting(paragraph: Paragraph) -> tuple[Verb, ...]:
    """The verbs by which the organ acts itself in a paragraph, whoever else is asked in it."""
    asking = {each.verb_span.start for each in paragraph.addressees if each.text}
    return tuple(v for v in paragraph.verbs if v.force in ACTS and v.span.start not in asking)


@cache
def asking_forces() -> frozenset[str]:
    """The classes of the verbs that ask somebody, and of "decides", which may bind others."""
    forms = (form for each in verbs().forms.values() for form in each)
    return frozenset(form.force for form in forms if form.asks and form.force) | {"decide"}


@cache
def _asking() -> frozenset[str]:
    """The lemmas of the verbs whose object is asked to do something.

    Without those by which somebody is reminded: where nothing is to be done, nothing is asked.
    """
    forms = (form for each in verbs().forms.values() for form in each)
    return frozenset(form.lemma for form in forms if form.asks) - around_requests().stating
