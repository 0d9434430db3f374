"""What a person calls a text → the symbol of it that a corpus knows.

In: "79/181", "A/RES/79/181", "GA resolution 79/181", "78/197 A", "res. 1718". Out: the symbol. A
number that may be several organs' is the one that the corpus knows, if it is but one.
"""

from __future__ import annotations

from collections.abc import Iterable

from counterdraft.errors import BadQuery, NotInCorpus, SeveralResolutions, UnclearSymbol
from counterdraft.fetch.symbols import as_symbol
from counterdraft.lexicon.load import load
from counterdraft.lexicon.organs import organ_of, organs
from counterdraft.wording.english import listed, some

_NAMED = 6


def symbol_of(text: str, known: Iterable[str]) -> str:
    """The one of the symbols ``known`` that ``text`` means.

    Raises NotInCorpus, and SeveralResolutions where it means several.
    """
    by_folded = {_folded(each): each for each in known}
    meant = [by_folded[_folded(each)] for each in _written(text) if _folded(each) in by_folded]
    found = list(dict.fromkeys(meant))
    if not found:
        start = tuple(f"{_folded(each)} " for each in _written(text))
        found = sorted(each for folded, each in by_folded.items() if folded.startswith(start))
    if len(found) == 1:
        return found[0]
    if found:
        raise SeveralResolutions(
            f"it may be {listed(found, 'or')}", source=text, remedy="Name one of them in full"
        )
    raise NotInCorpus(
        "the corpus holds no such text", source=text,
        remedy="Symbols are written like A/RES/79/181; counterdraft corpus info says what it holds",
    )  # fmt: skip


def _written(text: str) -> list[str]:
    """All symbols that ``text`` may stand for, itself among them."""
    text = " ".join(text.split())
    found = [text]
    of_organs = (f"{organ.name} resolution {text}" for organ in organs())
    for named in (text, f"resolution {text}", *of_organs):
        try:
            found.append(as_symbol(named))
        except UnclearSymbol:
            continue
    return found


def _folded(symbol: str) -> str:
    return " ".join(symbol.casefold().split())


def organ_named(text: str, known: Iterable[str]) -> str:
    """The organ that ``text`` means ("GA", "the security council"), as its texts name it.

    Raises BadQuery.
    """
    short: dict[str, list[str]] = load("en/symbols")["spoken"]["organs"]
    for organ in organs():
        if text.upper() in short.get(organ.id, ()):
            return organ.name
    organ_found = organ_of(text)
    if organ_found is not None:
        return organ_found.name
    names = [each for each in known if each.casefold() == text.casefold()]
    if names:
        return names[0]
    raise BadQuery(
        f"no organ is called {text!r}", place="--organ",
        remedy=f"Try {some([each.name for each in organs()], _NAMED)}",
    )  # fmt: skip
