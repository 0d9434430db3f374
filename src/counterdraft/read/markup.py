"""The bytes of a source that may be marked up → what they are: a page, XML, or text.

A piece of a page has no head: it begins with a tag of HTML, and its paragraphs have tags. A text
may begin with a tag too, of a heading or of nothing known, and is no less a text. Anything that
calls itself XML, or is closed like it, is XML.
"""

from __future__ import annotations

import re
from typing import Literal

Markup = Literal["html", "xml", "text"]

_HEAD = 4096
_PIECE = 65_536
# Without a way back: comments, of which there may be many, are taken once and in one way.
_COMMENTS = rb"(?:(?><!--.*?-->)\s*+)*+"
_MARK = rb"(?:\xef\xbb\xbf)?\s*+"
_BEFORE = _MARK + _COMMENTS
_HTML = re.compile(
    _MARK + rb"(?:<\?xml[^>]*>\s*+)?" + _COMMENTS + rb"<(?:!DOCTYPE\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(_BEFORE + rb"<(?:\?xml|!DOCTYPE|akomaNtoso\b)", re.DOTALL)
_TAG = re.compile(
    _BEFORE + rb"<(?P<name>[A-Za-z][\w:.-]*)(?P<more>\s[^<>]*|/)?(?P<end>>)", re.DOTALL
)
_BLOCKS = (
    rb"address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figure|"
    rb"footer|form|h[1-6]|header|hr|li|link|main|meta|nav|ol|p|pre|script|section|style|table|"
    rb"tbody|td|tfoot|th|thead|title|tr|ul"
)
_OTHERS = (
    rb"a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u"
)
_NAMES = re.compile(_BLOCKS + rb"|" + _OTHERS, re.IGNORECASE)
_SET = re.compile(rb"</?(?:" + _BLOCKS + rb")(?=[\s/>])", re.IGNORECASE)
_BLANK_LINE = re.compile(rb"\n[ \t\r]*\n")


def markup_of(data: bytes) -> Markup:
    """What the bytes are by their beginning."""
    head = data[:_HEAD]
    if _HTML.match(head):
        return "html"
    if _XML.match(head) or _declared_wide(head):
        return "xml"
    tag = _TAG.match(head)
    if tag is None:
        return "text"
    if b"xmlns" not in (tag["more"] or b"") and _NAMES.fullmatch(tag["name"]):
        return "html" if _is_set_by_tags(data[:_PIECE]) else "text"
    return "xml" if _is_closed(tag, data) else "text"


def _declared_wide(head: bytes) -> bool:
    """Whether it is declared XML in UTF-16."""
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return b"<\x00?\x00x\x00m\x00l" in head or b"\x00<\x00?\x00x\x00m\x00l" in head


def _is_set_by_tags(piece: bytes) -> bool:
    """Whether tags part its paragraphs, and not blank lines."""
    parts = [part for part in _BLANK_LINE.split(piece) if part.strip()]
    return 2 * sum(bool(_SET.search(part)) for part in parts) > len(parts)


def _is_closed(tag: re.Match[bytes], data: bytes) -> bool:
    """Whether a first tag is one of XML: with a namespace, and else only with an end to it."""
    more = tag["more"] or b""
    return b"xmlns" in more or more.endswith(b"/") or b"</" + tag["name"] in data
