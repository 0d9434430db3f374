"""States and groups by every name that texts give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from counterdraft.lexicon.load import load


class Named(NamedTuple):
    """A state or group found in a text: the lexicon's name, and where it stands there."""

    name: str
    start: int
    end: int
    group: bool


def fold_name(name: str) -> str:
    """A name for comparing: lower case, no accents, straight apostrophes, single blanks."""
    if name.isascii():
        return " ".join(name.casefold().split())
    plain = unicodedata.normalize("NFKD", name.replace("\u2019", "'").casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@cache
def state_names() -> dict[str, str]:
    """Every folded name and alias of a state → the name as the UN prints it."""
    names: dict[str, str] = {}
    for entry in load("states")["state"]:
        for alias in (entry["name"], *entry.get("aliases", ())):
            names.setdefault(fold_name(alias), entry["name"])
    return names


@cache
def group_names() -> dict[str, str]:
    """Every folded name and alias of a group → its name."""
    names: dict[str, str] = {}
    for entry in load("states")["group"]:
        for alias in (entry["name"], *entry.get("aliases", ())):
            names.setdefault(fold_name(alias), entry["name"])
    return names


@cache
def namesakes() -> frozenset[str]:
    """Folded names in which a State's stands and that are not it, with an article and without."""
    names = (fold_name(name) for group in load("states")["namesakes"].values() for name in group)
    return frozenset(each for name in names for each in (name, f"{_ARTICLE}{name}"))


_NOT_LETTERS = re.compile(r"\W+")
# Names are folded to the letters that stay; where others stand beside them, what they make is no
# name.
_LETTERS = bytes(n if ord("a") <= n <= ord("z") else ord(" ") for n in range(256))
# What a name is looked up by: its first word, and the next behind an article.
_REACH = 60
_KEPT = 1024
_ARTICLE = "the "
_BEGINNING = re.compile(r"(?:the )?[^\W\d_]+")


@cache
def _by_beginning() -> dict[str, tuple[str, ...]]:
    """Folded names by how they begin, longest first; namesakes too, which end what is a name."""
    table: dict[str, list[str]] = {}
    for name in (*state_names(), *group_names(), *namesakes()):
        first = _BEGINNING.match(name)
        if first is not None:
            table.setdefault(first[0], []).append(name)
    return {word: tuple(sorted(set(names), key=len, reverse=True)) for word, names in table.items()}


@cache
def _beginning_words() -> frozenset[bytes]:
    """How names begin, without an article."""
    return frozenset(begins.removeprefix(_ARTICLE).encode() for begins in _by_beginning())


def may_name_state(text: str, at: int) -> bool:
    """Whether the word at ``at`` begins the name of a state or group: a quick look."""
    begins = _BEGINNING.match(_fold(text[at : at + _REACH]))
    return begins is not None and begins[0] in _by_beginning()


def find_states(text: str) -> list[Named]:
    """The states and groups named in ``text``, the longest name where several begin at one place.

    Acronyms ("DPRK", "EU") count only in capitals; any other name may be in any case. What only
    bears a State's name ("Lake Chad") is none.
    """
    folded = _fold(text)
    table, states, groups, akin = _by_beginning(), state_names(), group_names(), namesakes()
    found: list[Named] = []
    reach = 0
    for at, begins in _beginnings(folded):
        if at < reach:
            continue
        if not folded.startswith(table[begins], at):
            continue
        names = (n for n in table[begins] if _stands(folded, at, n))
        name = next((n for n in names if n not in akin or _is_capital(text, at, n)), None)
        if name is None or (len(name) <= 5 and " " not in name and not _named_so(text, at, name)):
            continue
        reach = at + len(name)
        if name in akin:
            continue
        group = name not in states
        found.append(Named(groups[name] if group else states[name], at, reach, group))
    return found


def _beginnings(folded: str) -> list[tuple[int, str]]:
    """Where a word, or one with its article, stands that begins some name, in order.

    Few words of a text do: which of them it has is seen at once, and only those are looked for.
    """
    found = []
    words = folded.encode("ascii", "replace").translate(_LETTERS).split()
    for word in map(bytes.decode, _beginning_words().intersection(words)):
        at = folded.find(word)
        while at >= 0:
            end, article = at + len(word), at - len(_ARTICLE)
            if not folded[end : end + 1].isalpha():
                found.append((at, word))
                if article >= 0 and folded.startswith(_ARTICLE, article):
                    found.append((article, _ARTICLE + word))
            at = folded.find(word, end)
    return sorted(
        (at, begins) for at, begins in found
        if begins in _by_beginning() and not _is_within(folded[at - 1 : at])
    )  # fmt: skip


def _is_within(before: str) -> bool:
    """Whether what stands after a character is within a word."""
    return before.isalpha() or before == "-"


def _stands(folded: str, at: int, name: str) -> bool:
    end = at + len(name)
    return folded.startswith(name, at) and not (
        folded[end : end + 1].isalnum() or folded[end : end + 1] == "-"
    )


def _is_capital(text: str, at: int, name: str) -> bool:
    """Whether a name is printed as one: "Southern Sudan" was a territory, "southern Sudan" not."""
    return text[at + len(_ARTICLE) * name.startswith(_ARTICLE)].isupper()


def _named_so(text: str, at: int, name: str) -> bool:
    """Whether a short name has its capital ("Chad") and an acronym all of them ("DPRK")."""
    printed = text[at : at + len(name)]
    return printed.isupper() or (printed[0].isupper() and name.upper() not in _acronyms())


@cache
def _acronyms() -> frozenset[str]:
    data = load("states")
    return frozenset(
        alias
        for entry in (*data["state"], *data["group"])
        for alias in entry.get("aliases", ())
        if alias.isupper()
    )


def _fold(text: str) -> str:
    """``text`` in lower case without accents, character for character."""
    if not text.isascii():
        for char in {c for c in set(text) if c > "\x7f"}:
            text = text.replace(char, _fold_char(char))
    return text.lower()


@cache
def _fold_char(char: str) -> str:
    """One character folded to one: offsets hold."""
    if char.isascii():
        return char.lower()
    if char in "\u2019\u2018":
        return "'"
    plain = unicodedata.normalize("NFKD", char)[0].casefold()
    return plain[0] if plain else char


@lru_cache(_KEPT)
def state_of(name: str) -> str | None:
    """The state that ``name`` (with or without "the") means.

    A list of sponsors is asked for each of its names more than once, and lists are much alike.
    """
    folded = fold_name(name).removeprefix("the ")
    return state_names().get(folded) or state_names().get(f"the {folded}")


def with_names_as_words(text: str) -> str:
    """A text in which each name of a State or a group is one word, however long it is."""
    return _renamed(text, lambda each: _NOT_LETTERS.sub("", each.name))


def without_names(text: str) -> str:
    """A text without the names of States and groups in it."""
    return _renamed(text, lambda _: "")


def _renamed(text: str, word: Callable[[Named], str]) -> str:
    parts, reach = [], 0
    for each in find_states(text):
        parts += [text[reach : each.start], word(each)]
        reach = each.end
    return "".join((*parts, text[reach:]))
