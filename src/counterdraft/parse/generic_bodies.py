"""Whose "agencies", "bodies" or "organizations" are, by the words around a noun that names none.

In: straightened text, where the phrase begins, and the noun in it. Out: an ``AddresseeClass``: the
United Nations system only where the list says that they are of it, and "other" where no telling.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.generic import generic
from counterdraft.model import AddresseeClass

_WORD = re.compile(r"[\w'-]+")
_AROUND = 200
_OF = re.compile(r" of (?:(?:the|these|those|other|relevant) )*")


class _Lists(NamedTuple):
    """Lists that tell whose a noun is.

    ``ends`` matches behind it: ", funds and programmes of the United Nations system"; ``begins`` at
    the end of what stands before it: "United Nations funds, programmes and "; ``joined`` there,
    organizations that are nobody's: "international organizations and ".
    """

    ends: re.Pattern[str]
    begins: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def _lists() -> _Lists:
    words = generic()
    word = rf"(?!(?:{alternatives(sorted(words.apart))})\b)[a-z][a-z'-]*"
    joint = r"(?:,? and |,? or |,? including |,? as well as |, )(?:the |its |their )?"
    further = rf"{joint}(?!to )(?:[a-z][a-z'-]* ){{0,3}}?[a-z-]+s"
    of = rf" (?:{alternatives(words.linking)}) (?:the |that |relevant )*"
    return _Lists(
        re.compile(
            rf"(?:{further})*?(?:{of}(?:{alternatives(words.owners)})\b"
            rf"|{joint}(?:relevant )?(?:{alternatives(words.its)})\b)"
        ),
        re.compile(
            rf"(?:\b(?:{alternatives(words.owners)})|\b(?:{alternatives(words.its)}))"
            rf"(?: {word}){{0,5}}(?:{joint}{word}(?: {word}){{0,2}})*{joint}$"
        ),
        re.compile(
            rf"\b(?:{alternatives(sorted(words.levels))}) organi[sz]ations"
            rf"(?: {word}){{0,2}}(?:,? and |, )$"
        ),
    )


def class_of_generic(text: str, start: int, term: re.Match[str]) -> AddresseeClass | None:
    """The class of a noun with its modifiers from ``start`` on; None where the noun's own holds."""
    words, noun = generic(), term[0].lower()
    kinds = set(_WORD.findall(text[start : term.start()]))
    if noun in words.banks:
        return "other" if kinds & words.home and not kinds & words.levels else None
    if noun in words.governing:
        return _of_the_owner(text, term.end())
    if noun not in words.nouns:
        return None
    organizations = class_of(term[0]) == "regional_orgs"
    level = bool(kinds & words.levels) and not kinds & words.home
    if organizations and level:
        return None
    if _of_the_united_nations(text, start, term, kinds, organizations=organizations):
        return "un_entities"
    kinds, other = kinds - words.plain - (words.levels if level else set()), "other" in kinds
    if not kinds and (organizations or level):
        return "regional_orgs"
    joined = not kinds and not other and _lists().joined.search(text, _near(start), start)
    if joined:
        return "regional_orgs"
    return words.kinds.get(kinds.pop(), "other") if len(kinds) == 1 else "other"


def _of_the_united_nations(
    text: str, start: int, term: re.Match[str], kinds: set[str], *, organizations: bool
) -> bool:
    """Whether a noun is of the system by its own words, by its list, or by what it points to."""
    words = generic()
    if kinds & words.united or _lists().ends.match(text, term.end()):
        return True
    if organizations or kinds - words.plain:
        return False
    if kinds & words.pointing:
        paragraph = text.rfind("\n", 0, start) + 1
        return any(owner in text[paragraph:start] for owner in words.owners)
    return not kinds & words.apart and bool(_lists().begins.search(text, _near(start), start))


def _near(start: int) -> int:
    return max(0, start - _AROUND)


def _of_the_owner(text: str, at: int) -> AddresseeClass | None:
    """The class of those whose "governing bodies" are asked, where they are banks."""
    of = _OF.match(text, at)
    owner = actors().terms.match(text, of.end()) if of else None
    return "ifis" if owner and class_of(owner[0]) == "ifis" else None
