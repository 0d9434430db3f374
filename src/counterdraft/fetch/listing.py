"""A server's list of files → the files, once nothing in it can do harm.

In: the JSON of a git tree, as the API of a code host gives it. Out: ``Blob``s, each with a
path below the repository, its size, and the SHA-1 that git knows its bytes by. A list with
one path that leads elsewhere is refused whole: no honest one has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta, Struct

from counterdraft.errors import BadAnswer, UnsafeSource

MOST_FILES = 200_000
_FILES = frozenset({"100644", "100755"})  # neither links nor repositories within the repository
_LONGEST_NAME, _LONGEST_PATH = 255, 1024

Sha = Annotated[str, Meta(pattern="^[0-9a-f]{40}$")]
Size = Annotated[int, Meta(ge=0, lt=1 << 53)]
Path = Annotated[str, Meta(min_length=1, max_length=_LONGEST_PATH)]


class Blob(Struct, frozen=True, gc=False):
    """A file of a repository: its path there, git's SHA-1 of it, its size in bytes."""

    path: Path
    sha: Sha
    size: Size


class Folder(NamedTuple):
    """A folder of a repository, and the SHA-1 of its own list."""

    path: str
    sha: str


class Tree(NamedTuple):
    """What a list says: files, folders, and whether the server cut it short."""

    blobs: tuple[Blob, ...]
    folders: tuple[Folder, ...]
    truncated: bool


class _Entry(Struct, gc=False):
    path: Path
    mode: str
    type: Literal["blob", "tree", "commit"]
    sha: Sha
    size: Size | None = None


class _Listed(Struct):
    tree: Annotated[list[_Entry], Meta(max_length=MOST_FILES)]
    truncated: bool


def git_sha(data: bytes) -> str:
    """What git knows these bytes by."""
    head = f"blob {len(data)}\0".encode()
    return hashlib.sha1(head + data, usedforsecurity=False).hexdigest()


def parse_tree(data: bytes, source: str, above: str = "") -> Tree:
    """The list of the folder ``above`` ("" for all), the paths as the repository has them.

    Raises BadAnswer where it is not a list of files, UnsafeSource where a path leads elsewhere.
    """
    try:
        listed = msgspec.json.decode(data, type=_Listed)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _unsound(source, f"{error}") from None
    blobs, folders = [], []
    for entry in listed.tree:
        path = above + entry.path
        _check(path, source)
        if entry.type == "tree":
            folders.append(Folder(path, entry.sha))
        elif entry.type == "blob" and entry.mode in _FILES:
            if entry.size is None:
                raise _unsound(source, f"{path!r} has no size")
            blobs.append(Blob(path, entry.sha, entry.size))
    return Tree(tuple(blobs), tuple(folders), listed.truncated)


def checked(blobs: Iterable[Blob], source: str) -> tuple[Blob, ...]:
    """The files in the order of their paths.

    Raises UnsafeSource where a path leads elsewhere, is there twice, or is file and folder.
    """
    found: dict[str, Blob] = {}
    for blob in blobs:
        _check(blob.path, source)
        if blob.path in found:
            raise _unsafe(source, blob.path, "is there twice")
        found[blob.path] = blob
    for path in found:
        parts = path.split("/")
        if any("/".join(parts[:count]) in found for count in range(1, len(parts))):
            raise _unsafe(source, path, "lies below a file")
    return tuple(found[path] for path in sorted(found))


def _check(path: str, source: str) -> None:
    """Refuse a path that is not plainly below the folder it is for, on any system."""
    if len(path) > _LONGEST_PATH:
        raise _unsafe(source, path, "is too long")
    for part in path.split("/"):
        if part in {"", ".", ".."} or part.lower() == ".git":
            raise _unsafe(source, path, "leads elsewhere")
        if any(c < " " or c in "\\:\x7f" for c in part):
            raise _unsafe(source, path, "has characters that command something on some systems")
        if len(part.encode("utf-8", "replace")) > _LONGEST_NAME:
            raise _unsafe(source, path, "is too long")


def _unsafe(source: str, path: str, fault: str) -> UnsafeSource:
    shown = path if len(path) <= 100 else f"{path[:100]}…"
    remedy = "Nothing was fetched; do not trust that server"
    return UnsafeSource(f"its list of files is not safe: {shown!r} {fault}", source=source,
                        remedy=remedy)  # fmt: skip


def _unsound(source: str, fault: str) -> BadAnswer:
    reason = f"it is not a sound list of files: {fault.replace('`', '')}"
    return BadAnswer(reason, source=source, remedy="Try again later")
