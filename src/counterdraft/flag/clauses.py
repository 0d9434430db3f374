"""A resolution → its clauses as they are to be read: a point together with what it hangs on.

"To refrain from:" asks nothing by itself, nor does "paying for inquiries"; read together they do.
A clause's text is straight, and every place in it leads back to a paragraph of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from counterdraft.flag.quotes import quoted
from counterdraft.lexicon.acts import mood
from counterdraft.lexicon.renewed import force_of
from counterdraft.model import Paragraph, Resolution, Verb
from counterdraft.model.finding import Quoted
from counterdraft.text.straight import lowered, straighten

_WORD = re.compile(r"[\w'-]+")


class Clause(NamedTuple):
    """A paragraph and those above it.

    ``text`` has the paragraph's own words from ``own`` on, behind those of the ones above, which
    ``above`` lists outermost first; ``force`` is that of the verb they end in.
    """

    paragraph: Paragraph
    text: str
    own: int
    force: str | None = None
    above: tuple[Paragraph, ...] = ()

    def asked(self, at: int) -> bool:
        """Whether what stands at ``at`` is said to be done, and not only spoken of."""
        if self.turned(at):
            return False
        words, before = mood(), self.text[self._segment(at) : at]
        return self.force_at(at) in words.forces or bool(words.modal.search(before))

    def turned(self, at: int) -> bool:
        """Whether what stands at ``at`` is turned round, or stands in quotation marks."""
        before = self.text[self._segment(at) : at]
        return bool(mood().negated.search(before)) or self.text.count('"', 0, at) % 2 == 1

    def considered(self, at: int) -> bool:
        """Whether what begins at ``at`` is but to be considered, in the same part of a sentence."""
        first = _WORD.match(self.text, at)
        before = self.text[self._segment(at) : first.end() if first else at]
        return mood().considered.search(before) is not None

    def may_have(self, look: re.Pattern[str], start: int = 0) -> bool:
        """Whether a quick look for many forms finds one from ``start`` on."""
        return look.search(f" {lowered(self.text)}", start) is not None

    def verb_at(self, at: int) -> Verb | None:
        """The verb of the paragraph itself by which the organ says what stands at ``at``."""
        start = self.paragraph.span.start - self.own
        before = [verb for verb in self.paragraph.verbs if verb.span.start - start <= at]
        return before[-1] if before and at >= self.own else None

    def force_at(self, at: int) -> str | None:
        """The force of the verb that ``at`` stands under: its own, else that of the ones above."""
        verb = self.verb_at(at)
        return _force(self.paragraph, verb) if verb else self.force

    def opens(self, at: int) -> int:
        """Where the words begin that stand before ``at`` under the same verb of the organ."""
        verb = self.verb_at(at)
        if verb is None:
            return self.own if at >= self.own else 0
        return verb.span.end - self.paragraph.span.start + self.own

    def quotes(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The words around ``start`` to ``end``; with those above where they begin there."""
        above = self.above if start < self.own else ()
        own = quoted(self.paragraph, max(0, start - self.own), end - self.own)
        return (*(quoted(each, 0, len(each.text)) for each in above), own)

    def _segment(self, at: int) -> int:
        """Where the words under one verb begin."""
        verb = self.verb_at(at)
        first = verb.span.start - self.paragraph.span.start + self.own if verb else 0
        return max(first, self.text.rfind(";", 0, at) + 1)

    def apart(self, start: int, end: int) -> bool:
        """Whether another verb of the organ, or a semicolon, stands between two places."""
        shift = self.own - self.paragraph.span.start
        verbs = (verb.span.start + shift for verb in self.paragraph.verbs)
        return ";" in self.text[start:end] or any(start < each < end for each in verbs)


def _force(paragraph: Paragraph, verb: Verb) -> str | None:
    """The force of a verb; none of a request that it only speaks of ("recalls its request to")."""
    force = force_of(paragraph, verb)
    return None if verb.lemma in mood().spoken and force in mood().forces else force


@lru_cache(maxsize=8)  # every rule asks for them
def clauses(resolution: Resolution) -> tuple[Clause, ...]:
    """Every paragraph as a clause, in order."""
    return tuple(_clauses(resolution))


def _clauses(resolution: Resolution) -> Iterator[Clause]:
    by_id = {each.id: each for each in resolution.paragraphs}
    for paragraph in resolution.paragraphs:
        above = tuple(_above(paragraph.id, by_id))
        head = "".join(f"{straighten(each.text).rstrip(' :')} " for each in above)
        verbs = [(each, verb) for each in above for verb in each.verbs]
        force = _force(*verbs[-1]) if verbs else None
        yield Clause(paragraph, head + straighten(paragraph.text), len(head), force, above)


def _above(name: str, by_id: dict[str, Paragraph]) -> Iterator[Paragraph]:
    parts = name.split(".")
    for depth in range(1, len(parts)):
        found = by_id.get(".".join(parts[:depth]))
        if found is not None:
            yield found
