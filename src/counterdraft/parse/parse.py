"""A Document → the resolutions in it.

The way of the data: boundaries finds the drafts, header reads what stands before
each, numbering places the paragraphs, and paragraphs reads each one's verbs,
citations, dates, treaties and addressees. Nothing is refused: what is odd becomes a
problem on the result.
"""

from __future__ import annotations

from counterdraft.draft.sponsors import is_known
from counterdraft.lexicon.languages import ENGLISH, language_of, language_said
from counterdraft.model import (
    Annex,
    Document,
    Footnote,
    Heading,
    Line,
    Paragraph,
    Problem,
    Resolution,
    Span,
)  # fmt: skip
from counterdraft.parse.amendments import is_amendment, read_amendment
from counterdraft.parse.blocks import organ_printed
from counterdraft.parse.boundaries import Draft, extent, find_drafts
from counterdraft.parse.bracketed import bracketed
from counterdraft.parse.gaps import numbers_left_out
from counterdraft.parse.header import Header, read_header
from counterdraft.parse.left_out import behind, cut_off, excerpted, passed_over
from counterdraft.parse.misspelt import no_verb, unknown_organ
from counterdraft.parse.numbering import Numbered, number_items
from counterdraft.parse.paragraphs import Reading, read_paragraphs
from counterdraft.text.straight import straighten
from counterdraft.wording.english import some

_TITLE_LENGTH = 300
_NAMED = 8  # sponsors by name in a problem


def parse(document: Document) -> tuple[Resolution, ...]:
    """Every resolution, draft or amendment document found, in the order of the text."""
    straight = straighten(document.text)
    drafts = find_drafts(document, straight)
    if not drafts and is_amendment(document, straight):
        return (_amendment(document, straight),)
    drafts = [draft for draft in drafts if draft.items]
    headers: list[Header] = []
    for draft in drafts:
        header = read_header(document, draft)
        headers.append(header.following(headers[-1]) if headers else header)
    return tuple(
        _resolution(document, straight, draft, header)
        for draft, header in zip(drafts, headers, strict=True)
    )


def _amendment(document: Document, straight: str) -> Resolution:
    header, organ = read_amendment(document, straight)
    target = f" to {header.draft_symbol}" if header.draft_symbol else ""
    problem = Problem("amendment-document", f"this document is an amendment{target}, not a draft")
    return Resolution(
        source=document.source, kind="amendment", symbol=header.symbol,
        organ=organ.name if organ else None, title=header.title, session=header.session,
        session_kind=header.session_kind, date=header.date, committee=header.committee,
        agenda_item=header.agenda_item, draft_symbol=header.draft_symbol,
        sponsors=header.sponsors, speakers=header.speakers, span=Span(0, len(document.text)),
        problems=(*document.problems, problem),
    )  # fmt: skip


def _resolution(document: Document, straight: str, draft: Draft, header: Header) -> Resolution:
    numbered = number_items(draft.items)
    language = _language(document, straight, draft)
    reading = Reading(document, straight, draft.organ, language)
    paragraphs = read_paragraphs(reading, numbered)
    span = extent(draft)
    return Resolution(
        source=document.source,
        language=language,
        kind=header.kind,
        decision=header.decision,
        symbol=header.symbol,
        organ=_organ_name(draft, straight),
        title=header.title,
        session=header.session,
        session_kind=header.session_kind,
        date=header.date,
        committee=header.committee,
        agenda_item=header.agenda_item,
        draft_symbol=header.draft_symbol,
        sponsors=header.sponsors,
        speakers=header.speakers,
        subjects=header.subjects,
        adoption=header.adoption,
        formula=draft.formula.block.span.of(document.text) if draft.formula else None,
        span=span,
        headings=_headings(document, draft, numbered),
        lines=_lines(document, draft, numbered),
        annexes=_annexes(document, draft),
        paragraphs=paragraphs,
        footnotes=_footnotes(document, paragraphs, span),
        problems=(
            *document.problems,
            *_problems(draft, numbered, paragraphs, language, straight),
            *_unknown_sponsors(header),
        ),
        revisions=tuple(each for each in document.revisions if span.holds(each.span)),
        comments=tuple(each for each in document.comments if span.holds(each.span)),
    )


def _organ_name(draft: Draft, straight: str) -> str | None:
    """The organ by its name, or as its formula prints it where no table has it."""
    if draft.organ is not None:
        return draft.organ.name
    return organ_printed(straight, draft.formula) if draft.formula else None


def _language(document: Document, straight: str, draft: Draft) -> str:
    """The language of a draft's own words; of few of them, that of its source."""
    own = [item for item in draft.items if item.kind not in {"annex", "annexed"}]
    found = [item.found for item in own or draft.items]
    found += [draft.formula] if draft.formula else []
    words = [each.block.span.of(straight) for each in found]
    return language_of("\n".join(words), document.language)


def _headings(document: Document, draft: Draft, numbered: list[Numbered]) -> tuple[Heading, ...]:
    ids = {placed.item.found.place: placed.id for placed in numbered}
    headings = []
    for i, item in enumerate(draft.items):
        if item.kind != "heading":
            continue
        after = next((ids[x.found.place] for x in draft.items[i:] if x.found.place in ids), None)
        span = item.found.block.span
        headings.append(Heading(span.of(document.text), span, after))
    return tuple(headings)


def _lines(document: Document, draft: Draft, numbered: list[Numbered]) -> tuple[Line, ...]:
    ids = {placed.item.found.place: placed.id for placed in numbered}
    lines, behind = [], None
    for item in draft.items:
        behind = ids.get(item.found.place, behind)
        if item.kind == "line":
            span = item.found.block.span
            lines.append(Line(span.of(document.text), span, behind))
    return tuple(lines)


def _annexes(document: Document, draft: Draft) -> tuple[Annex, ...]:
    annexes: list[list[Span]] = []
    for item in draft.items:
        if item.kind == "annex":
            annexes.append([item.found.block.span])
        elif item.kind == "annexed" and annexes:
            annexes[-1].append(item.found.block.span)
    return tuple(_annex(document, spans[0], spans[1:]) for spans in annexes)


def _annex(document: Document, label: Span, body: list[Span]) -> Annex:
    """An annex out of the line that labels it and the blocks below."""
    whole = Span(label.start, body[-1].end if body else label.end)
    title = body[0].of(document.text) if body else None
    if title is not None and (len(title) > _TITLE_LENGTH or title.endswith((".", ";", ":", ","))):
        title = None
    text = document.text[body[0].start : whole.end] if body else ""
    return Annex(label.of(document.text), title, text, whole)


def _footnotes(
    document: Document, paragraphs: tuple[Paragraph, ...], span: Span
) -> tuple[Footnote, ...]:
    notes = []
    for note in document.notes:
        if not span.start <= note.anchor <= span.end:
            continue
        holder = next((p.id for p in paragraphs if p.span.start <= note.anchor <= p.span.end), None)
        notes.append(Footnote(note.marker, holder, note.anchor, note.text))
    return tuple(notes)


def _problems(
    draft: Draft, numbered: list[Numbered], paragraphs: tuple[Paragraph, ...], language: str,
    straight: str,
) -> list[Problem]:  # fmt: skip
    found = [] if language == ENGLISH else [Problem("other-language", _other_language(language))]
    found += _missing(draft, paragraphs, straight)
    unknown: list[Paragraph] = []
    for placed, paragraph in zip(numbered, paragraphs, strict=True):
        if placed.repeated:
            words = _repeated(placed)
            found.append(Problem("repeated-number", words, paragraph.span))
        if language == ENGLISH and _opens_unknown(placed, paragraph):
            unknown.append(paragraph)
    found += [*no_verb(unknown, paragraphs, straight), *bracketed(paragraphs)]
    found += [*numbers_left_out(paragraphs), *excerpted(paragraphs)]
    return [*found, *passed_over(draft, numbered, straight), *cut_off(draft, paragraphs, straight)]


def _unknown_sponsors(header: Header) -> list[Problem]:
    """That names among the sponsors are in no table of States and groups."""
    groups = {each.group for each in header.speakers}
    unknown = [each for each in header.sponsors if not is_known(each) and each not in groups]
    if not unknown:
        return []
    words = (
        f"among the sponsors {some(unknown, _NAMED)} stand{'s' * (len(unknown) == 1)} as printed"
    )
    return [Problem("unknown-sponsor", f"{words}: no table of States and groups has the name")]


def _repeated(placed: Numbered) -> str:
    """That a number is printed twice; of one that is no figure, how its paragraph is counted."""
    marker = placed.item.found.marker
    if placed.number or marker is None:
        return f"the number {placed.number} stands more than once"
    return f"the number {marker.value} stands more than once; here it counts as {placed.id}"


def _opens_unknown(placed: Numbered, paragraph: Paragraph) -> bool:
    return paragraph.level == 0 and paragraph.phrase is None and placed.item.kind != "loose"


def _other_language(language: str) -> str:
    """What is not read of a text that is not in English: of it, nothing found means nothing."""
    return (
        f"the text is in {language_said(language)}: its paragraphs and full symbols are read; its "
        "verbs, whom it asks for what, dates and treaties, which are read in English, are not"
    )


def _missing(draft: Draft, paragraphs: tuple[Paragraph, ...], straight: str) -> list[Problem]:
    """What every draft has, and this one has not."""
    found = []
    if draft.formula is None and draft.declared is None:
        words = "no line was recognized as naming the organ; the draft was found by its clauses"
        if draft.organ is not None:
            words = "no formula was found; the organ is the one that the sentence before it names"
        found.append(Problem("no-formula", words))
    elif draft.organ is None:
        found += unknown_organ(_organ_name(draft, straight) or "")
    if not any(p.part == "operative" for p in paragraphs):
        words = "no operative paragraph was found in the draft"
        found.append(Problem("no-operative-part", f"{words}{behind(draft, straight)}"))
    if not any(p.part == "preambular" for p in paragraphs):
        found.append(Problem("no-preamble", "no preambular paragraph was found in the draft"))
    return found
