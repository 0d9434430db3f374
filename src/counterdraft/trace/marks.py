"""Words changed → words with marks, for a terminal and in Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from counterdraft.model import WordEdit
from counterdraft.model.comparison import WordOp
from counterdraft.text.printable import printable

INDENT = "    "
NARROWEST = 30
"""Lines are no shorter, however narrow the terminal."""
_SIGNS: dict[WordOp, tuple[str, str]] = {
    "same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}"),
}  # fmt: skip
_COLOURS: dict[WordOp, tuple[str, str]] = {
    "same": ("", ""), "deleted": ("\x1b[31;9m", "\x1b[0m"), "inserted": ("\x1b[32;4m", "\x1b[0m"),
}  # fmt: skip


def wrapped(block: str, width: int) -> list[str]:
    """A block as lines, indented as its first is; what has colours was wrapped before."""
    if "\x1b" in block:
        return [block]
    indent = INDENT if block.startswith(INDENT) else ""
    return textwrap.wrap(block, width, subsequent_indent=indent, break_on_hyphens=False) or [""]


def in_signs(edits: Sequence[WordEdit], width: int, *, colour: bool = False) -> Iterator[str]:
    """Lines of at most ``width`` columns, indented: what goes in [-…-], what comes in {+…+}."""
    signed = "".join(map(_signed, edits))
    lines = textwrap.wrap(signed, width - len(INDENT) - 4, break_on_hyphens=False)
    for line in _carried(lines):
        yield _coloured(line) if colour else line


def _signed(edit: WordEdit) -> str:
    """The words in their signs, the blanks around them outside."""
    text = printable(edit.text if edit.op == "deleted" else edit.now or edit.text)
    words, (first, last) = text.strip(), _SIGNS[edit.op]
    start = text.find(words)
    return f"{text[:start]}{first}{words}{last}{text[start + len(words) :]}" if words else text


def _carried(lines: list[str]) -> Iterator[str]:
    """Lines in which a sign that goes on over the end of one opens the next again."""
    open_: tuple[str, str] | None = None
    for line in lines:
        body = line.strip()
        if open_ is not None:
            body = open_[0] + body
        last = max(_SIGNS.values(), key=lambda sign: body.rfind(sign[0]) if sign[0] else -1)
        goes_on = bool(last[0]) and body.rfind(last[0]) > body.rfind(last[1])
        open_ = last if goes_on else None
        yield INDENT + body + (open_[1] if open_ else "")


def _coloured(line: str) -> str:
    for op in ("deleted", "inserted"):
        for sign, colour in zip(_SIGNS[op], _COLOURS[op], strict=True):
            line = line.replace(sign, colour)
    return line
