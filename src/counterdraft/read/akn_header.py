"""What an Akoma Ntoso document says of its resolutions → ``Declared``.

In: the document's first element, and each statement. Out: cover page, preface, workflow and
identification as facts by name, and these as a ``Declared``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from lxml import etree

from counterdraft.lexicon.akn import NO_DATE
from counterdraft.model import Declared
from counterdraft.read.akn_names import AKN, plain

Facts = dict[str, str]

# "75/254 A and B" in the file name is not needed: the parts say their letter themselves.
_PART_LETTER = re.compile(r"[A-Z](?:-[A-Z])?")
_SERIES = re.compile(r"\s*[A-Z](?:\s*[-\u2013]\s*[A-Z])?$")
# Who sponsors, as the guidelines have it: a container of its own, a docProponent each.
_SPONSORS = f"{AKN}preface/{AKN}container[@name='sponsors']//{AKN}docProponent"
_KINDS: dict[str, Literal["resolution", "draft"]] = {
    "resolution": "resolution",
    "resolutionDraft": "draft",
    "draftResolution": "draft",
}


def metadata(scope: etree._Element) -> Facts:
    """What cover page, preface, workflow and identification of ``scope`` say, by name."""
    found: Facts = {}

    def keep(name: str, value: str | None) -> None:
        if value and value != NO_DATE:
            found.setdefault(name, value)

    for date in scope.iterfind(f"{AKN}meta/{AKN}identification/{AKN}FRBRWork/{AKN}FRBRdate"):
        if date.get("name") == "adoption":
            keep("date", date.get("date"))
    sponsors = scope.findall(_SPONSORS)
    keep("sponsors", ", ".join(plain(each) or "" for each in sponsors))
    for step in scope.iterfind(f"{AKN}meta/{AKN}workflow/{AKN}step"):
        _keep_step(step, keep)
    for cover in ("coverPage", "preface"):
        for element in scope.iterfind(f"{AKN}{cover}//*"):
            if element not in sponsors:
                _keep_header(element, keep)
    keep("kind", scope.get("name"))
    return found


def _keep_step(step: etree._Element, keep: Callable[[str, str | None], None]) -> None:
    """One step of the workflow: who tabled a draft, as what, and who joined later."""
    by = step.get("by") or ""
    who = None if by.startswith("#") else by
    if step.get("outcome") == "draftResolution":
        keep("draft_symbol", step.get("as"))
        keep("sponsors", who)
    elif step.get("outcome") == "draftResolutionAdditionalSponsors":
        keep("additional", who)


def _keep_header(element: etree._Element, keep: Callable[[str, str | None], None]) -> None:
    """One element of a cover page or preface, under the name of what it says."""
    tag, refers = element.tag, element.get("refersTo", "")
    if tag == AKN + "docNumber":
        keep("symbol" if refers == "#symbol" else "number", plain(element))
    elif tag == AKN + "docTitle":
        if refers == "#resolutionTitle":
            keep("title", plain(element))
        elif refers == "sponsors":
            keep("sponsors", (plain(element) or "").split(": draft")[0])
        elif refers != "#resolutionNumber":
            keep("adopted", plain(element))
    elif tag == AKN + "docAuthority" and refers == "#issuingBody":
        keep("organ", plain(element))
    elif tag == AKN + "docDate":
        keep("issued", element.get("date"))
    elif tag == AKN + "session":
        keep("session", element.get("value") or plain(element))
        keep("session_text", plain(element))
    elif tag in {AKN + "docProponent", AKN + "docCommittee"}:
        keep("proponent", plain(element))
    elif tag == AKN + "inline" and element.get("name") == "agenda item":
        keep("agenda_item", plain(element))


def declare(first: int, last: int, own: Facts, whole: Facts) -> Declared:
    """The statement whose blocks are ``blocks[first:last]``.

    ``whole`` is what the collection that it is part of says, where it is silent itself.
    """
    facts = {**whole, **own}
    letter = own.get("number", "").strip(". ")
    if whole.get("symbol") and _PART_LETTER.fullmatch(letter):
        facts["symbol"] = f"{_SERIES.sub('', whole['symbol'])} {letter}"
    sponsors = "; ".join(s for s in (facts.get("sponsors"), facts.get("additional")) if s)
    return Declared(
        first=first,
        last=last,
        kind=_KINDS.get(facts.get("kind", "")),
        symbol=facts.get("symbol"),
        organ=facts.get("organ"),
        title=facts.get("title"),
        session=facts.get("session_text") or facts.get("session"),
        date=facts.get("date") or facts.get("issued"),
        committee=facts.get("proponent"),
        agenda_item=facts.get("agenda_item"),
        draft_symbol=facts.get("draft_symbol"),
        sponsors=sponsors or None,
        adopted=facts.get("adopted"),
    )
