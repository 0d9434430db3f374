"""A place → what it says that others praised or welcomed; no register can settle that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from counterdraft.lexicon.events import attributions
from counterdraft.model.span import Span
from counterdraft.verify.answered import Answer
from counterdraft.verify.claim import Claim, Place
from counterdraft.wording.english import sentence


def attributed_claims(place: Place) -> Iterator[tuple[Claim, Answer]]:
    """The attributions of a place that cites no document beside them."""
    line = place.text
    for pattern in _patterns():
        for found in pattern.finditer(line, place.span.start, place.span.end):
            who = found["who"]
            span = Span(found.start(), found.end())
            told = f"the text says so of “{who}”, and cites nothing for it: no source was found"
            yield (
                Claim(place.id, span, "statement", who),
                Answer("attributed", (sentence(told),), ()),
            )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    known = attributions()
    who = rf"(?P<who>{known.organs})"
    degree = rf"(?:{known.degree}\s+)*"
    rest = r"(?:\s+(?:that|of|for|the|its|in|with)\b[^;.,]*)?"
    return (
        re.compile(rf"\b{who}\s+{degree}{known.verbs}{rest}", re.IGNORECASE),
        re.compile(
            rf"\b(?:high\s+|great\s+|deep\s+|positive\s+)?{known.nouns}\s+"
            rf"(?:expressed\s+|given\s+|voiced\s+)?(?:by|from)\s+(?:the\s+)?(?:un\s+)?{who}(?![\w-]){rest}",
            re.IGNORECASE,
        ),
    )
