"""A series as a file that a person edits: TOML out, TOML in.

``symbols`` are the texts that were found; ``added`` and ``excluded`` are a person's own. What the
file says is the series: nothing is searched for beyond it, but what would be found now and is in
none of the three is told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, ValidationError, convert

from counterdraft.disk.hand_written import hand_written
from counterdraft.errors import BadSeriesFile, NoSeries
from counterdraft.model.corpus import Corpus
from counterdraft.model.history import Entry, Reason, Series
from counterdraft.model.vote import Vote
from counterdraft.text.printable import printable
from counterdraft.text.toml_lines import UNREADABLE, syntax_fault
from counterdraft.votes.series.find import assembled
from counterdraft.votes.series.grow import Grown, grow
from counterdraft.votes.series.texts import in_time, name_of, on_whole
from counterdraft.wording.english import listed

SERIES_SCHEMA = "counterdraft/series/1"
_HEAD = f"""\
# A series of votes, as found; edit it and give it in place of the series.
# Move a symbol to `excluded` to leave it out, name others in `added`.

schema = "{SERIES_SCHEMA}"
"""


class SeriesFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What such a file holds."""

    title: str
    symbols: tuple[str, ...]
    body: str = "General Assembly"
    added: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    schema: str = SERIES_SCHEMA


def written(series: Series) -> str:
    """The file of a series; the same series gives the same text."""
    lines = [_HEAD + f"title = {_quoted(series.title)}", f"body = {_quoted(series.body)}"]
    lines.append(_listed("symbols", [each.vote for each in series.entries]))
    lines.append(_listed("added", ()))
    lines.append(_listed("excluded", ()))
    if series.unclear:
        names = [name_of(each.vote) for each in series.unclear]
        lines.append(f"\n# May belong to it: {listed(names)}.")
    return "\n".join(lines) + "\n"


def _listed(name: str, votes: Sequence[Vote]) -> str:
    items = "".join(f"    {_quoted(name_of(vote))},  # {vote.date or ''}\n" for vote in votes)
    return f"{name} = [\n{items}]" if items else f"{name} = []"


def _quoted(text: str) -> str:
    plain = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", " ").replace("\t", " ") + '"'


def read_file(path: Path) -> SeriesFile:
    """The series in a file. Raises ReadError, and BadSeriesFile where it is none."""
    text = hand_written(path)
    try:
        found = convert(tomllib.loads(text), SeriesFile)
    except UNREADABLE as error:
        reason, place = syntax_fault(error, text)
        raise _bad(reason, path, place) from None
    except ValidationError as error:
        raise _bad(f"it is no file of a series: {error}", path) from None
    if found.schema != SERIES_SCHEMA:
        raise _bad(f"it is of another form, {found.schema}", path)
    return found


def _bad(reason: str, path: Path, place: str = "") -> BadSeriesFile:
    return BadSeriesFile(reason, source=str(path), place=place, remedy="--save writes one")


def from_file(
    name: str, file: SeriesFile, votes: Sequence[Vote], corpus: Corpus | None = None
) -> Series:
    """The series that a file says. Raises NoSeries where none of its votes is known."""
    wanted = {*file.symbols, *file.added} - set(file.excluded)
    texts = sorted(
        (vote for vote in votes if on_whole(vote) and vote.body == file.body), key=in_time
    )
    whole = [vote for vote in texts if {vote.symbol, vote.draft, vote.id} & wanted]
    if not whole:
        raise NoSeries("no vote on any text that it names is known here", source=name)
    reason = dict.fromkeys(file.added, "the file adds it")
    entries = tuple(
        Entry(vote, (Reason("listed", reason.get(name_of(vote), "the file names it")),))
        for vote in whole
    )
    notes = [*_missing(wanted, whole), *_beyond(file, whole, texts, corpus)]
    return assembled(name, file.body, Grown(entries, ()), votes, title=file.title, notes=notes)


def _missing(wanted: set[str], whole: Sequence[Vote]) -> list[str]:
    known = {each for vote in whole for each in (vote.symbol, vote.draft, vote.id)}
    missing = sorted(wanted - known)
    return [f"The file names {listed(missing)}, of which no vote is known here."] if missing else []


def _beyond(
    file: SeriesFile, whole: Sequence[Vote], texts: Sequence[Vote], corpus: Corpus | None
) -> list[str]:
    """What the rule would find that the file does not name at all."""
    told = {*file.symbols, *file.added, *file.excluded}
    found = [name_of(each.vote) for each in grow(whole, texts, corpus).entries]
    more = [name for name in found if name not in told]
    return [f"By its titles {listed(more)} would belong to it too; the file says nothing of "
            f"{'them' if len(more) > 1 else 'it'}."] if more else []  # fmt: skip
