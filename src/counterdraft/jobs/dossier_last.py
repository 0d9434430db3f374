"""What the last brief of a dossier said, kept beside it so that the next can tell what changed.

The file is ``.counterdraft/last-NAME.json`` in the dossier's own folder. It holds the paragraphs of
the draft, and goes nowhere. It is written whole or not at all, after the briefs are.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from counterdraft.brief.kept import Item, Setting
from counterdraft.disk.durable import sha256_of
from counterdraft.disk.links import real_path
from counterdraft.errors import DossierError, WriteError
from counterdraft.jobs.write import write_whole

SCHEMA = "counterdraft/last/3"
LARGEST = 50_000_000  # bytes; of the longest drafts it has some
FOLDER = ".counterdraft"


class Last(Struct, frozen=True, kw_only=True):
    """The last brief: of which file it was, made from what, what it said, where it was written.

    ``outputs`` has the SHA-256 of each file as it was written, by its path in full.

    ``before`` is what the brief before it said, None where there was none: a dossier in which
    nothing has changed since makes the same brief again.
    """

    schema: str = SCHEMA
    draft: str
    items: tuple[Item, ...]
    beside: tuple[Setting, ...]
    outputs: dict[str, str] = {}
    before: tuple[Item, ...] | None = None
    before_of: str = ""
    before_beside: tuple[Setting, ...] = ()


def last_path(dossier: Path) -> Path:
    """Where it is kept. Raises DossierError where that leads out of the dossier's folder."""
    folder = dossier.parent.resolve()
    found = folder / FOLDER / f"last-{dossier.stem}.json"
    if not real_path(found).is_relative_to(folder):
        raise DossierError(
            f"{FOLDER} leads out of the dossier's folder", source=str(dossier),
            remedy="Delete that link",
        )  # fmt: skip
    return found


def read_last(path: Path) -> Last | None:
    """The last brief; None where there was none. Raises DossierError where it is damaged."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _unread(path, f"it is larger than {LARGEST:,} bytes")
        last = msgspec.json.decode(data, type=Last)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, RecursionError):
        raise _unread(path, "it is damaged") from None
    if last.schema != SCHEMA:
        raise _unread(path, f"it is {last.schema!r}, which this version does not know")
    return last


def _unread(path: Path, reason: str) -> DossierError:
    remedy = "Delete it: the next brief then tells no changes, and those after it do"
    return DossierError(reason, source=str(path), remedy=remedy)


def write_last(path: Path, last: Last) -> None:
    """Keep what a brief said. Raises WriteError."""
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        reason = f"it cannot be made: {error.strerror or error}"
        raise WriteError(reason, source=str(path.parent), remedy="Free its name") from None
    write_whole(str(path), msgspec.json.format(msgspec.json.encode(last), indent=1) + b"\n")


def after(
    last: Last | None, draft: str, items: tuple[Item, ...], beside: tuple[Setting, ...]
) -> Last:
    """What to keep after a brief that said ``items``; ``last`` itself where nothing changed.

    The changes that it told then stay those that the last brief told: a brief that is renewed in
    one more form, or by a slip, says in each what the others say.
    """
    if last is None:
        return Last(draft=draft, items=items, beside=beside)
    if last.items == items and last.beside == beside:
        return last
    return Last(
        draft=draft, items=items, beside=beside, outputs=last.outputs,
        before=last.items, before_of=last.draft, before_beside=last.beside,
    )  # fmt: skip


def written_to(last: Last, path: Path, data: bytes) -> Last:
    """The same, with one more file that a brief was written to."""
    return replace(last, outputs={**last.outputs, str(path.resolve()): sha256(data).hexdigest()})


def is_ours(last: Last | None, path: Path) -> bool:
    """Whether a file is as a brief of this dossier left it."""
    told = last.outputs.get(str(path.resolve())) if last is not None else None
    return told is not None and path.is_file() and sha256_of(path) == told
