"""Those who are named as asked → ``Addressee`` values, with what is asked of them and by when.

In: straightened text, ``Actor`` values, the verb that asks, the stretch that says what is asked.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from counterdraft.lexicon.deadlines import term_forces
from counterdraft.lexicon.manner import adverbs, condition, manner
from counterdraft.lexicon.requests import participles, requests
from counterdraft.model import Addressee, Span
from counterdraft.parse.actor import Actor
from counterdraft.parse.deadlines import asks_report, find_deadlines
from counterdraft.parse.verbs import Match

_MARKS = " ,;.:"
_AND = "and "
_COMMA = re.compile(r", ")
_TO = re.compile(r"(?:not )?to ")
# As long as a word that shows a clause to go on may be, with what parts it from the one before.
_WORD = 10
_LONGEST_TAIL = 24
_ACRONYM = re.compile(r" ?\((?:the )?\"?[A-Z][\w/-]{1,14}\"?\),? ")


def make(
    text: str, heads: list[Actor], verb: Match, action: Span, before: Span | None = None
) -> list[Addressee]:
    """One addressee for each actor, all asked the same by the same verb.

    ``before`` is what stands before them in their clause. It may set a limit: "that, by 1 May, all
    States shall …"; and a condition, from which on it is all of what is asked: "that, unless the
    Council decides otherwise, the Mission shall leave".
    """
    if not heads:
        return []
    heads = _without_adverb(text, heads, action)
    aside = Span(min(heads[-1].span.end, action.start), action.start)
    decided = verb.force in term_forces()
    led = find_deadlines(text, before, leading=True, decided=decided) if before else ()
    led += find_deadlines(text, aside, leading=True)
    limits = tuple(dict.fromkeys(led + find_deadlines(text, action, decided=decided)))
    reporting = asks_report(text, action)
    words = _trimmed(text, _with_manner(text, before, aside, action, led))
    named = [_named(text, head.span) for head in heads]
    return [
        Addressee(
            class_=head.class_,
            text=span.of(text),
            verb=text[verb.start : verb.act_end],
            span=span,
            verb_span=Span(verb.start, verb.act_end),
            action=words,
            force=verb.force,
            deadline=limits[0] if limits else None,
            reporting=reporting,
            name=head.name,
            deadlines=limits,
        )
        for head, span in zip(heads, named, strict=True)
    ]


def _named(text: str, span: Span) -> Span:
    """A name without the "and" that joins it, past an aside, to the one before."""
    return Span(span.start + len(_AND) * text.startswith(_AND, span.start, span.end), span.end)


def _without_adverb(text: str, heads: list[Actor], action: Span) -> list[Actor]:
    """Those named without what tells how they are to act: "all parties expeditiously"."""
    last = heads[-1].span
    adverb = adverbs().search(text, last.start, action.start)
    if adverb is None or last.end <= adverb.start():
        return heads
    return [*heads[:-1], replace(heads[-1], span=Span(last.start, adverb.start()))]


def _with_manner(
    text: str, before: Span | None, aside: Span, action: Span, limits: tuple[str, ...]
) -> Span:
    """What is asked, from the condition on that stands before those who are asked.

    Or from the aside on, behind them, that says how it is to be done: "urges States, within their
    means, to act"; or from the adverb on: "urges all parties expeditiously to leave".
    """
    found = condition().match(text, before.start, before.end) if before else None
    if found:
        return Span(found.start("words"), action.end)
    how = _how(text, aside, action, limits)
    if how is not None:
        return Span(how, action.end)
    adverb = adverbs().fullmatch(text, aside.start, aside.end)
    return Span(adverb.start() + 1, action.end) if adverb else action


def _how(text: str, aside: Span, action: Span, limits: tuple[str, ...]) -> int | None:
    """Where the first aside begins that says how, and not who, nor by when alone.

    Behind a second verb, which asks others, it is of these where it says "their": of "urges A, and
    invites B, within its mandate, to act" A is shown without it.
    """
    words = manner()
    verbs = list(words.verb.finditer(text, aside.start, aside.end))
    start = verbs[-1].end() if verbs else aside.start
    for comma in _COMMA.finditer(text, start, aside.end):
        at = comma.end()
        if not words.opening.match(text, at, aside.end):
            continue
        if verbs and words.own.match(text, at, aside.end):
            return None
        # "Reminds States that, in case of doubt, they must act": a clause of what they must do.
        told = text.endswith(" that", aside.start, comma.start()) and not _TO.match(
            text, action.start
        )
        near = max(aside.start, comma.start() - _WORD)
        if not told and words.unfinished.search(text, near, comma.start()):
            continue
        if _names_others(text, Span(at, aside.end)):
            continue
        if not _is_limit(text[at : aside.end].partition(",")[0].strip(_MARKS), limits):
            return at
    return None


def _is_limit(words: str, limits: tuple[str, ...]) -> bool:
    """Whether an aside is no more than a time limit, which is told by itself."""
    return any(limit.startswith(words) for limit in limits)


def _names_others(text: str, aside: Span) -> bool:
    """ "Within their means, and all donors,": those are asked too, and are no part of it.

    But with a list before them, or behind "in consultation with", they may be.
    """
    found = manner().others.search(text, aside.start, aside.end)
    if found is None or requests().helpers.match(text, aside.start, aside.end):
        return False
    return "," not in text[aside.start : found.start()]


def _without_marks(text: str, start: int, end: int) -> int:
    """Where words end without marks, or a bracket that closes what began before them: "act|;]"."""
    while end > start and (text[end - 1] in _MARKS or _closes_before(text, start, end)):
        end -= 1
    return end


def _closes_before(text: str, start: int, end: int) -> bool:
    last = text[end - 1] == "]"
    return last and text.count("]", start, end) > text.count("[", start, end)


def _trimmed(text: str, action: Span) -> Span | None:
    """What is asked without the marks and the "and" that join it to the next; None if empty."""
    acronym = _ACRONYM.match(text, action.start, action.end)  # it is of the name before it
    start, end = acronym.end() if acronym else action.start, action.end
    while start < end and text[start] in _MARKS:
        start += 1
    end = _without_marks(text, start, end)
    if text.endswith(participles().last, start, end):
        tail = participles().tails.search(text, max(start, end - _LONGEST_TAIL), end)
        end = tail.start() if tail else end
    return Span(start, end) if end > start else None
