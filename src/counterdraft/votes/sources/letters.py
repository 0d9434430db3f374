"""Letters that count votes, and are no parts: accounts of Voeten's data set right.

In sessions 18 to 30 a letter in ``unres`` is now a part of the resolution ("R/30/3411C"), now the
place of the vote among all under one number: R/26/2758A is a motion, R/26/2758G the resolution.
They count where they run from A without a gap and one of the votes is on a paragraph, an amendment
or a motion, or their drafts differ. Then the number alone is sure, and of whole texts only for one
that was carried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from counterdraft.lexicon.vote_sources import numbering
from counterdraft.model.rollcall import RollCall
from counterdraft.votes.sources.symbols import full_symbol

DRAFT = re.compile(
    r"\(?\b(A/(?:C\.\d/(?:\d+/)?|BUR/|\d+/)?L\. ?\d+(?:/REV\. ?\d+)?)", re.IGNORECASE
)
_LETTERED = re.compile(r"(?P<base>A/RES/\d+\([IVXL]+\)) (?P<letter>[A-Z])")


def draft_in(words: str | None) -> str | None:
    """The draft that a description names: "A/L.548"."""
    found = DRAFT.search(words or "")
    if found is None:
        return None
    return (full_symbol(found[1].upper().replace(" ", "")) or "").replace("REV.", "Rev.")


def set_right(accounts: Sequence[RollCall]) -> tuple[RollCall, ...]:
    """The accounts, with the number alone as symbol where a letter only counts."""
    groups: dict[str, list[RollCall]] = defaultdict(list)
    for account in accounts:
        found = _LETTERED.fullmatch(account.symbol or "")
        if found and int(account.session or 0) in numbering().series:
            groups[found["base"]].append(account)
    changed = {
        each.id: _set_right(each, base)
        for base, group in groups.items() if _only_count(group) for each in group
    }  # fmt: skip
    return tuple(changed.get(each.id, each) for each in accounts)


def _only_count(group: Sequence[RollCall]) -> bool:
    letters = sorted((each.symbol or "")[-1] for each in group)
    run = [chr(ord("A") + at) for at in range(len(letters))]
    drafts = {draft_in(each.detail) for each in group} - {None}
    apart = len(drafts) > 1 or any(each.matter in _PARTS for each in group)
    return len(letters) > 1 and letters == run and apart


_PARTS = frozenset({"paragraph", "amendment", "motion"})


def _set_right(account: RollCall, base: str) -> RollCall:
    told = f"{account.place}, {account.symbol}"
    if account.matter != "text" or len(account.yes) > len(account.no):
        return replace(account, symbol=base, place=told)
    draft = draft_in(account.detail)
    return replace(account, symbol=None, draft=draft, place=told, outcome="unknown")
