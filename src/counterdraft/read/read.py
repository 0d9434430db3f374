"""The bytes of a source → Document, by the reader that its content asks for."""

from __future__ import annotations

import re
from pathlib import Path

from counterdraft.errors import EmptySource, UnsupportedSource
from counterdraft.model import Document
from counterdraft.read.from_akn import from_akn
from counterdraft.read.from_text import from_text

_MARKDOWN = frozenset({".md", ".markdown"})
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|!--|[A-Za-z][\w:.-]*[\s/>])")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!DOCTYPE\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# What came before the mark, if anything, is not the document's.
_PDF = re.compile(rb"[\s\S]{0,1024}?%PDF-\d")
# Formats by their first bytes, each with what a person can do instead.
_OTHERS = (
    (b"PK\x03\x04", "a Word file or another archive", "Save it as plain text, or name a .zip"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save it as plain text"),
    (b"{\\rtf", "rich text (RTF)", "Save it as plain text"),
)


def read(data: bytes, source: str) -> Document:
    """The document that the bytes are, whatever the name of ``source`` says.

    Raises the errors of its readers, and UnsupportedSource for a format without one.
    """
    if not data:
        raise EmptySource("the file is empty", source=source, remedy="Choose a file with text")
    if _PDF.match(data):
        from counterdraft.read.from_pdf import from_pdf

        return from_pdf(data, source)
    for magic, what, remedy in _OTHERS:
        if data.startswith(magic):
            raise UnsupportedSource(
                f"it is {what}, which is not read yet", source=source, remedy=remedy
            )
    if _HTML.match(data[:2000]):
        raise UnsupportedSource(
            "it is a web page, which is not read yet", source=source, remedy="Save its text as .txt"
        )
    if _is_xml(data):
        return from_akn(data, source)
    return from_text(data, source, markdown=Path(source).suffix.lower() in _MARKDOWN)


def _is_xml(data: bytes) -> bool:
    head = data[:200]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return b"<\x00?\x00x\x00m\x00l" in head or b"\x00<\x00?\x00x\x00m\x00l" in head
    return bool(_XML.match(head))
