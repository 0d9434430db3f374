"""The manifest: which parts the votes are in, and what each file must be.

It is the one thing that changes: what it does not name does not count. ``codes`` are those of
Members by the number that stands for them in the parts; it only grows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from counterdraft.disk import durable
from counterdraft.errors import DamagedVotes, NewerVotes

FORMAT = 2
"""2 tells of each account whether its lists may be of some Members only; 1 is read as well."""
NAME = "manifest.json"
PARTS = "parts"
FOLDER = "votes"
"""Where below a corpus's folder the votes are."""

_Inside = Annotated[str, Meta(pattern=r"^\w[\w.-]*$")]
_AGAIN = "Import the votes again from their sources"


class Part(Struct, frozen=True):
    """A part: its file's name, how many accounts it holds, its bytes, their SHA-256."""

    name: _Inside
    rollcalls: int
    size: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What the votes are made of; ``generation`` counts how often they were changed."""

    format: int = FORMAT
    generation: int = 0
    codes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def read_manifest(folder: Path) -> Manifest:
    """The manifest in ``folder``; an empty one where there is none.

    Raises NewerVotes, and DamagedVotes where it cannot be read or made sense of.
    """
    try:
        data = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Manifest()
    except OSError as error:
        reason = f"the votes cannot be read: {error.strerror or error}"
        remedy = "Check the folder and its permissions"
        raise DamagedVotes(reason, source=str(folder), place=NAME, remedy=remedy) from None
    try:
        number = msgspec.convert(msgspec.json.decode(data, type=dict[str, Any]).get("format"), int)
        if number > FORMAT:
            raise NewerVotes(
                f"the votes have format {number}, and this version knows up to {FORMAT}",
                source=str(folder), remedy="Use a newer version of Counterdraft",
            )  # fmt: skip
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise damaged(folder, NAME, f"the manifest makes no sense: {error}") from None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make ``manifest`` the one that counts; raises OSError, and then the old one does."""
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    durable.put(folder / NAME, data + b"\n")


def damaged(folder: Path, place: str, reason: str) -> DamagedVotes:
    """What is wrong with a file of the votes."""
    return DamagedVotes(reason, source=str(folder), place=place, remedy=_AGAIN)
