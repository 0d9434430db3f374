"""Names as single words: two clauses that share the name of a convention share one word.

In: a clause. Out: its words, with each treaty, body and State of the lexicon as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from counterdraft.lexicon.actors import body_names
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.treaties import treaties
from counterdraft.text.straight import straighten

_FEWEST = 3  # letters of a name that is worth looking for
_FIRST_WORD = re.compile(r"\w+")
_EDGE = re.compile(r"\b")
# What a name's word begins with; the digit is in no other word.
_TREATY, _BODY, _STATE = "Treaty0", "Body0", "State0"


class _Names(NamedTuple):
    """Names by their first words, the longest first; and what finds the words that may be such."""

    of: dict[str, tuple[str, ...]]
    begins: re.Pattern[str]


@lru_cache(maxsize=20_000)
def with_short_names(text: str) -> str:
    """The text with every treaty, body and State that it names as one word."""
    plain = _shortened(straighten(text), _treaty_names(), _TREATY)
    plain = _shortened(plain, _body_names(), _BODY)
    for found in reversed(find_states(plain)):
        plain = f"{plain[: found.start]}{_STATE}{_one_word(found.name)}{plain[found.end :]}"
    return plain


def is_name(word: str) -> bool:
    """Whether a word, in whatever case, stands for a treaty, a body or a State."""
    return word.lower().startswith((_TREATY.lower(), _BODY.lower(), _STATE.lower()))


def _one_word(name: str) -> str:
    return "".join(each for each in name if each.isalnum())


def _shortened(text: str, names: _Names, kind: str) -> str:
    """The text with each of some names as one word, the longest where several begin at a place."""
    parts: list[str] = []
    reach = 0
    for word in names.begins.finditer(text):
        at = word.start()
        known = names.of.get(word[0], ()) if at >= reach else ()
        name = next((each for each in known if _stands(text, at, each)), None)
        if name is not None:
            parts += (text[reach:at], kind, _one_word(name))
            reach = at + len(name)
    return "".join((*parts, text[reach:])) if parts else text


def _stands(text: str, at: int, name: str) -> bool:
    """Whether a name stands at a place and ends where a word does."""
    return text.startswith(name, at) and _EDGE.match(text, at + len(name)) is not None


@cache
def _treaty_names() -> _Names:
    return _by_first_word(name for each in treaties() for name in (each.name, *each.aliases))


@cache
def _body_names() -> _Names:
    return _by_first_word(body_names())


def _by_first_word(some: Iterable[str]) -> _Names:
    """Names to be looked up: there are a thousand, and a pattern of them all is slow to make."""
    names = {straighten(name) for name in some}
    of: dict[str, list[str]] = {}
    for name in sorted((each for each in names if len(each) >= _FEWEST), key=len, reverse=True):
        of.setdefault(_FIRST_WORD.findall(name)[0], []).append(name)
    first = "".join(re.escape(char) for char in sorted({word[0] for word in of}))
    begins = re.compile(rf"[{first}](?<!\w.)\w*")
    return _Names({word: tuple(each) for word, each in of.items()}, begins)
