"""Plain names for the classes of addressees, in the order in which they are listed."""

from __future__ import annotations

from counterdraft.model import AddresseeClass

CLASSES: dict[AddresseeClass, str] = {
    "named_state": "States by name",
    "member_states": "Member States",
    "armed_parties": "Parties to a conflict",
    "secretary_general": "The Secretary-General",
    "un_secretariat": "The Secretariat and its offices",
    "un_entities": "The United Nations system",
    "ga_body": "Intergovernmental bodies of the United Nations",
    "security_council": "The Security Council and its bodies",
    "special_procedures": "Special procedures and treaty bodies",
    "regional_orgs": "Regional and intergovernmental organizations",
    "ifis": "International financial institutions",
    "donors": "Donors",
    "civil_society": "Civil society",
    "private_sector": "The private sector",
    "all_stakeholders": "All stakeholders and the international community",
    "other": "Others",
}

OFFICES: frozenset[AddresseeClass] = frozenset({"secretary_general", "special_procedures"})
"""Classes of those who are one person."""
