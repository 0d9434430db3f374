"""An amendment beside a draft → whether it is the draft that it amends, as far as can be known."""

from __future__ import annotations

from counterdraft.brief.case import Case


def amends(case: Case) -> bool:
    """Whether what is amended may be this text: no other symbol says that it is not."""
    amending, symbol = case.known.amendment, case.resolution.symbol
    return amending is not None and (not symbol or amending.target in {None, symbol})
