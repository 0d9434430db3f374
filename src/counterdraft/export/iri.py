"""What identifies a resolution, by the naming conventions of AKN4UN and of the UN's own files.

Nothing unknown is made up: a day that is not known is ``0001-01-01``, as in the UN's files, and
a text without a symbol is numbered by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Literal, NamedTuple
from urllib.parse import quote, urlsplit

from counterdraft.export.wording import day
from counterdraft.lexicon.akn import LANGUAGES, NO_DATE, Actor, actor_of
from counterdraft.lexicon.organs import Organ, organs
from counterdraft.model import Citation, Document, Resolution

Profile = Literal["guidelines", "unxml"]

_YEAR = re.compile(r"\s*\(((?:19|20)\d\d)\)$")
_UNSAFE = re.compile(r"[^\w.~()-]+", re.ASCII)
# What a link may begin with; anything else, a script say, is not written.
_ADDRESS = re.compile(r"(?:https?://|mailto:|/akn/|#|\./|[\w][\w./()% -]*$)", re.IGNORECASE)
_KEPT_IN_LINKS = " !#$%&'()*+,/:;=?@[]~"
UNDOCS = "https://undocs.org/en/"


class Identity(NamedTuple):
    """A resolution's identifiers: of the work, and of this expression of it.

    ``number`` is the one in the identifier, ``shown`` the one in print, None for a temporary one.
    """

    actor: Actor
    actor_name: str
    date: str
    number: str
    shown: str | None
    work: str
    expression: str
    language: str


def identify(resolution: Resolution, document: Document, profile: Profile) -> Identity:
    """The identifiers of ``resolution``."""
    actor = actor_of(resolution.organ)
    name = actor.guidelines if profile == "guidelines" else actor.unxml
    date = day(resolution.date) or NO_DATE
    shown = _number_of(resolution.symbol) if resolution.symbol else None
    number = in_iri(shown) if shown else _temporary(resolution, document)
    language = LANGUAGES.get(document.language, "und")
    work = f"/akn/un/statement/deliberation/{name}/{date}/{number}"
    return Identity(actor, name, date, number, shown, work, f"{work}/{language}@", language)


def _number_of(symbol: str) -> str:
    """ "79/181" of "A/RES/79/181"; of another document the whole symbol."""
    adopted = _adopted(symbol)
    return adopted[1] if adopted else symbol


def _adopted(symbol: str) -> tuple[Organ, str] | None:
    """The organ that a symbol says adopted a resolution, and its number there."""
    for organ in organs():
        before = organ.resolution.partition("{n}")[0]
        if symbol.startswith(before) and len(symbol) > len(before):
            return organ, symbol.removeprefix(before)
    return None


def in_iri(number: str) -> str:
    """A number as it stands in an identifier: "79-181", "2749-2024", "75-254_A"."""
    plain = _YEAR.sub(r"-\1", " ".join(number.split()))
    return _UNSAFE.sub("-", plain.replace("/", "-").replace(" ", "_")).strip("-") or "-"


def _temporary(resolution: Resolution, document: Document) -> str:
    """A number for a text without one: the same text always has the same."""
    words = resolution.span.of(document.text)
    return f"draft-{sha256(words.encode(errors='replace')).hexdigest()[:12]}"


def draft_iri(resolution: Resolution, identity: Identity) -> str | None:
    """The identifier that an adopted text had as a draft; None where that is not known."""
    if not resolution.draft_symbol or resolution.draft_symbol == resolution.symbol:
        return None
    number = in_iri(resolution.draft_symbol)
    return f"/akn/un/statement/deliberation/{identity.actor_name}/{NO_DATE}/{number}"


def cited_iri(citation: Citation, known: Mapping[str, str]) -> str | None:
    """Where a citation leads, by the guidelines; None where it is not settled what is cited.

    A resolution whose date is ``known``, by symbol, has an identifier. Anything else leads to
    the UN's page of that symbol: an identifier has to have a date, and none is made up.
    """
    if citation.symbol is None:
        return None
    adopted = _adopted(citation.symbol)
    date = day(citation.date) or known.get(citation.symbol)
    if adopted is None or date is None:
        return page_of(citation)
    organ, number = adopted
    actor = actor_of(organ.name).guidelines
    return f"/akn/un/statement/deliberation/{actor}/{date}/{in_iri(number)}"


def known_dates(resolution: Resolution) -> dict[str, str]:
    """The dates of what a resolution cites, by symbol, where the text agrees with itself."""
    said: dict[str, set[str]] = {}
    for paragraph in resolution.paragraphs:
        for each in paragraph.citations:
            date = day(each.date)
            if each.symbol and date:
                said.setdefault(each.symbol, set()).add(date)
    return {symbol: dates.pop() for symbol, dates in said.items() if len(dates) == 1}


def page_of(citation: Citation) -> str | None:
    """The UN's page of what is cited; None where it is not settled what that is."""
    if citation.symbol is None:
        return None
    return UNDOCS + quote(citation.symbol, safe="/().")


def address(target: str) -> str | None:
    """A link's target as it may be written; None for one that is no address of a document."""
    plain = " ".join(target.split())
    if not plain or not _ADDRESS.match(plain) or not _has_port(plain):
        return None
    return quote(plain, safe=_KEPT_IN_LINKS)


def _has_port(plain: str) -> bool:
    """Whether what an address has for a port is one, or nothing."""
    try:
        return urlsplit(plain).port != 0
    except ValueError:
        return False
