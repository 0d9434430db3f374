#!/usr/bin/env python3
"""Writes the JSON Schemas to docs/schema/; a test fails while one is out of date."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from counterdraft.model import Comparison, Resolution
from counterdraft.model.coverage import Coverage, CoverageBeside
from counterdraft.model.finding import Findings
from counterdraft.model.verdict import Verdicts
from counterdraft.trace.to_json import TracedText

FOLDER = Path(__file__).parent.parent / "docs" / "schema"
PUBLISHED = {
    "resolution-1.json": Resolution,
    "comparison-1.json": Comparison,
    "provenance-1.json": TracedText,
    "coverage-1.json": Coverage,
    "coverage-beside-1.json": CoverageBeside,
    "findings-1.json": Findings,
    "verdicts-1.json": Verdicts,
}


def main() -> None:
    """Writes the files."""
    for name, model in PUBLISHED.items():
        schema = json.dumps(msgspec.json.schema(model), indent=2, ensure_ascii=False)
        (FOLDER / name).write_text(schema + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
