"""The elements of Akoma Ntoso that are read, and how their text is."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from counterdraft.lexicon.akn import NAMESPACE

AKN = f"{{{NAMESPACE}}}"

P, A, SPAN, SLANTED, SUP = AKN + "p", AKN + "a", AKN + "span", AKN + "i", AKN + "sup"
NOTE, NOTE_REF = AKN + "authorialNote", AKN + "noteRef"
EOL, NUM, INLINE = AKN + "eol", AKN + "num", AKN + "inline"
CONTENT, INTRO, POINT, ALINEA = AKN + "content", AKN + "intro", AKN + "point", AKN + "alinea"
LIST, SUBLIST, PARAGRAPH = AKN + "list", AKN + "sublist", AKN + "paragraph"
WRAP_UP, BLOCK_LIST, ITEM = AKN + "wrapUp", AKN + "blockList", AKN + "item"
LIST_INTRODUCTION = AKN + "listIntroduction"
CONTAINER, FORMULA, BLOCK = AKN + "container", AKN + "formula", AKN + "block"
TABLE, ROW, CELLS = AKN + "table", AKN + "tr", (AKN + "td", AKN + "th")
HEADINGS = frozenset(AKN + name for name in ("heading", "subheading", "crossHeading"))
WRAPPERS = frozenset(
    AKN + name
    for name in ("section", "subsection", "part", "title", "chapter", "hcontainer", "article")
)
LINKS = frozenset({A, AKN + "ref"})
STYLED = frozenset({SPAN, SLANTED})


def plain(element: etree._Element | None) -> str | None:
    """All text under an element but its notes, white space folded; None where there is none."""
    if element is None:
        return None
    text = "".join(_texts(element)) if len(element) else element.text or ""
    return " ".join(text.split()) or None


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != NOTE:
            yield from _texts(child)
        yield child.tail or ""


def number_of(element: etree._Element) -> str:
    """The number that an element has, without its stop; "" where it has none."""
    number = next(element.iterchildren(NUM), None)
    return (plain(number) or "").rstrip(".")


def is_slanted(element: etree._Element) -> bool:
    """Whether an inline element sets its words in italics."""
    return element.tag == SLANTED or "italic" in element.get("class", "")
