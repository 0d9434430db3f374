"""Whom a verb asks by a name without its capitals or its hyphen: "the Secretary general".

In: straightened text, the stretch behind a verb, how it is read, who was found. Out: those who are
asked, read as if names of the table were written as they are there, in the text's own words; those
who were found, where that tells no more of them.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from counterdraft.lexicon.actor_names import bare_name, in_any_case, proper_names
from counterdraft.lexicon.actors import actors, united_nations
from counterdraft.model import Addressee

_Read = Callable[[str], list[Addressee]]

# So far behind the verb somebody may be named.
_REACH = 400


def read_any_case(
    text: str, act_end: int, stop: int, found: list[Addressee], read: _Read
) -> list[Addressee]:
    """Those whom a verb that ends at ``act_end`` asks; ``read`` takes a text of the same length."""
    edge = _edge(found, min(stop, act_end + _REACH))
    written = _as_in_table(text, act_end, edge)
    if written == text:
        return found
    again = read(written)
    if not found and again:  # what is asked is read in the text's own words
        written = _as_in_table(text, act_end, _edge(again, edge))
        again = read(written)
    if not _told(found) < _told(again) or _unknown(again) > _unknown(found):
        return found
    return [_in_own_words(text, each) for each in again]


def _edge(found: list[Addressee], otherwise: int) -> int:
    """Where what is asked begins, and nobody more is named."""
    return min((each.action.start for each in found if each.action), default=otherwise)


def _told(found: list[Addressee]) -> set[tuple[int, str]]:
    """Who is told for sure: not so "the United Nations security council", an entity of it."""
    return {
        (each.span.start, each.class_)
        for each in found
        if each.class_ != "other" and not _goes_on_small(each)
    }


def _goes_on_small(one: Addressee) -> bool:
    """Whether a name that begins as the United Nations' goes on in small letters."""
    return one.class_ == "un_entities" and united_nations().named.search(one.text) is not None


def _unknown(found: list[Addressee]) -> int:
    return sum(each.class_ == "other" for each in found)


def _as_in_table(text: str, start: int, stop: int) -> str:
    """The text with the names between two places as the table has them, at the same offsets."""
    words = text[start:stop]
    for each in in_any_case().finditer(words.lower()):
        at, end = each.span()
        if words[at:end] not in actors().classes:
            words = f"{words[:at]}{proper_names()[bare_name(each[0])]}{words[end:]}"
    return f"{text[:start]}{words}{text[stop:]}" if words != text[start:stop] else text


def _in_own_words(text: str, one: Addressee) -> Addressee:
    limits = tuple(each for each in one.deadlines if each in text)
    return replace(
        one, text=one.span.of(text), deadline=limits[0] if limits else None, deadlines=limits
    )
