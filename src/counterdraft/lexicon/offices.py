"""One and the same office, body or organization by all the names that texts give it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.text.straight import straighten

_ARTICLE = re.compile(r"^the ")
_UNITED = re.compile(r"\bun\b")


class _Office(NamedTuple):
    """The name by which it is known, what finds its names in a text, and where it needs no name."""

    name: str
    named: re.Pattern[str]
    organs: frozenset[str]


class _Offices(NamedTuple):
    """What each name means; what each short name may mean."""

    by_name: dict[str, str]
    by_short: dict[str, tuple[_Office, ...]]


def office_of(name: str, text: str, organ: str | None) -> str | None:
    """The office that a name means in a text of an organ; None where it may mean several, or none.

    A short name means the one that the text names in full; of two that it names it means neither.
    """
    key, known = _folded(name), _offices()
    if key in known.by_name or key not in known.by_short:
        return known.by_name.get(key)
    folded = _folded(text)
    named = [each for each in known.by_short[key] if each.named.search(folded)]
    found = named or [each for each in known.by_short[key] if organ in each.organs]
    return found[0].name if len(found) == 1 else None


@cache
def _offices(language: str = "en") -> _Offices:
    by_name: dict[str, str] = {}
    by_short: dict[str, tuple[_Office, ...]] = {}
    for entry in load(f"{language}/offices")["office"]:
        names = [_folded(each) for each in (entry["name"], *entry["names"])]
        by_name.update(dict.fromkeys(names, entry["name"]))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        office = _Office(entry["name"], pattern, frozenset(entry.get("organs", ())))
        for short in map(_folded, entry.get("short", ())):
            by_short[short] = (*by_short.get(short, ()), office)
    return _Offices(by_name, by_short)


def _folded(name: str) -> str:
    """In small letters, without an article before it, "UN" in full."""
    plain = " ".join(straighten(name).casefold().split())
    return _UNITED.sub("united nations", _ARTICLE.sub("", plain))
