"""Two texts against each other: what is the same, what was edited, and what that shifts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from msgspec import Struct, field

from counterdraft.model.framed import Columns, Kinds, Tabular
from counterdraft.model.resolution import AddresseeClass
from counterdraft.model.shown import many
from counterdraft.model.span import Span

COMPARISON_SCHEMA = "counterdraft/comparison/1"
# Units that were split or merged are apart by this within one script.
APART = "\u2029"

UnitKind = Literal[
    "title", "formula", "heading", "line", "preambular", "operative", "annex", "note"
]
EditKind = Literal["same", "edited", "moved", "split", "merged", "added", "deleted"]
WordOp = Literal["same", "inserted", "deleted"]
Relation = Literal["versions", "rivals"]
ShiftRule = Literal[
    "lasting", "force", "qualifier", "request", "addressee", "deadline", "report", "citation"
]  # fmt: skip
Direction = Literal["weaker", "stronger", "other", "gained", "lost", "replaced"]


class Head(Struct, frozen=True):
    """What a unit is, apart from its words.

    ``key`` is a paragraph's id, or "title", "formula", "heading2", "line5", "annex1.3", "note2";
    ``number`` as printed, ``level`` its depth, ``phrase`` the length of the initiating phrase in
    its words.
    """

    key: str
    kind: UnitKind
    number: str | None = None
    level: int = 0
    phrase: int = 0


class Unit(Struct, frozen=True):
    """One thing that a text consists of, in its order; ``span`` is where its words stand."""

    head: Head
    text: str
    span: Span = Span(0, 0)


class WordEdit(Struct, frozen=True, array_like=True):
    """A stretch of words that stays, is inserted or is deleted.

    Words that stay are in ``text`` as A prints them, and in ``now`` as B does where it prints
    them with other quotes, dashes or blanks.
    """

    op: WordOp
    text: str
    now: str = ""


class Edit(Struct, frozen=True):
    """One step of the way from text A to text B.

    ``a`` and ``b`` are places among the units of either; a step that splits or merges has
    several on one side. ``heads`` are those of B's. ``words`` lead from A's words to B's,
    units apart by U+2029; of what is the same there is one stretch. What was moved and
    edited is "moved". ``likeness`` is the share of words in common, 0 to 1.
    """

    kind: EditKind
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    heads: tuple[Head, ...] = ()
    words: tuple[WordEdit, ...] = ()
    likeness: float = 0.0


class Quote(Struct, frozen=True):
    """Words of one of the two texts: the unit, where they stand, and what they are."""

    key: str
    span: Span
    text: str


class Shift(Struct, frozen=True):
    """What an edit means to those who negotiate.

    ``rule`` names what shifted, ``direction`` how; "other" where two verbs do not compare.
    "lasting" is what one text goes on with and the other ends: "lost" where B ends it. A
    "request" is one that the other text does not make of anybody, an "addressee" somebody else
    who is asked the same.
    ``statement`` says it in a sentence; ``a`` and ``b`` are the words that bear it out.
    """

    rule: ShiftRule
    direction: Direction
    statement: str
    a: tuple[Quote, ...] = ()
    b: tuple[Quote, ...] = ()


class Related(Struct, frozen=True):
    """Two paragraphs of rival texts that speak of one thing, and how that was told.

    ``shared`` are citations, treaties and rare words in common; ``stronger`` says which text
    uses the stronger verb, None where they do not compare.
    """

    a: str
    b: str
    likeness: float
    shared: tuple[str, ...] = ()
    stronger: Literal["a", "b", "neither"] | None = None


class Asked(Struct, frozen=True):
    """A class of addressees, and the paragraphs of either text that ask it something.

    ``who_a`` and ``who_b`` are what the texts call them.
    """

    class_: AddresseeClass = field(name="class")
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    who_a: tuple[str, ...] = ()
    who_b: tuple[str, ...] = ()


class Addressed(Struct, frozen=True):
    """Somebody whom either text asks, and each request in the words of the text.

    ``name`` is the shortest that the texts call it; it is empty for the organ itself, whose own
    acts these are. ``a`` and ``b`` go from the verb on. Where they are not ``settled``, both texts
    ask somebody whom they call so, and it is not known whether they mean the same.
    """

    class_: AddresseeClass = field(name="class")
    name: str = ""
    a: tuple[Quote, ...] = ()
    b: tuple[Quote, ...] = ()
    settled: bool = True


class Term(Struct, frozen=True):
    """Words that one text uses in several units, by their keys, and the other nowhere."""

    text: str
    keys: tuple[str, ...]


class Said(Struct, frozen=True):
    """A sentence of the summary, and the units of either text that bear it out."""

    text: str
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()


class Side(Struct, frozen=True):
    """One of the two texts: where it is from, what it is called, its units.

    ``notes`` are its footnotes in their order, each a unit whose span is empty where it is called;
    ``sponsors`` those of a draft, which an adopted text does not say; ``bracketed`` the keys of
    paragraphs that stand in square brackets, wholly or in part.
    ``lacking`` are the parts of it that may not have been read, in words.
    """

    source: str
    symbol: str | None
    title: str | None
    units: tuple[Unit, ...]
    notes: tuple[Unit, ...] = ()
    sponsors: tuple[str, ...] = ()
    bracketed: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


class Comparison(Tabular, frozen=True, kw_only=True):
    """Two texts compared; ``relation`` says as what, ``language`` in which language both are.

    Of texts that are not in English only the words themselves are compared: the shifts, terms and
    requests, which are read in English, are not looked for.
    ``edits`` lead from A's units to B's, in B's order, and ``notes`` from A's footnotes to B's,
    by their places among those. ``likeness`` is the share of letters that
    are the same in units that both have. ``terms_a`` are what A alone speaks of in several places.
    ``related`` are paragraphs that are not edits of each other and speak of one thing;
    ``only_a`` and ``only_b`` the keys of those that have neither; ``addressed`` are, of rivals,
    those whom either asks, whom both ask first.
    """

    kinds: ClassVar[Kinds] = {"likeness": float}

    schema: str = COMPARISON_SCHEMA
    relation: Relation
    language: str = "en"
    a: Side
    b: Side
    likeness: float
    edits: tuple[Edit, ...]
    notes: tuple[Edit, ...] = ()
    shifts: tuple[Shift, ...] = ()
    terms_a: tuple[Term, ...] = ()
    terms_b: tuple[Term, ...] = ()
    asked: tuple[Asked, ...] = ()
    addressed: tuple[Addressed, ...] = ()
    related: tuple[Related, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    summary: tuple[Said, ...] = ()

    def in_a_line(self) -> str:
        """Of which texts, as what, and how much it holds."""
        names = " and ".join(each.symbol or each.source for each in (self.a, self.b))
        edits, shifts = many(len(self.edits), "edit"), many(len(self.shifts), "shift")
        return f"{names}, {self.relation}; {edits}, {shifts}"

    def columns(self) -> Columns:
        """A row for each edit: the units of either text by their keys, their words, and its shifts.

        A shift stands in the first row that has a unit which bears it out.
        """
        rows = [(each, _units(self.a, each.a), _units(self.b, each.b)) for each in self.edits]
        shifts = self._shifts([(_keys(a), _keys(b)) for _, a, b in rows])
        return {
            "source_a": [self.a.symbol or self.a.source for _ in rows],
            "source_b": [self.b.symbol or self.b.source for _ in rows],
            "kind": [each.kind for each, _, _ in rows],
            "a": ["; ".join(_keys(a)) or None for _, a, _ in rows],
            "b": ["; ".join(_keys(b)) or None for _, _, b in rows],
            "likeness": [each.likeness for each, _, _ in rows],
            "text_a": ["\n".join(unit.text for unit in a) or None for _, a, _ in rows],
            "text_b": ["\n".join(unit.text for unit in b) or None for _, _, b in rows],
            "shifts": shifts,
            "not_read_a": ["; ".join(self.a.lacking) or None for _ in rows],
            "not_read_b": ["; ".join(self.b.lacking) or None for _ in rows],
        }

    def _shifts(self, keys: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[str | None]:
        told: list[list[str]] = [[] for _ in keys]
        for shift in self.shifts:
            for at, (a, b) in enumerate(keys):
                if any(q.key in a for q in shift.a) or any(q.key in b for q in shift.b):
                    told[at].append(shift.statement)
                    break
        return [" ".join(each) or None for each in told]


def _units(side: Side, at: Sequence[int]) -> tuple[Unit, ...]:
    return tuple(side.units[each] for each in at)


def _keys(units: Sequence[Unit]) -> tuple[str, ...]:
    return tuple(unit.head.key for unit in units)
