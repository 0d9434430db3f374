"""What a job answers, as the bytes of a file or for standard output."""

from __future__ import annotations

from collections.abc import Iterable

from counterdraft.errors import one_line
from counterdraft.text.in_json import in_json

__all__ = ["json_bytes", "line_bytes"]


def line_bytes(lines: Iterable[str]) -> bytes:
    """Lines as text in UTF-8; a name in one cannot command the terminal."""
    return "".join(f"{one_line(line)}\n" for line in lines).encode("utf-8", "replace")


def json_bytes(value: object) -> bytes:
    """A value as JSON that people can read too."""
    return in_json(value).encode()
