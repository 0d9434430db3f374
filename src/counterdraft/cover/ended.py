"""A hit and its clause → whether the end of an inquiry, a mandate or a court is asked for.

So is one turned down that is not yet. Whoever asks for the end of a wrong asks for action; whoever
asks for the end of what looks into wrongs does not do the same as who asks for that.
"""

from __future__ import annotations

from counterdraft.cover.hits import Hit
from counterdraft.cover.places import Clause, Place, comma_before, inside, within
from counterdraft.cover.signs import Signs
from counterdraft.lexicon.cover_words import CoverWords
from counterdraft.lexicon.states import find_states
from counterdraft.text.phrases import Found

_BEHIND = 14  # words between what is to end and what says so
_NAMING = frozenset({"on", "of", "for", "in"})  # joins a body with what it is for
_AT = frozenset({"in", "of"})  # joins a situation with the place where it is
_BESIDE = 4  # words between a body and what it is to do no more
_TURNED = 4  # words before what asks for an end in which that is turned round: "not to end"


def is_ended(
    hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place, sort: str | None
) -> bool:
    """Whether an end of it is asked for, before or behind it, and it or what it is of is a body.

    ``sort`` is what the clause does by its verb. Who raises that somebody ends an inquiry asks for
    no end, unless the verb itself turns it down.
    """
    asks = sort == "asks"
    if sort == "raises":
        return any(
            _leads_to(each, hit, words, place)
            for each in signs.at("ending")
            if each.last == clause.first
        )
    return (
        _is_to_end(hit, clause, signs, words, place, asks=asks)
        or _is_said_to_end(hit, clause, signs, words, place, asks=asks)
        or (asks and _is_idled(hit, clause, signs, words, place))
        or (asks and _holds_halt(hit, signs, words, place))
    )


def is_dropped(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether it is what is to be looked into no more: "no longer to report on torture"."""
    return any(
        clause.first <= each.first
        and each.last <= hit.first
        and _are_small(range(each.last, hit.first), words, place)
        for each in signs.at("dropped")
    )


def _is_to_end(
    hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place, *, asks: bool
) -> bool:
    """ "To terminate the mandate of the Commission": right before it, and nothing else between."""
    return any(
        clause.first <= each.last <= hit.first
        and _leads_to(each, hit, words, place)
        and (not _is_noun(each, words, place) or (asks and _is_object(each, clause)))
        and not _is_turned(each, signs)
        for each in (*signs.at("ending"), *(signs.at("halting") if asks else ()))
    )


def _holds_halt(hit: Hit, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether it begins within such words: "no longer to cooperate with the treaty bodies"."""
    return any(
        each.first < hit.first < each.last
        and _has_body(each.last, hit.last, words, place)
        and not _is_turned(each, signs)
        for each in signs.at("halting")
    )


def _is_idled(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """ "The Special Rapporteur no longer to report": of the body itself, whom the clause asks."""
    subject = range(clause.first, hit.first)
    if not _has_body(subject.start, hit.last, words, place):
        return False
    return _are_small(subject, words, place) and any(
        inside(each, clause)
        and within(place, hit.last, each.first, _BESIDE)
        and not any(comma_before(n, place) for n in range(hit.last, each.first + 1))
        for each in signs.at("idled")
    )


def _is_said_to_end(
    hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place, *, asks: bool
) -> bool:
    """ "That the Commission … shall be terminated": of it, and not of what it is only named in."""
    modals = {each.last for each in signs.at("modal")}
    thats = [n for n in range(clause.first, hit.first) if place.tokens[n].word == "that"]
    subject = range(thats[-1] + 1 if thats else clause.first, hit.first)
    bodily = _has_body(subject.start, hit.last, words, place)
    if not bodily or not _are_small(subject, words, place):
        return False
    return any(
        inside(each, clause)
        and hit.last <= each.first
        and within(place, hit.last, each.first, _BEHIND)
        and place.tokens[each.first - 1].word != "not"
        and (asks or modals & {each.first, each.first - 1})
        for each in signs.at("ended")
    )


def is_of_ended(hit: Hit, clause: Clause, signs: Signs, words: CoverWords, place: Place) -> bool:
    """Whether it is in the name of a body that is to end: "the Independent Expert on violence"."""
    for each in signs.at("ending"):
        between = range(each.last, hit.first) if clause.first <= each.last else range(0)
        body = next((n for n in between if place.tokens[n].word in words.bodies), None)
        if body is None or _is_turned(each, signs) or _is_noun(each, words, place):
            continue
        names = body + 1 < hit.first and place.tokens[body + 1].word in _NAMING
        whole = not any(comma_before(n, place) for n in range(body + 1, hit.first))
        if names and whole and _are_small(range(each.last, body), words, place):
            return True
    return False


def _leads_to(ending: Found[str], hit: Hit, words: CoverWords, place: Place) -> bool:
    between = range(ending.last, hit.first)
    if any(place.tokens[n].clause != place.tokens[hit.first].clause for n in between):
        return False
    return _are_small(between, words, place) and _has_body(ending.last, hit.last, words, place)


def _are_small(some: range, words: CoverWords, place: Place) -> bool:
    """Whether words are none but small ones, such as lead to a body, and names of places."""
    named = [(each.start, each.end) for each in find_states(place.text)]
    return all(
        place.tokens[n].word in words.towards
        or any(start <= place.tokens[n].start < end for start, end in named)
        or _is_place(n, place)
        for n in some
    )


def _is_place(token: int, place: Place) -> bool:
    """Whether it is written with a capital behind "in" or "of": a State or a place in one."""
    before = place.tokens[token - 1].word if token else ""
    return before in _AT and place.text[place.tokens[token].start].isupper()


def _has_body(start: int, end: int, words: CoverWords, place: Place) -> bool:
    return any(place.tokens[n].word in words.bodies for n in range(start, end))


def _is_noun(ending: Found[str], words: CoverWords, place: Place) -> bool:
    """Whether it is a thing that is spoken of: "until the end of the mandate"."""
    before = place.tokens[ending.first - 1].word if ending.first else ""
    return before in words.nouned and before != "to"


def _is_object(ending: Found[str], clause: Clause) -> bool:
    """Whether the thing is what the verb of the clause asks for: "calls for the closure of"."""
    return ending.first - clause.first <= 1


def _is_turned(ending: Found[str], signs: Signs) -> bool:
    """Whether another such word, or one of denial, stands right before: "rejects calls to end"."""
    return any(
        0 <= ending.first - each.last <= _TURNED
        for kind in ("ending", "beyond")
        for each in signs.at(kind)
    )
