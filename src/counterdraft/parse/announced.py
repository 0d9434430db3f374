"""The sentence before a draft without a formula → the organ whose act it says the draft would be.

In: the straightened text before the draft's first clause. Out: the organ; None where that sentence
does not end in a colon, names none or several, or does not say so plainly.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.organs import Organ, organ_names, organ_of
from counterdraft.lexicon.quoting import announcing

_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z\"'(])")
_LONGEST = 400  # characters of such a sentence


def announced(before: str) -> Organ | None:
    """The organ that the last sentence names as the one that would act."""
    sentence = _SENTENCE.split(" ".join(before.split()))[-1].rstrip(" \"'")
    if not sentence.endswith(":") or len(sentence) > _LONGEST:
        return None
    named = list(re.finditer(rf"\b(?:{organ_names()})(?!\w)", sentence))
    organs = {organ_of(each[0]) for each in named}
    if len(organs) != 1 or named[0][0].lower() in layout().ambiguous:
        return None
    return organ_of(named[0][0]) if _would_act(sentence, named[0]) else None


def _would_act(sentence: str, organ: re.Match[str]) -> bool:
    """Whether the organ is what a draft would have act, or the subject of the sentence."""
    words = announcing()
    if words.before.search(sentence[: organ.start()]):
        return True
    begins = sentence[: organ.start()].strip(" \"'").lower() in {"", "the"}
    return begins and words.behind.search(sentence, organ.end()) is not None
