"""A claim and a history → whether the figures bear it out, vote by vote.

Only votes whose figures are known count; how many there are, and what was adopted without a vote,
is said. What is not understood, or not known, is answered by "unknown".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from counterdraft.model.claim import ClaimCheck, ClaimPart, ClaimVerdict, Figure
from counterdraft.model.history import History
from counterdraft.model.span import Span
from counterdraft.model.vote import Vote
from counterdraft.votes.claims.numbers import base_of, label_of, number_of
from counterdraft.votes.claims.reading import Condition, NotUnderstood, Reading, read
from counterdraft.votes.claims.told import (
    ASKABLE,
    condition_said,
    differ_said,
    gaps_said,
    inferred_said,
    not_understood,
    overall,
    share_said,
    trend_said,
    without_said,
)
from counterdraft.votes.claims.trends import trend

_COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b, "=": lambda a, b: a == b,
}  # fmt: skip


def check(claim: str, history: History, span: Span | None = None) -> ClaimCheck:
    """Whether ``claim`` holds of ``history``; ``span`` is where it stands, if in a text."""
    claim = " ".join(claim.split())
    reading = read(claim)
    as_of = history.as_of
    if isinstance(reading, NotUnderstood):
        said = f"{not_understood(reading)} {ASKABLE}"
        return ClaimCheck(claim=claim, verdict="unknown", said=said, as_of=as_of, span=span)
    parts = tuple(_part(each, reading, history) for each in reading.conditions)
    verdict = _together(parts)
    figures = [each for part in parts for each in part.figures]
    tail = (without_said(reading, history), differ_said(figures, history))
    said = " ".join(part for part in (overall(verdict, parts), *tail) if part)
    return ClaimCheck(claim=claim, verdict=verdict, said=said, parts=parts, as_of=as_of, span=span)


def _together(parts: Sequence[ClaimPart]) -> ClaimVerdict:
    """The verdict of what figures settle; of nothing else where nothing is."""
    settled = [part.verdict for part in parts if part.verdict != "no figures settle it"]
    if not settled:
        return "no figures settle it"
    if "unknown" in settled:
        return "unknown"
    return settled[0] if len(set(settled)) == 1 else "holds in part"


def _part(condition: Condition, reading: Reading, history: History) -> ClaimPart:
    said = condition_said(condition, reading)
    if condition.kind == "vague":
        words = f"“{condition.word}” is not a claim that figures settle."
        return ClaimPart(said, "no figures settle it", words)
    if condition.kind == "mode":
        return _by_mode(said, condition, reading, history)
    votes = [vote for vote in history.recorded if _in_time(vote, reading)]
    if reading.when == "latest":
        votes = votes[-1:]
    if condition.kind == "trend":
        figures = trend(condition, votes)
        verdict, words = trend_said(figures, condition, reading)
        return ClaimPart(said, verdict, words, figures)
    figures = tuple(_figure(condition, vote) for vote in votes)
    verdict = _of_figures(figures, condition, reading)
    return ClaimPart(said, verdict, share_said(figures, verdict), figures)


def _in_time(vote: Vote, reading: Reading) -> bool:
    return reading.since <= int((vote.date or "0")[:4]) <= reading.until


def _figure(condition: Condition, vote: Vote) -> Figure:
    count = number_of(condition.quantity, vote)
    base = base_of(condition.base, vote) if condition.base else None
    holds = None
    if count is not None and (condition.kind == "number" or base):
        found = Fraction(count, base) if base else Fraction(count)
        holds = _compared(condition, found) is not condition.negated
    return Figure(vote.id, label_of(vote), vote.date, count, base, holds)


def _compared(condition: Condition, found: Fraction) -> bool:
    if condition.compare == "=" and condition.digits is not None:
        return round(100 * found, condition.digits) == 100 * condition.value
    return _COMPARE[condition.compare](found, condition.value)


def _of_figures(figures: Sequence[Figure], condition: Condition, reading: Reading) -> ClaimVerdict:
    """One verdict of many votes: of every one where the claim says so, else in which it is so."""
    held = [figure.holds for figure in figures]
    if not held or all(each is None for each in held):
        return "unknown"
    if reading.when == "any" and True in held:
        return "holds"
    if None in held and False not in held:
        return "unknown"
    if False not in held:
        return "holds"
    every = reading.when == "every" or condition.every
    return "does not hold" if every or True not in held else "holds in part"


def _by_mode(said: str, condition: Condition, reading: Reading, history: History) -> ClaimPart:
    """How texts were adopted: of all that the history has."""
    votes = [each.vote for each in history.years if _in_time(each.vote, reading)]
    if reading.when == "latest":
        votes = votes[-1:]
    figures = tuple(
        Figure(
            vote.id, label_of(vote), vote.date, None, None,
            None if vote.mode == "unknown" or vote.inferred
            else (vote.mode == condition.word) is not condition.negated,
        )
        for vote in votes
    )  # fmt: skip
    verdict = _of_figures(figures, condition, reading)
    words = (
        f"{share_said(figures, verdict, 'How it was adopted is')}{inferred_said(figures, history)}"
    )
    wanting = gaps_said(figures, history) if verdict == "holds" and reading.when != "any" else ""
    return ClaimPart(said, "unknown" if wanting else verdict, f"{words}{wanting}", figures)
