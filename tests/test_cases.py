"""Golden cases: every folder of ``cases/parse`` is a test by being there.

``input.*`` is read as the command would read it; what is parsed must be what ``expected.json``
says. Keys that it leaves out are left open. ``note`` says what the case is about.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from counterdraft.model import Document, Paragraph, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

CASES = Path(__file__).parent / "cases" / "parse"
HEADER = {
    *("organ", "kind", "title", "symbol", "session", "session_kind", "date", "committee"),
    *("agenda_item", "draft_symbol", "sponsors", "headings", "annexes"),
}
PARAGRAPH = {"id", "number", "phrase", "text", "addressees"}

Expected = dict[str, Any]


def parsed(case: Path) -> tuple[Resolution, ...]:
    (source,) = case.glob("input.*")
    return parse(document(source))


def document(source: Path) -> Document:
    return read(source.read_bytes(), str(source))


def expected(case: Path) -> list[Expected]:
    said: list[Expected] = json.loads((case / "expected.json").read_text("utf-8"))["resolutions"]
    return said


def header(resolution: Resolution, key: str) -> object:
    if key == "headings":
        return [heading.text for heading in resolution.headings]
    if key == "annexes":
        return [annex.label for annex in resolution.annexes]
    value = getattr(resolution, key)
    return list(value) if isinstance(value, tuple) else value


def field(paragraph: Paragraph, key: str) -> object:
    if key == "addressees":
        return sorted({each.class_ for each in paragraph.addressees})
    return getattr(paragraph, key)


def differences(resolution: Resolution, said: Expected) -> list[str]:
    """What is not as expected, a line each."""
    found = [
        f"{key}: got {header(resolution, key)!r}, expected {value!r}"
        for key, value in said.items()
        if key != "paragraphs" and header(resolution, key) != value
    ]
    present = {paragraph.id: paragraph for paragraph in resolution.paragraphs}
    ids = [paragraph["id"] for paragraph in said["paragraphs"]]
    if list(present) != ids:
        found.append(f"paragraphs: got {list(present)}, expected {ids}")
    for wanted in said["paragraphs"]:
        if wanted["id"] not in present:
            continue
        for key in wanted:
            value = sorted(set(wanted[key])) if key == "addressees" else wanted[key]
            got = field(present[wanted["id"]], key)
            if got != value:
                found.append(f"{wanted['id']} {key}: got {got!r}, expected {value!r}")
    return found


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_the_case_is_parsed_as_expected(case: Path) -> None:
    resolutions, wanted = parsed(case), expected(case)
    assert len(resolutions) == len(wanted)
    faults = [
        f"resolution {i}, {fault}"
        for i, (resolution, said) in enumerate(zip(resolutions, wanted, strict=True), 1)
        for fault in differences(resolution, said)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_the_case_says_only_what_is_compared(case: Path) -> None:
    for said in expected(case):
        assert set(said) - {"paragraphs"} <= HEADER
        assert all(set(paragraph) <= PARAGRAPH for paragraph in said["paragraphs"])
