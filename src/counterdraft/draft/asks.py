"""The addressees of a paragraph → what is asked: those whom one verb asks for one thing.

The brief and the rules that count requests count these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from counterdraft.model import Addressee, Paragraph, Span


class Ask(Struct, frozen=True):
    """One verb, and all whom it asks for one thing."""

    paragraph: Paragraph
    addressees: tuple[Addressee, ...]

    @property
    def verb(self) -> str:
        """As printed."""
        return self.addressees[0].verb

    @property
    def verb_span(self) -> Span:
        """Where the verb stands."""
        return self.addressees[0].verb_span

    @property
    def force(self) -> str | None:
        """The class of the verb."""
        return self.addressees[0].force


def asks_in(paragraph: Paragraph, *, own: bool = False) -> Iterator[Ask]:
    """What a paragraph asks of others, or (``own``) what the organ is to do itself."""
    return _by_verb(paragraph, (e for e in paragraph.addressees if (not e.text) == own))


def calls_in(paragraph: Paragraph) -> Iterator[Ask]:
    """What a preambular paragraph calls on others to do."""
    return _by_verb(paragraph, paragraph.called)


def _by_verb(paragraph: Paragraph, addressees: Iterable[Addressee]) -> Iterator[Ask]:
    bound: dict[tuple[Span, Span | None], list[Addressee]] = {}
    for each in addressees:
        bound.setdefault((each.verb_span, each.action), []).append(each)
    return (Ask(paragraph, tuple(asked)) for asked in bound.values())
