"""Named arrays ↔ one file of them, aligned, little-endian, opened as a memory map.

A file is a line that says the format and its version, a line of JSON that says each array's name,
type, length and place, and the arrays. What it says of itself is checked when it is opened; that
the numbers in it are those that were written is for whoever keeps checksums.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counterdraft.errors import DamagedSource, SourceNotFound, UnsupportedSource

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[Any]]

_FORMAT = b"counterdraft reuse "
VERSION = 1
_ALIGNED = 64
_LONGEST_HEAD = 1 << 16
_TYPES = {"u2": 2, "u4": 4, "u8": 8}
_REMEDY = "Build the corpus again"


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays of unsigned numbers of 2, 4 or 8 bytes. OSError is the caller's to catch."""
    entries, at = {}, 0
    for name, array in arrays.items():
        entries[name] = (f"u{array.dtype.itemsize}", len(array), at)
        at = _aligned(at + array.nbytes)
    head = _FORMAT + b"%d\n" % VERSION + json.dumps(entries).encode() + b"\n"
    with path.open("wb") as stream:
        stream.write(head.ljust(_aligned(len(head))))
        for array in arrays.values():
            stream.write(array.astype(array.dtype.newbyteorder("<"), copy=False).data)
            stream.write(bytes(_aligned(array.nbytes) - array.nbytes))


def open_arrays(path: Path, names: Mapping[str, str]) -> Arrays:
    """The arrays of a file by name, read as they are used; ``names`` are those wanted, with types.

    Raises SourceNotFound, UnsupportedSource where the version is another, and DamagedSource
    where the file is cut short or is not what it says.
    """
    import numpy as np

    try:
        whole = np.memmap(path, np.uint8, "r").view(np.ndarray)
    except (FileNotFoundError, PermissionError) as error:
        raise SourceNotFound(error.strerror or "no such file", source=str(path)) from None
    except (OSError, ValueError):  # an empty file cannot be mapped
        raise _damaged(path, "the file is empty") from None
    entries, start = _head(path, whole[:_LONGEST_HEAD].tobytes())
    found: Arrays = {}
    for name, kind in names.items():
        found[name] = _array(path, whole, name, kind, entries.get(name), start)
    return found


def _head(path: Path, begin: bytes) -> tuple[dict[str, Any], int]:
    """The entries, and where the arrays begin."""
    first, _, rest = begin.partition(b"\n")
    version = first.removeprefix(_FORMAT)
    if version == first or not version.isdigit():
        raise _damaged(path, "this is not an index of reuse")
    if int(version) != VERSION:
        reason = f"its format is {int(version)}, this program reads {VERSION}"
        raise UnsupportedSource(reason, source=str(path), remedy=_REMEDY)
    line, ended, _ = rest.partition(b"\n")
    try:
        entries = json.loads(line)
    except ValueError:
        entries = None
    if not ended or not isinstance(entries, dict):
        raise _damaged(path, "its head cannot be read")
    return entries, _aligned(len(first) + len(line) + 2)


def _array(
    path: Path, whole: NDArray[np.uint8], name: str, kind: str, entry: object, start: int
) -> NDArray[Any]:
    match entry:
        case [str(found), int(length), int(at)] if found == kind and length >= 0 and at >= 0:
            begin, end = start + at, start + at + length * _TYPES[kind]
        case _:
            raise _damaged(path, f"its head does not say where {name!r} is")
    if end > len(whole) or begin % _ALIGNED:
        raise _damaged(path, f"it is cut short: {name!r} would end at byte {end:,}")
    return whole[begin:end].view(f"<{kind}")


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def _damaged(path: Path, reason: str) -> DamagedSource:
    return DamagedSource(reason, source=str(path), remedy=_REMEDY)
