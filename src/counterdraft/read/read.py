"""The bytes of a source → Document, by the reader that its content asks for."""

from __future__ import annotations

import re
from pathlib import Path

from counterdraft.errors import EmptySource, UnsupportedSource
from counterdraft.model import Document, View
from counterdraft.read.markup import markup_of

_MARKDOWN = frozenset({".md", ".markdown"})
# What stands before the mark, if anything, is not the document's.
_PDF = re.compile(rb"[\s\S]{0,1024}?%PDF-\d")
_HEAD = 4096
_SAVED_PAGE = re.compile(rb"content-type:\s*multipart/related", re.IGNORECASE)
_HEADERS = re.compile(rb"[\w-]+: ")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def read(data: bytes, source: str, *, view: View = "final", charset: str | None = None) -> Document:
    """The document that the bytes are, whatever the name of ``source`` says.

    ``view`` is the state of a text with tracked changes that is read, ``charset`` what the
    server of a web page says of it. Raises the errors of the readers, and UnsupportedSource
    for a format without one.
    """
    if not data:
        raise EmptySource("the file is empty", source=source, remedy="Choose a file with text")
    if b"%PDF-" in data[:_HEAD] and _PDF.match(data):
        from counterdraft.read.from_pdf import from_pdf

        return from_pdf(data, source)
    if data.startswith((*_ZIP, b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return _from_office(data, source, view)
    return _from_markup(data, source, charset)


def _from_office(data: bytes, source: str, view: View) -> Document:
    """A Word file, or one that LibreOffice makes a Word file of."""
    from counterdraft.read.from_docx import from_docx
    from counterdraft.read.office import from_office, office_kind
    from counterdraft.read.ole import ole_kind

    if office_kind(data) is not None:
        return from_office(data, source, view=view)
    if ole_kind(data) == "other":
        raise UnsupportedSource(
            "it is a file of an old office program, and no text",
            source=source,
            remedy="Save its text as a Word file or a PDF",
        )
    return from_docx(data, source, view=view)


def _from_markup(data: bytes, source: str, charset: str | None) -> Document:
    """A web page, the United Nations' XML, or text."""
    markup = markup_of(data)
    if markup == "html" or _is_saved_page(data[:_HEAD]):
        from counterdraft.read.from_html import from_html

        return from_html(data, source, charset=charset)
    if markup == "xml":
        from counterdraft.read.from_akn import from_akn

        return from_akn(data, source)
    from counterdraft.read.from_text import from_text

    return from_text(data, source, markdown=Path(source).suffix.lower() in _MARKDOWN)


def _is_saved_page(head: bytes) -> bool:
    """Whether it is a page that a browser saved with its pictures, as MHTML."""
    return bool(_HEADERS.match(head)) and bool(_SAVED_PAGE.search(head))
