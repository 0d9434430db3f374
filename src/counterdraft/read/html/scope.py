"""Which runs of a page are its text.

trafilatura tells the article from the page; its answer names an element here, because the
text that it gives has neither numbers nor italics nor notes. The element is widened until
every clause of a draft on the page is inside, for the draft is what the page is read for.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from counterdraft.read.html.runs import Page, Run, reads_as_clause, reads_as_draft

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# It copies the tree several times over, and compares its branches.
_MOST_ELEMENTS = 10_000
_MOST_TEXT = 2_000_000
_DEEPEST = 200
# As many clauses make a draft.
_FEWEST = 3
_MOST_OF = 0.9
_KEY = 60
# What holds a text, and not only the longest list or quotation in it.
_SECTIONS = frozenset({"body", "main", "article", "section", "div", "td", "form", "center"})
_SIGNS = re.compile(r"\W+")


def text_of(page: Page, root: etree._Element) -> list[Run]:
    """The runs that are the page's text, in order."""
    own = [run for run in page.runs if not run.apart]
    if not _is_draft(own) and _is_draft([run for run in page.runs if run.apart]):
        # Whoever named the parts of this page put the draft in what is none of its text.
        own = list(page.runs)
    length = sum(len(each.text) for run in own for each in run.pieces)
    article = _article(own, root) if length <= _MOST_TEXT else None
    if article is None:
        return own or list(page.runs)
    drafts = [run.element for run in own if _is_of_draft(run)]
    whole = _around([article, *drafts])
    while whole.tag not in _SECTIONS and (above := whole.getparent()) is not None:
        whole = above
    return [run for run in own if run.element is whole or _is_title(run) or _is_in(run, whole)]


def draft_lines(runs: Iterable[Run]) -> int:
    """How many runs read as part of a draft."""
    return sum(_is_of_draft(run) for run in runs)


def _is_of_draft(run: Run) -> bool:
    return any(map(reads_as_draft, run.lines))


def _is_draft(runs: Iterable[Run]) -> bool:
    """Whether a line among these names the organ, and enough of them are clauses."""
    lines = [line for run in runs for line in run.lines if reads_as_draft(line)]
    return len(lines) > _FEWEST and not all(map(reads_as_clause, lines))


def _is_title(run: Run) -> bool:
    return run.element.tag == "h1"


def _is_in(run: Run, whole: etree._Element) -> bool:
    return any(each is whole for each in run.element.iterancestors())


def _around(elements: list[etree._Element]) -> etree._Element:
    """The smallest element that holds all of these."""
    above = [elements[0], *elements[0].iterancestors()]
    places = {element: place for place, element in enumerate(above)}
    highest = 0
    for element in dict.fromkeys(elements[1:]):
        for each in (element, *element.iterancestors()):
            if each in places:
                highest = max(highest, places[each])
                break
    return above[highest]


def _article(own: list[Run], root: etree._Element) -> etree._Element | None:
    """The element that holds what trafilatura takes for the article; None without an answer."""
    wanted = _answer(root)
    inside: Counter[etree._Element] = Counter()
    total = 0
    for run in own:
        words = run.plain
        if _key(words) in wanted:
            total += len(words)
            for each in (run.element, *run.element.iterancestors()):
                inside[each] += len(words)
    if not total:
        return None
    deepest = root
    while True:
        inner = [each for each in deepest if inside[each] >= _MOST_OF * total]
        if not inner:
            return deepest
        deepest = inner[0]


def _answer(root: etree._Element) -> frozenset[str]:
    """The paragraphs of the article, each by its first letters."""
    if _is_odd(root):
        return frozenset()
    from trafilatura import bare_extraction

    log = logging.getLogger("trafilatura")
    log.addHandler(_SILENT)
    try:
        found = bare_extraction(_copy(root), fast=True, include_comments=False, favor_recall=True)
    except Exception:  # it is asked for advice: where it stumbles, the page is read whole
        return frozenset()
    finally:
        log.removeHandler(_SILENT)
    text = found.text if found is not None and not isinstance(found, dict) else None
    return frozenset(_key(line) for line in (text or "").splitlines()) - {""}


def _is_odd(root: etree._Element) -> bool:
    """Whether a page is larger or deeper than what trafilatura is asked about."""
    depth = 0
    for count, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST or count > 2 * _MOST_ELEMENTS:
            return True
    return False


def _copy(root: etree._Element) -> HtmlElement:
    """The tree once more, in the class of elements that trafilatura takes."""
    from lxml.html import HTMLParser

    written = etree.tostring(root, encoding="utf-8", method="html")
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    copied: HtmlElement = etree.fromstring(written, parser)
    return copied


_SILENT = logging.NullHandler()


def _key(words: str) -> str:
    return _SIGNS.sub("", words)[:_KEY]
