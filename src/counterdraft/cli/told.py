"""The forms of a command that tells what it found, and has no picture of it."""

from __future__ import annotations

from enum import StrEnum


class ToldFormat(StrEnum):
    """How such a command shows what it finds."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"


TOLD_ENDINGS = {
    ".md": ToldFormat.markdown, ".markdown": ToldFormat.markdown, ".json": ToldFormat.json,
    ".txt": ToldFormat.terminal,
}  # fmt: skip
