"""A Provenance → text for a terminal: clause by clause where it stood, and what was changed.

What the source had and the clause has not is struck, what is new underlined; without colour
the one stands in [-…-] and the other in {+…+}. Nothing in the texts reaches the terminal as a
command.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from counterdraft.model import ClauseTrace, Provenance, WordEdit
from counterdraft.model.comparison import WordOp
from counterdraft.text.paragraph_label import paragraph_label
from counterdraft.text.printable import printable
from counterdraft.text.traced import VERDICTS, sentences, summary

_INDENT = "    "
_NARROWEST = 30
_SIGNS: dict[WordOp, tuple[str, str]] = {
    "same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}"),
}  # fmt: skip
_COLOURS: dict[WordOp, tuple[str, str]] = {
    "same": ("", ""), "deleted": ("\x1b[31;9m", "\x1b[0m"), "inserted": ("\x1b[32;4m", "\x1b[0m"),
}  # fmt: skip


def to_text(provenance: Provenance, *, width: int = 100, colour: bool = False) -> str:
    """The provenance in lines of at most ``width`` columns."""
    width = max(width, _NARROWEST)
    blocks = [*map(printable, summary(provenance)), ""]
    for clause in provenance.clauses:
        blocks += [*_clause(clause, width, colour=colour), ""]
    lines = [line for block in blocks for line in _wrapped(block, width)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _wrapped(block: str, width: int) -> list[str]:
    if "\x1b" in block:  # was wrapped before it was coloured
        return [block]
    indent = _INDENT if block.startswith(_INDENT) else ""
    return textwrap.wrap(block, width, subsequent_indent=indent, break_on_hyphens=False) or [""]


def _clause(clause: ClauseTrace, width: int, *, colour: bool) -> Iterator[str]:
    label = paragraph_label(clause.paragraph, clause.number)
    opening = textwrap.shorten(clause.text, max(width - len(label) - 20, 20), placeholder=" …")
    yield printable(f"{label}  {VERDICTS[clause.verdict]}: {opening}")
    for sentence in sentences(clause):
        yield _INDENT + printable(sentence)
    if clause.matches and clause.matches[0].edits:
        yield from _changes(clause.matches[0].edits, width, colour=colour)


def _changes(edits: tuple[WordEdit, ...], width: int, *, colour: bool) -> Iterator[str]:
    """The clause with the words changed against its source."""
    signed = "".join(map(_signed, edits))
    lines = textwrap.wrap(signed, width - len(_INDENT) - 4, break_on_hyphens=False)
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
        yield _INDENT + body + (open_[1] if open_ else "")


def _coloured(line: str) -> str:
    for op in ("deleted", "inserted"):
        for sign, colour in zip(_SIGNS[op], _COLOURS[op], strict=True):
            line = line.replace(sign, colour)
    return line
