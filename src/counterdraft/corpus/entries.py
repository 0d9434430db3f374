"""A parsed resolution → what the corpus keeps of it.

In: a ``Resolution``, its language. Out: an :class:`Entry`: the record of the text, its clauses,
and what they cite. Of the text's own file only the last part of the name is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import Literal, NamedTuple

from msgspec import Struct

from counterdraft.errors import NoResolution
from counterdraft.lexicon.layout import layout
from counterdraft.model import Citation, Paragraph, Part, Record, Resolution
from counterdraft.text.characters import sound

_CORRECTED = re.compile(r"/Corr\.(\d+)$")
# "A_RES_76_16_reissue.xml", "A_RES_79_1_Corr.2.pdf"
_REISSUED = re.compile(
    r"(?<![a-z])(?:reissued?|corr(?:igendum)?[. _-]*(\d*))(?![a-z])", re.IGNORECASE
)
_OF_DIGEST = 16


class ClauseRow(Struct, frozen=True, gc=False):
    """A paragraph as it is kept; ``force`` is that of its first verb."""

    paragraph: str
    part: Part
    number: str | None
    phrase: str | None
    text: str
    addressees: tuple[str, ...] = ()
    force: str | None = None


class CitationRow(Struct, frozen=True, gc=False):
    """A document that a paragraph, or a footnote to it, cites; as printed it is ``text``."""

    paragraph: str
    symbol: str | None
    text: str
    kind: Literal["resolution", "decision", "document", "other"]
    candidates: tuple[str, ...] = ()
    note: bool = False


class Entry(NamedTuple):
    """A text of the corpus with all that is kept of it."""

    record: Record
    clauses: tuple[ClauseRow, ...]
    citations: tuple[CitationRow, ...]


Key = tuple[str, str]
"""What there is one of in a corpus: an id in a language."""


def key_of(record: Record) -> Key:
    """The key of a text."""
    return record.id, record.language


def in_time(record: Record) -> tuple[str, str, str]:
    """What texts are put in order by: the date, those without one last; then the id."""
    return record.date or "9999", record.id, record.language


def version_of(record: Record) -> int:
    """Which version of its text this is: 0 as first issued, more for a reissue or corrigendum."""
    corrected = _CORRECTED.search(record.symbol or "")
    said = _REISSUED.search(record.source)
    numbers = [int(corrected[1])] if corrected else []
    numbers += [int(said[1] or 1)] if said else []
    return max(numbers, default=0)


def entry_of(resolution: Resolution, language: str = "en") -> Entry:
    """What is kept of ``resolution``.

    Raises NoResolution where it has no paragraphs, as an amendment document has none.
    """
    if resolution.kind == "amendment" or not resolution.paragraphs:
        raise NoResolution(
            "the text has no paragraphs", source=resolution.source,
            remedy="It is left out: a corpus holds resolutions and drafts",
        )  # fmt: skip
    return Entry(
        _record(resolution, language),
        tuple(_clause(each) for each in resolution.paragraphs),
        tuple(_citations(resolution.paragraphs)),
    )


def _record(resolution: Resolution, language: str) -> Record:
    words = _whole("\n".join(each.text for each in resolution.paragraphs))
    digest = sha256(words.encode()).hexdigest()
    own = _CORRECTED.sub("", resolution.symbol) if resolution.symbol else None
    return Record(
        id=own or f"text-{digest[:_OF_DIGEST]}",
        symbol=resolution.symbol,
        title=_whole(resolution.title) if resolution.title else None,
        organ=resolution.organ,
        session=resolution.session,
        session_kind=resolution.session_kind,
        date=resolution.date,
        committee=main_committee(resolution.committee),
        agenda_item=resolution.agenda_item,
        draft_symbol=resolution.draft_symbol,
        language=language,
        kind="draft" if resolution.kind == "draft" else "resolution",
        sponsors=resolution.sponsors,
        subjects=resolution.subjects,
        adoption=resolution.adoption,
        source=_whole(PurePath(resolution.source.replace("\\", "/")).name),
        digest=digest,
    )


def main_committee(name: str | None) -> str | None:
    """A Main Committee by one name: the Fourth has two."""
    numbers = layout().other_committees
    return next((full for other, full in numbers.items() if other == name), name)


def _clause(paragraph: Paragraph) -> ClauseRow:
    return ClauseRow(
        paragraph.id, paragraph.part, paragraph.number, paragraph.phrase,
        _whole(paragraph.text),
        tuple(dict.fromkeys(each.class_ for each in paragraph.addressees)),
        paragraph.verbs[0].force if paragraph.verbs else None,
    )  # fmt: skip


def _citations(paragraphs: tuple[Paragraph, ...]) -> Iterator[CitationRow]:
    for each in paragraphs:
        yield from (_citation(each.id, cited, note=False) for cited in each.citations)
        yield from (_citation(each.id, cited, note=True) for cited in each.note_citations)


def _citation(paragraph: str, cited: Citation, *, note: bool) -> CitationRow:
    return CitationRow(
        paragraph, cited.symbol, _whole(cited.text), cited.kind, cited.candidates, note
    )


def _whole(text: str) -> str:
    """``text`` as files can hold it: what is no character is replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return sound(text)
    return sound(text) if "\0" in text else text
