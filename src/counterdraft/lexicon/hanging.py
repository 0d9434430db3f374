"""What a date in a request hangs on, as patterns for the words that stand before it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives, any_of
from counterdraft.lexicon.load import load


class Hanging(NamedTuple):
    """Each is searched for in what stands before a date.

    ``own`` ends where a task of its own begins, ``before_task`` where the date does whose task
    follows it. By ``told`` any date is that of a fact or of a goal, by ``goal`` a year alone is a
    goal's, and by ``named`` it is in a name; behind the date ``latest`` says that it is a limit.
    """

    own: re.Pattern[str]
    before_task: re.Pattern[str]
    told: re.Pattern[str]
    goal: re.Pattern[str]
    named: re.Pattern[str]
    latest: re.Pattern[str]


@cache
def hanging(language: str = "en") -> Hanging:
    """The words of a language."""
    words = load(f"{language}/hanging")
    one_of = {name: alternatives(each) for name, each in words.items()}
    other = rf"\b(?:{one_of['other_task']})\b"
    in_name = rf"(?:[A-Z][\w'-]*,?|(?:{one_of['small']})) "

    def within(marks: str) -> str:
        """All up to the date, in which none of the marks and no other task stands."""
        return rf"(?:(?!{other})[^{marks}])*$"

    return Hanging(
        own=re.compile(rf"(?:{one_of['own']}) "),
        before_task=re.compile(rf"(?<!\w)(?:{one_of['before_task']}) $"),
        told=re.compile(
            rf"\b(?:{one_of['stating']}) (?:[a-z ]{{1,30}} )?that\b{within(';')}"
            rf"|\b(?:{one_of['planned']}) to (?:[a-z]+ ){{1,4}}$"
            rf"|\b(?:{one_of['who']}) (?:{one_of['tells']})\b{within(',;.')}"
            rf"|\b(?:{one_of['goals']}) (?:{one_of['goal_of']})\b"
            rf"(?:(?! \w+ing\b){within(',;.')}|, $)"
        ),
        goal=re.compile(
            rf"{any_of(words['efforts'])}|\b(?:{one_of['goal_names']})\b[^,;.]{{0,40}}$"
        ),
        named=re.compile(rf"\b(?:{one_of['named']}):? (?:{in_name}){{3,}}$"),
        latest=re.compile(rf",? (?:{one_of['latest']})\b"),
    )
