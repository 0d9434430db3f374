"""How the head of a clause is quoted within a sentence: with a small letter, in capitals or not."""

from __future__ import annotations

from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.verbs import verbs


def within(text: str) -> str:
    """``text`` as it stands within a sentence: "urges States" of "Urges …" and of "URGES …".

    A verb that is set in capitals is made small, with the adverb before it and the small words
    behind it ("CALLS UPON"). Anything else in capitals may be a name, and stays.
    """
    words = text.split(" ")
    at = _past_adverbs(words)
    if at < len(words) and words[at].isupper() and words[at].lower() in verbs().forms:
        end = at + 1
        while end < len(words) and words[end].isupper() and words[end].lower() in joining_words():
            end += 1
        return " ".join([*(each.lower() for each in words[:end]), *words[end:]])
    named = len(words[0]) > 1 and words[0].isupper()
    return text if named else text[:1].lower() + text[1:]


def _past_adverbs(words: list[str]) -> int:
    at = 0
    while at < len(words) and words[at].isupper() and words[at].lower() in verbs().adverbs:
        at += 1
    return at
