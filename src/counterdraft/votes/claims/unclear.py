"""The signs of a claim → what of them would have no part in its reading, or more than one.

In: signs and the clauses that they make. Out: sentences without a full stop, for a person; a claim
of which there is one is not understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.lexicon.load import load
from counterdraft.votes.claims.clauses import (
    CONDITIONS,
    Clause,
    always,
    compared,
    of_all,
    own_signs,
    quantity_of,
    share_of,
)
from counterdraft.votes.claims.signs import Sign, around

PERIODS = frozenset({"period", "since", "after", "until", "before", "year"})
_COUNTED = {"abstain": {"voting"}, "not_voting": {"voting", "took_part"}}
_OF_WHAT = {"share", "number", "percent"}
_EVERY = ("when", "every")


def unclear(found: Sequence[Sign], clauses: Sequence[Clause]) -> Iterator[str]:
    """What of a claim would have no part in its reading."""
    own = [each for clause in clauses for each in own_signs(clause)]
    for sign, following in zip(found, [*found[1:], None], strict=True):
        loose = sign not in own or (following is not None and following.kind == "when")
        if sign.kind in {"negation", "compare"} and loose:
            yield f"it is not clear what “{sign.words}” belongs to"
    for place, sign in enumerate(found):
        if sign.kind in {*_OF_WHAT, "vague"} and _of_others(found[place + 1 :]):
            yield f"“{sign.words}” is of something that is not counted in a vote"
        if sign.kind == "contrast" and not _joins(found, place):
            yield f"it is not clear what “{sign.words}” leaves out"
    if not _all_counted(found, clauses):
        yield "it is not clear what is counted"
    for clause in clauses:
        if clause.sign.kind in {"trend", "mode", "vague"} and compared(clause)[0]:
            yield f"“{clause.sign.words}” is nothing to compare with"
        if clause.sign.kind in {"number", "percent"} and not _stands(clause):
            yield f"it is not clear what “{clause.sign.words}” is the number of"
        if _by_how_much(clause, found):
            yield f"it is not clear whether “{clause.sign.words}” is how much it changed"
    if _who_voted(found):
        yield "it is not clear how those voted that are counted"
    if _every_denied(found):
        yield "it may be said of none, or not of every one"
    if any(_none_of(clause, found) for clause in clauses):
        yield "those counted are not among those of whom they would be a share (rule 86)"
    if any(each.words == "in any year" for each in found) and not _denied(found):
        yield "“in any year” may be one year or every one"
    if any(each.words in around("once") for each in found) and _is_limited(found):
        yield "“ever” may be one vote or every one"
    if any(each.kind == "after" for each in found) and any(e.kind == "trend" for e in found):
        yield "it is not clear from which vote it changed"
    if _first_left_out(found):
        yield "it is not clear whether the first year is one of them"
    if sum(each.kind in PERIODS for each in found) > 1:
        yield "it names more than one time"
    if _two_times(found):
        yield "it is not clear of which part it names the time"
    if len({each.value for each in found if each.kind == "when"}) > 1:
        yield "it says of several kinds of votes at once"
    if len({each.value for each in found if each.kind == "base"}) > 1:
        yield "it is not clear of how many"


def _of_others(following: Sequence[Sign]) -> bool:
    """Whether a share or number is of years, resolutions and the like: "in most years"."""
    table = load("en/claims")["other"]["words"]
    sign = next((each for each in following if each.words not in {"of", "the", "all"}), None)
    return sign is not None and sign.words in table


def _by_how_much(clause: Clause, found: Sequence[Sign]) -> bool:
    """Whether a figure may be that of a rise or a fall: "grew by a third", "to more than 20"."""
    if clause.sign.kind not in _OF_WHAT or all(each.kind != "trend" for each in found):
        return False
    before = [each for each in clause.before if each.kind != "compare"]
    return bool(before) and before[-1].words in around("moving")


def _who_voted(found: Sequence[Sign]) -> bool:
    """Whether it is said that somebody voted, and not how."""
    return all(each.kind != "quantity" for each in found) and any(
        each.kind == "filler" and each.words in {"voted", "voting"} for each in found
    )


def _every_denied(found: Sequence[Sign]) -> bool:
    """Whether a "not" stands before "in every year"; "never" is of every one by itself."""
    kinds = [(each.kind, each.value) for each in found]
    if _EVERY not in kinds:
        return False
    before = found[: len(kinds) - 1 - kinds[::-1].index(_EVERY)]
    other = found[kinds.index(_EVERY)].words != "in any year"
    return other and any(e.kind == "negation" and e.value not in always() for e in before)


def _joins(found: Sequence[Sign], place: int) -> bool:
    """Whether what stands after "but" is another condition, and not what is left out of one.

    "All but two" leaves two out; a number is one of a condition only where a mark stands before.
    """
    parted = place > 0 and found[place - 1].kind == "mark"
    heads = CONDITIONS - {"number"} | {"quantity", "compare"} | ({"number"} if parted else set())
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
    times = PERIODS | {"when"}
    return not times.isdisjoint(kinds[:place]) and not times.isdisjoint(kinds[place:])


def _none_of(clause: Clause, found: Sequence[Sign]) -> bool:
    """Whether a share is asked of people among whom nobody is that is counted."""
    if clause.sign.kind not in {"share", "percent"}:
        return False
    of_whom = share_of(clause.sign)[2] or of_all(found)
    return of_whom in _COUNTED.get(quantity_of(clause, found) or "", ())


def _denied(found: Sequence[Sign]) -> bool:
    """Whether something is denied: by a negation, or in a comparison ("no more than")."""
    return any(
        each.kind == "negation" or each.words.split()[0] in around("denying")
        for each in found if each.kind in {"negation", "compare"}
    )  # fmt: skip


def _is_limited(found: Sequence[Sign]) -> bool:
    """Whether a number has an upper bound: "fewer than half have ever voted for it"."""
    bounds = ("<", "<=")
    return _denied(found) or any(
        each.kind == "compare" and each.value.split()[0] in bounds for each in found
    )


def _first_left_out(found: Sequence[Sign]) -> bool:
    """Whether it is denied of a way of adoption "since" a year, which may be the last that had it.

    "It has not been put to a vote since 2015" may be said of one that was, in 2015.
    """
    kinds = {each.kind for each in found}
    return {"mode", "since", "negation"} <= kinds


def _stands(clause: Clause) -> bool:
    """Whether a figure is compared, or stands directly beside what it counts or is a share of."""
    if compared(clause)[0]:
        return True
    beside = [next((s for s in clause.after if s.value not in around("between")), None)]
    if clause.before and clause.before[-1].kind == "quantity":
        beside.append(clause.before[-1])
    kinds = {each.kind for each in beside if each}
    before = clause.before[-1].value if clause.before else ""
    if before in around("moving"):
        return False
    return bool(kinds & ({"quantity"} if clause.sign.kind == "number" else {"quantity", "base"}))


def _all_counted(found: Sequence[Sign], clauses: Sequence[Clause]) -> bool:
    """Whether it is clear of each condition what it counts, and all that is named is counted."""
    named = {each.value for each in found if each.kind == "quantity"}
    counted = [
        quantity_of(each, found) for each in clauses if each.sign.kind not in {"vague", "mode"}
    ]
    return None not in counted and (not counted or named <= set(counted))
