"""What is wrong with something that a dossier names → the same, told at the line and key there.

In: a dossier, and the error of a job. Out: a DossierError, whose reason names the file that is at
fault and where in it. Options of commands that a remedy names are keys of the dossier here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from counterdraft.errors import (
    CorpusError,
    CounterdraftError,
    DossierError,
    LaterText,
    MandateError,
    NoResolution,
    ReadError,
    RegistersError,
    SeriesError,
    UnknownState,
    VotesError,
)
from counterdraft.jobs.dossier_file import Dossier
from counterdraft.text.toml_lines import Path

# How a person says in a dossier what commands have an option for.
_KEYS = {
    "--against": "the key rival", "--corpus": "the key corpus", "--part-b": "rival_part",
    "--part-previous": "previous_part", "--part": "part",
}  # fmt: skip
# By which key what a text is held against is named, by the errors that it has.
_NAMED = (
    (SeriesError, "series"), (CorpusError, "corpus"), (VotesError, "corpus"),
    (MandateError, "mandates"), (UnknownState, "sponsors"), (RegistersError, "registers"),
    (ReadError, "registers"), (LaterText, "previous"),
)  # fmt: skip


@contextmanager
def told_at(dossier: Dossier, *path: str | int) -> Iterator[None]:
    """Errors are the fault of what stands at a path such as ("drafts", 0). Raises DossierError."""
    try:
        yield
    except DossierError:
        raise
    except CounterdraftError as error:
        part = f"{path[0]}_part" if path[0] != "drafts" else "part"
        numbered = isinstance(error, NoResolution) and getattr(dossier, part, None) is not None
        _tell(dossier, (part,) if numbered else path, error)


@contextmanager
def told_by_kind(dossier: Dossier) -> Iterator[None]:
    """Errors are the fault of the key that names such a thing. Raises DossierError."""
    try:
        yield
    except CounterdraftError as error:
        key = next((key for kind, key in _NAMED if isinstance(error, kind)), None)
        if key is None:
            raise
        _tell(dossier, _entry(dossier, key, error.source), error)


def _entry(dossier: Dossier, key: str, source: str) -> Path:
    """The key, with the place in its list of what an error is about."""
    listed = getattr(dossier, key)
    named = list(map(str, listed)) if isinstance(listed, tuple) else []
    return (key, named.index(source)) if source in named else (key,)


def _tell(dossier: Dossier, path: Path, error: CounterdraftError) -> NoReturn:
    remedy = error.remedy
    for option, key in _KEYS.items():
        remedy = remedy.replace(f"{option} N", f"{key} = N").replace(option, key)
    where = ", ".join(part for part in (error.source, error.place) if part)
    reason = f"{where}: {error.reason}" if where else error.reason
    dossier.text.fail(reason, path, remedy)
