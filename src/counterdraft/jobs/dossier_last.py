"""What the last brief of a dossier said, kept beside it so that the next can tell what changed.

The file is ``.counterdraft/last-NAME.json`` in the dossier's own folder. It holds the paragraphs of
the draft, and goes nowhere. It is written whole or not at all, after the briefs are.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from counterdraft.brief.kept import Item
from counterdraft.errors import DossierError
from counterdraft.jobs.write import write_whole

SCHEMA = "counterdraft/last/1"
FOLDER = ".counterdraft"


class Last(Struct, frozen=True, kw_only=True):
    """The last brief: of which file it was, what it said, and where it was written.

    ``before`` is what the brief before it said, None where there was none: a dossier in which
    nothing has changed since makes the same brief again.
    """

    schema: str = SCHEMA
    draft: str
    items: tuple[Item, ...]
    outputs: tuple[str, ...] = ()
    before: tuple[Item, ...] | None = None
    before_of: str = ""


def last_path(dossier: Path) -> Path:
    """Where it is kept. Raises DossierError where that leads out of the dossier's folder."""
    folder = dossier.parent.resolve()
    found = folder / FOLDER / f"last-{dossier.stem}.json"
    if not found.resolve().is_relative_to(folder):
        raise DossierError(
            f"{FOLDER} leads out of the dossier's folder", source=str(dossier),
            remedy="Delete that link",
        )  # fmt: skip
    return found


def read_last(path: Path) -> Last | None:
    """The last brief; None where there was none. Raises DossierError where it is damaged."""
    try:
        last = msgspec.json.decode(path.read_bytes(), type=Last)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError):
        raise _unread(path, "it is damaged") from None
    if last.schema != SCHEMA:
        raise _unread(path, f"it is {last.schema!r}, which this version does not know")
    return last


def _unread(path: Path, reason: str) -> DossierError:
    remedy = "Delete it: the next brief then tells no changes, and those after it do"
    return DossierError(reason, source=str(path), remedy=remedy)


def write_last(path: Path, last: Last) -> None:
    """Keep what a brief said. Raises WriteError."""
    path.parent.mkdir(exist_ok=True)
    write_whole(str(path), msgspec.json.format(msgspec.json.encode(last), indent=1) + b"\n")


def after(last: Last | None, draft: str, items: tuple[Item, ...], outputs: tuple[str, ...]) -> Last:
    """What to keep after a brief that said ``items``: of the same items, what came before stays."""
    if last is None:
        return Last(draft=draft, items=items, outputs=outputs)
    if last.items == items:
        return msgspec.structs.replace(last, outputs=(*dict.fromkeys((*last.outputs, *outputs)),))
    return Last(
        draft=draft, items=items, outputs=(*dict.fromkeys((*last.outputs, *outputs)),),
        before=last.items, before_of=last.draft,
    )  # fmt: skip
