"""What of a topic stands in a place → how far the place speaks of it, how, and why that is said.

What is named in the head of a clause, or fills enough of a paragraph, or is named several times
over, or is the subject of the text by its title, is addressed. What is named by the way, or only
touched, is mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterdraft.cover.entries import Entry, Hit
from counterdraft.cover.places import Clause, Place
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.lexicon.states import find_states
from counterdraft.model import Verb
from counterdraft.model.coverage import Degree, Stance
from counterdraft.text.phrases import Found

_ALWAYS = "to name it is to address it"
_TREATY = "the clause is about its treaty, and names it"
_SUBJECT = "it is what the text is on by its title, and named"
_LONGEST = 6  # words that a sign fills at most: two sides of a pair may stand far apart
_NEAR = 18  # words between what is wrong and what is spoken of


class Judged(NamedTuple):
    """The degree, the stance, the hit that decides, and why."""

    degree: Degree
    stance: Stance
    hit: Hit
    clause: Clause | None
    why: str


class Signs(NamedTuple):
    """The signs of a place by kind: turns, attributions, praise, denial, wrongs, asking."""

    found: Sequence[Found[str]]

    def at(self, kind: str) -> list[Found[str]]:
        """Those of one kind."""
        return [each for each in self.found if each.key == kind]

    def quoted(self) -> frozenset[int]:
        """The tokens right after "according to" and the like."""
        return frozenset(each.last for each in self.at("attribution"))


def signs_of(place: Place, words: CoverWords) -> Signs:
    """All signs of a place; the name of a State or a group ("… for Cooperation") is none."""
    found = tuple(words.signs.find(place.tokens))
    named = [(each.start, each.end) for each in find_states(place.text)] if found else []
    return Signs(tuple(each for each in found if not _within(each, place, named)))


def _within(found: Found[str], place: Place, named: Sequence[tuple[int, int]]) -> bool:
    first, last = place.tokens[found.first].start, place.tokens[found.last - 1].end
    return any(start <= first and last <= end for start, end in named)


def judge(
    place: Place,
    hits: Sequence[Hit],
    signs: Signs,
    words: CoverWords,
    *,
    always: bool = False,
    subject: bool = False,
) -> Judged:
    """What one or more hits of a topic come to in a place.

    ``always`` says that whatever names the topic addresses it, ``subject`` that the title of the
    text names it.
    """
    naming = [each for each in hits if each.entry.strength == "names"]
    heads = [each for each in naming if _in_head(each, place, signs, words)]
    touching = [each for each in hits if each.entry.strength == "touches"]
    degree: Degree = "addressed" if heads else "mentioned"
    if heads:
        hit, why = heads[0], "it is named in the head of a clause"
    elif naming and (weight := _ALWAYS if always else _weight(naming, place, words)):
        degree, hit, why = "addressed", naming[0], weight
    elif naming and any(_in_head(each, place, signs, words) for each in _treaties(hits)):
        degree, hit, why = "addressed", naming[0], _TREATY
    elif subject and (spoken := [each for each in naming if _is_spoken_of(each, place, words)]):
        degree, hit, why = "addressed", spoken[0], _SUBJECT
    elif naming:
        hit, why = naming[0], "it is named by the way"
    elif touching:
        hit, why = touching[0], "it is touched, and not named"
    else:
        degree, hit, why = "alluded", hits[0], "it is not named, and seen in this by who knows it"
    clause = _clause_of(hit, place)
    return Judged(degree, _stance(hit, clause, signs, words, place), hit, clause, why)


def _clause_of(hit: Hit, place: Place) -> Clause | None:
    return next((each for each in place.clauses if each.first <= hit.first < each.last), None)


def _treaties(hits: Iterable[Hit]) -> list[Hit]:
    return [each for each in hits if each.entry.kind == "treaty"]


def _in_head(hit: Hit, place: Place, signs: Signs, words: CoverWords) -> bool:
    """Whether it stands in its clause before the clause turns to what is by the way."""
    clause = _clause_of(hit, place)
    if clause is None or _in_quotation(hit, place):
        return False
    first = _taken_up(hit, clause, signs, words)
    listed = _lists_wrongs(hit, clause, signs, words)
    kinds = ("turn",) if listed else ("turn", "listing")
    turned = any(first < each.first <= hit.first for kind in kinds for each in signs.at(kind))
    if turned or hit.first >= first + (words.degree.wrongs if listed else words.degree.head):
        return False
    return listed or not _in_list(hit, clause, place, words)


def _lists_wrongs(hit: Hit, clause: Clause, signs: Signs, words: CoverWords) -> bool:
    """Whether the organ condemns wrongs, of which it is one: the list is what the clause is about.

    An item of one that is a paragraph of its own has a subject of its own.
    """
    if not clause.own or clause.verb is None or _sort(clause.verb, words) != "raises":
        return False
    return any(clause.first <= each.first < hit.first for each in signs.at("wrong"))


def _taken_up(hit: Hit, clause: Clause, signs: Signs, words: CoverWords) -> int:
    """Where the clause begins, or last comes back to what it is about, or to what it asks for."""
    asks = clause.own and clause.verb is not None and _sort(clause.verb, words) == "asks"
    kinds = ("resume", "further") if asks else ("resume",)
    again = [each.first for kind in kinds for each in signs.at(kind)]
    return max([clause.first, *(first for first in again if clause.first < first <= hit.first)])


def _is_spoken_of(hit: Hit, place: Place, words: CoverWords) -> bool:
    """Whether it is neither of a title in quotation marks nor one of many things of a list."""
    clause = _clause_of(hit, place)
    return not _in_quotation(hit, place) and not (clause and _in_list(hit, clause, place, words))


def _in_quotation(hit: Hit, place: Place) -> bool:
    """Whether it is of a title or other words in quotation marks."""
    before = place.text[: place.tokens[hit.first].start]
    return before.count("\u201c") > before.count("\u201d") or before.count('"') % 2 == 1


def _in_list(hit: Hit, clause: Clause, place: Place, words: CoverWords) -> bool:
    """Whether it is one of many things of a list, with which the clause does not begin."""
    starts = [clause.first, *(n for n in range(clause.first + 1, clause.last) if _parted(n, place))]
    ends = [*starts[1:], clause.last]
    short = [end - start <= words.degree.item for start, end in zip(starts, ends, strict=True)]
    at = sum(start <= hit.first for start in starts) - 1
    low = high = at
    while low > 0 and short[low - 1]:
        low -= 1
    while high + 1 < len(starts) and short[high + 1]:
        high += 1
    far = starts[low] - clause.first > words.degree.after
    return far and high - low + 1 >= words.degree.items


def _parted(token: int, place: Place) -> bool:
    """Whether a comma stands before a token."""
    before, here = place.tokens[token - 1], place.tokens[token]
    return "," in place.text[before.end : here.start]


def _weight(naming: Sequence[Hit], place: Place, words: CoverWords) -> str | None:
    """Why what is named by the way is what the paragraph is about all the same."""
    naming = [each for each in naming if not _in_quotation(each, place)]
    if len(_different(naming)) >= words.degree.several:
        return "several terms of it are named"
    share = sum(min(each.last - each.first, _LONGEST) for each in naming) / len(place.tokens)
    return "it fills much of the paragraph" if share >= words.degree.share else None


def _different(naming: Sequence[Hit]) -> set[Entry]:
    """The terms that stand in words of their own."""
    apart: list[Hit] = []
    for each in naming:
        if not apart or each.first >= apart[-1].last:
            apart.append(each)
    return {each.entry for each in apart}


# -- the stance


def _stance(
    hit: Hit, clause: Clause | None, signs: Signs, words: CoverWords, place: Place
) -> Stance:
    if clause is None:
        return "reports"
    kinds = {each.key for each in signs.found if clause.first <= each.first < clause.last}
    if clause.verb is None:
        return _without_verb(kinds, _is_wrong(hit, clause, signs))
    sort = _sort(clause.verb, words)
    if sort == "raises":
        return "raises"
    if sort == "asks" and "denial" not in kinds:
        return "asks"
    if "denial" in kinds or (sort == "praises" and _praised(hit, clause, signs, place)):
        return "denies"
    return "raises" if sort is None and _is_wrong(hit, clause, signs) else "reports"


def _without_verb(kinds: Iterable[str], wrong: bool) -> Stance:
    if "denial" in kinds:
        return "denies"
    if "asking" in kinds:
        return "asks"
    return "raises" if wrong else "reports"


def _sort(verb: Verb, words: CoverWords) -> str | None:
    """What a clause does by its verb: what modifies it ("with concern") comes first."""
    modifying = {word for adverb in verb.adverbs for word in adverb.lower().split()}
    modifying |= set(verb.text.lower().split())
    if modifying & words.raising_adverbs or verb.force in words.raises:
        return "raises"
    if modifying & words.praising_adverbs or verb.force in words.praises:
        return "praises"
    return "asks" if verb.force in words.asks else None


def _praised(hit: Hit, clause: Clause, signs: Signs, place: Place) -> bool:
    """Whether the clause praises what is done about the topic, and not a document on it.

    A word in capitals is of a name: "the Organization for Security and Cooperation in Europe".
    """
    return any(
        clause.first <= each.first < hit.last
        and place.text[place.tokens[each.first].start].islower()
        for each in signs.at("praised")
    )


def _is_wrong(hit: Hit, clause: Clause, signs: Signs) -> bool:
    return any(
        clause.first <= each.first < clause.last
        and max(each.first - hit.last, hit.first - each.last) <= _NEAR
        for each in signs.at("wrong")
    )
