"""Writing a result to a file: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from counterdraft.disk.links import real_path
from counterdraft.errors import WriteError


def write_whole(path: str, data: bytes, *, force: bool = True) -> None:
    """Write ``data`` beside ``path`` and rename it into place.

    Without ``force`` a file that is there already is not written over. Raises WriteError where
    it cannot be written, or may not; what stood at ``path`` is then unchanged.
    """
    try:
        _write(Path(path), path, data, force=force)
    except OSError as error:
        raise _cannot(path, error) from None


def _write(target: Path, path: str, data: bytes, *, force: bool) -> None:
    if target.is_symlink():
        target = real_path(target)
    if target.is_dir():
        raise WriteError("it is a folder", source=path, remedy="Name a file")
    if not target.parent.is_dir():
        raise WriteError("the folder does not exist", source=path, remedy="Create it first")
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a pipe or a device: there is nothing to rename into its place
        return
    if not force and target.exists():
        raise _is_there(path)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        _put(Path(name), target, path, force=force)
    except BaseException:  # interrupted too
        Path(name).unlink(missing_ok=True)
        raise


def spare(path: str, inputs: Iterable[str]) -> None:
    """Refuse a place that is one of the files that a result is made from, by whatever name.

    ``inputs`` may hold what is no file. Raises WriteError, which names that file.
    """
    for each in inputs:
        if _same(path, each):
            raise WriteError(
                f"the result would be written over {each}, which it is made from", source=path,
                remedy="Choose another name",
            )  # fmt: skip


def _same(path: str, other: str) -> bool:
    """Whether two names lead to one file."""
    try:
        return Path(path).is_file() and Path(other).is_file() and Path(path).samefile(other)
    except (OSError, ValueError):  # a name that no file can have
        return False


def _put(written: Path, target: Path, path: str, *, force: bool) -> None:
    """Give a file its name; without ``force`` only where no other has got it meanwhile."""
    if force:
        written.replace(target)
        return
    try:
        target.hardlink_to(written)
    except FileExistsError:
        written.unlink()
        raise _is_there(path) from None
    except OSError:  # a file system without links
        written.replace(target)
    else:
        written.unlink()


def _is_there(path: str) -> WriteError:
    remedy = "Say --force to write over it, or choose another name"
    return WriteError("the file is there already", source=path, remedy=remedy)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot(path: str, error: OSError) -> WriteError:
    reason = f"it cannot be written: {error.strerror or error}"
    return WriteError(reason, source=path, remedy="Choose another place, or free the disk")
