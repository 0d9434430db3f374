"""Plain names for what may shift between two texts, in the order in which it is listed."""

from __future__ import annotations

from counterdraft.model.comparison import ShiftRule

SHIFTS: dict[ShiftRule, str] = {
    "lasting": "What goes on, and what ends",
    "force": "Force of verbs",
    "qualifier": "Limits",
    "request": "Requests",
    "addressee": "Who is asked",
    "deadline": "Time limits",
    "report": "Reports",
    "citation": "Citations",
}
