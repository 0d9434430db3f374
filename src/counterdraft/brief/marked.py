"""A chapter's passages as HTML: their words, escaped, with marks, footnote calls and targets.

Without its tags a passage is its text. What is added for the eye (the number of a footnote,
how a mark was read) stands in attributes, from where the style shows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup, escape

from counterdraft.brief.anchors import Anchors
from counterdraft.brief.annotate import Close, Laid, Open, Words, annotate, calls_up_to
from counterdraft.brief.report import (
    Chapter,
    FootnoteText,
    FullText,
    Mark,
    Passage,
    evidence,
    passages,
)
from counterdraft.model import Span
from counterdraft.text.printable import printable

Calls = list[tuple[int, Markup]]


def marked(chapter: Chapter, anchors: Anchors) -> dict[str, Markup]:
    """The HTML of each passage's words, by the passage's id."""
    spots = _spots(chapter, anchors)
    calls = _calls(chapter, anchors)
    return {
        passage.id: _passage(passage, spots.get(passage.id, {}), calls.get(passage.id, []))
        for passage in passages(chapter)
    }


def _spots(chapter: Chapter, anchors: Anchors) -> dict[str, dict[Span, str]]:
    """For each passage, the stretches that statements link to, with their anchors."""
    found: dict[str, dict[Span, str]] = defaultdict(dict)
    for each in evidence(chapter):
        if anchors.is_part(each.place, each.span):
            found[each.place][each.span] = anchors.to(each)
    return found


def _calls(chapter: Chapter, anchors: Anchors) -> dict[str, Calls]:
    """For each passage, where footnotes are called, and the links that call them."""
    found: dict[str, Calls] = defaultdict(list)
    for section in chapter.sections:
        for part in section.parts:
            for note in part.footnotes if isinstance(part, FullText) else ():
                if note.called is not None:
                    found[note.called].append((note.anchor, _call(note, anchors)))
    return found


def _call(note: FootnoteText, anchors: Anchors) -> Markup:
    target = anchors.of(note.passage.id)
    marker = printable(note.marker)
    return Markup('<a class="call" href="#{}" aria-label="Note {}" data-marker="{}"></a>').format(
        target, marker, marker
    )


def _passage(passage: Passage, spots: dict[Span, str], calls: Calls) -> Markup:
    shift = passage.span.start
    text = printable(passage.text)
    laid: list[Laid[Mark | str]] = [Laid(s.moved(-shift), name) for s, name in spots.items()]
    laid += [Laid(mark.span.moved(-shift), mark) for mark in passage.marks]
    waiting = sorted((max(0, anchor - shift), call) for anchor, call in calls)
    return Markup("").join(_pieces(text, laid, waiting))


def _pieces(text: str, laid: list[Laid[Mark | str]], waiting: Calls) -> Iterator[Markup]:
    at = 0
    for token in annotate(text, laid):
        match token:
            case Words(words):
                yield from _with_calls(words, at, waiting)
                at += len(words)
            case Open(what, first):
                yield from calls_up_to(at, waiting)
                yield _open(what, first=first)
            case Close():
                yield Markup("</span>")
    yield from calls_up_to(len(text), waiting)


def _with_calls(words: str, at: int, waiting: Calls) -> Iterator[Markup]:
    """The words that begin at offset ``at``, with the calls that stand before and among them."""
    done = 0
    while waiting and waiting[0][0] < at + len(words):
        cut = max(done, waiting[0][0] - at)
        yield escape(words[done:cut])
        yield waiting.pop(0)[1]
        done = cut
    yield escape(words[done:])


def _open(what: Mark | str, *, first: bool) -> Markup:
    if isinstance(what, str):
        name = Markup(' id="{}"').format(what) if first else ""
        return Markup('<span class="spot"{}>').format(name)
    reading = printable(what.label)
    shown = (
        Markup(' title="{}" data-reading="{}"').format(reading, reading)
        if first and reading
        else ""
    )
    return Markup('<span class="m m-{}"{}>').format(what.kind, shown)
