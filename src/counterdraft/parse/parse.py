"""A Document → the resolutions in it.

The way of the data: boundaries finds the drafts, header reads what stands before
each, numbering places the paragraphs, and paragraphs reads each one's verbs,
citations, dates, treaties and addressees. Nothing is refused: what is odd becomes a
problem on the result.
"""

from __future__ import annotations

from counterdraft.model import (
    Annex,
    Document,
    Footnote,
    Heading,
    Paragraph,
    Problem,
    Resolution,
    Span,
)  # fmt: skip
from counterdraft.parse.boundaries import (
    Draft,
    extent,
    find_drafts,
    is_amendment,
)  # fmt: skip
from counterdraft.parse.header import Header, header_of_amendment, read_header
from counterdraft.parse.numbering import Numbered, number_items
from counterdraft.parse.paragraphs import Reading, read_paragraphs
from counterdraft.text.straight import straighten


def parse(document: Document) -> tuple[Resolution, ...]:
    """Every resolution, draft or amendment document found, in the order of the text."""
    straight = straighten(document.text)
    drafts = find_drafts(document, straight)
    if is_amendment(straight, drafts):
        return (_amendment(document, straight),)
    drafts = [draft for draft in drafts if draft.items]
    headers: list[Header] = []
    for draft in drafts:
        header = read_header(document, straight, draft)
        headers.append(header.following(headers[-1]) if headers else header)
    return tuple(
        _resolution(document, straight, draft, header)
        for draft, header in zip(drafts, headers, strict=True)
    )


def _amendment(document: Document, straight: str) -> Resolution:
    header, organ, span = header_of_amendment(document, straight)
    target = f" to {header.draft_symbol}" if header.draft_symbol else ""
    problem = Problem("amendment-document", f"this document is an amendment{target}, not a draft")
    return Resolution(
        source=document.source, kind="amendment", symbol=header.symbol,
        organ=organ.name if organ else None, title=header.title, session=header.session,
        session_kind=header.session_kind, date=header.date, committee=header.committee,
        agenda_item=header.agenda_item, draft_symbol=header.draft_symbol,
        sponsors=header.sponsors, span=span, problems=(*document.problems, problem),
    )  # fmt: skip


def _resolution(document: Document, straight: str, draft: Draft, header: Header) -> Resolution:
    numbered = number_items(draft.items)
    reading = Reading(document, straight, draft.organ)
    paragraphs = read_paragraphs(reading, numbered)
    span = extent(draft)
    return Resolution(
        source=document.source,
        kind=header.kind,
        symbol=header.symbol,
        organ=draft.organ.name if draft.organ else None,
        title=header.title,
        session=header.session,
        session_kind=header.session_kind,
        date=header.date,
        committee=header.committee,
        agenda_item=header.agenda_item,
        draft_symbol=header.draft_symbol,
        sponsors=header.sponsors,
        formula=draft.formula.block.span.of(document.text) if draft.formula else None,
        span=span,
        headings=_headings(document, draft, numbered),
        annexes=_annexes(document, draft),
        paragraphs=paragraphs,
        footnotes=_footnotes(document, paragraphs, span),
        problems=(*document.problems, *_problems(draft, header, numbered, paragraphs)),
    )


def _headings(document: Document, draft: Draft, numbered: list[Numbered]) -> tuple[Heading, ...]:
    ids = {placed.item.found.index: placed.id for placed in numbered}
    headings = []
    for i, item in enumerate(draft.items):
        if item.kind != "heading":
            continue
        after = next((ids[x.found.index] for x in draft.items[i:] if x.found.index in ids), None)
        span = item.found.block.span
        headings.append(Heading(span.of(document.text), span, after))
    return tuple(headings)


def _annexes(document: Document, draft: Draft) -> tuple[Annex, ...]:
    annexes: list[Annex] = []
    blocks = [
        (item.kind, item.found.block.span)
        for item in draft.items
        if item.kind in {"annex", "annexed"}
    ]
    starts = [i for i, (kind, _) in enumerate(blocks) if kind == "annex"]
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else len(blocks)
        label = blocks[start][1].of(document.text)
        body = [span for _, span in blocks[start + 1 : stop]]
        whole = Span(blocks[start][1].start, body[-1].end if body else blocks[start][1].end)
        title = body[0].of(document.text) if body else None
        if title is not None and (len(title) > 300 or title.endswith((".", ";", ":", ","))):
            title = None
        text = document.text[body[0].start : whole.end] if body else ""
        annexes.append(Annex(label, title, text, whole))
    return tuple(annexes)


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
    draft: Draft, header: Header, numbered: list[Numbered], paragraphs: tuple[Paragraph, ...]
) -> list[Problem]:
    found = []
    if draft.formula is None and draft.declared is None:
        found.append(
            Problem("no-formula", "no line names the organ; the draft was found by its clauses")
        )
    if not any(p.part == "operative" for p in paragraphs):
        found.append(Problem("no-operative-part", "the draft has no operative paragraph"))
    if not any(p.part == "preambular" for p in paragraphs):
        found.append(Problem("no-preamble", "the draft has no preambular paragraph"))
    for placed, paragraph in zip(numbered, paragraphs, strict=True):
        if placed.repeated:
            found.append(
                Problem(
                    "repeated-number",
                    f"the number {placed.number} stands more than once",
                    paragraph.span,
                )
            )
        if paragraph.level == 0 and paragraph.phrase is None and placed.item.kind != "loose":
            found.append(
                Problem(
                    "no-verb", f"{paragraph.id} opens with no verb that is known", paragraph.span
                )
            )
    last = paragraphs[-1] if paragraphs else None
    if last is not None and last.text[-1:] not in {
        ".",
        ";",
        ",",
        ":",
        "\u201d",
        '"',
        "]",
        "!",
        "?",
        ")",
    }:
        found.append(Problem("cut-off", f"{last.id} ends in the middle of a sentence", last.span))
    return found
