"""What a person calls a document → its symbol, in the UN's own form, and where that is.

In: "A/RES/79/181", "s/res/1718 (2006)", "GA resolution 79/181". Out: "A/RES/79/181",
"S/RES/1718(2006)". What might be the name of a file is no symbol: an element in lower case
must be one that symbols have, and a number alone is none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from counterdraft.errors import SettingsError, UnclearSymbol
from counterdraft.fetch.settings import Settings
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load
from counterdraft.lexicon.organs import Organ, council_year, may_number, organ_by_name, organs
from counterdraft.lexicon.symbols import symbol_prefixes

_ROMAN = r"(?:E?S-)?[IVXLC]+"
_ELEMENT = re.compile(
    rf"""\d{{1,5}}(?:\ ?[A-Z])?(?:\ ?\((?:(?:19|20)\d\d|{_ROMAN})\))?  # 181, 1718(2006)
    | E?S-\d{{1,2}}                                                    # ES-11
    | [A-Z]{{1,10}}(?:-[A-Z]{{2,4}})?                                  # RES, ICC-ASP
      (?:\.(?:\d{{1,4}}[A-Z]?(?:-\d{{1,4}})?|[IVX]+))?                 # C.3, Rev.1, SR.22-33
    """,
    re.VERBOSE,
)
_JOINED = re.compile(r"-(?=[ASE]/)", re.IGNORECASE)
_PART = re.compile(r"(?<=\d) ?[A-Z] ?(?=\()")
_COUNCIL = re.compile(r"S/RES/(\d{1,4})")
_YEARED = re.compile(r"(?:19|20)\d\d/")
_NUMBER = rf"""
    (?P<slash>(?:E?S-)?\d{{1,4}}/\d{{1,4}})(?P<letter>\ ?[A-Z])?
    | (?P<council>\d{{1,4}}\ ?\((?:19|20)\d\d\))
    | (?P<roman>\d{{1,4}}(?:\ ?[A-Z])?\ ?\({_ROMAN}\))
    | (?P<bare>\d{{1,4}})
"""


class _Spoken(NamedTuple):
    """A number that somebody named, the kind of text, and the organ if one was named."""

    number: str
    shape: str
    kind: str
    organ: Organ | None


def is_symbol(text: str) -> bool:
    """Whether ``text`` names a document by symbol or number, clearly or not."""
    return _written(text) is not None or _spoken(text) is not None


def as_symbol(text: str) -> str:
    """The symbol of the one document that ``text`` names.

    Raises UnclearSymbol, which names the candidates where there are several.
    """
    written = _written(text)
    if written is not None:
        return written
    spoken = _spoken(text)
    if spoken is None:
        remedy = "Give one such as A/RES/79/181, or say: GA resolution 79/181"
        raise UnclearSymbol("it is no document's symbol", source=text, remedy=remedy)
    candidates = _candidates(spoken)
    if len(candidates) == 1 and (spoken.organ is not None or spoken.shape != "bare"):
        return candidates[0]
    raise _unclear(text, spoken, candidates)


def symbol_addresses(symbol: str, settings: Settings, language: str = "en") -> tuple[str, ...]:
    """Where the document of that symbol may be, in the order to try.

    Raises SettingsError for a language that the settings do not list.
    """
    if language not in settings.languages:
        remedy = f"Choose one of {', '.join(settings.languages)}"
        raise SettingsError(f"no documents in the language {language!r}", remedy=remedy)
    filled = quote(symbol, safe="/()")
    return tuple(
        address.replace("{symbol}", filled).replace("{language}", language)
        for address in settings.documents
    )


# -- as written


def _written(text: str) -> str | None:
    """The symbol, if it is written as one, in the case and spacing of the UN's own."""
    if not text.isascii():  # there are other figures, and letters that are capitals of ours
        return None
    words = " ".join(text.split()).rstrip("* ")
    first, *rest = _JOINED.split(words)[0].split("/")
    prefix = _prefixes().get(first.upper())
    elements = [each for each in map(_element, rest) if each]
    if prefix is None or not elements or len(elements) < len(rest):
        return None
    if not any(c.isdigit() for c in elements[-1]):
        return None
    symbol = "/".join([prefix, *elements])
    return _with_year(_PART.sub("", symbol).replace(" (", "("))


def _element(text: str) -> str | None:
    """One element as symbols have it; None for what is none.

    In capitals any word may be one; in lower case it must be known, lest a path be taken
    for a symbol and sent to a server.
    """
    word, dot, rest = text.partition(".")
    known = _element_names().get(word.upper())
    figures = any(c.isdigit() for c in word)
    if not _ELEMENT.fullmatch(text.upper() if known or figures else text):
        return None
    return (known or word.upper()) + dot + rest.upper()


@cache
def _prefixes() -> dict[str, str]:
    return {prefix.upper(): prefix for prefix in symbol_prefixes()}


@cache
def _element_names() -> dict[str, str]:
    return {name.upper(): name for name in load("en/symbols")["elements"]["names"]}


def _with_year(symbol: str) -> str:
    """ "S/RES/1718" → "S/RES/1718(2006)": the Council's one series gives the year."""
    match = _COUNCIL.fullmatch(symbol)
    year = council_year(int(match[1])) if match else None
    return f"{symbol}({year})" if year else symbol


# -- as spoken


def _spoken(text: str) -> _Spoken | None:
    match = _phrase().fullmatch(" ".join(text.split())) if text.isascii() else None
    if match is None or not (match["noun"] or match["before"] or match["after"]):
        return None
    shape = next(each for each in ("slash", "council", "roman", "bare") if match[each])
    number = match[shape].upper()
    if shape == "slash":
        number += f" {match['letter'].strip().upper()}" if match["letter"] else ""
        shape = "year" if _YEARED.match(number) else "slash"
    elif shape in {"council", "roman"}:
        number = _PART.sub("", number).replace(" ", "")
    noun = (match["noun"] or "resolution").lower()
    kind = "decision" if noun in load("en/symbols")["spoken"]["decision"] else "resolution"
    return _Spoken(
        number, shape, kind, _organs().get((match["before"] or match["after"] or "").lower())
    )


@cache
def _phrase() -> re.Pattern[str]:
    spoken = load("en/symbols")["spoken"]
    nouns = alternatives(spoken["resolution"] + spoken["decision"])
    names = alternatives(sorted(_organs(), key=len, reverse=True))
    return re.compile(
        rf"""(?:the\ )?(?:(?P<before>{names})(?:'s)?\ )?
        (?:(?P<noun>{nouns})(?:\.\ ?|\ ))?(?:no\.\ ?)?(?:{_NUMBER})
        (?:\ of\ (?:the\ )?(?P<after>{names}))?""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _organs() -> dict[str, Organ]:
    """Every name of an organ in lower case, those for short among them."""
    short: dict[str, list[str]] = load("en/symbols")["spoken"]["organs"]
    by_id = {organ.id: organ for organ in organs()}
    return organ_by_name() | {n.lower(): by_id[i] for i, names in short.items() for n in names}


def _candidates(spoken: _Spoken) -> list[str]:
    """The symbols that may be meant, of the organ that was named or of any."""
    if spoken.shape == "bare":
        year = council_year(int(spoken.number))
        council = spoken.organ is None or spoken.organ.id == "security_council"
        return [f"S/RES/{spoken.number}({year})"] if year and council else []
    found = []
    for organ in (spoken.organ,) if spoken.organ else organs():
        template = organ.decision if spoken.kind == "decision" else organ.resolution
        slash = spoken.shape == "slash"
        if spoken.shape in organ.forms and (not slash or may_number(organ, spoken.number)):
            found += [template.format(n=spoken.number)] if template else []
    return found


def _unclear(text: str, spoken: _Spoken, candidates: list[str]) -> UnclearSymbol:
    if candidates:
        reason = f"it may be {' or '.join(candidates)}"
        reason += ", or another organ's" if spoken.shape == "bare" else ""
        return UnclearSymbol(reason, source=text, remedy="Name the organ, or give the symbol")
    whose = f"the {spoken.organ.name}" if spoken.organ else "an organ that we know"
    reason = f"there is no {spoken.kind} of {whose} of such a number"
    remedy = "Give the symbol, such as A/RES/79/181 or S/RES/1718(2006)"
    return UnclearSymbol(reason, source=text, remedy=remedy)
