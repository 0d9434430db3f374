"""Names as single words: two clauses that share the name of a convention share one word.

In: a clause. Out: its words, with each treaty, body and State of the lexicon as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from counterdraft.lexicon.actors import body_names
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.treaties import treaties
from counterdraft.text.straight import straighten

_FEWEST = 3  # letters of a name that is worth looking for
_FIRST_WORD = re.compile(r"\w+")
# What a name's word begins with; the digit is in no other word.
_TREATY, _BODY, _STATE = "Treaty0", "Body0", "State0"


@lru_cache(maxsize=20_000)
def with_short_names(text: str) -> str:
    """The text with every treaty, body and State that it names as one word."""
    plain = _treaty_pattern().sub(_treaty_word, straighten(text))
    plain = _body_pattern().sub(_body_word, plain)
    for found in reversed(find_states(plain)):
        plain = f"{plain[: found.start]}{_STATE}{_one_word(found.name)}{plain[found.end :]}"
    return plain


def is_name(word: str) -> bool:
    """Whether a word, in whatever case, stands for a treaty, a body or a State."""
    return word.lower().startswith((_TREATY.lower(), _BODY.lower(), _STATE.lower()))


def _treaty_word(found: re.Match[str]) -> str:
    return f"{_TREATY}{_one_word(found[0])}"


def _body_word(found: re.Match[str]) -> str:
    return f"{_BODY}{_one_word(found[0])}"


def _one_word(name: str) -> str:
    return "".join(each for each in name if each.isalnum())


@cache
def _treaty_pattern() -> re.Pattern[str]:
    """Any treaty's name; a protocol's comes before its convention's."""
    return _any_of(name for each in treaties() for name in (each.name, *each.aliases))


@cache
def _body_pattern() -> re.Pattern[str]:
    """Any body's full name."""
    return _any_of(body_names())


def _any_of(some: Iterable[str]) -> re.Pattern[str]:
    """Any of some names, of those that begin with one word the longest first.

    Names are tried by their first words, many times as fast as one by one.
    """
    names = {straighten(name) for name in some}
    by_word: dict[str, list[str]] = {}
    for name in sorted((each for each in names if len(each) >= _FEWEST), key=len, reverse=True):
        found = _FIRST_WORD.match(name)
        word = found[0] if found else ""
        by_word.setdefault(word, []).append(name[len(word) :])
    whole = "|".join(
        f"{re.escape(word)}(?:{alternatives(rests)})" for word, rests in sorted(by_word.items())
    )
    begins = "".join(re.escape(char) for char in sorted({word[:1] for word in by_word}))
    return re.compile(rf"\b(?=[{begins}])(?:{whole})\b")
