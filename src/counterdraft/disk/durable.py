"""Bytes → files that are there after a crash: whole, and under their name, or not at all."""

from __future__ import annotations

import os
import sys
from hashlib import file_digest
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """A new file with ``data``, on the disk when this returns.

    Raises OSError.
    """
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def settle(path: Path) -> None:
    """What somebody else wrote to a file is on the disk when this returns."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def settle_folder(path: Path) -> None:
    """So are the names in a folder; Windows sees to that by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(path: Path, data: bytes) -> None:
    """Make ``data`` what the file holds, in one step: a crash leaves the old or the new."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    write(beside, data)
    beside.replace(path)
    settle_folder(path.parent)


def move(source: Path, target: Path) -> None:
    """Give a folder its name, in one step."""
    source.rename(target)
    settle_folder(target.parent)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal figures."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
