"""A web page → Document.

In: the bytes of a page, as fetched or as saved by a browser, Word or Google Docs, alone or
as MHTML. Out: a Document whose blocks are the paragraphs of the article, numbered as a
browser shows them, without menus, banners and readers' comments; footnotes, links and
``<del>`` and ``<ins>`` apart. Nothing is fetched and nothing is run. libxml2 says of an
element on which line of the page it begins, and no more: so ``Block.line`` leads back to the
page, and ``Document.offsets`` is left as it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree
from msgspec.structs import replace

from counterdraft.errors import EmptySource, NeedsBrowser, ReadError
from counterdraft.model import Document
from counterdraft.read.html.flow import flow
from counterdraft.read.html.runs import Page, Run
from counterdraft.read.html.scope import draft_lines, text_of
from counterdraft.read.html.source import Source, is_mhtml, sources
from counterdraft.read.html.tree import tree
from counterdraft.read.html.write import write

_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]|$)")
_SCRIPTED = re.compile(
    r"\b(?:enable|requires?|needs?|without|turn on|activate)\b.{0,40}\bjavascript\b"
    r"|\bjavascript\b.{0,60}\b(?:enabled?|required|disabled|needed|to run)\b",
    re.IGNORECASE | re.DOTALL,
)
# A page that says less than this, and has scripts, is waiting for them.
_NEXT_TO_NOTHING = 250


class _Read(NamedTuple):
    """One page, and what of it is text."""

    source: Source
    root: etree._Element
    page: Page
    runs: list[Run]

    @property
    def length(self) -> int:
        return sum(len(run.plain) for run in self.runs)


def from_html(data: bytes, source: str, *, charset: str | None = None) -> Document:
    """Read a web page; ``charset`` is the encoding that the server named.

    Raises NeedsBrowser where there is no text until scripts have run, EmptySource where
    there is none, UnsafeSource and SourceTooLarge for what no honest page has, DamagedSource
    for an archive that cannot be taken apart, UnsupportedSource for bytes that are no text.
    """
    parts = sources(data, source, charset)
    found = [_read(parts[0], source)] if len(parts) == 1 else _readable(parts, source)
    best = max(found, key=lambda read: (draft_lines(read.runs), read is found[0], read.length))
    media_type = "multipart/related" if is_mhtml(data) else "text/html"
    return _document(best, source, media_type)


def _readable(parts: list[Source], source: str) -> list[_Read]:
    """The parts of an archive that can be read; where none can, what is wrong with the first."""
    found = []
    errors = []
    for part in parts:
        try:
            found.append(_read(part, source))
        except ReadError as error:
            errors.append(error)
    if not found:
        raise errors[0]
    return found


def _read(each: Source, source: str) -> _Read:
    root = tree(each.text, source)
    page = flow(root)
    read = _Read(each, root, page, text_of(page, root))
    if read.length >= _NEXT_TO_NOTHING or draft_lines(read.runs):
        return read
    page = flow(root, unscripted=True)
    unscripted = _Read(each, root, page, text_of(page, root))
    said = " ".join(run.plain for run in unscripted.runs)
    if draft_lines(unscripted.runs):
        return unscripted
    if _SCRIPTED.search(said) and len(said) < 2 * _NEXT_TO_NOTHING:
        raise _needs_browser(source)
    if read.runs or unscripted.runs:
        return read if read.runs else unscripted
    if next(root.iter("script"), None) is not None:
        raise _needs_browser(source)
    raise _empty(root, source)


def _needs_browser(source: str) -> NeedsBrowser:
    return NeedsBrowser(
        "the page shows its text only when its scripts run, and they are not run here",
        source=source,
        remedy="Open it in a browser and save it from there as PDF or text",
    )


def _empty(root: etree._Element, source: str) -> EmptySource:
    if next(root.iter("frameset"), None) is not None:
        return EmptySource(
            "the page is a set of frames, whose text is in files of their own",
            source=source,
            remedy="Open the frame with the text and save that",
        )
    return EmptySource("there is no text on the page", source=source, remedy="Save it again")


def _document(read: _Read, source: str, media_type: str) -> Document:
    written = write(read.runs, read.page)
    language = _LANGUAGE.match(read.root.get("lang") or "")
    base = _base(read, source)
    return Document(
        source=source,
        media_type=media_type,
        text=written.text,
        blocks=written.blocks,
        language=language[1].lower() if language else "en",
        encoding=read.source.encoding,
        notes=written.notes,
        links=tuple(replace(link, target=_join(base, link.target)) for link in written.links),
        problems=read.source.problems,
        revisions=written.revisions,
    )


def _base(read: _Read, source: str) -> str:
    """The address that the page's links start from; empty where the page has none."""
    address = source if source.startswith(("http://", "https://")) else read.source.location
    declared = next((each.get("href", "") for each in read.root.iter("base")), "")
    return _join(address, declared)


def _join(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:  # what stands for the host is none
        return target
