"""The dates of a table of one's own → ISO 8601: of figures the whole column tells the order.

"13/12/2024" in one row says that the table is written day first, and "12/18/2007" that it is as in
the United States; "3/4/2024" alone may be either, and is no date then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from counterdraft.votes.sources.dates import Dated, date_of

Order = Literal["day first", "month first", "not told"]
_MOST = 12  # months
_FIGURES = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?: .*)?")


def order_of(dates: Iterable[str]) -> Order:
    """In which order the days of a column are written that are all of figures."""
    found = [match for each in dates if (match := _FIGURES.fullmatch(each.strip()))]
    days = any(int(each[1]) > _MOST for each in found)
    months = any(int(each[3]) > _MOST for each in found)
    if days == months:
        return "not told"
    return "day first" if days else "month first"


def dated(text: str, order: Order) -> Dated | None:
    """The date that ``text`` is in a column of an order; None where it is none, or may be two."""
    found = _FIGURES.fullmatch(text.strip())
    if found is None:
        return date_of(text)
    first, second = int(found[1]), int(found[3])
    if order == "not told" and first != second and max(first, second) <= _MOST:
        return None
    day_first = order == "day first" if order != "not told" else first > _MOST
    day, month = (first, second) if day_first else (second, first)
    return date_of(f"{found[4]}-{month:02}-{day:02}")


def two_days(text: str, order: Order) -> bool:
    """Whether it is no date because it may be either of two."""
    return _FIGURES.fullmatch(text.strip()) is not None and order == "not told"
