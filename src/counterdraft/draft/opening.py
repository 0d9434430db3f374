"""How a clause opens whose verb the lexicon may not know: whether its shape is that of an act.

In: the straightened words of a clause. Out: whether it opens as an act of an organ does ("Imposes
targeted sanctions …"), by the form of its first word and what follows; which verb it is stays open.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.verbs import verbs

_WORDS = re.compile(r"[A-Za-z][\w'-]*")
_LOOK = 80


def reads_as_act(clause: str) -> bool:
    """Whether the words of a clause begin with a capital and a word in the third person.

    An adverb may stand before it ("Also suspends …"). A plural noun has the same form: it is one
    where a finite verb, "of" or a mark follows ("Comments are welcome", "Members of …").
    """
    words = clause[:_LOOK].lstrip("[\"'")
    named = list(_WORDS.finditer(words))
    if not named or named[0].start() or not words[0].isupper():
        return False
    i = int(_leads(named[0][0].lower()))
    if i + 1 >= len(named):
        return False
    between = words[named[i].end() : named[i + 1].start()]
    return (
        between.strip(" \"'([:") == ""
        and _is_third_person(named[i][0].lower())
        and named[i + 1][0].lower() not in layout().after_nouns
    )


@cache
def _leads(word: str) -> bool:
    return word in verbs().leading or word.endswith("ly")


def _is_third_person(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and word not in layout().no_verbs
        and not (word.endswith(("ss", "us", "is", "'s")))
    )
