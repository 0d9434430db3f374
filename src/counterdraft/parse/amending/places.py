"""How an instruction names paragraphs → their ids, or how many new ones it announces.

An id is as the parser gives it, "op9", "op10.a", "pp3bis"; the last paragraph of a part, which its
draft alone can tell, is "pp:last", the one before it "pp:last-1".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.amending import named
from counterdraft.lexicon.dates import ordinals

_MOST = 100  # paragraphs in a range
_LETTERS = r"(?: ?\((?!new\))[a-z]{1,4}\))"  # of points; "OP4 (new)" has none
_ROMAN = "ivx"
_POINTS = re.compile(r"[a-z]+(?:\.[a-z]+)*")
_NTH_JOINT = r"(?:,? and(?: the)? |, (?:the )?|,? to(?: the)? | - | & )"
_JOINT = r"(?:,? and | through |, |,? to | ?- ?| & )"
_OWN = re.compile(r"(pp|op)(\d+)([a-z]*)")
_IS_RANGE = re.compile(r"\bto\b|\bthrough\b|-")


class Named(NamedTuple):
    """Paragraphs that are named, by id; none where it is not clear which."""

    ids: tuple[str, ...]


class New(NamedTuple):
    """New paragraphs: how many, None where it is not said; and where, by their own numbers.

    ``at`` is the paragraph that they stand ``beside``, "after" or "before"; ``part`` is "pp" or
    "op", empty where neither is said.
    """

    many: int | None
    at: str = ""
    beside: str = ""
    part: str = ""


@cache
def named_pattern() -> re.Pattern[str]:
    """What names paragraphs: "the second and third preambular paragraphs", "OP9 (a) to (c)"."""
    n = named()
    part, para = f"(?:{n.preambular}|{n.operative})", f"(?:{n.paragraph})"
    suffix = f"(?: (?:{n.preamble}|{n.operative_part}))?"
    nth = f"(?:{_ordinal()})"
    stand = rf"(?:the )?(?:(?:{n.standing}) ){{0,3}}"
    initials = f"(?:{n.initials_preambular}|{n.initials_operative})"
    number = rf"\d+(?: ?(?:{n.latin}))?{_LETTERS}{{0,4}}(?![\w/])"
    numbers = rf"{number}(?:{_JOINT}(?:{number}|\([a-z]{{1,4}}\){_LETTERS}{{0,4}})){{0,40}}"
    letters = rf"\([a-z]{{1,4}}\){_LETTERS}{{0,4}}(?:{_JOINT}\([a-z]{{1,4}}\)){{0,40}}"
    whole = (
        rf"{stand}(?P<nths>{nth}(?:{_NTH_JOINT}{nth}){{0,40}}) "
        rf"(?:(?P<part1>{part} )?{para}(?P<suffix1>{suffix})|(?P<part4>{initials})s?(?![\w.]))"
        rf"|{stand}(?P<part2>{part} )?{para} (?P<numbers2>{numbers})(?P<suffix2>{suffix})"
        rf"|{stand}(?P<part3>{initials})s? ?(?P<numbers3>{numbers})"
    )
    return re.compile(
        rf"(?<![\w(])(?:(?:the )?(?:{n.sub}) (?P<letters>{letters}) (?:of|in|under) )?(?:{whole})"
        rf"(?:,? (?:{n.sub}) (?P<behind>{letters}))?(?!\w)",
        re.IGNORECASE,
    )


@cache
def new_pattern() -> re.Pattern[str]:
    """What announces new paragraphs: "the following two preambular paragraphs", "a new OP3"."""
    n = named()
    part, para = f"(?:{n.preambular}|{n.operative})", f"(?:{n.paragraph}|{n.sub})"
    initials = f"(?:{n.initials_preambular}|{n.initials_operative})"
    number = rf"(?:\d+(?: ?(?:{n.latin}))?{_LETTERS}{{0,4}}|\([a-z]{{1,4}}\))(?![\w/])"
    numbers = rf"{number}(?:{_JOINT}{number}){{0,40}}"
    return re.compile(
        rf"(?<!\w)(?P<said>(?:(?:the|{alternatives(n.counts)}|{n.fresh}) ){{1,4}})"
        rf"(?P<nth>(?:{_ordinal()}) )?"
        rf"(?:(?P<part>{part} )?(?P<para>{para})(?: (?P<numbers>{numbers}))?"
        rf"|(?P<part2>{initials})s? ?(?P<numbers2>{numbers})?)"
        rf"(?P<suffix> (?:{n.preamble}|{n.operative_part}))?(?!\w)",
        re.IGNORECASE,
    )


@cache
def _ordinal() -> str:
    words = sorted((*ordinals(), *named().last), key=len, reverse=True)
    return rf"{alternatives(words)}|\d{{1,3}}(?:st|nd|rd|th)"


def named_in(found: re.Match[str]) -> Named:
    """The paragraphs that a match of ``named_pattern`` names."""
    said = next((found[each] for each in ("part1", "part2", "part3", "part4") if found[each]), None)
    part = _part(said, found["suffix1"] or found["suffix2"])
    if found["nths"]:
        tops = list(_expanded(found["nths"], _ordinal_key, _NTH_JOINT)) if part else []
        ids = [f"{part}{top}" for top in tops]
    else:
        numbers = _numbered(found["numbers2"] or found["numbers3"])
        ids = [f"{part or 'op'}{each}" for each in numbers]
    letters = found["letters"] or found["behind"]
    if letters:
        points = list(_expanded(letters, _number_key))
        ids = [f"{ids[0]}.{each}" for each in points] if len(ids) == 1 else []
    return Named(tuple(dict.fromkeys(ids)))


def new_in(found: re.Match[str]) -> New | None:
    """What a match of ``new_pattern`` announces; None where nothing says that it is new."""
    n = named()
    said = found["said"].lower().split()
    fresh = set(n.fresh.split("|")) & set(said)
    count = next((n.counts[each] for each in said if each in n.counts), None)
    if (not fresh and count is None) or (fresh == {"following"} and "the" not in said):
        return None
    kind = found["para"] or ""
    if count is None and not kind.lower().endswith("s"):
        count = 1
    part = _part(found["part"] or found["part2"], found["suffix"])
    is_point = re.fullmatch(n.sub, kind, re.IGNORECASE) is not None
    new = _beside(found, part, count, is_point=is_point)
    return new._replace(part=part) if new and not is_point else new


def _beside(found: re.Match[str], part: str, count: int | None, *, is_point: bool) -> New | None:
    """Where new paragraphs stand by the number that they would have, or by being the last."""
    numbers = found["numbers"] or found["numbers2"]
    if found["nth"]:
        key = _ordinal_key(found["nth"].strip())
        if not part or key is None or numbers:
            return None
        if key.startswith(":"):
            return New(count, f"{part}:last", "after" if key == ":last" else "before")
        return New(count, *_own(part, int(key), ""))
    if not numbers or is_point:
        return New(count)
    keys = [key for key in _numbered(numbers) if key]
    if not keys:
        return None
    first = re.fullmatch(r"(\d+)([a-z]*)", keys[0])
    if first is None:
        return New(count)
    several = len(keys) if len(keys) > 1 else count
    return New(several, *_own(part or "op", int(first[1]), first[2]))


def is_own(name: str) -> bool:
    """Whether an id is that of a paragraph that comes in between, "op5bis"."""
    own = _OWN.fullmatch(name)
    return own is not None and bool(own[3])


def _own(part: str, number: int, latin: str) -> tuple[str, str]:
    """Beside which paragraph one stands that would have this number."""
    if latin:
        return f"{part}{number}", "after"
    return (f"{part}{number - 1}", "after") if number > 1 else (f"{part}1", "before")


def beside_own(name: str) -> New | None:
    """One new paragraph, by the id that it would have; None for a point, or one counted back."""
    own = _OWN.fullmatch(name)
    return New(1, *_own(own[1], int(own[2]), own[3])) if own else None


def _part(name: str | None, suffix: str | None) -> str:
    """ "pp" or "op"; empty where neither is named."""
    said, n = f"{name or ''}{suffix or ''}".lower(), named()
    if not said.strip():
        return ""
    preambular = rf"{n.preambular}|{n.preamble}|\b{n.initials_preambular}"
    return "pp" if re.search(preambular, said, re.IGNORECASE) else "op"


def _numbered(numbers: str) -> Iterator[str]:
    """ "9 bis, 10 (a) to (c) and 12" → "9bis", "10.a", "10.b", "10.c", "12"; none if unclear."""
    yield from _expanded(numbers, _number_key)


def _expanded(
    words: str, key_of: Callable[[str], str | None], joint: str = _JOINT
) -> Iterator[str]:
    """The keys of a list with ranges; none at all where one of them is not clear."""
    keys: list[str] = []
    joints = ["", *re.findall(joint, words, re.IGNORECASE)]
    for joined, each in zip(joints, re.split(joint, words, flags=re.IGNORECASE), strict=True):
        key = key_of(each.strip())
        if key is not None and keys and _POINTS.fullmatch(key) and "." in keys[-1]:
            key = f"{keys[-1].rpartition('.')[0]}.{key}"
        if key is None:
            return
        span = _range(keys[-1], key) if _IS_RANGE.search(joined) else [key]
        if not span:
            return
        keys.extend(span)
    yield from keys


def _range(first: str, last: str) -> list[str]:
    """The keys after the first up to the last; none where it does not count up."""
    if first.isdigit() and last.isdigit():
        numbers = range(int(first) + 1, int(last) + 1)
        return [str(n) for n in numbers] if len(numbers) <= _MOST else []
    above, _, one = first.rpartition(".")
    above2, _, other = last.rpartition(".")
    if above != above2 or len(one) != 1 or len(other) != 1 or not (one + other).isalpha():
        return []
    if one in _ROMAN:
        return []
    path = f"{above}." if above else ""
    return [f"{path}{chr(n)}" for n in range(ord(one) + 1, ord(other) + 1)]


def _number_key(number: str) -> str | None:
    """ "10 (a) (i)" → "10.a.i", "9 bis" → "9bis", "(c)" → "c"."""
    top = re.match(rf"(\d+)(?: ?({named().latin}))?", number, re.IGNORECASE)
    points = re.findall(r"\(([a-z]+)\)", number.lower())
    if top is None:
        return ".".join(points) or None
    return ".".join([top[1] + (top[2] or "").lower(), *points])


def _ordinal_key(word: str) -> str | None:
    """ "third" → "3", "last" → ":last", "penultimate" → ":last-1"."""
    word = word.lower().removeprefix("the ")
    if word in named().last:
        back = named().last[word]
        return ":last" + (f"-{back}" if back else "")
    if digits := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return digits[1]
    number = ordinals().get(word)
    return str(number) if number else None
