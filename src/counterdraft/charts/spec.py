"""What a chart is before it is drawn: its specification in Vega-Lite, as plain data.

Nothing but the standard library is needed to make one; ``render`` draws it, and a test holds it
against the schema of Vega-Lite.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

Spec = dict[str, Any]
"""A specification, or a part of one."""


class Record(Protocol):
    """A named tuple: one row of a chart's data."""

    def _asdict(self) -> dict[str, Any]: ...


def values_of(rows: Iterable[Record]) -> Spec:
    """The rows as data that stand in the chart itself."""
    return {"values": [row._asdict() for row in rows]}
