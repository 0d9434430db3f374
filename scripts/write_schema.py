#!/usr/bin/env python3
"""Writes the JSON Schema of a resolution to docs/schema/; a test fails while it is out of date."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from counterdraft.model import Resolution

TARGET = Path(__file__).parent.parent / "docs" / "schema" / "resolution-1.json"


def main() -> None:
    """Writes the file."""
    schema = json.dumps(msgspec.json.schema(Resolution), indent=2, ensure_ascii=False)
    TARGET.write_text(schema + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
