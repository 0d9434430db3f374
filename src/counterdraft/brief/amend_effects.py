"""Amendments beside a draft → what of each instruction can be done there, and what cannot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from counterdraft.brief.amends import Standing, called, place, places, plain, standing, times
from counterdraft.brief.case import Case, label
from counterdraft.model import Paragraph
from counterdraft.model.amendment import Amending, Instruction

_GOES = {"delete", "replace", "merge"}


class Lacking(NamedTuple):
    """Words that are taken to stand at a place and do not.

    ``by`` is the instruction by which they would; empty where there is none.
    """

    words: str
    where: str
    by: str = ""


class Repeated(NamedTuple):
    """Words that stand at a place more than once, where it is not said which of them is meant."""

    words: str
    where: str
    times: int


class Effect(NamedTuple):
    """What an instruction meets in the draft.

    ``found`` are the paragraphs that it names, ``able`` those in which all the words are that it
    takes to stand there, ``absent`` what it names and the draft has not. ``title`` says whether it
    can be done to the title. ``clashes`` say which instructions before it change the same.
    """

    instruction: Instruction
    name: str
    found: tuple[Paragraph, ...] = ()
    able: tuple[Paragraph, ...] = ()
    absent: tuple[str, ...] = ()
    title: bool = False
    lacking: tuple[Lacking, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    clashes: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether any of it can be done to the draft."""
        if self.instruction.does == "unread":
            return False
        if self.instruction.does in {"words", "delete", "replace"}:
            return bool(self.able or self.title)
        return bool(self.able) and not self.absent


def effects(case: Case) -> tuple[tuple[Effect, ...], ...]:
    """The effects of each amendment, in its order; of one to another text, none are found."""
    found: list[tuple[Effect, ...]] = []
    before: dict[Standing, list[Effect]] = {}  # of amendments to this text, or to a version of it
    for amending in case.known.amendments:
        kind = standing(case, amending)
        if kind == "other":
            found.append(
                tuple(Effect(each, _name(each, amending)) for each in amending.instructions)
            )
            continue
        own: list[Effect] = []
        same = before.setdefault(kind, [])
        for each in amending.instructions:
            own.append(_effect(case, each, _name(each, amending), (*same, *own)))
        found.append(tuple(own))
        of = amending.symbol or "an amendment before this"
        same += [each._replace(name=f"{each.name} of {of}") for each in own]
    return tuple(found)


def _name(each: Instruction, amending: Amending) -> str:
    """ "instruction 3", by its printed number or, without one, by the place that it has."""
    return f"instruction {each.number or amending.instructions.index(each) + 1}"


def _effect(case: Case, each: Instruction, name: str, before: Sequence[Effect]) -> Effect:
    paragraphs = {p.id: p for p in case.resolution.paragraphs}
    named = places(case, each)
    target = [place(case, each.target)] if each.target[2:3].isdigit() or ":" in each.target else []
    found = tuple(paragraphs[i] for i in named if i in paragraphs)
    absent = tuple(called(i) for i in (*named, *target) if i not in paragraphs)
    texts = [(label(p), p.id, p.text) for p in found]
    if each.title and case.resolution.title:
        texts.append(("the title", "title", case.resolution.title))
    lacking, repeated = _words(each, texts, before)
    without = {x.where for x in lacking if not x.by}
    effect = Effect(
        each, name, found, tuple(p for p in found if label(p) not in without), absent,
        any(i == "title" for _, i, _ in texts) and "the title" not in without, lacking, repeated,
    )  # fmt: skip
    return effect._replace(clashes=tuple(said for each in before if (said := _clash(each, effect))))


def _words(
    each: Instruction, texts: Sequence[tuple[str, str, str]], before: Sequence[Effect]
) -> tuple[tuple[Lacking, ...], tuple[Repeated, ...]]:
    """Which of the words that an instruction takes to stand somewhere do not, or do repeatedly."""
    if each.does != "words":
        return (), ()
    lacking: list[Lacking] = []
    repeated: list[Repeated] = []
    for where, name, text in texts:
        if each.parts and name != "title" and name not in each.paragraphs:
            continue  # it was found by its words
        for words in (*each.goes, *each.anchors):
            count = times(words, text)
            if not count:
                lacking.append(Lacking(words, where, _by(words, name, text, before)))
            elif count > 1 and not each.every and not each.pinned and each.beside != "between":
                repeated.append(Repeated(words, where, count))
    if not texts and each.parts:
        lacking += [Lacking(words, "this text") for words in each.goes]
    return tuple(lacking), tuple(repeated)


def _by(words: str, name: str, text: str, before: Sequence[Effect]) -> str:
    """The instruction before it by which words would come to stand there; empty where none is."""
    text = plain(text)
    for effect in before:
        each = effect.instruction
        there = any(p.id == name for p in effect.able) or (name == "title" and effect.title)
        if each.does != "words" or not there:
            continue
        if len(each.goes) == len(each.comes) == 1:
            text = text.replace(plain(each.goes[0]), plain(each.comes[0]))
        if times(words, text) or any(times(words, come) for come in each.comes):
            return effect.name
    return ""


def _clash(one: Effect, other: Effect) -> str:
    """What an instruction before another would do to the same place; empty where nothing."""
    a, b = one.instruction, other.instruction
    if not one.is_done or not other.is_done:
        return ""
    if a.does in _GOES and _touch(one, other):
        return f"{one.name} would {a.does} it"
    if b.does in _GOES and _touch(other, one):
        inserts = a.does == "insert"
        return f"{one.name} {'inserts beside it' if inserts else 'changes it, or a part of it'}"
    if a.does == b.does == "words" and _same_words(one, other):
        return f"{one.name} changes the same words"
    if a.does == b.does == "insert" and a.beside == b.beside and _ids(one) & _ids(other):
        return f"{one.name} inserts at the same place"
    return ""


def _same_words(one: Effect, other: Effect) -> bool:
    """Whether words that would go at one place are those that another takes to stand there."""
    if not (_ids(one) & _ids(other) or (one.title and other.title)):
        return False
    sought = (*other.instruction.goes, *other.instruction.anchors)
    return any(times(x, y) or times(y, x) for x in one.instruction.goes for y in sought)


def _touch(whole: Effect, other: Effect) -> bool:
    """Whether the one changes a paragraph as a whole of which the other changes, or names, some."""
    if whole.title and other.title:
        return True
    gone = {p.id for p in whole.able}
    return any(p.id in gone or _above(p.id) & gone for p in other.able)


def _ids(effect: Effect) -> set[str]:
    return {p.id for p in effect.able}


def _above(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:n]) for n in range(1, len(parts))}
