"""On which line of a TOML file a key stands: its reader gives values, and not where they are.

What is wrong in a file that a person wrote is told at that line and key, alike for every such file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence

Path = tuple[str | int, ...]
# What tomllib raises for words that it cannot read; the second where lists stand in lists.
UNREADABLE = (tomllib.TOMLDecodeError, RecursionError)
_KINDS = {
    "str": "words in quotes", "int": "a whole number", "array": "a list in square brackets",
    "object": "a table", "bool": "true or false", "float": "a number",
}  # fmt: skip
_WANTED = re.compile(r"[Ee]xpected `(\w+)")
_BOUND = re.compile(r"Expected `(\w+)`( of length)? (<=|>=) (\d+)")
_TABLE = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_BRACE = re.compile(r"\{")
_MOST_TRIED = 50  # keys before which a file is read, to see where what is wrong begins
# What is between these is no key, on however many lines.
_STRING = re.compile(r"\"\"\"(?:\\.|[^\\])*?\"\"\"|\'\'\'.*?\'\'\'", re.DOTALL)


def line_of(text: str, path: Path) -> int | None:
    """The line, from 1, of the key at a path such as ("drafts",) or ("events", 2, "date").

    Numbers are places in an array, from 0: of tables, or of what stands on one key's lines, which
    is counted by its strings or, where the path leads on, by its braces. A path that is not found
    is shortened from its end; None where its first key is nowhere.
    """
    lines = dict(reversed(list(_keys(text))))
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            line, rest = lines[path[:length]], path[length:]
            if rest and isinstance(rest[0], int):
                after = min((each for each in lines.values() if each > line), default=None)
                mark = _BRACE if len(rest) > 1 else _QUOTED
                return _item(text.split("\n")[: after and after - 1], line, rest[0], mark)
            return line
    return None


def place_of(text: str, path: Path) -> str:
    """The line of a key and the key as people read it: "line 6, events.2.date", from 1."""
    line = line_of(text, path)
    return ", ".join(part for part in (f"line {line}" if line else "", key_of(path)) if part)


def key_of(path: Path) -> str:
    """A path with its parts apart by stops, the entries of a list counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _item(lines: Sequence[str], line: int, number: int, mark: re.Pattern[str]) -> int:
    """The line of an item of the array that begins at ``line``; ``lines`` end where that does."""
    passed = 0
    for at in range(line, len(lines) + 1):
        part = lines[at - 1].partition("=")[2] if at == line else lines[at - 1]
        passed += len(mark.findall(part))
        if passed > number:
            return at
    return line


def syntax_line(error: Exception) -> int | None:
    """The line that a syntax error names; None where it names none."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else None


def syntax_fault(error: Exception, text: str) -> tuple[str, str]:
    """What is wrong with the syntax of a file, and the place: its line.

    Of what is not closed before the next key, or the end of the file, it is the line on which that
    begins, and the key.
    """
    if isinstance(error, RecursionError):
        return "its lists or tables stand too deep in each other", ""
    line, reason = syntax_line(error), re.sub(r" \(at .*\)$", "", str(error))
    begun = _begun(text) if line is None or _begins(text, line) else None
    if line is not None and begun is not None and begun < line:
        reason = f"what begins here is not closed before line {line}"
    found = begun or line
    return f"it is not TOML: {reason}", _place(text, found, named=begun != line) if found else ""


def _begins(text: str, line: int) -> bool:
    """Whether a line begins with a key, or names a table."""
    found = "".join(text.split("\n")[line - 1 : line])
    return bool(_KEY.match(found) or _TABLE.match(found))


def _place(text: str, line: int, *, named: bool) -> str:
    """A line, and the key that it begins with where that is to be ``named``."""
    key = {number: path for path, number in _keys(text)}.get(line) if named else None
    return f"line {line}, {key_of(key)}" if key else f"line {line}"


def wanted_said(message: str) -> str | None:
    """What the types want in place of a value, in words; None where a message does not say it."""
    if bound := _BOUND.match(message):
        return _bounded(*bound.groups())
    found = _WANTED.match(message)
    return f"it should be {_KINDS.get(found[1], found[1])}" if found else None


def _bounded(kind: str, of: str | None, side: str, number: str) -> str:
    """What is said of a value of the right kind that is too small or too large."""
    if of is None:
        return f"it should be {number} {'or more' if side == '>=' else 'at most'}"
    if side == ">=":
        return "it is empty" if number == "1" else f"it should have {number} or more"
    return f"it has more than {number} {'characters' if kind == 'str' else 'entries'}"


def _begun(text: str) -> int | None:
    """The line of the last key before which a file can be read: there begins what cannot."""
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines, 1) if _KEY.match(line) or _TABLE.match(line)]
    for number in starts[: -_MOST_TRIED - 1 : -1]:
        try:
            tomllib.loads("\n".join(lines[: number - 1]))
        except UNREADABLE:
            continue
        return number
    return None


def _keys(text: str) -> Iterator[tuple[Path, int]]:
    """Every key and table with its line, in order."""
    blank = _STRING.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(blank.split("\n"), 1):
        if head := _TABLE.match(line):
            table = _within(_parts(head[2]), counts)
            if head[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                yield table, number
                table = (*table, counts[table])
            yield table, number
        elif key := _KEY.match(line):
            path = (*table, *_parts(key[1]))
            yield from ((path[:length], number) for length in range(len(table) + 1, len(path) + 1))


def _within(name: Path, counts: dict[Path, int]) -> Path:
    """The path of a table: one within an array of tables is in the last of these."""
    path: Path = ()
    for part in name[:-1]:
        path = (*path, part)
        path = (*path, counts[path]) if path in counts else path
    return (*path, *name[-1:])


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(key))
