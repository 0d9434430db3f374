"""The published contract: its schema is that of the model, and what ``parse`` writes obeys it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import msgspec
import pytest

from counterdraft.model import SCHEMA, Resolution

DOCS = Path(__file__).parent.parent / "docs"
PUBLISHED = DOCS / "schema" / "resolution-1.json"


def test_the_published_schema_is_that_of_the_model() -> None:
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    present = json.loads(json.dumps(msgspec.json.schema(Resolution)))
    assert published == present, "run scripts/write_schema.py"


def test_the_file_has_the_name_of_the_schema() -> None:
    assert f"counterdraft/{PUBLISHED.stem.replace('-', '/')}" == SCHEMA


def test_every_field_is_explained() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    shapes = json.loads(PUBLISHED.read_text(encoding="utf-8"))["$defs"].values()
    fields = {name for shape in shapes for name in shape.get("properties", ())}
    first_cells = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    assert fields == set(re.findall(r"`(\w+)`", " ".join(first_cells)))


@pytest.mark.usefixtures("checkout")
def test_parse_writes_what_the_schema_says_and_nothing_else() -> None:
    command = ["counterdraft", "parse", "examples/article.txt", "--format", "jsonl"]
    lines = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()
    assert lines
    for line in lines:
        again = msgspec.json.encode(msgspec.json.decode(line, type=Resolution))
        assert json.loads(again) == json.loads(line)
