"""A small file that a person wrote, such as a dossier → its text, read whole within a limit."""

from __future__ import annotations

from pathlib import Path

from counterdraft.errors import DamagedSource, ReadError, SourceNotFound, SourceTooLarge

LARGEST = 1_000_000  # bytes


def hand_written(path: Path) -> str:
    """The text of a file in UTF-8, without the mark that some editors put before it.

    Raises SourceNotFound, SourceTooLarge, DamagedSource where it is not UTF-8, and ReadError where
    it cannot be read.
    """
    source = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise SourceNotFound("there is no such file", source=source) from None
    except OSError as error:
        reason = f"it cannot be read: {error.strerror or error}"
        raise ReadError(reason, source=source, remedy="Check the path") from None
    if len(data) > LARGEST:
        reason = f"it is larger than {LARGEST:,} bytes"
        raise SourceTooLarge(reason, source=source, remedy="Name another")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DamagedSource("it is not UTF-8", source=source, remedy="Save it as UTF-8") from None
