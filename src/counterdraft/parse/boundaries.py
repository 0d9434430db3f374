"""Where in a document its resolutions begin and end.

In: the document and its straightened text. Out: ``Draft`` values: the formula, the
items of the body in order (paragraphs, subparagraphs, headings, annexes), the blocks
before it that may head it. Commentary before, between and after is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from counterdraft.lexicon.languages import organ_called
from counterdraft.lexicon.organs import Organ, organ_of
from counterdraft.model import Declared, Document, Span
from counterdraft.model.document import WORD
from counterdraft.parse.announced import announced
from counterdraft.parse.blocks import Candidate, candidate, ends_as
from counterdraft.parse.declared import declared_items
from counterdraft.parse.misread import with_first
from counterdraft.parse.walk import walk
from counterdraft.parse.walked import Item

# How long a title or a line of a masthead may be that stands after an annex.
_HEAD_LENGTH = 320
_REST = 8  # blocks behind a draft


class Draft(NamedTuple):
    """One resolution's place in a document: ``items`` are its body, ``first`` its first block.

    ``passed`` are the blocks that stand among its paragraphs and were not taken for any,
    ``behind`` the one right behind the last, and ``rest`` that one and the next few. ``left`` are
    all that stand behind the last draft of a Word file.
    """

    first: int
    formula: Candidate | None
    items: tuple[Item, ...]
    organ: Organ | None
    declared: Declared | None = None
    head: tuple[int, int] = (0, 0)
    passed: tuple[Candidate, ...] = ()
    behind: Candidate | None = None
    rest: tuple[Candidate, ...] = ()
    left: tuple[Candidate, ...] = ()


def find_drafts(document: Document, straight: str) -> list[Draft]:
    """Every draft of a document, in order."""
    if document.declared:
        return [_declared(document, straight, each) for each in document.declared]
    blocks = enumerate(document.blocks)
    found = with_first([candidate(straight, i, block) for i, block in blocks], straight)
    drafts = list(_by_formula(found, straight))
    if not drafts:
        drafts = list(_without_formula(found, straight))
    placed = [_with_rest(draft, found) for draft in _with_heads(drafts)]
    if placed and placed[-1].items and document.media_type == WORD:
        behind = tuple(found[placed[-1].items[-1].found.place + 1 :])
        placed[-1] = placed[-1]._replace(left=behind)
    return placed


# -- sources whose markup says what everything is


def _declared(document: Document, straight: str, declared: Declared) -> Draft:
    blocks = range(declared.first, declared.last)
    found = [candidate(straight, i, document.blocks[i]) for i in blocks]
    formula = next((each for each in found if each.block.role == "formula"), None)
    words = straight[formula.start : formula.end].strip('" ,') if formula else ""
    issuer = declared.organ or ""
    organ = organ_of(words) or organ_of(issuer) or organ_called(words) or organ_called(issuer)
    head = (declared.first, declared.first)
    return Draft(
        declared.first, formula, tuple(declared_items(straight, found)), organ, declared, head
    )


# -- running text


def _by_formula(found: list[Candidate], straight: str) -> Iterator[Draft]:
    """Drafts that begin with the organ's name as subject."""
    starts = [c.place for c in found if c.kind == "formula" and _opens(found, c.place, straight)]
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else len(found)
        items = walk(found, straight, start + 1, stop, found[start].block.quoted)
        if n + 1 < len(starts):
            items = _without_next_head(items, straight)
        if items:
            yield Draft(start, found[start], tuple(items), found[start].organ)


def _opens(found: list[Candidate], index: int, straight: str) -> bool:
    """Whether what follows a line that reads like a formula is the start of a draft."""
    line = straight[found[index].start : found[index].end]
    comma = line.rstrip("\"' ").endswith(",")
    unknown = found[index].organ is None
    looked = 0
    for each in found[index + 1 :]:
        if each.block.quoted != found[index].block.quoted or each.kind in {"label", "elision"}:
            continue
        if each.kind in {"preambular", "operative", "numbered", "sub"}:
            if unknown and looked:
                return False
            named = "the" in line.lower() or "committee" in line.lower()
            return comma or (each.verb is not None and looked == 0 and named)
        # A clause may open with a verb that is not known: "Pursuant to its resolution 5/1,".
        looked += not (comma and ends_as(straight, each) == "," and straight[each.start].isupper())
        if each.kind == "formula" or looked > (3 if comma else 0):
            return False
    return False


def _without_formula(found: list[Candidate], straight: str) -> Iterator[Draft]:
    """Runs of clauses with nobody named as subject: a non-paper, half a draft quoted.

    Whose act a quoted one would be, the sentence before it may say.
    """
    i = 0
    while i < len(found):
        if found[i].kind not in {"preambular", "operative"} or not _well_ended(straight, found[i]):
            i += 1
            continue
        items = walk(found, straight, i, len(found), found[i].block.quoted)
        if _is_draft(items, straight):
            before = straight[found[i - 1].start : found[i - 1].end] if i else ""
            yield Draft(i, None, tuple(items), announced(before))
            i = items[-1].found.place + 1
        else:
            i += 1


def _well_ended(straight: str, found: Candidate) -> bool:
    """Whether a clause ends as its part does: a comma in the preamble, a semicolon after it."""
    end = ends_as(straight, found)
    if found.marker is not None and found.marker.kind == "label":
        return True
    return end == "," if found.kind == "preambular" else end in {";", ":"}


def _is_draft(items: list[Item], straight: str) -> bool:
    clauses = [item.found for item in items if item.kind in {"preambular", "operative"}]
    sound = sum(_well_ended(straight, each) for each in clauses)
    labelled = sum(each.marker is not None and each.marker.kind == "label" for each in clauses)
    return (sound >= 3 and sound >= 0.7 * len(clauses)) or labelled >= 2


def _with_heads(drafts: list[Draft]) -> list[Draft]:
    """Give each draft the blocks between the draft before it and itself."""
    placed: list[Draft] = []
    before = 0
    for draft in drafts:
        placed.append(draft._replace(head=(before, draft.first)))
        body = [item for item in draft.items if item.kind != "annexed"]
        before = (body[-1].found.place if body else draft.first) + 1
    return placed


def _with_rest(draft: Draft, found: list[Candidate]) -> Draft:
    """The draft, with what stands among its paragraphs and right behind them."""
    body = [item.found.place for item in draft.items if item.kind not in {"annex", "annexed"}]
    if not body:
        return draft
    depth, taken = found[body[0]].block.quoted, set(body)
    first = body[0] if draft.formula is None else draft.formula.place + 1
    passed = tuple(
        each
        for each in found[first : body[-1]]
        if each.place not in taken
        and each.block.quoted == depth
        and each.kind not in {"label", "elision"}
    )
    following = found[body[-1] + 1 : body[-1] + 1 + _REST]
    rest = tuple(takewhile(lambda each: each.block.quoted == depth, following))
    return draft._replace(passed=passed, behind=rest[0] if rest else None, rest=rest)


def _without_next_head(items: list[Item], straight: str) -> list[Item]:
    """An annex ends where the title and masthead of the next draft begin."""
    while items and items[-1].kind == "annexed":
        found = items[-1].found
        if found.end - found.start > _HEAD_LENGTH or ends_as(straight, found) in {".", ";"}:
            break
        items = items[:-1]
    return items


def extent(draft: Draft) -> Span:
    """From the formula (or the first paragraph) to the end of the last item."""
    last = draft.items[-1].found.block.span.end
    if draft.formula is not None:
        return Span(draft.formula.block.span.start, max(last, draft.formula.block.span.end))
    return Span(draft.items[0].found.block.span.start, last)
