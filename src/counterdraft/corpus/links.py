"""Who cites whom: the citations in a text, and those of it in others."""

from __future__ import annotations

from msgspec import Struct

from counterdraft.corpus.stored import Stored


class Link(Struct, frozen=True, kw_only=True):
    """A paragraph of a text, or a footnote to it, cites a document.

    ``cited`` is its symbol, None where the text does not settle whose it is: then ``candidates``
    has what it may be. ``as_cited`` is what is printed. ``held``: the corpus holds the document,
    or a part of it.
    """

    citing: str
    date: str | None
    paragraph: str
    cited: str | None
    as_cited: str
    kind: str
    candidates: tuple[str, ...] = ()
    footnote: bool = False
    held: bool = False


_LINK = """SELECT t.id, t.date, c.paragraph, c.symbol, c.cited, c.kind, c.candidates, c.note,
  t.language, c.rowid FROM citation c JOIN text t ON t.row = c.text_row WHERE """
_OF = "t.id = ?"
# What may be meant is told as such: a link whose ``cited`` is None.
_TO = "(c.symbol = ? OR instr(char(10) || c.candidates || char(10), char(10) || ? || char(10)))"


def links_from(corpus: Stored, symbol: str) -> tuple[Link, ...]:
    """What a text cites, in its order."""
    return _links(corpus, _OF, (symbol,))


def links_to(corpus: Stored, symbol: str) -> tuple[Link, ...]:
    """Where a document is cited, or may be, oldest first."""
    return _links(corpus, _TO, (symbol, symbol))


def cited_symbols(corpus: Stored) -> set[str]:
    """Every symbol that a text of the corpus cites."""
    statement = "SELECT DISTINCT symbol FROM citation WHERE symbol IS NOT NULL"
    answers = corpus.of_each(lambda segment: segment.rows(statement))
    return {symbol for _, rows in answers for (symbol,) in rows}


def _links(corpus: Stored, which: str, values: tuple[str, ...]) -> tuple[Link, ...]:
    answers = corpus.of_each(lambda segment: segment.rows(_LINK + which, values))
    rows = [row for _, some in answers for row in some]
    rows.sort(key=lambda row: (row[1] or "9999", row[0], row[8], row[9]))
    return tuple(
        Link(
            citing=row[0], date=row[1], paragraph=row[2], cited=row[3], as_cited=row[4],
            kind=row[5], candidates=tuple(row[6].split("\n")) if row[6] else (),
            footnote=bool(row[7]), held=row[3] is not None and corpus.holds(row[3]),
        )
        for row in rows
    )  # fmt: skip
