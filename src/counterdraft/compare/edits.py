"""The units of two texts → the edit script that leads from one to the other.

Title and formula stand against their like, headings against headings, annexes against annexes,
lines in no paragraph against lines, paragraphs against paragraphs, of either part, and notes
against notes.
``apply(edits, a)`` gives b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from counterdraft.align.paragraphs import Pairing, pair
from counterdraft.align.words import applied, word_edits
from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.commonplace import citing_words
from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.states import with_names_as_words
from counterdraft.model import APART, Edit, Unit, WordEdit
from counterdraft.model.comparison import EditKind
from counterdraft.reuse.names import is_name, with_short_names
from counterdraft.text.stems import stem

_GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"title"}),
    frozenset({"formula"}),
    frozenset({"heading"}),
    frozenset({"line"}),
    frozenset({"preambular", "operative"}),
    frozenset({"annex"}),
    frozenset({"note"}),
)
# What there is one of in each text is one, however much was changed.
_SINGLE = frozenset({"title", "formula"})
# What texts that share next to nothing say in the preamble and in the operative part is one only
# where so much is the same.
_ACROSS = 0.95
_FIGURES = re.compile(r"(?<!\S)[-\u2013(]?\d[\d.,\u00a0]*%?\)?(?!\S)")


def edits_of(a: Sequence[Unit], b: Sequence[Unit]) -> tuple[Edit, ...]:
    """The edits in B's order, what was deleted after what stood before it in A."""
    found: list[Edit] = []
    for kinds in _GROUPS:
        places_a = [i for i, unit in enumerate(a) if unit.head.kind in kinds]
        places_b = [j for j, unit in enumerate(b) if unit.head.kind in kinds]
        pairings = _pairings([a[i] for i in places_a], [b[j] for j in places_b], kinds)
        for each in pairings:
            whole = each._replace(
                a=tuple(places_a[i] for i in each.a), b=tuple(places_b[j] for j in each.b)
            )
            found.append(_edit(whole, a, b))
    return tuple(_in_order(found))


def parted(
    edits: Sequence[Edit], a: Sequence[Unit], b: Sequence[Unit],
    cited: tuple[Mapping[str, Set[str]], Mapping[str, Set[str]]], *, near: bool = True,
) -> tuple[Edit, ...]:  # fmt: skip
    """The edits of rivals, where what shares but names and words that cite is no pair.

    Two may welcome a report, or ask for one, whatever it is on. A name is as long as it is: two
    requests to one office need have nothing else in common. ``cited`` are the documents that the
    units of either cite, by their keys: "the report of the Secretary-General" is the one of its
    note. Of texts that are not ``near``, which have next to nothing in common, neither is one of
    the preamble and one of the operative part, whatever long name of a committee both have.
    """
    found: list[Edit] = []
    for each in edits:
        kept = each.kind == "same" or not (each.a and each.b)
        if kept or (
            _share_words(each, a, b)
            and not _cite_others(each, a, b, cited)
            and (near or each.likeness >= _ACROSS or not _is_across(each, a, b))
        ):
            found.append(each)
            continue
        found += [_edit(Pairing((i,), (), 0.0), a, b) for i in each.a]
        found += [_edit(Pairing((), (j,), 0.0), a, b) for j in each.b]
    return tuple(_in_order(found))


def _is_across(edit: Edit, a: Sequence[Unit], b: Sequence[Unit]) -> bool:
    """Whether a paragraph of the preamble stands against one of the operative part."""
    return {a[n].head.kind for n in edit.a}.isdisjoint(b[n].head.kind for n in edit.b)


def _cite_others(
    edit: Edit, a: Sequence[Unit], b: Sequence[Unit],
    cited: tuple[Mapping[str, Set[str]], Mapping[str, Set[str]]],
) -> bool:  # fmt: skip
    """Whether the units of an edit say nothing but that they cite, and cite nothing that is one."""
    sides = [[side[n] for n in places] for side, places in ((a, edit.a), (b, edit.b))]
    if any(_object(unit) for units in sides for unit in units):
        return False
    one, other = (
        frozenset[str]().union(*(known.get(unit.head.key, frozenset()) for unit in units))
        for units, known in zip(sides, cited, strict=True)
    )
    return bool(one and other) and not one & other


def _share_words(edit: Edit, a: Sequence[Unit], b: Sequence[Unit]) -> bool:
    """Whether the units of an edit share a word that is no name, or one of them has none."""
    one, other = (
        frozenset[str]().union(*(_object(side[n]) for n in places))
        for side, places in ((a, edit.a), (b, edit.b))
    )
    return bool(one & other) or not one or not other


def _object(unit: Unit) -> frozenset[str]:
    """The stems of a unit without its phrase, whoever it names, and the words that cite."""
    said = content_of(with_short_names(actors().terms.sub(" ", unit.text[unit.head.phrase :])))
    return frozenset(word for word in said - _citing() if not is_name(word))


@cache
def _citing() -> frozenset[str]:
    return frozenset(map(stem, (*citing_words(), *ordinals())))


def apply(edits: Sequence[Edit], a: Sequence[Unit]) -> tuple[Unit, ...]:
    """What the edits make of text A: the units of B, without their spans.

    Raises ValueError where they are the edits of another text.
    """
    made: dict[int, Unit] = {}
    for edit in edits:
        if not edit.b:
            continue
        texts = applied(edit.words, APART.join(a[i].text for i in edit.a)).split(APART)
        for j, head, text in zip(edit.b, edit.heads, texts, strict=True):
            made[j] = Unit(head, text)
    return tuple(made[j] for j in sorted(made))


def _pairings(a: list[Unit], b: list[Unit], kinds: frozenset[str]) -> list[Pairing]:
    if kinds <= _SINGLE and a and b:
        rest = [Pairing((), (j,), 0.0) for j in range(1, len(b))]
        rest += [Pairing((i,), (), 0.0) for i in range(1, len(a))]
        return [Pairing((0,), (0,), 1.0 if a[0].text == b[0].text else 0.5), *rest]
    parts = [unit.head.kind for unit in a], [unit.head.kind for unit in b]
    # What both have word for word is paired as it is.
    same = {unit.text for unit in a} & {unit.text for unit in b}
    ours, theirs = (
        [text if (text := unit.text) in same else _told_by(unit) for unit in side]
        for side in (a, b)
    )
    return pair(ours, theirs, parts)


def _told_by(unit: Unit) -> str:
    """The words by which a unit is known again; of the row of a table they are no figures."""
    line = unit.head.kind == "line"
    words = " ".join(_FIGURES.sub(" ", unit.text).split()) if line else ""
    return with_names_as_words(words or unit.text)


def _edit(pairing: Pairing, a: Sequence[Unit], b: Sequence[Unit]) -> Edit:
    ours, theirs = [a[i] for i in pairing.a], [b[j] for j in pairing.b]
    one, other = (APART.join(unit.text for unit in side) for side in (ours, theirs))
    words = word_edits(one, other)
    return Edit(
        _kind(pairing, ours, theirs, words), pairing.a, pairing.b,
        tuple(unit.head for unit in theirs), words, round(pairing.likeness, 4),
    )  # fmt: skip


def _kind(pairing: Pairing, a: list[Unit], b: list[Unit], words: tuple[WordEdit, ...]) -> EditKind:
    if not a or not b:
        return "added" if b else "deleted"
    if len(b) > 1:
        return "split"
    if len(a) > 1:
        return "merged"
    if pairing.moved or a[0].head.kind != b[0].head.kind:
        return "moved"
    return "same" if all(each.op == "same" for each in words) else "edited"


def _in_order(edits: list[Edit]) -> Iterator[Edit]:
    kept = sorted((each for each in edits if each.b), key=_first_of_b)
    deleted = sorted((each for each in edits if not each.b), key=_first_of_a)
    # What was moved says nothing of where its neighbours in A stood.
    anchors = [max(each.a) if each.a and each.kind != "moved" else -1 for each in kept]
    after: dict[int, list[Edit]] = {}
    for each in deleted:
        before = [n for n, place in enumerate(anchors) if 0 <= place < each.a[0]]
        after.setdefault(max(before, key=anchors.__getitem__, default=-1), []).append(each)
    yield from after.get(-1, ())
    for n, each in enumerate(kept):
        yield each
        yield from after.get(n, ())


def _first_of_a(edit: Edit) -> int:
    return edit.a[0]


def _first_of_b(edit: Edit) -> int:
    return edit.b[0]
