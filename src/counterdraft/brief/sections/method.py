"""What the reader of a draft found odd, how this brief was made, and where its limits are."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from counterdraft.brief.case import Case
from counterdraft.brief.report import Bullets, Fact, Facts, Part, Section, Statement
from counterdraft.model import Problem
from counterdraft.text.wording import counted, sentence

READ = (
    "Everything here was read out of the text by rules and tables of usage in United Nations "
    "resolutions. "
)
UNCHECKED = "Nothing was looked up, and no claim that the text makes was checked."
CHECKED = (
    "But for the figures of votes, whose sources are named with them, nothing was looked up; and "
    "but for claims about these votes, no claim that the text makes was checked."
)
LIMITS = (
    "Each statement leads to the words that it rests on. Rules miss things and misread things: "
    "what is not found may still be there, and those words decide.",
    "Where a text leaves open what it means, this brief leaves it open too.",
)
ANNEXES = "Annexes are shown and not analysed."
NOTES = "What only footnotes cite is listed with the number of the note."


def method(case: Case) -> Section:
    """The section; every brief says how it was made."""
    parts: list[Part] = []
    if case.resolution.problems:
        problems = tuple(_problem(case, each) for each in case.resolution.problems)
        parts.append(Bullets("What was odd about the text", problems))
    parts.append(Bullets(None, tuple(map(Statement, _limits(case)))))
    parts.append(Facts(tuple(_made_from(case))))
    return Section("method", "Method and limits", tuple(parts))


def _problem(case: Case, problem: Problem) -> Statement:
    places = case.around(problem.span) if problem.span else ()
    return Statement(sentence(problem.message), places)


def _limits(case: Case) -> Iterator[str]:
    voted = case.known.voted
    yield READ + (CHECKED if voted is not None and voted.rows else UNCHECKED)
    yield from LIMITS
    if case.resolution.annexes:
        yield ANNEXES
    if any(p.note_citations for p in case.resolution.paragraphs):
        yield NOTES


def _made_from(case: Case) -> Iterator[Fact]:
    text = case.document.text
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    yield Fact("Made by", (Statement(case.generator),))
    yield Fact("Made from", (Statement(f"{case.source} ({case.document.media_type})"),))
    yield Fact("Text read", (Statement(f"{counted(len(text), 'character')}, SHA-256 {digest}"),))
