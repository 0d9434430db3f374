"""Where in a TOML file a key stands: its line, for whoever is to mend it.

The standard reader of TOML tells no lines of what it has read. Tables are found by their headers
and keys by how a line begins; what is written otherwise, in a table within braces, is found by the
line of the nearest key around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_STEP = re.compile(r"([\w-]+)|\[(\d+)\]")
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_BRACE = re.compile(r"\{")
_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")


def line_of(text: str, path: str) -> int:
    """The line, from 1, of the key at ``path`` ("topic[2].terms[4]"); of what is nearest to it."""
    lines = text.splitlines()
    steps = [name or int(number) for name, number in _STEP.findall(path)]
    first, last, steps = _table(lines, steps)
    line = first
    if steps and isinstance(steps[0], str):
        line = _key(lines, steps[0], first, last) or first
        if len(steps) > 1 and isinstance(steps[1], int):
            mark = _BRACE if len(steps) > 2 else _STRING
            line = _item(lines, line, last, steps[1], mark)
    return min(line + 1, max(len(lines), 1))


def _table(lines: Sequence[str], steps: Sequence[str | int]) -> tuple[int, int, list[str | int]]:
    """The lines of the innermost table with a header of its own, and the steps within it."""
    rest, name, low, high = list(steps), "", 0, len(lines)
    while len(rest) >= 2 and isinstance(rest[0], str) and isinstance(rest[1], int):
        wanted = f"{name}.{rest[0]}" if name else rest[0]
        headers = [n for n in range(low, high) if _name(lines[n]) == wanted]
        if len(headers) <= rest[1]:
            break
        ends = [n for n in headers if n > headers[rest[1]]]
        low, high, name = headers[rest[1]], ends[0] if ends else high, wanted
        rest = rest[2:]
    return low, high, rest


def _name(line: str) -> str | None:
    found = _HEADER.match(line)
    return found[1] if found else None


def _key(lines: Sequence[str], key: str, first: int, last: int) -> int | None:
    begins = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    return next((n for n in range(first, last) if begins.match(lines[n])), None)


def _item(lines: Sequence[str], line: int, last: int, number: int, mark: re.Pattern[str]) -> int:
    """The line of an item of the array that begins at ``line``, counted by its marks."""
    passed = 0
    for n in range(line, last):
        part = lines[n].split("=", 1)[1] if n == line and "=" in lines[n] else lines[n]
        count = len(mark.findall(part))
        if passed + count > number:
            return n
        passed += count
    return line
