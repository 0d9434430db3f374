"""Hollow: a text that asks and comes back to nothing, and a clause that asks nobody.

Many ordinary requests have no time limit and no report. So it is the text as a whole that must have
neither, and a clause is told only where its verb goes at once to what is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from counterdraft.draft.annexes import annex_lines
from counterdraft.flag.clauses import Clause, clauses
from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rule import Rule
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.renewed import force_of
from counterdraft.model import Paragraph, Resolution, Span, Verb
from counterdraft.model.finding import Finding
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted
from counterdraft.wording.paragraph_label import paragraph_label

_SOURCE = "usage of the General Assembly; United Nations Editorial Manual (lexicon, follow_up)"
# With fewer requests a text does little by asking; so many of them are shown.
_REQUESTS, _SHOWN = 3, 6
_AND_ANNEX = ", and in no line of an annex,"
_OTHER_PART = ", or in another resolution under the same number, which was not read"


def no_follow_up(ground: Ground) -> Iterator[Finding]:
    """One finding for a text that asks, and in which nobody is to come back to it."""
    every = [each for each in clauses(ground.resolution) if each.paragraph.part == "operative"]
    headed = {above.id for each in every for above in each.above}
    asks = [e.paragraph for e in every if e.paragraph.id not in headed and _asks(e)]
    if len(asks) < _REQUESTS or any(_comes_back(each, ground.resolution.date) for each in every):
        return
    if _in_annexes(ground):
        return
    yield Finding(
        rule="hollow.no-follow-up", kind="hollow",
        statement=(
            f"The text asks in {counted(len(asks), 'paragraph')}; no report, no time limit and no "
            "later consideration was found in it."
        ),
        why=(
            f"In no operative paragraph{_AND_ANNEX if ground.resolution.annexes else ''} were "
            "words found that ask for a report or for information, set a time limit or a meeting, "
            "put the matter on an agenda or provide for a review."
        ),
        against=(
            "A text may state a position and leave follow-up to bodies that deal with the matter "
            "anyway; it may be provided for in words that were not recognised"
            f"{_OTHER_PART if _is_part(ground.resolution) else ''}.",
        ),
        evidence=tuple(quoted(each) for each in asks[:_SHOWN]), confidence="medium", source=_SOURCE,
    )  # fmt: skip


def _in_annexes(ground: Ground) -> bool:
    """Whether a line of an annex has words by which something is come back to."""
    words = follow_up()
    lines = annex_lines(ground.document, ground.resolution)
    texts = [straighten(line.span.of(ground.document.text)) for line in lines]
    return any(words.comes_back.search(each) or words.asked.search(each) for each in texts)


def _is_part(resolution: Resolution) -> bool:
    """Whether it is one of several under one number: "79/93 A"."""
    return re.search(r"\d [A-Z]$", resolution.symbol or "") is not None


def _asks(clause: Clause) -> bool:
    """By a verb of its own, or one above where it has none; or somebody was found to be asked."""
    if any(each.text for each in clause.paragraph.addressees):
        return True
    forces = {force_of(clause.paragraph, verb) for verb in clause.paragraph.verbs} or {clause.force}
    return not forces.isdisjoint(follow_up().asking)


def _comes_back(clause: Clause, today: str | None) -> bool:
    paragraph, words = clause.paragraph, follow_up()
    if paragraph.reporting or paragraph.deadline or words.comes_back.search(clause.text):
        return True
    asked = (each.start() for each in words.asked.finditer(clause.text))
    return any(map(clause.asked, asked)) or _lies_ahead(clause, today)


def _lies_ahead(clause: Clause, today: str | None) -> bool:
    """Whether something is asked or decided to be on a date after that of the text."""
    start = clause.paragraph.span.start - clause.own
    return any(
        today is not None and (each.start or "") > today
        and follow_up().dated.search(clause.text[: each.span.start - start])
        and clause.asked(each.span.start - start)
        for each in clause.paragraph.dates
    )  # fmt: skip


def no_addressee(ground: Ground) -> Iterator[Finding]:
    """Clauses whose verb asks, and goes at once to what is to be done; of a list the first."""
    told = set[Span]()
    for clause in clauses(ground.resolution):
        found = next(_asking_nobody(clause), None)
        if found is not None and found[1].span not in told:
            told.add(found[1].span)
            yield _told(clause, *found)


def _asking_nobody(clause: Clause) -> Iterator[tuple[Paragraph, Verb]]:
    """Verbs of the paragraph, or the one that it is a point under, with where they stand."""
    nobody = follow_up().nobody
    for verb in filter(partial(_names_nobody, clause.paragraph), clause.paragraph.verbs):
        if nobody.match(clause.text, clause.own + verb.span.end - clause.paragraph.span.start):
            yield clause.paragraph, verb
    if clause.above and clause.above[-1].verbs and not clause.paragraph.verbs:
        head, verb = clause.above[-1], clause.above[-1].verbs[-1]
        bare = not head.text[verb.span.end - head.span.start :].strip(" :,")
        own = clause.text[clause.own :]
        if bare and _names_nobody(head, verb) and nobody.match(f" {own[:1].lower()}{own[1:]}"):
            yield head, verb


def _names_nobody(paragraph: Paragraph, verb: Verb) -> bool:
    if paragraph.part != "operative" or verb.lemma not in follow_up().verbs:
        return False
    return not any(each.text and each.verb_span == verb.span for each in paragraph.addressees)


def _told(clause: Clause, at: Paragraph, verb: Verb) -> Finding:
    paragraph, start = clause.paragraph, verb.span.start - at.span.start
    label = paragraph_label(paragraph.id, paragraph.number)
    points = (quoted(paragraph),) if paragraph is not at else ()
    return Finding(
        rule="hollow.no-addressee", kind="hollow",
        statement=f"{label} asks, by “{verb.text}”, and names nobody who is to act.",
        why="The verb goes at once to what is to be done, and no one is named before it.",
        against=("Who is meant may be plain from the matter; a word may be lost by a slip.",),
        evidence=(quoted(at, start, start + len(verb.text)), *points), confidence="medium",
        source=_SOURCE,
    )  # fmt: skip


RULES = (
    Rule(
        "hollow.no-follow-up", "hollow", "requests that nobody comes back to", _SOURCE,
        no_follow_up, needs=("whole",),
    ),
    Rule("hollow.no-addressee", "hollow", "a request that names nobody", _SOURCE, no_addressee),
)  # fmt: skip
