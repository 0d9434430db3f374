"""A comparison → what either text asks of one State, and whom one text alone asks.

Nothing here rests on which paragraphs were paired, so that it holds of texts with little in common
too: whom a text does not ask, none of its words may name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from counterdraft.brief.head.difference import (
    BOTH,
    QUOTED,
    Difference,
    Whose,
    of_both,
    of_one,
    sides,
    told,
    where,
)
from counterdraft.lexicon.alone import alone
from counterdraft.lexicon.commonplace import commonplace_words
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.states import find_states, fold_name, state_names
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import Addressed, AddresseeClass, Comparison, Quote
from counterdraft.text.straight import straighten
from counterdraft.wording.english import listed, shortened

# Who is asked under these names in one text may be asked under another in the other.
_ANYBODY: frozenset[AddresseeClass] = frozenset({"other", "member_states"})
# A name is in capitals; of one word it is an acronym, or an office: which committee "the Committee"
# is, the other text may say by its name.
_NAME = re.compile(r"[A-Z]")
_OF_ONE_WORD: frozenset[AddresseeClass] = frozenset({"named_state", "secretary_general"})
# A request says little in fewer characters; its verb is among so many words.
_SHORT, _FIRST = 60, 5
# Two requests of one State with so much in common, of the shorter one, are of one thing.
_ALIKE = 0.4


def asked_of_one_state(comparison: Comparison) -> Iterator[Difference]:
    """What either text asks of a State that both ask, where that is not one thing."""
    for each in comparison.addressed:
        if each.class_ == "named_state" and each.name and each.settled:
            ours, theirs = (_naming(each, _unlike(*way)) for way in _ways(each))
            if ours and theirs:
                a, b = (told(quote.text) for quote in (ours[0], theirs[0]))
                begun = f"of {_called(each.name)} they ask "
                yield of_both(comparison, a, b, (ours[0], theirs[0]), begun)


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
    """Whom one text alone asks, by a name, where the other neither asks their like nor has it.

    States first; those who are asked one thing are told together. Of States that are, all are
    strangers to the other text, or none of them is told.
    """
    found = [
        _Asked(each, whose, quotes) for whose in BOTH for each in comparison.addressed
        if _is_asked_alone(each, whose, comparison) and (quotes := _shown(each, whose))
    ]  # fmt: skip
    for together in _together(sorted(found, key=lambda one: one.who.class_ != "named_state")):
        if strangers := _strangers(together, comparison):
            first = strangers[0]
            place = where(comparison, first.whose, first.quote)
            names = listed([_called(each.who.name) for each in strangers])
            words = f"asks {names}: “{told(first.quote.text)}” ({place})"
            keys = dict.fromkeys(quote.key for each in strangers for quote in each.quotes)
            yield of_one(first.whose, words, list(keys))


class _Asked(NamedTuple):
    """Who is asked, by which text, and the requests, the one first that is shown."""

    who: Addressed
    whose: Whose
    quotes: Sequence[Quote]

    @property
    def quote(self) -> Quote:
        """The request that is shown."""
        return self.quotes[0]

    def request(self) -> tuple[Whose, str, str]:
        """What is one where several are asked one thing."""
        return self.whose, self.quote.key, self.quote.text


def _together(found: Iterable[_Asked]) -> Iterator[list[_Asked]]:
    """Those who are asked one thing, at the place of the first of them."""
    of = defaultdict[tuple[Whose, str, str], list[_Asked]](list)
    for each in found:
        of[each.request()].append(each)
    yield from of.values()


def _strangers(together: Sequence[_Asked], comparison: Comparison) -> list[_Asked]:
    """Those asked one thing, without the States where more States are asked it than these."""
    of_states = [each for each in together if each.who.class_ == "named_state"]
    whose, *request = together[0].request()
    asked_it = [
        each for each in comparison.addressed if each.class_ == "named_state"
        and any([q.key, q.text] == request for q in _asks(each, whose))
    ]  # fmt: skip
    some_known = len(of_states) < len(asked_it)
    return [each for each in together if not (some_known and each in of_states)]


def _shown(each: Addressed, whose: Whose) -> list[Quote]:
    """The requests by a verb that asks, those first that say most, with the name of who is asked.

    What the organ decides is told elsewhere.
    """
    asking = [
        quote for quote in _naming(each, _asks(each, whose))
        if _forces(quote.text) & follow_up().asking
    ]  # fmt: skip
    return sorted(asking, key=lambda quote: len(quote.text) < _SHORT)


def _asks(each: Addressed, whose: Whose) -> tuple[Quote, ...]:
    return each.a if whose == "a" else each.b


def _forces(words: str) -> set[str | None]:
    """The classes of force of the verbs, and of their nouns, at the beginning of a request."""
    first = words.lower().replace(",", "").split()[:_FIRST]
    forms = {form.force for word in first for form in verbs().forms.get(word, ())}
    return forms | {verbs().noun_force[word] for word in first if word in verbs().noun_force}


def _called(name: str) -> str:
    """A State's name with its article: "the Russian Federation"."""
    article = f"the {name}"
    return article if fold_name(article) in state_names() else name


def _is_asked_alone(each: Addressed, whose: Whose, comparison: Comparison) -> bool:
    settled = each.settled and not (each.a and each.b)
    if not settled or each.class_ in _ANYBODY or not _is_name(each):
        return False
    _, other = sides(comparison, whose)
    rivals = {a.class_ for a in comparison.addressed if (a.b if whose == "a" else a.a)}
    name = each.name.removeprefix("the ").casefold()
    named = any(name in straighten(unit.text).casefold() for unit in other.units)
    return not named and (each.class_ == "named_state" or each.class_ not in rivals)


def _is_name(each: Addressed) -> bool:
    """Whether they are called by a name, and not by words that begin a sentence, or a short one."""
    own = alone().names.common.sub("", each.name).strip()
    first, *others = own.split() or [""]
    if not others and not first.isupper() and each.class_ not in _OF_ONE_WORD:
        return False
    return bool(_NAME.search(" ".join(others) or first))
