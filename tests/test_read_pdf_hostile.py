"""PDFs made to do harm: each is read by a child with limits, and ends in one clear line."""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.errors import CounterdraftError
from counterdraft.read.from_pdf import from_pdf
from tests import rawpdf

if TYPE_CHECKING:
    from pathlib import Path

MEMORY = 3_000_000_000
SECONDS = 60
SOUND = rawpdf.pdf(rawpdf.page(rawpdf.stream(rawpdf.set_text("Urges States to act;"))))


class Ended(NamedTuple):
    code: int
    lines: list[str]


def parse(path: Path) -> Ended:
    """``counterdraft parse`` in a child that may take so much time and memory, and no more."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    done = subprocess.run(
        [sys.executable, "-m", "counterdraft", "parse", str(path)],
        capture_output=True, encoding="utf-8", timeout=2 * SECONDS, preexec_fn=limit, check=False,
    )  # fmt: skip
    assert done.stdout == ""
    return Ended(done.returncode, done.stderr.splitlines())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cut", SOUND[: len(SOUND) // 3], "damaged or cut off"),
        ("head", b"%PDF-1.7\n", "damaged or cut off"),
        ("locked", rawpdf.encrypted(b"secret"), "encrypted and asks for a password"),
        ("long", rawpdf.many_pages(10_000), "10,000 pages, more than the 3,000 read at once"),
        ("forms", rawpdf.nested_forms(12, 10), "more time or memory"),
        ("packed", rawpdf.pdf(rawpdf.page(rawpdf.packed(b" " * 300_000_000))), "no text"),
        ("ring", rawpdf.pdf([b"<</Type/Catalog/Pages 2 0 R>>",
                             b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "damaged or cut off"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)  # fmt: skip
def test_it_ends_in_one_clear_line(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(data)
    ended = parse(path)
    assert ended.code == 1
    assert len(ended.lines) == 1
    assert ended.lines[0].startswith(str(path))
    assert said in ended.lines[0]


def test_half_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    path.write_bytes(SOUND)
    with path.open("r+b") as stream:
        stream.truncate(500_000_000)  # sparse: it takes no room
    (line,) = parse(path).lines
    assert "larger than" in line


def test_what_a_file_would_run_or_fetch_is_not(tmp_path: Path) -> None:
    target = tmp_path / "touched"
    objects = rawpdf.page(rawpdf.stream(rawpdf.set_text("Urges States to act;")))
    objects[0] = (
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(touch %b)>>" % bytes(target) +
        b"/AA<</WC<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>>>>>"
    )  # fmt: skip
    document = from_pdf(rawpdf.pdf(objects), "x")
    assert document.text == "Urges States to act;"
    assert not target.exists()


@given(st.integers(0, len(SOUND)), st.binary(min_size=1, max_size=8))
def test_property_a_changed_file_gives_a_document_or_an_error_of_ours(
    at: int, change: bytes
) -> None:
    data = SOUND[:at] + change + SOUND[at + len(change) :]
    with suppress(CounterdraftError):
        document = from_pdf(data, "x.pdf")
        for block in document.blocks:
            assert 0 <= block.span.start < block.span.end <= len(document.text)
