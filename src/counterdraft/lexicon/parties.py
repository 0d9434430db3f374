"""Who "the parties" are: those to a treaty, those who fight, or nobody of a known class."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives, grouped
from counterdraft.lexicon.load import load

_CLASSES = ("member_states", "armed_parties")


class Parties(NamedTuple):
    """What "the parties to the …" are parties to.

    ``alone`` is the term for them without more, ``to`` matches the beginning of one that goes on
    with what they are parties to, and ``to_that_end`` them where that is nothing.
    ``noun`` matches the first noun that says who they are, the class as the name of its group;
    ``rest`` what a name goes on with in small letters, up to such a noun or to another;
    ``bare`` matches the noun of one that was named before, and ``named`` such a name.
    ``fighting`` is what shows, where they are parties to nothing, that there is a conflict;
    ``meetings`` what shows, anywhere in a text, that they are a treaty's; ``settling`` matches,
    right behind "parties", that they are those to talks or a peace agreement, or political ones,
    and ``ends`` are the names that it may stand behind; ``told`` shows, anywhere in a text, that it
    is of those who fight, as its ``sides`` are then.
    """

    alone: str
    to: re.Pattern[str]
    to_that_end: re.Pattern[str]
    noun: re.Pattern[str]
    rest: re.Pattern[str]
    bare: re.Pattern[str]
    named: re.Pattern[str]
    fighting: re.Pattern[str]
    meetings: re.Pattern[str]
    settling: re.Pattern[str]
    ends: tuple[str, ...]
    told: re.Pattern[str]
    sides: tuple[str, ...]


@cache
def parties_to(language: str = "en") -> Parties:
    """How the noun of a treaty, or of a conflict, tells who its parties are."""
    table = load(f"{language}/actors")
    data = table["parties"]
    classes = {class_: words for class_, words in data.items() if class_ in _CLASSES}
    ends = alternatives([*data["nouns"], *(word for words in classes.values() for word in words)])
    name, bare = alternatives(data["names"]), data["bare"]
    return Parties(
        data["alone"],
        re.compile(rf"(?:{name}) to (?:{alternatives(data['which'])}) ?"),
        re.compile(rf"(?:{name})(?= {data['nothing']}\b)"),
        re.compile(rf"\b(?:{grouped(classes)})(?![\w-])"),
        re.compile(rf"(?: \d+)?(?: (?!to |and |of )[a-z][\w-]*){{0,3}}? (?:{ends})(?![\w-])"),
        re.compile(bare),
        re.compile(rf"[A-Z][\w-]* {bare}(?![a-z])"),
        re.compile(rf"\b(?:{alternatives(data['fighting'])})\b"),
        re.compile(alternatives(data["meetings"])),
        _settling(table["parties_settling"]),
        tuple(table["parties_settling"]["ends"]),
        re.compile(rf"\b(?:{alternatives(data['told'])})\b"),
        tuple(table["parties_settling"]["sides"]),
    )


def _settling(data: dict[str, list[str]]) -> re.Pattern[str]:
    """ " to such peace talks", " in Orlavia, in particular political leaders"."""
    what, which, not_in = (alternatives(data[name]) for name in ("what", "which", "not"))
    some, political = alternatives(data["some"]), alternatives(data["political"])
    return re.compile(
        rf" to (?:{which}) (?:(?!(?:{not_in})\b)[\w'-]+ ){{0,4}}?(?:{what})\b"
        rf"|(?: in(?: [A-Z][\w'-]+)+)?,? (?:and )?(?:{some}) (?:the )?(?:{political})\b"
    )


class Concerned(NamedTuple):
    """Who "the parties concerned" are, whose term is ``name``.

    ``fighting`` is what shows in their paragraph that they fight, ``ended`` what shows it anywhere
    in a text of the Security Council; with ``others`` before them, or ``beside`` right behind them,
    they are any.
    """

    name: str
    fighting: re.Pattern[str]
    ended: re.Pattern[str]
    others: str
    beside: re.Pattern[str]


@cache
def parties_concerned(language: str = "en") -> Concerned:
    """The words of a language."""
    data = load(f"{language}/actors")["parties_concerned"]
    return Concerned(
        data["name"],
        re.compile(rf"\b(?:{alternatives(data['fighting'])})\b"),
        re.compile(rf"\b(?:{alternatives(data['ended'])})\b"),
        f"{data['others']} ",
        re.compile(rf", {data['including']} (?!{data['fighters']} )"),
    )
