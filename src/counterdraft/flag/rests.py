"""A rival text → the words that show what it rests on, or what it would do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterdraft.flag.acts import Done
from counterdraft.flag.quotes import quoted
from counterdraft.lexicon.acts import things
from counterdraft.model import Paragraph, Resolution
from counterdraft.model.finding import Quoted
from counterdraft.text.straight import straighten

# So many places show it; more are not quoted.
_MOST = 3


def rests_on(rival: Resolution, thing: str) -> tuple[Quoted, ...]:
    """Where the rival shows that it rests on a thing: its title, then its paragraphs."""
    return tuple(_rests(rival, thing))[:_MOST]


def title_of(rival: Resolution) -> Quoted:
    """The rival's title, or what else names it."""
    return Quoted(text="rival", paragraph="", quote=rival.title or rival.symbol or rival.source)


def acts_quoted(acts: tuple[Done, ...], wanted: tuple[str, ...]) -> tuple[Quoted, ...]:
    """The words of those acts of the rival that are wanted, of a paragraph what it does first."""
    found = sorted((e for e in acts if e.id in wanted), key=lambda e: (e.way != "does", e.start))
    first = {each.clause.paragraph.id: each for each in reversed(found)}
    kept = [each for each in acts if first.get(each.clause.paragraph.id) is each]
    return tuple(quoted(each.clause.paragraph, *each.own, text="rival") for each in kept[:_MOST])


def _rests(rival: Resolution, thing: str) -> Iterator[Quoted]:
    """One place of each kind, in the lexicon's order; the operative part comes first."""
    words = things()[thing]
    if words.titles.search(straighten(rival.title or "")):
        yield title_of(rival)
    told = set()
    ordered = sorted(rival.paragraphs, key=lambda each: each.part == "preambular")
    for form in words.rests:
        paragraph, start, end = _first(ordered, form, words.unless)
        if paragraph is not None and paragraph.id not in told:
            told.add(paragraph.id)
            yield quoted(paragraph, start, end, text="rival")


def _first(
    paragraphs: Sequence[Paragraph], form: re.Pattern[str], unless: re.Pattern[str]
) -> tuple[Paragraph | None, int, int]:
    for paragraph in paragraphs:
        text = straighten(paragraph.text)
        found = form.search(text)
        if found is not None and not unless.search(text):
            return paragraph, found.start(), found.end()
    return None, 0, 0
