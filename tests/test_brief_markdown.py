"""The Markdown of a brief: readable, its tables whole, its links good, and safe."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.brief.brief import brief
from counterdraft.brief.report import (
    Chapter,
    Evidence,
    FullText,
    Group,
    Mark,
    Passage,
    Report,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.brief.to_markdown import to_markdown
from counterdraft.model import Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.text.markdown import plain

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "cases" / "parse").glob("*/input.*"))
EXAMPLES = [ROOT / "examples" / "article.txt", ROOT / "examples" / "rival.txt"]


@cache
def markdown_of(path: Path) -> str | None:
    document = from_text(path.read_bytes(), str(path))
    resolutions = parse(document)
    return to_markdown(brief(document, resolutions)) if resolutions else None


def name_of(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def table_of(text: str) -> Report:
    said = Statement(text, (Evidence("op1", Span(0, len(text)), "OP1"),), "quote")
    table = Table("T", ("A", "B"), (Group(None, (Row(((said,), (said,))),)),))
    mark = Mark("phrase", Span(0, len(text)))
    passage = Passage(
        id="op1", kind="paragraph", label="OP1", text=text, span=Span(0, len(text)), marks=(mark,)
    )
    sections = (Section("s", "S", (table, FullText(None, (passage,)))),)
    chapter = Chapter("T", ("Draft",), sections)
    return Report(title=text, source="s", language="en", generator="g", chapters=(chapter,))


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=name_of)
def test_every_link_leads_to_an_anchor_and_every_row_is_whole(path: Path) -> None:
    text = markdown_of(path)
    if text is None:
        return
    links = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert links
    assert links <= set(re.findall(r'<a id="([^"]+)"></a>', text))
    columns = 0
    for line in text.splitlines():
        if not line.startswith("|"):
            columns = 0
            continue
        count = len(re.findall(r"(?<!\\)\|", line))
        assert columns in {0, count}
        columns = count


def test_the_example_reads_as_it_should() -> None:
    text = markdown_of(EXAMPLES[1])
    assert text is not None
    assert text.startswith("# Brief: Situation of human rights in the Republic of Orlavia\n")
    assert "| Symbol | A/C.3/81/L.23 ([line 1](#around-1)) |" in text
    assert '<a id="op6"></a>**OP6** *Invites* **the treaty bodies** and ' in text
    assert "(notes: [1](#note-1), [2](#note-2))" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("<script>", "&lt;script&gt;"),
        ("*not* _this_ [x](y) `z`", r"\*not\* \_this\_ \[x\](y) \`z\`"),
        ("1. not a list", r"1\. not a list"),
        ("- nor this", r"\- nor this"),
        ("two\nlines", "two lines"),
        ("# no heading", r"\# no heading"),
        ("\x00", "\ufffd"),
    ],
)
def test_words_never_become_markup(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(max_size=60))
def test_property_a_table_holds_whatever_stands_in_it(text: str) -> None:
    lines = [line for line in to_markdown(table_of(text)).splitlines() if line.startswith("| ")]
    counts = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines}
    assert counts == {3}


@given(st.text(max_size=60))
def test_property_no_tags_but_ours(text: str) -> None:
    tags = set(re.findall(r"<[^>]*>", to_markdown(table_of(text))))
    assert tags <= {f'<a id="{name}">' for name in ("top", "s", "op1")} | {"</a>", "<br>"}
