"""A text and a corpus → the texts that it cites, and the titles of the series that these are of.

A sponsor who cites a series has it on the desk: of two wordings that are nearly as like a clause,
the one of that series is the likelier source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from counterdraft.model import Corpus, Record, Resolution
from counterdraft.reuse.wording import normalised


class Cited(NamedTuple):
    """Texts that are cited, by symbol, and the titles, normalised, of those whose title is known.

    A title stands for its whole series: the numbers of years and sessions do not count in it.
    """

    symbols: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    def has(self, record: Record, title: str | None) -> bool:
        """Whether a record, of that normalised title, is one of them, or of the series of one."""
        return record.symbol in self.symbols or title in self.titles


NOTHING = Cited()
"""Of a text whose citations do not count."""


def cited_in(resolution: Resolution, corpus: Corpus, titles: Mapping[str, str]) -> Cited:
    """The texts that a resolution cites; ``titles`` are those known of texts beyond the corpus."""
    symbols = frozenset(_symbols(resolution))
    known = ((corpus.record(each), titles.get(each)) for each in symbols)
    found = (record.title if record else title for record, title in known)
    return Cited(symbols, frozenset(normalised(each) for each in found if each))


def _symbols(resolution: Resolution) -> Iterator[str]:
    for paragraph in resolution.paragraphs:
        for each in (*paragraph.citations, *paragraph.note_citations):
            if each.kind == "resolution" and each.symbol:
                yield each.symbol
