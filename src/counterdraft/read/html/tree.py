"""The characters of a page → its tree of elements, within limits.

libxml2's parser for HTML fetches nothing, runs nothing and expands no entity that a page
declares. What it takes too long over, or more memory than a page is worth, is refused
before it sees it.
"""

from __future__ import annotations

import re

from lxml import etree

from counterdraft.errors import EmptySource, SourceTooLarge, UnsafeSource

# A report of 300 pages, saved by Word, has some 60,000 tags.
MAX_TAGS = 200_000
# The parser compares each attribute of a tag with all before it.
MAX_ATTRIBUTES = 2_000
MAX_ATTRIBUTES_IN_ALL = 500_000
# A shorter page cannot hold enough of them to matter.
_SHORT = 50_000
_ATTRIBUTE = (
    r"[\s/]*+=?+[^\s/>=]++"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+"
)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|title|textarea)\b.*?(?:</(?P=raw)|\Z)"
    rf"|<[a-z][^\s/>]*+(?P<attributes>(?:{_ATTRIBUTE})*+)",
    re.IGNORECASE | re.DOTALL,
)
_ONE = re.compile(_ATTRIBUTE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*\[(?P<subset>.*?)\]\s*>", re.IGNORECASE | re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_XHTML = re.compile(r"\s*<\?xml\b|.{0,1000}?http://www\.w3\.org/1999/xhtml", re.DOTALL)
_ESCAPES = str.maketrans({"<": "&lt;", "&": "&amp;"})


def tree(text: str, source: str) -> etree._Element:
    """The root element of a page.

    Raises UnsafeSource, SourceTooLarge, or EmptySource where there is nothing at all.
    """
    text = _as_html(text, source)
    if text.count("<") > 2 * MAX_TAGS:
        raise SourceTooLarge(
            f"the page has more than {MAX_TAGS:,} elements", source=source, remedy=_AS_TEXT
        )
    if len(text) > _SHORT:
        _count_attributes(text, source)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # there is no element in it
        root = None
    if any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log):
        raise UnsafeSource("its elements are nested too deep", source=source, remedy=_AS_TEXT)
    if root is None:
        raise EmptySource("there is nothing on the page", source=source, remedy=_AS_TEXT)
    return root


_AS_TEXT = "Save its text as .txt"


def _as_html(text: str, source: str) -> str:
    """A page in XML, as far as it would be misread, in the spelling of HTML."""
    doctype = _DOCTYPE.search(text[:_SHORT])
    if doctype:
        if "<!ENTITY" in doctype["subset"].upper():
            raise UnsafeSource(
                "the page declares entities, which no honest page does",
                source=source, place="DOCTYPE", remedy="Remove the DOCTYPE",
            )  # fmt: skip
        text = text[: doctype.start()] + text[doctype.end() :]
    if "<![CDATA[" in text and _XHTML.match(text[:2000]):
        text = _CDATA.sub(lambda found: found[1].translate(_ESCAPES), text)
    return text


def _count_attributes(text: str, source: str) -> None:
    in_all = 0
    for found in _TAG.finditer(text):
        start, end = found.span("attributes")
        if end - start < 2:
            continue
        count = sum(1 for _ in _ONE.finditer(text, start, end))
        in_all += count
        if count > MAX_ATTRIBUTES:
            raise _too_many("a tag", MAX_ATTRIBUTES, source, text, start)
        if in_all > MAX_ATTRIBUTES_IN_ALL:
            raise _too_many("the page", MAX_ATTRIBUTES_IN_ALL, source, text, start)


def _too_many(what: str, most: int, source: str, text: str, at: int) -> UnsafeSource:
    line = text.count("\n", 0, at) + 1
    reason = f"{what} has more than {most:,} attributes"
    return UnsafeSource(reason, source=source, place=f"line {line}", remedy=_AS_TEXT)
