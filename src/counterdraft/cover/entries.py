"""Topics → one index of all their phrases; a place → what of each topic stands in it.

A phrase within a longer one of its topic is not counted twice, and one within an exception of its
topic, or within the name of a treaty, not at all; what another body, meeting or paper is called
after is alluded to. A body that is only named as the source of what is said is not spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from counterdraft.cover.hits import Entry, Hit, Strength
from counterdraft.cover.places import Place, comma_before
from counterdraft.cover.proper import Name
from counterdraft.cover.referring import settled
from counterdraft.lexicon.mandate import Together, Topic
from counterdraft.lexicon.treaties import treaties, treaty_names
from counterdraft.text.phrases import Phrase, PhraseIndex, phrase, plain_phrase

_NONE: Mapping[str, str] = {}
_ANYWHERE = frozenset({"except", "named", "with"})  # roles that a name does not change
_CONCEPT = "UNBIS"
_ITEMS = 4  # commas between two sides of a pair that are things of one list
_ITEM = 6  # words of each thing between them at most
_AFTER = 5  # words between "reported by" and the body that reports


class Spotted(NamedTuple):
    """What of one topic stands in a place: signs of it, and what it rests on by name."""

    hits: tuple[Hit, ...]
    named: frozenset[str]


class Entries:
    """All entries of some topics, to be looked for in the places of one text, in their order.

    ``organ`` is whose text it is: what refers back may be settled by that alone. ``identifiers``
    are those of concepts, where they are known.
    """

    def __init__(
        self, topics: Sequence[Topic], organ: str | None = None,
        identifiers: Mapping[str, str] = _NONE,
    ) -> None:  # fmt: skip
        self._topics = topics
        # Of what refers back, the topic that was last named.
        self._last = {
            words: number
            for number, topic in enumerate(topics)
            for words in (topic.refers if organ in topic.organs else ())
        }
        self._index = PhraseIndex(
            ((number, entry), written)
            for number, topic in enumerate(topics)
            for entry, written in _entries(topic, identifiers)
        )

    def find(
        self, place: Place, quoted: frozenset[int], names: Sequence[Name] = ()
    ) -> dict[int, Spotted]:
        """What stands in a place of each topic, by its number.

        ``quoted`` are the tokens right after "according to" and the like, ``names`` those of bodies
        and papers.
        """
        found: dict[int, list[Hit]] = {}
        for each in self._index.find(place.tokens):
            number, entry = each.key
            if (hit := _named_after(Hit(entry, each.first, each.last), names)) is not None:
                found.setdefault(number, []).append(hit)
        found = settled(found, self._last, place.tokens)
        named = list(_treaties(place))
        for number, topic in enumerate(self._topics):
            marked = [*_of_treaties(topic, named), *_of_citations(topic, place)]
            if marked or number in found:
                found.setdefault(number, []).extend(marked)
        covers = [(first, last) for _, first, last in named]
        return {
            number: _spotted(hits, self._topics[number], covers, place, quoted)
            for number, hits in found.items()
        }

    def named_by(self, title: Place) -> frozenset[int]:
        """The numbers of the topics that a title names: what the whole text is on."""
        found = self.find(title, frozenset())
        return frozenset(
            number
            for number, spotted in found.items()
            if any(each.entry.strength == "names" for each in spotted.hits)
        )


def _entries(topic: Topic, identifiers: Mapping[str, str]) -> Iterator[tuple[Entry, Phrase]]:
    kinds: tuple[tuple[str, Iterable[str], Strength], ...] = (
        ("term", topic.terms, "names"), ("touches", topic.touches, "touches"),
        ("document", topic.documents, "touches"), ("allusion", topic.alludes, "alludes"),
        ("organisation", topic.organisations, "alludes"),
    )  # fmt: skip
    for kind, phrases, strength in kinds:
        for each in phrases:
            yield Entry(kind, each, strength), phrase(each)
    for each in topic.refers:
        yield Entry("referring", each, "touches", "back"), phrase(each)
    for concept in topic.unbis:
        kind = f"{_CONCEPT} {identifiers.get(concept, '')}".rstrip()
        yield Entry(kind, concept), plain_phrase(concept.lower())
    for each in topic.excepting:
        yield Entry("except", each, role="except"), phrase(each)
    for number, pair in enumerate(topic.together):
        yield from _pair(number, pair)
    for named in topic.named:
        for each in named.terms:
            yield Entry("named", named.name, role="named"), phrase(each)


def _pair(number: int, pair: Together) -> Iterator[tuple[Entry, Phrase]]:
    for each in pair.one:
        yield Entry("together", each, role="one", pair=number), phrase(each)
    for each in pair.with_:
        yield Entry("together", each, role="with", pair=number), phrase(each)


# -- treaties and citations


@cache
def _treaty_index() -> PhraseIndex[str]:
    return PhraseIndex(
        (treaty.id, plain_phrase(name))
        for treaty in treaties()
        for name in (treaty.name, *treaty.aliases)
    )


def _treaties(place: Place) -> Iterator[tuple[str, int, int]]:
    """The treaties that a place names, by their ids, with their tokens; the longest name wins."""
    found = [(e.key, e.first, e.last) for e in _treaty_index().find(place.tokens)]
    taken = 0
    for treaty, first, last in sorted(found, key=lambda one: (one[1], -one[2])):
        if first >= taken:
            taken = last
            yield treaty, first, last


def _of_treaties(topic: Topic, named: Iterable[tuple[str, int, int]]) -> Iterator[Hit]:
    for treaty, first, last in named:
        if treaty in topic.treaties:
            yield Hit(Entry("treaty", treaty_names()[treaty], "alludes"), first, last)


def _of_citations(topic: Topic, place: Place) -> Iterator[Hit]:
    """The documents that a paragraph cites; where nothing was parsed, the symbols as printed."""
    for symbol in topic.citations:
        spans = (
            [(each.span.start - place.span.start, each.span.end - place.span.start)
             for each in place.paragraph.citations if each.symbol == symbol]
            if place.paragraph
            else [(at, at + len(symbol)) for at in (place.text.find(symbol),) if at >= 0]
        )  # fmt: skip
        for start, end in spans:
            inside = [n for n, t in enumerate(place.tokens) if t.start < end and t.end > start]
            if inside:
                yield Hit(Entry("citation", symbol, "touches"), inside[0], inside[-1] + 1)


# -- what counts


def _named_after(hit: Hit, names: Iterable[Name]) -> Hit | None:
    """The hit; where something is called after it no more than an allusion, and none of a pair.

    What is set aside there is set aside all the same, and so is what a pair needs beside it.
    """
    entry = hit.entry
    if entry.role in _ANYWHERE or not any(each.holds(hit.first, hit.last) for each in names):
        return hit
    if entry.role:
        return None
    return hit._replace(entry=entry._replace(kind=f"in a name, {entry.kind}", strength="alludes"))


def _spotted(
    hits: Sequence[Hit], topic: Topic, covers: Sequence[tuple[int, int]], place: Place,
    quoted: frozenset[int],
) -> Spotted:  # fmt: skip
    excepted = [(h.first, h.last) for h in hits if h.entry.role == "except"]
    left = [
        each for each in hits
        if each.entry.role != "except"
        and not _within(each, excepted)
        and not _ends_in(each, excepted)
        and (each.entry.kind == "treaty" or not _within(each, covers))
    ]  # fmt: skip
    named = frozenset(each.entry.words for each in left if each.entry.role == "named")
    spoken = [each for each in left if each.entry.kind == "term" or not _is_source(each, quoted)]
    signs = [each for each in spoken if not each.entry.role]
    signs += _pairs(spoken, topic, place)
    return Spotted(tuple(_longest([*_one_sign(signs)])), named)


def alluding(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """What names a topic, in a text that nowhere names what it is a topic of: allusions."""
    return tuple(
        each._replace(entry=each.entry._replace(strength="alludes"))
        for each in hits
        if each.entry.strength == "names"
    )


def _within(hit: Hit, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(first <= hit.first and hit.last <= last for first, last in stretches)


def _ends_in(hit: Hit, excepted: Iterable[tuple[int, int]]) -> bool:
    """Whether its last word begins an exception: "release of prisoners" of war."""
    return any(first == hit.last - 1 > hit.first and hit.last < last for first, last in excepted)


def _is_source(hit: Hit, quoted: frozenset[int]) -> bool:
    """Whether it stands right after "reported by" or the like."""
    return any(hit.first - gap in quoted for gap in range(_AFTER + 1))


def _pairs(hits: Sequence[Hit], topic: Topic, place: Place) -> Iterator[Hit]:
    """Each pair whose two sides stand in one clause, near enough to each other."""
    for number, pair in enumerate(topic.together):
        ones = [h for h in hits if h.entry.pair == number and h.entry.role == "one"]
        withs = [h for h in hits if h.entry.pair == number and h.entry.role == "with"]
        for one in ones:
            near = [
                h for h in withs
                if _apart(one, h) <= pair.within
                and _same(one, h, place)
                and not _in_other_items(one, h, place)
            ]  # fmt: skip
            if near:
                best = min(near, key=lambda each: _apart(one, each))
                entry = Entry("together", f"{one.entry.words} + {best.entry.words}")
                yield Hit(entry, min(one.first, best.first), max(one.last, best.last))


def _apart(one: Hit, other: Hit) -> int:
    """How many words stand between two hits; 0 where they overlap."""
    return max(other.first - one.last, one.first - other.last, 0)


def _same(one: Hit, other: Hit, place: Place) -> bool:
    """Whether two hits stand in one sentence or item of it."""
    return place.tokens[one.first].clause == place.tokens[other.first].clause


def _in_other_items(one: Hit, other: Hit, place: Place) -> bool:
    """Whether they are things of one list with others between, and nothing to each other."""
    start, end = min(one.last, other.last), max(one.first, other.first)
    parted = [n for n in range(start, end + 1) if comma_before(n, place)]
    short = all(after - before <= _ITEM for before, after in pairwise(parted))
    return len(parted) >= _ITEMS and parted[0] == start and parted[-1] == end and short


def _one_sign(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits; a concept in the very words that a term found is no sign beside it."""
    terms = {(e.first, e.last) for e in hits if e.entry.kind == "term"}
    concepts = {
        (e.first, e.last): e.by
        for e in hits
        if e.entry.kind.startswith(_CONCEPT) and (e.first, e.last) in terms
    }
    for each in hits:
        concept = concepts.get((each.first, each.last), "")
        if each.entry.kind == "term":
            yield each._replace(concept=concept)
        elif each.by != concept:
            yield each


def _longest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits that lie in no longer one; of equal ones the strongest."""
    rank = {"names": 0, "touches": 1, "alludes": 2}
    ordered = sorted(hits, key=lambda h: (h.first - h.last, rank[h.entry.strength], h.first))
    kept: list[Hit] = []
    for each in ordered:
        if not _within(each, [(other.first, other.last) for other in kept]):
            kept.append(each)
    yield from sorted(kept, key=lambda each: (each.first, each.last))
