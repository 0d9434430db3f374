"""Plain names for the model's classes and for marks, in the order in which a brief lists them."""

from __future__ import annotations

from counterdraft.brief.report import FullText, MarkKind
from counterdraft.model import AddresseeClass

KINDS = {
    "draft": "Draft resolution",
    "resolution": "Resolution",
    "amendment": "Amendment document",
}

CLASSES: dict[AddresseeClass, str] = {
    "named_state": "States by name",
    "member_states": "Member States",
    "armed_parties": "Parties to a conflict",
    "secretary_general": "The Secretary-General",
    "un_secretariat": "The Secretariat and its offices",
    "un_entities": "The United Nations system",
    "ga_body": "Intergovernmental bodies of the United Nations",
    "security_council": "The Security Council",
    "special_procedures": "Special procedures and treaty bodies",
    "regional_orgs": "Regional and intergovernmental organizations",
    "ifis": "International financial institutions",
    "donors": "Donors",
    "civil_society": "Civil society",
    "private_sector": "The private sector",
    "all_stakeholders": "All stakeholders and the international community",
    "other": "Others",
}

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
    "Read out of the text by rules; nothing in it was checked. "
    "What is marked here is for you to judge."
)


def marks_in(text: FullText) -> tuple[tuple[MarkKind, str], ...]:
    """The kinds of marks that are in a text, with what to call them."""
    present = {mark.kind for passage in text.passages for mark in passage.marks}
    return tuple((kind, label) for kind, label in MARKS.items() if kind in present)
