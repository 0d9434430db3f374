"""What a person calls a series, and where votes are kept → its history, its sponsors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from counterdraft.corpus.place import default_folder
from counterdraft.jobs.votes import asked_folder, votes_of
from counterdraft.model.given import Name, day_given, names
from counterdraft.model.history import History, Series

_REGIONAL = ("AFRICAN", "ASIA-PACIFIC", "EASTERN-EUROPEAN", "GRULAC", "WEOG")

if TYPE_CHECKING:
    from counterdraft.model.corpus import Corpus
    from counterdraft.model.sponsors import Sponsors
    from counterdraft.votes.sponsors.sponsors import GroupOf


def find_series(asked: str, corpus: str | None = None) -> Series:
    """The series that ``asked`` means: a symbol, a key, words of a title, or a file's name.

    ``corpus`` is the folder of one, else the usual one is asked, if it is there. Raises NoSeries,
    UnclearSeries, BadSeriesFile, NoCorpus where one is named that is not there, and what a damaged
    store raises.
    """
    from counterdraft.votes.series.file import from_file, read_file
    from counterdraft.votes.series.find import find

    votes = votes_of(asked_folder(corpus))
    opened = _corpus(corpus)
    if asked.endswith(".toml"):
        return from_file(asked, read_file(Path(asked)), votes, opened)
    return find(asked, votes, opened)


def _corpus(name: str | None) -> Corpus | None:
    """The corpus in a folder; None where votes alone are kept there, or nothing at all."""
    from counterdraft.corpus.stored import Stored
    from counterdraft.errors import NoCorpus

    try:
        return Stored(Path(name) if name else default_folder())
    except NoCorpus:
        return None


def history_of(
    asked: str,
    corpus: str | None = None,
    *,
    as_of: str | None = None,
    claims: Name | Sequence[str] = (),
) -> History:
    """The history of a series, as of a day, with claims checked against it.

    Raises what ``find_series`` does, NoSeries where nothing came by that day, and BadQuery where it
    is none.
    """
    from counterdraft.votes.claims.answer import check
    from counterdraft.votes.series.history import history

    as_of = day_given(as_of, "--as-of")
    found = history(find_series(asked, corpus), as_of)
    return replace(found, claims=tuple(check(claim, found) for claim in names(claims)))


def series_file(series: Series) -> bytes:
    """A series as a file that can be edited and given again."""
    from counterdraft.votes.series.file import written

    return written(series).encode()


def history_on_terminal(history: History, *, width: int, everything: bool) -> bytes:
    """The history as text of ``width`` columns."""
    from counterdraft.votes.series.to_text import to_text

    return to_text(history, width=width, everything=everything).encode()


def history_in_form(history: History, form: str, *, everything: bool = False) -> bytes:
    """The history as ``md``, ``json``, ``csv``, ``svg``, ``png`` or ``html``; text in UTF-8."""
    if form in {"svg", "png"}:
        from counterdraft.votes.series.picture import to_png, to_svg

        return to_png(history) if form == "png" else to_svg(history).encode()
    return _text(history, form, everything=everything).encode()


def _text(history: History, form: str, *, everything: bool) -> str:
    if form == "json":
        from counterdraft.votes.series.to_json import to_json

        return to_json(history)
    if form == "csv":
        from counterdraft.votes.series.figures import to_csv

        return to_csv(history, everything=everything)
    if form == "html":
        from counterdraft.votes.series.to_html import to_html

        return to_html(history, everything=everything)
    from counterdraft.votes.series.to_markdown import to_markdown

    return to_markdown(history, everything=everything)


def sponsors_of(asked: str, corpus: str | None = None, *, as_of: str | None = None) -> Sponsors:
    """Who sponsors the texts of a series. Raises what ``history_of`` does."""
    from counterdraft.votes.sponsors.sponsors import sponsors

    return sponsors(history_of(asked, corpus, as_of=as_of), _corpus(corpus), _group_of())


def _group_of() -> GroupOf:
    """The regional group of a Member on a day, by the table of groups."""
    from counterdraft.lexicon.blocs import blocs

    groups = [blocs()[code] for code in _REGIONAL]

    def group_of(member: str, date: str) -> str | None:
        return next((each.name for each in groups if member in each.members_on(date)), None)

    return group_of


def sponsors_on_terminal(found: Sponsors, *, width: int) -> bytes:
    """The sponsors as text of ``width`` columns."""
    from counterdraft.votes.sponsors.forms import to_text

    return to_text(found, width=width).encode()


def sponsors_in_form(found: Sponsors, form: str) -> bytes:
    """The sponsors as ``md``, ``json`` or ``csv``, in UTF-8."""
    from counterdraft.votes.sponsors import forms

    make = {"json": forms.to_json, "csv": forms.to_csv, "md": forms.to_markdown}[form]
    return make(found).encode()
