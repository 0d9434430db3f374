"""Words that name the sponsors of a text → who sponsors it, and who speaks for whom.

A State that tables a text on behalf of a group speaks for it, and the group is the sponsor. Who
speaks for an office, such as a bureau, or holds one, sponsors nothing: "submitted by the
Vice-Chair, … (Poland)" names where a person is from. On behalf of States each State sponsors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.states import Named, find_states, fold_name, group_names, state_of
from counterdraft.model import Speaker

# What may stand between a State's name and the words that it speaks for somebody.
_GAP = re.compile(r"[\s*,(]*")
# A group that no table knows ends with its name: "the States members of the League of …, taking".
_NAME = re.compile(r"[^,;:.()]+")
_OF = re.compile(r" of (?:the )?")
_TRAILING = ", "
_JOINED = re.compile(r"(?:^| )and ")
# A name that no table knows, and one that shows by its form that it is a State's.
_PROPER = re.compile(r"[A-Z][\w'\u2019-]+(?: (?:of (?:the )?)?[A-Z][\w'\u2019-]+){0,5}")
# Words of which no list of names is made: "situations and reports of special rapporteurs Albania".
_PROSE = re.compile(
    r"(?<![\w'\u2019-])(?!(?:and|of|the|as|also|well|subsequently|thereafter|by|with|et|al|de|du|la)\b)"
    r"[a-z]{3,}"
)
# What stands right before or behind a known name: "Democratic Peoples Republic of Korea",
# misprinted, is not the Republic of Korea.
_LED = re.compile(r"(?:[A-Z][\w'\u2019]+ )+$")
_FRAGMENT = re.compile(r"(?: [A-Z][\w'\u2019-]+)*")
_FORMAL = re.compile(
    r"(?:[A-Z][\w'\u2019-]+ ){0,3}(?:Republic|Kingdom|Principality|Sultanate|Emirate) of .+"
)


class Sponsorship(NamedTuple):
    """States by the lexicon's names, or groups; and who of them speaks for a group."""

    sponsors: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()


class _For(NamedTuple):
    """For whom somebody speaks, and where the words of that end; no group where it is an office."""

    groups: tuple[str, ...]
    end: int


def named_sponsors(text: str, *, listed_surely: bool = False) -> Sponsorship:
    """The States and groups that a list of sponsors names, in its order, each once.

    Names that no table knows are among them where one is known, or the list is surely one.
    """
    named: list[str] = []
    groups: set[str] = set()
    speakers: list[Speaker] = []
    text, at = "; ".join(_by_no_office(" ".join(text.split()))), 0
    for found in layout().speaking.finditer(text):
        spoken = _spoken_for(text, found) if found.start() >= at else None
        if spoken is None:
            continue
        before = text[at : found.start()]
        speaker = _speaker(before)
        names = list(_names(before))
        named += names[:-1] if speaker else names
        named += spoken.groups
        groups.update(spoken.groups)
        speakers += [Speaker(speaker, group) for group in spoken.groups if speaker]
        at = spoken.end
    named += _names(text[at:])
    told = _of_a_list(named, groups, text, surely=listed_surely)
    return Sponsorship(tuple(dict.fromkeys(told)), tuple(dict.fromkeys(speakers)))


def _of_a_list(named: list[str], groups: set[str], text: str, *, surely: bool) -> Iterator[str]:
    """The names without those that no table knows where it is no list of States that they are in.

    A name beside an office is a person's: "the Chair, Ann Lee".
    """
    known = [each for each in named if is_known(each)]
    listed = (surely or bool(known)) and not layout().office.search(text)
    return (
        each
        for each in named
        if listed or each in known or each in groups or _FORMAL.fullmatch(each)
    )


def is_known(name: str) -> bool:
    """Whether a table has the name as that of a State or a group."""
    return state_of(name) is not None or fold_name(name) in group_names()


def _by_no_office(text: str) -> Iterator[str]:
    """What a list says, but for texts that an officer submitted, whoever else is named there."""
    return (part for part in text.split("; ") if not layout().by_office.search(part))


def spoken_for(words: str) -> tuple[str, ...]:
    """The groups on behalf of which, as a note says, somebody acts; nothing for another note."""
    found = layout().speaking.match(words)
    spoken = _spoken_for(words, found) if found else None
    return spoken.groups if spoken else ()


def _spoken_for(text: str, found: re.Match[str]) -> _For | None:
    """Whom the words after "on behalf of" name; None where that is no group and no office."""
    closing = text.find(")", found.end()) if found["open"] else -1
    end = closing + 1 if closing >= 0 else len(text)
    led = layout().membership.match(text, found.end(), end)
    first = led.end() if led else found.end()
    groups = [each for each in find_states(text[:end]) if each.group and each.start >= first]
    if groups and (led or groups[0].start == first):
        if not found["open"]:
            return _For((groups[0].name,), groups[0].end)
        return _For(tuple(dict.fromkeys(each.name for each in groups)), end)
    if led is None:
        officer = layout().officer.match(text, first, end)
        return _For(_presided(text, officer, groups), end) if officer else None
    name = _NAME.match(text, first, end)
    if name is None:
        return None
    return _For((name[0].strip(),), end if found["open"] else name.end())


def _presided(text: str, officer: re.Match[str], groups: Sequence[Named]) -> tuple[str, ...]:
    """The group that an officer is the Chair of, where it is one that tables texts."""
    of = _OF.match(text, officer.end())
    return tuple(each.name for each in groups[:1] if of and each.start == of.end())


def _speaker(before: str) -> str | None:
    """The State that stands last in ``before``, with nothing but marks after it."""
    states = [each for each in find_states(before) if not each.group]
    if states and _GAP.fullmatch(before, states[-1].end):
        return states[-1].name
    return None


def _names(text: str) -> Iterator[str]:
    """The names in a list, those that no table knows as printed: no list is told shorter."""
    for name in text.split(_TRAILING):
        state = state_of(name)
        if state is not None:
            yield state
            continue
        at = 0
        for each in find_states(name):
            led = _LED.search(name, at, each.start)
            yield from _as_printed(name[at : led.start() if led else each.start])
            yield f"{led[0]}{name[each.start : each.end]}" if led else each.name
            behind = _FRAGMENT.match(name, each.end)
            at = behind.end() if behind else each.end
        yield from _as_printed(name[at:])


def _as_printed(words: str) -> Iterator[str]:
    """The names in capitals among words that hold none that is known."""
    if _PROSE.search(words):
        return
    for each in _JOINED.split(words):
        name = each.strip(" *.").removeprefix("the ").removeprefix("The ")
        no_name = layout().officer.match(name) or name.lower() in layout().no_sponsors
        if _PROPER.fullmatch(name) and not no_name:
            yield name
