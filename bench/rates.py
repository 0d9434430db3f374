"""A corpus of the General Assembly's texts, and a fixed sample of them, as texts to be flagged."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.shared import GA, Shared
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import entry_of
from counterdraft.corpus.stored import Stored
from counterdraft.model import Document, Record, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

SEED = 20261126


class Adopted(NamedTuple):
    """A text of the sample in its document."""

    document: Document
    resolution: Resolution


def texts(shared: Shared, names: list[str] | None = None) -> Iterator[Adopted]:
    """Every text, or those of the files named."""
    with zipfile.ZipFile(shared.path(GA)) as archive:
        for name in names or names_of(archive):
            document = from_akn(archive.read(name), Path(name).name)
            yield from (Adopted(document, each) for each in parse(document))


def names_of(archive: zipfile.ZipFile) -> list[str]:
    """The files of resolutions, in their order."""
    return sorted(name for name in archive.namelist() if name.endswith(".xml"))


def corpus_of(shared: Shared, folder: Path) -> Stored:
    """The corpus of all of them, made where the folder has none."""
    if not (folder / "manifest.json").exists():
        add(folder, (entry_of(each.resolution) for each in texts(shared)))
    return Stored(folder)


def sample(shared: Shared, size: int, sessions: tuple[int, ...] = ()) -> list[Adopted]:
    """``size`` texts drawn by chance, always the same; of ``sessions`` only, where given."""
    with zipfile.ZipFile(shared.path(GA)) as archive:
        names = names_of(archive)
    chosen = random.Random(SEED).sample(names, len(names))
    found: list[Adopted] = []
    for name in chosen:
        for each in texts(shared, [name]):
            if each.resolution.paragraphs and (not sessions or each.resolution.session in sessions):
                found.append(each)
        if len(found) >= size:
            break
    return found[:size]


class Archive:
    """The files of the archive by the names that a corpus knows them by."""

    def __init__(self, shared: Shared) -> None:
        self._zip = zipfile.ZipFile(shared.path(GA))
        self._names = {Path(name).name: name for name in names_of(self._zip)}

    def text(self, record: Record) -> Resolution | None:
        """The text of a record, parsed again."""
        document = from_akn(self._zip.read(self._names[record.source]), record.source)
        return next((each for each in parse(document) if each.symbol == record.symbol), None)
