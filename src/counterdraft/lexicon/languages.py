"""Which language a text is in, by its own words; what organs call themselves in each."""

from __future__ import annotations

import re
import string
from collections import Counter
from functools import cache

from msgspec import Struct, ValidationError, convert

from counterdraft.errors import LexiconError
from counterdraft.lexicon.load import load
from counterdraft.lexicon.organs import Organ, organs

ENGLISH = "en"
UNKNOWN = "und"
"""What the web calls a language that is not known."""

# A word; of a script that has no blanks between words, a character.
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+")
_LETTERS = string.ascii_letters.encode()
_NO_LETTERS = str.maketrans("", "", "\u0640,\u060c\uff0c:")  # the stroke that lengthens, and stops


class _Language(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: tuple[str, ...]
    organs: dict[str, tuple[str, ...]] = {}
    from_right: bool = False


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    least: float
    hits: int
    distinct: int
    among: int
    language: dict[str, _Language]


@cache
def _table() -> _Table:
    try:
        return convert(load("languages"), _Table)
    except ValidationError as error:
        raise LexiconError(str(error), source="lexicon/languages.toml") from None


def language_of(text: str, said: str = ENGLISH) -> str:
    """The language of a text, as the web calls it ("fr"); "und" where it is none that is known.

    Its words decide, for what a source says of its language is often not that of the text in it;
    of few words that tell nothing, ``said`` is believed.
    """
    table = _table()
    if _surely_english(text, table):
        return ENGLISH
    counts = Counter(_WORD.findall(text.lower()))
    hits = {code: sum(counts[word] for word in each.words) for code, each in table.language.items()}
    among, best = counts.total(), max(hits, key=lambda code: hits[code])
    enough = max(table.hits, table.least * among)
    if hits[ENGLISH] >= table.least * among > 0:
        return ENGLISH
    if best != ENGLISH and hits[best] >= enough:
        return best
    if sum(word in counts for word in table.language[ENGLISH].words) >= table.distinct:
        return ENGLISH
    return said if among < table.among or said != ENGLISH else UNKNOWN


def _surely_english(text: str, table: _Table) -> bool:
    """Whether English words that stand between blanks are enough, of however many words.

    No two words stand together, so that there is one more of them than of what is no letter at
    most: that is counted fast, and the words of nearly all English texts need not be.
    """
    data = text.encode(errors="replace")
    most = 1 + len(data.translate(None, _LETTERS))
    hits = 0
    for word in table.language[ENGLISH].words:
        hits += data.count(f" {word} ".encode())
        if hits >= table.least * most:
            return True
    return False


def is_from_right(code: str) -> bool:
    """Whether a language is written from the right to the left."""
    found = _table().language.get(code)
    return found is not None and found.from_right


def language_said(code: str) -> str:
    """A language by its name, to follow "in": "French", "another language"."""
    found = _table().language.get(code)
    return found.name if found else "another language"


@cache
def _organs() -> dict[str, Organ]:
    known = {each.id: each for each in organs()}
    return {
        _plain(name): known[organ]
        for each in _table().language.values()
        for organ, names in each.organs.items()
        for name in names
    }


def organ_called(name: str) -> Organ | None:
    """The organ that ``name`` means in any of the languages but English; None for no organ."""
    return _organs().get(_plain(name))


def _plain(name: str) -> str:
    return " ".join(name.translate(_NO_LETTERS).replace("\u2019", "'").lower().split())
