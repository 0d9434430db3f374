"""A resolution → its clauses as they are to be read: a point together with what it hangs on.

"To refrain from:" asks nothing by itself, nor does "paying for inquiries"; read together they do.
A clause's text is straight, and every place in it leads back to a paragraph of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.lexicon.acts import mood
from counterdraft.model import Paragraph, Resolution, Span, Verb
from counterdraft.model.finding import Quoted
from counterdraft.text.straight import straighten

# A quote of more characters is cut around what it is quoted for, with so many on either side.
_LONG, _AROUND = 420, 160


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
        words = mood()
        before = self.text[self._segment(at) : at]
        if words.negated.search(before) or self.text.count('"', 0, at) % 2:
            return False  # turned round, or a title in quotation marks
        return self._force(at) in words.forces or bool(words.modal.search(before))

    def verb_at(self, at: int) -> Verb | None:
        """The verb of the paragraph itself by which the organ says what stands at ``at``."""
        start = self.paragraph.span.start - self.own
        before = [verb for verb in self.paragraph.verbs if verb.span.start - start <= at]
        return before[-1] if before and at >= self.own else None

    def _force(self, at: int) -> str | None:
        verb = self.verb_at(at)
        return verb.force if verb else self.force

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


def clauses(resolution: Resolution) -> Iterator[Clause]:
    """Every paragraph as a clause, in order."""
    by_id = {each.id: each for each in resolution.paragraphs}
    for paragraph in resolution.paragraphs:
        above = tuple(_above(paragraph.id, by_id))
        head = "".join(f"{straighten(each.text).rstrip(' :')} " for each in above)
        verbs = [verb for each in above for verb in each.verbs]
        force = verbs[-1].force if verbs else None
        yield Clause(paragraph, head + straighten(paragraph.text), len(head), force, above)


def _above(name: str, by_id: dict[str, Paragraph]) -> Iterator[Paragraph]:
    parts = name.split(".")
    for depth in range(1, len(parts)):
        found = by_id.get(".".join(parts[:depth]))
        if found is not None:
            yield found


def quoted(paragraph: Paragraph, start: int, end: int, text: str = "this") -> Quoted:
    """The words of a paragraph around those from ``start`` to ``end`` of its own text.

    ``text`` says whose they are; the span is in that text's document.
    """
    words = paragraph.text
    first, last = 0, len(words)
    if len(words) > _LONG:
        first = words.rfind(" ", 0, max(0, start - _AROUND)) + 1
        last = words.find(" ", min(len(words), end + _AROUND))
        last = last if last >= 0 else len(words)
    quote = words[first:last]
    first += len(quote) - len(quote.lstrip())
    base = paragraph.span.start + first
    quote = quote.strip()
    return Quoted(
        text=text, paragraph=paragraph.id, quote=quote, span=Span(base, base + len(quote))
    )
