"""A Word file → Document.

In: the bytes of a DOCX (or DOCM). Out: a Document in one view of its tracked changes:
the paragraphs with the numbers that Word prints, styles and italics, footnotes and
endnotes apart, links, comments, and every tracked change in every view. Headers and
footers are left out, and so are proposals that stand in a table beside the draft.
Nothing that the file names outside of itself is fetched, and nothing in it is run.
``Document.offsets`` leads to the view's own text: the pieces of
``counterdraft.ooxml.pieces`` that stand in it and are not hidden, one after another.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from counterdraft.errors import DamagedSource, EmptySource, UnsupportedSource
from counterdraft.model import Document, Problem, View
from counterdraft.model.document import WORD
from counterdraft.ooxml.groups import context_of
from counterdraft.ooxml.names import w
from counterdraft.ooxml.package import Package
from counterdraft.read.docx_columns import beside_the_draft, problems_of
from counterdraft.read.docx_story import StoryReader
from counterdraft.read.docx_unread import unread
from counterdraft.read.ole import ole_kind
from counterdraft.read.tracked import tracked_changes

MEDIA_TYPE = WORD

_EMBEDDED = frozenset({"oleObject", "package"})
_FETCHED = frozenset({"image", "frame", "subDocument", "attachedTemplate", "oleObject", "aFChunk"})


def from_docx(data: bytes, source: str, *, view: View = "final") -> Document:
    """Read a Word file, with its tracked changes accepted, rejected, or both side by side.

    Raises UnsupportedSource for what is no Word file or is protected by a password,
    DamagedSource, UnsafeSource or SourceTooLarge for one that is unsound, and EmptySource
    where it holds no words.
    """
    if ole_kind(data) == "encrypted":
        raise UnsupportedSource(
            "the file is protected by a password", source=source,
            remedy="Open it in Word with its password, and save a copy without one",
        )  # fmt: skip
    package = Package(data, source)
    root = package.document()
    columns = beside_the_draft(root)
    beside = frozenset(cell for each in columns for cell in each.cells)
    reader = StoryReader(context_of(package, root, view), beside)
    body = root.find(w("body"))
    if body is None:
        raise DamagedSource(
            "the document part has no body", source=source, place=package.main,
            remedy="Save or fetch the file again",
        )  # fmt: skip
    reader.read(body)
    odd = (*_left_alone(package, root), *problems_of(columns), *unread(root, beside))
    return _document(reader, package, odd, view)


def _document(
    reader: StoryReader, package: Package, odd: tuple[Problem, ...], view: View
) -> Document:
    text = reader.text()
    revisions = reader.revisions(text)
    if not text.strip() and not revisions:
        raise EmptySource(
            "the document holds no words; pictures are not read", source=package.source,
            remedy="Choose a file with text",
        )  # fmt: skip
    return Document(
        source=package.source,
        media_type=MEDIA_TYPE,
        text=text,
        blocks=reader.blocks(text),
        notes=tuple(reader.notes),
        links=reader.links(text),
        problems=(*tracked_changes(revisions, view), *odd),
        offsets=reader.offsets,
        view=view,
        revisions=revisions,
        comments=reader.comments(text),
    )


def _left_alone(package: Package, root: etree._Element) -> Iterator[Problem]:
    """What a word processor would run, fetch or open, and a reader does not."""
    own = package.relationships(package.main)
    settings = package.related(package.main, "settings")
    named = (*own, *(package.relationships(settings) if settings else ()))
    if any(each.kind == "vbaProject" for each in own):
        yield Problem("active-content", "the file holds macros; they were not run")
    embedded = sum(each.kind in _EMBEDDED and not each.external for each in own)
    if embedded:
        words = f"the file embeds {_counted(embedded, 'object')} not opened"
        yield Problem("active-content", words)
    outside = sum(each.kind in _FETCHED and each.external for each in named)
    if outside:
        words = f"the file names {_counted(outside, 'part', 'outside of it')} not fetched"
        yield Problem("active-content", words)
    inserted = sum(1 for _ in root.iter(w("altChunk"), w("subDoc")))
    if inserted:
        words = f"the file has {_counted(inserted, 'document', 'inserted as a whole')} not read"
        yield Problem("inserted-document", words)


def _counted(count: int, noun: str, more: str = "") -> str:
    """ "2 parts outside of it; they were"."""
    plural = count != 1
    words = f"{count} {noun}{'s' if plural else ''} {more}".rstrip()
    return f"{words}; {'they were' if plural else 'it was'}"
