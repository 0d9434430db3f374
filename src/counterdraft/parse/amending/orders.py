"""The signs of a sentence → the orders in it, all of them or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from counterdraft.lexicon.verbs import verbs
from counterdraft.model.amendment import Beside, Does, Instruction
from counterdraft.parse.amending.grammar import (
    BETWEEN,
    EXCHANGED,
    FOLLOWS,
    GONE,
    RULES,
    Rule,
)
from counterdraft.parse.amending.places import beside_own, is_own
from counterdraft.parse.amending.signs import FRESH, PART, PLACE, QUOTE, Sign, letters

_TOP = re.compile(r"(pp|op)(\d+)([a-z]*)$")
_PRINTED = re.compile(r"\d{1,3}(?: ?[a-z]+)?\. ")
_WITHIN: dict[str, Beside] = {"E": "at the end", "H": "at the beginning"}
_BESIDE: dict[str, Beside] = {"A": "after", "B": "before", "b": "between"}


_DELETE_ABOVE = {"D", "d"}  # all that a sentence says under a line that names paragraphs
_MOST = 200  # signs of a sentence of which the last order is read


class Where(NamedTuple):
    """The places that an order names: paragraphs by id, whole parts, the title."""

    paragraphs: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    title: bool = False


NOWHERE = Where()


class Order(NamedTuple):
    """One order; ``start`` and ``end`` are its signs, and its words are not in ``told`` yet."""

    start: int
    end: int
    told: Instruction

    @property
    def where(self) -> Where:
        """The places that it names."""
        return Where(self.told.paragraphs, self.told.parts, title=self.told.title)


def orders_of(signs: Sequence[Sign], above: Where = NOWHERE) -> list[Order] | None:
    """The orders of a sentence; None where there is none, or not all of it is understood.

    ``above`` are the places named by a line above, of which it may speak.
    """
    row = letters(signs)
    if row in _DELETE_ABOVE and above.paragraphs and not above.parts:
        return [Order(0, 1, _told("delete", above))]
    return _from(_Row(row, signs, set()), 0, above, ()) or None


def where_of(signs: Sequence[Sign]) -> Where:
    """The places that signs name."""
    return Where(
        tuple(dict.fromkeys(i for each in signs if each.letter == PLACE for i in each.value)),
        tuple(dict.fromkeys(i for each in signs if each.letter == PART for i in each.value)),
        any(each.letter == "T" for each in signs),
    )


class _Row(NamedTuple):
    """The signs of a sentence; ``failed`` are the states from which no rule leads to its end."""

    letters: str
    signs: Sequence[Sign]
    failed: set[tuple[int, Where, tuple[Rule, ...]]]


def _from(row: _Row, at: int, scope: Where, going_on: tuple[Rule, ...]) -> list[Order] | None:
    """The orders from a place on; None where some of it is none.

    ``going_on`` are the rules by which the order before this place may go on.
    """
    if follows := FOLLOWS.match(row.letters, at):
        at = follows.end()
    if at == len(row.letters):
        return []
    if at > _MOST or (at, scope, going_on) in row.failed:
        return None
    for rule in (*RULES, *going_on):
        hit = rule.pattern.match(row.letters, at)
        told = _order(rule.does, hit, row.signs, scope) if hit and hit.end() > at else None
        if hit is None or told is None:
            continue
        joint = BETWEEN.match(row.letters, hit.end())
        following = joint.end() if joint else hit.end()
        rest = _from(row, following, _carried(told, hit, row.signs, scope), _going_on(told))
        if rest is not None:
            return [Order(hit.start(), hit.end(), told), *rest]
    row.failed.add((at, scope, going_on))
    return None


def _going_on(order: Instruction) -> tuple[Rule, ...]:
    """How an order may go on without its verb: "replace X with Y, and Z with W"."""
    if order.does != "words" or not order.goes:
        return ()
    return (EXCHANGED,) if order.comes else (GONE,)


def _carried(order: Instruction, hit: re.Match[str], signs: Sequence[Sign], scope: Where) -> Where:
    """The places of which the next order may speak: those that stood before words' order."""
    if order.does != "words":
        return scope
    lead = where_of(_group(hit, signs, "lead"))
    return lead if lead != NOWHERE else scope


def _told(does: Does, where: Where) -> Instruction:
    """An order that does something in some places, and of which nothing else is said yet."""
    return Instruction(
        text="", does=does, paragraphs=where.paragraphs, parts=where.parts, title=where.title
    )


def _order(
    does: Does, hit: re.Match[str], signs: Sequence[Sign], scope: Where
) -> Instruction | None:
    """The order that a rule found; None where it does not say, in one way, where it is to be."""
    if does == "words":
        return _words(hit, signs, scope)
    if does == "insert":
        return _insert(hit, signs)
    where = _resolved(_group(hit, signs, "p"), scope)
    if where == NOWHERE:
        return None
    order = _told(does, where)
    if does == "delete":
        return replace(order, goes=_values(hit, signs, "g"))
    if does == "replace":
        return replace(order, comes=_values(hit, signs, "c"))
    target = _group(hit, signs, "q")
    if does == "move":
        return _moved(order, hit, target)
    if does == "merge" and len(where.paragraphs) < 2:
        return None
    return replace(order, comes=_values(hit, signs, "c")) if does == "merge" else order


def _moved(order: Instruction, hit: re.Match[str], target: Sequence[Sign]) -> Instruction | None:
    """To where paragraphs are moved, which is one place."""
    ids = where_of(target).paragraphs
    if hit["b"] in _WITHIN:
        parts = where_of(target).parts or (
            {"op": "operative", "pp": "preambular"}[order.paragraphs[0][:2]],
        )
        return (
            replace(order, beside=_WITHIN[hit["b"]], target=parts[0]) if len(parts) == 1 else None
        )
    if len(ids) != 1:
        return None
    return replace(order, beside=_BESIDE[hit["b"]], target=ids[0])


def _words(hit: re.Match[str], signs: Sequence[Sign], scope: Where) -> Instruction | None:
    """Words that come and go, in the places named before or after them, not both."""
    quoting = [hit.span(name) for name in hit.re.groupindex if name not in {"lead", "b"}]
    inside = [
        each for n, each in enumerate(signs[hit.start() : hit.end()], hit.start())
        if not any(start <= n < end for start, end in quoting)
    ]  # fmt: skip
    lead = list(_group(hit, signs, "lead"))
    behind = [each for each in inside if each not in lead]
    where, after = _resolved(lead, scope), _resolved(behind, scope)
    if where != NOWHERE and after != NOWHERE:
        return None
    where = where if where != NOWHERE else after if after != NOWHERE else scope
    if where == NOWHERE or _is_mixed(where):
        return None
    said = {each.letter for each in signs[hit.start() : hit.end()]}
    edge: Beside = next((_WITHIN[each] for each in said if each in _WITHIN), "")
    beside = hit.groupdict().get("b")
    if beside and len(_values(hit, signs, "a")) > 1:
        beside = "b"
    comes = tuple(v for name in ("c", "c2", "c3") for v in _values(hit, signs, name))
    goes = _values(hit, signs, "g")
    if not beside and not edge and not goes and any(map(_is_whole, comes)):
        return None  # a paragraph, and it is not said where
    return replace(
        _told("words", where),
        beside=_BESIDE[beside] if beside else "" if goes else edge,
        comes=comes, goes=goes, anchors=_values(hit, signs, "a"),
        every="Y" in said or bool(where.parts), pinned=bool(said & {"L", "E", "H"}),
    )  # fmt: skip


def _is_mixed(where: Where) -> bool:
    """Whether it is not clear of which part a paragraph is: "in the preamble, paragraph 3"."""
    return where.parts == ("preambular",) and any(i.startswith("op") for i in where.paragraphs)


def _is_whole(words: str) -> bool:
    """Whether words are a whole paragraph: they open as a clause does, and end as one."""
    body = _PRINTED.sub("", words)
    first = body.partition(" ")[0].strip(",")
    opens = first[:1].isupper() and first.lower() in verbs().openers
    return opens and words.endswith((",", ";", "."))


def _insert(hit: re.Match[str], signs: Sequence[Sign]) -> Instruction | None:
    """New paragraphs, and beside which they come."""
    comes = tuple(v for name in ("c", "c2", "w") for v in _values(hit, signs, name))
    if "w" in hit.re.groupindex and not all(map(_is_whole, comes)):
        return None
    fresh = next((s.fresh for s in signs[hit.start() : hit.end()] if s.fresh), None)
    place = where_of(_group(hit, signs, "q"))
    order = replace(_told("insert", NOWHERE), comes=comes)
    own = where_of(_group(hit, signs, "n")).paragraphs
    own = own or tuple(i for i in where_of(_group(hit, signs, "bis")).paragraphs if is_own(i))
    if len(own) == 1:
        fresh = beside_own(own[0])
    if hit.groupdict().get("b") == "E" and not place.paragraphs and not place.parts:
        fresh = (
            fresh._replace(at=f"{fresh.part}:last", beside="after")
            if fresh and fresh.part
            else None
        )
    if not place.paragraphs and not place.parts:
        if fresh is None or not fresh.at:
            return None
        beside: Beside = "after" if fresh.beside == "after" else "before"
        return replace(order, paragraphs=(fresh.at,), beside=beside)
    return _beside(order, hit["b"], place)


def _beside(order: Instruction, said: str, place: Where) -> Instruction | None:
    """The one place beside which new paragraphs come; between two it is after the first."""
    ids = place.paragraphs
    if said == "b":
        return replace(order, paragraphs=ids[:1], beside="after") if _follow(ids) else None
    if place.parts:
        key = {"operative": "op", "preambular": "pp"}
        if len(place.parts) != 1 or said[-1] not in "EH":
            return None
        part = key[place.parts[0]]
        if said[-1] == "E":
            return replace(order, paragraphs=(f"{part}:last",), beside="after")
        return replace(order, paragraphs=(f"{part}1",), beside="before")
    if len(ids) != 1:
        return None
    if said[-1] in _WITHIN:
        return replace(order, paragraphs=ids, beside=_WITHIN[said[-1]])
    return replace(order, paragraphs=ids, beside=_BESIDE.get(said, "in"))


def _follow(ids: Sequence[str]) -> bool:
    """Whether two paragraphs stand one behind the other, by their numbers."""
    tops = [_TOP.match(each) for each in ids]
    if len(ids) != 2 or not all(tops):
        return False
    (one, other) = (each for each in tops if each)
    if one[1] != other[1]:
        return False
    near = int(other[2]) - int(one[2])
    return near == 1 if not other[3] else near == 0


def _resolved(signs: Sequence[Sign], scope: Where) -> Where:
    """The places that signs name; "the paragraph" is the one named before."""
    where = where_of(signs)
    if where == NOWHERE and any(each.letter == "j" for each in signs):
        return scope
    return where


def _group(hit: re.Match[str], signs: Sequence[Sign], name: str) -> Sequence[Sign]:
    if name not in hit.re.groupindex or hit[name] is None:
        return ()
    return signs[hit.start(name) : hit.end(name)]


def _values(hit: re.Match[str], signs: Sequence[Sign], name: str) -> tuple[str, ...]:
    quotes: Iterator[Sign] = (s for s in _group(hit, signs, name) if s.letter == QUOTE)
    return tuple(v for each in quotes for v in each.value)


def announced(signs: Sequence[Sign]) -> int | None:
    """How many new paragraphs a sentence says are set out below it; None where it does not say."""
    counts = [s.fresh.many for s in signs if s.letter == FRESH and s.fresh]
    return counts[-1] if counts else None
