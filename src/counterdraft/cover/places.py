"""A document and what was found in it → the places that are read, and the clauses of each.

A place is a paragraph of a resolution, a line of its annexes, or a block of a document that is
none. A clause runs from one verb of the organ, or one semicolon, to the next; a subparagraph
without a verb of its own stands under the last verb of what it is a part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.draft.annexes import annex_lines
from counterdraft.lexicon.renewed import verbs_as_meant
from counterdraft.lexicon.states import find_states
from counterdraft.model import Document, Paragraph, Part, Resolution, Span, Verb
from counterdraft.text.phrases import Found, Token, tokens

# Names between two words make no more words than these.
_LONG_NAMES = 60


class Clause(NamedTuple):
    """Tokens ``[first, last)`` of a place, and the verb that governs them.

    ``own`` is false where the verb stands in the paragraph above; None is no verb at all.
    """

    first: int
    last: int
    verb: Verb | None
    own: bool


class Place(NamedTuple):
    """What is read at a time: an id, its extent in the document, its tokens and clauses."""

    id: str
    span: Span
    text: str
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    page: int | None
    paragraph: Paragraph | None = None
    annexed: bool = False

    @property
    def part(self) -> Part | None:
        """The part of the resolution."""
        return self.paragraph.part if self.paragraph else None


def within(place: Place, start: int, end: int, most: int) -> bool:
    """Whether from token ``start`` to ``end`` there are so many words at most.

    A name of a State or a group is one word, however long it is: none may decide by its length.
    """
    count = end - start
    if count <= most or count > most + _LONG_NAMES:
        return 0 <= count <= most
    return count - _surplus(place, start, end) <= most


def inside(sign: Found[str], clause: Clause) -> bool:
    """Whether a sign begins in a clause."""
    return clause.first <= sign.first < clause.last


def comma_before(token: int, place: Place) -> bool:
    """Whether a comma stands before a token."""
    if token == 0 or token >= len(place.tokens):
        return False
    return "," in place.text[place.tokens[token - 1].end : place.tokens[token].start]


def _surplus(place: Place, start: int, end: int) -> int:
    """By how many words names between two tokens are longer than one word each."""
    found = place.tokens[start:end]
    first = found[0].start
    more = 0
    for name in find_states(place.text[first : found[-1].end]):
        inside = [n for n, each in enumerate(found) if name.start <= each.start - first < name.end]
        more += len(inside) - 1
        if inside and inside[0] and _article(place, found[inside[0] - 1]):
            more += 1
    return more


def _article(place: Place, token: Token) -> bool:
    return place.text[token.start : token.end].lower() == "the"


def places(document: Document, resolution: Resolution | None) -> Iterator[Place]:
    """Every paragraph of a resolution and line of its annexes, else every block with words."""
    if resolution is not None and resolution.paragraphs:
        yield from _paragraphs(document, resolution.paragraphs)
        for line in annex_lines(document, resolution):
            yield _prose(document, line.id, line.span)._replace(annexed=True)
        return
    for number, block in enumerate(document.blocks, 1):
        if block.span.of(document.text).strip():
            yield _prose(document, f"block{number}", block.span)


def _prose(document: Document, name: str, span: Span) -> Place:
    """A place in which no verb is known as the organ's."""
    text = span.of(document.text)
    found = tokens(text)
    return Place(
        name, span, text, found, _clauses(found, (), None, 0), document.page_of(span.start)
    )


def title_place(resolution: Resolution) -> Place:
    """The title of a resolution, to be looked through as a place is; it has no clauses."""
    title = resolution.title or ""
    return Place("title", Span(0, len(title)), title, tokens(title), (), None)


def _paragraphs(document: Document, paragraphs: Sequence[Paragraph]) -> Iterator[Place]:
    above: list[Verb | None] = []  # the last verb of each level down to the paragraph
    for each in paragraphs:
        del above[each.level :]
        inherited = above[-1] if above else None
        found = tokens(each.text)
        verbs = verbs_as_meant(each)
        clauses = _clauses(found, verbs, inherited, each.span.start)
        page = document.page_of(each.span.start) or each.page
        yield Place(each.id, each.span, each.text, found, clauses, page, each)
        above += [inherited] * (each.level - len(above))
        above.append(verbs[-1] if verbs else inherited)


def _clauses(
    found: Sequence[Token], verbs: Sequence[Verb], inherited: Verb | None, start: int
) -> tuple[Clause, ...]:
    """The clauses of a place whose text begins at ``start``; its verbs are not in any of them."""
    made: list[Clause] = []
    left = sorted(verbs, key=lambda verb: verb.span)
    first, verb, own = 0, inherited, False
    at = 0
    while at < len(found):
        if left and found[at].start + start >= left[0].span.start:
            made.append(Clause(first, at, verb, own))
            verb, own = left.pop(0), True
            while at < len(found) and found[at].end + start <= verb.span.end:
                at += 1
            first = at
            continue
        if at > first and found[at].clause != found[at - 1].clause:
            made.append(Clause(first, at, verb, own))
            first = at
        at += 1
    made.append(Clause(first, at, verb, own))
    return tuple(each for each in made if each.last > each.first)
