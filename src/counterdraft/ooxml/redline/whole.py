"""Units of a file that go or come as a whole."""

from __future__ import annotations

import copy

from lxml import etree

from counterdraft.ooxml.elements import w
from counterdraft.ooxml.look.lines import Call, Words
from counterdraft.ooxml.names import W_P, W_PPR
from counterdraft.ooxml.redline.hand import Hand
from counterdraft.ooxml.redline.spots import Spot
from counterdraft.ooxml.redline.steps import Step
from counterdraft.ooxml.redline.stream import stream
from counterdraft.ooxml.redline.writer import Writer


def remove(hand: Hand, i: int) -> None:
    """Delete unit ``i`` of A."""
    spot = hand.spots[i]
    if spot is None:
        return
    hand.near = i
    beside = hand.a.beside(i)
    if beside is not None and hand.a.units[i].head.kind != "annex":
        number = hand.a.document.offsets.span_to_raw(beside)
        hand.delete(number.start, number.end)
    start, end = (spot.group.start, spot.group.end) if spot.alone else _line(hand, spot)
    hand.delete_notes(start, end)
    writer = Writer(hand.pen, ())
    hand.delete(start, end, writer)
    hand.end_at(spot, writer)
    if spot.alone:
        _remove_paragraphs(hand, spot)


def _remove_paragraphs(hand: Hand, spot: Spot) -> None:
    """Delete the paragraphs of a unit, and the empty one that sets it apart."""
    for paragraph in spot.group.paragraphs:
        hand.blocks.delete(paragraph)
    last, first = spot.group.paragraphs[-1], spot.group.paragraphs[0]
    empty = hand.spacer(last)
    if empty is None and last.getnext() is None:
        empty = hand.spacer(first, before=True)
    if empty is not None and hand.blocks.op(empty) is None:
        hand.blocks.delete(empty)


def _line(hand: Hand, spot: Spot) -> tuple[int, int]:
    """A line with the break after it, or before it where it is the last."""
    text, (start, end) = hand.places.text, (spot.line.start, spot.line.end)
    after = text[end : spot.group.end]
    if after.lstrip(" \t").startswith("\v"):
        return start, end + after.index("\v") + 1
    before = text[spot.group.start : start]
    if before.rstrip(" \t").endswith("\v"):
        return spot.group.start + before.rindex("\v"), end
    return start, end


def add(hand: Hand, step: Step) -> None:
    """Insert the unit of B that a step is."""
    (j,) = step.b
    model = hand.models.model(j, hand.near)
    writer = hand.line()
    if writer is not None:
        writer.insert("\v", None)
    else:
        paragraph = w("p", [model.properties] if len(model.properties) else ())
        writer = Writer(hand.pen, ())
        writer.begin(paragraph)
        _place(hand, paragraph)
        hand.where[j] = paragraph
        hand.new.add(j)
    if model.typed:
        writer.insert(model.typed, model.looks.typed())
    for item in stream(step, hand.a, hand.b):
        if isinstance(item, Words):
            writer.insert(item.text, model.looks.of(italic=hand.italic(item)))
        elif isinstance(item, Call) and item.b is not None:
            writer.insert_run(hand.notes.insert(item.b))


def _place(hand: Hand, paragraph: etree._Element) -> None:
    """Put a new paragraph after the one written last, set apart as that is."""
    if hand.at is None:
        first = next((spot for spot in hand.spots if spot is not None), None)
        if first is not None:
            hand.blocks.insert_before(paragraph, before=first.group.paragraphs[0])
        hand.at = paragraph
        return
    empty = hand.spacer(hand.at)
    hand.blocks.insert(paragraph, after=hand.at if empty is None else empty)
    hand.at = paragraph
    if empty is not None:
        properties = empty.find(W_PPR)
        apart = etree.Element(W_P)
        apart.extend([copy.deepcopy(properties)] if properties is not None else ())
        hand.blocks.insert(apart, after=paragraph)
        # What comes next comes after both.
