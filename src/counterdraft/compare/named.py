"""Whether two texts name one and the same whom they ask, in full, in short or by initials.

Where a name may be the other's short form, nobody else is asked: nothing is told on a doubt.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from counterdraft.compare.changed import says
from counterdraft.lexicon.actors import actors, roles
from counterdraft.lexicon.adjectives import adjectives
from counterdraft.lexicon.joining import joining_words, small_in_names
from counterdraft.model import Addressee, Paragraph
from counterdraft.text.straight import straighten

# An acronym has so many letters.
_INITIALS, _LONGEST = 3, 7
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"\b[A-Z]{2,8}\b")
_CAPITAL = re.compile(r"\b[A-Z](?=[^\W\d_A-Z])")
_UNITED = re.compile(r"\bUnited Nations\b", re.IGNORECASE)
# Longer names that differ by so many letters are one, misspelt.
_LETTERS, _MISSPELT = 5, 1


def is_named(text: str, each: Addressee) -> bool:
    """Whether a text names somebody, as the addressee is named or by the State's own name."""
    names = {name_of(each), plain(each.text)}
    return any(_has(text, name) or _has(_parted(text), _parted(name)) for name in names)


def is_short_form(each: Addressee, other: Addressee) -> bool:
    """Whether one name may be the other's: "the Government" of "the Government of Chad"."""
    one, another = (plain(who.text).partition(" of ")[0] for who in (each, other))
    apart = each.name and other.name and each.name != other.name
    return each.class_ == other.class_ and one == another and not apart


def may_be_one(each: Addressee, other: Addressee) -> bool:
    """Whether two who are asked the same may be one by two names.

    An acronym may be that of any name whose capitals stand in it in their order ("the Tribunal",
    "the ICTY"); what a State's authorities are asked, the State is; and "the administering Power"
    may be any.
    """
    if is_short_form(each, other) or name_of(each) == name_of(other):
        return True
    if not (each.name and other.name) and _is_misspelt(plain(each.text), plain(other.text)):
        return True
    both = (each, other), (other, each)
    return any(_abbreviates(x.text, y.text) or _acts_for(x, y) or _is_role(x, y) for x, y in both)


def is_whole(paragraph: Paragraph, each: Addressee) -> bool:
    """Whether a name is one: not the beginning of a longer one, nor what somebody does."""
    start = paragraph.span.start
    following = paragraph.text[each.span.end - start :][:40].split()
    goes_on = bool(following) and following[0].isalpha() and following[0].islower()
    said = following[0] in joining_words() if goes_on else True
    return said and not each.text.partition(" ")[0].lower().endswith("ing")


def name_of(each: Addressee) -> str:
    """The name of whom a text asks, for a State the State's, without what is before it."""
    return plain(each.name or each.text)


def plain(name: str) -> str:
    """A name in small letters, without article and what only says which ("all relevant")."""
    words = _short(name.lower()).split()
    while len(words) > 1 and words[0] in actors().which:
        del words[0]
    return " ".join(words)


def _has(text: str, name: str) -> bool:
    """Whether a text has a name, in full or by its initials."""
    words = name.split()
    if _initials(words) & _words(text):
        return True
    return says(text, " ".join(word for word in words if not _is_spelt_out(text, word)))


def _initials(words: list[str]) -> frozenset[str]:
    """The initials of a name of several words, with those of the small ones and without."""
    small = joining_words() | small_in_names()
    found = (words, [word for word in words if word not in small])
    made = ("".join(word[0] for word in each) for each in found)
    return frozenset(each for each in made if len(each) >= _INITIALS)


def _parted(text: str) -> str:
    """A text as names are compared with it: "Director General", "UN"."""
    return _short(straighten(text).replace("-", " "))


def _short(text: str) -> str:
    return _UNITED.sub("UN", text)


@lru_cache(maxsize=500)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _is_spelt_out(text: str, acronym: str) -> bool:
    """Whether words with these initials stand in a text: "Government of South Sudan" for "goss"."""
    if not _INITIALS <= len(acronym) <= _LONGEST or not acronym.isalpha():
        return False
    words = r"\w* ".join(map(re.escape, acronym))
    return bool(re.search(rf"\b{words}\w*\b", text, re.IGNORECASE))


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the capitals of a name stand in an acronym in their order."""
    found, letters = _ACRONYM.search(acronym), _CAPITAL.findall(name)
    if found is None or not letters:
        return False
    left = iter(found[0])
    return all(letter in left for letter in letters)


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two names differ by a letter: "Sates", "States"."""
    apart = Levenshtein.distance(one, other, score_cutoff=_MISSPELT)
    return min(len(one), len(other)) >= _LETTERS and apart <= _MISSPELT


def _is_role(each: Addressee, state: Addressee) -> bool:
    """Whether one is called by what a State is, and the other is a State."""
    role = roles().fullmatch(plain(each.text).removeprefix("the "))
    return role is not None and each.class_ == state.class_


def _acts_for(authorities: Addressee, state: Addressee) -> bool:
    """Whether one is called by the adjective of the State that the other is."""
    found = adjectives().pattern.search(authorities.text)
    return bool(found and state.name and state.name in adjectives().of[found[0]])
