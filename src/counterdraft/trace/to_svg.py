"""The timeline of a clause → a picture: SVG, drawn here, the same for the same timeline.

A mark is a text; its shape tells how the text was adopted, and its colour says so again (of the
palette of Okabe and Ito, which those tell apart who do not see all colours). The line leads from
text to text, down to another lane where the words change, and is broken where a text between has
not the clause. Each mark has its words in its title, the whole picture in its description.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from counterdraft.model import Step, Timeline
from counterdraft.text.printable import printable
from counterdraft.trace import told_timeline as told
from counterdraft.trace.picture import LEVEL, WIDTH, Lane, Mark, Picture, picture_of
from counterdraft.trace.told_variants import heading
from counterdraft.wording.english import shortened

_FOOT = 74  # height of what stands below the lanes
_TITLE, _LINE = 100, 160  # letters that fit
_STYLE = """
text { font: 12px 'Liberation Sans', Arial, Helvetica, sans-serif; fill: #1a1a1a }
.head { font-size: 17px; font-weight: bold }
.faint { fill: #595959 }
.label, .caption { paint-order: stroke; stroke: #ffffff; stroke-width: 4px }
.label { text-anchor: middle }
.axis { stroke: #767676 }
.year { stroke: #e0e0e0 }
.lead { stroke: #b0b0b0 }
.way { stroke: #595959; stroke-width: 2; fill: none }
.broken { stroke-dasharray: 4 5 }
.without { fill: #0072b2 }
.recorded { fill: #d55e00 }
.unknown { fill: #ffffff; stroke: #595959; stroke-width: 2 }
.own { fill: #1a1a1a }
.missing { stroke: #595959; stroke-width: 2; fill: none }
"""
# What each kind of mark is called, and its outline around its place.
_KINDS = {
    "without": ("adopted without a vote", "m-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z"),
    "recorded": ("adopted by a recorded vote", "m-7 -7h14v14h-14z"),
    "unknown": ("how adopted is not known", "m0 -8l8 14h-16z"),
    "own": (told.ITSELF, "m0 -9l9 9l-9 9l-9 -9z"),
    "missing": ("the clause was not recognized in it", "m-6 -6l12 12m0 -12l-12 12"),
}
_LEGEND_WIDTH = 205


def timeline_to_svg(timeline: Timeline) -> str:
    """The picture of a timeline; every word in it is escaped."""
    picture = picture_of(timeline)
    marks = picture.in_time()
    parts = [
        *_opening(timeline, picture.bottom + _FOOT), *_axis(picture), *_way(marks),
        *(line for lane in picture.lanes for line in _lane(lane)),
        *_legend(marks, picture.bottom + 50), "</svg>",
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _opening(timeline: Timeline, height: float) -> Iterator[str]:
    title = f"How {heading(timeline.asked)} was worded over the years"
    said = " ".join(told.summary(timeline))
    all_of_it = (f"{_said(*each)}." for each in told.with_before(timeline))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
        f'width="{WIDTH}" height="{height:g}" role="img" aria-labelledby="title desc">'
    )
    yield f'<title id="title">{_words(title)}</title>'
    yield f'<desc id="desc">{_words(" ".join([said, *all_of_it]))}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield f'<rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>'
    yield _text(24, 32, shortened(title, _TITLE), "head")
    for n, line in enumerate(textwrap.wrap(said, _LINE, max_lines=2, placeholder=" …")):
        yield _text(24, 54 + 16 * n, line, "faint")


def _axis(picture: Picture) -> Iterator[str]:
    yield f'<path class="axis" d="M24 {picture.bottom:g}H{WIDTH - 24}"/>'
    for tick in picture.ticks:
        yield f'<path class="year" d="M{tick.x:g} {picture.top:g}V{picture.bottom:g}"/>'
        yield _text(tick.x, picture.bottom + 17, str(tick.year), "label faint")


def _way(marks: Sequence[Mark]) -> Iterator[str]:
    """From each text that has the clause to the next, down where that has other words."""
    having = [(n, mark) for n, mark in enumerate(marks) if mark.step.text is not None]
    for (n, one), (m, other) in pairwise(having):
        is_broken = m > n + 1 or other.step.date is None
        kind = "way broken" if is_broken else "way"
        yield f'<path class="{kind}" d="M{one.x:g} {one.y:g}H{other.x:g}V{other.y:g}"/>'


def _lane(lane: Lane) -> Iterator[str]:
    yield _text(24, lane.y - 16, shortened(_caption(lane), _LINE), "caption faint")
    for mark in lane.marks:
        label = lane.y + 25 + LEVEL * mark.level
        yield f"<g><title>{_words(_said(mark.step, mark.before))}</title>"
        if mark.level:
            yield f'<path class="lead" d="M{mark.x:g} {mark.y:g}V{label - 12:g}"/>'
        yield _shape(_kind(mark.step), mark.x, mark.y)
        yield _text(mark.x, label, shortened(told.name(mark.step), 24), "label")
        yield _text(mark.x, label + 14, told.day(mark.step), "label faint")
        yield "</g>"


def _caption(lane: Lane) -> str:
    """The wording's number, and its words, or what they changed in the one before."""
    mark = lane.marks[0]
    if lane.wording is None:
        return "Not recognized in"
    changed = "; ".join(_gone_and_come(mark.step)) or "other marks between the words"
    return f"Wording {lane.wording + 1}: {changed if mark.step.edits else mark.step.text}"


def _said(step: Step, before: Step | None) -> str:
    """A step in words: "A/RES/78/218, OP3, 19 December 2023: wording 2, …"."""
    place = ", ".join(part for part in (told.name(step), told.label(step), told.day(step)) if part)
    parts = (told.change(step, before), told.adopted(step), *_gone_and_come(step))
    return f"{place}: {'; '.join(part for part in parts if part)}"


def _gone_and_come(step: Step) -> Iterator[str]:
    for op, said in (("deleted", "gone"), ("inserted", "come")):
        texts = [each.text.strip(" ,;:.") for each in step.edits if each.op == op]
        words = [each for each in texts if each]
        if words:
            yield f"{said} {', '.join(f'“{each}”' for each in words)}"


def _legend(marks: Sequence[Mark], y: float) -> Iterator[str]:
    """What the shapes mean that are there."""
    present = {_kind(mark.step) for mark in marks}
    for n, kind in enumerate(kind for kind in _KINDS if kind in present):
        x = 36 + _LEGEND_WIDTH * n
        yield _shape(kind, x, y)
        yield _text(x + 16, y + 4, _KINDS[kind][0], "")


def _kind(step: Step) -> str:
    if step.record is None:
        return "own"
    if step.text is None:
        return "missing"
    kinds = {"without a vote": "without", "recorded vote": "recorded"}
    return kinds.get(step.record.adoption.mode, "unknown")


def _shape(kind: str, x: float, y: float) -> str:
    return f'<path class="{kind}" d="M{x:g} {y:g}{_KINDS[kind][1]}"/>'


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:g}" y="{y:g}">{_words(words)}</text>'


def _words(text: str) -> str:
    """``text`` as XML may hold it."""
    return escape(printable(text))
