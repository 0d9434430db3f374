"""What in a text has the form of a number or symbol of a document, and the nouns that govern it.

In: straightened text and a stretch of it. Out: ``Number`` values, by their form, and
``Head`` values: the nouns ("resolution", "article") that say what the numbers after them
are, with the organ that is named before each.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import months
from counterdraft.lexicon.organs import Organ, organ_of, organs
from counterdraft.lexicon.symbols import nouns, strangers, symbol_prefixes
from counterdraft.model import Span
from counterdraft.text.straight import shaped

Form = Literal["document", "council", "roman", "slash"]

_LETTER = r"[A-Z](?=[- ,;.)\]]|$)"
_SERIES = rf"(?: {_LETTER}(?:(?:, | and |, and | to |-){_LETTER})*|[A-Z](?:-[A-Z])?\b)?"
# Where a number can stand, in the shapes of a text; a capital behind it is no month's.
_MAY_NUMBER = re.compile(r"00{0,3}(?=/0| ?\(| ?A(?!a))")
# It begins with a plain set of characters, which the engine skips to quickly, as the next does.
_NUMBER = re.compile(
    rf"\d\d{{0,3}}(?:"
    rf"(?P<council> ?\((?:19|20)\d\d\))"
    rf"|(?P<roman>{_SERIES} ?\((?:E?S-)?[IVXLC]+\))"
    rf"|(?P<slash>/\d{{1,4}}{_SERIES}(?![\w/%])))",
    re.ASCII,
)
_DOCUMENT = re.compile(
    r"(?P<prefix>[A-Z][A-Z]{0,7}(?:-[A-Z]{2,4})?)/(?:[A-Z]+[\w.]*/|[\w.]*\d[\w.]*/)*"
    r"[A-Za-z.]*\d[\w.]*(?: ?\(\d{4}\)|\([IVXLCS-]+\))?(?:/(?:Add|Corr|Rev|Amend)\.\d+)*"
    r"(?:-S/\d{4}/\d+)?",
    re.ASCII,  # a symbol ends where other letters begin: in Chinese no blank stands between
)
# "A/80/___", "A/80/L.__": a document whose number is still to come is none yet.
_OPEN = re.compile(r"[/.](?:[A-Z][A-Za-z]*\.)*(?:_|\.\.|\u2026|[Xx]{2}|\[)")
_SPECIAL = re.compile(r"(?<![\w/.-])E?S-$")
_GLUED = re.compile(r"[\w/.-]", re.ASCII)
# A name in capitals right before the noun: an organ that the lexicon does not know.
_STRANGER = re.compile(r"(?:[A-Z][\w'-]* (?:(?:and|on|of|the|for|to|in) ){0,2})*[A-Z][\w'-]* $")
# "Council resolution 22/13": which council, the form of the number tells.
_SHORT = re.compile(r"(?:[A-Z][a-z]+ing |[A-Z][a-z]+s |The )?Council ")
_NAME_WITHIN = 120
# How close a noun that is none of ours must stand to its number, and how far ours may.
_CLOSE = 12
_LIST_LENGTH = 600
_CLAUSE_LENGTH = 120

COUNCIL = Organ("council", "Council", (), "", None, frozenset())
"""A Council, it is not said which."""


class Head(Struct, frozen=True, gc=False):
    """A noun that says what the numbers after it are, and whose.

    ``kind`` is "resolution", "decision", or "other" for none of ours; ``stranger`` is true
    where it is somebody's whom the lexicon does not know.
    """

    start: int
    end: int
    kind: str
    owner: Organ | None
    stranger: bool


class Number(Struct, frozen=True, order=True, gc=False):
    """What has the form of a number or symbol: where, which form, its words."""

    start: int
    end: int
    form: Form
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def find_numbers(text: str, span: Span) -> list[Number]:
    """Whatever has the form of a number or symbol, in order."""
    shapes = shaped(text)
    found = _symbols(text, span) if shapes.find("A/", span.start, span.end) >= 0 else []
    taken = [(symbol.start, symbol.end) for symbol in found]
    reach = span.start
    for place in _MAY_NUMBER.finditer(shapes, span.start, span.end):
        start = place.start()
        match = _NUMBER.match(text, start, span.end) if start >= reach else None
        if match is None:
            continue
        reach = match.end()
        if any(a <= start < b for a, b in taken):
            continue
        form = _form(match)
        month = max(span.start, start - _MONTH)
        if form == "council" and _month_before().search(text, month, start):
            continue  # "12 September 2001 (2001)" is a day, whatever its year stands for again
        special = _SPECIAL.search(text[max(span.start, start - 4) : start])
        if special and form == "slash":
            start -= len(special[0])
        elif start > span.start and _GLUED.match(text[start - 1]):
            continue
        found.append(Number(start, match.end(), form, text[start : match.end()]))
    return sorted(found)


# A month's name is no longer, with the mark and the blank behind it.
_MONTH = 12


@cache
def _month_before() -> re.Pattern[str]:
    """The name of a month, where a text ends with it."""
    return re.compile(rf"\b(?:{alternatives(months())}),? $")


def _form(match: re.Match[str]) -> Form:
    return "slash" if match["slash"] else "roman" if match["roman"] else "council"


def _symbols(text: str, span: Span) -> list[Number]:
    """The full symbols: "A/79/123/Add.1"."""
    prefixes = symbol_prefixes()
    return [
        Number(m.start(), m.end(), "document", m[0])
        for m in _DOCUMENT.finditer(text, span.start, span.end)
        if m["prefix"] in prefixes
        and not (m.start() > span.start and _GLUED.match(text[m.start() - 1]))
        and not _OPEN.match(text, m.end())
    ]


def find_heads(text: str, span: Span) -> list[Head]:
    """The nouns that govern numbers, in order, each with the organ named before it."""
    pattern, kinds = nouns()
    return [
        _head(text, span, match, kinds[match[0].lower()])
        for match in pattern.finditer(text, span.start, span.end)
    ]


def _head(text: str, span: Span, match: re.Match[str], kind: str) -> Head:
    before = text[max(span.start, match.start() - _NAME_WITHIN) : match.start()]
    word = before[before.rfind(" ", 0, -1) + 1 : -1] if before.endswith(" ") else ""
    named = _organ_before(before) if word else ""
    owner = organ_of(named.removesuffix("'s")) if named else None
    stranger = kind == "other"
    name = _STRANGER.search(before) if word != word.lower() else None
    if name and _SHORT.fullmatch(name[0]):
        owner = COUNCIL
    elif name and not _names_organ(name[0], owner) and strangers().noun.search(name[0]):
        owner, stranger = None, True
    start = match.start() - len(named) - 1 if named else match.start()
    return Head(start, match.end(), kind, owner, stranger)


def _organ_before(before: str) -> str:
    """The name of an organ that stands before the last blank, in lower case; "" for none."""
    words = before[:-1].lower()
    if not words.endswith(_organ_names()):
        return ""
    return next(name for name in _organ_names() if words.endswith(name))


@cache
def _organ_names() -> tuple[str, ...]:
    """Every name of an organ, and whose something is by it, in lower case, longest first."""
    names = {name.lower() for organ in organs() for name in organ.names}
    return tuple(sorted((*names, *(f"{name}'s" for name in names)), key=len, reverse=True))


def _names_organ(name: str, owner: Organ | None) -> bool:
    """Whether a capitalised name is the organ's own, or two organs' together."""
    words = name.strip()
    if owner is None or strangers().lookalike.search(words):
        return False
    for known in owner.names:
        if words.endswith(known):
            rest = words[: -len(known)].strip()
            joint = rest.endswith(" and") and any(
                rest.endswith(f"{other} and") for each in organs() for other in each.names
            )
            return joint or not strangers().noun.search(rest)
    return False


def head_of(
    text: str, number: Number, heads: list[Head], previous_end: int, default: Head | None
) -> Head | None:
    """The noun that governs a number: the last before it, through a list of numbers.

    ``previous_end`` is where the number before it ends; ``default`` what governs a number
    with no noun before it. None where the noun stands too far away.
    """
    last = None
    for head in heads:
        if head.end > number.start:
            break
        # "articles on prevention, as well as 65/28": another noun governs what it touches
        if head.kind != "other" or number.start - head.end < _CLOSE:
            last = head
    if last is None:
        return default
    gap = text[max(last.end, previous_end) : number.start]
    too_far = len(gap) > _LIST_LENGTH or ("; " in gap and len(gap) > _CLAUSE_LENGTH)
    return None if too_far else last
