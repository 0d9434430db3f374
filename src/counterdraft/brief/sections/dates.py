"""The claims that name a date, as found: nothing here is said to be true or false."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterdraft.brief.case import Case
from counterdraft.brief.report import Group, Row, Section, Statement, Table
from counterdraft.model import DateMention, Paragraph, Span
from counterdraft.wording.english import counted, long_period, ordinal

REACH = 300  # a clause begins at most so many characters before the end of its date
NOTE = "As the text has it; not checked."
CHECKED = "As the text has it; what registers say of some of them stands under Claims."
AFTER = 160  # and so much after it may be shown whole
# "Tenth Special Session": of what kind a session is stands behind its number.
_KIND_OF_SESSION = re.compile(r"\w(?:st|nd|rd|th) ((?:[A-Za-z-]+ ){0,3}session)$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.](?=\s|$)")

Mention = tuple[Paragraph, DateMention]


class Claim(NamedTuple):
    """A stretch of a paragraph, and the dates that it names."""

    paragraph: Paragraph
    clause: Span
    dates: tuple[DateMention, ...]


def dates(case: Case) -> Section | None:
    """The section; None where no date is named but beside a citation."""
    mentions = [(p, d) for p in case.resolution.paragraphs for d in p.dates]
    free = [(p, d) for p, d in mentions if not of_citation(p, d)]
    if not free:
        return None
    groups = [
        ("Dates and periods", [x for x in free if not _limit(*x) and x[1].kind != "session"]),
        ("Sessions", [x for x in free if not _limit(*x) and x[1].kind == "session"]),
        ("Time limits", [x for x in free if _limit(*x)]),
    ]
    made = tuple(Group(title, tuple(_rows(case, some))) for title, some in groups if some)
    columns = ("Date, as read", "In the words of the text", "Where")
    table = Table("Each with the clause that names it", columns, made, _note(case, mentions, free))
    return Section("dates", "Dates named", (table,))


def _note(case: Case, mentions: Sequence[Mention], free: Sequence[Mention]) -> str:
    verdicts = case.known.verdicts
    told = any(v.verdict != "unknown" for v in verdicts.verdicts) if verdicts else False
    note = CHECKED if told else NOTE
    rest = len(mentions) - len(free)
    if not rest:
        return note
    more = "belongs to a document cited" if rest == 1 else "belong to the documents cited"
    return f"{note} {counted(rest, 'more date')} {more}, and stand{'s' * (rest == 1)} with those."


def of_citation(paragraph: Paragraph, mention: DateMention) -> bool:
    """Whether a date is the one that a text gives beside a number it cites."""
    return any(c.date and c.date == mention.start == mention.end for c in paragraph.citations)


def _limit(paragraph: Paragraph, mention: DateMention) -> bool:
    """Whether a date is, or is in, a time limit."""
    return any(mention.text.strip() in words for words in paragraph.deadlines)


def _rows(case: Case, mentions: Iterable[Mention]) -> Iterator[Row]:
    for claim in claims(mentions):
        words = _cut(claim, case.document.text)
        read = tuple(dict.fromkeys(Statement(as_read(each)) for each in claim.dates))
        where = tuple(case.at(claim.paragraph, each.span) for each in claim.dates)
        yield Row((read, (Statement(words, style="quote"),), (Statement("", where[:1]),)))


def claims(mentions: Iterable[Mention]) -> list[Claim]:
    """Each clause that names dates, with all of them, in the order of the text."""
    found: dict[tuple[str, Span], Claim] = {}
    for paragraph, mention in mentions:
        span = clause(paragraph, mention.span)
        before = found.get((paragraph.id, span))
        dates_before = before.dates if before else ()
        found[paragraph.id, span] = Claim(paragraph, span, (*dates_before, mention))
    return list(found.values())


def clause(paragraph: Paragraph, span: Span) -> Span:
    """The words from the organ's verb before ``span`` to its next verb, if that is not far."""
    first = paragraph.span
    starts = [v.span.start for v in paragraph.verbs]
    start = max((s for s in starts if s <= span.start), default=first.start)
    start = max(start, _within_reach(paragraph, Span(start, span.end)))
    limit = min((s for s in starts if s >= span.end), default=first.end)
    end = _stop(paragraph, Span(span.end, limit))
    text = paragraph.text[start - first.start : end - first.start]
    kept = re.sub(r"[\s,;:.\[]+(?:and[\s,]*)?$", "", text)
    if kept.endswith("]") and kept.count("]") > kept.count("["):  # the bracket that it stands in
        kept = kept[:-1]
    return Span(start, start + len(kept))


def _stop(paragraph: Paragraph, rest: Span) -> int:
    """Where what follows a date ends: where it is long, at a stop that stands in no name."""
    if rest.end - rest.start <= AFTER:
        return rest.end
    offset = paragraph.span.start
    names = [each.span for each in paragraph.treaties]
    names += [each.span for each in paragraph.citations]
    names += [each.span for each in paragraph.addressees]
    for stop in _CLAUSE_END.finditer(paragraph.text, rest.start - offset, rest.end - offset):
        at = Span(offset + stop.start(), offset + stop.end())
        if not any(name.holds(at) for name in names):
            return at.start
    return rest.end


def _within_reach(paragraph: Paragraph, span: Span) -> int:
    """Where to begin so as not to be too long: after a stop, else at a word."""
    earliest = span.end - REACH
    if span.start >= earliest:
        return span.start
    offset = paragraph.span.start
    stretch = paragraph.text[earliest - offset : span.end - offset]
    after = re.search(r"[,;:] (?=.{40})", stretch) or re.search(r" (?=.{40})", stretch)
    return earliest + after.end() if after else earliest


def _cut(claim: Claim, text: str) -> str:
    """The clause on one line, with a sign of what is left out before it."""
    words = " ".join(claim.clause.of(text).split())
    starts = {claim.paragraph.span.start, *(v.span.start for v in claim.paragraph.verbs)}
    return words if claim.clause.start in starts else f"\u2026 {words}"


def as_read(mention: DateMention) -> str:
    """A date in full, a period from and to, a session by its number and kind."""
    if mention.kind == "session":
        kind = _KIND_OF_SESSION.search(mention.text)
        named = kind[1].lower() if kind else "session"
        return f"{ordinal(mention.session)} {named}" if mention.session else mention.text
    if not mention.start or not mention.end:
        return f"{mention.text} (no year)"
    return long_period(mention.start, mention.end)
