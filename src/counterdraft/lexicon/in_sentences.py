"""A State or group as a sentence names it: "the Philippines", "the Islamic Republic of Iran"."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.load import load
from counterdraft.lexicon.states import fold_name, group_names, state_names

# Turned round in lists: "Bolivia (Plurinational State of)", "Netherlands (Kingdom of the)".
_TURNED = re.compile(r"(?P<name>[^()]+) \((?P<what>[^()]+ of(?: the)?)\)", re.IGNORECASE)


def in_sentence(name: str) -> str:
    """A name of the lexicon, or another of the same State or group, with its article.

    What is not known, or has its article, stays as it is.
    """
    folded = fold_name(name)
    known = state_names().get(folded) or group_names().get(folded)
    if known is None or folded.startswith("the "):
        return name
    if turned := _TURNED.fullmatch(name):
        return f"the {turned['what']} {turned['name']}"
    return f"the {name}" if known in _with_article() else name


@cache
def _with_article() -> frozenset[str]:
    data = load("states")
    groups = {each["name"] for each in data["group"]} - {*data["sentence"]["without_article"]}
    return frozenset(groups | {*data["sentence"]["with_article"]})
