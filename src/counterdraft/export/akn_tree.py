"""The entries of a resolution → what stands below what.

In: entries in order. Out: preamble, body and annexes; in the first two each paragraph with its
points, and with what goes on after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.export.entries import Entry
from counterdraft.model import Paragraph, Span

_TOKENS = re.compile(r"\([^()]*\)|[^\s()]+")
_ROLES = frozenset({"preambular", "operative"})


class Node(NamedTuple):
    """An entry, the number that it has below the one above it, and what is below it.

    ``span`` are its words. Without an ``entry`` it is a point of which nothing but the number
    is printed.
    """

    entry: Entry | None
    number: str
    span: Span
    below: list[Node]

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, which among points belongs to the next."""
        return self.entry is not None and self.entry.kind == "heading"

    @property
    def continues(self) -> bool:
        """Whether it goes on after the points of the one above it."""
        return self.entry is not None and self.entry.continues

    @property
    def part(self) -> str | None:
        """The part that a paragraph belongs to."""
        paragraph = self.entry.paragraph if self.entry else None
        return paragraph.part if paragraph else None

    @property
    def style(self) -> str:
        """What its source calls it."""
        return (self.entry.block.style or "") if self.entry else ""


class Parts(NamedTuple):
    """A resolution's entries, as they are divided."""

    preamble: list[Node]
    body: list[Node]
    annexes: list[list[Entry]]


def divide(entries: Sequence[Entry], *, as_in_source: bool) -> Parts:
    """Preamble, body and annexes of a resolution.

    ``as_in_source``: what the source's own markup has on one level stays there, with letters
    that stand among its words.
    """
    own = [entry for entry in entries if entry.kind not in {"annex", "annexed"}]
    annexes: list[list[Entry]] = []
    for entry in entries:
        if entry.kind == "annex":
            annexes.append([entry])
        elif entry.kind == "annexed" and annexes:
            annexes[-1].append(entry)
    nodes = _nested(own, as_in_source=as_in_source)
    first = _body_begins(nodes, as_in_source=as_in_source)
    return Parts(nodes[:first], nodes[first:], annexes)


def _nested(entries: Sequence[Entry], *, as_in_source: bool) -> list[Node]:
    top: list[Node] = []
    line: list[Node] = []
    headings: list[Node] = []
    for entry in entries:
        if entry.kind == "heading" and not (as_in_source and entry.block.role == "operative"):
            headings.append(Node(entry, "", entry.span, []))
            continue
        if entry.paragraph is None:
            line, place, node = [], top, Node(entry, "", entry.span, [])
        elif entry.continues and line:
            place, node = line[0].below, Node(entry, "", entry.span, [])
        else:
            span, way = _placed(entry, entry.paragraph, as_in_source=as_in_source)
            line, place = _line_above(line, way[:-1], top)
            node = Node(entry, way[-1] or "", span, [])
            line.append(node)
        place += [*headings, node]
        headings = []
    return [*top, *headings]


def _placed(
    entry: Entry, paragraph: Paragraph, *, as_in_source: bool
) -> tuple[Span, list[str | None]]:
    """The words of a paragraph, and the numbers that lead to it from the outermost.

    None is a number that is not said; "" says that there is none.
    """
    block = entry.block
    if as_in_source and block.role in _ROLES:
        span = entry.span if block.number else block.span
        return span, _way(list(block.number), block.level)
    if block.role in _ROLES and block.level == paragraph.level:
        return entry.span, _way(list(block.number), paragraph.level)
    number = paragraph.number or ""
    return entry.span, _way(
        _TOKENS.findall(number) if paragraph.level else [number], paragraph.level
    )


def _way(tokens: list[str], level: int) -> list[str | None]:
    """``tokens`` for the levels down to ``level``; those that are not there are not said."""
    known: list[str | None] = [*tokens[-(level + 1) :]] or [""]
    return [*[None] * (level + 1 - len(known)), *known]


def _line_above(
    line: list[Node], way: Sequence[str | None], top: list[Node]
) -> tuple[list[Node], list[Node]]:
    """The nodes to which ``way`` leads from the outermost, and where what is below goes.

    Those of which nothing but the number is printed are made.
    """
    kept: list[Node] = []
    for node, number in zip(line, way, strict=False):
        if number is not None and number != node.number:
            break
        kept.append(node)
    place = kept[-1].below if kept else top
    for number in way[len(kept) :]:
        if number is not None:
            kept.append(Node(None, number, Span(0, 0), []))
            place.append(kept[-1])
            place = kept[-1].below
    return kept, place


def _body_begins(nodes: list[Node], *, as_in_source: bool) -> int:
    """Where the body begins: with the first operative paragraph, and the headings before it."""
    first = next((i for i, each in enumerate(nodes) if each.part == "operative"), len(nodes))
    if as_in_source:
        inside = (i for i, each in enumerate(nodes) if _is_marked_as_body(each))
        return min(first, next(inside, first))
    while (
        0 < first < len(nodes) and nodes[first - 1].part is None and _is_between(nodes[first - 1])
    ):
        first -= 1
    return first


def _is_between(node: Node) -> bool:
    return node.entry is not None and node.entry.kind in {"heading", "other"}


def _is_marked_as_body(node: Node) -> bool:
    """Whether the source has it in its body, as paragraphs and most headings say."""
    holder = node.style.partition("/")[0] if "/" in node.style else ""
    return holder not in {"", "preamble"} or (
        node.entry is not None and node.entry.block.role == "operative"
    )
