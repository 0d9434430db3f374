"""Accounts → kept on disk: one change, which is whole or did not happen.

An account that says the same as one that is kept changes nothing; one with the same id that says
otherwise takes its place. New ones are written as a part; many parts are written as one. Then one
file, the manifest, is replaced. What a crash leaves beside it is swept by the next change.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from counterdraft.disk import durable, lock
from counterdraft.errors import WriteError
from counterdraft.model.rollcall import RollCall
from counterdraft.votes.store.columns import DIGEST, codes_of, digest_of, to_frame
from counterdraft.votes.store.held import frame_of
from counterdraft.votes.store.manifest import (
    PARTS,
    Manifest,
    Part,
    read_manifest,
    write_manifest,
)

if TYPE_CHECKING:
    import polars as pl

TOGETHER = 8
"""As many parts are written as one."""
GRACE = 600
"""Seconds for which a part that was written anew is kept for those who still read it."""


class Kept(NamedTuple):
    """What became of accounts: how many were new or unchanged, the ids of those that changed."""

    new: int
    newer: tuple[str, ...]
    unchanged: int
    held: int


def keep(
    folder: Path, rollcalls: Sequence[RollCall], *, wait: float = lock.WAIT,
    say: Callable[[str], None] | None = None,
) -> Kept:  # fmt: skip
    """Keep accounts, each id once among them, in ``folder``, which is made where there is none.

    ``say`` is told who is waited for, at most ``wait`` seconds. Raises InUse after that,
    NewerVotes, DamagedVotes, and WriteError; what is kept is then as it was.
    """
    with _writing(folder, wait, say) as manifest:
        held = frame_of(folder, manifest)
        digests = dict(held.select("id", DIGEST).rows())
        changed = [each for each in rollcalls if digests.get(each.id) != digest_of(each)]
        newer = tuple(each.id for each in changed if each.id in digests)
        if changed:
            write_manifest(folder, _changed(folder, manifest, held, changed))
        new = len(changed) - len(newer)
        return Kept(new, newer, len(rollcalls) - len(changed), held.height + new)


def _changed(
    folder: Path, manifest: Manifest, held: pl.DataFrame, changed: Sequence[RollCall]
) -> Manifest:
    """The manifest after a change, all that it names being on the disk."""
    codes = codes_of(changed, manifest.codes)
    frame = to_frame(changed, codes)
    parts = manifest.parts
    if len(parts) + 1 >= TOGETHER:
        old = held.filter(~held["id"].is_in(frame["id"].implode()))
        frame, parts = old.vstack(frame), ()
    number = manifest.generation + 1
    part = _write(folder, f"{number:06}.parquet", frame)
    return Manifest(generation=number, codes=codes, parts=(*parts, part))


def _write(folder: Path, name: str, frame: pl.DataFrame) -> Part:
    stream = io.BytesIO()
    frame.write_parquet(stream, compression="zstd", statistics=True)
    path = folder / PARTS / name
    path.unlink(missing_ok=True)  # from a change that was broken off
    durable.write(path, stream.getvalue())
    durable.settle_folder(path.parent)
    return Part(name, frame.height, path.stat().st_size, durable.sha256_of(path))


@contextmanager
def _writing(folder: Path, wait: float, say: Callable[[str], None] | None) -> Iterator[Manifest]:
    """The manifest, with nobody else writing and nothing half-written beside it."""
    try:
        (folder / PARTS).mkdir(parents=True, exist_ok=True)
        with lock.locked(folder, wait, say):
            manifest = read_manifest(folder)
            _sweep(folder, manifest)
            yield manifest
    except OSError as error:
        raise WriteError(
            f"the votes cannot be written: {error.strerror or error}; they are as they were",
            source=str(folder), remedy="Choose another place with --corpus, or free the disk",
        ) from None  # fmt: skip


def _sweep(folder: Path, manifest: Manifest) -> None:
    """Remove parts that the manifest does not name and nobody reads any more."""
    named = {each.name for each in manifest.parts}
    since = time.time() - GRACE
    for path in (folder / PARTS).iterdir():
        if path.name not in named and path.stat().st_mtime < since:
            path.unlink(missing_ok=True)
