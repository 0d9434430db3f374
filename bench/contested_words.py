"""Which wordings, treaties and verbs stand in texts that were put to a recorded vote.

    python bench/contested_words.py CORPUS [--write]

Counts over the General Assembly's texts of a corpus, made by `counterdraft corpus add`, and prints
the tables of src/counterdraft/lexicon/en/contested.toml; with --write it writes them there. What is
counted are titles, so that what is adopted every year counts once. So that no table speaks of one
State or one conflict, texts whose title names a State, and paragraphs that name one, are left out,
and so is every wording with a proper name in it.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from counterdraft.corpus.stored import Stored
from counterdraft.flag.formulas import words_on_end
from counterdraft.flag.runs import runs
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.load import load
from counterdraft.lexicon.objections import Objection, objections
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.voted_apart import voted_apart
from counterdraft.model import Clause, Span, TreatyMention
from counterdraft.parse.treaties import find_treaties
from counterdraft.reuse.wording import normalised
from counterdraft.text.straight import straighten

TABLE = Path(__file__).parent.parent / "src/counterdraft/lexicon/en/contested.toml"
# A wording counts in so many titles of so many committees; of these so many were put to the vote,
# which chance alone would not do (standard deviations). Treaties need less: few are named.
_TITLES, _COMMITTEES, _SHARE, _BEYOND, _FEW = 6, 2, 0.6, 3.0, 4
# One that drew objections did so in so many titles, and in this share of its paragraphs.
_DREW, _OFTEN = 2, 0.15
# Where they have more words on end in common, those are what is counted, up to so many, of which so
# many stand before.
_WHOLE, _LEAD = 8, 3
# Paragraphs that have so many first letters in common are one formula.
_BEGUN = 100
_HANGING = "ly"  # an adverb at the end says nothing of what follows: "development, particularly"
_LETTERS = 6  # shorter ones are numerals and words of many meanings
_WORD = re.compile(r"[a-z]{3,}")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_MARKER = "# -- counted from here on by bench/contested_words.py\n"


class Text(NamedTuple):
    """What of one text counts: its title, how it was adopted, by whom, and its paragraphs."""

    title: str
    voted: bool
    committee: str
    clauses: tuple[Clause, ...]


class Held(NamedTuple):
    """Titles that hold a thing, and those of them that were put to the vote."""

    id: str
    voted: int
    titles: int


def texts_of(corpus: Stored) -> Iterator[Text]:
    """The texts whose title names no State, with the paragraphs that name none."""
    for record in corpus.records:
        mode = record.adoption.mode
        if record.organ != "General Assembly" or not record.title or mode is None:
            continue
        if not _names_state(record.title):
            clauses = tuple(c for c in corpus.clauses(record) if not _names_state(c.text))
            title, committee = normalised(record.title), record.committee or "plenary"
            yield Text(title, mode == "recorded vote", committee, clauses)


def _names_state(text: str) -> bool:
    """Also by its people: "Orlavian" begins as "Orlavia" does."""
    return bool(find_states(text)) or any(
        w[:5] in _roots() for w in re.findall(r"[A-Z]\w{4,}", text)
    )


@cache
def _roots() -> frozenset[str]:
    words = (
        w for each in load("states")["state"] for w in re.findall(r"[A-Z]\w{4,}", each["name"])
    )
    general = {"Unite", "Repub", "State", "Democ", "Peopl", "Islam", "Feder", "Centr", "South",
               "North", "Great", "Islan", "Ameri", "Guine", "Equat", "Saint",
               "Princ", "Arabi"}  # fmt: skip
    return frozenset(word[:5] for word in words) - general


def proper_names(texts: Iterable[Text]) -> frozenset[str]:
    """Words, in lower case, that are mostly printed with a capital within sentences."""
    small, large = Counter[str](), Counter[str]()
    for text in texts:
        for clause in text.clauses:
            straight = straighten(clause.text)
            large.update(word.lower() for word in _CAPITAL.findall(straight))
            small.update(_WORD.findall(straight))
    return frozenset(word for word, n in large.items() if n > small[word])


def held(
    texts: Iterable[Text], things: Iterable[Iterable[tuple[str, str]]], least: int = 1
) -> list[Held]:
    """How many titles hold each thing; ``things`` are pairs of thing and committee, by text.

    Only what texts of ``least`` committees hold that were put to the vote.
    """
    voted, titles, committees = (defaultdict[str, set[str]](set) for _ in range(3))
    for text, some in zip(texts, things, strict=True):
        for thing, committee in some:
            titles[thing].add(text.title)
            if text.voted:
                voted[thing].add(text.title)
                committees[thing].add(committee)
    return [
        Held(thing, len(voted[thing]), len(of))
        for thing, of in sorted(titles.items()) if len(committees[thing]) >= least
    ]  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    texts = list(texts_of(Stored(given.corpus)))
    found = "".join(tables(texts, objections()))
    print(found)
    if given.write:
        head = TABLE.read_text(encoding="utf-8").partition(_MARKER)[0]
        TABLE.write_text(f"{head}{_MARKER}{found}", encoding="utf-8")


def tables(texts: list[Text], known: Sequence[Objection]) -> Iterator[str]:
    """The tables as they stand in the file, of texts and of the objections to them."""
    titles = {text.title for text in texts}
    base = len({text.title for text in texts if text.voted}) / len(titles)
    yield f"\n[counted]\ntitles = {len(titles)}\nvoted = {base:.4f} # share of them\n"
    names = proper_names(texts)
    found = held(
        texts,
        ({(w, t.committee) for c in t.clauses for w in runs(c.text)} for t in texts),
        _COMMITTEES,
    )
    kept = [
        each for each in found
        if each.titles >= _TITLES and each.voted >= _SHARE * each.titles and _beyond(each, base)
        and not _is_name(each.id, names)
    ]  # fmt: skip
    yield from _table("wording", kept)
    named = held(texts, ({(m, c) for m, c in _treaties(t)} for t in texts))
    yield from _treaty_table([each for each in named if each.titles >= _FEW], _apart(texts))
    yield from _formula_table(formulas(texts, known, names))
    forces = held(texts, ({(c.force, t.committee) for c in t.clauses if c.force} for t in texts))
    yield from _table("force", [each for each in forces if each.titles >= _TITLES])


class Drawn(NamedTuple):
    """Of ``paragraphs`` with a wording so many drew an objection, in so many titles."""

    wording: str
    objected: int
    paragraphs: int


def formulas(
    texts: Iterable[Text], known: Iterable[Objection], names: frozenset[str]
) -> list[Drawn]:
    """Formulas of paragraphs that drew objections, and how many paragraphs beside them drew none.

    Only texts are counted of which objections are known, and of these every paragraph; those that
    begin alike count as one, in however many texts they stand.
    """
    held = list(_counted(texts, known))
    found, every = (defaultdict[str, list[_Counted]](list) for _ in range(2))
    for each in held:
        for wording in set(runs(each.text)):
            every[wording].append(each)
            if each.is_objected_to:
                found[wording].append(each)
    whole: dict[str, list[_Counted]] = {}
    for wording, some in found.items():
        if _are_enough(some) and _is_often(_distinct(some), _distinct(every[wording])):
            formula = _whole(wording, [each.words for each in some], names)
            if not (_is_name(wording, names) or formula.endswith(_HANGING)):
                whole[formula] = every[wording]
    drawn = (_drawn(each, some) for each, some in whole.items())
    return sorted(each for each in drawn if _is_often(each.objected, each.paragraphs))


def _is_often(objected: int, paragraphs: int) -> bool:
    return objected >= max(_DREW, _OFTEN * paragraphs)


class _Counted(NamedTuple):
    """A paragraph: its title, whether somebody objected to it, and its words."""

    title: str
    is_objected_to: bool
    text: str
    words: str


def _counted(texts: Iterable[Text], known: Iterable[Objection]) -> Iterator[_Counted]:
    """The paragraphs of texts of which objections are known."""
    places = {(each.text, each.paragraph) for each in known}
    symbols = {text for text, _ in places}
    for text in texts:
        for c in text.clauses:
            if c.record.symbol in symbols:
                is_objected_to = (c.record.symbol, c.paragraph) in places
                yield _Counted(text.title, is_objected_to, c.text, words_on_end(c.text))


def _are_enough(some: Sequence[_Counted]) -> bool:
    """Whether they are of several titles, and do not begin alike."""
    return min(len({each.title for each in some}), _distinct(some)) >= _DREW


def _distinct(some: Iterable[_Counted]) -> int:
    """How many they are, without those that begin alike."""
    return len({each.text[:_BEGUN] for each in some})


def _drawn(formula: str, some: Iterable[_Counted]) -> Drawn:
    having = [each for each in some if f" {formula} " in each.words]
    return Drawn(
        formula, _distinct(each for each in having if each.is_objected_to), _distinct(having)
    )


def _whole(wording: str, some: Sequence[str], names: frozenset[str]) -> str:
    """The words on end around a wording that all have, with none at an end that only joins.

    Nor does it go over a proper name or a number.
    """
    first, joining = some[0].split(), joining_words()
    sought = words_on_end(wording).split()
    places = (n for n in range(len(first)) if first[n : n + len(sought)] == sought)
    start = next(places, None)
    if start is None:  # of a word with a number in it
        return wording
    begin, end = start, start + len(sought)

    def goes_on(begin: int, end: int, word: str) -> bool:
        return not re.search(r"\d", word) and word not in names and _have(some, first[begin:end])

    while end < min(len(first), start + _WHOLE - _LEAD) and goes_on(begin, end + 1, first[end]):
        end += 1
    while begin > max(0, end - _WHOLE) and goes_on(begin - 1, end, first[begin - 1]):
        begin -= 1
    while begin < start and first[begin] in joining:
        begin += 1
    while end > start + len(sought) and first[end - 1] in joining:
        end -= 1
    return " ".join(first[begin:end])


def _have(some: Iterable[str], words: Sequence[str]) -> bool:
    return all(f" {' '.join(words)} " in each for each in some)


def _is_name(wording: str, names: frozenset[str]) -> bool:
    return len(wording) < _LETTERS or any(
        word.strip("'") in names for word in re.split(r"[ -]", wording)
    )


def _formula_table(found: Iterable[Drawn]) -> Iterator[str]:
    yield "\n[formula] # = [paragraphs that drew an objection, paragraphs]\n"
    for each in sorted(found, key=lambda one: (-one.objected / one.paragraphs, one.wording)):
        yield f'"{each.wording}" = [{each.objected}, {each.paragraphs}]\n'


def _apart(texts: list[Text]) -> Counter[str]:
    """How many titles have a paragraph with each treaty where one was voted on by itself."""
    places = {(each.text, each.paragraph) for each in voted_apart()}
    found = {
        (mention.treaty, text.title)
        for text in texts
        for clause in text.clauses
        if (clause.record.symbol, clause.paragraph) in places
        for mention in _named(clause)
    }
    return Counter(treaty for treaty, _ in found)


def _beyond(each: Held, base: float) -> bool:
    deviation = math.sqrt(each.titles * base * (1 - base))
    return (each.voted - each.titles * base) / deviation >= _BEYOND


def _treaties(text: Text) -> Iterator[tuple[str, str]]:
    for clause in text.clauses:
        for mention in _named(clause):
            yield mention.treaty, text.committee


def _named(clause: Clause) -> Iterable[TreatyMention]:
    straight = straighten(clause.text)
    return find_treaties(straight, Span(0, len(straight)))


def _treaty_table(found: Iterable[Held], apart: Counter[str]) -> Iterator[str]:
    yield "\n[treaty] # = [titles put to a recorded vote, titles, titles with one voted on apart]\n"
    for each in _in_order(found):
        yield f'"{each.id}" = [{each.voted}, {each.titles}, {apart[each.id]}]\n'


def _table(name: str, found: Iterable[Held]) -> Iterator[str]:
    yield f"\n[{name}] # = [titles put to a recorded vote, titles]\n"
    for each in _in_order(found):
        yield f'"{each.id}" = [{each.voted}, {each.titles}]\n'


def _in_order(found: Iterable[Held]) -> list[Held]:
    return sorted(found, key=lambda each: (-each.voted / each.titles, each.id))


if __name__ == "__main__":
    main()
