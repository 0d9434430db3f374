"""A value → JSON that people can read too."""

from __future__ import annotations

import msgspec


def in_json(value: object) -> str:
    """A value of the model, or plain values, as indented JSON with a line end at its end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
