"""Two acts on bodies → whether the body is one, and how sure that is.

Names must agree as a whole, or the numbers of the resolutions by which the bodies are known. A
name that many bodies bear ("Panel of Experts") says which it is by the State that the text is
about; it may be short for a whole name in a text about the same State, which is less sure.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from counterdraft.flag.acts import Done
from counterdraft.flag.subject import places, same_state, subject
from counterdraft.lexicon.acts import things
from counterdraft.lexicon.body_names import body_names
from counterdraft.model import Resolution
from counterdraft.model.finding import Confidence
from counterdraft.text.straight import straighten

# Characters behind a name in which the resolution stands by which the body is known.
_BEHIND = 110
_SHORT = re.compile(r'\s*\((?:hereinafter )?(?:referred to as )?(?:the )?"?([A-Z]{3,}[\w-]*)"?\)')


def same_body(
    one: Done, text: Resolution, other: Done, other_text: Resolution
) -> Confidence | None:
    """How sure it is that the body of an act is that of another text's act; None if it is not."""
    first, second = _number(one), _number(other)
    if first and second:
        numbered = first == second and one.kind == other.kind
        return "medium" if numbered else None
    names, others = _names(one, text), _names(other, other_text)
    if not names & others:
        return "low" if _is_short(one, other) and _of_one_state(text, other_text) else None
    if not _is_common(one):
        return "medium"
    of_one = _of_one_state(text, other_text)
    return None if of_one is False else ("medium" if of_one else "low")


def _is_short(one: Done, other: Done) -> bool:
    """Whether one of two names is the beginning of the other, and no more than its kind."""
    short, whole = sorted((one, other), key=lambda each: len(each.named))
    return _is_common(short) and _folded(whole.named).startswith(f"{_folded(short.named)} ")


def _of_one_state(text: Resolution, other: Resolution) -> bool | None:
    """Whether two texts are about one State; None where one may be about any."""
    about, whose = _about(text), _about(other)
    return None if about is None or whose is None else same_state(about, whose)


def _names(act: Done, text: Resolution) -> set[str]:
    """What its body is called in a text: the name, and the acronym beside it or the reverse."""
    names = {_folded(act.named)}
    short = _SHORT.match(
        act.clause.text, act.clause.text.find(act.named, act.start) + len(act.named)
    )
    if short:
        names.add(_folded(short[1]))
    if act.named.isupper():
        names |= {_folded(name) for name, known in _acronyms(text) if known == act.named}
    return names


def _folded(name: str) -> str:
    return body_names().without.sub("", " ".join(name.casefold().split()))


@lru_cache(maxsize=8)
def _acronyms(text: Resolution) -> tuple[tuple[str, str], ...]:
    """The names that a text gives with an acronym, with it: "Mission in Ruritania (UNMIR)"."""
    found = []
    for paragraph in text.paragraphs:
        words = straighten(paragraph.text)
        for short in _SHORT.finditer(words):
            before = re.search(
                r"(?:[A-Z][\w'-]+|in|for|of|the|and|to|on|\s)+$", words[: short.start()]
            )
            name = re.sub(r"^(?:[a-z]+\s+)+", "", before[0].strip()) if before else ""
            if name:
                found.append((name, short[1]))
    return tuple(found)


def _number(act: Done) -> str:
    """The resolution by which its body is known, where its clause tells: "2374 (2017)"."""
    text = act.clause.text
    end = text.find(act.named, act.start) + len(act.named)
    found = body_names().number.search(text[end : end + _BEHIND].split(";")[0])
    return found[1] if found else ""


def _is_common(act: Done) -> bool:
    """Whether its name says no more than of which kind the body is."""
    return not act.named.isupper() and bool(things()[act.thing].forms.fullmatch(act.named))


@lru_cache(maxsize=8)
def _about(text: Resolution) -> str | None:
    """The State that a text is about: by its title, else the one that it names most often."""
    titled = subject(text)
    if titled is not None:
        return titled.name
    count = Counter(p.name for each in text.paragraphs for p in places(straighten(each.text), ()))
    (first, times), (_, others) = [*count.most_common(2), ("", 0), ("", 0)][:2]
    return first if times > others else None
