"""LibreOffice accepts and rejects our redlines: it finds B and A in them, as Word's users will."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from counterdraft.export.to_docx import to_docx
from counterdraft.jobs.compare import compare_files, redlined
from counterdraft.parse.parse import parse
from counterdraft.read.from_docx import from_docx
from counterdraft.text.straight import straighten
from tests.libreoffice import python_with_uno, settled_by_libreoffice

if TYPE_CHECKING:
    from tests.libreoffice import Outcome

pytestmark = pytest.mark.skipif(
    python_with_uno() is None,
    reason="no LibreOffice that takes orders (Debian: apt install libreoffice-writer python3-uno)",
)

ROOT = Path(__file__).parent.parent
EXAMPLES, CASES = ROOT / "examples", ROOT / "tests" / "cases" / "parse"
PAIRS = {
    "a text and its revision": (EXAMPLES / "rival.txt", EXAMPLES / "revised.txt"),
    "in the file that A is": (EXAMPLES / "draft.docx", EXAMPLES / "revised.txt"),
    "back to an earlier text": (EXAMPLES / "revised.txt", EXAMPLES / "draft.docx"),
    "rivals": (EXAMPLES / "draft.docx", CASES / "human_rights_council"),
    "footnotes come": (CASES / "economic_and_social_council", CASES / "html_footnotes"),
    "footnotes go": (CASES / "html_footnotes", CASES / "security_council"),
    "lists within lists": (CASES / "html_nested_lists", CASES / "wrapped_72_indented"),
    "numbers out of order": (CASES / "rolling_bis_alt_brackets", CASES / "mun_capitals"),
}


class Case(NamedTuple):
    """A redline, and what is to be found in it."""

    data: bytes
    wanted: dict[Outcome, list[object]]


def said(data: bytes) -> list[object]:
    """What a Word file says; marks are plain, for what stays keeps A's kinds of them."""
    (found,) = parse(from_docx(data, "a.docx"))
    paragraphs = [(p.number, p.phrase, straighten(p.text)) for p in found.paragraphs]
    headings = [heading.text for heading in found.headings]
    notes = [straighten(note.text) for note in found.footnotes]
    return [found.title, found.formula, headings, paragraphs, notes]


def file(path: Path) -> Path:
    return path if path.is_file() else next(path.glob("input.*"))


def case(a: Path, b: Path) -> Case:
    found = compare_files(str(file(a)), str(file(b)))
    data = redlined(found, author="Ada Vell", date="2026-11-01T09:00:00Z")
    sides = [(side.resolutions[0], side.document) for side in (found.a, found.b)]
    given = a.read_bytes() if a.suffix == ".docx" else to_docx(*sides[0])
    return Case(data, {"original": said(given), "final": said(to_docx(*sides[1]))})


@pytest.fixture(scope="module")
def settled() -> dict[tuple[str, Outcome], tuple[list[object], list[object]]]:
    """Of every pair what LibreOffice made of its redline, and what is wanted."""
    cases = {name: case(*pair) for name, pair in PAIRS.items()}
    asked = [(name, outcome) for name, each in cases.items() for outcome in each.wanted]
    made = settled_by_libreoffice([(cases[name].data, outcome) for name, outcome in asked])
    return {
        (name, outcome): (said(data), cases[name].wanted[outcome])
        for (name, outcome), data in zip(asked, made, strict=True)
    }


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("outcome", ["original", "final"])
def test_libreoffice_finds_a_and_b(
    settled: dict[tuple[str, Outcome], tuple[list[object], list[object]]],
    name: str, outcome: Outcome,
) -> None:  # fmt: skip
    found, wanted = settled[name, outcome]
    assert found == wanted
