"""Real texts written as Word files and web pages, printed to PDF, read and parsed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench import written_docx, written_html
from bench.page import SHORT, Table, share
from bench.sampled import SAMPLE, sampled
from bench.scoring import parse_to, parsed_in, score_all
from bench.shared import AKN_GOLD, tool
from bench.texts import show_faults
from counterdraft.read.from_akn import from_akn

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from bench.corpora import Group
    from bench.sampled import Sampled
    from bench.texts import Runs

_WANTED = 0.99
_HEADER = (
    "printed", "precision", "recall", "F1", "number", "phrase",
    "development data: F1", "number", "phrase", "",
)  # fmt: skip
_MARGIN = "2cm"


class Press(NamedTuple):
    """What is printed by what."""

    name: str
    write: Callable[[ModuleType, list[Sampled], Path], None]
    print: Callable[[Path], None]


def printouts(runs: Runs) -> Table:
    """Each resolution of the sample once from a Word file, once from a web page."""
    corpus = runs.corpora.general_assembly()
    rows = []
    for press in _PRESSES:
        measured, development = (_measure(runs, group, press) for group in corpus)
        rows.append(_row(press.name, measured, development))
    text = (
        f"The {SAMPLE} resolutions of even sessions that are written as Word files and as web "
        "pages, each printed to PDF once from either: Word files by LibreOffice, web pages by "
        "Chromium, the manners of writing taken in turn; and as many of odd sessions as "
        f"development data. Wanted: an F1 of {_WANTED}."
    )
    return Table("PDFs printed by other programs", _HEADER, rows, text)


def _row(name: str, one: dict[str, float], other: dict[str, float]) -> tuple[str, ...]:
    cells = [share(one[each]) for each in ("precision", "recall", "f1", "number", "phrase")]
    cells += [share(other[each]) for each in ("f1", "number", "phrase")]
    return (name, *cells, SHORT if round(one["f1"], 4) < _WANTED else "")


def _measure(runs: Runs, group: Group, press: Press) -> dict[str, float]:
    folder = group.folder / f"printouts-{press.name.split()[0].lower()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    chosen = sampled(group)
    press.write(tool(runs.corpora.shared.path(AKN_GOLD)), chosen, folder)
    press.print(folder)
    gold, parsed = folder / "gold.jsonl", folder / "parsed.jsonl"
    gold.write_text("".join(json.dumps(each.record) + "\n" for each in chosen), "utf-8")
    parse_to(sorted(folder.glob("*.pdf")), parsed, processes=runs.processes)
    if runs.worst and group == runs.corpora.general_assembly().odd:
        show_faults(runs, (each.record for each in chosen), parsed_in(parsed))
    (figures,) = score_all(runs.tool, [gold], [parsed])
    return figures


# -- Word files, by LibreOffice


def _write_docx(_: ModuleType, chosen: list[Sampled], folder: Path) -> None:
    manners = list(written_docx.MANNERS)
    for n, each in enumerate(chosen):
        document = from_akn(each.xml.read_bytes(), each.xml.name)
        data = written_docx.docx_of(each.record, document, manners[n % len(manners)])
        (folder / f"{each.xml.stem}.docx").write_bytes(data)


def _print_docx(folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True, capture_output=True,
    )  # fmt: skip


# -- web pages, by Chromium


def _write_html(gold: ModuleType, chosen: list[Sampled], folder: Path) -> None:
    manners = list(written_html.MANNERS)
    for n, each in enumerate(chosen):
        written = written_html.written(gold, each.record, each.xml)
        data = written_html.html_of(written, manners[n % len(manners)])
        (folder / f"{each.xml.stem}.html").write_bytes(data)


def _print_html(folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    margins = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(offline=True).new_page()
        for path in sorted(folder.glob("*.html")):
            page.goto(path.as_uri())
            page.pdf(path=path.with_suffix(".pdf"), format="A4", margin=margins)  # type: ignore[arg-type]
        browser.close()


_PRESSES = (
    Press("Word files, by LibreOffice", _write_docx, _print_docx),
    Press("Web pages, by Chromium", _write_html, _print_html),
)
