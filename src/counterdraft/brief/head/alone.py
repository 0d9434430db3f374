"""A comparison → what one text does and the other nowhere does, and what either asks of one State.

Nothing here rests on which paragraphs were paired, so that it holds of texts with little in common
too: what a text has, it is quoted with; what it has not, none of its words may name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from counterdraft.brief.head.difference import (
    BOTH,
    QUOTED,
    Difference,
    Whose,
    label,
    of_both,
    of_one,
    sides,
    where,
)
from counterdraft.lexicon.acts import things
from counterdraft.lexicon.commonplace import commonplace_words
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.routine import is_routine, only_comes_back
from counterdraft.lexicon.states import find_states, fold_name, state_names
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Addressed, AddresseeClass, Comparison, Quote, Side, Unit
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed, shortened
from counterdraft.wording.within import within

# What is worth a word where one text alone speaks of it, by the ids of the things of the lexicon.
_THINGS, _BODY = ("court", "measures", "body"), "body"
# What is worth a word where one text alone does it: the verb, what it is told as, and the classes
# of force of which the other text has no verb and no noun.
_ACTS = (
    ("condemn", "condemns something", frozenset({"condemn", "deplore"})),
    ("demand", "demands something", frozenset({"demand"})),
    ("decide", "decides more than when to come back to the matter",
     frozenset({"decide", "authorize", "determine"})),
)  # fmt: skip
# Who is asked under these names in one text may be asked under another in the other.
_ANYBODY: frozenset[AddresseeClass] = frozenset({"other", "member_states"})
# A name is in capitals, and of more than what so many are of; of one word it is an acronym, or an
# office: which committee "the Committee" is, the other text may say by its name.
_NAME, _COMMON = re.compile(r"[A-Z]"), re.compile(r"^[Tt]he |United Nations|States?\b")
_OF_ONE_WORD: frozenset[AddresseeClass] = frozenset({"named_state", "secretary_general"})
_GOES_ON = re.compile(r"(?:\s(?:(?:of|for|on|in|and|to)\s(?:the\s)?)?[A-Z][\w\u2019'-]*)+")
# What a body is on, or for, may be longer than what is found of it: a list, or a blank, goes on.
_ON = re.compile(r"\s(?:on|for)\s(?:the\s)?(?:\S+\s)*[a-z]\S*$")
_MORE = re.compile(r"(?:,\s[\w-]+)+,?\s(?:or|and)\s|\s")
_BEGINS = re.compile(r"(?:\b[A-Z][\w\u2019'/-]*\s)+$")
# Who has a body with another has a longer name: "Organization for the … of …-United Nations".
_JOINT, _OWNER = (
    re.compile(r"\w-[A-Z]"),
    re.compile(r"\b[A-Z]\w+\sfor\s(?:the\s)?[A-Z]\w+\s(?:of\s)?$"),
)
# A request says little in fewer characters; its verb is among so many words.
_SHORT, _FIRST = 60, 5
# Two requests of one State with so much in common, of the shorter one, are of one thing.
_ALIKE = 0.4


def spoken_of(comparison: Comparison) -> Iterator[Difference]:
    """What is named in the operative part of one text, and nothing of its like in the other."""
    for whose in BOTH:
        found = list(_spoken_of(*sides(comparison, whose)))
        if found:
            words = [f"“{each.words}” ({label(each.unit)})" for each in found]
            keys = list(dict.fromkeys(each.unit.head.key for each in found))
            yield of_one(whose, f"speaks of {listed(words)}", keys)


def _spoken_of(here: Side, other: Side) -> Iterator[_Named]:
    """Of each kind of thing that the other text does not name, the first that a text does."""
    for name in _THINGS:
        told = [] if _named(other, name) else [e for e in _named(here, name) if e.is_told(name)]
        yield from told[:1]


class _Named(NamedTuple):
    """A unit that names a thing, the words that do, and whether but some of its class are meant."""

    unit: Unit
    words: str
    is_part: bool

    def is_told(self, name: str) -> bool:
        """Whether it is worth a word: a body has a name in capitals."""
        named = name != _BODY or _NAME.match(self.words)
        return self.unit.head.kind == "operative" and bool(named) and not self.is_part


def _named(side: Side, name: str) -> list[_Named]:
    """The units that name such a thing."""
    thing = things()[name]
    return [
        _Named(
            unit, _whole_name(unit, found.start(), found.end()),
            bool(thing.part.match(straighten(unit.text), found.end() + 1)),
        )
        for unit in side.units
        if (found := _first(straighten(unit.text), thing.general, thing.forms))
    ]  # fmt: skip


def _whole_name(unit: Unit, start: int, end: int) -> str:
    """What was found, with what of a name in capitals stands before and behind it."""
    behind = _GOES_ON.match(unit.text, end)
    before = _BEGINS.search(unit.text, unit.head.phrase, start)
    if before and _NAME.match(unit.text, start):
        start = before.start()
        owner = _OWNER.search(unit.text, unit.head.phrase, start)
        start = owner.start() if owner and _JOINT.search(before.group()) else start
    end = behind.end() if behind else end
    name = unit.text[start:end]
    is_cut = _ON.search(name) and _MORE.match(unit.text, end)
    return f"{name}…" if is_cut else name


def _first(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    return next(filter(None, (each.search(text) for each in patterns)), None)


def done(comparison: Comparison) -> Iterator[Difference]:
    """What one text condemns, demands or decides, where the other does nothing of the kind."""
    for lemma, words, classes in _ACTS:
        for whose in BOTH:
            here, other = sides(comparison, whose)
            doing = _doing(here, lemma)
            if doing and not _has_any(other, classes):
                quoted = within(shortened(doing[0].text, QUOTED).rstrip(";,.:"))
                told = f"{words}: “{quoted}” ({label(doing[0])})"
                yield of_one(whose, told, [doing[0].head.key])


def _doing(side: Side, lemma: str) -> list[Unit]:
    """The operative paragraphs that do it by their first verb."""
    return [
        unit for unit in side.units
        if unit.head.kind == "operative"
        and not is_routine(unit.text)
        and lemma in _lemmas(unit.text[: unit.head.phrase])
    ]  # fmt: skip


def _lemmas(phrase: str) -> set[str]:
    return {
        form.lemma for word in phrase.lower().split() for form in verbs().forms.get(word, ())
        if form.form == "present"
    }  # fmt: skip


def _has_any(side: Side, classes: frozenset[str]) -> bool:
    """Whether a word of a text may be a verb, or the noun, of one of some classes of force."""
    words = (
        word
        for unit in side.units
        if not only_comes_back(unit.text)
        for word in re.findall(r"[a-z-]+", straighten(unit.text).lower())
    )
    return not _words_of(classes).isdisjoint(words)


@cache
def _words_of(classes: frozenset[str]) -> frozenset[str]:
    forms = (form for each in verbs().forms.values() for form in each)
    heads = {form.head for form in forms if form.force in classes}
    return frozenset(heads | {n for n, force in verbs().noun_force.items() if force in classes})


def asked_of_one_state(comparison: Comparison) -> Iterator[Difference]:
    """What either text asks of a State that both ask, where that is not one thing."""
    for each in comparison.addressed:
        if each.class_ == "named_state" and each.name:
            ours, theirs = (_naming(each, _unlike(*way)) for way in _ways(each))
            if ours and theirs:
                a, b = (_quoted(quote) for quote in (ours[0], theirs[0]))
                told = f"of {_called(each.name)} they ask "
                yield of_both(comparison, a, b, (ours[0], theirs[0]), told)


def _ways(each: Addressed) -> tuple[tuple[tuple[Quote, ...], tuple[Quote, ...]], ...]:
    return (each.a, each.b), (each.b, each.a)


def _naming(each: Addressed, quotes: Sequence[Quote]) -> list[Quote]:
    """The requests that name whoever is asked, as they are quoted; a State by any of its names."""
    return [quote for quote in quotes if _is_named(each.name, shortened(quote.text, QUOTED))]


def _is_named(name: str, words: str) -> bool:
    return straighten(name) in straighten(words) or name in {s.name for s in find_states(words)}


def _unlike(some: Sequence[Quote], others: Sequence[Quote]) -> list[Quote]:
    """The requests that have little in common with any of the other text."""
    alike = {one.text for one, other in product(some, others) if _are_alike(one.text, other.text)}
    return [each for each in some if each.text not in alike]


def _are_alike(one: str, other: str) -> bool:
    ours, theirs = _content(one), _content(other)
    return len(ours & theirs) >= _ALIKE * min(len(ours), len(theirs))


def _content(words: str) -> set[str]:
    found = {word.strip(",;:.()") for word in straighten(words).lower().split()}
    return found - joining_words() - commonplace_words() - {""}


def asked(comparison: Comparison) -> Iterator[Difference]:
    """Whom one text alone asks, by a name, where the other neither asks their like nor has it."""
    found = [
        (each, whose, quotes) for whose in BOTH for each in comparison.addressed
        if _is_asked_alone(each, whose, comparison)
        and (quotes := _shown(each, whose, _of_several(comparison)))
    ]  # fmt: skip
    for each, whose, quotes in sorted(found, key=lambda one: one[0].class_ != "named_state"):
        place = where(comparison, whose, quotes[0])
        words = f"asks {_called(each.name)}: “{_quoted(quotes[0])}” ({place})"
        yield of_one(whose, words, [quote.key for quote in quotes])


def _of_several(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """The requests, by key and text, of several States: of one of them no more is asked."""
    states = (each for each in comparison.addressed if each.class_ == "named_state")
    found = Counter(one for each in states for one in {(q.key, q.text) for q in each.a + each.b})
    return frozenset(each for each, times in found.items() if times > 1)


def _shown(each: Addressed, whose: Whose, several: frozenset[tuple[str, str]]) -> list[Quote]:
    """The requests by a verb that asks, those first that say most, with the name of who is asked.

    What the organ decides is told elsewhere.
    """
    asking = [
        quote for quote in _naming(each, each.a if whose == "a" else each.b)
        if _forces(quote.text) & follow_up().asking
        and not (each.class_ == "named_state" and (quote.key, quote.text) in several)
    ]  # fmt: skip
    return sorted(asking, key=lambda quote: len(quote.text) < _SHORT)


def _forces(words: str) -> set[str | None]:
    """The classes of force of the verbs, and of their nouns, at the beginning of a request."""
    first = words.lower().replace(",", "").split()[:_FIRST]
    forms = {form.force for word in first for form in verbs().forms.get(word, ())}
    return forms | {verbs().noun_force[word] for word in first if word in verbs().noun_force}


def _called(name: str) -> str:
    """A State's name with its article: "the Russian Federation"."""
    article = f"the {name}"
    return article if fold_name(article) in state_names() else name


def _quoted(quote: Quote) -> str:
    return within(shortened(quote.text, QUOTED).rstrip(";,.:"))


def _is_asked_alone(each: Addressed, whose: Whose, comparison: Comparison) -> bool:
    if (each.a and each.b) or each.class_ in _ANYBODY or not _is_name(each):
        return False
    _, other = sides(comparison, whose)
    rivals = {a.class_ for a in comparison.addressed if (a.b if whose == "a" else a.a)}
    name = each.name.removeprefix("the ").casefold()
    named = any(name in straighten(unit.text).casefold() for unit in other.units)
    return not named and (each.class_ == "named_state" or each.class_ not in rivals)


def _is_name(each: Addressed) -> bool:
    """Whether they are called by a name, and not by words that begin a sentence, or a short one."""
    own = _COMMON.sub("", each.name).strip()
    first, *others = own.split() or [""]
    if not others and not first.isupper() and each.class_ not in _OF_ONE_WORD:
        return False
    return bool(_NAME.search(" ".join(others) or first))
