"""A place → what it says of the Universal Periodic Review of a State, and what it accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from counterdraft.lexicon.reviews import reviews
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.mentions import Mention, mentions_in, of_kind
from counterdraft.verify.recommendations import counted_unnamed, taken_up
from counterdraft.verify.review_days import held, held_again, names_review
from counterdraft.verify.twin import twin_of

_CLAUSE = re.compile(r"(?:[^;.]|\.(?!\s|$))+")


def review_claims(place: Place, about: str | None = None) -> Iterator[Claim]:
    """The claims of a place; ``about`` is the one State that the text is about.

    What fits the review in a place that does not name it is a claim that refutes nothing.
    """
    whole = place.span.of(place.text).lower()
    named = names_review(whole)
    if not named and not _unnamed().search(whole):
        return
    for clause in _CLAUSE.finditer(place.text, place.span.start, place.span.end):
        mentions = mentions_in(place.text, *clause.span(), known=place.known)
        twin = twin_of(place.text, *clause.span(), mentions)
        if named:
            found = (*held(twin, place.id, about), *taken_up(twin, place.id, about))
        else:
            found = (*held_again(twin, place.id), *counted_unnamed(twin, place.id))
        yield from dict.fromkeys(found)


@cache
def _unnamed() -> re.Pattern[str]:
    """What may be of a review that is not named."""
    return re.compile(rf"{reviews().again}\s|{reviews().things}")


def state_of_title(title: str | None) -> str | None:
    """The one State that a title names; None where it names none or several."""
    found: tuple[Mention, ...] = mentions_in(title, 0, len(title)) if title else ()
    states = {each.value for each in of_kind(found, "state")}
    return states.pop() if len(states) == 1 else None
