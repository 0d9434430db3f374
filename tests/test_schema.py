"""The published contracts: their schemas are those of the models, and what is written obeys."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import msgspec
import pytest

from counterdraft.model import (
    COMPARISON_SCHEMA,
    PROVENANCE_SCHEMA,
    SCHEMA,
    Comparison,
    Resolution,
)
from counterdraft.model.coverage import BESIDE_SCHEMA, COVERAGE_SCHEMA, Coverage, CoverageBeside
from counterdraft.model.finding import FINDINGS_SCHEMA, Findings
from counterdraft.model.verdict import VERDICTS_SCHEMA, Verdicts
from counterdraft.trace.to_json import TracedText

DOCS = Path(__file__).parent.parent / "docs"
PUBLISHED = [
    (DOCS / "schema" / "resolution-1.json", Resolution, SCHEMA),
    (DOCS / "schema" / "comparison-1.json", Comparison, COMPARISON_SCHEMA),
    (DOCS / "schema" / "provenance-1.json", TracedText, PROVENANCE_SCHEMA),
    (DOCS / "schema" / "coverage-1.json", Coverage, COVERAGE_SCHEMA),
    (DOCS / "schema" / "coverage-beside-1.json", CoverageBeside, BESIDE_SCHEMA),
    (DOCS / "schema" / "findings-1.json", Findings, FINDINGS_SCHEMA),
    (DOCS / "schema" / "verdicts-1.json", Verdicts, VERDICTS_SCHEMA),
]


@pytest.mark.parametrize(("path", "model", "name"), PUBLISHED, ids=lambda each: str(each)[-25:])
def test_a_published_schema_is_that_of_its_model(
    path: Path, model: type[msgspec.Struct], name: str
) -> None:
    published = json.loads(path.read_text(encoding="utf-8"))
    present = json.loads(json.dumps(msgspec.json.schema(model)))
    assert published == present, "run scripts/write_schema.py"
    assert f"counterdraft/{'/'.join(path.stem.rsplit('-', 1))}" == name


def test_every_field_is_explained() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    published = [json.loads(path.read_text(encoding="utf-8")) for path, _, _ in PUBLISHED]
    shapes = [shape for each in published for shape in each["$defs"].values()]
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


@pytest.mark.usefixtures("checkout")
def test_compare_writes_what_the_schema_says_and_nothing_else() -> None:
    files = ["examples/rival.txt", "examples/revised.txt"]
    command = ["counterdraft", "compare", *files, "--format", "json"]
    written = subprocess.run(command, capture_output=True, check=True).stdout
    again = msgspec.json.encode(msgspec.json.decode(written, type=Comparison))
    assert json.loads(again) == json.loads(written)


JUDGED = [
    ("cover examples/rival.txt --mandate coi-dprk", Coverage),
    ("cover examples/rival.txt --mandate dialogue --against examples/article.txt", CoverageBeside),
    ("flag examples/article.txt --against examples/rival.txt --sponsor Orlavia", Findings),
    ("verify examples/article.txt --register examples/registers", Verdicts),
]


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(("command", "model"), JUDGED)
def test_judgement_is_written_as_the_schema_says_and_nothing_else(
    command: str, model: type[msgspec.Struct]
) -> None:
    parts = ["counterdraft", *command.split(), "--format", "json"]
    written = subprocess.run(parts, capture_output=True, check=True).stdout
    again = msgspec.json.encode(msgspec.json.decode(written, type=model))
    assert json.loads(again) == json.loads(written)
