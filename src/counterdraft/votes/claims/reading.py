"""Signs → a reading: the conditions that a claim puts, each on one number of each vote.

In: the words of a claim. Out: a :class:`Reading`, or what was not understood. Every sign must have
its use: with a "not" or a second quantity that nothing takes up, a claim is not understood.
What a claim leaves open, such as of whom a majority is one, is read in each way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.votes.claims.signs import Sign, around, signs

Quantity = Literal["yes", "no", "abstain", "not_voting"]
Base = Literal["members", "voting", "took_part"]
When = Literal["", "every", "any", "latest"]

FAR = 9999
# Of whom a share may be one: those who abstain are not voting (rule 86), those absent took no part.
_BASES: dict[Quantity, tuple[Base, ...]] = {
    "yes": ("voting", "members"), "no": ("voting", "members"),
    "abstain": ("took_part", "members"), "not_voting": ("members",),
}  # fmt: skip
_COUNTED = {"abstain": {"voting"}, "not_voting": {"voting", "took_part"}}
_CONDITIONS = {"share", "number", "percent", "trend", "mode", "vague"}
_EVERY = ("when", "every")
_PERIODS = {"period", "since", "after", "until", "before", "year"}


class Condition(NamedTuple):
    """What is to be true of a vote.

    ``kind`` is "share" (of ``base``), "number", "trend", "mode" or "vague"; ``compare`` one of
    > >= < <= =; ``value`` what is compared with, to ``digits`` of a per cent where it is so given.
    ``word`` is what a trend, mode or vague word says.
    """

    kind: str
    quantity: Quantity = "yes"
    base: Base | None = None
    compare: str = ""
    value: Fraction = Fraction(0)
    digits: int | None = None
    word: str = ""
    negated: bool = False
    every: bool = False


class Reading(NamedTuple):
    """A claim as read: all of its conditions, of which votes, between which years."""

    conditions: tuple[Condition, ...]
    when: When = ""
    since: int = 0
    until: int = FAR


class NotUnderstood(NamedTuple):
    """The words of a claim that no table has, or what is wrong with it; or it asks nothing."""

    words: tuple[str, ...] = ()
    why: str = ""


class _Clause(NamedTuple):
    """A condition's sign, and what stands before and after it as far as the next condition."""

    sign: Sign
    before: Sequence[Sign]
    after: Sequence[Sign]


def read(claim: str) -> Reading | NotUnderstood:
    """How a claim is understood."""
    found = signs(claim)
    strange = tuple(each.value for each in found if each.kind == "word")
    clauses = list(_clauses(found))
    if strange or not clauses:
        return NotUnderstood(strange)
    wrong = next(_unused(found, clauses), None)
    if wrong:
        return NotUnderstood((), wrong)
    base = _base(found)
    conditions = tuple(each for clause in clauses for each in _conditions(clause, base, found))
    when = next((each.value for each in found if each.kind == "when"), "")
    return Reading(conditions, when, *_years(found))  # type: ignore[arg-type]


@cache
def _always() -> frozenset[str]:
    return frozenset(load("en/claims")["negation"]["always"])


def _clauses(found: Sequence[Sign]) -> Iterator[_Clause]:
    places = [n for n, sign in enumerate(found) if sign.kind in _CONDITIONS]
    for number, at in enumerate(places):
        start = places[number - 1] + 1 if number else 0
        end = places[number + 1] if number + 1 < len(places) else len(found)
        yield _Clause(found[at], found[start:at], found[at + 1 : end])


def _unused(found: Sequence[Sign], clauses: Sequence[_Clause]) -> Iterator[str]:
    """What of a claim would have no part in its reading."""
    own = [each for clause in clauses for each in _own(clause)]
    for sign, following in zip(found, [*found[1:], None], strict=True):
        loose = sign not in own or (following is not None and following.kind == "when")
        if sign.kind in {"negation", "compare"} and loose:
            yield f"it is not clear what “{sign.words}” belongs to"
    for place, sign in enumerate(found):
        if sign.kind == "contrast" and not _joins(found, place):
            yield f"it is not clear what “{sign.words}” leaves out"
    if not _all_counted(found, clauses):
        yield "it is not clear what is counted"
    for clause in clauses:
        if clause.sign.kind in {"trend", "mode", "vague"} and _compare(clause)[0]:
            yield f"“{clause.sign.words}” is nothing to compare with"
        if clause.sign.kind in {"number", "percent"} and not _stands(clause):
            yield f"it is not clear what “{clause.sign.words}” is the number of"
    if any(_none_of(clause, found) for clause in clauses):
        yield "those counted are not among those of whom they would be a share (rule 86)"
    if any(each.words == "in any year" for each in found) and not _denied(found):
        yield "“in any year” may be one year or every one"
    if sum(each.kind in _PERIODS for each in found) > 1:
        yield "it names more than one time"
    if _two_times(found):
        yield "it is not clear of which part it names the time"
    if len({each.value for each in found if each.kind == "when"}) > 1:
        yield "it says of several kinds of votes at once"
    if len({each.value for each in found if each.kind == "base"}) > 1:
        yield "it is not clear of how many"


def _joins(found: Sequence[Sign], place: int) -> bool:
    """Whether what stands after "but" is another condition, and not what is left out of one.

    "All but two" leaves two out; a number is one of a condition only where a mark stands before.
    """
    parted = place > 0 and found[place - 1].kind == "mark"
    heads = _CONDITIONS - {"number"} | {"quantity", "compare"} | ({"number"} if parted else set())
    for sign in found[place + 1 :]:
        if sign.kind not in {"filler", "negation"} and (sign.kind, sign.value) != _EVERY:
            return sign.kind in heads
    return False


def _two_times(found: Sequence[Sign]) -> bool:
    """Whether each side of a "but" has a time of its own: a reading has one for all."""
    kinds = [each.kind for each in found]
    if "contrast" not in kinds:
        return False
    place = kinds.index("contrast")
    times = _PERIODS | {"when"}
    return not times.isdisjoint(kinds[:place]) and not times.isdisjoint(kinds[place:])


def _none_of(clause: _Clause, found: Sequence[Sign]) -> bool:
    """Whether a share is asked of people among whom nobody is that is counted."""
    if clause.sign.kind not in {"share", "percent"}:
        return False
    of_whom = _share(clause.sign)[2] or _base(found)
    return of_whom in _COUNTED.get(_quantity(clause, found) or "", ())


def _denied(found: Sequence[Sign]) -> bool:
    """Whether something is denied: by a negation, or in a comparison ("no more than")."""
    return any(
        each.kind == "negation" or each.words.split()[0] in around("denying")
        for each in found if each.kind in {"negation", "compare"}
    )  # fmt: skip


def _stands(clause: _Clause) -> bool:
    """Whether a figure is compared, or stands directly beside what it counts or is a share of."""
    if _compare(clause)[0]:
        return True
    beside = [next((s for s in clause.after if s.value not in around("between")), None)]
    if clause.before and clause.before[-1].kind == "quantity":
        beside.append(clause.before[-1])
    kinds = {each.kind for each in beside if each}
    before = clause.before[-1].value if clause.before else ""
    if before in around("moving"):
        return False
    return bool(kinds & ({"quantity"} if clause.sign.kind == "number" else {"quantity", "base"}))


def _own(clause: _Clause) -> Iterator[Sign]:
    """The signs before a condition's that are its own, the nearest first."""
    return _as_far(reversed(clause.before))


def _as_far(some: Iterable[Sign]) -> Iterator[Sign]:
    """Signs as far as a mark, "and" or "but": beyond stands what belongs to another condition."""
    for sign in some:
        if sign.kind in {"mark", "contrast"} or (sign.kind == "filler" and sign.value == "and"):
            return
        yield sign


def _all_counted(found: Sequence[Sign], clauses: Sequence[_Clause]) -> bool:
    """Whether it is clear of each condition what it counts, and all that is named is counted."""
    named = {each.value for each in found if each.kind == "quantity"}
    counted = [
        _quantity(each, found) for each in clauses if each.sign.kind not in {"vague", "mode"}
    ]
    return None not in counted and (not counted or named <= set(counted))


def _conditions(clause: _Clause, base: Base | None, found: Sequence[Sign]) -> Iterator[Condition]:
    """What a clause puts; a share of nobody named is read of both that it may be of."""
    sign = clause.sign
    negated = sum(each.kind == "negation" for each in _own(clause)) % 2 == 1
    compare, every = _compare(clause)
    every = every or any(each.value in _always() for each in _own(clause))
    quantity = _quantity(clause, found) or "yes"
    made = Condition(sign.kind, quantity, base, negated=negated, every=every)
    if sign.kind in {"trend", "mode", "vague"}:
        yield made._replace(word=sign.value)
    elif sign.kind == "number":
        yield made._replace(base=None, compare=compare or "=", value=Fraction(sign.value))
    else:
        value, usual, own = _share(sign)
        digits = len(sign.value.partition(".")[2]) if sign.kind == "percent" else None
        of_whom = own or base
        for each in (of_whom,) if of_whom else _BASES[quantity]:
            yield made._replace(
                kind="share", base=each, compare=compare or usual, value=value, digits=digits
            )


def _compare(clause: _Clause) -> tuple[str, bool]:
    sign = next((each for each in _own(clause) if each.kind == "compare"), None)
    compare, _, every = (sign.value if sign else "").partition(" ")
    return compare, bool(every)


def _share(sign: Sign) -> tuple[Fraction, str, Base | None]:
    """A share as a number, how it is compared where nothing is said, and of whom by its name."""
    if sign.kind == "percent":
        return Fraction(sign.value) / 100, "=", None
    value, _, how = sign.value.partition(" ")
    return (
        Fraction(value),
        ">=" if how == "reached" else ">",
        "members" if how == "members" else None,
    )


def _quantity(clause: _Clause, found: Sequence[Sign]) -> Quantity | None:
    """What a condition counts: what is named with it, after it or before, else earlier.

    Votes in favour where nothing is named at all; None where it is not clear.
    """
    named = [each for each in found if each.kind == "quantity"]
    after = {each.value for each in _as_far(clause.after) if each.kind == "quantity"}
    before = {each.value for each in _own(clause) if each.kind == "quantity"}
    earlier = {each.value for each in named if each.start < clause.sign.start}
    near = after or before or earlier or {each.value for each in named} | {"yes"}
    return near.pop() if len(near) == 1 else None  # type: ignore[return-value]


def _base(found: Sequence[Sign]) -> Base | None:
    """Of how many, for the whole claim: by what is counted with it, else as named."""
    for kind in ("widen", "base"):
        sign = next((each for each in found if each.kind == kind), None)
        if sign is not None:
            return sign.value  # type: ignore[return-value]
    return None


def _years(found: Sequence[Sign]) -> tuple[int, int]:
    sign = next((each for each in found if each.kind in _PERIODS), None)
    if sign is None:
        return 0, FAR
    year = int(sign.value)
    return {
        "period": (year, int(sign.more or FAR)), "since": (year, FAR), "after": (year + 1, FAR),
        "until": (0, year), "before": (0, year - 1), "year": (year, year),
    }[sign.kind]  # fmt: skip
