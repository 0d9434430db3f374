"""The words between a verb and a thing → whether the verb is done to the thing, or to another.

"End the mandate of the Panel" ends the Panel, "end attacks that the Panel has seen" does not. The
words are read from the verb on as what they can be: an adverbial, further verbs, a noun through
which the act reaches the thing ("the mandate of"), or a noun of another kind, which the act falls
on. Where they cannot be read the thing is none of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from counterdraft.lexicon.objects import Words, words

_TOKEN = re.compile(r"[\w'-]+|[^\w\s]")


@lru_cache(maxsize=4096)  # of one verb and one thing several acts ask
def reaches(between: str, thing: str) -> bool:
    """Whether an act before straight ``between`` falls on ``thing``, the words behind it."""
    known = words()
    read = known.adverbial.sub(" ", between)
    if read != between and known.apart.match(read):
        return False  # "a period ending on 31 July, and to review the work of"
    read = known.series.sub(" ", read)
    return _Path(_TOKEN.findall(read), thing, known).ends_in_thing()


def said_of(before: str, thing: str, between: str) -> bool:
    """Whether what is said behind ``thing`` and the words ``between`` is said of the thing.

    It is not where the thing stands within another ("the study of such mandates shall end"), nor
    where it is what tells of another ("attacks that such mandates have reported shall end").
    ``before`` is what stands before the thing, from the verb of the organ on.
    """
    known = words()
    if known.another.search(between):
        return False
    opened = [each.end() for each in known.opens.finditer(before)]
    if opened:
        return reaches(before[opened[-1] :], thing)
    # "Urges the Council to establish such mandates only …": what is asked for is said behind "to".
    asked = before.rpartition(" to ")[2].partition(" ")[2]
    return reaches(before, thing) or (" to " in before and reaches(asked, thing))


class _Path:
    """The words, read one by one; ``head`` is the last noun, where it may be the object."""

    def __init__(self, tokens: list[str], thing: str, known: Words) -> None:
        self.tokens, self.thing, self.known = tokens, thing, known
        self.at = 0
        self.head = ""
        self.fresh = True  # nothing of a new part has been read: of all words, or behind "and"
        self.joined = False  # behind a first "and" or comma
        self.apart = False  # before which another noun stood
        self.led = ""  # the preposition by which a noun led on: "mandate of"

    def ends_in_thing(self) -> bool:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if not self._goes_on(token):
                return False
        return self._fits()

    def _goes_on(self, token: str) -> bool:
        known, fresh = self.known, self.fresh
        if known.joins.fullmatch(token):
            # "The Somalia and Eritrea Monitoring Group" is one name.
            named = self.head[:1].isupper() and self._next()[:1].isupper()
            self.joined, self.apart = True, self.apart or (bool(self.head) and not named)
            self.head, self.fresh = "", True
            return True
        self.fresh = False
        if known.determiner.fullmatch(token):
            return not self.head  # not "attacks the Panel saw", nor "and support the Panel"
        if self._through(token):
            return True
        if known.infinitive.fullmatch(token):
            self.fresh = fresh
            return fresh and self._verb(self._next())
        if known.preposition.fullmatch(token):  # "the mandate of the one and of the other"
            return fresh and token == self.led
        if known.relative.fullmatch(token) or not re.match(r"[\w(\")]", token):
            return False
        return self._word(token, fresh)

    def _next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _through(self, token: str) -> bool:
        """Whether this is a noun through which the act goes on, with its preposition."""
        behind = self._next()
        if not behind or not self.known.through.fullmatch(f"{token} {behind}"):
            return False
        self.at += 1
        self.head, self.led = "", behind
        return True

    def _word(self, token: str, fresh: bool) -> bool:
        """A verb of the act, an adjective, or a noun."""
        if self._verb(token, like=fresh and self.joined):
            if self.head or self.apart:
                return False  # the act falls on the noun: "laws imposing", "attacks and support"
            if self.known.particle.fullmatch(self._next()):
                self.at += 1
            self.fresh = fresh
            return True
        if self.known.adjective.fullmatch(token):
            return True
        if self.known.gerund.fullmatch(token) and not self.known.noun.fullmatch(token):
            return False
        self.head = token
        return True

    def _verb(self, token: str, like: bool = True) -> bool:
        """Whether a verb brings about or uses what it is done to, or is of an act like this."""
        known = self.known
        return bool(known.verb.fullmatch(token) or (like and known.like.fullmatch(token)))

    def _fits(self) -> bool:
        """Whether the thing may stand right behind the words.

        Behind another noun and "and" it must be joined to that, and be no object of a verb that
        follows it: "end the fighting and support the Panel".
        """
        if self.head:
            name = self.head[:1].isupper() or self.known.compound.fullmatch(self.head)
            return bool(name) and not self.apart
        return not (self.apart and self.known.acting.match(self.thing))
