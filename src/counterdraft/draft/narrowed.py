"""Who is asked, by the text's words for them → the same with what narrows them behind.

In: what a verb asks, and one of those whom it asks. Out: "all States that are not parties to the
Treaty" of "all States"; the words alone where nothing narrows them.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.draft.asks import Ask
from counterdraft.draft.brackets import before_unpaired
from counterdraft.lexicon.narrowing import narrowing
from counterdraft.lexicon.requests import requests as around_requests
from counterdraft.model import Addressee

# "The Committee of", "all Governments and": what joins the rest is no part of a name.
_JOINS_MORE = re.compile(r" (?:of|and|or)$")
# A mark that may begin an aside, and none of a name's ("Development, Production and Use").
_COMMA = re.compile(r"(?:[;:]|,(?! (?:[A-Z]|and (?:on )?[A-Z]|\d{4}\b))) ?")


def narrowed(ask: Ask, addressee: Addressee) -> str:
    """An addressee's words with what narrows them.

    They go to where the next who is asked is named, or what is asked begins, and no further than
    to the comma that begins an aside; commas in a name begin none. As found where words of a
    second verb stand in between.
    """
    paragraph = ask.paragraph
    end = _named_until(ask, addressee)
    # "Calls upon States and invites others to …": of two verbs each has its own.
    if end is None or any(addressee.span.end <= v.span.start < end for v in paragraph.verbs):
        return addressee.text
    start = paragraph.span.start
    words = paragraph.text[max(addressee.span.start - start, 0) : max(end - start, 0)].strip()
    if not words.startswith(addressee.text):
        return addressee.text
    behind = before_unpaired(words.removeprefix(addressee.text)).rstrip(" ,;:")
    comma = _COMMA.search(behind)
    if narrowing().not_behind.match(behind) or (comma and not _is_aside(behind, comma)):
        return addressee.text
    behind = narrowing().before_next.sub("", behind[: comma.start()] if comma else behind)
    words = _without_adverbial(addressee.text + behind)
    return _JOINS_MORE.sub("", words) if behind else words


def _is_aside(behind: str, comma: re.Match[str]) -> bool:
    """Whether an aside begins at a comma; not so in a list ("at the national, regional level").

    Nor where a clause goes on past it ("that have, within their means, lit it"), or where more
    is joined before it than is named ("States and the effects of the dark, …").
    """
    words = narrowing()
    if words.hanging.search(behind, 0, comma.start()) or words.joined.match(behind):
        return False
    return bool(_asides().match(behind, comma.end()))


@cache
def _asides() -> re.Pattern[str]:
    words = around_requests()
    return re.compile(rf"(?:{words.aside.pattern}|{words.particular.pattern}|and |as well as )")


def _named_until(ask: Ask, addressee: Addressee) -> int | None:
    """Where the next begins whom the same verb asks, or what they are asked."""
    if addressee.action is None:
        return None
    own = addressee.span
    nexts = [each.span.start for each in ask.addressees if each.span.start > own.start]
    end = min([*nexts, addressee.action.start])
    return end if end >= own.end else None


def _without_adverbial(words: str) -> str:
    """ "the Secretary-General in this regard": how somebody is asked is no part of the name."""
    return around_requests().adverbial.sub("", words).rstrip(" ,") or words
