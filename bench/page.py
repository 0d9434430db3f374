"""Tables, on the screen and in docs/benchmarks.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

PAGE = ROOT / "docs" / "benchmarks.md"
SHORT = "falls short"
NONE = "–"


class Table(NamedTuple):
    """A table with its heading and what is to be known of it."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    text: str = ""

    def markdown(self) -> str:
        lines = [f"### {self.title}", ""]
        if self.text:
            lines += [self.text, ""]
        for row in (self.header, ("---",) * len(self.header), *self.rows):
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
        return "\n".join(lines) + "\n"


QUALITY = ("figure", "target", "measured", "development data", "")


def share(value: float | None) -> str:
    return NONE if value is None else f"{value:.4f}"


def line(
    figure: str, measured: float | None, development: float | None, target: float | None
) -> tuple[str, ...]:
    """A row of shares; what is shown is what is compared with the target.

    Where nothing but development data is there, it is that.
    """
    judged = development if measured is None else measured
    short = target is not None and judged is not None and round(judged, 4) < target
    wanted = NONE if target is None else f"≥ {target:g}"
    return (figure, wanted, share(measured), share(development), SHORT if short else "")


def markers(script: str) -> tuple[str, str]:
    return f"<!-- {script} writes from here -->", f"<!-- {script} writes to here -->"


def write(script: str, tables: Iterable[Table]) -> None:
    """Put the tables into the script's own section of the page of benchmarks."""
    put(PAGE, script, "\n".join(table.markdown() for table in tables))


def put(path: Path, script: str, body: str) -> None:
    """Put text into the script's own section of a page."""
    page = path.read_text(encoding="utf-8")
    first, last = markers(script)
    before, found, rest = page.partition(first)
    _, closed, after = rest.partition(last)
    if not found or not closed:
        raise SystemExit(f"{path}: the lines {first} and {last} are not there")
    path.write_text(f"{before}{first}\n\n{body}\n{last}{after}", encoding="utf-8")
