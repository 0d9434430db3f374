"""Where in a document its resolutions begin and end, and what each block in them is.

In: the document and its straightened text. Out: ``Draft`` values: the formula, the
items of the body in order (paragraphs, subparagraphs, headings, annexes), the blocks
before it that may head it. Commentary before, between and after is left out: a block
belongs to a draft where the draft's own sequence of parts, numbers and endings goes
on through it, and not because a verb stands at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from counterdraft.lexicon.organs import Organ, organ_of
from counterdraft.model import Declared, Document, Span
from counterdraft.parse.blocks import Candidate, candidate, ends_as
from counterdraft.text.markers import Marker

ItemKind = Literal["preambular", "operative", "sub", "loose", "heading", "annex", "annexed"]

_HEADING_LENGTH = 160
_STOPS = (".", ";", ":", ",", "?", "!")
_AMENDING = re.compile(
    r"\b(?:(?:In|After|Before|Delete|Replace|Amend|Insert|Add|Renumber)\b.{0,60}"
    r"\b(?:(?:preambular|operative)\s+paragraph|paragraph \d|title of the draft)"
    r"|[Rr]eplace the (?:existing )?(?:text|title|\w+ (?:preambular|operative) paragraph))"
)
_AMENDMENT = re.compile(
    r"\bamendments?\b.{0,40}\b(?:to|:)?.{0,30}\bdraft (?:resolution|decision)\b", re.IGNORECASE
)


class Item(NamedTuple):
    """One element of a draft's body."""

    kind: ItemKind
    found: Candidate


class Draft(NamedTuple):
    """One resolution's place in a document: ``items`` are its body, ``first`` its first block."""

    first: int
    formula: Candidate | None
    items: tuple[Item, ...]
    organ: Organ | None
    declared: Declared | None = None
    head: tuple[int, int] = (0, 0)


def find_drafts(document: Document, straight: str) -> list[Draft]:
    """Every draft of a document, in order."""
    if document.declared:
        return [_declared(document, straight, each) for each in document.declared]
    found = [candidate(straight, i, block) for i, block in enumerate(document.blocks)]
    drafts = list(_by_formula(found, straight))
    if not drafts:
        drafts = list(_without_formula(found, straight))
    return _with_heads(drafts)


def is_amendment(straight: str, drafts: Sequence[Draft]) -> bool:
    """Whether a document amends a draft instead of being one."""
    if drafts:
        return False
    head = straight[:3000]
    instructions = len(_AMENDING.findall(straight[:20000]))
    return bool(_AMENDMENT.search(head) and instructions) or instructions >= 3


# -- sources whose markup says what everything is


def _declared(document: Document, straight: str, declared: Declared) -> Draft:
    items: list[Item] = []
    formula = None
    annexed = False
    for i in range(declared.first, declared.last):
        block = document.blocks[i]
        found = candidate(straight, i, block)
        if block.role == "formula":
            formula = formula or found
        elif block.role == "annex":
            annexed = True
            items.append(Item("annex", found))
        elif annexed:
            items.append(Item("annexed", found))
        elif block.role == "heading":
            items.append(Item("heading", found))
        elif block.role == "preambular":
            items.append(Item("preambular", found))
        elif block.role == "operative":
            items.append(Item(_declared_kind(straight, found), found))
    words = straight[formula.start : formula.end].strip('" ,') if formula else ""
    organ = organ_of(words) or organ_of(declared.organ or "")
    return Draft(
        declared.first, formula, tuple(items), organ, declared, (declared.first, declared.first)
    )


def _declared_kind(straight: str, found: Candidate) -> ItemKind:
    """A block marked as a paragraph that has neither number nor stop is a heading."""
    if found.kind == "sub":
        return "sub"
    if (
        not found.block.number
        and not ends_as(straight, found)
        and straight[found.end - 1] not in '?!"'
    ):
        return "heading"
    return "operative"


# -- running text


def _by_formula(found: list[Candidate], straight: str) -> Iterator[Draft]:
    """Drafts that begin with the organ's name as subject."""
    starts = [c.index for c in found if c.kind == "formula" and _opens(found, c.index, straight)]
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else len(found)
        walk = _Walk(found, straight, start + 1, stop, found[start].block.quoted)
        items = walk.items()
        if n + 1 < len(starts):
            items = _without_next_head(items, straight)
        if items:
            yield Draft(start, found[start], tuple(items), found[start].organ)


def _opens(found: list[Candidate], index: int, straight: str) -> bool:
    """Whether what follows a line that reads like a formula is the start of a draft."""
    line = straight[found[index].start : found[index].end]
    comma = line.rstrip("\"' ").endswith(",")
    looked = 0
    for each in found[index + 1 :]:
        if each.block.quoted != found[index].block.quoted or each.kind in {"label", "elision"}:
            continue
        if each.kind in {"preambular", "operative", "numbered", "sub"}:
            return comma or (each.verb is not None and looked == 0 and "the" in line.lower())
        looked += 1
        if each.kind == "formula" or looked > (3 if comma else 0):
            return False
    return False


def _without_formula(found: list[Candidate], straight: str) -> Iterator[Draft]:
    """Runs of clauses with nobody named as subject: a non-paper, half a draft quoted."""
    i = 0
    while i < len(found):
        if found[i].kind not in {"preambular", "operative"} or not _well_ended(straight, found[i]):
            i += 1
            continue
        walk = _Walk(found, straight, i, len(found), found[i].block.quoted)
        items = walk.items()
        if _is_draft(items, straight):
            yield Draft(i, None, tuple(items), None)
            i = items[-1].found.index + 1
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


class _Walk:
    """One pass over the blocks after a formula, keeping what the draft's sequence takes."""

    def __init__(
        self, found: list[Candidate], straight: str, start: int, stop: int, depth: int
    ) -> None:
        self.found = found
        self.straight = straight
        self.start, self.stop, self.depth = start, stop, depth
        self.part: Literal["preambular", "operative"] = "preambular"
        self.taken: list[Item] = []
        self.pending: list[Candidate] = []
        self.number = 0
        self.style: str | None = None
        self.closed = False
        self.lists_open = False
        self.pp_number = 0
        self.declaring = False

    def items(self) -> list[Item]:
        """The body, in order."""
        annexed = False
        for i in range(self.start, self.stop):
            each = self.found[i]
            if each.block.quoted != self.depth:
                self.pending.append(each)
                continue
            if annexed:
                if not self._annexed(each):
                    break
            elif each.kind == "annex" and self._opens_annex(i):
                self._headings(final=True)
                annexed = True
                self.taken.append(Item("annex", each))
            elif each.kind in {"label", "elision"}:
                self._label(each)
            elif kind := self._takes(each, i):
                self._headings()
                self._take(kind, each)
            elif self._too_far():
                break
            else:
                self.pending.append(each)
        return self.taken

    # -- what the sequence takes

    def _takes(self, each: Candidate, i: int) -> ItemKind | None:
        if each.kind == "preambular":
            return self._takes_preambular(each, i)
        if each.kind == "operative":
            return self._takes_operative(each, i)
        if each.kind == "sub":
            return self._takes_sub(each, i)
        if each.kind == "numbered":
            return self._takes_numbered(each)
        return self._takes_loose(each, i)

    def _takes_preambular(self, each: Candidate, i: int) -> ItemKind | None:
        if self.part == "operative":
            if each.marker and each.marker.part == "preambular":
                return "preambular"
            # A paragraph that the drafter opened with a participle, in its place in the numbers.
            if each.marker and each.marker.kind in {"number", "label"} and self._next(each.marker):
                return "operative"
            return None
        if each.marker and each.marker.part == "operative":
            return "operative"
        if self.pending and not self._resumes(each):
            return None
        end = ends_as(self.straight, each)
        # In a text of bare clauses, prose that opens with a participle ends with a stop.
        if end == "." and not each.marker and not self._preamble_goes_on(i):
            return None
        return "preambular"

    def _preamble_goes_on(self, i: int) -> bool:
        """Whether clauses of a draft follow the block at ``i`` at once."""
        for each in self.found[i + 1 : min(self.stop, i + 3)]:
            if each.block.quoted == self.depth and each.kind in {
                "preambular",
                "operative",
                "label",
            }:
                return True
        return False

    def _takes_operative(self, each: Candidate, i: int) -> ItemKind | None:
        marker = each.marker
        if marker and marker.part == "preambular":
            return "preambular"
        if marker and marker.kind == "label":
            return "operative"
        if marker and marker.kind == "number":
            if self._next(marker) or self._restarts(marker):
                return "operative"
            # An author who leaves paragraphs out says so between them.
            skipped = int(re.sub(r"\D.*", "", marker.value) or 0) > self.number and self._elided
            return "operative" if skipped else None
        if marker and marker.kind == "bullet":
            return self._takes_bulleted(each, i)
        if self.style == "number":
            return None
        return "operative" if self._takes_unnumbered(each) else None

    def _takes_bulleted(self, each: Candidate, i: int) -> ItemKind | None:
        if self.lists_open and self._last_is_open():
            return "sub"
        if self.style in {None, "bullet"} and not self.closed and not self._commentary():
            return "operative"
        return "sub" if self.lists_open else None

    def _takes_unnumbered(self, each: Candidate) -> bool:
        end = ends_as(self.straight, each)
        if self.closed and (self.pending or self.style != "stop"):
            return False
        if self._commentary():
            return False
        if not self.taken and end not in {";", ".", ":", ","}:
            return False
        return (
            end in {";", ".", ":", ","}
            or each.index == self.stop - 1
            or self._last_of_document(each)
        )

    def _last_of_document(self, each: Candidate) -> bool:
        return each.index == len(self.found) - 1

    def _takes_sub(self, each: Candidate, i: int) -> ItemKind | None:
        if not self.taken:
            return None
        if each.marker and each.marker.kind == "label":
            return "sub"
        if each.marker and each.marker.kind == "bullet":
            bulleted_style = (
                self.style == "bullet" and not self._last_is_open() and not self.lists_open
            )
            return None if self._commentary() or bulleted_style or not self.lists_open else "sub"
        if self.closed and not self.lists_open:
            return None
        return "sub" if not self._commentary() or self._last_is_open() else None

    def _takes_numbered(self, each: Candidate) -> ItemKind | None:
        marker = each.marker
        assert marker is not None
        if marker.kind == "label":
            return "preambular" if marker.part == "preambular" else "operative"
        if self.part == "preambular":
            if self.pp_number and self._value(marker) == self.pp_number + 1:
                return "preambular"
            return (
                "operative"
                if self._value(marker) == 1 and self.taken and not self.pending
                else None
            )
        if self.declaring:
            return "operative" if self._next(marker) else None
        if self._commentary() or self.closed:
            return None
        return "operative" if self._next(marker) else None

    def _takes_loose(self, each: Candidate, i: int) -> ItemKind | None:
        """A paragraph without number or verb, in the middle of a draft that goes on."""
        if not self.taken or self.closed or self.pending:
            return None
        words = self.straight[each.start : each.end]
        last = self.taken[-1]
        end = ends_as(self.straight, each)
        if last.kind in {"sub", "operative", "loose"} and end in {";", "."} and words[0].islower():
            return "loose"
        if self.part == "operative" and end == ";" and len(words) < 600 and self._goes_on(i):
            return "loose"
        opened = ends_as(self.straight, last.found) == ":" and self.part == "operative"
        return "loose" if opened and end else None

    # -- the state

    def _take(self, kind: ItemKind, each: Candidate) -> None:
        end = ends_as(self.straight, each)
        marker = each.marker
        if kind == "preambular":
            if marker and marker.kind == "number":
                self.pp_number = self._value(marker)
        elif kind == "operative":
            self.part = "operative"
            if marker and marker.kind in {"number", "label"}:
                self.number = max(
                    self._value(marker), self.number if self._alternative(marker) else 0
                )
                self.style = "number"
            elif marker:
                self.style = "bullet"
            elif self.style is None or self.style == "stop":
                self.style = "stop" if end == "." else "plain"
        self.taken.append(Item(kind, each))
        if each.verb is not None and kind == "operative":
            # "Adopts the following declaration:": what follows is numbered, and opens with no verb.
            self.declaring = end == ":" and each.verb.lemma in {"adopt", "proclaim", "declare"}
            self.number = 0 if self.declaring else self.number
        if end == ":":
            self.lists_open = True
        elif kind in {"operative", "preambular"}:
            self.lists_open = False
        self.closed = self.part == "operative" and end == "." and kind != "preambular"
        self._elided = False

    _elided = False

    def _label(self, each: Candidate) -> None:
        words = self.straight[each.start : each.end].strip(' "[]().:').lower()
        if each.kind == "elision":
            self._elided = True
            return
        if (words.startswith("op")) and self.part == "preambular":
            self.part = "operative"
            self.number = 0

    def _value(self, marker: Marker) -> int:
        return int(re.sub(r"\D.*", "", marker.value) or 0)

    def _alternative(self, marker: Marker) -> bool:
        return not marker.value.isdigit()

    def _next(self, marker: Marker) -> bool:
        """Whether a printed number carries the sequence on."""
        value = self._value(marker)
        if self._alternative(marker):
            return value in {self.number, self.number + 1}
        if value == self.number + 1:
            return True
        if self.number == 0:
            return value == 1 or (self._elided and value >= 1)
        # A number lost or repeated by whoever copied it, where nothing else stands between.
        return not self.closed and not self.pending and value == self.number + 2

    def _restarts(self, marker: Marker) -> bool:
        """Whether a new section of the draft counts from 1 again."""
        if marker.value != "1" or self.part != "operative" or self._commentary():
            return False
        roman = any(
            re.fullmatch(r"(?:Section )?(?:[IVX]+|[A-H])\.?", self.straight[p.start : p.end])
            for p in self.pending
        )
        return roman or not self.pending

    def _commentary(self) -> bool:
        """Whether blocks that are not the draft's stand since its last paragraph."""
        return any(
            each.block.quoted == self.depth and not self._is_heading(each) for each in self.pending
        )

    def _resumes(self, each: Candidate) -> bool:
        """Whether a preambular clause carries on after what stood in between."""
        if not self.taken:
            return len(self.pending) <= 3
        foreign = [p for p in self.pending if p.block.quoted == self.depth]
        return (
            not foreign
            or ends_as(self.straight, each) == ","
            or bool(each.marker and each.marker.kind == "label")
        )

    def _last_is_open(self) -> bool:
        return bool(self.taken) and ends_as(self.straight, self.taken[-1].found) in {":", ";", ","}

    def _too_far(self) -> bool:
        """Whether so much stands since the last paragraph that the draft is over."""
        own = [each for each in self.pending if each.block.quoted == self.depth]
        return len(own) >= (8 if self.declaring else 4 if self.closed or not self.taken else 12)

    def _goes_on(self, i: int) -> bool:
        """Whether the numbers carry on within the next few blocks."""
        for each in self.found[i + 1 : min(self.stop, i + 8)]:
            if each.block.quoted != self.depth:
                continue
            if each.marker and each.marker.kind in {"number", "label"} and self._next(each.marker):
                return True
        return False

    # -- headings and annexes

    def _is_heading(self, each: Candidate) -> bool:
        words = self.straight[each.start : each.end]
        if each.block.role == "heading":
            return True
        return (
            each.kind == "other"
            and len(words) <= _HEADING_LENGTH
            and not words.endswith(_STOPS)
            and not words.startswith(("(", "["))
            and (words[0].isupper() or words[0].isdigit())
        )

    def _headings(self, *, final: bool = False) -> None:
        """What stood between two paragraphs: headings are kept, commentary is dropped."""
        if (self.taken and not final and not self.closed) or (
            self.taken and not final and self.style == "number"
        ):
            self.taken += [
                Item("heading", each)
                for each in self.pending
                if each.block.quoted == self.depth and self._is_heading(each)
            ]
        self.pending = []

    def _opens_annex(self, i: int) -> bool:
        if (
            not self.taken
            or self.part != "operative"
            or self._commentary()
            or len(self.pending) > 4
        ):
            return False
        # An annex of the document that holds the next draft is not this one's.
        return i + 1 < self.stop and not (self.stop < len(self.found) and self.stop - i <= 4)

    def _annexed(self, each: Candidate) -> bool:
        """Keep a block as the annex's until the next draft's head begins."""
        self.taken.append(Item("annex" if each.kind == "annex" else "annexed", each))
        return True


def _with_heads(drafts: list[Draft]) -> list[Draft]:
    """Give each draft the blocks between the draft before it and itself."""
    placed: list[Draft] = []
    before = 0
    for draft in drafts:
        placed.append(draft._replace(head=(before, draft.first)))
        body = [item for item in draft.items if item.kind != "annexed"]
        before = (body[-1].found.index if body else draft.first) + 1
    return placed


def _without_next_head(items: list[Item], straight: str) -> list[Item]:
    """An annex ends where the title and masthead of the next draft begin."""
    while items and items[-1].kind == "annexed":
        found = items[-1].found
        if found.end - found.start > _HEADING_LENGTH * 2 or ends_as(straight, found) in {".", ";"}:
            break
        items = items[:-1]
    return items


def extent(draft: Draft) -> Span:
    """From the formula (or the first paragraph) to the end of the last item."""
    last = draft.items[-1].found.block.span.end
    if draft.formula is not None:
        return Span(draft.formula.block.span.start, max(last, draft.formula.block.span.end))
    return Span(draft.items[0].found.block.span.start, last)
