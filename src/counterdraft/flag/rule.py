"""A rule as a value: what it is called, what it needs, where it comes from, how it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from counterdraft.flag.ground import Ground
from counterdraft.model.finding import Finding, Kind


class Rule(NamedTuple):
    """One rule of the stage.

    ``id`` is stable and stands in the docs ("effect.ends-scrutiny"), ``title`` says in a few words
    what it finds, ``source`` where it comes from; ``needs`` are fields of the ground without which
    it cannot be run.
    """

    id: str
    kind: Kind
    title: str
    source: str
    find: Callable[[Ground], Iterable[Finding]]
    needs: tuple[str, ...] = ()
