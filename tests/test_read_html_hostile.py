"""Pages made to do harm: each is read or refused in a process with limits of time and memory."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

# Seconds of processor time for all of them, and bytes of memory; an honest page takes a tenth of
# a second.
SECONDS, MEMORY = 40, 1_500_000_000
CHILD = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from counterdraft.errors import CounterdraftError
from counterdraft.read.from_html import from_html
for written in sys.argv[1:]:
    page = eval(written)
    data = page.encode() if isinstance(page, str) else page
    try:
        outcome = str(len(from_html(data[:20_000_000], "page.html").blocks))
    except CounterdraftError as error:
        outcome = type(error).__name__
    print(outcome, flush=True)
"""
PAGES = {
    "nested 100,000 deep": ("'<div>' * 100_000 + 'x'", "UnsafeSource"),
    "bold 100,000 deep": ("'<b>' * 100_000 + 'x'", "UnsafeSource"),
    "20 MB of div": ("'<div>' * 4_000_000", "SourceTooLarge"),
    "many siblings": ("'<div>x</div>' * 12_000", "12000"),
    "a million attributes": (
        "'<p ' + ' '.join(f'a{i}=1' for i in range(1_000_000)) + '>x'",
        "UnsafeSource",
    ),
    "attributes behind a quote": (
        "'<p b=\\'\"\\' ' + ' '.join(f'a{i}' for i in range(300_000)) + '>x'",
        "UnsafeSource",
    ),
    "attributes in all": (
        "('<p ' + ' '.join(f'a{i}' for i in range(1900)) + '>x</p>') * 1500",
        "UnsafeSource",
    ),
    "billion laughs": (
        "'<!DOCTYPE html [<!ENTITY a \"ha\">' + ''.join(f'<!ENTITY b{i} \"&b{i-1};&b{i-1};\">'"
        " for i in range(1, 40)) + ']><html xmlns=\"http://www.w3.org/1999/xhtml\"><p>&b39;'",
        "UnsafeSource",
    ),
    "a file by entity": (
        '\'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        "<html><p>&a;</p></html>'",
        "UnsafeSource",
    ),
    "NUL bytes": ("b'<p>Recalling\\0 it,' + b'</p><p>More text' * 300", "301"),
    "broken markup": ("'<p <b></i><<table<td></p a=\"<li>x</tr>&#xFFFFFF;&nosuch;' * 2000", None),
    "an open comment": ("'<p>x</p>' + '<!--' * 90_000", "1"),
    "an open quote": ("'<p>x</p><p a=\"' + 'b ' * 9_000_000", None),
    "empty rules": ("'<style>' + '{' * 5_000_000 + '</style><p>x'", "1"),
    "many rules": (
        "'<style>' + ''.join(f'p b.c{i} i, p i {{display: none}}' for i in range(5000))"
        " + '</style>' + '<p>x<i>y</i>' * 10_000",
        "10000",
    ),
    "nested counters": (
        "'<style>li{counter-reset:a}li::before{content:counters(a, \".\")}</style>'"
        " + '<ol><li>' * 900 + '<li>x' * 8_000",
        "8000",
    ),
    "reversed lists": ("'<ol reversed>' * 1500 + '<li>x' * 8_000", "8000"),
    "nested tables": ("'<table><tr><td>x' * 300 + '<tr><td>y</td></tr>' * 5_000", None),
    "calls of notes": (
        "''.join(f'<a href=#fn{i}><sup>{i % 900}</sup></a>' for i in range(5_000))"
        " + 'x' + ''.join(f'<p id=fn{i}>y</p>' for i in range(5_000))",
        None,
    ),
    "lines": ("'x,<br>' * 20_000", None),
    "a MIME within a MIME": (
        "'MIME-Version: 1.0\\nContent-Type: multipart/related; boundary=b0\\n\\n' + ''.join("
        "f'--b{i}\\nContent-Type: multipart/related; boundary=b{i+1}\\n\\n' for i in range(3000))",
        "DamagedSource",
    ),
    "scripts": ("'<script>while(1);</script><img src=x onerror=y()>' * 5_000", "NeedsBrowser"),
}


@pytest.fixture(scope="module")
def outcomes() -> dict[str, str]:
    """What became of each page: its blocks or its error; those after a crash are absent."""
    command = [sys.executable, "-c", CHILD, *(page for page, _ in PAGES.values())]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return dict(zip(PAGES, done.stdout.split(), strict=False))


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_or_refused_within_limits(
    outcomes: dict[str, str], name: str
) -> None:
    wanted = PAGES[name][1]
    assert name in outcomes
    assert wanted is None or outcomes[name] == wanted


def test_the_time_grows_with_the_page_and_no_faster() -> None:
    from counterdraft.read.from_html import from_html

    def took(paragraphs: int) -> float:
        data = ("<p>Recalling <i>its</i> resolution<br>of last year,</p>" * paragraphs).encode()
        start = time.process_time()
        from_html(data, "x")
        return time.process_time() - start

    took(100)  # what is imported and compiled is so once
    assert took(4_000) < 16 * took(1_000)
