"""A clause in signs → whether what it says of an act, it says as done.

Only what is put as a fact can hold or not: a noun ("the ratification of T by S") is one where a
verb that takes it for done governs it ("welcoming the"), or where its day hangs on it; a verb where
no negation, question, condition, or verb of saying or denying stands over it. What does not clearly
stand so is no claim.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.register_acts import acts
from counterdraft.verify.twin import DATE, STATE

_THAT = "that"
_WORD_THAT = re.compile(r"\bthat\b")
_MOST = 12  # clauses with "that" joined to each other
_JOINS = re.compile(r"(?:\b(?:that|and)|,)\s*$")
_NEAR = 300  # characters before an act in which what governs it stands
_BEGUN = re.compile(r"\s*(?:\(?[a-z\d]{1,4}\)|\d+)?\s*")


def verb_asserted(line: str, start: int, end: int) -> bool:
    """Whether "S ratified T", of which the first sign stands at ``start``, is put as a fact."""
    before = _without(_patterns().when, line[:start])
    led = bool(_ending(_patterns().lead, before) or _BEGUN.fullmatch(before))
    return led and fact_before(before) and not _opened_after(line, end)


def noun_asserted(line: str, start: int, end: int, *, dated: bool) -> bool:
    """Whether "the ratification of T by S", from ``start`` to ``end``, is put as a fact."""
    patterns = _patterns()
    before = _without(patterns.own, line[:start])
    if _opened_after(line, end) or before.endswith("-"):
        return False
    if _ending(patterns.praised, before):
        return dated or ends(line, end)
    if not dated:
        return False
    if _ending(patterns.since, before):
        return fact_before(before)
    begun = _BEGUN.fullmatch(before) or _ending(_JOINS, before)
    return bool(begun) and fact_before(before) and ends(line, end)


def deposited(line: str, start: int) -> bool:
    """Whether "S deposited its", to which a noun at ``start`` belongs, is put as a fact."""
    found = _ending(_patterns().deposited, line, start)
    return found is not None and verb_asserted(line, found.start(), start)


def fact_before(before: str) -> bool:
    """Whether what stands before an act leaves it a fact: what is said with "that" by its head."""
    several = _thats(before)
    patterns = _patterns()
    if patterns.open.search(before, several[0] if several else 0):
        return False
    for at in several:
        if _ending(patterns.told, before, at):
            return True
        if not _ending(patterns.joined, before, at):
            return False
    return not several


def _thats(line: str) -> list[int]:
    """Where the last of the words "that" stand, from the last on backwards."""
    found: list[int] = []
    at = line.rfind(_THAT)
    while at >= 0 and len(found) < _MOST:
        if _WORD_THAT.match(line, at):
            found.append(at)
        at = line.rfind(_THAT, 0, at)
    return found


def _ending(pattern: re.Pattern[str], line: str, end: int | None = None) -> re.Match[str] | None:
    """What ends a line, or ends it at ``end``; looked for near there, so that no line is long."""
    last = len(line) if end is None else end
    return pattern.search(line, max(0, last - _NEAR), last)


def _without(pattern: re.Pattern[str], line: str) -> str:
    """The line without what ends it."""
    found = _ending(pattern, line)
    return line[: found.start()] if found else line


def _opened_after(line: str, end: int) -> bool:
    return line.find("?", end) >= 0 or bool(_patterns().after.match(line, end))


def ends(line: str, end: int) -> bool:
    """Whether nothing follows that may say something of the act: a verb, most of all."""
    return bool(_patterns().ends.match(line, end))


def aside() -> str:
    """The pattern of a parenthesis that may stand behind a name: in brackets, or in two commas."""
    return rf"(?:\s*\([^()]*\)|,\s+(?:{acts().aside})\b[^,;:()?]{{1,90}},)?"


def carries_on(line: str, name: int, verb: int, *, opened: bool = False) -> bool:
    """Whether a verb carries on from the name that ends at ``name``: not over a lone comma.

    ``opened`` says that one before it is still open: "S, as well as S2, ratified".
    """
    between = line[name:verb]
    commas = re.sub(r"\([^()]*\)", "", between).count(",") + opened
    return commas % 2 == 0 or bool(_patterns().carried.match(line, name + between.index(",") + 1))


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    open: re.Pattern[str]
    told: re.Pattern[str]
    joined: re.Pattern[str]
    praised: re.Pattern[str]
    since: re.Pattern[str]
    own: re.Pattern[str]
    when: re.Pattern[str]
    deposited: re.Pattern[str]
    after: re.Pattern[str]
    ends: re.Pattern[str]
    carried: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = acts()
    opener = (
        rf"(?:^|[,;:()\d]|\b(?:{known.opening}|\w+ly|in\s+this\s+\w+))\s*"
        r"(?:\bexpress(?:es|ing)\s+(?:(?:its|their|the)\s+)?(?:\w+\s+(?:and\s+\w+\s+)?)?)?"
    )
    head = rf"{opener}{known.heads}(?:[\s,]+{known.degree})*(?:\s+of\b)?"
    praised = rf"(?:(?:\s+(?:the\s+government\s+of\s+)?{STATE})?\s+{known.linked})?"
    return _Patterns(
        lead=re.compile(rf"(?:[,:(]|\b{known.lead}|{head})\s*(?:both\s+)?(?:the\s+)?$"),
        open=re.compile(known.open),
        told=re.compile(rf"{head}[\s,]*$"),
        joined=re.compile(rf"(?:\b(?:{known.clauses})|,)\s+(?:(?:{known.adverbs})\s+)?$"),
        praised=re.compile(rf"{head}{praised}\s*$"),
        since=re.compile(rf"\b{known.since}\s*$"),
        own=re.compile(
            rf"(?:\b(?:the\s+)?deposit(?:ing)?\s+(?:(?:by|{DATE}|on|{STATE})\s+)*of\s+)?"
            rf"(?:(?:\b(?:{known.determiners}|{known.own})|{known.nouns}\s+and|{DATE})\s+)*$"
        ),
        when=re.compile(rf"\b(?:{known.when})\s+$"),
        deposited=re.compile(
            rf"{STATE}\s+(?:{known.glue_verb}[\s,]*)*deposited\s+"
            r"(?:with\s+the\s+[\w-]+(?:\s+of\s+the\s+united\s+nations)?\s+)?(?:the\s+)?$"
        ),
        after=re.compile(rf"[^;]{{0,60}}?{known.open_after}"),
        ends=re.compile(rf"[\s,)\"']*(?:$|{known.follows})"),
        carried=re.compile(rf"\s*{known.carried}"),
    )  # fmt: skip
