"""Verdicts → text for a terminal. Nothing in the text reaches the terminal as a command."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from counterdraft.model.verdict import Verdict, Verdicts
from counterdraft.text.printable import printable
from counterdraft.verify.summary import label, summary, telling, unsettled, unsettled_said
from counterdraft.wording.english import shortened

_INDENT = "    "
_WITHIN = str.maketrans("“”", "‘’")  # a quotation within one
_NARROWEST = 30
_BOLD, _END = "\x1b[1m", "\x1b[0m"


def to_text(found: Verdicts, *, width: int = 100, colour: bool = False) -> str:
    """The verdicts in lines of at most ``width`` columns."""
    width = max(width, _NARROWEST)
    lines = [line for each in summary(found) for line in _wrapped(each, width)]
    for verdict in telling(found):
        lines += ["", *_one(verdict, width, colour=colour)]
    rest = unsettled(found)
    if rest:
        lines += ["", *_wrapped(f"{unsettled_said(rest)}:", width)]
        for each in rest:
            lines += _wrapped(
                shortened(f"{label(each.paragraph)}: {each.read}", 2 * width), width, _INDENT
            )
    return "\n".join(lines) + "\n"


def _one(verdict: Verdict, width: int, *, colour: bool) -> Iterator[str]:
    head = f"{label(verdict.paragraph)}  {verdict.verdict}"
    yield f"{_BOLD}{head}{_END}" if colour else head
    yield from _wrapped(f"“{verdict.claim.translate(_WITHIN)}”", width, _INDENT)
    yield from _wrapped(f"read as: {verdict.read}", width, _INDENT)
    for sentence in verdict.said:
        yield from _wrapped(sentence, width, _INDENT)
    if verdict.question:
        yield from _wrapped(f"? {verdict.question}", width, _INDENT)
    for sentence in verdict.nearby:
        yield from _wrapped(f"Beside it: {sentence}", width, _INDENT)


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        printable(text), width, initial_indent=indent, subsequent_indent=indent,
        break_on_hyphens=False,
    )  # fmt: skip
