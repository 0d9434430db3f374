"""Those who can be asked to do something, as a matcher for the head of a noun phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from counterdraft.lexicon.alternatives import alternatives, by_letter, grouped
from counterdraft.lexicon.load import load
from counterdraft.model import AddresseeClass


class Actors(NamedTuple):
    """Who can be asked, and the words around them.

    ``terms`` matches an actor's name, ``classes`` tells its class by the words matched;
    ``patterns`` match by form where no term fits, each with its class at the same place in
    ``pattern_classes``; ``joint`` one noun with two actors under it, in whose name ``joint_sign``
    stands. ``agents`` matches a noun that by its ending is somebody; ``things`` are words, and
    endings of words, that are nobody, but for ``persons``; ``documents`` are texts, in lower case,
    which nobody asks; ``modifiers`` what may stand before a name, ``which`` those of them that
    only say which. ``state_before`` matches what makes a state out of the name after it,
    ``state_formal`` is the text of a pattern for the noun of a formal name; ``of_a_state`` matches
    a noun that is asked behind a State's name, ``nouns`` the end of a longer name that begins as a
    State's, both with the class as the name of their group. ``organized`` are the classes whose
    members have longer names of the same class, ``bodies`` nouns of bodies, which with other words
    in capitals are a body of another name, and behind ``national`` a State's; ``groups`` nouns
    that end the name of a group, ``groups_small`` such nouns in small letters. ``sanctions`` are
    the ends of names that in a text of the Security Council are bodies of its sanctions regimes;
    ``heads`` are the offices of those who head a body, ``generals`` those that the United Nations
    and others have alike, ``of_organizations`` nouns that may be of a regional one; ``titles`` and
    ``offices`` are what stands before a person's name. ``articles`` begin no name, ``adjectives``
    are endings of words that describe the noun behind them, ``closing`` the words, each in blanks,
    behind which a noun phrase has ended.
    """

    terms: re.Pattern[str]
    patterns: re.Pattern[str]
    pattern_classes: tuple[AddresseeClass, ...]
    joint: tuple[tuple[re.Pattern[str], tuple[AddresseeClass, ...]], ...]
    joint_sign: str
    things: tuple[frozenset[str], tuple[str, ...]]
    persons: frozenset[str]
    documents: frozenset[str]
    agents: re.Pattern[str]
    classes: dict[str, AddresseeClass]
    modifiers: frozenset[str]
    which: frozenset[str]
    state_before: re.Pattern[str]
    state_formal: str
    of_a_state: re.Pattern[str]
    nouns: re.Pattern[str]
    organized: frozenset[str]
    bodies: frozenset[str]
    national: str
    groups: tuple[str, ...]
    groups_small: tuple[str, ...]
    sanctions: tuple[str, ...]
    heads: tuple[str, ...]
    generals: tuple[str, ...]
    of_organizations: tuple[str, ...]
    titles: tuple[str, ...]
    offices: tuple[str, ...]
    articles: frozenset[str]
    adjectives: tuple[str, ...]
    closing: tuple[str, ...]


@cache
def actors(language: str = "en") -> Actors:
    """The actors of a language."""
    data = load(f"{language}/actors")
    classes: dict[str, AddresseeClass] = {}
    for entry in data["actor"]:
        for term in entry["terms"]:
            classes.setdefault(term, cast(AddresseeClass, entry["class"]))
    state = data["named_state"]
    for bare in state["bare"]:
        classes.setdefault(bare, "named_state")
    before = "|".join(re.escape(b) for b in sorted(state["before"], key=len, reverse=True))
    possessed = rf"'s (?:[a-z]+,? (?:and )?){{0,4}}(?:{alternatives(data['possessed']['nouns'])})\b"
    ends = rf"(?![\w-])(?:(?!'s )|(?={possessed}))"
    return Actors(
        re.compile(rf"(?:{_any_of(classes)})(?![\w-])(?!'s )"),
        re.compile(
            "|".join(f"(?P<p{i}>(?:{e['match']}){ends})" for i, e in enumerate(data["pattern"]))
        ),
        tuple(cast(AddresseeClass, entry["class"]) for entry in data["pattern"]),
        tuple((re.compile(entry["match"]), tuple(entry["classes"])) for entry in data["joint"]),
        data["joint_sign"]["word"],
        (frozenset(data["things"]["words"]), tuple(data["things"]["endings"])),
        frozenset(data["things"]["persons"]),
        frozenset(data["documents"]["words"]),
        _agents(data["agents"]),
        {term.removesuffix(" *"): each for term, each in classes.items()},
        frozenset(data["modifiers"]["words"]),
        frozenset(data["modifiers"]["which"]),
        re.compile(rf"(?:{before}) (?:the )?"),
        alternatives(state["formal"]),
        re.compile(rf"(?:{grouped(data['of_a_state'])})(?![\w-])"),
        re.compile(rf"\b(?:{grouped(data['nouns'])})$"),
        frozenset(data["organized"]["classes"]),
        frozenset(data["bodies"]["nouns"]),
        f"{data['bodies']['national']} ",
        tuple(data["groups"]["nouns"]),
        tuple(data["groups"]["small"]),
        tuple(data["sanctions"]["bodies"]),
        tuple(data["heads"]["offices"]),
        tuple(data["heads"]["general"]),
        tuple(data["of_organizations"]["nouns"]),
        tuple(data["persons"]["titles"]),
        tuple(data["persons"]["offices"]),
        frozenset(data["modifiers"]["articles"]),
        tuple(data["modifiers"]["endings"]),
        tuple(f" {word} " for word in data["closing"]["words"]),
    )


class Own(NamedTuple):
    """What in a text of the Security Council is its own.

    ``bodies`` are names, ``groups`` words in small letters; ``commission`` is the name of the one
    Commission that is the Assembly's too, and ``bare_commission`` what every one is called.
    """

    bodies: frozenset[str]
    groups: frozenset[str]
    commission: str
    bare_commission: str


@cache
def own(language: str = "en") -> Own:
    """The Security Council's own bodies, as a text of its names them."""
    data = load(f"{language}/actors")["own"]
    return Own(
        frozenset(data["bodies"]),
        frozenset(data["groups"]),
        data["commission"],
        data["bare_commission"],
    )


class UnitedNations(NamedTuple):
    """What is the United Nations' own by its name.

    ``named`` matches a name of it; a noun of bodies that stands behind one of ``before`` is of it.
    ``system`` are the ends of names behind which its bodies may be told.
    """

    named: re.Pattern[str]
    before: frozenset[str]
    system: tuple[str, ...]


@cache
def united_nations(language: str = "en") -> UnitedNations:
    """The names of the United Nations."""
    data = load(f"{language}/actors")["united_nations"]
    return UnitedNations(
        re.compile(rf"\b(?:{alternatives(data['names'])})\b"),
        frozenset(data["before"]),
        tuple(data["system"]),
    )


class Envoys(NamedTuple):
    """The names of envoys.

    ``named`` are those that go on with what they are for, ``nouns`` matches the noun of one, and
    ``owners`` are parts of the names of those whose envoys are the United Nations'.
    """

    named: tuple[str, ...]
    nouns: re.Pattern[str]
    owners: tuple[str, ...]


@cache
def envoys(language: str = "en") -> Envoys:
    """Those of a language."""
    data = load(f"{language}/actors")["envoys"]
    return Envoys(
        tuple(data["named"]),
        re.compile(rf"\b(?:{alternatives(data['nouns'])})\b"),
        tuple(data["owners"]),
    )


class Able(NamedTuple):
    """Those who can: ``named`` matches them, and each begins with one of ``openings``."""

    openings: tuple[str, ...]
    named: re.Pattern[str]


@cache
def able(language: str = "en") -> Able:
    """ "Those in a position to do so": donors."""
    data = load(f"{language}/actors")["able"]
    openings = alternatives(data["openings"])
    return Able(
        (*data["openings"], "all "),
        re.compile(rf"(?:all )?(?:{openings})\b[^,;]{{0,80}}\b{data['able']}"),
    )


@cache
def single_states(language: str = "en") -> tuple[str, ...]:
    """Nouns that are one State behind "that": the one named last."""
    return tuple(load(f"{language}/actors")["that_state"]["nouns"])


class Memberships(NamedTuple):
    """Whose members are States (the noun at the end of a name), and whose are agencies.

    ``of_both`` matches a name behind another of which they are members too.
    """

    of_states: re.Pattern[str]
    of_agencies: re.Pattern[str]
    of_both: re.Pattern[str]


@cache
def memberships(language: str = "en") -> Memberships:
    """Whose members are of which class, where the body's own class does not tell."""
    data = load(f"{language}/actors")["memberships"]
    return Memberships(
        re.compile(rf"\b(?:{alternatives(data['of_states'])})(?![\w-])"),
        re.compile(rf"\b(?:{alternatives(data['of_agencies'])})(?![\w-])"),
        re.compile(
            rf"[^,;:]*?\b(?:{alternatives(data['of_both'])})(?![\w-])(?: (?:of|on|for)\b.*)?"
        ),
    )


@cache
def appositions(language: str = "en") -> re.Pattern[str]:
    """What says right behind a State's name what it is: ", (as) the administering Power"."""
    words = alternatives(load(f"{language}/actors")["named_state"]["appositions"])
    return re.compile(rf", (?:as )?the (?P<role>{words})(?=,|;|:|\)|$| to )")


@cache
def roles(language: str = "en") -> re.Pattern[str]:
    """A name, without its article, that says what a State is and not which: "occupying Power"."""
    words = alternatives(load(f"{language}/actors")["named_state"]["appositions"])
    return re.compile(words, re.IGNORECASE)


# Behind it every term either ends or goes on with what is no letter.
_FIRST_WORD = re.compile(r"[\w-]+")


_FEWEST = 3  # words of a name that is more than a word of the text


@cache
def body_names(language: str = "en") -> frozenset[str]:
    """The full names of bodies and offices, in capitals and of several words."""
    terms = (term for entry in load(f"{language}/actors")["actor"] for term in entry["terms"])
    return frozenset(
        term for term in terms
        if term[:1].isupper() and len(term.split(" ")) >= _FEWEST and not term.endswith(" *")
    )  # fmt: skip


def _agents(data: dict[str, list[str]]) -> re.Pattern[str]:
    things, endings = alternatives(data["things"]), alternatives(data["endings"])
    return re.compile(rf"(?!{things})[a-z-]{{4,}}(?:{endings})$")


def _any_of(terms: Iterable[str]) -> str:
    """A pattern for any of the terms, the longest that fits; each first word stands in it once."""
    rests: dict[str, list[str]] = {}
    for term in sorted(terms, key=len, reverse=True):
        first = _FIRST_WORD.findall(term)[0]
        rests.setdefault(first, []).append(_term(term)[len(re.escape(first)) :])
    return by_letter(f"{re.escape(word)}(?:{'|'.join(each)})" for word, each in rests.items())


def _term(term: str) -> str:
    if not term.endswith(" *"):
        return re.escape(term)
    return re.escape(term.removesuffix(" *")) + _REST_OF_NAME


# What carries a name on: words in capitals, and the small ones that join them.
_REST_OF_NAME = (
    r"(?:(?:,(?! [A-Z]{2,}\b))? (?:(?:of|for|on|in|to|against|its|all) (?:the )?|and )?"
    r"[A-Z][\w'-]*)*(?= |,|;|:|\.|$)"
)


def class_of(term: str) -> AddresseeClass:
    """The class of a matched term, which may go on past the words that the lexicon has."""
    classes = actors().classes
    words = term.split(" ")
    while words:
        known = classes.get(" ".join(words))
        if known is not None:
            return known
        words.pop()
    return "other"
