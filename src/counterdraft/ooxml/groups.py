"""A story of Word's → groups: what a reader of a view sees as one paragraph.

In: a story, and what the parts of the file beside the text say of it. Out: its groups in
order, those of text boxes after the paragraph that they hang on. A paragraph whose mark is
gone in the view is one with the next, whose properties it takes, as in Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from lxml import etree

from counterdraft.model import View
from counterdraft.ooxml.comments import Remark, remarks
from counterdraft.ooxml.names import W_ID, W_PPR, W_RPR, w
from counterdraft.ooxml.notes import Notes
from counterdraft.ooxml.numbering import Counter, Numbering
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pieces import PARAGRAPH_END, Piece, is_superscript, pieces
from counterdraft.ooxml.revisions import (
    Changes,
    mark_changes,
    numbering_stands,
    properties_in,
    run_properties_in,
    stands,
)
from counterdraft.ooxml.story import COMMENT_MARKS, paragraphs
from counterdraft.ooxml.styles import Style, Styles, list_place
from counterdraft.ooxml.xml import value

_P_STYLE, _SECTION, _RUN_STYLE = w("pStyle"), w("sectPr"), f"{W_RPR}/{w('rStyle')}"
_CELL = w("tc")
_FRAME, _DROP_CAP = w("framePr"), w("dropCap")
_COMMENT_START = w("commentRangeStart")


class Context(NamedTuple):
    """The view that is read, and what the parts of a Word file beside the text say of it."""

    view: View
    styles: Styles
    numbering: Numbering
    footnotes: Notes
    endnotes: Notes
    remarks: dict[str, Remark]
    targets: dict[str, str]


class Shown(NamedTuple):
    """A piece, whether a reader of the view sees it, and whether in italics."""

    piece: Piece
    visible: bool
    italic: bool = False

    @property
    def words(self) -> str:
        """What of it is seen as text."""
        return self.piece.text if self.visible and self.piece.kind == "text" else ""


class Owner(NamedTuple):
    """The paragraph that gives a group its properties, as they are in the view.

    ``cell`` is that of a table in which it stands.
    """

    properties: etree._Element | None
    style: Style
    cell: etree._Element | None = None


class Group:
    """One paragraph of the view.

    ``line`` is the ordinal of the first of Word's that it is made of; ``has_words`` says
    that a reader sees something of it; ``kept`` that its mark stands in the view, so that
    it is a paragraph even where it has no words; ``hidden_end`` that the mark which came
    last is hidden text; ``ends_section`` that a section of the document ends with it.
    """

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self.owner: Owner | None = None
        self.has_words = False
        self.line = 0
        self.kept = False
        self.hidden_end = False
        self.ends_section = False


def context_of(package: Package, root: etree._Element, view: View) -> Context:
    """What the parts of a file say of its text, ``root``; raises what ``Package.tree`` does."""
    styles = Styles(package.related_tree("styles"))
    settings = package.related_tree("settings")
    return Context(
        view=view,
        styles=styles,
        numbering=Numbering(package.related_tree("numbering"), styles),
        footnotes=Notes("footnote", package.related_tree("footnotes"), settings, root),
        endnotes=Notes("endnote", package.related_tree("endnotes"), settings, root),
        remarks=remarks(package.related_tree("comments")),
        targets={
            each.id: each.target
            for each in package.relationships(package.main)
            if each.kind == "hyperlink" and each.external
        },
    )


def all_groups(
    container: etree._Element,
    context: Context,
    changes: Changes = (),
    ordinals: Iterator[int] | None = None,
    *,
    boxed: bool = False,
) -> Iterator[tuple[Group, bool]]:
    """Every group below ``container`` in the order of reading, and whether it is in a text box."""
    ordinals = count(1) if ordinals is None else ordinals
    for group in groups(container, context, changes, ordinals):
        yield group, boxed
        for piece, visible, _ in group.shown:
            # A box that is gone in this view shows nothing, and its changes are kept.
            gone = not stands(piece.changes, context.view)
            if piece.kind == "box" and piece.element is not None and (visible or gone):
                yield from all_groups(piece.element, context, piece.changes, ordinals, boxed=True)


def groups(
    container: etree._Element, context: Context, changes: Changes, ordinals: Iterator[int]
) -> Iterator[Group]:
    """The groups of a story; ``ordinals`` number its paragraphs."""
    group = Group()
    for placed in paragraphs(container, changes):
        element = placed.element
        if element is not None and element.tag in COMMENT_MARKS:
            piece = Piece("comment-end", element.get(W_ID, ""))
            if element.tag == _COMMENT_START:
                piece = piece._replace(kind="comment-start")
            group.shown.append(Shown(piece, visible=False))
            continue
        if element is not None:
            _add(group, element, placed.changes, context, next(ordinals))
        if group.shown and (group.kept or element is None):
            yield group
            group = Group()
    if group.shown:
        yield group


def _add(
    group: Group, paragraph: etree._Element, changes: Changes, context: Context, ordinal: int
) -> None:
    """Put one of Word's paragraphs into a group."""
    group.line = group.line or ordinal
    present, properties = paragraph.find(W_PPR), properties_in(paragraph, context.view)
    style = context.styles.paragraph(value(properties, _P_STYLE))
    owner = Owner(properties, style, next(paragraph.iterancestors(_CELL), None))
    # What runs on after a hidden mark ("1. Lamps. They …") is ruled by what it runs on from.
    if group.owner is None or not (group.hidden_end and group.has_words):
        group.owner = owner
    found = list(shown(pieces(paragraph, changes), owner.style, context))
    group.has_words = group.has_words or any(each.words.strip() for each in found)
    group.shown += found
    mark = (*changes, *mark_changes(paragraph))
    run = present.find(W_RPR) if present is not None else None
    group.hidden_end = context.styles.is_hidden(run, owner.style)
    group.ends_section = present is not None and present.find(_SECTION) is not None
    runs_on = group.hidden_end or _is_drop_cap(present)
    group.kept = stands(mark, context.view) and not runs_on
    piece = Piece("text", PARAGRAPH_END, mark, None, paragraph)
    group.shown.append(Shown(piece, group.kept))


def _is_drop_cap(properties: etree._Element | None) -> bool:
    """Whether a paragraph is but the first letter of the next, set large."""
    frame = properties.find(_FRAME) if properties is not None else None
    return frame is not None and frame.get(_DROP_CAP, "none") != "none"


def shown(found: Iterable[Piece], style: Style, context: Context) -> Iterator[Shown]:
    """The pieces of a paragraph that has this style, with how they look."""
    styles, view = context.styles, context.view
    run: etree._Element | None = None
    hidden, italic = styles.is_hidden(None, style), styles.is_italic(None, style)
    for piece in found:
        if piece.run is not run:
            run = piece.run
            properties = run_properties_in(run, view) if run is not None else None
            hidden = styles.is_hidden(properties, style)
            italic = styles.is_italic(properties, style)
        visible = not hidden and stands(piece.changes, view) and not _calls_again(piece)
        yield Shown(piece, visible, italic)


def _calls_again(piece: Piece) -> bool:
    """Whether a piece is the mark of a note that is called a second time."""
    if piece.field != "NOTEREF" or piece.run is None:
        return False
    return piece.run.find(_RUN_STYLE) is not None or is_superscript(piece.run)


def number_of(owner: Owner, context: Context, counter: Counter) -> tuple[str, int | None]:
    """The number that Word prints before a paragraph, and its level; no level outside of a list."""
    properties = owner.properties
    own = list_place(properties) if numbering_stands(properties, context.view) else None
    place = context.numbering.place(own, owner.style)
    if place is None:
        return "", None
    return counter.next(*place), place[1]


def paragraph_style(paragraph: etree._Element, context: Context) -> Style:
    """The style of a paragraph outside of the text, as of a note."""
    return context.styles.paragraph(value(paragraph.find(W_PPR), _P_STYLE))
