"""What a clause would do to a rival text, as the lexicon has it."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from counterdraft.lexicon.load import load
from counterdraft.model.finding import Confidence


class Effect(Struct, frozen=True, kw_only=True):
    """An effect: by which acts, on what in the rival, and how it is told.

    ``rests`` is a thing that the rival must rest on, ``meets`` acts of the rival, either of which
    is enough; ``same`` asks that both be about one "subject", a State, or that the acts that meet
    fall on one "object", a body, or that their "measures" may be the same, or that what the act
    falls on is the rival as a "proposal"; ``unless`` that the rival does not rest on a thing.
    ``alone`` is told without a rival too. What the act falls on is told by its name or as
    ``object``; ``single``, with ``single_why``, is told, where there are such, of an act that falls
    on one thing of its class, and ``why_met`` where an act of the rival is met.
    """

    id: str
    title: str
    acts: tuple[str, ...]
    rests: str = ""
    meets: tuple[str, ...] = ()
    same: str = ""
    unless: str = ""
    alone: bool = False
    confidence: Confidence
    why: str
    why_met: str = ""
    object: str = ""
    single: str = ""
    single_why: str = ""
    sponsor: tuple[str, ...]
    source: str


@cache
def effects(language: str = "en") -> tuple[Effect, ...]:
    """Every effect, in the lexicon's order: the first that a clause has is told."""
    return convert(load(f"{language}/effects")["effect"], tuple[Effect, ...])
