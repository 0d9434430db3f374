"""What a person says of the votes that are meant on the command line → a ``Where``."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.votes.where import Where, matters_meant, modes_meant, symbol_of

__all__ = ["symbol_of", "where_of"]


def where_of(
    *,
    body: str | None = None,
    session: str | None = None,
    since: str | None = None,
    until: str | None = None,
    symbols: Sequence[str] = (),
    title: str | None = None,
    subject: str | None = None,
    issue: str | None = None,
    matter: str | None = None,
    mode: str | None = None,
) -> Where:
    """The filter that is meant: "GA" or "Third Committee", "62", "74-79,ES-11", "2005-12".

    Raises BadQuery for what is none.
    """
    return Where(
        bodies=_one(body), sessions=_one(session), since=since, until=until,
        symbols=tuple(symbols), title=title, subject=subject, issues=_one(issue),
        matters=matters_meant(matter), modes=modes_meant(mode),
    )  # fmt: skip


def _one(given: str | None) -> tuple[str, ...]:
    return (given,) if given else ()
