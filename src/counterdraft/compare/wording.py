"""The sentences that shifts are told in: of two versions what became what, of rivals who says what.

A version follows the other, so that things come, go and become others; of rivals neither
comes first, and nothing is told as if it did.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model.comparison import Direction, Relation, ShiftRule

NAMED = 6  # things that a sentence names
_Key = tuple[ShiftRule, Direction]

_VERSIONS: dict[_Key, str] = {
    ("lasting", "lost"): "{where}: “{a}” became “{b}”: it ends what went on",
    ("lasting", "gained"): "{where}: “{a}” became “{b}”: it goes on with what ended",
    ("force", "weaker"): "{where}: {request}weakened from “{a}” to “{b}”",
    ("force", "stronger"): "{where}: {request}strengthened from “{a}” to “{b}”",
    ("force", "other"): "{where}: {request}changed from “{a}” to “{b}”",
    ("qualifier", "gained"): "{where}: gains “{b}” ({hint})",
    ("qualifier", "lost"): "{where}: loses “{a}” ({hint})",
    ("request", "gained"): "{where}: now asks {b} (“{verb}”){what}",
    ("request", "lost"): "{where}: no longer asks {a} (“{verb}”){what}",
    ("addressee", "gained"): "{where}: now asks {b} (“{verb}”)",
    ("addressee", "lost"): "{where}: no longer asks {a} (“{verb}”)",
    ("addressee", "replaced"): "{where}: asks {b} instead of {a}",
    ("deadline", "gained"): "{where}: gains a time limit, “{b}”",
    ("deadline", "lost"): "{where}: loses a time limit, “{a}”",
    ("deadline", "replaced"): "{where}: the {limit} “{a}” became “{b}”",
    ("report", "gained"): "{where}: newly asks for a report or an update",
    ("report", "lost"): "{where}: no longer asks for a report or an update",
    ("citation", "gained"): "{b} is newly cited: {where}",
    ("citation", "lost"): "{a} is no longer cited: {where}",
    ("citation", "replaced"): "{b} is cited instead of {a}: {where}",
}  # fmt: skip
_RIVALS: dict[_Key, str] = {
    ("lasting", "lost"): "{where}: “{a}” in A, “{b}” in B",
    ("lasting", "gained"): "{where}: “{a}” in A, “{b}” in B",
    ("force", "weaker"): "{where}: {request}“{a}” in A, “{b}” in B; A's is the stronger",
    ("force", "stronger"): "{where}: {request}“{a}” in A, “{b}” in B; B's is the stronger",
    ("force", "other"): "{where}: {request}“{a}” in A, “{b}” in B",
    ("qualifier", "gained"): "{where}: only B has “{b}” ({hint})",
    ("qualifier", "lost"): "{where}: only A has “{a}” ({hint})",
    ("request", "gained"): "{where}: only B asks {b} (“{verb}”){what}",
    ("request", "lost"): "{where}: only A asks {a} (“{verb}”){what}",
    ("addressee", "gained"): "{where}: only B asks {b} (“{verb}”)",
    ("addressee", "lost"): "{where}: only A asks {a} (“{verb}”)",
    ("addressee", "replaced"): "{where}: A asks {a}, B asks {b}",
    ("deadline", "gained"): "{where}: only B sets a time limit, “{b}”",
    ("deadline", "lost"): "{where}: only A sets a time limit, “{a}”",
    ("deadline", "replaced"): "{where}: the {limit} is “{a}” in A, “{b}” in B",
    ("report", "gained"): "{where}: only B asks for a report or an update",
    ("report", "lost"): "{where}: only A asks for a report or an update",
    ("citation", "gained"): "only B cites {b}: {where}",
    ("citation", "lost"): "only A cites {a}: {where}",
    ("citation", "replaced"): "B cites {b} where A cites {a}: {where} of B",
}
_TOLD = {"versions": _VERSIONS, "rivals": _RIVALS}
# Of a paragraph that is in one version alone, which is no change of what it asked before.
_OF_ONE: dict[_Key, str] = {
    ("request", "gained"): "{where}, asks {b} (“{verb}”){what}",
    ("request", "lost"): "{where}, asked {a} (“{verb}”){what}",
    ("report", "gained"): "{where}, asks for a report or an update",
    ("report", "lost"): "{where}, asked for a report or an update",
}


_VERSION_LISTS: dict[_Key, str] = {
    ("lasting", "lost"): "Ended now",
    ("lasting", "gained"): "Not ended now",
    ("force", "weaker"): "Weaker verbs",
    ("force", "stronger"): "Stronger verbs",
    ("force", "other"): "Other verbs, which the order of verbs does not rank",
    ("qualifier", "gained"): "Limits that came in",
    ("qualifier", "lost"): "Limits that went out",
    ("request", "gained"): "Requests that came in",
    ("request", "lost"): "Requests that went out",
    ("addressee", "gained"): "Others who are asked as well",
    ("addressee", "lost"): "Others who are no longer asked",
    ("addressee", "replaced"): "Requests made to others",
    ("deadline", "gained"): "Time limits that came in",
    ("deadline", "lost"): "Time limits that went out",
    ("deadline", "replaced"): "Time limits that changed",
    ("report", "gained"): "Requests for reports or updates that came in",
    ("report", "lost"): "Requests for reports or updates that went out",
    ("citation", "gained"): "Documents cited now and not before",
    ("citation", "lost"): "Documents cited no longer",
    ("citation", "replaced"): "Documents cited instead of others",
}
_RIVAL_LISTS: dict[_Key, str] = {
    ("lasting", "lost"): "A goes on with what B ends",
    ("lasting", "gained"): "B goes on with what A ends",
    ("force", "weaker"): "Where A has the stronger verb",
    ("force", "stronger"): "Where B has the stronger verb",
    ("force", "other"): "Other verbs, which the order of verbs does not rank",
    ("qualifier", "gained"): "Limits that only B sets",
    ("qualifier", "lost"): "Limits that only A sets",
    ("request", "gained"): "Asked in B alone where both speak",
    ("request", "lost"): "Asked in A alone where both speak",
    ("addressee", "gained"): "Others whom B alone asks the same",
    ("addressee", "lost"): "Others whom A alone asks the same",
    ("addressee", "replaced"): "Where either asks another",
    ("deadline", "gained"): "Time limits in B alone",
    ("deadline", "lost"): "Time limits in A alone",
    ("deadline", "replaced"): "Different time limits",
    ("report", "gained"): "Reports or updates that B alone asks for where both speak",
    ("report", "lost"): "Reports or updates that A alone asks for where both speak",
    ("citation", "gained"): "Documents that only B cites",
    ("citation", "lost"): "Documents that only A cites",
    ("citation", "replaced"): "Documents cited instead of each other",
}
_LISTS = {"versions": _VERSION_LISTS, "rivals": _RIVAL_LISTS}
_TERMS = {
    "versions": ("Words that went out of several places", "Words that came in in several places"),
    "rivals": ("Only A speaks, in several places, of", "Only B speaks, in several places, of"),
}


def sentence(
    relation: Relation, rule: ShiftRule, direction: Direction, *, both: bool = True, **words: str
) -> str:
    """What a shift is told as, without a full stop; ``both`` where either text has a part in it."""
    told = _TOLD[relation][rule, direction]
    return (told if both else _OF_ONE.get((rule, direction), told)).format(**words)


def heading(relation: Relation, rule: ShiftRule, direction: Direction) -> str:
    """What a list of shifts is called."""
    return _LISTS[relation][rule, direction]


def term_heading(relation: Relation, side: int) -> str:
    """What the list of the terms of A, 0, or of B, 1, is called."""
    return _TERMS[relation][side]


def place(relation: Relation, a: str, b: str) -> str:
    """What to call where an edit is, by the labels in either text; one of them may be empty."""
    if relation == "rivals":
        if a and b:
            return f"{a} of both" if a == b else f"{a} of A, {b} of B"
        return f"{a} of A" if a else f"{b} of B"
    if not b:
        return f"{a}, which is gone"
    if not a:
        return f"{b}, which is new"
    return b if a == b else f"{b} ({a} before)"


def enumerated(words: str, things: Sequence[str]) -> str:
    """ "Weaker verbs (2): …; ….", no longer than can be read."""
    more = len(things) - NAMED
    tail = f"; and {more} more" if more > 0 else ""
    return f"{words} ({len(things)}): {'; '.join(things[:NAMED])}{tail}."
