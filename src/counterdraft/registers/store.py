"""Registers kept in a folder: a file for each thing that was imported, whole or not at all.

A file says what it is, of which file it was made and when that was kept to, and holds its entries
as JSON. What is imported again takes the place of what was there by the same name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path

import msgspec
from msgspec import Struct

from counterdraft.disk.durable import put
from counterdraft.disk.lock import WAIT, locked
from counterdraft.errors import DamagedRegister, NoRegister, WriteError
from counterdraft.model.register import Entry
from counterdraft.registers.held import Held
from counterdraft.registers.taken import Taken

SCHEMA = "counterdraft/register/1"
FOLDER = "registers"
"""What the folder of registers is called beside a corpus."""
_ENDING = ".register.json"


class Kept(Struct, frozen=True, kw_only=True):
    """A register as it is kept; ``digest`` is the SHA-256 of its entries."""

    schema: str = SCHEMA
    kind: str
    name: str
    made_of: str
    as_of: str | None = None
    digest: str
    entries: tuple[Entry, ...]


def keep(
    folder: Path, taken: Sequence[tuple[str, Taken]], as_of: str | None = None, *,
    wait: float = WAIT, say: Callable[[str], None] | None = None,
) -> tuple[int, int]:  # fmt: skip
    """Keep what was taken, by what it was made of; how many changed, and how many did not.

    Raises InUse and WriteError.
    """
    changed = same = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder, wait, say):
            for made_of, each in taken:
                data = _data(made_of, each, as_of)
                path = folder / f"{each.kind}-{_plain(made_of)}{_ENDING}"
                if path.is_file() and path.read_bytes() == data:
                    same += 1
                else:
                    put(path, data)
                    changed += 1
    except OSError as error:
        reason = f"it cannot be written: {error.strerror or error}"
        remedy = "Choose another folder with --registers"
        raise WriteError(reason, source=str(folder), remedy=remedy) from None
    return changed, same


def _data(made_of: str, taken: Taken, as_of: str | None) -> bytes:
    kept = Kept(
        kind=taken.kind, name=taken.name, made_of=made_of, as_of=as_of,
        digest=_digest(taken.entries), entries=taken.entries,
    )  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"


def _digest(entries: Sequence[Entry]) -> str:
    return hashlib.sha256(msgspec.json.encode(entries)).hexdigest()


def _plain(name: str) -> str:
    return re.sub(r"[^\w.-]", "_", name.rsplit("/", 1)[-1]).lstrip(".") or "_"


def keeps(folder: Path) -> bool:
    """Whether registers are kept in a folder: files of one's own are none of them yet."""
    return folder.is_dir() and any(folder.glob(f"*{_ENDING}"))


def kept_in(folder: Path, kind: str = "*") -> tuple[Kept, ...]:
    """Every register that is kept in ``folder``, of one kind or all, by the names of their files.

    Raises NoRegister where there is no such folder, DamagedRegister where a file is not sound.
    """
    if not folder.is_dir():
        remedy = "Import one: counterdraft registers import FILE"
        raise NoRegister("no registers are kept there", source=str(folder), remedy=remedy)
    return tuple(_read(path) for path in sorted(folder.glob(f"{kind}-*{_ENDING}")))


def _read(path: Path) -> Kept:
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(path, f"it cannot be read: {error}") from None
    if kept.schema != SCHEMA:
        raise _damaged(path, f"it is of a format that this version does not know: {kept.schema}")
    if kept.digest != _digest(kept.entries):
        raise _damaged(path, "its entries are not those that were kept")
    return kept


def _damaged(path: Path, reason: str) -> DamagedRegister:
    remedy = "Delete it, and import what it was made of again"
    return DamagedRegister(reason, source=str(path), remedy=remedy)


def registers_of(kept: Iterable[Kept]) -> tuple[Held, ...]:
    """Registers that can be asked: what is kept under one name is one."""
    ordered = sorted(kept, key=lambda each: each.name)
    return tuple(
        Held(name, (entry for each in some for entry in each.entries))
        for name, some in groupby(ordered, key=lambda each: each.name)
    )
