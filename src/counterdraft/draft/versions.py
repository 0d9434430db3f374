"""Two texts → whether they are two drafts, and not versions of one, by symbols and titles.

A rival may borrow most of the words of the draft that it counters.
"""

from __future__ import annotations

import re

from counterdraft.model import Resolution

_VERSION = re.compile(r"/(?:Rev|Corr|Add)\.\d+$")


def is_of_one_draft(symbol: str, other: str) -> bool:
    """Whether two symbols are of one draft, revised or not: "L.3" and "L.3/Rev.1"."""
    return _VERSION.sub("", symbol) == _VERSION.sub("", other)


def are_two_drafts(a: Resolution, b: Resolution) -> bool:
    """Whether both are drafts, of one session as far as is known, and not of one symbol.

    Where one has no symbol, titles that differ tell; where one has no title either, nothing does.
    """
    if a.kind != "draft" or b.kind != "draft":
        return False
    if a.session and b.session and a.session != b.session:
        return False
    if a.symbol and b.symbol:
        return not is_of_one_draft(a.symbol, b.symbol)
    return have_other_titles(a, b)


def have_other_titles(a: Resolution, b: Resolution) -> bool:
    """Whether both have titles, which are not the same in whatever capitals."""
    titles = [" ".join((each.title or "").lower().split()) for each in (a, b)]
    return all(titles) and titles[0] != titles[1]
