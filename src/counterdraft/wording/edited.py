"""Words that went and came, in one line of text: edits in, text with signs around them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from counterdraft.model import WordEdit
from counterdraft.model.comparison import WordOp
from counterdraft.text.markdown import plain
from counterdraft.text.printable import printable

_Signs = Mapping[WordOp, tuple[str, str]]

_IN_TEXT: _Signs = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_IN_MARKDOWN: _Signs = {"same": ("", ""), "deleted": ("~~", "~~"), "inserted": ("**", "**")}


def edited_text(edits: Iterable[WordEdit]) -> str:
    """Deleted words in [-…-], inserted ones in {+…+}."""
    return _signed(edits, _IN_TEXT, printable)


def edited_markdown(edits: Iterable[WordEdit]) -> str:
    """Deleted words struck, inserted ones bold; nothing in them becomes markup."""
    return _signed(edits, _IN_MARKDOWN, plain)


def _signed(edits: Iterable[WordEdit], signs: _Signs, shown: Callable[[str], str]) -> str:
    """The blanks around words stay outside their signs."""
    pieces = []
    for edit in edits:
        text = edit.text if edit.op == "deleted" else edit.now or edit.text
        words, (first, last) = text.strip(), signs[edit.op]
        before, _, after = text.partition(words) if words else (text, "", "")
        middle = f"{first}{shown(words)}{last}" if words else ""
        pieces.append(f"{' ' if before else ''}{middle}{' ' if after else ''}")
    return "".join(pieces)
