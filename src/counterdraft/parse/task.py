"""Where in a request the object of the verb begins, and where what is asked.

In: straightened text, the place where a verb ends, and where its clause does. Out: offsets: past
what may stand between verb and object, and the "to" that opens what is asked.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.draft.choices import past_other_verbs
from counterdraft.lexicon.requests import requests

# "to act"; "to: (a) act"; "to [act]", in a text under negotiation.
_TO = re.compile(r"(?:, to| to)(?::? \(?(?:a|i|1)\))? \[?(?=[a-z])")
_WORD = re.compile(r"[A-Za-z'-]+")
_LAST_WORDS = re.compile(r"(?<![\w'-])((?:[\w'-]++ )?([\w'-]++))\W*+$")


_STOP = re.compile(r"[;:.]")
# "the working group, to be established at its next session, to consider …"
_ESTABLISHED = re.compile(r"be \w+ed\b|be held\b")
# ", without impeding their capacity to act, to …": what follows belongs to it up to the comma.
_WITHOUT = re.compile(r", without [^,;]*$")
# ", in taking measures to end it, to ensure": the first is of the aside that the comma closes.
_DOING = re.compile(
    r", (?:in|when|while|by|for|with a view to|with the aim of|given|as|after|before|upon)"
    r" (?:(?!to )[\w-]+ ){0,4}?\w+ing\b[^,;]*$"
)
_THEN = re.compile(r"[^,;]*, (?:not )?to [a-z]")
# ", which have the duty to protect them": the infinitive is of what describes those named.
_DESCRIBED = re.compile(r", (?:which|who|whose|whom)\b[^,;]*$")


@cache
def _led() -> re.Pattern[str]:
    """ "Calls upon": the preposition, where the verb's phrase does not hold it."""
    return re.compile(requests().phrases.led)


def past_skipped(text: str, at: int, stop: int) -> int:
    """Past "in this regard", "in accordance with …" and the like."""
    skipped = requests().skipped.match(text, at, stop)
    return skipped.end() if skipped else at


def object_of(text: str, start: int, stop: int) -> int:
    """Where the object of a verb that ends at ``start`` begins, past the verb's alternatives."""
    made = requests().made_before.match(text, start, stop)
    start = made.end() if made else start
    at = past_skipped(text, past_other_verbs(text, start, stop), stop)
    while at < stop and text[at] in " ,":
        at += 1
    led = _led().match(text, at, stop)
    return led.end() if led and not text.startswith("take", led.end()) else at


def infinitive(text: str, start: int, stop: int) -> int | None:
    """Where "to" and what is asked begin, past every "to" that is none of the verb's."""
    words = requests()
    # Most stretches have no such words, which are found sooner than the clause that they end.
    has_done = text.find(words.do_so, start, stop) < 0
    not_done = None if has_done else words.not_done.search(text, start, stop)
    for found in _TO.finditer(text, start, stop):
        if not_done and not_done.start() < found.end() <= not_done.end():
            continue
        do_so = not_done is not None and found.start() == not_done.end()
        if found[0][0] == " " and _belongs(text, start, found.start(), one_word=do_so):
            continue
        if found[0][0] == " " and _of_an_aside(text, start, found, stop):
            continue
        after = _WORD.match(text, found.end(), stop)
        if after is None or after[0] in words.not_before:
            continue
        if _ESTABLISHED.match(text, found.end(), stop) and ", to " in text[found.end() : stop]:
            continue
        return None if "; " in text[start : found.start()] else found.start()
    return None


def _of_an_aside(text: str, start: int, to: re.Match[str], stop: int) -> bool:
    """Whether a "to" is of an aside that the next comma closes, with another "to" behind it."""
    doing = _DOING.search(text, start, to.start())
    return bool(doing and _THEN.match(text, to.end(), stop))


def _belongs(text: str, start: int, to: int, *, one_word: bool = False) -> bool:
    """Whether a "to" without a comma belongs to what stands before it, and not to the verb.

    ``one_word``: by the word before it alone ("able to do so").
    """
    if _WITHOUT.search(text, start, to) or _DESCRIBED.search(text, start, to):
        return True
    words, tail = requests(), text[max(start, to - 30) : to]
    before = _LAST_WORDS.search(tail)
    last = {each.lower() for each in before.groups()[one_word:]} if before else set()
    known = last & words.not_after
    return bool(known) and not words.adverbial.search(tail)


def negated(text: str, start: int, to: int) -> int:
    """Where "not to …" begins, for what is not to be done must never read as what is."""
    found = requests().negation.search(text, start, to)
    return found.start() if found else to


def edge_of(text: str, start: int, stop: int) -> int:
    """Where the first mark stands that ends a list of those who are asked."""
    found = _STOP.search(text, start, stop)
    return found.start() if found else stop


def verb_behind(text: str, start: int, stop: int) -> int:
    """Where the verb of a clause begins whose subject ends at ``start``, past what describes it.

    "(All parties) in Orlavia, in particular the Lamp Front, cease fire"; ``start`` where the verb
    stands there already, or no verb is known.
    """
    if requests().subjunctive.match(text, start, stop):
        return start
    between = requests().between.match(text, start, stop)
    return between.start("verb") if between else start
