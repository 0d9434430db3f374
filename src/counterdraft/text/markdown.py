"""Words from outside as Markdown shows them: nothing in them becomes markup."""

from __future__ import annotations

import re

from counterdraft.text.printable import printable

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LIST = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])")


def plain(text: str) -> str:
    """``text`` on one line, so that Markdown shows it as it is."""
    line = " ".join(printable(text).split())
    line = re.sub(r"[&<>]", lambda found: _HTML[found[0]], line)
    line = _SPECIAL.sub(r"\\\1", line)
    return _LIST.sub(lambda m: f"{m[2]}\\{m[3]}" if m[2] else f"\\{m[5]}", line)


def keeping_blanks(words: str) -> str:
    """``words`` as ``plain`` has them, with a blank at either end where there was one."""
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{plain(words)}{after}"
