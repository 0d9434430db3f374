"""Votes on disk → the accounts that are meant, every account of a text that one of them is of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from counterdraft.disk import durable
from counterdraft.errors import DamagedVotes
from counterdraft.model.rollcall import RollCall
from counterdraft.votes.merge import NUMBERED
from counterdraft.votes.store.columns import FOLDED, from_frame, of_format_1, to_frame
from counterdraft.votes.store.manifest import PARTS, Manifest, damaged, read_manifest
from counterdraft.votes.where import ALL, Where
from counterdraft.votes.worded import asked_words

if TYPE_CHECKING:
    import polars as pl


def held(folder: Path, where: Where = ALL) -> tuple[RollCall, ...]:
    """The accounts kept in ``folder`` that may be of the votes meant; none where none are kept.

    Raises NewerVotes, and DamagedVotes where a part is missing or cannot be read.
    """
    manifest = read_manifest(folder)
    if not manifest.parts:  # and polars, which takes a tenth of a second to import, is not needed
        return ()
    frame = frame_of(folder, manifest)
    return tuple(from_frame(_meant(frame, where), manifest.codes))


def frame_of(folder: Path, manifest: Manifest) -> pl.DataFrame:
    """Every account once, as the newest part has it."""
    import polars as pl

    if not manifest.parts:
        return to_frame((), ())
    frames = [_read(folder, part.name, part.size) for part in manifest.parts]
    if len(frames) == 1:
        return frames[0]
    return pl.concat(frames).unique("id", keep="last", maintain_order=True)


def _read(folder: Path, name: str, size: int) -> pl.DataFrame:
    import polars as pl

    path = folder / PARTS / name
    try:
        if path.stat().st_size != size:
            raise damaged(folder, name, "it has another size than was written")
        frame = pl.read_parquet(path)
        return frame if "part" in frame.columns else of_format_1(frame)
    except OSError as error:
        raise damaged(folder, name, f"it cannot be read: {error.strerror or error}") from None
    except DamagedVotes:
        raise
    except Exception as error:  # what polars raises for a file that is not sound is its own
        raise damaged(folder, name, f"it cannot be read ({error})") from None


def _meant(frame: pl.DataFrame, where: Where) -> pl.DataFrame:
    """The rows of every text that has an account which may be of the votes meant."""
    frame = frame.with_columns(text=_text())
    for wanted in _wanted(where):
        texts = frame.filter(wanted).select("body", "text").unique()
        frame = frame.join(texts, on=["body", "text"], how="semi", maintain_order="left")
    return frame


def _text() -> pl.Expr:
    """What an account is of, as ``votes.merge`` has it."""
    import polars as pl

    number = pl.col("id").str.replace(NUMBERED.pattern, "rcid:${1}")
    return pl.coalesce("symbol", "draft", number)


def _wanted(where: Where) -> list[pl.Expr]:
    """What some account of a text must be: as much of the filter as can be said of a row alone."""
    import polars as pl

    found: list[pl.Expr] = []
    if where.bodies:
        found.append(pl.col("body").is_in(where.bodies))
    if where.sessions:
        found.append(pl.col("session").is_in(where.sessions))
    if where.symbols:
        names = ["".join(each.casefold().split()) for each in where.symbols]
        sides = [
            pl.col(name).str.to_lowercase().str.replace_all(r"\s", "").is_in(names)
            for name in ("symbol", "draft")
        ]
        texts = [
            pl.lit(each).str.starts_with(_text().str.to_lowercase().str.replace_all(r"\s", ""))
            for each in names
        ]  # fmt: skip
        found.append(pl.any_horizontal(*sides, *texts))
    for word in asked_words(where.title or ""):
        found.append(pl.col(FOLDED).str.contains(word.removesuffix("*"), literal=True))
    if where.issues:
        found.append(pl.any_horizontal(
            *(pl.col("issues").str.contains(each, literal=True) for each in where.issues)
        ))  # fmt: skip
    if where.since:
        found.append(pl.col("date") >= where.since[:4])
    if where.until:
        found.append(pl.col("date").str.head(4) <= where.until[:4])
    return found


def check_parts(folder: Path) -> tuple[DamagedVotes, ...]:
    """What is wrong with the files: each must be the one that was written.

    Raises NewerVotes, and DamagedVotes where the manifest cannot be read.
    """
    manifest = read_manifest(folder)
    faults: list[DamagedVotes] = []
    for part in manifest.parts:
        try:
            if durable.sha256_of(folder / PARTS / part.name) != part.sha256:
                reason = "it is not what was written: its SHA-256 is another"
                faults.append(damaged(folder, part.name, reason))
        except OSError as error:
            reason = f"it cannot be read: {error.strerror or error}"
            faults.append(damaged(folder, part.name, reason))
    return tuple(faults)
