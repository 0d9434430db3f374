"""How the draft is built: an outline of its paragraphs, headings and annexes."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.brief.case import Case, label
from counterdraft.brief.report import (
    Bullets,
    Evidence,
    Group,
    Part,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.brief.summary import counts
from counterdraft.model import Annex, Heading, Paragraph
from counterdraft.wording.english import counted, sentence, shortened

FIRST_WORDS = 80
PARTS = {"preambular": "Preamble", "operative": "Operative part"}
NOTE = (
    "PP3 is the third preambular paragraph, OP2 (a) the first subparagraph of operative "
    "paragraph 2; preambular ones are counted where no number is printed."
)


def structure(case: Case) -> Section | None:
    """The outline; None where there are no paragraphs."""
    resolution = case.resolution
    if not resolution.paragraphs:
        return None
    groups = tuple(_groups(case))
    columns = ("Paragraph", "Initiating phrase", "First words")
    counted = Prose((Statement(sentence(counts(case))),))
    parts: list[Part] = [counted, Table("Outline of the paragraphs", columns, groups, NOTE)]
    if resolution.annexes:
        items = tuple(
            _annex(case, number, annex) for number, annex in enumerate(resolution.annexes, 1)
        )
        parts.append(Bullets("Annexes", items))
    return Section("structure", "How it is built", tuple(parts))


def _groups(case: Case) -> Iterator[Group]:
    """The paragraphs under their part, or under the heading that the text sets above them."""
    headings = {each.before: each for each in case.resolution.headings}
    rows: list[Row] = []
    title: str | None = None
    part = None
    for paragraph in case.resolution.paragraphs:
        opening = _opening(paragraph, part, headings)
        if opening is not None:
            if rows:
                yield Group(title, tuple(rows))
            rows, title, part = [], opening, paragraph.part
        rows.append(_row(case, paragraph))
    yield Group(title, tuple(rows))


def _opening(
    paragraph: Paragraph, part: str | None, headings: dict[str | None, Heading]
) -> str | None:
    """The title of the group that begins with a paragraph, if one does."""
    heading = headings.get(paragraph.id)
    above = PARTS[paragraph.part]
    if heading:
        return f"{above}: {shortened(heading.text, FIRST_WORDS)}"
    return above if paragraph.part != part else None


def _row(case: Case, paragraph: Paragraph) -> Row:
    phrase = paragraph.phrase or ""
    rest = paragraph.text[len(phrase) :] if paragraph.text.startswith(phrase) else paragraph.text
    cells = (
        (Statement(label(paragraph), (case.at(paragraph),), "name"),),
        (Statement(phrase, style="quote"),) if phrase else (),
        (Statement(shortened(rest.lstrip(" ,"), FIRST_WORDS), style="quote"),),
    )
    return Row(cells, paragraph.level)


def _annex(case: Case, number: int, annex: Annex) -> Statement:
    title = f": {annex.title}" if annex.title else ""
    words = f" ({counted(len(annex.text.split()), 'word')})"
    page = case.document.page_of(annex.span.start)
    place = Evidence(f"annex-{number}", annex.span, annex.label, page)
    return Statement(f"{annex.label}{title}{words}", (place,))
