"""Plain names for kinds of documents and for marks, in the order in which a brief lists them."""

from __future__ import annotations

from counterdraft.brief.report import FullText, MarkKind
from counterdraft.model import Adoption, Resolution
from counterdraft.wording.english import counted

_KINDS = {
    "draft": "Draft resolution",
    "resolution": "Resolution",
    "amendment": "Amendment document",
}
# Adopted texts that are no resolutions, by what stands in their symbols.
_BY_SYMBOL = {"/DEC/": "Decision", "/PRST/": "Presidential statement"}

MARKS: dict[MarkKind, str] = {
    "phrase": "Initiating phrase",
    "verb": "Further verb",
    "addressee": "Who is asked",
    "citation": "Document cited",
    "treaty": "Treaty",
    "date": "Date or session",
    "deadline": "Time limit",
}

CLOSING = (
    "Read out of the text by rules; what is not said to have been checked was not. "
    "What is marked here is for you to judge."
)


def kind_name(resolution: Resolution) -> str:
    """What to call a text: "Draft resolution"; an adopted one by its symbol, "Decision"."""
    if resolution.kind == "draft" and resolution.decision:
        return "Draft decision"
    if resolution.kind == "resolution":
        for part, name in _BY_SYMBOL.items():
            if part in (resolution.symbol or ""):
                return name
    return _KINDS[resolution.kind]


def tally_of(adoption: Adoption) -> str:
    """ "13 votes to 1, with 1 abstention"; nothing where the tally is not known."""
    if adoption.yes is None:
        return ""
    abstaining = counted(adoption.abstain or 0, "abstention")
    return f"{counted(adoption.yes, 'vote')} to {adoption.no or 'none'}, with {abstaining}"


def refusal(adoption: Adoption) -> str:
    """ "put to the vote and not adopted (13 votes to 1, …)"; nothing where it was not refused.

    Most votes may have been in favour: a permanent member of the Security Council was against it.
    """
    if adoption.mode != "not adopted":
        return ""
    tally = tally_of(adoption)
    return f"put to the vote and not adopted ({tally})" if tally else "not adopted"


def marks_in(text: FullText) -> tuple[tuple[MarkKind, str], ...]:
    """The kinds of marks that are in a text, with what to call them."""
    present = {mark.kind for passage in text.passages for mark in passage.marks}
    return tuple((kind, label) for kind, label in MARKS.items() if kind in present)
