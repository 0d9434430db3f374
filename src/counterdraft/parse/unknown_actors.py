"""Who is asked where no table knows them: by a noun at the end of a phrase, or by a name.

In: straightened text and a stretch of it. Out: ``Actor`` values, as in ``parse.actor``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from counterdraft.lexicon.actors import actors
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.joining import capitals, joining_words, small_in_names
from counterdraft.lexicon.organs import Organ
from counterdraft.lexicon.requests import requests
from counterdraft.model import Span
from counterdraft.parse.actor import Actor, class_at_end
from counterdraft.parse.actor_heads import head_at
from counterdraft.parse.actors import coordinated, find_actors
from counterdraft.parse.longer_names import ACRONYM, name_end
from counterdraft.parse.persons import person_end
from counterdraft.parse.whole_names import is_of_name, whole_name

_MOST_QUALIFIED, _LONGEST = 8, 24
_WORD = re.compile(r"[\w'-]+")
_ANY_WORD, _JOINT = capitals()
_NAME_WORD = rf"(?=\S\S){_ANY_WORD}"
_SOMEBODY_LENGTH = 160
_TWO = re.compile(r" and (?=the [A-Z])|(?<=[A-Z\d]{2}) and (?=[A-Z\d-]{2,}(?!\w| [A-Z]))")
_PREPOSITION = re.compile(r" (?:of|on|for|in) (?!\d)")
_NOUN = re.compile(r"(?: (?!and |or |as )[a-z-]+){1,3}?(?=,| and | or |$)")
_LOWER = re.compile(r" ([a-z][a-z-]*)\b")
# One word or two behind a name, or two joined before their noun: " defence and security forces".
_PLAIN = re.compile(
    r"(?P<words>(?: [a-z-]+(?<!s) and [a-z-]+(?<!s)| [a-z-]+|) (?P<last>[a-z-]+(?<!ing)(?<!ed)))"
    r"(?=,|$| and | or | of | in | for | on | at )"
)
_BEHIND = re.compile(rf"{ACRONYM},?")


def find_qualified(text: str, start: int, to: int, *, anybody: bool) -> list[Actor]:
    """One phrase of words that are not known, by the noun at its head.

    That is an actor's name after others ("source countries"), or a noun that is somebody by its
    form ("aid providers"); what follows the head describes it ("the armed forces of a country").
    With ``anybody`` it may be any but a thing: "the Coalition". In "support for countries to …"
    the head is support, and nobody is asked.
    """
    words = text[start:to].split(" ")
    if len(words) > _LONGEST or not all(_WORD.fullmatch(each) for each in words):
        return []
    describing = requests().describing
    described = next((n for n, each in enumerate(words) if n and each in describing), None)
    head = words[:described]
    if len(head) > _MOST_QUALIFIED or (joining_words() - {"and", "other"}) & set(head[1:]):
        return []
    class_ = class_at_end(text, start, start + len(" ".join(head)))
    if class_ is None and anybody and len(words) > 1:
        class_ = "other" if described is None or _is_one(head) else None
    return [Actor(class_, Span(start, to))] if class_ else []


def _is_one(head: Sequence[str]) -> bool:
    """Whether a noun with words before it can be somebody: no thing, and not one of many."""
    noun, (things, endings) = head[-1], actors().things
    if head[0] in {"a", "an"}:
        return False
    return noun in actors().persons or not (noun in things or noun.endswith(endings))


def find_subject(text: str, start: int, stop: int, organ: Organ | None) -> list[Actor]:
    """The subject of "demands that": a name that nobody knows, and whoever is joined to it.

    The plain form of the verb behind shows that it is asked: "the Lamp Front (LF) cease fire". A
    name is one with an article, or an acronym; a text or a thing is none.
    """
    person = person_end(text, start, stop, office=True)
    end = person or name_end(text, start, stop)
    if end is None or not (person or _is_somebody(text[start:end])):
        return []
    first = Actor("other", Span(start, end))
    found = [first, *coordinated(text, end, stop, organ)]
    behind = _BEHIND.match(text, found[-1].span.end, stop)
    asked = behind and requests().subjunctive.match(text, behind.end(), stop)
    return found if asked else []


def find_bound(
    text: str, subject: Span, begins: Sequence[int], organ: Organ | None
) -> tuple[int, list[Actor]]:
    """The subject of "decides that … shall act": a name that nobody knows, and where it begins.

    What follows says that it acts. Between the two nothing stands but an aside.
    """
    for at in begins:
        end = name_end(text, at, subject.end)
        if end is None or not _is_somebody(text[at:end]):
            continue
        found = [Actor("other", Span(at, end)), *coordinated(text, end, subject.end, organ)]
        behind = re.match(ACRONYM, text[found[-1].span.end : subject.end])
        rest = text[found[-1].span.end + (behind.end() if behind else 0) : subject.end]
        if not rest or (rest.startswith(", ") and rest.endswith(",")):
            return at, found
    return subject.start, []


def find_last(text: str, subject: Span, organ: Organ | None) -> tuple[int, list[Actor]]:
    """Those who are named last before "shall", and where their phrase begins.

    No comma parts them from what stands before: "decides that until 31 March the Mission shall".
    """
    opens = requests().before_subject.match(text, subject.start, subject.end)
    if opens is None or text.find(",", subject.start, subject.end) >= 0:
        return subject.start, []
    for word in _WORD.finditer(text, opens.end(), subject.end):
        at = word.end() + 1
        if _goes_on(word[0]) or not text.startswith(" ", word.end()):
            continue
        heads = find_actors(text, at, subject.end, organ)
        if heads and heads[-1].span.end == subject.end:
            return at, heads
    return subject.start, []


def _goes_on(word: str) -> bool:
    """Whether behind a word a phrase or a name goes on that began before it."""
    return word in joining_words() or word.endswith("ing") or word[0].isupper()


def _is_somebody(name: str) -> bool:
    small = small_in_names() - {"and"}
    head = list(takewhile(lambda word: word not in small, name.removeprefix("the ").split(" ")))
    noun, (things, endings) = head[-1] if head else "", actors().things
    if noun.isupper():
        return len(noun) > 1
    noun = noun.lower()
    thing = noun in actors().documents or noun in things or noun.endswith(endings)
    return name.startswith("the ") and (not thing or noun in actors().persons)


@cache
def _somebody() -> re.Pattern[str]:
    """Whoever the lexicon has no class for: "those who …", or a proper name."""
    small = alternatives(actors().groups_small)
    return re.compile(
        r"(?:the |all |both |its |other |relevant )*"
        r"(?P<head>those (?:who|that|which)\b[^,;]*"
        rf"|(?:[A-Z][\w'-]*(?:al|ent|ic|ive), )*{_NAME_WORD}"
        rf"(?:(?:{_JOINT}| (?:and |the )+)(?:{_NAME_WORD}|\d+))*"
        rf"(?: (?:{small})\b)?)"
    )


def find_somebody(text: str, start: int, to: int, organ: Organ | None) -> list[Actor]:
    """An object that grammar shows to be asked, though no class is known for it."""
    found = _somebody().match(text, start, to)
    if found is None or found.end() - start > _SOMEBODY_LENGTH or found[0].endswith("'s"):
        return []
    things, endings = actors().things
    words = found["head"].split()
    last = words[-1].lower()
    body = text.startswith("the ", start) and last not in actors().documents
    named = len(words) > 1 or body or not (last in things or last.endswith(endings))
    whole = _with_its_noun(text, start, found.end(), to) if named else None
    if whole:
        return [whole]
    end = _with_plain_noun(text, found, to)
    parts = _parted(text, Span(start, end), to, organ) if named else []
    return [_known(text, each, organ) if len(parts) > 1 else Actor("other", each) for each in parts]


def _with_its_noun(text: str, start: int, end: int, to: int) -> Actor | None:
    """ "Central Asian countries", "the Lamp Compact entities": a name with whose noun it is.

    In capitals too, where that are States: "Sahel and Maghreb States".
    """
    noun = _NOUN.match(text, end, to)
    if noun is None:
        name = text[start:end]
        last = name.rpartition(" ")[2].lower()
        states = actors().classes.get(last) == "member_states" and " of " not in name
        return Actor("member_states", Span(start, end)) if states else None
    class_ = class_at_end(text, start, noun.end())
    if noun[0].endswith(" parties"):
        class_ = "other"  # of an agreement that only its name tells
    return Actor(class_, Span(start, noun.end())) if class_ else None


def _with_plain_noun(text: str, name: re.Match[str], to: int) -> int:
    """Where a name ends with the noun in small letters behind it: "the Lamp and Wick unions".

    None of it is what joins others, or tells how it is asked; nor a thing, or what is done.
    """
    noun = _PLAIN.match(text, name.end(), to)
    if noun is None or name["head"].lower() in actors().articles:
        return name.end()
    last, (things, endings) = noun["last"], actors().things
    thing = last in things or last in actors().documents or last.endswith(endings)
    of_it = all(is_of_name(word) for word in _LOWER.finditer(noun["words"].replace(" and ", " ")))
    return noun.end() if of_it and (not thing or last in actors().persons) else name.end()


def _parted(text: str, whole: Span, to: int, organ: Organ | None) -> list[Span]:
    """Names joined by "and", where that is sure: "the A and the B", of acronyms "A and B".

    Where the second is somebody of a table, whose name goes on, the first is all that is told here.
    """
    joint = _TWO.search(text, whole.start, whole.end)
    if joint is None:
        return [whole]
    first = Span(whole.start, joint.start())
    known = head_at(text, joint.end(), to, organ)
    if known and known[0].span.end > whole.end:
        return [first]
    if not known and _PREPOSITION.search(text, whole.start, joint.start()):
        return [whole]
    return [first, *_parted(text, Span(joint.end(), whole.end), to, organ)]


def _known(text: str, part: Span, organ: Organ | None) -> Actor:
    """One of several names: whoever it is by the tables, where they have it to its end."""
    head = [
        whole_name(text, each, part.end, organ)
        for each in head_at(text, part.start, part.end, organ)
    ]
    return head[0] if len(head) == 1 and head[0].span == part else Actor("other", part)
