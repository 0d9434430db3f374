"""Takes the pictures of briefs in docs/images anew, with Debian's Chromium."""

from __future__ import annotations

import base64
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
PAGES = (0, 5)  # of the brief as PDF: what the draft is, and its text
HEIGHT = 700  # of a page of it, in pixels


def main() -> None:
    """Writes the files."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page()
        html, pdf = Path(folder, "brief.html"), Path(folder, "brief.pdf")
        brief("article.txt", html)
        shoot(page, html, IMAGES / "brief.png", 1200, 875)
        brief("rival.pdf", pdf)
        beside = Path(folder, "beside.html")
        beside.write_text(side_by_side(pdf), encoding="utf-8")
        shoot(page, beside, IMAGES / "brief-pdf.png", 1018, HEIGHT + 2)
        browser.close()


def brief(example: str, output: Path) -> None:
    """The brief of an example."""
    command = [sys.executable, "-m", "counterdraft", "brief", example, "-o", str(output)]
    subprocess.run(command, check=True, cwd=ROOT / "examples")


def shoot(page: Page, source: Path, to: Path, width: int, height: int) -> None:
    """The top of a page, as a browser shows it."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(source.as_uri())
    page.screenshot(path=to)


def side_by_side(pdf: Path) -> str:
    """The pages as a page in HTML, each in a thin frame."""
    document = pypdfium2.PdfDocument(pdf)
    images = [
        f'<img height="{HEIGHT}" style="border: 1px solid #bbb" src="{bitmap(document[number])}">'
        for number in PAGES
    ]
    style = "margin: 0; display: flex; justify-content: space-between"
    return f'<meta charset="utf-8"><body style="{style}">{"".join(images)}'


def bitmap(page: pypdfium2.PdfPage) -> str:
    """The page as an image in BMP, which needs no library."""
    rendered = page.render(scale=2, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
    width, height = rendered.width, rendered.height
    pixels = bytes(rendered.buffer)
    head = struct.pack("<2sIII", b"BM", 54 + len(pixels), 0, 54)
    head += struct.pack("<IiiHHIIiiII", 40, width, -height, 1, 32, 0, len(pixels), 0, 0, 0, 0)
    return "data:image/bmp;base64," + base64.b64encode(head + pixels).decode()


if __name__ == "__main__":
    main()
