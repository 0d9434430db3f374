"""Numbers that the file would count otherwise: what they begin becomes a list of its own.

Word counts the new paragraphs of a file as it counted the old ones. Where that gives "(c)" to
what is to be "(a)", the paragraph and those after it in its list are put into a new list of the
same looks that starts there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from counterdraft.ooxml.elements import PARAGRAPH_ORDER, w
from counterdraft.ooxml.groups import all_groups, number_of
from counterdraft.ooxml.names import W_P, W_PPR
from counterdraft.ooxml.names import w as name_of
from counterdraft.ooxml.number_formats import format_number
from counterdraft.ooxml.numbering import Counter
from counterdraft.ooxml.redline.blocks import like, properties_of
from counterdraft.ooxml.redline.hand import Hand
from counterdraft.ooxml.redline.spots import core
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.runs import put
from counterdraft.ooxml.styles import list_place
from counterdraft.ooxml.xml import number, value

_STYLE, _NUM, _NUM_ID, _ABSTRACT = (
    name_of(name) for name in ("pStyle", "num", "numId", "abstractNumId")
)
_MOST = 1000


class _Listed(NamedTuple):
    """A paragraph of B in a list: its unit, the number that Word prints for it."""

    paragraph: etree._Element
    j: int
    printed: str


def restart_lists(hand: Hand, rewriting: Rewriting) -> None:
    """Put new paragraphs into the lists of those before them, what begins anew into its own."""
    _follow(hand)
    at: int | None = -1
    while at is not None:
        at = _restart_next(hand, rewriting, at + 1)


def _restart_next(hand: Hand, rewriting: Rewriting, after: int) -> int | None:
    """Give the next paragraph with a wrong number a list that starts there, and those after it.

    Returns its place among the paragraphs of lists; None where all are right.
    """
    listed = list(_listed(hand))
    for at in range(after, len(listed)):
        wanted = core(hand.b.printed(listed[at].j))
        place = _place(hand, listed[at].paragraph)
        if place is None or wanted == core(listed[at].printed):
            continue
        first = _count(hand, wanted, place)
        new = _new_list(rewriting, place, first) if first else 0
        if new:
            _move_on(hand, listed[at:], (new, place[1]))
            return at
    return None


def _count(hand: Hand, wanted: str, place: tuple[int, int]) -> int:
    """The count that prints as a number at this place of a list; 0 where none does."""
    found = hand.context.numbering.numbers(place[0])
    if found is None or not wanted:
        return 0
    form = found.levels[place[1]].form
    return next((n for n in range(1, _MOST) if format_number(n, form) == wanted), 0)


def _move_on(hand: Hand, listed: Sequence[_Listed], place: tuple[int, int]) -> None:
    """Put the first of these paragraphs and those that go on after it into a list."""
    level = hand.b.units[listed[0].j].head.level
    for each in listed:
        own = hand.b.units[each.j].head.level
        if own < level:
            return
        now = _place(hand, each.paragraph)
        if own == level and now is not None and now[1] == place[1]:
            _move(hand, each.paragraph, place, new=each.j in hand.new)


def _follow(hand: Hand) -> None:
    """Let each new paragraph go on in the list of the one before it at its level.

    So does one that was there, where its own list gives it another number.
    """
    lists: dict[int, tuple[int, int]] = {}
    for each in _listed(hand):
        level = hand.b.units[each.j].head.level
        lists = {other: place for other, place in lists.items() if other <= level}
        place = _place(hand, each.paragraph)
        if place is None:
            continue
        new = each.j in hand.new
        wrong = core(each.printed) != core(hand.b.printed(each.j))
        if level in lists and lists[level] != place and (new or wrong):
            _move(hand, each.paragraph, lists[level], new=new)
        else:
            lists[level] = place


def _listed(hand: Hand) -> Iterator[_Listed]:
    """The paragraphs of B's units, in the order of the file, as it is when all is accepted."""
    units = {paragraph: j for j, paragraph in hand.where.items()}
    counter = Counter(hand.context.numbering)
    found = []
    for group, boxed in all_groups(hand.body, hand.context):
        if boxed or group.owner is None or not (group.has_words or group.kept):
            continue
        printed, _ = number_of(group.owner, hand.context, counter)
        for each in group.shown:
            element = each.piece.element
            if element is not None and element.tag == W_P and element in units and each.visible:
                found.append(_Listed(element, units[element], printed))
    return iter(found)


def _place(hand: Hand, paragraph: etree._Element) -> tuple[int, int] | None:
    properties = paragraph.find(W_PPR)
    style = hand.context.styles.paragraph(value(properties, _STYLE))
    return hand.context.numbering.place(list_place(properties), style)


def _new_list(rewriting: Rewriting, place: tuple[int, int], first: int) -> int:
    """A list like that of a place, which starts there with a count; its number, 0 for none."""
    like_list, level = place
    for part in rewriting.related("numbering"):
        root = rewriting.tree(part)
        nums = {number(each.get(_NUM_ID)): each for each in root.iterfind(_NUM)}
        if like_list in nums:
            new = max(nums) + 1
            again = w("lvlOverride", [w("startOverride", val=str(first))], ilvl=str(level))
            definition = w("abstractNumId", val=value(nums[like_list], _ABSTRACT) or "0")
            nums[max(nums)].addnext(w("num", [definition, again], numId=str(new)))
            return new
    return 0


def _move(hand: Hand, paragraph: etree._Element, place: tuple[int, int], *, new: bool) -> None:
    """Put a paragraph into a list; of one that was there that is a tracked change."""
    listed = w("numPr", [w("ilvl", val=str(place[1])), w("numId", val=str(place[0]))])
    if new:
        put(properties_of(paragraph), listed, PARAGRAPH_ORDER)
        return
    wanted = like(paragraph)
    put(wanted, listed, PARAGRAPH_ORDER)
    hand.blocks.reshape(paragraph, wanted)
