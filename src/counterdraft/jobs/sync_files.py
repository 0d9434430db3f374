"""The public sources of votes and of registers, brought into a folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from counterdraft.errors import CounterdraftError, ReadError, WriteError
from counterdraft.fetch.published import (
    Listed,
    Published,
    at_server,
    bring,
    is_here,
    listed,
    register_files,
    vote_files,
)
from counterdraft.fetch.settings import load_settings

Say = Callable[[str], None]


class SyncFiles(NamedTuple):
    """How a sync is done: the folder for the files, another server, and whether only to tell."""

    into: Path
    server: str | None = None
    dry_run: bool = False
    say: Say | None = None
    on_found: Callable[[], None] = lambda: None
    on_done: Callable[[], None] = lambda: None


class BroughtFile(Struct, frozen=True):
    """A file by its name; ``failed`` is why it did not come."""

    name: str
    address: str
    failed: str | None = None


class Brought(Struct, frozen=True, kw_only=True):
    """What a sync came to: the files that are new, those that were there, those that failed.

    ``size`` is how many bytes came; ``terms`` are those of the source.
    """

    source: str
    title: str
    terms: str
    folder: str
    dry_run: bool
    new: tuple[BroughtFile, ...]
    here: tuple[BroughtFile, ...]
    failed: tuple[BroughtFile, ...]
    size: int

    def paths(self) -> list[str]:
        """The files that are here."""
        return [str(Path(self.folder) / _safe(each.name)) for each in (*self.new, *self.here)]


def sources() -> tuple[str, ...]:
    """What can be synced of votes."""
    return tuple(vote_files())


def sync_votes(source: str, choices: SyncFiles) -> Brought:
    """Bring what is new of a source of votes into the folder; raises as ``sync_place`` does."""
    return sync_place(vote_files()[source], choices)


def sync_registers(source: str, choices: SyncFiles) -> Brought:
    """The same of a source of registers."""
    return sync_place(register_files()[source], choices)


def sync_place(place: Published, choices: SyncFiles) -> Brought:
    """Bring what is new of a place into the folder.

    A file that does not come is told, and the others come. Raises a FetchError where the list of
    them cannot be had, WriteError, SettingsError, and BadAddress for a server that is none.
    """
    if choices.server:
        place = at_server(place, choices.server)
    settings = load_settings()
    wanted = listed(place, settings, choices.say)
    new: list[BroughtFile] = []
    here: list[BroughtFile] = []
    failed: list[BroughtFile] = []
    size = 0
    for each in wanted:
        choices.on_found()
        path = choices.into / _safe(each.name)
        told = BroughtFile(each.name, each.address)
        if is_here(each, path):
            here.append(told)
        elif choices.dry_run:
            new.append(told)
        else:
            try:
                _folder(choices.into)
                size += bring(each, path, settings, say=choices.say)
                new.append(told)
            except ReadError as error:
                failed.append(_failed(each, error))
        choices.on_done()
    return Brought(
        source=place.id, title=place.title, terms=place.terms, folder=str(choices.into),
        dry_run=choices.dry_run, new=tuple(new), here=tuple(here), failed=tuple(failed), size=size,
    )  # fmt: skip


def _failed(wanted: Listed, error: CounterdraftError) -> BroughtFile:
    return BroughtFile(wanted.name, wanted.address, str(error))


def _safe(name: str) -> str:
    """A name that leads nowhere else."""
    return re.sub(r"[^\w.-]", "_", name).lstrip(".") or "_"


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"it cannot be written: {error.strerror or error}"
        remedy = "Choose another with --into"
        raise WriteError(reason, source=str(path), remedy=remedy) from None
