"""On which line of a TOML file a key stands: its reader gives values, and not where they are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

Path = tuple[str | int, ...]
_TABLE = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
# What is between these is no key, on however many lines.
_STRING = re.compile(r"\"\"\"(?:\\.|[^\\])*?\"\"\"|\'\'\'.*?\'\'\'", re.DOTALL)


def line_of(text: str, path: Path) -> int | None:
    """The line, from 1, of the key at a path such as ("drafts",) or ("events", 2, "date").

    Numbers are places in an array of tables, from 0. A path that is not found is shortened from
    its end; None where its first key is nowhere.
    """
    lines = dict(reversed(list(_keys(text))))
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def syntax_line(error: tomllib.TOMLDecodeError) -> int | None:
    """The line that a syntax error names; None where it names none."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else None


def _keys(text: str) -> Iterator[tuple[Path, int]]:
    """Every key and table with its line, in order."""
    blank = _STRING.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(blank.split("\n"), 1):
        if head := _TABLE.match(line):
            table = _parts(head[2])
            if head[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                yield table, number
                table = (*table, counts[table])
            yield table, number
        elif key := _KEY.match(line):
            path = (*table, *_parts(key[1]))
            yield from ((path[:length], number) for length in range(len(table) + 1, len(path) + 1))


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(key))
